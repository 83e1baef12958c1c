//! A form: fields in groups, errors on top and beside, nothing typed is lost. As a page, or in a dialog.

use cordee_i18n::Language;
use maud::{Markup, html};

use crate::components::{
    Action, Alike, Field, Lines, Notice, Tone, alike, error_summary, field, lines, notice,
};
use crate::word::word;

/// A form as it is shown.
#[derive(Clone, Debug)]
pub struct Form {
    /// What is being done, such as `New deal`.
    pub title: String,
    /// A sentence below the title.
    pub intro: Option<String>,
    /// Where it is posted.
    pub action: String,
    /// Values that go along: the version that was read, where to go on.
    pub hidden: Vec<(String, String)>,
    /// The fields, in groups.
    pub groups: Vec<FieldGroup>,
    /// The lines that are edited inside it.
    pub lines: Vec<Lines>,
    /// What is wrong with the whole (somebody else was first …).
    pub problem: Option<String>,
    /// Things to know, that are no errors.
    pub notices: Vec<Notice>,
    /// The button that saves, such as `Create`.
    pub submit: String,
    /// Whether that button destroys something.
    pub danger: bool,
    /// Whether one can save and go on with a new one (posted as `then=new`).
    pub save_and_new: bool,
    /// Where to go without saving.
    pub cancel: Option<String>,
    /// What the browser keeps unsaved text under, such as `deal/01JC…`; none keeps nothing.
    pub keep: Option<String>,
    /// The address that tells which fields must be filled or can't be changed, where that follows the others.
    pub asks: Option<String>,
    /// Where it is told what may be there already.
    pub alike: Option<Box<Alike>>,
    /// Other things one can do here, quietly.
    pub others: Vec<Action>,
}

impl Form {
    /// A form with a title, an address and a button; change the members for more.
    pub fn new(title: impl Into<String>, action: impl Into<String>, submit: impl Into<String>) -> Form {
        Form {
            title: title.into(),
            intro: None,
            action: action.into(),
            hidden: Vec::new(),
            groups: Vec::new(),
            lines: Vec::new(),
            problem: None,
            notices: Vec::new(),
            submit: submit.into(),
            danger: false,
            save_and_new: false,
            cancel: None,
            keep: None,
            asks: None,
            alike: None,
            others: Vec::new(),
        }
    }
}

/// Fields that belong together.
#[derive(Clone, Debug, Default)]
pub struct FieldGroup {
    /// What they have in common; none for the first group.
    pub label: Option<String>,
    /// The fields.
    pub fields: Vec<Field>,
}

/// The body of a form's page.
pub fn form(language: Language, view: &Form) -> Markup {
    html! {
        div.page.form-page.with-lines[!view.lines.is_empty()] {
            header.page-head { h1.page-title { (view.title) } }
            @if let Some(intro) = &view.intro { p.page-intro { (intro) } }
            (fields(language, view))
        }
    }
}

/// The `<form>` itself, for screens that have one among other things.
pub(super) fn fields(language: Language, view: &Form) -> Markup {
    let of_lines = || view.lines.iter().flat_map(Lines::fields);
    let all = || view.groups.iter().flat_map(|group| &group.fields).chain(of_lines());
    let file = all().any(|field| {
        matches!(field.input, crate::kinds::Input::File { .. } | crate::kinds::Input::Document { .. })
    });
    html! {
        form.form method="post" action=(view.action) enctype=[file.then_some("multipart/form-data")] data-keep=[&view.keep] data-asks=[&view.asks] novalidate {
            // Enter means the first button of a form: that is to save, not one of a line.
            @if !view.lines.is_empty() { button.sr type="submit" tabindex="-1" aria-hidden="true" { (view.submit) } }
            (error_summary(language, view.problem.as_deref(), all()))
            @for text in &view.notices { (notice(text)) }
            @for (name, value) in &view.hidden { input type="hidden" name=(name) value=(value); }
            @for (at, group) in view.groups.iter().enumerate() {
                @for here in view.lines.iter().filter(|lines| lines.after == at) { (lines(language, here)) }
                (one_group(language, group))
            }
            @for last in view.lines.iter().filter(|lines| lines.after >= view.groups.len()) { (lines(language, last)) }
            (foot(language, view))
        }
    }
}

fn one_group(language: Language, group: &FieldGroup) -> Markup {
    html! {
        @match &group.label {
            Some(label) => { fieldset.form-group { legend.section-title { (label) } div.form-grid { (inside(language, group)) } } }
            None => { div.form-group { div.form-grid { (inside(language, group)) } } }
        }
    }
}

fn inside(language: Language, group: &FieldGroup) -> Markup {
    use crate::kinds::Input;
    html! {
        @for view in &group.fields {
            div.wide-field[matches!(view.input, Input::LongText { .. } | Input::Tags { .. } | Input::Links { .. } | Input::Address { .. } | Input::File { .. })] { (field(language, view)) }
        }
    }
}

fn foot(language: Language, view: &Form) -> Markup {
    let danger = view.danger.then_some("danger");
    html! {
        div.form-foot {
            @if let Some(view) = &view.alike { (alike(language, view)) }
            button.button.primary.danger[danger.is_some()] type="submit" { (view.submit) }
            @if view.save_and_new {
                button.button type="submit" name="then" value="new" data-save-new { (word(language, "ui-save-and-new")) }
            }
            @if let Some(cancel) = &view.cancel { a.button.quiet href=(cancel) data-cancel { (word(language, "action-cancel")) } }
            @for action in &view.others { (action) }
            span.form-keys aria-hidden="true" { kbd { "Ctrl" } kbd { "Enter" } }
        }
    }
}

/// A question before something that can't be undone.
#[derive(Clone, Debug)]
pub struct Confirm {
    /// The question.
    pub title: String,
    /// What will happen.
    pub text: String,
    /// Where the answer is posted.
    pub action: String,
    /// Values that go along.
    pub hidden: Vec<(String, String)>,
    /// The verb on the button.
    pub submit: String,
    /// Where to go instead.
    pub cancel: String,
}

/// The body of a question's page.
pub fn confirm(language: Language, view: &Confirm) -> Markup {
    let mut asked = Form::new(&view.title, &view.action, &view.submit);
    asked.intro = Some(view.text.clone());
    asked.hidden.clone_from(&view.hidden);
    asked.danger = true;
    asked.cancel = Some(view.cancel.clone());
    form(language, &asked)
}

impl Form {
    /// The same form with a thing to know.
    pub fn notice(mut self, tone: Tone, text: impl Into<String>) -> Form {
        self.notices.push(Notice { tone, text: text.into() });
        self
    }
}
