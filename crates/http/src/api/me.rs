//! `GET /me`: who one is here, and what one may do.

use axum::Json;
use axum::extract::State;
use axum::http::Uri;
use cordee_base::Problem;
use cordee_records::system::workspace;
use cordee_records::{TokenScopes, Who};
use serde_json::{Value, json};

use super::parameters::Parameters;
use crate::signed::Caller;
use crate::{App, Refused};

/// `{"user", "workspace", "administers", "imports", "shares", "scopes"}`
pub(crate) async fn me(State(app): State<App>, caller: Caller, uri: Uri) -> Result<Json<Value>, Refused> {
    Parameters::of(&uri, &[])?;
    let told = caller.read(&app, |gate| {
        let id = gate.actor().workspace;
        let company =
            gate.as_engine("name one's own workspace", |gate| gate.get(&workspace::WORKSPACE, id))?;
        let access = gate.access();
        let user = access.user.ok_or(Problem::SignInNeeded)?;
        let scopes = match gate.actor().who {
            Who::Token { scopes: TokenScopes::Read, .. } => "read",
            _ => "read_write",
        };
        Ok(json!({
            "user": {
                "id": user.to_string(),
                "name": access.name,
                "language": Some(&access.language).filter(|code| !code.is_empty()),
                "time_zone": gate.zone().time_zone().iana_name().unwrap_or("UTC"),
            },
            "workspace": {
                "id": id.to_string(),
                "name": company.get(workspace::NAME),
                "currency": gate.reading().currency.code(),
                "time_zone": company.get(workspace::TIME_ZONE),
            },
            "administers": access.administers(),
            "imports": access.imports(),
            "shares": access.shares(),
            "scopes": scopes,
        }))
    });
    Ok(Json(told.await?))
}
