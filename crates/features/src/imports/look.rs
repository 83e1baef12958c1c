//! Looking at a file before anything is decided, and taking in what a person decides.

use std::path::Path;

use cordee_base::Outcome;
use cordee_connectors::sheets::read::{Certainty, Kind, Layout};
use cordee_kit::{Look, LookColumn, ReadAs, Wishes};
use cordee_records::{Actor, Records};
use cordee_schema::{Catalog, Object};

use super::file::{layout, reader};
use super::mapping::{Column, Mapping, Missing, Mode, unfit};
use super::propose::propose;
use super::target::{Target, matches, paths};

/// How many rows are looked at.
const SAMPLES: usize = 100;
/// How many of their values are shown.
const SHOWN: usize = 3;

/// Finds out how a file is laid out and proposes what its columns are.
pub(super) fn look(
    records: &Records,
    actor: &Actor,
    object: &'static Object,
    file: &Path,
    read: &ReadAs,
) -> Outcome<Look> {
    let (layout, sheets) = layout(file, read, &language(records, actor)?)?;
    seen(records.catalog_now(actor)?, object, file, layout, sheets, None)
}

/// The same of a file for which a mapping has been decided.
pub(super) fn review(records: &Records, actor: &Actor, file: &Path, mapping: &str) -> Outcome<Look> {
    let mapping = Mapping::read(mapping)?;
    let catalog = records.catalog_now(actor)?;
    let object = catalog.named(&mapping.object)?;
    let (found, sheets) = layout(file, &ReadAs::default(), &language(records, actor)?)?;
    let said = mapping.layout.clone().filter(|said| said.kind == found.kind);
    seen(catalog, object, file, said.unwrap_or(found), sheets, Some(mapping))
}

fn seen(
    catalog: &Catalog,
    object: &'static Object,
    file: &Path,
    layout: Layout,
    sheets: Vec<String>,
    decided: Option<Mapping>,
) -> Outcome<Look> {
    let (mut rows, ..) = reader(file, &layout)?;
    let header = rows.header().to_vec();
    let mut samples: Vec<Vec<String>> = vec![Vec::new(); header.len()];
    for _ in 0..SAMPLES {
        let Some(row) = rows.next_row()? else { break };
        row.cells().zip(&mut samples).for_each(|(cell, samples)| samples.push(cell.trim().to_owned()));
    }
    let mut proposal = propose(catalog, object, layout.clone(), &header, &samples);
    if let Some(decided) = decided {
        for (name, (target, ambiguous)) in header.iter().zip(&mut proposal.columns) {
            let column = decided.columns.iter().find(|column| column.column.as_ref() == Some(name));
            let brought = column.map(|column| column.field.clone()).unwrap_or_default();
            *ambiguous = *ambiguous && *target == brought;
            *target = brought;
        }
        proposal.mapping = decided;
    }
    let (sure, mapping) = (layout.confidence, &proposal.mapping);
    let columns = header.into_iter().zip(samples).zip(&proposal.columns);
    Ok(Look {
        object,
        format: file_kind(&layout).to_owned(),
        sheet: layout.sheet.clone(),
        sheets,
        encoding: layout.encoding.name().to_owned(),
        delimiter: layout.delimiter.to_string(),
        header: layout.header,
        unsure: [sure.encoding, sure.delimiter, sure.header].contains(&Certainty::Guess),
        columns: columns
            .map(|((name, samples), (target, ambiguous))| LookColumn {
                name,
                samples: shown(samples),
                target: target.clone(),
                ambiguous: *ambiguous,
            })
            .collect(),
        targets: paths(catalog, object),
        matches: matches(object),
        match_by: mapping.match_by.first().cloned().unwrap_or_default(),
        mode: mapping.mode.name().to_owned(),
        create_missing: mapping.columns.iter().any(|column| column.on_missing == Missing::Create),
        incomplete: mapping.incomplete,
        mapping: mapping.json(),
    })
}

fn language(records: &Records, actor: &Actor) -> Outcome<String> {
    records.read_now(actor, |gate| Ok(gate.access().language.clone()))
}

/// What a file is, by the name of its format.
fn file_kind(layout: &Layout) -> &'static str {
    match layout.kind {
        Kind::Csv => "csv",
        Kind::Xlsx => "xlsx",
        Kind::Json => "json",
        Kind::Vcard => "vcard",
    }
}

/// The first few different values.
fn shown(samples: Vec<String>) -> Vec<String> {
    let mut shown: Vec<String> = Vec::new();
    for sample in samples {
        if shown.len() < SHOWN && !sample.is_empty() && !shown.contains(&sample) {
            shown.push(sample);
        }
    }
    shown
}

/// The mapping with what a person has decided.
pub(super) fn settle(
    catalog: &Catalog,
    mapping: &str,
    header: &[String],
    wishes: &Wishes,
) -> Outcome<Mapping> {
    let mut mapping = Mapping::read(mapping)?;
    let object = catalog.named(&mapping.object)?;
    for (place, target) in &wishes.targets {
        let name = header.get(*place).ok_or_else(|| unfit(format!("there is no column {}", place + 1)))?;
        let known = mapping.columns.iter().position(|column| column.column.as_deref() == Some(name));
        match (known, target.is_empty()) {
            (Some(known), true) => drop(mapping.columns.remove(known)),
            (Some(known), false) => mapping.columns[known].field.clone_from(target),
            (None, true) => {}
            (None, false) => mapping.columns.push(Column {
                column: Some(name.clone()),
                field: target.clone(),
                ..Column::default()
            }),
        }
    }
    if let Some(by) = &wishes.match_by {
        mapping.match_by = if by.is_empty() { Vec::new() } else { vec![by.clone()] };
    }
    if let Some(mode) = &wishes.mode {
        mapping.mode = Mode::named(mode).ok_or_else(|| unfit(format!("there is no mode {mode}")))?;
    }
    if let Some(incomplete) = wishes.incomplete {
        mapping.incomplete = incomplete;
    }
    if let Some(source) = &wishes.source {
        mapping.source = Some(source.clone()).filter(|source| !source.is_empty());
    }
    for column in &mut mapping.columns {
        let target = Target::named(catalog, object, &column.field)?;
        let made = target.is_tags() || matches!(target, Target::Link(..));
        if let Some(create) = wishes.create_missing.filter(|_| made) {
            column.on_missing = if create { Missing::Create } else { Missing::Reject };
        }
    }
    for (name, value, meant) in &wishes.translate {
        let named = mapping.columns.iter_mut().filter(|column| column.column.as_ref() == Some(name));
        named.for_each(|column| drop(column.translate.insert(value.clone(), meant.clone())));
    }
    super::plan::Plan::bind(catalog, &mapping, header)?;
    Ok(mapping)
}
