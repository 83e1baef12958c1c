//! The browsers in which one has signed in; any of them can be signed out from here.

use axum::extract::Path;
use cordee_base::{Outcome, Problem};
use cordee_records::sign_in::SessionInfo;
use cordee_ui::components::{Empty, Pager};
use cordee_ui::screens::register::{Entry, Register, register};
use cordee_ui::{Action, Cell, Icon, Tone, Way};

use super::super::address::Address;
use super::super::reader::{Page, Reader};
use super::super::visit::{Answered, Visit};
use super::column;

/// `GET /settings/sessions`.
pub(super) async fn show(visit: Visit) -> Answered {
    visit.page(|reader| reader.sessions_page()).await
}

/// `POST /settings/sessions/ID`: ends it.
pub(super) async fn end(visit: Visit, Path(id): Path<String>) -> Answered {
    visit
        .then(move |reader| {
            let id = reader.id(&id)?;
            reader.gate.end_session(id)?;
            Ok(Address::of("/settings/sessions").and("done", "session"))
        })
        .await
}

/// `POST /settings/sessions/others`: ends all but this one.
pub(super) async fn end_others(visit: Visit) -> Answered {
    let session = visit.session;
    visit
        .then(move |reader| {
            let me = reader.gate.access().user.ok_or(Problem::SignInNeeded)?;
            reader.gate.end_sessions_of(me, Some(session))?;
            Ok(Address::of("/settings/sessions").and("done", "session"))
        })
        .await
}

impl Reader<'_, '_> {
    fn sessions_page(&mut self) -> Outcome<Page> {
        let sessions = self.gate.my_sessions()?;
        let title = self.word("sessions-title");
        let others = Action::new(
            self.word("sessions-end-others"),
            Way::Post("/settings/sessions/others".into(), Vec::new()),
        );
        let labels = ["session-agent", "session-address", "field-created-at", "session-seen-at"];
        let view = Register {
            title: title.clone(),
            intro: Some(self.word("sessions-hint")),
            notices: Vec::new(),
            secret: None,
            actions: if sessions.len() > 1 { vec![others] } else { Vec::new() },
            columns: labels.iter().map(|key| column(self.word(key))).collect(),
            rows: sessions.iter().map(|session| self.session_row(session)).collect(),
            pager: Pager::default(),
            empty: Empty {
                icon: Icon::MonitorSmartphone,
                title: title.clone(),
                text: String::new(),
                actions: Vec::new(),
            },
            form: None,
        };
        let body = register(self.language(), &view);
        Ok(Page::new(title, "/settings", body).below(self.word("settings-title"), "/settings"))
    }

    fn session_row(&self, session: &SessionInfo) -> Entry {
        let here = session.id == self.visit.session;
        let moment = |moment: Option<cordee_base::Moment>| match moment {
            Some(moment) => {
                Cell::Date { text: self.locale.moment(moment), iso: moment.to_string(), tone: Tone::Neutral }
            }
            None => Cell::Empty,
        };
        let agent = browser(&session.agent);
        let name = if here { format!("{agent} · {}", self.word("sessions-here")) } else { agent };
        let end = Way::Post(format!("/settings/sessions/{}", session.id), Vec::new());
        Entry {
            href: None,
            cells: vec![
                Cell::Text(name),
                Cell::Text(session.address.clone()),
                moment(Some(session.opened_at)),
                moment(session.seen_at),
            ],
            actions: if here { Vec::new() } else { vec![Action::new(self.word("sessions-end"), end)] },
        }
    }
}

/// What people call a browser that calls itself by a line of history.
pub(super) fn browser(agent: &str) -> String {
    const BROWSERS: [(&str, &str); 5] = [
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    const SYSTEMS: [(&str, &str); 6] = [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ];
    let known = |names: &[(&str, &'static str)]| {
        names.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
    };
    match (known(&BROWSERS), known(&SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser} · {system}"),
        (Some(browser), None) => browser.to_owned(),
        _ => agent.chars().take(60).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_called_as_people_call_it() {
        let table = [
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36",
                "Chrome · Linux",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1",
                "Safari · iPhone",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36 Edg/140.0",
                "Edge · Windows",
            ),
            ("curl/8.5.0", "curl/8.5.0"),
        ];
        for (agent, name) in table {
            assert_eq!(browser(agent), name);
        }
    }
}
