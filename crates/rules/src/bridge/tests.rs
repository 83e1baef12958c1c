//! Each way a deal can go as a table, and that any number of them adds up.

use cordee_base::{Chance, SeededChance};

use super::*;

fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

fn quarter() -> RangeInclusive<Date> {
    day("2026-07-01")..=day("2026-09-30")
}

const BEFORE: &str = "2026-05-20";
const IN: &str = "2026-08-15";
const AFTER: &str = "2026-11-02";

fn standing(state: State, minor: i64, close: &str) -> Option<Standing> {
    Some(Standing { state, minor: Some(minor), close: Some(day(close)), within: true })
}

fn open(minor: i64, close: &str) -> Option<Standing> {
    standing(State::Open, minor, close)
}

fn won(minor: i64, close: &str) -> Option<Standing> {
    standing(State::Won, minor, close)
}

fn lost(minor: i64, close: &str) -> Option<Standing> {
    standing(State::Lost, minor, close)
}

fn elsewhere(standing: Option<Standing>) -> Option<Standing> {
    standing.map(|standing| Standing { within: false, ..standing })
}

/// What it is, how the deal was, how it is, and the steps it makes.
type Case = (&'static str, Option<Standing>, Option<Standing>, &'static [(Step, i128)]);

fn holds(table: &[Case], period: Option<&RangeInclusive<Date>>) {
    for (name, was, is, wanted) in table {
        let deal = Deal { was: *was, is: *is };
        let steps: Vec<(Step, i128)> =
            changes(&deal, period).map(|change| (change.step, change.minor)).collect();
        assert_eq!(steps, *wanted, "{name}");
        assert!(Bridge::over([deal], period).adds_up(), "{name}");
    }
}

#[test]
fn each_way_a_deal_can_go() {
    use Step::{Grown, Lost, MovedIn, MovedOut, New, Removed, Reopened, Shrunk, Won};
    let unknown = Some(Standing { minor: None, ..open(0, IN).expect("one") });
    let undated = |standing: Option<Standing>| standing.map(|one| Standing { close: None, ..one });
    #[rustfmt::skip]
    let table: &[Case] = &[
        ("nothing",               None,                    None,                    &[]),
        ("stays",                 open(100, IN),           open(100, IN),           &[]),
        ("is new",                None,                    open(100, IN),           &[(New, 100)]),
        ("new, worth nothing yet", None,                   unknown,                 &[(New, 0)]),
        ("grows",                 open(100, IN),           open(130, IN),           &[(Grown, 30)]),
        ("shrinks",               open(100, IN),           open(70, IN),            &[(Shrunk, 30)]),
        ("gets its amount",       unknown,                 open(70, IN),            &[(Grown, 70)]),
        ("other dates are nothing", open(100, IN),         open(100, AFTER),        &[]),
        ("a date is no condition", undated(open(100, IN)), undated(open(90, IN)),   &[(Shrunk, 10)]),
        ("won",                   open(100, IN),           won(100, IN),            &[(Won, 100)]),
        ("grown, then won",       open(100, IN),           won(130, IN),            &[(Grown, 30), (Won, 130)]),
        ("shrunk, then won",      open(100, IN),           won(80, IN),             &[(Shrunk, 20), (Won, 80)]),
        ("lost",                  open(100, IN),           lost(100, IN),           &[(Lost, 100)]),
        ("shrunk, then lost",     open(100, IN),           lost(60, IN),            &[(Shrunk, 40), (Lost, 60)]),
        ("won and past the sale", open(100, IN), standing(State::After, 100, IN),   &[(Won, 100)]),
        ("new and won",           None,                    won(50, IN),             &[(New, 50), (Won, 50)]),
        ("new and lost",          None,                    lost(50, IN),            &[(New, 50), (Lost, 50)]),
        ("in the trash",          open(100, IN),           None,                    &[(Removed, 100)]),
        ("won, then trash",       won(100, IN),            None,                    &[]),
        ("reopened",              lost(100, IN),           open(90, IN),            &[(Reopened, 90)]),
        ("a win reopened",        won(100, IN),            open(100, IN),           &[(Reopened, 100)]),
        ("reopened and won",      lost(100, IN),           won(120, IN),            &[(Reopened, 120), (Won, 120)]),
        ("a win undone",          won(100, IN),            lost(100, IN),           &[(Reopened, 100), (Lost, 100)]),
        ("stays won",             won(100, IN),            won(100, IN),            &[]),
        ("won, and more",         won(100, IN),            won(120, AFTER),         &[]),
        ("handed over",           won(100, IN), standing(State::After, 100, IN),    &[]),
        ("comes from others",     elsewhere(open(100, IN)), open(110, IN),          &[(MovedIn, 110)]),
        ("goes to others",        open(100, IN),           elsewhere(open(110, IN)), &[(MovedOut, 100)]),
        ("others win it",         open(100, IN),           elsewhere(won(110, IN)), &[(MovedOut, 100)]),
        ("taken over and won",    elsewhere(open(100, IN)), won(110, IN),           &[(MovedIn, 110), (Won, 110)]),
        ("others' own",           elsewhere(open(100, IN)), elsewhere(won(110, IN)), &[]),
        ("others' new one",       None,                    elsewhere(open(110, IN)), &[]),
        ("others lost it",        elsewhere(lost(100, IN)), open(100, IN),          &[(Reopened, 100)]),
        ("others' trash",         elsewhere(open(100, IN)), None,                   &[]),
        ("the widest difference", open(i64::MIN, IN),      open(i64::MAX, IN),      &[(Grown, 18_446_744_073_709_551_615)]),
        ("less than nothing",     open(-10, IN),           won(-10, IN),            &[(Won, -10)]),
    ];
    holds(table, None);
}

#[test]
fn with_a_period_only_what_closes_in_it_is_pipeline() {
    use Step::{Lost, MovedIn, MovedOut, New, PulledIn, PushedOut, Removed, Reopened, Won};
    let undated = open(100, IN).map(|open| Standing { close: None, ..open });
    #[rustfmt::skip]
    let table: &[Case] = &[
        ("pulled in",            open(100, AFTER),  open(120, IN),     &[(PulledIn, 120)]),
        ("slipped over",         open(100, BEFORE), open(100, IN),     &[(PulledIn, 100)]),
        ("gets its date",        undated,           open(100, IN),     &[(PulledIn, 100)]),
        ("pushed out",           open(100, IN),     open(120, AFTER),  &[(PushedOut, 100)]),
        ("loses its date",       open(100, IN),     undated,           &[(PushedOut, 100)]),
        ("to the last day",      open(100, IN),     open(100, "2026-09-30"), &[]),
        ("past the last day",    open(100, IN),     open(100, "2026-10-01"), &[(PushedOut, 100)]),
        ("stays outside",        open(100, BEFORE), open(100, AFTER),  &[]),
        ("new, for later",       None,              open(100, AFTER),  &[]),
        ("new and won in it",    None,              won(100, IN),      &[(New, 100), (Won, 100)]),
        ("new and won before",   None,              won(100, BEFORE),  &[]),
        ("won before it begins", open(100, IN),     won(100, BEFORE),  &[(Won, 100)]),
        ("pulled in and won",    open(100, AFTER),  won(110, IN),      &[(PulledIn, 110), (Won, 110)]),
        ("pulled in and lost",   open(100, AFTER),  lost(90, IN),      &[(PulledIn, 90), (Lost, 90)]),
        ("others', for later",   elsewhere(open(100, AFTER)), open(100, IN), &[(MovedIn, 100)]),
        ("to others, for later", open(100, IN), elsewhere(open(100, AFTER)), &[(MovedOut, 100)]),
        ("in the trash",         open(100, IN),     None,              &[(Removed, 100)]),
        ("for later, in the trash", open(100, AFTER), None,            &[]),
        ("reopened for it",      lost(100, BEFORE), open(100, IN),     &[(Reopened, 100)]),
        ("reopened for later",   lost(100, IN),     open(100, AFTER),  &[]),
    ];
    holds(table, Some(&quarter()));
}

fn any_standing(chance: &mut SeededChance) -> Option<Standing> {
    let states = [State::Open, State::Open, State::Open, State::Won, State::Lost, State::After];
    let state = *states.get(chance.below(8) as usize)?;
    let minor = match chance.below(8) {
        0 => None,
        1 => Some(i64::MAX),
        // Few different ones, so that nothing changes often enough.
        _ => Some(chance.below(4) as i64 * 1_250),
    };
    let close = [Some(day(BEFORE)), Some(day(IN)), Some(day(AFTER)), None][chance.below(4) as usize];
    Some(Standing { state, minor, close, within: chance.below(4) > 0 })
}

#[test]
fn any_deals_add_up_by_any_question() {
    let mut chance = SeededChance::new(1);
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..4_000 {
        let count = chance.below(30);
        let deals: Vec<Deal> = (0..count)
            .map(|_| Deal { was: any_standing(&mut chance), is: any_standing(&mut chance) })
            .collect();
        let window = quarter();
        for period in [None, Some(&window)] {
            let bridge = Bridge::over(deals.iter().copied(), period);
            assert!(bridge.adds_up(), "{bridge:?} over {deals:?}");
            // And by an independent sum of what is open.
            let open = |end: fn(&Deal) -> Option<Standing>| -> i128 {
                let open = deals.iter().filter_map(end).filter(|one| one.state == State::Open && one.within);
                let dated = open
                    .filter(|one| period.is_none() || one.close.is_some_and(|day| quarter().contains(&day)));
                dated.map(|one| i128::from(one.minor.unwrap_or(0))).sum()
            };
            assert_eq!(
                (open(|deal| deal.was), open(|deal| deal.is)),
                (bridge.opening.minor, bridge.closing.minor)
            );
            for deal in &deals {
                let steps: Vec<Change> = changes(deal, period).collect();
                assert!(
                    steps.len() <= 2 && steps.iter().all(|change| change.minor >= 0),
                    "{deal:?}: {steps:?}"
                );
                assert!(Bridge::over([*deal], period).adds_up(), "{deal:?}: {steps:?}");
                seen.extend(steps.iter().map(|change| change.step));
            }
            let still = deals.iter().map(|deal| Deal { was: deal.is, is: deal.is });
            let still = Bridge::over(still, period);
            assert_eq!(Bridge { opening: still.opening, closing: still.opening, ..Bridge::default() }, still);
            assert_eq!(still.opening, bridge.closing);
        }
    }
    assert_eq!(seen.len(), Step::ALL.len(), "every step occurs: {seen:?}");
}

#[test]
fn what_one_team_gives_another_gets() {
    let mut chance = SeededChance::new(2);
    for _ in 0..4_000 {
        let (was, is) = (any_standing(&mut chance), any_standing(&mut chance));
        let others = |standing: Option<Standing>| standing.map(|one| Standing { within: !one.within, ..one });
        let all = |standing: Option<Standing>| standing.map(|one| Standing { within: true, ..one });
        let ours = Bridge::over([Deal { was, is }], None);
        let theirs = Bridge::over([Deal { was: others(was), is: others(is) }], None);
        let both = Bridge::over([Deal { was: all(was), is: all(is) }], None);
        let said = format!("{was:?} to {is:?}");
        assert_eq!(ours.closing.minor + theirs.closing.minor, both.closing.minor, "{said}");
        for step in [Step::Won, Step::Lost, Step::New] {
            let parts = ours.step(step).minor + theirs.step(step).minor;
            assert_eq!(parts, both.step(step).minor, "{step:?}: {said}");
        }
    }
}

#[test]
fn each_step_has_its_own_place() {
    for (place, (_, step)) in Step::ALL.into_iter().enumerate() {
        assert_eq!(step as usize, place, "{step:?}");
    }
}

#[test]
fn stage_moves_as_a_matrix() {
    let deals = [
        ("demo", "proposal", Some(100)),
        ("demo", "proposal", None),
        ("proposal", "demo", Some(7)),
        ("demo", "demo", Some(1_000)),
        ("demo", "proposal", Some(i64::MAX)),
    ];
    let matrix = moves(deals);
    let wanted = [
        (("demo", "proposal"), Tally { count: 3, minor: i128::from(i64::MAX) + 100 }),
        (("proposal", "demo"), Tally { count: 1, minor: 7 }),
    ];
    assert_eq!(matrix, BTreeMap::from(wanted));
}

#[test]
fn slipped_and_aged() {
    let table = [
        (Some("2026-05-01"), Some("2026-06-01"), Some(31)),
        (Some("2026-05-01"), Some("2026-05-01"), None),
        (Some("2026-05-01"), Some("2026-04-01"), None),
        (None, Some("2026-04-01"), None),
        (Some("2026-04-01"), None, None),
    ];
    for (was, is, wanted) in table {
        assert_eq!(slipped(was.map(day), is.map(day)), wanted, "{was:?} to {is:?}");
    }
    let table = [(20, Some(14), Some(6)), (14, Some(14), None), (2, Some(14), None), (200, None, None)];
    for (days, expected, wanted) in table {
        assert_eq!(aged(days, expected), wanted, "{days} of {expected:?}");
    }
}
