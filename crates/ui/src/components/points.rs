//! Points on a plane. They are for the eye: what they show stands in words beside them, so nobody is led through them by
//! keys or read them aloud.

use maud::{Markup, html};

use super::Tone;

/// A plane of points.
#[derive(Clone, Debug, Default)]
pub struct Points {
    /// They, the foremost last.
    pub points: Vec<Point>,
    /// What is written below, from left to right.
    pub across: Vec<Mark>,
    /// What is written at the left, from below to above.
    pub up: Vec<Mark>,
    /// Where today lies, and what that is called.
    pub today: Option<Mark>,
}

/// A point.
#[derive(Clone, Debug)]
pub struct Point {
    /// How far to the right, in hundredths of the width.
    pub across: f64,
    /// How high, in hundredths of the height.
    pub up: f64,
    /// What it is, in words.
    pub label: String,
    /// Where it leads.
    pub href: Option<String>,
    /// What it is like.
    pub tone: Tone,
}

/// A line that can be read off.
#[derive(Clone, Debug)]
pub struct Mark {
    /// Where, in hundredths.
    pub at: f64,
    /// What it stands for.
    pub label: String,
}

/// The plane as it is drawn: its lowest line stands above what is written below.
pub fn points(view: &Points) -> Markup {
    html! {
        svg.points aria-hidden="true" {
            @for mark in &view.up {
                line.points-line x1="0" x2="100%" y1=(height(mark.at)) y2=(height(mark.at)) {}
                text.points-text y=(height(mark.at)) dy="-4" { (mark.label) }
            }
            @for (place, mark) in view.across.iter().enumerate() {
                text.points-text.points-below.points-second[place % 2 == 1] x=(percent(mark.at)) y="100%" dy="-5" { (mark.label) }
            }
            @if let Some(today) = &view.today {
                line.points-today x1=(percent(today.at)) x2=(percent(today.at)) y1="18" y2=(height(0.0)) {}
                text.points-text.points-below.points-end[today.at > 85.0] x=(percent(today.at)) y="0" dy="11" { (today.label) }
            }
            @for point in &view.points {
                @match &point.href {
                    Some(href) => a href=(href) tabindex="-1" { (dot(point)) }
                    None => (dot(point)),
                }
            }
        }
    }
}

fn dot(point: &Point) -> Markup {
    html! {
        circle.points-dot cx=(percent(point.across)) cy=(height(point.up)) r="6" data-tone=(point.tone.name()) {
            title { (point.label) }
        }
    }
}

/// Heights lie between the room for what is written below and some at the top.
fn height(up: f64) -> String {
    percent(88.0 - up * 0.8)
}

fn percent(hundredths: f64) -> String {
    format!("{hundredths:.2}%")
}
