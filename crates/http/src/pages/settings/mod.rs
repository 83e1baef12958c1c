//! The settings: what is one's own, and what administrators keep for all.

mod backup;
mod factor;
mod front;
mod health;
mod jobs;
mod journal;
mod objects;
mod password;
mod person;
mod picklists;
mod profile;
mod rates;
mod role;
mod security;
mod sessions;
mod steps;
mod teams;
mod tokens;
mod transfer;
mod webhooks;

use axum::Router;
use axum::routing::{get, post};
use cordee_base::Outcome;
use cordee_i18n::Arg;
use cordee_records::Right;
use cordee_records::system::layout::LAYOUT;
use cordee_records::system::webhook::WEBHOOK;
use cordee_schema::fold_latin;
use cordee_ui::components;
use cordee_ui::components::Column;
use cordee_ui::screens::settings::{Index, IndexGroup, index, settings};
use cordee_ui::{Icon, Markup, NavGroup, NavItem};

use super::icons::icon;
use super::reader::{Page, Reader};
use super::visit::{Answered, Visit};
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
        .route("/settings/roles/{id}/front", get(front::show).post(front::save))
        .route("/settings/teams", get(teams::show).post(teams::put))
        .route("/settings/teams/new", get(teams::ask_new).post(teams::make))
        .route("/settings/teams/{id}/move", get(teams::ask_team).post(teams::move_team))
        .route("/settings/teams/people/{id}", get(teams::ask_person).post(teams::move_person))
        .route("/settings/rates", get(rates::show).post(rates::keep))
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
        .merge(picklists::routes())
        .merge(steps::routes())
}

/// `GET /settings?q=TEXT`: all of them, by what they are for.
async fn first(visit: Visit) -> Answered {
    visit.page(|reader| reader.settings_page()).await
}

/// Settings that belong together: the key of their heading, and each with what it is for.
struct Shelf {
    label: &'static str,
    places: Vec<Place>,
}

/// A page of the settings.
struct Place {
    item: NavItem,
    help: String,
}

impl Reader<'_, '_> {
    /// A page of the settings beside their navigation.
    pub(super) fn in_settings(&self, body: Markup) -> Markup {
        settings(self.language(), &self.settings_places(), body)
    }

    /// The places of the settings that the reader may go to.
    pub(super) fn settings_places(&self) -> Vec<NavGroup> {
        let group = |shelf: Shelf| NavGroup {
            label: Some(self.word(shelf.label)),
            items: shelf.places.into_iter().map(|place| place.item).collect(),
        };
        self.settings_shelves().into_iter().map(group).collect()
    }

    fn settings_page(&mut self) -> Outcome<Page> {
        let text = self.visit.address.one("q").unwrap_or("").trim().to_owned();
        let words: Vec<String> = text.split_whitespace().map(fold_latin).collect();
        let found = |place: &Place| {
            let told = fold_latin(&format!("{} {}", place.item.label, place.help));
            words.iter().all(|word| told.contains(word))
        };
        let groups: Vec<IndexGroup> = self
            .settings_shelves()
            .into_iter()
            .map(|shelf| IndexGroup {
                label: self.word(shelf.label),
                places: shelf
                    .places
                    .into_iter()
                    .filter(|place| found(place))
                    .map(|Place { item, help }| components::Place {
                        icon: item.icon,
                        label: item.label,
                        href: item.href,
                        help,
                    })
                    .collect(),
            })
            .filter(|group| !group.places.is_empty())
            .collect();
        let title = self.word("settings-title");
        let view = Index {
            title: title.clone(),
            none: self.say("search-none", &[("text", Arg::from(&text))]),
            text,
            groups,
        };
        Ok(Page::new(title, "/settings", index(self.language(), &view)))
    }

    /// All settings that the reader may come to, by what they are for.
    fn settings_shelves(&self) -> Vec<Shelf> {
        let here = self.visit.address.path.as_str();
        let item = |label: String, href: &str, icon, help: String| Place {
            item: NavItem {
                alone: None,
                label,
                href: href.to_owned(),
                icon,
                key: None,
                current: here == href || here.starts_with(&format!("{href}/")),
            },
            help,
        };
        let place =
            |label: &str, href: &str, icon, help: &str| item(self.word(label), href, icon, self.word(help));
        let mut shelves = vec![Shelf {
            label: "settings-own",
            places: vec![
                place("settings-profile", "/settings/profile", Icon::User, "settings-profile-hint"),
                place("factor-title", "/settings/factor", Icon::Shield, "settings-factor-hint"),
                place("sessions-title", "/settings/sessions", Icon::MonitorSmartphone, "sessions-hint"),
                place("tokens-title", "/settings/tokens", Icon::KeyRound, "tokens-hint"),
                place("security-title", "/settings/security", Icon::History, "security-hint"),
            ],
        }];
        let administers = self.gate.access().administers();
        let mut kept = Vec::new();
        if administers {
            let workspace = format!("/workspaces/{}", self.gate.actor().workspace);
            kept.push(place("settings-general", &workspace, Icon::Building2, "workspace-help"));
        }
        let system = self.gate.catalog().objects().filter(|object| object.system && !object.internal);
        if self.may(&LAYOUT, Right::Edit) {
            kept.push(place("objects-title", "/settings/objects", Icon::Columns3, "layout-help"));
        }
        for ways in self.all_ways().into_iter().filter(|ways| self.may(ways.steps, Right::Edit)) {
            let help = self.own_word(ways.ways, "help").unwrap_or_default();
            kept.push(item(
                self.many(ways.ways),
                &format!("/settings/{}", ways.ways.plural),
                icon(ways.ways),
                help,
            ));
        }
        // The workspace and what arranges objects have pages of their own.
        let listed = system.filter(|object| !matches!(object.name, "workspace" | "layout"));
        for object in listed.filter(|object| self.may(object, Right::Read)) {
            let help = || self.own_word(object, "help").unwrap_or_default();
            // Some have a page that shows them better than a list.
            let (label, href, help) = match object.name {
                "team" => (self.many(object), "/settings/teams".to_owned(), help()),
                "currency_rate" => (self.many(object), rates::PLACE.to_owned(), help()),
                "picklist_option" => {
                    (self.word("picklists-title"), picklists::PLACE.to_owned(), self.word("picklists-hint"))
                }
                _ => (self.many(object), format!("/{}", object.plural), help()),
            };
            let mut one = item(label, &href, icon(object), help);
            one.item.current |= here.starts_with(&format!("/{}/", object.plural));
            one.item.current |= here.starts_with(&format!("/settings/{}/", object.plural));
            kept.push(one);
        }
        shelves.push(Shelf { label: "settings-workspace", places: kept });
        if administers {
            let mut running = vec![
                place("journal-title", "/settings/journal", Icon::History, "journal-hint"),
                place("jobs-title", "/settings/jobs", Icon::ListChecks, "jobs-hint"),
            ];
            if self.visit.app.kept().keeper().is_some() {
                running.push(place("backup-title", "/settings/backup", Icon::Download, "backup-hint"));
                running.push(place("health-title", "/settings/health", Icon::Info, "health-hint"));
            }
            shelves.push(Shelf { label: "settings-running", places: running });
        }
        let mut programs = vec![place("nav-api-docs", "/api/docs", Icon::BookOpen, "api-intro")];
        if administers {
            let help = self.own_word(&WEBHOOK, "help").unwrap_or_default();
            programs.push(item(self.many(&WEBHOOK), "/settings/webhooks", Icon::Workflow, help));
        }
        shelves.push(Shelf { label: "settings-programs", places: programs });
        shelves.retain(|shelf| !shelf.places.is_empty());
        shelves
    }
}

/// A column of a register.
fn column(label: String) -> Column {
    Column { label, ..Column::default() }
}
