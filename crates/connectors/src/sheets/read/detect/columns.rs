//! Guessing what stands between cells: the delimiter that cuts most lines into equally many of them.

use super::certain_if;
use crate::sheets::read::split::{End, Record, Splitter};
use crate::sheets::read::{Certainty, Delimiter, Layout, Limits, Quote};

/// How the text falls into columns, and its first rows cut accordingly.
pub(super) struct Columns {
    pub delimiter: Delimiter,
    pub quote: Quote,
    pub certainty: Certainty,
    pub rows: Vec<Vec<String>>,
}

/// The share of rows that must be cut alike where the first is not cut at all.
const ENOUGH: f64 = 0.5;
const ROWS_TRIED: usize = 500;
const ROWS_KEPT: usize = 100;
const LIMITS: Limits = Limits { columns: 20_000, cell: 1 << 16, row: 1 << 20 };

/// Finds delimiter and quote, of those not said beforehand.
pub(super) fn find(text: &str, delimiter: Option<Delimiter>, quote: Option<Quote>) -> Columns {
    let delimiters = delimiter.map_or(Delimiter::USUAL.to_vec(), |said| vec![said]);
    let quotes = quote.map_or_else(|| quotes_in(text), |said| vec![said]);
    let mut tried = Vec::new();
    for &delimiter in &delimiters {
        for &quote in &quotes {
            tried.push((score(text, delimiter, quote), delimiter, quote));
        }
    }
    // The first of equals: the usual ones stand in front.
    let best = tried.iter().copied().reduce(|best, next| if next.0 > best.0 { next } else { best });
    let (score, mut found, quote) = best.unwrap_or((0.0, Delimiter::COMMA, Quote::Double));
    if score == 0.0 && delimiter.is_none() {
        found = absent(text);
    }
    let rival =
        tried.iter().filter(|(_, other, _)| *other != found).map(|(score, ..)| *score).fold(0.0, f64::max);
    let clear = score >= 0.8 && rival < score * 0.9;
    Columns {
        delimiter: found,
        quote,
        certainty: certain_if(delimiter.is_some(), if clear { Certainty::Likely } else { Certainty::Guess }),
        rows: first_rows(text, found, quote),
    }
}

fn quotes_in(text: &str) -> Vec<Quote> {
    let mut quotes = vec![Quote::Double];
    if text.contains('"') {
        quotes.push(Quote::None);
    }
    if text.contains('\'') {
        quotes.push(Quote::Single);
    }
    quotes
}

/// How well the text falls into columns, from 0 to 1.
fn score(text: &str, delimiter: Delimiter, quote: Quote) -> f64 {
    let mut counts = Vec::new();
    let walk = walk(text, delimiter, quote, ROWS_TRIED, |record| counts.push(record.columns));
    let Some(usual) = most_frequent(&counts) else { return 0.0 };
    let agreeing = counts.iter().filter(|count| **count == usual).count();
    let agreement = share(agreeing, counts.len());
    // A delimiter in the first row is meant so, however ragged the others; elsewhere it may be part of a text.
    let first = counts.first().copied().unwrap_or(0);
    if first < 2 && agreement < ENOUGH {
        return 0.0;
    }
    let heading = if first == usual { 1.0 } else { 0.7 };
    let width = 1.0 - 0.3 / usual as f64;
    let quoting = match quote {
        Quote::Double if walk.closed_oddly == 0 => 1.0,
        Quote::None if share_closed_well(text, delimiter) > 0.5 => 0.5,
        Quote::None => 0.98,
        // Nobody quotes this way by accident.
        Quote::Single if walk.closed_well < counts.len() / 2 + 1 => 0.0,
        Quote::Single | Quote::Double => share(walk.closed_well, walk.closed_well + walk.closed_oddly),
    };
    let prior = if delimiter == Delimiter::USUAL[8] { 0.5 } else { 1.0 };
    agreement * heading * width * quoting * prior * (1.0 - walk.swallowed())
}

/// The number of columns most rows have, leaving out rows that were not cut at all.
fn most_frequent(counts: &[usize]) -> Option<usize> {
    let mut sorted: Vec<usize> = counts.iter().copied().filter(|count| *count > 1).collect();
    sorted.sort_unstable();
    sorted.chunk_by(|a, b| a == b).max_by_key(|same| same.len()).map(|same| same[0])
}

fn share_closed_well(text: &str, delimiter: Delimiter) -> f64 {
    let walk = walk(text, delimiter, Quote::Double, ROWS_TRIED, |_| ());
    share(walk.closed_well, walk.closed_well + walk.closed_oddly)
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// What was seen on the way through the text.
struct Walk {
    closed_well: usize,
    closed_oddly: usize,
    /// The share of the text in a last record that ends inside quotes.
    unclosed: f64,
}

impl Walk {
    /// How much a quote that never closes takes away. Where others do close, the file or the sample is cut off.
    fn swallowed(&self) -> f64 {
        if self.closed_well == 0 { self.unclosed } else { 0.0 }
    }
}

/// Shows the first `limit` records to `see`. A last one that the sample cut off counts only if it is the only one.
fn walk(text: &str, delimiter: Delimiter, quote: Quote, limit: usize, mut see: impl FnMut(&Record)) -> Walk {
    let layout = Layout { delimiter, quote, ..Layout::default() };
    let (mut splitter, mut record) = (Splitter::new(&layout), Record::new(LIMITS));
    let (mut at, mut seen) = (0, 0);
    let mut unclosed = 0.0;
    while seen < limit {
        let (used, whole) = splitter.read(&text.as_bytes()[at..], &mut record);
        if !whole {
            let end = splitter.finish(&mut record);
            if end != End::Clean && seen == 0 {
                see(&record);
            }
            if end == End::Cut {
                unclosed = share(used, text.len());
            }
            break;
        }
        at += used;
        seen += 1;
        see(&record);
    }
    Walk { closed_well: splitter.closed_well, closed_oddly: splitter.closed_oddly, unclosed }
}

/// A single column: any delimiter will do that is not in the text.
fn absent(text: &str) -> Delimiter {
    let usual = Delimiter::USUAL.into_iter();
    usual.clone().find(|delimiter| !text.contains(char::from(delimiter.byte()))).unwrap_or(Delimiter::COMMA)
}

fn first_rows(text: &str, delimiter: Delimiter, quote: Quote) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    walk(text, delimiter, quote, ROWS_KEPT, |record| {
        let starts = std::iter::once(&0).chain(&record.ends);
        let cell = |(start, end): (&usize, &usize)| {
            String::from_utf8_lossy(&record.bytes[*start..*end]).into_owned()
        };
        rows.push(starts.zip(&record.ends).map(cell).collect());
    });
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_what_cuts_lines_alike() {
        let table = [
            ("a,b,c\n1,2,3\n4,5,6\n", ",", Quote::Double),
            ("a;b;c\n1,5;2,5;3\n4,5;1,0;6\n", ";", Quote::Double),
            ("name;note\nA;one, two, three\nB;four, five\n", ";", Quote::Double),
            ("name\tplace\nDoe, Jane\tParis, France\nRoe, Rick\tLyon, France\n", "tab", Quote::Double),
            ("a|b\n1|x,y\n2|z,w\n", "|", Quote::Double),
            ("\"a\";\"b, c\"\n\"1\";\"2, 3\"\n", ";", Quote::Double),
            ("a~b\n1~2\n", "~", Quote::Double),
            ("a\u{1f}b\n1\u{1f}2\n", "\u{1f}", Quote::Double),
            ("at,by\n10:30:00,ann\n11:30:00,bob\n", ",", Quote::Double),
            ("'a','b'\n'1,2','3'\n'4','5'\n", ",", Quote::Single),
            ("id\tname\n1\t\"Best\" shop\n2\t\"Big\" Bob\n", "tab", Quote::None),
            ("id\tname\n1\t\"unclosed\n2\tx\n3\ty\n4\tz\n", "tab", Quote::None),
            ("id,size\n1,5\" pipe\n2,\"6\"\" pipe\"\n", ",", Quote::Double),
            ("who,what\nO'Neil,x\nD'Arcy,y\n", ",", Quote::Double),
        ];
        for (text, delimiter, quote) in table {
            let found = find(text, None, None);
            assert_eq!((found.delimiter, found.quote), (delimiter.parse().expect("fits"), quote), "{text:?}");
        }
    }

    #[test]
    fn a_single_column_is_not_cut_at_its_commas() {
        let found = find("address\nParis\n12 Main Street, Springfield\nLyon\nOslo\n", None, None);
        assert_eq!((found.delimiter, found.certainty), (Delimiter::SEMICOLON, Certainty::Guess));
        assert_eq!(found.rows[2], ["12 Main Street, Springfield"]);
        assert_eq!(find("mail\na@b.example\n", None, None).delimiter, Delimiter::COMMA);
    }
}
