//! A day with deals at the command line: won, looked at as they were, thrown away, found again, handed over.

mod cordee;

use cordee::Cordee;
use serde_json::Value as Json;

/// The first deal that is like this.
fn deal(cordee: &Cordee, filter: &str) -> Json {
    let list = cordee.json(&["list", "opportunity", "--filter", filter, "--limit", "1"]);
    list["records"][0].clone()
}

fn id(record: &Json) -> &str {
    record["id"].as_str().expect("an id")
}

fn count(cordee: &Cordee, filter: &str) -> i64 {
    let answer = cordee.json(&["metric", "opportunity_count", "--filter", filter]);
    answer["total"]["value"].as_i64().expect("a count")
}

#[test]
fn deals_are_won_thrown_away_and_handed_over() {
    let cordee = Cordee::empty();
    cordee.json(&["demo", "--size", "60", "--seed", "3"]);

    let open = deal(&cordee, "state = open and amount > 0");
    let wrong = cordee.fails(3, &["do", "opportunity", "win", id(&open), "wen=today"]);
    assert!(wrong.contains("wen"), "{wrong}");
    let wrong = cordee.fails(3, &["do", "opportunity", "win", id(&open), "--version", "99"]);
    assert!(wrong.contains("Somebody changed this record"), "{wrong}");
    let verbs = cordee.fails(4, &["do", "opportunity", "juggle", id(&open)]);
    assert!(verbs.contains("win, lose"), "{verbs}");
    let asked = cordee.fails(3, &["do", "opportunity", "win", id(&open)]);
    assert!(asked.contains("asks for this first"), "what its stages ask for is missing: {asked}");
    let list = cordee.json(&["list", "stage_criterion", "--filter", "field is empty"]);
    let ticks: Vec<&str> = list["records"].as_array().expect("criteria").iter().map(id).collect();
    cordee.json(&["update", "opportunity", id(&open), &format!("checked={}", ticks.join(","))]);
    let before = count(&cordee, "state = won");
    assert_eq!(cordee.json(&["do", "opportunity", "win", id(&open)])["id"], open["id"]);
    assert_eq!(cordee.json(&["get", "opportunity", id(&open)])["state"], "won");
    assert_eq!(count(&cordee, "state = won"), before + 1);
    let again = cordee.fails(3, &["do", "opportunity", "win", id(&open)]);
    assert!(!again.is_empty());

    cordee.json(&["trash", "put", "opportunity", id(&open)]);
    cordee.fails(4, &["get", "opportunity", id(&open)]);
    assert_eq!(cordee.json(&["trash", "list", "opportunity"])["records"][0]["id"], open["id"]);
    cordee.json(&["trash", "restore", "opportunity", id(&open)]);
    cordee.json(&["trash", "put", "opportunity", id(&open)]);
    assert_eq!(cordee.json(&["trash", "purge", "opportunity", "--all"])["count"], 1);
    cordee.fails(4, &["trash", "restore", "opportunity", id(&open)]);

    let seller = "james.whitfield@corda.example";
    let his = format!(
        "owner = {}",
        cordee.json(&["list", "user", "--filter", &format!("email = {seller:?}")])["records"][0]["id"]
    );
    let had = count(&cordee, &his);
    assert!(had > 0);
    let deals = ["user", "transfer", seller, "ruth.adler@corda.example", "--object", "opportunity"];
    let planned = cordee.json(&[&deals[..], &["--dry-run"]].concat());
    assert_eq!(planned["holdings"][0]["count"], had);
    assert_eq!(count(&cordee, &his), had, "a dry run gives nothing");
    let moved = cordee.json(&deals);
    assert_eq!(moved["moved"], had);
    assert_eq!(count(&cordee, &his), 0);
    let undone = cordee.json(&["user", "undo-transfer", moved["id"].as_str().expect("an id")]);
    assert_eq!(undone["status"], "undone");
    assert_eq!(count(&cordee, &his), had);
    assert!(cordee.json(&["audit", "verify"])["broken_at"].is_null());
}

#[test]
fn who_acts_as_a_seller_sees_and_does_what_a_seller_may() {
    let cordee = Cordee::empty();
    cordee.json(&["demo", "--size", "60", "--seed", "3"]);
    let seller = ["--as", "james.whitfield@corda.example"];
    let seen = |arguments: &[&str]| cordee.json(&[arguments, &["metric", "opportunity_count"]].concat());
    let (his, all) = (seen(&seller), seen(&[]));
    assert!(his["total"]["value"].as_i64() < all["total"]["value"].as_i64(), "{his} {all}");
    for command in [
        &["user", "add", "Eve", "eve@example.com", "--role", "administrator"][..],
        &["audit", "verify"],
        &["token", "list", "--user", "ruth.adler@corda.example"],
    ] {
        let said = cordee.fails(4, &[&seller, command].concat());
        assert!(said.contains("may not"), "{command:?}: {said}");
    }
}
