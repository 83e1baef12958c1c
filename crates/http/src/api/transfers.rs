//! `/users/{id}/transfers`: what belongs to somebody is given to others, and can be taken back. For administrators.

use axum::Json;
use axum::extract::State;
use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_kit::{begin_transfer, holdings_json, transfer_json, undo_transfer};
use cordee_records::{Gate, TransferWish};
use serde_json::{Map, Value, json};

use super::answer::Answer;
use super::body::Body;
use super::place::{One, OneOf};
use crate::signed::Caller;
use crate::{App, Refused};

/// `{"holdings": […], "shares", "transfers": [Transfer]}`: what they have, and what was given so far.
pub(crate) async fn list(
    State(app): State<App>,
    caller: Caller,
    One(person): One,
) -> Result<Json<Value>, Refused> {
    let told = caller.read(&app, move |gate| {
        let (holdings, shares) = (gate.holdings(person)?, gate.shares_with(person)?);
        let transfers: Vec<Value> = gate.transfers(person)?.iter().map(transfer_json).collect();
        Ok(json!({"holdings": holdings_json(&holdings), "shares": shares, "transfers": transfers}))
    });
    Ok(Json(told.await?))
}

/// 200 with what would be given, if `dry_run`; else 201 with the transfer, which goes on in the queue.
pub(crate) async fn begin(
    State(app): State<App>,
    caller: Caller,
    One(person): One,
    body: Body,
) -> Result<Answer, Refused> {
    let registry = app.registry().clone();
    let once = body.once.clone();
    let members = body.members()?;
    let begun = caller.once(&app, once, move |gate| {
        gate.needs_administrator()?;
        let (wish, dry_run) = wish(gate, person, &members)?;
        let planned = holdings_json(&gate.plan_transfer(&wish)?);
        if dry_run {
            return Ok(Answer::json(json!({"holdings": planned, "transfer": null}).to_string()));
        }
        let transfer = begin_transfer(gate, &registry, &wish)?;
        let told = json!({"holdings": planned, "transfer": transfer_json(&gate.transfer(transfer)?)});
        Ok(Answer::json(told.to_string()).created(None))
    });
    begun.await
}

/// The transfer as it is taken back.
pub(crate) async fn undo(
    State(app): State<App>,
    caller: Caller,
    OneOf(person, transfer): OneOf,
    body: Body,
) -> Result<Answer, Refused> {
    let registry = app.registry().clone();
    let once = body.nothing()?;
    let undone = caller.once(&app, once, move |gate| {
        if gate.transfer(transfer)?.giver != Some(person) {
            return Err(Problem::NotFound);
        }
        undo_transfer(gate, &registry, transfer)?;
        Ok(Answer::json(transfer_json(&gate.transfer(transfer)?).to_string()))
    });
    undone.await
}

/// What the members of a body say, and whether nothing is to be done.
fn wish(gate: &Gate<'_>, person: Id, members: &Map<String, Value>) -> Outcome<(TransferWish, bool)> {
    let mut wish = TransferWish { giver: Some(person), ..TransferWish::default() };
    let (mut dry_run, mut faults) = (false, Vec::new());
    for (name, value) in members {
        let wrong = || Fault::at(name, "error-invalid-value").with("value", value);
        let texts = value.as_array().map(|items| items.iter().filter_map(Value::as_str).collect::<Vec<_>>());
        match (name.as_str(), value, texts) {
            ("to", Value::Array(items), Some(texts)) if texts.len() == items.len() => {
                let ids: Vec<Id> = texts.iter().filter_map(|text| text.parse().ok()).collect();
                if ids.len() == items.len() { wish.takers = ids } else { faults.push(wrong()) }
            }
            ("objects", Value::Array(items), Some(texts)) if texts.len() == items.len() => {
                for text in texts {
                    match gate.object(text) {
                        Ok(object) => wish.objects.push(object),
                        Err(_) => faults.push(wrong()),
                    }
                }
            }
            ("filter", Value::String(text), _) => wish.filter = Some(text.clone()),
            ("filter", Value::Null, _) => {}
            ("open_only", Value::Bool(yes), _) => wish.open_only = *yes,
            ("shares", Value::Bool(yes), _) => wish.shares = *yes,
            ("team", Value::Bool(yes), _) => wish.team = *yes,
            ("dry_run", Value::Bool(yes), _) => dry_run = *yes,
            ("to" | "objects" | "filter" | "open_only" | "shares" | "team" | "dry_run", ..) => {
                faults.push(wrong());
            }
            (other, ..) => {
                faults.push(Fault::at(other, "error-unknown-field").with("name", other).with("nearest", ""));
            }
        }
    }
    if faults.is_empty() { Ok((wish, dry_run)) } else { Err(Problem::Invalid(faults)) }
}
