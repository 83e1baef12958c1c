//! What somebody has is given to others in turn, each change in its history, and taken back as a whole.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use cordee_base::{Id, Outcome, Problem};
use cordee_records::*;
use cordee_schema::{Draft, Filter, Path, Value};
use support::{World, company, worlds};

const ALL: &str =
    r#"{"objects": {"*": {"create": "all", "read": "all", "edit": "all"}}, "administers": true}"#;
const OWN: &str =
    r#"{"objects": {"*": {"create": "own", "read": "own", "edit": "own"}, "user": {"read": "all"}}}"#;

fn to_the_end(world: &World, actor: &Actor, id: Id) -> TransferInfo {
    let actor = actor.clone().through(Door::Transfer(id));
    loop {
        let info = world.records.write_now(&actor, move |gate| gate.transfer_on(id)).expect("a stretch");
        if info.rests() {
            return info;
        }
    }
}

fn owned(world: &World, by: Id) -> u64 {
    let filter = Filter::is(
        Path::field(&company::COMPANY, company::COMPANY.field("owner").expect("a field")),
        Value::Link(by),
    );
    let query = Query::of(&company::COMPANY).filter(filter);
    world.records.read_now(&world.system(), move |gate| gate.count(&query)).expect("counted")
}

#[test]
fn what_somebody_has_is_given_in_turn_and_taken_back() {
    for world in worlds() {
        let (all, own) = (world.role("All", ALL), world.role("Own", OWN));
        let team = world.team("North", None);
        let ada = world.person("Ada", all, None);
        let people = [
            world.person("Ann", own, Some(team)),
            world.person("Bob", own, None),
            world.person("Cem", own, None),
        ];
        let [ann, bob, cem] = people.each_ref().map(|actor| actor.user_id().expect("a person"));
        let made: Outcome<Vec<Id>> = world.records.write_now(&people[0], |gate| {
            (0..450)
                .map(|n| {
                    gate.create(Draft::new(&company::COMPANY).with(company::NAME, format!("Company {n}")))
                })
                .collect()
        });
        let others = world.records.write_now(&people[1], move |gate| {
            gate.create(Draft::new(&company::COMPANY).with(company::NAME, "Bob's".to_owned()))
        });
        let (ids, others) = (made.expect("companies"), others.expect("a company"));
        let given = world.records.write_now(&world.system(), move |gate| {
            let wish = ShareWish { with: SharedWith::User(ann), edit: true, until: None };
            gate.share(&company::COMPANY, others, &wish)
        });
        given.expect("shared");
        let wish = TransferWish {
            giver: Some(ann),
            takers: vec![bob, cem],
            shares: true,
            team: true,
            ..TransferWish::default()
        };
        let asked = wish.clone();
        let planned = world.records.read_now(&ada, move |gate| gate.plan_transfer(&asked)).expect("planned");
        assert_eq!(
            planned.iter().map(|one| (one.object.name, one.count)).collect::<Vec<_>>(),
            [("company", 450)]
        );
        let asked = wish.clone();
        let refused = world.records.write_now(&people[1], move |gate| gate.begin_transfer(&asked));
        assert_eq!(refused, Err(Problem::NotAllowed));
        let id = world.records.write_now(&ada, move |gate| gate.begin_transfer(&wish)).expect("begun");
        // Somebody gives one of them on before the transfer is taken back: it stays there.
        let info = to_the_end(&world, &ada, id);
        assert_eq!((info.moved, info.failed, info.status.as_str()), (450, 0, "done"));
        assert_eq!((owned(&world, ann), owned(&world, bob), owned(&world, cem)), (0, 226, 225));
        let sees =
            world.records.read_now(&people[2], move |gate| gate.get(&company::COMPANY, others)).is_ok();
        let shares =
            world.records.read_now(&world.system(), move |gate| gate.shares(&company::COMPANY, others));
        assert_eq!(shares.expect("shares")[0].with, SharedWith::User(bob), "in turn, from the first");
        assert!(!sees);
        let history = world.records.read_now(&ada, {
            let first = ids[0];
            move |gate| gate.history(&company::COMPANY, first, None, 10)
        });
        let last = &history.expect("a history")[0];
        assert_eq!((last.door.as_str(), last.actor_name.as_deref()), ("transfer", Some("Ada")));
        let on = ids[7];
        let draft = Draft::new(&company::COMPANY).with(company::OWNER, ada.user_id().expect("a person"));
        let moved =
            world.records.write_now(&world.system(), move |gate| gate.update(on, None, draft.clone()));
        moved.expect("given on");
        world.records.write_now(&ada, move |gate| gate.begin_undo_of_transfer(id)).expect("begun");
        let info = to_the_end(&world, &ada, id);
        assert_eq!(info.status, "undone");
        assert_eq!((owned(&world, ann), owned(&world, bob), owned(&world, cem)), (449, 1, 0));
        let shares =
            world.records.read_now(&world.system(), move |gate| gate.shares(&company::COMPANY, others));
        assert_eq!(shares.expect("shares")[0].with, SharedWith::User(ann));
        let again = world.records.write_now(&ada, move |gate| gate.begin_undo_of_transfer(id));
        assert!(again.is_err(), "once is enough");
    }
}
