//! The worked examples of figures, and how they are split, bounded and seen.

use cordee_base::{Date, Id, Percent};
use cordee_catalog::opportunity::{
    self, ACTUAL_CLOSE_DATE, AMOUNT, ENGAGED_ON, EXPECTED_CLOSE_DATE, LOSS_REASON, OWNER, PROBABILITY, STAGE,
};
use cordee_catalog::{account, product};
use cordee_kit::AskText;
use cordee_schema::Draft;

use crate::quotas::id;
use crate::support::{World, by, day, deal, number, some, usd, worlds};

/// A closed deal.
fn closed(world: &World, stage: &str, amount: Option<i64>, on: &str) -> Draft {
    let draft = deal("Deal").with(STAGE, world.stage(stage)).with(ACTUAL_CLOSE_DATE, day(on));
    let draft = some(draft, LOSS_REASON, (stage == "Lost").then(|| "price".to_owned()));
    some(draft, AMOUNT, amount.map(usd))
}

fn ask() -> AskText {
    AskText::default()
}

#[test]
fn five_won_of_twenty_are_a_quarter() {
    for world in worlds() {
        assert_eq!(world.total("win_rate", ask()), (None, 0));
        assert_eq!(world.total("won_value", ask()), (None, 0));
        assert_eq!(world.total("won_count", ask()), (Some(number("0")), 0));
        assert_eq!(world.total("average_won_value", ask()), (None, 0));
        assert_eq!(world.total("sales_cycle_days", ask()), (None, 0));
        for place in 0..20 {
            let stage = if place < 5 { "Won" } else { "Lost" };
            world.create(closed(&world, stage, Some(100 + place), "2026-02-01"));
        }
        world.create(deal("Open").with(AMOUNT, usd(999)));
        assert_eq!(world.total("win_rate", ask()), (Some(number("0.25")), 20));
        // 510 of 510 + 1,680, which all have an amount.
        let by_value = world.total("win_rate_by_value", ask());
        assert_eq!(by_value, (Some(number("0.2328767123287671232876712329")), 20));
        assert_eq!(world.total("won_count", ask()), (Some(number("5")), 5));
        assert_eq!(world.total("lost_count", ask()), (Some(number("15")), 15));
        assert_eq!(world.total("opportunity_count", ask()), (Some(number("21")), 21));
        assert_eq!(world.total("won_value", ask()), (Some(number("510")), 5));
        assert_eq!(world.total("average_won_value", ask()), (Some(number("102")), 5));
    }
}

#[test]
fn the_pipeline_is_weighed() {
    for world in worlds() {
        let open = |amount, percent: Option<i64>| {
            let draft = deal("Open").with(AMOUNT, usd(amount));
            world.create(some(draft, PROBABILITY, percent.map(Percent::new)));
        };
        open(100, Some(20));
        open(200, Some(50));
        assert_eq!(world.total("weighted_pipeline", ask()), (Some(number("120")), 2));
        world.create(deal("Without amount"));
        assert_eq!(world.total("pipeline_value", ask()), (Some(number("300")), 2));
        assert_eq!(world.total("weighted_pipeline", ask()), (Some(number("120")), 2));
        assert_eq!(world.groups("pipeline_value", by(&["state"])), ["open: 300 of 2"]);
        // A third of a cent each: rounded once, not three times.
        for _ in 0..3 {
            let cent = cordee_base::Money::from_minor(1, cordee_base::Currency::USD);
            let third = Percent::new(number("33.3333"));
            world.create(deal("Small").with(AMOUNT, cent).with(PROBABILITY, third));
        }
        assert_eq!(world.total("weighted_pipeline", ask()).0, Some(number("120.01")));
    }
}

#[test]
fn the_cycle_has_a_mean_and_a_median() {
    for world in worlds() {
        for (engaged, closed_on) in [("2026-01-01", 10), ("2026-01-01", 10), ("2026-01-01", 40)] {
            let on: Date = day(engaged).saturating_add(jiff::Span::new().days(closed_on));
            let draft = closed(&world, "Won", None, &on.to_string());
            world.create(draft.with(ENGAGED_ON, day(engaged)));
        }
        // Written down after it was closed: nobody knows how long it took. Lost ones don't count.
        world.create(closed(&world, "Won", None, "2026-01-01"));
        let lost = closed(&world, "Lost", None, "2026-02-01");
        world.create(lost.with(ENGAGED_ON, day("2026-01-01")));
        assert_eq!(world.total("sales_cycle_days", ask()), (Some(number("20")), 3));
        let median = AskText { statistic: Some("median".to_owned()), ..ask() };
        assert_eq!(world.total("sales_cycle_days", median.clone()), (Some(number("10")), 3));
        let split = AskText { by: vec!["close_date:month".to_owned()], ..median };
        assert_eq!(world.groups("sales_cycle_days", split), ["2026-01: 10 of 2", "2026-02: 40 of 1"]);
    }
}

#[test]
fn velocity_is_what_the_open_deals_bring_a_day() {
    for world in worlds() {
        let ann = id(&world.person("Ann", "account_executive", None));
        assert_eq!(world.total("sales_velocity", ask()), (None, 0));
        let won = closed(&world, "Won", Some(4000), "2026-02-20").with(ENGAGED_ON, day("2026-01-01"));
        world.create(won.with(OWNER, ann));
        for _ in 0..3 {
            world.create(closed(&world, "Lost", Some(9000), "2026-02-01").with(OWNER, ann));
        }
        for _ in 0..10 {
            world.create(deal("Open").with(AMOUNT, usd(77)).with(OWNER, ann));
        }
        // 10 open × 25 % × 4,000 ÷ 50 days.
        assert_eq!(world.total("sales_velocity", ask()), (Some(number("200")), 14));
        // Nobody's deals have won nothing yet.
        world.create(deal("Open").with(AMOUNT, usd(77)));
        assert_eq!(world.groups("sales_velocity", by(&["owner"])), ["Ann: 200 of 14", ": no data of 1"]);
        assert_eq!(world.total("sales_velocity", ask()), (Some(number("220")), 15));
    }
}

#[test]
fn figures_are_split_through_links_and_bounded_by_the_close_date() {
    for world in worlds() {
        let named = |name: &str, series: &str| {
            let draft = Draft::new(&product::PRODUCT).with(product::NAME, name.to_owned());
            world.create(draft.with(product::SERIES, series.to_owned()))
        };
        let (lamp, candle) = (named("Lamp", "Light"), named("Candle", "Light"));
        let acme = world.create(
            Draft::new(&account::ACCOUNT)
                .with(account::NAME, "Acme".to_owned())
                .with(account::INDUSTRY, "retail".to_owned()),
        );
        let sold = |product: Option<Id>, stage: &str, on: &str| {
            let draft = closed(&world, stage, Some(50), on).with(opportunity::ACCOUNT, acme);
            world.create(some(draft, opportunity::PRODUCT, product));
        };
        sold(Some(lamp), "Won", "2017-01-31");
        sold(Some(candle), "Lost", "2017-02-01");
        sold(Some(candle), "Post-purchase", "2017-04-01");
        sold(None, "Lost", "2017-12-31");
        let due = deal("Open").with(EXPECTED_CLOSE_DATE, day("2017-03-15"));
        world.create(due);
        assert_eq!(
            world.groups("win_rate", by(&["product.series"])),
            ["Light: 0.6666666666666666666666666667 of 3", ": 0 of 1",]
        );
        assert_eq!(
            world.groups("won_value", by(&["product", "close_date:quarter"])),
            ["Lamp, 2017-Q1: 50 of 1", "Candle, 2017-Q2: 50 of 1",]
        );
        assert_eq!(world.groups("opportunity_count", by(&["close_date:year"])), ["2017: 5 of 5"]);
        assert_eq!(world.groups("lost_count", by(&["account.industry"])), ["retail: 2 of 2"]);
        let quarter = AskText { from: Some("2017-01-01".into()), to: Some("2017-03-31".into()), ..ask() };
        assert_eq!(world.total("opportunity_count", quarter.clone()), (Some(number("3")), 3));
        assert_eq!(world.total("win_rate", quarter), (Some(number("0.5")), 2));
        let filter = AskText { filter: Some("product.name = 'Candle'".into()), ..ask() };
        assert_eq!(world.total("opportunity_count", filter), (Some(number("2")), 2));
    }
}

#[test]
fn a_question_that_cannot_be_asked_says_what_can() {
    for world in worlds() {
        let told = |ask: AskText| {
            let answer = world.ask(&world.system(), "win_rate", &ask).map(|answer| answer.total);
            answer.map_err(|problem| problem.to_string())
        };
        let wrong = told(by(&["account:month"]));
        assert!(
            wrong.as_ref().is_err_and(|told| told.starts_with("invalid; by: error-aggregate")),
            "{wrong:?}"
        );
        let wrong = told(by(&["account.address"]));
        assert!(wrong.as_ref().is_err_and(|told| told.contains("account.address.country")), "{wrong:?}");
        let median = AskText { statistic: Some("median".into()), ..ask() };
        assert!(told(median).is_err());
        // Whatever can be named can be split by.
        for field in opportunity::OPPORTUNITY.fields {
            assert!(told(by(&[field.name])).is_ok(), "{}", field.name);
        }
        for text in ["account.address.country", "owner.team.manager.role", "created_at:week", "id"] {
            assert!(told(by(&[text])).is_ok(), "{text}");
        }
    }
}

#[test]
fn one_reckons_with_what_one_may_see() {
    for world in worlds() {
        let (north, south) = (world.team("North"), world.team("South"));
        let anna = world.person("Anna Snelling", "account_executive", Some(north));
        let boris = world.person("Boris Faz", "account_executive", Some(north));
        let cecily = world.person("Cecily Lampkin", "account_executive", Some(south));
        for (place, person) in [&anna, &boris, &cecily].into_iter().enumerate() {
            for _ in 0..=place {
                let owner = person.user_id().expect("a person");
                world.create(closed(&world, "Won", Some(10), "2026-02-01").with(OWNER, owner));
            }
        }
        let seen = |actor| {
            let answer = world.ask(actor, "won_count", &by(&["owner"])).expect("an answer");
            let groups = answer.groups.iter().map(|(keys, f)| format!("{} {}", keys[0].text, f.n));
            (answer.total.n, groups.collect::<Vec<String>>())
        };
        assert_eq!(seen(&anna), (3, vec!["Anna Snelling 1".to_owned(), "Boris Faz 2".to_owned()]));
        assert_eq!(seen(&cecily), (3, vec!["Cecily Lampkin 3".to_owned()]));
        let head = world.person("Dina", "head_of_sales", None);
        assert_eq!(seen(&head).0, 0);
        let executive = world.person("Ed", "executive", None);
        assert_eq!(seen(&executive).0, 6);
        let support = world.person("Fay", "support", None);
        assert!(world.ask(&support, "won_count", &ask()).is_err());
    }
}
