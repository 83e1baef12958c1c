//! Dates, times of day and moments: the browser's own inputs, which every phone knows how to fill.

use maud::{Markup, html};

use super::{Control, text};
use crate::components::Tone;

pub(super) fn cell(text: &str, iso: &str, tone: Tone) -> Markup {
    html! { time.date datetime=(iso) data-tone=(tone.name()) { (text) } }
}

pub(super) fn input(control: &Control, kind: &str, value: &str) -> Markup {
    text::input(control, kind, value, None)
}

/// A moment; the zone it is meant in stands beside it.
pub(super) fn moment_input(control: &Control, value: &str, zone: &str) -> Markup {
    html! { div.joined { (text::input(control, "datetime-local", value, None)) span.joined-unit { (zone) } } }
}
