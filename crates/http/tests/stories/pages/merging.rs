//! Two records become one, and two again.

use super::{account, follow, page, submit, words};
use crate::support::on_each;
use serde_json::json;

#[test]
fn two_records_are_compared_merged_and_parted_again() {
    on_each(|world| {
        let program = world.program();
        let keep = world.create(&program, "accounts", json!({"name": "Acme", "industry": "retail"}));
        let lose = world.create(&program, "accounts", json!({"name": "ACME Ltd", "domain": "acme.example"}));
        world.create(&program, "accounts", json!({"name": "Acme Paris", "parent": lose}));
        let ada = world.browser(&world.admin);
        let path = format!("/accounts/{keep}/merge");
        assert!(words(&page(world, &ada, &path)).contains("Find the record that is the same as Acme"));
        let chosen = submit(world, &ada, &path, &[("with", "ACME Ltd")]);
        assert_eq!(chosen.header("location"), format!("{path}?with={lose}"));
        let both = words(&follow(world, &ada, &chosen));
        assert!(both.contains("ACME Ltd") && both.contains("Nothing has changed yet"), "{both}");

        let fields = [
            ("keep", keep.as_str()),
            ("field.name", lose.as_str()),
            ("version.one", "1"),
            ("version.other", "1"),
        ];
        let merged = submit(world, &ada, &format!("/accounts/{keep}/merge-with/{lose}"), &fields);
        let html = follow(world, &ada, &merged);
        let said = words(&html);
        for text in ["ACME Ltd was merged", "Retail", "acme.example", "Acme Paris"] {
            assert!(said.contains(text), "{text} in {said}");
        }
        assert!(html.contains(&format!("action=\"/accounts/{lose}/unmerge\"")), "undo stands in the message");
        let old = world.get(&ada, &format!("/accounts/{lose}"));
        assert_eq!(old.header("location"), format!("/accounts/{keep}"), "the old address leads on");

        let parted = submit(world, &ada, &format!("/accounts/{lose}/unmerge"), &[]);
        assert!(words(&follow(world, &ada, &parted)).contains("The merge was undone"));
        assert!(words(&page(world, &ada, &format!("/accounts/{lose}"))).contains("Acme Paris"));
    });
}

#[test]
fn a_record_is_not_merged_with_itself_nor_with_what_has_changed() {
    on_each(|world| {
        let program = world.program();
        let (one, other) = (account(world, &program, "One"), account(world, &program, "Other"));
        let ada = world.browser(&world.admin);
        let same = submit(world, &ada, &format!("/accounts/{one}/merge"), &[("with", "One")]);
        assert_eq!(same.status.as_u16(), 422);
        assert!(words(&same.text()).contains("This is the same record"));
        let nobody = submit(world, &ada, &format!("/accounts/{one}/merge"), &[("with", "Nobody")]);
        assert!(words(&nobody.text()).contains("nothing found for “Nobody”"));
        world.patch(&program, &format!("/api/v1/accounts/{other}"), "\"1\"", json!({"name": "Changed"}));
        let fields = [("keep", one.as_str()), ("version.one", "1"), ("version.other", "1")];
        let stale = submit(world, &ada, &format!("/accounts/{one}/merge-with/{other}"), &fields);
        assert_eq!(stale.status.as_u16(), 412);
        assert_eq!(world.get(&ada, &format!("/accounts/{other}")).status.as_u16(), 200);
    });
}
