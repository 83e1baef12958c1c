//! A text of people's own as they meant it: paragraphs, and lines that begin with a sign or a number as a list.

use maud::{Markup, html};

/// Some lines that belong together.
#[derive(Debug, PartialEq)]
enum Block<'t> {
    /// Lines of running text.
    Said(Vec<&'t str>),
    /// Things, in no order.
    Things(Vec<&'t str>),
    /// Things in their order, from a number on.
    Steps(u32, Vec<&'t str>),
}

/// The text, for reading.
pub fn prose(text: &str) -> Markup {
    html! {
        div.prose dir="auto" {
            @for block in blocks(text) {
                @match block {
                    Block::Said(lines) => {
                        p { @for (at, line) in lines.iter().enumerate() { @if at > 0 { br; } (line) } }
                    }
                    Block::Things(lines) => { ul { @for line in lines { li { (line) } } } }
                    Block::Steps(first, lines) => { ol start=(first) { @for line in lines { li { (line) } } } }
                }
            }
        }
    }
}

fn blocks(text: &str) -> Vec<Block<'_>> {
    let (mut blocks, mut apart) = (Vec::new(), true);
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            apart = true;
            continue;
        }
        match (thing(line), step(line), blocks.last_mut()) {
            (Some(said), _, Some(Block::Things(lines))) => lines.push(said),
            (Some(said), ..) => blocks.push(Block::Things(vec![said])),
            (_, Some((_, said)), Some(Block::Steps(_, lines))) => lines.push(said),
            (_, Some((number, said)), _) => blocks.push(Block::Steps(number, vec![said])),
            (_, _, Some(Block::Said(lines))) if !apart => lines.push(line),
            _ => blocks.push(Block::Said(vec![line])),
        }
        apart = false;
    }
    blocks
}

/// What stands behind a sign of a list.
fn thing(line: &str) -> Option<&str> {
    ["- ", "* ", "• ", "– ", "— "].iter().find_map(|sign| line.strip_prefix(sign)).map(str::trim)
}

/// What stands behind a number, with it.
fn step(line: &str) -> Option<(u32, &str)> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = line.split_at(digits.min(3));
    let said = [". ", ") ", "、"].iter().find_map(|sign| rest.strip_prefix(sign))?;
    Some((number.parse().ok()?, said.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_falls_into_paragraphs_and_lists() {
        #[rustfmt::skip]
        let cases: &[(&str, &[Block<'_>])] = &[
            ("", &[]),
            ("One\ntwo\n\nthree", &[Block::Said(vec!["One", "two"]), Block::Said(vec!["three"])]),
            ("Ask:\n- who\n- when\n\nThen\n* go", &[
                Block::Said(vec!["Ask:"]),
                Block::Things(vec!["who", "when"]),
                Block::Said(vec!["Then"]),
                Block::Things(vec!["go"]),
            ]),
            ("1. Call\n\n2) Meet", &[Block::Steps(1, vec!["Call", "Meet"])]),
            ("3. Third", &[Block::Steps(3, vec!["Third"])]),
            ("-5 % off\n2026 was good", &[Block::Said(vec!["-5 % off", "2026 was good"])]),
        ];
        for (text, wanted) in cases {
            assert_eq!(blocks(text), *wanted, "{text:?}");
        }
    }
}
