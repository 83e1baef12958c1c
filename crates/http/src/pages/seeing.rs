//! Seeing pages as somebody else sees them, and coming back.

use axum::extract::Path;
use cordee_base::{Outcome, Zone};
use cordee_i18n::{Locale, say};
use cordee_records::Who;
use cordee_records::system::user::{LANGUAGE, TIME_ZONE, USER};
use cordee_ui::{Language, Seeing};

use super::address::Address;
use super::reader::Reader;
use super::visit::{Answered, Visit, to};

/// `POST /settings/users/ID/see-as`.
pub(crate) async fn begin(visit: Visit, Path(id): Path<String>) -> Answered {
    let session = visit.session;
    visit
        .then(move |reader| {
            let person = reader.id(&id)?;
            reader.gate.see_as(session, person)?;
            Ok(Address::of("/"))
        })
        .await
}

/// `POST /see-as/end`.
pub(crate) async fn end(visit: Visit) -> Answered {
    let session = visit.session;
    let next = match &visit.actor.who {
        Who::Seen { user, .. } => format!("/users/{user}"),
        _ => "/".to_owned(),
    };
    let actor = visit.actor.clone().really();
    visit.app.records().write(&actor, move |gate| gate.see_as_oneself(session)).await?;
    Ok(to(&Address::of(next)))
}

impl Reader<'_, '_> {
    /// As whom the reader sees, if it is as somebody else; told in the language of whoever really looks.
    pub(super) fn seeing(&mut self) -> Outcome<Option<Seeing>> {
        let Who::Seen { by, until, .. } = self.visit.actor.who else { return Ok(None) };
        let wanted = [LANGUAGE.name(), TIME_ZONE.name()];
        let looker =
            self.gate.as_engine("in which language one looks", |gate| gate.glance(&USER, by, &wanted))?;
        let language = looker.get(LANGUAGE).and_then(|code| Language::from_code(&code));
        let zone = looker.get(TIME_ZONE).and_then(|zone| Zone::named(&zone).ok());
        let language = language.unwrap_or(self.visit.asked.language);
        let locale = Locale::new(language, zone.unwrap_or_else(|| self.locale.zone.clone()));
        let name = self.gate.access().name.clone();
        let args = [("name", name.into()), ("until", locale.moment(until).into())];
        let text = say(language, "see-as-bar", &args);
        let label = say(language, "see-as-end", &[]);
        Ok(Some(Seeing { language, text, end: "/see-as/end".to_owned(), label }))
    }
}
