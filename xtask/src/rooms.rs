//! Do the crates keep to their rooms? The table of CONTRIBUTING.md, and what no list of dependencies can say:
//! who names what. Tests look at the house from outside, so test code and dev-dependencies are free.

mod areas;
mod arrows;
mod nouns;
pub mod source;

use std::path::{Path, PathBuf};

use source::{Source, Token};

/// A room, and which rooms it may use besides `base`.
struct Room {
    name: &'static str,
    uses: &'static [&'static str],
}

const fn room(name: &'static str, uses: &'static [&'static str]) -> Room {
    Room { name, uses }
}

/// Bottom to top.
#[rustfmt::skip]
const HOUSE: &[Room] = &[
    room("base",       &[]),
    room("schema",     &[]),
    room("rules",      &[]),
    room("i18n",       &[]),
    room("connectors", &[]),
    room("catalog",    &["schema"]),
    room("store",      &["schema"]),
    room("ui",         &["schema", "i18n"]),
    room("records",    &["store", "schema"]),
    room("kit",        &["records", "ui", "schema"]),
    room("features",   &["kit", "catalog", "rules", "connectors", "records", "ui", "i18n", "schema"]),
    room("http",       &["kit", "records", "ui", "i18n", "schema"]),
    room("jobs",       &["kit", "records"]),
    room("cli",        &["features", "http", "jobs", "records", "kit", "i18n", "schema"]),
];

/// Libraries that belong to a room: who else wants what they do asks that room.
#[rustfmt::skip]
const LIBRARIES: &[(&str, &[&str])] = &[
    ("rusqlite",          &["store"]),
    ("tokio-postgres",    &["store"]),
    ("postgres",          &["store"]),
    ("deadpool-postgres", &["store"]),
    ("postgres-types",    &["store"]),
    ("sea-query",         &["store", "records"]),
    ("tokio",             &["store", "records", "connectors", "http", "jobs", "cli"]),
    ("axum",              &["http"]),
    ("hyper",             &["http", "connectors"]),
    ("maud",              &["ui", "http"]),
    ("clap",              &["cli"]),
];

/// The rooms that only declare or reckon: no disk, no network, no clock, no threads.
const WITHOUT_IO: &[&str] = &["rules", "catalog"];
const IO: &[&str] = &["fs", "net", "io", "process", "env", "thread"];

/// Something that stands in the wrong room: where, and what.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wrong {
    place: String,
    what: String,
}

/// `cargo xtask rooms`.
pub fn run(root: &Path, _: &[String]) -> Result<(), String> {
    let wrong = look(root)?;
    if wrong.is_empty() {
        println!("rooms: all {} crates keep to their rooms", HOUSE.len());
        return Ok(());
    }
    let lines: Vec<String> = wrong.iter().map(|it| format!("{}: {}", it.place, it.what)).collect();
    Err(format!("{}\nrooms: {} in the wrong room", lines.join("\n"), wrong.len()))
}

fn look(root: &Path) -> Result<Vec<Wrong>, String> {
    let mut wrong = arrows::look(root)?;
    for room in HOUSE {
        let folder = root.join("crates").join(room.name).join("src");
        for path in rust_files(&folder)? {
            let source = Source::read(root, &path)?;
            wrong.extend(only_records_uses_the_store(room.name, &source));
            wrong.extend(no_io(room.name, &source));
            wrong.extend(nouns::look(room.name, &source));
            if room.name == "features" {
                wrong.extend(areas::look(&folder, &path, &source));
            }
        }
    }
    wrong.sort();
    Ok(wrong)
}

/// The files of a folder and those below, without tests.
fn rust_files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    let Ok(entries) = folder.read_dir() else { return Ok(files) };
    for entry in entries {
        let path = entry.map_err(|why| format!("{}: {why}", folder.display()))?.path();
        if path.file_stem().is_some_and(|stem| stem == "tests") {
            continue;
        } else if path.is_dir() {
            files.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|it| it == "rs") {
            files.push(path);
        }
    }
    Ok(files)
}

fn only_records_uses_the_store(room: &str, source: &Source) -> Vec<Wrong> {
    if room == "records" {
        return Vec::new();
    }
    let named = source.tokens.iter().filter(|token| token.is_name("cordee_store"));
    named.map(|token| source.wrong(token, "only `records` uses `cordee_store`")).collect()
}

fn no_io(room: &str, source: &Source) -> Vec<Wrong> {
    if !WITHOUT_IO.contains(&room) {
        return Vec::new();
    }
    let std = source.after_path("std").into_iter().filter(|token| IO.iter().any(|it| token.is_name(it)));
    let tokio = source.tokens.iter().filter(|token| token.is_name("tokio"));
    std.chain(tokio)
        .map(|token| source.wrong(token, &format!("`{room}` does no I/O: `{}`", token.text)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use tempfile::TempDir;

    /// A small house: crates with their dependencies as they stand in Cargo.toml (every room a file stands in
    /// is there), and files with their text.
    fn house(crates: &[(&str, &str)], files: &[(&str, &str)]) -> TempDir {
        let root = TempDir::new().unwrap();
        let write = |path: &str, text: &str| {
            let path = root.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"crates/*\"]\n");
        let lived_in = files.iter().filter_map(|(path, _)| path.split('/').nth(1)).map(|name| (name, ""));
        for (name, dependencies) in lived_in.chain(crates.iter().copied()) {
            let head =
                format!("[package]\nname = \"cordee-{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
            write(&format!("crates/{name}/Cargo.toml"), &format!("{head}{dependencies}"));
            write(&format!("crates/{name}/src/lib.rs"), "");
        }
        files.iter().for_each(|(path, text)| write(path, text));
        root
    }

    fn complaints(crates: &[(&str, &str)], files: &[(&str, &str)]) -> Vec<String> {
        let house = house(crates, files);
        look(house.path()).unwrap().into_iter().map(|it| format!("{}: {}", it.place, it.what)).collect()
    }

    fn uses(room: &str) -> String {
        format!("[dependencies]\ncordee-{room} = {{ path = \"../{room}\" }}\n")
    }

    #[test]
    fn this_house_stands() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        assert_eq!(look(root).unwrap(), []);
    }

    #[test]
    fn arrows_point_down() {
        for (height, room) in HOUSE.iter().enumerate() {
            for used in room.uses {
                assert!(HOUSE[..height].iter().any(|below| below.name == *used), "{} uses {used}", room.name);
            }
        }
    }

    #[test]
    fn a_room_may_use_what_the_table_says() {
        let crates = [("base", ""), ("schema", &uses("base")), ("catalog", &uses("schema"))];
        assert_eq!(complaints(&crates, &[]), [""; 0]);
    }

    #[test]
    fn an_arrow_that_is_not_in_the_table_is_found() {
        let crates = [("base", ""), ("store", ""), ("http", &uses("store"))];
        assert_eq!(
            complaints(&crates, &[]),
            ["crates/http/Cargo.toml: `http` may not use `store`, only base, kit, records, ui, i18n, schema"]
        );
    }

    #[test]
    fn an_arrow_under_another_name_or_target_is_found() {
        let renamed = "[target.'cfg(unix)'.dependencies]\nvault = { package = \"cordee-store\", path = \"../store\" }\n";
        assert_eq!(complaints(&[("store", ""), ("jobs", renamed)], &[]).len(), 1);
    }

    #[test]
    fn tests_may_use_any_room() {
        let dev = uses("catalog").replace("[dependencies]", "[dev-dependencies]");
        assert_eq!(complaints(&[("catalog", ""), ("store", &dev)], &[]), [""; 0]);
    }

    #[test]
    fn a_crate_without_a_room_is_found() {
        assert_eq!(
            complaints(&[("manager", "")], &[]),
            ["crates/manager/Cargo.toml: the house has no room `manager`"]
        );
    }

    #[test]
    fn a_library_in_the_wrong_room_is_found() {
        assert_eq!(
            complaints(&[("records", "[dependencies]\nrusqlite = \"1\"\n")], &[]),
            ["crates/records/Cargo.toml: `rusqlite` belongs to store"]
        );
    }

    #[test]
    fn the_store_named_outside_records_is_found() {
        let text = "//! Beside cordee_store.\n\nfn f() {\n    let rows = cordee_store::rows();\n}\n";
        let files = [("crates/cli/src/backup.rs", text), ("crates/records/src/gate.rs", text)];
        assert_eq!(
            complaints(&[], &files),
            ["crates/cli/src/backup.rs:4: only `records` uses `cordee_store`"]
        );
    }

    #[test]
    fn io_in_rules_and_catalog_is_found() {
        let files = [
            ("crates/rules/src/pricing.rs", "use std::{collections::BTreeMap, fs::{self, File}};\n"),
            ("crates/catalog/src/lead.rs", "fn f() {\n    std::net::lookup();\n    tokio::spawn();\n}\n"),
            ("crates/catalog/src/account.rs", "#[cfg(test)]\nmod tests {\n    use std::fs;\n}\n"),
        ];
        assert_eq!(
            complaints(&[], &files),
            [
                "crates/catalog/src/lead.rs:2: `catalog` does no I/O: `net`",
                "crates/catalog/src/lead.rs:3: `catalog` does no I/O: `tokio`",
                "crates/rules/src/pricing.rs:1: `rules` does no I/O: `fs`",
            ]
        );
    }

    #[test]
    fn a_feature_that_imports_another_is_found() {
        let files = [
            ("crates/features/src/lib.rs", "mod leads;\nmod quotes;\npub use crate::leads::all;\n"),
            ("crates/features/src/leads/convert.rs", "use crate::leads::reasons;\nuse super::reasons;\n"),
            ("crates/features/src/quotes/accept.rs", "use crate::{leads::reasons, quotes};\n"),
            ("crates/features/src/quotes/send.rs", "fn f() {\n    super::super::leads::reasons();\n}\n"),
            ("crates/features/src/quotes/mod.rs", "use super::leads;\n"),
        ];
        assert_eq!(
            complaints(&[], &files),
            [
                "crates/features/src/quotes/accept.rs:1: the area `quotes` may not use the area `leads`",
                "crates/features/src/quotes/mod.rs:1: the area `quotes` may not use the area `leads`",
                "crates/features/src/quotes/send.rs:2: the area `quotes` may not use the area `leads`",
            ]
        );
    }

    #[test]
    fn a_noun_of_selling_in_the_engine_is_found() {
        let engine =
            "/// Moves an opportunity.\nfn f() {\n    // a deal\n    let open_leads = LeadForm;\n}\n";
        let text = "fn f() {\n    table(\"crm.opportunities\");\n    misleading();\n}\n";
        let tests = "#[test]\nfn t() {\n    deal();\n}\n\nfn f() {\n    quote();\n}\n";
        let files = [
            ("crates/records/src/write.rs", engine),
            ("crates/store/src/sql.rs", text),
            ("crates/jobs/src/run.rs", tests),
            ("crates/jobs/src/tests.rs", "fn f() { deal(); }"),
            ("crates/connectors/src/sheet.rs", "fn f(quote: u8) {}"),
            ("crates/rules/src/forecast.rs", "fn f(opportunity: u8) {}"),
            ("crates/catalog/src/lead.rs", "const LEAD: u8 = 1;"),
            ("crates/features/src/leads/convert.rs", "fn convert(lead: u8) {}"),
        ];
        assert_eq!(
            complaints(&[], &files),
            [
                "crates/jobs/src/run.rs:7: `jobs` knows no `quote`",
                "crates/records/src/write.rs:4: `records` knows no `lead` (in `LeadForm`)",
                "crates/records/src/write.rs:4: `records` knows no `lead` (in `open_leads`)",
                "crates/store/src/sql.rs:2: `store` knows no `opportunity` (in `\"crm.opportunities\"`)",
            ]
        );
    }
}
