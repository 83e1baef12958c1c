//! What is learned from closed deals, what is told by it of open ones, and what to work on.

use cordee_base::{Chance, Decimal, Id, SeededChance};
use cordee_catalog::activity::{self, ACTIVITY};
use cordee_catalog::buying_signal::{self, BUYING_SIGNAL};
use cordee_catalog::opportunity::{
    self, AMOUNT, EXPECTED_CLOSE_DATE, LAST_SIGNAL, LOSS_REASON, NEXT_STEP, NEXT_STEP_DATE, OPPORTUNITY,
    STAGE,
};
use cordee_features::registry;
use cordee_kit::{ReportPart, Said, Told};
use cordee_records::Actor;
use cordee_schema::{Draft, Record};

use crate::planning::rows;
use crate::support::{World, day, deal, usd, worlds};

/// The days of the story, from the first of January 2025.
fn on(world: &World, days: u64, hour: u64) {
    let date = day("2025-01-01").saturating_add(jiff::Span::new().days(i64::try_from(days).expect("small")));
    world.at(&format!("{date}T{hour:02}:00:00Z"));
}

fn talks(world: &World, deal: Id) {
    world.create(
        Draft::new(&ACTIVITY)
            .with(activity::SUBJECT, "Talk".to_owned())
            .with(activity::KIND, "call".to_owned())
            .with(activity::OPPORTUNITY, deal)
            .with(activity::DONE, true),
    );
}

fn puts_off(world: &World, deal: Id, to: &str) {
    world.update(deal, Draft::new(&OPPORTUNITY).with(EXPECTED_CLOSE_DATE, day(to))).expect("put off");
}

/// So many deals of some weeks each. Those that are talked about are won three times of four, those that are put off only
/// once in five; the stage says the same of all.
fn history(world: &World, deals: u64) {
    let mut chance = SeededChance::new(11);
    let stages = ["Prospecting", "Won", "Lost"].map(|name| world.stage(name));
    for number in 0..deals {
        let begun = number * 2;
        on(world, begun, 8);
        let one = world.create(
            deal(&format!("Past {number}"))
                .with(AMOUNT, usd(1_000))
                .with(EXPECTED_CLOSE_DATE, day("2025-02-01")),
        );
        let good = number % 2 == 0;
        on(world, begun + 3, 9);
        if good {
            talks(world, one);
        } else {
            puts_off(world, one, "2025-03-01");
        }
        on(world, begun + 20 + chance.below(10), 9);
        let won = chance.below(100) < if good { 75 } else { 20 };
        let end = Draft::new(&OPPORTUNITY).with(STAGE, stages[if won { 1 } else { 2 }]);
        world.update(one, end.with(LOSS_REASON, "price".to_owned())).expect("closed");
    }
}

/// Two open deals, one that is talked about and one that was put off.
fn open(world: &World) -> [Id; 2] {
    world.at("2026-02-10T09:00:00Z");
    let open = |name: &str| {
        world.create(deal(name).with(AMOUNT, usd(1_000)).with(EXPECTED_CLOSE_DATE, day("2026-03-20")))
    };
    let [good, bad] = [open("Good"), open("Bad")];
    world.at("2026-02-20T09:00:00Z");
    talks(world, good);
    puts_off(world, bad, "2026-04-20");
    world.at("2026-03-02T09:00:00Z");
    [good, bad]
}

fn fact(told: &Told, name: &str) -> Said {
    let all = told.parts.iter().filter_map(|part| match part {
        ReportPart::Facts(facts) => Some(facts),
        _ => None,
    });
    all.flatten().find(|fact| fact.name == name).expect(name).said.clone()
}

fn cells(told: &Told, table: &str, first: &str) -> Vec<Said> {
    let rows = told.parts.iter().find_map(|part| match part {
        ReportPart::Table(found) if found.sheet.name == table => Some(&found.rows),
        _ => None,
    });
    let is = |row: &&cordee_kit::Row| match row.cells.first() {
        Some(Said::Record(_, _, title)) => title == first,
        _ => row.name == Some(first),
    };
    rows.expect(table).iter().find(is).expect(first).cells.clone()
}

fn number(said: &Said) -> f64 {
    f64::try_from(said.number().expect("a number")).expect("a float")
}

fn has_note(told: &Told, key: &str) -> bool {
    told.parts.iter().any(|part| matches!(part, ReportPart::Note(note, _) if *note == key))
}

#[test]
fn what_closed_deals_teach_is_told_of_open_ones() {
    for world in worlds() {
        history(&world, 200);
        open(&world);
        let told = world.report("win_probability", &[], None);
        assert_eq!(fact(&told, "deals_open"), Said::Count(2));
        let learned = number(&fact(&told, "learned_won")) + number(&fact(&told, "learned_lost"));
        assert_eq!(learned, 200.0);
        let [good, bad] = ["Good", "Bad"].map(|name| cells(&told, "likely_deals", name));
        // One in ten is set for both; three of four and one in five is what the past says.
        assert_eq!([&good[3], &bad[3]].map(number), [0.1, 0.1]);
        let [likely, unlikely] = [&good[4], &bad[4]].map(number);
        assert!((0.55..0.9).contains(&likely) && (0.02..0.35).contains(&unlikely), "{likely} {unlikely}");
        // Not all of it comes within the quarter.
        assert!(number(&good[5]) <= likely && number(&good[5]) > likely / 2.0, "{:?}", good[5]);
        let why = |cells: &[Said]| format!("{:?}", cells[7]);
        assert!(why(&good).contains("report-reason-up") && why(&good).contains("report-reason-contacts"));
        assert!(why(&bad).contains("report-reason-down") && why(&bad).contains("report-reason-slips"));
        assert!(matches!(good[6], Said::Day(close) if close > day("2026-03-01")), "{:?}", good[6]);
        // Told of its own past it does better than what is set.
        let [learned, set] = ["learned", "set"].map(|name| cells(&told, "odds_tested", name));
        assert!(number(&learned[1]) < number(&set[1]) && number(&learned[2]) < number(&set[2]));
        assert!(number(&learned[3]) > 0.65 && number(&set[4]) < -0.2, "{learned:?} {set:?}");
        assert!(!rows(&told, "calibration").is_empty() && has_note(&told, "report-note-tested"));
        // Only the deals that are asked about.
        let only = world.report("win_probability", &[], Some("name = Good"));
        assert_eq!(rows(&only, "likely_deals").len(), 1);
        assert_eq!(cells(&only, "likely_deals", "Good")[4], good[4]);

        let set = world.report("forecast", &[("period", "2026-Q1"), ("seed", "3")], None);
        let learned =
            world.report("forecast", &[("period", "2026-Q1"), ("odds", "learned"), ("seed", "3")], None);
        // As it is set, one deal closes in the quarter, one time of ten; as was learned it does more often than not.
        let beyond = |told: &Told, name: &str| number(&fact(told, name)) - number(&fact(told, "closed"));
        assert_eq!((beyond(&set, "p50"), beyond(&learned, "p10")), (0.0, 0.0));
        assert!(beyond(&learned, "p90") >= 100_000.0, "{:?}", fact(&learned, "p90"));
        let past = rows(&learned, "foretold");
        assert_eq!(past.len(), 8, "{past:?}");
        assert_eq!([&past[0][0], &past[7][0]], ["2025-Q4", "2025-Q1"]);
        // As it is set, only that is tried; nobody has submitted anything.
        assert_eq!(rows(&set, "foretold").len(), 4);
        let people = cells(&set, "foretold_in_all", "people");
        assert_eq!((&people[1], &people[2]), (&Said::Count(0), &Said::NoData));
        let learned = cells(&learned, "foretold_in_all", "learned");
        assert!(number(&learned[1]) >= 2.0, "{learned:?}");
    }
}

/// What the page of a deal says to somebody: how likely it is won, and why.
fn glimpse(world: &World, actor: &Actor, deal: Id) -> Option<(f64, String)> {
    let registry = registry();
    let glimpse = registry.glimpse("win_probability").expect("a glimpse");
    let seen = world.read(actor, move |gate| {
        let record = gate.get(&OPPORTUNITY, deal)?;
        (glimpse.tell)(gate, &record)
    });
    seen.expect("told").map(|seen| (number(&seen.figure), format!("{:?}", seen.because)))
}

#[test]
fn the_page_of_a_deal_says_what_the_report_does_from_what_was_learned_minutes_ago() {
    for world in worlds() {
        history(&world, 200);
        let [good, bad] = open(&world);
        let late: Vec<Id> = (0..40)
            .map(|number| world.create(deal(&format!("Late {number}")).with(AMOUNT, usd(1_000))))
            .collect();
        late.iter().for_each(|one| talks(&world, *one));
        world.at("2026-03-16T09:00:00Z");
        let system = world.system();
        let told = |name: &str| {
            let told = world.report("win_probability", &[], None);
            let cells = cells(&told, "likely_deals", name);
            (number(&cells[4]), format!("{:?}", cells[7]))
        };
        assert_eq!(glimpse(&world, &system, good), Some(told("Good")));
        assert_eq!(glimpse(&world, &system, bad), Some(told("Bad")));
        // How the deal stands is read anew; what is learned of others, after a while.
        world.at("2026-03-16T09:05:00Z");
        let before = glimpse(&world, &system, bad).expect("told");
        talks(&world, bad);
        assert!(glimpse(&world, &system, bad).expect("told").0 > before.0);
        let lost = Draft::new(&OPPORTUNITY).with(STAGE, world.stage("Lost"));
        world.at("2026-03-16T09:06:00Z");
        for one in late {
            world.update(one, lost.clone().with(LOSS_REASON, "price".to_owned())).expect("lost");
        }
        let there = |at: &str| {
            world.at(at);
            glimpse(&world, &system, good).expect("told").0
        };
        let apart = |one: &str, other: &str| (there(one) - there(other)).abs();
        assert!(apart("2026-03-16T09:05:30Z", "2026-03-16T09:09:00Z") < 1e-3, "as it was learned");
        assert!(apart("2026-03-16T09:09:00Z", "2026-03-16T09:20:00Z") > 1e-3, "learned anew");
        assert_eq!(glimpse(&world, &system, good).map(|seen| seen.0), Some(told("Good").0));
        // Who may see none of the closed deals learns nothing from those of others.
        let ann = world.person("Ann", "account_executive", None);
        let own = Draft::new(&OPPORTUNITY).with(opportunity::OWNER, ann.user_id().expect("a person"));
        world.update(good, own).expect("given");
        assert_eq!(glimpse(&world, &ann, good), None);
        // What is closed has no probability.
        world.update(bad, lost.with(LOSS_REASON, "price".to_owned())).expect("lost");
        assert_eq!(glimpse(&world, &system, bad), None);
    }
}

#[test]
fn with_few_closed_deals_what_is_set_counts() {
    for world in worlds() {
        history(&world, 8);
        open(&world);
        let told = world.report("win_probability", &[], None);
        assert!(has_note(&told, "report-note-unlearned"));
        let good = cells(&told, "likely_deals", "Good");
        assert_eq!((number(&good[3]), &good[4], &good[7]), (0.1, &Said::NoData, &Said::Nothing));
        assert!(rows(&told, "odds_tested").is_empty());
        let learned = world.report("forecast", &[("period", "2026-Q1"), ("odds", "learned")], None);
        assert!(has_note(&learned, "report-note-unlearned"));
        let set = world.report("forecast", &[("period", "2026-Q1")], None);
        assert_eq!(fact(&learned, "p90"), fact(&set, "p90"));
        let past = rows(&learned, "foretold");
        assert!(
            past.iter().filter(|row| row[1].contains("learned")).all(|row| row[7] == "report-learned-few")
        );
    }
}

#[test]
fn a_workspace_without_deals_is_told_so() {
    for world in worlds() {
        for report in ["win_probability", "focus"] {
            let told = world.report(report, &[], None);
            assert_eq!(fact(&told, "deals_open"), Said::Count(0));
            assert!(has_note(&told, "report-note-unlearned"), "{report}");
        }
    }
}

#[test]
fn a_buying_signal_raises_a_deal_at_once_and_for_two_weeks() {
    for world in worlds() {
        let step =
            |draft: Draft| draft.with(NEXT_STEP, "Call".to_owned()).with(NEXT_STEP_DATE, day("2026-12-01"));
        let open = |name: &str, amount: i64| world.create(step(deal(name).with(AMOUNT, usd(amount))));
        open("Large", 1_500);
        let small = open("Small", 1_000);
        let order = || -> Vec<String> {
            rows(&world.report("focus", &[], None), "focus_deals")
                .into_iter()
                .map(|row| row[0].clone())
                .collect()
        };
        assert_eq!(order(), ["Large", "Small"]);
        let signal = world.create(
            Draft::new(&BUYING_SIGNAL)
                .with(buying_signal::OPPORTUNITY, small)
                .with(buying_signal::NAME, "Asked who signs".to_owned())
                .with(buying_signal::KIND, "contract_question".to_owned()),
        );
        let record: Record = world.get(&OPPORTUNITY, small);
        assert_eq!(record.get(LAST_SIGNAL), Some(day("2026-03-02")));
        assert_eq!(order(), ["Small", "Large"]);
        let told = world.report("focus", &[], None);
        // 1 000 × 0.1 × 4 × 0.1 × 0.9, twice.
        let cells = cells(&told, "focus_deals", "Small");
        assert_eq!((cells[6].clone(), number(&cells[7])), (Said::Word("report-signal-fresh"), 7_200.0));
        assert_eq!(fact(&told, "signals"), Said::Count(1));
        world.at("2026-03-16T09:00:00Z");
        assert_eq!(order(), ["Small", "Large"]);
        world.at("2026-03-17T09:00:00Z");
        assert_eq!(order(), ["Large", "Small"]);
        world.write(&world.system(), move |gate| gate.trash(&BUYING_SIGNAL, signal, None)).expect("deleted");
        assert_eq!(world.get(&OPPORTUNITY, small).get(LAST_SIGNAL), None);
    }
}

#[test]
fn weak_deals_are_told_with_what_speaks_against_them() {
    for world in worlds() {
        let sam = world.person("Sam", "account_executive", None);
        let owner = sam.user_id().expect("a person");
        world.at("2026-01-05T09:00:00Z");
        let silent = world.create(
            deal("Silent")
                .with(AMOUNT, usd(300))
                .with(EXPECTED_CLOSE_DATE, day("2026-02-01"))
                .with(cordee_catalog::opportunity::OWNER, owner),
        );
        for (at, to) in [("06", "2026-02-10"), ("07", "2026-02-20"), ("08", "2026-03-30")] {
            world.at(&format!("2026-01-{at}T09:00:00Z"));
            puts_off(&world, silent, to);
        }
        world.at("2026-03-02T09:00:00Z");
        world.create(deal("Fresh").with(AMOUNT, usd(100)));
        let told = world.report("focus", &[], None);
        let weak = rows(&told, "weak_deals");
        assert_eq!(weak.len(), 1);
        let against = format!("{:?}", cells(&told, "weak_deals", "Silent")[6]);
        assert_eq!(cells(&told, "weak_deals", "Silent")[5], Said::Day(day("2026-03-30")));
        for reason in ["silent", "slips", "no-next-step"] {
            assert!(against.contains(&format!("report-against-{reason}")), "{against}");
        }
        assert!(
            against.contains("(\"days\", Count(56))") && against.contains("(\"times\", Count(3))"),
            "{against}"
        );
        // One reason alone is a thing to do, and so it is worth work still.
        assert_eq!(rows(&told, "focus_deals")[0][0], "Fresh");
        let risk = |name: &str| cells(&told, "risks", name)[1..3].to_vec();
        assert_eq!(risk("no_next_step"), [Said::Count(2), Said::Money(Decimal::from(40_000))]);
        assert_eq!(risk("slips"), [Said::Count(1), Said::Money(Decimal::from(30_000))]);
        assert_eq!(risk("unlikely")[0], Said::Count(0));
        let asked = world.report("focus", &[("risk", "no_next_step")], None);
        assert_eq!(rows(&asked, "weak_deals").len(), 2);
        let theirs = world.report("focus", &[("owner", &owner.to_string())], None);
        assert_eq!(fact(&theirs, "deals_open"), Said::Count(1));
        // A signal brings it to life.
        world.create(
            Draft::new(&BUYING_SIGNAL)
                .with(buying_signal::OPPORTUNITY, silent)
                .with(buying_signal::NAME, "Started a trial".to_owned())
                .with(buying_signal::KIND, "trial_started".to_owned()),
        );
        let told = world.report("focus", &[], None);
        assert_eq!(fact(&told, "weak"), Said::Count(0));
        assert_eq!(rows(&told, "focus_deals").len(), 2);
    }
}
