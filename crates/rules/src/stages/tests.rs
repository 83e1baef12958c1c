use cordee_base::{Chance, SeededChance};

use super::*;
use crate::journey::Visit;
use crate::proportion::Share;

const DAY: i64 = 86_400_000_000;
const NOW: i64 = 100 * DAY;

/// Stages one after the other, each for the days beside it; the last one until the close, or still.
fn told(stages: &mut Stages, way: &[(u16, i64)], end: char, minor: Option<i64>) {
    let mut at = 0;
    let mut visits: Vec<Visit> = Vec::new();
    for (stage, days) in way {
        visits.push(Visit { stage: *stage, entered: at, left: Some(at + days * DAY) });
        at += days * DAY;
    }
    let outcome = match end {
        'w' => Outcome::Won(at),
        'l' => Outcome::Lost(at),
        _ => {
            let last = visits.last_mut().expect("a visit");
            last.left = None;
            Outcome::Open
        }
    };
    stages.add(&Journey { visits: &visits, minor, outcome }).expect("a true journey");
}

/// Three stages, eight deals.
fn company() -> Stages {
    let mut stages = Stages::new(3, NOW).expect("three stages");
    told(&mut stages, &[(0, 2), (1, 3), (2, 5)], 'w', Some(1_000));
    told(&mut stages, &[(0, 4), (2, 6)], 'w', Some(3_000));
    told(&mut stages, &[(1, 10)], 'w', None);
    told(&mut stages, &[(0, 1)], 'l', Some(500));
    told(&mut stages, &[(0, 2), (1, 2), (0, 2)], 'l', Some(700));
    told(&mut stages, &[(0, 2), (1, 8)], 'l', None);
    told(&mut stages, &[(0, 3), (1, 0)], 'o', Some(900));
    told(&mut stages, &[(0, 0)], 'o', Some(100));
    stages
}

#[test]
fn what_goes_through_each_stage() {
    let stages = company();
    // entered, passed, undecided, lost before, won, fell back, skipped
    #[rustfmt::skip]
    let table = [
        (7, 5, 1, 1, 2, 0, 1),
        (5, 2, 1, 2, 2, 1, 1),
        (2, 2, 0, 0, 2, 0, 1),
    ];
    for (at, (flow, wanted)) in stages.flows().iter().zip(table).enumerate() {
        let (conversion, skipped) = (flow.conversion(), flow.skipped());
        let decided = (flow.entered(), flow.passed(), flow.undecided(), conversion.no);
        let found = (flow.won().yes, flow.fell_back(), skipped.yes);
        assert_eq!(
            (decided.0, decided.1, decided.2, decided.3, found.0, found.1, found.2),
            wanted,
            "stage {at}"
        );
        assert_eq!(
            conversion.cases() + flow.undecided(),
            flow.entered(),
            "stage {at}: each is one or the other"
        );
        assert_eq!(conversion.yes, flow.passed(), "stage {at}");
        assert_eq!(skipped.no, flow.entered(), "stage {at}");
    }
    let first = &stages.flows()[0];
    assert_eq!(first.conversion_of_closed(), Share { yes: 4, no: 1 });
    assert_eq!(first.won(), Share { yes: 2, no: 3 });
    assert_eq!(first.won_after(), Share { yes: 2, no: 2 });
}

#[test]
fn where_deals_are_lost_and_where_they_stand() {
    let stages = company();
    let tally = |deals, unpriced, minor| Tally { deals, unpriced, minor };
    let lost: Vec<Tally> = stages.flows().iter().map(Flow::lost_here).collect();
    assert_eq!(lost, [tally(2, 0, 1_200), tally(1, 1, 0), tally(0, 0, 0)]);
    let still: Vec<Tally> = stages.flows().iter().map(Flow::still_here).collect();
    assert_eq!(still, [tally(1, 0, 100), tally(1, 0, 900), tally(0, 0, 0)]);
    assert_eq!((stages.open(), stages.won()), (tally(2, 0, 1_000), tally(3, 1, 4_000)));
    assert_eq!(stages.lost(), tally(3, 1, 1_200));
}

#[test]
fn how_long_they_stay() {
    let stages = company();
    let stays: Vec<(u64, u64)> = stages.flows().iter().map(|flow| flow.stay().counted()).collect();
    assert_eq!(stays, [(7, 1), (4, 1), (2, 0)]);
    let median = |at: usize| stages.flows()[at].stay().curve().and_then(|curve| curve.median());
    assert_eq!([0, 1, 2].map(median), [Some(2), Some(8), Some(5)]);
    assert_eq!(stages.to_close().counted(), (6, 2));
}

#[test]
fn from_where_to_where() {
    use Place::{Lost, Stage, Start, Still, Won};
    let moves = company().moves().clone();
    #[rustfmt::skip]
    let table = [
        (Start,    Stage(0), Some(7), Some(7.0 / 8.0)),
        (Start,    Stage(1), Some(1), Some(1.0 / 8.0)),
        (Stage(0), Stage(1), Some(4), Some(4.0 / 7.0)),
        (Stage(0), Stage(2), Some(1), Some(1.0 / 7.0)),
        (Stage(0), Lost,     Some(2), Some(2.0 / 7.0)),
        (Stage(0), Still,    Some(1), None),
        (Stage(1), Stage(0), Some(1), Some(1.0 / 4.0)),
        (Stage(1), Still,    Some(1), None),
        (Stage(2), Won,      Some(2), Some(1.0)),
        (Stage(2), Stage(3), None,    None),
        (Won,      Stage(0), None,    None),
    ];
    for (from, to, count, share) in table {
        assert_eq!((moves.between(from, to), moves.share(from, to)), (count, share), "{from:?} to {to:?}");
    }
}

#[test]
fn pipelines_have_some_stages_but_not_too_many() {
    for (count, is) in [(0, false), (1, true), (64, true), (65, false)] {
        assert_eq!(Stages::new(count, NOW).is_some(), is, "{count}");
    }
    let mut widest = Stages::new(64, NOW).expect("64 stages");
    told(&mut widest, &[(63, 1)], 'w', None);
    let skipped: u64 = widest.flows().iter().map(|flow| flow.skipped().yes).sum();
    assert_eq!(skipped, 63);
}

#[test]
fn nothing_of_a_strange_journey_is_counted() {
    let mut stages = Stages::new(2, NOW).expect("two stages");
    let visits = [Visit { stage: 0, entered: 0, left: Some(1) }, Visit { stage: 7, entered: 1, left: None }];
    let journey = Journey { visits: &visits, minor: Some(1), outcome: Outcome::Open };
    assert_eq!(stages.add(&journey), Err(Strange::UnknownStage(1)));
    assert_eq!((stages.open().deals, stages.flows()[0].entered()), (0, 0));
    assert_eq!(stages.moves().between(Place::Start, Place::Stage(0)), Some(0));
}

/// Random ways, reckoned again stage by stage as the words say it, without any of the tricks.
#[test]
fn the_counts_are_those_of_a_plain_reckoning() {
    let (count, mut chance) = (5u16, SeededChance::new(12));
    let mut stages = Stages::new(usize::from(count), NOW).expect("five stages");
    let mut ways: Vec<(Vec<u16>, char)> = Vec::new();
    for _ in 0..2_000 {
        let visits = 1 + chance.below(7);
        let way: Vec<u16> = (0..visits).map(|_| chance.below(u64::from(count)) as u16).collect();
        let end = ['o', 'w', 'l'][chance.below(3) as usize];
        let days: Vec<(u16, i64)> = way.iter().map(|stage| (*stage, chance.below(10) as i64)).collect();
        told(&mut stages, &days, end, None);
        ways.push((way, end));
    }
    for (stage, flow) in (0u16..).zip(stages.flows()) {
        let of =
            |is: &dyn Fn(&[u16], char) -> bool| ways.iter().filter(|(way, end)| is(way, *end)).count() as u64;
        let first = |way: &[u16]| way.iter().position(|one| *one == stage);
        let passes = |way: &[u16], end: char| {
            first(way).is_some_and(|at| end == 'w' || way[at..].iter().any(|later| *later > stage))
        };
        let skips = |way: &[u16], end: char| {
            first(way).is_none() && (end == 'w' || way.iter().any(|other| *other > stage))
        };
        let falls: usize = ways
            .iter()
            .map(|(way, _)| way.windows(2).filter(|two| two[0] == stage && two[1] < stage).count())
            .sum();
        assert_eq!(flow.entered(), of(&|way, _| first(way).is_some()), "{stage}");
        assert_eq!(flow.passed(), of(&passes), "{stage}");
        assert_eq!(
            flow.undecided(),
            of(&|way, end| end == 'o' && first(way).is_some() && !passes(way, end)),
            "{stage}"
        );
        assert_eq!(flow.won().yes, of(&|way, end| end == 'w' && first(way).is_some()), "{stage}");
        assert_eq!(flow.won_after().no, of(&|way, end| end == 'l' && passes(way, end)), "{stage}");
        assert_eq!(flow.skipped().yes, of(&skips), "{stage}");
        assert_eq!(
            flow.lost_here().deals,
            of(&|way, end| end == 'l' && way.last() == Some(&stage)),
            "{stage}"
        );
        assert_eq!(flow.fell_back(), falls as u64, "{stage}");
        let fate = flow.fate().expect("deals");
        assert!((fate.passes + fate.lost + fate.unknown - 1.0).abs() < 1e-12, "{stage}: {fate:?}");
    }
}

#[test]
fn parts_come_to_the_same_as_the_whole() {
    let mut chance = SeededChance::new(21);
    let mut whole = Stages::new(3, NOW).expect("stages");
    let mut parts = [0; 3].map(|_| Stages::new(3, NOW).expect("stages"));
    for deal in 0..400 {
        let way: Vec<(u16, i64)> =
            (0..1 + chance.below(4)).map(|_| (chance.below(3) as u16, chance.below(12) as i64)).collect();
        let end = ['w', 'l', 'o'][chance.below(3) as usize];
        let minor = (chance.below(4) > 0).then(|| chance.below(9_000) as i64);
        told(&mut whole, &way, end, minor);
        told(&mut parts[deal % 3], &way, end, minor);
    }
    let [mut one, two, three] = parts;
    one.merge(&two);
    one.merge(&three);
    assert_eq!(format!("{one:?}"), format!("{whole:?}"));
}
