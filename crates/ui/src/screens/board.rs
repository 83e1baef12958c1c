//! A board: columns of cards, moved by mouse, touch or keyboard. It groups by any ordered link or choice.

use cordee_i18n::{Language, pair};
use maud::{Markup, html};

use crate::assets::asset_url;
use crate::components::{
    Action, Empty, Filters, GoalAsked, Icon, Person, Tab, Tip, Tone, Views, avatar, bar, empty, filters,
    goal_asked, icon, labelled, sign, tabs, views_head, views_save,
};
use crate::kinds::{Cell, cell};
use crate::word::{sentence, word};

/// A title with more letters is cut on its card, and told in full where the mouse rests.
const LONG_TITLE: usize = 60;

/// A board as it is shown.
#[derive(Clone, Debug)]
pub struct Board {
    /// The objects' name in the plural.
    pub title: String,
    /// How many and how much there is of all, such as `312 deals · €4.2 m`.
    pub count: String,
    /// Saved views, and the same records as a list.
    pub views: Views,
    /// What can stand on the board instead, such as other pipelines.
    pub choices: Vec<Tab>,
    /// Where it is asked how far somebody is with what they are to reach, if there is something to reach.
    pub goal: Option<GoalAsked>,
    /// By what else its cards can stand in columns.
    pub groups: Vec<Tab>,
    /// Columns side by side, or sections one below the other.
    pub layouts: Vec<Tab>,
    /// Whether its columns are sections.
    pub rows: bool,
    /// What one can do here.
    pub actions: Vec<Action>,
    /// What it is narrowed to.
    pub filters: Filters,
    /// The columns, in order.
    pub columns: Vec<BoardColumn>,
    /// The name of the field that a move sets; posted together with `version`.
    pub field: String,
    /// What stands here when there is no column.
    pub empty: Empty,
}

/// A column.
#[derive(Clone, Debug)]
pub struct BoardColumn {
    /// The value that a move to it sets.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What explains its name.
    pub tip: Option<Tip>,
    /// That it is the one that decides most: how that is called, and what explains it.
    pub key: Option<(String, Option<Tip>)>,
    /// What is to be reached in it, such as `Quota €120,000`.
    pub goal: Option<String>,
    /// How it is meant.
    pub tone: Tone,
    /// Which of its cards are shown, such as `Closed in the last 30 days`, and their list; none if all are.
    pub lately: Option<(String, String)>,
    /// How many cards there are of all, not of those loaded.
    pub count: String,
    /// Their sum.
    pub total: Option<String>,
    /// Their sum, each weighted by its probability.
    pub weighted: Option<String>,
    /// What explains the weighted sum.
    pub weighted_tip: Option<Tip>,
    /// The probability of this column.
    pub probability: Option<String>,
    /// The first cards.
    pub cards: Vec<Card>,
    /// The address of the next cards: answers [`cards`] and nothing else.
    pub more: Option<String>,
    /// Whether cards can be moved here.
    pub open_to_moves: bool,
    /// Whether it is an end, for which there is a place to drop cards while they are dragged.
    pub ends: bool,
}

/// A card.
#[derive(Clone, Debug)]
pub struct Card {
    /// The record's id.
    pub id: String,
    /// The record's version, so that a move of an outdated card is refused.
    pub version: String,
    /// Its title.
    pub title: String,
    /// Its page.
    pub href: String,
    /// Where a move is posted, and asked for without a script; none if the reader may not move it.
    pub move_to: Option<String>,
    /// Who it is about, such as the account.
    pub about: Option<String>,
    /// Its amount, where the board shows amounts.
    pub amount: Option<Cell>,
    /// When it is due, such as the close date, where the board shows that.
    pub due: Option<Cell>,
    /// What happens next, where the board shows that.
    pub next: Option<NextStep>,
    /// What else it shows, with its label.
    pub facts: Vec<(String, Cell)>,
    /// What is fresh about it, which makes it stand out.
    pub mark: Option<String>,
    /// Whether something is planned, and how soon.
    pub dot: Option<Dot>,
    /// How long it has stood in its column.
    pub age: Option<Age>,
    /// Whose it is.
    pub owner: Option<Person>,
}

/// What happens next with a card.
#[derive(Clone, Debug)]
pub struct NextStep {
    /// The step, or the sentence that says there is none.
    pub text: String,
    /// Neutral if planned, risk if there is none, overdue if its date has passed.
    pub tone: Tone,
}

/// Whether something is planned, and how soon.
#[derive(Clone, Debug)]
pub struct Dot {
    /// `overdue`, `today`, `later` or `none`.
    pub name: &'static str,
    /// The same in words.
    pub label: String,
}

/// How long a card has stood in its column, against what is expected there.
#[derive(Clone, Debug)]
pub struct Age {
    /// Such as `12 d`.
    pub text: String,
    /// Hundredths of what is expected.
    pub share: u8,
    /// Risk or overdue if it is too long.
    pub tone: Tone,
}

/// The body of a board.
pub fn board(language: Language, view: &Board) -> Markup {
    html! {
        @if view.goal.is_some() || view.columns.iter().any(|column| column.goal.is_some()) {
            link rel="stylesheet" href=(asset_url("goal.css"));
        }
        section.board-page hx-boost:inherited="true" hx-target:inherited="#main" hx-swap:inherited="innerHTML" {
            @let count = html! { span.page-count data-board-count { (view.count) } };
            (views_head(language, &view.title, &view.views, count, &view.actions))
            div.list-tools {
                (filters(language, &view.filters))
                (views_save(&view.views))
                (tabs(&word(language, "ui-boards"), &view.choices))
                (tabs(&word(language, "board-group"), &view.groups))
                (tabs(&word(language, "board-layout"), &view.layouts))
            }
            @if let Some(asked) = &view.goal { div.board-goal { (goal_asked(asked)) } }
            @if view.columns.is_empty() { (empty(&view.empty)) }
            @else {
                div.board data-board=(view.field) data-rows[view.rows] data-sortable=(asset_url("sortable.js")) data-refused=(word(language, "ui-move-refused")) tabindex="-1" {
                    @for column in &view.columns { (one_column(language, column)) }
                    template data-move-to { (moves(language, view)) }
                }
                div.drop-zones aria-hidden="true" {
                    @for column in view.columns.iter().filter(|column| column.ends && column.open_to_moves) {
                        ol.drop-zone data-zone=(column.id) data-tone=(column.tone.name()) data-name=(column.name) {}
                    }
                }
            }
        }
    }
}

/// The cards of one column alone, for the address in [`BoardColumn::more`].
pub fn cards(language: Language, column: &BoardColumn) -> Markup {
    html! {
        @for card in &column.cards { (one_card(language, card)) }
        @if let Some(more) = &column.more {
            li.more { a.button.quiet.small.block href=(more) hx-get=(more) hx-target="closest li" hx-swap="outerHTML" hx-boost="false" { (word(language, "board-more")) } }
        }
    }
}

fn one_column(language: Language, column: &BoardColumn) -> Markup {
    html! {
        section.column aria-labelledby={ "column-" (column.id) } data-column=(column.id) {
            header.column-head data-tone=(column.tone.name()) {
                div.column-name.labelled[column.tip.is_some()] {
                    h2.cut #{ "column-" (column.id) } { (column.name) }
                    @if let Some(tip) = &column.tip { (sign(tip)) }
                }
                @if let Some((label, tip)) = &column.key { span.column-key { (labelled(html! { span.badge.key-badge { (icon(Icon::KeyRound)) (label) } }, tip.as_ref())) } }
                span.column-count data-count { (column.count) }
                @if let Some(probability) = &column.probability { span.column-probability title=(word(language, "board-probability")) { (probability) } }
                @if let Some((text, href)) = &column.lately { a.column-lately href=(href) hx-boost="false" { (text) } }
                @if let Some(total) = &column.total {
                    p.column-sums {
                        span data-total { (total) }
                        @if let Some(weighted) = &column.weighted {
                            @let sum = html! { span.quiet title=(word(language, "board-weighted")) { span aria-hidden="true" { "≈ " } span.sr { (word(language, "board-weighted")) " " } span data-weighted { (weighted) } } };
                            (labelled(sum, column.weighted_tip.as_ref()))
                        }
                    }
                }
                @if let Some(goal) = &column.goal { p.column-goal { (goal) } }
            }
            ol.cards data-cards data-open-to-moves=(column.open_to_moves) { (cards(language, column)) }
        }
    }
}

/// Drawn with few parts, and its signs by the style sheet: a board may hold many hundred.
fn one_card(language: Language, card: &Card) -> Markup {
    html! {
        li.card.card-whole[card.about.is_none()] data-row data-card=(card.id) data-version=(card.version) data-move=[&card.move_to] {
            div.card-top {
                a.card-title href=(card.href) dir="auto" title=[(card.title.chars().count() > LONG_TITLE).then_some(&card.title)] data-open draggable="false" hx-boost="false" { (card.title) }
                @if let Some(href) = &card.move_to { (move_menu(language, card, href)) }
            }
            @if let Some(about) = &card.about { p.card-about.cut { (about) } }
            @if card.amount.is_some() || card.due.is_some() {
                p.card-line {
                    @if let Some(amount) = &card.amount { span.card-amount { (cell(amount)) } }
                    @if let Some(due) = &card.due { (cell(due)) }
                }
            }
            @if let Some(mark) = &card.mark { p.card-mark.cut { (mark) } }
            @for (label, value) in &card.facts { p.card-line { span.quiet { (label) } span.cut { (cell(value)) } } }
            @if let Some(next) = &card.next {
                p.card-next.cut data-tone=(next.tone.name()) data-dot=[card.dot.as_ref().map(|dot| dot.name)] title=[card.dot.as_ref().map(|dot| &dot.label)] { (next.text) }
            }
            div.card-foot {
                @if let Some(age) = &card.age {
                    @let label = sentence(language, "ui-in-column", "time", &age.text);
                    span.card-age title=(label) { (bar(age.share, age.tone, &label)) span aria-hidden="true" { (age.text) } }
                }
                @if let Some(owner) = &card.owner { (avatar(owner)) }
            }
        }
    }
}

/// The move by keyboard: a script puts the other columns into the menu as it opens. Without one, a page asks for the column.
fn move_menu(language: Language, card: &Card, href: &str) -> Markup {
    let label = pair(language, word(language, "action-move"), &card.title);
    let ask = format!("{href}{}version={}", if href.contains('?') { '&' } else { '?' }, card.version);
    html! {
        details.menu.card-menu data-menu data-move-menu {
            summary.icon-button.small aria-label=(label) title=(word(language, "action-move")) {}
            div.menu-list.end { a.menu-item href=(ask) hx-boost="false" { (word(language, "board-move-to")) } }
        }
    }
}

/// The columns to which a card can be moved: the same for all cards, so they stand in the page once.
fn moves(language: Language, view: &Board) -> Markup {
    html! {
        form.menu-list.end method="post" data-move-form hx-boost="false" {
            input type="hidden" name="version";
            p.menu-title { (word(language, "board-move-to")) }
            @for column in view.columns.iter().filter(|column| column.open_to_moves) {
                button.menu-item type="submit" name=(view.field) value=(column.id) { (column.name) }
            }
        }
    }
}
