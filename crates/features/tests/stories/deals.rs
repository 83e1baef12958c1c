//! A deal goes through its stages.

use cordee_base::{Currency, Decimal, Id, Money, Percent, Problem};
use cordee_catalog::opportunity::{
    self, ACTUAL_CLOSE_DATE, AMOUNT, CLOSE_DATE, CYCLE_DAYS, ENGAGED_ON, EXPECTED_CLOSE_DATE,
    FORECAST_CATEGORY, LOSS_NOTE, LOSS_REASON, OPPORTUNITY, PIPELINE, PROBABILITY, STAGE, STAGE_SINCE, STATE,
};
use cordee_catalog::{account, opportunity_line as line, pipeline, product, stage};
use cordee_kit::AskText;
use cordee_records::system::currency_rate::{CURRENCY, CURRENCY_RATE, RATE, VALID_FROM};
use cordee_records::{Grouping, Measure, Reckon};
use cordee_schema::{Draft, Filter, Path, Record, Value};
use serde_json::json;

use crate::support::{World, day, deal, moment, number, usd, worlds};

/// Where a deal stands: stage, state, probability, forecast category, close date.
fn stands(deal: &Record) -> String {
    let show = |name: &str| match deal.value(name) {
        Some(Value::Text(text)) => text.clone(),
        Some(Value::Number(number)) => number.normalize().to_string(),
        Some(Value::Date(date)) => date.to_string(),
        _ => "-".to_owned(),
    };
    let stage = deal.title_of("stage").unwrap_or("-");
    let rest = [STATE.name(), PROBABILITY.name(), FORECAST_CATEGORY.name(), CLOSE_DATE.name()];
    format!("{stage}: {}", rest.map(show).join(" "))
}

fn move_to(world: &World, id: cordee_base::Id, stage: &str) {
    let draft = Draft::new(&OPPORTUNITY).with(STAGE, world.stage(stage));
    world.update(id, draft).expect("moved");
}

#[test]
fn a_deal_goes_through_the_stages_and_the_past_can_be_asked() {
    for world in worlds() {
        let acme = world.account("Acme");
        let draft = deal("Acme lights")
            .with(opportunity::ACCOUNT, acme)
            .with(AMOUNT, usd(1000))
            .with(EXPECTED_CLOSE_DATE, day("2026-05-01"));
        let id = world.create(draft);
        let now = || stands(&world.get(&OPPORTUNITY, id));
        assert_eq!(now(), "Prospecting: open 10 pipeline 2026-05-01");

        world.at("2026-03-10T09:00:00Z");
        move_to(&world, id, "Proposal");
        assert_eq!(now(), "Proposal: open 60 best_case 2026-05-01");
        assert_eq!(world.get(&OPPORTUNITY, id).get(STAGE_SINCE), Some(moment("2026-03-10T09:00:00Z")));

        world.at("2026-03-12T09:00:00Z");
        let dearer = Draft::new(&OPPORTUNITY)
            .with(STAGE, world.stage("Negotiation and commitment"))
            .with(PROBABILITY, Percent::new(75))
            .with(AMOUNT, usd(1200));
        world.update(id, dearer).expect("moved");
        assert_eq!(now(), "Negotiation and commitment: open 75 commit 2026-05-01");

        // In Paris it is the first of April already.
        world.at("2026-03-31T22:30:00Z");
        move_to(&world, id, "Won");
        assert_eq!(now(), "Won: won 100 closed 2026-04-01");
        assert_eq!(world.get(&OPPORTUNITY, id).get(CYCLE_DAYS), Some(Decimal::from(30)));
        let buyer = world.get(&account::ACCOUNT, acme);
        assert_eq!(buyer.get(account::LIFECYCLE).as_deref(), Some("customer"));
        assert_eq!(buyer.get(account::CUSTOMER_SINCE), Some(day("2026-04-01")));

        world.at("2026-04-05T09:00:00Z");
        move_to(&world, id, "Post-purchase");
        assert_eq!(now(), "Post-purchase: after 100 closed 2026-04-01");

        let weighted = |then: &str| {
            let then = AskText { as_of: Some(then.to_owned()), ..AskText::default() };
            let (open, _) = world.total("pipeline_value", then.clone());
            let (weighted, _) = world.total("weighted_pipeline", then.clone());
            let (won, _) = world.total("won_value", then);
            let show = |value: Option<Decimal>| value.map_or("-".to_owned(), |v| v.normalize().to_string());
            format!("{} {} {}", show(open), show(weighted), show(won))
        };
        assert_eq!(weighted("2026-03-01T00:00:00Z"), "- - -");
        assert_eq!(weighted("2026-03-05"), "1000 100 -");
        assert_eq!(weighted("2026-03-10T08:59:59Z"), "1000 100 -");
        assert_eq!(weighted("2026-03-10T09:00:00Z"), "1000 600 -");
        assert_eq!(weighted("2026-03-20"), "1200 900 -");
        assert_eq!(weighted("2026-03-31T22:30:00Z"), "- - 1200");
        assert_eq!(weighted("2026-12-31"), "- - 1200");
    }
}

#[test]
fn a_deal_is_won_lost_and_reopened_by_verbs() {
    for world in worlds() {
        let (system, acme) = (world.system(), world.account("Acme"));
        let draft = deal("Lights").with(opportunity::ACCOUNT, acme).with(ENGAGED_ON, day("2026-02-20"));
        let id = world.create(draft.with(STAGE, world.stage("Proposal")));
        let now = || stands(&world.get(&OPPORTUNITY, id));
        let act = |verb: &str, input| world.act(&system, &OPPORTUNITY, id, verb, input);
        assert!(!world.offers(&system, &OPPORTUNITY, id, "reopen"));
        world.at("2026-03-05T09:00:00Z");
        let no_reason = act("lose", json!({})).map_err(|problem| problem.to_string());
        assert_eq!(no_reason, Err("invalid; loss_reason: error-required".to_owned()));
        act("lose", json!({"loss_reason": "price", "loss_note": "Ask for the budget first"})).expect("lost");
        assert_eq!(now(), "Lost: lost 0 omitted 2026-03-05");
        assert!(!world.offers(&system, &OPPORTUNITY, id, "lose"));

        world.at("2026-03-06T09:00:00Z");
        act("reopen", json!(null)).expect("reopened");
        let open = world.get(&OPPORTUNITY, id);
        assert_eq!(stands(&open), "Proposal: open 60 best_case -");
        assert_eq!((open.get(LOSS_REASON), open.get(ACTUAL_CLOSE_DATE)), (None, None));
        assert!(open.get(LOSS_NOTE).is_some(), "what was learnt stays");

        act("win", json!({"amount": "950 USD", "actual_close_date": "2026-03-01"})).expect("won");
        let won = world.get(&OPPORTUNITY, id);
        assert_eq!(stands(&won), "Won: won 100 closed 2026-03-01");
        assert_eq!((won.get(AMOUNT), won.get(CYCLE_DAYS)), (Some(usd(950)), Some(Decimal::from(9))));
        let again = act("win", json!({})).map_err(|problem| problem.to_string());
        assert_eq!(again, Err("invalid; error-action-not-now action=\"win\"".to_owned()));

        // The win was a slip: the account never bought.
        act("reopen", json!({})).expect("reopened");
        let account = world.get(&account::ACCOUNT, acme);
        assert_eq!(account.get(account::LIFECYCLE).as_deref(), Some("prospect"));
        assert_eq!(account.get(account::CUSTOMER_SINCE), None);
    }
}

#[test]
fn an_account_is_a_customer_since_its_first_win() {
    for world in worlds() {
        let acme = world.account("Acme");
        let won = |name: &str, on: &str| {
            let draft = deal(name).with(opportunity::ACCOUNT, acme).with(STAGE, world.stage("Won"));
            world.create(draft.with(ACTUAL_CLOSE_DATE, day(on)))
        };
        let since = || world.get(&account::ACCOUNT, acme).get(account::CUSTOMER_SINCE);
        won("Second", "2025-06-01");
        assert_eq!(since(), Some(day("2025-06-01")));
        let first = won("First", "2025-02-01");
        won("Third", "2025-09-01");
        assert_eq!(since(), Some(day("2025-02-01")));
        world
            .act(&world.system(), &OPPORTUNITY, first, "lose", json!({"loss_reason": "other"}))
            .expect("lost after all");
        assert_eq!(since(), Some(day("2025-06-01")));

        let former = Draft::new(&account::ACCOUNT).with(account::LIFECYCLE, "former".to_owned());
        world.update(acme, former).expect("gone");
        let lifecycle = || world.get(&account::ACCOUNT, acme).get(account::LIFECYCLE).expect("one");
        won("Found in an old file", "2024-12-24");
        assert_eq!((lifecycle().as_str(), since()), ("former", Some(day("2024-12-24"))));
        let id = world.create(deal("Back").with(opportunity::ACCOUNT, acme));
        move_to(&world, id, "Won");
        assert_eq!(lifecycle(), "customer");
    }
}

#[test]
fn a_deal_stands_in_a_stage_of_its_pipeline() {
    for world in worlds() {
        let renewals = world.pipeline("Renewals", &[("Due", "open"), ("Renewed", "won"), ("Gone", "lost")]);
        let wrong = deal("Wrong").with(PIPELINE, renewals).with(STAGE, world.stage("Proposal"));
        let told = world.try_create(&world.system(), wrong).map_err(|problem| problem.to_string());
        assert_eq!(told, Err("invalid; stage: error-choosable object=\"stage\"".to_owned()));

        let id = world.create(deal("By its stage").with(STAGE, world.stage("Due")));
        assert_eq!(world.get(&OPPORTUNITY, id).get(PIPELINE), Some(renewals));
        let stay = Draft::new(&OPPORTUNITY).with(PIPELINE, world.all(&pipeline::PIPELINE)[0].head.id);
        let stay = stay.with(STAGE, world.stage("Renewed"));
        let told = world.update(id, stay).map_err(|problem| problem.to_string());
        assert_eq!(
            told,
            Err("invalid; stage: error-choosable object=\"stage\"".to_owned()),
            "said in one change"
        );
        let first = world.all(&pipeline::PIPELINE)[0].head.id;
        move_to(&world, id, "Renewed");
        world.update(id, Draft::new(&OPPORTUNITY).with(PIPELINE, first)).expect("moved");
        assert_eq!(stands(&world.get(&OPPORTUNITY, id)), "Won: won 100 closed 2026-03-02");

        let quiet = Draft::new(&pipeline::PIPELINE).with(pipeline::ACTIVE, false);
        world.update(first, quiet).expect("put aside");
        let id = world.create(deal("New"));
        assert_eq!(world.get(&OPPORTUNITY, id).title_of("pipeline"), Some("Renewals"));

        let kind = Draft::new(&stage::STAGE).with(stage::KIND, "lost".to_owned());
        let told = world.update(world.stage("Due"), kind.clone()).map_err(|problem| problem.to_string());
        let wanted = "invalid; kind: error-in-use object=\"opportunity\" count=\"1\"";
        assert_eq!(told, Err(wanted.to_owned()));
        world.update(world.stage("Gone"), kind).expect("nobody stands there");
    }
}

#[test]
fn an_open_deal_has_no_actual_close_date() {
    for world in worlds() {
        let seller = world.person("Anna", "head_of_sales", None);
        let owner = seller.user_id().expect("a person");
        let new =
            || deal("Lights").with(opportunity::OWNER, owner).with(ACTUAL_CLOSE_DATE, day("2026-06-01"));
        let id = world.try_create(&seller, new()).expect("created");
        let open = world.get(&OPPORTUNITY, id);
        assert_eq!(open.get(EXPECTED_CLOSE_DATE), Some(day("2026-06-01")));
        assert_eq!((open.get(ACTUAL_CLOSE_DATE), open.get(CLOSE_DATE)), (None, Some(day("2026-06-01"))));
        let refused = "invalid; actual_close_date: error-deal-open";
        let both = world.try_create(&seller, new().with(EXPECTED_CLOSE_DATE, day("2026-07-01")));
        assert_eq!(both.map_err(|problem| problem.to_string()), Err(refused.to_owned()));
        let set = Draft::new(&OPPORTUNITY).with(ACTUAL_CLOSE_DATE, day("2026-03-01"));
        let set = world.write(&seller, move |gate| gate.update(id, None, set.clone()));
        assert_eq!(set.map_err(|problem| problem.to_string()), Err(refused.to_owned()));
        move_to(&world, id, "Won");
        let emptied = world.write(&seller, move |gate| {
            let mut draft = Draft::new(&OPPORTUNITY);
            draft.set(ACTUAL_CLOSE_DATE.name(), Value::None);
            gate.update(id, None, draft)
        });
        let required = "invalid; actual_close_date: error-required".to_owned();
        assert_eq!(emptied.map_err(|problem| problem.to_string()), Err(required));
    }
}

#[test]
fn a_line_is_named_and_priced_by_its_product() {
    for world in worlds() {
        let product = Draft::new(&product::PRODUCT).with(product::NAME, "Lamp".to_owned());
        let product = world.create(product.with(product::PRICE, usd(20)));
        let deal = world.create(deal("Lights"));
        let draft = Draft::new(&line::OPPORTUNITY_LINE)
            .with(line::OPPORTUNITY, deal)
            .with(line::PRODUCT, product)
            .with(line::QUANTITY, number("2.5"))
            .with(line::DISCOUNT, Percent::new(10));
        let id = world.create(draft);
        let read = world.get(&line::OPPORTUNITY_LINE, id);
        assert_eq!((read.title().as_str(), read.get(line::AMOUNT)), ("Lamp", Some(usd(45))));
        let more = Draft::new(&line::OPPORTUNITY_LINE).with(line::QUANTITY, number("3"));
        world.update(id, more).expect("changed");
        assert_eq!(world.get(&line::OPPORTUNITY_LINE, id).get(line::AMOUNT), Some(usd(54)));
        let vast = Draft::new(&line::OPPORTUNITY_LINE).with(line::QUANTITY, number("9999999999999999"));
        let told = world.update(id, vast);
        assert!(matches!(told, Err(Problem::Invalid(_))), "{told:?}");
    }
}

/// What all deals come to, as they are and as they are said to stand at this moment.
fn worth(world: &World) -> [Option<Decimal>; 2] {
    [None, Some(world.records.now())].map(|as_of| {
        let sum = Measure::of(Reckon::Sum(Path::field(&OPPORTUNITY, &AMOUNT.def)));
        let grouping = Grouping {
            object: &OPPORTUNITY,
            by: Vec::new(),
            measures: vec![sum],
            filter: Filter::everything(),
            as_of,
        };
        let rows = world.read(&world.system(), move |gate| gate.group(&grouping)).expect("a sum");
        rows.first().and_then(|row| row.values[0])
    })
}

#[test]
fn an_amount_in_another_currency_comes_to_what_it_came_to_when_it_was_said() {
    for world in worlds() {
        for (rate, from) in [("1.1", "2026-03-01"), ("1.3", "2026-03-10")] {
            world.create(
                Draft::new(&CURRENCY_RATE)
                    .with(CURRENCY, "EUR".to_owned())
                    .with(RATE, number(rate))
                    .with(VALID_FROM, day(from)),
            );
        }
        let euros = |whole: i64| Money::from_minor(whole * 100, Currency::EUR);
        let sums = |minor: i64| [Some(Decimal::from(minor)); 2];
        world.at("2026-03-02T09:00:00Z");
        let id: Id = world.create(deal("Abroad").with(AMOUNT, euros(1000)));
        assert_eq!(worth(&world), sums(110_000));
        // Another rate holds by now; what changes is something else.
        world.at("2026-03-12T09:00:00Z");
        move_to(&world, id, "Qualification");
        assert_eq!(worth(&world), sums(110_000));
        world.write(&world.system(), move |gate| gate.trash(&OPPORTUNITY, id, None)).expect("in the trash");
        world.at("2026-03-13T09:00:00Z");
        world.write(&world.system(), move |gate| gate.restore(&OPPORTUNITY, id)).expect("back");
        assert_eq!(worth(&world), sums(110_000));
        // What is said anew is said at the rate of the day.
        world.update(id, Draft::new(&OPPORTUNITY).with(AMOUNT, euros(2000))).expect("changed");
        assert_eq!(worth(&world), sums(260_000));
    }
}
