//! The scoreboard: what it tells of each person, of the team, and of one who is coached, and to whom.

use cordee_base::{Decimal, Id, Moment, Outcome, Problem};
use cordee_catalog::activity::{ACTIVITY, DIRECTION, DONE, DONE_AT, KIND, OWNER as DOER, SUBJECT};
use cordee_catalog::opportunity::{
    ACTUAL_CLOSE_DATE, AMOUNT, ENGAGED_ON, EXPECTED_CLOSE_DATE, LOSS_REASON, OPPORTUNITY, OWNER, STAGE,
};
use cordee_catalog::quota::{self, QUOTA};
use cordee_features::registry;
use cordee_kit::{Behind, ReportPart, Said, Table, Told, WishText};
use cordee_records::{Actor, Query};
use cordee_schema::{Draft, Filter, Object};

use crate::support::{World, day, deal, usd, worlds};

fn id(actor: &Actor) -> Id {
    actor.user_id().expect("a person")
}

/// What the scoreboard tells this actor of these answers.
fn ask(world: &World, actor: &Actor, answers: &[(&str, &str)]) -> Outcome<Told> {
    let registry = registry();
    let report = registry.report("scoreboard").expect("a report");
    let answers = answers.iter().map(|(name, answer)| ((*name).to_owned(), (*answer).to_owned())).collect();
    let text = WishText { answers, filter: None };
    world.read(actor, move |gate| {
        let wish = text.read(gate, report)?;
        (report.tell)(gate, &wish)
    })
}

fn told(world: &World, answers: &[(&str, &str)]) -> Told {
    ask(world, &world.system(), answers).expect("told")
}

/// In words: amounts in whole units, shares and numbers with two decimals.
fn word(said: &Said) -> String {
    let short = |number: &Decimal| number.round_dp(2).normalize().to_string();
    match said {
        Said::Money(minor) => short(&(*minor / Decimal::ONE_HUNDRED)),
        Said::Count(count) => count.to_string(),
        Said::Ratio(number) | Said::Number(number) | Said::Days(number) => short(number),
        Said::Between(middle, _, _, n) => format!("{} of {n}", word(middle)),
        Said::Text(text) => text.clone(),
        Said::Word(key) => (*key).trim_start_matches("report-").to_owned(),
        Said::NoData => "no data".to_owned(),
        Said::Nothing => String::new(),
        other => format!("{other:?}"),
    }
}

fn table<'a>(told: &'a Told, name: &str) -> &'a Table {
    let found = told.parts.iter().find_map(|part| match part {
        ReportPart::Table(table) if table.sheet.name == name => Some(table),
        _ => None,
    });
    found.expect(name)
}

fn rows(told: &Told, name: &str) -> Vec<Vec<String>> {
    table(told, name).rows.iter().map(|row| row.cells.iter().map(word).collect()).collect()
}

fn notes(told: &Told) -> Vec<&'static str> {
    let key = |part: &ReportPart| match part {
        ReportPart::Note(key, _) => Some(*key),
        _ => None,
    };
    told.parts.iter().filter_map(key).collect()
}

/// How many records the row of a table opens to.
fn opened(world: &World, told: &Told, name: &str, row: usize) -> u64 {
    let opens = match table(told, name).rows[row].behind.clone() {
        Some(Behind::Records(text, _)) => Some((&OPPORTUNITY as &'static Object, text)),
        Some(Behind::Others(object, text)) => {
            assert_eq!(object, ACTIVITY.name);
            Some((&ACTIVITY as &'static Object, text))
        }
        _ => None,
    };
    let (object, text) = opens.expect("opens");
    let count = world.read(&world.system(), move |gate| {
        let filter = Filter::read(&text, gate.catalog(), object, gate.reading())?;
        gate.count(&Query::of(object).filter(filter))
    });
    count.expect("a count")
}

fn closed(world: &World, seller: Id, stage: &str, amount: i64) {
    let draft = deal(stage).with(OWNER, seller).with(AMOUNT, usd(amount));
    let draft = draft.with(STAGE, world.stage(stage)).with(ACTUAL_CLOSE_DATE, day("2026-02-10"));
    let draft = draft.with(ENGAGED_ON, day("2026-01-31"));
    world.create(if stage == "Lost" { draft.with(LOSS_REASON, "price".to_owned()) } else { draft });
}

fn open(world: &World, seller: Id, amount: i64) -> Id {
    let draft = deal("Open").with(OWNER, seller).with(AMOUNT, usd(amount));
    world.create(draft.with(EXPECTED_CLOSE_DATE, day("2026-03-20")))
}

fn did(world: &World, person: Id, kind: &str, direction: &str, at: &str) {
    let at: Moment = at.parse().expect("a moment");
    let draft = Draft::new(&ACTIVITY)
        .with(SUBJECT, kind.to_owned())
        .with(KIND, kind.to_owned())
        .with(DONE, true)
        .with(DONE_AT, at)
        .with(DOER, person);
    world.create(match direction {
        "" => draft,
        direction => draft.with(DIRECTION, direction.to_owned()),
    });
}

/// Anna, who does and wins most; Boris, who is in the middle; Chen, who has the largest open deal. All in one team.
fn three(world: &World) -> (Id, [Actor; 3]) {
    let team = world.team("North");
    let people = ["Anna", "Boris", "Chen"].map(|name| world.person(name, "account_executive", Some(team)));
    let [anna, boris, chen] = [id(&people[0]), id(&people[1]), id(&people[2])];
    for (seller, stage, amount) in [
        (anna, "Won", 100),
        (anna, "Won", 300),
        (anna, "Lost", 70),
        (boris, "Won", 200),
        (boris, "Lost", 70),
        (chen, "Lost", 70),
        (chen, "Lost", 70),
    ] {
        closed(world, seller, stage, amount);
    }
    open(world, chen, 500);
    for (person, kind, direction, at) in [
        (anna, "call", "outbound", "2026-01-01T10:00:00Z"),
        (anna, "call", "inbound", "2026-02-10T10:00:00Z"),
        (anna, "email", "", "2026-03-02T08:00:00Z"),
        // What the customer writes is nothing that Anna did; December is another quarter.
        (anna, "email", "inbound", "2026-02-10T10:00:00Z"),
        (anna, "call", "outbound", "2025-12-31T10:00:00Z"),
        (anna, "task", "", "2026-02-10T10:00:00Z"),
        (boris, "demo", "", "2026-02-10T10:00:00Z"),
    ] {
        did(world, person, kind, direction, at);
    }
    let draft = Draft::new(&QUOTA).with(quota::OWNER, anna).with(quota::AMOUNT, usd(800));
    world.create(draft.with(quota::PERIOD, "2026-Q1".to_owned()));
    (team, people)
}

#[test]
fn everybody_is_held_against_the_median() {
    for world in worlds() {
        let (team, _) = three(&world);
        // Somebody of another team, who would move the medians.
        let other = world.person("Dana", "account_executive", None);
        closed(&world, id(&other), "Won", 9_000);
        let team = team.to_string();
        let told = told(&world, &[("period", "2026-Q1"), ("team", &team)]);
        let sales = [
            ["Anna", "3", "2", "1", "0.67", "400", "200", "10", "0", "0.5"],
            ["Boris", "2", "1", "1", "0.5", "200", "200", "10", "0", "no data"],
            ["Chen", "3", "0", "2", "0", "0", "no data", "no data", "500", "no data"],
            // Fewer than three have won a deal or have a quota.
            ["scoreboard-median", "3", "1", "1", "0.5", "200", "no data", "no data", "0", "no data"],
        ];
        assert_eq!(rows(&told, "score_sales"), sales.map(|row| row.map(str::to_owned).to_vec()));
        // 43 working days from the first of January to the second of March.
        let done = [
            ["Anna", "2", "1", "0", "0", "3", "0.07"],
            ["Boris", "0", "0", "0", "1", "1", "0.02"],
            ["Chen", "0", "0", "0", "0", "0", "0"],
            ["scoreboard-median", "0", "0", "0", "0", "1", "0.02"],
        ];
        assert_eq!(rows(&told, "score_activity"), done.map(|row| row.map(str::to_owned).to_vec()));
        let standing = [
            ["Anna", "scoreboard-per-day", "0.07", "0.02", "scoreboard-nothing", "", ""],
            ["Boris", "scoreboard-nothing", "", "", "column-new-deals", "2", "3"],
            ["Chen", "scoreboard-nothing", "", "", "scoreboard-per-day", "0", "0.02"],
        ];
        assert_eq!(rows(&told, "score_standing"), standing.map(|row| row.map(str::to_owned).to_vec()));
        assert_eq!(opened(&world, &told, "score_sales", 0), 2);
        assert_eq!(opened(&world, &told, "score_activity", 0), 3);
        assert!(notes(&told).is_empty());
    }
}

#[test]
fn a_coach_sees_one_persons_figures_beside_the_usual() {
    for world in worlds() {
        let (team, [anna, ..]) = three(&world);
        let (team, anna) = (team.to_string(), id(&anna).to_string());
        let told = told(&world, &[("period", "2026-Q1"), ("team", &team), ("person", &anna)]);
        let coaching = [
            ["scoreboard-per-day", "0.07", "0.02", "0.05", "scoreboard-better"],
            ["column-new-deals", "3", "3", "0", "scoreboard-usual"],
            ["column-won", "2", "1", "1", "scoreboard-better"],
            ["column-won-value", "400", "200", "200", "scoreboard-better"],
            // Two of three may be one of two by chance.
            ["column-win-rate", "0.67 of 3", "0.5", "0.17", "scoreboard-chance"],
            ["column-average-won", "200", "no data", "no data", "no data"],
            ["column-cycle", "10", "no data", "no data", "no data"],
            ["column-open-value", "0", "0", "0", "scoreboard-usual"],
            ["column-attainment", "0.5", "no data", "no data", "no data"],
        ];
        assert_eq!(rows(&told, "coaching"), coaching.map(|row| row.map(str::to_owned).to_vec()));
        // What each row opens to: done, made, won, won, closed, won, won, open, won.
        let behind: Vec<u64> = (0..9).map(|row| opened(&world, &told, "coaching", row)).collect();
        assert_eq!(behind, [3, 3, 2, 2, 3, 2, 2, 0, 2]);
        assert_eq!(rows(&told, "coaching_stages").len(), 5, "the open stages");
    }
}

#[test]
fn stages_are_compared_with_those_of_the_others() {
    for world in worlds() {
        world.at("2026-01-05T09:00:00Z");
        let people = ["Anna", "Boris"].map(|name| world.person(name, "account_executive", None));
        let [anna, boris] = people.map(|person| id(&person));
        let all: Vec<(Id, bool)> = (0..24)
            .map(|at| (open(&world, if at % 2 == 0 { anna } else { boris }, 10), at % 2 == 0))
            .collect();
        world.at("2026-01-12T09:00:00Z");
        for (deal, hers) in all {
            // Hers all go on from prospecting, his are all lost there.
            let stage = world.stage(if hers { "Proposal" } else { "Lost" });
            let draft = Draft::new(&OPPORTUNITY).with(STAGE, stage);
            world.update(deal, draft.with(LOSS_REASON, "price".to_owned())).expect("moved");
        }
        world.at("2026-03-02T09:00:00Z");
        let told = told(&world, &[("period", "2026-Q1"), ("person", &anna.to_string())]);
        let stages = rows(&told, "coaching_stages");
        let first = ["Prospecting", "1 of 12", "0 of 12", "1 of 12", "scoreboard-better"];
        assert_eq!(stages[0], first.map(str::to_owned).to_vec());
        let third = ["Proposal", "no data", "no data", "no data", "no data"];
        assert_eq!(stages[3], third.map(str::to_owned).to_vec());
        // Two people have no median, and it says so.
        assert_eq!(notes(&told)[0], "report-scoreboard-few");
    }
}

#[test]
fn what_was_open_is_told_as_of_the_end_of_a_period_that_is_over() {
    for world in worlds() {
        world.at("2025-12-10T09:00:00Z");
        let anna = id(&world.person("Anna", "account_executive", None));
        let deal = open(&world, anna, 500);
        world.at("2026-02-10T09:00:00Z");
        let won = Draft::new(&OPPORTUNITY).with(STAGE, world.stage("Won"));
        world.update(deal, won).expect("won");
        world.at("2026-03-02T09:00:00Z");
        for (period, open, won) in [("2025-Q4", "500", "0"), ("2026-Q1", "0", "500")] {
            let row = rows(&told(&world, &[("period", period)]), "score_sales").remove(0);
            assert_eq!((row[5].as_str(), row[8].as_str()), (won, open), "{period}: {row:?}");
        }
    }
}

#[test]
fn one_sees_the_figures_of_those_whose_deals_one_sees() {
    for world in worlds() {
        let (team, [_, boris, _]) = three(&world);
        let lead = world.person("Lena", "head_of_sales", Some(team));
        let south = world.team("South");
        let dana = world.person("Dana", "account_executive", Some(south));
        closed(&world, id(&dana), "Won", 9_000);
        let period = ("period", "2026-Q1");
        let names = |told: &Told| -> Vec<String> {
            rows(told, "score_sales").into_iter().map(|row| row[0].clone()).collect()
        };
        let of_lead = ask(&world, &lead, &[period]).expect("told");
        assert_eq!(names(&of_lead), ["Anna", "Boris", "Chen", "scoreboard-median"]);
        // Dana sees the deals of her own team, and is told why nothing is compared.
        let of_dana = ask(&world, &dana, &[period]).expect("told");
        assert_eq!(names(&of_dana), ["Dana"]);
        assert_eq!(notes(&of_dana), ["report-scoreboard-few"]);
        let of_boris = ask(&world, &dana, &[period, ("person", &id(&boris).to_string())]).expect("told");
        assert!(rows(&of_boris, "coaching").is_empty());
    }
}

#[test]
fn somebody_of_another_team_is_refused() {
    for world in worlds() {
        let (team, _) = three(&world);
        let other = id(&world.person("Dana", "account_executive", None)).to_string();
        let team = team.to_string();
        let refused = ask(&world, &world.system(), &[("team", &team), ("person", &other)]);
        let faults = match refused {
            Err(Problem::Invalid(faults)) => faults,
            other => panic!("{other:?}"),
        };
        assert_eq!(faults[0].field.as_deref(), Some("person"));
        assert_eq!(faults[0].key, "error-scoreboard-stranger");
        let unknown = ask(&world, &world.system(), &[("team", "nobody")]);
        assert!(matches!(unknown, Err(Problem::Invalid(_))), "{unknown:?}");
    }
}
