//! A notification as JSON.

use cordee_records::{Notice, Piece};
use serde_json::{Map, Value as Json, json};

use crate::changed::field_json;

/// What one was told, as far as it may be seen now.
pub fn notice_json(notice: &Notice) -> Json {
    let about = notice.about.as_ref();
    let changes: Option<Map<String, Json>> = about.map(|(object, ..)| {
        notice.changes.iter().map(|one| (one.field.to_owned(), field_json(object, one))).collect()
    });
    let text = |pieces: &[Piece]| {
        let texts = pieces.iter().map(|piece| match piece {
            Piece::Text(text) | Piece::Mention(_, text) => text.as_str(),
        });
        texts.collect::<String>()
    };
    json!({
        "id": notice.id.to_string(),
        "kind": notice.kind,
        "at": notice.at.to_string(),
        "unread": notice.unread,
        "by": notice.by.as_ref().map(|(id, name)| json!({"id": id.to_string(), "name": name})),
        "about": about.map(|(object, id, title)| {
            json!({"object": object.name, "id": id.to_string(), "title": title})
        }),
        "changes": changes.unwrap_or_default(),
        "comment": notice.comment.as_ref().map(|(id, pieces)| {
            json!({"id": id.to_string(), "text": text(pieces)})
        }),
        "count": notice.many.map(|(count, _)| count),
        "people": notice.people.iter().map(|(id, name)| json!({"id": id.to_string(), "name": name})).collect::<Vec<_>>(),
        "object": notice.many.and_then(|(_, object)| object).map(|object| object.name),
    })
}
