//! What one should know where a record stands, as the record tells it at which it stands.

use cordee_base::{Outcome, Problem};
use cordee_records::Right;
use cordee_schema::{Record, Value};
use cordee_ui::screens::guide::Guide as View;

use crate::pages::reader::{Reader, record_path};

impl Reader<'_, '_> {
    /// The guide, where there is one that the reader may see.
    pub(crate) fn guide(&mut self, record: &Record) -> Outcome<Option<View>> {
        let declared = self.registry().portrait(record.object).and_then(|portrait| portrait.guide);
        let by = declared.and_then(|guide| Some((guide, self.field(record.object, guide.by)?)));
        let Some((guide, by)) = by else { return Ok(None) };
        let to = self.linked(by).zip(record.value(by.name).and_then(Value::as_link));
        let Some((object, id)) = to else { return Ok(None) };
        let place = match self.gate.get(object, id) {
            Ok(place) => place,
            Err(Problem::NotFound | Problem::NotAllowed) => return Ok(None),
            Err(other) => return Err(other),
        };
        let text = |name: &str| {
            let field = self.field(object, name)?;
            let text = place.value(field.name).and_then(Value::as_text).filter(|text| !text.is_empty())?;
            Some((self.label(object, field), text.to_owned()))
        };
        let (about, steps) = (text(guide.about), text(guide.steps));
        if about.is_none() && steps.is_none() {
            return Ok(None);
        }
        let key = format!("{}-guide", object.name.replace('_', "-"));
        Ok(Some(View {
            label: self.say(&key, &[("name", place.title().into())]),
            about: about.map(|(_, text)| text).unwrap_or_default(),
            steps,
            edit: self.may(object, Right::Edit).then(|| format!("{}/edit", record_path(object, id))),
        }))
    }
}
