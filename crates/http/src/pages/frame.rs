//! The frame around every page: where the reader may go, what may be created, what just happened.

use cordee_base::{Id, Outcome};
use cordee_i18n::say;
use cordee_kit::Report;
use cordee_records::Right;
use cordee_records::system::comment::COMMENT;
use cordee_records::system::layout::LAYOUT;
use cordee_records::system::view::VIEW;
use cordee_schema::Object;
use cordee_ui::{Crumb, Frame, Icon, Live, NavGroup, NavItem, Person, Toast, Tone};

use super::address::Address;
use super::commands::link_about;
use super::icons::{icon, sort_icon};
use super::reader::{Page, Reader, record_path};
use super::reports::{REPORTS, report_path};

/// So many reports have a place in the menu; the others stand behind one for all.
pub(super) const REPORTS_SHOWN: usize = 4;

impl Reader<'_, '_> {
    /// The frame around a page.
    pub(crate) fn frame(&mut self, page: &Page) -> Outcome<Frame> {
        let toast = match &page.toast {
            Some(toast) => Some(toast.clone()),
            None => self.toast(page)?,
        };
        let mut trail = page.trail.clone();
        trail.push(Crumb { label: page.title.clone(), href: None });
        Ok(Frame {
            seeing: self.seeing()?,
            language: self.language(),
            theme: self.visit.theme,
            nav_closed: self.visit.nav_closed,
            workspace: self.workspace_name()?,
            nav: self.navigation(&page.place),
            trail,
            create: self.creations(self.open_place(&self.visit.address)),
            person: self.me(),
            unread: self.bell()?,
            here: self.here().to_string(),
            notice: self.visit.app.records().is_held_still().then(|| self.word("problem-read-only")),
            toast,
            keys: self.gate.access().single_keys,
            printed: self.locale.date(self.gate.today()),
            live: self.live()?,
        })
    }

    /// How many notifications the bell counts: none in the quiet hours of the reader.
    fn bell(&mut self) -> Outcome<u64> {
        match self.gate.access().is_quiet(self.gate.now()) {
            true => Ok(0),
            false => self.gate.unread_notifications(),
        }
    }

    /// What of this page is told while it changes: its record, the records of its object, or of those objects that the
    /// day speaks of; else the bell alone. The past does not change.
    fn live(&mut self) -> Outcome<Option<Live>> {
        let address = &self.visit.address;
        let past = address.one("as-of").is_some();
        let mut steps = address.path.trim_matches('/').split('/');
        let object = steps.next().and_then(|plural| self.object(plural).ok()).filter(|_| !past);
        let of = match (object, steps.next()) {
            (None, _) if address.path == "/" => {
                let objects = self.registry().today.objects(self.gate);
                objects.iter().map(|object| object.plural).collect::<Vec<_>>().join(",")
            }
            (None, _) => String::new(),
            (Some(object), None | Some("board" | "calendar")) => object.plural.to_owned(),
            // What is about to go for good lies in the trash already.
            (Some(object), Some(id)) => match (self.id(id), steps.next()) {
                (Ok(_), Some("purge")) | (Err(_), _) => String::new(),
                (Ok(id), _) => format!("{}/{id}", object.plural),
            },
        };
        Ok(Some(Live { of, since: self.gate.journal_position()? }))
    }

    fn workspace_name(&mut self) -> Outcome<String> {
        let id = self.gate.actor().workspace;
        let Some(workspace) = self.gate.catalog().object("workspace") else { return Ok(String::new()) };
        self.gate.as_engine("the name of the workspace", |gate| Ok(gate.get(workspace, id)?.title()))
    }

    fn me(&self) -> Person {
        let href = Some("/settings/profile".to_owned());
        Person { href, ..Person::named(self.gate.access().name.clone()) }
    }

    /// What the reader's role shows first, the other objects that people work on (those that belong to somebody), then
    /// figures, then what is kept.
    pub(super) fn navigation(&self, place: &str) -> Vec<NavGroup> {
        let mut letters = self.letters_taken(&['r', 'i', 's', 'h', 'n', 'k']);
        let named = self.gate.access().front.objects.clone();
        let at = |object: &Object| named.iter().position(|name| name == object.name);
        let mut work = self.shown(|object| object.owner.is_some() || at(object).is_some());
        work.sort_by_key(|object| at(object).unwrap_or(named.len()));
        let kept = self.shown(|object| object.owner.is_none() && at(object).is_none());
        let mut home = vec![self.go("nav-home", "/", Icon::House, Some('h'), place)];
        if let Some(first) = self.with_calendar().first() {
            let path = format!("/{}/calendar", first.plural);
            home.push(self.go("calendar", &path, Icon::Calendar, Some('k'), place));
        }
        home.extend(work.into_iter().map(|object| self.go_to(object, place, &mut letters)));
        let mut reports = Vec::new();
        if !self.registry().metrics.is_empty() {
            reports.push(self.go("figures-title", "/metrics", Icon::ChartColumn, Some('r'), place));
        }
        let all: Vec<_> = self.reports().collect();
        // One that stands further down has its place while it is open, so that the menu never grows beyond a screen.
        let here = |report: &Report| report_path(report) == place;
        let shown = all.iter().enumerate().filter(|(at, report)| *at < REPORTS_SHOWN || here(report));
        for (_, report) in shown {
            reports.push(self.go_to_report(report, place));
        }
        if all.len() > REPORTS_SHOWN {
            reports.push(self.go("nav-all-reports", REPORTS, Icon::Ellipsis, None, place));
        }
        let mut more: Vec<NavItem> =
            kept.into_iter().map(|object| self.go_to(object, place, &mut letters)).collect();
        if self.gate.access().imports() {
            more.push(self.go("action-import", "/import", Icon::Upload, Some('i'), place));
        }
        more.push(self.go("glossary-title", "/glossary", Icon::BookOpen, None, place));
        more.push(self.go("nav-trash", "/trash", Icon::Trash2, None, place));
        more.push(self.go("nav-settings", "/settings", Icon::Settings, Some('s'), place));
        vec![
            NavGroup { label: None, items: home },
            NavGroup { label: Some(self.word("nav-reports")), items: reports },
            NavGroup { label: Some(self.word("group-more")), items: more },
        ]
        .into_iter()
        .filter(|group| !group.items.is_empty())
        .collect()
    }

    /// The objects with a place of their own that the reader may see.
    pub(crate) fn shown(&self, which: impl Fn(&Object) -> bool) -> Vec<&'static Object> {
        let objects = self.gate.catalog().objects();
        let own = objects.filter(|object| !object.system && !object.internal && object.part_of.is_none());
        own.filter(|object| which(object) && self.may(object, Right::Read)).collect()
    }

    pub(super) fn go_to_report(&self, report: &Report, place: &str) -> NavItem {
        let word = cordee_kit::word_key("report", report.name);
        self.go(&word, &report_path(report), report.icon, None, place)
    }

    fn go_to(&self, object: &'static Object, place: &str, letters: &mut Vec<char>) -> NavItem {
        NavItem {
            label: self.many(object),
            href: front(object),
            icon: icon(object),
            key: letter(object, letters),
            alone: None,
            current: place == object.plural,
        }
    }

    fn go(&self, key: &str, href: &str, icon: Icon, letter: Option<char>, place: &str) -> NavItem {
        NavItem {
            label: self.word(key),
            href: href.to_owned(),
            icon,
            key: letter,
            alone: None,
            current: place == href,
        }
    }

    /// What can be made; what may say that it is about the given record does so.
    pub(super) fn creations(&self, about: Option<(&'static Object, Id)>) -> Vec<NavItem> {
        let mut letters = self.letters_taken(&[]);
        let work = self.shown(|object| object.owner.is_some());
        let may = work.into_iter().filter(|object| self.may(object, Right::Create));
        let mut items = Vec::new();
        for object in may {
            let mut address = Address::of(format!("/{}/new", object.plural));
            let link = about.and_then(|(about, id)| Some((link_about(object, about)?, id)));
            if let Some((field, id)) = link {
                address = address.and(field, id);
            }
            let item = |label: String, address: Address, icon, key, alone| NavItem {
                label,
                href: address.to_string(),
                icon,
                key,
                alone,
                current: false,
            };
            let sorts = object
                .made_as
                .filter(|made| object.field(made.by).is_some_and(|field| self.settable(object, field, None)));
            let Some(made) = sorts else {
                items.push(item(self.one(object), address, icon(object), letter(object, &mut letters), None));
                continue;
            };
            for variety in made.varieties {
                let label = cordee_i18n::option(self.language(), object.name, made.by, variety.option);
                let address = address.clone().and(made.by, variety.option);
                let icon = sort_icon(object, variety.option);
                items.push(item(label, address, icon, Some(variety.letter), about.map(|_| variety.alone)));
            }
        }
        items
    }

    /// The letters that are spoken for.
    fn letters_taken(&self, fixed: &[char]) -> Vec<char> {
        let declared = self.gate.catalog().objects().flat_map(|object| {
            let sorts = object.made_as.iter().flat_map(|made| made.varieties).map(|one| one.letter);
            object.letter.into_iter().chain(sorts)
        });
        fixed.iter().copied().chain(declared).collect()
    }

    /// What the address says has just happened; only what is known here is said.
    fn toast(&mut self, page: &Page) -> Outcome<Option<Toast>> {
        let Some(done) = self.visit.address.one("done").map(str::to_owned) else { return Ok(None) };
        if let Some(toast) = self.toast_of_another(&done)? {
            return Ok(Some(toast));
        }
        let of = self.visit.address.one("of").and_then(|text| text.parse().ok());
        let language = self.language();
        let named = |key: &str, name: &str| say(language, key, &[("name", name.into())]);
        let (text, undo) = match (done.as_str(), page.object, of) {
            ("created", ..) => (named("toast-created", &page.title), None),
            ("updated", ..) => (named("toast-updated", &page.title), None),
            ("restored", ..) => (named("toast-restored", &page.title), None),
            ("merged", Some(object), Some(lost)) => {
                let undo = format!("{}/unmerge", record_path(object, lost));
                (named("toast-merged", &page.title), Some((self.word("action-undo"), undo)))
            }
            ("deleted", Some(object), Some(id)) => match self.gate.get_trashed(object, id) {
                Ok(record) => {
                    let undo = format!("{}/restore", record_path(object, id));
                    (named("toast-deleted", &record.title()), Some((self.word("action-undo"), undo)))
                }
                Err(_) => return Ok(None),
            },
            ("comment-removed", _, Some(id)) => {
                let undo = format!("{}/restore", record_path(&COMMENT, id));
                (self.word("comment-removed"), Some((self.word("action-undo"), undo)))
            }
            ("view-deleted", _, Some(id)) => match self.gate.get_trashed(&VIEW, id) {
                Ok(view) => {
                    let undo = format!("{}/restore", record_path(&VIEW, id));
                    (named("toast-deleted", &view.title()), Some((self.word("action-undo"), undo)))
                }
                Err(_) => return Ok(None),
            },
            ("layout-reset", _, Some(id)) => {
                let undo = format!("{}/restore", record_path(&LAYOUT, id));
                (self.word("layout-reset-done"), Some((self.word("action-undo"), undo)))
            }
            ("file-removed", _, Some(id)) => match self.gate.removed_attachment(id) {
                Ok(file) => {
                    let undo = format!("/attachments/{id}/restore");
                    (named("files-one-removed", &file.name), Some((self.word("action-undo"), undo)))
                }
                Err(_) => return Ok(None),
            },
            ("bulk", _, Some(id)) => match self.gate.bulk(id) {
                Ok(bulk) => {
                    let undo = Address::of(format!("/bulk/{id}/undo")).with("back", self.here());
                    let undo = (bulk.status == "done" && bulk.changed > 0).then(|| undo.to_string());
                    (self.bulk_counts(&bulk), undo.map(|undo| (self.word("action-undo"), undo)))
                }
                Err(_) => return Ok(None),
            },
            (key, ..) => match self.said_of(key) {
                Some(text) => (text, None),
                None => return Ok(None),
            },
        };
        Ok(Some(Toast { text, tone: Tone::Won, undo }))
    }

    /// What was done from this page to another record: `of` names it, and the version that it has since.
    fn toast_of_another(&mut self, done: &str) -> Outcome<Option<Toast>> {
        const KNOWN: [(&str, &str); 4] = [
            ("created", "toast-created"),
            ("updated", "toast-updated"),
            ("deleted", "toast-deleted"),
            ("restored", "toast-restored"),
        ];
        let Some((_, key)) = KNOWN.iter().find(|(known, _)| *known == done) else { return Ok(None) };
        let mut of = self.visit.address.one("of").unwrap_or("").split(':');
        let named = of.next().zip(of.next()).and_then(|(plural, id)| Some((plural, id.parse::<Id>().ok()?)));
        let Some((object, id)) = named.and_then(|(plural, id)| Some((self.object(plural).ok()?, id))) else {
            return Ok(None);
        };
        let path = record_path(object, id);
        let (record, undo) = match (done, of.next()) {
            ("deleted", _) => {
                (self.gate.get_trashed(object, id), Some(Address::of(format!("{path}/restore"))))
            }
            ("updated", Some(version)) => {
                let undo = Address::of(format!("{path}/undo")).and("version", version);
                (self.gate.get(object, id), Some(undo))
            }
            _ => (self.gate.get(object, id), None),
        };
        let Ok(record) = record else { return Ok(None) };
        let text = self.say(key, &[("name", record.title().into())]);
        let undo = undo.map(|undo| (self.word("action-undo"), undo.and("back", self.here()).to_string()));
        Ok(Some(Toast { text, tone: Tone::Won, undo }))
    }

    /// The sentence after an action of the registry or of these pages.
    pub(crate) fn said_of(&self, key: &str) -> Option<String> {
        const OWN: [(&str, &str); 25] = [
            ("undo", "action-undo-done"),
            ("later", "notification-later-done"),
            ("logged", "timeline-logged"),
            ("undone", "undo-done"),
            ("save", "action-save-done"),
            ("move", "action-move-done"),
            ("unmerge", "action-unmerge-done"),
            ("revoke", "action-revoke-done"),
            ("session", "sessions-ended"),
            ("factor", "person-factor-reset"),
            ("password", "settings-password-changed"),
            ("purge", "trash-purged"),
            ("job-again", "action-job-again-done"),
            ("job-discard", "action-job-discard-done"),
            ("job-run", "action-job-run-done"),
            ("files-added", "files-added-done"),
            ("file-restored", "files-restored"),
            ("webhook-test", "action-webhook-test-done"),
            ("transfer", "transfer-begun"),
            ("transfer-undo", "transfer-undo-begun"),
            ("retire", "action-retire-done"),
            ("reuse", "action-reuse-done"),
            ("share", "share-done"),
            ("share-end", "share-end-done"),
            ("webhook-end", "action-webhook-end-done"),
        ];
        if let Some((_, sentence)) = OWN.iter().find(|(known, _)| *known == key) {
            return Some(self.word(sentence));
        }
        let action = self.registry().actions.iter().find(|action| action.name == key)?;
        Some(self.word(&format!("action-{}-done", action.name.replace('_', "-"))))
    }
}

/// The page on which one begins with `object`: its board, if it has one, else its list.
pub(crate) fn front(object: &Object) -> String {
    match object.board {
        Some(_) => format!("/{}/board", object.plural),
        None => format!("/{}", object.plural),
    }
}

/// Its own letter, else the first of its name that no other place has taken.
fn letter(object: &Object, taken: &mut Vec<char>) -> Option<char> {
    if object.letter.is_some() {
        return object.letter;
    }
    let free = object.plural.chars().find(|letter| letter.is_ascii_lowercase() && !taken.contains(letter))?;
    taken.push(free);
    Some(free)
}
