//! What people say about a record: the place where one writes, and a comment as it stands in the history.

use cordee_i18n::Language;
use maud::{Markup, html};

use crate::components::{Icon, Person, icon, person};
use crate::word::word;

/// The place where one writes a comment, a new one or one's own anew.
#[derive(Clone, Debug, Default)]
pub struct Composer {
    /// Where it goes.
    pub action: String,
    /// What stands in it.
    pub text: String,
    /// What is wrong with it.
    pub errors: Vec<String>,
    /// What the button says.
    pub submit: String,
    /// What is sent along.
    pub hidden: Vec<(String, String)>,
    /// Back to the page without writing, for one that is being changed.
    pub cancel: Option<String>,
    /// Where people are looked up who can be mentioned.
    pub people: String,
}

/// Whether the reader follows a record, and who else does.
#[derive(Clone, Debug, Default)]
pub struct Follow {
    /// Whether the reader does.
    pub following: bool,
    /// Where it is posted that they want to, or no longer.
    pub action: String,
    /// Who follows it.
    pub people: Vec<Person>,
}

/// A comment as one reader sees it.
#[derive(Clone, Debug)]
pub struct Said {
    /// Its id: the page can be opened at it.
    pub id: String,
    /// What was said, in pieces.
    pub pieces: Vec<Piece>,
    /// That and when it was changed.
    pub edited: Option<String>,
    /// The page on which it can be changed, if the reader may.
    pub edit: Option<String>,
    /// Where its removal is posted, if the reader may.
    pub remove: Option<String>,
    /// The place to change it, while that is done.
    pub form: Option<Composer>,
}

/// A piece of a comment.
#[derive(Clone, Debug)]
pub enum Piece {
    /// Plain words.
    Text(String),
    /// Somebody who is mentioned.
    Mention(String),
}

/// The place where one writes.
pub fn composer(language: Language, view: &Composer) -> Markup {
    let (hint, error) = ("composer-hint", "composer-error");
    let invalid = !view.errors.is_empty();
    html! {
        form.composer method="post" action=(view.action) data-composer data-people=(view.people) {
            @for (name, value) in &view.hidden { input type="hidden" name=(name) value=(value); }
            div.composer-box.invalid[invalid] {
                textarea.composer-text name="text" rows="1" maxlength="100000" required
                    aria-label=(word(language, "comment-write")) placeholder=(word(language, "comment-write"))
                    aria-describedby=(if invalid { error } else { hint }) aria-invalid=[invalid.then_some("true")]
                    autofocus[view.cancel.is_some() || invalid] { (view.text) }
                ul.menu-list.composer-people role="listbox" aria-label=(word(language, "comment-people")) hidden {}
                div.composer-foot {
                    span.composer-hint #(hint) { (word(language, "comment-hint")) }
                    @if let Some(cancel) = &view.cancel { a.button.quiet.small href=(cancel) { (word(language, "action-cancel")) } }
                    button.button.primary.small type="submit" { (view.submit) }
                }
            }
            @if invalid {
                div #(error) role="alert" {
                    @for text in &view.errors { p.field-error { (icon(Icon::CircleAlert)) span { (text) } } }
                }
            }
        }
    }
}

/// A comment below the line that says who and when.
pub fn said(language: Language, view: &Said) -> Markup {
    html! {
        @match &view.form {
            Some(form) => { (composer(language, form)) }
            None => {
                div.said {
                    p.said-text { (pieces(&view.pieces)) }
                    @if view.edit.is_some() || view.remove.is_some() { (own_actions(language, view)) }
                }
            }
        }
    }
}

/// What was said, with those marked who are mentioned.
pub(super) fn pieces(pieces: &[Piece]) -> Markup {
    html! {
        @for piece in pieces {
            @match piece {
                Piece::Text(text) => { (text) }
                Piece::Mention(name) => { span.mention { (name) } }
            }
        }
    }
}

/// The button to follow a record, and who does.
pub fn follow(language: Language, view: &Follow) -> Markup {
    let (shape, key) =
        if view.following { (Icon::Bell, "follow-following") } else { (Icon::BellOff, "follow-follow") };
    let hint = word(language, if view.following { "follow-stop-hint" } else { "follow-hint" });
    html! {
        div.follow {
            form method="post" action=(view.action) {
                button.button type="submit" aria-pressed=(view.following) title=(hint) { (icon(shape)) span { (word(language, key)) } }
            }
            details.menu data-menu {
                summary.button {
                    span.sr { (word(language, "follow-followers")) ": " } (view.people.len())
                }
                div.menu-list.end {
                    p.menu-head.quiet { (word(language, "follow-followers")) }
                    @if view.people.is_empty() { p.quiet { (word(language, "follow-none")) } }
                    @for one in &view.people { (person(one)) }
                }
            }
        }
    }
}

fn own_actions(language: Language, view: &Said) -> Markup {
    html! {
        div.said-actions {
            @if let Some(edit) = &view.edit {
                @let label = word(language, "comment-edit");
                a.icon-button.small href=(edit) aria-label=(label) title=(label) { (icon(Icon::Pencil)) }
            }
            @if let Some(remove) = &view.remove {
                @let label = word(language, "comment-remove");
                form method="post" action=(remove) {
                    button.icon-button.small type="submit" aria-label=(label) title=(label) { (icon(Icon::Trash2)) }
                }
            }
        }
    }
}
