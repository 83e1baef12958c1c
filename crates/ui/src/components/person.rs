//! People: a round mark with initials (drawn by the style sheet, so that they are not read out or copied), and the name.

use maud::{Markup, html};

/// A person as shown.
#[derive(Clone, Debug, Default)]
pub struct Person {
    /// The whole name.
    pub name: String,
    /// One or two letters.
    pub initials: String,
    /// The page of the person, if the reader may open it.
    pub href: Option<String>,
    /// An e-mail address or role, where there is room for it.
    pub hint: Option<String>,
}

impl Person {
    /// A person by name; the initials are of the first and the last word.
    pub fn named(name: impl Into<String>) -> Person {
        let name = name.into();
        Person { initials: initials(&name), name, href: None, hint: None }
    }
}

/// The round mark alone; the name shows on hover and is read out.
pub fn avatar(person: &Person) -> Markup {
    avatar_that_says(person, &person.name)
}

/// The round mark with a sentence about the person in place of the name.
pub(super) fn avatar_that_says(person: &Person, said: &str) -> Markup {
    html! { span.avatar role="img" aria-label=(said) title=(said) data-hue=(hue(&person.name)) data-initials=(person.initials) {} }
}

/// Mark and name.
pub fn person(person: &Person) -> Markup {
    let inside = html! {
        span.avatar aria-hidden="true" data-hue=(hue(&person.name)) data-initials=(person.initials) {}
        span.cut { (person.name) }
    };
    html! {
        @match &person.href {
            Some(href) => { a.person href=(href) { (inside) } }
            None => { span.person { (inside) } }
        }
    }
}

fn initials(name: &str) -> String {
    let mut words =
        name.split_whitespace().filter_map(|word| word.chars().find(|letter| letter.is_alphanumeric()));
    let first = words.next();
    // A Chinese character says as much as two letters.
    let last = words.next_back().filter(|letter| !matches!(letter, '\u{4e00}'..='\u{9fff}'));
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

/// One of eight hues that stays with a name.
fn hue(name: &str) -> u32 {
    name.chars().fold(7u32, |sum, letter| sum.wrapping_mul(31).wrapping_add(letter as u32)) % 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_come_from_the_first_and_the_last_word() {
        let table = [
            ("Anna Snelling", "AS"),
            ("Зоя  Петровна Ким", "ЗК"),
            ("王 小明", "王"),
            ("cher", "C"),
            ("", ""),
            ("(bot) 7", "B7"),
        ];
        for (name, expected) in table {
            assert_eq!(Person::named(name).initials, expected, "{name}");
        }
    }
}
