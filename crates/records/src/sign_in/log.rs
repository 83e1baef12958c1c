//! The log of security: who signed in, who tried to, and what was changed about how one signs in.

use cordee_base::{Fault, Id, Moment, Outcome, Problem};
use cordee_schema::{Draft, Filter, Path, Value};
use serde_json::{Value as Json, json};

use crate::system::security_event::{self, EVENTS, SECURITY_EVENT};
use crate::{Gate, Query};

/// Something that happened, as it is shown.
#[derive(Clone, Debug)]
pub struct SecurityEvent {
    /// Its id.
    pub id: Id,
    /// When.
    pub at: Moment,
    /// What, by its key in [`security_event::EVENTS`].
    pub event: String,
    /// To whom.
    pub user: (Id, String),
    /// By whom; none if nobody had shown yet who they are, or the engine did it.
    pub done_by: Option<(Id, String)>,
    /// What it was about, such as the name of a token.
    pub detail: String,
    /// The way in.
    pub door: String,
    /// The address it came from.
    pub address: String,
    /// The browser or program, as it calls itself.
    pub agent: String,
}

/// Which events.
#[derive(Clone, Debug, Default)]
pub struct SecurityQuery {
    /// Of whom; of all, which only administrators may ask, if nobody is named.
    pub user: Option<Id>,
    /// Only those of this key.
    pub event: Option<String>,
    /// Where the page before left off.
    pub cursor: Option<String>,
    /// How many at the most.
    pub limit: u32,
}

impl SecurityEvent {
    /// The event as programs read it.
    pub fn json(&self) -> Json {
        let person = |(id, name): &(Id, String)| json!({ "id": id.to_string(), "name": name });
        json!({
            "id": self.id.to_string(),
            "at": self.at.to_string(),
            "event": self.event,
            "user": person(&self.user),
            "done_by": self.done_by.as_ref().map(person),
            "detail": self.detail,
            "door": self.door,
            "address": self.address,
            "agent": self.agent,
        })
    }
}

impl Gate<'_> {
    /// The latest events first, and where the next page begins: one's own, or anybody's for an administrator.
    pub fn security_events(
        &mut self,
        asked: &SecurityQuery,
    ) -> Outcome<(Vec<SecurityEvent>, Option<String>)> {
        self.needs_oneself()?;
        if asked.user.is_none() || asked.user != self.access.user {
            self.needs_administrator()?;
        }
        let is = |name: &str, value: Value| {
            let field = SECURITY_EVENT.field(name).ok_or(Problem::NotFound)?;
            Ok::<_, Problem>(Filter::is(Path::field(&SECURITY_EVENT, field), value))
        };
        let mut query = Query::of(&SECURITY_EVENT).limit(asked.limit);
        if let Some(user) = asked.user {
            query = query.filter(is("user", Value::Link(user))?);
        }
        if let Some(event) = &asked.event {
            if EVENTS.iter().all(|known| known.key != event) {
                let known: Vec<&str> = EVENTS.iter().map(|known| known.key).collect();
                let fault = Fault::at("event", "error-choice").with("value", event);
                return Err(fault.with("options", known.join(", ")).into());
            }
            query = query.filter(is("event", Value::Text(event.clone()))?);
        }
        query.cursor.clone_from(&asked.cursor);
        let page =
            self.as_engine("the log of security, for oneself or an administrator", |gate| gate.list(&query))?;
        let person = |record: &cordee_schema::Record, field: cordee_schema::Field<Id>| {
            let id = record.get(field)?;
            Some((id, record.title_of(field.name()).unwrap_or_default().to_owned()))
        };
        let told = |record: cordee_schema::Record| {
            Some(SecurityEvent {
                id: record.head.id,
                at: record.head.created_at,
                event: record.get(security_event::EVENT)?,
                user: person(&record, security_event::USER)?,
                done_by: person(&record, security_event::DONE_BY),
                detail: record.get(security_event::DETAIL).unwrap_or_default(),
                door: record.get(security_event::DOOR).unwrap_or_default(),
                address: record.get(security_event::ADDRESS).unwrap_or_default(),
                agent: record.get(security_event::AGENT).unwrap_or_default(),
            })
        };
        Ok((page.records.into_iter().filter_map(told).collect(), page.next))
    }

    /// Tells that a backup of everything was made or taken home (`event`), by an administrator who has shown lately who
    /// they are.
    pub fn tell_backup(&mut self, event: &'static str, name: &str) -> Outcome<()> {
        self.needs_administrator()?;
        self.needs_recent()?;
        let me = self.access.user.ok_or(Problem::SignInNeeded)?;
        self.tell_security(me, event, name)
    }

    /// Tells what happened to how `user` signs in.
    pub(crate) fn tell_security(&mut self, user: Id, event: &'static str, detail: &str) -> Outcome<()> {
        let mut draft = Draft::new(&SECURITY_EVENT)
            .with(security_event::USER, user)
            .with(security_event::EVENT, event.to_owned())
            .with(security_event::DOOR, self.actor.door.name().to_owned());
        if let Some(me) = self.actor.user_id() {
            draft.set("done_by", Value::Link(me));
        }
        let place = self.actor.place.as_deref();
        let texts = [
            ("detail", detail),
            ("address", place.map_or("", |place| place.address.as_str())),
            ("agent", place.map_or("", |place| place.agent.as_str())),
        ];
        for (name, text) in texts.map(|(name, text)| (name, plain(text))) {
            if !text.is_empty() {
                draft.set(name, Value::Text(text));
            }
        }
        self.as_engine("tell of security", |gate| gate.create(draft.clone())).map(|_| ())
    }
}

/// What stands on one line of a log, however it was sent.
fn plain(text: &str) -> String {
    let line: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    line.trim().chars().take(200).collect()
}
