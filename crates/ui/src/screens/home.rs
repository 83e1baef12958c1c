//! Today: what waits, section by section; each line is done, put off or put to another day where it stands.

use cordee_i18n::{Language, pair};
use maud::{Markup, html};

use crate::assets::asset_url;
use crate::components::{
    Empty, GoalAsked, Icon, Person, Tab, Tip, Tone, Way, avatar, badge, empty, goal_asked, icon, sign, tabs,
};
use crate::kinds::{Cell, Pick, cell};
use crate::word::word;

/// The page as it is shown.
#[derive(Clone, Debug)]
pub struct Home {
    /// The greeting.
    pub title: String,
    /// A line below it, such as the date.
    pub intro: String,
    /// Whose records can be looked at; empty if only one's own.
    pub whose: Vec<Tab>,
    /// Where it is asked how far somebody is with what they are to reach.
    pub goal: Option<GoalAsked>,
    /// The month.
    pub month_title: String,
    /// The figures of the month so far.
    pub month: Vec<MonthFigure>,
    /// The sections.
    pub parts: Vec<Part>,
    /// The address of this page, to come back to.
    pub back: String,
    /// The days to which something can be put off: a name and a date each.
    pub later: Vec<(String, String)>,
    /// The way to see what was put off, or to hide it again.
    pub put_off: Option<(String, String)>,
    /// What stands here when nothing waits at all.
    pub empty: Option<Empty>,
}

/// A figure of the month so far.
#[derive(Clone, Debug)]
pub struct MonthFigure {
    /// Its name.
    pub label: String,
    /// What explains it.
    pub tip: Option<Tip>,
    /// Its value as text.
    pub value: String,
    /// What it was in the month before by the same day, in words.
    pub before: String,
    /// Whether it is more or less.
    pub tone: Tone,
    /// The records it rests on.
    pub href: String,
}

/// A section.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its name in addresses.
    pub name: String,
    /// Its heading.
    pub label: String,
    /// How many wait, such as `12+`.
    pub count: String,
    /// What waits.
    pub items: Vec<Item>,
    /// Where what comes next is planned for one after the other.
    pub plan: Option<String>,
    /// The lists of what is not shown here.
    pub more: Vec<(String, String)>,
    /// What stands here when nothing waits.
    pub none: String,
    /// Stands beside the others.
    pub aside: bool,
}

/// Something that waits.
#[derive(Clone, Debug)]
pub struct Item {
    /// The record's id.
    pub id: String,
    /// The icon of what it is.
    pub icon: Icon,
    /// What is to do.
    pub title: String,
    /// The record's page.
    pub href: String,
    /// The record's version.
    pub version: String,
    /// What else is told: for which record, with whom.
    pub about: Vec<String>,
    /// Why it needs somebody.
    pub signs: Vec<Pick>,
    /// What it is worth.
    pub worth: Option<Cell>,
    /// The day it waits for.
    pub when: Option<Cell>,
    /// Whose it is, where others' are shown too.
    pub owner: Option<Person>,
    /// How it is done.
    pub done: Option<ItemVerb>,
    /// The address below which it is put off (`/snooze`) and put to another day (`/day`).
    pub act: String,
    /// The day it stands on, if it can be put to another; empty if it has none.
    pub moves: Option<String>,
    /// Until when it was put off.
    pub snoozed: Option<String>,
}

/// How something that waits is done.
#[derive(Clone, Debug)]
pub struct ItemVerb {
    /// The verb.
    pub label: String,
    /// A dialog that asks for more, or a post.
    pub way: Way,
}

/// The body of the page.
pub fn home(language: Language, view: &Home) -> Markup {
    let (beside, main): (Vec<&Part>, Vec<&Part>) = view.parts.iter().partition(|part| part.aside);
    html! {
        link rel="stylesheet" href=(asset_url("home.css"));
        @if view.goal.is_some() { link rel="stylesheet" href=(asset_url("goal.css")); }
        div.page.today data-today {
            header.page-head {
                h1.page-title { (view.title) }
                p.page-intro { (view.intro) }
                @if let Some((text, href)) = &view.put_off { a.today-put-off href=(href) { (icon(Icon::Clock)) (text) } }
                (tabs(&word(language, "whose"), &view.whose))
            }
            div.today-columns {
                div.today-main {
                    @if let Some(nothing) = &view.empty { (empty(nothing)) }
                    @else { @for part in main { (one_part(language, view, part)) } }
                }
                div.today-aside {
                    @if let Some(asked) = &view.goal {
                        section.today-goal aria-label=(asked.label) { (goal_asked(asked)) }
                    }
                    (month(view))
                    @if view.empty.is_none() { @for part in beside { (one_part(language, view, part)) } }
                }
            }
        }
    }
}

fn month(view: &Home) -> Markup {
    html! {
        @if !view.month.is_empty() {
            section.today-month aria-labelledby="today-month" {
                h2.section-title #today-month { (view.month_title) }
                ul {
                    @for figure in &view.month {
                        li {
                            a href=(figure.href) {
                                span.figure-label { (figure.label) }
                                b { (figure.value) }
                                span.today-before data-tone=(figure.tone.name()) { (figure.before) }
                            }
                            @if let Some(tip) = &figure.tip { (sign(tip)) }
                        }
                    }
                }
            }
        }
    }
}

fn one_part(language: Language, view: &Home, part: &Part) -> Markup {
    let id = format!("today-{}", part.name);
    html! {
        section.today-part aria-labelledby=(id) {
            header.today-part-head {
                h2.section-title #(id) { (part.label) }
                @if !part.items.is_empty() { span.page-count { (part.count) } }
                @if let Some(plan) = part.plan.as_ref().filter(|_| !part.items.is_empty()) { a.link.today-plan href=(plan) { (word(language, "plan-title")) } }
            }
            @if part.items.is_empty() { p.today-none { (icon(Icon::Check)) (part.none) } }
            @else { ol.today-items { @for item in &part.items { (one_item(language, view, item)) } } }
            @for (label, href) in &part.more {
                a.today-more href=(href) { (word(language, "record-show-all")) ": " (label) }
            }
        }
    }
}

fn one_item(language: Language, view: &Home, item: &Item) -> Markup {
    html! {
        li.today-item data-row data-snoozed[item.snoozed.is_some()] {
            @match &item.done {
                Some(done) => (done_button(language, view, item, done)),
                None => span.today-icon { (icon(item.icon)) },
            }
            div.today-what {
                a.today-title href=(item.href) dir="auto" data-open { (item.title) }
                @if !item.about.is_empty() { p.today-about { (item.about.join(" · ")) } }
                @if !item.signs.is_empty() || item.snoozed.is_some() {
                    p.today-signs {
                        @for sign in &item.signs { (badge(&sign.label, sign.tone)) }
                        @if let Some(until) = &item.snoozed { span.badge { (until) } }
                    }
                }
            }
            div.today-facts {
                @if let Some(worth) = &item.worth { span.today-worth { (cell(worth)) } }
                @if let Some(when) = &item.when { span.today-when { (cell(when)) } }
                @if let Some(owner) = &item.owner { (avatar(owner)) }
            }
            div.today-acts {
                @if let Some(day) = &item.moves { (day_menu(language, view, item, day)) }
                (snooze_menu(language, view, item))
            }
        }
    }
}

fn done_button(language: Language, view: &Home, item: &Item, done: &ItemVerb) -> Markup {
    let name = pair(language, &done.label, &item.title);
    html! {
        @match &done.way {
            Way::Post(action, values) => {
                form.inline-form method="post" action=(action) data-today-act {
                    @for (name, value) in values { input type="hidden" name=(name) value=(value); }
                    input type="hidden" name="version" value=(item.version);
                    input type="hidden" name="back" value=(view.back);
                    button.today-done type="submit" data-done aria-label=(name) title=(done.label) { (icon(Icon::Check)) }
                }
            }
            Way::Dialog(href) | Way::Go(href) => {
                a.today-done href=(href) data-dialog data-done aria-label=(name) title=(done.label) { (icon(Icon::Check)) }
            }
        }
    }
}

fn snooze_menu(language: Language, view: &Home, item: &Item) -> Markup {
    let label = word(language, "today-snooze");
    html! {
        details.menu data-menu data-snooze {
            summary.icon-button.small aria-label={ (label) ": " (item.title) } title=(label) { (icon(Icon::Clock)) }
            div.menu-list.end {
                p.menu-title { (label) }
                form method="post" action={ (item.act) "/snooze" } data-today-act {
                    input type="hidden" name="back" value=(view.back);
                    @for (name, day) in &view.later { button.menu-item type="submit" name="until" value=(day) { (name) } }
                    @if item.snoozed.is_some() { button.menu-item type="submit" name="until" value="" { (word(language, "today-wake")) } }
                }
                form.today-day method="post" action={ (item.act) "/snooze" } data-today-act {
                    input type="hidden" name="back" value=(view.back);
                    input.input type="date" name="until" required aria-label=(word(language, "today-until")) min=[view.later.first().map(|(_, day)| day)];
                    button.button.small type="submit" { (word(language, "today-until")) }
                }
            }
        }
    }
}

fn day_menu(language: Language, view: &Home, item: &Item, day: &str) -> Markup {
    let label = word(language, "today-day");
    html! {
        details.menu data-menu data-reschedule {
            summary.icon-button.small aria-label={ (label) ": " (item.title) } title=(label) { (icon(Icon::Calendar)) }
            div.menu-list.end {
                p.menu-title { (label) }
                form method="post" action={ (item.act) "/day" } data-today-act {
                    input type="hidden" name="back" value=(view.back);
                    input type="hidden" name="version" value=(item.version);
                    @for (name, day) in &view.later { button.menu-item type="submit" name="day" value=(day) { (name) } }
                }
                form.today-day method="post" action={ (item.act) "/day" } data-today-act {
                    input type="hidden" name="back" value=(view.back);
                    input type="hidden" name="version" value=(item.version);
                    input.input type="date" name="day" value=(day) required aria-label=(word(language, "today-to-day"));
                    button.button.small type="submit" { (word(language, "today-to-day")) }
                }
            }
        }
    }
}
