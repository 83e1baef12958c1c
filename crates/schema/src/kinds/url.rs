//! The address of a page: http or https only, so that no link can run script.

use cordee_base::Fault;
use serde_json::{Value as Json, json};

use crate::Value;
use crate::behave::{Behave, Reading};

/// The address of a page: http or https only, so that no link can run script.
#[derive(Clone, Copy, Debug)]
pub struct UrlKind;

const LIMIT: usize = 2000;

/// The address with a scheme; `example.com` is `https://example.com`.
fn address(text: &str) -> Option<String> {
    let full = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
    let parsed = ::url::Url::parse(&full).ok()?;
    let host = parsed.host_str()?;
    let sound = matches!(parsed.scheme(), "http" | "https") && host.contains('.') && full.len() <= LIMIT;
    (sound && !text.contains(char::is_whitespace)).then_some(full)
}

impl Behave for UrlKind {
    fn name(&self) -> &'static str {
        "url"
    }

    fn parse(&self, text: &str, _: &Reading) -> Result<Value, Fault> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(Value::None);
        }
        address(text).map(Value::Text).ok_or_else(|| Fault::whole("error-url").with("value", text))
    }

    fn json_schema(&self) -> Json {
        json!({"type": ["string", "null"], "format": "uri", "maxLength": LIMIT})
    }
}
