//! R4 over HTTP: sixteen programs count one number up, each from the version it has read; nothing is lost.

use std::sync::Barrier;

use axum::http::StatusCode;
use serde_json::json;

use crate::support::{long, on_each};

#[test]
fn sixteen_programs_count_one_number_up() {
    let (clients, each) = (16, if long() { 1_000 } else { 15 });
    on_each(|world| {
        let ada = world.program();
        let id = world.create(&ada, "accounts", json!({"name": "Counted", "employees": 0}));
        let path = format!("/api/v1/accounts/{id}");
        let start = Barrier::new(clients);
        std::thread::scope(|scope| {
            for _ in 0..clients {
                scope.spawn(|| {
                    start.wait();
                    for _ in 0..each {
                        loop {
                            let read = world.get(&ada, &path);
                            let seen = read.json()["employees"].as_i64().expect("a number");
                            let done =
                                world.patch(&ada, &path, read.header("etag"), json!({"employees": seen + 1}));
                            match done.status {
                                StatusCode::OK => break,
                                status => {
                                    assert_eq!(status, StatusCode::PRECONDITION_FAILED, "{}", done.text())
                                }
                            }
                        }
                    }
                });
            }
        });
        let wanted = clients * each;
        let stands = world.get(&ada, &path).json();
        assert_eq!((&stands["employees"], &stands["version"]), (&json!(wanted), &json!(wanted + 1)));
    });
}
