//! One of several options, or any of them. An option is kept by its key; its label is a word.

use std::cmp::Ordering;

use cordee_base::Fault;
use serde_json::{Value as Json, json};

use crate::behave::{Behave, Reading};
use crate::behave::{SAME_OPERATORS, none_last};
use crate::field::Said;
use crate::{Cell, Operator, Value};

/// An option of a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is stored and what the API says: `cross_sell`.
    pub key: &'static str,
    /// What colour it has on screen.
    pub colour: Colour,
    /// Out of use: records keep it, nobody can choose it any more.
    pub retired: bool,
    /// What it is called, where a workspace says so; others have their words in `locales`.
    pub called: Option<Said>,
}

/// The meaning that an option's colour carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// No meaning.
    Grey,
    /// In progress.
    Blue,
    /// Good.
    Green,
    /// Take care.
    Amber,
    /// Bad.
    Red,
    /// Set apart.
    Purple,
}

impl Choice {
    /// An option without a colour.
    pub const fn new(key: &'static str) -> Choice {
        Choice { key, colour: Colour::Grey, retired: false, called: None }
    }

    /// The same option in this colour.
    pub const fn colour(mut self, colour: Colour) -> Choice {
        self.colour = colour;
        self
    }

    /// The same option, out of use.
    pub const fn retired(mut self) -> Choice {
        self.retired = true;
        self
    }
}

/// One of `options`.
#[derive(Clone, Copy, Debug)]
pub struct ChoiceKind {
    /// What one can choose from, in their order.
    pub options: &'static [Choice],
}

/// Any of `options`.
#[derive(Clone, Copy, Debug)]
pub struct ChoicesKind {
    /// What one can choose from, in their order.
    pub options: &'static [Choice],
}

/// The key of the option that `text` names, however it is cased and spaced.
fn option(options: &'static [Choice], text: &str) -> Result<&'static str, Fault> {
    let wanted = crate::key(text);
    options.iter().find(|o| o.key == text || crate::key(o.key) == wanted).map(|o| o.key).ok_or_else(|| {
        let keys: Vec<&str> = options.iter().filter(|o| !o.retired).map(|o| o.key).collect();
        Fault::whole("error-choice").with("value", text).with("options", keys.join(", "))
    })
}

fn place(options: &[Choice], value: &Value) -> usize {
    let key = value.as_text().unwrap_or("");
    options.iter().position(|o| o.key == key).unwrap_or(options.len())
}

impl Behave for ChoiceKind {
    fn name(&self) -> &'static str {
        "choice"
    }

    fn parse(&self, text: &str, _: &Reading) -> Result<Value, Fault> {
        match text.trim() {
            "" => Ok(Value::None),
            text => option(self.options, text).map(|key| Value::Text(key.to_owned())),
        }
    }

    fn operators(&self) -> &'static [Operator] {
        SAME_OPERATORS
    }

    /// In the order of the options.
    fn compare(&self, left: &Value, right: &Value) -> Ordering {
        none_last(left, right, |left, right| place(self.options, left).cmp(&place(self.options, right)))
    }

    fn json_schema(&self) -> Json {
        let mut keys: Vec<Json> = self.options.iter().map(|o| Json::from(o.key)).collect();
        keys.push(Json::Null);
        json!({"type": ["string", "null"], "enum": keys})
    }
}

impl ChoicesKind {
    fn in_order(&self, chosen: &[&'static str]) -> Value {
        let keys: Vec<String> =
            self.options.iter().filter(|o| chosen.contains(&o.key)).map(|o| o.key.to_owned()).collect();
        if keys.is_empty() { Value::None } else { Value::Choices(keys) }
    }
}

impl Behave for ChoicesKind {
    fn name(&self) -> &'static str {
        "choices"
    }

    /// `|email|phone|`, so that one option can be found between its bars.
    fn cells(&self, value: &Value, into: &mut Vec<Cell>) {
        into.push(match value {
            Value::Choices(keys) if !keys.is_empty() => Cell::Text(format!("|{}|", keys.join("|"))),
            _ => Cell::Null,
        });
    }

    fn value(&self, cells: &[Cell]) -> Value {
        match cells.first() {
            Some(Cell::Text(text)) => {
                Value::Choices(text.split('|').filter(|k| !k.is_empty()).map(str::to_owned).collect())
            }
            _ => Value::None,
        }
    }

    fn parse(&self, text: &str, _: &Reading) -> Result<Value, Fault> {
        let named = text.split([',', ';', '|', '\n']).map(str::trim).filter(|t| !t.is_empty());
        let keys = named.map(|t| option(self.options, t)).collect::<Result<Vec<_>, Fault>>()?;
        Ok(self.in_order(&keys))
    }

    fn text(&self, value: &Value) -> String {
        match value {
            Value::Choices(keys) => keys.join("; "),
            _ => String::new(),
        }
    }

    fn read_json(&self, json: &Json, reading: &Reading) -> Result<Value, Fault> {
        let wrong = |json: &Json| Fault::whole("error-choice").with("value", json).with("options", "[…]");
        match json {
            Json::Null => Ok(Value::None),
            Json::String(text) => self.parse(text, reading),
            Json::Array(items) => {
                let named = items.iter().map(|item| item.as_str().ok_or_else(|| wrong(item)));
                let keys = named.map(|t| option(self.options, t?)).collect::<Result<Vec<_>, Fault>>()?;
                Ok(self.in_order(&keys))
            }
            other => Err(wrong(other)),
        }
    }

    fn json(&self, value: &Value) -> Json {
        match value {
            Value::Choices(keys) => Json::from(keys.clone()),
            _ => Json::Array(Vec::new()),
        }
    }

    fn operators(&self) -> &'static [Operator] {
        &[Operator::Has, Operator::HasAll, Operator::HasNot, Operator::IsEmpty, Operator::IsNotEmpty]
    }

    fn compare(&self, left: &Value, right: &Value) -> Ordering {
        none_last(left, right, |left, right| self.text(left).cmp(&self.text(right)))
    }

    fn json_schema(&self) -> Json {
        let keys: Vec<&str> = self.options.iter().map(|o| o.key).collect();
        json!({"type": ["array", "null"], "items": {"type": "string", "enum": keys}})
    }
}
