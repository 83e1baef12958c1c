//! Bringing files in.

use cordee_i18n::Language;
use serde_json::json;

use super::{many, operation};
use crate::openapi::operation::{Answered, Operation, schema};
use crate::openapi::parameters;

/// These operations.
pub(super) fn operations(language: Language) -> Vec<Operation> {
    [plans(language), imports(language)].concat()
}

/// What is to be brought in.
fn plans(language: Language) -> Vec<Operation> {
    let told = |method, path: &str, id, key, answer| {
        let all = operation(language, "imports", method, path, id, key, answer);
        let plan = path.contains("{plan}").then(|| parameters::plan(language));
        let refusals: &[u16] = if plan.is_some() { &[400, 401, 403, 404] } else { &[400, 401, 403] };
        Operation { parameters: all.parameters.into_iter().chain(plan).collect(), refusals, ..all }
    };
    let example = json!({"files": [{
        "number": 0, "object": "user", "columns": {"Name": "name", "Remarks": null}, "match_by": "email",
        "mode": "create_and_update", "create_missing": false,
    }]});
    vec![
        Operation {
            takes_files: true,
            ..told(
                "POST",
                "/import_plans",
                "planImport",
                "api-import-plan",
                Answered::with("What is proposed", schema("ImportPlan")).status(201),
            )
        },
        told(
            "GET",
            "/import_plans/{plan}",
            "readImportPlan",
            "api-import-plan-read",
            Answered::with("What is proposed and decided", schema("ImportPlan")),
        ),
        Operation {
            body: Some((schema("ImportDecisions"), example)),
            refusals: &[400, 401, 403, 404, 409, 413, 415, 422],
            ..told(
                "PATCH",
                "/import_plans/{plan}",
                "decideImportPlan",
                "api-import-plan-decide",
                Answered::with("What is decided by now", schema("ImportPlan")),
            )
        },
        Operation {
            refusals: &[400, 401, 403, 404, 409],
            ..told(
                "DELETE",
                "/import_plans/{plan}",
                "discardImportPlan",
                "api-import-plan-discard",
                Answered::nothing("The files are gone"),
            )
        },
        told(
            "GET",
            "/import_plans/{plan}/check",
            "checkImportPlan",
            "api-import-plan-check",
            Answered::with(
                "What would become of the rows, with the first thousand problems",
                schema("ImportCheck"),
            ),
        ),
        told(
            "GET",
            "/import_plans/{plan}/problems",
            "listImportProblems",
            "api-import-plan-problems",
            Answered::bytes("Every problem, an object a line, as they are found"),
        ),
        told(
            "POST",
            "/import_plans/{plan}/start",
            "startImport",
            "api-import-plan-start",
            many("The imports, in the order in which they come in", "Import").status(201),
        ),
    ]
}

/// What is being brought in, and what was.
fn imports(language: Language) -> Vec<Operation> {
    let told = |method, path: &str, id, key, answer| {
        let all = operation(language, "imports", method, path, id, key, answer);
        let refusals: &[u16] = if path.contains("{id}") { &[400, 401, 403, 404] } else { &[400, 401, 403] };
        Operation { refusals, ..all }
    };
    let one = |meaning| Answered::with(meaning, schema("Import"));
    let turned = "How it stood when it was asked";
    vec![
        told("GET", "/imports", "listImports", "api-imports", many("The newest first", "Import")),
        told("GET", "/imports/{id}", "readImport", "api-import", one("How far it has come")),
        told("POST", "/imports/{id}/stop", "stopImport", "api-import-stop", one(turned)),
        told("POST", "/imports/{id}/resume", "resumeImport", "api-import-resume", one(turned)),
        told("POST", "/imports/{id}/undo", "undoImport", "api-import-undo", one(turned)),
        told(
            "GET",
            "/imports/{id}/rejected",
            "readRejectedRows",
            "api-import-rejected",
            Answered::bytes("The rejected rows as CSV, each with the reason in a last column"),
        ),
        told(
            "GET",
            "/imports/runs/{id}",
            "readImportRun",
            "api-import-run",
            many("In their order", "Import"),
        ),
        told(
            "POST",
            "/imports/runs/{id}/stop",
            "stopImportRun",
            "api-import-run-stop",
            many(turned, "Import"),
        ),
        told(
            "POST",
            "/imports/runs/{id}/resume",
            "resumeImportRun",
            "api-import-run-resume",
            many(turned, "Import"),
        ),
        told(
            "POST",
            "/imports/runs/{id}/undo",
            "undoImportRun",
            "api-import-run-undo",
            many(turned, "Import"),
        ),
    ]
}
