//! The API on one page: every operation by object, with an example to copy.

use cordee_i18n::Language;
use maud::{Markup, html};

use crate::word::word;

/// The page as it is shown.
#[derive(Clone, Debug)]
pub struct ApiDocs {
    /// Its title.
    pub title: String,
    /// How to begin: address, token, versions.
    pub intro: String,
    /// The address of the OpenAPI document.
    pub document: String,
    /// The operations, by object.
    pub groups: Vec<ApiGroup>,
}

/// The operations on one object.
#[derive(Clone, Debug)]
pub struct ApiGroup {
    /// The anchor, such as `opportunities`.
    pub id: String,
    /// What they are about.
    pub label: String,
    /// The operations.
    pub operations: Vec<ApiOperation>,
}

/// One operation.
#[derive(Clone, Debug)]
pub struct ApiOperation {
    /// `GET`, `POST` …
    pub method: String,
    /// The path.
    pub path: String,
    /// What it does.
    pub summary: String,
    /// Its parameters or members of the body: name, type, meaning.
    pub parameters: Vec<[String; 3]>,
    /// A request to copy.
    pub example: Option<String>,
    /// What comes back.
    pub answer: Option<String>,
}

/// The body of the page.
pub fn api_docs(language: Language, view: &ApiDocs) -> Markup {
    html! {
        div.settings.api-docs {
            nav.settings-nav aria-label=(view.title) {
                ul { @for group in &view.groups { li { a.nav-item href={ "#" (group.id) } title=(group.label) { span.cut { (group.label) } } } } }
            }
            div.settings-body { div.page {
                header.page-head {
                    h1.page-title { (view.title) }
                    div.bar-actions { a.button href=(view.document) { "OpenAPI" } }
                    p.page-intro { (view.intro) }
                }
                @for group in &view.groups {
                    section.api-group #(group.id) {
                        h2.section-title { (group.label) }
                        @for operation in &group.operations { (one(language, operation)) }
                    }
                }
            } }
        }
    }
}

fn one(language: Language, view: &ApiOperation) -> Markup {
    html! {
        details.operation {
            summary { span.method data-method=(view.method) { (view.method) } code { (view.path) } span.quiet { (view.summary) } }
            div.operation-body {
                @if !view.parameters.is_empty() {
                    dl { @for [name, kind, text] in &view.parameters { div { dt { code { (name) } span.quiet { (kind) } } dd { (text) } } } }
                }
                @if let Some(example) = &view.example { h3 { (word(language, "ui-example")) } pre tabindex="0" { code { (example) } } }
                @if let Some(answer) = &view.answer { h3 { (word(language, "ui-answer")) } pre tabindex="0" { code { (answer) } } }
            }
        }
    }
}
