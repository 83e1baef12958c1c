//! All objects that a workspace knows.

use std::collections::HashMap;

use cordee_base::{Fault, Id};

use crate::field::FieldDef;
use crate::{Filter, Kind, Object, Reading, Value};

/// The objects by name and by plural.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    objects: Vec<&'static Object>,
    by_name: HashMap<&'static str, &'static Object>,
    by_plural: HashMap<&'static str, &'static Object>,
}

impl Catalog {
    /// The catalog of these objects, in this order.
    pub fn of(objects: impl IntoIterator<Item = &'static Object>) -> Catalog {
        let mut catalog = Catalog::default();
        for object in objects {
            catalog.objects.push(object);
            catalog.by_name.insert(object.name, object);
            catalog.by_plural.insert(object.plural, object);
        }
        catalog
    }

    /// All objects, in the order of declaration.
    pub fn objects(&self) -> impl Iterator<Item = &'static Object> + '_ {
        self.objects.iter().copied()
    }

    /// The object called `name` in the singular.
    pub fn object(&self, name: &str) -> Option<&'static Object> {
        self.by_name.get(name).copied()
    }

    /// The object called `plural` in addresses.
    pub fn plural(&self, plural: &str) -> Option<&'static Object> {
        self.by_plural.get(plural).copied()
    }

    /// The object called `name` in either number; a fault that lists the names if there is none.
    pub fn named(&self, name: &str) -> Result<&'static Object, Fault> {
        self.object(name).or_else(|| self.plural(name)).filter(|object| !object.internal).ok_or_else(|| {
            let names: Vec<&str> = self.objects().filter(|o| !o.internal).map(|o| o.name).collect();
            Fault::at("object", "error-parameter").with("name", name).with("options", names.join(", "))
        })
    }

    /// The links that lead to records of `object`: who links, and by which field.
    pub fn links_to<'a>(
        &'a self,
        object: &'a Object,
    ) -> impl Iterator<Item = (&'static Object, &'static FieldDef)> + 'a {
        self.objects.iter().flat_map(move |from| {
            let from: &'static Object = from;
            from.fields
                .iter()
                .filter(move |field| field.links_to() == Some(object.name))
                .map(move |f| (from, f))
        })
    }

    /// The fields that lead to any number of records of `object`: who links, and by which field.
    pub fn many_to<'a>(
        &'a self,
        object: &'a Object,
    ) -> impl Iterator<Item = (&'static Object, &'static FieldDef)> + 'a {
        let many = move |field: &&FieldDef| field.many_to() == Some(object.name);
        self.objects.iter().flat_map(move |from| from.fields.iter().filter(many).map(move |f| (*from, f)))
    }

    /// The records that the value of a link of any kind names: their object and their ids.
    pub fn targets<'v>(&self, field: &FieldDef, value: &'v Value) -> Option<(&'static Object, &'v [Id])> {
        match (field.kind, value) {
            (Kind::Link(_) | Kind::Links(_), value) => {
                Some((self.object(field.points_to()?)?, value.as_links()))
            }
            (Kind::AnyLink(_), Value::AnyLink(link)) => {
                Some((self.object(&link.object)?, std::slice::from_ref(&link.id)))
            }
            _ => None,
        }
    }

    /// The objects whose records are lines of those of `object`.
    pub fn lines_of<'a>(&'a self, object: &'a Object) -> impl Iterator<Item = &'static Object> + 'a {
        self.objects.iter().copied().filter(move |lines| {
            lines.as_lines().is_some_and(|(link, _)| link.links_to() == Some(object.name))
        })
    }

    /// The record that the value of a link to one names: its object and its id.
    pub fn target(&self, field: &FieldDef, value: &Value) -> Option<(&'static Object, Id)> {
        match (field.kind, value) {
            (Kind::Link(link), Value::Link(id)) => Some((self.object(link.to)?, *id)),
            (Kind::AnyLink(_), Value::AnyLink(link)) => Some((self.object(&link.object)?, link.id)),
            _ => None,
        }
    }

    /// The fields that lead to records of any object: who links, and by which field.
    pub fn any_links(&self) -> impl Iterator<Item = (&'static Object, &'static FieldDef)> + '_ {
        let links = |field: &&FieldDef| matches!(field.kind, Kind::AnyLink(_));
        self.objects
            .iter()
            .flat_map(move |object| object.fields.iter().filter(links).map(move |f| (*object, f)))
    }

    /// The lists of other records that may hang on one of `object`: who links to it, and by which field, in the order in
    /// which its page is to show them. Lines stand by themselves, what was said in the history, and a link without an
    /// index is not followed backwards.
    pub fn related_to(&self, object: &Object) -> Vec<(&'static Object, &'static FieldDef)> {
        let admits = |field: &FieldDef| matches!(field.kind, Kind::AnyLink(kind) if kind.admits(object.name));
        let any = self.any_links().filter(|(_, field)| !object.system && admits(field));
        let followed = |(linking, field): &(&'static Object, &'static FieldDef)| {
            let lines = linking.as_lines().is_some_and(|(link, _)| link.name == field.name);
            let aside = linking.internal || linking.shared.is_some() || linking.author().is_some();
            (field.indexed() || field.many_to().is_some()) && !lines && !aside
        };
        let all = self.links_to(object).chain(self.many_to(object)).chain(any);
        let mut all: Vec<_> = all.filter(followed).collect();
        all.sort_by_key(|(linking, field)| {
            object.related.iter().position(|way| is_way(way, linking, field)).unwrap_or(usize::MAX)
        });
        all
    }

    /// What is wrong with the declarations, a line each; empty when all is well.
    pub fn faults(&self) -> Vec<String> {
        self.objects.iter().flat_map(|object| self.faults_of(object)).collect()
    }

    fn faults_of(&self, object: &Object) -> Vec<String> {
        let mut faults = Vec::new();
        let mut named = |place: &str, name: &str| {
            if object.field(name).is_none() {
                faults.push(format!("{}: {place} names {name}, which is no field", object.name));
            }
        };
        named("title", object.title);
        named("order", object.order.0);
        object.owner.iter().for_each(|name| named("owner", name));
        object.part_of.iter().for_each(|name| named("part_of", name));
        object.lines.iter().for_each(|lines| named("lines", lines.position));
        object.shared.iter().for_each(|name| named("shared", name));
        object.author().iter().for_each(|name| named("by_author", name));
        object.list.iter().for_each(|name| named("list", name));
        object.facts.iter().for_each(|name| named("facts", name));
        let is_lines = |name: &str| {
            let lines = self.object(object.name).into_iter().flat_map(|whole| self.lines_of(whole));
            lines.filter_map(|lines| lines.lines).any(|lines| lines.name == name)
        };
        let in_form = object.form.iter().flat_map(|group| group.fields).filter(|name| !is_lines(name));
        in_form.for_each(|name| named("form", name));
        if let Some(board) = object.board {
            named("board", board.by);
            board
                .card
                .iter()
                .chain(&board.within)
                .chain(&board.sum)
                .chain(&board.weight)
                .chain(&board.since)
                .chain(board.fresh.iter().map(|(name, _)| name))
                .chain(board.ended.iter().flat_map(|ended| [&ended.told_by.0, &ended.on]))
                .chain(board.asks.iter().flat_map(|asks| [&asks.ticked, &asks.because]))
                .for_each(|n| named("board", n));
        }
        object.figures.iter().for_each(|name| named("figures", name));
        object.courses.iter().for_each(|name| named("courses", name));
        object.narrowed.iter().flat_map(|pair| [pair.0, pair.1]).for_each(|name| named("narrowed", name));
        if object.courses.len() > Object::MOST_COURSES {
            faults.push(format!("{}: more than {} courses", object.name, Object::MOST_COURSES));
        }
        for (place, field) in object.fields.iter().enumerate() {
            if object.place(field.name) != Some(place)
                || crate::SYSTEM_FIELDS.iter().any(|f| f.name == field.name)
            {
                faults.push(format!("{}: {} stands twice", object.name, field.name));
            }
            let several = match field.kind {
                Kind::AnyLink(kind) => kind.to,
                _ => &[],
            };
            let all = field.points_to().into_iter().chain(several.iter().copied());
            for to in all.filter(|to| self.object(to).is_none()) {
                faults.push(format!("{}: {} links to {to}, which is no object", object.name, field.name));
            }
            faults.extend(self.fault_of_choice(object, field));
            faults.extend(self.faults_of_conditions(object, field));
        }
        faults.extend(self.faults_of_lines(object));
        faults.extend(self.fault_of_asks(object));
        if !object.field(object.order.0).is_some_and(|field| field.sorted) {
            faults.push(format!("{}: order by {}, which is not sorted", object.name, object.order.0));
        }
        faults
    }

    /// What is wrong with how records stand as lines in another.
    fn faults_of_lines(&self, object: &Object) -> Option<String> {
        let lines = object.lines?;
        let link = object.part_of.and_then(|link| object.field(link)).filter(|link| link.required);
        let whole = link.and_then(|link| link.links_to()).and_then(|to| self.object(to));
        let Some(whole) = whole else {
            return Some(format!("{}: lines need a required link to what they are part of", object.name));
        };
        let named = |other: &&Object| other.lines.is_some_and(|other| other.name == lines.name);
        let twice = self.lines_of(whole).filter(named).count() > 1 || whole.field(lines.name).is_some();
        twice.then(|| format!("{}: {} has something else called {}", object.name, whole.name, lines.name))
    }

    /// What is wrong with what the columns of a board ask for.
    fn fault_of_asks(&self, object: &Object) -> Option<String> {
        let board = object.board?;
        let (asks, column) = (board.asks?, object.field(board.by)?.links_to());
        let of = self.object(asks.of);
        let sound = of.is_some_and(|of| {
            let by = of.field(asks.by).and_then(FieldDef::links_to);
            by.is_some() && by == column && of.field(asks.field).is_some()
        });
        let ticks = object.field(asks.ticked).and_then(FieldDef::many_to) == Some(asks.of);
        (!sound || !ticks).then(|| format!("{}: what its board asks for is not declared", object.name))
    }

    /// What is wrong with when a field must be filled, or can't be changed.
    fn faults_of_conditions(&self, object: &Object, field: &FieldDef) -> Vec<String> {
        let Some(object) = self.object(object.name) else { return Vec::new() };
        let conditions = [("required", field.required_when), ("read-only", field.read_only_when)];
        let said = conditions.into_iter().filter_map(|(what, filter)| Some((what, filter?)));
        let read = |(what, filter)| {
            let read = Filter::parse(filter, self, object, &Reading::default());
            let fault = read.err()?;
            Some(format!("{}: {}, {what} when {filter}: {fault:?}", object.name, field.name))
        };
        said.filter_map(read).collect()
    }

    /// What is wrong with what a link may be set to.
    fn fault_of_choice(&self, object: &Object, field: &FieldDef) -> Option<String> {
        let filter = field.choosable?;
        let at = format!("{}: {}, choosable where {filter}", object.name, field.name);
        let Some(to) = field.points_to().and_then(|to| self.object(to)) else {
            return Some(format!("{at}: it is no link"));
        };
        if let Some(unknown) = field.chosen_by().find(|name| object.field(name).is_none()) {
            return Some(format!("{at}: {unknown} is no field"));
        }
        let read = Filter::choosable(filter, self, to, &Reading::default(), &|_| Value::None);
        read.err().map(|fault| format!("{at}: {fault:?}"))
    }
}

/// Whether `way` names this link: `contact.account`.
pub fn is_way(way: &str, linking: &Object, field: &FieldDef) -> bool {
    way.split_once('.') == Some((linking.name, field.name))
}
