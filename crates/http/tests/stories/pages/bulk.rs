//! The same is done to many records of a list: asked, told, taken back; all of it without a script.

use std::sync::Arc;

use cordee_jobs::{Bench, Options};
use cordee_kit::{Outside, Post, Reply, SMALL_BULK, Unsent};
use cordee_schema::{Draft, Value};
use serde_json::json;

use super::{follow, hidden, page, submit, words};
use crate::support::{Client, World, on_each};

/// Asks for a change of these records.
fn asked(world: &World, client: &Client, said: &str) -> String {
    page(world, client, &format!("/accounts/bulk?p-back=/accounts&{said}"))
}

/// Begins it; gives the page on which it is told.
fn done(world: &World, client: &Client, form: &str, fields: &[(&str, &str)]) -> String {
    let once = hidden(form, "once");
    let mut all = vec![("once", once.as_str()), ("p-back", "/accounts")];
    all.extend_from_slice(fields);
    let sent = submit(world, client, "/accounts/bulk", &all);
    assert_eq!(sent.status.as_u16(), 303, "{}", words(&sent.text()));
    follow(world, client, &sent)
}

fn made(world: &World, name: &str, industry: &str) -> String {
    world.create(&world.program(), "accounts", json!({"name": name, "industry": industry}))
}

#[test]
fn a_field_of_picked_records_is_changed_and_taken_back() {
    on_each(|world| {
        let (north, south) = (made(world, "North", "retail"), made(world, "South", "retail"));
        made(world, "East", "technology");
        let ada = world.browser(&world.admin);
        let list = page(world, &ada, "/accounts");
        assert!(list.contains(&format!("name=\"p-id\" value=\"{north}\"")) && list.contains("id=\"picked\""));
        let picked = format!("p-id={north}&p-id={south}");
        let fields = asked(world, &ada, &format!("p-do=edit&{picked}"));
        assert!(words(&fields).contains("Edit · 2 records") && fields.contains("value=\"industry\""));
        let form = asked(world, &ada, &format!("p-do=edit&p-field=industry&{picked}"));
        let change = [("p-do", "edit"), ("p-field", "industry"), ("p-id", &north), ("p-id", &south)];
        // Nobody empties a field by forgetting it.
        let none = submit(world, &ada, "/accounts/bulk", &[&change[..], &[("industry", "")]].concat());
        assert_eq!(none.status.as_u16(), 422);
        let told = done(world, &ada, &form, &[&change[..], &[("industry", "technology")]].concat());
        assert!(words(&told).contains("2 changed"), "{}", words(&told));
        let list = page(world, &ada, "/accounts?filter=industry = technology");
        assert!(words(&list).contains("3 records"), "{}", words(&list));
        let undo =
            told.split("action=\"/bulk/").nth(1).and_then(|rest| rest.split('"').next()).expect("an undo");
        let undo = format!("/bulk/{}", undo.replace("&amp;", "&"));
        let back = follow(world, &ada, &submit(world, &ada, &undo, &[]));
        assert!(words(&back).contains("Everything is as it was."), "{}", words(&back));
        assert!(words(&page(world, &ada, "/accounts?filter=industry = technology")).contains("1 record"));
    });
}

#[test]
fn all_of_a_filter_goes_to_the_trash_with_their_number_in_the_question() {
    on_each(|world| {
        for at in 0..60 {
            made(world, &format!("Company {at:02}"), if at < 55 { "retail" } else { "technology" });
        }
        let ada = world.browser(&world.admin);
        let filter = "industry = retail";
        let list = page(world, &ada, &format!("/accounts?filter={filter}"));
        assert!(words(&list).contains("All 55 records"), "{}", words(&list));
        let form = asked(world, &ada, &format!("p-do=trash&p-all=1&p-filter={filter}"));
        assert!(words(&form).contains("Move 55 records to the trash?"), "{}", words(&form));
        let told = done(world, &ada, &form, &[("p-do", "trash"), ("p-all", "1"), ("p-filter", filter)]);
        assert!(words(&told).contains("55 moved to the trash"), "{}", words(&told));
        assert!(words(&page(world, &ada, "/accounts")).contains("5 records"));
    });
}

#[test]
fn what_is_refused_is_told_by_record() {
    on_each(|world| {
        let (north, south) = (made(world, "North", "retail"), made(world, "South", "retail"));
        let ada = world.browser(&world.admin);
        // South becomes the parent of North, and can't be its own.
        let form = asked(world, &ada, &format!("p-do=edit&p-field=parent&p-id={north}&p-id={south}"));
        let change =
            [("p-do", "edit"), ("p-field", "parent"), ("p-id", &north), ("p-id", &south), ("parent", &south)];
        let told = done(world, &ada, &form, &change);
        let said = words(&told);
        assert!(said.contains("1 changed · 1 refused") && said.contains("South"), "{said}");
    });
}

#[test]
fn two_are_merged_and_picked_ones_leave_as_a_file() {
    on_each(|world| {
        let (north, south) = (made(world, "North", "retail"), made(world, "South", "retail"));
        made(world, "East", "retail");
        let ada = world.browser(&world.admin);
        let both = format!("/accounts/bulk?p-id={north}&p-id={south}");
        let merge = world.get(&ada, &format!("{both}&p-do=merge"));
        assert_eq!(merge.header("location"), format!("/accounts/{north}/merge?with={south}"));
        let one = world.get(&ada, &format!("/accounts/bulk?p-do=merge&p-id={north}"));
        assert!(one.status.is_client_error());
        let file = world.get(&ada, world.get(&ada, &format!("{both}&p-do=export")).header("location")).text();
        assert!(file.contains("North") && file.contains("South") && !file.contains("East"), "{file}");
        assert!(world.get(&ada, "/accounts/bulk?p-do=edit").status.is_client_error(), "nothing is selected");
    });
}

/// Nothing is sent out of this house.
struct Shut;

impl Outside for Shut {
    fn post(&self, _: &Post) -> Result<Reply, Unsent> {
        Err(Unsent::Refused("not in this test".to_owned()))
    }

    fn allows(&self, _: &str) -> Result<(), Unsent> {
        Ok(())
    }
}

/// Does all that waits in the queue.
fn work_off(world: &World) {
    let bench = Bench::new(Options {
        records: world.records.clone(),
        registry: Arc::new(cordee_features::registry()),
        outside: Arc::new(Shut),
        files: world.files.path().to_owned(),
    });
    bench.work_off().expect("worked off");
}

#[test]
fn what_is_too_many_to_wait_for_is_done_and_taken_back_in_the_queue() {
    on_each(|world| {
        let many = usize::try_from(SMALL_BULK).expect("a number") + 25;
        let made = world.records.write_now(&world.admin, move |gate| {
            let account = gate.object("account")?;
            (0..many).try_for_each(|at| {
                let mut draft = Draft::new(account);
                draft.set("name", Value::Text(format!("Company {at:04}")));
                draft.set("industry", Value::Text("retail".to_owned()));
                gate.create(draft).map(|_| ())
            })
        });
        made.expect("made");
        let ada = world.browser(&world.admin);
        let filter = "industry = retail";
        let form = asked(world, &ada, &format!("p-do=edit&p-field=industry&p-all=1&p-filter={filter}"));
        let once = hidden(&form, "once");
        let change = [
            ("once", once.as_str()),
            ("p-back", "/accounts"),
            ("p-do", "edit"),
            ("p-field", "industry"),
            ("p-all", "1"),
            ("p-filter", filter),
            ("industry", "technology"),
        ];
        let begun = submit(world, &ada, "/accounts/bulk", &change);
        let place = begun.header("location").to_owned();
        assert!(place.starts_with("/bulk/"), "nobody waits for it: {place}");
        // Sent twice, it is done once.
        assert_eq!(submit(world, &ada, "/accounts/bulk", &change).header("location"), place);
        let waits = page(world, &ada, &place);
        assert!(words(&waits).contains("0 changed") && waits.contains("hx-get"), "{}", words(&waits));
        let of = |industry: &str| {
            let path = format!("/api/v1/accounts?filter=industry = {industry}&count=exact&limit=1");
            world.get(&world.program(), &path).json()["count"].clone()
        };
        assert_eq!((of("technology"), of("retail")), (json!(0), json!(many)));

        work_off(world);
        let done = page(world, &ada, &place);
        assert!(words(&done).contains("1,025 changed") && !done.contains("hx-get"), "{}", words(&done));
        assert_eq!((of("technology"), of("retail")), (json!(many), json!(0)));

        // What somebody has changed meanwhile stays as they left it.
        let one = world.get(&world.program(), "/api/v1/accounts?limit=1").json()["data"][0]["id"].clone();
        let path = format!("/api/v1/accounts/{}", one.as_str().expect("an id"));
        let changed = world.patch(&world.program(), &path, "*", json!({"industry": "energy"}));
        assert_eq!(changed.status.as_u16(), 200, "{}", changed.text());
        let undo = done.split("action=\"/bulk/").nth(1).and_then(|rest| rest.split('"').next());
        let undo = format!("/bulk/{}", undo.expect("an undo").replace("&amp;", "&"));
        let begun = submit(world, &ada, &undo, &[]);
        assert!(begun.header("location").starts_with("/bulk/"), "{}", begun.header("location"));
        work_off(world);
        assert_eq!((of("technology"), of("retail"), of("energy")), (json!(0), json!(many - 1), json!(1)));
        let back = words(&page(world, &ada, &place));
        assert!(back.contains("Everything is as it was"), "{back}");
    });
}
