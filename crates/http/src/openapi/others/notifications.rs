//! What one was told of.

use cordee_i18n::Language;

use super::operation;
use crate::api::notifications;
use crate::openapi::operation::{Answered, Operation, schema};
use crate::openapi::parameters;

/// What one was told of.
pub(super) fn operations(language: Language) -> Vec<Operation> {
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
