//! `GET /metrics`: the figures there are. `GET /metrics/{name}`: what one of them answers.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::Uri;
use cordee_i18n::say;
use cordee_kit::{AskText, Metric, Statistic};
use serde_json::{Value, json};

use super::parameters::Parameters;
use crate::signed::Caller;
use crate::{App, Asked, Refused};

/// What may be asked.
pub(crate) const PARAMETERS: &[&str] = &["by", "from", "to", "filter", "as_of", "statistic"];

/// `{"data": [{"name", "title", "help", "unit", "object", "date", "statistics"}]}`
pub(crate) async fn list(
    State(app): State<App>,
    _: Caller,
    asked: Asked,
    uri: Uri,
) -> Result<Json<Value>, Refused> {
    Parameters::of(&uri, &[])?;
    let shown = |metric: &&'static Metric| {
        let name = metric.name.replace('_', "-");
        let statistics: Vec<&str> = metric.statistics.iter().copied().map(Statistic::name).collect();
        let object = app.registry().catalog.object(metric.object).map(|object| object.plural);
        json!({
            "name": metric.name,
            "title": say(asked.language, &format!("metric-{name}"), &[]),
            "help": say(asked.language, &format!("metric-{name}-help"), &[]),
            "unit": metric.unit.name(),
            "object": object,
            "date": metric.date,
            "statistics": statistics,
        })
    };
    let data: Vec<Value> = app.registry().metrics.iter().map(shown).collect();
    Ok(Json(json!({"data": data})))
}

/// `{"metric", "unit", "groups": [{"key", "id", "value", "n"}], "total": {"value", "n"}}`
pub(crate) async fn ask(
    State(app): State<App>,
    caller: Caller,
    Path(name): Path<String>,
    uri: Uri,
) -> Result<Json<Value>, Refused> {
    let metric = app.registry().metric(&name).map_err(Refused::not_there)?;
    let given = Parameters::of(&uri, PARAMETERS)?;
    let text = |name: &str| given.one(name).map(str::to_owned);
    let asked = AskText {
        by: given.list("by").map(str::to_owned).collect(),
        from: text("from"),
        to: text("to"),
        filter: text("filter"),
        as_of: text("as_of"),
        statistic: text("statistic"),
    };
    let answer = caller.read(&app, move |gate| {
        gate.object(metric.object)?;
        let ask = asked.read(gate, metric)?;
        let answer = (metric.reckon)(gate, &ask)?;
        Ok(answer.json(metric, &ask, gate.reading()))
    });
    Ok(Json(answer.await?))
}
