//! A server that is asked too much says so, and tells how it is.

use std::sync::mpsc;
use std::time::Duration;

use axum::http::StatusCode;
use cordee_http::Options;
use cordee_records::Actor;
use serde_json::json;

use crate::support::{Client, World};

#[test]
fn whoever_asks_too_often_is_told_when_to_come_back_and_others_are_not_held_up() {
    let world = World::small(Options { rate_limit: Some(3), ..Options::default() });
    let (ada, other) = (world.program(), world.program());
    let first = world.get(&ada, "/api/v1/me");
    assert_eq!((first.header("ratelimit-policy"), first.status), ("\"default\";q=3;w=10", StatusCode::OK));
    assert!(first.header("ratelimit").starts_with("\"default\";r=2;t="));
    for _ in 0..2 {
        assert_eq!(world.get(&ada, "/api/v1/me").status, StatusCode::OK);
    }
    let over = world.get(&ada, "/api/v1/me");
    assert_eq!(
        (over.status, &over.json()["type"]),
        (StatusCode::TOO_MANY_REQUESTS, &json!("/problems/too-many-requests"))
    );
    let wait: u64 = over.header("retry-after").parse().expect("seconds");
    assert!((1..=10).contains(&wait) && over.header("ratelimit").starts_with("\"default\";r=0;"));
    assert_eq!(
        world.get(&other, "/api/v1/me").status,
        StatusCode::OK,
        "another token has a count of its own"
    );
    for _ in 0..50 {
        assert_eq!(world.get(&ada, "/healthz").status, StatusCode::OK, "health is not counted");
    }
    let guesses = (0..40).map(|number| {
        let guess = Client::default().with("authorization", &format!("Bearer cordee_guess{number}"));
        world.get(&guess, "/api/v1/me").status
    });
    let held = guesses.filter(|status| *status == StatusCode::TOO_MANY_REQUESTS).count();
    assert!(held > 0, "a new name for each guess does not get around the address");
}

#[test]
fn when_too_many_wait_the_next_is_turned_away_and_health_is_answered() {
    let world = World::small(Options { max_waiting: 1, ..Options::default() });
    let ada = world.program();
    assert_eq!(world.get(&ada, "/api/v1/me").status, StatusCode::OK);
    let (records, system) = (world.records.clone(), Actor::system(world.admin.workspace, "a test"));
    let (release, held) = mpsc::channel::<()>();
    let (begun, begins) = mpsc::channel::<()>();
    let held = std::sync::Arc::new(std::sync::Mutex::new(held));
    let writers: Vec<_> = (0..4)
        .map(|_| {
            let (records, system, held, begun) =
                (records.clone(), system.clone(), held.clone(), begun.clone());
            std::thread::spawn(move || {
                records.write_now(&system, move |_| {
                    let _ = begun.send(());
                    let _ = held.lock().expect("nobody panics here").recv_timeout(Duration::from_secs(60));
                    Ok(())
                })
            })
        })
        .collect();
    begins.recv().expect("the first has begun");
    while world.records.waiting().1 < 2 {
        std::thread::sleep(Duration::from_millis(5));
    }
    let away = world.get(&ada, "/api/v1/me");
    assert_eq!((away.status, away.header("retry-after")), (StatusCode::SERVICE_UNAVAILABLE, "1"));
    assert_eq!(away.json()["type"], "/problems/busy");
    assert_eq!(world.get(&ada, "/healthz").status, StatusCode::OK);
    drop(release);
    for writer in writers {
        writer.join().expect("no panic").expect("written");
    }
    assert_eq!(world.get(&ada, "/api/v1/me").status, StatusCode::OK, "and then it goes on");
}

#[test]
fn held_still_one_reads_everything_and_changes_nothing() {
    let world = World::small(Options::default());
    let (ada, browser) = (world.program(), world.browser(&world.admin));
    let id = world.create(&ada, "accounts", json!({"name": "Corda"}));
    let one = format!("/api/v1/accounts/{id}");
    let version = world.get(&ada, &one).header("etag").to_owned();
    world.records.hold_still(true);
    assert_eq!(world.get(&ada, &one).status, StatusCode::OK);
    let refused = [
        world.post(&ada, "/api/v1/accounts", json!({"name": "Another"})),
        world.patch(&ada, &one, &version, json!({"name": "Changed"})),
        world.delete(&ada, &one, &version),
    ];
    for answer in refused {
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(answer.json()["type"], "/problems/read-only");
    }
    let page = world.get(&browser, &format!("/accounts/{id}")).text();
    assert!(page.contains("Cordee is read-only at the moment"), "each page says so");
    assert!(!page.contains(&format!("/accounts/{id}/edit")), "what can't be done is not offered");
    world.records.hold_still(false);
    assert!(world.get(&browser, &format!("/accounts/{id}")).text().contains(&format!("/accounts/{id}/edit")));
    assert_eq!(world.get(&ada, &one).json()["name"], "Corda");
    assert_eq!(world.patch(&ada, &one, &version, json!({"name": "Changed"})).status, StatusCode::OK);
}
