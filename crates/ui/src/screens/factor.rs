//! The second factor: the key for one's app, the recovery codes, and what can be done about both.

use cordee_i18n::Language;
use maud::{Markup, html};

use super::form::{Form, fields};
use crate::components::{Action, Icon, Notice, actions, icon, notice, qr};
use crate::word::word;

/// How it stands with somebody's second factor, or a step of setting it up.
#[derive(Clone, Debug, Default)]
pub struct Factor {
    /// What it is called.
    pub title: String,
    /// How it stands, in a sentence.
    pub intro: Option<String>,
    /// Things to know.
    pub notices: Vec<Notice>,
    /// What one can do here.
    pub actions: Vec<Action>,
    /// The key that one's app has to know.
    pub key: Option<AppKey>,
    /// Recovery codes, shown this one time.
    pub codes: Vec<String>,
    /// The form for a code.
    pub form: Option<Form>,
}

/// The key that an app makes codes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppKey {
    /// As an address that apps understand.
    pub uri: String,
    /// As letters to type.
    pub secret: String,
}

/// The body of the page in the settings.
pub fn factor(language: Language, view: &Factor) -> Markup {
    html! {
        div.page.factor {
            header.page-head {
                h1.page-title { (view.title) }
                div.bar-actions { (actions(&view.actions, 3, &word(language, "ui-more"))) }
                @if let Some(intro) = &view.intro { p.page-intro { (intro) } }
            }
            div.stack {
                @for text in &view.notices { (notice(text)) }
                @if let Some(key) = &view.key { (app_key(language, key)) }
                @if !view.codes.is_empty() { (codes(language, &view.codes)) }
                @if let Some(form) = &view.form { (fields(language, form)) }
            }
        }
    }
}

/// The key as a QR code, as a link for an app on this very device, and as letters.
pub fn app_key(language: Language, key: &AppKey) -> Markup {
    html! {
        section.app-key {
            (qr(&key.uri, &word(language, "factor-qr")))
            div.stack {
                p { (word(language, "factor-scan")) }
                p { a.link href=(key.uri) { (word(language, "factor-open-app")) } }
                p.quiet { (word(language, "factor-type")) }
                p.secret-line { (copied(language, &in_fours(&key.secret))) }
            }
        }
    }
}

/// Recovery codes with what they are for.
pub fn codes(language: Language, codes: &[String]) -> Markup {
    html! {
        div.notice.secret data-tone="risk" role="status" {
            (icon(Icon::KeyRound))
            div.grow {
                p { (word(language, "factor-codes-once")) }
                p.secret-line.secret-codes { (copied(language, &codes.join("\n"))) }
            }
        }
    }
}

fn copied(language: Language, text: &str) -> Markup {
    html! {
        code data-copy-text { (text) }
        button.button.small type="button" data-copy data-done=(word(language, "action-copy-done")) hidden { (word(language, "action-copy")) }
    }
}

fn in_fours(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}
