//! What can be asked beside records: oneself, tokens, sessions, the catalog, figures.

use cordee_kit::{Registry, Statistic};
use serde_json::json;

use super::operation::{Answered, Operation, Parameter, schema};

/// These operations.
pub(super) fn operations(registry: &Registry) -> Vec<Operation> {
    let list = |name: &str| json!({"type": "object", "required": ["data"], "properties": {"data": {"type": "array", "items": schema(name)}}});
    let token = json!({"name": "Nightly sync", "scopes": "read", "expires_at": null});
    vec![
        operation("me", "GET", "/me", "readMe", "Who one is", Answered::with("Who one is", schema("Me"))),
        operation(
            "objects",
            "GET",
            "/objects",
            "listObjects",
            "The catalog as one sees it",
            Answered::with("The objects", list("ObjectInfo")),
        ),
        operation(
            "openapi",
            "GET",
            "/openapi.json",
            "readOpenApi",
            "This document",
            Answered::with("The document", json!({"type": "object"})),
        ),
        operation(
            "metrics",
            "GET",
            "/metrics",
            "listMetrics",
            "The figures there are",
            Answered::with("The figures", list("Metric")),
        ),
        metric(registry),
        operation(
            "tokens",
            "GET",
            "/tokens",
            "listTokens",
            "One's own tokens",
            Answered::with("The tokens", list("Token")),
        ),
        Operation {
            body: Some((schema("NewToken"), token)),
            refusals: &[400, 401, 403, 415, 422],
            ..operation(
                "tokens",
                "POST",
                "/tokens",
                "createToken",
                "Make a token; its secret is told once",
                Answered::with("The token with its secret", schema("Token")).status(201),
            )
        },
        ended(operation(
            "tokens",
            "DELETE",
            "/tokens/{id}",
            "endToken",
            "End a token",
            Answered::nothing("It has ended"),
        )),
        operation(
            "sessions",
            "GET",
            "/sessions",
            "listSessions",
            "Where one is signed in",
            Answered::with("The sessions", list("Session")),
        ),
        ended(operation(
            "sessions",
            "DELETE",
            "/sessions/{id}",
            "endSession",
            "End a session",
            Answered::nothing("It has ended"),
        )),
    ]
}

fn operation(
    group: &'static str,
    method: &'static str,
    path: &str,
    id: &str,
    summary: &str,
    answer: Answered,
) -> Operation {
    Operation {
        group,
        id: id.to_owned(),
        method,
        path: format!("/api/v1{path}"),
        summary: summary.to_owned(),
        parameters: Vec::new(),
        body: None,
        answer,
        refusals: &[400, 401],
    }
}

fn ended(mut operation: Operation) -> Operation {
    operation.parameters = vec![Parameter::path("id", "Its id", schema("Id")).like("01JC8V7N4QK2M")];
    operation.refusals = &[400, 401, 403, 404];
    operation
}

fn metric(registry: &Registry) -> Operation {
    let names: Vec<&str> = registry.metrics.iter().map(|metric| metric.name).collect();
    let statistics: Vec<&str> = Statistic::ALL.iter().map(|(name, _)| *name).collect();
    let (text, date) = (json!({"type": "string"}), json!({"type": "string", "format": "date"}));
    let mut name = json!({"type": "string"});
    if !names.is_empty() {
        name["enum"] = json!(names);
    }
    let mut operation = operation(
        "metrics",
        "GET",
        "/metrics/{name}",
        "askMetric",
        "Ask a figure",
        Answered::with("The figure, for each group and over all", schema("MetricAnswer")),
    );
    operation.parameters = vec![
        Parameter::path("name", "The figure", name),
        Parameter::query(
            "by",
            "What to split it by, by commas or repeated: a field, also through links, and for dates a period",
            text.clone(),
        )
        .like("owner.team"),
        Parameter::query("from", "From this day on", date.clone()).like("2026-01-01"),
        Parameter::query("to", "Up to this day, which is included", date).like("2026-03-31"),
        Parameter::query("filter", "Of which records: the text form, or the JSON form", text.clone()),
        Parameter::query("as_of", "As it stood at this instant, or at the end of this day", text),
        Parameter::query(
            "statistic",
            "How one number is made of many",
            json!({"type": "string", "enum": statistics}),
        ),
    ];
    operation.refusals = &[400, 401, 404];
    operation
}
