//! Shares: they end on time, also in kept figures; many of them work as few do; what was given on goes with its giver;
//! the history of the record tells of them.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use cordee_base::{Id, Moment, Outcome, Problem};
use cordee_records::*;
use cordee_schema::{Draft, Filter};
use support::{World, company, worlds};

const OWN: &str = r#"{"objects": {"*": {"create": "own", "read": "own", "edit": "own", "export": "own"},
    "user": {"read": "all"}, "team": {"read": "all"}, "role": {"read": "all"}}, "shares": true}"#;

struct Office {
    ann: Actor,
    bob: Actor,
    cem: Actor,
    team: Id,
}

fn office(world: &World) -> Office {
    let role = world.role("Own", OWN);
    let above = world.team("Sales", None);
    let team = world.team("North", Some(above));
    let ann = world.person("Ann", role, None);
    let (bob, cem) = (world.person("Bob", role, None), world.person("Cem", role, Some(team)));
    Office { ann, bob, cem, team: above }
}

fn made(world: &World, actor: &Actor, name: &str) -> Id {
    let draft = Draft::new(&company::COMPANY).with(company::NAME, name.to_owned());
    world.records.write_now(actor, move |gate| gate.create(draft.clone())).expect("a company")
}

fn give(
    world: &World,
    actor: &Actor,
    id: Id,
    with: SharedWith,
    edit: bool,
    until: Option<&str>,
) -> Outcome<Id> {
    let until = until.map(|until| until.parse::<Moment>().expect("a moment"));
    let wish = ShareWish { with, edit, until };
    world.records.write_now(actor, move |gate| gate.share(&company::COMPANY, id, &wish))
}

fn user(actor: &Actor) -> SharedWith {
    SharedWith::User(actor.user_id().expect("a person"))
}

fn counted(world: &World, actor: &Actor) -> (u64, usize, String) {
    let read = world.records.read_now(actor, |gate| {
        let grouping = Grouping {
            object: &company::COMPANY,
            by: vec![],
            measures: vec![Measure::of(Reckon::Count)],
            filter: Filter::everything(),
            as_of: None,
        };
        let sum = gate.group(&grouping)?[0].values[0].unwrap_or_default();
        let page = gate.list(&Query::of(&company::COMPANY).limit(200))?;
        Ok((gate.count(&Query::of(&company::COMPANY))?, page.records.len(), sum.to_string()))
    });
    read.expect("counted")
}

#[test]
fn a_share_ends_on_time_in_lists_and_in_kept_figures() {
    for world in worlds() {
        let Office { ann, bob, .. } = office(&world);
        let id = made(&world, &ann, "Acme");
        assert_eq!(counted(&world, &bob), (0, 0, "0".to_owned()));
        give(&world, &ann, id, user(&bob), false, Some("2026-03-02T12:00:00Z")).expect("shared");
        assert_eq!(counted(&world, &bob), (1, 1, "1".to_owned()));
        world.at("2026-03-02T11:59:59Z");
        assert_eq!(counted(&world, &bob), (1, 1, "1".to_owned()));
        world.at("2026-03-02T12:00:00Z");
        assert_eq!(counted(&world, &bob), (0, 0, "0".to_owned()));
        assert_eq!(world.records.sweep_shares(world.workspace), Ok(1));
        assert_eq!(world.records.sweep_shares(world.workspace), Ok(0));
        let history = world.records.read_now(&ann, move |gate| gate.history(&company::COMPANY, id, None, 10));
        let verbs: Vec<(String, Option<String>)> = history
            .expect("a history")
            .into_iter()
            .map(|entry| (entry.verb, entry.shared.and_then(|shared| shared.name)))
            .collect();
        let said = |verb: &str, name: Option<&str>| (verb.to_owned(), name.map(str::to_owned));
        assert_eq!(verbs, [said("unshare", Some("Bob")), said("share", Some("Bob")), said("create", None)]);
    }
}

#[test]
fn hundreds_of_shares_give_what_each_gives() {
    for world in worlds() {
        let Office { ann, bob, cem, team } = office(&world);
        let (giver, with) = (ann.clone(), user(&bob));
        let ids = world.records.write_now(&giver, move |gate| {
            let mut ids = Vec::new();
            for number in 0..320 {
                let named = Draft::new(&company::COMPANY).with(company::NAME, format!("Company {number:03}"));
                let id = gate.create(named)?;
                let wish = ShareWish { with, edit: number % 2 == 0, until: None };
                gate.share(&company::COMPANY, id, &wish)?;
                ids.push(id);
            }
            gate.share(
                &company::COMPANY,
                ids[0],
                &ShareWish { with: SharedWith::Team(team), edit: false, until: None },
            )?;
            Ok(ids)
        });
        let ids = ids.expect("shared");
        made(&world, &ann, "Not shared");
        made(&world, &bob, "Own");
        assert_eq!(counted(&world, &bob), (321, 200, "321".to_owned()));
        assert_eq!(counted(&world, &cem), (1, 1, "1".to_owned()));
        let rename = |id: Id| {
            let draft = Draft::new(&company::COMPANY).with(company::NAME, "New".to_owned());
            world.records.write_now(&bob, move |gate| gate.update(id, None, draft.clone()).map(drop))
        };
        assert_eq!(rename(ids[2]), Ok(()));
        assert_eq!(rename(ids[3]), Err(Problem::NotAllowed));
        let trash = ids[2];
        let trashed = world.records.write_now(&bob, move |gate| gate.trash(&company::COMPANY, trash, None));
        assert_eq!(trashed, Err(Problem::NotAllowed), "nobody deletes by a share");
        let found = world.records.read_now(&bob, |gate| {
            gate.search(&Search { text: "Company 317".to_owned(), objects: Vec::new(), limit: 10 })
        });
        assert_eq!(found.expect("found")[0].hits.len(), 1);
    }
}

#[test]
fn what_was_given_on_goes_when_its_giver_loses_it() {
    for world in worlds() {
        let Office { ann, bob, cem, .. } = office(&world);
        let id = made(&world, &ann, "Acme");
        let first = give(&world, &ann, id, user(&bob), true, Some("2026-04-01T00:00:00Z")).expect("shared");
        let late = give(&world, &bob, id, user(&cem), true, Some("2026-04-02T00:00:00Z"));
        assert!(matches!(late, Err(Problem::Invalid(faults)) if faults[0].key == "error-share-longer"));
        assert!(give(&world, &bob, id, user(&cem), true, None).is_err(), "nor for good");
        give(&world, &bob, id, user(&cem), true, Some("2026-03-31T00:00:00Z")).expect("given on");
        let sees = |actor: &Actor| {
            world.records.read_now(actor, move |gate| gate.get(&company::COMPANY, id)).is_ok()
        };
        assert!(sees(&bob) && sees(&cem));
        let ended = world.records.write_now(&ann, move |gate| gate.end_share(&company::COMPANY, id, first));
        assert_eq!(ended, Ok(()));
        assert!(!sees(&bob) && !sees(&cem));
    }
}

#[test]
fn a_share_goes_with_its_record() {
    for world in worlds() {
        let Office { ann, bob, .. } = office(&world);
        let (keep, lose) = (made(&world, &ann, "Keep"), made(&world, &ann, "Lose"));
        give(&world, &ann, lose, user(&bob), false, None).expect("shared");
        let sees = |id: Id| world.records.read_now(&bob, move |gate| gate.get(&company::COMPANY, id)).is_ok();
        assert_eq!((sees(keep), sees(lose)), (false, true));
        let system = world.system();
        let merged =
            world.records.write_now(&system, move |gate| gate.merge(&company::COMPANY, keep, lose, &[]));
        assert_eq!(merged, Ok(()));
        assert!(sees(keep) && sees(lose), "by either id");
        world.records.write_now(&system, move |gate| gate.unmerge(&company::COMPANY, lose)).expect("parted");
        assert_eq!((sees(keep), sees(lose)), (false, true));
        let since = world.records.read_now(&bob, |gate| gate.journal_position()).expect("a place");
        let purged = world.records.write_now(&system, move |gate| gate.purge(&company::COMPANY, lose));
        assert_eq!(purged, Ok(()));
        let told = world.records.read_now(&bob, move |gate| gate.changes(since, &[], 100)).expect("changes");
        assert!(told.list.iter().any(|changed| changed.id == lose && changed.gone), "{:?}", told.list);
        let left = world.records.read_now(&system, |gate| gate.count(&Query::of(&system::share::SHARE)));
        assert_eq!(left, Ok(0));
    }
}

#[test]
fn who_has_nothing_shared_asks_as_before() {
    for world in worlds() {
        let Office { ann, bob, cem, .. } = office(&world);
        let id = made(&world, &ann, "Acme");
        let plan = |actor: &Actor| {
            let query = Query::of(&company::COMPANY);
            world.records.read_now(actor, move |gate| gate.plan(&query)).expect("a plan")
        };
        let before = plan(&cem);
        give(&world, &ann, id, user(&bob), false, None).expect("shared");
        assert_eq!(plan(&cem), before);
    }
}
