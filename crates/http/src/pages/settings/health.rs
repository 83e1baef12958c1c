//! About this Cordee, and whether what it stands on is sound: what `cordee doctor` finds, with what to do.

use cordee_base::{Outcome, Problem};
use cordee_ui::Tone;
use cordee_ui::components::Notice;
use cordee_ui::screens::health::{Health, Line, health as draw};

use super::super::reader::{Page, Reader};
use super::super::visit::{Answered, Visit};
use crate::keeper::{Finding, Standing};

/// The page's own address.
const HERE: &str = "/settings/health";

/// `GET /settings/health`.
pub(super) async fn show(visit: Visit) -> Answered {
    visit.page(|reader| reader.health_page(None)).await
}

/// `POST /settings/health`: looks at everything and says what was found.
pub(super) async fn look(visit: Visit) -> Answered {
    let language = match visit.read(|reader| reader.keeps_the_house().map(|()| reader.language())).await {
        Ok(language) => language,
        Err(problem) => return visit.refused(problem).await,
    };
    let app = visit.app.clone();
    let looked =
        tokio::task::spawn_blocking(move || app.kept().keeper().ok_or(Problem::NotFound)?.look(language));
    let found = match looked.await {
        Ok(Ok(found)) => found,
        Ok(Err(problem)) => return visit.refused(problem).await,
        Err(broken) => {
            return visit.refused(Problem::internal(format!("look at everything: {broken}"))).await;
        }
    };
    visit.page(move |reader| reader.health_page(Some(&found))).await
}

impl Reader<'_, '_> {
    /// Needs an administrator of the one workspace of this installation: with more than one, what all of them stand on
    /// is looked after by whoever has the machine.
    pub(super) fn keeps_the_house(&mut self) -> Outcome<()> {
        self.gate.needs_administrator()?;
        let kept = self.visit.app.kept().keeper().is_some();
        if kept && self.gate.is_alone()? { Ok(()) } else { Err(Problem::NotFound) }
    }

    fn health_page(&mut self, found: Option<&[Finding]>) -> Outcome<Page> {
        self.keeps_the_house()?;
        let app = &self.visit.app;
        let keeper = app.kept().keeper().ok_or(Problem::NotFound)?;
        let title = self.word("health-title");
        let ill = found.unwrap_or_default().iter().filter(|one| one.standing != Standing::Sound).count();
        let verdict = found.map(|_| match ill {
            0 => Notice { tone: Tone::Won, text: self.word("health-sound") },
            _ => Notice { tone: Tone::Risk, text: self.say("health-ill", &[("count", ill.into())]) },
        });
        let address = app.options().base_url.clone().unwrap_or_else(|| app.options().listen.to_string());
        let facts = [
            ("health-version", keeper.version()),
            ("health-database", keeper.database()),
            ("health-address", address),
        ];
        let mut lines: Vec<&Finding> = found.unwrap_or_default().iter().collect();
        lines.sort_by_key(|one| std::cmp::Reverse(one.standing));
        let view = Health {
            title: title.clone(),
            intro: self.word("health-hint"),
            facts: facts.map(|(key, value)| (self.word(key), value)).to_vec(),
            verdict,
            lines: lines.into_iter().map(line).collect(),
            look: (HERE.to_owned(), self.word("health-look")),
        };
        let body = draw(&view);
        Ok(Page::new(title, "/settings", body).below(self.word("settings-title"), "/settings"))
    }
}

fn line(found: &Finding) -> Line {
    Line {
        tone: match found.standing {
            Standing::Sound => Tone::Won,
            Standing::Warning => Tone::Risk,
            Standing::Fault => Tone::Overdue,
        },
        said: found.said.clone(),
        advice: found.advice.clone(),
    }
}
