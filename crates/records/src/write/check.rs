//! What a record must be like before it is written.

use cordee_base::{Fault, Id, Moment, Outcome, Problem};
use cordee_schema::{ColumnType, Draft, FieldDef, ID_FIELD, Kind, Object, Record, Value};
use cordee_store::Select;

use crate::read::scan::Scan;
use crate::{Gate, Right, Scope};

impl Gate<'_> {
    /// Required fields are filled, also those required under a condition or asked for by the columns of a board, choices are in use, links lead to what the actor may see and choose and not round in
    /// circles, and amounts have a rate.
    pub(crate) fn check(&mut self, draft: &Draft, before: Option<&Record>, at: Moment) -> Outcome<()> {
        let mut faults: Vec<Fault> = Vec::new();
        let now_required = self.now_required(draft, before)?;
        for (place, field) in draft.object.fields.iter().enumerate() {
            let value = draft.at(place);
            let empty = match value {
                Some(value) => value.is_none(),
                None => before.is_none(),
            };
            // A verb knows nothing of the fields that a workspace has added.
            let excused = draft.by_verb && field.is_custom();
            let missing = now_required.contains(&field.name) || field.required && empty && !excused;
            if missing {
                faults.push(Fault::at(field.name, "error-required"));
            } else if let Some(value) = value.filter(|value| !value.is_none()) {
                faults.extend(self.check_value(field, value, (draft, before), at)?);
            }
            let sound = faults.iter().all(|fault| fault.field.as_deref() != Some(field.name));
            if field.choosable.is_some() && sound {
                faults.extend(self.check_choice(field, draft, before)?);
            }
        }
        for fault in self.not_met(draft, before)? {
            // Of what is wrong with a field, one thing is said; of ticks, each that is missing.
            let said = |known: &Fault| known.field == fault.field && known.key != fault.key;
            if !faults.iter().any(said) {
                faults.push(fault);
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(Problem::Invalid(faults)) }
    }

    /// A link leads to what may be chosen, given the other fields; asked when it or one of those changes.
    fn check_choice(
        &mut self,
        field: &'static FieldDef,
        draft: &Draft,
        before: Option<&Record>,
    ) -> Outcome<Option<Fault>> {
        let held = |name: &str| before.and_then(|record| record.value(name));
        // Nothing can lead yet to a record that is only being created, so nothing is chosen by its id.
        let id = before.map_or(Id::from_i64(0), |record| record.head.id);
        let has = |name: &str| match name == ID_FIELD.name {
            true => Value::Link(id),
            false => draft.value(name).or_else(|| held(name)).cloned().unwrap_or_default(),
        };
        let changes = draft.names(field.name) || field.chosen_by().any(|name| draft.names(name));
        let links = has(field.name);
        // Of links to many, those that stood there before stay while nothing else changes.
        let stood = match draft.names(field.name) && !field.chosen_by().any(|name| draft.names(name)) {
            true => held(field.name).map_or(&[][..], Value::as_links),
            false => &[],
        };
        let mut fits = true;
        for id in links.as_links().iter().filter(|id| changes && !stood.contains(id)) {
            fits &= self.may_choose(field, &has, *id)?;
        }
        let object = field.points_to().unwrap_or("");
        Ok((!fits).then(|| Fault::at(field.name, "error-choosable").with("object", object)))
    }

    fn check_value(
        &mut self,
        field: &'static FieldDef,
        value: &Value,
        (draft, before): (&Draft, Option<&Record>),
        at: Moment,
    ) -> Outcome<Option<Fault>> {
        let object = draft.object;
        if let Some(fault) = field.kind.fault(value) {
            return Ok(Some(Fault { field: Some(field.name.to_owned()), ..fault }));
        }
        match (field.kind, value) {
            (Kind::Choice(kind), Value::Text(key)) => {
                let retired = kind.options.iter().any(|option| option.key == key && option.retired);
                Ok(retired.then(|| Fault::at(field.name, "error-choice-retired").with("value", key)))
            }
            (Kind::Link(link), Value::Link(id)) => {
                let missing =
                    || Fault::at(field.name, "error-link-missing").with("object", link.to).with("value", id);
                let Some(to) = self.declared.catalog.object(link.to) else { return Ok(Some(missing())) };
                if !self.reaches(to, *id)? {
                    return Ok(Some(missing()));
                }
                let here = before.map(|record| record.head.id).filter(|_| to == object);
                match here {
                    Some(here) if self.circles(object, field, here, *id)? => {
                        Ok(Some(Fault::at(field.name, "error-loop")))
                    }
                    _ => Ok(None),
                }
            }
            (Kind::AnyLink(kind), Value::AnyLink(link)) if !kind.admits(&link.object) => {
                let fault = Fault::at(field.name, "error-any-link-object").with("object", &link.object);
                Ok(Some(fault.with("options", kind.to.join(", "))))
            }
            (Kind::AnyLink(_), Value::AnyLink(link)) => {
                let to = self.declared.catalog.object(&link.object);
                let to = to.filter(|to| !to.internal && !to.is_part_of_any());
                let there = match to {
                    Some(to) => self.reaches(to, link.id)?,
                    None => false,
                };
                let missing = || {
                    Fault::at(field.name, "error-link-missing")
                        .with("object", &link.object)
                        .with("value", link.id)
                };
                Ok((!there).then(missing))
            }
            // A view is of an object that one may see.
            (_, Value::Text(text)) if (object.name, field.name) == ("view", "object") => {
                let options = || {
                    let seen = self
                        .catalog()
                        .objects()
                        .filter(|of| self.access.scope(of, Right::Read) != Scope::None);
                    seen.map(|of| of.name).collect::<Vec<_>>().join(", ")
                };
                let known = self.catalog().object(text).is_some() && self.object(text).is_ok();
                let fault =
                    || Fault::at(field.name, "error-choice").with("value", text).with("options", options());
                Ok((!known).then(fault))
            }
            (_, Value::Text(text)) => Ok(super::settings::fault(object, field, text)),
            (Kind::Money(_), Value::Money(money)) => {
                let day = at.date_in(&self.access.zone);
                match self.in_base(*money, day, field.name) {
                    Ok(_) => Ok(None),
                    Err(Problem::Invalid(mut faults)) => Ok(faults.pop()),
                    Err(problem) => Err(problem),
                }
            }
            _ => Ok(None),
        }
    }

    /// Whether there is such a record that the actor may see.
    fn reaches(&mut self, to: &'static Object, id: Id) -> Outcome<bool> {
        if self.linked.contains(&(self.access.is_engine(), to.name, id)) {
            return Ok(true);
        }
        if self.access.scope(to, Right::Read) == Scope::None {
            return Ok(false);
        }
        let scan = Scan::of(self.actor.workspace, &self.access, &self.declared.catalog, to, None);
        let select = scan.select(Right::Read, false).column("id", ColumnType::Int).having("id", id);
        let found = !self.session.rows(&select).map_err(|fail| self.failed(fail))?.is_empty();
        if found {
            self.linked.insert((self.access.is_engine(), to.name, id));
        }
        Ok(found)
    }

    /// Whether following `field` upwards from `up` comes back to `here`.
    pub(crate) fn circles(
        &mut self,
        object: &'static Object,
        field: &'static FieldDef,
        here: Id,
        up: Id,
    ) -> Outcome<bool> {
        let mut at = up;
        for _ in 0..100 {
            if at == here {
                return Ok(true);
            }
            let select = Select::from(object.name, "r")
                .column(field.name, ColumnType::Int)
                .having("workspace_id", self.actor.workspace)
                .having("id", at);
            let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
            match rows.first().and_then(|row| row[0].as_id()) {
                Some(next) => at = next,
                None => return Ok(false),
            }
        }
        Ok(true)
    }

    /// One can't give a record to people outside one's scope of creating, nor put a part on a whole one may not change.
    pub(crate) fn within_scope(
        &mut self,
        draft: &Draft,
        before: Option<&Record>,
        scope: Scope,
    ) -> Outcome<()> {
        let object = draft.object;
        if self.access.is_engine() || scope == Scope::All && object.part_of.is_none() {
            return Ok(());
        }
        // Who sees the whole may say something about it; that it is seen, the check of the link tells.
        if object.author().is_some() {
            return Ok(());
        }
        if let Some(link) = object.part_of {
            if let (Some(value), Some(field)) =
                (draft.value(link), object.field(link).filter(|_| object.is_part_of_any()))
            {
                return match self.declared.catalog.target(field, value) {
                    Some((to, whole)) => self.editable(to, whole, Right::Edit).map(|_| ()),
                    None => Ok(()),
                };
            }
            let whole = draft.value(link).and_then(Value::as_link);
            let to = object
                .field(link)
                .and_then(FieldDef::links_to)
                .and_then(|to| self.declared.catalog.object(to));
            return match (whole, to) {
                (Some(whole), Some(to)) => self.editable(to, whole, Right::Edit).map(|_| ()),
                _ => Ok(()),
            };
        }
        let Some(owner) = object.owner else { return Ok(()) };
        // Giving away what one has is allowed; making a new one for people out of reach is not.
        if before.is_some() {
            return Ok(());
        }
        let person = draft.value(owner).and_then(Value::as_link);
        if self.access.covers(scope, person) { Ok(()) } else { Err(Problem::NotAllowed) }
    }
}
