//! Submitted forecasts: who may say what of which period, how it rolls up, what is told of it.

use std::collections::HashMap;

use cordee_base::{Chance, Currency, Decimal, Id, Money, Outcome, Percent, Problem, SeededChance, Time};
use cordee_catalog::forecast_call::{
    BEST_CASE, COMMENT, COMMIT, COVERS, DEALS_CLOSED, DEALS_COMMIT, FORECAST_CALL, OWN_DEALS, OWNER, PERIOD,
    PIPELINE, TEAM_DEALS, TITLE,
};
use cordee_catalog::opportunity::{
    ACTUAL_CLOSE_DATE, AMOUNT, EXPECTED_CLOSE_DATE, FORECAST_CATEGORY, LOSS_REASON, OPPORTUNITY,
    OWNER as SELLER, PROBABILITY, STAGE,
};
use cordee_features::registry;
use cordee_kit::{Begin, ReportPart, Said, Told, WishText};
use cordee_records::Actor;
use cordee_records::system::{team, user, workspace};
use cordee_schema::Draft;

use crate::planning::rows;
use crate::support::{World, day, deal, moment, usd, worlds};

fn id(actor: &Actor) -> Id {
    actor.user_id().expect("a person")
}

/// What somebody says of their own deals.
fn own(period: &str, commit: i64) -> Draft {
    Draft::new(&FORECAST_CALL).with(PERIOD, period.to_owned()).with(COMMIT, usd(commit))
}

/// What a manager says of their team.
fn adjusted(period: &str, commit: i64, why: &str) -> Draft {
    own(period, commit).with(COVERS, TEAM_DEALS.to_owned()).with(COMMENT, why.to_owned())
}

/// A deal of somebody that should close on a day, counted on so much.
fn open(seller: Id, name: &str, amount: i64, on: &str, category: &str) -> Draft {
    deal(name)
        .with(SELLER, seller)
        .with(AMOUNT, usd(amount))
        .with(EXPECTED_CLOSE_DATE, day(on))
        .with(FORECAST_CATEGORY, category.to_owned())
}

impl World {
    /// Wins a deal on a day.
    fn wins(&self, deal: Id, on: &str) {
        let draft = Draft::new(&OPPORTUNITY).with(STAGE, self.stage("Won")).with(ACTUAL_CLOSE_DATE, day(on));
        self.update(deal, draft).expect("won");
    }

    /// What the report tells this actor.
    fn calls(&self, actor: &Actor, answers: &[(&str, &str)]) -> Outcome<Told> {
        self.asked("forecast_calls", actor, answers)
    }

    /// What a report tells this actor.
    fn asked(&self, report: &str, actor: &Actor, answers: &[(&str, &str)]) -> Outcome<Told> {
        let registry = registry();
        let report = registry.report(report).expect("a report");
        let answers = answers.iter().map(|(name, said)| ((*name).to_owned(), (*said).to_owned())).collect();
        let text = WishText { answers, filter: None };
        self.read(actor, move |gate| {
            let wish = text.read(gate, report)?;
            (report.tell)(gate, &wish)
        })
    }

    /// A team led by a head of sales, with sellers of these names.
    fn team_of(&self, name: &str, sellers: &[&str]) -> (Id, Actor, Vec<Actor>) {
        let made = self.team(name);
        let lead = self.person(&format!("Head of {name}"), "head_of_sales", Some(made));
        self.update(made, Draft::new(&team::TEAM).with(team::MANAGER, id(&lead))).expect("led");
        let people = sellers.iter().map(|name| self.person(name, "account_executive", Some(made)));
        (made, lead, people.collect())
    }
}

fn faults(outcome: Outcome<impl std::fmt::Debug>) -> Vec<(String, &'static str)> {
    let faults = match outcome.expect_err("refused") {
        Problem::Invalid(faults) => Ok(faults),
        other => Err(other),
    };
    let faults = faults.expect("faults");
    faults.into_iter().map(|fault| (fault.field.unwrap_or_default(), fault.key)).collect()
}

fn fault(field: &str, key: &'static str) -> Vec<(String, &'static str)> {
    vec![(field.to_owned(), key)]
}

fn fact(told: &Told, name: &str) -> String {
    let said = told.parts.iter().find_map(|part| match part {
        ReportPart::Facts(facts) => facts.iter().find(|fact| fact.name == name).map(|fact| fact.said.clone()),
        _ => None,
    });
    match said.expect(name) {
        Said::Money(minor) => (minor / Decimal::ONE_HUNDRED).normalize().to_string(),
        Said::Count(count) => count.to_string(),
        Said::Day(day) => day.to_string(),
        other => format!("{other:?}"),
    }
}

fn notes(told: &Told) -> Vec<&'static str> {
    let note = |part: &ReportPart| match part {
        ReportPart::Note(key, _) => Some(*key),
        _ => None,
    };
    told.parts.iter().filter_map(note).collect()
}

fn begun(told: &Told) -> Vec<Begin> {
    let begun = |part: &ReportPart| match part {
        ReportPart::Begin(begun) => Some(begun.clone()),
        _ => None,
    };
    told.parts.iter().filter_map(begun).flatten().collect()
}

/// The cells of the tree in whole units: person, deals, own, below, adjusted, rises.
fn tree(told: &Told) -> Vec<Vec<String>> {
    rows(told, "call_tree").into_iter().map(|row| row[..6].iter().map(|cell| plain(cell)).collect()).collect()
}

fn plain(cell: &str) -> String {
    if cell == "Nothing" { String::new() } else { cell.to_owned() }
}

#[test]
fn what_each_says_rolls_up_and_managers_make_something_of_it() {
    for world in worlds() {
        let (_, head, people) = world.team_of("North", &["Ann", "Bob"]);
        let [ann, bob] = [&people[0], &people[1]];
        let won = world.create(open(id(ann), "Lamps", 50, "2026-03-20", "commit"));
        world.wins(won, "2026-03-01");
        world.create(open(id(ann), "Lights", 100, "2026-03-20", "commit"));
        world.create(open(id(bob), "Bulbs", 70, "2026-03-30", "best_case"));
        world.create(open(id(bob), "Later", 999, "2026-04-01", "commit"));

        // As long as nobody says anything, the deals count.
        let told = world.calls(&head, &[]).expect("told");
        let expected = [
            ["Head of North", "", "", "150", "", "150"],
            ["Ann", "150", "", "", "", "150"],
            ["Bob", "0", "", "", "", "0"],
        ];
        assert_eq!(tree(&told), expected);
        assert_eq!([fact(&told, "called_people"), fact(&told, "missing_people")], ["0", "2"]);

        // Ann promises 80 beside the 50 that she has won; Bob 20 of his.
        let made = world.try_create(ann, own("2026-Q1", 80)).expect("submitted");
        let made = world.get(&FORECAST_CALL, made);
        assert_eq!(made.get(TITLE).as_deref(), Some("2026-Q1 · Ann"));
        assert_eq!((made.get(OWNER), made.get(COVERS).as_deref()), (Some(id(ann)), Some(OWN_DEALS)));
        assert_eq!((made.get(DEALS_CLOSED), made.get(DEALS_COMMIT)), (Some(usd(50)), Some(usd(100))));
        assert_eq!((made.get(BEST_CASE), made.get(PIPELINE)), (Some(usd(0)), Some(usd(0))));
        world.try_create(bob, own("2026-q1", 20).with(BEST_CASE, usd(40))).expect("submitted");
        // Their head trusts only 90 of the 100.
        world.at("2026-03-02T10:00:00Z");
        world.try_create(&head, adjusted("2026-Q1", 90, "Bob is new")).expect("adjusted");

        let told = world.calls(&head, &[]).expect("told");
        let expected = [
            ["Head of North", "", "", "150", "-10", "140"],
            ["Ann", "150", "130", "", "", "130"],
            ["Bob", "0", "20", "", "", "20"],
        ];
        assert_eq!(tree(&told), expected);
        assert_eq!([fact(&told, "called_commit"), fact(&told, "deals_commit")], ["140", "150"]);
        assert_eq!(fact(&told, "called_best_case"), "180");
        let by = rows(&told, "call_categories");
        assert_eq!(by[1], ["commit", "100", "100", "-10", "90"]);
        assert_eq!(by[2], ["commit_forecast", "150", "150", "-10", "140"]);

        // What is won afterwards is not counted both as won and as promised.
        let lights =
            world.all(&OPPORTUNITY).into_iter().find(|deal| deal.title() == "Lights").expect("a deal");
        world.wins(lights.head.id, "2026-03-02");
        let told = world.calls(&head, &[("whose", &id(ann).to_string())]).expect("told");
        assert_eq!(tree(&told), [["Ann", "150", "130", "", "", "130"]]);
        let changes = rows(&told, "call_changes");
        let word = |category: &str| format!("opportunity-forecast-category-{category}");
        let turn = "Named(\"turn\", \"won\")".to_owned();
        let lights =
            ["Lights".into(), turn, word("commit"), word("closed"), "100".into(), "100".into(), "0".into()];
        assert_eq!(changes, [lights]);
        assert!(notes(&told).contains(&"report-call-since-submitted"));
    }
}

#[test]
fn what_has_changed_since_comes_to_the_change_of_the_deals() {
    for world in worlds() {
        let ann = world.person("Ann", "account_executive", None);
        let made = |name: &str, amount, on: &str, category: &str| {
            world.create(open(id(&ann), name, amount, on, category))
        };
        made("Same", 5, "2026-03-10", "commit");
        let [grown, lost, pushed, surer] =
            ["Grown", "Lost", "Pushed", "Surer"].map(|name| made(name, 100, "2026-03-20", "commit"));
        let pulled = made("Pulled", 30, "2026-05-01", "commit");
        world
            .update(surer, Draft::new(&OPPORTUNITY).with(FORECAST_CATEGORY, "pipeline".to_owned()))
            .expect("set");
        world.at("2026-03-03T09:00:00Z");
        world.try_create(&ann, own("2026-Q1", 300)).expect("submitted");
        world.at("2026-03-04T09:00:00Z");
        let set = |deal: Id, draft: Draft| world.update(deal, draft).expect("changed");
        let draft = || Draft::new(&OPPORTUNITY);
        set(grown, draft().with(AMOUNT, usd(120)));
        set(lost, draft().with(STAGE, world.stage("Lost")).with(LOSS_REASON, "price".to_owned()));
        set(pushed, draft().with(EXPECTED_CLOSE_DATE, day("2026-04-02")));
        set(surer, draft().with(FORECAST_CATEGORY, "commit".to_owned()));
        set(pulled, draft().with(EXPECTED_CLOSE_DATE, day("2026-03-31")));
        made("New", 7, "2026-03-31", "best_case");
        let told = world.calls(&ann, &[]).expect("told");
        let mut turned: Vec<(String, String, String)> = rows(&told, "call_changes")
            .into_iter()
            .map(|row| {
                (
                    row[0].clone(),
                    row[1].replace("Named(\"turn\", ", "").replace(['"', ')'], ""),
                    row[6].clone(),
                )
            })
            .collect();
        turned.sort();
        let expected = [
            ("Grown", "grown", "20"),
            ("Lost", "lost", "-100"),
            ("New", "entered", "0"),
            ("Pulled", "entered", "30"),
            ("Pushed", "left", "-100"),
            ("Surer", "moved", "100"),
        ];
        let expected = expected.map(|(name, turn, adds)| (name.to_owned(), turn.to_owned(), adds.to_owned()));
        assert_eq!(turned, expected);
        // 305 then, 255 now.
        assert_eq!(fact(&told, "deals_commit"), "255");
        let before = world.calls(&ann, &[("as_of", "2026-03-03")]).expect("told");
        assert_eq!(fact(&before, "deals_commit"), "305");
    }
}

#[test]
fn every_number_that_was_said_stays() {
    for world in worlds() {
        let ann = world.person("Ann", "account_executive", None);
        world.create(open(id(&ann), "Lights", 100, "2026-03-20", "commit"));
        let first = world.try_create(&ann, own("2026-Q1", 80)).expect("submitted");
        world.at("2026-03-09T09:00:00Z");
        let second = own("2026-Q1", 95).with(COMMENT, "The board has said yes".to_owned());
        world.try_create(&ann, second).expect("submitted");
        let told = world.calls(&ann, &[]).expect("told");
        let history: Vec<Vec<String>> = rows(&told, "call_history")
            .into_iter()
            .map(|row| [0, 3, 4, 6, 7].map(|place| plain(&row[place])).to_vec())
            .collect();
        let expected = [
            ["2026-03-09", "95", "15", "100", "The board has said yes"],
            ["2026-03-02", "80", "", "100", ""],
        ];
        assert_eq!(history, expected);
        // As of the day before, only the first is told.
        let told = world.calls(&ann, &[("as_of", "2026-03-08")]).expect("told");
        assert_eq!(rows(&told, "call_history").len(), 1);
        assert_eq!(fact(&told, "called_commit"), "80");
        // Nobody changes what was said: neither who said it, nor who keeps the workspace.
        let admin = world.person("Ada", "administrator", None);
        for (actor, refused) in [(&ann, Problem::NotAllowed), (&admin, Problem::NotFound)] {
            let draft = Draft::new(&FORECAST_CALL).with(COMMIT, usd(1));
            let changed = world.write(actor, move |gate| gate.update(first, None, draft.clone()));
            match changed.expect_err("refused") {
                Problem::Invalid(faults) => assert_eq!(faults[0].field.as_deref(), Some("commit")),
                other => assert_eq!(other, refused),
            }
        }
        assert_eq!(world.get(&FORECAST_CALL, first).get(COMMIT), Some(usd(80)));
        // Nor does the seller take it back.
        let gone = world.write(&ann, move |gate| gate.trash(&FORECAST_CALL, first, None));
        assert_eq!(gone.expect_err("refused"), Problem::NotAllowed);
    }
}

#[test]
fn each_forecasts_only_what_is_theirs() {
    for world in worlds() {
        let (_, north, people) = world.team_of("North", &["Ann", "Bob"]);
        let (_, south, others) = world.team_of("South", &["Cid"]);
        let [ann, bob, cid] = [&people[0], &people[1], &others[0]];
        let refused = |actor: &Actor, draft: Draft| world.try_create(actor, draft).expect_err("refused");
        assert_eq!(refused(ann, own("2026-Q1", 1).with(OWNER, id(bob))), Problem::NotAllowed);
        assert_eq!(refused(&south, own("2026-Q1", 1).with(OWNER, id(ann))), Problem::NotAllowed);
        assert_eq!(
            refused(&south, adjusted("2026-Q1", 1, "no").with(OWNER, id(&north))),
            Problem::NotAllowed
        );
        // Who leads may speak for somebody who is away.
        world.try_create(&north, own("2026-Q1", 5).with(OWNER, id(bob))).expect("submitted");
        world.try_create(ann, own("2026-Q1", 7)).expect("submitted");
        world.try_create(cid, own("2026-Q1", 9)).expect("submitted");
        let told = |actor: &Actor| {
            let told = world.calls(actor, &[]).expect("told");
            let history = rows(&told, "call_history").len();
            (fact(&told, "called_commit"), history)
        };
        assert_eq!(told(ann), ("7".to_owned(), 1));
        assert_eq!(told(&north), ("12".to_owned(), 2));
        assert_eq!(told(&south), ("9".to_owned(), 1));
        let executive = world.person("Eve", "executive", None);
        assert_eq!(told(&executive), ("21".to_owned(), 3));
        // Whom one does not see, one can't ask for.
        let asked = world.calls(ann, &[("whose", &id(bob).to_string())]);
        assert_eq!(faults(asked), fault("whose", "error-choice"));
        let support = world.person("Sue", "support", None);
        assert_eq!(world.calls(&support, &[]).expect_err("hidden"), Problem::NotFound);
    }
}

#[test]
fn what_makes_no_sense_is_refused_with_what_would_be_right() {
    for world in worlds() {
        let (_, head, people) = world.team_of("North", &["Ann"]);
        let ann = &people[0];
        let refused = |actor: &Actor, draft: Draft| faults(world.try_create(actor, draft));
        assert_eq!(refused(ann, own("2025-Q4", 1)), fault("period", "error-call-over"));
        assert_eq!(refused(ann, own("2026-02", 1)), fault("period", "error-call-over"));
        assert_eq!(refused(ann, own("soon", 1)), fault("period", "error-quota-period"));
        assert_eq!(refused(ann, own("2026-Q1", -1)), fault("commit", "error-call-negative"));
        let below = own("2026-Q1", 1).with(PIPELINE, usd(-1));
        assert_eq!(refused(ann, below), fault("pipeline", "error-call-negative"));
        let empty = Draft::new(&FORECAST_CALL).with(PERIOD, "2026-Q1".to_owned());
        assert_eq!(refused(ann, empty.clone()), fault("commit", "error-required"));
        assert_eq!(refused(ann, adjusted("2026-Q1", 1, "why")), fault("covers", "error-call-leads-nobody"));
        let nothing = empty.with(COVERS, TEAM_DEALS.to_owned()).with(COMMENT, "why".to_owned());
        assert_eq!(refused(&head, nothing), fault("commit", "error-call-nothing"));
        let silent = own("2026-Q1", 1).with(COVERS, TEAM_DEALS.to_owned());
        assert_eq!(refused(&head, silent), fault("comment", "error-required"));
        // Without a rate nothing can be added up.
        let foreign = own("2026-Q1", 1).with(COMMIT, Money::from_minor(100, Currency::EUR));
        assert!(world.try_create(ann, foreign).is_err());
        // The same sent twice is one; who changes their mind at once may say so.
        world.at("2026-03-02T12:00:00Z");
        world.try_create(ann, own("2026-Q1", 1)).expect("submitted");
        world.at("2026-03-02T12:00:20Z");
        assert_eq!(refused(ann, own("2026-Q1", 1)), fault("period", "error-call-twice"));
        world.try_create(ann, own("2026-Q1", 2)).expect("submitted");
        assert_eq!(refused(ann, own("2026-Q1", 3)), fault("period", "error-call-twice"));
        world.at("2026-03-02T12:05:00Z");
        world.try_create(ann, own("2026-Q1", 2)).expect("still so");
        // On the last day one may still say it, on the next no more.
        world.at("2026-03-31T12:00:00Z");
        world.try_create(ann, own("2026-Q1", 2)).expect("submitted");
        world.at("2026-04-01T12:00:00Z");
        assert_eq!(refused(ann, own("2026-Q1", 2)), fault("period", "error-call-over"));
    }
}

#[test]
fn it_is_told_who_is_late() {
    for world in worlds() {
        let (_, head, people) = world.team_of("North", &["Ann", "Bob", "Cid"]);
        for person in &people {
            world.create(open(id(person), "Deal", 10, "2026-03-20", "commit"));
        }
        let due = Draft::new(&workspace::WORKSPACE)
            .with(workspace::CALLS_DUE_ON, "friday".to_owned())
            .with(workspace::CALLS_DUE_AT, Time::new(17, 0, 0, 0).expect("a time"));
        world.update(world.workspace, due).expect("set");
        world.try_create(&people[0], own("2026-Q1", 1)).expect("submitted");
        // The Monday after the deadline.
        world.at("2026-03-09T09:00:00Z");
        world.try_create(&people[1], own("2026-Q1", 1)).expect("submitted");
        let told = world.calls(&head, &[]).expect("told");
        let timely: Vec<(String, String)> =
            rows(&told, "call_tree").into_iter().map(|row| (row[0].clone(), plain(&row[7]))).collect();
        let expected = [
            ("Head of North", ""),
            ("Ann", "report-timely-in-time"),
            ("Bob", "report-timely-early"),
            ("Cid", "report-timely-missing"),
        ];
        assert_eq!(timely, expected.map(|(name, timely)| (name.to_owned(), timely.to_owned())));
        assert_eq!([fact(&told, "called_people"), fact(&told, "missing_people")], ["2", "1"]);
        assert_eq!(fact(&told, "due_next"), "2026-03-13");
        assert!(notes(&told).contains(&"report-call-since-due"));
    }
}

#[test]
fn one_submits_from_where_one_reads() {
    for world in worlds() {
        let (_, head, people) = world.team_of("North", &["Ann"]);
        let ann = &people[0];
        world.create(open(id(ann), "Lights", 100, "2026-03-20", "commit"));
        world.create(open(id(ann), "Lamps", 40, "2026-03-20", "best_case"));
        let told = world.calls(ann, &[]).expect("told");
        let [begin] = <[Begin; 1]>::try_from(begun(&told)).expect("one");
        assert_eq!(begin.word, "report-begin-own-call");
        let made = world.try_create(ann, begin.draft).expect("submitted");
        let made = world.get(&FORECAST_CALL, made);
        assert_eq!((made.get(COMMIT), made.get(BEST_CASE)), (Some(usd(100)), Some(usd(40))));
        // Who leads, and sells nothing, adjusts what rises.
        let begun = |actor: &Actor, answers: &[(&str, &str)]| {
            let told = world.calls(actor, answers).expect("told");
            self::begun(&told).into_iter().map(|begin| begin.word).collect::<Vec<_>>()
        };
        assert_eq!(begun(&head, &[]), ["report-begin-team-call"]);
        // Not for what is over, what was, or for somebody else.
        assert!(begun(ann, &[("period", "2025-Q4")]).is_empty());
        assert!(begun(ann, &[("as_of", "2026-03-01")]).is_empty());
        assert!(begun(&head, &[("whose", &id(ann).to_string())]).is_empty());
    }
}

/// The same rows, with shares that are the same written the same.
fn ratios(rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let cell = |cell: String| {
        let number = cell.strip_prefix("Ratio(").and_then(|rest| rest.strip_suffix(')'));
        let number = number.and_then(|number| number.parse::<Decimal>().ok());
        number.map_or(cell.clone(), |number| format!("Ratio({})", number.normalize()))
    };
    rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect()
}

#[test]
fn what_was_said_is_held_against_what_came_true() {
    for world in worlds() {
        world.at("2025-10-01T09:00:00Z");
        let ann = world.person("Ann", "account_executive", None);
        let lamps = world
            .create(open(id(&ann), "Lamps", 100, "2025-12-10", "commit").with(PROBABILITY, Percent::new(60)));
        world
            .create(open(id(&ann), "Lights", 40, "2025-12-20", "commit").with(PROBABILITY, Percent::new(25)));
        world.at("2025-10-10T09:00:00Z");
        world.try_create(&ann, own("2025-Q4", 120)).expect("submitted");
        // What is said in the second half is too late to be judged by.
        world.at("2025-12-09T09:00:00Z");
        world.try_create(&ann, own("2025-Q4", 100)).expect("submitted");
        world.wins(lamps, "2025-12-09");
        world.at("2026-03-02T09:00:00Z");
        let told = world.calls(&ann, &[]).expect("told");
        let ratio = |number: &str| format!("Ratio({number})");
        let past = ratios(rows(&told, "call_past"));
        let expected = ["2025-Q4", "100", "120", &ratio("0.8"), "140", "70", "100"].map(str::to_owned);
        assert_eq!(past, [expected]);
        let accuracy = ratios(rows(&told, "call_accuracy"));
        let expected = [
            ["people".to_owned(), ratio("0.8"), ratio("0.2"), "1".into()],
            ["deals".to_owned(), ratio("0.6"), ratio("0.4"), "1".into()],
            ["chance".to_owned(), ratio("0.7"), ratio("-0.3"), "1".into()],
            // Nothing or the smaller one comes four times of ten; the larger one, alone or with it, six.
            ["p50".to_owned(), ratio("1"), ratio("0"), "1".into()],
        ];
        assert_eq!(accuracy, expected);
        assert!(notes(&told).contains(&"report-call-few-periods"));
        // Too few deals were closed to learn from: chance is judged by no period.
        let learned = world.calls(&ann, &[("odds", "learned")]).expect("told");
        assert_eq!(rows(&learned, "call_accuracy")[3], ["p50", "NoData", "NoData", "0"]);

        // The forecast tells it beside its own, asked as long before the end as today.
        let told = world.asked("forecast", &ann, &[]).expect("told");
        let foretold = ratios(rows(&told, "foretold_in_all"));
        let names: Vec<&str> = foretold.iter().map(|row| row[0].as_str()).collect();
        assert_eq!(names, ["set", "people"]);
        assert_eq!(
            foretold[1],
            ["people".to_owned(), "1".into(), ratio("0.8"), ratio("0.2"), "Nothing".into()]
        );
        // Of some deals only nobody has submitted anything.
        let some = world.system();
        let registry = registry();
        let report = registry.report("forecast").expect("a report");
        let narrowed = world.read(&some, move |gate| {
            let text = WishText { answers: Vec::new(), filter: Some("amount > 50".to_owned()) };
            let wish = text.read(gate, report)?;
            (report.tell)(gate, &wish)
        });
        let narrowed = rows(&narrowed.expect("told"), "foretold_in_all");
        assert!(narrowed.iter().all(|row| row[0] != "people"), "{narrowed:?}");
    }
}

#[test]
fn an_import_tells_what_was_said_and_what_the_deals_were_then() {
    for world in worlds() {
        world.at("2026-01-10T09:00:00Z");
        let ann = id(&world.person("Ann", "account_executive", None));
        let lights = world.create(open(ann, "Lights", 100, "2026-03-20", "commit"));
        world.at("2026-03-02T09:00:00Z");
        world.update(lights, Draft::new(&OPPORTUNITY).with(AMOUNT, usd(300))).expect("grown");
        let mut draft = own("2026-Q1", 80).with(OWNER, ann);
        draft.created_at = Some(moment("2026-02-01T09:00:00Z"));
        let made = world.get(&FORECAST_CALL, world.create(draft.clone()));
        assert_eq!(made.get(DEALS_COMMIT), Some(usd(100)));
        // A period that was over by then can't have been forecast.
        let mut late = own("2026-01", 80).with(OWNER, ann);
        late.created_at = Some(moment("2026-02-01T09:00:00Z"));
        assert_eq!(faults(world.try_create(&world.system(), late)), fault("period", "error-call-over"));
        assert_eq!(faults(world.try_create(&world.system(), draft)), fault("period", "error-call-twice"));
    }
}

#[test]
fn people_who_report_to_each_other_are_told_of() {
    for world in worlds() {
        let (north, ann, _) = world.team_of("North", &[]);
        let (south, bob, _) = world.team_of("South", &[]);
        // Each works in the team that the other leads.
        for (person, works_in) in [(&ann, south), (&bob, north)] {
            world.update(id(person), Draft::new(&user::USER).with(user::TEAM, works_in)).expect("moved");
        }
        world.create(open(id(&ann), "Lights", 10, "2026-03-20", "commit"));
        world.create(open(id(&bob), "Lamps", 20, "2026-03-20", "commit"));
        let told = world.calls(&world.system(), &[]).expect("told");
        assert!(notes(&told).contains(&"report-call-circle"));
        assert_eq!(fact(&told, "called_commit"), "30");
    }
}

/// A random company: who reports to whom by the teams that were made, deals of all categories, and what some said.
struct Company {
    people: Vec<Id>,
    above: HashMap<Id, Id>,
    /// By person: closed, and commit.
    deals: HashMap<Id, (i64, i64)>,
    own: HashMap<Id, (i64, i64)>,
    adjusted: HashMap<Id, (i64, i64)>,
}

impl Company {
    fn any(world: &World, chance: &mut SeededChance) -> Company {
        let pick =
            |chance: &mut SeededChance, n: usize| usize::try_from(chance.below(n as u64)).expect("small");
        let mut teams: Vec<(Id, Id)> = Vec::new();
        let (mut people, mut above) = (Vec::new(), HashMap::new());
        for place in 0..2 + pick(chance, 3) {
            let team = world.team(&format!("Team {place}"));
            let lead = id(&world.person(&format!("Lead {place}"), "head_of_sales", Some(team)));
            let mut draft = Draft::new(&team::TEAM).with(team::MANAGER, lead);
            if place > 0 {
                let (parent, boss) = teams[pick(chance, teams.len())];
                draft = draft.with(team::PARENT, parent);
                above.insert(lead, boss);
            }
            world.update(team, draft).expect("placed");
            teams.push((team, lead));
            people.push(lead);
        }
        for place in 0..3 + pick(chance, 4) {
            let (team, lead) = teams[pick(chance, teams.len())];
            let person = id(&world.person(&format!("Seller {place}"), "account_executive", Some(team)));
            above.insert(person, lead);
            people.push(person);
        }
        let mut deals: HashMap<Id, (i64, i64)> = HashMap::new();
        for place in 0..20 {
            let person = people[pick(chance, people.len())];
            let amount = i64::try_from(chance.below(500)).expect("small");
            let category = ["commit", "commit", "best_case", "pipeline", "omitted"][pick(chance, 5)];
            let on = ["2026-03-20", "2026-03-31", "2026-04-01", "2025-12-31"][pick(chance, 4)];
            let made = world.create(open(person, &format!("Deal {place}"), amount, on, category));
            let won = chance.below(3) == 0;
            if won {
                world.wins(made, if on < "2026" { "2025-12-31" } else { "2026-03-01" });
            }
            let sums = deals.entry(person).or_default();
            match (won, on, category) {
                (true, on, _) if on > "2026" => sums.0 += amount,
                (false, "2026-03-20" | "2026-03-31", "commit") => sums.1 += amount,
                _ => {}
            }
        }
        let mut company = Company { people, above, deals, own: HashMap::new(), adjusted: HashMap::new() };
        for person in company.people.clone() {
            if chance.below(2) == 0 {
                let commit = i64::try_from(chance.below(900)).expect("small");
                world.create(own("2026-Q1", commit).with(OWNER, person));
                let closed = company.deals.get(&person).map_or(0, |sums| sums.0);
                company.own.insert(person, (closed, commit));
            }
            if chance.below(3) == 0 && !company.below(person).is_empty() {
                let commit = i64::try_from(chance.below(900)).expect("small");
                world.create(adjusted("2026-Q1", commit, "seen otherwise").with(OWNER, person));
                let closed = company
                    .below(person)
                    .iter()
                    .filter_map(|id| company.deals.get(id))
                    .map(|sums| sums.0)
                    .sum();
                company.adjusted.insert(person, (closed, commit));
            }
        }
        company
    }

    /// All below somebody, found from each of them upwards.
    fn below(&self, person: Id) -> Vec<Id> {
        let is_below = |id: &Id| {
            std::iter::successors(self.above.get(id), |id| self.above.get(id)).any(|above| *above == person)
        };
        self.people.iter().copied().filter(is_below).collect()
    }

    /// What rises from somebody: closed and commit, from the definition.
    fn rises(&self, person: Id) -> i64 {
        let said = |of: &HashMap<Id, (i64, i64)>| of.get(&person).map(|(closed, commit)| closed + commit);
        let own = said(&self.own).or_else(|| said(&self.deals)).unwrap_or(0);
        let direct = self.people.iter().filter(|id| self.above.get(id) == Some(&person));
        own + said(&self.adjusted).unwrap_or_else(|| direct.map(|id| self.rises(*id)).sum())
    }
}

#[test]
fn any_company_rolls_up_to_what_its_people_say() {
    for world in worlds() {
        for seed in 0..4 {
            // Each company has its own workspace of people: those of the one before leave nothing behind but deals.
            let before = world.all(&OPPORTUNITY);
            for deal in before {
                let id = deal.head.id;
                world.write(&world.system(), move |gate| gate.trash(&OPPORTUNITY, id, None)).expect("gone");
            }
            for call in world.all(&FORECAST_CALL) {
                let id = call.head.id;
                world.write(&world.system(), move |gate| gate.trash(&FORECAST_CALL, id, None)).expect("gone");
            }
            let mut chance = SeededChance::new(100 + seed);
            let company = Company::any(&world, &mut chance);
            let told = world.calls(&world.system(), &[]).expect("told");
            let tops = company.people.iter().filter(|id| !company.above.contains_key(id));
            let expected: i64 = tops.map(|id| company.rises(*id)).sum();
            assert_eq!(fact(&told, "called_commit"), expected.to_string(), "seed {seed}");
            let deals: i64 = company.deals.values().map(|(closed, commit)| closed + commit).sum();
            assert_eq!(fact(&told, "deals_commit"), deals.to_string(), "seed {seed}");
            // So it is for each branch by itself, and each row adds up.
            for person in &company.people {
                let told = world.calls(&world.system(), &[("whose", &person.to_string())]).expect("told");
                assert_eq!(fact(&told, "called_commit"), company.rises(*person).to_string(), "seed {seed}");
            }
            for row in tree(&told) {
                let number = |place: usize| row[place].parse::<Decimal>().unwrap_or_default();
                let own = if row[2].is_empty() { number(1) } else { number(2) };
                assert_eq!(own + number(3) + number(4), number(5), "seed {seed}: {row:?}");
            }
        }
    }
}
