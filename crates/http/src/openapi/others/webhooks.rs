//! Servers that are told of changes.

use cordee_i18n::Language;
use serde_json::json;

use super::{many, operation};
use crate::api::webhooks;
use crate::openapi::operation::{Answered, Operation, schema};
use crate::openapi::parameters;

/// Servers that are told of changes.
pub(super) fn operations(language: Language) -> Vec<Operation> {
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
