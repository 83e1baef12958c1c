//! Where things stand while they are arranged: on shelves, the last of them for what does not show.

/// The name that begins the next shelf where they are posted one behind the other.
const NEXT: &str = "@";

/// The shelves of one part of an arrangement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Shelves(pub Vec<Shelf>);

/// What stands together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Shelf {
    /// The name of the group that was declared, if it is one.
    pub key: String,
    /// Its heading, if it has one of its own.
    pub heading: String,
    /// What stands on it.
    pub names: Vec<String>,
}

impl Shelf {
    /// A shelf without a heading.
    pub(in super::super) fn of(names: Vec<String>) -> Shelf {
        Shelf { names, ..Shelf::default() }
    }
}

impl Shelves {
    /// The shelves as they were posted: the names in their order, and of each group its key and its heading.
    pub(in super::super) fn posted<'a>(
        names: impl Iterator<Item = &'a str>,
        keys: impl Iterator<Item = &'a str>,
        headings: impl Iterator<Item = &'a str>,
    ) -> Shelves {
        let mut shelves: Vec<Shelf> = Vec::new();
        for name in names {
            match (name, shelves.last_mut()) {
                (NEXT, _) => shelves.push(Shelf::default()),
                (name, Some(shelf)) => shelf.names.push(name.to_owned()),
                (_, None) => {}
            }
        }
        for ((shelf, key), heading) in shelves.iter_mut().zip(keys).zip(headings) {
            shelf.key = key.to_owned();
            shelf.heading = heading.trim().to_owned();
        }
        Shelves(shelves)
    }

    /// Those that show.
    pub(in super::super) fn shown(&self) -> &[Shelf] {
        self.0.split_last().map_or(&[], |(_, shown)| shown)
    }

    /// The names on those that show.
    pub(in super::super) fn names(&self) -> Vec<&str> {
        self.shown().iter().flat_map(|shelf| &shelf.names).map(String::as_str).collect()
    }

    /// The names on the last one.
    pub(in super::super) fn left_out(&self) -> &[String] {
        self.0.last().map_or(&[], |shelf| &shelf.names)
    }

    /// Does what a button asks for, where there is no script: `up NAME`, `down NAME`, `out NAME`, `in NAME`, `group`,
    /// `ungroup PLACE`.
    pub(in super::super) fn act(&mut self, verb: &str, what: &str) {
        let last = self.0.len().saturating_sub(1);
        if verb == "group" {
            return self.0.insert(last, Shelf::default());
        }
        if verb == "ungroup" {
            return self.end_group(what.parse().unwrap_or(last));
        }
        let at = |shelf: &Shelf| shelf.names.iter().position(|name| name == what);
        let found = self.0.iter().enumerate().find_map(|(place, shelf)| Some((place, at(shelf)?)));
        let Some((shelf, place)) = found else { return };
        let name = self.0[shelf].names.remove(place);
        let (to, at) = match verb {
            "up" if place > 0 => (shelf, place - 1),
            "up" if shelf > 0 => (shelf - 1, self.0[shelf - 1].names.len()),
            "down" if place < self.0[shelf].names.len() => (shelf, place + 1),
            "down" if shelf < last => (shelf + 1, 0),
            "out" => (last, 0),
            "in" if last > 0 => (last - 1, self.0[last - 1].names.len()),
            _ => (shelf, place),
        };
        self.0[to].names.insert(at, name);
    }

    /// What stands in a group goes to the one before, or after the first; one of them stays.
    fn end_group(&mut self, place: usize) {
        if self.0.len() < 3 || place + 1 >= self.0.len() {
            return;
        }
        let gone = self.0.remove(place);
        self.0[place.saturating_sub(1)].names.extend(gone.names);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shelves() -> Shelves {
        let names = ["@", "a", "b", "@", "c", "@", "d"];
        Shelves::posted(names.into_iter(), ["about", ""].into_iter(), ["About", " More "].into_iter())
    }

    fn said(shelves: &Shelves) -> String {
        shelves.0.iter().map(|shelf| shelf.names.join("")).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn shelves_are_read_as_they_are_posted() {
        let shelves = shelves();
        assert_eq!(said(&shelves), "ab|c|d");
        assert_eq!((shelves.0[0].key.as_str(), shelves.0[1].heading.as_str()), ("about", "More"));
        assert_eq!((shelves.names(), shelves.left_out()), (vec!["a", "b", "c"], &["d".to_owned()][..]));
    }

    #[test]
    fn buttons_move_things_within_shelves_and_across_them() {
        let table = [
            ("up", "b", "ba|c|d"),
            ("up", "a", "ab|c|d"),
            ("up", "c", "abc||d"),
            ("down", "a", "ba|c|d"),
            ("down", "b", "a|bc|d"),
            ("down", "c", "ab||cd"),
            ("down", "d", "ab|c|d"),
            ("up", "d", "ab|cd|"),
            ("out", "a", "b|c|ad"),
            ("in", "d", "ab|cd|"),
            ("group", "", "ab|c||d"),
            ("ungroup", "0", "cab|d"),
            ("ungroup", "1", "abc|d"),
            ("ungroup", "2", "ab|c|d"),
            ("up", "none", "ab|c|d"),
        ];
        for (verb, what, expected) in table {
            let mut shelves = shelves();
            shelves.act(verb, what);
            assert_eq!(said(&shelves), expected, "{verb} {what}");
        }
    }
}
