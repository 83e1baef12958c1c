//! Giving to others what belongs to somebody.

use cordee_i18n::Language;
use serde_json::json;

use super::operation;
use crate::openapi::operation::{Answered, Operation, schema};
use crate::openapi::parameters;

/// What belongs to somebody is given to others.
pub(super) fn operations(language: Language) -> Vec<Operation> {
    let told = |method, path, id, key, answer| operation(language, "people", method, path, id, key, answer);
    let example =
        json!({"to": [parameters::SOME_ID], "objects": ["user"], "open_only": true, "dry_run": true});
    let undo = told(
        "POST",
        "/users/{id}/transfers/{transfer}/undo",
        "undoTransfer",
        "api-transfer-undo",
        Answered::with("The transfer as it is taken back", schema("Transfer")),
    );
    vec![
        told(
            "GET",
            "/users/{id}/transfers",
            "listTransfers",
            "api-transfers",
            Answered::with("What they have, and what was given so far", schema("Holdings")),
        ),
        Operation {
            body: Some((schema("NewTransfer"), example)),
            or_new: true,
            refusals: &[404],
            ..told(
                "POST",
                "/users/{id}/transfers",
                "beginTransfer",
                "api-transfer",
                Answered::with("What would be given", schema("PlannedTransfer")),
            )
        },
        Operation {
            parameters: undo
                .parameters
                .iter()
                .cloned()
                .chain([parameters::id_called(language, "transfer")])
                .collect(),
            refusals: &[404],
            ..undo
        },
    ]
}
