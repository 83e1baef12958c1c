//! What the columns of a file probably are, by their names in any of the languages and by what stands in them.

use std::collections::HashSet;

use cordee_base::{Currency, Id};
use cordee_catalog::aliases;
use cordee_connectors::sheets::read::{Kind as FileKind, Layout};
use cordee_connectors::sheets::recognise::{DateOrder, Looks, NumberStyle, looks, similarity};
use cordee_i18n::Language;
use cordee_schema::{Catalog, FieldDef, Kind, Object, key};
use cordee_ui::names as called;

use super::mapping::{Column, Mapping, Mode};
use super::target::{Target, Way, paths};

/// How alike a column's name and a field's must be.
const ALIKE: f64 = 0.72;

/// What a name counts that another program is known to use, written as it writes it: less than the name of a field in the
/// API, more than what a field is called in any language, since `NAME` is a first name to one of them.
const KNOWN: f64 = 1.5;

/// What a name counts that a field is called by in one of the languages.
const CALLED: f64 = 1.2;

/// What a name counts that another program is known to use, in another writing: more than any likeness.
const KNOWN_OTHERWISE: f64 = 1.1;

/// A proposal: the mapping, and for each column what it was brought into and whether that can be read in another way.
pub(super) struct Proposal {
    pub mapping: Mapping,
    pub columns: Vec<(String, bool)>,
}

/// Proposes what the columns are.
pub(super) fn propose(
    catalog: &Catalog,
    object: &'static Object,
    layout: Layout,
    header: &[String],
    samples: &[Vec<String>],
) -> Proposal {
    let looks: Vec<Looks> = header.iter().zip(samples).map(|(name, cells)| looks(name, cells)).collect();
    let targets = match layout.kind {
        FileKind::Vcard => contact(object, header),
        _ => assign(catalog, object, header, samples, &looks),
    };
    let mut mapping = Mapping { object: object.name.to_owned(), layout: Some(layout), ..Mapping::default() };
    let mut columns = Vec::new();
    for ((name, target), looks) in header.iter().zip(&targets).zip(&looks) {
        let Some(path) = target else {
            columns.push((String::new(), false));
            continue;
        };
        let (column, ambiguous) = read_as(name, path, looks);
        mapping.columns.push(column);
        columns.push((path.clone(), ambiguous));
    }
    let has = |path: &str| targets.iter().flatten().any(|target| target == path);
    if let Some(by) = ["id", "foreign_id"].into_iter().find(|by| has(by)) {
        mapping.match_by = vec![by.to_owned()];
        mapping.mode = Mode::CreateAndUpdate;
    }
    Proposal { mapping, columns }
}

/// What the properties of contacts are brought into, as the object says; several may go into one field.
fn contact(object: &'static Object, header: &[String]) -> Vec<Option<String>> {
    let way = |column: &String| object.card.iter().find(|(property, _)| property == column);
    header.iter().map(|column| way(column).map(|(_, way)| (*way).to_owned())).collect()
}

/// Each column's target, each target once: the surest first.
fn assign(
    catalog: &Catalog,
    object: &'static Object,
    header: &[String],
    samples: &[Vec<String>],
    looks: &[Looks],
) -> Vec<Option<String>> {
    let mut scored = Vec::new();
    for path in paths(catalog, object) {
        let Ok(target) = Target::named(catalog, object, &path) else { continue };
        let names = names(object, &path, &target);
        for (place, name) in header.iter().enumerate() {
            let score = score(name, &names, &path, &target, &looks[place], &samples[place], object);
            if score >= ALIKE {
                scored.push((score, place, path.clone()));
            }
        }
    }
    scored.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.2.len().cmp(&other.2.len())));
    let (mut targets, mut taken) = (vec![None; header.len()], HashSet::new());
    for (_, place, path) in scored {
        if targets[place].is_none() && !taken.contains(&path) {
            taken.insert(path.clone());
            targets[place] = Some(path);
        }
    }
    targets
}

/// What people call a target: its path, and the field's label in every language.
fn names(object: &'static Object, path: &str, target: &Target) -> Vec<String> {
    let mut names = vec![path.to_owned()];
    if !path.contains('.') {
        let field = object.field(path);
        names.extend(
            field.into_iter().flat_map(|field| Language::ALL.map(|l| called::field(l, object, field))),
        );
    } else if let Target::Part(_, part) = target {
        names.push((*part).to_owned());
    }
    if path == object.title {
        // A column called as the thing itself holds what it is called by.
        names.push(object.name.to_owned());
        names.extend(Language::ALL.map(|language| called::object(language, object)));
    }
    if let (Target::Link(field, to, Way::Field(by)), true) = (target, path.contains('.'))
        && by.name == to.title
    {
        // As the API and exported JSON name what a link leads to.
        names.push(format!("titles.{}", field.name));
    }
    if path == "foreign_id" {
        names.extend([format!("{}_id", object.name), "external id".to_owned(), "record id".to_owned()]);
    }
    names
}

fn score(
    name: &str,
    names: &[String],
    path: &str,
    target: &Target,
    looks: &Looks,
    samples: &[String],
    object: &'static Object,
) -> f64 {
    if name == path {
        let ids = path != "id" || samples.iter().all(|cell| cell.is_empty() || cell.parse::<Id>().is_ok());
        return if ids { 2.0 } else { 0.0 };
    }
    let aliases = aliases::of(object.name, path);
    let known = aliases.iter().filter(|known| similarity(known, name) == 1.0);
    let known = known.map(|known| if *known == name { KNOWN } else { KNOWN_OTHERWISE });
    let called = names.iter().map(|called| match key(called) == key(name) {
        true => CALLED,
        false => similarity(called, name),
    });
    let alike = known.chain(called).fold(0.0, f64::max);
    match target.field() {
        Some(field) => fits(object, field, target, looks, samples).map_or(0.0, |fit| alike.max(fit)),
        None if path == "id" || path == "source_system" => 0.0,
        None => alike,
    }
}

/// Whether what stands in a column can be a field's: none if it can't, else how much it speaks for it by itself.
fn fits(
    object: &'static Object,
    field: &FieldDef,
    target: &Target,
    looks: &Looks,
    samples: &[String],
) -> Option<f64> {
    let nothing = Some(0.0);
    match (field.kind, looks) {
        (_, Looks::Empty) => nothing,
        (Kind::Email(_), Looks::Email) => Some(0.8),
        (Kind::Email(_), _) => None,
        (Kind::Link(_), Looks::Email) => match target {
            Target::Link(_, _, Way::Field(by)) if matches!(by.kind, Kind::Email(_)) => nothing,
            _ => None,
        },
        (_, Looks::Email) => None,
        (Kind::Phone(_), Looks::Phone) => Some(0.75),
        (Kind::Url(_), Looks::Url) => Some(0.75),
        (Kind::Date(_) | Kind::Moment(_), Looks::Date { .. } | Looks::Moment { .. }) => nothing,
        (Kind::Date(_) | Kind::Moment(_), _) => None,
        (Kind::Number(_) | Kind::Percent(_) | Kind::Money(_), kind) => {
            let number = matches!(
                kind,
                Looks::Integer { .. } | Looks::Decimal { .. } | Looks::Money { .. } | Looks::Percent { .. }
            );
            number.then_some(0.0)
        }
        (Kind::Choice(_), _) => {
            let known: HashSet<String> = field
                .kind
                .options()
                .iter()
                .flat_map(|choice| {
                    let labels = Language::ALL
                        .map(|language| key(&called::option(language, object, field, choice.key)));
                    labels.into_iter().chain([key(choice.key)])
                })
                .collect();
            let filled: Vec<&String> = samples.iter().filter(|cell| !cell.trim().is_empty()).collect();
            let meant = filled.iter().filter(|cell| known.contains(&key(cell))).count();
            // Some of its values may be misspelt: the check will say so.
            if meant * 2 > filled.len() { Some(0.76) } else { None }
        }
        (_, Looks::Date { .. } | Looks::Moment { .. }) => None,
        _ => nothing,
    }
}

/// How a column is read, by how it looks; and whether it could be read in another way.
fn read_as(name: &str, path: &str, looks: &Looks) -> (Column, bool) {
    let mut column = Column { column: Some(name.to_owned()), field: path.to_owned(), ..Column::default() };
    let styled = |style: NumberStyle| (style != NumberStyle::PLAIN).then_some(style);
    let ambiguous = match looks {
        Looks::Date { order, ambiguous, .. } | Looks::Moment { order, ambiguous, .. } => {
            column.date = (*order != DateOrder::Ymd).then_some(*order);
            *ambiguous
        }
        Looks::Integer { style, ambiguous } | Looks::Decimal { style, ambiguous } => {
            column.number = styled(*style);
            *ambiguous
        }
        Looks::Money { currency, style, ambiguous } => {
            column.number = styled(*style);
            column.currency = currency.filter(|currency: &Currency| !currency.code().is_empty());
            *ambiguous
        }
        Looks::Percent { style } => {
            column.number = styled(*style);
            false
        }
        _ => false,
    };
    (column, ambiguous)
}
