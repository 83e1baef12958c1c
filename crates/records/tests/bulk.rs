//! The same is done to many records, each told by itself, under the rights of whoever began it; and taken back.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use cordee_base::{Id, Outcome, Problem};
use cordee_records::*;
use cordee_schema::{Draft, Filter, Value};
use support::{World, company, worlds};

const ALL: &str = r#"{"objects": {"*": {"create": "all", "read": "all", "edit": "all", "delete": "all"}}}"#;
const OWN: &str = r#"{"objects": {"*": {"create": "own", "read": "all", "edit": "own", "delete": "own"}}}"#;

fn to_the_end(world: &World, actor: &Actor, id: Id) -> BulkInfo {
    let actor = actor.clone().through(Door::Bulk(id));
    loop {
        let info = world.records.write_now(&actor, move |gate| gate.bulk_on(id)).expect("a stretch");
        if info.rests() {
            return info;
        }
    }
}

fn begin(world: &World, actor: &Actor, which: Which, change: BulkChange) -> Outcome<Id> {
    let wish = BulkWish { object: &company::COMPANY, which, change };
    world.records.write_now(actor, move |gate| gate.begin_bulk(&wish))
}

fn named(world: &World, actor: &Actor, name: &'static str) -> u64 {
    let counted = world.records.read_now(actor, move |gate| {
        let filter =
            Filter::parse(&format!("name = \"{name}\""), gate.catalog(), &company::COMPANY, gate.reading())?;
        gate.count(&Query::of(&company::COMPANY).filter(filter))
    });
    counted.expect("counted")
}

fn companies(world: &World, actor: &Actor, name: &'static str, count: usize) -> Vec<Id> {
    let made = world.records.write_now(actor, move |gate| {
        let draft = || Draft::new(&company::COMPANY).with(company::NAME, name.to_owned());
        (0..count).map(|_| gate.create(draft())).collect()
    });
    made.expect("companies")
}

fn all() -> Which {
    Which::All(Filter::everything())
}

fn renamed(name: &str) -> BulkChange {
    BulkChange::Set(company::COMPANY.field("name").expect("a field"), Value::Text(name.to_owned()))
}

#[test]
fn all_that_a_filter_leaves_is_changed_in_stretches_and_taken_back() {
    for world in worlds() {
        let role = world.role("All", ALL);
        let (ada, bob) = (world.person("Ada", role, None), world.person("Bob", role, None));
        let ids = companies(&world, &ada, "Old", 430);
        companies(&world, &ada, "New", 2);
        let id = begin(&world, &ada, all(), renamed("New")).expect("begun");
        let info = to_the_end(&world, &ada, id);
        assert_eq!((info.total, info.changed, info.same, info.refused), (432, 430, 2, 0));
        assert_eq!(named(&world, &ada, "New"), 432);
        // Nobody else looks into it, and what somebody has changed since stays.
        assert_eq!(world.records.read_now(&bob, move |gate| gate.bulk(id)).err(), Some(Problem::NotFound));
        let first = ids[0];
        let kept = world.records.write_now(&bob, move |gate| {
            gate.update(first, None, Draft::new(&company::COMPANY).with(company::NAME, "Kept".to_owned()))
        });
        kept.expect("changed");
        world.records.write_now(&ada, move |gate| gate.begin_undo_of_bulk(id)).expect("begun");
        let info = to_the_end(&world, &ada, id);
        assert_eq!((info.status.as_str(), info.changed), ("undone", 1));
        assert_eq!((named(&world, &ada, "Old"), named(&world, &ada, "Kept")), (429, 1));
        let again = world.records.write_now(&ada, move |gate| gate.begin_undo_of_bulk(id));
        assert!(matches!(again, Err(Problem::Invalid(_))), "{again:?}");
    }
}

#[test]
fn what_one_may_not_change_is_told_record_by_record_and_the_rest_is_done() {
    for world in worlds() {
        let (all_role, own) = (world.role("All", ALL), world.role("Own", OWN));
        let (ada, bob) = (world.person("Ada", all_role, None), world.person("Bob", own, None));
        let (hers, his) = (companies(&world, &ada, "Hers", 2), companies(&world, &bob, "His", 3));
        let id = begin(&world, &bob, all(), BulkChange::Trash).expect("begun");
        let info = to_the_end(&world, &bob, id);
        assert_eq!((info.changed, info.refused), (3, 2));
        let mut refused: Vec<(Id, &str)> =
            info.refusals.iter().map(|one| (one.id, one.problem.as_str())).collect();
        refused.sort_unstable();
        let mut expected: Vec<(Id, &str)> = hers.iter().map(|id| (*id, "problem-not-allowed")).collect();
        expected.sort_unstable();
        assert_eq!(refused, expected);
        assert_eq!((named(&world, &ada, "His"), named(&world, &ada, "Hers")), (0, 2));
        world.records.write_now(&bob, move |gate| gate.begin_undo_of_bulk(id)).expect("begun");
        assert_eq!(to_the_end(&world, &bob, id).status, "undone");
        assert_eq!(named(&world, &ada, "His"), his.len() as u64, "out of the trash again");
    }
}

#[test]
fn only_those_that_were_picked_are_changed_and_a_rule_refuses_each_by_itself() {
    for world in worlds() {
        let ada = world.person("Ada", world.role("All", ALL), None);
        let ids = companies(&world, &ada, "Old", 5);
        let (picked, gone) = (vec![ids[3], ids[1], ids[3]], ids[4]);
        let id = begin(&world, &ada, Which::These(picked), renamed("New")).expect("begun");
        assert_eq!(to_the_end(&world, &ada, id).changed, 2);
        assert_eq!(named(&world, &ada, "New"), 2);
        world.records.write_now(&ada, move |gate| gate.trash(&company::COMPANY, gone, None)).expect("gone");
        let id = begin(&world, &ada, Which::These(vec![gone, ids[0]]), renamed("")).expect("begun");
        let info = to_the_end(&world, &ada, id);
        let keys: Vec<&str> = info.refusals.iter().map(|one| one.problem.as_str()).collect();
        assert_eq!((info.changed, keys.len()), (0, 2));
        assert!(keys.contains(&"problem-not-found") && keys.contains(&"problem-invalid"), "{keys:?}");
        assert!(begin(&world, &ada, Which::These(Vec::new()), renamed("x")).is_err());
    }
}
