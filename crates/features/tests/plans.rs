//! No list, board or figure that the catalog offers reads a whole table, once there are thousands of records.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use cordee_base::{Currency, Id, Money, Outcome};
use cordee_catalog::{account, opportunity, pipeline, stage};
use cordee_records::system::{role, user};
use cordee_records::{
    Actor, By, Count, Door, Gate, Grouping, Measure, Query, Reckon, ShareWish, SharedWith, Sort,
};
use cordee_schema::{Draft, FieldDef, Filter, Kind, Object, Operator, Path, SYSTEM_FIELDS, Value};
use support::World;

/// More than are sorted for each page.
const DEALS: usize = 2600;
/// Few enough for SQLite not to look at its tables yet.
const FEW_DEALS: usize = 300;

/// A world with two people, some accounts and thousands of deals, and one of the people.
fn filled(world: &World) -> Actor {
    filled_with(world, DEALS)
}

fn filled_with(world: &World, count: usize) -> Actor {
    let system = Actor::system(world.workspace, "fill a world");
    let person = world.records.write_now(&system, |gate| {
        let role = gate.list(&Query::of(&cordee_records::system::role::ROLE))?.records;
        let administrator = role
            .iter()
            .find(|r| r.get(cordee_records::system::role::KEY).as_deref() == Some("administrator"));
        let role = administrator.expect("a role").head.id;
        let person =
            |name: &str| Draft::new(&user::USER).with(user::NAME, name.to_owned()).with(user::ROLE, role);
        gate.create(person("Other"))?;
        gate.create(person("Me"))
    });
    let person = person.expect("people");
    world.records.write_now(&system, move |gate| deals(gate, person, count)).expect("deals");
    Actor::user(world.workspace, person, Door::Page)
}

fn deals(gate: &mut Gate<'_>, person: Id, count: usize) -> Outcome<()> {
    let stages = gate.list(&Query::of(&stage::STAGE))?.records;
    let of = gate.list(&Query::of(&pipeline::PIPELINE))?.records[0].head.id;
    let other = gate.list(&Query::of(&user::USER))?.records;
    let other = other.iter().find(|r| r.title() == "Other").expect("the other").head.id;
    let mut accounts = Vec::new();
    for n in 0..20 {
        let named = Draft::new(&account::ACCOUNT).with(account::NAME, format!("Account {n}"));
        accounts.push(gate.create(named)?);
    }
    for n in 0..count {
        let draft = Draft::new(&opportunity::OPPORTUNITY)
            .with(opportunity::NAME, format!("Deal {n}"))
            .with(opportunity::PIPELINE, of)
            .with(opportunity::STAGE, stages[n % stages.len()].head.id)
            .with(opportunity::ACCOUNT, accounts[n % accounts.len()])
            // Every deal may be lost, as some are.
            .with(opportunity::LOSS_REASON, "price".to_owned())
            .with(opportunity::OWNER, if n % 10 == 0 { other } else { person })
            .with(opportunity::AMOUNT, Money::from_minor(n as i64 * 100, Currency::USD));
        let tags = if n % 100 == 0 { ["Common", "Rare"].as_slice() } else { &["Common"] };
        let tags = tags.iter().map(|name| (*name).to_owned()).collect();
        gate.create(draft.with(opportunity::TAGS, tags))?;
    }
    Ok(())
}

/// The lines of a plan that tell of a table read from end to end.
fn scans(plan: &[String]) -> Vec<&String> {
    // `k` are the few rows of the page itself.
    plan.iter().filter(|line| line.starts_with("SCAN ") && !line.starts_with("SCAN k")).collect()
}

fn sorts(object: &'static Object) -> impl Iterator<Item = Sort> {
    let sorted = object.fields.iter().chain(SYSTEM_FIELDS).filter(|field| field.sorted);
    sorted.flat_map(|field| [false, true].map(|descending| Sort { field: field.name, descending }))
}

/// Filters as people set them, by the kind of the field.
fn filter(object: &'static Object, field: &'static FieldDef, me: Id) -> Option<Filter> {
    let path = Path::field(object, field);
    Some(match field.kind {
        Kind::Link(link) if link.to == "user" => Filter::is(path, Value::Link(me)),
        Kind::Link(_) => Filter::is(path, Value::Link(Id::from_i64(1))),
        Kind::Tags(_) => Filter::compare(path, Operator::Has, Value::Text("Common".to_owned())),
        Kind::Choice(choice) => Filter::is(path, Value::Text(choice.options[0].key.to_owned())),
        _ => return None,
    })
}

#[test]
fn every_list_walks_an_index() {
    let world = support::sqlite();
    // So few that SQLite has not looked at its tables: it plans as if all of them were large, and would otherwise scan
    // those that it knows to be tiny. Whether it had looked by now would be chance.
    let actor = filled_with(&world, FEW_DEALS);
    let me = actor.user_id().expect("a person");
    let objects: Vec<&'static Object> = world.registry.catalog.objects().filter(|o| !o.internal).collect();
    let wrong = world.records.read_now(&actor, move |gate| {
        let mut wrong = Vec::new();
        for object in objects.iter().copied() {
            let narrowed = object.fields.iter().filter_map(|field| filter(object, field, me));
            for filter in std::iter::once(Filter::everything()).chain(narrowed) {
                for sort in sorts(object) {
                    let query =
                        Query { sort: vec![sort.clone()], ..Query::of(object).filter(filter.clone()) };
                    let plan = gate.plan(&query)?;
                    if !scans(&plan).is_empty() {
                        wrong.push(format!("{} {} {sort:?}: {plan:?}", object.name, filter.text()));
                    }
                }
            }
        }
        Ok(wrong)
    });
    assert_eq!(wrong, Ok(Vec::new()));
}

#[test]
fn lists_with_filters_come_the_same_from_every_index() {
    for world in support::worlds() {
        let actor = filled(&world);
        let me = actor.user_id().expect("a person");
        let (counted, walked) = world
            .records
            .read_now(&actor, move |gate| {
                let (mut counted, mut walked) = (Vec::new(), Vec::new());
                let fields = ["owner", "stage", "state", "account"];
                for (field, sort) in
                    fields.iter().flat_map(|field| sorts(&opportunity::OPPORTUNITY).map(move |s| (field, s)))
                {
                    let def = opportunity::OPPORTUNITY.field(field).expect("a field");
                    let mut filter = filter(&opportunity::OPPORTUNITY, def, me).expect("a filter");
                    if *field == "stage" || *field == "account" {
                        let first = gate.list(&Query::of(&opportunity::OPPORTUNITY).limit(1))?;
                        let value = first.records[0].value(field).cloned().expect("a value");
                        filter = Filter::is(Path::field(&opportunity::OPPORTUNITY, def), value);
                    }
                    let mut query = Query::of(&opportunity::OPPORTUNITY).filter(filter).limit(200);
                    query.sort = vec![sort];
                    query.count = Count::Exact;
                    counted.push(gate.count(&query)? as usize);
                    query.count = Count::None;
                    let mut ids = std::collections::BTreeSet::new();
                    loop {
                        let page = gate.list(&query)?;
                        ids.extend(page.records.iter().map(|record| record.head.id));
                        query.cursor = page.next;
                        if query.cursor.is_none() {
                            break;
                        }
                    }
                    walked.push(ids.len());
                }
                Ok((counted, walked))
            })
            .expect("lists");
        assert!(counted.iter().any(|count| *count > 2000) && counted.iter().any(|count| *count < 200));
        assert_eq!(counted, walked);
    }
}

#[test]
fn few_are_found_by_their_tag_and_of_many_each_is_asked() {
    let world = support::sqlite();
    let actor = filled(&world);
    let plan = |name: &str| {
        let text = format!("tags has {name}");
        let plan = world.records.read_now(&actor, move |gate| {
            let filter = Filter::parse(&text, gate.catalog(), &opportunity::OPPORTUNITY, gate.reading())?;
            gate.plan(&Query::of(&opportunity::OPPORTUNITY).filter(filter))
        });
        plan.expect("a plan").join("; ")
    };
    let (rare, common) = (plan("rare"), plan("common"));
    assert!(rare.contains("SEARCH r USING INTEGER PRIMARY KEY (rowid=?)"), "{rare}");
    assert!(rare.contains("(workspace_id=? AND of=? AND name=?)"), "{rare}");
    assert!(common.contains("SEARCH r USING") && common.contains("INDEX opportunity_updated_at"), "{common}");
    assert!(common.contains("(workspace_id=? AND of=? AND name=? AND record=?)"), "{common}");
    assert!(!common.contains("TEMP B-TREE FOR ORDER BY"), "{common}");
}

#[test]
fn figures_need_not_read_the_records() {
    let world = support::sqlite();
    let actor = filled(&world);
    let plans = world.records.read_now(&actor, |gate| {
        let path = |gate: &Gate<'_>, text: &str| {
            Path::resolve(gate.catalog(), &opportunity::OPPORTUNITY, text).expect("a path")
        };
        let mut plans = Vec::new();
        for by in opportunity::OPPORTUNITY.figures {
            let grouping = Grouping {
                object: &opportunity::OPPORTUNITY,
                by: vec![
                    By { path: path(gate, by), period: None },
                    By { path: path(gate, "stage"), period: None },
                ],
                measures: vec![
                    Measure::of(Reckon::Count),
                    Measure::of(Reckon::Weighted(path(gate, "amount"), path(gate, "probability"))),
                ],
                filter: Filter::parse(
                    "not state = lost",
                    gate.catalog(),
                    &opportunity::OPPORTUNITY,
                    gate.reading(),
                )?,
                as_of: None,
            };
            plans.push(gate.plan_of_figures(&grouping)?.join("; "));
        }
        Ok(plans)
    });
    let plans = plans.expect("plans");
    assert!(plans.len() > 10);
    for plan in plans {
        assert!(plan.contains("COVERING INDEX opportunity_state_close_date"), "{plan}");
    }
}

/// The lists that people open all day, and the index that each walks.
const HOT: [(&str, &str, bool, &str); 7] = [
    ("", "updated_at", true, "COVERING INDEX opportunity_updated_at (workspace_id=?)"),
    (
        "state = open",
        "close_date",
        false,
        "opportunity_state_close_date (workspace_id=? AND state=? AND close_date>?)",
    ),
    ("owner is me", "amount", true, "COVERING INDEX opportunity_amount (workspace_id=? AND amount_base>?)"),
    (
        "owner is me",
        "close_date",
        false,
        "COVERING INDEX opportunity_close_date (workspace_id=? AND close_date>?)",
    ),
    ("owner is me", "updated_at", true, "COVERING INDEX opportunity_owner (workspace_id=? AND owner=?)"),
    ("stage = $stage", "updated_at", true, "COVERING INDEX opportunity_stage (workspace_id=? AND stage=?)"),
    (
        "state = won and close_date >= last_30_days and stage = $stage",
        "close_date",
        true,
        "COVERING INDEX opportunity_state_close_date (workspace_id=? AND state=? AND close_date>?)",
    ),
];

#[test]
fn hot_lists_walk_their_own_index_and_sort_nothing() {
    let world = support::sqlite();
    let actor = filled(&world);
    let plans = world.records.read_now(&actor, |gate| {
        let stage = gate.list(&Query::of(&stage::STAGE).limit(1))?.records[0].head.id;
        let mut plans = Vec::new();
        for (filter, field, descending, index) in HOT {
            let filter = filter.replace("$stage", &stage.to_string());
            let filter = match filter.as_str() {
                "" => Filter::everything(),
                text => Filter::parse(text, gate.catalog(), &opportunity::OPPORTUNITY, gate.reading())?,
            };
            let query = Query {
                sort: vec![Sort { field, descending }],
                ..Query::of(&opportunity::OPPORTUNITY).filter(filter)
            };
            plans.push((index, gate.plan(&query)?));
        }
        Ok(plans)
    });
    for (index, plan) in plans.expect("plans") {
        assert!(plan.iter().any(|line| line.ends_with(index)), "{index}: {plan:#?}");
        assert!(!plan.iter().any(|line| line.contains("TEMP B-TREE")), "{index}: {plan:#?}");
    }
}

#[test]
fn totals_of_a_board_walk_only_what_they_add_up() {
    let world = support::sqlite();
    let actor = filled(&world);
    let plans = world.records.read_now(&actor, |gate| {
        let path = |gate: &Gate<'_>, text: &str| {
            Path::resolve(gate.catalog(), &opportunity::OPPORTUNITY, text).expect("a path")
        };
        let pipeline = gate.list(&Query::of(&pipeline::PIPELINE).limit(1))?.records[0].head.id;
        let mut plans = Vec::new();
        for part in ["state = open", "state in (won, lost) and close_date >= last_30_days"] {
            let filter = format!("pipeline = {pipeline} and {part}");
            let grouping = Grouping {
                object: &opportunity::OPPORTUNITY,
                by: vec![By { path: path(gate, "stage"), period: None }],
                measures: vec![
                    Measure::of(Reckon::Count),
                    Measure::of(Reckon::Sum(path(gate, "amount"))),
                    Measure::of(Reckon::Weighted(path(gate, "amount"), path(gate, "probability"))),
                ],
                filter: Filter::parse(&filter, gate.catalog(), &opportunity::OPPORTUNITY, gate.reading())?,
                as_of: None,
            };
            plans.push(gate.plan_of_figures(&grouping)?.join("; "));
        }
        Ok(plans)
    });
    let plans = plans.expect("plans");
    let index = "SEARCH r USING COVERING INDEX opportunity_state_close_date";
    assert!(plans[0].starts_with(&format!("{index} (workspace_id=? AND state=?)")), "{}", plans[0]);
    assert!(
        plans[1].starts_with(&format!("{index} (workspace_id=? AND state=? AND close_date>?)")),
        "{}",
        plans[1]
    );
}

/// Who sees only their own and some that were shared: few are found by their ids, among many the order is walked.
#[test]
fn lists_with_what_was_shared_walk_an_index() {
    let world = support::sqlite();
    let me = filled(&world).user_id().expect("a person");
    let system = Actor::system(world.workspace, "share in a test");
    let actors = world.records.write_now(&system, move |gate| {
        let grants = r#"{"objects": {"*": {"read": "all"}, "opportunity": {"read": "own"}}}"#.to_owned();
        let role = Draft::new(&role::ROLE).with(role::NAME, "Own".to_owned()).with(role::GRANTS, grants);
        let role = gate.create(role)?;
        let new =
            gate.create(Draft::new(&user::USER).with(user::NAME, "New".to_owned()).with(user::ROLE, role))?;
        gate.update(me, None, Draft::new(&user::USER).with(user::ROLE, role))?;
        let all = gate.list(&Query::of(&opportunity::OPPORTUNITY).limit(20))?.records;
        for (place, deal) in all.iter().enumerate() {
            let with = SharedWith::User(if place % 2 == 0 { new } else { me });
            let wish = ShareWish { with, edit: false, until: None };
            gate.share(&opportunity::OPPORTUNITY, deal.head.id, &wish)?;
        }
        Ok([new, me])
    });
    for (place, person) in actors.expect("people").into_iter().enumerate() {
        let actor = Actor::user(world.workspace, person, Door::Page);
        let told = world.records.read_now(&actor, |gate| {
            let mut plans = Vec::new();
            for sort in sorts(&opportunity::OPPORTUNITY) {
                let query = Query { sort: vec![sort], ..Query::of(&opportunity::OPPORTUNITY) };
                plans.push((gate.plan(&query)?, gate.list(&query)?.records.len()));
            }
            let grouping = Grouping {
                object: &opportunity::OPPORTUNITY,
                by: vec![],
                measures: vec![Measure::of(Reckon::Count)],
                filter: Filter::everything(),
                as_of: None,
            };
            Ok((plans, gate.plan_of_figures(&grouping)?))
        });
        let (plans, figures) = told.expect("plans");
        for (plan, count) in plans.iter().map(|(plan, count)| (plan, *count)).chain([(&figures, 0)]) {
            // Of the pipelines, of which there is one, it may well read all.
            assert!(!plan.iter().any(|line| line.starts_with("SCAN r")), "{plan:#?}");
            let by_ids = plan.iter().any(|line| line.contains("MULTI-INDEX OR"));
            assert_eq!(by_ids, place == 0, "{plan:#?}");
            assert!(count == 0 || count == if place == 0 { 10 } else { 50 }, "{count}");
        }
    }
}

/// The page that a day begins with asks for little, and finds it in order, however many records there are.
#[test]
fn what_waits_today_is_found_in_order() {
    let world = support::sqlite();
    let actor = filled(&world);
    let today = world.registry.today;
    let plans = world.records.read_now(&actor, move |gate| {
        let mut plans = Vec::new();
        for section in today.sections {
            for source in section.sources {
                let object = gate.object(source.object)?;
                let text = format!("{} and owner is me", source.filter);
                let filter = Filter::parse(&text, gate.catalog(), object, gate.reading())?;
                let sort = vec![Sort { field: source.sort.0, descending: source.sort.1 }];
                let query = Query { sort, ..Query::of(object).filter(filter).limit(13) };
                plans.push((section.aside, text, gate.plan(&query)?));
            }
        }
        Ok(plans)
    });
    let plans = plans.expect("plans");
    assert!(plans.len() > 5);
    for (aside, text, plan) in plans {
        assert!(scans(&plan).is_empty(), "{text}: {plan:#?}");
        // What is beside is bounded by its day.
        assert!(aside || !plan.iter().any(|line| line.contains("TEMP B-TREE")), "{text}: {plan:#?}");
    }
}

/// What may be there already is asked at each pause of a hand that types.
#[test]
fn what_may_be_there_already_is_found_by_indexes() {
    let world = support::sqlite();
    let actor = filled_with(&world, FEW_DEALS);
    let plans = world.records.read_now(&actor, |gate| {
        let mut plans = Vec::new();
        for name in ["account", "contact", "lead", "product", "competitor"] {
            let object = gate.object(name)?;
            let mut draft = Draft::new(object);
            for field in object.told_alike(gate.catalog()) {
                let text = match object.field(field).map(|field| field.kind) {
                    Some(Kind::Email(_)) => "anna@acme.example",
                    Some(Kind::Phone(_)) => "+4930123456",
                    Some(Kind::Url(_)) => "https://acme.example",
                    _ => "Acme",
                };
                draft.set(field, Value::Text(text.to_owned()));
            }
            plans.extend(gate.plan_of_duplicates(&draft)?.into_iter().map(|plan| (name, plan)));
        }
        Ok(plans)
    });
    let plans = plans.expect("plans");
    assert!(plans.len() > 15, "{plans:#?}");
    for (name, plan) in plans {
        let own = plan.starts_with("SEARCH r USING") && plan.contains("(workspace_id=? AND ");
        assert!(own || plan.contains("VIRTUAL TABLE INDEX"), "{name}: {plan}");
    }
}

/// What lies in the trash is found without a look at what does not, however much there is; and what somebody follows by
/// its ids, as long as that is little.
#[test]
fn the_trash_and_what_one_follows_are_found_by_indexes() {
    for (place, world) in support::worlds().into_iter().enumerate() {
        let me = filled(&world).user_id().expect("a person");
        let system = Actor::system(world.workspace, "follow in a test");
        let new = world.records.write_now(&system, move |gate| {
            let role = gate.get(&user::USER, me)?.get(user::ROLE).expect("a role");
            let new = Draft::new(&user::USER).with(user::NAME, "New".to_owned()).with(user::ROLE, role);
            gate.create(new)
        });
        let new = Actor::user(world.workspace, new.expect("a person"), Door::Page);
        let some = world.records.write_now(&new, |gate| {
            let some = gate.list(&Query::of(&opportunity::OPPORTUNITY).limit(5))?.records;
            for deal in &some[..3] {
                gate.set_following(&opportunity::OPPORTUNITY, deal.head.id, true)?;
            }
            gate.trash(&opportunity::OPPORTUNITY, some[4].head.id, None)?;
            Ok(some.iter().map(|deal| deal.head.id).collect::<Vec<_>>())
        });
        let some = some.expect("deals");
        let newest = vec![Sort { field: "updated_at", descending: true }];
        let sqlite = place == 0;

        let objects: Vec<&'static Object> =
            world.registry.catalog.objects().filter(|object| !object.internal).collect();
        let sort = newest.clone();
        let plans = world.records.read_now(&new, move |gate| {
            let mut plans = Vec::new();
            for object in objects.iter().copied() {
                let query = Query { trash: true, sort: sort.clone(), ..Query::of(object) };
                plans.push((object.name, gate.plan(&query)?.join("; ")));
            }
            Ok(plans)
        });
        // Of what is read whole in a moment PostgreSQL reads all.
        let many = |name: &str| sqlite || name == "opportunity";
        for (name, plan) in plans.expect("plans").into_iter().filter(|(name, _)| many(name)) {
            assert!(plan.contains(&format!("{name}_trash")), "{name}: {plan}");
            assert!(!sqlite || !plan.contains("TEMP B-TREE"), "{name}: {plan}");
        }

        let followed = move |actor: &Actor, trash: bool| {
            let sort = newest.clone();
            let told = world.records.read_now(actor, move |gate| {
                let object = &opportunity::OPPORTUNITY;
                let filter = Filter::parse("followed = yes", gate.catalog(), object, gate.reading())?;
                let query =
                    Query { trash, sort: sort.clone(), ..Query::of(object).filter(filter).limit(200) };
                let found = gate.list(&query)?.records.iter().map(|deal| deal.head.id).collect::<Vec<_>>();
                Ok((gate.plan(&query)?.join("; "), found, gate.count(&query)?))
            });
            told.expect("a plan")
        };
        let (plan, mut found, count) = followed(&new, false);
        found.sort();
        let mut three = some[..3].to_vec();
        three.sort();
        assert_eq!((found, count), (three, 3));
        match sqlite {
            true => assert!(plan.contains("SEARCH r USING INTEGER PRIMARY KEY"), "{plan}"),
            false => assert!(
                plan.contains("opportunity_pkey") && !plan.contains("Seq Scan on opportunity"),
                "{plan}"
            ),
        }
        // Who has thousands walks the order, and meets them there; one of theirs lies in the trash.
        let all = Actor::user(world.workspace, me, Door::Page);
        let (plan, found, count) = followed(&all, false);
        assert_eq!(found.len(), 200);
        assert!(count > 2_000, "{count}");
        assert!(!sqlite || plan.contains("opportunity_updated_at"), "{plan}");
        let (_, found, _) = followed(&all, true);
        assert_eq!(found, [some[4]]);
    }
}
