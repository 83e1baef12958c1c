//! `cordee audit …`: whether the journal stands as it was written, and what happened to how people sign in.

use clap::Subcommand;
use cordee_base::Id;
use cordee_kit::audited_json;
use cordee_records::sign_in::{SecurityEvent, SecurityQuery};
use cordee_records::{AuditQuery, Audited, Verb};
use serde_json::{Value as Json, json};

use crate::arguments::Global;
use crate::desk::{Desk, plain};
use crate::output::{Out, Side};
use crate::trouble::{Exit, Trouble};

/// What to do with the journal.
#[derive(Subcommand)]
pub enum Audit {
    /// Check that no entry was changed, added, moved or taken out
    Verify,
    /// Show who did what to which record, through which door; the latest first
    List {
        /// Only what this user did
        #[arg(long, value_name = "EMAIL|ID")]
        user: Option<String>,
        /// Only what was done to records of this object
        #[arg(long, value_name = "OBJECT")]
        object: Option<String>,
        /// Only what was done to this record
        #[arg(long, value_name = "ID")]
        record: Option<Id>,
        /// Only what came through this door: page, api, command_line, import, …
        #[arg(long, value_name = "DOOR")]
        door: Option<String>,
        /// Only what was done so: create, update, trash, …
        #[arg(long, value_name = "VERB", value_parser = verb)]
        verb: Option<Verb>,
        /// Only entries before the one with this number
        #[arg(long, value_name = "NUMBER")]
        before: Option<i64>,
        /// How many at the most
        #[arg(long, default_value_t = 50, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=200))]
        limit: u32,
    },
    /// Show who signed in, who tried to, and what was changed about signing in; the latest first
    Security {
        /// Only what concerns this user
        #[arg(long, value_name = "EMAIL|ID")]
        user: Option<String>,
        /// Only events of this kind: sign_in_failed, token_made, …
        #[arg(long, value_name = "EVENT")]
        event: Option<String>,
        /// How many at the most
        #[arg(long, default_value_t = 50, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=200))]
        limit: u32,
    },
}

impl Audit {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let desk = Desk::open(global, out)?;
        match self {
            Audit::Verify => verify(&desk, out),
            Audit::List { user, object, record, door, verb, before, limit } => {
                let actor = user.map(|user| desk.user(&user)).transpose()?;
                let query =
                    AuditQuery { actor, object, record, door, verb, before, limit, ..AuditQuery::default() };
                list(&desk, &query, out)
            }
            Audit::Security { user, event, limit } => security(&desk, user.as_deref(), event, limit, out),
        }
    }
}

fn verify(desk: &Desk, out: &Out) -> Result<(), Trouble> {
    let verdict = desk.read(|gate| gate.verify_journal())?;
    if out.json {
        let (checked, broken) = (verdict.checked, verdict.broken_at);
        out.json(&json!({ "checked": checked, "broken_at": broken, "head": verdict.head }))?;
    } else {
        let checked = ("count", verdict.checked.into());
        match verdict.broken_at {
            None => out.say("command-journal-sound", &[checked, ("head", verdict.head.as_str().into())])?,
            Some(seq) => out.say("command-journal-broken", &[checked, ("seq", seq.to_string().into())])?,
        }
    }
    if verdict.broken_at.is_some() { Err(Trouble::Found(Exit::Failed)) } else { Ok(()) }
}

fn verb(text: &str) -> Result<Verb, String> {
    Verb::named(text).ok_or_else(|| Verb::ALL.map(|(name, _)| name).join(", "))
}

fn list(desk: &Desk, query: &AuditQuery, out: &Out) -> Result<(), Trouble> {
    let asked = query.clone();
    let found = desk.read(move |gate| gate.audit_log(&asked))?;
    if out.json {
        let data: Vec<Json> = found.iter().map(audited_json).collect();
        return out.json(&json!({ "data": data }));
    }
    let word = |key: &str| cordee_i18n::say(out.language, key, &[]);
    let keys = ["audit-when", "audit-who", "audit-what", "audit-record", "audit-changes", "audit-door"];
    let head: Vec<(String, Side)> = keys.into_iter().map(|key| (word(key), Side::Left)).collect();
    let row = |one: &Audited| {
        let entry = &one.entry;
        let title = one.title.clone().unwrap_or_else(|| one.record.to_string());
        let fields: Vec<&str> = entry.changes.iter().map(|change| change.field).collect();
        let cells = [
            entry.actor_name.clone().unwrap_or_else(|| word("app-name")),
            word(&format!("audit-verb-{}", entry.verb)),
            format!("{}: {title}", one.object_name),
            fields.join(", "),
            word(&format!("door-{}", entry.door.replace('_', "-"))),
        ];
        std::iter::once(desk.locale.moment(entry.at)).chain(cells.iter().map(|cell| plain(cell))).collect()
    };
    out.table(&head, &found.iter().map(row).collect::<Vec<Vec<String>>>())
}

fn security(
    desk: &Desk,
    user: Option<&str>,
    event: Option<String>,
    limit: u32,
    out: &Out,
) -> Result<(), Trouble> {
    let user = user.map(|user| desk.user(user)).transpose()?;
    let query = SecurityQuery { user, event, cursor: None, limit };
    let (events, _) = desk.read(move |gate| gate.security_events(&query))?;
    if out.json {
        let events: Vec<Json> = events.iter().map(SecurityEvent::json).collect();
        return out.json(&json!({ "events": events }));
    }
    let word = |key| cordee_i18n::say(out.language, key, &[]);
    let keys = ["security-when", "security-event-event", "security-event-user", "security-event-done-by"];
    let more = ["security-event-address", "security-event-agent"];
    let head: Vec<(String, Side)> = keys.into_iter().chain(more).map(|key| (word(key), Side::Left)).collect();
    let row = |event: &SecurityEvent| {
        let what = cordee_i18n::option(out.language, "security_event", "event", &event.event);
        let detail = if event.detail.is_empty() { String::new() } else { format!(": {}", event.detail) };
        let by = event.done_by.as_ref().map(|(_, name)| name.as_str()).unwrap_or_default();
        let cells = [&format!("{what}{detail}"), &event.user.1, by, &event.address, &event.agent];
        let when = desk.locale.moment(event.at);
        std::iter::once(when).chain(cells.into_iter().map(plain)).collect()
    };
    out.table(&head, &events.iter().map(row).collect::<Vec<Vec<String>>>())
}
