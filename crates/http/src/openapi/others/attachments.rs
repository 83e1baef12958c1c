//! The files of records.

use cordee_i18n::Language;

use super::{many, operation};
use crate::api::attachments;
use crate::openapi::operation::{Answered, Operation, schema};
use crate::openapi::parameters;

/// These operations.
pub(super) fn operations(language: Language) -> Vec<Operation> {
    let told =
        |method, path, id, key, answer| operation(language, "attachments", method, path, id, key, answer);
    vec![
        Operation {
            takes_files: true,
            refusals: &[400, 401, 403],
            ..told(
                "POST",
                "/attachments",
                "upload",
                "api-upload",
                many("The files that were taken", "Attachment").status(201),
            )
        },
        told(
            "GET",
            "/attachments/{id}",
            "readAttachment",
            "api-attachment",
            Answered::with("What it is and what it is about", schema("Attachment")),
        ),
        told(
            "DELETE",
            "/attachments/{id}",
            "removeAttachment",
            "api-attachment-remove",
            Answered::nothing("It is removed"),
        ),
        content(language),
        small(language),
        Operation {
            refusals: &[400, 401, 403, 404],
            ..told(
                "POST",
                "/attachments/{id}/restore",
                "restoreAttachment",
                "api-attachment-restore",
                Answered::with("It is back", schema("Attachment")),
            )
        },
    ]
}

/// The bytes of an attachment: all of them, a part, or nothing where they are known.
fn content(language: Language) -> Operation {
    let (path, id) = ("/attachments/{id}/content", "readAttachmentContent");
    let answer = Answered::bytes("Its bytes, their SHA-256 as `ETag`");
    let content = operation(language, "attachments", "GET", path, id, "api-attachment-content", answer);
    let given = attachments::CONTENT.iter().map(|name| parameters::query(language, None, name));
    Operation {
        parameters: content.parameters.iter().cloned().chain(given).collect(),
        refusals: &[206, 304, 400, 404, 416],
        ..content
    }
}

/// The small picture of an attachment.
fn small(language: Language) -> Operation {
    let (path, id) = ("/attachments/{id}/thumbnail", "readAttachmentThumbnail");
    let answer =
        Answered::bytes("A picture of at most 320 by 320 pixels: JPEG, or PNG where it is not opaque");
    let small = operation(language, "attachments", "GET", path, id, "api-attachment-thumbnail", answer);
    Operation { refusals: &[304, 400, 404], ..small }
}
