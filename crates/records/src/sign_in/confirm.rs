//! Showing once more who one is, before what matters: a browser left open must not give the whole account away.

use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_schema::ColumnType;
use cordee_store::{Select, Update};

use super::password::{Password, costly};
use super::throttle::{self, Brake};
use crate::system::security_event;
use crate::{Actor, Gate, Records};

/// How long it holds: a quarter of an hour.
const HOLDS_SECONDS: i64 = 900;

impl Records {
    /// Shows once more who one is: the password, and a code where there is a second factor. From now on, for a while,
    /// the session may do what [`Gate::needs_recent`] guards.
    pub async fn confirm(&self, actor: &Actor, password: &Password, code: &str) -> Outcome<()> {
        let Some(session) = actor.place.as_ref().and_then(|place| place.session) else {
            return Err(Problem::NotAllowed);
        };
        self.knows_password(actor, password, "password").await?;
        let me = actor.user_id().ok_or(Problem::SignInNeeded)?;
        if self.read(actor, move |gate| gate.has_factor(me)).await? {
            let place = actor.place.clone().unwrap_or_default();
            let failed = security_event::CODE_FAILED;
            self.try_code(actor.workspace, me, code, &place.address, &place.agent, failed).await?;
        }
        let (workspace, now) = (actor.workspace, self.now());
        // What a person shows is no change of a record: no version, no journal.
        self.store
            .write(move |s| {
                let update = Update::of("session").set("confirmed_at", now);
                Ok(s.update(&update.having("workspace_id", workspace).having("id", session))?)
            })
            .await?;
        Ok(())
    }

    /// Changes one's own password, by the one that stands; ends all other sessions.
    pub async fn change_password(&self, actor: &Actor, current: &Password, new: &Password) -> Outcome<()> {
        self.knows_password(actor, current, "current").await?;
        let (me, new) = (actor.user_id().ok_or(Problem::SignInNeeded)?, new.clone());
        let kept = actor.place.as_ref().and_then(|place| place.session);
        self.write(actor, move |gate| gate.put_password(me, &new, kept)).await
    }

    /// Needs this to be the actor's own password, with the brake on; a wrong one is a fault of the field `asked`.
    async fn knows_password(&self, actor: &Actor, password: &Password, asked: &'static str) -> Outcome<()> {
        let me = self
            .read(actor, |gate| {
                gate.needs_person()?;
                gate.access.user.ok_or(Problem::SignInNeeded)
            })
            .await?;
        let brakes = vec![Brake::person("password", me)];
        let (held, now) = (brakes.clone(), self.now());
        self.store.write(move |s| throttle::reserve(s, &held, now)).await?;
        let digest = self.read(actor, move |gate| gate.password_digest(me)).await?;
        let typed = password.clone();
        if costly(move || typed.fits(digest.as_deref())).await? {
            self.store.write(move |s| Ok(throttle::succeeded(s, &brakes, now)?)).await?;
            return Ok(());
        }
        let failed = security_event::SIGN_IN_FAILED;
        self.write(actor, move |gate| gate.tell_security(me, failed, "")).await?;
        Err(Fault::at(asked, "error-password-wrong").into())
    }
}

impl Gate<'_> {
    /// Needs whoever is at a browser to have shown lately who they are. Programs and the command line pass: a token
    /// can't be asked, and whoever has the machine has the data.
    pub fn needs_recent(&mut self) -> Outcome<()> {
        let Some(session) = self.actor.place.as_ref().and_then(|place| place.session) else { return Ok(()) };
        let select = Select::from("session", "s")
            .column("confirmed_at", ColumnType::Moment)
            .having("workspace_id", self.actor.workspace)
            .having("id", session);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let confirmed = rows.first().and_then(|row| row[0].as_moment());
        match confirmed {
            Some(at) if at.plus_seconds(HOLDS_SECONDS) > self.now => Ok(()),
            _ => Err(Problem::ConfirmNeeded),
        }
    }

    fn password_digest(&mut self, user: Id) -> Outcome<Option<String>> {
        let select = Select::from("user", "u")
            .column("password", ColumnType::Text)
            .having("workspace_id", self.actor.workspace)
            .having("id", user);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        Ok(rows.first().and_then(|row| row[0].as_text()).map(str::to_owned))
    }
}
