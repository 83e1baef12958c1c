//! The settings: what is one's own, and what administrators keep for all.

mod backup;
mod factor;
mod health;
mod jobs;
mod journal;
mod objects;
mod password;
mod person;
mod profile;
mod role;
mod security;
mod sessions;
mod tokens;
mod transfer;
mod webhooks;

use axum::Router;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use cordee_records::Right;
use cordee_records::system::layout::LAYOUT;
use cordee_records::system::webhook::WEBHOOK;
use cordee_ui::components::Column;
use cordee_ui::screens::settings::settings;
use cordee_ui::{Icon, Markup, NavGroup, NavItem};

use super::address::Address;
use super::icons::icon;
use super::reader::Reader;
use super::visit::{Answered, Visit, to};
use crate::App;

/// The routes of the settings; users, roles, teams and the workspace itself have the pages that all objects have.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/settings", get(first))
        .route("/settings/profile", get(profile::show).post(profile::save))
        .route("/settings/password", post(password::change))
        .route("/settings/users/{id}/password", get(password::ask).post(password::set))
        .route("/settings/users/{id}/sign-in", get(person::show))
        .route("/settings/users/{id}/sign-in/link", post(person::link))
        .route("/settings/users/{id}/sign-in/factor", post(person::reset_factor))
        .route("/settings/users/{id}/sign-in/sessions", post(person::end_sessions))
        .route("/settings/users/{id}/transfer", get(transfer::show).post(transfer::begin))
        .route("/settings/users/{id}/transfer/{transfer}/undo", post(transfer::undo))
        .route("/settings/factor", get(factor::show))
        .route("/settings/factor/begin", post(factor::begin))
        .route("/settings/factor/set-up", get(factor::set_up).post(factor::finish))
        .route("/settings/factor/codes", post(factor::new_codes))
        .route("/settings/factor/off", post(factor::end))
        .route("/settings/security", get(security::mine))
        .route("/settings/security/all", get(security::all))
        .route("/settings/sessions", get(sessions::show))
        .route("/settings/sessions/others", post(sessions::end_others))
        .route("/settings/sessions/{id}", post(sessions::end))
        .route("/settings/tokens", get(tokens::show).post(tokens::make))
        .route("/settings/tokens/{id}", post(tokens::end))
        .route("/settings/roles/{id}", get(role::show).post(role::save))
        .route("/settings/jobs", get(jobs::show))
        .route("/settings/jobs/run/{name}", post(jobs::run))
        .route("/settings/jobs/{id}/again", post(jobs::again))
        .route("/settings/jobs/{id}/discard", post(jobs::discard))
        .route("/settings/webhooks", get(webhooks::show).post(webhooks::make))
        .route("/settings/webhooks/{id}", get(webhooks::one).post(webhooks::change))
        .route("/settings/webhooks/{id}/rotate", post(webhooks::rotate))
        .route("/settings/webhooks/{id}/{verb}", post(webhooks::act))
        .route("/settings/webhooks/{id}/deliveries/{delivery}/again", post(webhooks::again))
        .route("/settings/health", get(health::show).post(health::look))
        .route("/settings/backup", get(backup::show).post(backup::make))
        .route("/settings/backup/{name}", get(backup::take))
        .route("/settings/journal", get(journal::show).post(journal::verify))
        .merge(objects::routes())
}

async fn first(_: Visit) -> Answered {
    Ok(to(&Address::of("/settings/profile")).into_response())
}

impl Reader<'_, '_> {
    /// A page of the settings beside their navigation.
    pub(super) fn in_settings(&self, body: Markup) -> Markup {
        settings(self.language(), &self.settings_places(), body)
    }

    /// The places of the settings that the reader may go to.
    pub(super) fn settings_places(&self) -> [NavGroup; 3] {
        let here = self.visit.address.path.as_str();
        let item = |label: String, href: &str, icon| NavItem {
            alone: None,
            label,
            href: href.to_owned(),
            icon,
            key: None,
            current: here == href || here.starts_with(&format!("{href}/")),
        };
        let own = vec![
            item(self.word("settings-profile"), "/settings/profile", Icon::User),
            item(self.word("factor-title"), "/settings/factor", Icon::Shield),
            item(self.word("sessions-title"), "/settings/sessions", Icon::MonitorSmartphone),
            item(self.word("tokens-title"), "/settings/tokens", Icon::KeyRound),
            item(self.word("security-title"), "/settings/security", Icon::History),
        ];
        let mut kept = Vec::new();
        if self.gate.access().administers() {
            let workspace = format!("/workspaces/{}", self.gate.actor().workspace);
            kept.push(item(self.word("settings-general"), &workspace, Icon::Building2));
        }
        let system = self.gate.catalog().objects().filter(|object| object.system && !object.internal);
        if self.may(&LAYOUT, Right::Edit) {
            kept.push(item(self.word("objects-title"), "/settings/objects", Icon::Columns3));
        }
        // The workspace and what arranges objects have pages of their own.
        let listed = system.filter(|object| !matches!(object.name, "workspace" | "layout"));
        for object in listed.filter(|object| self.may(object, Right::Read)) {
            let mut one = item(self.many(object), &format!("/{}", object.plural), icon(object));
            one.current |= here.starts_with(&format!("/settings/{}/", object.plural));
            kept.push(one);
        }
        if self.gate.access().administers() {
            kept.push(item(self.word("jobs-title"), "/settings/jobs", Icon::ListChecks));
            kept.push(item(self.word("journal-title"), "/settings/journal", Icon::History));
            if self.visit.app.kept().keeper().is_some() {
                kept.push(item(self.word("backup-title"), "/settings/backup", Icon::Download));
                kept.push(item(self.word("health-title"), "/settings/health", Icon::Info));
            }
        }
        let mut docs = vec![item(self.word("nav-api-docs"), "/api/docs", Icon::BookOpen)];
        if self.gate.access().administers() {
            docs.push(item(self.many(&WEBHOOK), "/settings/webhooks", Icon::Workflow));
        }
        let group = |label: Option<&str>, items| NavGroup { label: label.map(|key| self.word(key)), items };
        [
            group(Some("settings-own"), own),
            group(Some("settings-workspace"), kept),
            group(Some("settings-programs"), docs),
        ]
    }
}

/// A column of a register.
fn column(label: String) -> Column {
    Column { label, ..Column::default() }
}
