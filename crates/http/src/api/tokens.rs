//! `/tokens`: what programs act for one with, to list, to make and to end. The secret is told once.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use cordee_base::{Fault, Moment, Problem};
use cordee_records::Gate;
use cordee_records::sign_in::TokenInfo;
use serde_json::{Map, Value, json};

use super::body::Body;
use super::id;
use super::parameters::Parameters;
use crate::signed::Caller;
use crate::{App, Refused};

/// `GET /tokens`
pub(crate) async fn list(State(app): State<App>, caller: Caller, uri: Uri) -> Result<Json<Value>, Refused> {
    Parameters::of(&uri, &[])?;
    let tokens = caller.read(&app, |gate| gate.my_tokens()).await?;
    let data: Vec<Value> = tokens.iter().map(shown).collect();
    Ok(Json(json!({"data": data})))
}

/// `POST /tokens`: `{"name", "scopes", "expires_at"}`; a token can't make another one.
pub(crate) async fn create(
    State(app): State<App>,
    caller: Caller,
    uri: Uri,
    body: Body,
) -> Result<(StatusCode, Json<Value>), Refused> {
    Parameters::of(&uri, &[])?;
    let wanted = Wanted::read(&body.members()?)?;
    let made = caller.write(&app, move |gate| {
        let me = gate.access().user.ok_or(Problem::SignInNeeded)?;
        let secret = gate.make_token(me, &wanted.name, &wanted.scopes, wanted.expires_at)?;
        let latest = newest(gate)?;
        Ok((secret, latest))
    });
    let (secret, token) = made.await?;
    let mut body = shown(&token);
    body["secret"] = secret.into();
    Ok((StatusCode::CREATED, Json(body)))
}

/// `DELETE /tokens/{id}`
pub(crate) async fn end(
    State(app): State<App>,
    caller: Caller,
    Path(text): Path<String>,
    uri: Uri,
) -> Result<StatusCode, Refused> {
    Parameters::of(&uri, &[])?;
    let id = id(&text)?;
    caller.write(&app, move |gate| gate.end_token(id)).await?;
    Ok(StatusCode::NO_CONTENT)
}

struct Wanted {
    name: String,
    scopes: String,
    expires_at: Option<Moment>,
}

impl Wanted {
    fn read(members: &Map<String, Value>) -> Result<Wanted, Refused> {
        let mut wanted = Wanted { name: String::new(), scopes: "read".to_owned(), expires_at: None };
        let mut faults = Vec::new();
        for (name, value) in members {
            match (name.as_str(), value) {
                ("name", Value::String(text)) => text.trim().clone_into(&mut wanted.name),
                ("scopes", Value::String(text)) => text.clone_into(&mut wanted.scopes),
                ("expires_at", Value::Null) => {}
                ("expires_at", Value::String(text)) if text.parse::<Moment>().is_ok() => {
                    wanted.expires_at = text.parse().ok();
                }
                ("expires_at", other) => faults.push(Fault::at(name, "error-moment").with("value", other)),
                ("name" | "scopes", _) => faults.push(Fault::at(name, "error-text")),
                _ => {
                    faults.push(Fault::at(name, "error-unknown-field").with("name", name).with("nearest", ""))
                }
            }
        }
        if wanted.name.is_empty() && faults.iter().all(|fault| fault.field.as_deref() != Some("name")) {
            faults.push(Fault::at("name", "error-required"));
        }
        if faults.is_empty() { Ok(wanted) } else { Err(Problem::Invalid(faults).into()) }
    }
}

/// The token that was made last.
fn newest(gate: &mut Gate<'_>) -> Result<TokenInfo, Problem> {
    let tokens = gate.my_tokens()?;
    tokens.into_iter().max_by_key(|token| token.id).ok_or(Problem::NotFound)
}

fn shown(token: &TokenInfo) -> Value {
    let told = |moment: Option<Moment>| moment.map(|moment| moment.to_string());
    json!({
        "id": token.id.to_string(),
        "name": token.name,
        "scopes": token.scopes,
        "expires_at": told(token.expires_at),
        "last_used_at": told(token.last_used_at),
        "created_at": token.created_at.to_string(),
    })
}
