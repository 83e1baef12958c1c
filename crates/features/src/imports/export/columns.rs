//! The columns of an exported table: named by the paths under which the importer takes them in again.

use cordee_records::{Gate, Query};
use cordee_schema::{FieldDef, Kind, Record, Value};

/// A column of an exported table.
pub(super) struct Column {
    field: &'static FieldDef,
    part: Part,
}

/// What of a field stands in the column.
enum Part {
    Whole,
    /// The ids of the records that a link leads to; their titles stand in a column of their own.
    Id,
    /// A part of an address.
    Of(&'static str),
}

/// The columns that the actor may see: the id, the fields that were asked for, then what every record has.
pub(super) fn columns(gate: &Gate<'_>, query: &Query) -> Vec<Column> {
    let asked =
        |field: &&'static FieldDef| query.fields.as_ref().is_none_or(|names| names.contains(&field.name));
    let mut columns = Vec::new();
    let system = |name: &str| query.object.field(name).map(|field| Column { field, part: Part::Whole });
    columns.extend(system("id"));
    for field in gate.visible(query.object).filter(asked) {
        match field.kind {
            Kind::Address(_) => {
                columns.extend(field.kind.parts().iter().map(|part| Column { field, part: Part::Of(part) }));
            }
            Kind::Link(_) | Kind::Links(_) => {
                columns.extend([Part::Whole, Part::Id].map(|part| Column { field, part }));
            }
            _ => columns.push(Column { field, part: Part::Whole }),
        }
    }
    columns
        .extend(["source_system", "foreign_id", "created_at", "updated_at"].into_iter().filter_map(system));
    columns
}

impl Column {
    pub(super) fn name(&self) -> String {
        match self.part {
            Part::Whole => self.field.name.to_owned(),
            Part::Id => format!("{}.id", self.field.name),
            Part::Of(part) => format!("{}.{part}", self.field.name),
        }
    }

    /// The text that the importer reads back to the same value.
    pub(super) fn text(&self, record: &Record) -> String {
        let value = record.any_value(self.field);
        match (&self.part, &value) {
            (Part::Of(part), Value::Address(address)) => address.part(part).to_owned(),
            (Part::Of(_), _) => String::new(),
            (Part::Whole, Value::Link(_)) if self.field.name != "id" => {
                record.title_of(self.field.name).unwrap_or_default().to_owned()
            }
            (Part::Whole, Value::Links(_)) => {
                let titles = record.titles_of(self.field.name).unwrap_or_default();
                let titles: Vec<&str> =
                    titles.iter().map(|title| title.as_deref().unwrap_or_default()).collect();
                titles.join("; ")
            }
            // A file is told by its name: a table can't bring it back.
            (Part::Whole, Value::File(file)) => file.name.clone(),
            _ => self.field.kind.behave().text(&value),
        }
    }

    /// What stands in the column as a value, for formats that keep what kind it is.
    pub(super) fn value(&self, record: &Record) -> Value {
        record.any_value(self.field)
    }

    /// What kind stands in it; none where it is the text of a part.
    pub(super) fn kind(&self) -> Option<Kind> {
        matches!(self.part, Part::Whole).then_some(self.field.kind)
    }

    pub(super) fn is_number(&self) -> bool {
        matches!(self.field.kind, Kind::Number(_) | Kind::Percent(_))
    }
}
