//! `/tokens`: what programs act for one with. The secret of a new one is told once.

use axum::extract::State;
use axum::http::Uri;
use cordee_base::{Fault, Id, Moment, Outcome, Problem};
use cordee_records::Gate;
use cordee_records::sign_in::TokenInfo;
use serde_json::{Map, Value, json};

use super::answer::Answer;
use super::body::Body;
use super::own::Own;
use super::parameters::Parameters;
use crate::signed::Caller;
use crate::{App, Refused};

/// `POST /tokens`: `{"name", "scopes", "expires_at"}`; a token can't make another one.
pub(crate) async fn create(
    State(app): State<App>,
    caller: Caller,
    uri: Uri,
    mut body: Body,
) -> Result<Answer, Refused> {
    Parameters::of(&uri, &[])?;
    let once = body.once.take();
    let wanted = Wanted::read(&body.members()?)?;
    let made = caller.once(&app, once, move |gate| {
        let me = gate.access().user.ok_or(Problem::SignInNeeded)?;
        let secret = gate.make_token(me, &wanted.name, &wanted.scopes, wanted.expires_at)?;
        let token = newest(gate)?.shown();
        let mut told = token.clone();
        told["secret"] = secret.into();
        Ok(Answer::json(told.to_string()).told_again(token.to_string()).created(None))
    });
    made.await
}

impl Own for TokenInfo {
    fn all(gate: &mut Gate<'_>) -> Outcome<Vec<TokenInfo>> {
        gate.my_tokens()
    }

    fn end(gate: &mut Gate<'_>, id: Id) -> Outcome<()> {
        gate.end_token(id)
    }

    fn shown(&self) -> Value {
        let told = |moment: Option<Moment>| moment.map(|moment| moment.to_string());
        json!({
            "id": self.id.to_string(),
            "name": self.name,
            "scopes": self.scopes,
            "expires_at": told(self.expires_at),
            "last_used_at": told(self.last_used_at),
            "created_at": self.created_at.to_string(),
        })
    }
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
