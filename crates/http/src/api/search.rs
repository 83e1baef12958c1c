//! `GET /search`: records of all objects by what stands in them.

use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use cordee_base::Fault;
use cordee_kit::found_json;
use cordee_records::Search;

use super::changes::named;
use super::json;
use super::parameters::Parameters;
use crate::signed::Caller;
use crate::{App, Refused};

/// What may be asked.
pub(crate) const PARAMETERS: &[&str] = &["q", "objects", "limit"];

/// `{"data": [{"object": "account", "more": false, "hits": [{"id", "title", "field", "text"}]}]}`
pub(crate) async fn search(State(app): State<App>, caller: Caller, uri: Uri) -> Result<Response, Refused> {
    let given = Parameters::of(&uri, PARAMETERS)?;
    let limit = given.limit(50, 200).map_err(Refused::unreadable)?;
    let text = given.one("q").map(str::to_owned);
    let text = text.ok_or_else(|| Refused::unreadable(Fault::at("q", "error-required")))?;
    let body = caller.read(&app, move |gate| {
        let names: Vec<&str> = given.list("objects").collect();
        let objects = names.iter().map(|name| named(gate, name)).collect::<Result<Vec<_>, _>>()?;
        let found = gate.search(&Search { text: text.clone(), objects, limit: limit as usize })?;
        Ok(found_json(&found).to_string().into_bytes())
    });
    Ok(json(body.await?))
}
