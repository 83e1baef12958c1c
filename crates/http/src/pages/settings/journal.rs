//! The journal: an administrator has the whole chain checked.

use cordee_base::Outcome;
use cordee_records::Verdict;
use cordee_ui::Tone;
use cordee_ui::components::Notice;
use cordee_ui::screens::form::{Form, form as draw};

use super::super::reader::{Page, Reader};
use super::super::visit::{Answered, Visit};

/// `GET /settings/journal`.
pub(super) async fn show(visit: Visit) -> Answered {
    visit.page(|reader| reader.journal_page(None)).await
}

/// `POST /settings/journal`: checks it and says what was found.
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
        let title = self.word("journal-title");
        let mut view = Form::new(&title, "/settings/journal", self.word("journal-verify"));
        view.intro = Some(self.word("journal-hint"));
        view.notices.extend(verdict.map(|verdict| self.verdict_said(verdict)));
        let body = draw(self.language(), &view);
        Ok(Page::new(title, "/settings", body).below(self.word("settings-title"), "/settings"))
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
