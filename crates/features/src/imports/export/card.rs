//! Records as contacts: what of a contact their object says that its fields hold.

use cordee_connectors::cards::write_card;
use cordee_records::{Gate, Page};
use cordee_schema::{Object, Record, Value};

use super::Form;

/// Contacts one behind the other.
pub(super) struct Cards {
    /// Properties with the ways to their fields, as far as the actor may see them.
    ways: Vec<(&'static str, &'static str)>,
}

impl Cards {
    pub(super) fn new(gate: &Gate<'_>, object: &'static Object) -> Cards {
        let seen: Vec<&str> = gate.visible(object).map(|field| field.name).chain(["id"]).collect();
        let ways = object.card.iter().filter(|(_, way)| seen.contains(&way.split('.').next().unwrap_or(way)));
        Cards { ways: ways.copied().collect() }
    }
}

impl Form for Cards {
    fn put(&mut self, page: &Page, out: &mut Vec<u8>) -> std::io::Result<()> {
        for record in &page.records {
            let mut told: Vec<&str> = Vec::new();
            let mut texts = Vec::new();
            for (property, way) in &self.ways {
                // Several properties lead to one field; the first is the one it is written as.
                if !told.contains(way) {
                    told.push(way);
                    texts.push((*property, text(record, way)));
                }
            }
            write_card(&texts, out);
        }
        Ok(())
    }

    fn rest(&mut self, _: &mut Vec<u8>) -> std::io::Result<bool> {
        Ok(false)
    }
}

/// What a field, a part of it, or the title of what it leads to says.
fn text(record: &Record, way: &str) -> String {
    let (name, part) = way.split_once('.').unwrap_or((way, ""));
    let Some(field) = record.object.field(name) else { return String::new() };
    match (record.any_value(field), record.title_of(name)) {
        (Value::Address(address), _) => address.part(part).to_owned(),
        (_, Some(title)) => title.to_owned(),
        (value, None) => field.kind.behave().text(&value),
    }
}
