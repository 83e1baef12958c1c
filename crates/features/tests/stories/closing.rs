//! Closing: credit that is shared, what losses and objections teach, deals that stand still, notes that become tasks.

use cordee_base::{Chance, Decimal, Id, Money, Outcome, Percent, Problem, SeededChance};
use cordee_catalog::credit_split::{CREDIT_SPLIT, NOTE, OPPORTUNITY as OF, PERSON, SHARE, TITLE};
use cordee_catalog::opportunity::{
    self, AMOUNT, COMPETITORS, HANDOVER, OPPORTUNITY, OWNER, STAGE, STAGE_SINCE, WIN_REASON,
};
use cordee_catalog::quota::{OWNER as WHOSE, TEAM};
use cordee_catalog::{activity, competitor, objection};
use cordee_features::registry;
use cordee_kit::{Behind, ReportPart, Row, Told, WishText};
use cordee_records::{Actor, LineWish, LinesWish, Query, Rest};
use cordee_schema::{Draft, Filter, Object};
use serde_json::json;

use crate::quotas::{cells, closed, coverage, fact, fault, faults, id, lines, open, opened, quota, team_of};
use crate::support::{World, day, deal, moment, usd, worlds};

fn percent(text: &str) -> Percent {
    Percent::new(text.parse::<Decimal>().expect("a number"))
}

/// A share of somebody in a deal.
fn share(deal: Id, person: Id, share: &str) -> Draft {
    Draft::new(&CREDIT_SPLIT).with(OF, deal).with(PERSON, person).with(SHARE, percent(share))
}

/// What a report tells this actor of these answers.
fn tell(world: &World, actor: &Actor, report: &str, answers: &[(&str, &str)]) -> Outcome<Told> {
    let registry = registry();
    let report = registry.report(report).expect("a report");
    let answers = answers.iter().map(|(name, answer)| ((*name).to_owned(), (*answer).to_owned())).collect();
    let text = WishText { answers, filter: None };
    world.read(actor, move |gate| {
        let wish = text.read(gate, report)?;
        (report.tell)(gate, &wish)
    })
}

fn rows<'a>(told: &'a Told, table: &str) -> &'a [Row] {
    let found = told.parts.iter().find_map(|part| match part {
        ReportPart::Table(one) if one.sheet.name == table => Some(one.rows.as_slice()),
        _ => None,
    });
    found.expect("a table")
}

/// How many records what lies behind opens to.
fn behind(world: &World, object: &'static Object, behind: Option<&Behind>) -> u64 {
    let text = match behind {
        Some(Behind::Records(text, None)) => Some(text.clone()),
        _ => None,
    };
    let text = text.expect("records");
    let count = world.read(&world.system(), move |gate| {
        let filter = Filter::read(&text, gate.catalog(), object, gate.reading())?;
        gate.count(&Query::of(object).filter(filter))
    });
    count.expect("a count")
}

#[test]
fn credit_for_a_deal_is_shared_to_the_cent() {
    for world in worlds() {
        let (north, head, people) = team_of(&world, "North", &["Ann", "Bob"]);
        let (ann, bob) = (id(&people[0]), id(&people[1]));
        let (_, _, others) = team_of(&world, "South", &["Cid"]);
        let cid = id(&others[0]);
        for (person, amount) in [(ann, 100), (bob, 50), (cid, 40)] {
            world.create(quota("2026-Q1", amount).with(WHOSE, person));
        }
        world.create(quota("2026-Q1", 150).with(TEAM, north));
        let won = closed(&world, ann, "Won", 0, "2026-02-10");
        let won = world.create(won.with(AMOUNT, Money::from_minor(10_001, cordee_base::Currency::USD)));
        world.create(closed(&world, ann, "Won", 10, "2026-02-11"));
        let coming = world.create(open(ann, 30, "2026-03-20").with(opportunity::PROBABILITY, percent("50")));
        let told = |answers: &[(&str, &str)]| coverage(&world, &world.system(), answers).expect("told");
        let won_by = |told: &Told| {
            let mut lines = lines(told, &["whose", "won_so_far", "open_closing", "weighted_closing"]);
            lines.sort();
            lines
        };

        // Without shares the owner has all.
        let alone = [["Ann", "110.01", "30", "15"], ["Bob", "0", "0", "0"], ["Cid", "0", "0", "0"]];
        assert_eq!(won_by(&told(&[])), alone);

        // A third each, to two decimals: the cent that is over goes to whom most was cut off.
        world.at("2026-03-03T09:00:00Z");
        let bobs = world.create(share(won, bob, "33.33"));
        world.create(share(won, cid, "33.33").with(NOTE, "Found the customer".to_owned()));
        world.create(share(coming, bob, "50"));
        assert_eq!(world.get(&CREDIT_SPLIT, bobs).get(TITLE).as_deref(), Some("Bob · 33.33 %"));
        let shared =
            [["Ann", "43.35", "15", "7.5"], ["Bob", "33.33", "15", "7.5"], ["Cid", "33.33", "0", "0"]];
        let people = told(&[]);
        assert_eq!(won_by(&people), shared);
        assert_eq!(fact(&people, "won_so_far"), "110.01");
        // A row opens to one's own deals and those in which one has a share.
        assert_eq!(opened(&world, &people, "quota_rows", "Bob"), 1);
        assert_eq!(opened(&world, &people, "quota_rows", "Ann"), 2);
        // A team counts what its people have, and no deal twice.
        let mut teams = lines(&told(&[("by", "team")]), &["whose", "won_so_far", "open_closing"]);
        teams.sort();
        assert_eq!(teams, [["North", "76.68", "30"], ["South", "33.33", "0"]]);

        // It may be changed after the close, and stands in the journal; an earlier day knows of the earlier share.
        world.at("2026-03-05T09:00:00Z");
        let more = Draft::new(&CREDIT_SPLIT).with(SHARE, percent("66.67"));
        world.write(&head, move |gate| gate.update(bobs, None, more.clone())).expect("changed");
        assert_eq!(
            lines(&told(&[]), &["whose", "won_so_far"]).concat().join(" "),
            "Ann 10 Bob 66.68 Cid 33.33"
        );
        let then = lines(&told(&[("as_of", "2026-03-04")]), &["whose", "won_so_far"]);
        assert_eq!(then.concat().join(" "), "Ann 43.35 Bob 33.33 Cid 33.33");
        let before = lines(&told(&[("as_of", "2026-03-02")]), &["whose", "won_so_far"]);
        assert!(before.concat().join(" ").starts_with("Ann 110.01"), "{before:?}");
        let history = world
            .read(&world.system(), move |gate| gate.history(&CREDIT_SPLIT, bobs, None, 5))
            .expect("a history");
        assert!(history.iter().any(|entry| entry.actor == head.user_id()), "{history:?}");
    }
}

#[test]
fn a_share_is_refused_with_what_would_be_right() {
    for world in worlds() {
        let [ann, bob, cid] =
            ["Ann", "Bob", "Cid"].map(|name| id(&world.person(name, "account_executive", None)));
        let lights = world.create(open(ann, 30, "2026-03-20"));
        let system = world.system();
        let bobs = world.create(share(lights, bob, "60"));
        let refused = |person, part: &str| faults(world.try_create(&system, share(lights, person, part)));
        assert_eq!(refused(cid, "40.01"), fault("share", "error-credit-over"));
        assert_eq!(refused(cid, "33.333"), fault("share", "error-credit-share"));
        assert_eq!(refused(cid, "0"), fault("share", "error-credit-share"));
        assert_eq!(refused(bob, "10"), fault("person", "error-credit-twice"));
        let over = world.try_create(&system, share(lights, cid, "50")).expect_err("refused");
        assert!(format!("{over:?}").contains("40"), "it says what is left: {over:?}");
        let cids = world.create(share(lights, cid, "40"));

        // Written together, shares may change places: what counts is how all of them stand in the end.
        let set = |parts: [(Id, &'static str); 2]| {
            world.write(&system, move |gate| {
                let line = |(id, part): (Id, &str)| LineWish {
                    at: part.to_owned(),
                    id: Some(id),
                    version: None,
                    draft: Draft::new(&CREDIT_SPLIT).with(SHARE, percent(part)),
                    gone: false,
                };
                let lines = parts.map(line).to_vec();
                gate.set_lines(lights, LinesWish { object: &CREDIT_SPLIT, lines, rest: Rest::Stays })
            })
        };
        set([(cids, "60"), (bobs, "40")]).expect("the other way round");
        let stands = |id| world.get(&CREDIT_SPLIT, id).get(SHARE).expect("a share");
        assert_eq!((stands(bobs), stands(cids)), (percent("40"), percent("60")));
        assert_eq!(faults(set([(cids, "70"), (bobs, "35")])), fault("70.share", "error-credit-over"));
        assert_eq!((stands(bobs), stands(cids)), (percent("40"), percent("60")));
        // New ones may take the place of all others.
        let done = world.write(&system, move |gate| {
            let draft = Draft::new(&CREDIT_SPLIT).with(PERSON, bob).with(SHARE, percent("100"));
            let line = LineWish { at: String::new(), id: None, version: None, draft, gone: false };
            let wish = LinesWish { object: &CREDIT_SPLIT, lines: vec![line], rest: Rest::Goes };
            gate.set_lines(lights, wish)
        });
        done.expect("replaced");
        assert_eq!(world.all(&CREDIT_SPLIT).len(), 1);
    }
}

#[test]
fn whatever_is_shared_all_credit_adds_up_to_what_is_won() {
    for world in worlds() {
        let mut chance = SeededChance::new(29);
        let mut below = |most: u64| chance.below(most);
        let (_, _, north) = team_of(&world, "North", &["A", "B", "C"]);
        let (_, _, south) = team_of(&world, "South", &["D", "E"]);
        let people: Vec<Id> = north.iter().chain(&south).map(id).collect();
        let mut won = 0;
        for _ in 0..40 {
            let minor = below(1_000_000) as i64;
            let owner = people[below(5) as usize];
            let is_won = below(3) > 0;
            won += if is_won { minor } else { 0 };
            let draft = if is_won {
                closed(&world, owner, "Won", 0, "2026-02-10")
            } else {
                open(owner, 0, "2026-03-20").with(opportunity::PROBABILITY, percent("37"))
            };
            let deal = world.create(draft.with(AMOUNT, Money::from_minor(minor, cordee_base::Currency::USD)));
            let mut left = 10_000;
            for person in &people {
                let part = below(5_000) as i64;
                if below(2) == 0 || part == 0 || part > left {
                    continue;
                }
                left -= part;
                let part = Decimal::new(part, 2).to_string();
                world.create(share(deal, *person, &part));
            }
        }
        let said = Decimal::new(won, 2).normalize().to_string();
        let told = |by: &str| coverage(&world, &world.system(), &[("by", by)]).expect("told");
        let sum = |told: &Told, column: &str| -> Decimal {
            let number = |row: Vec<String>| row[0].parse::<Decimal>().expect("a number");
            lines(told, &[column]).into_iter().map(number).sum()
        };
        for by in ["person", "team"] {
            let told = told(by);
            assert_eq!(fact(&told, "won_so_far"), said, "by {by}");
            assert_eq!(sum(&told, "won_so_far").normalize().to_string(), said, "by {by}");
        }
        let (one, other) = (told("person"), told("team"));
        assert_eq!(sum(&one, "open_closing"), sum(&other, "open_closing"));
        assert_eq!(sum(&one, "open_closing").to_string(), fact(&one, "open_closing"));
    }
}

/// A deal in a stage, which goes on to be won or lost.
fn went(world: &World, owner: Id, name: &str, stage: &str, amount: i64) -> Id {
    world.create(deal(name).with(OWNER, owner).with(AMOUNT, usd(amount)).with(STAGE, world.stage(stage)))
}

fn objected(deal: Id, kind: &str, answer: &str, overcome: bool) -> Draft {
    let draft = Draft::new(&objection::OBJECTION)
        .with(objection::OPPORTUNITY, deal)
        .with(objection::NAME, format!("About {kind}"))
        .with(objection::TYPE, kind.to_owned())
        .with(objection::OVERCOME, overcome);
    if answer.is_empty() { draft } else { draft.with(objection::ANSWER, answer.to_owned()) }
}

#[test]
fn objections_are_told_by_kind_stage_and_answer() {
    for world in worlds() {
        let system = world.system();
        let ann = id(&world.person("Ann", "account_executive", None));
        let deals = ["One", "Two", "Three", "Four"].map(|name| went(&world, ann, name, "Proposal", 100));
        world.create(objected(deals[0], "budget", "Pay by month", true));
        world.create(objected(deals[1], "budget", "pay  by month".trim(), true));
        world.create(objected(deals[2], "budget", "", false));
        world.create(objected(deals[0], "timing", "Begin small", true));
        let talk = Draft::new(&OPPORTUNITY).with(STAGE, world.stage("Negotiation and commitment"));
        world.update(deals[3], talk).expect("moved");
        world.create(objected(deals[3], "budget", "Pay by month", false));
        world.at("2026-03-02T11:00:00Z");
        for (deal, verb, input) in [
            (deals[0], "win", json!({})),
            (deals[1], "lose", json!({"loss_reason": "price"})),
            (deals[2], "lose", json!({"loss_reason": "price"})),
        ] {
            world.act(&system, &OPPORTUNITY, deal, verb, input).expect("closed");
        }

        // What is written down later was raised in the stage of that day, not in that of today.
        world.at("2026-03-04T09:00:00Z");
        let later = objected(deals[2], "budget", "", false).with(objection::RAISED_ON, day("2026-03-02"));
        let later = world.create(later);
        assert_eq!(
            world.get(&objection::OBJECTION, later).get(objection::STAGE),
            Some(world.stage("Proposal"))
        );
        let after = world.create(objected(deals[2], "budget", "", false));
        assert_eq!(world.get(&objection::OBJECTION, after).get(objection::STAGE), None);
        for one in [later, after] {
            world.write(&system, move |gate| gate.trash(&objection::OBJECTION, one, None)).expect("gone");
        }

        let told = tell(&world, &system, "objections", &[]).expect("told");
        assert_eq!((fact(&told, "raised"), fact(&told, "answered")), ("5".to_owned(), "4".to_owned()));
        let columns = ["raised", "answered", "overcome"];
        assert_eq!(cells(&told, "objection_types", &columns), [["4", "3", "2"], ["1", "1", "1"]]);
        let stages = cells(&told, "objection_stages", &["stage", "raised", "overcome"]);
        assert_eq!(stages, [["Proposal", "4", "3"], ["Negotiation and commitment", "1", "0"]]);
        let answers = cells(&told, "objection_answers", &["answer", "raised", "overcome"]);
        assert!(answers.contains(&["Begin small", "1", "1"].map(str::to_owned).to_vec()), "{answers:?}");
        let unanswered = ["report-objections-unanswered", "1", "0"].map(str::to_owned).to_vec();
        assert!(answers.contains(&unanswered), "{answers:?}");
        // Of the deals with an objection about budget that are closed, one of two was won where it was overcome.
        let outcomes = rows(&told, "objection_outcomes");
        let between = |row: &Row, place: usize| row.cells[place].number().map(|n| n.to_string());
        assert_eq!(between(&outcomes[0], 1).as_deref(), Some("0.5"));
        assert_eq!(between(&outcomes[0], 2).as_deref(), Some("0"));
        // So few say little, and it is told.
        assert!(told.parts.iter().any(|part| matches!(part, ReportPart::Note("report-note-few-closed", _))));
        // Every row opens to its objections.
        let count = |table: &str, place: usize| {
            behind(&world, &objection::OBJECTION, rows(&told, table)[place].behind.as_ref())
        };
        assert_eq!((count("objection_types", 0), count("objection_types", 1)), (4, 1));
        assert_eq!((count("objection_stages", 0), count("objection_stages", 1)), (4, 1));
        assert_eq!(count("objection_outcomes", 0), 3);
        // Another period, another pipeline: nothing there.
        let none = tell(&world, &system, "objections", &[("period", "2025-Q4")]).expect("told");
        assert_eq!(fact(&none, "raised"), "0");
        assert_eq!(fact(&none, "overcome_share"), "no data");
        assert!(rows(&none, "objection_types").is_empty());
    }
}

#[test]
fn losses_are_told_by_reason_competitor_and_stage_with_what_was_learnt() {
    for world in worlds() {
        let system = world.system();
        let ann = id(&world.person("Ann", "account_executive", None));
        let rival = |name: &str| {
            world.create(Draft::new(&competitor::COMPETITOR).with(competitor::NAME, name.to_owned()))
        };
        let (wareon, lagerix) = (rival("Wareon"), rival("Lagerix"));
        let [one, two, three, four] = [
            ("One", "Proposal", 100),
            ("Two", "Proposal", 50),
            ("Three", "Qualification", 30),
            ("Four", "Proposal", 70),
        ]
        .map(|(name, stage, amount)| went(&world, ann, name, stage, amount));
        for deal in [one, two, four] {
            let rivals = Draft::new(&OPPORTUNITY).with(COMPETITORS, vec![wareon, lagerix]);
            world.update(deal, rivals).expect("changed");
        }
        let lost = |deal, day: &str, reason: &str, to: Option<Id>, lesson: &str| {
            let mut input = json!({"loss_reason": reason, "actual_close_date": day, "loss_note": lesson});
            if let Some(to) = to {
                input["competitor"] = to.to_string().into();
            }
            world.at(&format!("{day}T12:00:00Z"));
            world.act(&system, &OPPORTUNITY, deal, "lose", input).expect("lost");
        };
        lost(one, "2026-03-03", "price", Some(wareon), "Show the savings first");
        lost(two, "2026-03-04", "price", Some(wareon), "");
        lost(three, "2026-03-05", "no_need", None, "Ask for the need sooner");
        let handed = json!({"handover": "Ships in May"});
        world.act(&system, &OPPORTUNITY, four, "win", handed).expect("won");
        assert_eq!(world.get(&OPPORTUNITY, four).get(HANDOVER).as_deref(), Some("Ships in May"));
        // One that was entered as lost was never seen open.
        world.create(closed(&world, ann, "Lost", 5, "2026-01-10").with(opportunity::NAME, "Old".to_owned()));

        let told = tell(&world, &system, "win_loss", &[]).expect("told");
        assert_eq!((fact(&told, "deals_won"), fact(&told, "deals_lost")), ("1".to_owned(), "4".to_owned()));
        assert_eq!(
            (fact(&told, "won_value"), fact(&told, "lost_value")),
            ("70".to_owned(), "185".to_owned())
        );
        let reasons = cells(&told, "loss_reasons", &["deals", "share", "value_lost"]);
        assert_eq!(reasons, [["3", "0.75", "155"], ["1", "0.25", "30"]]);
        let columns = ["competitor", "closed_against", "won_against", "lost_to", "value_lost"];
        let mut rivals = cells(&told, "loss_competitors", &columns);
        rivals.sort();
        assert_eq!(rivals, [["Lagerix", "3", "1", "0", "0"], ["Wareon", "3", "1", "2", "150"]]);
        let stages = cells(&told, "loss_stages", &["lost_in", "deals", "value_lost"]);
        let expected = [
            ["Proposal", "2", "150"],
            ["Qualification", "1", "30"],
            ["report-win-loss-never-open", "1", "5"],
        ];
        assert_eq!(stages, expected);
        let lessons = cells(&told, "lost_deals", &["deal", "lost_in", "lesson"]);
        let expected = [
            ["Three", "Qualification", "Ask for the need sooner"],
            ["Two", "Proposal", ""],
            ["One", "Proposal", "Show the savings first"],
            ["Old", "report-win-loss-never-open", ""],
        ];
        assert_eq!(lessons, expected);
        // Rows open to their deals: by filter, or as the same page narrowed to a stage.
        let count = |table: &str| behind(&world, &OPPORTUNITY, rows(&told, table)[0].behind.as_ref());
        assert_eq!((count("loss_reasons"), count("loss_competitors")), (3, 3));
        let Some(Behind::Asking("lost_in", stage)) = rows(&told, "loss_stages")[0].behind.clone() else {
            unreachable!("a stage opens to its deals")
        };
        let there = tell(&world, &system, "win_loss", &[("lost_in", &stage)]).expect("told");
        assert_eq!(cells(&there, "lost_deals", &["deal"]), [["Two"], ["One"]]);
        let never = tell(&world, &system, "win_loss", &[("lost_in", "never_open")]).expect("told");
        assert_eq!(cells(&never, "lost_deals", &["deal"]), [["Old"]]);
        let march = tell(&world, &system, "win_loss", &[("period", "2026-02")]).expect("told");
        assert_eq!(
            (fact(&march, "deals_lost"), fact(&march, "won_of_closed")),
            ("0".into(), "no data".into())
        );
        let wrong = tell(&world, &system, "win_loss", &[("lost_in", "everywhere")]);
        assert_eq!(faults(wrong), fault("lost_in", "error-choice"));
    }
}

#[test]
fn wins_are_told_by_why_where_somebody_has_said_so() {
    for world in worlds() {
        let system = world.system();
        let ann = id(&world.person("Ann", "account_executive", None));
        let win = |name: &str, amount: i64, input: serde_json::Value| {
            let deal = went(&world, ann, name, "Proposal", amount);
            world.act(&system, &OPPORTUNITY, deal, "win", input).map(|_| deal)
        };
        let one = win("One", 100, json!({"win_reason": "price"})).expect("won");
        win("Two", 40, json!({"win_reason": "price"})).expect("won");
        win("Three", 200, json!({"win_reason": "product_fit"})).expect("won");
        // It is asked, and not required; what is no reason is refused.
        win("Four", 10, json!({})).expect("won");
        assert_eq!(
            faults(win("Five", 10, json!({"win_reason": "luck"}))),
            fault("win_reason", "error-choice")
        );
        assert_eq!(world.get(&OPPORTUNITY, one).get(WIN_REASON).as_deref(), Some("price"));
        let told = tell(&world, &system, "win_loss", &[]).expect("told");
        let reasons = rows(&told, "win_reasons");
        let numbers = |row: &Row| [1, 3].map(|place| row.cells[place].number().expect("a number"));
        assert_eq!(
            reasons.iter().map(numbers).collect::<Vec<_>>(),
            [[2, 14_000], [1, 20_000], [1, 1_000]].map(|row| row.map(Decimal::from))
        );
        assert_eq!(reasons[0].cells[2].number(), Some(Decimal::new(5, 1)));
        let counts: Vec<u64> =
            reasons.iter().map(|row| behind(&world, &OPPORTUNITY, row.behind.as_ref())).collect();
        assert_eq!(counts, [2, 1, 1]);
        // Reopened, it is not won for a reason any more.
        world.act(&system, &OPPORTUNITY, one, "reopen", json!({})).expect("reopened");
        assert_eq!(world.get(&OPPORTUNITY, one).get(WIN_REASON), None);
        let later = tell(&world, &system, "win_loss", &[("period", "2026-Q2")]).expect("told");
        assert!(rows(&later, "win_reasons").is_empty());
    }
}

#[test]
fn deals_that_stand_still_are_told_and_a_note_about_one_becomes_a_task() {
    for world in worlds() {
        let (_, head, people) = team_of(&world, "North", &["Ann"]);
        let ann = id(&people[0]);
        world.at("2026-01-05T09:00:00Z");
        let old = went(&world, ann, "Old", "Proposal", 100);
        let step = Draft::new(&OPPORTUNITY)
            .with(opportunity::NEXT_STEP, "Call the buyer".to_owned())
            .with(opportunity::NEXT_STEP_DATE, day("2026-03-09"));
        let planned = went(&world, ann, "Planned", "Proposal", 200);
        world.update(planned, step).expect("planned");
        let (gone, moved) =
            (went(&world, ann, "Gone", "Proposal", 50), went(&world, ann, "Moved", "Qualification", 70));
        world.at("2026-02-10T09:00:00Z");
        let brief = went(&world, ann, "Brief", "Proposal", 60);
        world.at("2026-02-22T09:00:00Z");
        let on = Draft::new(&OPPORTUNITY).with(STAGE, world.stage("Proposal"));
        world.update(moved, on).expect("moved");
        world.at("2026-03-04T09:00:00Z");
        for deal in [gone, brief, moved] {
            let lost = json!({"loss_reason": "timing"});
            world.act(&head, &OPPORTUNITY, deal, "lose", lost).expect("lost");
        }
        world.at("2026-03-06T09:00:00Z");
        let _fresh = went(&world, ann, "Fresh", "Proposal", 300);
        assert!(world.get(&OPPORTUNITY, old).get(STAGE_SINCE) < Some(moment("2026-01-06T00:00:00Z")));

        let told = tell(&world, &head, "pipeline_review", &[]).expect("told");
        let aged = cells(&told, "aged", &["deal", "stage", "amount", "next_step", "person"]);
        let none = "opportunity-follow-up-no-next-step";
        let expected = [
            ["Planned", "Proposal", "200", "Call the buyer", "Ann"],
            ["Old", "Proposal", "100", none, "Ann"],
        ];
        assert_eq!(aged, expected);
        assert_eq!(rows(&told, "aged")[1].cells[2].number(), Some(Decimal::from(60)));
        let offers = told.parts.iter().any(|part| match part {
            ReportPart::Table(table) => table.sheet.name == "aged" && table.offers == Some("note_task"),
            _ => false,
        });
        assert!(offers, "a row offers the note");
        // Of a day that is past it is told how they stood then, whatever has become of them; steps are not kept.
        let past = tell(&world, &head, "pipeline_review", &[("to", "2026-03-01"), ("from", "2026-02-20")]);
        let past = past.expect("told");
        let aged = cells(&past, "aged", &["deal", "stage", "amount", "next_step", "person"]);
        let expected = [
            ["Planned", "Proposal", "200", "", "Ann"],
            ["Old", "Proposal", "100", "", "Ann"],
            ["Brief", "Proposal", "60", "", "Ann"],
            ["Gone", "Proposal", "50", "", "Ann"],
        ];
        assert_eq!(aged, expected);
        assert_eq!(rows(&past, "aged")[1].cells[2].number(), Some(Decimal::from(55)));
        assert!(past.parts.iter().any(|part| matches!(part, ReportPart::Note("report-note-aged-then", _))));
        let before = tell(&world, &head, "pipeline_review", &[("to", "2026-02-21"), ("from", "2026-02-20")]);
        let before = cells(&before.expect("told"), "aged", &["deal", "stage"]);
        assert_eq!(before[2..], [["Moved", "Qualification"], ["Gone", "Proposal"]]);
        let closing = [("to", "2026-03-01"), ("from", "2026-02-20"), ("closing", "2026-Q1")];
        let closing = tell(&world, &head, "pipeline_review", &closing).expect("told");
        assert!(rows(&closing, "aged").is_empty(), "none of them has a close");

        // By default it is the owner's, for the next working day: the sixth of March is a Friday.
        let done = world.act(&head, &OPPORTUNITY, old, "note_task", json!({"subject": "Ask for the budget"}));
        let task = world.get(&activity::ACTIVITY, done.expect("noted").id);
        assert_eq!(task.get(activity::SUBJECT).as_deref(), Some("Ask for the budget"));
        assert_eq!((task.get(activity::OPPORTUNITY), task.get(activity::OWNER)), (Some(old), Some(ann)));
        assert_eq!(task.get(activity::DUE_DATE), Some(day("2026-03-09")));
        assert_eq!(
            (task.get(activity::KIND).as_deref(), task.get(activity::DONE)),
            (Some("task"), Some(false))
        );
        world.at("2026-03-06T09:01:00Z");
        let input =
            json!({"subject": "Send terms", "owner": id(&head).to_string(), "due_date": "2026-03-12"});
        let done = world.act(&head, &OPPORTUNITY, old, "note_task", input).expect("noted");
        let task = world.get(&activity::ACTIVITY, done.id);
        assert_eq!(task.get(activity::OWNER), head.user_id());
        assert_eq!(task.get(activity::DUE_DATE), Some(day("2026-03-12")));
        let empty = world.act(&head, &OPPORTUNITY, old, "note_task", json!({}));
        assert_eq!(faults(empty), fault("subject", "error-required"));
        // What one has just made is taken back to the trash.
        assert_eq!(world.all(&activity::ACTIVITY).len(), 2);
        let (noted, version) = (task.head.id, task.head.version);
        world.write(&head, move |gate| gate.undo(&activity::ACTIVITY, noted, version)).expect("undone");
        assert_eq!(world.all(&activity::ACTIVITY).len(), 1);
    }
}

#[test]
fn where_no_days_are_expected_nine_of_ten_deals_before_say_what_is_long() {
    for world in worlds() {
        let pipeline = world.pipeline("Short", &[("Talk", "open"), ("Yes", "won"), ("No", "lost")]);
        let ann = id(&world.person("Ann", "account_executive", None));
        let talk = |name: &str| {
            let draft = deal(name).with(opportunity::PIPELINE, pipeline).with(OWNER, ann);
            world.create(draft.with(AMOUNT, usd(10)))
        };
        world.at("2026-01-05T09:00:00Z");
        let quick: Vec<Id> = (0..32).map(|n| talk(&format!("Quick {n}"))).collect();
        let slow = talk("Slow");
        world.at("2026-01-08T09:00:00Z");
        let (asked, key) = (world.system(), pipeline.to_string());
        let aged = |now: &str| {
            world.at(now);
            let told = tell(&world, &asked, "pipeline_review", &[("pipeline", &key)]).expect("told");
            cells(&told, "aged", &["deal", "days_in_stage", "expected_days"])
        };
        assert!(aged("2026-01-08T09:00:00Z").is_empty(), "nothing to go by yet");
        for deal in quick {
            world.act(&asked, &OPPORTUNITY, deal, "win", json!({})).expect("won");
        }
        let found = aged("2026-01-20T09:00:00Z");
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0][0], "Slow");
        assert!(found[0][1].contains("15") && found[0][2].contains('3'), "{found:?}");
        assert_eq!(world.get(&OPPORTUNITY, slow).get(AMOUNT), Some(usd(10)));
    }
}

#[test]
fn who_may_not_see_a_deal_sees_none_of_it_in_what_is_told_of_closing() {
    for world in worlds() {
        let (_, _, north) = team_of(&world, "North", &["Ann"]);
        let (_, _, south) = team_of(&world, "South", &["Dan"]);
        let (ann, dan) = (id(&north[0]), &south[0]);
        world.at("2026-01-05T09:00:00Z");
        let secret = went(&world, ann, "Secret", "Proposal", 777);
        world.create(objected(secret, "budget", "Whisper", true));
        world.create(share(secret, id(dan), "40"));
        let gone = went(&world, ann, "Gone", "Proposal", 555);
        let input = json!({"loss_reason": "price", "loss_note": "Hush"});
        world.act(&world.system(), &OPPORTUNITY, gone, "lose", input).expect("lost");
        let won = closed(&world, ann, "Won", 333, "2026-02-10");
        let won = world.create(won.with(opportunity::NAME, "Treasure".to_owned()));
        world.create(share(won, id(dan), "40"));
        world.at("2026-03-02T09:00:00Z");
        for (report, answers) in [
            ("objections", &[][..]),
            ("win_loss", &[]),
            ("pipeline_review", &[("from", "2026-01-01")]),
            ("coverage", &[]),
        ] {
            let told = format!("{:?}", tell(&world, dan, report, answers).expect("told").parts);
            for word in ["Secret", "Gone", "Treasure", "Whisper", "Hush", "77700", "55500", "33300", "13320"]
            {
                assert!(!told.contains(word), "{word} in {report}: {told}");
            }
            let all = format!("{:?}", tell(&world, &world.system(), report, answers).expect("told").parts);
            assert!(["Whisper", "Hush", "Secret", "13320"].iter().any(|word| all.contains(word)), "{report}");
        }
        let splits = world.read(dan, |gate| gate.list(&Query::of(&CREDIT_SPLIT))).expect("a list").records;
        assert!(splits.is_empty(), "{splits:?}");
        let noted = world.act(dan, &OPPORTUNITY, secret, "note_task", json!({"subject": "Peek"}));
        assert!(matches!(noted, Err(Problem::NotFound)), "{noted:?}");
        let taken = world.try_create(dan, share(secret, id(dan), "10"));
        assert!(taken.is_err(), "{taken:?}");
    }
}
