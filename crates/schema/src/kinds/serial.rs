//! A number for people, counted up without gaps by the engine: `D-2026-0042`.

use cordee_base::Fault;
use serde_json::{Value as Json, json};

use crate::Value;
use crate::behave::{Behave, Reading};

/// A number for people, counted up without gaps by the engine: `D-2026-0042`.
#[derive(Clone, Copy, Debug)]
pub struct SerialKind {
    /// What stands before the year.
    pub prefix: &'static str,
}

impl Behave for SerialKind {
    fn name(&self) -> &'static str {
        "serial"
    }

    fn parse(&self, text: &str, _: &Reading) -> Result<Value, Fault> {
        super::text::read(text, 64, false)
    }

    fn json_schema(&self) -> Json {
        json!({"type": ["string", "null"], "readOnly": true})
    }
}
