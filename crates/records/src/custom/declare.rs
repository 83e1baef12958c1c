//! From the rows of a workspace to declarations, which join those that all workspaces have.

use std::collections::HashMap;

use cordee_base::Id;
use cordee_schema::kinds::choice::{ChoiceKind, ChoicesKind};
use cordee_schema::{
    Board, Catalog, Choice, Colour, Default, FieldDef, Group, Kind, Object, Record, Rights, RollUp, Rolled,
    Said, Value, address, any_link_to, choice, choices, date, email, file, link, links, long_text, moment,
    money, number, object, percent, person, phone, tags, text, time, url, yes_no,
};

use super::formulas::formulas;
use super::layout::arranged;
use super::load::{Rows, Which};
use crate::system::{custom_field, custom_object, picklist_option};

/// What names a record of an object of a workspace's own.
const NAME: FieldDef = text("name").required().searched().sorted().tracked().duplicate_key().def;
/// Whom it belongs to.
const OWNER: FieldDef = person("owner").default(Default::Me).tracked().def;
/// The link of a line to the record that has it.
const PARENT: &str = "parent";
/// What a line's place among the others is.
const POSITION: FieldDef = number("position", 0).read_only().no_import().def;
/// The group of the form for fields that name none.
const GROUP: &str = "custom";

/// All objects: those that every workspace has, with what this one has added to them, then its own.
pub(super) fn declared(base: &Catalog, rows: &Rows) -> Catalog {
    let counted = || rows.objects.iter().filter(|row| counts(rows, row));
    let there = |name: &str| {
        let own = |row: &Record| row.get(custom_object::NAME).is_some_and(|own| own == name);
        base.object(name).is_some() || counted().any(own)
    };
    let own: Vec<&'static Object> = counted().filter_map(|row| bare(row, &there)).collect();
    let names: Vec<&str> = base.objects().chain(own.iter().copied()).map(|object| object.name).collect();
    let all: Vec<&'static Object> = base.objects().chain(own.iter().copied()).collect();
    let formulas = formulas(&all, rows, base, &names);
    let widened: Vec<&'static Object> =
        all.into_iter().map(|object| widened(object, rows, base, &names, &formulas)).collect();
    let lines =
        |of: &&'static Object| of.as_lines().and_then(|(link, lines)| Some((link.links_to()?, lines.name)));
    let lines: Vec<_> = widened.iter().filter_map(lines).collect();
    Catalog::of(widened.into_iter().map(|object| arranged(object, rows, &lines)))
}

/// An object of its own, without the fields that were added to it; none if its records are lines of what is out of use.
fn bare(row: &Record, there: &impl Fn(&str) -> bool) -> Option<&'static Object> {
    let (name, plural) = (row.get(custom_object::NAME)?, row.get(custom_object::PLURAL)?);
    let whole = row.get(custom_object::LINES_OF).filter(|name| !name.is_empty());
    if whole.as_deref().is_some_and(|whole| !there(whole)) {
        return None;
    }
    let owned = row.get(custom_object::OWNED).unwrap_or(true) && whole.is_none();
    let one = row.get(custom_object::LABEL)?;
    let many = row.get(custom_object::LABEL_PLURAL).unwrap_or_else(|| one.clone());
    let mut made = object(lasting(name), lasting(plural)).icon("package").ascending("name").mergeable();
    made.called = Some(called_both(&one, &many, row.get(custom_object::TRANSLATIONS)));
    made.fields = if owned { const { &[NAME, OWNER] } } else { const { &[NAME] } };
    made.list = if owned { &["name", "owner"] } else { &["name"] };
    made.facts = if owned { &["owner"] } else { &[] };
    made.form = const { &[Group { name: "about", fields: &["name", "owner"] }] };
    if owned {
        made.owner = Some("owner");
    } else {
        made.form = const { &[Group { name: "about", fields: &["name"] }] };
    }
    if let Some(whole) = whole {
        let parent = link(PARENT, lasting(whole)).required().once().def;
        made.fields = vec![NAME, parent, POSITION].leak();
        made.list = const { &["name", PARENT] };
        made.facts = const { &[PARENT] };
        made.form = const { &[Group { name: "about", fields: &["name", PARENT] }] };
        made.mergeable = false;
        made = made.part_of(PARENT).lines(made.plural, POSITION.name);
    }
    made.board = row.get(custom_object::BOARD_BY).map(|by| Board {
        by: lasting(by),
        within: None,
        sum: None,
        weight: None,
        card: if owned { &["owner"] } else { &[] },
        since: None,
        expected: None,
        fresh: None,
        key: &[],
        ended: None,
        asks: None,
    });
    Some(Box::leak(Box::new(made)))
}

/// The object with the fields and options that the workspace has added.
fn widened(
    object: &'static Object,
    rows: &Rows,
    base: &Catalog,
    names: &[&str],
    formulas: &HashMap<Id, FieldDef>,
) -> &'static Object {
    let of = |row: &&Record| row.value("object").and_then(Value::as_text) == Some(object.name);
    let mine: Vec<&Record> = rows.fields.iter().filter(of).filter(|row| counts(rows, row)).collect();
    let options: Vec<&Record> = rows.options.iter().filter(of).collect();
    if mine.is_empty() && options.is_empty() {
        return without_lost_board(object);
    }
    let versioned = object.tracked().next().is_some();
    let mut fields: Vec<FieldDef> =
        object.fields.iter().map(|field| with_options(*field, &options)).collect();
    let mut widened = *object;
    let mut form: Vec<(&'static str, Vec<&'static str>)> =
        object.form.iter().map(|group| (group.name, group.fields.to_vec())).collect();
    let mut list = object.list.to_vec();
    let mut facts = object.facts.to_vec();
    for row in mine {
        let made = match row.get(custom_field::KIND).as_deref() {
            Some("roll_up") => rolled(row, rows, base, names, formulas),
            Some("formula") => formulas.get(&row.head.id).copied(),
            _ => field(row, names),
        };
        let Some(mut field) = made else { continue };
        if object.field(field.name).is_some() {
            continue;
        }
        field.tracked &= versioned;
        fields.push(with_options(field, &options));
        let wanted = row.get(custom_field::FORM_GROUP).unwrap_or_else(|| GROUP.to_owned());
        match form.iter_mut().find(|(name, _)| *name == wanted) {
            Some((_, fields)) => fields.push(field.name),
            None => match form.iter_mut().find(|(name, _)| *name == GROUP) {
                Some((_, fields)) => fields.push(field.name),
                None => form.push((GROUP, vec![field.name])),
            },
        }
        if row.get(custom_field::IN_LIST) == Some(true) {
            list.push(field.name);
            facts.push(field.name);
        }
    }
    widened.fields = fields.leak();
    widened.list = list.leak();
    widened.facts = facts.leak();
    let groups = form.into_iter().map(|(name, fields)| Group { name, fields: fields.leak() });
    widened.form = groups.collect::<Vec<_>>().leak();
    without_lost_board(Box::leak(Box::new(widened)))
}

/// The object; without its board, if the field of its columns is out of use.
fn without_lost_board(object: &'static Object) -> &'static Object {
    let lost = object.board.is_some_and(|board| object.field(board.by).is_none());
    if lost { Box::leak(Box::new(Object { board: None, ..*object })) } else { object }
}

/// A field as its row declares it; none if it leads to what is out of use.
pub(super) fn field(row: &Record, names: &[&str]) -> Option<FieldDef> {
    let name = lasting(row.get(custom_field::NAME)?);
    let yes = |field| row.get(field) == Some(true);
    let mut def = match row.get(custom_field::KIND)?.as_str() {
        "text" => text(name).searched().def,
        "long_text" => long_text(name).def,
        "number" => number(name, decimals(row)).def,
        "money" => money(name).def,
        "percent" => percent(name).def,
        "date" => date(name).def,
        "time" => time(name).def,
        "moment" => moment(name).def,
        "yes_no" => yes_no(name).def,
        "choice" => choice(name, &[]).def,
        "choices" => choices(name, &[]).def,
        "tags" => tags(name).searched().def,
        "link" => {
            let to = row.get(custom_field::LINKS_TO)?;
            link(name, lasting(names.contains(&to.as_str()).then_some(to)?)).def
        }
        "links" => {
            let to = row.get(custom_field::LINKS_TO)?;
            links(name, lasting(names.contains(&to.as_str()).then_some(to)?)).def
        }
        "any_link" => {
            let said = row.get(custom_field::ONE_OF).unwrap_or_default();
            let known = said.lines().map(str::trim).filter(|one| names.contains(one));
            let to: Vec<&'static str> = known.map(|one| lasting(one.to_owned())).collect();
            // Where all of them are out of use, it leads nowhere.
            (!to.is_empty()).then_some(())?;
            any_link_to(name, to.leak()).def
        }
        "person" => person(name).def,
        "email" => email(name).searched().def,
        "phone" => phone(name).def,
        "url" => url(name).def,
        "address" => address(name).def,
        "file" => file(name).def,
        _ => return None,
    };
    def.required = yes(custom_field::REQUIRED);
    let condition = |field| row.get(field).filter(|text: &String| !text.trim().is_empty()).map(lasting);
    def.required_when = condition(custom_field::REQUIRED_WHEN);
    def.read_only_when = condition(custom_field::READ_ONLY_WHEN);
    def.sorted = yes(custom_field::SORTED) && sortable(def.kind);
    def.tracked = yes(custom_field::TRACKED);
    def.unique = yes(custom_field::UNIQUE) && sortable(def.kind);
    def.personal = yes(custom_field::PERSONAL);
    def.default = row.get(custom_field::INITIAL).map_or(Default::None, |said| initial(def.kind, said));
    def.called = Some(called(&row.get(custom_field::LABEL)?, row.get(custom_field::TRANSLATIONS)));
    Some(def)
}

/// A roll-up: of the kind of what it is reckoned from.
pub(super) fn rolled(
    row: &Record,
    rows: &Rows,
    base: &Catalog,
    names: &[&str],
    formulas: &HashMap<Id, FieldDef>,
) -> Option<FieldDef> {
    let (of, by) = (row.get(custom_field::ROLL_OF)?, row.get(custom_field::ROLL_BY)?);
    let what = Rolled::named(&row.get(custom_field::ROLL_WHAT)?)?;
    names.contains(&of.as_str()).then_some(())?;
    let source = row.get(custom_field::ROLL_FIELD).filter(|_| what != Rolled::Count);
    let known = source.as_ref().and_then(|name| declared_field(&of, name, rows, base, names, formulas));
    let name = lasting(row.get(custom_field::NAME)?);
    let mut def = match (what, known) {
        (Rolled::Count, _) | (Rolled::Different, Some(_)) => number(name, 0).def,
        (_, Some(of)) => FieldDef { kind: of.kind, ..number(name, 0).def },
        (_, None) => return None,
    };
    def.rights = Rights::Engine;
    def.no_import = true;
    def.sorted = row.get(custom_field::SORTED) == Some(true) && sortable(def.kind);
    def.called = Some(called(&row.get(custom_field::LABEL)?, row.get(custom_field::TRANSLATIONS)));
    def.rolled_up = Some(RollUp {
        of: lasting(of),
        by: lasting(by),
        what,
        field: source.map(lasting),
        filter: row.get(custom_field::ROLL_FILTER).filter(|text| !text.is_empty()).map(lasting),
    });
    Some(def)
}

/// A field of another object, its own or one that the workspace has added to it.
fn declared_field(
    object: &str,
    name: &str,
    rows: &Rows,
    base: &Catalog,
    names: &[&str],
    formulas: &HashMap<Id, FieldDef>,
) -> Option<FieldDef> {
    if let Some(field) = base.object(object).and_then(|object| object.field(name)) {
        return Some(*field);
    }
    let mine = rows.fields.iter().find(|row| {
        row.get(custom_field::OBJECT).as_deref() == Some(object)
            && row.get(custom_field::NAME).as_deref() == Some(name)
    });
    let mine = mine?;
    formulas.get(&mine.head.id).copied().or_else(|| field(mine, names))
}

pub(super) fn decimals(row: &Record) -> u8 {
    row.get(custom_field::DECIMALS).and_then(|number| u8::try_from(number).ok()).unwrap_or(0).min(8)
}

/// Whether lists can sort by fields of this kind.
pub(super) fn sortable(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::Address(_)
            | Kind::Choices(_)
            | Kind::Tags(_)
            | Kind::Links(_)
            | Kind::AnyLink(_)
            | Kind::LongText(_)
    )
}

/// What a new record has, as the row says it.
fn initial(kind: Kind, said: String) -> Default {
    match (kind, said.as_str()) {
        (Kind::Date(_), "today") => Default::Today,
        (Kind::Moment(_), "now") => Default::Now,
        (Kind::Link(link), "me") if link.to == "user" => Default::Me,
        (Kind::YesNo(_), yes) => Default::YesNo(yes == "yes"),
        (Kind::Number(_), number) => number.parse().map_or(Default::None, Default::Number),
        (Kind::Text(_) | Kind::LongText(_) | Kind::Choice(_), _) => Default::Text(lasting(said)),
        _ => Default::None,
    }
}

/// The field with the options of its choice as the workspace has them.
fn with_options(mut field: FieldDef, rows: &[&Record]) -> FieldDef {
    let mine = rows.iter().filter(|row| row.get(picklist_option::FIELD).as_deref() == Some(field.name));
    let mine: Vec<&Record> = mine.copied().collect();
    if mine.is_empty() {
        return field;
    }
    let mut options = field.kind.options().to_vec();
    for row in &mine {
        let (Some(key), Some(label)) = (row.get(picklist_option::KEY), row.get(picklist_option::LABEL))
        else {
            continue;
        };
        let called = Some(called(&label, row.get(picklist_option::TRANSLATIONS)));
        let retired = row.get(picklist_option::RETIRED) == Some(true);
        let colour = colour(row.get(picklist_option::COLOUR).as_deref());
        match options.iter_mut().find(|option| option.key == key) {
            Some(option) => *option = Choice { key: option.key, colour, retired, called },
            None => options.push(Choice { key: lasting(key), colour, retired, called }),
        }
    }
    // The rows come in their order; it counts once every option has one.
    let place = |option: &Choice| {
        mine.iter().position(|row| row.get(picklist_option::KEY).as_deref() == Some(option.key))
    };
    if options.iter().all(|option| place(option).is_some()) {
        options.sort_by_key(place);
    }
    let options: &'static [Choice] = options.leak();
    match &mut field.kind {
        Kind::Choice(kind) => *kind = ChoiceKind { options },
        Kind::Choices(kind) => *kind = ChoicesKind { options },
        _ => {}
    }
    field
}

/// The colour of this name.
pub(crate) fn colour(name: Option<&str>) -> Colour {
    match name {
        Some("blue") => Colour::Blue,
        Some("green") => Colour::Green,
        Some("amber") => Colour::Amber,
        Some("red") => Colour::Red,
        Some("purple") => Colour::Purple,
        _ => Colour::Grey,
    }
}

/// Whether the declaration of a row counts.
pub(super) fn counts(rows: &Rows, row: &Record) -> bool {
    rows.which == Which::All || row.value("retired") != Some(&Value::YesNo(true))
}

/// A label, and what it is in other languages.
pub(super) fn called(label: &str, translations: Option<String>) -> Said {
    let others: std::collections::BTreeMap<String, String> =
        translations.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default();
    let mut said = vec![("", lasting(label.to_owned()))];
    said.extend(others.into_iter().map(|(code, text)| (lasting(code), lasting(text))));
    said.leak()
}

/// The labels of one and of many, and what they are in other languages.
fn called_both(one: &str, many: &str, translations: Option<String>) -> (Said, Said) {
    let others: std::collections::BTreeMap<String, (String, String)> =
        translations.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default();
    let (mut singular, mut plural) =
        (vec![("", lasting(one.to_owned()))], vec![("", lasting(many.to_owned()))]);
    for (code, (one, many)) in others {
        let code = lasting(code);
        singular.push((code, lasting(one)));
        plural.push((code, lasting(many)));
    }
    (singular.leak(), plural.leak())
}

/// What each of several texts is in other languages, by the text.
pub(super) fn called_each(translations: Option<String>) -> &'static [(&'static str, Said)] {
    let all: std::collections::BTreeMap<String, std::collections::BTreeMap<String, String>> =
        translations.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default();
    let each = all.into_iter().map(|(text, others)| {
        let text = lasting(text);
        let mut said = vec![("", text)];
        said.extend(others.into_iter().map(|(code, other)| (lasting(code), lasting(other))));
        let said: Said = said.leak();
        (text, said)
    });
    each.collect::<Vec<_>>().leak()
}

/// A text that lives as long as the declarations do.
pub(super) fn lasting(text: String) -> &'static str {
    text.leak()
}
