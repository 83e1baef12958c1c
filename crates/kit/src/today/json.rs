//! What waits, as JSON: the same for the API and for commands.

use cordee_base::{Currency, Date};
use serde_json::{Value as Json, json};

use super::found::{Day, Part, Waiting};
use super::month::SoFar;
use super::text;
use crate::ask::json_number;
use crate::changed::record_json;
use crate::metric::Unit;

/// `{"date", "whose", "snoozed", "sections": [{"name", "more", "items"}], "month": [{"metric", "value", "before"}]}`
pub fn day_json(day: &Day, today: Date, currency: Currency) -> Json {
    json!({
        "date": today.to_string(),
        "whose": day.whose.name(),
        "snoozed": day.snoozed,
        "sections": day.parts.iter().map(part).collect::<Vec<_>>(),
        "month": day.month.iter().map(|figure| month(figure, currency)).collect::<Vec<_>>(),
    })
}

fn part(part: &Part) -> Json {
    json!({
        "name": part.section.name,
        "more": !part.rest.is_empty(),
        "items": part.waiting.iter().map(waiting).collect::<Vec<_>>(),
    })
}

fn waiting(waiting: &Waiting) -> Json {
    let (source, record) = (waiting.source, &waiting.record);
    let when = source.when.and_then(|name| record.object.field(name));
    let when = when.map(|field| field.kind.behave().json(&record.any_value(field)));
    let title = record.title();
    json!({
        "object": record.object.name,
        "id": record.head.id.to_string(),
        "title": title,
        "to_do": source.text.and_then(|name| text(record.value(name))).unwrap_or(&title),
        "when": when,
        "signs": record.signs(),
        "snoozed_until": waiting.snoozed.map(|day| day.to_string()),
        "verb": source.done,
        "record": record_json(record),
    })
}

fn month(figure: &SoFar, currency: Currency) -> Json {
    let mut told = json!({
        "metric": figure.metric.name,
        "unit": figure.metric.unit.name(),
        "value": json_number(figure.now),
        "before": json_number(figure.before),
    });
    if figure.metric.unit == Unit::Money {
        told["currency"] = currency.code().into();
    }
    told
}
