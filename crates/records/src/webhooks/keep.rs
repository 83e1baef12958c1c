//! Making, changing and ending webhooks, for administrators: what is told leaves the house.

use cordee_base::{Fault, Id, Moment, Outcome, Problem};
use cordee_schema::{Draft, Filter, Object, Record, Value};

use super::lane;
use crate::system::webhook::{
    ACTIVE, AFTER_SEQ, FAILING_SINCE, FILTER, KINDS, NAME, OBJECTS, OLD_UNTIL, OWNER, REASON, URL, WEBHOOK,
};
use crate::{Gate, JobInfo, JobsAsked, Query};

/// A webhook as administrators see it.
#[derive(Clone, Debug)]
pub struct WebhookInfo {
    /// Its id.
    pub id: Id,
    /// What it is for.
    pub name: String,
    /// Where messages go.
    pub url: String,
    /// With whose rights it is told.
    pub owner: Option<Id>,
    /// What the owner is called.
    pub owner_name: String,
    /// Of which objects, by name; of all, if none is named.
    pub objects: Vec<String>,
    /// Of which kinds of change; of all, if none is named.
    pub kinds: Vec<String>,
    /// What the records must be like.
    pub filter: Option<String>,
    /// Whether it is told.
    pub active: bool,
    /// Why Cordee switched it off.
    pub reason: Option<String>,
    /// Since when nothing came through.
    pub failing_since: Option<Moment>,
    /// Until when messages are signed with the secret before too.
    pub old_until: Option<Moment>,
    /// When it was made.
    pub created_at: Moment,
    pub(super) after: i64,
}

/// What a webhook is to be like; what is not said stays as it is.
#[derive(Clone, Debug, Default)]
pub struct WebhookWish {
    /// What it is for.
    pub name: Option<String>,
    /// Where messages go.
    pub url: Option<String>,
    /// With whose rights it is told; whoever makes it, if nobody is named.
    pub owner: Option<Id>,
    /// Of which objects, in either number; none for all.
    pub objects: Option<Vec<String>>,
    /// Of which kinds of change; none for all.
    pub kinds: Option<Vec<String>>,
    /// What the records must be like; empty for anything.
    pub filter: Option<String>,
    /// Whether it is told.
    pub active: Option<bool>,
}

impl Gate<'_> {
    /// All webhooks, the latest first.
    pub fn webhooks(&mut self) -> Outcome<Vec<WebhookInfo>> {
        self.needs_administrator()?;
        let query = Query::of(&WEBHOOK).limit(Query::MOST);
        let page = self.as_engine("list webhooks for an administrator", |gate| gate.list(&query))?;
        Ok(page.records.iter().map(info).collect())
    }

    /// One webhook.
    pub fn webhook(&mut self, id: Id) -> Outcome<WebhookInfo> {
        self.needs_administrator()?;
        self.as_engine("read a webhook for an administrator", |gate| Ok(info(&gate.get(&WEBHOOK, id)?)))
    }

    /// Makes a webhook; gives its id and the secret of its signatures, which is shown this once.
    pub fn make_webhook(&mut self, wish: &WebhookWish) -> Outcome<(Id, String)> {
        self.needs_administrator()?;
        let mut draft = self.wished(wish, None)?;
        if draft.value(OWNER.name()).is_none() {
            let me = self.access().user.ok_or_else(|| Fault::at("owner", "error-required"))?;
            draft.set(OWNER.name(), Value::Link(me));
        }
        let after = self.journal_position()?;
        draft.set(AFTER_SEQ.name(), Value::Number(after.into()));
        let id = self.as_engine("make a webhook", |gate| gate.create(draft.clone()))?;
        let secret = self.new_webhook_secret(id, None)?;
        Ok((id, secret))
    }

    /// Changes a webhook. One that is switched on again is told of what comes from now on.
    pub fn change_webhook(&mut self, id: Id, wish: &WebhookWish) -> Outcome<()> {
        let before = self.webhook(id)?;
        let mut draft = self.wished(wish, Some(&before))?;
        if wish.active == Some(true) && !before.active {
            let after = self.journal_position()?;
            draft.set(AFTER_SEQ.name(), Value::Number(after.into()));
            draft.set(REASON.name(), Value::None);
            draft.set(FAILING_SINCE.name(), Value::None);
        }
        self.as_engine("change a webhook", |gate| gate.update(id, None, draft.clone()))?;
        Ok(())
    }

    /// Ends a webhook; what was still to be sent to it is let go.
    pub fn end_webhook(&mut self, id: Id) -> Outcome<()> {
        self.webhook(id)?;
        self.clear_lane(&lane(id))?;
        self.as_engine("end a webhook", |gate| gate.trash(&WEBHOOK, id, None))
    }

    /// The deliveries to a webhook, the latest first; those before `before`, if given.
    pub fn deliveries(&mut self, id: Id, before: Option<Id>, limit: u32) -> Outcome<Vec<JobInfo>> {
        self.webhook(id)?;
        self.jobs(&JobsAsked { lane: Some(lane(id)), before, limit, ..JobsAsked::default() })
    }

    /// Sends a delivery to a webhook once more, under the same name.
    pub fn deliver_again(&mut self, id: Id, delivery: Id) -> Outcome<()> {
        self.webhook(id)?;
        if self.job(delivery)?.lane != Some(lane(id)) {
            return Err(Problem::NotFound);
        }
        self.run_job_again(delivery)
    }

    /// The lane of the queue in which the deliveries to a webhook stand.
    pub fn webhook_lane(&self, id: Id) -> String {
        lane(id)
    }

    /// What a wish makes of a webhook, checked.
    fn wished(&mut self, wish: &WebhookWish, before: Option<&WebhookInfo>) -> Outcome<Draft> {
        let (mut draft, mut faults) = (Draft::new(&WEBHOOK), Vec::new());
        let reading = self.reading().clone();
        let texts = [(NAME.name(), &wish.name), (URL.name(), &wish.url)];
        for (name, text) in texts.into_iter().filter_map(|(name, text)| Some((name, text.as_ref()?))) {
            let field = WEBHOOK.field(name).ok_or(Problem::NotFound)?;
            match field.kind.behave().parse(text, &reading) {
                Ok(value) => draft.set(name, value),
                Err(fault) => faults.push(Fault { field: Some(name.to_owned()), ..fault }),
            }
        }
        if let Some(owner) = wish.owner {
            draft.set(OWNER.name(), Value::Link(owner));
        }
        let objects = match &wish.objects {
            Some(names) => self.objects_wished(names, &mut faults),
            None => before.map(|before| self.known(&before.objects)).unwrap_or_default(),
        };
        if wish.objects.is_some() {
            let names: Vec<&str> = objects.iter().map(|object| object.name).collect();
            draft.set(OBJECTS.name(), Value::Text(names.join(" ")).or_none());
        }
        if let Some(kinds) = &wish.kinds {
            draft.set(KINDS.name(), Value::Choices(kinds.clone()));
        }
        if let Some(active) = wish.active {
            draft.set(ACTIVE.name(), Value::YesNo(active));
        }
        let filter = wish.filter.as_ref().or(before.and_then(|before| before.filter.as_ref()));
        let filter = filter.map(|text| text.trim()).filter(|text| !text.is_empty());
        match (filter, objects.as_slice()) {
            (None, _) => {}
            (Some(text), [object]) => {
                let read = Filter::read(text, self.catalog(), object, &reading);
                faults.extend(read.err().map(|fault| Fault { field: Some("filter".to_owned()), ..fault }));
            }
            (Some(_), _) => faults.push(Fault::at("filter", "error-webhook-filter")),
        }
        if wish.filter.is_some() {
            draft.set(FILTER.name(), filter.map_or(Value::None, |text| Value::Text(text.to_owned())));
        }
        if faults.is_empty() { Ok(draft) } else { Err(Problem::Invalid(faults)) }
    }

    fn objects_wished(&self, names: &[String], faults: &mut Vec<Fault>) -> Vec<&'static Object> {
        let mut objects = Vec::new();
        for name in names.iter().map(|name| name.trim()).filter(|name| !name.is_empty()) {
            match self.catalog().named(name) {
                Ok(object) => objects.push(object),
                Err(fault) => faults.push(Fault { field: Some("objects".to_owned()), ..fault }),
            }
        }
        objects
    }

    /// The objects with these names that there still are.
    pub(super) fn known(&self, names: &[String]) -> Vec<&'static Object> {
        names.iter().filter_map(|name| self.catalog().object(name)).collect()
    }
}

/// How a text that says nothing is kept: not at all.
trait OrNone {
    fn or_none(self) -> Value;
}

impl OrNone for Value {
    fn or_none(self) -> Value {
        match self {
            Value::Text(text) if text.is_empty() => Value::None,
            value => value,
        }
    }
}

/// A webhook as its record tells it.
pub(super) fn info(record: &Record) -> WebhookInfo {
    let words = |text: Option<String>| {
        text.map(|text| text.split(' ').map(str::to_owned).collect()).unwrap_or_default()
    };
    WebhookInfo {
        id: record.head.id,
        name: record.get(NAME).unwrap_or_default(),
        url: record.get(URL).unwrap_or_default(),
        owner: record.get(OWNER),
        owner_name: record.title_of(OWNER.name()).unwrap_or_default().to_owned(),
        objects: words(record.get(OBJECTS)),
        kinds: record.get(KINDS).unwrap_or_default(),
        filter: record.get(FILTER),
        active: record.get(ACTIVE).unwrap_or(false),
        reason: record.get(REASON),
        failing_since: record.get(FAILING_SINCE),
        old_until: record.get(OLD_UNTIL),
        created_at: record.head.created_at,
        after: record.get(AFTER_SEQ).and_then(|seq| i64::try_from(seq).ok()).unwrap_or(0),
    }
}
