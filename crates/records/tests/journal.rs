//! Whoever changes the journal behind Cordee's back is found out.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use cordee_records::{Database, Door, Verdict};
use cordee_schema::{Draft, Value};
use support::draw::Draw;
use support::office::{self, FIRM};
use support::tables::Outsider;
use support::{World, seeds, sqlite_world, times, worlds_of};

const TABLES: [&str; 3] = ["journal", "journal_values", "journal_head"];

fn firm(name: &str) -> Draft {
    let mut draft = Draft::new(&FIRM);
    draft.set("name", Value::Text(name.to_owned()));
    draft
}

/// A journal of people, the engine and an import; gives how many entries it has.
fn written(world: &World) -> i64 {
    let role = world.role(
        "All",
        r#"{"objects": {"*": {"read": "all", "create": "all", "edit": "all"}}, "imports": true}"#,
    );
    let ann = world.person("Ann", role, None);
    let import = cordee_base::Id::from_i64(4711);
    for (number, actor) in [ann.clone(), world.system(), ann.through(Door::Import(import))]
        .into_iter()
        .cycle()
        .take(24)
        .enumerate()
    {
        world.at(&format!("2026-03-02T10:{number:02}:00Z"));
        let (draft, change) = (firm(&format!("Firm {number}")), firm(&format!("Firm {number}, called anew")));
        let done = world.records.write_now(&actor, move |gate| {
            let id = gate.create(draft.clone())?;
            gate.update(id, None, change.clone())
        });
        done.expect("written");
    }
    verify(world).checked
}

fn verify(world: &World) -> Verdict {
    world.records.read_now(&world.system(), |gate| gate.verify_journal()).expect("a verdict")
}

/// Something done to the tables of the journal.
struct Tamper<'a> {
    draw: &'a mut Draw,
    entries: i64,
    bytes: fn(&str) -> String,
    later: &'static str,
}

impl Tamper<'_> {
    fn seq(&mut self) -> i64 {
        1 + self.draw.below(self.entries as usize) as i64
    }

    fn random(&mut self, length: usize) -> String {
        let hex: String = (0..length).map(|_| format!("{:02x}", self.draw.below(256))).collect();
        (self.bytes)(&hex)
    }

    fn drawn(&mut self) -> Vec<String> {
        match self.draw.below(10) {
            0..=4 => self.flip(),
            5 => self.delete(),
            6 => self.insert(),
            7 => self.swap(),
            8 => self.truncate(),
            _ => self.head(),
        }
    }

    fn set(&self, table: &str, column: &str, value: &str, seq: i64) -> Vec<String> {
        vec![format!(
            "UPDATE {table} SET {column} = {value} WHERE seq = {seq} AND {column} IS DISTINCT FROM {value}"
        )]
    }

    fn flip(&mut self) -> Vec<String> {
        let (seq, bytes) = (self.seq(), self.random(32));
        let salt = self.random(16);
        let (table, column, value) = match self.draw.below(16) {
            0 => ("journal", "at", self.later.to_owned()),
            1 => ("journal", "actor", "NULL".to_owned()),
            2 => ("journal", "actor", "0".to_owned()),
            3 => ("journal", "actor", "77".to_owned()),
            4 => ("journal", "reason", "'for no reason'".to_owned()),
            5 => ("journal", "door", "'api'".to_owned()),
            6 => ("journal", "import", "0".to_owned()),
            7 => ("journal", "import", "NULL".to_owned()),
            8 => ("journal", "object", "'task'".to_owned()),
            9 => ("journal", "record", "record + 1".to_owned()),
            10 => ("journal", "verb", "'purge'".to_owned()),
            11 => ("journal", "digest", bytes),
            12 => ("journal", "hash", bytes),
            13 => ("journal_values", "salt", salt),
            14 => ("journal_values", "body", "body || ' '".to_owned()),
            _ => ("journal_values", "salt", "NULL".to_owned()),
        };
        self.set(table, column, &value, seq)
    }

    fn delete(&mut self) -> Vec<String> {
        let table = self.draw.one(&TABLES[..2]);
        vec![format!("DELETE FROM {table} WHERE seq = {}", self.seq())]
    }

    fn insert(&mut self) -> Vec<String> {
        let (seq, next) = (self.seq(), self.entries + 1 + self.draw.below(3) as i64);
        let journal = format!(
            "INSERT INTO journal SELECT workspace_id, {next}, at, actor, reason, door, import, object, record, verb, \
             digest, hash FROM journal WHERE seq = {seq}"
        );
        let values = format!(
            "INSERT INTO journal_values SELECT workspace_id, {next}, salt, body FROM journal_values WHERE seq = {seq}"
        );
        match self.draw.below(3) {
            0 => vec![journal],
            1 => vec![values],
            _ => vec![journal, values, format!("UPDATE journal_head SET seq = {next}")],
        }
    }

    fn swap(&mut self) -> Vec<String> {
        let one = self.seq();
        let other = one % self.entries + 1;
        let swap = |table: &str| {
            [(one, -1), (other, one), (-1, other)]
                .map(|(from, to)| format!("UPDATE {table} SET seq = {to} WHERE seq = {from}"))
        };
        match self.draw.below(3) {
            0 => swap("journal").to_vec(),
            1 => swap("journal_values").to_vec(),
            _ => [swap("journal"), swap("journal_values")].concat(),
        }
    }

    fn truncate(&mut self) -> Vec<String> {
        let from = self.seq();
        TABLES[..2].iter().map(|table| format!("DELETE FROM {table} WHERE seq >= {from}")).collect()
    }

    fn head(&mut self) -> Vec<String> {
        let hash = self.random(32);
        vec![match self.draw.below(4) {
            0 => "DELETE FROM journal_head".to_owned(),
            1 => "UPDATE journal_head SET seq = seq - 1".to_owned(),
            2 => "UPDATE journal_head SET seq = seq + 1".to_owned(),
            _ => format!("UPDATE journal_head SET hash = {hash}"),
        }]
    }
}

/// Keeps a copy of the journal beside it, to put it back.
fn keep(outsider: &mut Outsider) {
    for table in TABLES {
        outsider.run(&format!("CREATE TABLE kept_{table} AS SELECT * FROM {table}"));
    }
}

fn put_back(outsider: &mut Outsider) {
    for table in TABLES {
        outsider.run(&format!("DELETE FROM {table}"));
        outsider.run(&format!("INSERT INTO {table} SELECT * FROM kept_{table}"));
    }
}

#[test]
fn every_change_behind_its_back_is_found() {
    for seed in seeds(1, 5) {
        for world in worlds_of(office::catalog) {
            let entries = written(&world);
            let whole = verify(&world);
            let mut outsider = Outsider::of(&world.database);
            keep(&mut outsider);
            let lite = matches!(world.database, Database::Sqlite(_));
            let (bytes, later): (fn(&str) -> String, _) = match lite {
                true => (|hex| format!("X'{hex}'"), "at + 1"),
                false => (|hex| format!("'\\x{hex}'::bytea"), "at + interval '1 microsecond'"),
            };
            let mut draw = Draw::new(seed);
            let mut found = 0;
            while found < times(200, 1_000) {
                let statements = Tamper { draw: &mut draw, entries, bytes, later }.drawn();
                let changed: u64 = statements.iter().map(|statement| outsider.run(statement)).sum();
                if changed > 0 {
                    let verdict = verify(&world);
                    assert!(
                        verdict.broken_at.is_some(),
                        "CORDEE_SEED={seed} {:?}: {statements:?} is not found: {verdict:?}",
                        world.store.dialect()
                    );
                    found += 1;
                }
                put_back(&mut outsider);
            }
            assert_eq!(verify(&world), whole, "put back as it was");
        }
    }
}

#[test]
fn a_tail_cut_off_with_its_head_shows_only_against_a_head_kept_elsewhere() {
    for world in worlds_of(office::catalog) {
        let entries = written(&world);
        let kept = verify(&world).head;
        let mut outsider = Outsider::of(&world.database);
        let hash = format!("(SELECT hash FROM journal WHERE seq = {})", entries - 3);
        outsider.run(&format!("UPDATE journal_head SET seq = {}, hash = {hash}", entries - 3));
        for table in &TABLES[..2] {
            outsider.run(&format!("DELETE FROM {table} WHERE seq > {}", entries - 3));
        }
        let cut = verify(&world);
        assert_eq!((cut.broken_at, cut.checked), (None, entries - 3), "the chain alone does not tell");
        assert_ne!(cut.head, kept, "the head does");
    }
}

#[test]
fn erased_values_leave_the_chain_whole_and_are_counted() {
    for world in worlds_of(office::catalog) {
        let entries = written(&world);
        let before = verify(&world);
        let mut outsider = Outsider::of(&world.database);
        outsider.run("UPDATE journal_values SET salt = NULL, body = NULL WHERE seq IN (5, 7)");
        let after = verify(&world);
        assert_eq!((after.checked, after.erased, after.broken_at), (entries, 2, None));
        assert_eq!((after.head, before.erased), (before.head, 0));
    }
}

#[test]
fn another_key_opens_nothing() {
    let world = sqlite_world(office::catalog);
    written(&world);
    let stranger = world.with_key([8; 32]);
    let verdict = stranger.read_now(&world.system(), |gate| gate.verify_journal()).expect("a verdict");
    assert_eq!((verdict.checked, verdict.broken_at), (0, Some(1)));
}
