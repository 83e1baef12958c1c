//! A verb, declared once.

use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_records::{Gate, Right, Scope};
use cordee_schema::{Field, FieldDef, FromValue, Object, Reading, Record, Value, nearest};
use serde_json::Value as Json;

/// What somebody, or the clock, can do to a record.
#[derive(Clone, Copy, Debug)]
pub struct Action {
    /// The verb: `merge`. Its words are `action-merge` and `action-merge-done`.
    pub name: &'static str,
    /// To which records.
    pub on: On,
    /// What it asks for.
    pub input: &'static [FieldDef],
    /// The right on the record that it needs.
    pub right: Right,
    /// Whether it can be done to this record as it stands; always, if not said.
    pub when: Option<fn(&mut Gate<'_>, &Record) -> Outcome<bool>>,
    /// Does it.
    pub run: fn(&mut Gate<'_>, &Record, &Input) -> Outcome<Done>,
}

/// To which records an action can be done.
#[derive(Clone, Copy, Debug)]
pub enum On {
    /// To those of this object.
    Object(&'static str),
    /// To those of every object that can be merged.
    Mergeable,
}

/// What an action was given, checked by the kinds of its fields.
#[derive(Clone, Debug, Default)]
pub struct Input {
    values: Vec<(&'static str, Value)>,
}

/// What came of an action.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// The record to look at next.
    pub object: &'static str,
    /// Its id.
    pub id: Id,
}

impl Action {
    /// Whether it can be done to records of `object`.
    pub fn fits(&self, object: &Object) -> bool {
        match self.on {
            On::Object(name) => name == object.name,
            On::Mergeable => object.mergeable,
        }
    }

    /// Whether the actor may do it to some records of `object`.
    pub fn allowed(&self, gate: &Gate<'_>, object: &Object) -> bool {
        self.fits(object) && gate.access().scope(object, self.right) != Scope::None
    }

    /// Whether it can be done to this record now.
    pub fn offered(&self, gate: &mut Gate<'_>, record: &Record) -> Outcome<bool> {
        Ok(self.may(gate, record)? && self.fits_now(gate, record)?)
    }

    fn may(&self, gate: &mut Gate<'_>, record: &Record) -> Outcome<bool> {
        Ok(self.fits(record.object) && gate.may(self.right, record.object, record.head.id)?)
    }

    fn fits_now(&self, gate: &mut Gate<'_>, record: &Record) -> Outcome<bool> {
        self.when.map_or(Ok(true), |when| when(gate, record))
    }

    /// Does it to the record with this id; `version` is the one that was looked at, if the caller knows it.
    pub fn act(
        &self,
        gate: &mut Gate<'_>,
        object: &'static Object,
        id: Id,
        version: Option<i64>,
        input: &Input,
    ) -> Outcome<Done> {
        if !self.fits(object) {
            return Err(Problem::NotFound);
        }
        let record = gate.get(object, id)?;
        if !self.may(gate, &record)? {
            return Err(Problem::NotAllowed);
        }
        if version.is_some_and(|version| version != record.head.version) {
            return Err(Problem::Stale { now: record.head.version });
        }
        if !self.fits_now(gate, &record)? {
            return Err(Fault::whole("error-action-not-now").with("action", self.name).into());
        }
        (self.run)(gate, &record, input)
    }

    /// Reads what a form or the command line gives: texts by name.
    pub fn input_from_texts<'t>(
        &self,
        texts: impl IntoIterator<Item = (&'t str, &'t str)>,
        reading: &Reading,
    ) -> Outcome<Input> {
        self.input(texts.into_iter(), |field, text| field.kind.behave().parse(text, reading))
    }

    /// Reads what the API gives: a JSON object.
    pub fn input_from_json(&self, json: &Json, reading: &Reading) -> Outcome<Input> {
        let object = match json {
            Json::Null => return self.input(std::iter::empty::<(&str, &Json)>(), |_, _| Ok(Value::None)),
            Json::Object(object) => object,
            _ => return Err(Fault::whole("error-json").with("detail", "{…}").into()),
        };
        let pairs = object.iter().map(|(name, value)| (name.as_str(), value));
        self.input(pairs, |field, value| field.kind.behave().read_json(value, reading))
    }

    fn input<'t, T: Copy>(
        &self,
        given: impl Iterator<Item = (&'t str, T)>,
        read: impl Fn(&FieldDef, T) -> Result<Value, Fault>,
    ) -> Outcome<Input> {
        let (mut input, mut faults) = (Input::default(), Vec::new());
        for (name, raw) in given {
            let Some(field) = self.input.iter().find(|field| field.name == name) else {
                let near = nearest(name, self.input.iter().map(|field| field.name)).unwrap_or("");
                faults.push(Fault::at(name, "error-unknown-field").with("name", name).with("nearest", near));
                continue;
            };
            match read(field, raw) {
                Ok(value) => input.values.push((field.name, value)),
                Err(fault) => faults.push(Fault { field: Some(field.name.to_owned()), ..fault }),
            }
        }
        for field in self.input.iter().filter(|field| field.required) {
            let there = input.values.iter().any(|(name, value)| *name == field.name && !value.is_none());
            if !there && faults.iter().all(|fault| fault.field.as_deref() != Some(field.name)) {
                faults.push(Fault::at(field.name, "error-required"));
            }
        }
        if faults.is_empty() { Ok(input) } else { Err(Problem::Invalid(faults)) }
    }
}

impl Input {
    /// The value of a field, typed.
    pub fn get<T: FromValue>(&self, field: Field<T>) -> Option<T> {
        let value = self.values.iter().find(|(name, _)| *name == field.name()).map(|(_, value)| value);
        value.and_then(T::from_value)
    }
}
