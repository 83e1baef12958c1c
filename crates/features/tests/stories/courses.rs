//! The courses that are kept in memory tell what the versions in the database do, whatever happens between two looks.

use std::collections::BTreeMap;

use cordee_base::{Chance, Id, Moment, Outcome, SeededChance};
use cordee_catalog::opportunity::{AMOUNT, LOSS_REASON, OPPORTUNITY, OWNER, STAGE};
use cordee_catalog::stage;
use cordee_records::{Actor, Count, CoursesOf, Gate, Held, Page, Past, Query, Sort, Stretches, Total};
use cordee_schema::{Draft, Filter, Value};

use crate::support::{World, deal, moment, usd, worlds};

/// How many fields are told over time; what follows is told as it is now.
const TRACKED: usize = 5;
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
    let asked = CoursesOf { object: &OPPORTUNITY, filter, gone };
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
        fields: OPPORTUNITY.courses[..TRACKED].to_vec(),
        only: None,
    };
    let like = Query { limit: Query::MOST, ..Query::of(&OPPORTUNITY).filter(filter) };
    // Whoever writes asks the versions.
    let found = world.write(actor, move |gate| {
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

/// Lists of a past day: which are told by courses, and in which order.
const LISTS: &[(&str, &[(&str, bool)])] = &[
    ("", &[("close_date", false)]),
    ("state = open", &[("close_date", true), ("amount", false)]),
    ("state != lost and amount > 2000", &[("amount", true)]),
    ("not (owner = me or amount is empty)", &[("amount", false), ("close_date", true)]),
    ("close_date >= this_month or created_at < this_month", &[("created_at", true)]),
    ("amount != 5 and close_date is not empty", &[("created_at", false), ("amount", true)]),
    ("stage.kind = open", &[("close_date", false)]),
    ("name contains new", &[("close_date", false)]),
];

/// The records of a page, and of how many it was said to show some.
type Shown = (Vec<String>, Total);

/// All pages of a list.
fn pages(gate: &mut Gate<'_>, mut query: Query) -> Outcome<Vec<Shown>> {
    let mut all = Vec::new();
    loop {
        let Page { records, next, total } = gate.list(&query)?;
        all.push((records.iter().map(|record| format!("{record:?}")).collect(), total));
        match next {
            Some(next) => query.cursor = Some(next),
            None => return Ok(all),
        }
    }
}

#[test]
fn a_list_of_a_past_day_is_the_same_by_courses_and_by_versions() {
    for world in worlds() {
        let anna = world.person("Anna", "executive", None);
        let boris = world.person("Boris", "account_executive", None);
        let ids: Vec<Id> = [&anna, &boris].into_iter().filter_map(Actor::user_id).collect();
        let stages: Vec<Id> = world.all(&stage::STAGE).iter().map(|stage| stage.head.id).collect();
        let (mut chance, mut deals, mut told) = (SeededChance::new(9), Vec::new(), 0);
        for turn in 0..10 {
            world.at(&format!("2026-03-{:02}T09:00:00Z", turn * 2 + 3));
            for _ in 0..chance.below(20) {
                happens(&world, &mut chance, &mut deals, (&stages, &ids));
            }
            for (actor, sees_all) in [(world.system(), true), (anna.clone(), true), (boris.clone(), false)] {
                by_courses(&world, &actor, Filter::everything(), true);
                for (place, (filter, sort)) in LISTS.iter().enumerate() {
                    let then = world.records.now().micros() - chance.below(100) as i64 * DAY / 3;
                    let count = if chance.below(2) == 0 { Count::Exact } else { Count::Bounded };
                    let limit = 1 + chance.below(9) as u32;
                    let list = move |gate: &mut Gate<'_>| -> Outcome<_> {
                        let filter = Filter::parse(filter, gate.catalog(), &OPPORTUNITY, gate.reading())?;
                        let key = |(field, descending): &(&'static str, bool)| Sort {
                            field,
                            descending: *descending,
                        };
                        let as_of = Some(Moment::from_micros(then));
                        let sort = sort.iter().map(key).collect();
                        let query =
                            Query { limit, count, as_of, sort, ..Query::of(&OPPORTUNITY).filter(filter) };
                        Ok((gate.plan(&query)?, gate.count(&query)?, pages(gate, query)?))
                    };
                    // Whoever writes asks the versions.
                    let (by, count, pages) = world.read(&actor, list).expect("by courses");
                    let (_, wanted_count, wanted) = world.write(&actor, list).expect("by versions");
                    assert_eq!(by == ["courses"], sees_all && place < 6, "{filter}: {by:?}");
                    assert_eq!((count, pages), (wanted_count, wanted), "turn {turn}: {filter}, {sort:?}");
                    told += count;
                }
            }
        }
        assert!(told > 500, "{told}");
    }
}

/// What is asked of the past: what deals were like, what is told of them, and whether courses tell all of it.
const PASTS: &[(&str, &[&str], bool)] = &[
    ("", &["state", "stage", "owner", "amount", "close_date", "probability"], true),
    ("state in (open, won) and close_date >= this_month", &["state", "amount", "probability"], true),
    ("owner = me or probability > 20", &["owner", "cycle_days"], true),
    ("not amount > 3000", &["amount", "forecast_category"], false),
    ("stage.kind = open", &["state"], false),
];

#[test]
fn stretches_are_the_same_by_courses_and_by_versions() {
    for world in worlds() {
        let anna = world.person("Anna", "executive", None);
        let boris = world.person("Boris", "account_executive", None);
        let ids: Vec<Id> = [&anna, &boris].into_iter().filter_map(Actor::user_id).collect();
        let stages: Vec<Id> = world.all(&stage::STAGE).iter().map(|stage| stage.head.id).collect();
        let (mut chance, mut deals, mut told) = (SeededChance::new(11), Vec::new(), 0);
        for turn in 0..10 {
            world.at(&format!("2026-03-{:02}T09:00:00Z", turn * 2 + 3));
            for _ in 0..chance.below(20) {
                happens(&world, &mut chance, &mut deals, (&stages, &ids));
            }
            for (actor, sees_all) in [(world.system(), true), (anna.clone(), true), (boris.clone(), false)] {
                by_courses(&world, &actor, Filter::everything(), true);
                for (filter, fields, whole) in PASTS {
                    let [one, other] =
                        [(); 2].map(|()| world.records.now().micros() - chance.below(100) as i64 * DAY / 3);
                    let only: Vec<Id> =
                        deals.iter().copied().filter(|_| chance.below(2) == 0).rev().collect();
                    // Few that are named are found by their versions; many, here with some that are nowhere, by courses.
                    let nowhere = (1..=500).map(Id::from_i64);
                    let (only, few) = match chance.below(3) {
                        0 => (None, false),
                        1 => (Some(only), true),
                        _ => (Some(only.into_iter().chain(nowhere).collect::<Vec<Id>>()), false),
                    };
                    let ask = move |gate: &mut Gate<'_>| -> Outcome<_> {
                        let filter = Filter::parse(filter, gate.catalog(), &OPPORTUNITY, gate.reading())?;
                        let asked = Stretches {
                            object: &OPPORTUNITY,
                            filter,
                            since: Moment::from_micros(one.min(other)),
                            until: Moment::from_micros(one.max(other)),
                            fields: fields.to_vec(),
                            only: only.clone(),
                        };
                        let mut found = gate.stretches(&asked)?;
                        found.sort_by_key(|stretch| (stretch.id, stretch.from));
                        Ok((gate.plan_of_stretches(&asked)?, found))
                    };
                    let (by, found) = world.read(&actor, ask.clone()).expect("by courses");
                    // Whoever writes asks the versions.
                    let (_, wanted) = world.write(&actor, ask).expect("by versions");
                    assert_eq!(by == ["courses"], sees_all && *whole && !few, "{filter}: {by:?}");
                    assert_eq!(found, wanted, "turn {turn}: {filter}");
                    told += found.len();
                }
                asked_together(&world, &actor, &mut chance);
            }
        }
        assert!(told > 200, "{told}");
    }
}

/// Questions asked together are answered as they are one by one, whether courses tell all of them or not.
fn asked_together(world: &World, actor: &Actor, chance: &mut SeededChance) {
    for all_told in [true, false] {
        let now = world.records.now().micros();
        let mut past = || now - chance.below(100) as i64 * DAY / 3;
        let moments: Vec<[i64; 2]> = PASTS.iter().map(|_| [past(), past()]).collect();
        let ask = move |gate: &mut Gate<'_>| -> Outcome<_> {
            let mut asked = Vec::new();
            for ((filter, fields, told), [one, other]) in PASTS.iter().zip(&moments) {
                if *told || !all_told {
                    asked.push(Stretches {
                        object: &OPPORTUNITY,
                        filter: Filter::parse(filter, gate.catalog(), &OPPORTUNITY, gate.reading())?,
                        since: Moment::from_micros(*one.min(other)),
                        until: Moment::from_micros(*one.max(other)),
                        fields: fields.to_vec(),
                        only: None,
                    });
                }
            }
            let mut together = gate.stretches_each(&asked)?;
            let mut alone = asked.iter().map(|one| gate.stretches(one)).collect::<Outcome<Vec<_>>>()?;
            for found in together.iter_mut().chain(&mut alone) {
                found.sort_by_key(|stretch| (stretch.id, stretch.from));
            }
            Ok((together, alone))
        };
        let (together, alone) = world.read(actor, ask).expect("told");
        assert_eq!(together, alone);
    }
}
