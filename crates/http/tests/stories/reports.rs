//! Reports over REST and as pages.

use axum::http::StatusCode;
use serde_json::json;

use crate::support::on_each;

#[test]
fn reports_are_told_over_rest_and_as_pages() {
    on_each(|world| {
        let ada = world.program();
        let mut deal = world.stage(&ada, "open");
        deal["name"] = "Lights".into();
        deal["amount"] = json!({"amount": "120.50", "currency": "EUR"});
        world.create(&ada, "opportunities", deal);

        let known = world.get(&ada, "/api/v1/reports").json();
        let names: Vec<&str> = known["data"]
            .as_array()
            .expect("data")
            .iter()
            .filter_map(|report| report["name"].as_str())
            .collect();
        assert!(names.contains(&"pipeline_review") && names.contains(&"forecast"), "{names:?}");

        let told = world.get(&ada, "/api/v1/reports/pipeline_review").json();
        let bridge = told["parts"].as_array().expect("parts").iter().find(|part| part["table"] == "bridge");
        let rows = bridge.expect("a bridge")["rows"].as_array().expect("rows");
        let new = rows.iter().find(|row| row["step"] == "new").expect("a step");
        assert_eq!(
            (&new["amount"], &new["deals"], &new["asking"]),
            (&json!(120.5), &json!(1), &json!({"step": "new"}))
        );
        let closing = rows.last().expect("a closing");
        let filter = closing["filter"].as_str().expect("a filter").replace(' ', "%20");
        let behind = world.get(&ada, &format!("/api/v1/opportunities?filter={filter}")).json();
        assert_eq!(behind["data"].as_array().map(Vec::len), Some(1), "{behind}");

        let person = world.browser(&world.admin);
        let page = world.get(&person, "/reports/pipeline_review?step=new");
        assert!(page.text().contains("Lights") && page.text().contains("Pipeline review"), "{}", page.text());
        let page = world.get(&person, "/reports/forecast");
        assert_eq!(page.status, StatusCode::OK);
    });
}

#[test]
fn what_a_report_does_not_understand_is_refused_by_name() {
    on_each(|world| {
        let ada = world.program();
        let ask = |question: &str| world.get(&ada, &format!("/api/v1/reports/{question}"));
        ask("pipeline_review?from=lately").refuses(400, &[("from", "date")]);
        ask("pipeline_review?from=2030-01-02&to=2030-01-01").refuses(400, &[("to", "period")]);
        ask("pipeline_review?step=sideways").refuses(400, &[("step", "choice")]);
        ask("forecast?period=soon").refuses(400, &[("period", "choice")]);
        ask("forecast?moon=full").refuses(400, &[("moon", "parameter")]);
        ask("horoscope").refuses(404, &[("report", "report")]);
        // Who may see no deals knows of no report about them.
        let blind =
            world.token(&world.person_who_may("Sam", r#"{"objects":{"account":{"read":"all"}}}"#), "read");
        world.get(&blind, "/api/v1/reports/forecast").refuses(404, &[]);
        // A page says what is wrong beside its field, and keeps what was typed.
        let page = world.get(&world.browser(&world.admin), "/reports/pipeline_review?from=lately");
        assert!(page.status.is_client_error(), "{}", page.status);
        assert!(page.text().contains("lately"), "{}", page.text());
    });
}
