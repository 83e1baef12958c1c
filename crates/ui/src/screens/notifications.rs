//! What one was told of, newest first: each opens its record, and is read then or by its button.

use cordee_i18n::{Language, pair};
use maud::{Markup, html};

use super::record::{Change, one_change};
use super::talk::{Piece, pieces};
use crate::components::{Action, Empty, Icon, Person, Tab, actions, avatar, empty, icon, tabs};
use crate::word::word;

/// The notifications as they are shown.
#[derive(Clone, Debug)]
pub struct Notifications {
    /// What stands above.
    pub title: String,
    /// The unread, or all.
    pub tabs: Vec<Tab>,
    /// What can be done with all of them.
    pub actions: Vec<Action>,
    /// The notifications.
    pub rows: Vec<Notification>,
    /// The page of older ones.
    pub older: Option<String>,
    /// What stands there when there is none.
    pub empty: Empty,
}

/// One notification.
#[derive(Clone, Debug)]
pub struct Notification {
    /// Where it leads.
    pub href: String,
    /// Whether it has not been read.
    pub unread: bool,
    /// Who did it.
    pub who: Person,
    /// What they did, such as `mentioned you`.
    pub what: String,
    /// The icon of the record's object.
    pub icon: Icon,
    /// What the record is called.
    pub title: String,
    /// When, in words.
    pub when: String,
    /// When, for machines.
    pub when_iso: String,
    /// What was said.
    pub said: Vec<Piece>,
    /// What was changed.
    pub changes: Vec<Change>,
    /// Where it is posted that it was read, or is to be unread again.
    pub mark: String,
    /// What that is called.
    pub mark_label: String,
    /// Until when it is put off, in words.
    pub later: Option<String>,
    /// Where it is put off, and until when: what is posted as `until`, and how it is said.
    pub put_off: Option<(String, Vec<(String, String)>)>,
}

/// The body of the page.
pub fn notifications(language: Language, view: &Notifications) -> Markup {
    html! {
        div.page.notices {
            header.page-head {
                h1.page-title { (view.title) }
                div.bar-actions { (actions(&view.actions, 2, &word(language, "ui-more"))) }
            }
            div.page-tabs { (tabs(&view.title, &view.tabs)) }
            @if view.rows.is_empty() { (empty(&view.empty)) } @else {
                ol.notice-list { @for row in &view.rows { (one(language, row)) } }
            }
            @if let Some(older) = &view.older { a.button.quiet.small href=(older) rel="next" { (word(language, "notification-older")) } }
        }
    }
}

fn one(language: Language, row: &Notification) -> Markup {
    let shape = if row.unread { Icon::Check } else { Icon::Undo2 };
    html! {
        li.notice-row data-unread[row.unread] {
            (avatar(&row.who))
            div.notice-body {
                p.notice-head {
                    span.notice-what { b { (row.who.name) } " " (row.what) }
                    time.notice-when datetime=(row.when_iso) { (row.when) }
                }
                a.notice-link href=(row.href) data-notice=[row.unread.then_some(&row.mark)] {
                    (icon(row.icon)) span.cut { (row.title) }
                    @if row.unread { span.sr { " " (word(language, "notification-unread")) } }
                }
                @if let Some(later) = &row.later { p.quiet { (later) } }
                @if !row.said.is_empty() { p.notice-said { (pieces(&row.said)) } }
                @if !row.changes.is_empty() { ul.changes { @for change in &row.changes { (one_change(language, change)) } } }
            }
            @if let Some((href, options)) = &row.put_off {
                @let label = word(language, "notification-later");
                details.menu data-menu {
                    summary.icon-button.small aria-label=(pair(language, &label, &row.title)) title=(label) data-key="s" { (icon(Icon::Clock)) }
                    form.menu-list.end method="post" action=(href) {
                        p.menu-title { (label) }
                        @for (value, said) in options { button.menu-item type="submit" name="until" value=(value) { (said) } }
                    }
                }
            }
            form.notice-mark method="post" action=(row.mark) {
                button.icon-button.small type="submit" aria-label=(pair(language, &row.mark_label, &row.title)) title=(row.mark_label) { (icon(shape)) }
            }
        }
    }
}
