//! One role: what its people may do with each object, on whose records, and with which fields.

use cordee_i18n::Language;
use maud::{Markup, html};

use crate::components::{Action, Field, Icon, Notice, actions, error_summary, field, icon, notice};
use crate::kinds::Pick;
use crate::word::word;

/// A role as it is shown and changed.
#[derive(Clone, Debug)]
pub struct Role {
    /// Its name.
    pub title: String,
    /// What it is for.
    pub intro: Option<String>,
    /// What else one can do here.
    pub actions: Vec<Action>,
    /// Things to know, such as that this role can't be changed.
    pub notices: Vec<Notice>,
    /// What is wrong with the whole.
    pub problem: Option<String>,
    /// Where it is posted.
    pub action: String,
    /// Values that go along.
    pub hidden: Vec<(String, String)>,
    /// Its name and what else is not a right.
    pub fields: Vec<Field>,
    /// The labels of the rights: create, read, edit, delete, export.
    pub rights: Vec<String>,
    /// The objects with their rights.
    pub objects: Vec<RoleObject>,
    /// Whether its rights can only be looked at.
    pub read_only: bool,
    /// The button that saves.
    pub submit: String,
    /// Where to go without saving.
    pub cancel: String,
}

/// An object in the matrix.
#[derive(Clone, Debug)]
pub struct RoleObject {
    /// Its label.
    pub label: String,
    /// One right for each of [`Role::rights`].
    pub rights: Vec<Right>,
    /// Its fields that can be hidden or made read-only.
    pub fields: Vec<Right>,
}

/// A right that is chosen from a few reaches (none, own, team's, all) or accesses (hidden, read, write).
#[derive(Clone, Debug)]
pub struct Right {
    /// The name it is posted under, such as `opportunity.read`.
    pub name: String,
    /// What is said of it to screen readers, or the field's label.
    pub label: String,
    /// What is chosen.
    pub value: String,
    /// What can be chosen, from least to most.
    pub options: Vec<Pick>,
}

/// The body of a role's page.
pub fn role(language: Language, view: &Role) -> Markup {
    html! {
        div.page.role {
            header.page-head { h1.page-title { (view.title) } div.bar-actions { (actions(&view.actions, 2, &word(language, "ui-more"))) } @if let Some(intro) = &view.intro { p.page-intro { (intro) } } }
            form.form method="post" action=(view.action) novalidate {
                (error_summary(language, view.problem.as_deref(), view.fields.iter()))
                @for text in &view.notices { (notice(text)) }
                @for (name, value) in &view.hidden { input type="hidden" name=(name) value=(value); }
                @if !view.fields.is_empty() { div.form-grid { @for one in &view.fields { (field(language, one)) } } }
                (matrix(language, view))
                @if !view.read_only || view.fields.iter().any(|field| !field.read_only) {
                    div.form-foot {
                        button.button.primary type="submit" { (view.submit) }
                        a.button.quiet href=(view.cancel) data-cancel { (word(language, "action-cancel")) }
                    }
                }
            }
        }
    }
}

fn matrix(language: Language, view: &Role) -> Markup {
    html! {
        div.table-wrap.boxed {
            table.table.matrix {
                caption.sr { (word(language, "roles-permissions")) }
                thead { tr {
                    th scope="col" { (word(language, "roles-object")) }
                    @for right in &view.rights { th scope="col" { (right) } }
                } }
                tbody { @for object in &view.objects {
                    tr {
                        th scope="row" { (object.label) }
                        @for right in &object.rights { td { (choose(right, view.read_only)) } }
                    }
                    @if !object.fields.is_empty() { (field_rights(language, view, object)) }
                } }
            }
        }
    }
}

fn field_rights(language: Language, view: &Role, object: &RoleObject) -> Markup {
    let limited = object
        .fields
        .iter()
        .filter(|right| Some(&right.value) != right.options.last().map(|most| &most.value))
        .count();
    html! {
        tr.matrix-fields {
            td colspan=(view.rights.len() + 1) {
                details open[limited > 0] {
                    summary { (icon(Icon::ChevronRight)) (word(language, "roles-fields")) @if limited > 0 { span.page-count { (limited) } } }
                    div.field-rights {
                        @for right in &object.fields { label { span.cut { (right.label) } (choose(right, view.read_only)) } }
                    }
                }
            }
        }
    }
}

fn choose(right: &Right, read_only: bool) -> Markup {
    let reach = right.options.iter().position(|option| option.value == right.value).unwrap_or(0);
    html! {
        select.reach name=(right.name) aria-label=(right.label) disabled[read_only] data-reach=(if reach == 0 { "none" } else if reach + 1 == right.options.len() { "most" } else { "some" }) {
            @for option in &right.options { option value=(option.value) selected[option.value == right.value] { (option.label) } }
        }
    }
}
