//! What can be asked beside records: oneself, tokens, sessions, the catalog, figures.

use cordee_i18n::{Language, say};
use cordee_kit::Registry;
use serde_json::{Value as Json, json};

use super::operation::{Answered, Operation, Parameter, schema};
use super::parameters;
use crate::api::{attachments, changes, jobs, metrics, notifications, search, webhooks};

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
            takes_files: true,
            refusals: &[400, 401, 403],
            ..told(
                "attachments",
                "POST",
                "/attachments",
                "upload",
                "api-upload",
                many("The files that were taken", "Attachment").status(201),
            )
        },
        told(
            "attachments",
            "GET",
            "/attachments/{id}",
            "readAttachment",
            "api-attachment",
            Answered::with("What it is and what it is about", schema("Attachment")),
        ),
        told(
            "attachments",
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
                "attachments",
                "POST",
                "/attachments/{id}/restore",
                "restoreAttachment",
                "api-attachment-restore",
                Answered::with("It is back", schema("Attachment")),
            )
        },
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
        Operation {
            body: Some((schema("Confirmation"), json!({"password": "a staple of horses", "code": "123456"}))),
            refusals: &[400, 401, 403, 415, 422, 429],
            ..told("me", "POST", "/confirm", "confirm", "api-confirm", Answered::nothing("It is you"))
        },
        Operation {
            body: Some((
                schema("NewPassword"),
                json!({"current": "a staple of horses", "password": "four other animals"}),
            )),
            refusals: &[400, 401, 403, 415, 422, 429],
            ..told(
                "me",
                "POST",
                "/password",
                "changePassword",
                "api-password",
                Answered::nothing("It was changed"),
            )
        },
        told(
            "factor",
            "GET",
            "/factor",
            "readFactor",
            "api-factor",
            Answered::with("How it stands", schema("Factor")),
        ),
        Operation {
            refusals: &[400, 401, 403, 422],
            ..told(
                "factor",
                "POST",
                "/factor",
                "beginFactor",
                "api-factor-begin",
                Answered::with("The key for an app", schema("NewFactor")).status(201),
            )
        },
        Operation {
            body: Some((schema("FactorCode"), json!({"code": "123456"}))),
            refusals: &[400, 401, 403, 404, 415, 422],
            ..told(
                "factor",
                "POST",
                "/factor/on",
                "finishFactor",
                "api-factor-on",
                Answered::with("The recovery codes", schema("RecoveryCodes")),
            )
        },
        Operation {
            refusals: &[400, 401, 403, 404],
            ..told(
                "factor",
                "POST",
                "/factor/recovery_codes",
                "makeRecoveryCodes",
                "api-factor-codes",
                Answered::with("The recovery codes", schema("RecoveryCodes")),
            )
        },
        Operation {
            refusals: &[400, 401, 403, 422],
            ..told(
                "factor",
                "DELETE",
                "/factor",
                "endFactor",
                "api-factor-off",
                Answered::nothing("It is off"),
            )
        },
        Operation {
            parameters: ["user", "event", "limit", "cursor"]
                .map(|name| parameters::query(language, None, name))
                .to_vec(),
            refusals: &[400, 401, 403],
            ..told(
                "security",
                "GET",
                "/security_events",
                "listSecurityEvents",
                "api-security-events",
                page("The latest first", "SecurityEvent"),
            )
        },
        Operation {
            refusals: &[400, 401, 403, 404, 409, 422],
            ..told(
                "people",
                "POST",
                "/users/{id}/link",
                "makePasswordLink",
                "api-user-link",
                Answered::with("The link, told once", schema("PasswordLink")).status(201),
            )
        },
        told(
            "people",
            "DELETE",
            "/users/{id}/factor",
            "resetFactor",
            "api-user-factor",
            Answered::nothing("It was taken away"),
        ),
        told(
            "people",
            "DELETE",
            "/users/{id}/sessions",
            "endSessionsOf",
            "api-user-sessions",
            Answered::nothing("They have ended"),
        ),
        told("sessions", "GET", "/sessions", "listSessions", "api-sessions", many("The sessions", "Session")),
        told("sessions", "DELETE", "/sessions/{id}", "endSession", "api-session-end", ended),
    ]
    .into_iter()
    .chain(transfers(language))
    .chain(jobs(registry, language))
    .chain(webhooks(language))
    .chain(notifications(language))
    .collect()
}

/// What belongs to somebody is given to others.
fn transfers(language: Language) -> Vec<Operation> {
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

/// What is done without anybody waiting.
fn jobs(registry: &Registry, language: Language) -> Vec<Operation> {
    let told = |method, path, id, key, answer| operation(language, "jobs", method, path, id, key, answer);
    let query = |name: &&'static str| parameters::query(language, None, name);
    let round = registry.jobs.iter().filter(|job| job.every.is_some()).map(|job| job.name);
    let done = |meaning| Answered::nothing(meaning);
    vec![
        Operation {
            parameters: jobs::PARAMETERS.iter().map(query).collect(),
            refusals: &[400, 401, 403],
            ..told("GET", "/jobs", "listJobs", "api-jobs", Answered::with("The jobs", schema("JobList")))
        },
        Operation {
            refusals: &[400, 401, 403],
            ..told(
                "GET",
                "/jobs/queues",
                "listQueues",
                "api-job-queues",
                Answered::with("The queues and schedules", schema("Queues")),
            )
        },
        Operation {
            parameters: vec![parameters::name(language, &round.collect::<Vec<_>>())],
            refusals: &[400, 401, 403, 404],
            ..told("POST", "/jobs/schedules/{name}", "runJob", "api-job-run", done("It waits in the queue"))
        },
        Operation {
            refusals: &[400, 401, 403, 404, 422],
            ..told("POST", "/jobs/{id}/again", "runJobAgain", "api-job-again", done("It waits in the queue"))
        },
        Operation {
            refusals: &[400, 401, 403, 404, 422],
            ..told("DELETE", "/jobs/{id}", "discardJob", "api-job-discard", done("It is gone"))
        },
    ]
}

/// Servers that are told of changes.
fn webhooks(language: Language) -> Vec<Operation> {
    const ONE: &[u16] = &[400, 401, 403, 404];
    const CHANGE: &[u16] = &[400, 401, 403, 404, 415, 422];
    let told = |method, path, id, key, answer| operation(language, "webhooks", method, path, id, key, answer);
    let query = |name: &&'static str| parameters::query(language, None, name);
    let one = |meaning| Answered::with(meaning, schema("Webhook"));
    let wanted = json!({"name": "Stock system", "url": "https://hooks.example.com/cordee", "objects": ["user"],
        "kinds": ["created", "updated"], "filter": null});
    let body = || Some((schema("NewWebhook"), wanted.clone()));
    let delivery = parameters::id_called(language, "delivery");
    let again = told(
        "POST",
        "/webhooks/{id}/deliveries/{delivery}/again",
        "deliverAgain",
        "api-webhook-again",
        Answered::nothing("It waits in the queue"),
    );
    let log = told(
        "GET",
        "/webhooks/{id}/deliveries",
        "listDeliveries",
        "api-webhook-deliveries",
        Answered::with("The deliveries", schema("DeliveryList")),
    );
    vec![
        Operation {
            refusals: &[400, 401, 403],
            ..told("GET", "/webhooks", "listWebhooks", "api-webhooks", many("The webhooks", "Webhook"))
        },
        Operation {
            body: body(),
            refusals: &[400, 401, 403, 415, 422],
            ..told(
                "POST",
                "/webhooks",
                "createWebhook",
                "api-webhook-create",
                one("It, with its secret").status(201),
            )
        },
        Operation {
            refusals: ONE,
            ..told("GET", "/webhooks/{id}", "readWebhook", "api-webhook", one("The webhook"))
        },
        Operation {
            body: body(),
            refusals: CHANGE,
            ..told(
                "PATCH",
                "/webhooks/{id}",
                "updateWebhook",
                "api-webhook-update",
                one("The webhook as it is now"),
            )
        },
        told("DELETE", "/webhooks/{id}", "endWebhook", "api-webhook-end", Answered::nothing("It has ended")),
        Operation {
            refusals: ONE,
            ..told(
                "POST",
                "/webhooks/{id}/rotate",
                "rotateWebhook",
                "api-webhook-rotate",
                one("It, with its new secret"),
            )
        },
        Operation {
            refusals: ONE,
            ..told(
                "POST",
                "/webhooks/{id}/test",
                "testWebhook",
                "api-webhook-test",
                Answered::nothing("It waits in the queue"),
            )
        },
        Operation {
            parameters: log
                .parameters
                .iter()
                .cloned()
                .chain(webhooks::DELIVERIES.iter().map(query))
                .collect(),
            refusals: ONE,
            ..log
        },
        Operation {
            parameters: again.parameters.iter().cloned().chain([delivery]).collect(),
            refusals: &[400, 401, 403, 404, 422],
            ..again
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

/// What one was told of.
fn notifications(language: Language) -> Vec<Operation> {
    let told =
        |method, path, id, key, answer| operation(language, "notifications", method, path, id, key, answer);
    let query = |name: &&'static str| parameters::query(language, None, name);
    let read = || Answered::nothing("It has been read");
    vec![
        Operation {
            parameters: notifications::PARAMETERS.iter().map(query).collect(),
            ..told(
                "GET",
                "/notifications",
                "listNotifications",
                "api-notifications",
                Answered::with("The newest first", schema("NotificationList")),
            )
        },
        told("POST", "/notifications/read", "readAllNotifications", "api-notifications-read", read()),
        told("POST", "/notifications/{id}/read", "readNotification", "api-notification-read", read()),
        told(
            "POST",
            "/notifications/{id}/unread",
            "unreadNotification",
            "api-notification-unread",
            Answered::nothing("It is unread again"),
        ),
    ]
}

/// The small picture of an attachment.
fn small(language: Language) -> Operation {
    let (path, id) = ("/attachments/{id}/thumbnail", "readAttachmentThumbnail");
    let answer =
        Answered::bytes("A picture of at most 320 by 320 pixels: JPEG, or PNG where it is not opaque");
    let small = operation(language, "attachments", "GET", path, id, "api-attachment-thumbnail", answer);
    Operation { refusals: &[304, 400, 404], ..small }
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
