//! How a workspace has arranged its objects: read from their rows and put onto the declarations.

mod check;
mod follow;

use cordee_base::Outcome;
use cordee_schema::{Board, Filter, Group, Object, Path, Record, Value};

use super::declare::{called_each, lasting};
use super::load::Rows;
use crate::system::layout;
use crate::{Gate, Query};

/// What stands where a part is to show nothing; an empty one is as declared.
const NONE: &str = "-";

/// The object as the workspace has arranged it. `lines` are the names of lines, each behind the object that has them.
pub(super) fn arranged(
    object: &'static Object,
    rows: &Rows,
    lines: &[(&'static str, &'static str)],
) -> &'static Object {
    let of = |row: &&Record| row.get(layout::OBJECT).as_deref() == Some(object.name);
    let Some(row) = rows.layouts.iter().find(of) else { return object };
    let part = |field| row.get(field).filter(|text: &String| !text.trim().is_empty()).map(lasting);
    let known = |names: Vec<&'static str>| -> &'static [&'static str] {
        names.into_iter().filter(|name| shown(object, name)).collect::<Vec<_>>().leak()
    };
    let mut arranged = *object;
    let (form, out) = (part(layout::FORM), part(layout::LEFT_OUT));
    if form.is_some() || out.is_some() {
        let declared = || object.form.iter().map(|group| (group.name, group.fields.to_vec())).collect();
        let groups = form.map_or_else(declared, groups);
        arranged.form = form_of(object, groups, &names(out.unwrap_or_default()), lines);
        arranged.headings = called_each(row.get(layout::TRANSLATIONS));
    }
    arranged.facts = part(layout::FACTS).map_or(object.facts, |text| known(names(text)));
    arranged.list = part(layout::LIST).map_or(object.list, |text| known(names(text)));
    arranged.related = part(layout::RELATED).map_or(&[], |text| names(text).leak());
    arranged.unrelated = part(layout::UNRELATED).map_or(&[], |text| names(text).leak());
    let card = part(layout::CARD).map(|text| known(names(text)));
    arranged.board = object.board.map(|board| Board { card: card.unwrap_or(board.card), ..board });
    Box::leak(Box::new(arranged))
}

/// The groups of the form: what is named where it is named, what is named nowhere in the last of them.
fn form_of(
    object: &'static Object,
    said: Vec<(&'static str, Vec<&'static str>)>,
    out: &[&str],
    lines: &[(&'static str, &'static str)],
) -> &'static [Group] {
    let needed = |name: &str| object.field(name).is_some_and(|field| object.needs_in_form(field));
    let fits = |name: &str| {
        let there = fillable(object, name) || lines.contains(&(object.name, name));
        there && (needed(name) || !out.contains(&name))
    };
    let mut groups: Vec<(&'static str, Vec<&'static str>)> = said
        .into_iter()
        .map(|(heading, names)| (heading, names.into_iter().filter(|name| fits(name)).collect::<Vec<_>>()))
        .filter(|(_, names)| !names.is_empty())
        .collect();
    if groups.is_empty() {
        return object.form;
    }
    let declared = object.form.iter().flat_map(|group| group.fields).copied();
    let own = object.fields.iter().map(|field| field.name).filter(|name| needed(name));
    for name in declared.chain(own).filter(|name| fits(name)) {
        let named = groups.iter().any(|(_, names)| names.contains(&name));
        if !named && let Some((_, last)) = groups.last_mut() {
            last.push(name);
        }
    }
    let groups = groups.into_iter().map(|(name, fields)| Group { name, fields: fields.leak() });
    groups.collect::<Vec<_>>().leak()
}

/// Whether a form can show the field of this name.
fn fillable(object: &Object, name: &str) -> bool {
    object.place(name).is_some() && shown(object, name)
}

/// Whether a list, a card or the top of a page can show the field of this name.
fn shown(object: &Object, name: &str) -> bool {
    object.field(name).is_some_and(|field| object.shows(field))
}

/// The groups of a form as their text says them: a line each, a heading and after a colon the fields.
fn groups(text: &str) -> Vec<(&str, Vec<&str>)> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let group = |line| {
        let (heading, fields): (&str, &str) = str::rsplit_once(line, ':').unwrap_or(("", line));
        (heading.trim(), names(fields))
    };
    lines.map(group).collect()
}

/// The names that a text says, on a line each or with commas between them; a dash says that there are none.
fn names(text: &str) -> Vec<&str> {
    text.split([',', '\n']).map(str::trim).filter(|name| !name.is_empty() && *name != NONE).collect()
}

impl Gate<'_> {
    /// How the workspace has arranged an object, if it has.
    pub fn layout_of(&mut self, object: &Object) -> Outcome<Option<Record>> {
        let of = Path::resolve(self.catalog(), &layout::LAYOUT, layout::OBJECT.name())?;
        let theirs = Filter::is(of, Value::Text(object.name.to_owned()));
        Ok(self.list(&Query::of(&layout::LAYOUT).filter(theirs).limit(1))?.records.pop())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_read_line_by_line() {
        let text = "about: name, owner\n\n Before: we begin : x_state,x_seats \nrest:\n";
        let read = groups(text);
        let expected: Vec<(&str, Vec<&str>)> = vec![
            ("about", vec!["name", "owner"]),
            ("Before: we begin", vec!["x_state", "x_seats"]),
            ("rest", vec![]),
        ];
        assert_eq!(read, expected);
        assert_eq!(groups("name, owner"), vec![("", vec!["name", "owner"])]);
        assert_eq!(names("name\nowner, \n x_state"), ["name", "owner", "x_state"]);
    }
}
