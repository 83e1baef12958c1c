//! Signing in: tokens, sessions, the second factor, the log of security, and other people’s.

use cordee_i18n::Language;
use serde_json::json;

use super::{many, operation, page};
use crate::api::audit_log;
use crate::openapi::operation::{Answered, Operation, schema};
use crate::openapi::parameters;

/// These operations.
pub(super) fn operations(language: Language) -> Vec<Operation> {
    let told =
        |group, method, path, id, key, answer| operation(language, group, method, path, id, key, answer);
    let ended = Answered::nothing("It has ended");
    let token = json!({"name": "Nightly sync", "scopes": "read", "expires_at": null});
    vec![
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
            parameters: audit_log::PARAMETERS
                .iter()
                .map(|name| parameters::query(language, None, name))
                .collect(),
            refusals: &[400, 401, 403],
            ..told(
                "security",
                "GET",
                "/audit_log",
                "listAuditLog",
                "api-audit-log",
                Answered::with("The latest first", schema("AuditLog")),
            )
        },
        Operation {
            refusals: &[400, 401, 403],
            ..told(
                "security",
                "POST",
                "/audit_log/verify",
                "verifyAuditLog",
                "api-audit-verify",
                Answered::with("What was seen", schema("AuditVerdict")),
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
}
