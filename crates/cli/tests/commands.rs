//! The binary as a person at a terminal and a script use it.

mod cordee;

use cordee::Cordee;

#[test]
fn a_workspace_is_made_once_and_kept_private() {
    use std::os::unix::fs::PermissionsExt;
    let cordee = Cordee::empty();
    let made = cordee.json(&["init", "--name", "Corda", "--currency", "usd", "--time-zone", "Europe/Paris"]);
    assert_eq!(made["workspace"]["currency"], "USD");
    let mode = |path: &str| {
        let meta = std::fs::metadata(cordee.folder().join(path)).expect("it was made");
        meta.permissions().mode() & 0o777
    };
    assert_eq!((mode(""), mode("journal.key")), (0o700, 0o600));
    let again = cordee.fails(3, &["init"]);
    assert!(again.contains("“Corda” is here already"), "{again}");
    cordee.json(&["init", "--add", "--name", "Second"]);
    let which = cordee.fails(2, &["list", "account"]);
    assert!(which.contains("--workspace: Corda, Second"), "{which}");
    assert_eq!(cordee.json(&["--workspace", "Second", "list", "account"])["total"]["value"], 0);
}

#[test]
fn where_nothing_is_nothing_is_made() {
    let cordee = Cordee::empty();
    for command in
        [&["list", "account"][..], &["user", "list"], &["audit", "verify"], &["metric", "win_rate"]]
    {
        let said = cordee.fails(2, command);
        assert!(said.contains("cordee init"), "{said}");
    }
    let status = cordee.json(&["migrate", "status"]);
    assert_eq!(status["applied"].as_array().map(Vec::len), Some(0));
    assert!(!cordee.folder().exists());
}

#[test]
fn wrong_input_is_told_with_what_would_be_right() {
    let cordee = Cordee::founded();
    let table: [(i32, &[&str], &str); 15] = [
        (2, &["frobnicate"], "unrecognized subcommand"),
        (2, &["list"], "<OBJECT>"),
        (2, &["--language", "tlh", "list", "account"], "en, fr, ru, uk or zh"),
        (2, &["--database", "mysql://x", "list", "account"], "postgres://user@host/name or sqlite://path"),
        (2, &["serve", "--listen", "0.0.0.0:0"], "--allow-plain-http"),
        (2, &["serve", "--listen", "nowhere"], "127.0.0.1:8080"),
        (2, &["serve", "--tls-cert", "cert.pem"], "--tls-key"),
        (3, &["list", "account", "--filter", "nam = 1"], "Did you mean “name”?"),
        (3, &["list", "account", "--sort", "nothing"], "One can’t sort by “nothing”"),
        (3, &["get", "account", "7"], "13 letters and digits"),
        (3, &["metric", "win_rate", "--from", "2017-13-01"], "2026-11-21"),
        (3, &["metric", "win_rate", "--statistic", "mode"], "statistic"),
        (4, &["get", "account", "0000000000001"], "nothing here"),
        (4, &["list", "dog"], "opportunity"),
        (4, &["metric", "luck"], "win_rate"),
    ];
    for (code, arguments, part) in table {
        let said = cordee.fails(code, arguments);
        assert!(said.contains(part), "{arguments:?}: {said}");
    }
}

#[test]
fn programs_get_a_problem_object_on_standard_error() {
    let cordee = Cordee::founded();
    let problem = |code, arguments: &[&str]| {
        let said = cordee.fails(code, &[arguments, &["--json"]].concat());
        serde_json::from_str::<serde_json::Value>(&said).unwrap_or_else(|wrong| panic!("{wrong}: {said}"))
    };
    let wrong = problem(3, &["list", "account", "--filter", "nam = 1"]);
    assert_eq!((wrong["type"].as_str(), wrong["exit"].as_i64()), (Some("invalid"), Some(3)));
    assert_eq!(wrong["errors"][0]["code"], "error-unknown-field");
    assert_eq!(problem(4, &["get", "account", "0000000000001"])["type"], "not_found");
    assert_eq!(problem(2, &["frobnicate"])["type"], "usage");
    let french = cordee.fails(4, &["--language", "fr", "list", "dog"]);
    assert!(french.contains("Il n’y a pas d’objet «\u{a0}dog\u{a0}»"), "{french}");
}

#[test]
fn people_are_added_listed_disabled_and_their_records_handed_over() {
    let cordee = Cordee::founded();
    let ann = cordee.json(&[
        "user",
        "add",
        "Ann",
        "ann@example.com",
        "--role",
        "administrator",
        "--password-random",
    ]);
    assert_eq!(ann["password"].as_str().map(str::len), Some(23));
    let said = cordee.fails(3, &["user", "add", "Bob", "bob@example.com", "--role", "emperor"]);
    assert!(said.contains("administrator"), "{said}");
    let short = cordee.run_with(
        &["user", "add", "Bob", "bob@example.com", "--role", "administrator", "--password-stdin"],
        "short\n",
    );
    assert_eq!(short.0, 3, "{}", short.2);
    let bob = cordee.json(&["user", "add", "Bob", "bob@example.com", "--role", "administrator"]);
    assert!(bob["password"].is_null());
    let users = cordee.json(&["user", "list"]);
    let users = users["users"].as_array().expect("a list");
    assert_eq!(users.len(), 2);
    assert!(users.iter().all(|user| user.get("password").is_none()), "a digest leaks: {users:?}");
    cordee.json(&["user", "disable", "ann@example.com"]);
    let off = cordee.json(&["get", "user", ann["id"].as_str().expect("an id")]);
    assert_eq!(off["active"], false);
    cordee.fails(4, &["--as", "ann@example.com", "list", "account"]);
    cordee.fails(4, &["--as", "nobody@example.com", "list", "account"]);
    let moved = cordee.json(&["user", "transfer", "ann@example.com", "bob@example.com"]);
    assert_eq!((&moved["moved"], &moved["status"]), (&0.into(), &"done".into()));
}

#[test]
fn a_token_is_shown_once_listed_and_ended() {
    let cordee = Cordee::founded();
    cordee.json(&["user", "add", "Ann", "ann@example.com", "--role", "administrator"]);
    let made =
        cordee.json(&["token", "make", "nightly", "--user", "ann@example.com", "--expires", "2030-01-01"]);
    assert!(made["token"].as_str().is_some_and(|secret| secret.starts_with("cordee_")), "{made}");
    let listed = cordee.json(&["token", "list"]);
    assert_eq!(
        (&listed["tokens"][0]["scopes"], &listed["tokens"][0]["name"]),
        (&"read".into(), &"nightly".into())
    );
    let id = listed["tokens"][0]["id"].as_str().expect("an id").to_owned();
    cordee.json(&["--as", "ann@example.com", "token", "end", &id]);
    assert_eq!(cordee.json(&["token", "list"])["tokens"].as_array().map(Vec::len), Some(0));
    cordee.fails(4, &["token", "end", &id]);
}

#[test]
fn the_journal_is_sound_until_somebody_writes_past_the_gate() {
    let cordee = Cordee::founded();
    let verdict = cordee.json(&["audit", "verify"]);
    assert!(verdict["checked"].as_i64() > Some(5) && verdict["broken_at"].is_null(), "{verdict}");
    assert_eq!(verdict["head"].as_str().map(str::len), Some(64));
    let other_key = "ab".repeat(32);
    let said = cordee.fails(1, &["--journal-key", &other_key, "audit", "verify"]);
    assert_eq!(said, "", "the verdict is the answer, not an error");
    std::fs::remove_file(cordee.folder().join("journal.key")).expect("it was there");
    let said = cordee.fails(2, &["audit", "verify"]);
    assert!(said.contains("CORDEE_JOURNAL_KEY"), "{said}");
}

#[test]
fn the_configuration_is_checked_and_shown_without_secrets() {
    let cordee = Cordee::founded();
    let file = cordee.folder().join("cordee.toml");
    std::fs::write(&file, "listen = \"127.0.0.1:9\"\nlanguage = \"uk\"\n").expect("written");
    let shown = cordee.json(&["config", "check", "--listen", "127.0.0.1:7"]);
    assert_eq!((&shown["listen"], &shown["language"]), (&"127.0.0.1:7".into(), &"uk".into()));
    let hidden = cordee.run(&[
        "--database",
        "postgres://ann:s3cret@db/crm",
        "--journal-key",
        "5ecret",
        "config",
        "check",
    ]);
    assert!(hidden.0 == 0 && !format!("{}{}", hidden.1, hidden.2).contains("ecret"), "{hidden:?}");
    std::fs::write(&file, "lisen = \"127.0.0.1:9\"\n").expect("written");
    let said = cordee.fails(2, &["list", "account"]);
    assert!(said.contains("line 1") && said.contains("lisen") && said.contains("listen"), "{said}");
    std::fs::remove_file(&file).expect("it was there");
    let slip = cordee.command(&["config", "check"]).env("CORDEE_LISEN", "x").output().expect("it runs");
    assert_eq!(slip.status.code(), Some(2));
}

#[test]
fn serving_offers_the_first_link_until_somebody_can_sign_in() {
    let cordee = Cordee::empty();
    let (first, code) = cordee.serve(&["--listen", "127.0.0.1:0", "--json"]);
    assert_eq!(code, Some(0), "it stops when told to");
    let first: serde_json::Value = serde_json::from_str(&first).expect("JSON");
    assert!(
        first["first_links"][0]["first_link"].as_str().is_some_and(|link| link.contains("/first/")),
        "{first}"
    );
    cordee.json(&["user", "add", "Ann", "ann@example.com", "--role", "administrator", "--password-random"]);
    let (then, _) = cordee.serve(&["--listen", "127.0.0.1:0", "--json"]);
    assert!(then.contains("\"first_links\":[]"), "{then}");
}

#[test]
fn the_day_is_told_to_people_and_to_programs() {
    let cordee = Cordee::founded();
    cordee.json(&["user", "add", "Ann", "ann@example.com", "--role", "administrator"]);
    let lead = cordee.json(&["--as", "ann@example.com", "create", "lead", "name=Grace"]);
    let day = cordee.json(&["--as", "ann@example.com", "today"]);
    assert_eq!((&day["whose"], &day["sections"][2]["items"][0]["id"]), (&"me".into(), &lead["id"]));
    let all = cordee.json(&["today"]);
    assert_eq!((&all["whose"], &all["sections"][2]["items"][0]["title"]), (&"all".into(), &"Grace".into()));
    let said = cordee.run(&["--as", "ann@example.com", "today"]).1;
    for part in ["Next steps", "Nothing is due today.", "New leads", "Grace", "This month so far"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let wrong = cordee.fails(2, &["today", "--whose", "nobody"]);
    assert!(wrong.contains("me, team, all"), "{wrong}");
}

#[test]
fn what_happened_to_a_record_and_to_one_field_is_shown() {
    let cordee = Cordee::founded();
    let made = cordee.json(&["create", "account", "name=Acme"]);
    let id = made["id"].as_str().expect("an id");
    cordee.json(&["update", "account", id, "name=Acme Ropes"]);
    cordee.json(&["update", "account", id, "website=https://acme.example"]);
    let all = cordee.json(&["history", "account", id]);
    assert_eq!(all["data"].as_array().map(Vec::len), Some(3), "{all}");
    let names = cordee.json(&["history", "account", id, "--field", "name"]);
    let told = names["data"].as_array().expect("entries");
    assert_eq!(told.len(), 2, "{names}");
    assert_eq!(told[0]["changes"], serde_json::json!({"name": {"from": "Acme", "to": "Acme Ropes"}}));
    let (_, shown, _) = cordee.run(&["history", "account", id, "--field", "name"]);
    assert!(shown.contains("Acme → Acme Ropes") && !shown.contains("acme.example"), "{shown}");
    let wrong = cordee.fails(3, &["history", "account", id, "--field", "nmae"]);
    assert!(wrong.contains("name"), "{wrong}");
}

#[test]
fn what_stands_twice_and_what_may_be_there_already_is_shown() {
    let cordee = Cordee::founded();
    let make = |values: &[&str]| {
        let made = cordee.json(&[&["create", "contact"], values].concat());
        made["id"].as_str().expect("an id").to_owned()
    };
    let anna = make(&["name=Anna Grey", "email=anna@acme.example"]);
    let again = make(&["name=A. Grey", "email=ANNA@acme.example"]);
    make(&["name=Boris Blue", "email=boris@acme.example"]);

    let all = cordee.json(&["duplicates", "contact"]);
    assert_eq!(all["data"].as_array().map(Vec::len), Some(1), "{all}");
    assert!(all.to_string().contains(&anna) && all.to_string().contains(&again), "{all}");
    let (code, shown, told) = cordee.run(&["duplicates", "contact"]);
    assert_eq!(code, 0);
    assert!(shown.contains("Anna Grey") && shown.contains("E-mail") && !shown.contains("Boris"), "{shown}");
    assert!(told.contains("3 records looked through"), "{told}");

    // Before one is made, and of one that stands.
    let asked = cordee.json(&["duplicates", "contact", "email=anna@acme.example"]);
    let found = asked["data"].as_array().expect("a list");
    assert_eq!(found.len(), 2, "{asked}");
    assert_eq!(found[0]["reasons"][0]["field"], "email");
    let of = cordee.json(&["duplicates", "contact", "--of", &again]);
    assert_eq!((of["data"].as_array().map(Vec::len), &of["data"][0]["id"]), (Some(1), &anna.clone().into()));
    let none = cordee.json(&["duplicates", "contact", "name=Nobody Like That"]);
    assert_eq!(none["data"], serde_json::json!([]));

    for (code, arguments) in [
        (2, vec!["duplicates", "contact", "email=x@y.example", "--of", &anna]),
        (3, vec!["duplicates", "contact", "nmae=Anna"]),
        (4, vec!["duplicates", "dog"]),
        (4, vec!["duplicates", "contact", "--of", "0000000000001"]),
    ] {
        assert_eq!(cordee.run(&arguments).0, code, "{arguments:?}");
    }
}
