//! Reports over REST and as pages.

use axum::http::StatusCode;
use serde_json::json;

use crate::pages::submit;
use crate::support::{Answer, Client, on_each};

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
        let page = world.get(&person, "/reports").text();
        for name in names {
            assert!(page.contains(&format!("/reports/{name}\"")), "{name} is not among all reports");
        }
    });
}

#[test]
fn what_a_report_begins_is_posted_as_it_is() {
    on_each(|world| {
        let ada = world.program();
        let mut deal = world.stage(&ada, "open");
        deal["name"] = "Lights".into();
        deal["amount"] = json!({"amount": "120.50", "currency": "EUR"});
        deal["expected_close_date"] = json!("2026-03-20");
        deal["forecast_category"] = "commit".into();
        world.create(&ada, "opportunities", deal);
        let told = world.get(&ada, "/api/v1/reports/forecast_calls?period=2026-Q1").json();
        let part = |name: &str| {
            let parts = told["parts"].as_array().expect("parts");
            parts.iter().find_map(|part| part.get(name)).cloned().expect("a part")
        };
        let begin = part("begin")[0].clone();
        assert_eq!(begin["begin"], "report-begin-own-call");
        let made = world.create(&ada, begin["object"].as_str().expect("an object"), begin["record"].clone());
        let made = world.get(&ada, &format!("/api/v1/forecast_calls/{made}")).json();
        assert_eq!(made["commit"]["amount"], "120.50", "{made}");
        assert_eq!(made["deals_commit"], made["commit"], "{made}");

        // The same on the page: a way to the form, which holds what the deals come to.
        let person = world.browser(&world.admin);
        let page = world.get(&person, "/reports/forecast_calls?period=2026-Q1");
        let text = page.text();
        let start = text.find("/forecast_calls/new?").expect("a way to the form");
        let way = text[start..].split('"').next().expect("its end").replace("&amp;", "&");
        let form = world.get(&person, &way).text();
        assert!(form.contains("120.50") && form.contains("2026-Q1"), "{way}: {form}");
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
        ask("forecast?odds=even").refuses(400, &[("odds", "choice")]);
        ask("focus?risk=rain").refuses(400, &[("risk", "choice")]);
        ask("win_probability?owner=nobody").refuses(400, &[("owner", "choice")]);
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

#[test]
fn a_report_tells_each_only_what_they_may_see() {
    on_each(|world| {
        let ada = world.program();
        let priced = |name: &str, amount: &str, owner: Option<&str>| {
            let mut deal = world.stage(&ada, "open");
            deal["name"] = name.into();
            deal["amount"] = json!({"amount": amount, "currency": "EUR"});
            if let Some(owner) = owner {
                deal["owner"] = owner.into();
            }
            world.create(&ada, "opportunities", deal)
        };
        let own = r#"{"objects": {"opportunity": {"read": "own"}, "stage": {"read": "all"}, "pipeline": {"read": "all"}}}"#;
        let sam = world.person_who_may("Sam", own);
        let blind = r#"{"objects": {"opportunity": {"read": "all"}, "stage": {"read": "all"}},
                        "fields": {"opportunity": {"amount": "hidden"}}}"#;
        let kim = world.person_who_may("Kim", blind);
        let sams = sam.user_id().expect("a person").to_string();
        priced("Whale", "900", None);
        priced("Minnow", "20", Some(&sams));

        let closing = |client: &Client, report: &str, row: &str| {
            let told = world.get(client, &format!("/api/v1/reports/{report}")).json();
            let parts = told["parts"].as_array().expect("parts").clone();
            let facts = parts.iter().find_map(|part| part.get("facts")).expect("facts").clone();
            (facts[row].clone(), told.to_string().contains("Whale"))
        };
        let sam = world.token(&sam, "read");
        let kim = world.token(&kim, "read");
        assert_eq!(closing(&ada, "pipeline_review", "closing"), (json!(920), true));
        assert_eq!(closing(&sam, "pipeline_review", "closing"), (json!(20), false));
        assert_eq!(closing(&kim, "pipeline_review", "closing"), (json!(0), true));
        // A filter by what one may not see is no filter.
        world
            .get(&kim, "/api/v1/reports/pipeline_review?filter=amount%20%3E%20100")
            .refuses(400, &[("amount", "unknown-field")]);
        // The number of a request is drawn by chance, and may hold any figure.
        let tells = |told: &Answer| {
            let mut told = told.json();
            told.as_object_mut().map(|told| told.remove("request_id"));
            let text = told.to_string();
            text.contains("900") || text.contains("920")
        };
        // What would be reckoned from what one may not see is refused or not there, never told.
        for report in [
            "forecast",
            "forecast?odds=learned",
            "forecast_calls",
            "coverage",
            "stage_analytics",
            "scoreboard",
            "win_probability",
            "focus",
            "win_loss",
        ] {
            let told = world.get(&kim, &format!("/api/v1/reports/{report}"));
            assert!(!tells(&told), "{report}: {}", told.text());
            let told = world.get(&sam, &format!("/api/v1/reports/{report}"));
            assert!(told.status.is_success(), "{report}: {}", told.text());
            assert!(!tells(&told), "{report}: {}", told.text());
        }
    });
}

#[test]
fn a_note_taken_in_the_review_becomes_a_task_and_one_stays_on_the_page() {
    on_each(|world| {
        let ada = world.program();
        let mut deal = world.stage(&ada, "open");
        deal["name"] = "Lights".into();
        deal["amount"] = json!({"amount": "120.50", "currency": "EUR"});
        let id = world.create(&ada, "opportunities", deal);
        let person = world.browser(&world.admin);
        let review = "/reports/pipeline_review?from=2020-01-01";
        let page = world.get(&person, review).text();
        let link = format!("/opportunities/{id}/do/note_task?back=");
        let at = page.find(&link).expect("a row offers it");
        let href = page[at..].split('"').next().expect("an address").replace("&amp;", "&");
        assert!(page.contains("Note a task: Lights"), "it says of which deal");

        // The dialog begins with the owner of the deal and a day.
        let form = world.get(&person, &href).text();
        for said in ["What is to be done", "By when", "name=\"back\" value=\"/reports/pipeline_review?from="]
        {
            assert!(form.contains(said), "{said} in {form}");
        }
        let owner = world.admin.user_id().expect("a person").to_string();
        let noted = [
            ("subject", "Ask for the budget"),
            ("owner", owner.as_str()),
            ("due_date", "2030-01-07"),
            ("back", review),
        ];
        let path = format!("/opportunities/{id}/do/note_task");
        let done = submit(world, &person, &path, &noted);
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
        assert!(done.header("location").starts_with(review), "{}", done.header("location"));
        let page = world.get(&person, done.header("location")).text();
        assert!(page.contains("The task is noted") && page.contains("/undo"), "{page}");
        let tasks = world.get(&ada, &format!("/api/v1/activities?filter=opportunity%20%3D%20{id}")).json();
        let task = &tasks["data"][0];
        assert_eq!(
            (&task["subject"], &task["due_date"]),
            (&json!("Ask for the budget"), &json!("2030-01-07"))
        );

        // Without saying what is to be done, the fault stands at its field.
        let refused = submit(world, &person, &path, &[("subject", ""), ("back", review)]);
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("id=\"field-subject-error\""), "{}", refused.text());
    });
}

#[test]
fn the_shares_of_a_deal_are_written_with_it() {
    on_each(|world| {
        let ada = world.program();
        let bob = world.person("Bob", "account_executive").user_id().expect("a person").to_string();
        let kim = world.person("Kim", "account_executive").user_id().expect("a person").to_string();
        let mut deal = world.stage(&ada, "open");
        deal["name"] = "Lights".into();
        deal["credit_splits"] = json!([{"person": bob, "share": 40}, {"person": kim, "share": 60}]);
        let id = world.create(&ada, "opportunities", deal);
        let path = format!("/api/v1/opportunities/{id}");
        let read =
            || world.get(&ada, &format!("{path}?include=credit_splits")).json()["credit_splits"].clone();
        let splits = read();
        let [bobs, kims] = [0, 1].map(|place| splits[place]["id"].clone());
        let swapped = json!([{"id": bobs, "share": 60}, {"id": kims, "share": 40}]);
        let done = world.patch(&ada, &path, "*", json!({"credit_splits": swapped}));
        assert!(done.status.is_success(), "{}", done.text());
        assert_eq!((&read()[0]["share"], &read()[1]["share"]), (&json!(60), &json!(40)));
        let over = json!([{"id": bobs, "share": 60.5}, {"id": kims, "share": 40}]);
        let refused = world.patch(&ada, &path, "*", json!({"credit_splits": over}));
        refused.refuses(422, &[("credit_splits[0].share", "credit-over")]);
        assert!(refused.text().contains("60 %"), "it says what is left: {}", refused.text());
    });
}

#[test]
fn deals_at_risk_are_points_on_a_map_by_day_and_worth() {
    on_each(|world| {
        let ada = world.program();
        let deal = |name: &str, amount: Option<&str>, closes: Option<&str>| {
            let mut deal = world.stage(&ada, "open");
            deal["name"] = name.into();
            deal["amount"] =
                amount.map_or(serde_json::Value::Null, |text| json!({"amount": text, "currency": "EUR"}));
            deal["expected_close_date"] = json!(closes);
            world.create(&ada, "opportunities", deal)
        };
        let late = deal("Late", Some("100"), Some("2020-01-31"));
        let page = |question: &str| {
            world.get(&world.browser(&world.admin), &format!("/reports/focus?{question}")).text()
        };
        assert!(!page("risk=no_next_step").contains("points-dot"), "one point makes no map");

        let large = deal("Large", Some("10000"), Some("2090-01-31"));
        deal("Without a day", Some("100"), None);
        deal("Without an amount", None, Some("2090-01-31"));
        let page = page("risk=no_next_step");
        let dots: Vec<&str> = page.split("<circle class=\"points-dot\"").skip(1).collect();
        assert_eq!(dots.len(), 2);
        // What is worth most is drawn last, and so before all others.
        let place = |dot: &str, axis: &str| -> f64 {
            let at = dot.split(&format!("{axis}=\"")).nth(1).and_then(|rest| rest.split('%').next());
            at.and_then(|text| text.parse().ok()).expect("a place")
        };
        assert!(dots[0].contains("Late ·") && dots[0].contains("data-tone=\"overdue\""), "{}", dots[0]);
        assert!(dots[1].contains("Large ·") && dots[1].contains("data-tone=\"risk\""), "{}", dots[1]);
        assert!(place(dots[0], "cx") < place(dots[1], "cx") && place(dots[0], "cy") > place(dots[1], "cy"));
        for id in [late, large] {
            assert!(
                page.contains(&format!("<a href=\"/opportunities/{id}\" tabindex=\"-1\">")),
                "a point leads to its deal"
            );
        }
    });
}
