//! Writing entries: numbered without gaps under the workspace's head row, each chained to the one before.

use std::borrow::Cow;

use cordee_base::{Chance, Id, Moment};
use cordee_schema::{Cell, ColumnType, Draft, FieldDef, Object, Value};
use cordee_store::{Dialect, Fail, Insert, Select, Session, Update};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use crate::{Actor, Gate, Who, tables};

/// The key of the chain, which stands outside the database.
#[derive(Clone)]
pub struct JournalKey(pub [u8; 32]);

/// HMAC-SHA256 (RFC 2104) with the key taken in, to be cloned for each entry.
pub(crate) type Keyed = Hmac<Sha256>;

/// How many bytes of chance go into the digest of an entry.
pub(crate) const SALT: usize = 16;

impl JournalKey {
    pub(crate) fn keyed(&self) -> Keyed {
        Hmac::new_from_slice(&self.0).expect("HMAC takes a key of any length")
    }

    /// The key in hexadecimal.
    pub fn hexadecimal(&self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// A name of the key by which it is recognised, and which gives nothing of it away.
    pub fn id(&self) -> String {
        let digest = Sha256::new().chain_update("cordee journal key ").chain_update(self.0).finalize();
        digest[..8].iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// A record was created.
    Create,
    /// Fields were changed.
    Update,
    /// It went to the trash.
    Trash,
    /// It came back.
    Restore,
    /// It was taken out for good.
    Purge,
    /// Another record was merged into it.
    Merge,
    /// A merge was undone.
    Unmerge,
    /// A file was added to it.
    Attach,
    /// A file was removed from it.
    Detach,
    /// It was shared with a person or a team.
    Share,
    /// It is shared with them no more.
    Unshare,
    /// Somebody signed in, a token was made, a password was set.
    Security,
}

impl Verb {
    /// All verbs with their names in the journal.
    pub const ALL: [(&'static str, Verb); 12] = [
        ("create", Verb::Create),
        ("update", Verb::Update),
        ("trash", Verb::Trash),
        ("restore", Verb::Restore),
        ("purge", Verb::Purge),
        ("merge", Verb::Merge),
        ("unmerge", Verb::Unmerge),
        ("attach", Verb::Attach),
        ("detach", Verb::Detach),
        ("share", Verb::Share),
        ("unshare", Verb::Unshare),
        ("security", Verb::Security),
    ];

    /// The name in the journal.
    pub fn name(self) -> &'static str {
        Verb::ALL.iter().find(|(_, verb)| *verb == self).map_or("", |(name, _)| name)
    }

    /// The verb with this name in the journal.
    pub fn named(name: &str) -> Option<Verb> {
        Verb::ALL.iter().find(|(known, _)| *known == name).map(|(_, verb)| *verb)
    }
}

/// An entry that is not sealed yet.
#[derive(Debug)]
pub(crate) struct Pending {
    pub object: &'static str,
    pub record: Id,
    pub verb: Verb,
    /// What changed, as JSON.
    pub body: String,
}

impl Pending {
    /// An entry of what changed, by field, from what to what.
    pub(crate) fn new(
        object: &'static Object,
        record: Id,
        verb: Verb,
        changes: Vec<(&'static str, Value, Value)>,
    ) -> Pending {
        let mut body = Body::new();
        for (name, old, new) in &changes {
            let Some(field) = object.field(name) else { continue };
            body.change(field, old, new);
        }
        Pending { object: object.name, record, verb, body: body.finish() }
    }

    /// The entry of a new record.
    pub(crate) fn created(record: Id, draft: &Draft) -> Pending {
        let mut body = Body::new();
        let told =
            |field: &FieldDef, value: &Value| !field.secret && field.formula.is_none() && !value.is_none();
        for (field, value) in draft.fields().filter(|(field, value)| told(field, value)) {
            body.change(field, &Value::None, value);
        }
        Pending { object: draft.object.name, record, verb: Verb::Create, body: body.finish() }
    }

    /// An entry with a body of its own.
    pub(crate) fn with_body(object: &'static Object, record: Id, verb: Verb, body: Json) -> Pending {
        Pending { object: object.name, record, verb, body: body.to_string() }
    }
}

/// The body of an entry in the making: `{"name":[old,new],…}`, written straight as text.
struct Body(String);

impl Body {
    fn new() -> Body {
        Body(String::with_capacity(512))
    }

    fn change(&mut self, field: &FieldDef, old: &Value, new: &Value) {
        self.0.push(if self.0.is_empty() { '{' } else { ',' });
        self.text(field.name);
        self.0.push_str(":[");
        self.value(field, old);
        self.0.push(',');
        self.value(field, new);
        self.0.push(']');
    }

    fn value(&mut self, field: &FieldDef, value: &Value) {
        match value {
            Value::None => self.0.push_str("null"),
            Value::Text(text) => self.text(text),
            value => self.0.push_str(&field.kind.behave().json(value).to_string()),
        }
    }

    fn text(&mut self, text: &str) {
        let plain = |byte: u8| byte >= b' ' && byte != b'"' && byte != b'\\';
        if text.bytes().all(plain) {
            self.0.push('"');
            self.0.push_str(text);
            self.0.push('"');
        } else {
            self.0.push_str(&Json::from(text).to_string());
        }
    }

    fn finish(mut self) -> String {
        self.0.push_str(if self.0.is_empty() { "{}" } else { "}" });
        self.0
    }
}

impl Gate<'_> {
    /// Notes an entry, to be sealed at the end of the transaction.
    pub(crate) fn note(&mut self, entry: Pending) {
        self.whole.remove(entry.object);
        self.entries.push(entry);
    }

    /// The number that the last sealed entry has.
    pub fn journal_position(&mut self) -> Result<i64, cordee_base::Problem> {
        let head = head(self.session, self.actor.workspace, false).map_err(|fail| self.failed(fail))?;
        Ok(head.map_or(0, |(seq, _)| seq))
    }
}

/// The number and the hash of the last entry.
pub(crate) fn head(
    session: &mut dyn Session,
    workspace: Id,
    for_update: bool,
) -> Result<Option<(i64, Vec<u8>)>, Fail> {
    let select = Select::from(tables::JOURNAL_HEAD, "h")
        .column("seq", ColumnType::Int)
        .column("hash", ColumnType::Bytes)
        .having("workspace_id", workspace);
    let rows = session.rows(&Select { for_update, ..select })?;
    Ok(rows.first().and_then(|row| Some((row[0].as_int()?, row[1].as_bytes()?.to_vec()))))
}

/// Keeps other servers from writing in this workspace until the end of the transaction. They would have to wait for one
/// another at the seal in any case; waiting here, none writes from what another has changed since it looked.
pub(crate) fn alone(session: &mut dyn Session, workspace: Id) -> Result<(), Fail> {
    match session.dialect() {
        Dialect::Postgres => head(session, workspace, true).map(|_| ()),
        // One writer, always.
        Dialect::Sqlite => Ok(()),
    }
}

/// Seals the entries of a transaction.
pub(crate) fn seal(
    session: &mut dyn Session,
    key: &JournalKey,
    chance: &mut dyn Chance,
    actor: &Actor,
    at: Moment,
    entries: Vec<Pending>,
) -> Result<(), Fail> {
    if entries.is_empty() {
        return Ok(());
    }
    let workspace = actor.workspace;
    let (mut seq, mut hash) = match head(session, workspace, true)? {
        Some(head) => head,
        None => {
            let cells = vec![
                ("workspace_id", workspace.into()),
                ("seq", Cell::Int(0)),
                ("hash", Cell::Bytes(vec![0; 32])),
            ];
            let first = Insert {
                unless_there: Some(vec!["workspace_id"]),
                ..Insert::row(tables::JOURNAL_HEAD, cells)
            };
            session.insert(&first)?;
            head(session, workspace, true)?.ok_or(Fail::Retry)?
        }
    };
    let names = |names: &[&'static str]| names.iter().map(|name| Cow::Borrowed(*name)).collect::<Vec<_>>();
    let mut journal = Insert::into(tables::JOURNAL, names(&tables::JOURNAL_COLUMNS));
    let mut values = Insert::into(tables::JOURNAL_VALUES, names(&["workspace_id", "seq", "salt", "body"]));
    let keyed = key.keyed();
    let mut salts = vec![0; SALT * entries.len()];
    chance.fill(&mut salts);
    for (entry, salt) in entries.into_iter().zip(salts.chunks(SALT)) {
        seq += 1;
        let sealed = Sealed {
            workspace,
            seq,
            at,
            actor: actor.user_id(),
            reason: match &actor.who {
                Who::System(why) => why,
                _ => "",
            },
            door: actor.door.name(),
            import: actor.door.import(),
            object: entry.object,
            record: entry.record,
            verb: entry.verb.name(),
            digest: digest(salt, &entry.body),
        };
        hash = sealed.hash(keyed.clone(), &hash);
        journal.rows.push(sealed.row(&hash));
        let salt = Cell::Bytes(salt.to_vec());
        values.rows.push(vec![workspace.into(), seq.into(), salt, Cell::Text(entry.body)]);
    }
    session.insert(&journal)?;
    session.insert(&values)?;
    let update = Update::of(tables::JOURNAL_HEAD).set("seq", seq).set("hash", Cell::Bytes(hash));
    session.update(&update.having("workspace_id", workspace))?;
    Ok(())
}

/// The digest of the values, salted so that it tells nothing once they are erased. A salt has one length, so that no
/// part of the body passes for salt.
pub(crate) fn digest(salt: &[u8], body: &str) -> Vec<u8> {
    let mut digest = Sha256::new();
    digest.update(salt);
    digest.update(body.as_bytes());
    digest.finalize().to_vec()
}

/// An entry with all that is hashed.
pub(crate) struct Sealed<'a> {
    pub workspace: Id,
    pub seq: i64,
    pub at: Moment,
    pub actor: Option<Id>,
    pub reason: &'a str,
    pub door: &'a str,
    pub import: Option<Id>,
    pub object: &'a str,
    pub record: Id,
    pub verb: &'a str,
    pub digest: Vec<u8>,
}

impl Sealed<'_> {
    /// The code over the hash before it and all columns, each with its length.
    pub(crate) fn hash(&self, mut mac: Keyed, before: &[u8]) -> Vec<u8> {
        // Nobody is not the same as number nought.
        let id = |id: Option<Id>| id.map_or(Vec::new(), |id| id.as_i64().to_be_bytes().to_vec());
        let parts: [&[u8]; 11] = [
            before,
            &self.workspace.as_i64().to_be_bytes(),
            &self.seq.to_be_bytes(),
            &self.at.micros().to_be_bytes(),
            &id(self.actor),
            self.reason.as_bytes(),
            self.door.as_bytes(),
            &id(self.import),
            self.object.as_bytes(),
            &self.record.as_i64().to_be_bytes(),
            self.verb.as_bytes(),
        ];
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.update(&self.digest);
        mac.finalize().into_bytes().to_vec()
    }

    fn row(&self, hash: &[u8]) -> Vec<Cell> {
        vec![
            self.workspace.into(),
            self.seq.into(),
            self.at.into(),
            self.actor.into(),
            self.reason.into(),
            self.door.into(),
            self.import.into(),
            self.object.into(),
            self.record.into(),
            self.verb.into(),
            Cell::Bytes(self.digest.clone()),
            Cell::Bytes(hash.to_vec()),
        ]
    }
}
