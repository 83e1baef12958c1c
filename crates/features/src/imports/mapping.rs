//! How a file's columns become a record's fields: a value that is proposed, corrected by people, saved as JSON and
//! used again.

use std::collections::BTreeMap;

use cordee_base::{Currency, Decimal, Fault, Outcome};
use cordee_connectors::sheets::read::Layout;
use cordee_connectors::sheets::recognise::{DateOrder, NumberStyle};
use serde::{Deserialize, Serialize};

/// How a file is brought into one object.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The object, by name.
    pub object: String,
    /// The system that the file comes from: a foreign id is one of this system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// How the file is laid out; found out if it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layout: Option<Layout>,
    /// What becomes of rows whose record is there already, and of those whose is not.
    #[serde(default)]
    pub mode: Mode,
    /// By what a row's record is found: `id`, `foreign_id` or a field, and links that tell namesakes apart.
    #[serde(default, rename = "match", skip_serializing_if = "Vec::is_empty")]
    pub match_by: Vec<String>,
    /// What is brought in, and into what. Where several go into one field, the first that has a value counts.
    pub columns: Vec<Column>,
    /// Whether rows tell of what was, so that what a field must have under a condition may be missing.
    #[serde(default, skip_serializing_if = "is_false")]
    pub incomplete: bool,
    /// Rows that are passed over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skip: Option<Skip>,
    /// What the record was before, and since when it is what it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<Step>,
}

/// What becomes of rows whose record is there already, and of those whose is not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// New records are created, rows of others passed over.
    #[default]
    Create,
    /// New records are created, others updated.
    CreateAndUpdate,
    /// Records are updated, rows of others rejected.
    Update,
}

/// One thing that is brought in: the cells of a column, a constant, or a text made of several cells.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// The column of the file, by its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// The same text for all rows; with a column, for rows where its cell is empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub constant: Option<String>,
    /// A text with columns in braces. What stands in brackets is left out where one of its columns is empty:
    /// `[{account} – ]{product}`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<String>,
    /// What it is brought into: a field, a part of an address (`address.city`), a link by what finds its record
    /// (`owner.email`, `account.foreign_id`), `id`, `foreign_id`, `source_system` or `created_at`.
    pub field: String,
    /// In which order day, month and year stand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DateOrder>,
    /// How numbers are written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<NumberStyle>,
    /// What a number is multiplied with: `1000000` for amounts in millions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<Factor>,
    /// The currency of amounts that name none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
    /// What is meant by some texts: `{"technolgy": "technology"}`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub translate: BTreeMap<String, String>,
    /// What becomes of a link whose record is not there, or of a value that is no option.
    #[serde(default, skip_serializing_if = "Missing::is_default")]
    pub on_missing: Missing,
    /// What a record created for a link has beside its name: texts by field.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub create_with: BTreeMap<String, String>,
    /// Whether an empty cell empties the field of a record that is updated.
    #[serde(default, skip_serializing_if = "is_false")]
    pub clears: bool,
}

/// What becomes of a link whose record is not there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// The row is rejected.
    #[default]
    Reject,
    /// The record is created.
    Create,
    /// The field stays empty.
    Blank,
}

/// Rows that are passed over: those in whose column one of these texts stands. An empty text means an empty cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Skip {
    /// The column, by its name.
    pub column: String,
    /// Passed over are rows with one of these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub is: Vec<String>,
    /// Passed over are rows with anything but these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub is_not: Vec<String>,
}

/// A step in the life of a record. The last step for which there is a date tells since when the record is as the
/// columns say; the others tell what it was before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The column with the day or moment; without one the step is passed over.
    pub when: String,
    /// In which order day, month and year stand there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DateOrder>,
    /// What the fields held from then on, where it differs from what they hold now. An empty text is no value.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub set: BTreeMap<String, Told>,
}

/// A text that is written down, or one that stands in a column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Told {
    /// This text.
    Text(String),
    /// What stands in the column of this name.
    Cell {
        /// The column.
        column: String,
    },
}

/// A number, exact, written as a text or as a whole number.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(try_from = "Written")]
pub struct Factor(pub Decimal);

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Whole(i64),
    Text(String),
}

impl TryFrom<Written> for Factor {
    type Error = String;

    fn try_from(written: Written) -> Result<Factor, String> {
        match written {
            Written::Whole(number) => Ok(Factor(number.into())),
            Written::Text(text) => text.parse().map(Factor).map_err(|_| format!("{text} is no number")),
        }
    }
}

impl Serialize for Factor {
    fn serialize<S: serde::Serializer>(&self, into: S) -> Result<S::Ok, S::Error> {
        into.collect_str(&self.0)
    }
}

impl Mapping {
    /// Reads a mapping; the fault tells where it can't be read.
    pub fn read(json: &str) -> Outcome<Mapping> {
        Ok(serde_json::from_str(json).map_err(|error| unfit(error.to_string()))?)
    }

    /// The JSON that [`Mapping::read`] reads, for people to look at.
    pub fn json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// The name of the system that foreign ids are of.
    pub fn source(&self) -> &str {
        self.source.as_deref().unwrap_or("import")
    }
}

/// The fault of a mapping that does not fit together.
pub(super) fn unfit(detail: impl std::fmt::Display) -> Fault {
    Fault::at("mapping", "error-mapping").with("detail", detail)
}

impl Mode {
    /// The mode called `name`.
    pub fn named(name: &str) -> Option<Mode> {
        serde_json::from_value(serde_json::Value::from(name)).ok()
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Mode::Create => "create",
            Mode::CreateAndUpdate => "create_and_update",
            Mode::Update => "update",
        }
    }
}

impl Missing {
    fn is_default(&self) -> bool {
        *self == Missing::default()
    }
}

fn is_false(yes: &bool) -> bool {
    !yes
}
