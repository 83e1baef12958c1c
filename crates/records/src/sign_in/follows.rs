//! What follows for signing in when a user, a role or the workspace changes, through whichever door.

use cordee_base::{Id, Outcome};
use cordee_schema::{Filter, Path, Value};

use crate::gate::Change;
use crate::system::{security_event, user};
use crate::{Door, Gate, Query};

/// What gives somebody more than they had, so that whoever changes it at a browser shows once more who they are.
const GUARDED: [(&str, &[&str]); 3] =
    [("user", &["email", "role"]), ("role", &["grants", "second_factor"]), ("workspace", &["second_factor"])];

impl Gate<'_> {
    /// Needs whoever changes who may do what to have shown lately who they are. An import has asked at its beginning.
    pub(crate) fn careful_change(&mut self, change: &Change<'_>) -> Outcome<()> {
        if matches!(self.actor.door, Door::Import(_)) {
            return Ok(());
        }
        let object = change.draft.object;
        let guarded =
            GUARDED.iter().find(|(name, _)| *name == object.name).map_or(&[][..], |(_, fields)| *fields);
        let changes = |name: &&str| object.field(name).is_some_and(|field| change.changes(field));
        if guarded.iter().any(changes) { self.needs_recent() } else { Ok(()) }
    }

    /// Does what follows once it is written.
    pub(crate) fn sign_in_follows(&mut self, id: Id, change: &Change<'_>) -> Outcome<()> {
        let Some(before) = change.before else { return Ok(()) };
        let now = |name: &str| change.draft.value(name);
        let turned = |name: &str, to: bool| now(name) == Some(&Value::YesNo(to));
        match change.draft.object.name {
            "user" => {
                if let Some(email) = now("email") {
                    self.login_follows(id, email.as_text())?;
                    self.drop_links(id)?;
                    self.tell_security(id, security_event::EMAIL_CHANGED, "")?;
                }
                if now("role").is_some() {
                    self.tell_security(id, security_event::ROLE_CHANGED, "")?;
                }
                if turned("active", false) || turned("sign_in", false) {
                    self.drop_credentials(id)?;
                    self.drop_sessions_of(id, None)?;
                    self.tell_security(id, security_event::DISABLED, "")?;
                } else if turned("active", true) && before.get(user::ACTIVE) == Some(false) {
                    self.tell_security(id, security_event::ENABLED, "")?;
                }
                Ok(())
            }
            "role" if turned("second_factor", true) => self.end_without_factor(Some(id)),
            "workspace" if turned("second_factor", true) => self.end_without_factor(None),
            _ => Ok(()),
        }
    }

    /// Ends the sessions of those who need a second factor from now on and have none: they set it up as they sign in
    /// again. Whoever asks for it goes on.
    fn end_without_factor(&mut self, role: Option<Id>) -> Outcome<()> {
        let mut query = Query::of(&user::USER).limit(Query::MOST);
        if let (Some(role), Some(field)) = (role, user::USER.field(user::ROLE.name())) {
            query = query.filter(Filter::is(Path::field(&user::USER, field), Value::Link(role)));
        }
        loop {
            let page = self.as_engine("who needs a second factor now", |gate| gate.list(&query))?;
            for person in page.records {
                let id = person.head.id;
                if Some(id) != self.access.user && !self.has_factor(id)? {
                    self.drop_sessions_of(id, None)?;
                }
            }
            match page.next {
                Some(next) => query.cursor = Some(next),
                None => return Ok(()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::system::{role, workspace};

    #[test]
    fn what_is_guarded_is_declared() {
        for (name, fields) in GUARDED {
            let objects = [&user::USER, &role::ROLE, &workspace::WORKSPACE];
            let object = objects.into_iter().find(|object| object.name == name).expect(name);
            assert!(fields.iter().all(|field| object.field(field).is_some()), "{name}: {fields:?}");
        }
    }
}
