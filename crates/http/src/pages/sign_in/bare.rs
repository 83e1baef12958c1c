//! How pages of those who are not signed in are drawn: one form without a frame.

use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use cordee_base::Fault;
use cordee_ui::screens::form::Form;
use cordee_ui::screens::sign_in::{SignIn, sign_in as draw};
use cordee_ui::{Language, Theme, bare_page};

use crate::asked::Asked;
use crate::cookies;

/// A page of one form.
pub(super) fn page(asked: &Asked, headers: &HeaderMap, status: StatusCode, form: Form) -> Response {
    drawn(asked, headers, status, with(asked, form))
}

/// The view of a form, to be filled with more.
pub(super) fn with(asked: &Asked, form: Form) -> SignIn {
    // A page that was posted has no address to come back to.
    let here = if asked.here.starts_with("/sign-in/") { "/sign-in" } else { asked.here.as_str() };
    SignIn { workspace: None, form, key: None, codes: Vec::new(), hint: None, here: here.to_owned() }
}

/// The page of a view.
pub(super) fn drawn(asked: &Asked, headers: &HeaderMap, status: StatusCode, view: SignIn) -> Response {
    let theme = cookies::cookie(headers, "theme").map_or(Theme::System, Theme::named);
    let html = bare_page(asked.language, theme, &view.form.title, draw(asked.language, &view));
    (status, Html(html.into_string())).into_response()
}

/// Puts what is wrong beside the fields it speaks of, or on top.
pub(super) fn put_faults(language: Language, form: &mut Form, faults: &[Fault]) {
    let mut others = Vec::new();
    for fault in faults {
        let said = cordee_i18n::fault(language, fault, None);
        let fields = form.groups.iter_mut().flat_map(|group| &mut group.fields);
        match fields.into_iter().find(|field| Some(field.name.as_str()) == fault.field.as_deref()) {
            Some(field) => field.error = Some(said),
            None => others.push(said),
        }
    }
    form.problem = (!others.is_empty()).then(|| others.join(" "));
}

pub(super) fn word(language: Language, key: &str) -> String {
    cordee_i18n::say(language, key, &[])
}
