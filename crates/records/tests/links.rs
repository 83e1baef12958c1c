//! Links to many: kept in order, told to whom may see them, found from both sides, in the past too.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_records::{Actor, By, ChangedField, Gate, Grouping, Measure, Query, Reckon, Sort, system};
use cordee_schema::kinds::links::links_of;
use cordee_schema::*;
use support::draw::Draw;
use support::tables::Outsider;
use support::{World, worlds_of};

const NAME: Field<String> = text("name").required().searched().sorted();
const PEOPLE: Field<Vec<Id>> = links("people", "human").tracked();
const LEADS: Field<Vec<Id>> = links("leads", "human");
const WATCHERS: Field<Vec<Id>> = links("watchers", "user");
const OWNER: Field<Id> = person("owner").default(Default::Me);

static HUMAN: Object = object("human", "humans").owner("owner").mergeable().fields(&[
    NAME.def,
    links("friends", "human").def,
    OWNER.def,
]);
static PROJECT: Object = object("project", "projects").owner("owner").mergeable().fields(&[
    NAME.def,
    PEOPLE.def,
    LEADS.def,
    WATCHERS.def,
    any_link_to("about", &["human", "project"]).def,
    OWNER.def,
]);
static RITE: Object = object("rite", "rites").fields(&[NAME.def, links("priests", "human").required().def]);

fn catalog() -> Catalog {
    Catalog::of(system::objects().into_iter().chain([&HUMAN, &PROJECT, &RITE]))
}

fn worlds() -> Vec<World> {
    worlds_of(catalog)
}

fn done<T: Send + 'static>(
    world: &World,
    actor: &Actor,
    work: impl FnMut(&mut Gate<'_>) -> Outcome<T> + Send + 'static,
) -> Outcome<T> {
    world.records.write_now(actor, work)
}

fn humans(world: &World, actor: &Actor, names: &[&'static str]) -> Vec<Id> {
    let names = names.to_vec();
    done(world, actor, move |gate| {
        let one = |name: &&str| gate.create(Draft::new(&HUMAN).with(NAME, (*name).to_owned()));
        names.iter().map(one).collect()
    })
    .expect("humans")
}

fn project(world: &World, actor: &Actor, name: &'static str, people: &[Id]) -> Id {
    let people = people.to_vec();
    done(world, actor, move |gate| {
        gate.create(Draft::new(&PROJECT).with(NAME, name.to_owned()).with(PEOPLE, people.clone()))
    })
    .expect("a project")
}

fn people_of(world: &World, actor: &Actor, id: Id) -> Vec<Id> {
    let got = world.records.read_now(actor, move |gate| gate.get(&PROJECT, id)).expect("a project");
    got.get(PEOPLE).unwrap_or_default()
}

/// The names of what a filter finds.
fn found(
    world: &World,
    actor: &Actor,
    object: &'static Object,
    filter: &str,
    then: Option<&str>,
) -> Vec<String> {
    let as_of = then.map(|then| then.parse().expect("a moment"));
    let filter = Filter::parse(filter, &catalog(), object, &Reading::default()).expect(filter);
    let sort = vec![Sort { field: "name", descending: false }];
    let query = Query { as_of, sort, ..Query::of(object).filter(filter) };
    let page = world.records.read_now(actor, move |gate| gate.list(&query)).expect("a page");
    page.records.iter().map(Record::title).collect()
}

/// What stands in the fields is what the rows beside them tell.
fn rows_agree(world: &World) {
    let mut outsider = Outsider::of(&world.database);
    // One text a row, which both databases tell alike but for what they put around it.
    let mut texts = |query: &str| -> Vec<String> {
        let around = ['(', ')', '"'];
        outsider.found(query).iter().map(|row| row.trim_matches(around).to_owned()).collect()
    };
    let mut told = texts(
        "SELECT \"of\" || ' ' || CAST(target AS TEXT) || ' ' || CAST(holder AS TEXT) AS told FROM linked",
    );
    let mut held = Vec::new();
    for (object, tracked) in [(&HUMAN, false), (&PROJECT, false), (&RITE, false), (&PROJECT, true)] {
        let table = if tracked { format!("{}_version", object.name) } else { object.name.to_owned() };
        let fields = object.fields.iter().filter(|f| f.many_to().is_some() && (f.tracked || !tracked));
        for name in fields.map(|field| field.name) {
            let query =
                format!("SELECT CAST(id AS TEXT) || {name} AS told FROM {table} WHERE {name} IS NOT NULL");
            for row in texts(&query) {
                let (id, list) = row.split_once('|').expect("an id and its links");
                let ids = list.split('|').filter_map(|id| id.parse::<Id>().ok());
                held.extend(ids.map(|to| format!("{table}.{name} {} {id}", to.as_i64())));
            }
        }
    }
    told.sort();
    held.sort();
    assert_eq!(told, held, "{:?}", world.store.dialect());
}

fn key<T>(outcome: Outcome<T>) -> &'static str {
    match outcome {
        Err(Problem::Invalid(faults)) => faults[0].key,
        _ => "no fault of a field",
    }
}

#[test]
fn links_stand_in_the_order_given_and_lead_back() {
    for world in worlds() {
        let engine = world.system();
        let all = humans(&world, &engine, &["Ada", "Bob", "Cleo", "Dora"]);
        let alpha = project(&world, &engine, "Alpha", &[all[2], all[0], all[1]]);
        project(&world, &engine, "Beta", &[all[1]]);
        project(&world, &engine, "Gamma", &[]);
        assert_eq!(people_of(&world, &engine, alpha), [all[2], all[0], all[1]]);
        let record = world.records.read_now(&engine, move |gate| gate.get(&PROJECT, alpha)).expect("alpha");
        let titles: Vec<&str> =
            record.titles_of("people").expect("titles").iter().filter_map(Option::as_deref).collect();
        assert_eq!(titles, ["Cleo", "Ada", "Bob"]);
        let find = |filter: &str| found(&world, &engine, &PROJECT, filter, None).join(" ");
        let table = [
            (format!("people has {}", all[1]), "Alpha Beta"),
            (format!("people has ({}, {})", all[0], all[3]), "Alpha"),
            (format!("people has all ({}, {})", all[0], all[1]), "Alpha"),
            (format!("people has all ({}, {})", all[0], all[3]), ""),
            (format!("people has not {}", all[0]), "Beta Gamma"),
            ("people is empty".to_owned(), "Gamma"),
            ("people is not empty".to_owned(), "Alpha Beta"),
            (format!("not (people has {})", all[1]), "Gamma"),
        ];
        for (filter, names) in table {
            assert_eq!(find(&filter), names, "{filter}");
        }
        rows_agree(&world);
        // Twice the same is once; what is none, or itself, is refused.
        let again = vec![all[0], all[0], all[3]];
        done(&world, &engine, move |gate| {
            gate.update(alpha, None, Draft::new(&PROJECT).with(PEOPLE, again.clone()))
        })
        .expect("changed");
        assert_eq!(people_of(&world, &engine, alpha), [all[0], all[3]]);
        let nobody = done(&world, &engine, move |gate| {
            gate.update(alpha, None, Draft::new(&PROJECT).with(PEOPLE, vec![alpha]))
        });
        assert_eq!(key(nobody), "error-link-missing");
        let ada = all[0];
        let itself = done(&world, &engine, move |gate| {
            gate.update(ada, None, Draft::new(&HUMAN).with(links("friends", "human"), vec![ada]))
        });
        assert_eq!(key(itself), "error-loop");
        rows_agree(&world);
    }
}

#[test]
fn the_past_is_found_as_it_was() {
    for world in worlds() {
        let engine = world.system();
        let all = humans(&world, &engine, &["Ada", "Bob"]);
        let alpha = project(&world, &engine, "Alpha", &[all[0]]);
        world.at("2026-03-05T09:00:00Z");
        let bob = all[1];
        done(&world, &engine, move |gate| {
            gate.update(alpha, None, Draft::new(&PROJECT).with(PEOPLE, vec![bob]))
        })
        .expect("changed");
        world.at("2026-03-09T09:00:00Z");
        let find = |filter: &str, then| found(&world, &engine, &PROJECT, filter, then).join(" ");
        for (filter, then, now) in [
            (format!("people has {}", all[0]), "Alpha", ""),
            (format!("people has {}", all[1]), "", "Alpha"),
            (format!("people has not {}", all[1]), "Alpha", ""),
            ("people is not empty".to_owned(), "Alpha", "Alpha"),
        ] {
            assert_eq!(find(&filter, Some("2026-03-03T00:00:00Z")), then, "{filter} then");
            assert_eq!(find(&filter, Some("2026-03-07T00:00:00Z")), now, "{filter} later");
            assert_eq!(find(&filter, None), now, "{filter} now");
        }
        rows_agree(&world);
    }
}

#[test]
fn what_one_does_not_see_is_not_told_and_not_lost() {
    for world in worlds() {
        let role = world.role(
            "Own",
            r#"{"objects": {"human": {"read": "own"}, "project": {"read": "all", "edit": "all", "create": "all"}}}"#,
        );
        let (ann, ben) = (world.person("Ann", role, None), world.person("Ben", role, None));
        let engine = world.system();
        let own = |who: &Actor, name: &'static str| {
            let owner = who.user_id().expect("a person");
            done(&world, &engine, move |gate| {
                gate.create(Draft::new(&HUMAN).with(NAME, name.to_owned()).with(OWNER, owner))
            })
            .expect("a human")
        };
        let (hers, his, also_hers) = (own(&ann, "Hers"), own(&ben, "His"), own(&ann, "Also hers"));
        let alpha = project(&world, &engine, "Alpha", &[hers, his, also_hers]);
        let only_his = project(&world, &engine, "Only his", &[his]);
        assert_eq!(people_of(&world, &ann, alpha), [hers, also_hers]);
        assert_eq!(people_of(&world, &ann, only_his), []);
        let find = |filter: &str| found(&world, &ann, &PROJECT, filter, None).join(", ");
        assert_eq!(find(&format!("people has {his}")), "");
        assert_eq!(find(&format!("people has not {his}")), "Alpha, Only his");
        assert_eq!(find("people is empty"), "Only his");
        assert_eq!(find("people is not empty"), "Alpha");
        // She turns hers round and takes one off: his stays where it stood.
        let write = |people: Vec<Id>| {
            done(&world, &ann, move |gate| {
                gate.update(alpha, None, Draft::new(&PROJECT).with(PEOPLE, people.clone()))
            })
        };
        write(vec![also_hers, hers]).expect("changed");
        assert_eq!(people_of(&world, &engine, alpha), [also_hers, hers, his]);
        write(vec![]).expect("emptied");
        assert_eq!(people_of(&world, &engine, alpha), [his]);
        // What stands there unseen is to her as what is not there at all.
        assert_eq!(key(write(vec![his])), "error-link-missing");
        write(vec![hers]).expect("put on");
        // Her history tells of hers only; a change of nothing but his is none.
        let changed = vec![hers];
        done(&world, &engine, move |gate| {
            gate.update(alpha, None, Draft::new(&PROJECT).with(PEOPLE, changed.clone()))
        })
        .expect("his is off");
        let history = |actor: &Actor| {
            world
                .records
                .read_now(actor, move |gate| gate.history(&PROJECT, alpha, None, 50))
                .expect("a history")
        };
        let told: Vec<ChangedField> = history(&ann)
            .into_iter()
            .flat_map(|entry| entry.changes)
            .filter(|c| c.field == "people")
            .collect();
        assert!(told.iter().all(|c| !c.old.as_links().contains(&his) && !c.new.as_links().contains(&his)));
        assert!(told.iter().all(|change| change.old != change.new));
        assert_eq!(history(&engine)[0].changes[0].old, Value::Links(vec![his, hers]));
        assert!(history(&ann)[0].changes.iter().all(|change| change.field != "people"));
        // Groups count a record under each that one sees, and once in the whole.
        let by = |actor: &Actor| {
            let path = Path::field(&PROJECT, &PROJECT.fields[1]);
            let grouping = Grouping {
                object: &PROJECT,
                by: vec![By { path, period: None }],
                measures: vec![Measure::of(Reckon::Count)],
                filter: Filter::everything(),
                as_of: None,
            };
            let (rows, total) =
                world.records.read_now(actor, move |gate| gate.group_and_total(&grouping)).expect("groups");
            let mut said: Vec<String> = rows
                .iter()
                .map(|row| format!("{}: {}", row.keys[0].text, row.values[0].unwrap_or_default()))
                .collect();
            said.sort();
            format!("{} of {}", said.join(", "), total[0].unwrap_or_default())
        };
        let all = vec![hers, his, also_hers];
        done(&world, &engine, move |gate| {
            gate.update(alpha, None, Draft::new(&PROJECT).with(PEOPLE, all.clone()))
        })
        .expect("all");
        assert_eq!(by(&engine), "Also hers: 1, Hers: 1, His: 2 of 2");
        assert_eq!(by(&ann), ": 1, Also hers: 1, Hers: 1 of 2");
        rows_agree(&world);
    }
}

#[test]
fn what_is_merged_is_linked_once_and_parted_again_as_it_was() {
    for world in worlds() {
        let engine = world.system();
        let all = humans(&world, &engine, &["Ada", "Ada L.", "Bob"]);
        let (keep, lose, bob) = (all[0], all[1], all[2]);
        let both = project(&world, &engine, "Both", &[lose, bob, keep]);
        let one = project(&world, &engine, "One", &[bob, lose]);
        world.at("2026-03-05T09:00:00Z");
        done(&world, &engine, move |gate| {
            gate.update(one, None, Draft::new(&PROJECT).with(PEOPLE, vec![bob]))
        })
        .expect("changed");
        world.at("2026-03-06T09:00:00Z");
        done(&world, &engine, move |gate| gate.merge(&HUMAN, keep, lose, &[])).expect("merged");
        assert_eq!(people_of(&world, &engine, both), [bob, keep]);
        assert_eq!(people_of(&world, &engine, one), [bob]);
        let then = Some("2026-03-04T00:00:00Z");
        let past = |id: Id| found(&world, &engine, &PROJECT, &format!("people has {id}"), then).join(" ");
        assert_eq!((past(keep), past(lose)), ("Both One".to_owned(), String::new()));
        rows_agree(&world);
        done(&world, &engine, move |gate| gate.unmerge(&HUMAN, lose)).expect("parted");
        assert_eq!(people_of(&world, &engine, both), [lose, bob, keep]);
        assert_eq!((past(keep), past(lose)), ("Both".to_owned(), "Both One".to_owned()));
        rows_agree(&world);
        // Two projects that become one have the people of both.
        done(&world, &engine, move |gate| gate.merge(&PROJECT, one, both, &[])).expect("merged");
        assert_eq!(people_of(&world, &engine, one), [bob, lose, keep]);
        done(&world, &engine, move |gate| gate.unmerge(&PROJECT, both)).expect("parted");
        assert_eq!(people_of(&world, &engine, one), [bob]);
        rows_agree(&world);
    }
}

#[test]
fn what_goes_for_good_is_linked_no_more() {
    for world in worlds() {
        let engine = world.system();
        let all = humans(&world, &engine, &["Ada", "Bob"]);
        let (ada, bob) = (all[0], all[1]);
        let alpha = project(&world, &engine, "Alpha", &[ada, bob]);
        let rite = done(&world, &engine, move |gate| {
            let mut draft = Draft::new(&RITE).with(NAME, "Rite".to_owned());
            draft.set("priests", links_of([ada]));
            gate.create(draft)
        })
        .expect("a rite");
        done(&world, &engine, move |gate| gate.trash(&HUMAN, ada, None)).expect("in the trash");
        // In the trash it is still what was linked; nobody can link to it anew.
        assert_eq!(people_of(&world, &engine, alpha), [ada, bob]);
        let anew = done(&world, &engine, move |gate| {
            gate.create(Draft::new(&PROJECT).with(NAME, "New".to_owned()).with(PEOPLE, vec![ada]))
        });
        assert_eq!(key(anew), "error-link-missing");
        // The last of links that must be there holds it.
        let purge = move |gate: &mut Gate<'_>| gate.purge(&HUMAN, ada);
        let told: Outcome<()> = done(&world, &engine, purge);
        assert_eq!(key(told), "error-in-use");
        done(&world, &engine, move |gate| {
            let mut draft = Draft::new(&RITE);
            draft.set("priests", links_of([ada, bob]));
            gate.update(rite, None, draft)
        })
        .expect("another");
        done(&world, &engine, purge).expect("purged");
        assert_eq!(people_of(&world, &engine, alpha), [bob]);
        rows_agree(&world);
        done(&world, &engine, move |gate| gate.purge(&PROJECT, alpha)).expect("purged");
        rows_agree(&world);
    }
}

#[test]
fn a_link_to_one_of_several_objects_leads_to_no_other() {
    for world in worlds() {
        let engine = world.system();
        let ada = humans(&world, &engine, &["Ada"])[0];
        let about = |object: &'static str, id: Id| {
            done(&world, &engine, move |gate| {
                let mut draft = Draft::new(&PROJECT).with(NAME, "Alpha".to_owned());
                draft.set("about", Value::AnyLink(Box::new(AnyLink { object: object.to_owned(), id })));
                gate.create(draft)
            })
        };
        about("human", ada).expect("one of them");
        let user = world.person("Ann", world.role("None", "{}"), None).user_id().expect("a person");
        let fault = Fault::at("about", "error-any-link-object").with("object", "user");
        let fault = fault.with("options", "human, project");
        assert_eq!(about("user", user), Err(Problem::Invalid(vec![fault])));
    }
}

#[test]
fn whatever_is_done_the_rows_beside_agree() {
    for seed in support::seeds(2, 100) {
        for world in worlds() {
            let (engine, mut draw) = (world.system(), Draw::new(seed));
            let names = ["A", "B", "C", "D", "E", "F"];
            let mut humans = humans(&world, &engine, &names);
            let mut projects: Vec<Id> = Vec::new();
            for step in 0..support::times(60, 400) {
                world.at(&format!("2026-03-02T{:02}:{:02}:00Z", 10 + step / 60, step % 60));
                let some: Vec<Id> = (0..draw.below(5)).map(|_| draw.one(&humans)).collect();
                let (one, other) = (draw.one(&humans), draw.one(&humans));
                let id = if projects.is_empty() { None } else { Some(draw.one(&projects)) };
                let what = draw.below(9);
                let made = done(&world, &engine, move |gate| {
                    match (what, id) {
                        (0..=2, _) | (_, None) => {
                            let draft = Draft::new(&PROJECT).with(NAME, "P".to_owned());
                            return gate
                                .create(draft.with(PEOPLE, some.clone()).with(LEADS, some.clone()))
                                .map(Some);
                        }
                        (3..=4, Some(id)) => {
                            gate.update(id, None, Draft::new(&PROJECT).with(PEOPLE, some.clone()))?;
                        }
                        (5, Some(id)) => gate.trash(&PROJECT, id, None)?,
                        (6, Some(id)) => gate.restore(&PROJECT, id)?,
                        (7, _) => gate.merge(&HUMAN, one, other, &[])?,
                        (_, _) => gate.unmerge(&HUMAN, one).map(|_| ())?,
                    }
                    Ok(None)
                });
                projects.extend(made.ok().flatten());
                if draw.percent(5) {
                    let gone = humans.swap_remove(draw.below(humans.len()));
                    let _ = done(&world, &engine, move |gate| gate.purge(&HUMAN, gone));
                    humans.extend(self::humans(&world, &engine, &["New"]));
                }
            }
            rows_agree(&world);
        }
    }
}
