//! Titles of what links to any object lead to. What may not be seen is as if the link were empty.

use std::collections::BTreeMap;

use cordee_base::{Id, Outcome};
use cordee_schema::{Kind, Record, Value};

use crate::{Gate, Right, Scope};

impl Gate<'_> {
    /// Puts the titles to the links of these records, and takes out links to what may not be seen.
    pub(crate) fn name_any_links(&mut self, records: &mut [Record]) -> Outcome<()> {
        let Some(object) = records.first().map(|record| record.object) else { return Ok(()) };
        for (place, field) in object.fields.iter().enumerate() {
            if !matches!(field.kind, Kind::AnyLink(_)) {
                continue;
            }
            let mut wanted: BTreeMap<String, Vec<Id>> = BTreeMap::new();
            for record in records.iter() {
                if let Some(Value::AnyLink(link)) = record.value(field.name) {
                    wanted.entry(link.object.clone()).or_default().push(link.id);
                }
            }
            let mut titles: BTreeMap<Id, String> = BTreeMap::new();
            for (name, ids) in wanted {
                let to = self.declared.catalog.object(&name);
                if let Some(to) = to.filter(|to| self.access.scope(to, Right::Read) != Scope::None) {
                    titles.extend(self.titles(to, &ids)?.into_iter().map(|hit| (hit.id, hit.title)));
                }
            }
            for record in records.iter_mut() {
                let Some(Value::AnyLink(link)) = record.value(field.name) else { continue };
                match titles.get(&link.id) {
                    Some(title) => record.put_title(place, title.clone()),
                    None => record.hide(place),
                }
            }
        }
        Ok(())
    }
}
