//! Reads the tags of our own HTML, which is well behaved: quoted attributes, no comments.

use std::collections::BTreeMap;

#[derive(Debug)]
pub struct Tag {
    pub name: String,
    pub closing: bool,
    /// Closed in itself, as the shapes of an SVG are.
    pub alone: bool,
    pub attributes: BTreeMap<String, String>,
    /// Where it begins, and where what is inside begins.
    pub start: usize,
    pub end: usize,
}

impl Tag {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

/// All tags in order.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = html[at..].find('<').map(|offset| at + offset) {
        let end = closing_bracket(html, open);
        found.push(tag(&html[open + 1..end - 1], open, end));
        at = end;
    }
    found
}

/// The text between tags.
pub fn text(html: &str) -> String {
    let mut text = String::new();
    let mut at = 0;
    for tag in tags(html) {
        text.push_str(&html[at..tag.start]);
        at = tag.end;
    }
    text + &html[at..]
}

/// Just after the `>` that ends the tag beginning at `open`, past any `>` in quotes.
fn closing_bracket(html: &str, open: usize) -> usize {
    let mut quoted = false;
    let end = html[open..].find(|letter| {
        quoted ^= letter == '"';
        letter == '>' && !quoted
    });
    open + end.expect("every tag has an end") + 1
}

fn tag(inside: &str, start: usize, end: usize) -> Tag {
    let (closing, alone) = (inside.starts_with('/'), inside.ends_with('/'));
    let inside = inside.trim_start_matches('/').trim_end_matches('/');
    let (name, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
    let mut attributes = BTreeMap::new();
    while !rest.trim().is_empty() {
        rest = rest.trim_start();
        let stop = rest.find([' ', '=']).unwrap_or(rest.len());
        let (key, after) = rest.split_at(stop);
        let (value, after) = match after.strip_prefix("=\"").and_then(|quoted| quoted.split_once('"')) {
            Some((value, after)) => (value, after),
            None => ("", after),
        };
        assert!(
            attributes.insert(key.to_owned(), value.to_owned()).is_none(),
            "{key} stands twice in <{inside}>"
        );
        rest = after;
    }
    Tag { name: name.to_lowercase(), closing, alone, attributes, start, end }
}
