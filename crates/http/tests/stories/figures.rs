//! Figures over REST.

use serde_json::{Value as Json, json};

use crate::support::{Client, World, on_each};

/// A deal that was closed on this day, won or lost.
fn closed(world: &World, ada: &Client, kind: &str, amount: &str, day: &str, account: &str) {
    let mut deal = world.stage(ada, kind);
    deal["name"] = format!("{kind} {day}").into();
    deal["amount"] = json!({"amount": amount, "currency": "EUR"});
    deal["actual_close_date"] = day.into();
    deal["account"] = account.into();
    if kind == "lost" {
        deal["loss_reason"] = "price".into();
    }
    world.create(ada, "opportunities", deal);
}

#[test]
fn figures_are_asked_as_a_whole_and_by_groups() {
    on_each(|world| {
        let ada = world.program();
        let retail = world.create(&ada, "accounts", json!({"name": "Shop", "industry": "retail"}));
        let none = world.create(&ada, "accounts", json!({"name": "Plain"}));
        closed(world, &ada, "won", "100.50", "2026-01-10", &retail);
        closed(world, &ada, "won", "200", "2026-02-10", &retail);
        closed(world, &ada, "lost", "50", "2026-02-11", &none);

        let known = world.get(&ada, "/api/v1/metrics").json();
        let names: Vec<&str> =
            known["data"].as_array().expect("data").iter().filter_map(|m| m["name"].as_str()).collect();
        for name in [
            "opportunity_count",
            "won_value",
            "won_arr",
            "won_count",
            "lost_count",
            "win_rate",
            "average_won_value",
            "sales_cycle_days",
            "pipeline_value",
            "weighted_pipeline",
        ] {
            assert!(names.contains(&name), "{name}: {names:?}");
        }
        let ask = |question: &str| world.get(&ada, &format!("/api/v1/metrics/{question}")).json();
        let value = ask("won_value");
        assert_eq!(value["unit"], "money");
        assert_eq!(value["total"], json!({"value": 300.5, "n": 2}), "{value}");
        let rate = ask("win_rate?by=account.industry");
        assert!((rate["total"]["value"].as_f64().expect("a number") - 2.0 / 3.0).abs() < 1e-9, "{rate}");
        let groups = rate["groups"].as_array().expect("groups");
        let group = |key: Json| groups.iter().find(|group| group["key"] == key).expect("a group");
        assert_eq!((&group("retail".into())["value"], &group(Json::Null)["value"]), (&json!(1), &json!(0)));
        let months = ask("won_value?by=close_date:month&by=owner");
        assert_eq!(
            months["groups"][0]["keys"],
            json!({"close_date:month": "2026-01", "owner": "Ada"}),
            "{months}"
        );
        assert_eq!(ask("won_count?from=2026-02-01&to=2026-02-28")["total"], json!({"value": 1, "n": 1}));
        let tree = r#"{"field":"account.industry","value":"retail"}"#;
        assert_eq!(ask(&format!("won_count?filter={tree}"))["total"]["value"], 2);
        assert_eq!(ask("average_won_value?from=2030-01-01")["total"], json!({"value": null, "n": 0}));
    });
}

#[test]
fn questions_that_make_no_sense_are_refused_by_name() {
    on_each(|world| {
        let ada = world.program();
        let ask = |question: &str| world.get(&ada, &format!("/api/v1/metrics/{question}"));
        ask("win_rate?by=owner.shoe_size&from=yesterday")
            .refuses(400, &[("by", "unknown-field"), ("from", "date")]);
        ask("win_rate?from=2026-02-01&to=2026-01-01").refuses(400, &[("to", "period")]);
        ask("win_rate?statistic=mode").refuses(400, &[("statistic", "statistic")]);
        ask("win_rate?group=owner").refuses(400, &[("group", "parameter")]);
        ask("luck").refuses(404, &[("metric", "metric")]);
        let blind =
            world.token(&world.person_who_may("Sam", r#"{"objects":{"account":{"read":"all"}}}"#), "read");
        world.get(&blind, "/api/v1/metrics/win_rate").refuses(404, &[]);
    });
}
