//! What is shown of a record that was found: its title and a line of what tells, with what was asked marked in them.

use std::ops::Range;

use cordee_base::Id;
use cordee_schema::{FieldDef, Record};

use super::asked::Asked;

/// How much of a long text is shown around what was found.
const SHOWN: usize = 120;

/// A record that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchHit {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: Marked,
    /// The field that says most of what was asked, where that is not the title.
    pub field: Option<&'static str>,
    /// What stands there, or the part of it that tells.
    pub text: Marked,
}

/// A text in which places are marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The text.
    pub text: String,
    /// The places, in bytes.
    pub marks: Vec<Range<usize>>,
}

/// A record that answers, before it is known whether it is among the best.
pub(super) struct Answer {
    /// The record, as the actor may see it.
    pub record: Record,
    /// The field that says most of what was asked; none for a record that was asked for by its id.
    pub field: Option<&'static FieldDef>,
    /// How well it answers, then when it was changed.
    pub weight: (i64, cordee_base::Moment),
}

/// What is shown of a record that answers.
pub(super) fn hit(asked: &Asked, answer: &Answer) -> SearchHit {
    let (record, object) = (&answer.record, answer.record.object);
    let title = record.title();
    let marks = match (object.field(object.title), answer.field) {
        (Some(titled), Some(_)) => asked.marks(titled, &title),
        _ => Vec::new(),
    };
    let other = answer.field.filter(|field| field.name != object.title);
    let text = other.and_then(|field| Some((field, record.value(field.name)?.as_text()?)));
    SearchHit {
        id: record.head.id,
        title: Marked { text: title, marks },
        field: other.map(|field| field.name),
        text: text.map(|(field, text)| excerpt(text, asked.marks(field, text))).unwrap_or_default(),
    }
}

/// A line of a text, with what is marked in it.
fn excerpt(text: &str, marks: Vec<Range<usize>>) -> Marked {
    let first = marks.first().map_or(0, |mark| mark.start);
    let before = text[..first].char_indices().rev().nth(SHOWN / 3).map_or(0, |(place, _)| place);
    let start = text[before..first]
        .find(char::is_whitespace)
        .filter(|_| before > 0)
        .map_or(before, |at| before + at + 1);
    let end = text[start..].char_indices().nth(SHOWN).map_or(text.len(), |(place, _)| start + place);
    let line: String = text[start..end].chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    // A blank of several bytes that has become one of one byte would shift what stands behind it.
    let same = line.len() == end - start;
    let (front, tail) = (if start > 0 { "…" } else { "" }, if end < text.len() { "…" } else { "" });
    let within = marks.into_iter().filter(|mark| same && mark.start >= start && mark.end <= end);
    let marks = within.map(|mark| mark.start - start + front.len()..mark.end - start + front.len()).collect();
    Marked { text: format!("{front}{line}{tail}"), marks }
}

impl Marked {
    /// The text in pieces, each with whether it is marked.
    pub fn pieces(&self) -> Vec<(&str, bool)> {
        let (mut pieces, mut from) = (Vec::new(), 0);
        for mark in &self.marks {
            pieces.push((&self.text[from..mark.start], false));
            pieces.push((&self.text[mark.clone()], true));
            from = mark.end;
        }
        pieces.push((&self.text[from..], false));
        pieces.retain(|(text, _)| !text.is_empty());
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_shown_where_it_tells() {
        let text = format!("{}the needle {}", "hay ".repeat(50), "more hay ".repeat(50));
        let at = text.find("needle").expect("there");
        let shown = excerpt(&text, std::iter::once(at..at + 6).collect());
        assert!(shown.text.starts_with('…') && shown.text.ends_with('…'), "{}", shown.text);
        assert_eq!(shown.pieces()[1], ("needle", true));
        assert_eq!(excerpt("short", Vec::new()).text, "short");
    }
}
