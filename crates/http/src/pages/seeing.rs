//! Seeing pages as somebody else sees them, and coming back.

use axum::extract::Path;
use cordee_records::Who;
use cordee_ui::Seeing;

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
    /// As whom the reader sees, if it is as somebody else.
    pub(super) fn seeing(&self) -> Option<Seeing> {
        let Who::Seen { until, .. } = self.visit.actor.who else { return None };
        let name = self.gate.access().name.clone();
        let until = self.locale.moment(until);
        let text = self.say("see-as-bar", &[("name", name.into()), ("until", until.into())]);
        Some(Seeing { text, end: "/see-as/end".to_owned(), label: self.word("see-as-end") })
    }
}
