//! Merges in any order and their undoing: what is undone stands bit for bit as it stood, the past included.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_records::{Gate, Query, system};
use cordee_schema::*;
use support::draw::Draw;
use support::tables::Outsider;
use support::{World, seeds, times, worlds_of};

static FIRM: Object = object("firm", "firms").mergeable().fields(&[
    text("name").required().sorted().def,
    text("domain").unique().def,
    number("size", 0).tracked().def,
    link("parent", "firm").def,
    link("partner", "firm").tracked().def,
    choices("tags", support::STATES).def,
    links("allies", "firm").def,
    address("address").def,
    person("owner").def,
]);
static DEAL: Object = object("deal", "deals").fields(&[
    text("name").required().sorted().def,
    link("firm", "firm").tracked().def,
    link("broker", "firm").def,
    links("firms", "firm").tracked().def,
    any_link("about").def,
]);

fn catalog() -> Catalog {
    Catalog::of(system::objects().into_iter().chain([&FIRM, &DEAL]))
}

const FIRMS: usize = 8;

/// All that a merge must give back: everything but when, by whom and how often records were changed.
fn standing(outsider: &mut Outsider) -> Vec<String> {
    let mut rows = Vec::new();
    for query in [
        "SELECT id, deleted_at, name, name_fold, domain, size, parent, partner, tags, allies, address_city, owner, \
         source_system, foreign_id FROM firm",
        "SELECT id, deleted_at, name, firm, broker, firms, about, about_object FROM deal",
        "SELECT record, valid_from, valid_to, firm, firms FROM deal_version",
        "SELECT \"of\", target, holder FROM linked",
        "SELECT id, object, to_id FROM forward",
    ] {
        let mut found = outsider.found(query);
        found.sort();
        rows.extend(found);
    }
    rows
}

/// Some of the firms, in an order of their own.
fn some(draw: &mut Draw, firms: &[Id]) -> Value {
    let some = (0..draw.below(6)).filter(|_| !firms.is_empty()).map(|_| draw.one(firms));
    kinds::links::links_of(some.collect::<Vec<_>>())
}

fn filled(world: &World, draw: &mut Draw) -> Vec<Id> {
    let drawn = |draw: &mut Draw, number: usize, firms: &[Id]| {
        let mut draft = Draft::new(&FIRM);
        draft.set("name", Value::Text(format!("Firm {number}")));
        if draw.percent(50) {
            draft.set("domain", Value::Text(format!("{number}.example")));
        }
        if draw.percent(50) {
            draft.set("size", Value::Number(number.into()));
        }
        if draw.percent(30) {
            draft.set("tags", Value::Choices(vec!["open".to_owned()]));
        }
        if draw.percent(30) {
            draft.set(
                "address",
                Value::Address(Box::new(Address { city: format!("City {number}"), ..Address::default() })),
            );
        }
        for link in ["parent", "partner"] {
            if !firms.is_empty() && draw.percent(60) {
                draft.set(link, Value::Link(draw.one(firms)));
            }
        }
        draft.set("allies", some(draw, firms));
        if draw.percent(30) {
            draft.foreign = Some(("old".to_owned(), number.to_string()));
        }
        draft
    };
    let mut firms = Vec::new();
    for number in 0..FIRMS {
        let draft = drawn(draw, number, &firms);
        firms.push(
            world.records.write_now(&world.system(), move |gate| gate.create(draft.clone())).expect("a firm"),
        );
    }
    for number in 0..12 {
        let (first, then, broker, about) =
            (draw.one(&firms), draw.one(&firms), draw.one(&firms), draw.one(&firms));
        let (among, then_among) = (some(draw, &firms), some(draw, &firms));
        let (moves, trashed) = (draw.percent(50), draw.percent(15));
        world.at(&format!("2026-03-02T10:{number:02}:00Z"));
        let id = world.records.write_now(&world.system(), move |gate| {
            let mut draft = Draft::new(&DEAL);
            draft.set("name", Value::Text(format!("Deal {number}")));
            draft.set("firm", Value::Link(first));
            draft.set("broker", Value::Link(broker));
            draft.set("firms", among.clone());
            draft.set("about", Value::AnyLink(Box::new(AnyLink { object: "firm".to_owned(), id: about })));
            gate.create(draft)
        });
        let id = id.expect("a deal");
        world.at(&format!("2026-03-02T11:{number:02}:00Z"));
        let moved = world.records.write_now(&world.system(), move |gate| {
            if moves {
                let mut draft = Draft::new(&DEAL);
                draft.set("firm", Value::Link(then));
                draft.set("firms", then_among.clone());
                gate.update(id, None, draft)?;
            }
            if trashed { gate.trash(&DEAL, id, None) } else { Ok(()) }
        });
        moved.expect("lived");
    }
    firms
}

#[test]
fn what_is_merged_and_parted_again_stands_as_it_stood() {
    for seed in seeds(6, 500) {
        for world in worlds_of(catalog) {
            let mut draw = Draw::new(seed);
            let firms = filled(&world, &mut draw);
            let mut outsider = Outsider::of(&world.database);
            let mut undo: Vec<(Id, Vec<String>)> = Vec::new();
            let context = |what: &str| format!("CORDEE_SEED={seed} {:?}: {what}", world.store.dialect());
            for step in 0..times(12, 20) {
                world.at(&format!("2026-03-03T10:{step:02}:00Z"));
                if undo.is_empty() || draw.percent(60) {
                    let (keep, lose) = (draw.one(&firms), draw.one(&firms));
                    let before = standing(&mut outsider);
                    let take: Vec<String> = ["name", "size", "parent"]
                        .iter()
                        .filter(|_| draw.percent(30))
                        .map(|t| (*t).to_owned())
                        .collect();
                    let done = world
                        .records
                        .write_now(&world.system(), move |gate| gate.merge(&FIRM, keep, lose, &take));
                    match done {
                        Ok(()) => {
                            undo.push((lose, before));
                            no_circles(&world, &context("a merge made a circle"));
                        }
                        Err(problem) => {
                            let gone = |id| undo.iter().any(|(lost, _)| *lost == id);
                            let told = context(&format!("merge {lose} into {keep}: {problem}"));
                            assert!(keep == lose || gone(keep) || gone(lose), "{told}");
                            assert_eq!(standing(&mut outsider), before, "{told}");
                        }
                    }
                } else if draw.percent(25) && undo.len() > 1 {
                    // What others were merged on top of is not parted first, unless it is independent.
                    let (lost, _) = undo[0];
                    let before = standing(&mut outsider);
                    let done = parted(&world, lost);
                    if let Err(problem) = done {
                        assert_eq!(
                            problem,
                            Fault::whole("error-merged-further").into(),
                            "{}",
                            context("part early")
                        );
                        assert_eq!(standing(&mut outsider), before, "{}", context("part early"));
                    } else {
                        // Parted out of order: what was kept since is no more than the others are.
                        break;
                    }
                } else {
                    let (lost, before) = undo.pop().expect("a merge");
                    let done = parted(&world, lost);
                    assert!(done.is_ok(), "{}: {done:?}", context("part"));
                    assert_eq!(standing(&mut outsider), before, "{}", context("part"));
                }
            }
            let verdict =
                world.records.read_now(&world.system(), |gate| gate.verify_journal()).expect("verified");
            assert_eq!(verdict.broken_at, None);
        }
    }
}

fn parted(world: &World, lost: Id) -> Outcome<Id> {
    world.records.write_now(&world.system(), move |gate| gate.unmerge(&FIRM, lost))
}

fn no_circles(world: &World, context: &str) {
    let firms = world.records.read_now(&world.system(), |gate: &mut Gate<'_>| gate.list(&Query::of(&FIRM)));
    let firms = firms.expect("firms").records;
    let up = |id: Id, field: &str| {
        firms.iter().find(|firm| firm.head.id == id).and_then(|firm| firm.value(field)?.as_link())
    };
    for field in ["parent", "partner"] {
        for firm in &firms {
            let mut at = up(firm.head.id, field);
            for _ in 0..FIRMS {
                at = at.and_then(|id| up(id, field));
            }
            assert_eq!(at, None, "{context}: {field} of {}", firm.title());
        }
    }
}

#[test]
fn what_came_from_elsewhere_is_found_where_it_went() {
    for world in worlds_of(catalog) {
        let found = world.records.write_now(&world.system(), |gate| {
            let firm = |name: &str, foreign: &str| {
                let mut draft = Draft::new(&FIRM);
                draft.set("name", Value::Text(name.to_owned()));
                draft.foreign = Some(("old".to_owned(), foreign.to_owned()));
                draft
            };
            let (keep, lose) = (gate.create(firm("Keep", "1"))?, gate.create(firm("Lose", "2"))?);
            gate.merge(&FIRM, keep, lose, &[])?;
            Ok((keep, gate.find_foreign(&FIRM, "old", "2")?))
        });
        let (keep, found) = found.expect("merged");
        assert_eq!(found, Some(keep));
        let gone = world.records.write_now(&world.system(), move |gate| {
            gate.trash(&FIRM, keep, None)?;
            gate.find_foreign(&FIRM, "old", "2")
        });
        assert_eq!(gone, Ok(None), "not what is in the trash");
        let twice =
            world.records.write_now(&world.system(), move |gate| gate.unmerge(&FIRM, keep).map(|_| ()));
        assert_eq!(twice, Err(Problem::NotFound));
    }
}

#[test]
fn what_led_into_the_trash_still_leads_there() {
    for world in worlds_of(catalog) {
        let outcome = world.records.write_now(&world.system(), |gate| {
            let firm = |name: &str, up: [Option<Id>; 2]| {
                let mut draft = Draft::new(&FIRM);
                draft.set("name", Value::Text(name.to_owned()));
                for (link, up) in ["parent", "partner"].into_iter().zip(up) {
                    draft.set(link, up.map_or(Value::None, Value::Link));
                }
                draft
            };
            let (above, beside) =
                (gate.create(firm("Above", [None; 2]))?, gate.create(firm("Beside", [None; 2]))?);
            let keep = gate.create(firm("Keep", [None, Some(beside)]))?;
            let lose = gate.create(firm("Lose", [Some(above), None]))?;
            gate.trash(&FIRM, above, None)?;
            gate.merge(&FIRM, keep, lose, &["partner".to_owned()])?;
            gate.trash(&FIRM, beside, None)?;
            gate.restore(&FIRM, above)?;
            Ok((gate.get(&FIRM, keep)?.value("parent").cloned(), above, beside, keep, lose))
        });
        let (merged, above, beside, keep, lose) = outcome.expect("merged");
        assert_eq!(merged, Some(Value::Link(above)));
        let parted = world.records.write_now(&world.system(), move |gate| {
            gate.unmerge(&FIRM, lose)?;
            gate.restore(&FIRM, beside)?;
            Ok(gate.get(&FIRM, keep)?.value("partner").cloned())
        });
        assert_eq!(parted, Ok(Some(Value::Link(beside))));
    }
}
