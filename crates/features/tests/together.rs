//! Several files that belong together come in by one run: what each holds and what must come first is found out.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use std::path::PathBuf;

use cordee_base::Problem;
use cordee_kit::{Given, Leg, Wishes};
use cordee_records::Query;
use cordee_schema::{Draft, Value};
use support::{World, worlds};

fn arrange(world: &World, files: &[PathBuf]) -> Result<Vec<Leg>, Problem> {
    let given: Vec<Given> = files.iter().map(Given::of).collect();
    let wishes = Wishes { source: Some("old".to_owned()), ..Wishes::default() };
    world.registry.imports.arrange(&world.records, &world.actor(), &given, &Default::default(), &wishes)
}

/// Arranges and brings in; what was done, in its order, and how many rows were rejected.
fn bring(world: &World, files: &[PathBuf]) -> (Vec<String>, u64) {
    let (mut told, mut failed) = (Vec::new(), 0);
    for leg in arrange(world, files).expect("an order") {
        let (_, progress) = world.import(leg.object.name, &leg.file, Some(&leg.mapping));
        let again = if leg.again { " links" } else { "" };
        told.push(format!("{}{again} +{} ~{}", leg.object.name, progress.created, progress.updated));
        failed += progress.failed;
    }
    (told, failed)
}

/// What links of an object lead to, by the names of both.
fn led(world: &World, object: &str, link: &str) -> Vec<(String, String)> {
    let catalog = world.records.catalog_now(&world.actor()).expect("a catalog");
    let object = catalog.object(object).expect("an object");
    let list = move |gate: &mut cordee_records::Gate<'_>| gate.list(&Query::of(object));
    let page = world.records.read_now(&world.actor(), list).expect("a list");
    let title = |record: &cordee_schema::Record| Some((record.title(), record.title_of(link)?.to_owned()));
    let mut led: Vec<_> = page.records.iter().filter_map(title).collect();
    led.sort();
    led
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect()
}

#[test]
fn files_come_in_in_the_order_of_their_links_and_links_in_a_circle_afterwards() {
    for world in worlds() {
        let deals = "Record ID,Deal Name,Pipeline,Deal Stage,Amount,Associated Company IDs,Associated Contact IDs\n\
            d1,One,Sales,Proposal,100,c2,p1\n";
        let people = "[{\"Record ID\": \"p1\", \"First Name\": \"Ann\", \"Last Name\": \"Berg\", \"Company Id\": \"c2\", \"ReportsToId\": \"p2\"},\n\
            {\"Record ID\": \"p2\", \"First Name\": \"Bob\", \"Last Name\": \"Cole\", \"Company Id\": \"c1\"}]";
        let companies = "Record ID;Company name;ParentId\nc1;Acme;c2\nc2;Holding;\n";
        let files = [
            world.file("hubspot-crm-exports-all-deals-2026-03-01.csv", deals),
            world.file("people.json", people),
            world.file("компании.csv", companies),
        ];
        let (told, failed) = bring(&world, &files);
        let expected = [
            "account +2 ~0",
            "contact +2 ~0",
            "opportunity +1 ~0",
            "account links +0 ~1",
            "contact links +0 ~1",
        ];
        assert_eq!((told.as_slice(), failed), (expected.map(str::to_owned).as_slice(), 0));
        assert_eq!(led(&world, "account", "parent"), pairs(&[("Acme", "Holding")]));
        assert_eq!(led(&world, "contact", "reports_to"), pairs(&[("Ann Berg", "Bob Cole")]));
        assert_eq!(
            led(&world, "contact", "account"),
            pairs(&[("Ann Berg", "Holding"), ("Bob Cole", "Acme")])
        );
        assert_eq!(led(&world, "opportunity", "contact"), pairs(&[("One", "Ann Berg")]));
        // Once more, nothing is new.
        let (told, failed) = bring(&world, &files);
        assert!(told.iter().all(|leg| leg.ends_with("+0 ~0")) && failed == 0, "{told:?}");
    }
}

#[test]
fn two_files_that_lead_to_each_other_come_in_both() {
    for world in worlds() {
        // A company's own link back to a person.
        let declare = |gate: &mut cordee_records::Gate<'_>| {
            let fields = gate.catalog().object("custom_field").expect("declared fields");
            let mut draft = Draft::new(fields);
            for (name, text) in
                [("object", "account"), ("kind", "link"), ("label", "Main contact"), ("links_to", "contact")]
            {
                draft.set(name, Value::Text(text.to_owned()));
            }
            gate.create(draft)
        };
        world.records.write_now(&world.actor(), declare).expect("a field of one's own");
        let files = [
            world.file("contacts.csv", "id,first_name,last_name,account.foreign_id\np1,Ann,Berg,c1\n"),
            world.file("accounts.csv", "id,name,x_main_contact.foreign_id\nc1,Acme,p1\n"),
        ];
        let (told, failed) = bring(&world, &files);
        assert_eq!((told.len(), failed), (3, 0), "{told:?}");
        assert_eq!(led(&world, "contact", "account"), pairs(&[("Ann Berg", "Acme")]));
        assert_eq!(led(&world, "account", "x_main_contact"), pairs(&[("Acme", "Ann Berg")]));
    }
}

#[test]
fn a_file_that_holds_nothing_known_is_told() {
    let world = worlds().remove(0);
    let file = world.file("x1.csv", "qqq;zzz\n1;2\n");
    let refused = arrange(&world, &[file]).map(drop);
    assert!(matches!(refused, Err(Problem::Invalid(faults)) if faults[0].key == "error-file-object"));
}

#[test]
fn several_imports_are_noted_as_one_run_and_found_in_their_order() {
    for world in worlds() {
        let files = [
            world.file("contacts.csv", "id,first_name,last_name,account.foreign_id\np1,Ann,Berg,c1\n"),
            world.file("accounts.csv", "id,name,parent.foreign_id\nc1,Acme,c2\nc2,Holding,\n"),
        ];
        let (imports, actor) = (world.registry.imports, world.actor());
        let rejects = files[0].with_extension("rejected.csv");
        let prepare = |leg: &Leg| {
            imports.prepare(&world.records, &actor, &leg.file, &leg.mapping, &rejects).expect("sound")
        };
        let prepared: Vec<Draft> = arrange(&world, &files).expect("an order").iter().map(prepare).collect();
        let noted =
            world.records.write_now(&actor, move |gate| imports.note(gate, &prepared)).expect("noted");
        let run = noted[0];
        let found = world.records.read_now(&actor, move |gate| imports.together(gate, run)).expect("a run");
        assert_eq!(found.iter().map(|import| import.head.id).collect::<Vec<_>>(), noted);
        assert_eq!(noted.len(), 3, "the links of companies to their parents come last");
        let statuses = |import: &cordee_schema::Record| import.get(cordee_records::system::import::STATUS);
        assert!(found.iter().all(|import| statuses(import).as_deref() == Some("ready")));
        for import in &noted {
            let done = imports.run(&world.records, &actor, *import, &mut |_| true).expect("a run");
            assert!(done.done && done.failed == 0, "{done:?}");
        }
        assert_eq!(led(&world, "account", "parent"), pairs(&[("Acme", "Holding")]));
        let lone = world.records.read_now(&actor, move |gate| imports.together(gate, noted[1])).map(drop);
        assert_eq!(lone, Err(Problem::NotFound), "a run is named by its first import");
    }
}
