//! Places that one can go to, each with its sign, its name and what it is for.

use maud::{Markup, html};

use super::icon::{Icon, icon};

/// A place that one can go to.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its icon.
    pub icon: Icon,
    /// Its name.
    pub label: String,
    /// Its address.
    pub href: String,
    /// What it is for.
    pub help: String,
}

/// The places side by side, as many as there is room for.
pub fn places(places: &[Place]) -> Markup {
    html! {
        ul.places { @for place in places { li { a href=(place.href) {
            (icon(place.icon)) span { b { (place.label) } span.quiet { (place.help) } }
        } } } }
    }
}
