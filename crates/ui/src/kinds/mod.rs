//! The mirror of `schema/kinds`: for every kind of field its input and its cell, over plain values.

mod address;
mod choice;
mod choices;
mod date;
mod email;
mod file;
mod link;
mod links;
mod long_text;
mod money;
mod number;
mod password;
mod percent;
mod person;
mod phone;
mod serial;
mod tags;
mod text;
mod url;
mod yes_no;

use cordee_i18n::Language;
use maud::{Markup, html};

use crate::components::{Person, Tone};
pub use address::AddressPart;
pub use choice::Pick;

/// A value as it is shown, formatted for the reader.
#[derive(Clone, Debug)]
pub enum Cell {
    /// No value.
    Empty,
    /// A value the reader may not see.
    Hidden,
    /// A line of text.
    Text(String),
    /// Text with line breaks.
    LongText(String),
    /// A number; stands on the right.
    Number(String),
    /// An amount and its currency's code or sign, and which of them the reader's language puts first.
    Money { amount: String, currency: String, sign_first: bool },
    /// A percentage with its sign.
    Percent(String),
    /// A date, time or moment; `iso` is for machines, `tone` says whether it is overdue.
    Date { text: String, iso: String, tone: Tone },
    /// Yes or no, with the word for it.
    YesNo { yes: bool, text: String },
    /// One of a list.
    Choice(Pick),
    /// Several of a list.
    Choices(Vec<Pick>),
    /// Another record; without an address if the reader may not open it.
    Link { title: String, href: Option<String> },
    /// Several other records, each a link or a person.
    Links(Vec<Cell>),
    /// A person.
    Person(Person),
    /// An e-mail address.
    Email(String),
    /// A telephone number as shown, and in E.164 for dialling.
    Phone { text: String, dial: String },
    /// An address on the web, and its short form.
    Url { text: String, href: String },
    /// A postal address, line by line.
    Address(Vec<String>),
    /// A number counted up by Cordee, such as `Q-2026-0042`.
    Serial(String),
    /// A file, and where it opens.
    File { name: String, href: String },
}

/// A value as it is asked for, in the form in which it is posted back.
#[derive(Clone, Debug)]
pub enum Input {
    /// A line of text.
    Text { value: String },
    /// Text with line breaks.
    LongText { value: String },
    /// A number as the reader writes it.
    Number { value: String },
    /// An amount, and its currency under `NAME.currency`.
    Money { amount: String, currency: String, currencies: Vec<String> },
    /// A percentage, without its sign.
    Percent { value: String },
    /// A date, ISO 8601.
    Date { value: String },
    /// A time of day, `14:30`.
    Time { value: String },
    /// A date with time in the reader's zone, `2026-11-21T14:30`.
    Moment { value: String, zone: String },
    /// Yes (`true`), no (`false`), or not said (empty) where that is allowed.
    YesNo { value: Option<bool> },
    /// One of a list.
    Choice { value: String, options: Vec<Pick> },
    /// Several of a list; posted once for each, after one empty value.
    Choices { values: Vec<String>, options: Vec<Pick> },
    /// Words of the company's own, between commas; `lookup` finds those that are known, and new ones may be made.
    Tags { value: String, lookup: String, makes: bool },
    /// Another record: its title under the name, its id under `NAME.id`, and under `NAME.title` the title that the
    /// id belongs to. The id counts only while name and `NAME.title` agree; else the record is found by its title.
    Link { id: String, title: String, lookup: String },
    /// Any number of other records, a title on each line; those that were chosen under `NAME.id` and `NAME.title`, once
    /// for each. Other lines are found by their title.
    Links { value: String, chosen: Vec<(String, String)>, lookup: String },
    /// A person, asked for as a link is.
    Person { id: String, title: String, lookup: String },
    /// An e-mail address.
    Email { value: String },
    /// A telephone number.
    Phone { value: String },
    /// An address on the web.
    Url { value: String },
    /// A postal address; each part under `NAME.PART`.
    Address { parts: Vec<AddressPart> },
    /// A number counted up by Cordee; never written by a person.
    Serial { value: String },
    /// A password; `fresh` if a new one is being chosen.
    Password { fresh: bool },
    /// A code that is used once, from an app or a list.
    Code,
    /// A file as the value of a field: the one that is there, by its name, and its id; posted as a file under the
    /// name, with the id as a text under the same name. `NAME.remove` takes it away.
    Document { name: String, id: String },
    /// A file, or several; `accept` as in HTML.
    File { accept: String, many: bool },
}

/// What every input needs to know beside its value.
#[derive(Clone, Debug)]
pub struct Control {
    /// The reader's language.
    pub language: Language,
    /// The id that the label points at.
    pub id: String,
    /// The name it is posted under.
    pub name: String,
    /// The label, for inputs of several parts.
    pub label: String,
    /// Whether it must be filled.
    pub required: bool,
    /// Whether it may not be changed.
    pub read_only: bool,
    /// Whether what it holds was refused.
    pub invalid: bool,
    /// The ids of hint and error.
    pub described_by: Option<String>,
}

impl Input {
    /// Whether the input consists of several, so that its label is a legend.
    pub fn has_parts(&self) -> bool {
        matches!(self, Input::Address { .. } | Input::YesNo { .. } | Input::Choices { .. })
    }
}

/// The value as it is shown.
pub fn cell(value: &Cell) -> Markup {
    match value {
        Cell::Empty => html! { span.none { "–" } },
        Cell::Hidden => html! { span.none { "•••" } },
        Cell::Text(value) => text::cell(value),
        Cell::LongText(value) => long_text::cell(value),
        Cell::Number(value) => number::cell(value),
        Cell::Money { amount, currency, sign_first } => money::cell(amount, currency, *sign_first),
        Cell::Percent(value) => percent::cell(value),
        Cell::Date { text, iso, tone } => date::cell(text, iso, *tone),
        Cell::YesNo { yes, text } => yes_no::cell(*yes, text),
        Cell::Choice(pick) => choice::cell(pick),
        Cell::Choices(picks) => choices::cell(picks),
        Cell::Link { title, href } => link::cell(title, href.as_deref()),
        Cell::Links(values) => links::cell(values),
        Cell::Person(value) => person::cell(value),
        Cell::Email(value) => email::cell(value),
        Cell::Phone { text, dial } => phone::cell(text, dial),
        Cell::Url { text, href } => url::cell(text, href),
        Cell::Address(lines) => address::cell(lines),
        Cell::Serial(value) => serial::cell(value),
        Cell::File { name, href } => file::cell(name, href),
    }
}

/// The value as it is shown within a link, where no other may stand.
pub(crate) fn cell_in_link(value: &Cell) -> Markup {
    match value {
        Cell::Link { title, .. } | Cell::File { name: title, .. } => link::cell(title, None),
        Cell::Links(values) => {
            html! { @for (at, value) in values.iter().enumerate() { @if at > 0 { ", " } (cell_in_link(value)) } }
        }
        Cell::Person(value) => person::cell(&Person { href: None, ..value.clone() }),
        Cell::Email(text) | Cell::Phone { text, .. } | Cell::Url { text, .. } => text::cell(text),
        value => cell(value),
    }
}

/// The input for a value.
pub fn input(value: &Input, control: &Control) -> Markup {
    match value {
        Input::Text { value } => text::input(control, "text", value, None),
        Input::Password { fresh } => password::input(control, *fresh),
        Input::Code => text::input(control, "text", "", Some("one-time-code")),
        Input::LongText { value } => long_text::input(control, value),
        Input::Number { value } => number::input(control, value),
        Input::Money { amount, currency, currencies } => money::input(control, amount, currency, currencies),
        Input::Percent { value } => percent::input(control, value),
        Input::Date { value } => date::input(control, "date", value),
        Input::Time { value } => date::input(control, "time", value),
        Input::Moment { value, zone } => date::moment_input(control, value, zone),
        Input::YesNo { value } => yes_no::input(control, *value),
        Input::Choice { value, options } => choice::input(control, value, options),
        Input::Choices { values, options } => choices::input(control, values, options),
        Input::Tags { value, lookup, makes } => tags::input(control, value, lookup, *makes),
        Input::Link { id, title, lookup } => link::input(control, id, title, lookup),
        Input::Links { value, chosen, lookup } => links::input(control, value, chosen, lookup),
        Input::Person { id, title, lookup } => person::input(control, id, title, lookup),
        Input::Email { value } => email::input(control, value),
        Input::Phone { value } => phone::input(control, value),
        Input::Url { value } => url::input(control, value),
        Input::Address { parts } => address::input(control, parts),
        Input::Serial { value } => serial::input(control, value),
        Input::Document { name, id } => file::input(control, name, id),
        Input::File { accept, many } => html! {
            input.input #(control.id) type="file" name=(control.name) accept=(accept) multiple[*many] required[control.required] aria-describedby=[&control.described_by];
        },
    }
}
