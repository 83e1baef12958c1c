//! Whom a text mentions: `@` with a name, an e-mail, or a first name that only one person has.

use cordee_base::{Fault, Id};
use cordee_schema::{Cell, fold};

/// Somebody who can be mentioned.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub id: Id,
    pub name: String,
    pub email: String,
}

/// A person from a row of id, name and e-mail.
pub(super) fn person(row: &[Cell]) -> Option<Person> {
    let text = |cell: &Cell| cell.as_text().unwrap_or("").to_owned();
    Some(Person { id: row[0].as_id()?, name: text(&row[1]), email: text(&row[2]) })
}

/// A piece of a text, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Plain words.
    Text(String),
    /// Somebody who is mentioned, as the text has it.
    Mention(Id, String),
}

/// The text in pieces; a first name that several have is a fault, as is a mention that could mean several people.
pub(super) fn pieces(text: &str, people: &[Person]) -> (Vec<Piece>, Vec<Fault>) {
    let (mut pieces, mut faults) = (Vec::new(), Vec::new());
    let (mut plain, mut from) = (String::new(), 0);
    while let Some(at) = text[from..].find('@').map(|found| from + found) {
        let (before, rest) = (&text[from..at], &text[at + 1..]);
        plain.push_str(before);
        // In the middle of a word it is an address of mail, or something else.
        let begins = text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        match meant(rest, people).filter(|_| begins) {
            Some(Meant::One(person, length)) => {
                if !plain.is_empty() {
                    pieces.push(Piece::Text(std::mem::take(&mut plain)));
                }
                pieces.push(Piece::Mention(person, format!("@{}", &rest[..length])));
                from = at + 1 + length;
            }
            several => {
                if let Some(Meant::Several(length)) = several {
                    faults.push(Fault::at("text", "error-mention-several").with("name", &rest[..length]));
                }
                plain.push('@');
                from = at + 1;
            }
        }
    }
    plain.push_str(&text[from..]);
    if !plain.is_empty() {
        pieces.push(Piece::Text(plain));
    }
    (pieces, faults)
}

/// Who is meant, and how many bytes that takes.
enum Meant {
    One(Id, usize),
    Several(usize),
}

fn meant(rest: &str, people: &[Person]) -> Option<Meant> {
    let mut best: Option<(usize, Id)> = None;
    let mut twice = false;
    for person in people {
        for said in [&person.name, &person.email] {
            let Some(length) = begins_with(rest, said) else { continue };
            twice = best.is_some_and(|(known, id)| known == length && id != person.id)
                || twice && best.is_some_and(|(known, _)| known >= length);
            if best.is_none_or(|(known, _)| known < length) {
                best = Some((length, person.id));
            }
        }
    }
    match best {
        Some((length, _)) if twice => Some(Meant::Several(length)),
        Some((length, person)) => Some(Meant::One(person, length)),
        None => by_first_name(rest, people),
    }
}

fn by_first_name(rest: &str, people: &[Person]) -> Option<Meant> {
    let first = |person: &&Person| {
        let name = person.name.split_whitespace().next().unwrap_or("");
        begins_with(rest, name).is_some()
    };
    let mut named = people.iter().filter(first);
    let one = named.next()?;
    let length = begins_with(rest, one.name.split_whitespace().next().unwrap_or(""))?;
    Some(if named.next().is_some() { Meant::Several(length) } else { Meant::One(one.id, length) })
}

/// How many bytes at the beginning of `rest` say `name`, whatever their case and accents; not if a word goes on there.
fn begins_with(rest: &str, name: &str) -> Option<usize> {
    let count = name.chars().count();
    if count == 0 {
        return None;
    }
    let length = rest.char_indices().nth(count).map_or(rest.len(), |(at, _)| at);
    let said = rest.get(..length).filter(|said| said.chars().count() == count && fold(said) == fold(name))?;
    // Where letters have no case, as in Chinese, words stand without blanks between.
    let cased = said.chars().next_back().is_some_and(|c| c.is_lowercase() || c.is_uppercase());
    let goes_on = rest[length..].chars().next().is_some_and(char::is_alphanumeric);
    (!(cased && goes_on)).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people() -> Vec<Person> {
        let person = |id, name: &str, email: &str| Person {
            id: Id::from_i64(id),
            name: name.to_owned(),
            email: email.to_owned(),
        };
        vec![
            person(1, "Anna Braun", "anna@northwind.example"),
            person(2, "Anna Braunfels", "a.b@northwind.example"),
            person(3, "Zoë O'Hara", ""),
            person(4, "王伟", "wang@northwind.example"),
            person(5, "Ольга Сидоренко", ""),
        ]
    }

    fn mentioned(text: &str) -> (Vec<i64>, Vec<String>) {
        let (pieces, faults) = pieces(text, &people());
        let back: String = pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) | Piece::Mention(_, text) => text.as_str(),
            })
            .collect();
        assert_eq!(back, text);
        let ids = pieces.iter().filter_map(|piece| match piece {
            Piece::Mention(id, _) => Some(id.as_i64()),
            Piece::Text(_) => None,
        });
        (ids.collect(), faults.into_iter().map(|fault| fault.key.to_owned()).collect())
    }

    #[test]
    fn who_is_mentioned() {
        let table: [(&str, &[i64], &[&str]); 13] = [
            ("no one", &[], &[]),
            ("@Anna Braun, look", &[1], &[]),
            ("(@anna braunfels) and @Anna Braun", &[2, 1], &[]),
            ("@ANNA BRAUNX is nobody but @zoe is", &[3], &["error-mention-several"]),
            ("@anna@northwind.example: please", &[1], &[]),
            ("write to anna@northwind.example", &[], &[]),
            ("@Anna?", &[], &["error-mention-several"]),
            ("@Zoe O'Hara", &[3], &[]),
            ("@王伟你好", &[4], &[]),
            ("спасибо, @ольга!", &[5], &[]),
            ("@Ольга Сидоренко", &[5], &[]),
            ("@home @", &[], &[]),
            ("@@王伟", &[4], &[]),
        ];
        for (text, ids, faults) in table {
            let faults: Vec<String> = faults.iter().map(|fault| (*fault).to_owned()).collect();
            assert_eq!(mentioned(text), (ids.to_vec(), faults), "{text}");
        }
    }
}
