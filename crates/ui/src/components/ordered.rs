//! What people put in order: by a grip, by buttons, and by keys; and what they add to it.

use cordee_i18n::Language;
use maud::{Markup, html};

use super::{Icon, icon};
use crate::word::{sentence, word};

/// The grip of something that is put in order, whose id goes along with the form called `order`.
pub(crate) fn grip(order: &str, id: &str) -> Markup {
    html! {
        span.ordered-grip data-grip aria-hidden="true" { (icon(Icon::GripVertical)) }
        input type="hidden" form=(order) name="item" value=(id);
    }
}

/// The buttons that move something; they belong to the form called `order`.
pub(crate) fn moves(language: Language, order: &str, id: &str, title: &str) -> Markup {
    let act = |verb: &str, key: &str, shape: Icon| {
        let label = sentence(language, key, "name", title);
        html! {
            button.icon-button.small type="submit" form=(order) name="act" value={ (verb) " " (id) } data-act=(verb) aria-label=(label) title=(label) { (icon(shape)) }
        }
    };
    html! {
        span.ordered-moves {
            (act("up", "layout-up", Icon::ArrowUp))
            (act("down", "layout-down", Icon::ArrowDown))
        }
    }
}

/// The form that adds something by its name: what is done, to which of several, and what else is asked.
pub(crate) fn add(
    language: Language,
    action: &str,
    act: &str,
    of: Option<&str>,
    label: &str,
    more: Option<Markup>,
) -> Markup {
    html! {
        form.steps-add method="post" action=(action) {
            @if let Some(of) = of { input type="hidden" name="of" value=(of); }
            input type="hidden" name="act" value=(act);
            input.input.small name="name" maxlength="200" required autocomplete="off" aria-label=(label) placeholder=(label);
            @if let Some(more) = more { (more) }
            button.button.small type="submit" { (icon(Icon::Plus)) (word(language, "action-create")) }
        }
    }
}
