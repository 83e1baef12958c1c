//! What deliveries need: who is told of a change, and how it went.

use cordee_base::{Id, Moment, Outcome, Problem};
use cordee_schema::{Draft, Filter, Path, Value};
use cordee_store::Update;

use super::keep::{WebhookInfo, info};
use crate::journal::Changed;
use crate::system::webhook::{ACTIVE, REASON, WEBHOOK};
use crate::{Followed, Gate, Query};

/// A webhook with what is needed to send to it.
#[derive(Clone, Debug)]
pub struct Endpoint {
    /// The webhook.
    pub webhook: WebhookInfo,
    /// The secrets that are valid now, the latest first.
    pub secrets: Vec<Vec<u8>>,
}

impl Gate<'_> {
    /// Which of these entries each webhook is to be told of, by its id and their numbers. One that can't be told, since
    /// its owner is gone or its filter has become senseless, is switched off. For the engine.
    pub fn to_be_told(&mut self, entries: &[Followed]) -> Outcome<Vec<(Id, i64)>> {
        let (Some(first), Some(last)) = (entries.first(), entries.last()) else { return Ok(Vec::new()) };
        let (since, until, most) = (first.seq - 1, last.seq, entries.len() as u32);
        let mut told = Vec::new();
        for webhook in self.webhooks()?.into_iter().filter(|webhook| webhook.active && webhook.after < until)
        {
            let objects = self.known(&webhook.objects);
            if !webhook.objects.is_empty() && !entries.iter().any(|entry| objects.contains(&entry.object)) {
                continue;
            }
            let owner = webhook.owner.ok_or(Problem::NotFound)?;
            let wanted = self.as_person(owner, |gate| {
                let changes = gate.changes(since.max(webhook.after), &objects, most)?;
                let mut wanted = Vec::new();
                for changed in changes.list.iter().filter(|changed| changed.entry.seq <= until) {
                    if webhook.is_told_of(changed) && gate.fits_filter(&webhook, changed)? {
                        wanted.push(changed.entry.seq);
                    }
                }
                Ok(wanted)
            });
            match wanted {
                Ok(Some(seqs)) => told.extend(seqs.into_iter().map(|seq| (webhook.id, seq))),
                Ok(None) => self.stop_webhook(webhook.id, "owner")?,
                Err(Problem::Invalid(_)) => self.stop_webhook(webhook.id, "filter")?,
                Err(problem) => return Err(problem),
            }
        }
        Ok(told)
    }

    /// A webhook with its secrets; none if it has ended. For the engine.
    pub fn endpoint(&mut self, id: Id) -> Outcome<Option<Endpoint>> {
        self.needs_administrator()?;
        let found = self.as_engine("send to a webhook", |gate| gate.get(&WEBHOOK, id));
        match found {
            Ok(record) => {
                Ok(Some(Endpoint { webhook: info(&record), secrets: self.webhook_secrets(&record) }))
            }
            Err(Problem::NotFound) => Ok(None),
            Err(problem) => Err(problem),
        }
    }

    /// Notes how a delivery went: since when nothing comes through, or that it does. No change of the webhook itself, so
    /// neither a version nor an entry in the journal.
    pub fn webhook_failing(&mut self, id: Id, since: Option<Moment>) -> Outcome<()> {
        self.needs_administrator()?;
        let update = Update::of(WEBHOOK.name)
            .set("failing_since", since.map_or(cordee_schema::Cell::Null, cordee_schema::Cell::from))
            .having("workspace_id", self.actor.workspace)
            .having("id", id);
        self.session.update(&update).map_err(|fail| self.failed(fail))?;
        Ok(())
    }

    /// Switches a webhook off, for a reason that administrators are shown.
    pub fn stop_webhook(&mut self, id: Id, reason: &'static str) -> Outcome<()> {
        self.needs_administrator()?;
        tracing::warn!(webhook = %id, reason, "a webhook was switched off");
        let draft = Draft::new(&WEBHOOK).with(ACTIVE, false).with(REASON, reason.to_owned());
        self.as_engine("switch a webhook off", |gate| gate.update(id, None, draft.clone()))?;
        Ok(())
    }

    /// Whether the record, as it stands, is like the filter says. What is gone is told in any case.
    fn fits_filter(&mut self, webhook: &WebhookInfo, changed: &Changed) -> Outcome<bool> {
        let (Some(text), false) = (&webhook.filter, changed.gone) else { return Ok(true) };
        let object = changed.object;
        let filter = Filter::read(text, self.catalog(), object, &self.reading().clone())?;
        let this = Filter::is(Path::field(object, &cordee_schema::system::ID_FIELD), Value::Link(changed.id));
        let query = Query::of(object).filter(this).filter(filter).limit(1);
        Ok(!self.list(&query)?.records.is_empty())
    }
}

impl WebhookInfo {
    /// Whether it is told of such a change at all.
    fn is_told_of(&self, changed: &Changed) -> bool {
        self.kinds.is_empty() || self.kinds.iter().any(|kind| kind == changed.kind())
    }
}
