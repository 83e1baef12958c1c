//! A calendar: days in columns of hours, a month of days, or a list of days. Without a script each day is a list in which
//! one opens what takes place, and an address makes something new; with one they are dragged, lengthened and made where
//! one points.

use cordee_i18n::Language;
use maud::{Markup, html};

use crate::assets::asset_url;
use crate::components::{Action, Icon, Person, Tab, actions, avatar, icon, tabs};
use crate::word::word;

/// The form of a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Six or fewer weeks of days.
    Month,
    /// Seven days of hours.
    Week,
    /// One day of hours.
    Day,
    /// The days to come as a list.
    Agenda,
}

impl Shape {
    /// All forms with their names in addresses.
    pub const ALL: [(&'static str, Shape); 4] =
        [("month", Shape::Month), ("week", Shape::Week), ("day", Shape::Day), ("agenda", Shape::Agenda)];

    /// The name in addresses.
    pub fn name(self) -> &'static str {
        Shape::ALL.iter().find(|(_, shape)| *shape == self).map_or("", |(name, _)| name)
    }

    /// Whether it shows hours.
    pub fn has_hours(self) -> bool {
        matches!(self, Shape::Week | Shape::Day)
    }
}

/// A calendar as it is shown.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// The stretch of days, such as `March 2026`.
    pub title: String,
    /// Its form.
    pub shape: Shape,
    /// The other forms.
    pub shapes: Vec<Tab>,
    /// Whose records can be looked at.
    pub whose: Vec<Tab>,
    /// People to choose from: id, name, whether they are chosen.
    pub people: Vec<(String, String, bool)>,
    /// What the address holds besides whose it is, for the form that chooses people.
    pub keep: Vec<(String, String)>,
    /// The address of this calendar without parameters.
    pub path: String,
    /// The stretch before.
    pub earlier: String,
    /// The stretch after.
    pub later: String,
    /// The stretch that holds today.
    pub now: String,
    /// Other calendars.
    pub others: Vec<Tab>,
    /// What one can do here.
    pub actions: Vec<Action>,
    /// The hours beside the days: each with its number and as text.
    pub hours: Vec<(i64, String)>,
    /// The names of the days of a week, above a month.
    pub weekdays: Vec<String>,
    /// The days.
    pub days: Vec<Day>,
    /// What its colours mean: a number each, and its name.
    pub kinds: Vec<(usize, String)>,
    /// What stands here if there are more than can be shown.
    pub more: Option<String>,
    /// The address of this page, to come back to.
    pub back: String,
}

/// A day.
#[derive(Clone, Debug)]
pub struct Day {
    /// Its date.
    pub iso: String,
    /// Its name, such as `Mon, Mar 2`.
    pub name: String,
    /// The number of the day, or what else stands for it where days have columns.
    pub short: String,
    /// The page of the day.
    pub href: String,
    /// Today.
    pub today: bool,
    /// Belongs to the month before or after.
    pub outside: bool,
    /// What takes all day.
    pub all_day: Vec<Event>,
    /// What has its hours, in their order.
    pub timed: Vec<Event>,
    /// How many more there are than are shown, in words.
    pub hidden: Option<String>,
    /// Where something is made on this day; none if one may not.
    pub new: Option<String>,
    /// Where something is made at these hours: the hour, the address, and both as text.
    pub slots: Vec<(i64, String, String)>,
}

/// Something that takes place.
#[derive(Clone, Debug)]
pub struct Event {
    /// The record's id.
    pub id: String,
    /// The record's version.
    pub version: String,
    /// Its title.
    pub title: String,
    /// Its page.
    pub href: String,
    /// When, as text; empty if all day.
    pub time: String,
    /// All of it in a sentence, for who does not see the colours.
    pub said: String,
    /// The number of its colour.
    pub hue: Option<usize>,
    /// It is over and done with.
    pub done: bool,
    /// Whose it is, where others' are shown too.
    pub owner: Option<Person>,
    /// Where it begins and ends, in quarters of an hour since midnight.
    pub quarters: (i64, i64),
    /// Beside how many others it stands, and in which place.
    pub lane: (usize, usize),
    /// When it begins and ends by the clock, as a form writes it; a date where it takes all day.
    pub from: String,
    /// See `from`; empty if it has no end.
    pub to: String,
    /// Where another time is posted; none if it can't be moved.
    pub when: Option<String>,
    /// Whether its length can be changed.
    pub lengthens: bool,
}

/// The body of the page.
pub fn calendar(language: Language, view: &Calendar) -> Markup {
    html! {
        link rel="stylesheet" href=(asset_url("calendar.css"));
        section.calendar-page data-calendar-page data-module=(asset_url("calendar.js")) {
            header.page-head.calendar-head {
                h1.page-title { (view.title) }
                nav.calendar-steps aria-label=(word(language, "calendar-days")) {
                    a.icon-button href=(view.earlier) data-key="p" aria-label=(word(language, "calendar-earlier")) title=(word(language, "calendar-earlier")) { (icon(Icon::ChevronLeft)) }
                    a.button.small href=(view.now) data-key="t" { (word(language, "today-day-today")) }
                    a.icon-button href=(view.later) data-key="n" aria-label=(word(language, "calendar-later")) title=(word(language, "calendar-later")) { (icon(Icon::ChevronRight)) }
                }
                (tabs(&word(language, "calendar-shape"), &view.shapes))
                (tabs(&word(language, "whose"), &view.whose))
                (people(language, view))
                (tabs(&word(language, "calendar"), &view.others))
                div.bar-actions { (actions(&view.actions, 1, &word(language, "ui-more"))) }
            }
            @if let Some(more) = &view.more { p.calendar-note { (more) } }
            div.calendar data-calendar=(view.shape.name()) data-first=[view.hours.first().map(|(hour, _)| hour)] data-back=(view.back) {
                @if !view.weekdays.is_empty() {
                    div.cal-weekdays aria-hidden="true" { @for name in &view.weekdays { span { (name) } } }
                }
                @if view.shape.has_hours() {
                    div.cal-scale aria-hidden="true" {
                        @for (hour, text) in &view.hours { span data-from=(quarter(view, *hour * 4)) data-to=(quarter(view, *hour * 4 + 4)) { (text) } }
                    }
                }
                @for day in &view.days { (one_day(language, view, day)) }
            }
            (legend(language, view))
        }
    }
}

/// The row of a quarter of an hour: the hours that are not shown have none.
fn quarter(view: &Calendar, quarter: i64) -> i64 {
    let first = view.hours.first().map_or(0, |(hour, _)| hour * 4);
    (quarter - first).max(0)
}

fn people(language: Language, view: &Calendar) -> Markup {
    html! {
        @if !view.people.is_empty() {
            details.menu data-menu {
                summary.button.small { (icon(Icon::Users)) (word(language, "whose-choose")) }
                form.menu-list.cal-people method="get" action=(view.path) {
                    @for (name, value) in &view.keep { input type="hidden" name=(name) value=(value); }
                    @for (id, name, chosen) in &view.people {
                        label.menu-item { input type="checkbox" name="who" value=(id) checked[*chosen]; span { (name) } }
                    }
                    button.button.small type="submit" { (word(language, "ui-show")) }
                }
            }
        }
    }
}

fn one_day(language: Language, view: &Calendar, day: &Day) -> Markup {
    let id = format!("day-{}", day.iso);
    html! {
        section.cal-day data-day=(day.iso) data-today[day.today] data-outside[day.outside] data-free[day.all_day.is_empty() && day.timed.is_empty()] aria-labelledby=(id) {
            h2.cal-day-head #(id) {
                a href=(day.href) aria-current=[day.today.then_some("date")] { span.cal-long { (day.name) } span.cal-short { (day.short) } }
                @if let Some(new) = &day.new {
                    a.cal-new href=(new) aria-label={ (word(language, "calendar-new")) ": " (day.name) } title=(word(language, "calendar-new")) { (icon(Icon::Plus)) }
                }
            }
            ol.cal-all-day data-all-day { @for event in &day.all_day { (one_event(view, event, false)) } }
            ol.cal-timed data-timed {
                @for (hour, href, label) in &day.slots {
                    li.cal-slot data-from=(quarter(view, *hour * 4)) data-to=(quarter(view, *hour * 4 + 4)) { a href=(href) tabindex="-1" data-slot aria-label=(label) {} }
                }
                @for event in &day.timed { (one_event(view, event, view.shape.has_hours())) }
            }
            @if let Some(hidden) = &day.hidden { a.cal-hidden href=(day.href) { (hidden) } }
        }
    }
}

fn one_event(view: &Calendar, event: &Event, hours: bool) -> Markup {
    let (from, to) = (quarter(view, event.quarters.0), quarter(view, event.quarters.1));
    html! {
        li.cal-event data-row data-event=(event.id) data-version=(event.version) data-hue=[event.hue] data-done[event.done]
            data-from=[hours.then_some(from)] data-to=[hours.then_some(to)] data-lane=[hours.then_some(event.lane.0)] data-lanes=[hours.then_some(event.lane.1)]
            data-starts=(event.from) data-ends=(event.to) data-when=[&event.when] {
            a href=(event.href) data-open draggable="false" title=(event.said) {
                @if !event.time.is_empty() { span.cal-time { (event.time) } }
                span.cal-title { (event.title) }
                @if let Some(owner) = &event.owner { (avatar(owner)) }
            }
            @if hours && event.lengthens && event.when.is_some() { span.cal-length data-length {} }
        }
    }
}

fn legend(language: Language, view: &Calendar) -> Markup {
    html! {
        footer.cal-legend {
            @if !view.kinds.is_empty() {
                ul aria-label=(word(language, "calendar-colours")) {
                    @for (hue, name) in &view.kinds { li { span.cal-hue data-hue=(hue) {} (name) } }
                }
            }
            p.cal-keys { kbd { "Alt ← →" } " " (word(language, "calendar-key-day")) " " kbd { "Alt ↑ ↓" } " " (word(language, "calendar-key-time")) " " kbd { "Alt Shift ↑ ↓" } " " (word(language, "calendar-key-length")) }
        }
    }
}
