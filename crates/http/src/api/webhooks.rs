//! `/webhooks`: servers that are told of changes, for administrators. A secret is told once.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use cordee_base::{Fault, Id, Outcome};
use cordee_kit::{delivery_json, try_webhook, webhook_json};
use cordee_records::{Gate, WebhookWish};
use serde_json::{Map, Value, json};

use super::body::Body;
use super::id;
use super::parameters::Parameters;
use super::place::{One, OneOf};
use crate::signed::Caller;
use crate::{App, Refused};

/// What may be asked of deliveries.
pub(crate) const DELIVERIES: &[&str] = &["limit", "before_id"];

/// `GET /webhooks`
pub(crate) async fn list(State(app): State<App>, caller: Caller, uri: Uri) -> Result<Json<Value>, Refused> {
    Parameters::of(&uri, &[])?;
    let webhooks = caller.read(&app, |gate| gate.webhooks()).await?;
    let data: Vec<Value> = webhooks.iter().map(webhook_json).collect();
    Ok(Json(json!({"data": data})))
}

/// `POST /webhooks`
pub(crate) async fn create(
    State(app): State<App>,
    caller: Caller,
    uri: Uri,
    body: Body,
) -> Result<(StatusCode, Json<Value>), Refused> {
    Parameters::of(&uri, &[])?;
    let members = body.members()?;
    let made = caller.write(&app, move |gate| {
        let (id, secret) = gate.make_webhook(&wish(&members)?)?;
        with_secret(gate, id, secret)
    });
    Ok((StatusCode::CREATED, Json(made.await?)))
}

/// `GET /webhooks/{id}`
pub(crate) async fn read(
    State(app): State<App>,
    caller: Caller,
    One(id): One,
) -> Result<Json<Value>, Refused> {
    Ok(Json(webhook_json(&caller.read(&app, move |gate| gate.webhook(id)).await?)))
}

/// `PATCH /webhooks/{id}`
pub(crate) async fn change(
    State(app): State<App>,
    caller: Caller,
    One(id): One,
    body: Body,
) -> Result<Json<Value>, Refused> {
    let members = body.members()?;
    let changed = caller.write(&app, move |gate| {
        gate.change_webhook(id, &wish(&members)?)?;
        gate.webhook(id)
    });
    Ok(Json(webhook_json(&changed.await?)))
}

/// `POST /webhooks/{id}/rotate`: another secret; the one before is used beside it for a day.
pub(crate) async fn rotate(
    State(app): State<App>,
    caller: Caller,
    One(id): One,
) -> Result<Json<Value>, Refused> {
    let rotated = caller.write(&app, move |gate| {
        let secret = gate.rotate_webhook(id)?;
        with_secret(gate, id, secret)
    });
    Ok(Json(rotated.await?))
}

/// `POST /webhooks/{id}/test`: sends a message to try it out.
pub(crate) async fn test(
    State(app): State<App>,
    caller: Caller,
    One(id): One,
) -> Result<StatusCode, Refused> {
    let registry = app.registry().clone();
    caller.write(&app, move |gate| try_webhook(gate, &registry, id).map(drop)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `GET /webhooks/{id}/deliveries`: `{"data": […], "next": id or null}`
pub(crate) async fn deliveries(
    State(app): State<App>,
    caller: Caller,
    Path(text): Path<String>,
    uri: Uri,
) -> Result<Json<Value>, Refused> {
    let (webhook, given) = (id(&text)?, Parameters::of(&uri, DELIVERIES)?);
    let page = given.backwards("before_id", "error-invalid-value")?;
    let sent = caller.read(&app, move |gate| gate.deliveries(webhook, page.before, page.limit)).await?;
    let next = page.next(&sent, |job| job.id.to_string().into());
    let data: Vec<Value> = sent.iter().map(delivery_json).collect();
    Ok(Json(json!({"data": data, "next": next})))
}

/// `POST /webhooks/{id}/deliveries/{delivery}/again`: sends it once more, under the same name.
pub(crate) async fn again(
    State(app): State<App>,
    caller: Caller,
    OneOf(webhook, delivery): OneOf,
) -> Result<StatusCode, Refused> {
    caller.write(&app, move |gate| gate.deliver_again(webhook, delivery)).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn with_secret(gate: &mut Gate<'_>, id: Id, secret: String) -> Outcome<Value> {
    let mut told = webhook_json(&gate.webhook(id)?);
    told["secret"] = secret.into();
    Ok(told)
}

/// What the members of a body say; what is not named stays as it is.
fn wish(members: &Map<String, Value>) -> Result<WebhookWish, cordee_base::Problem> {
    let (mut wish, mut faults) = (WebhookWish::default(), Vec::new());
    for (name, value) in members {
        match (name.as_str(), value) {
            ("name", Value::String(text)) => wish.name = Some(text.clone()),
            ("url", Value::String(text)) => wish.url = Some(text.clone()),
            ("owner", Value::String(text)) if text.parse::<Id>().is_ok() => wish.owner = text.parse().ok(),
            ("objects", value) if texts(value).is_some() => wish.objects = texts(value),
            ("kinds", value) if texts(value).is_some() => wish.kinds = texts(value),
            ("filter", Value::Null) => wish.filter = Some(String::new()),
            ("filter", Value::String(text)) => wish.filter = Some(text.clone()),
            ("active", Value::Bool(active)) => wish.active = Some(*active),
            ("name" | "url" | "owner" | "objects" | "kinds" | "filter" | "active", other) => {
                faults.push(Fault::at(name, "error-invalid-value").with("value", other));
            }
            // What it is told with comes back with it and is passed over.
            ("id" | "reason" | "failing_since" | "old_secret_until" | "created_at", _) => {}
            (other, _) => {
                faults.push(Fault::at(other, "error-unknown-field").with("name", other).with("nearest", ""));
            }
        }
    }
    if faults.is_empty() { Ok(wish) } else { Err(cordee_base::Problem::Invalid(faults)) }
}

fn texts(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::Null => Some(Vec::new()),
        Value::Array(items) => items.iter().map(|item| item.as_str().map(str::to_owned)).collect(),
        _ => None,
    }
}
