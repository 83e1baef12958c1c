//! The first administrator: made by the command line, or by a link that is printed once at the first start.

use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_schema::{ColumnType, Draft, Value};
use cordee_store::{Delete, Select};

use super::credential;
use super::password::Password;
use crate::system::user;
use crate::{Actor, Records, tables};

impl Records {
    /// The secret of a link by which the first administrator of a workspace is made; none once somebody can sign in.
    pub fn first_link(&self, workspace: Id) -> Outcome<Option<String>> {
        let secret = credential::text(&self.secret::<32>());
        let text = secret.clone();
        let made = self.write_now(&Actor::system(workspace, "make the first link"), move |gate| {
            if gate.somebody_signs_in()? {
                return Ok(false);
            }
            // Only the latest link works.
            let older =
                Delete::from(tables::CREDENTIAL).having("workspace_id", workspace).having("kind", "first");
            gate.session.delete(&older).map_err(|fail| gate.failed(fail))?;
            gate.keep_credential("first", &text, workspace)?;
            Ok(true)
        })?;
        Ok(made.then_some(secret))
    }

    /// The workspace that a first link opens; none if it has been used or somebody can sign in already.
    pub async fn first_link_opens(&self, secret: &str) -> Outcome<Option<Id>> {
        let text = secret.to_owned();
        let found = self
            .store
            .read(move |s| Ok(credential::find(s, "first", &text)?))
            .await
            .map_err(Problem::from)?;
        let Some((workspace, _)) = found else { return Ok(None) };
        let taken = self
            .read(&Actor::system(workspace, "is there an administrator"), |gate| gate.somebody_signs_in())
            .await?;
        Ok((!taken).then_some(workspace))
    }

    /// Makes the first administrator by a link, which then is dead.
    pub async fn use_first_link(
        &self,
        secret: &str,
        name: &str,
        email: &str,
        password: &Password,
    ) -> Outcome<(Id, Id)> {
        let workspace = self.first_link_opens(secret).await?.ok_or(Problem::NotFound)?;
        let (name, email, password) = (name.to_owned(), email.to_owned(), password.clone());
        let text = secret.to_owned();
        let user = self
            .write(&Actor::system(workspace, "make the first administrator"), move |gate| {
                // Whoever takes the link makes the administrator: of two servers, one finds it.
                if gate.somebody_signs_in()? || !gate.take_credential("first", &text)? {
                    return Err(Problem::NotFound);
                }
                gate.add_administrator(&name, &email, &password)
            })
            .await?;
        Ok((workspace, user))
    }
}

impl crate::Gate<'_> {
    /// Whether anybody of the workspace can sign in.
    pub(crate) fn somebody_signs_in(&mut self) -> Outcome<bool> {
        let select = Select::from(tables::LOGIN, "l")
            .column("user_id", ColumnType::Int)
            .having("workspace_id", self.actor.workspace)
            .limit(1);
        Ok(!self.session.rows(&select).map_err(|fail| self.failed(fail))?.is_empty())
    }

    /// Adds somebody who may sign in and keeps the workspace.
    pub fn add_administrator(&mut self, name: &str, email: &str, password: &Password) -> Outcome<Id> {
        self.needs_administrator()?;
        let roles = self.with_key("administrator")?;
        let role = roles.ok_or_else(|| Problem::internal("the workspace has no role of administrators"))?;
        self.add_user(name, email, role, Some(password))
    }

    /// Adds somebody with a role; with a password they may sign in.
    pub fn add_user(
        &mut self,
        name: &str,
        email: &str,
        role: Id,
        password: Option<&Password>,
    ) -> Outcome<Id> {
        self.needs_administrator()?;
        let read = |field: &cordee_schema::FieldDef, text: &str| {
            let value = field.kind.behave().parse(text, &self.reading);
            value.map_err(|fault| Fault { field: Some(field.name.to_owned()), ..fault })
        };
        let mut draft = Draft::new(&user::USER).with(user::ROLE, role);
        draft.set("name", read(&user::NAME.def, name)?);
        draft.set("email", read(&user::EMAIL.def, email)?);
        if let Some(zone) = self.reading.zone.time_zone().iana_name() {
            draft.set("time_zone", Value::Text(zone.to_owned()));
        }
        let id = self.create(draft)?;
        if let Some(password) = password {
            self.put_password(id, password, None)?;
        }
        Ok(id)
    }

    /// The role that was made from the default with this key.
    pub fn with_key(&mut self, key: &str) -> Outcome<Option<Id>> {
        let select = Select::from("role", "r")
            .column("id", ColumnType::Int)
            .having("workspace_id", self.actor.workspace)
            .having("key", key)
            .filter(cordee_store::Expr::column("r", "deleted_at").is_null())
            .limit(1);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        Ok(rows.first().and_then(|row| row[0].as_id()))
    }
}
