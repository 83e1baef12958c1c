//! Quotas: what they may be, how they are split, and what the report of coverage tells of them.

use cordee_base::{Chance, Currency, Decimal, Id, Money, Outcome, Problem, SeededChance};
use cordee_catalog::opportunity::{
    ACTUAL_CLOSE_DATE, AMOUNT as WORTH, EXPECTED_CLOSE_DATE, LOSS_REASON, OPPORTUNITY, OWNER as SELLER,
    PROBABILITY, PRODUCT, STAGE,
};
use cordee_catalog::product;
use cordee_catalog::quota::{
    AMOUNT, FIRST_DAY, FULL_AMOUNT, LAST_DAY, OWNER, PERIOD, QUOTA, RAMP, RAMP_FROM, SERIES, TEAM, TITLE,
};
use cordee_features::registry;
use cordee_kit::{Behind, ReportPart, Said, Told, WishText};
use cordee_records::system::{team, user, workspace};
use cordee_records::{Actor, Query};
use cordee_schema::{Draft, Filter, Record, Value};
use serde_json::json;

use crate::support::{World, day, deal, usd, worlds};

/// A quota of somebody for a period.
pub fn quota(period: &str, amount: i64) -> Draft {
    Draft::new(&QUOTA).with(PERIOD, period.to_owned()).with(AMOUNT, usd(amount))
}

pub fn id(actor: &Actor) -> Id {
    actor.user_id().expect("a person")
}

/// What coverage tells this actor of these answers.
pub fn coverage(world: &World, actor: &Actor, answers: &[(&str, &str)]) -> Outcome<Told> {
    let registry = registry();
    let report = registry.report("coverage").expect("a report");
    let answers = answers.iter().map(|(name, answer)| ((*name).to_owned(), (*answer).to_owned())).collect();
    let text = WishText { answers, filter: None };
    world.read(actor, move |gate| {
        let wish = text.read(gate, report)?;
        (report.tell)(gate, &wish)
    })
}

fn told(world: &World, answers: &[(&str, &str)]) -> Told {
    coverage(world, &world.system(), answers).expect("told")
}

/// In words: amounts in whole units, shares and numbers with two decimals.
pub fn word(said: &Said) -> String {
    match said {
        Said::Money(minor) => (*minor / Decimal::ONE_HUNDRED).round_dp(2).normalize().to_string(),
        Said::Count(count) => count.to_string(),
        Said::Ratio(number) | Said::Number(number) => number.round_dp(2).normalize().to_string(),
        Said::Text(text) | Said::Record(_, _, text) => text.clone(),
        Said::Word(key) => (*key).to_owned(),
        Said::NoData => "no data".to_owned(),
        Said::Nothing => String::new(),
        other => format!("{other:?}"),
    }
}

pub fn fact(told: &Told, name: &str) -> String {
    let facts = told.parts.iter().find_map(|part| match part {
        ReportPart::Facts(facts) => Some(facts),
        _ => None,
    });
    let fact = facts.and_then(|facts| facts.iter().find(|fact| fact.name == name));
    word(&fact.expect(name).said)
}

/// The cells of a table by the names of these columns.
pub fn cells(told: &Told, table: &str, columns: &[&str]) -> Vec<Vec<String>> {
    let table = told.parts.iter().find_map(|part| match part {
        ReportPart::Table(one) if one.sheet.name == table => Some(one),
        _ => None,
    });
    let table = table.expect("a table");
    let place = |name: &&str| table.sheet.columns.iter().position(|column| column == name).expect("a column");
    let places: Vec<usize> = columns.iter().map(place).collect();
    table.rows.iter().map(|row| places.iter().map(|place| word(&row.cells[*place])).collect()).collect()
}

/// The cells by the names of these columns, each of the table that has it: what is won, or the pipeline.
pub fn lines(told: &Told, columns: &[&str]) -> Vec<Vec<String>> {
    let of = |name: &str| {
        let won = ["whose", "quota", "won_so_far", "attainment", "pace", "left", "per_week"].contains(&name);
        cells(told, if won { "quota_rows" } else { "coverage_rows" }, &[name])
    };
    let columns: Vec<Vec<Vec<String>>> = columns.iter().map(|name| of(name)).collect();
    let row = |place: usize| columns.iter().map(|column| column[place][0].clone()).collect();
    (0..columns[0].len()).map(row).collect()
}

/// How many deals a row of a table opens to.
pub fn opened(world: &World, told: &Told, table: &str, whose: &str) -> u64 {
    let rows = told.parts.iter().find_map(|part| match part {
        ReportPart::Table(one) if one.sheet.name == table => Some(&one.rows),
        _ => None,
    });
    let row = rows.and_then(|rows| rows.iter().find(|row| word(&row.cells[0]) == whose)).expect(whose);
    let text = match row.behind.clone() {
        Some(Behind::Records(text, _)) => Some(text),
        _ => None,
    };
    let text = text.expect(whose);
    let count = world.read(&world.system(), move |gate| {
        let filter = Filter::read(&text, gate.catalog(), &OPPORTUNITY, gate.reading())?;
        gate.count(&Query::of(&OPPORTUNITY).filter(filter))
    });
    count.expect("a count")
}

pub fn faults(outcome: Outcome<impl std::fmt::Debug>) -> Vec<(String, &'static str)> {
    let faults = match outcome.expect_err("refused") {
        Problem::Invalid(faults) => Ok(faults),
        other => Err(other),
    };
    let faults = faults.expect("faults");
    faults.into_iter().map(|fault| (fault.field.unwrap_or_default(), fault.key)).collect()
}

pub fn fault(field: &str, key: &'static str) -> Vec<(String, &'static str)> {
    vec![(field.to_owned(), key)]
}

/// A deal won or lost by somebody.
pub fn closed(world: &World, seller: Id, stage: &str, amount: i64, on: &str) -> Draft {
    let draft = deal(stage).with(SELLER, seller).with(WORTH, usd(amount));
    let draft = draft.with(STAGE, world.stage(stage)).with(ACTUAL_CLOSE_DATE, day(on));
    if stage == "Lost" { draft.with(LOSS_REASON, "price".to_owned()) } else { draft }
}

/// A deal of somebody that should close on a day.
pub fn open(seller: Id, amount: i64, on: &str) -> Draft {
    deal("Open").with(SELLER, seller).with(WORTH, usd(amount)).with(EXPECTED_CLOSE_DATE, day(on))
}

/// A team led by a head of sales, with sellers of these names.
pub fn team_of(world: &World, name: &str, sellers: &[&str]) -> (Id, Actor, Vec<Actor>) {
    let team = world.team(name);
    let lead = world.person(&format!("Head of {name}"), "head_of_sales", Some(team));
    world.update(team, Draft::new(&team::TEAM).with(team::MANAGER, id(&lead))).expect("led");
    let people = sellers.iter().map(|name| world.person(name, "account_executive", Some(team)));
    (team, lead, people.collect())
}

fn all(world: &World) -> Vec<Record> {
    let mut quotas = world.all(&QUOTA);
    quotas.sort_by_key(Record::title);
    quotas
}

/// All quotas with what is to be won, in cents.
fn amounts(world: &World) -> Vec<(String, i64)> {
    let amount = |quota: &Record| quota.get(AMOUNT).expect("an amount").minor();
    all(world).iter().map(|quota| (quota.title(), amount(quota))).collect()
}

fn named(expected: &[(&str, i64)]) -> Vec<(String, i64)> {
    expected.iter().map(|(title, minor)| ((*title).to_owned(), *minor)).collect()
}

#[test]
fn the_worked_example_of_coverage_holds() {
    for world in worlds() {
        let ann = id(&world.person("Ann", "account_executive", None));
        world.create(quota("2026-Q1", 150).with(OWNER, ann));
        world.create(closed(&world, ann, "Won", 50, "2026-02-10"));
        world.create(open(ann, 100, "2026-03-20").with(PROBABILITY, cordee_base::Percent::new(20)));
        world.create(open(ann, 200, "2026-03-31").with(PROBABILITY, cordee_base::Percent::new(50)));
        // None of these counts: another quarter, and somebody without a quota.
        world.create(open(ann, 999, "2026-04-01"));
        world.create(closed(&world, ann, "Won", 999, "2025-12-31"));
        let bob = id(&world.person("Bob", "account_executive", None));
        world.create(open(bob, 70, "2026-03-20"));

        // 60 of the 90 days are gone on the second of March, 30 are left.
        let told = told(&world, &[]);
        let expected = [
            ("quota", "150"),
            ("won_so_far", "50"),
            ("attainment", "0.33"),
            ("pace", "0.5"),
            ("left", "100"),
            ("per_week", "23.33"),
            ("open_closing", "300"),
            ("weighted_closing", "120"),
            ("covers_quota", "2"),
            ("covers_rest", "3"),
            ("weighted_covers_quota", "0.8"),
            ("weighted_covers_rest", "1.2"),
            ("target_coverage", "no data"),
            ("missing_pipeline", "no data"),
        ];
        for (name, value) in expected {
            assert_eq!(fact(&told, name), value, "{name}");
        }
        let rows = lines(&told, &["whose", "quota", "open_closing", "covers_rest"]);
        assert_eq!(rows, [["Ann", "150", "300", "3"], ["Bob", "", "70", "no data"]]);
        assert_eq!(opened(&world, &told, "quota_rows", "Ann"), 1);
        assert_eq!(opened(&world, &told, "coverage_rows", "Ann"), 2);
        assert_eq!(opened(&world, &told, "coverage_rows", "Bob"), 1);

        // The month has no quota of its own, and says so.
        let told = self::told(&world, &[("period", "2026-03")]);
        assert_eq!(fact(&told, "quota"), "no data");
        assert_eq!(fact(&told, "covers_quota"), "no data");
        let noted = |key: &str| {
            told.parts.iter().any(|part| matches!(part, ReportPart::Note(note, _) if *note == key))
        };
        assert!(noted("report-coverage-no-quota") && noted("report-coverage-few"));
    }
}

#[test]
fn the_target_comes_from_ones_own_win_rate_by_value() {
    for world in worlds() {
        let ann = id(&world.person("Ann", "account_executive", None));
        world.create(quota("2026-Q1", 1_000).with(OWNER, ann));
        // 600 of 2,400 in the four quarters before: a rate of a quarter, so four times what is left.
        for place in 0..30 {
            let (stage, amount) = if place < 20 { ("Lost", 90) } else { ("Won", 60) };
            world.create(closed(&world, ann, stage, amount, "2025-06-30"));
        }
        world.create(closed(&world, ann, "Lost", 5_000, "2024-12-31"));
        world.create(open(ann, 1_500, "2026-03-20"));
        let told = told(&world, &[]);
        assert_eq!(fact(&told, "target_coverage"), "4");
        assert_eq!(fact(&told, "missing_pipeline"), "2500");
        let rows = lines(&told, &["target_coverage", "closed_before", "missing_pipeline"]);
        assert_eq!(rows, [["4", "30", "2500"]]);
    }
}

#[test]
fn coverage_is_asked_as_of_an_earlier_day() {
    for world in worlds() {
        world.at("2026-01-05T09:00:00Z");
        let ann = id(&world.person("Ann", "account_executive", None));
        world.create(quota("2026-Q1", 150).with(OWNER, ann));
        let deal = world.create(open(ann, 300, "2026-03-20"));
        world.at("2026-02-10T09:00:00Z");
        let won = Draft::new(&OPPORTUNITY).with(WORTH, usd(100)).with(STAGE, world.stage("Won"));
        world.update(deal, won).expect("won");
        world.at("2026-03-02T09:00:00Z");
        let now = told(&world, &[]);
        assert_eq!([fact(&now, "won_so_far"), fact(&now, "open_closing")], ["100", "0"]);
        let then = told(&world, &[("as_of", "2026-02-09")]);
        assert_eq!([fact(&then, "won_so_far"), fact(&then, "open_closing")], ["0", "300"]);
        // 40 of 90 days are over at the end of that day; nothing is won.
        assert_eq!(fact(&then, "pace"), "0");
        let told = told(&world, &[("as_of", "2026-02-10")]);
        assert_eq!(fact(&told, "pace"), "1.46");
        // Teams and families are asked as of a day too; nobody has such a quota.
        for by in ["team", "series"] {
            let then = self::told(&world, &[("as_of", "2026-02-09"), ("by", by)]);
            assert_eq!([fact(&then, "quota"), fact(&then, "open_closing")], ["no data", "300"], "{by}");
        }
        let future = coverage(&world, &world.system(), &[("as_of", "2026-03-03")]);
        assert_eq!(faults(future), fault("as_of", "error-coverage-future"));
    }
}

#[test]
fn a_team_is_covered_by_all_below_it() {
    for world in worlds() {
        let (north, ..) = team_of(&world, "North", &[]);
        let (east, _, east_people) = team_of(&world, "East", &["Ann"]);
        let (west, _, west_people) = team_of(&world, "West", &["Bob"]);
        for below in [east, west] {
            world.update(below, Draft::new(&team::TEAM).with(team::PARENT, north)).expect("below");
        }
        world.create(quota("2026-Q1", 500).with(TEAM, north));
        world.create(quota("2026-Q1", 300).with(TEAM, east));
        world.create(closed(&world, id(&east_people[0]), "Won", 100, "2026-02-01"));
        world.create(open(id(&west_people[0]), 200, "2026-03-10"));
        let told = told(&world, &[("by", "team")]);
        let rows = lines(&told, &["whose", "quota", "won_so_far", "open_closing"]);
        let expected =
            [["North", "500", "100", "200"], ["East", "300", "100", "0"], ["West", "", "0", "200"]];
        assert_eq!(rows, expected);
        // The whole is that of the team on top, not both.
        assert_eq!(fact(&told, "quota"), "500");
        assert_eq!(fact(&told, "won_so_far"), "100");
        assert_eq!(opened(&world, &told, "coverage_rows", "North"), 1);
        // A team can't lie below itself.
        let circle = world.update(north, Draft::new(&team::TEAM).with(team::PARENT, east));
        assert_eq!(faults(circle), fault("parent", "error-loop"));
    }
}

#[test]
fn product_families_have_quotas_of_their_own() {
    for world in worlds() {
        let ann = id(&world.person("Ann", "account_executive", None));
        let product = |name: &str, series: &str| {
            let draft = Draft::new(&product::PRODUCT).with(product::NAME, name.to_owned());
            world.create(draft.with(product::SERIES, series.to_owned()))
        };
        let (sensor, software) = (product("S1", "Sensors"), product("W1", "Software"));
        world.create(quota("2026-Q1", 100).with(OWNER, ann).with(SERIES, "sensors".to_owned()));
        world.create(quota("2026-Q1", 400).with(OWNER, ann));
        world.create(open(ann, 150, "2026-03-10").with(PRODUCT, sensor));
        world.create(open(ann, 70, "2026-03-10").with(PRODUCT, software));
        let told = told(&world, &[("by", "series")]);
        let rows = lines(&told, &["whose", "quota", "open_closing", "covers_quota"]);
        assert_eq!(rows, [["sensors", "100", "150", "1.5"]]);
        assert_eq!(opened(&world, &told, "coverage_rows", "sensors"), 1);
        assert_eq!(fact(&told, "open_closing"), "150");
    }
}

#[test]
fn a_quota_is_for_a_period_of_the_fiscal_calendar() {
    for world in worlds() {
        let ann = id(&world.person("Ann", "account_executive", None));
        let of = |period: &str| {
            let draft = quota(period, 10).with(OWNER, ann);
            world.try_create(&world.system(), draft)
        };
        for period in ["soon", "2026-Q5", "2026-13", "2026-W07", "26", "0000", "2026-1", "9999999"] {
            assert_eq!(faults(of(period)), fault("period", "error-quota-period"), "{period}");
        }
        let made = world.get(&QUOTA, of(" 2026-q3 ").expect("a quota"));
        assert_eq!(made.get(PERIOD).as_deref(), Some("2026-Q3"));
        assert_eq!(made.get(TITLE).as_deref(), Some("2026-Q3 · Ann"));
        assert_eq!(made.get(FIRST_DAY).zip(made.get(LAST_DAY)), Some((day("2026-07-01"), day("2026-09-30"))));
        // Where years begin in April, the third quarter of 2027 is the end of 2026.
        let start = Draft::new(&workspace::WORKSPACE).with(workspace::FISCAL_YEAR_START, Decimal::from(4));
        world.update(world.workspace, start).expect("set");
        let made = world.get(&QUOTA, of("2027-Q3").expect("a quota"));
        assert_eq!(made.get(FIRST_DAY).zip(made.get(LAST_DAY)), Some((day("2026-10-01"), day("2026-12-31"))));
    }
}

#[test]
fn a_quota_is_somebodys_once_and_can_be_added_up() {
    for world in worlds() {
        let system = world.system();
        let ann = id(&world.person("Ann", "account_executive", None));
        let first = world.create(quota("2026-Q1", 10).with(OWNER, ann));
        let again = |draft: Draft| world.try_create(&system, draft);
        let twice = again(quota("2026-Q1", 20).with(OWNER, ann));
        let Err(Problem::Invalid(told)) = twice else { panic!("{twice:?}") };
        assert_eq!(told[0].key, "error-quota-twice");
        let said = format!("{:?}", told[0]);
        assert!(said.contains("2026-Q1 · Ann") && said.contains("10.00 USD"), "{said}");
        // Of a family it is another one, however often that is written otherwise.
        let family = |name: &str| quota("2026-Q1", 5).with(OWNER, ann).with(SERIES, name.to_owned());
        again(family("Sensors")).expect("another");
        assert_eq!(faults(again(family("SENSORS"))), fault("period", "error-quota-twice"));
        // Its own change is no second one; becoming like another is.
        world.update(first, Draft::new(&QUOTA).with(AMOUNT, usd(11))).expect("changed");
        let second = again(quota("2026-Q2", 10).with(OWNER, ann)).expect("another quarter");
        let moved = world.update(second, Draft::new(&QUOTA).with(PERIOD, "2026-Q1".to_owned()));
        assert_eq!(faults(moved), fault("period", "error-quota-twice"));

        assert_eq!(faults(again(quota("2026-Q1", 10))), fault("owner", "error-required"));
        let lost = world.team("Nobody leads");
        assert_eq!(faults(again(quota("2026-Q1", 10).with(TEAM, lost))), fault("owner", "error-quota-lead"));
        let below = quota("2026-Q4", -10).with(OWNER, ann);
        assert_eq!(faults(again(below)), fault("amount", "error-quota-negative"));
        let pounds = Money::from_minor(100, "GBP".parse().expect("a currency"));
        let draft = quota("2026-Q4", 1).with(OWNER, ann).with(AMOUNT, pounds);
        assert_eq!(faults(again(draft)), fault("amount", "error-rate-missing"));
    }
}

#[test]
fn a_new_hire_grows_into_the_quota() {
    for world in worlds() {
        let system = world.system();
        let ann = id(&world.person("Ann", "account_executive", None));
        let draft = || Draft::new(&QUOTA).with(OWNER, ann).with(PERIOD, "2026-Q2".to_owned());
        let ramp = |draft: Draft, ramp: &str| {
            draft.with(FULL_AMOUNT, usd(300)).with(RAMP, ramp.to_owned()).with(RAMP_FROM, day("2026-01-01"))
        };
        let made = world.create(ramp(draft(), "0; 25 50% 75,100"));
        let stands = world.get(&QUOTA, made);
        assert_eq!(stands.get(AMOUNT), Some(usd(275)));
        assert_eq!(stands.get(RAMP).as_deref(), Some("0, 25, 50, 75, 100"));
        // What is reckoned follows, and is not set by hand.
        world.update(made, Draft::new(&QUOTA).with(PERIOD, "2026-Q1".to_owned())).expect("moved");
        assert_eq!(world.get(&QUOTA, made).get(AMOUNT), Some(usd(75)));
        let by_hand = world.update(made, Draft::new(&QUOTA).with(AMOUNT, usd(1)));
        assert_eq!(faults(by_hand), fault("amount", "error-read-only-now"));

        for wrong in ["fast", "0, 120", "-5", ",", "10 20 x"] {
            let refused = world.try_create(&system, ramp(draft(), wrong));
            assert_eq!(faults(refused), fault("ramp", "error-quota-ramp"), "{wrong}");
        }
        let lacking = draft().with(RAMP, "0, 50".to_owned()).with(AMOUNT, usd(5));
        let lacking = faults(world.try_create(&system, lacking));
        let both = [fault("full_amount", "error-required"), fault("ramp_from", "error-required")].concat();
        assert_eq!(lacking, both);
        assert_eq!(faults(world.try_create(&system, draft())), fault("amount", "error-required"));
    }
}

#[test]
fn a_team_s_quota_is_split_to_the_cent() {
    for world in worlds() {
        let (north, head, people) = team_of(&world, "North", &["Ann", "Bob", "Cem"]);
        let whole = world.try_create(&head, quota("2026-Q1", 100).with(TEAM, north)).expect("a quota");
        assert_eq!(world.get(&QUOTA, whole).get(OWNER), Some(id(&head)), "whoever leads the team");
        let not_split = told(&world, &[]);
        let verdict = |told: &Told| cells(told, "quota_checks", &["quota", "parts", "difference", "verdict"]);
        assert_eq!(verdict(&not_split), [["2026-Q1 · North", "0", "-100", "report-coverage-not-split"]]);

        let split =
            |into: &str, by: &str| world.act(&head, &QUOTA, whole, "split", json!({"into": into, "by": by}));
        split("people", "equal").expect("split");
        let thirds = [
            ("2026-Q1 · Ann", 3_334),
            ("2026-Q1 · Bob", 3_333),
            ("2026-Q1 · Cem", 3_333),
            ("2026-Q1 · North", 10_000),
        ];
        assert_eq!(amounts(&world), named(&thirds));
        let exact = [["2026-Q1 · North", "3", "0", "report-coverage-exact"]];
        assert_eq!(verdict(&told(&world, &[])), exact);
        assert_eq!(faults(split("people", "equal")), fault("into", "error-split-done"));
        assert_eq!(faults(split("teams", "equal")), fault("into", "error-split-nobody"));
        assert_eq!(faults(split("quarters", "equal")), fault("into", "error-split-period"));

        // Parts that don't add up are told, not refused.
        let ann = all(&world)[0].head.id;
        world.update(ann, Draft::new(&QUOTA).with(AMOUNT, usd(50))).expect("changed");
        let over = [["2026-Q1 · North", "3", "16.66", "report-coverage-over"]];
        assert_eq!(verdict(&told(&world, &[])), over);
        world.update(ann, Draft::new(&QUOTA).with(AMOUNT, usd(10))).expect("changed");
        let missing = [["2026-Q1 · North", "3", "-23.34", "report-coverage-missing"]];
        assert_eq!(verdict(&told(&world, &[])), missing);

        // Who joins later gets what is left of it.
        let dan = world.person("Dan", "account_executive", Some(north));
        split("people", "equal").expect("split");
        assert!(amounts(&world).contains(&("2026-Q1 · Dan".to_owned(), 23_34)), "{:?}", amounts(&world));
        // More than the whole is given away already.
        world.update(ann, Draft::new(&QUOTA).with(AMOUNT, usd(90))).expect("changed");
        world.person("Eve", "account_executive", Some(north));
        assert_eq!(faults(split("people", "equal")), fault("into", "error-split-over"));

        // Sellers see their own and change none; they are not offered to split it.
        let seen = |actor: &Actor| {
            world.read(actor, |gate| gate.list(&Query::of(&QUOTA))).expect("a list").records.len()
        };
        assert_eq!((seen(&people[1]), seen(&head)), (1, 5));
        assert!(world.try_create(&dan, quota("2026-Q2", 1).with(OWNER, id(&dan))).is_err());
        assert!(!world.offers(&dan, &QUOTA, all(&world)[3].head.id, "split"));
        let told = coverage(&world, &people[1], &[]).expect("told");
        assert_eq!(fact(&told, "quota"), "33.33");
    }
}

#[test]
fn a_year_is_split_into_quarters_as_was_won_before() {
    for world in worlds() {
        let ann = id(&world.person("Ann", "account_executive", None));
        let system = world.system();
        let year = world.create(quota("2026", 1_000).with(OWNER, ann));
        let split = |id: Id, into: &str, by: &str| {
            world.act(&system, &QUOTA, id, "split", json!({"into": into, "by": by}))
        };
        assert_eq!(faults(split(year, "people", "equal")), fault("into", "error-split-no-team"));
        assert_eq!(faults(split(year, "quarters", "won")), fault("by", "error-split-nothing-won"));
        for (amount, on) in [(10, "2025-02-01"), (20, "2025-05-01"), (30, "2025-08-01"), (0, "2025-11-01")] {
            world.create(closed(&world, ann, "Won", amount, on));
        }
        split(year, "quarters", "won").expect("split");
        let quarters = [
            ("2026 · Ann", 100_000),
            ("2026-Q1 · Ann", 16_667),
            ("2026-Q2 · Ann", 33_333),
            ("2026-Q3 · Ann", 50_000),
            ("2026-Q4 · Ann", 0),
        ];
        assert_eq!(amounts(&world), named(&quarters));
        let first = all(&world)[1].head.id;
        world.act(&system, &QUOTA, first, "split", json!({"into": "months"})).expect("split");
        let checks = |told: &Told| cells(told, "quota_checks", &["quota", "split_into", "parts", "verdict"]);
        let exact = [
            ["2026 · Ann", "report-coverage-into-quarters", "4", "report-coverage-exact"],
            ["2026-Q1 · Ann", "report-coverage-into-months", "3", "report-coverage-exact"],
        ];
        assert_eq!(checks(&told(&world, &[("period", "2026-Q1")])), exact);
        assert_eq!(checks(&told(&world, &[("period", "2026-03")])), exact);
        assert_eq!(checks(&told(&world, &[("period", "2026")])), exact[..1]);
        // A month is not split any further, and nobody is asked.
        let month = all(&world).into_iter().find(|quota| quota.title() == "2026-01 · Ann").expect("a month");
        assert!(!world.offers(&system, &QUOTA, month.head.id, "split"));
    }
}

#[test]
fn a_quota_of_another_currency_counts_by_its_rate() {
    for world in worlds() {
        let euros = |whole: i64| Money::from_minor(whole * 100, Currency::EUR);
        let rate = [("currency", Value::Text("EUR".to_owned())), ("rate", Value::Number(Decimal::from(2)))];
        let mut draft = Draft::new(&cordee_records::system::currency_rate::CURRENCY_RATE);
        for (name, value) in rate {
            draft.set(name, value);
        }
        draft.set("valid_from", Value::Date(day("2026-01-01")));
        world.create(draft);
        let (north, head, people) = team_of(&world, "North", &["Ann", "Bob"]);
        let ann = quota("2026-Q1", 1).with(OWNER, id(&people[0])).with(AMOUNT, euros(75));
        world.create(ann);
        assert_eq!(fact(&told(&world, &[]), "quota"), "150");
        // A whole in dollars with a part in euros adds up in the workspace's currency, but is not split on.
        let whole = world.create(quota("2026-Q1", 200).with(TEAM, north));
        let split = world.act(&head, &QUOTA, whole, "split", json!({"into": "people"}));
        assert_eq!(faults(split), fault("into", "error-split-currency"));
        let checks = cells(&told(&world, &[]), "quota_checks", &["amount", "parts_sum", "difference"]);
        assert_eq!(checks, [["200", "150", "-50"]]);
        let inactive = Draft::new(&user::USER).with(user::ACTIVE, false);
        world.update(id(&people[1]), inactive).expect("left");
    }
}

#[test]
fn quotas_split_down_any_tree_of_teams_add_up() {
    for world in worlds() {
        let mut chance = SeededChance::new(5);
        let mut below = |most: usize| usize::try_from(chance.below(most as u64)).expect("small");
        let lead = world.person("Head", "administrator", None);
        // Each further team lies below one of those before it.
        let mut teams: Vec<Id> = Vec::new();
        let mut sellers: Vec<Id> = Vec::new();
        for at in 0..7 {
            let draft =
                Draft::new(&team::TEAM).with(team::NAME, format!("Team {at}")).with(team::MANAGER, id(&lead));
            let draft = if teams.is_empty() { draft } else { draft.with(team::PARENT, teams[below(at)]) };
            teams.push(world.create(draft));
            for one in 0..1 + below(3) {
                let seller = world.person(&format!("{at}.{one}"), "account_executive", Some(teams[at]));
                sellers.push(id(&seller));
            }
        }
        for seller in &sellers {
            for (stage, on) in [("Won", "2026-02-10"), ("Won", "2025-02-10"), ("Lost", "2025-08-10")] {
                world.create(closed(&world, *seller, stage, 1 + below(900) as i64, on));
            }
        }
        let top = world.create(
            quota("2026-Q1", 0)
                .with(TEAM, teams[0])
                .with(AMOUNT, Money::from_minor(1_000_000 + below(1_000_000) as i64, Currency::USD)),
        );
        // Each goes to the teams below, where there are some, else to its people.
        let mut open = vec![(top, teams[0])];
        while let Some((whole, team)) = open.pop() {
            let by = if below(2) == 0 { "equal" } else { "won" };
            let split = |into: &str| {
                world.act(&world.system(), &QUOTA, whole, "split", json!({"into": into, "by": by}))
            };
            let lower = world.all(&team::TEAM).into_iter().filter(|one| one.get(team::PARENT) == Some(team));
            let lower: Vec<Id> = lower.map(|one| one.head.id).collect();
            if let [first, ..] = lower[..] {
                // Somebody of the team itself takes over what one of these got: parts of both kinds stand side by side.
                split("teams").expect("split");
                let quotas = world.all(&QUOTA);
                let of =
                    |team: Id| quotas.iter().find(|quota| quota.get(TEAM) == Some(team)).expect("a part");
                let taken = of(first).get(AMOUNT).expect("an amount");
                let person = world.all(&user::USER).into_iter().find(|one| one.get(user::TEAM) == Some(team));
                let person = person.expect("somebody").head.id;
                world.create(quota("2026-Q1", 0).with(OWNER, person).with(AMOUNT, taken));
                let none = Money::from_minor(0, Currency::USD);
                world.update(of(first).head.id, Draft::new(&QUOTA).with(AMOUNT, none)).expect("handed over");
                open.extend(lower.iter().skip(1).map(|team| (of(*team).head.id, *team)));
            } else {
                split("people").expect("split");
            }
        }
        let verdicts = cells(&told(&world, &[]), "quota_checks", &["quota", "parts", "difference"]);
        assert!(verdicts.len() > 2, "{verdicts:?}");
        assert!(verdicts.iter().all(|row| row[2] == "0"), "{verdicts:?}");
        // What teams have won is what their people have.
        let number = |row: &[String]| row[1].parse::<Decimal>().expect("a number");
        let by = |by: &str| lines(&told(&world, &[("by", by)]), &["whose", "won_so_far"]);
        let people: Decimal = by("person").iter().map(|row| number(row)).sum();
        let team = by("team").into_iter().find(|row| row[0] == "Team 0").expect("the team on top");
        assert_eq!(number(&team), people);
        assert_eq!(fact(&told(&world, &[("by", "team")]), "won_so_far"), people.normalize().to_string());
    }
}
