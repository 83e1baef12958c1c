//! A thin bar: how much of a whole. Drawn as SVG, because the content policy allows no style attributes.

use maud::{Markup, html};

use super::Tone;

/// A bar filled to `share` hundredths (more is full), named for screen readers by `label`.
pub fn bar(share: u8, tone: Tone, label: &str) -> Markup {
    let share = share.min(100);
    html! {
        svg.bar viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label=(label) data-tone=(tone.name()) {
            rect.bar-back width="100" height="4" {}
            rect.bar-front width=(share) height="4" {}
        }
    }
}
