//! The doctor finds what is wrong, and says what to do about it.

mod cordee;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use cordee::{Cordee, Fresh};
use serde_json::Value as Json;

/// What the doctor says, with its exit code.
fn looked(cordee: &Cordee, more: &[&str]) -> (i32, Json) {
    let (code, told, said) = cordee.run(&[&["doctor", "--json"], more].concat());
    let read: Result<Json, _> = serde_json::from_str(&told);
    assert!(read.is_ok(), "{told}{said}");
    (code, read.expect("JSON"))
}

/// The problems, as `check: problem`.
fn problems(told: &Json) -> Vec<String> {
    let checks = told["checks"].as_object().expect("checks");
    let ill =
        checks.iter().filter_map(|(name, check)| Some(format!("{name}: {}", check["problem"].as_str()?)));
    ill.collect()
}

fn rights(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("set");
}

#[test]
fn what_stands_around_the_database_is_looked_at() {
    let cordee = Cordee::founded();
    let (code, told) = looked(&cordee, &[]);
    assert_eq!((code, problems(&told)), (0, vec!["backup: none".to_owned()]), "{told}");
    assert_eq!(told["state"], "warning");
    let archive = cordee.folder().with_file_name("all.tar.gz");
    cordee.json(&["backup", archive.to_str().expect("UTF-8")]);
    let (code, told) = looked(&cordee, &[]);
    assert_eq!((code, told["state"].as_str(), problems(&told)), (0, Some("sound"), Vec::new()), "{told}");
    assert_eq!(told["checks"]["backup"]["found"]["days"], 0);

    let note = cordee.folder().join("last-backup.json");
    fs::write(&note, "{\"at\":1700000000000000,\"file\":\"/old.tar.gz\"}").expect("written");
    assert_eq!(problems(&looked(&cordee, &[]).1), ["backup: old"]);
    fs::remove_file(note).expect("gone");

    rights(&cordee.folder(), 0o755);
    rights(&cordee.folder().join("journal.key"), 0o644);
    let (code, told) = looked(&cordee, &[]);
    assert_eq!((code, problems(&told).len()), (1, 3), "{told}");
    let advice = told["checks"]["folder"]["advice"].as_str().expect("advice");
    assert!(advice.starts_with("chmod 700 /"), "{advice}");
    let (code, shown, _) = cordee.run(&["doctor", "--language", "uk"]);
    assert!(code == 1 && shown.contains("✗ Папку даних") && shown.contains("→ chmod 700"), "{shown}");
    rights(&cordee.folder(), 0o700);
    rights(&cordee.folder().join("journal.key"), 0o600);
    assert_eq!(looked(&cordee, &[]).0, 0);
}

#[test]
fn the_end_of_a_certificate_is_told_in_time() {
    let cordee = Cordee::founded();
    let (certificate, key) = (cordee.folder().join("tls.pem"), cordee.folder().join("tls.key"));
    let arguments =
        ["--tls-cert", certificate.to_str().expect("UTF-8"), "--tls-key", key.to_str().expect("UTF-8")];
    let table = [((2020, 2021), Some("ended")), ((2020, 2200), None)];
    for ((from, to), problem) in table {
        let mut params = rcgen::CertificateParams::new(["crm.example.com".to_owned()]).expect("a name");
        (params.not_before, params.not_after) =
            (rcgen::date_time_ymd(from, 1, 1), rcgen::date_time_ymd(to, 1, 1));
        let pair = rcgen::KeyPair::generate().expect("a key");
        fs::write(&certificate, params.self_signed(&pair).expect("signed").pem()).expect("written");
        fs::write(&key, pair.serialize_pem()).expect("written");
        rights(&key, 0o600);
        let (_, told) = looked(&cordee, &arguments);
        assert_eq!(told["checks"]["certificate"]["problem"].as_str(), problem, "{told}");
    }
    rights(&key, 0o640);
    let (code, told) = looked(&cordee, &arguments);
    assert_eq!((code, told["checks"]["secrets"]["problem"].as_str()), (0, Some("open")), "{told}");
    fs::write(&key, "no key").expect("written");
    let (code, told) = looked(&cordee, &arguments);
    assert_eq!((code, told["checks"]["certificate"]["problem"].as_str()), (1, Some("unusable")), "{told}");
}

/// Something to say to the database past Cordee.
fn meddle(cordee: &Cordee, database: Option<&str>, statement: &str) {
    match database {
        None => {
            let file = rusqlite::Connection::open(cordee.folder().join("cordee.db")).expect("opened");
            file.execute_batch(statement).expect(statement);
        }
        Some(url) => {
            let mut client = postgres::Client::connect(url, postgres::NoTls).expect("connected");
            client.batch_execute(statement).expect(statement);
        }
    }
}

#[test]
fn what_no_longer_fits_together_in_the_database_is_found() {
    let mut databases = vec![None];
    databases.extend(Fresh::postgres().map(Some));
    for database in databases {
        let cordee = Cordee::empty();
        let named: Vec<&str> = database.iter().flat_map(|fresh| ["--database", fresh.url()]).collect();
        let json = |arguments: &[&str]| cordee.json(&[arguments, &named].concat());
        json(&["init", "--name", "Corda", "--currency", "USD"]);
        let account = json(&["create", "account", "name=Rope Works"])["id"].clone();
        let account = format!("account={}", account.as_str().expect("an id"));
        json(&["create", "contact", "name=Ada Rope", &account]);
        let meddle = |statement: &str| meddle(&cordee, database.as_ref().map(Fresh::url), statement);
        let ill = || -> Vec<String> {
            let told = looked(&cordee, &named).1;
            let usual = ["backup: none", "server-durable: careless"];
            problems(&told).into_iter().filter(|problem| !usual.contains(&problem.as_str())).collect()
        };
        assert_eq!(ill(), Vec::<String>::new());
        if database.is_some() {
            let told = looked(&cordee, &named).1;
            for check in ["version", "durable", "texts", "connections", "way", "clock"] {
                assert!(told["checks"][format!("server-{check}")].is_object(), "{told}");
            }
        }

        meddle("DROP INDEX account_name");
        let told = looked(&cordee, &named).1;
        let advice = told["checks"]["indexes"]["advice"].as_str().expect("advice").to_owned();
        assert!(advice.contains("CREATE INDEX IF NOT EXISTS \"account_name\" ON \"account\""), "{advice}");
        meddle(advice.split_once(": ").expect("a statement").1);
        assert_eq!(ill(), Vec::<String>::new(), "the advice helps");

        meddle(match database {
            None => "DELETE FROM search WHERE rowid = (SELECT id FROM account)",
            Some(_) => "DELETE FROM search WHERE object = 'account'",
        });
        assert_eq!(ill(), ["search: behind"]);
        cordee.json(&[&["search", "--rebuild"], named.as_slice()].concat());
        assert_eq!(ill(), Vec::<String>::new(), "the advice helps");

        meddle("UPDATE contact SET account = 4711");
        assert_eq!(ill(), ["links: dangling"]);
        meddle("UPDATE contact SET account = NULL; UPDATE journal SET reason = 'another' WHERE seq = 3");
        assert_eq!(ill(), ["journal: broken"]);
        let (code, _, _) = cordee.run(&[&["doctor"], named.as_slice()].concat());
        assert_eq!(code, 1);
    }
}

#[test]
fn a_damaged_file_of_sqlite_is_found() {
    let cordee = Cordee::founded();
    let file = cordee.folder().join("cordee.db");
    let database = rusqlite::Connection::open(&file).expect("opened");
    let find = "SELECT (rootpage - 1) * page_size, page_size FROM sqlite_schema, pragma_page_size() \
                WHERE name = 'search_word'";
    let place: rusqlite::Result<(isize, isize)> =
        database.query_row(find, (), |row| Ok((row.get(0)?, row.get(1)?)));
    drop(database);
    let (start, length) = place.expect("the root of a table");
    let mut bytes = fs::read(&file).expect("read");
    bytes[start as usize..(start + length) as usize].fill(0x5a);
    fs::write(&file, bytes).expect("written");
    let (code, told) = looked(&cordee, &[]);
    assert_eq!((code, told["checks"]["database"]["problem"].as_str()), (1, Some("broken")), "{told}");
    let advice = told["checks"]["database"]["advice"].as_str().expect("advice");
    assert!(advice.contains("restore the last backup"), "{advice}");
}
