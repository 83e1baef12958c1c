//! The way that a record goes by a choice, with the time that each step took.

use cordee_base::Outcome;
use cordee_schema::{Record, Value};
use cordee_ui::screens::record::{Step, StepPlace};
use cordee_ui::{Cell, Tone};

use crate::pages::reader::Reader;

impl Reader<'_, '_> {
    /// The steps of the way, where the record's object has one.
    pub(crate) fn along(&mut self, record: &Record) -> Outcome<Vec<Step>> {
        let along = self.registry().portrait(record.object).and_then(|portrait| portrait.along);
        let by = along.and_then(|along| Some((along, self.field(record.object, along.by)?)));
        let Some((along, by)) = by else { return Ok(Vec::new()) };
        let Some(here) = record.value(by.name).and_then(Value::as_text) else { return Ok(Vec::new()) };
        let stays = match by.tracked && record.head.deleted_at.is_none() && self.as_of()?.is_none() {
            true => self.gate.stays(record.object, record.head.id, by)?,
            false => Vec::new(),
        };
        let at = along.steps.iter().position(|step| *step == here);
        let been = |step: &str| stays.iter().any(|stay| stay.value.as_text() == Some(step));
        let step = |(place, key): (usize, &&'static str)| {
            let value = Value::Text((*key).to_owned());
            let (label, tone) = match self.value(record.object, by, &value, None) {
                Cell::Choice(pick) => (pick.label, pick.tone),
                cell => (crate::pages::cells::plain(&cell), Tone::Neutral),
            };
            let place = match at {
                _ if *key == here => StepPlace::Here,
                Some(at) if place < at => StepPlace::Passed,
                None if been(key) => StepPlace::Passed,
                _ => StepPlace::Ahead,
            };
            Step { label, spent: self.spent(&stays, &value), place, tone, go: None, skipped: None }
        };
        // Where it has left the way, that is where it stands.
        let left = by.kind.options().iter().map(|option| option.key).find(|key| *key == here);
        let left = left.filter(|_| at.is_none());
        Ok(along.steps.iter().chain(left.iter()).enumerate().map(step).collect())
    }
}
