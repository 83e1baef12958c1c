//! A line of text.

use cordee_base::Fault;
use serde_json::{Value as Json, json};

use crate::Value;
use crate::behave::{Behave, Reading};

/// A line of text of up to `limit` characters.
#[derive(Clone, Copy, Debug)]
pub struct TextKind {
    /// How many characters it may have.
    pub limit: usize,
}

/// Trimmed text without control characters, within `limit` characters; nothing for an empty one.
pub(crate) fn read(text: &str, limit: usize, lines: bool) -> Result<Value, Fault> {
    let keep = |c: &char| !c.is_control() || (lines && matches!(c, '\n' | '\t'));
    let text = text.trim();
    let text = if text.chars().all(|c| keep(&c)) {
        text.to_owned()
    } else if lines {
        text.replace("\r\n", "\n").chars().filter(keep).collect()
    } else {
        let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        spaced.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    within(&text, limit)?;
    Ok(if text.is_empty() { Value::None } else { Value::Text(text) })
}

/// Refuses a text of more than `limit` characters.
pub(crate) fn within(text: &str, limit: usize) -> Result<(), Fault> {
    let length = if text.len() > limit { text.chars().count() } else { 0 };
    if length > limit {
        return Err(Fault::whole("error-text-long").with("limit", limit).with("length", length));
    }
    Ok(())
}

/// Reads JSON. Programs are held to the length that the API's document tells, before anything is trimmed away.
pub(crate) fn read_json(json: &Json, limit: usize, lines: bool) -> Result<Value, Fault> {
    match json {
        Json::Null => Ok(Value::None),
        Json::String(text) => within(text, limit).and_then(|()| read(text, limit, lines)),
        other => Err(Fault::whole("error-text").with("value", other)),
    }
}

impl Behave for TextKind {
    fn name(&self) -> &'static str {
        "text"
    }

    fn parse(&self, text: &str, _: &Reading) -> Result<Value, Fault> {
        read(text, self.limit, false)
    }

    fn read_json(&self, json: &Json, _: &Reading) -> Result<Value, Fault> {
        read_json(json, self.limit, false)
    }

    fn json_schema(&self) -> Json {
        json!({"type": ["string", "null"], "maxLength": self.limit})
    }
}
