//! The board: totals over all records, a card moved with and without a script, a move refused.

use super::{follow, page, submit, words};
use crate::support::{Client, World, on_each};
use serde_json::{Value as Json, json};

/// A deal with this amount at a stage of this kind; gives its id and the stage.
fn deal(world: &World, program: &Client, name: &str, amount: &str, kind: &str) -> (String, String) {
    let mut body = json!({"name": name, "amount": {"amount": amount, "currency": "EUR"}});
    if kind == "lost" {
        body["loss_reason"] = json!("price");
    }
    let place = world.stage(program, kind);
    body.as_object_mut().expect("an object").extend(place.as_object().expect("an object").clone());
    let stage = place["stage"].as_str().expect("a stage").to_owned();
    (world.create(program, "opportunities", body), stage)
}

fn second_stage(world: &World, program: &Client) -> String {
    let stages = world.get(program, "/api/v1/stages?filter=kind=open&sort=order&limit=2").json();
    stages["data"][1]["id"].as_str().expect("a second stage").to_owned()
}

#[test]
fn a_board_adds_up_all_cards_and_shows_the_first() {
    on_each(|world| {
        let program = world.program();
        for at in 0..25 {
            deal(world, &program, &format!("Deal {at}"), "1000", "open");
        }
        let ada = world.browser(&world.admin);
        let html = page(world, &ada, "/opportunities/board");
        assert_eq!(html.matches("data-card=").count(), 12);
        assert!(words(&html).contains("25 records · €25,000"), "{}", words(&html));
        let more =
            html.split("hx-get=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("more cards");
        let more = more.replace("&amp;", "&");
        let part = page(world, &ada.clone().with("hx-request", "true"), &more);
        assert_eq!(part.matches("data-card=").count(), 12, "and the next");
        assert!(!part.contains("<html"), "the cards alone");
        assert!(world.get(&ada, &more).header("location").starts_with("/opportunities?filter=stage"));
    });
}

#[test]
fn a_card_is_moved_by_a_script_and_by_a_form() {
    on_each(|world| {
        let program = world.program();
        let (id, _) = deal(world, &program, "Ropes", "1000", "open");
        let next = second_stage(world, &program);
        let ada = world.browser(&world.admin);
        let path = format!("/opportunities/{id}/move");
        let script = ada.clone().with("accept", "application/json");
        let moved = submit(world, &script, &path, &[("stage", &next), ("version", "1")]);
        let body: Json = moved.json();
        assert_eq!((moved.status.as_u16(), &body["version"]), (200, &json!(2)), "{body}");
        let column = body["columns"].as_array().expect("columns").iter().find(|c| c["id"] == *next);
        assert_eq!(column.expect("the column")["total"], "€1,000");

        let stale = submit(world, &script, &path, &[("stage", &next), ("version", "1")]);
        assert_eq!(stale.status.as_u16(), 412);
        assert!(stale.json()["title"].as_str().expect("a title").contains("Somebody changed this record"));

        let first = world.stage(&program, "open")["stage"].as_str().expect("a stage").to_owned();
        let back = submit(world, &ada, &path, &[("stage", &first), ("version", "2")]);
        let board = follow(world, &ada, &back);
        assert!(words(&board).contains("Moved"));
        // Without a script a card's menu leads to the question.
        assert!(board.contains("&amp;version=3\" hx-boost"), "the menu of the card");
        let ask = page(world, &ada, &format!("{path}?version=3"));
        assert!(ask.contains("name=\"stage\"") && ask.contains("name=\"version\" value=\"3\""));
        let nowhere = submit(world, &script, &path, &[("stage", "0000000000000"), ("version", "3")]);
        assert_eq!(nowhere.status.as_u16(), 422, "{}", nowhere.text());
        assert!(nowhere.json()["detail"].as_str().expect("why").contains("Stage"));
    });
}

#[test]
fn a_board_is_narrowed_like_a_list() {
    on_each(|world| {
        let program = world.program();
        deal(world, &program, "Small", "10", "open");
        deal(world, &program, "Large", "9000", "open");
        let ada = world.browser(&world.admin);
        let html = page(world, &ada, "/opportunities/board?filter=amount > 100");
        assert!(html.contains("Large") && !html.contains("Small"));
        assert!(words(&html).contains("1 record · €9,000"), "{}", words(&html));
        assert!(html.contains("/opportunities?filter=amount"), "the list keeps the filter");
    });
}

#[test]
fn what_was_closed_long_ago_leaves_the_board_and_is_still_in_the_list() {
    on_each(|world| {
        let program = world.program();
        deal(world, &program, "Still going", "1", "open");
        let (_, won) = deal(world, &program, "Won today", "20", "won");
        for (name, day) in [("Won on the last day shown", "2026-02-01"), ("Won a day earlier", "2026-01-31")]
        {
            let body = json!({
                "name": name, "stage": won, "actual_close_date": day,
                "amount": {"amount": "300", "currency": "EUR"},
            });
            world.create(&program, "opportunities", body);
        }
        deal(world, &program, "Lost today", "4000", "lost");
        let ada = world.browser(&world.admin);
        let html = page(world, &ada, "/opportunities/board");
        for shown in ["Still going", "Won today", "Won on the last day shown", "Lost today"] {
            assert!(html.contains(shown), "{shown}");
        }
        assert!(!html.contains("Won a day earlier"));
        let said = words(&html);
        assert!(said.contains("4 records · €4,321"), "{said}");
        assert!(said.contains("Closed in the last 30 days €320"), "{said}");
        assert_eq!(html.matches("column-lately").count(), 3, "won, lost, and what follows the sale");

        let column = html.split("column-lately\" href=\"").nth(1).and_then(|rest| rest.split('"').next());
        let list = page(world, &ada, &column.expect("the rows").replace("&amp;", "&"));
        assert!(list.contains("Won today") && list.contains("Won on the last day shown"));
        assert!(!list.contains("Won a day earlier") && !list.contains("Still going"));
    });
}

#[test]
fn nobody_begins_at_an_empty_board_while_there_is_another() {
    on_each(|world| {
        let program = world.program();
        let ada = world.browser(&world.admin);
        let begins = || words(&page(world, &ada, "/opportunities/board"));
        let pipeline = world.create(&program, "pipelines", json!({"name": "Second way", "order": 9}));
        let stage = json!({"name": "Walking", "pipeline": pipeline, "kind": "open", "order": 1});
        let stage = world.create(&program, "stages", stage);
        assert!(!begins().contains("Walking"), "with none anywhere it is the first");
        let body = json!({"name": "On the second way", "stage": stage, "pipeline": pipeline});
        world.create(&program, "opportunities", body);
        assert!(begins().contains("On the second way"));
        deal(world, &program, "On the first", "1", "open");
        assert!(begins().contains("On the first") && !begins().contains("Walking"));
    });
}

#[test]
fn cards_stand_by_whose_they_are_and_by_month() {
    on_each(|world| {
        let program = world.program();
        let (id, _) = deal(world, &program, "Ropes", "1000", "open");
        deal(world, &program, "Won long ago", "500", "won");
        let path = format!("/api/v1/opportunities/{id}");
        let dated = world.patch(&program, &path, "\"1\"", json!({"expected_close_date": "2026-01-31"}));
        assert_eq!(dated.status.as_u16(), 200, "{}", dated.text());
        let ada = world.browser(&world.admin);
        let script = ada.clone().with("accept", "application/json");

        // By month: those that have cards, the present one and the next; what has ended is not there.
        let months = page(world, &ada, "/opportunities/board?by=close_date");
        for (month, count) in [("2026-01-01", 1), ("2026-03-01", 0), ("2026-04-01", 0)] {
            let at = months.find(&format!("data-column=\"{month}\"")).unwrap_or_else(|| panic!("{month}"));
            let column = &months[at..];
            let column = &column[..column.find("</section>").expect("its end")];
            assert_eq!(column.matches("data-card=").count(), count, "{month}");
        }
        assert!(words(&months).contains("January 2026") && !words(&months).contains("Won long ago"));
        let to = [("expected_close_date", "2026-04-01"), ("version", "2")];
        let moved = submit(world, &script, &format!("/opportunities/{id}/move?by=close_date"), &to);
        assert_eq!(moved.status.as_u16(), 200, "{}", moved.text());
        let read = || world.get(&program, &path).json();
        assert_eq!(read()["expected_close_date"], json!("2026-04-30"), "the last day of a shorter month");
        let sums = moved.json()["columns"].clone();
        let april = sums.as_array().expect("columns").iter().find(|c| c["id"] == "2026-04-01");
        assert_eq!(april.expect("April")["total"], "€1,000");

        // By whose they are; also nobody's.
        let ann = world.person("Ann", "account_executive").user_id().expect("a person").to_string();
        let to = [("owner", ann.as_str()), ("version", "3")];
        let moved = submit(world, &ada, &format!("/opportunities/{id}/move?by=owner"), &to);
        assert!(words(&follow(world, &ada, &moved)).contains("Ann"));
        assert_eq!(read()["owner"], json!(ann));
        let to = [("owner", "none"), ("version", "4")];
        let moved = submit(world, &script, &format!("/opportunities/{id}/move?by=owner"), &to);
        assert_eq!(moved.status.as_u16(), 200, "{}", moved.text());
        assert_eq!(read()["owner"], Json::Null);
        let nobody = page(world, &ada, "/opportunities/board?by=owner&rows=yes");
        assert!(
            nobody.contains("data-column=\"none\"") && nobody.contains("data-rows"),
            "{}",
            words(&nobody)
        );
        let more = world.get(&ada, "/opportunities/board/cards?by=owner&column=none");
        assert!(more.header("location").starts_with("/opportunities?filter="), "{}", more.header("location"));
        // What is no way to group is passed over.
        assert!(page(world, &ada, "/opportunities/board?by=password").contains("data-board=\"stage\""));
        let other = world.another_company();
        assert!(!page(world, &world.browser(&other), "/opportunities/board?by=owner").contains("Ropes"));
    });
}
