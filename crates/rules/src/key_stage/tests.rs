use cordee_base::{Chance, SeededChance};

use super::*;
use crate::journey::{Journey, Outcome, Visit};
use crate::stages::Tally;

/// So many deals that end at this stage (the last one they were in), each worth so much.
type Ends = (u16, bool, u64, Option<i64>);

fn pipeline(stages: usize, ends: &[Ends]) -> Stages {
    let mut told = Stages::new(stages, 100).expect("stages");
    for (last, won, deals, minor) in ends {
        let visits: Vec<Visit> =
            (0..=*last).map(|stage| Visit { stage, entered: i64::from(stage), left: None }).collect();
        let outcome = if *won { Outcome::Won(50) } else { Outcome::Lost(50) };
        for _ in 0..*deals {
            told.add(&Journey { visits: &visits, minor: *minor, outcome }).expect("a true journey");
        }
    }
    told
}

fn share(yes: u64, no: u64) -> Share {
    Share { yes, no }
}

#[test]
fn where_it_is_decided() {
    // Of 1,000 deals 100 are lost in the first stage, 600 in the second, 100 in the third; 200 are won.
    let stages = pipeline(
        3,
        &[
            (0, false, 100, Some(10)),
            (1, false, 600, Some(10)),
            (2, false, 100, Some(10)),
            (2, true, 200, None),
        ],
    );
    let weighed = weigh(&stages, &[], Confidence::P95);
    let table = [
        (share(200, 800), share(200, 700), 1_000, 0.125, 1_000.0 / 900.0),
        (share(200, 700), share(200, 100), 6_000, 0.75, 900.0 / 300.0),
        (share(200, 100), share(200, 0), 1_000, 0.125, 300.0 / 200.0),
    ];
    for (one, (before, after, lost, part, times)) in weighed.iter().zip(table) {
        assert_eq!((one.before, one.after, one.lost_minor), (before, after, lost), "{:?}", one.key);
        assert_eq!(one.lost_share, Some(part), "{:?}", one.key);
        let Lift { difference, ratio } = one.lift.expect("a lift");
        let rate = |share: Share| share.rate().expect("deals");
        assert!((difference.value - (rate(after) - rate(before))).abs() < 1e-12, "{:?}", one.key);
        assert!((ratio.expect("a ratio").value - times).abs() < 1e-12, "{:?}", one.key);
    }
    assert_eq!(mark(&weighed, None), Marked::Found(Key::Stage(1)));
    assert_eq!(mark(&weighed, Some(Key::Stage(0))), Marked::Pinned(Key::Stage(0)), "the hand wins");
}

#[test]
fn what_is_marked() {
    let open = pipeline(2, &[]);
    let few = pipeline(2, &[(0, false, 20, Some(1)), (1, true, 9, Some(1))]);
    let all_won = pipeline(1, &[(0, true, 60, Some(1))]);
    let unpriced = pipeline(2, &[(0, false, 50, None), (1, false, 5, None), (1, true, 50, None)]);
    let cheap = pipeline(2, &[(0, false, 60, Some(1)), (1, false, 50, Some(1_000)), (1, true, 50, Some(1))]);
    #[rustfmt::skip]
    let table = [
        ("nothing is closed",               open,     Marked::TooFew),
        ("too few",                         few,      Marked::TooFew),
        ("nothing was lost",                all_won,  Marked::NoneStandsOut),
        ("deals without amounts count",     unpriced, Marked::Found(Key::Stage(0))),
        ("what is cheap decides little",    cheap,    Marked::Found(Key::Stage(1))),
    ];
    for (name, stages, wanted) in table {
        assert_eq!(mark(&weigh(&stages, &[], Confidence::P95), None), wanted, "{name}");
    }
}

#[test]
fn an_event_may_decide_more_than_any_stage() {
    let stages = pipeline(1, &[(0, false, 100, Some(10)), (0, true, 100, Some(10))]);
    let mut demonstration = Event::default();
    for (happened, outcome, deals) in [
        (Some(10), Outcome::Won(50), 90),
        (None, Outcome::Won(50), 10),
        (Some(10), Outcome::Lost(50), 10),
        (Some(50), Outcome::Lost(50), 90),
        (Some(10), Outcome::Open, 70),
    ] {
        (0..deals).for_each(|_| demonstration.add(happened, outcome, Some(10)));
    }
    assert_eq!((demonstration.with, demonstration.without), (share(90, 10), share(10, 90)));
    assert_eq!(demonstration.lost_without, Tally { deals: 90, unpriced: 0, minor: 900 });
    let weighed = weigh(&stages, &[demonstration], Confidence::P95);
    let lift = weighed[1].lift.expect("a lift");
    assert!((lift.difference.value - 0.8).abs() < 1e-12);
    assert!((lift.ratio.expect("a ratio").value - 9.0).abs() < 1e-12);
    assert_eq!(mark(&weighed, None), Marked::Found(Key::Event(0)));
    let useless = Event { with: share(50, 50), without: share(50, 50), ..demonstration };
    let weighed = weigh(&stages, &[useless], Confidence::P95);
    assert_eq!(mark(&weighed, None), Marked::Found(Key::Stage(0)), "chance is no key");
}

#[test]
fn passing_is_only_reckoned_where_it_can_be() {
    let none = share(0, 0);
    #[rustfmt::skip]
    let table = [
        ("nothing closed",       none,         none,         None),
        ("nothing passed",       share(0, 9),  none,         None),
        ("all passed",           share(4, 5),  share(4, 5),  Some(0.0)),
        ("none won",             share(0, 9),  share(0, 5),  Some(0.0)),
        ("more passed than came", share(4, 5), share(4, 6),  None),
        ("other deals",          share(4, 5),  share(3, 4),  None),
        ("all passed won",       share(4, 4),  share(4, 0),  Some(0.5)),
    ];
    for (name, reached, passed, wanted) in table {
        let found = of_passing(reached, passed, Confidence::P95);
        assert_eq!(found.map(|lift| lift.difference.value), wanted, "{name}");
    }
}

/// The interval of nested shares holds the true lift about as often as it says, over histories whose truth is known.
#[test]
fn the_interval_of_passing_holds_what_it_promises() {
    let mut chance = SeededChance::new(7);
    for (deals, passing, winning) in [(60, 0.5, 0.3), (100, 0.9, 0.5), (400, 0.7, 0.1), (400, 0.3, 0.9)] {
        let truth = winning * (1.0 - passing);
        let (runs, mut held) = (4_000, 0);
        for _ in 0..runs {
            let mut happens = |likely: f64| (chance.u64() as f64) < likely * u64::MAX as f64;
            let (mut won, mut lost_after, mut lost_before) = (0, 0, 0);
            for _ in 0..deals {
                match (happens(passing), happens(winning)) {
                    (false, _) => lost_before += 1,
                    (true, false) => lost_after += 1,
                    (true, true) => won += 1,
                }
            }
            let (reached, passed) = (share(won, lost_after + lost_before), share(won, lost_after));
            let interval = of_passing(reached, passed, Confidence::P95).map(|lift| lift.difference.interval);
            held += u32::from(interval.is_some_and(|i| i.low <= truth && truth <= i.high));
        }
        let share = f64::from(held) / f64::from(runs);
        assert!((0.93..=0.985).contains(&share), "{deals}, {passing}, {winning}: held in {share}");
    }
}
