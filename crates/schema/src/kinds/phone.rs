//! A telephone number, kept in E.164 (`+33142685300`).

use cordee_base::Fault;
use serde_json::{Value as Json, json};

use crate::Value;
use crate::behave::{Behave, Reading};

/// A telephone number, kept in E.164 (`+33142685300`).
#[derive(Clone, Copy, Debug)]
pub struct PhoneKind;

/// The number in E.164, with an extension behind `;ext=` if there is one.
fn e164(text: &str, reading: &Reading) -> Option<String> {
    // The library is made for real numbers; nothing longer than this is one.
    if text.len() > 40 {
        return None;
    }
    let country = reading.country.as_deref().and_then(|code| code.parse().ok());
    let number = phonenumber::parse(country, text).ok()?;
    // A number may be new or in another plan than the library knows: what is too short or too long is refused.
    let digits = number.national().value().to_string().len();
    if !(4..=14).contains(&digits) {
        return None;
    }
    let mut written = number.format().mode(phonenumber::Mode::E164).to_string();
    if let Some(extension) = number.extension() {
        written.push_str(";ext=");
        written.push_str(extension.as_ref());
    }
    Some(written)
}

impl Behave for PhoneKind {
    fn name(&self) -> &'static str {
        "phone"
    }

    fn parse(&self, text: &str, reading: &Reading) -> Result<Value, Fault> {
        let text = text.trim();
        let text = text.strip_prefix("tel:").unwrap_or(text);
        if text.is_empty() {
            return Ok(Value::None);
        }
        e164(text, reading).map(Value::Text).ok_or_else(|| Fault::whole("error-phone").with("value", text))
    }

    fn json_schema(&self) -> Json {
        json!({"type": ["string", "null"], "description": "E.164, such as +33142685300", "maxLength": 40})
    }
}
