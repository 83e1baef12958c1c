//! Saved views: one's own, and what others share with their team or with all.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use cordee_base::{Id, Problem};
use cordee_records::system::view::{self, VIEW};
use cordee_records::{Actor, Query};
use cordee_schema::{Draft, Record};
use support::{World, worlds};

fn saved(world: &World, actor: &Actor, name: &str, shared: &str) -> Id {
    let draft = Draft::new(&VIEW)
        .with(view::NAME, name.to_owned())
        .with(view::OBJECT, "company".to_owned())
        .with(view::SHARED, shared.to_owned());
    world.records.write_now(actor, move |gate| gate.create(draft.clone())).expect("saved")
}

fn seen(world: &World, actor: &Actor) -> Vec<String> {
    let page = world.records.read_now(actor, |gate| gate.list(&Query::of(&VIEW))).expect("a list");
    let mut names: Vec<String> = page.records.iter().map(Record::title).collect();
    names.sort();
    names
}

#[test]
fn a_view_is_seen_by_those_with_whom_it_is_shared_and_changed_by_its_owner() {
    for world in worlds() {
        let role =
            world.role("Sellers", r#"{"objects": {"company": {"read": "all"}, "user": {"read": "all"}}}"#);
        let admins = world.role("Admins", r#"{"objects": {"*": {"read": "all"}}, "administers": true}"#);
        let north = world.team("North", None);
        let (fjord, south) = (world.team("Fjord", Some(north)), world.team("South", None));
        let ann = world.person("Ann", role, Some(north));
        let below = world.person("Bob", role, Some(fjord));
        let beside = world.person("Cleo", role, Some(south));
        let alone = world.person("Dan", role, None);
        let admin = world.person("Ada", admins, Some(south));

        let own = saved(&world, &ann, "own", "none");
        let team = saved(&world, &ann, "team", "team");
        let all = saved(&world, &ann, "all", "all");
        saved(&world, &below, "below", "team");

        assert_eq!(
            seen(&world, &ann),
            ["all", "own", "team"],
            "a team sees what is shared above it, not below"
        );
        assert_eq!(seen(&world, &below), ["all", "below", "team"]);
        assert_eq!(seen(&world, &beside), ["all"]);
        assert_eq!(seen(&world, &alone), ["all"]);
        assert_eq!(seen(&world, &admin), ["all", "below", "team"], "but nobody else's own");

        let rename = |actor: &Actor, id: Id| {
            let draft = Draft::new(&VIEW).with(view::NAME, "taken".to_owned());
            world.records.write_now(actor, move |gate| gate.update(id, None, draft.clone()))
        };
        let trash =
            |actor: &Actor, id: Id| world.records.write_now(actor, move |gate| gate.trash(&VIEW, id, None));
        assert_eq!(rename(&below, team), Err(Problem::NotAllowed));
        assert_eq!(trash(&below, all), Err(Problem::NotAllowed));
        assert_eq!(rename(&beside, team), Err(Problem::NotFound));
        assert_eq!(rename(&admin, own), Err(Problem::NotFound));
        assert_eq!(rename(&admin, team), Ok(2));
        assert_eq!(trash(&admin, all), Ok(()));
        assert_eq!(rename(&ann, own), Ok(2));

        let may = |actor: &Actor, id: Id| {
            let asked =
                world.records.read_now(actor, move |gate| gate.may(cordee_records::Right::Edit, &VIEW, id));
            asked.expect("asked")
        };
        assert_eq!(
            [may(&ann, team), may(&below, team), may(&admin, team), may(&admin, own)],
            [true, false, true, false]
        );

        let for_another = Draft::new(&VIEW)
            .with(view::NAME, "a gift".to_owned())
            .with(view::OBJECT, "company".to_owned())
            .with(view::OWNER, ann.user_id().expect("a person"));
        let given = world.records.write_now(&below, move |gate| gate.create(for_another.clone()));
        assert_eq!(given, Err(Problem::NotAllowed));
        for object in ["deal", "nothing", "session"] {
            let draft =
                Draft::new(&VIEW).with(view::NAME, "x".to_owned()).with(view::OBJECT, object.to_owned());
            let refused = world.records.write_now(&ann, move |gate| gate.create(draft.clone()));
            assert!(
                matches!(&refused, Err(Problem::Invalid(faults)) if faults[0].key == "error-choice"),
                "{object}"
            );
        }
    }
}
