//! An e-mail address, kept as written but with its domain in lower case.

use cordee_base::Fault;
use serde_json::{Value as Json, json};

use crate::Value;
use crate::behave::{Behave, Reading};

/// An e-mail address, kept as written but with its domain in lower case.
#[derive(Clone, Copy, Debug)]
pub struct EmailKind;

/// The address with its domain in lower case; none if mail could never reach it.
fn normalised(text: &str) -> Option<String> {
    let (local, domain) = text.rsplit_once('@')?;
    let bad = |c: char| c.is_whitespace() || c.is_control() || "<>()[],;:\\\"".contains(c);
    let label = |l: &str| !l.is_empty() && !l.starts_with('-') && !l.ends_with('-');
    let sound = text.len() <= 254
        && !local.is_empty()
        && !local.contains(|c: char| bad(c) || c == '@')
        && domain.contains('.')
        && domain.split('.').all(label)
        && domain.chars().all(|c| c.is_alphanumeric() || "-.".contains(c));
    sound.then(|| format!("{local}@{}", domain.to_lowercase()))
}

impl Behave for EmailKind {
    fn name(&self) -> &'static str {
        "email"
    }

    fn parse(&self, text: &str, _: &Reading) -> Result<Value, Fault> {
        let text = text.trim();
        let text = text.strip_prefix("mailto:").unwrap_or(text);
        if text.is_empty() {
            return Ok(Value::None);
        }
        normalised(text).map(Value::Text).ok_or_else(|| Fault::whole("error-email").with("value", text))
    }

    fn json_schema(&self) -> Json {
        json!({"type": ["string", "null"], "format": "email", "maxLength": 254})
    }
}
