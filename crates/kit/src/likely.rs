//! Records that may be the same thing, as JSON: the same for the API and for commands.

use cordee_records::{Doubles, Likely, Resemblance};
use serde_json::{Value as Json, json};

/// `{"object", "id", "title", "reasons": [{"field", "in", "same", "text"}]}`.
pub fn likely_json(likely: &Likely) -> Json {
    let reasons: Vec<Json> = likely.reasons.iter().map(reason).collect();
    json!({
        "object": likely.record.object.name,
        "id": likely.record.head.id,
        "title": likely.record.title(),
        "reasons": reasons,
    })
}

/// `{"data": [{"id", "title", "older": […]}], "looked", "next"}`.
pub fn doubles_json(doubles: &Doubles) -> Json {
    let found = doubles.found.iter().map(|double| {
        let older: Vec<Json> = double.older.iter().map(likely_json).collect();
        json!({ "id": double.record.head.id, "title": double.record.title(), "older": older })
    });
    json!({ "data": found.collect::<Vec<_>>(), "looked": doubles.looked, "next": doubles.next })
}

fn reason(reason: &Resemblance) -> Json {
    json!({
        "field": reason.own.name,
        "in": reason.other.name,
        "same": reason.same,
        "text": reason.text,
    })
}
