//! `POST /confirm` and `POST /password`: what a page of ours does with one's own password; a token can do neither.

use axum::extract::State;
use axum::http::{StatusCode, Uri};
use cordee_base::{Fault, Problem};
use cordee_records::sign_in::Password;
use serde_json::{Map, Value};

use super::body::Body;
use super::parameters::Parameters;
use crate::signed::Caller;
use crate::{App, Refused};

/// `POST /confirm`: `{"password", "code"}` shows once more who one is.
pub(crate) async fn confirm(
    State(app): State<App>,
    caller: Caller,
    uri: Uri,
    body: Body,
) -> Result<StatusCode, Refused> {
    Parameters::of(&uri, &[])?;
    let [password, code] = texts(&body.members()?, ["password", "code"], &["password"])?;
    app.records().confirm(&caller.actor, &Password::typed(password), &code).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `POST /password`: `{"current", "password"}` changes one's own and ends all other sessions.
pub(crate) async fn change(
    State(app): State<App>,
    caller: Caller,
    uri: Uri,
    body: Body,
) -> Result<StatusCode, Refused> {
    Parameters::of(&uri, &[])?;
    let [current, new] = texts(&body.members()?, ["current", "password"], &["current", "password"])?;
    let new = Password::chosen(new)?;
    app.records().change_password(&caller.actor, &Password::typed(current), &new).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The texts of a body that has no others; empty for one that is not given and not needed.
pub(super) fn texts<const N: usize>(
    members: &Map<String, Value>,
    names: [&'static str; N],
    needed: &[&'static str],
) -> Result<[String; N], Refused> {
    let mut faults = Vec::new();
    for (name, value) in members {
        if !names.contains(&name.as_str()) {
            faults.push(Fault::at(name, "error-unknown-field").with("name", name).with("nearest", ""));
        } else if !matches!(value, Value::String(_) | Value::Null) {
            faults.push(Fault::at(name, "error-text"));
        }
    }
    let text = |name: &str| members.get(name).and_then(Value::as_str).unwrap_or("").to_owned();
    for name in needed {
        if text(name).is_empty() && faults.iter().all(|fault| fault.field.as_deref() != Some(*name)) {
            faults.push(Fault::at(*name, "error-required"));
        }
    }
    if faults.is_empty() { Ok(names.map(text)) } else { Err(Problem::Invalid(faults).into()) }
}
