//! What can be asked beside records: oneself, the catalog, what changed, search and figures here, the rest by its kind.

mod attachments;
mod imports;
mod jobs;
mod notifications;
mod sign_in;
mod transfers;
mod webhooks;

use cordee_i18n::{Language, say};
use cordee_kit::{Answers, Question, Registry};
use serde_json::{Value as Json, json};

use super::operation::{Answered, Operation, Parameter, schema};
use super::parameters;
use crate::api::{changes, metrics, search, today};

/// These operations.
pub(super) fn operations(registry: &Registry, language: Language) -> Vec<Operation> {
    [
        general(language),
        attachments::operations(language),
        imports::operations(language),
        figures(registry, language),
        reports(registry, language),
        sign_in::operations(language),
        transfers::operations(language),
        jobs::operations(registry, language),
        webhooks::operations(language),
        notifications::operations(language),
    ]
    .concat()
}

/// Who one is, what there is, what changed, what is found.
fn general(language: Language) -> Vec<Operation> {
    let told =
        |group, method, path, id, key, answer| operation(language, group, method, path, id, key, answer);
    let document = json!({"type": "object"});
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
        Operation {
            parameters: changes::PARAMETERS
                .iter()
                .map(|name| parameters::query(language, None, name))
                .collect(),
            ..told(
                "changes",
                "GET",
                "/changes",
                "listChanges",
                "api-changes",
                Answered::with("What changed since then, the oldest first", schema("Changes")),
            )
        },
        Operation {
            parameters: search::PARAMETERS
                .iter()
                .map(|name| parameters::query(language, None, name))
                .map(|one| Parameter { required: one.name == "q", ..one })
                .collect(),
            ..told(
                "search",
                "GET",
                "/search",
                "search",
                "api-search",
                Answered::with("What was found, by object; the best first", schema("FoundRecords")),
            )
        },
        Operation {
            parameters: today::PARAMETERS
                .iter()
                .map(|name| parameters::query(language, None, name))
                .collect(),
            ..told(
                "today",
                "GET",
                "/today",
                "readToday",
                "api-today",
                Answered::with("What waits, by section, and the month so far", schema("Today")),
            )
        },
    ]
}

/// Figures.
fn figures(registry: &Registry, language: Language) -> Vec<Operation> {
    let told = |method, path, id, key, answer| operation(language, "metrics", method, path, id, key, answer);
    let names: Vec<&str> = registry.metrics.iter().map(|metric| metric.name).collect();
    vec![
        told("GET", "/metrics", "listMetrics", "api-metrics", many("The figures", "Metric")),
        Operation {
            parameters: std::iter::once(parameters::name(language, &names))
                .chain(metrics::PARAMETERS.iter().map(|name| parameters::query(language, None, name)))
                .collect(),
            refusals: &[400, 401, 404],
            ..told(
                "GET",
                "/metrics/{name}",
                "askMetric",
                "api-metric",
                Answered::with("The figure, for each group and over all", schema("MetricAnswer")),
            )
        },
    ]
}

/// Reports.
fn reports(registry: &Registry, language: Language) -> Vec<Operation> {
    let told = |method, path, id, key, answer| operation(language, "reports", method, path, id, key, answer);
    let names: Vec<&str> = registry.reports.iter().map(|report| report.name).collect();
    let mut questions: Vec<&Question> = registry.reports.iter().flat_map(|report| report.questions).collect();
    questions.sort_unstable_by_key(|question| question.name);
    questions.dedup_by_key(|question| question.name);
    let asked = questions.into_iter().map(|question| Parameter {
        name: question.name,
        place: "query",
        meaning: say(language, &cordee_kit::word_key("report-asks", question.name), &[]),
        schema: match question.answer {
            Answers::Day(_) => json!({"type": "string", "format": "date"}),
            Answers::Number => json!({"type": "integer"}),
            Answers::OneOf(options) => json!({"type": "string", "enum": options}),
            Answers::Found(_) | Answers::Narrows(..) => json!({"type": "string"}),
        },
        required: false,
        example: None,
    });
    vec![
        told("GET", "/reports", "listReports", "api-reports", many("The reports", "Report")),
        Operation {
            parameters: std::iter::once(parameters::name(language, &names))
                .chain(asked)
                .chain([parameters::query(language, None, "filter")])
                .collect(),
            refusals: &[400, 401, 404],
            ..told(
                "GET",
                "/reports/{name}",
                "tellReport",
                "api-report",
                Answered::with("What the report tells, part by part", schema("ReportAnswer")),
            )
        },
    ]
}

fn many(meaning: &'static str, name: &str) -> Answered {
    let data = json!({"type": "array", "items": schema(name)});
    let list: Json = json!({"type": "object", "required": ["data"], "properties": {"data": data}});
    Answered::with(meaning, list)
}

fn page(meaning: &'static str, name: &str) -> Answered {
    let data = json!({"type": "array", "items": schema(name)});
    let next = json!({"type": ["string", "null"]});
    let properties = json!({"data": data, "next": next});
    Answered::with(meaning, json!({"type": "object", "required": ["data", "next"], "properties": properties}))
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
        takes_files: false,
        answer,
        or_new: false,
        refusals: if of_one { &[400, 401, 403, 404] } else { &[400, 401] },
    }
}
