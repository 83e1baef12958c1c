//! What can be asked beside records: oneself, tokens, sessions, the catalog, figures.

use cordee_i18n::{Language, say};
use cordee_kit::Registry;
use serde_json::{Value as Json, json};

use super::operation::{Answered, Operation, schema};
use super::parameters;
use crate::api::metrics;

/// These operations.
pub(super) fn operations(registry: &Registry, language: Language) -> Vec<Operation> {
    let told =
        |group, method, path, id, key, answer| operation(language, group, method, path, id, key, answer);
    let document = json!({"type": "object"});
    let names: Vec<&str> = registry.metrics.iter().map(|metric| metric.name).collect();
    let ended = Answered::nothing("It has ended");
    let token = json!({"name": "Nightly sync", "scopes": "read", "expires_at": null});
    vec![
        told("me", "GET", "/me", "readMe", "api-me", Answered::with("Who one is", schema("Me"))),
        told("objects", "GET", "/objects", "listObjects", "api-objects", many("The objects", "ObjectInfo")),
        told(
            "openapi",
            "GET",
            "/openapi.json",
            "readOpenApi",
            "api-openapi",
            Answered::with("The document", document),
        ),
        told("metrics", "GET", "/metrics", "listMetrics", "api-metrics", many("The figures", "Metric")),
        Operation {
            parameters: std::iter::once(parameters::name(language, &names))
                .chain(metrics::PARAMETERS.iter().map(|name| parameters::query(language, None, name)))
                .collect(),
            refusals: &[400, 401, 404],
            ..told(
                "metrics",
                "GET",
                "/metrics/{name}",
                "askMetric",
                "api-metric",
                Answered::with("The figure, for each group and over all", schema("MetricAnswer")),
            )
        },
        told("tokens", "GET", "/tokens", "listTokens", "api-tokens", many("The tokens", "Token")),
        Operation {
            body: Some((schema("NewToken"), token)),
            refusals: &[400, 401, 403, 415, 422],
            ..told(
                "tokens",
                "POST",
                "/tokens",
                "createToken",
                "api-token-create",
                Answered::with("The token with its secret", schema("Token")).status(201),
            )
        },
        told("tokens", "DELETE", "/tokens/{id}", "endToken", "api-token-end", ended.clone()),
        told("sessions", "GET", "/sessions", "listSessions", "api-sessions", many("The sessions", "Session")),
        told("sessions", "DELETE", "/sessions/{id}", "endSession", "api-session-end", ended),
    ]
}

fn many(meaning: &'static str, name: &str) -> Answered {
    let data = json!({"type": "array", "items": schema(name)});
    let list: Json = json!({"type": "object", "required": ["data"], "properties": {"data": data}});
    Answered::with(meaning, list)
}

fn operation(
    language: Language,
    group: &'static str,
    method: &'static str,
    path: &str,
    id: &str,
    key: &str,
    answer: Answered,
) -> Operation {
    let of_one = path.contains("{id}");
    Operation {
        group,
        id: id.to_owned(),
        method,
        path: format!("/api/v1{path}"),
        summary: say(language, key, &[]),
        parameters: of_one.then(|| parameters::id(language)).into_iter().collect(),
        body: None,
        answer,
        refusals: if of_one { &[400, 401, 403, 404] } else { &[400, 401] },
    }
}
