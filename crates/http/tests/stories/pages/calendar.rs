//! A calendar, as it is read without a script: days, hours, whose, and where something new is made.

use super::{follow, page, submit, words};
use crate::support::{Client, World, on_each};
use serde_json::{Value as Json, json};

fn activity(world: &World, program: &Client, subject: &str, mut body: Json) -> String {
    body["subject"] = json!(subject);
    world.create(program, "activities", body)
}

/// The words of one day of a calendar.
fn day(html: &str, iso: &str) -> String {
    let at = html.find(&format!("data-day=\"{iso}\"")).expect("the day is shown");
    let rest = &html[at..];
    words(&rest[..rest.find("</section>").expect("its end")])
}

#[test]
fn what_takes_place_stands_on_its_days() {
    on_each(|world| {
        let program = world.program();
        let ada = world.browser(&world.admin);
        let meeting = json!({"kind": "meeting", "starts_at": "2026-03-03T13:00:00Z", "ends_at": "2026-03-03T14:30:00Z"});
        activity(world, &program, "Meet the board", meeting);
        activity(world, &program, "Send the offer", json!({"kind": "task", "due_date": "2026-03-05"}));
        let fair =
            json!({"kind": "visit", "starts_at": "2026-03-06T08:00:00Z", "ends_at": "2026-03-08T16:00:00Z"});
        activity(world, &program, "Trade fair", fair);
        let week = page(world, &ada, "/activities/calendar");
        // The company's clocks are an hour ahead of UTC; a week begins on Sunday in English.
        assert!(day(&week, "2026-03-03").contains("2:00 PM Meet the board"), "{}", day(&week, "2026-03-03"));
        assert!(day(&week, "2026-03-05").contains("Send the offer"));
        assert!(week.contains("data-day=\"2026-03-01\"") && !week.contains("data-day=\"2026-03-08\""));
        for iso in ["2026-03-06", "2026-03-07"] {
            assert!(day(&week, iso).contains("Trade fair"), "{iso}");
        }
        let next = page(world, &ada, "/activities/calendar?day=2026-03-08");
        assert!(day(&next, "2026-03-08").contains("Trade fair"), "what began before goes on");
        let month = page(world, &ada, "/activities/calendar?view=month");
        assert!(
            day(&month, "2026-03-03").contains("Meet the board") && month.contains("data-day=\"2026-04-04\"")
        );
        let one = page(world, &ada, "/activities/calendar?view=day&day=2026-03-03");
        assert!(
            one.contains("data-from=\"28\" data-to=\"34\""),
            "from two to half past three, the first hour being seven"
        );
        let agenda = page(world, &ada, "/activities/calendar?view=agenda");
        assert!(
            !agenda.contains("data-day=\"2026-03-04\"")
                && day(&agenda, "2026-03-05").contains("Send the offer")
        );
        // An empty hour leads to a form that knows it.
        assert!(one.contains("/activities/new?starts_at=2026-03-03T09:00&amp;ends_at=2026-03-03T09:30"));
        assert!(page(world, &ada, "/activities/new?starts_at=2026-03-03T09:00").contains("2026-03-03T09:00"));
        // Nobody else's, unless they are asked for.
        let ann = world.person("Ann", "account_executive");
        activity(world, &world.token(&ann, "read_write"), "Hers", json!({"due_date": "2026-03-04"}));
        assert!(!page(world, &ada, "/activities/calendar").contains("Hers"));
        for who in ["who=all".to_owned(), format!("who={}", ann.user_id().expect("a person"))] {
            assert!(page(world, &ada, &format!("/activities/calendar?{who}")).contains("Hers"), "{who}");
        }
        assert!(!page(world, &world.browser(&ann), "/activities/calendar?who=me").contains("Meet the board"));
        for wrong in ["/accounts/calendar", "/nothings/calendar"] {
            assert_eq!(world.get(&ada, wrong).status.as_u16(), 404, "{wrong}");
        }
        for odd in ["day=9999-12-31&view=month", "day=-9999-01-01", "day=x&view=y&who=z"] {
            assert_eq!(world.get(&ada, &format!("/activities/calendar?{odd}")).status.as_u16(), 200, "{odd}");
        }
        let nobody = world.person_who_may("Nobody", r#"{"objects": {}}"#);
        assert_eq!(world.get(&world.browser(&nobody), "/activities/calendar").status.as_u16(), 404);
    });
}

#[test]
fn another_time_is_told_by_the_clock_of_whoever_asks() {
    on_each(|world| {
        let program = world.program();
        let ada = world.browser(&world.admin).with("accept", "application/json");
        let meeting = json!({"kind": "meeting", "starts_at": "2026-03-03T13:00:00Z", "ends_at": "2026-03-03T14:00:00Z"});
        let id = activity(world, &program, "Meet the board", meeting);
        // Acts are told apart by their moments.
        world.clock.set(world.records.now().plus_seconds(1));
        let when = format!("/activities/{id}/when");
        let to = [
            ("version", "1"),
            ("start", "2026-03-04T09:15"),
            ("end", "2026-03-04T10:00"),
            ("back", "/activities/calendar"),
        ];
        let moved = submit(world, &ada, &when, &to);
        assert_eq!(moved.status.as_u16(), 200, "{}", moved.text());
        let read = || world.get(&program, &format!("/api/v1/activities/{id}")).json();
        assert_eq!(read()["starts_at"], json!("2026-03-04T08:15:00Z"));
        assert_eq!(read()["ends_at"], json!("2026-03-04T09:00:00Z"));
        let undo = moved.json()["undo"]["href"].as_str().expect("a way back").to_owned();
        let browser = world.browser(&world.admin);
        let shown = follow(world, &browser, &submit(world, &browser, &undo, &[]));
        assert!(day(&shown, "2026-03-03").contains("Meet the board"));
        let stale = submit(world, &ada, &when, &to);
        assert_eq!(stale.status.as_u16(), 412, "{}", stale.text());
        for (start, status) in [("tomorrow", 422), ("", 422)] {
            let answer = submit(world, &ada, &when, &[("version", "3"), ("start", start)]);
            assert_eq!(answer.status.as_u16(), status, "{start}: {}", answer.text());
        }
        let task = activity(world, &program, "Send", json!({"due_date": "2026-03-05"}));
        let moved = submit(
            world,
            &ada,
            &format!("/activities/{task}/when"),
            &[("version", "1"), ("day", "2026-03-06")],
        );
        assert_eq!(moved.status.as_u16(), 200, "{}", moved.text());
        let read = world.get(&program, &format!("/api/v1/activities/{task}")).json();
        assert_eq!(read["due_date"], json!("2026-03-06"));
        // Who may only read moves nothing.
        let reader = world.person_who_may("Reader", r#"{"objects": {"*": {"read": "all"}}}"#);
        let reader = world.browser(&reader).with("accept", "application/json");
        let refused = submit(world, &reader, &when, &[("version", "3"), ("start", "2026-03-04T09:15")]);
        assert_eq!(refused.status.as_u16(), 403, "{}", refused.text());
        assert!(!page(world, &world.browser(&world.admin), "/activities/calendar").is_empty());
    });
}
