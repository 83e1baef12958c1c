//! Files in and out: imports by a mapping, their undoing and resuming, exports, and the invented company.

mod cordee;

use std::fs;
use std::path::PathBuf;

use cordee::{Cordee, Fresh};

const ACCOUNTS: &str = "Name;Industry;Employees\nÜmit AG;technology;12\nÉlan;retail;x\n=Sum(A1);medical;7\n";

const MAPPING: &str = r#"{ "object": "account", "match": ["name"], "columns": [
    { "column": "Name", "field": "name" },
    { "column": "Industry", "field": "industry" },
    { "column": "Employees", "field": "employees" } ] }"#;

fn written(cordee: &Cordee, name: &str, text: &str) -> String {
    let path: PathBuf = cordee.folder().with_file_name(name);
    fs::write(&path, text).expect("written");
    path.display().to_string()
}

#[test]
fn a_file_is_looked_at_tried_brought_in_and_taken_back() {
    let cordee = Cordee::founded();
    let file = written(&cordee, "accounts.csv", ACCOUNTS);
    let proposed = cordee.folder().with_file_name("proposed.json").display().to_string();
    cordee.json(&["import", "propose", "account", &file, "--output", &proposed]);
    let said = cordee.fails(2, &["import", "propose", "account", &file, "--output", &proposed]);
    assert!(said.contains("is there already"), "{said}");
    let mapping = written(&cordee, "mapping.json", MAPPING);

    let (code, answer, _) =
        cordee.run(&["import", "account", &file, "--mapping", &mapping, "--dry-run", "--json"]);
    let tried: serde_json::Value = serde_json::from_str(&answer).expect("JSON");
    assert_eq!(
        (code, &tried["rows"], &tried["created"], &tried["failed"]),
        (3, &3.into(), &2.into(), &1.into())
    );
    assert_eq!((&tried["problems"][0]["line"], &tried["problems"][0]["value"]), (&3.into(), &"x".into()));
    assert_eq!(cordee.json(&["list", "account"])["total"]["value"], 0);

    let (code, answer, _) = cordee.run(&["import", "account", &file, "--mapping", &mapping, "--json"]);
    let done: serde_json::Value = serde_json::from_str(&answer).expect("JSON");
    assert_eq!((code, &done["created"], &done["failed"]), (3, &2.into(), &1.into()));
    let rejected = fs::read_to_string(done["rejects"].as_str().expect("a path")).expect("the rejected row");
    assert!(rejected.contains("Élan;retail;x;"), "{rejected}");

    let id = done["import"].as_str().expect("an id");
    let taken_back = cordee.json(&["import", "undo", id]);
    assert_eq!((&taken_back["removed"], &taken_back["done"]), (&2.into(), &true.into()));
    assert_eq!(cordee.json(&["list", "account"])["total"]["value"], 0);
    assert_eq!(cordee.json(&["import", "list"])["imports"][0]["status"], "undone");
    assert!(cordee.json(&["audit", "verify"])["broken_at"].is_null());
}

#[test]
fn what_is_taken_out_is_harmless_and_comes_in_again() {
    let (from, to) = (Cordee::founded(), Cordee::founded());
    let file = written(&from, "accounts.csv", &ACCOUNTS.replace(";x\n", ";3\n"));
    from.json(&["import", "account", &file]);
    let out = to.folder().with_file_name("out.csv").display().to_string();
    assert_eq!(from.json(&["export", "account", "--output", &out])["records"], 3);
    assert!(fs::read_to_string(&out).expect("a file").contains("'=Sum(A1)"), "a formula was let out");
    to.json(&["import", "account", &out]);
    let names = |cordee: &Cordee| {
        let list = cordee.json(&["list", "account", "--sort", "name"]);
        let records = list["records"].as_array().expect("records").iter();
        records.map(|record| record["name"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(&from), names(&to));
    let (_, lines, _) =
        from.run(&["export", "account", "--format", "jsonl", "--filter", "industry = retail"]);
    let one: serde_json::Value = serde_json::from_str(&lines).expect("one line");
    assert_eq!(one["name"], "Élan");
}

#[test]
fn several_files_come_in_together_and_are_taken_back_together() {
    let cordee = Cordee::founded();
    let files = [
        written(&cordee, "people.csv", "Record ID,First Name,Last Name,Company Id\np1,Ann,Berg,c1\n"),
        written(&cordee, "companies.csv", "Record ID,Company name,ParentId\nc1,Acme,c2\nc2,Holding,\n"),
    ];
    let (code, answer, said) =
        cordee.run(&["import", "files", &files[0], &files[1], "--source", "old", "--json"]);
    assert_eq!(code, 0, "{said}");
    let done: Vec<serde_json::Value> =
        serde_json::Deserializer::from_str(&answer).into_iter().map(|one| one.expect("JSON")).collect();
    let created: Vec<_> = done.iter().map(|one| one["created"].as_u64()).collect();
    assert_eq!(created, [Some(2), Some(1), Some(0)], "companies, people, then who owns whom");
    let list = cordee.json(&["list", "contact"]);
    assert_eq!(list["records"][0]["titles"]["account"], "Acme");
    let ids: Vec<&str> = done.iter().map(|one| one["import"].as_str().expect("an id")).collect();
    let (code, ..) = cordee.run(&[&["import", "undo"][..], &ids].concat());
    assert_eq!(code, 0);
    assert_eq!(cordee.json(&["list", "account"])["records"].as_array().map(Vec::len), Some(0));
}

#[test]
fn files_that_are_not_what_they_claim_are_refused() {
    let cordee = Cordee::founded();
    let table = [
        (3, written(&cordee, "empty.csv", ""), "empty"),
        (3, written(&cordee, "page.csv", "<!DOCTYPE html><html><body>no</body></html>"), "no records"),
        (2, "nowhere.csv".to_owned(), "nowhere.csv"),
    ];
    for (code, file, part) in table {
        let said = cordee.fails(code, &["import", "account", &file]);
        assert!(said.contains(part), "{said}");
    }
    let file = written(&cordee, "accounts.csv", ACCOUNTS);
    let mapping = written(&cordee, "wrong.json", "{\"object\": \"account\", \"colums\": []}");
    let said = cordee.fails(3, &["import", "account", &file, "--mapping", &mapping]);
    assert!(said.contains("colums"), "{said}");
    cordee.fails(3, &["import", "resume", "nothing"]);
    cordee.fails(4, &["import", "undo", "0000000000001"]);
}

#[test]
fn the_invented_company_is_the_same_on_either_database() {
    let cordee = Cordee::empty();
    let mut places = vec![Vec::new()];
    let fresh = Fresh::postgres();
    places.extend(fresh.iter().map(|fresh| vec!["--database".to_owned(), fresh.url().to_owned()]));
    let mut answers = Vec::new();
    for database in &places {
        let at: Vec<&str> = database.iter().map(String::as_str).collect();
        let made = cordee.json(&[&at[..], &["demo", "--size", "60", "--seed", "7"]].concat());
        assert_eq!((&made["deals"], made["email"].as_str()), (&60.into(), Some("ruth.adler@corda.example")));
        let said = cordee.fails(3, &[&at[..], &["demo", "--size", "60"]].concat());
        assert!(said.contains("holds accounts already"), "{said}");
        let ask = |name: &str| cordee.json(&[&at[..], &["metric", name, "--by", "owner.team"]].concat());
        let told: Vec<String> = ["opportunity_count", "won_value", "win_rate", "pipeline_value"]
            .iter()
            .map(|name| {
                let mut answer = ask(name);
                // Ids are drawn anew; the groups are ordered by them.
                let groups = answer["groups"].as_array_mut().expect("groups");
                groups
                    .iter_mut()
                    .for_each(|group| drop(group.as_object_mut().expect("a group").remove("id")));
                groups.sort_by_key(|group| group["key"].to_string());
                answer.to_string()
            })
            .collect();
        answers.push(told);
    }
    assert!(answers[0][0].contains("\"total\":{\"value\":60,\"n\":60}"), "{}", answers[0][0]);
    assert!(answers.iter().all(|told| *told == answers[0]), "{answers:#?}");
}

#[test]
fn serving_the_demo_leaves_the_data_alone() {
    let cordee = Cordee::founded();
    let (said, code) = cordee.serve(&["--demo", "--listen", "127.0.0.1:0", "--json"]);
    let said: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    assert_eq!((code, said["email"].as_str()), (Some(0), Some("ruth.adler@corda.example")));
    assert_eq!(cordee.json(&["list", "account"])["total"]["value"], 0);
    assert!(cordee.folder().with_file_name("data-demo").join("cordee.db").exists());
    let refused = cordee.fails(2, &["--database", "postgres://x/y", "serve", "--demo"]);
    assert!(refused.contains("its own folder"), "{refused}");
}

#[test]
fn the_description_of_the_api_needs_no_data() {
    let cordee = Cordee::empty();
    let document = cordee.json(&["openapi", "--base-url", "https://crm.example.com"]);
    assert!(document["openapi"].as_str().is_some_and(|version| version.starts_with("3.1")), "{document}");
    assert!(document["paths"].as_object().is_some_and(|paths| paths.len() > 20));
    assert!(!cordee.folder().exists());
}

#[test]
fn a_file_is_put_to_a_record_and_comes_back_as_it_was_also_from_a_backup() {
    let (cordee, other) = (Cordee::founded(), Cordee::empty());
    let id = cordee.json(&["create", "account", "name=Corda"])["id"].clone();
    let id = id.as_str().expect("an id");
    let offer = written(&cordee, "offer.txt", "Two ropes, 60 m.");
    let added = cordee.json(&["attach", "account", id, &offer]);
    assert_eq!(added["data"][0]["name"], "offer.txt");
    let file = added["data"][0]["id"].as_str().expect("an id").to_owned();
    let fetched = |cordee: &Cordee| {
        let to = cordee.folder().with_file_name("fetched.txt");
        let _ = fs::remove_file(&to);
        cordee.json(&["attachment", "get", &file, "--to", &to.display().to_string()]);
        fs::read_to_string(to).expect("written")
    };
    assert_eq!(fetched(&cordee), "Two ropes, 60 m.");
    cordee.json(&["attachment", "remove", &file]);
    assert_eq!(cordee.json(&["attachment", "list", "account", id])["data"].as_array().map(Vec::len), Some(0));
    cordee.json(&["attachment", "restore", &file]);
    let said = cordee.fails(3, &["attach", "account", id, &written(&cordee, "offer.pdf", "no PDF at all")]);
    assert!(said.contains("is not PDF"), "{said}");

    let archive = cordee.folder().with_file_name("archive").display().to_string();
    cordee.json(&["backup", "--with-key", &archive]);
    other.json(&["restore", &archive]);
    assert_eq!(fetched(&other), "Two ropes, 60 m.");
}
