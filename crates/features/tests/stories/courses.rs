//! The courses that are kept in memory tell what the versions in the database do, whatever happens between two looks.

use std::collections::BTreeMap;

use cordee_base::{Chance, Id, Moment, SeededChance};
use cordee_catalog::opportunity::{AMOUNT, LOSS_REASON, OPPORTUNITY, OWNER, PIPELINE, STAGE, STATE};
use cordee_catalog::stage;
use cordee_records::{Actor, CoursesOf, Held, Past, Query, Stretches};
use cordee_schema::{Draft, Filter, Value, system};

use crate::support::{World, deal, moment, usd, worlds};

const FIELDS: &[&str] =
    &[STATE.name(), STAGE.name(), AMOUNT.name(), OWNER.name(), PIPELINE.name(), system::CREATED_AT.name()];
/// How many of them are told over time.
const TRACKED: usize = 4;
const DAY: i64 = 86_400_000_000;

/// What was, from when until when, by record.
type Told = BTreeMap<i64, Vec<(i64, i64, Vec<String>)>>;

fn text(value: &Value) -> String {
    match value {
        Value::Money(money) => money.minor().to_string(),
        other => format!("{other:?}"),
    }
}

fn by_courses(world: &World, actor: &Actor, filter: Filter, gone: bool) -> Told {
    let asked = CoursesOf { object: &OPPORTUNITY, fields: FIELDS, filter, gone };
    let courses = world.read(actor, move |gate| gate.courses(&asked)).expect("courses");
    let mut told = Told::new();
    courses.each(|course| {
        let held = |(place, held): (usize, &Held)| match held {
            Held::Nothing => text(&Value::None),
            Held::Number(number) => number.to_string(),
            Held::Word(word) => text(&courses.words(place)[*word as usize]),
        };
        let mut spans = Vec::new();
        let spans = course.in_order(&mut spans).iter().map(|span| {
            let held = span.held.iter().take(TRACKED).enumerate().map(held).collect();
            (span.from.micros(), span.to.micros(), held)
        });
        assert!(told.insert(course.id.as_i64(), spans.collect()).is_none(), "told once");
    });
    told
}

fn by_versions(world: &World, actor: &Actor, filter: Filter, gone: bool) -> Told {
    let asked = Stretches {
        object: &OPPORTUNITY,
        filter: Filter::everything(),
        since: moment("0001-01-01T00:00:00Z"),
        until: moment("9000-01-01T00:00:00Z"),
        fields: FIELDS[..TRACKED].to_vec(),
        only: None,
    };
    let like = Query { limit: Query::MOST, ..Query::of(&OPPORTUNITY).filter(filter) };
    let found = world.read(actor, move |gate| {
        let like: Vec<Id> = gate.list(&like)?.records.iter().map(|record| record.head.id).collect();
        Ok((gate.stretches(&asked)?, like))
    });
    let (stretches, like) = found.expect("stretches");
    let mut told = Told::new();
    for stretch in stretches.iter().filter(|stretch| gone || like.contains(&stretch.id)) {
        let held = stretch.values.iter().map(text).collect();
        told.entry(stretch.id.as_i64()).or_default().push((stretch.from.micros(), stretch.to.micros(), held));
    }
    told.values_mut().for_each(|spans| spans.sort());
    told.retain(|_, spans| gone || spans.last().is_some_and(|(_, to, _)| *to == Moment::FOREVER.micros()));
    told
}

/// Something happens to one of the deals, or a new one comes.
fn happens(world: &World, chance: &mut SeededChance, deals: &mut Vec<Id>, (stages, people): (&[Id], &[Id])) {
    let mut pick = |from: &[Id]| from[chance.below(from.len() as u64) as usize];
    let (one, stage, person) = (deals.first().map(|_| pick(deals)), pick(stages), pick(people));
    let amount = usd(chance.below(9_000) as i64);
    let system = world.system();
    let draft = Draft::new(&OPPORTUNITY);
    match (chance.below(9), one) {
        (0, Some(id)) => drop(world.write(&system, move |gate| gate.trash(&OPPORTUNITY, id, None))),
        (1, Some(id)) => drop(world.write(&system, move |gate| gate.restore(&OPPORTUNITY, id))),
        (2, Some(id)) => drop(world.write(&system, move |gate| gate.purge(&OPPORTUNITY, id))),
        (3, Some(id)) => drop(world.update(id, draft.with(OWNER, person))),
        (4, Some(id)) => drop(world.update(id, draft.with(AMOUNT, amount))),
        (5 | 6, Some(id)) => {
            drop(world.update(id, draft.with(STAGE, stage).with(LOSS_REASON, "price".to_owned())))
        }
        (7, _) => {
            let now = world.records.now().micros();
            let mut new = deal("Brought in").with(OWNER, person).with(AMOUNT, amount).with(STAGE, stages[0]);
            new.created_at = Some(Moment::from_micros(now - 90 * DAY));
            let past = Past {
                from: Moment::from_micros(now - 90 * DAY),
                values: Draft::new(&OPPORTUNITY).with(STAGE, stages[1]).with(AMOUNT, usd(5)),
            };
            let since = Some(Moment::from_micros(now - 30 * DAY));
            let made = world
                .write(&system, move |gate| gate.create_with_history(new.clone(), since, vec![past.clone()]));
            deals.push(made.expect("brought in"));
        }
        _ => deals.push(world.create(deal("New").with(OWNER, person).with(AMOUNT, amount))),
    }
}

#[test]
fn what_is_kept_is_what_the_versions_tell() {
    for world in worlds() {
        let team = world.team("North");
        let people = [
            world.person("Anna", "account_executive", Some(team)),
            world.person("Boris", "sdr", Some(team)),
            world.person("Chloé", "executive", None),
        ];
        let ids: Vec<Id> = people.iter().filter_map(Actor::user_id).collect();
        assert_eq!(ids.len(), people.len());
        let stages: Vec<Id> = world.all(&stage::STAGE).iter().map(|stage| stage.head.id).collect();
        let (mut chance, mut deals) = (SeededChance::new(5), Vec::new());
        for turn in 0..25 {
            world.at(&format!("2026-03-{:02}T09:00:00Z", turn + 3));
            for _ in 0..chance.below(12) {
                happens(&world, &mut chance, &mut deals, (&stages, &ids));
            }
            let actors = std::iter::once(world.system()).chain(people.iter().cloned());
            for actor in actors {
                let rich = world
                    .read(&actor, |gate| {
                        Ok(Filter::parse("amount > 3000", gate.catalog(), &OPPORTUNITY, gate.reading())?)
                    })
                    .expect("a filter");
                for (filter, gone) in
                    [(Filter::everything(), false), (Filter::everything(), true), (rich, false)]
                {
                    let told = by_courses(&world, &actor, filter.clone(), gone);
                    let wanted = by_versions(&world, &actor, filter.clone(), gone);
                    assert_eq!(told, wanted, "turn {turn}, {filter:?}, gone: {gone}");
                }
            }
        }
        assert!(deals.len() > 20);
    }
}
