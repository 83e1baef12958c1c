//! The two readers of filters agree, on both databases: what SQL finds is what holds in memory.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use std::collections::{BTreeSet, HashMap, HashSet};

use cordee_base::{Id, Moment};
use cordee_records::{Actor, Query};
use cordee_schema::*;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use support::every_kind::{self, Known, Memory, PLACE, THING};
use support::{World, seeds, times, worlds_of};

const PATHS: [&str; 83] = [
    "about",
    "name",
    "plain",
    "notes",
    "count",
    "size",
    "price",
    "share",
    "day",
    "hour",
    "at",
    "good",
    "state",
    "tags",
    "place",
    "owner",
    "mail",
    "other_mail",
    "phone",
    "page",
    "address.country",
    "address.city",
    "address.street",
    "created_at",
    "created_by",
    "updated_at",
    "updated_by",
    "deleted_at",
    "source_system",
    "foreign_id",
    "id",
    "place.name",
    "place.parent",
    "place.address.city",
    "place.address.country",
    "place.worth",
    "place.tags",
    "words",
    "place.words",
    "places",
    "watchers",
    "place.keepers",
    "place.parent.keepers",
    "place.opened",
    "place.keeper",
    "place.deleted_at",
    "place.created_at",
    "place.parent.name",
    "place.parent.opened",
    "place.parent.worth",
    "place.parent.parent.keeper",
    "place.parent.parent.parent.name",
    "place.keeper.name",
    "place.keeper.team",
    "owner.name",
    "owner.team.name",
    "owner.active",
    "near",
    "near.name",
    "near.created_at",
    "near.updated_by",
    "places.name",
    "places.worth",
    "places.tags",
    "places.words",
    "places.opened",
    "places.keeper",
    "places.keepers",
    "places.address.city",
    "places.deleted_at",
    "places.parent.name",
    "places.parent.keepers",
    "places.keepers.name",
    "watchers.name",
    "watchers.active",
    "watchers.team.name",
    "place.keepers.name",
    "place.parent.keepers.team",
    "followed",
    "place.followed",
    "place.parent.followed",
    "places.followed",
    "near.followed",
];

const RELATIVES: [&str; 14] = [
    "today",
    "yesterday",
    "tomorrow",
    "this_week",
    "last_week",
    "next_week",
    "this_month",
    "last_month",
    "this_quarter",
    "next_quarter",
    "this_year",
    "last_year",
    "last_30_days",
    "next_7_days",
];

/// A filter that says itself as people would when it fails.
#[derive(Clone)]
struct Said(Filter);

impl std::fmt::Debug for Said {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.text())
    }
}

fn condition(known: &Known) -> impl Strategy<Value = Said> + use<> {
    let known = known.clone();
    let picks =
        (0..PATHS.len(), any::<prop::sample::Index>(), 0..10u8, any::<prop::sample::Index>(), 1..4usize);
    picks.prop_map(move |(path, operator, what, value, several)| {
        let path = Path::asked(&every_kind::catalog(), &THING, PATHS[path]).expect("a path");
        let text = &[Operator::Is, Operator::IsNot, Operator::Contains, Operator::StartsWith];
        let operators = if path.part.is_some() { text } else { path.field.kind.behave().operators() };
        let operator = operators[operator.index(operators.len())];
        let operand = match (operator, path.field.kind) {
            _ if operator.is_bare() => Operand::None,
            (_, Kind::Date(_) | Kind::Moment(_)) if what < 6 => Operand::Relative(
                Relative::named(RELATIVES[value.index(RELATIVES.len())]).expect("a stretch"),
            ),
            (Operator::Is | Operator::IsNot, Kind::Link(to)) if to.to == "user" && what < 4 => Operand::Me,
            (_, Kind::Links(to)) if to.to == "user" && what < 4 => Operand::Me,
            _ => Operand::Values(operands(&path, operator, &known, value, several)),
        };
        Said(Filter::Where(Condition { path, operator, operand }))
    })
}

fn operands(
    path: &Path,
    operator: Operator,
    known: &Known,
    value: prop::sample::Index,
    several: usize,
) -> Vec<Value> {
    let mut pool = match path.field.name {
        "team" | "active" => vec![Value::YesNo(true), Value::Link(Id::from_i64(7))],
        _ => every_kind::values(path.field, path.part, known),
    };
    match path.field.kind {
        Kind::Link(_) => pool.retain(|value| value.as_link().is_some()),
        Kind::Links(_) => {
            pool = pool.iter().flat_map(Value::as_links).copied().map(Value::Link).collect();
        }
        Kind::YesNo(_) => pool.retain(|value| matches!(value, Value::YesNo(_))),
        Kind::Choices(_) => pool = ["open", "won", "old"].map(|key| Value::Text(key.to_owned())).to_vec(),
        Kind::Tags(_) => {
            pool =
                ["red", "elan", "北京", "50% off", "none"].map(|name| Value::Text(name.to_owned())).to_vec();
        }
        _ => {}
    }
    let several = match operator {
        Operator::Is | Operator::IsNot | Operator::Has | Operator::HasAll | Operator::HasNot => several,
        _ => 1,
    };
    let cut = |text: &str| {
        // Part of a text, so that what contains it differs from what it equals.
        let letters: Vec<char> = text.chars().collect();
        letters[letters.len() / 3..].iter().take(3).collect::<String>().trim().to_owned()
    };
    let whole = (0..several).map(|n| pool[(value.index(pool.len()) + n) % pool.len()].clone());
    match (operator, path.field.kind) {
        (Operator::Contains | Operator::StartsWith, Kind::Text(_) | Kind::LongText(_) | Kind::Address(_)) => {
            whole
                .map(|value| match value.as_text().map(cut).filter(|cut| !cut.is_empty()) {
                    Some(cut) if several % 2 == 1 => Value::Text(cut),
                    _ => value,
                })
                .collect()
        }
        _ => whole.collect(),
    }
}

fn filter(known: &Known) -> impl Strategy<Value = Said> + use<> {
    condition(known).prop_recursive(4, 12, 4, |inner| {
        let several = prop::collection::vec(inner.clone().prop_map(|said| said.0), 0..4);
        prop_oneof![
            several.clone().prop_map(|parts| Said(Filter::All(parts))),
            several.prop_map(|parts| Said(Filter::Any(parts))),
            inner.prop_map(|said| Said(Filter::Not(Box::new(said.0)))),
        ]
    })
}

#[test]
fn what_sql_finds_is_what_holds_in_memory() {
    for seed in seeds(2, 30) {
        for world in worlds_of(every_kind::catalog) {
            let (actor, known) = every_kind::fill(&world, seed, 120);
            let asked = Asked::of(&world, actor);
            let config = Config { cases: times(150, 2_000), failure_persistence: None, ..Config::default() };
            let mut runner = TestRunner::new(config);
            let told = runner.run(&filter(&known), |Said(filter)| {
                let (sql, count) = asked.by_sql(&filter);
                prop_assert_eq!(&sql, &asked.in_memory(&filter));
                prop_assert_eq!(sql.len() as u64, count, "counted");
                Ok(())
            });
            if let Err(failure) = told {
                panic!("CORDEE_SEED={seed} on {:?}: {failure}", world.store.dialect());
            }
        }
    }
}

#[test]
fn both_forms_of_a_filter_read_back_as_written() {
    let known = Known { places: vec![Id::from_i64(1 << 40)], people: vec![Id::from_i64(1 << 41)] };
    let config = Config { cases: times(1_000, 20_000), failure_persistence: None, ..Config::default() };
    let (catalog, reading) = (every_kind::catalog(), Reading::default());
    let told = TestRunner::new(config).run(&condition(&known), |Said(filter)| {
        let text = Filter::parse(&filter.text(), &catalog, &THING, &reading);
        prop_assert_eq!(text.map(Said).map(|said| format!("{said:?}")), Ok(filter.text()));
        let json = Filter::from_json(&filter.to_json(), &catalog, &THING, &reading);
        prop_assert_eq!(json.map(Said).map(|said| format!("{said:?}")), Ok(filter.text()));
        Ok(())
    });
    told.expect("forms");
}

/// A world that is asked in both ways.
struct Asked<'a> {
    world: &'a World,
    actor: Actor,
    things: HashMap<Id, Record>,
    others: HashMap<Id, Record>,
    zone: cordee_base::Zone,
    now: Moment,
    followed: HashSet<Id>,
}

impl Asked<'_> {
    fn of(world: &World, actor: Actor) -> Asked<'_> {
        let read = |object| every_kind::all(world, object).expect("records");
        let mut others = read(&PLACE);
        others.extend(read(&cordee_records::system::user::USER));
        others.extend(read(&cordee_records::system::team::TEAM));
        let zone = world.records.read_now(&actor, |gate| Ok(gate.zone().clone())).expect("a zone");
        let things = read(&THING);
        let all: Vec<(&'static Object, Id)> =
            things.iter().chain(&others).map(|(id, record)| (record.object, *id)).collect();
        // One record after the other, as its own page asks.
        let followed = world.records.read_now(&actor, move |gate| {
            let mut followed = HashSet::new();
            for (object, id) in &all {
                if gate.follows(object, *id)? {
                    followed.insert(*id);
                }
            }
            Ok(followed)
        });
        let followed = followed.expect("followed");
        Asked { world, actor, things, others, zone, now: world.records.now(), followed }
    }

    fn by_sql(&self, filter: &Filter) -> (BTreeSet<Id>, u64) {
        let query = Query { limit: 200, ..Query::of(&THING) }.filter(filter.clone());
        let answer = self.world.records.read_now(&self.actor, move |gate| {
            let ids = gate.list(&query)?.records.iter().map(|record| record.head.id).collect();
            Ok((ids, gate.count(&query)?))
        });
        let told = filter.text();
        answer.expect(&told)
    }

    fn in_memory(&self, filter: &Filter) -> BTreeSet<Id> {
        let holds = |record: &&Record| {
            filter.holds(&Memory {
                record,
                others: &self.others,
                me: self.actor.user_id().expect("a person"),
                today: self.now.date_in(&self.zone),
                zone: self.zone.clone(),
                followed: &self.followed,
            })
        };
        self.things.values().filter(holds).map(|record| record.head.id).collect()
    }
}
