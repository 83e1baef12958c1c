//! An administrator looks after what is done without anybody waiting; nobody else learns of it.

use axum::http::StatusCode;
use cordee_records::{Actor, NewJob};
use serde_json::json;

use crate::support::{World, on_each};

/// A job that was given up, and one that waits; gives their ids.
fn some_jobs(world: &World) -> (String, String) {
    let system = Actor::system(world.admin.workspace, "a test");
    let put = |at_once: &'static str| {
        world
            .records
            .write_now(&system, move |gate| gate.put_job(&NewJob::new("sweep", at_once, json!({"a": 1}))))
    };
    let dead = put("house").expect("put").expect("none before");
    let until = world.records.now().plus_seconds(60);
    let taken = world.records.take_jobs(system.workspace, "house", 5, until).expect("taken");
    world.records.job_dead(&taken[0], "no room on <the> disk").expect("kept");
    let waiting = put("house").expect("put").expect("none before");
    (dead.to_string(), waiting.to_string())
}

#[test]
fn what_was_given_up_is_seen_run_again_and_discarded_over_the_api() {
    on_each(|world| {
        let ada = world.program();
        let (dead, waiting) = some_jobs(world);
        let list = world.get(&ada, "/api/v1/jobs?state=dead").json();
        assert_eq!(list["data"].as_array().map(Vec::len), Some(1));
        assert_eq!(
            (&list["data"][0]["id"], &list["data"][0]["told"]),
            (&json!(dead), &json!("no room on <the> disk"))
        );
        let queues = world.get(&ada, "/api/v1/jobs/queues").json();
        assert_eq!((&queues["queues"][0]["waiting"], &queues["queues"][0]["dead"]), (&json!(1), &json!(1)));
        let again = world.post(&ada, &format!("/api/v1/jobs/{dead}/again"), json!(null));
        assert_eq!(again.status, StatusCode::NO_CONTENT, "{}", again.text());
        assert_eq!(
            world.get(&ada, "/api/v1/jobs?state=waiting").json()["data"].as_array().map(Vec::len),
            Some(2)
        );
        let gone =
            world.send(ada.request(axum::http::Method::DELETE, &format!("/api/v1/jobs/{waiting}"), None));
        assert_eq!(gone.status, StatusCode::NO_CONTENT);
        let taken =
            world.records.take_jobs(world.admin.workspace, "house", 5, world.records.now().plus_seconds(60));
        assert_eq!(taken.expect("taken").len(), 1);
        let running = world.post(&ada, &format!("/api/v1/jobs/{dead}/again"), json!(null));
        assert_eq!(running.status, StatusCode::UNPROCESSABLE_ENTITY, "what runs is left alone");
        let run = world.post(&ada, "/api/v1/jobs/schedules/tidy", json!(null));
        assert_eq!(run.status, StatusCode::NO_CONTENT);
        assert_eq!(world.get(&ada, "/api/v1/jobs?limit=1").json()["data"][0]["name"], "tidy");
        let next = world.get(&ada, "/api/v1/jobs?limit=1").json()["next"].as_str().expect("more").to_owned();
        assert_eq!(
            world.get(&ada, &format!("/api/v1/jobs?before_id={next}")).json()["data"][0]["id"],
            json!(dead)
        );
        for (wrong, status) in
            [("jobs?state=lost", 400), ("jobs?before_id=x", 400), ("jobs/schedules/none", 405)]
        {
            assert_eq!(world.get(&ada, &format!("/api/v1/{wrong}")).status.as_u16(), status, "{wrong}");
        }
        assert_eq!(
            world.post(&ada, "/api/v1/jobs/schedules/none", json!(null)).status,
            StatusCode::NOT_FOUND
        );
    });
}

#[test]
fn the_page_of_queues_shows_why_and_offers_what_can_be_done() {
    on_each(|world| {
        let (dead, _) = some_jobs(world);
        let browser = world.browser(&world.admin);
        let page = world.get(&browser, "/settings/jobs?state=dead").text().to_owned();
        for part in [
            "Given up",
            "no room on &lt;the&gt; disk",
            &format!("/settings/jobs/{dead}/again"),
            "Clear out ended sessions",
        ] {
            assert!(page.contains(part), "{part} in {page}");
        }
        let form = |path: &str| {
            let request = browser.request(axum::http::Method::POST, path, None);
            world.send(request)
        };
        assert_eq!(
            form(&format!("/settings/jobs/{dead}/again")).header("location"),
            "/settings/jobs?done=job-again"
        );
        assert_eq!(form("/settings/jobs/run/sweep").header("location"), "/settings/jobs?done=job-run");
        assert!(world.get(&browser, "/settings/jobs?done=job-run").text().contains("Put into the queue"));
    });
}

#[test]
fn nobody_else_learns_of_jobs() {
    on_each(|world| {
        let (dead, _) = some_jobs(world);
        let sam = world.token(&world.person("Sam", "account_executive"), "read_write");
        for path in ["jobs", "jobs/queues"] {
            assert_eq!(world.get(&sam, &format!("/api/v1/{path}")).status, StatusCode::FORBIDDEN);
        }
        for path in [format!("jobs/{dead}/again"), "jobs/schedules/tidy".to_owned()] {
            assert_eq!(
                world.post(&sam, &format!("/api/v1/{path}"), json!(null)).status,
                StatusCode::FORBIDDEN
            );
        }
        let reader = world.token(&world.admin, "read");
        assert_eq!(
            world.post(&reader, &format!("/api/v1/jobs/{dead}/again"), json!(null)).status,
            StatusCode::FORBIDDEN
        );
        let elsewhere = world.token(&world.another_company(), "read_write");
        assert_eq!(
            world.post(&elsewhere, &format!("/api/v1/jobs/{dead}/again"), json!(null)).status,
            StatusCode::NOT_FOUND
        );
        let page = world.get(&world.browser(&world.person("Tom", "account_executive")), "/settings/jobs");
        assert_eq!(page.status, StatusCode::FORBIDDEN);
    });
}
