//! One-time links that an administrator makes: an invitation to choose a first password, or a reset to choose another.
//!
//! A link opens nothing but this one page. It ends after some days, when it is used, when another one is made, when the
//! password is set in another way, and when the person leaves.

use cordee_base::{Fault, Id, Moment, Outcome, Problem};
use cordee_schema::ColumnType;
use cordee_store::{Delete, Expr, Select};

use super::credential;
use super::opening::Step;
use super::password::Password;
use crate::system::{security_event, user};
use crate::{Actor, Door, Gate, Place, Records, Who, tables};

/// How long an invitation holds: a week.
const INVITATION_SECONDS: i64 = 7 * 24 * 3600;
/// How long a reset holds: a day.
const RESET_SECONDS: i64 = 24 * 3600;
/// The kind of credential that a link is.
const LINK: &str = "link";

/// A link that was just made.
#[derive(Clone, Debug)]
pub struct NewLink {
    /// The secret at its end; it is not kept.
    pub secret: String,
    /// When it ends.
    pub ends_at: Moment,
    /// Whether it is for somebody's first password.
    pub invitation: bool,
}

/// What a link opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenLink {
    /// The workspace.
    pub workspace: Id,
    /// For whom.
    pub user: Id,
    /// What they are called.
    pub name: String,
    /// By which e-mail they sign in.
    pub email: String,
    /// Whether it is for their first password.
    pub invitation: bool,
}

impl Gate<'_> {
    /// Makes the link by which somebody chooses their password; links made before open nothing any more.
    ///
    /// A token makes invitations only, and none for somebody who keeps the workspace: one that was let slip must not
    /// take over who can sign in, nor make an administrator.
    pub fn make_link(&mut self, id: Id) -> Outcome<NewLink> {
        self.needs_administrator()?;
        self.needs_recent()?;
        let person = self.as_engine("who is invited", |gate| gate.get(&user::USER, id))?;
        let Some(email) = person.get(user::EMAIL) else {
            return Err(Fault::at("email", "error-required").into());
        };
        if person.get(user::ACTIVE) == Some(false) {
            return Err(Fault::at("active", "error-user-inactive").into());
        }
        let invitation = !self.has_password(id)?;
        if matches!(self.actor.who, Who::Token { .. }) {
            let access = crate::access::load(self.session, self.actor.workspace, id);
            let access = access.map_err(|fail| self.failed(fail))?;
            if !invitation || access.is_none_or(|access| access.administers()) {
                return Err(Problem::NotAllowed);
            }
        }
        // Told now and not when the link is used, that the e-mail signs in as somebody else already.
        self.keep_login(id, &email)?;
        self.drop_links(id)?;
        credential::sweep(self.session, self.now).map_err(|fail| self.failed(fail))?;
        let mut bytes = [0; 32];
        self.house.secrets.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).fill(&mut bytes);
        let secret = credential::text(&bytes);
        let ends_at = self.now.plus_seconds(if invitation { INVITATION_SECONDS } else { RESET_SECONDS });
        self.keep_credential_until(LINK, &secret, id, Some(ends_at))?;
        let event = if invitation { security_event::INVITED } else { security_event::RESET_LINK_MADE };
        self.tell_security(id, event, "")?;
        Ok(NewLink { secret, ends_at, invitation })
    }

    /// Takes out the links of somebody.
    pub(super) fn drop_links(&mut self, user: Id) -> Outcome<()> {
        let delete = Delete::from(tables::CREDENTIAL)
            .having("workspace_id", self.actor.workspace)
            .having("id", user)
            .having("kind", LINK);
        self.session.delete(&delete).map_err(|fail| self.failed(fail))?;
        Ok(())
    }

    fn has_password(&mut self, user: Id) -> Outcome<bool> {
        let select = Select::from("user", "u")
            .column("id", ColumnType::Int)
            .having("workspace_id", self.actor.workspace)
            .having("id", user)
            .filter(Expr::column("u", "password").not_null())
            .limit(1);
        Ok(!self.session.rows(&select).map_err(|fail| self.failed(fail))?.is_empty())
    }
}

impl Records {
    /// What a link opens; none if it was used, has ended, or its person has left.
    pub async fn link_opens(&self, secret: &str) -> Outcome<Option<OpenLink>> {
        let (text, now) = (secret.to_owned(), self.now());
        let found = self.store.read(move |s| Ok(credential::find_before(s, LINK, &text, now)?)).await?;
        let Some((workspace, user)) = found else { return Ok(None) };
        let actor = Actor::system(workspace, "what a link opens");
        let opened = self.read(&actor, move |gate| {
            let person = gate.get(&user::USER, user)?;
            let email = person.get(user::EMAIL).ok_or(Problem::NotFound)?;
            if person.get(user::ACTIVE) != Some(true) {
                return Err(Problem::NotFound);
            }
            let invitation = !gate.has_password(user)?;
            Ok(OpenLink { workspace, user, name: person.title(), email, invitation })
        });
        match opened.await {
            Ok(opened) => Ok(Some(opened)),
            Err(Problem::NotFound) => Ok(None),
            Err(problem) => Err(problem),
        }
    }

    /// Sets the password by a link, which then is dead, ends all sessions, and signs in as far as a password goes.
    pub async fn use_link(
        &self,
        secret: &str,
        password: &Password,
        address: &str,
        agent: &str,
    ) -> Outcome<Step> {
        let OpenLink { workspace, user, .. } = self.link_opens(secret).await?.ok_or(Problem::NotFound)?;
        let place = Place { session: None, address: address.to_owned(), agent: agent.to_owned() };
        let actor = Actor::user(workspace, user, Door::Page).at(place);
        let (secret, password) = (secret.to_owned(), password.clone());
        self.write(&actor, move |gate| {
            if !gate.take_credential(LINK, &secret)? {
                return Err(Problem::NotFound);
            }
            gate.tell_security(user, security_event::LINK_USED, "")?;
            gate.put_password(user, &password, None)
        })
        .await?;
        self.after_password(workspace, user, address, agent).await
    }
}
