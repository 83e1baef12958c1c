//! The options of choices: what a new one is given, those that come with a new field, and which may go.

use cordee_base::{Fault, Outcome};
use cordee_schema::{ColumnType, Draft, Kind, Record, Value};
use cordee_store::{Expr, Select};

use super::check::{after_text, given};
use super::names::{free, made_of};
use crate::Gate;
use crate::gate::Change;
use crate::system::picklist_option;

impl Gate<'_> {
    pub(super) fn before_option(&mut self, change: &mut Change<'_>) -> Outcome<()> {
        let object = self.widenable(&after_text(change, "object"), "object")?;
        let name = after_text(change, "field");
        let choice = object.field(&name).filter(|f| matches!(f.kind, Kind::Choice(_) | Kind::Choices(_)));
        // The options of a field that is made in this very transaction come with it.
        let new = choice.is_none() && self.access.is_engine();
        if choice.is_none() && !new {
            let nearest = cordee_schema::nearest(&name, object.fields.iter().map(|field| field.name));
            let fault = Fault::at("field", "error-unknown-field").with("name", &name);
            return Err(fault.with("nearest", nearest.unwrap_or("")).into());
        }
        if change.before.is_some() {
            return Ok(());
        }
        let with = [("object", object.name), ("field", name.as_str())];
        let mut taken = self.taken(&picklist_option::PICKLIST_OPTION, &["key"], &with, true)?;
        let declared = choice.map(|field| field.kind.options()).unwrap_or_default();
        let key = match given(change.draft, "key")? {
            Some(key) if taken.contains(&key) => {
                return Err(Fault::at("key", "error-unique").with("value", key).into());
            }
            // The key of an option that all have: it is renamed, coloured or taken out of use.
            Some(key) => key,
            None => {
                taken.extend(declared.iter().map(|option| option.key.to_owned()));
                let made = made_of(&after_text(change, "label"), "option");
                free(made, |key| taken.iter().any(|known| known == key))
            }
        };
        change.draft.set("key", Value::Text(key));
        Ok(())
    }

    /// The options that were given with a new choice become records of their own.
    pub(crate) fn first_options(&mut self, change: &Change<'_>) -> Outcome<()> {
        let said = |name: &str| after_text(change, name);
        if change.before.is_some() || !matches!(said("kind").as_str(), "choice" | "choices") {
            return Ok(());
        }
        let (object, field) = (said("object"), said("name"));
        let lines: Vec<String> = said("options").lines().map(|line| line.trim().to_owned()).collect();
        for (place, label) in lines.into_iter().filter(|line| !line.is_empty()).enumerate() {
            let option = Draft::new(&picklist_option::PICKLIST_OPTION)
                .with(picklist_option::OBJECT, object.clone())
                .with(picklist_option::FIELD, field.clone())
                .with(picklist_option::LABEL, label)
                .with(picklist_option::ORDER, ((place + 1) * 10).into());
            self.as_engine("the options of a new choice", |gate| gate.create(option))?;
        }
        Ok(())
    }

    /// An option that records hold is taken out of use, not away.
    pub(crate) fn option_not_held(&mut self, option: &Record) -> Outcome<()> {
        let said = |name: &str| option.value(name).and_then(Value::as_text).unwrap_or_default().to_owned();
        let (name, key) = (said("field"), said("key"));
        let Some(object) = self.declared.catalog.object(&said("object")) else { return Ok(()) };
        let Some(field) = object.field(&name) else { return Ok(()) };
        let column = Expr::column("r", field.name);
        let held = match field.kind {
            Kind::Choices(_) => column.contains(&format!("|{key}|")),
            _ => column.is(key.as_str()),
        };
        let select = Select::from(object.name, "r")
            .giving(Expr::Count, ColumnType::Int)
            .having("workspace_id", self.actor.workspace)
            .filter(held);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        match rows.first().and_then(|row| row[0].as_int()).unwrap_or(0) {
            0 => Ok(()),
            count => Err(Fault::whole("error-option-in-use").with("value", key).with("count", count).into()),
        }
    }
}
