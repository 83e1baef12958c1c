//! A mapping bound to the catalog and to the columns of one file: every name has been looked up, every fault told.

use std::collections::{BTreeMap, HashMap};

use cordee_base::{Currency, Fault, Outcome, Problem};
use cordee_connectors::sheets::read::Kind as FileKind;
use cordee_i18n::Language;
use cordee_schema::{Catalog, FieldDef, Object, key};
use cordee_ui::names;

use super::mapping::{Column, Mapping, Missing, Mode, Told, unfit};
use super::target::{Target, finds};

/// A mapping, bound.
#[derive(Debug)]
pub(super) struct Plan {
    pub object: &'static Object,
    pub source: String,
    pub mode: Mode,
    /// What a field must have under a condition may be missing.
    pub incomplete: bool,
    /// The bound column by which records are found; and the links that must agree.
    pub match_by: Option<(usize, Vec<&'static str>)>,
    pub columns: Vec<Bound>,
    pub skip: Option<(usize, Vec<String>, bool)>,
    pub history: Vec<BoundStep>,
    /// Texts may have a sign in front that keeps them from being run as formulas.
    pub protected: bool,
}

/// One thing that is brought in, bound.
#[derive(Debug)]
pub(super) struct Bound {
    /// What it is called in problems: the file's column, or the field.
    pub name: String,
    pub from: From,
    pub target: Target,
    pub asked: Column,
    /// What options are called, folded: by key, and by label in every language.
    pub options: HashMap<String, &'static str>,
    /// Links of the linked record by which namesakes are told apart: the row has them too.
    pub agree: Vec<&'static str>,
}

/// Where a text comes from.
#[derive(Debug)]
pub(super) enum From {
    Cell(usize),
    Constant,
    Template(Vec<Piece>),
}

/// A piece of a template.
#[derive(Debug)]
pub(super) enum Piece {
    Text(String),
    Cell(usize),
    /// Left out where one of its cells is empty.
    Optional(Vec<Piece>),
}

/// A step of a record's life, bound.
#[derive(Debug)]
pub(super) struct BoundStep {
    pub when: usize,
    pub date: Option<cordee_connectors::sheets::recognise::DateOrder>,
    pub set: Vec<Bound>,
}

impl Plan {
    /// Binds `mapping` to a file with these columns.
    pub(super) fn bind(catalog: &Catalog, mapping: &Mapping, header: &[String]) -> Outcome<Plan> {
        let object = catalog.named(&mapping.object)?;
        let bind = Bind { catalog, object, header };
        let columns: Vec<Bound> = all(mapping.columns.iter().map(|column| bind.column(column)))?;
        let match_by = bind.match_by(&mapping.match_by, &columns)?;
        if mapping.mode != Mode::Create && match_by.is_none() {
            return Err(unfit("to update records, `match` must say by what they are found").into());
        }
        let skip = mapping.skip.as_ref().map(|skip| {
            let texts = if skip.is.is_empty() { &skip.is_not } else { &skip.is };
            Ok::<_, Fault>((bind.place(&skip.column)?, texts.clone(), !skip.is.is_empty()))
        });
        let history = mapping.history.iter().map(|step| {
            let set = all(step.set.iter().map(|(field, told)| bind.told(field, told, &columns)))?;
            Ok::<_, Problem>(BoundStep { when: bind.place(&step.when)?, date: step.date, set })
        });
        Ok(Plan {
            object,
            source: mapping.source().to_owned(),
            mode: mapping.mode,
            incomplete: mapping.incomplete,
            match_by,
            skip: skip.transpose()?,
            history: history.collect::<Outcome<_>>()?,
            protected: mapping.layout.as_ref().is_none_or(|layout| layout.kind == FileKind::Csv),
            columns,
        })
    }

    /// The bound column that brings a field in.
    pub(super) fn column_of(&self, field: &str) -> Option<&Bound> {
        self.columns.iter().find(|bound| bound.target.field().is_some_and(|known| known.name == field))
    }
}

struct Bind<'a> {
    catalog: &'a Catalog,
    object: &'static Object,
    header: &'a [String],
}

impl Bind<'_> {
    /// The place of the column called `name`.
    fn place(&self, name: &str) -> Result<usize, Fault> {
        self.header.iter().position(|column| column == name).ok_or_else(|| {
            Fault::at("mapping", "error-column").with("name", name).with("options", self.header.join(", "))
        })
    }

    fn column(&self, column: &Column) -> Outcome<Bound> {
        let from = match (&column.column, &column.template, &column.constant) {
            (Some(name), None, _) => From::Cell(self.place(name)?),
            (None, Some(template), None) => From::Template(self.template(template)?),
            (None, None, Some(_)) => From::Constant,
            _ => {
                return Err(
                    unfit(format!("{} needs a column, a template or a constant", column.field)).into()
                );
            }
        };
        let target = Target::named(self.catalog, self.object, &column.field)?;
        let options = target.field().map(|field| options(self.object, field)).unwrap_or_default();
        let agree = self.agree(&target);
        self.creatable(&target, column)?;
        let name = column.column.clone().unwrap_or_else(|| column.field.clone());
        Ok(Bound { name, from, target, asked: column.clone(), options, agree })
    }

    /// Links that the linked record shares with the object: a stage and its deal are of one pipeline.
    fn agree(&self, target: &Target) -> Vec<&'static str> {
        let Target::Link(_, to, _) = target else { return Vec::new() };
        let links = to.fields.iter().filter(|field| field.links_to().is_some() && *to != self.object);
        let shared = links.filter(|field| {
            let own = self.object.fields.iter().find(|own| own.name == field.name);
            own.is_some_and(|own| own.links_to() == field.links_to())
        });
        shared.map(|field| field.name).collect()
    }

    fn creatable(&self, target: &Target, column: &Column) -> Outcome<()> {
        if column.on_missing != Missing::Create {
            return Ok(());
        }
        if target.is_tags() {
            return Ok(());
        }
        let Target::Link(_, to, _) = target else {
            return Err(
                unfit(format!("{}: only linked records and tags can be created", column.field)).into()
            );
        };
        all(column.create_with.keys().map(|field| Ok(Target::named(self.catalog, to, field)?)))?;
        Ok(())
    }

    fn match_by(&self, names: &[String], columns: &[Bound]) -> Outcome<Option<(usize, Vec<&'static str>)>> {
        let (mut key, mut links) = (None, Vec::new());
        for name in names {
            let place = columns.iter().position(|bound| match &bound.target {
                Target::Id => name == "id",
                Target::ForeignId => name == "foreign_id",
                target => target.field().is_some_and(|field| field.name == name),
            });
            let place = place.ok_or_else(|| unfit(format!("match: no column brings {name} in")))?;
            match &columns[place].target {
                Target::Link(field, ..) if field.many_to().is_some() => {
                    return Err(unfit(format!("match: {name} links to many records")).into());
                }
                Target::Link(field, ..) => links.push(field.name),
                Target::Field(field) if !finds(field) => {
                    return Err(unfit(format!("match: records are not found by {name}")).into());
                }
                _ if key.is_some() => {
                    return Err(unfit("match: one key, and links that tell namesakes apart").into());
                }
                _ => key = Some(place),
            }
        }
        match (key, names.is_empty()) {
            (Some(key), _) => Ok(Some((key, links))),
            (None, true) => Ok(None),
            (None, false) => Err(unfit("match: one key besides links").into()),
        }
    }

    /// What a step sets: read and found as the column is that brings the same field in.
    fn told(&self, field: &str, told: &Told, columns: &[Bound]) -> Outcome<Bound> {
        let name = field.split('.').next().unwrap_or(field);
        let like = columns.iter().find(|bound| bound.target.field().is_some_and(|known| known.name == name));
        let asked = like.map(|bound| bound.asked.clone()).unwrap_or_default();
        let (column, constant) = match told {
            Told::Text(text) => (None, Some(text.clone())),
            Told::Cell { column } => (Some(column.clone()), None),
        };
        let path = if field == name { like.map_or(field, |bound| bound.asked.field.as_str()) } else { field };
        self.column(&Column { column, constant, template: None, field: path.to_owned(), ..asked })
    }

    fn template(&self, text: &str) -> Outcome<Vec<Piece>> {
        let mut letters = text.chars().peekable();
        self.pieces(&mut letters, false)
    }

    fn pieces(
        &self,
        letters: &mut std::iter::Peekable<std::str::Chars<'_>>,
        inside: bool,
    ) -> Outcome<Vec<Piece>> {
        let (mut pieces, mut plain) = (Vec::new(), String::new());
        while let Some(letter) = letters.next() {
            let piece = match letter {
                '{' => {
                    let name: String = letters.by_ref().take_while(|letter| *letter != '}').collect();
                    Piece::Cell(self.place(&name)?)
                }
                '[' if !inside => Piece::Optional(self.pieces(letters, true)?),
                ']' if inside => break,
                other => {
                    plain.push(other);
                    continue;
                }
            };
            if !plain.is_empty() {
                pieces.push(Piece::Text(std::mem::take(&mut plain)));
            }
            pieces.push(piece);
        }
        if !plain.is_empty() {
            pieces.push(Piece::Text(plain));
        }
        Ok(pieces)
    }
}

impl From {
    /// The text for a row, whose cells are given.
    pub(super) fn text<'c>(&self, asked: &'c Column, cells: &'c [String]) -> std::borrow::Cow<'c, str> {
        let constant = || asked.constant.as_deref().unwrap_or("").into();
        match self {
            From::Constant => constant(),
            From::Cell(place) => match cells.get(*place).map(|cell| cell.trim()) {
                None | Some("") => constant(),
                Some(cell) => cell.into(),
            },
            From::Template(pieces) => {
                let mut text = String::new();
                write(pieces, cells, &mut text);
                text.into()
            }
        }
    }
}

/// Writes the pieces; says whether none of their cells was empty.
fn write(pieces: &[Piece], cells: &[String], into: &mut String) -> bool {
    let mut whole = true;
    for piece in pieces {
        match piece {
            Piece::Text(text) => into.push_str(text),
            Piece::Cell(place) => {
                let cell = cells.get(*place).map_or("", |cell| cell.trim());
                whole &= !cell.is_empty();
                into.push_str(cell);
            }
            Piece::Optional(pieces) => {
                let before = into.len();
                if !write(pieces, cells, into) {
                    into.truncate(before);
                }
            }
        }
    }
    whole
}

/// What the options of a choice are called: their keys, and their labels in every language.
fn options(object: &'static Object, field: &'static FieldDef) -> HashMap<String, &'static str> {
    let mut named = BTreeMap::new();
    for choice in field.kind.options() {
        for language in Language::ALL {
            named.insert(key(&names::option(language, object, field, choice.key)), choice.key);
        }
    }
    // A key counts before any label.
    named.extend(field.kind.options().iter().map(|choice| (key(choice.key), choice.key)));
    named.into_iter().filter(|(name, _)| !name.is_empty()).collect()
}

/// All, or the faults of all that fail.
fn all<T>(each: impl Iterator<Item = Outcome<T>>) -> Outcome<Vec<T>> {
    let (mut good, mut faults) = (Vec::new(), Vec::new());
    for one in each {
        match one {
            Ok(one) => good.push(one),
            Err(Problem::Invalid(more)) => faults.extend(more),
            Err(problem) => return Err(problem),
        }
    }
    if faults.is_empty() { Ok(good) } else { Err(Problem::Invalid(faults)) }
}

/// The currency that a bound column reads amounts in, where it says one.
impl Bound {
    pub(super) fn currency(&self) -> Option<Currency> {
        self.asked.currency
    }
}
