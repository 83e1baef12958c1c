//! Things a person can do: links, posts and dialogs that look alike, because they are told apart by what they do.

use maud::{Markup, html};

use super::Tone;
use super::icon::{Icon, icon};

/// A button of a page.
#[derive(Clone, Debug)]
pub struct Action {
    /// What it does, as a verb.
    pub label: String,
    /// Its icon.
    pub icon: Option<Icon>,
    /// How it does it.
    pub way: Way,
    /// Whether it is the one thing most people come for.
    pub primary: bool,
    /// Whether it destroys something.
    pub danger: bool,
    /// How its outcome is meant.
    pub tone: Tone,
    /// The key that presses it.
    pub key: Option<char>,
    /// Whether it stands in the menu however much room there is, since few come for it.
    pub aside: bool,
}

/// How an action is carried out.
#[derive(Clone, Debug)]
pub enum Way {
    /// Go to an address.
    Go(String),
    /// Open the page at an address in a dialog; without a script, go there.
    Dialog(String),
    /// Post to an address with these hidden values.
    Post(String, Vec<(String, String)>),
}

impl Action {
    /// A quiet action; change the fields for more.
    pub fn new(label: impl Into<String>, way: Way) -> Action {
        Action {
            label: label.into(),
            icon: None,
            way,
            primary: false,
            danger: false,
            tone: Tone::Neutral,
            key: None,
            aside: false,
        }
    }

    /// The same action with an icon.
    pub fn icon(mut self, icon: Icon) -> Action {
        self.icon = Some(icon);
        self
    }

    /// The same action as the main one of its page.
    pub fn primary(mut self) -> Action {
        self.primary = true;
        self
    }

    /// The same action, shown as one that destroys.
    pub fn danger(mut self) -> Action {
        self.danger = true;
        self
    }

    /// The same action, never a button of its own where others have a menu.
    pub fn aside(mut self) -> Action {
        self.aside = true;
        self
    }

    /// The same action, whose outcome is meant so.
    pub fn tone(mut self, tone: Tone) -> Action {
        self.tone = tone;
        self
    }

    /// The same action, pressed by a key.
    pub fn key(mut self, key: char) -> Action {
        self.key = Some(key);
        self
    }
}

/// Up to `shown` actions as buttons, the rest in a menu called `more`.
pub fn actions(actions: &[Action], shown: usize, more: &str) -> Markup {
    let mut room = shown;
    let (front, rest): (Vec<&Action>, Vec<&Action>) = actions.iter().partition(|action| {
        let fits = !action.aside && room > 0;
        room -= usize::from(fits);
        fits
    });
    html! {
        @for action in front { (one(action, "button")) }
        @if !rest.is_empty() {
            details.menu data-menu {
                summary.icon-button aria-label=(more) title=(more) { (icon(Icon::Ellipsis)) }
                div.menu-list.end { @for action in rest { (menu_item(action)) } }
            }
        }
    }
}

impl maud::Render for Action {
    fn render(&self) -> Markup {
        one(self, "button")
    }
}

/// The action as an item of a menu.
pub(super) fn menu_item(action: &Action) -> Markup {
    one(action, "menu-item")
}

fn one(action: &Action, class: &str) -> Markup {
    let class = match (action.primary && class == "button", action.danger) {
        (true, true) => format!("{class} primary danger"),
        (true, false) => format!("{class} primary"),
        (false, true) => format!("{class} danger"),
        (false, false) => class.to_owned(),
    };
    let inside = html! {
        @if let Some(shape) = action.icon { (icon(shape)) }
        span { (action.label) }
    };
    let tone = Some(action.tone.name()).filter(|_| action.tone != Tone::Neutral);
    html! {
        @match &action.way {
            Way::Go(href) => { a class=(class) href=(href) data-tone=[tone] data-key=[action.key] { (inside) } }
            Way::Dialog(href) => { a class=(class) href=(href) data-tone=[tone] data-dialog data-key=[action.key] { (inside) } }
            Way::Post(href, values) => {
                form.inline-form method="post" action=(href) {
                    @for (name, value) in values { input type="hidden" name=(name) value=(value); }
                    button class=(class) type="submit" data-tone=[tone] data-key=[action.key] { (inside) }
                }
            }
        }
    }
}
