//! The log of security: what happened to one's own sign-in, and for administrators to everybody's.

use cordee_base::{Outcome, Problem};
use cordee_records::sign_in::{SecurityEvent, SecurityQuery};
use cordee_ui::components::{Empty, Pager};
use cordee_ui::screens::register::{Entry, Register, register};
use cordee_ui::{Action, Cell, Icon, Person, Tone, Way};

use super::super::reader::{Page, Reader};
use super::super::visit::{Answered, Visit};
use super::column;
use super::sessions::browser;

/// How many events a page shows.
const ON_A_PAGE: u32 = 50;

/// `GET /settings/security?event=KEY&cursor=…`: one's own.
pub(super) async fn mine(visit: Visit) -> Answered {
    visit
        .page(|reader| {
            let me = reader.gate.access().user.ok_or(Problem::SignInNeeded)?;
            let query = SecurityQuery { user: Some(me), ..reader.security_query() };
            reader.security_page("/settings/security", &query)
        })
        .await
}

/// `GET /settings/security/all?user=ID&event=KEY&cursor=…`: everybody's, for administrators.
pub(super) async fn all(visit: Visit) -> Answered {
    visit
        .page(|reader| {
            reader.gate.needs_administrator()?;
            let user = reader.here().one("user").map(str::to_owned);
            let user = user.map(|text| reader.id(&text)).transpose()?;
            let query = SecurityQuery { user, ..reader.security_query() };
            reader.security_page("/settings/security/all", &query)
        })
        .await
}

impl Reader<'_, '_> {
    fn security_query(&self) -> SecurityQuery {
        let here = self.here();
        let event = here.one("event").map(str::to_owned);
        let cursor = here.one("cursor").map(str::to_owned);
        SecurityQuery { user: None, event, cursor, limit: ON_A_PAGE }
    }

    fn security_page(&mut self, path: &'static str, query: &SecurityQuery) -> Outcome<Page> {
        let all = path.ends_with("/all");
        let (events, next) = self.gate.security_events(query)?;
        let title = self.word(if all { "security-all-title" } else { "security-title" });
        let next = next.map(|cursor| self.here().with("cursor", cursor).to_string());
        let others = match self.gate.access().administers() {
            true if all => {
                vec![Action::new(self.word("security-title"), Way::Go("/settings/security".into()))]
            }
            true => vec![Action::new(self.word("security-all-title"), Way::Go(format!("{path}/all")))],
            false => Vec::new(),
        };
        let view = Register {
            title: title.clone(),
            intro: Some(self.word("security-hint")),
            notices: Vec::new(),
            secret: None,
            actions: others,
            columns: self.security_columns(all),
            rows: events.iter().map(|event| self.security_row(event, all)).collect(),
            pager: match &next {
                Some(_) => Pager { text: self.word("security-latest"), previous: None, next },
                None => Pager::default(),
            },
            empty: Empty {
                icon: Icon::Shield,
                title: self.word("security-none"),
                text: String::new(),
                actions: Vec::new(),
            },
            form: None,
        };
        let body = register(self.language(), &view);
        Ok(Page::new(title, "/settings", body).below(self.word("settings-title"), "/settings"))
    }

    /// The columns of a table of events; without the person where all are of one.
    pub(super) fn security_columns(&self, people: bool) -> Vec<cordee_ui::components::Column> {
        let keys = [
            "security-event-event",
            "security-when",
            "security-event-user",
            "security-event-done-by",
            "security-event-address",
            "security-event-agent",
        ];
        let shown = keys.into_iter().filter(|key| people || *key != "security-event-user");
        shown.map(|key| column(self.word(key))).collect()
    }

    /// One event in a table.
    pub(super) fn security_row(&self, event: &SecurityEvent, people: bool) -> Entry {
        let what = cordee_i18n::option(self.language(), "security_event", "event", &event.event);
        let what = match event.detail.is_empty() {
            true => what,
            false => cordee_i18n::pair(self.language(), &what, &event.detail),
        };
        let when =
            Cell::Date { text: self.locale.moment(event.at), iso: event.at.to_string(), tone: Tone::Neutral };
        let person = |who: &(cordee_base::Id, String)| Cell::Person(Person::named(who.1.clone()));
        let mut cells = vec![Cell::Text(what), when];
        if people {
            cells.push(person(&event.user));
        }
        cells.push(event.done_by.as_ref().map_or(Cell::Empty, person));
        let text = |text: String| if text.is_empty() { Cell::Empty } else { Cell::Text(text) };
        cells.extend([text(event.address.clone()), text(browser(&event.agent))]);
        Entry { href: None, cells, actions: Vec::new() }
    }
}
