//! Signing in, and the first administrator's choice of name and password by a one-time link.

use cordee_i18n::Language;
use maud::{Markup, html};

use super::factor::{AppKey, app_key, codes};
use super::form::{Form, fields};
use crate::assets::asset_url;

/// The sign-in page, its second step, the set-up of the first administrator, or a password chosen by a link: each is
/// one form.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// The workspace, if it is known before one has signed in.
    pub workspace: Option<String>,
    /// The form: e-mail and password; or name, e-mail and a new password.
    pub form: Form,
    /// The key for an app, where a second factor is being set up.
    pub key: Option<AppKey>,
    /// Recovery codes, shown this one time, with the way on.
    pub codes: Vec<String>,
    /// A sentence below, such as where the demo's password stands.
    pub hint: Option<String>,
    /// The path to come back to after a change of language.
    pub here: String,
}

/// The body of the sign-in page.
pub fn sign_in(language: Language, view: &SignIn) -> Markup {
    html! {
        div.sign-in {
            header {
                img src=(asset_url("mark.svg")) alt="" width="40" height="40";
                h1 { (view.form.title) }
                @if let Some(intro) = &view.form.intro { p.quiet { (intro) } }
                @if let Some(workspace) = &view.workspace { p.quiet { (workspace) } }
            }
            @if let Some(key) = &view.key { (app_key(language, key)) }
            @if view.codes.is_empty() { (fields(language, &view.form)) }
            @else {
                (codes(language, &view.codes))
                a.button.primary href=(view.form.action) { (view.form.submit) }
            }
            @if let Some(hint) = &view.hint { p.sign-in-hint { (hint) } }
            form.sign-in-languages method="post" action="/preferences" {
                input type="hidden" name="back" value=(view.here);
                @for choice in Language::ALL {
                    button type="submit" name="language" value=(choice.code()) lang=(choice.code()) aria-pressed=(choice == language) { (choice.native_name()) }
                }
            }
        }
    }
}
