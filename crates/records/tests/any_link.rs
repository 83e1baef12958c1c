//! Links to records of any object: titled, checked, hidden with what they lead to, and moved by a merge.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use cordee_base::{Id, Problem};
use cordee_records::{Actor, Query};
use cordee_schema::{AnyLink, Draft, Object, Record, Value};
use support::{World, company, deal, note, worlds};

fn about(object: &'static Object, id: Id) -> Box<AnyLink> {
    Box::new(AnyLink { object: object.name.to_owned(), id })
}

fn notes(world: &World, actor: &Actor) -> Vec<Record> {
    let listed = world.records.read_now(actor, |gate| gate.list(&Query::of(&note::NOTE)));
    let mut records = listed.expect("a list").records;
    records.sort_by_key(Record::title);
    records
}

#[test]
fn a_link_to_anything_is_titled_checked_and_moved() {
    for world in worlds() {
        let system = world.system();
        let (keep, lose, sale) = world
            .records
            .write_now(&system, |gate| {
                let company = |name: &str| Draft::new(&company::COMPANY).with(company::NAME, name.to_owned());
                let keep = gate.create(company("Acme"))?;
                let lose = gate.create(company("Acme Ltd"))?;
                let sale = gate.create(Draft::new(&deal::DEAL).with(deal::NAME, "Sale".to_owned()))?;
                for (name, object, id) in [("a", &company::COMPANY, lose), ("b", &deal::DEAL, sale)] {
                    let note = Draft::new(&note::NOTE).with(note::NAME, name.to_owned());
                    gate.create(note.with(note::ABOUT, about(object, id)))?;
                }
                Ok((keep, lose, sale))
            })
            .expect("created");
        let titles = |actor: &Actor| {
            let listed = notes(&world, actor);
            listed.iter().map(|note| note.title_of("about").map(str::to_owned)).collect::<Vec<_>>()
        };
        assert_eq!(titles(&system), [Some("Acme Ltd".to_owned()), Some("Sale".to_owned())]);

        let role =
            world.role("Notes", r#"{"objects": {"note": {"read": "all"}, "company": {"read": "all"}}}"#);
        let reader = world.person("Reader", role, None);
        assert_eq!(titles(&reader), [Some("Acme Ltd".to_owned()), None], "a deal may not be seen");
        assert_eq!(notes(&world, &reader)[1].value("about"), Some(&Value::None), "nor that there is one");

        world
            .records
            .write_now(&system, move |gate| gate.merge(&company::COMPANY, keep, lose, &[]))
            .expect("merged");
        let filter = world.filter(&note::NOTE, &format!("about = \"company:{keep}\""));
        let found = Query::of(&note::NOTE).filter(filter);
        let found = world.records.read_now(&system, move |gate| gate.list(&found)).expect("found").records;
        assert_eq!(found.iter().map(Record::title).collect::<Vec<_>>(), ["a"]);
        world.records.write_now(&system, move |gate| gate.unmerge(&company::COMPANY, lose)).expect("undone");
        assert_eq!(
            notes(&world, &system)[0].value("about"),
            Some(&Value::AnyLink(about(&company::COMPANY, lose)))
        );

        for wrong in [about(&deal::DEAL, keep), about(&company::COMPANY, Id::from_i64(7))] {
            let draft = Draft::new(&note::NOTE).with(note::NAME, "c".to_owned()).with(note::ABOUT, wrong);
            let refused = world.records.write_now(&system, move |gate| gate.create(draft.clone()));
            assert!(
                matches!(&refused, Err(Problem::Invalid(f)) if f[0].key == "error-link-missing"),
                "{refused:?}"
            );
        }
        assert!(sale > lose);
    }
}
