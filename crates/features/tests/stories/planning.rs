//! What the reports of planning tell.

use cordee_base::{Chance, Decimal, Id, SeededChance};
use cordee_catalog::opportunity::{
    ACTUAL_CLOSE_DATE, AMOUNT, EXPECTED_CLOSE_DATE, LOSS_REASON, OPPORTUNITY, OWNER, STAGE,
};
use cordee_features::registry;
use cordee_kit::{AskText, ReportPart, Said, Told, WishText};
use cordee_records::system::team::{PARENT, TEAM};
use cordee_schema::Draft;

use crate::quotas::{self, id};
use crate::support::{World, day, deal, usd, worlds};

impl World {
    /// What a report tells of these answers.
    pub fn report(&self, name: &'static str, answers: &[(&str, &str)], filter: Option<&str>) -> Told {
        let registry = registry();
        let report = registry.report(name).expect("a report");
        let text = WishText {
            answers: answers
                .iter()
                .map(|(name, answer)| ((*name).to_owned(), (*answer).to_owned()))
                .collect(),
            filter: filter.map(str::to_owned),
        };
        self.read(&self.system(), move |gate| {
            let wish = text.read(gate, report)?;
            (report.tell)(gate, &wish)
        })
        .expect("told")
    }
}

/// The cells of a table, in words: the name of a row where it has one.
pub fn rows(told: &Told, name: &str) -> Vec<Vec<String>> {
    let table = told.parts.iter().find_map(|part| match part {
        ReportPart::Table(table) if table.sheet.name == name => Some(table),
        _ => None,
    });
    let said = |said: &Said| match said {
        Said::Money(minor) => (*minor / Decimal::ONE_HUNDRED).normalize().to_string(),
        Said::Count(count) => count.to_string(),
        Said::Days(days) => days.to_string(),
        Said::Day(day) => day.to_string(),
        Said::Text(text) | Said::Record(_, _, text) => text.clone(),
        Said::Word(key) => (*key).to_owned(),
        other => format!("{other:?}"),
    };
    let cells = |row: &cordee_kit::Row| {
        let named = row.name.map(str::to_owned);
        let first = named.or_else(|| row.cells.first().map(said));
        first.into_iter().chain(row.cells.iter().skip(1).map(said)).collect()
    };
    table.expect(name).rows.iter().map(cells).collect()
}

/// The amounts of the bridge by the name of their step, in cents; what is nothing is left out.
fn bridge(told: &Told) -> Vec<(String, i64, i64)> {
    let number = |text: &str| text.parse::<Decimal>().map(|n| n * Decimal::ONE_HUNDRED).expect("a number");
    let rows = rows(told, "bridge").into_iter().map(|row| {
        let minor = i64::try_from(number(&row[1])).expect("cents");
        (row[0].clone(), minor, row[2].parse().expect("a count"))
    });
    rows.filter(|(_, minor, count)| *minor != 0 || *count != 0).collect()
}

#[test]
fn a_review_tells_what_became_of_the_pipeline() {
    for world in worlds() {
        world.at("2026-01-05T09:00:00Z");
        let with = |name: &str, amount: i64, close: &str| {
            world.create(deal(name).with(AMOUNT, usd(amount)).with(EXPECTED_CLOSE_DATE, day(close)))
        };
        let grows = with("Grows", 100, "2026-03-10");
        let wins = with("Wins", 200, "2026-02-20");
        let loses = with("Loses", 300, "2026-02-25");
        let slips = with("Slips", 400, "2026-03-31");
        let goes = with("Goes", 500, "2026-03-15");

        world.at("2026-02-10T09:00:00Z");
        let change = |id: Id, draft: Draft| world.update(id, draft).expect("changed");
        let draft = || Draft::new(&OPPORTUNITY);
        change(grows, draft().with(AMOUNT, usd(150)).with(STAGE, world.stage("Proposal")));
        change(wins, draft().with(STAGE, world.stage("Won")));
        change(loses, draft().with(STAGE, world.stage("Lost")).with(LOSS_REASON, "price".to_owned()));
        change(slips, draft().with(EXPECTED_CLOSE_DATE, day("2026-04-30")));
        world.write(&world.system(), move |gate| gate.trash(&OPPORTUNITY, goes, None)).expect("deleted");
        with("New", 70, "2026-03-01");

        world.at("2026-03-02T09:00:00Z");
        let told = world.report("pipeline_review", &[("from", "2026-02-01")], None);
        let expected = [
            ("opening", 1500, 5),
            ("new", 70, 1),
            ("grown", 50, 1),
            ("won", -200, 1),
            ("lost", -300, 1),
            ("removed", -500, 1),
            ("closing", 620, 3),
        ];
        let expected = expected.map(|(name, amount, count)| (name.to_owned(), amount * 100, count));
        assert_eq!(bridge(&told), expected);
        let moves = rows(&told, "stage_moves");
        assert!(
            moves.contains(&["Prospecting", "Proposal", "1", "150"].map(str::to_owned).to_vec()),
            "{moves:?}"
        );
        let slipped = rows(&told, "slipped");
        assert_eq!(slipped, [["Slips", "400", "2026-03-31", "2026-04-30", "30"].map(str::to_owned)]);

        // Within a quarter what slips over its end is pushed out of it.
        let quarter = [("from", "2026-02-01"), ("closing", "2026-Q1")];
        let told = bridge(&world.report("pipeline_review", &quarter, None));
        assert!(told.contains(&("pushed_out".to_owned(), -40_000, 1)), "{told:?}");
        // One step is opened to its deals.
        let told = world.report("pipeline_review", &[("from", "2026-02-01"), ("step", "won")], None);
        let deals = rows(&told, "review_deals");
        assert_eq!(deals.iter().map(|row| row[0].as_str()).collect::<Vec<_>>(), ["Wins"]);
        // Of some deals only.
        let told = world.report("pipeline_review", &[("from", "2026-02-01")], Some("amount > 350"));
        assert_eq!(bridge(&told).last(), Some(&("closing".to_owned(), 40_000, 1)));
    }
}

#[test]
fn reports_tell_of_a_team_with_those_below_it() {
    for world in worlds() {
        world.at("2026-02-02T09:00:00Z");
        let (north, below) = (world.team("North"), world.team("Below"));
        world.update(below, Draft::new(&TEAM).with(PARENT, north)).expect("below");
        let whose = [("Ann", Some(north), 100), ("Bob", Some(below), 200), ("Cid", None, 400)];
        for (name, team, amount) in whose {
            let person = world.person(name, "account_executive", team);
            let theirs = deal(name).with(OWNER, id(&person)).with(AMOUNT, usd(amount));
            world.create(theirs.with(EXPECTED_CLOSE_DATE, day("2026-03-10")));
        }
        world.at("2026-02-10T09:00:00Z");
        let (north, below) = (north.to_string(), below.to_string());
        for (team, closing, open) in [(north.as_str(), 300, 2), (below.as_str(), 200, 1), ("all", 700, 3)] {
            let told = world.report("pipeline_review", &[("from", "2026-02-01"), ("team", team)], None);
            let (_, minor, _) = bridge(&told).pop().expect("closing");
            assert_eq!(minor, closing * 100, "{team}");
            for report in ["focus", "win_probability", "stage_analytics"] {
                let told = world.report(report, &[("team", team)], None);
                let deals = quotas::fact(&told, "deals_open");
                assert_eq!(deals, open.to_string(), "{report} of {team}");
            }
        }
    }
}

/// Deals that are worked on at random for some weeks, in the pipeline and out of it.
fn some_weeks(world: &World, seed: u64) {
    let mut chance = SeededChance::new(seed);
    let stages = ["Prospecting", "Qualification", "Proposal", "Won", "Lost"].map(|name| world.stage(name));
    let mut deals: Vec<(Id, bool)> = Vec::new();
    for week in 1..=8 {
        world.at(&format!("2026-01-{:02}T{:02}:00:00Z", week * 3, 6 + chance.below(10)));
        for at in 0..4 {
            let close = day(&format!("2026-{:02}-{:02}", 1 + chance.below(6), 1 + chance.below(28)));
            let amount = usd(i64::try_from(chance.below(1_000)).expect("small"));
            let draft = deal(&format!("{week}.{at}")).with(AMOUNT, amount).with(EXPECTED_CLOSE_DATE, close);
            deals.push((world.create(draft), false));
        }
        for deal in &mut deals {
            let (id, draft) = (deal.0, Draft::new(&OPPORTUNITY));
            match (chance.below(12), deal.1) {
                (0, true) => {
                    world
                        .write(&world.system(), move |gate| gate.restore(&OPPORTUNITY, id))
                        .expect("restored");
                    deal.1 = false;
                }
                (_, true) => {}
                (1, _) => {
                    world
                        .write(&world.system(), move |gate| gate.trash(&OPPORTUNITY, id, None))
                        .expect("deleted");
                    deal.1 = true;
                }
                (2 | 3, _) => {
                    let amount = usd(i64::try_from(chance.below(1_000)).expect("small"));
                    world.update(id, draft.with(AMOUNT, amount)).expect("changed");
                }
                (4 | 5, _) => {
                    let close = day(&format!("2026-{:02}-{:02}", 1 + chance.below(6), 1 + chance.below(28)));
                    world.update(id, draft.with(EXPECTED_CLOSE_DATE, close)).expect("changed");
                }
                (6..=8, _) => {
                    let stage = stages[usize::try_from(chance.below(5)).expect("small")];
                    let draft = draft.with(STAGE, stage).with(LOSS_REASON, "price".to_owned());
                    world.update(id, draft).expect("moved");
                }
                _ => {}
            }
        }
    }
}

#[test]
fn a_review_adds_up_between_any_two_days() {
    for world in worlds() {
        some_weeks(&world, 7);
        world.at("2026-03-02T09:00:00Z");
        let mut chance = SeededChance::new(8);
        for _ in 0..25 {
            let (one, other) = (1 + chance.below(27), 1 + chance.below(27));
            let days = [one.min(other), one.max(other)].map(|day| format!("2026-01-{day:02}"));
            let asked = [("from", days[0].as_str()), ("to", days[1].as_str())];
            let told = bridge(&world.report("pipeline_review", &asked, None));
            let at = |name: &str| told.iter().find(|row| row.0 == name).map_or((0, 0), |row| (row.1, row.2));
            let steps: i64 = told
                .iter()
                .filter(|row| !["opening", "closing"].contains(&row.0.as_str()))
                .map(|row| row.1)
                .sum();
            assert_eq!(at("opening").0 + steps, at("closing").0, "{days:?}: {told:?}");
            // Both ends are what the figure of the same day says, reckoned by another way.
            for (end, day) in ["opening", "closing"].into_iter().zip(&days) {
                let ask = AskText { as_of: Some(day.clone()), ..AskText::default() };
                let (value, _) = world.total("pipeline_value", ask);
                let cents = value.unwrap_or_default() * Decimal::ONE_HUNDRED;
                assert_eq!(Decimal::from(at(end).0), cents, "{end} of {days:?}");
            }
        }
    }
}

/// The figures that stand alone, in whole units.
fn facts(told: &Told) -> Vec<(&'static str, String)> {
    let facts = told.parts.iter().find_map(|part| match part {
        ReportPart::Facts(facts) => Some(facts),
        _ => None,
    });
    let said = |said: &Said| match said.number() {
        Some(number) => (number / Decimal::ONE_HUNDRED).normalize().to_string(),
        None => format!("{said:?}"),
    };
    facts.expect("facts").iter().map(|fact| (fact.name, said(&fact.said))).collect()
}

#[test]
fn a_forecast_adds_up_what_is_closed_and_counted_on_and_plays_the_rest() {
    for world in worlds() {
        let close = |name: &str, amount: i64, stage: &str| {
            let draft = deal(name).with(AMOUNT, usd(amount)).with(EXPECTED_CLOSE_DATE, day("2026-03-20"));
            world.create(draft.with(STAGE, world.stage(stage)).with(LOSS_REASON, "price".to_owned()))
        };
        close("Maybe", 100, "Proposal");
        close("Surely", 200, "Negotiation and commitment");
        close("Won", 300, "Won");
        close("Lost", 400, "Lost");
        let told = world.report("forecast", &[("period", "2026-Q1")], None);
        // Proposal: 60 %, best case. Negotiation: 80 %, commit. One of four ways ends at 300, in 8 of 100 cases.
        let expected = [
            ("closed", "300"),
            ("commit_forecast", "500"),
            ("best_case_forecast", "600"),
            ("weighted", "520"),
            ("p10", "400"),
            ("p50", "500"),
            ("p90", "600"),
        ];
        assert_eq!(facts(&told), expected.map(|(name, value)| (name, value.to_owned())));
        let people = rows(&told, "categories");
        assert_eq!(people.len(), 1, "{people:?}");
        assert_eq!(people[0][1..], ["300", "200", "100", "0", "520", "500", "600"].map(str::to_owned));
        // In another quarter nothing closes; before they were made there was nothing.
        let other = world.report("forecast", &[("period", "2026-Q2")], None);
        assert_eq!(facts(&other)[0], ("closed", "0".to_owned()));
        let before = world.report("forecast", &[("period", "2026-Q1"), ("as_of", "2026-02-01")], None);
        assert_eq!(facts(&before)[1], ("commit_forecast", "0".to_owned()));
        assert!(before.parts.iter().any(|part| matches!(part, ReportPart::Note("report-note-too-short", _))));
    }
}

#[test]
fn bookings_that_are_the_same_each_month_go_on() {
    for world in worlds() {
        for month in 0..15 {
            let on = format!("{}-{:02}-10", 2024 + (month + 11) / 12, (month + 11) % 12 + 1);
            let draft = deal(&on).with(AMOUNT, usd(100)).with(ACTUAL_CLOSE_DATE, day(&on));
            world.create(draft.with(STAGE, world.stage("Won")));
        }
        let told = world.report("forecast", &[], None);
        let table = rows(&told, "bookings");
        let ahead: Vec<&Vec<String>> = table.iter().filter(|row| row[1].starts_with("Between")).collect();
        assert_eq!(ahead.len(), 6, "{table:?}");
        assert_eq!(ahead[0][0], "2026-03");
        assert!(
            ahead.iter().all(|row| row[1].starts_with("Between(Money(10000), Money(10000), Money(10000)")),
            "{ahead:?}"
        );
        assert!(!rows(&told, "methods").is_empty());
        // The same by how many they are.
        let table = rows(&world.report("forecast", &[("bookings", "deals")], None), "bookings");
        assert!(table.iter().filter(|row| row[1] == "1").count() >= 12, "{table:?}");
        let ahead = table.iter().filter(|row| row[1].starts_with("Between(Number(1), Number(1), Number(1)"));
        assert_eq!(ahead.count(), 6, "{table:?}");
    }
}
