//! No door of the gate gives what a person may not see or lets them do what they may not, in offices drawn by chance.
//!
//! What is right is told a second time, plainly, by the oracle of `support/office.rs`. A failure names its seed:
//! `CORDEE_SEED=7 cargo test -p cordee-records --test permissions`.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
#[path = "../support/mod.rs"]
mod support;

mod deeds;
mod doors;

use cordee_base::{Id, Moment, Outcome, Problem};
use cordee_records::{system, *};
use cordee_schema::*;
use deeds::{Deed, May};
use doors::Doors;
use support::draw::Draw;
use support::office::{self, ASKED, FIRM, MEMO, OWN, Office, Oracle, Row, State, TASK};
use support::tables::Outsider;
use support::{World, seeds, worlds_of};

#[test]
fn no_door_gives_or_takes_what_it_must_not() {
    for seed in seeds(2, 60) {
        for world in worlds_of(office::catalog) {
            let office = office::furnish(&world, seed);
            let past = live(&world, &office, seed);
            let mut round =
                Round { world: &world, office: &office, past, seed, draw: Draw::new(seed + 1000) };
            round.reads();
            round.gives();
            round.reads();
            round.writes();
            round.reads();
            let verdict =
                world.records.read_now(&world.system(), |gate| gate.verify_journal()).expect("verified");
            assert_eq!(verdict.broken_at, None);
        }
    }
}

/// Lets people work in the office for some days; gives what stood at moments between their doings.
fn live(world: &World, office: &Office, seed: u64) -> Vec<(Moment, State)> {
    let mut draw = Draw::new(seed + 500);
    let mut past = Vec::new();
    for day in 3..7 {
        for hour in 8..(if day == 3 { 20 } else { 14 }) {
            world.at(&format!("2026-03-{day:02}T{hour:02}:00:00Z"));
            let state = office::state(world);
            let actor = Actor::user(world.workspace, draw.one(&office.people), Door::Page);
            let object = draw.one(&OWN);
            let mut drafts: Vec<Draft> =
                (0..3).map(|_| office::drawn(object, &mut draw, &state, &office.people)).collect();
            for draft in &mut drafts {
                if draw.percent(30) {
                    draft.foreign = Some(("old".to_owned(), draw.below(1_000_000).to_string()));
                }
            }
            for draft in drafts {
                // What does not fit (a circle, a part without a whole) is left out.
                let _ = world.records.write_now(&actor, move |gate| office::put(gate, &draft));
            }
            let rows: Vec<&Row> = state.values().filter(|row| !row.object.system).collect();
            if rows.is_empty() {
                continue;
            }
            let row = draw.one(&rows);
            let (id, object) = (row.id, row.object);
            let change = office::drawn(object, &mut draw, &state, &office.people);
            let what = draw.below(4);
            let _ = world.records.write_now(&actor, move |gate| {
                gate.as_engine("work in an office", |gate| match what {
                    0 => gate.trash(object, id, None),
                    1 => gate.restore(object, id),
                    _ => gate.update(id, None, change.clone()).map(|_| ()),
                })
            });
        }
        world.at(&format!("2026-03-{day:02}T23:00:00Z"));
        past.push((world.records.now(), office::state(world)));
    }
    world.at("2026-03-10T09:00:00Z");
    past
}

struct Round<'a> {
    world: &'a World,
    office: &'a Office,
    past: Vec<(Moment, State)>,
    seed: u64,
    draw: Draw,
}

impl Round<'_> {
    fn reads(&mut self) {
        let (state, shares) = (office::state(self.world), office::shares(self.world));
        let token = self.draw.one(&self.office.people);
        let actors = self.office.people.iter().map(|me| (*me, false)).chain([(token, true)]);
        for (me, only_reads) in actors.collect::<Vec<_>>() {
            let now = self.world.records.now();
            let oracle = Oracle { office: self.office, state: &state, shares: &shares, now, me, only_reads };
            let door = Doors {
                world: self.world,
                actor: oracle.actor(self.world.workspace),
                oracle: &oracle,
                seed: self.seed,
            };
            for object in ASKED {
                door.one_by_one(object);
                door.lists(object, &mut self.draw);
                door.exports(object);
                door.names(object, &mut self.draw);
                door.groups(object, &mut self.draw);
                door.filters(object, &mut self.draw);
                door.past(object, &self.past);
            }
            door.histories();
            door.searches();
            door.searches_copies();
            door.changes();
            if !only_reads {
                door.reasons();
            }
        }
    }

    /// The engine's hand shares some records, some of them for a while that is over soon.
    fn gives(&mut self) {
        let state = office::state(self.world);
        let shared = |row: &&Row| row.living() && OWN.contains(&row.object) && row.object.part_of.is_none();
        let rows: Vec<&Row> = state.values().filter(shared).collect();
        for _ in 0..25 {
            let (row, wish) =
                (self.draw.one(&rows), deeds::wish(&mut self.draw, self.office, self.world.records.now()));
            let (id, object, by) = (row.id, row.object, self.draw.one(&self.office.people));
            let given = self
                .world
                .records
                .write_now(&Actor::user(self.world.workspace, by, Door::Page), move |gate| {
                    gate.as_engine("share in an office", |gate| gate.share(object, id, &wish))
                });
            assert!(given.is_ok(), "CORDEE_SEED={}: {given:?}", self.seed);
        }
        self.world.clock.set(self.world.records.now().plus_seconds(7_200));
    }

    fn writes(&mut self) {
        let mut outsider = Outsider::of(&self.world.database);
        for step in 0..80 {
            // Time goes on, and shares end.
            self.world.clock.set(self.world.records.now().plus_seconds(600));
            let (state, shares) = (office::state(self.world), office::shares(self.world));
            let (me, only_reads) = (self.draw.one(&self.office.people), self.draw.percent(10));
            let now = self.world.records.now();
            let oracle = Oracle { office: self.office, state: &state, shares: &shares, now, me, only_reads };
            let deed = Deed::drawn(&mut self.draw, &oracle);
            let may = deed.may(&oracle);
            let before = outsider.digest();
            let actor = oracle.actor(self.world.workspace);
            let done = self.world.records.write_now(&actor, {
                let deed = deed.clone();
                move |gate| deed.done(gate)
            });
            let context = format!(
                "CORDEE_SEED={} {:?} step {step}: {deed:?} by {me} with {:?} gave {done:?}, and should {may:?}",
                self.seed,
                self.world.store.dialect(),
                oracle.scope(deed.object, Right::Read),
            );
            match (&done, may) {
                (Ok(()), May::Do) => {}
                (Err(problem), May::Not(allowed)) if allowed.contains(&name(problem)) => {}
                _ => panic_with(&context),
            }
            if done.is_err() {
                assert_eq!(outsider.digest(), before, "{context}: and something was written");
            } else {
                let after = office::state(self.world);
                deed.only_that(&state, &after, &context);
                deed.shares_follow(&oracle, &office::shares(self.world), &after, &context);
            }
            // Roles and people may have been changed by an administrator: the office goes on as it was.
        }
    }
}

#[track_caller]
fn panic_with(context: &str) {
    assert!(context.is_empty(), "{context}");
}

fn name(problem: &Problem) -> &'static str {
    match problem {
        Problem::NotFound => "not found",
        Problem::NotAllowed => "not allowed",
        Problem::Invalid(_) => "invalid",
        Problem::Conflict(_) => "conflict",
        _ => "other",
    }
}

/// Something that is tried on a record.
type Try = fn(&mut Gate<'_>, &'static Object, Id) -> Outcome<()>;

#[test]
fn another_workspace_is_another_world() {
    for world in worlds_of(office::catalog) {
        let office = office::furnish(&world, 1);
        live(&world, &office, 1);
        let founding = Founding {
            name: "Other".into(),
            currency: cordee_base::Currency::EUR,
            zone: "UTC".into(),
            language: "en".into(),
        };
        let other = world.records.found(&founding, |_| Ok(())).expect("a workspace");
        let mut outsider = Outsider::of(&world.database);
        let before = outsider.digest();
        for (id, row) in office::state(&world) {
            let (object, engine) = (row.object, Actor::system(other, "a test"));
            let seen = world.records.read_now(&engine, move |gate| {
                let now = gate.now();
                let all = Query::of(object);
                let outcomes = [
                    gate.get(object, id).err(),
                    gate.get_trashed(object, id).err(),
                    gate.get_as_of(object, id, now).err(),
                    gate.history(object, id, None, 10).err(),
                ];
                let empty = gate.titles(object, &[id])?.is_empty() && gate.count(&all)? == 0;
                Ok((outcomes.iter().all(|outcome| *outcome == Some(Problem::NotFound)), empty))
            });
            assert_eq!(seen, Ok((true, true)), "{} {id}", object.name);
            let deeds: [Try; 6] = [
                |gate, object, id| {
                    let mut draft = Draft::new(object);
                    draft.set("name", Value::Text("taken".to_owned()));
                    gate.update(id, None, draft).map(|_| ())
                },
                |gate, object, id| gate.trash(object, id, None),
                |gate, object, id| gate.restore(object, id),
                |gate, object, id| gate.purge(object, id),
                |gate, _, id| gate.unmerge(&FIRM, id).map(|_| ()),
                |gate, object, id| {
                    let mut draft = Draft::new(&MEMO);
                    draft.set("name", Value::Text("a link out".to_owned()));
                    draft.set(if object == &FIRM { "firm" } else { "part" }, Value::Link(id));
                    gate.create(draft).map(|_| ())
                },
            ];
            for deed in deeds {
                assert!(world.records.write_now(&engine, move |gate| deed(gate, object, id)).is_err());
            }
        }
        assert_eq!(outsider.digest(), before);
    }
}

#[test]
fn who_is_not_active_has_no_gate() {
    for world in worlds_of(office::catalog) {
        let all =
            world.role("All", r#"{"objects": {"*": {"read": "all", "create": "all"}}, "administers": true}"#);
        let ann = world.person("Ann", all, None);
        let id = ann.user_id().expect("a person");
        let count = |actor: &Actor| world.records.read_now(actor, |gate| gate.count(&Query::of(&TASK)));
        assert_eq!(count(&ann), Ok(0));
        let off = Draft::new(&system::user::USER).with(system::user::ACTIVE, false);
        world
            .records
            .write_now(&world.system(), move |gate| gate.update(id, None, off.clone()))
            .expect("put off");
        assert_eq!(count(&ann), Err(Problem::SignInNeeded));
        let on = Draft::new(&system::user::USER).with(system::user::ACTIVE, true);
        world
            .records
            .write_now(&world.system(), move |gate| gate.update(id, None, on.clone()))
            .expect("back");
        assert_eq!(count(&ann), Ok(0));
        world
            .records
            .write_now(&world.system(), move |gate| gate.trash(&system::user::USER, id, None))
            .expect("gone");
        assert_eq!(count(&ann), Err(Problem::SignInNeeded));
        let nobody = Actor::user(world.workspace, Id::from_i64(12345), Door::Api);
        assert_eq!(count(&nobody), Err(Problem::SignInNeeded));
    }
}
