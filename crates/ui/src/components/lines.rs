//! Lines: records edited in place inside the form of the one that has them. A table where there is room, else cards.

use cordee_i18n::{Arg, Language, say};
use maud::{Markup, html};

use super::{Field, Icon, Tip, icon, labelled};
use crate::assets::asset_url;
use crate::kinds::{Cell, Control, cell, input};
use crate::word::{sentence, word};

/// The lines of one kind in a form.
#[derive(Clone, Debug)]
pub struct Lines {
    /// The name they are posted under; a row's fields under `NAME.KEY.FIELD`.
    pub name: String,
    /// How many groups of the form stand before them.
    pub after: usize,
    /// The heading.
    pub label: String,
    /// What is asked of each.
    pub columns: Vec<LineColumn>,
    /// The lines, in their order.
    pub rows: Vec<Line>,
    /// A new line as it begins, if the reader may add one.
    pub blank: Option<Line>,
    /// What they come to together.
    pub totals: Vec<(String, Cell)>,
    /// The word on the button that adds one.
    pub add: String,
    /// The address that answers what follows from the lines as they are typed.
    pub preview: String,
}

/// What is asked of each line.
#[derive(Clone, Debug)]
pub struct LineColumn {
    /// The field's name.
    pub name: String,
    /// Its label.
    pub label: String,
    /// What explains the label.
    pub tip: Option<Tip>,
    /// Whether it stands on the right.
    pub numeric: bool,
    /// Whether it must be filled.
    pub required: bool,
    /// How much room it wants: `wide` for texts and links, `money`, else nothing.
    pub room: &'static str,
}

/// A line.
#[derive(Clone, Debug)]
pub struct Line {
    /// What tells it from the others in this form.
    pub key: String,
    /// Which it is, counted from one.
    pub place: usize,
    /// What goes along: which line it is, the version that was read.
    pub hidden: Vec<(String, String)>,
    /// Its cells, as the columns.
    pub cells: Vec<LineCell>,
    /// It goes when the form is saved.
    pub gone: bool,
    /// Whether the reader may take it away.
    pub removable: bool,
    /// What is wrong with the whole of it.
    pub problem: Option<String>,
}

/// A cell of a line.
#[derive(Clone, Debug)]
pub enum LineCell {
    /// To be filled in; `follows` is what it will hold if it is left empty, `instead` what it will hold whatever is typed.
    Ask { field: Box<Field>, follows: Option<String>, instead: Option<String> },
    /// Only to be seen.
    Shown(Cell),
}

impl Lines {
    /// The fields that are asked for.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.rows.iter().flat_map(Line::fields)
    }

    /// The same, to be changed.
    pub fn fields_mut(&mut self) -> impl Iterator<Item = &mut Field> {
        self.rows.iter_mut().flat_map(|line| &mut line.cells).filter_map(|cell| match cell {
            LineCell::Ask { field, .. } => Some(field.as_mut()),
            LineCell::Shown(_) => None,
        })
    }
}

impl Line {
    fn fields(&self) -> impl Iterator<Item = &Field> {
        self.cells.iter().filter_map(|cell| match cell {
            LineCell::Ask { field, .. } => Some(field.as_ref()),
            LineCell::Shown(_) => None,
        })
    }
}

/// What stands for the key of a line in the template of a new one.
pub const NEW_KEY: &str = "__new__";

/// The lines of a form; without a script its buttons send the form to be drawn anew.
pub fn lines(language: Language, view: &Lines) -> Markup {
    let id = format!("lines-{}", view.name);
    html! {
        link rel="stylesheet" href=(asset_url("lines.css"));
        section.lines-box #(view.name) data-module=(asset_url("lines.js")) data-lines=(view.name) data-preview=(view.preview) data-sortable=(asset_url("sortable.js")) aria-labelledby=(id) {
            h2.section-title id=(id) { (view.label) }
            table.line-table role="table" aria-labelledby=(id) {
                thead role="rowgroup" { tr role="row" {
                    th.line-grip role="columnheader" { span.sr { (word(language, "ui-row")) } }
                    @for column in &view.columns {
                        th.num[column.numeric] role="columnheader" scope="col" data-room=(column.room) {
                            @let label = html! { span { (column.label) @if column.required { span.required-mark aria-hidden="true" { "*" } } } };
                            (labelled(label, column.tip.as_ref()))
                        }
                    }
                    th.line-acts role="columnheader" { span.sr { (word(language, "ui-actions")) } }
                } }
                tbody role="rowgroup" data-line-rows { @for line in &view.rows { (row(language, view, line)) } }
            }
            @if let Some(blank) = &view.blank { template data-line-blank { (row(language, view, blank)) } }
            div.lines-foot {
                @if view.blank.is_some() {
                    button.button.quiet.small type="submit" name="then" value={ "lines." (view.name) ".add" } data-line-add { (icon(Icon::Plus)) (view.add) }
                    span.lines-keys aria-hidden="true" hidden { (word(language, "lines-keys")) }
                }
                dl.lines-totals data-live={ (id) "-totals" } aria-live="polite" {
                    @for (label, value) in &view.totals { div { dt { (label) } dd { (cell(value)) } } }
                }
            }
        }
    }
}

fn row(language: Language, view: &Lines, line: &Line) -> Markup {
    let at = line.place.to_string();
    html! {
        tr.gone[line.gone] role="row" data-line=(line.key) {
            td.line-grip role="cell" {
                span.line-handle data-grip aria-hidden="true" { (icon(Icon::GripVertical)) }
                span.line-place data-said=(placed(language, "lines-place", "#")) { (placed(language, "lines-place", &at)) }
                @for (name, value) in &line.hidden { input type="hidden" name=(name) value=(value); }
            }
            @for (column, value) in view.columns.iter().zip(&line.cells) { (line_cell(language, column, line, value)) }
            td.line-acts role="cell" { (buttons(language, view, line, &at)) }
        }
    }
}

fn line_cell(language: Language, column: &LineColumn, line: &Line, value: &LineCell) -> Markup {
    let live = format!("line-{}-{}", line.key, column.name);
    html! {
        @match value {
            LineCell::Shown(value) => {
                td.num[column.numeric] role="cell" data-room=(column.room) {
                    span.line-label aria-hidden="true" { (column.label) }
                    span.line-shown data-live=(live) { (cell(value)) }
                }
            }
            LineCell::Ask { field, follows, instead } => {
                td.num[column.numeric] role="cell" inert[line.gone] data-room=(column.room) data-field=(column.name) data-follows=[follows] data-instead=[instead] id=(live) {
                    span.line-label aria-hidden="true" { (column.label) @if column.required { span.required-mark { "*" } } }
                    (asked(language, field, &column.label, line.place))
                }
            }
        }
    }
}

/// The input of a cell. Its label is for those who do not see the column; the number of its line follows the order.
fn asked(language: Language, view: &Field, label: &str, place: usize) -> Markup {
    let id = super::field::field_id(&view.name);
    let said = |place: &str| {
        say(language, "lines-cell", &[("field", Arg::Text(label.into())), ("place", Arg::Text(place.into()))])
    };
    let named = html! { span data-said=(said("#")) { (said(&place.to_string())) } };
    let control = Control {
        language,
        id: id.clone(),
        name: view.name.clone(),
        label: label.to_owned(),
        required: view.required,
        read_only: view.read_only,
        invalid: view.error.is_some(),
        described_by: view.error.is_some().then(|| format!("{id}-error")),
    };
    html! {
        div.line-field.invalid[view.error.is_some()] {
            @if view.input.has_parts() {
                fieldset.line-set { legend.sr { (named) } (input(&view.input, &control)) }
            } @else {
                label.sr for=(id) { (named) }
                (input(&view.input, &control))
            }
            @if let Some(error) = &view.error { p.field-error id={ (id) "-error" } { (error) } }
        }
    }
}

fn buttons(language: Language, view: &Lines, line: &Line, at: &str) -> Markup {
    let one = |verb: &str, key: &str, shape: Icon, hidden: bool| {
        let label = placed(language, key, at);
        html! {
            button.icon-button.small type="submit" name="then" value={ "lines." (view.name) "." (verb) "." (line.key) } data-line-act=(verb) formnovalidate hidden[hidden] data-said=(placed(language, key, "#")) aria-label=(label) title=(label) { (icon(shape)) }
        }
    };
    html! {
        span.line-steps {
            (one("up", "lines-up", Icon::ArrowUp, false))
            (one("down", "lines-down", Icon::ArrowDown, false))
        }
        @if line.removable {
            (one("remove", "lines-remove", Icon::X, line.gone))
            (one("keep", "lines-keep", Icon::Undo2, !line.gone))
        }
        @if let Some(problem) = &line.problem { p.field-error { (problem) } }
    }
}

/// A sentence about the line with this number. With `#` in its place it stands in the page as well, so that lines can be
/// counted anew.
fn placed(language: Language, key: &str, place: &str) -> String {
    sentence(language, key, "place", place)
}
