//! A record as read, and a draft of what is to be written.

use cordee_base::{Id, Moment};

use crate::field::{Field, FieldDef};
use crate::value::FromValue;
use crate::{Kind, Object, Value};

/// What every record has beside its fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// Its id.
    pub id: Id,
    /// Counts its changes; an update names the version it was made from.
    pub version: i64,
    /// When it was created.
    pub created_at: Moment,
    /// By whom; none for the system.
    pub created_by: Option<Id>,
    /// When it was last changed.
    pub updated_at: Moment,
    /// By whom.
    pub updated_by: Option<Id>,
    /// When it went to the trash.
    pub deleted_at: Option<Moment>,
    /// The system it came from and its id there.
    pub foreign: Option<(String, String)>,
}

/// A record as one actor may see it: fields not read, or hidden from the actor, are absent.
#[derive(Clone, Debug)]
pub struct Record {
    /// What it is.
    pub object: &'static Object,
    /// What every record has.
    pub head: Head,
    values: Vec<Option<Value>>,
    titles: Vec<(usize, String)>,
    /// Of links to many: a title for each, none where it may not be read.
    lists: Vec<(usize, Vec<Option<String>>)>,
    /// The signs it shows; none where nobody asked for them.
    signs: Vec<&'static str>,
}

/// The titles of what a link leads to.
#[derive(Clone, Copy, Debug)]
pub enum Titled<'a> {
    /// Of the one record.
    One(&'a str),
    /// Of each of many, in their order; none where it may not be read.
    Many(&'a [Option<String>]),
}

impl Record {
    /// A record with no field present yet.
    pub fn new(object: &'static Object, head: Head) -> Record {
        Record {
            object,
            head,
            values: vec![None; object.fields.len()],
            titles: Vec::new(),
            lists: Vec::new(),
            signs: Vec::new(),
        }
    }

    /// Puts a field's value in.
    pub fn put(&mut self, place: usize, value: Value) {
        if let Some(slot) = self.values.get_mut(place) {
            *slot = Some(value);
        }
    }

    /// Makes a link empty that leads to what may not be seen.
    pub fn unlink(&mut self, place: usize) {
        self.hide(place);
        self.put(place, Value::None);
    }

    /// Takes a field out, as if it had not been read.
    pub fn hide(&mut self, place: usize) {
        if let Some(slot) = self.values.get_mut(place) {
            *slot = None;
        }
        self.titles.retain(|(at, _)| *at != place);
        self.lists.retain(|(at, _)| *at != place);
    }

    /// Keeps the title of the record that the link at `place` leads to.
    pub fn put_title(&mut self, place: usize, title: String) {
        self.titles.push((place, title));
    }

    /// Keeps the titles of the records that the links at `place` lead to, in the order of the links.
    pub fn put_titles(&mut self, place: usize, titles: Vec<Option<String>>) {
        self.lists.push((place, titles));
    }

    /// Keeps the signs that the record shows.
    pub fn put_signs(&mut self, signs: Vec<&'static str>) {
        self.signs = signs;
    }

    /// The signs that the record shows, where they were asked for.
    pub fn signs(&self) -> &[&'static str] {
        &self.signs
    }

    /// Whether it can still be chosen.
    pub fn in_use(&self) -> bool {
        self.object.in_use.is_none_or(|name| self.value(name) != Some(&Value::YesNo(false)))
    }

    /// The value of a field; none if it is empty, was not read, or is hidden.
    pub fn get<T: FromValue>(&self, field: Field<T>) -> Option<T> {
        self.value(field.name()).and_then(T::from_value)
    }

    /// The value of the field called `name`; none if it was not read or is hidden.
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.values.get(self.object.place(name)?)?.as_ref()
    }

    /// The title of the record that the link called `name` leads to, where it was read.
    pub fn title_of(&self, name: &str) -> Option<&str> {
        let place = self.object.place(name)?;
        self.titles.iter().find(|(at, _)| *at == place).map(|(_, title)| title.as_str())
    }

    /// The titles of the records that the links called `name` lead to, in their order, where they were read.
    pub fn titles_of(&self, name: &str) -> Option<&[Option<String>]> {
        let place = self.object.place(name)?;
        self.lists.iter().find(|(at, _)| *at == place).map(|(_, titles)| titles.as_slice())
    }

    /// The links that have titles, with them, in the order of declaration.
    pub fn titled(&self) -> Vec<(&'static FieldDef, Titled<'_>)> {
        let one = self.titles.iter().map(|(at, title)| (*at, Titled::One(title)));
        let many = self.lists.iter().map(|(at, titles)| (*at, Titled::Many(titles)));
        let mut titled: Vec<(usize, Titled<'_>)> = one.chain(many).collect();
        titled.sort_by_key(|(at, _)| *at);
        titled.into_iter().map(|(at, titles)| (&self.object.fields[at], titles)).collect()
    }

    /// What names the record; its id if nothing does.
    pub fn title(&self) -> String {
        let field = self.object.place(self.object.title).map(|place| &self.object.fields[place]);
        let text = field.and_then(|f| Some(f.kind.behave().text(self.value(f.name)?)));
        let text = text.filter(|text| !text.is_empty()).unwrap_or_else(|| self.head.id.to_string());
        // Where a text of many lines names a record, its beginning does.
        match field.is_some_and(|field| matches!(field.kind, Kind::LongText(_))) {
            true => beginning(&text),
            false => text,
        }
    }

    /// The fields that are present, with their values, in the order of declaration.
    pub fn fields(&self) -> impl Iterator<Item = (&'static FieldDef, &Value)> {
        let object = self.object;
        self.values.iter().zip(object.fields).filter_map(|(value, field)| Some((field, value.as_ref()?)))
    }

    /// The value of a field of its own or of one that every object has.
    pub fn any_value(&self, field: &FieldDef) -> Value {
        let person = |id: Option<Id>| id.map_or(Value::None, Value::Link);
        let text = |text: Option<&String>| text.map_or(Value::None, |t| Value::Text(t.clone()));
        match field.name {
            "id" => Value::Link(self.head.id),
            "created_at" => Value::Moment(self.head.created_at),
            "created_by" => person(self.head.created_by),
            "updated_at" => Value::Moment(self.head.updated_at),
            "updated_by" => person(self.head.updated_by),
            "deleted_at" => self.head.deleted_at.map_or(Value::None, Value::Moment),
            "source_system" => text(self.head.foreign.as_ref().map(|(source, _)| source)),
            "foreign_id" => text(self.head.foreign.as_ref().map(|(_, id)| id)),
            _ if self.object.is_sign(field) && !self.signs.is_empty() => {
                Value::Choices(self.signs.iter().map(|sign| (*sign).to_owned()).collect())
            }
            name => self.value(name).cloned().unwrap_or_default(),
        }
    }
}

/// The first line of a text, and no more of it than a title has.
fn beginning(text: &str) -> String {
    const LONGEST: usize = 120;
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("").trim();
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line.to_owned(),
    }
}

/// What is to be written: the fields that are named, and nothing else.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What it is.
    pub object: &'static Object,
    /// When it was created in the other system; only an import may say.
    pub created_at: Option<Moment>,
    /// The system it comes from and its id there.
    pub foreign: Option<(String, String)>,
    /// Made by a verb, which knows nothing of what a workspace has added to the object.
    pub by_verb: bool,
    /// Tells of what was, so that what a field must have under a condition may be missing; only an import may say so.
    pub incomplete: bool,
    values: Vec<(usize, Value)>,
}

impl Draft {
    /// A draft that names no field yet.
    pub fn new(object: &'static Object) -> Draft {
        Draft {
            object,
            created_at: None,
            foreign: None,
            by_verb: false,
            incomplete: false,
            values: Vec::new(),
        }
    }

    /// The same draft with `field` set.
    pub fn with<T: FromValue>(mut self, field: Field<T>, value: T) -> Draft {
        self.set(field.name(), value.into_value());
        self
    }

    /// Sets the field called `name`; a name that is no field of the object is passed over.
    pub fn set(&mut self, name: &str, value: Value) {
        let Some(place) = self.object.place(name) else {
            return;
        };
        match self.values.iter_mut().find(|(at, _)| *at == place) {
            Some((_, old)) => *old = value,
            None => self.values.push((place, value)),
        }
    }

    /// The same draft of the object as a workspace has it, with its own fields beside those that all have.
    pub fn of(mut self, object: &'static Object) -> Draft {
        if std::ptr::eq(self.object, object) {
            return self;
        }
        let from = self.object;
        let place = |(at, value): (usize, Value)| Some((object.place(from.fields[at].name)?, value));
        self.values = self.values.into_iter().filter_map(place).collect();
        self.by_verb |= from.fields.iter().all(|field| !field.is_custom());
        self.object = object;
        self
    }

    /// Takes a field out of the draft.
    pub fn unset(&mut self, name: &str) {
        if let Some(place) = self.object.place(name) {
            self.values.retain(|(at, _)| *at != place);
        }
    }

    /// The value that the draft gives a field; none if it doesn't name it.
    pub fn value(&self, name: &str) -> Option<&Value> {
        let place = self.object.place(name)?;
        self.values.iter().find(|(at, _)| *at == place).map(|(_, value)| value)
    }

    /// The value that the draft gives the field at this place of the object; none if it doesn't name it.
    pub fn at(&self, place: usize) -> Option<&Value> {
        self.values.iter().find(|(at, _)| *at == place).map(|(_, value)| value)
    }

    /// The value that the draft gives a field, typed.
    pub fn get<T: FromValue>(&self, field: Field<T>) -> Option<T> {
        self.value(field.name()).and_then(T::from_value)
    }

    /// Whether the draft names the field.
    pub fn names(&self, name: &str) -> bool {
        self.value(name).is_some()
    }

    /// The places and values that it names.
    pub fn values(&self) -> &[(usize, Value)] {
        &self.values
    }

    /// The fields and values that it names.
    pub fn fields(&self) -> impl Iterator<Item = (&'static FieldDef, &Value)> {
        let object = self.object;
        self.values.iter().map(|(place, value)| (&object.fields[*place], value))
    }
}
