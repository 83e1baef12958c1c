//! Text of many lines, up to 100,000 characters.

use cordee_base::Fault;
use serde_json::{Value as Json, json};

use crate::Value;
use crate::behave::{Behave, Reading};

/// Text of many lines, up to 100,000 characters.
#[derive(Clone, Copy, Debug)]
pub struct LongTextKind;

/// How many characters it may have; rows stay far under a megabyte.
const LIMIT: usize = 100_000;

impl Behave for LongTextKind {
    fn name(&self) -> &'static str {
        "long_text"
    }

    fn parse(&self, text: &str, _: &Reading) -> Result<Value, Fault> {
        super::text::read(text, LIMIT, true)
    }

    fn read_json(&self, json: &Json, _: &Reading) -> Result<Value, Fault> {
        super::text::read_json(json, LIMIT, true)
    }

    fn json_schema(&self) -> Json {
        json!({"type": ["string", "null"], "maxLength": LIMIT})
    }
}
