//! A dry run judges every row as the import will, also where its answer hangs on a row thousands of lines before.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use cordee_kit::{Check, Progress};
use support::{World, worlds};

/// What the check says would become of the rows, and what then becomes of them.
fn both(world: &World, object: &str, text: &str, mapping: &str) -> (Check, Progress) {
    let file = world.file("rows.csv", text);
    let imports = world.registry.imports;
    let check = imports.check(&world.records, &world.actor(), &file, mapping, &mut |_| (), &mut |_| true);
    let (_, progress) = world.import(object, &file, Some(mapping));
    (check.expect("a check"), progress)
}

fn counts(progress: &Progress) -> [u64; 5] {
    [progress.rows, progress.created, progress.updated, progress.skipped, progress.failed]
}

/// Rows in the first chunk, rows that fill it and the next, and rows that hang on the first.
fn spread(header: &str, first: &[&str], fill: impl Fn(usize) -> String, last: &[&str]) -> String {
    let filling: Vec<String> = (0..2_100).map(fill).collect();
    let first = first.iter().map(|row| (*row).to_owned());
    let rows = first.chain(filling).chain(last.iter().map(|row| (*row).to_owned()));
    format!("{header}\n{}\n", rows.collect::<Vec<_>>().join("\n"))
}

#[test]
fn what_must_not_be_there_twice_is_found_across_chunks() {
    for world in worlds() {
        let text = spread(
            "id,name",
            &["1,Acme", "2,Bolt"],
            |n| format!("f{n},Filling {n}"),
            &["1,Acme again", "3,Cask", "2,Bolt again", "3,Cask again"],
        );
        let mapping = r#"{"object": "account", "source": "other",
            "columns": [{"column": "id", "field": "foreign_id"}, {"column": "name", "field": "name"}]}"#;
        let (check, run) = both(&world, "account", &text, mapping);
        assert_eq!(counts(&run), [2_106, 2_103, 0, 0, 3]);
        assert_eq!(counts(&check.progress), counts(&run));
        let lines: Vec<u64> = check.problems.iter().map(|problem| problem.line).collect();
        assert_eq!(lines, [2_104, 2_106, 2_107]);
        assert!(check.problems.iter().all(|problem| problem.fault.key == "error-unique"));
    }
}

#[test]
fn rows_that_meet_a_record_of_an_earlier_chunk_update_it_or_change_nothing() {
    for world in worlds() {
        let text = spread(
            "domain,name,employees",
            &["acme.example,Acme,5", "bolt.example,Bolt,6"],
            |n| format!("f{n}.example,Filling {n},1"),
            &[
                "acme.example,Acme,5",
                "bolt.example,Bolt AG,6",
                "bolt.example,Bolt AG,6",
                "bolt.example,Bolt,6",
            ],
        );
        let mapping = r#"{"object": "account", "mode": "create_and_update", "match": ["domain"], "columns": [
            {"column": "domain", "field": "domain"}, {"column": "name", "field": "name"},
            {"column": "employees", "field": "employees"}]}"#;
        let (check, run) = both(&world, "account", &text, mapping);
        assert_eq!(counts(&run), [2_106, 2_102, 2, 2, 0]);
        assert_eq!(counts(&check.progress), counts(&run));

        // Once more: now the records are in the database, and what one chunk changes the next one knows.
        let (check, run) = both(&world, "account", &text, mapping);
        assert_eq!(counts(&run), [2_106, 0, 2, 2_104, 0]);
        assert_eq!(counts(&check.progress), counts(&run));
    }
}

#[test]
fn links_lead_to_rows_of_earlier_chunks_and_what_is_made_for_links_is_counted_once() {
    for world in worlds() {
        let text = spread(
            "name,mother,owner",
            &["Acme,,Anna", "Bolt,Holding,"],
            |n| format!("Filling {n},,"),
            &["Cask,Acme,Anna", "Dome,Holding,Boris", "Holding,,", "Echo,Nobody known,Anna"],
        );
        let mapping = r#"{"object": "account", "mode": "create_and_update", "match": ["name"], "columns": [
            {"column": "name", "field": "name"},
            {"column": "mother", "field": "parent.name", "on_missing": "create"},
            {"column": "owner", "field": "owner.name", "on_missing": "create"}]}"#;
        let (check, run) = both(&world, "account", &text, mapping);
        assert_eq!(counts(&run)[4], 0);
        assert_eq!(counts(&check.progress), counts(&run));
        assert_eq!(check.creates, [("account", 2), ("user", 2)]);
    }
}
