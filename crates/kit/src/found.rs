//! What a search found, as JSON: the same for the API and for commands.

use cordee_records::{FoundIn, SearchHit};
use serde_json::{Value as Json, json};

/// `{"data": [{"object", "more", "hits": [{"id", "title", "field", "text"}]}]}`, the best first.
pub fn found_json(found: &[FoundIn]) -> Json {
    let one = |one: &FoundIn| {
        let hits: Vec<Json> = one.hits.iter().map(hit).collect();
        json!({ "object": one.object.name, "more": one.more, "hits": hits })
    };
    json!({ "data": found.iter().map(one).collect::<Vec<_>>() })
}

fn hit(hit: &SearchHit) -> Json {
    let text = hit.field.map(|_| hit.text.text.as_str());
    json!({ "id": hit.id, "title": hit.title.text, "field": hit.field, "text": text })
}
