//! What a record was before, and since when it is as its row says.

use cordee_base::{Fault, Moment, Outcome};
use cordee_records::Past;
use cordee_schema::kinds::links::links_of;
use cordee_schema::{Draft, FieldDef, Value};

use super::follow::agreeing;
use super::{Wanted, Work};
use crate::imports::links::Lead;
use crate::imports::plan::Bound;
use crate::imports::read::{Line, Read};
use crate::imports::target::Target;

impl Work<'_, '_> {
    /// Since when the record is as it is, and what it was before.
    pub(super) fn past(&mut self, line: &Line, wanted: &Wanted) -> Outcome<(Option<Moment>, Vec<Past>)> {
        let Some((since, ..)) = line.history.last() else { return Ok((None, Vec::new())) };
        let mut past = Vec::new();
        let before = &line.history[..line.history.len() - 1];
        for (from, step, reads) in before {
            let mut was = Draft::new(self.plan.object);
            for (bound, read) in self.plan.history[*step].set.iter().zip(reads) {
                let Some(field) = bound.target.field() else { continue };
                let value = match (&bound.target, read) {
                    (Target::Link(..), Read::Text(text)) => {
                        self.told_link(line, bound, text, &wanted.draft)?
                    }
                    (Target::Link(..), Read::Texts(texts)) => {
                        let mut ids = Vec::with_capacity(texts.len());
                        for text in texts {
                            ids.extend(self.told_link(line, bound, text, &wanted.draft)?.as_links());
                        }
                        links_of(ids)
                    }
                    (_, Read::Value(value)) => value.clone(),
                    _ => Value::None,
                };
                was.set(field.name, value);
            }
            past.push(Past { from: *from, values: was });
        }
        Ok((Some(*since), past))
    }

    fn told_link(&mut self, line: &Line, bound: &Bound, text: &str, draft: &Draft) -> Outcome<Value> {
        let leads = self.links.of(bound, self.plan, self.plan.system(line), text);
        let lead = match leads.as_ref() {
            [one] => Some(one),
            _ => agreeing(&leads, draft, &bound.agree),
        };
        let object = bound.target.field().and_then(FieldDef::points_to).unwrap_or_default();
        let value = |lead: &Lead| if lead.gone { Value::None } else { Value::Link(lead.id) };
        lead.map(value).ok_or_else(|| {
            let key = if leads.is_empty() { "error-link-missing" } else { "error-link-ambiguous" };
            let fault = Fault::at(bound.name.clone(), key).with("object", object).with("value", text);
            fault.with("count", leads.len()).into()
        })
    }
}
