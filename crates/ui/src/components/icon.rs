//! Icons from the one set, drawn in the line, so that they are there at first paint.

use maud::{Markup, PreEscaped, html};

pub use super::icon_shapes::Icon;
use super::icon_shapes::shape;

/// An icon beside a text that says the same; screen readers pass over it.
pub fn icon(icon: Icon) -> Markup {
    html! {
        svg.icon viewBox="0 0 24 24" aria-hidden="true" { (PreEscaped(shape(icon))) }
    }
}

/// An icon that stands alone and so has a name.
pub fn icon_named(icon: Icon, name: &str) -> Markup {
    html! {
        svg.icon viewBox="0 0 24 24" role="img" aria-label=(name) { title { (name) } (PreEscaped(shape(icon))) }
    }
}
