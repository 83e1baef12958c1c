//! The audit log: an administrator reads the journal by person, day, record, door and verb, and has the chain checked.

use cordee_base::Outcome;
use cordee_records::{AuditQuery, Audited, Door, Verb, Verdict};
use cordee_ui::components::{Empty, Field, Notice, Pager};
use cordee_ui::screens::audit::{Audit, audit as draw};
use cordee_ui::screens::register::{Entry, Register};
use cordee_ui::{Cell, Icon, Input, Person, Pick, Tone};

use super::super::reader::{Page, Reader, faults, record_path};
use super::super::typed::Typed;
use super::super::visit::{Answered, Visit};
use super::column;
use crate::api::audit_log::audit_query;

/// The page's own address.
const HERE: &str = "/settings/journal";
/// How many entries a page shows.
const ON_A_PAGE: u32 = 50;
/// What can be looked for.
const ASKED: [&str; 7] = ["actor", "object", "record", "door", "verb", "from", "to"];

/// `GET /settings/journal?actor=…&object=…&record=…&door=…&verb=…&from=…&to=…&before=…`.
pub(super) async fn show(visit: Visit) -> Answered {
    visit.page(|reader| reader.journal_page(None)).await
}

/// `POST /settings/journal`: checks the whole chain and says what was found.
pub(super) async fn verify(visit: Visit) -> Answered {
    visit
        .page(|reader| {
            let verdict = reader.gate.verify_journal()?;
            reader.journal_page(Some(&verdict))
        })
        .await
}

impl Reader<'_, '_> {
    fn journal_page(&mut self, verdict: Option<&Verdict>) -> Outcome<Page> {
        self.gate.needs_administrator()?;
        let here = self.here();
        let asked = |name: &str| {
            // A person is asked for as a link is: by the id that was chosen.
            let part = format!("{name}.id");
            here.one(if name == "actor" { &part } else { name }).map(str::to_owned)
        };
        let mut notices: Vec<Notice> =
            verdict.map(|verdict| self.verdict_said(verdict)).into_iter().collect();
        let found = match audit_query(self.gate, &asked) {
            Ok(query) => self.gate.audit_log(&AuditQuery { limit: ON_A_PAGE + 1, ..query })?,
            Err(problem) => {
                let said = |fault| cordee_i18n::fault(self.language(), fault, None);
                let wrong = faults(&problem).iter().map(said);
                notices.extend(wrong.map(|text| Notice { tone: Tone::Overdue, text }));
                Vec::new()
            }
        };
        let title = self.word("journal-title");
        let view = Audit {
            log: self.audit_register(&title, notices, &found),
            controls: self.audit_controls(),
            clear: here.parameters.iter().any(|(_, value)| !value.is_empty()).then(|| HERE.to_owned()),
            check: self.word("journal-verify"),
        };
        let body = draw(self.language(), &view, HERE);
        Ok(Page::new(title, "/settings", body).below(self.word("settings-title"), "/settings"))
    }

    fn audit_register(&self, title: &str, notices: Vec<Notice>, found: &[Audited]) -> Register {
        let shown = &found[..found.len().min(ON_A_PAGE as usize)];
        let labels = ["when", "who", "what", "record", "changes", "door"];
        let next = shown.last().filter(|_| found.len() > shown.len()).map(|last| last.entry.seq);
        let next = next.map(|seq| self.here().with("before", seq).to_string());
        let older = self.here().one("before").is_some();
        Register {
            title: title.to_owned(),
            intro: Some(self.word("journal-hint")),
            notices,
            secret: None,
            actions: Vec::new(),
            columns: labels.iter().map(|name| column(self.word(&format!("audit-{name}")))).collect(),
            rows: shown.iter().map(|one| self.audit_row(one)).collect(),
            pager: match next.is_some() || older {
                true => Pager {
                    text: self.locale.count(shown.len() as i64),
                    previous: older.then(|| self.here().without(&["before"]).to_string()),
                    next,
                },
                false => Pager::default(),
            },
            empty: Empty {
                icon: Icon::History,
                title: self.word("audit-none"),
                text: String::new(),
                actions: Vec::new(),
            },
            form: None,
        }
    }

    fn audit_row(&self, one: &Audited) -> Entry {
        let entry = &one.entry;
        let who = match &entry.actor_name {
            Some(name) => Cell::Person(Person::named(name.clone())),
            None => Cell::Text(self.word("app-name")),
        };
        let called = match one.object {
            Some(object) => self.one(object),
            None => one.object_name.clone(),
        };
        let title = one.title.clone().unwrap_or_else(|| one.record.to_string());
        let open = one.object.filter(|object| !object.internal && one.title.is_some());
        let fields: Vec<String> = match one.object {
            Some(object) if entry.verb != "create" => {
                entry.changes.iter().map(|change| self.field_name(object, change.field)).collect()
            }
            _ => Vec::new(),
        };
        let when =
            Cell::Date { text: self.locale.moment(entry.at), iso: entry.at.to_string(), tone: Tone::Neutral };
        Entry {
            href: open.map(|object| record_path(object, one.record)),
            cells: vec![
                when,
                who,
                Cell::Text(self.word(&format!("audit-verb-{}", entry.verb))),
                Cell::Text(cordee_i18n::pair(self.language(), &called, &title)),
                if fields.is_empty() { Cell::Empty } else { Cell::Text(fields.join(", ")) },
                Cell::Text(self.word(&format!("door-{}", entry.door.replace('_', "-")))),
            ],
            actions: Vec::new(),
        }
    }

    fn audit_controls(&self) -> Vec<Field> {
        let typed = Typed(self.here().parameters.clone());
        let text = |name: &str| typed.text(name).to_owned();
        let label = |name: &str| self.word(&format!("audit-{name}"));
        let choice = |name: &str, options: Vec<Pick>| {
            Field::new(name, label(name), Input::Choice { value: text(name), options })
        };
        let objects = self.gate.catalog().objects().map(|object| Pick::new(object.name, self.one(object)));
        let mut objects: Vec<Pick> = objects.collect();
        objects.sort_by_cached_key(|pick| cordee_schema::fold(&pick.label));
        let doors =
            Door::NAMES.map(|name| Pick::new(name, self.word(&format!("door-{}", name.replace('_', "-")))));
        let verbs = Verb::ALL.map(|(name, _)| Pick::new(name, self.word(&format!("audit-verb-{name}"))));
        let [actor, object, record, door, verb, from, to] = ASKED;
        vec![
            self.person_field(actor, label("who"), &typed),
            choice(object, objects),
            choice(verb, verbs.to_vec()),
            choice(door, doors.to_vec()),
            Field::new(from, label(from), Input::Date { value: text(from) }),
            Field::new(to, label(to), Input::Date { value: text(to) }),
            Field::new(record, label("record-id"), Input::Text { value: text(record) }),
        ]
    }

    fn verdict_said(&self, verdict: &Verdict) -> Notice {
        let count = ("count", verdict.checked.into());
        match verdict.broken_at {
            None => {
                let head: String = verdict.head.chars().take(16).collect();
                Notice { tone: Tone::Won, text: self.say("journal-sound", &[count, ("head", head.into())]) }
            }
            Some(at) => {
                let at = at.to_string();
                Notice {
                    tone: Tone::Overdue,
                    text: self.say("journal-broken", &[count, ("number", at.into())]),
                }
            }
        }
    }
}
