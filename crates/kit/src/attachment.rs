//! An attachment as JSON, as the API and the command line tell it.

use cordee_records::Attachment;
use serde_json::{Value as Json, json};

/// An attachment: what it is, what it is about, and where its bytes are.
pub fn attachment_json(attachment: &Attachment) -> Json {
    let id = attachment.id.to_string();
    json!({
        "id": id,
        "name": attachment.name,
        "kind": attachment.kind,
        "bytes": attachment.bytes,
        "width": attachment.pixels.map(|(width, _)| width),
        "height": attachment.pixels.map(|(_, height)| height),
        "sha256": attachment.digest,
        "object": attachment.about.map(|(object, _)| object.name),
        "record": attachment.about.map(|(_, record)| record.to_string()),
        "field": attachment.field,
        "created_at": attachment.at.to_string(),
        "created_by": attachment.by.map(|by| json!({"id": by.to_string(), "name": attachment.by_name})),
        "content": format!("/api/v1/attachments/{id}/content"),
        "thumbnail": attachment.is_picture().then(|| format!("/api/v1/attachments/{id}/thumbnail")),
    })
}
