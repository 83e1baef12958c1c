//! Whose records a page shows, as its address says it and as it is chosen.

use cordee_base::{Id, Outcome};
use cordee_kit::Whose;
use cordee_records::Query;
use cordee_schema::{Filter, Object, Record};
use cordee_ui::components::Tab;

use super::reader::Reader;

/// The parameter that says it.
const WHO: &str = "who";
/// How many people can be chosen.
const MOST: usize = 50;

impl Reader<'_, '_> {
    /// Whose records the address asks for, as far as the reader may see beyond their own; else what one begins with.
    pub(crate) fn whose(&mut self, objects: &[&'static Object]) -> Outcome<Whose> {
        match self.whose_asked(objects) {
            Some(whose) => Ok(whose),
            None => Whose::at_first(self.gate, objects),
        }
    }

    /// Whose records the address asks for, if it does.
    pub(crate) fn whose_asked(&self, objects: &[&'static Object]) -> Option<Whose> {
        let asked: Vec<&str> = self.visit.address.all(WHO).collect();
        let named = match asked.as_slice() {
            [] => return None,
            [one] => Whose::named(one),
            _ => None,
        };
        if let Some(whose) = named {
            let open = Whose::open_to(self.gate.access(), objects);
            return Some(if open.contains(&whose) { whose } else { Whose::Mine });
        }
        let people: Vec<Id> = asked.iter().filter_map(|id| id.parse().ok()).take(MOST).collect();
        Some(if people.is_empty() { Whose::Mine } else { Whose::Theirs(people) })
    }

    /// The ways to choose, as links that keep the rest of the address; none where there is only one.
    pub(crate) fn whose_tabs(&self, objects: &[&'static Object], now: &Whose) -> Vec<Tab> {
        let open = Whose::open_to(self.gate.access(), objects);
        if open.len() < 2 {
            return Vec::new();
        }
        let tab = |whose: &Whose| {
            let word = match whose {
                Whose::Mine | Whose::Theirs(_) => "whose-mine",
                Whose::Team => "whose-team",
                Whose::All => "whose-all",
            };
            let href = self.here().with(WHO, whose.name().unwrap_or_default()).to_string();
            Tab { label: self.word(word), href, icon: None, current: whose == now }
        };
        open.iter().map(tab).collect()
    }

    /// The condition that records of `object` belong to them.
    pub(crate) fn of_whom(&self, object: &'static Object, whose: &Whose) -> Filter {
        whose.filter(self.gate, object)
    }

    /// The colleagues whose records can be chosen: the id and the name of each, and whether they are.
    pub(crate) fn people_to_choose(&mut self, now: &Whose) -> Outcome<Vec<(String, String, bool)>> {
        let Ok(user) = self.gate.object("user") else { return Ok(Vec::new()) };
        let people = self.gate.list(&Query::of(user).limit(MOST as u32))?.records;
        if people.len() < 2 {
            return Ok(Vec::new());
        }
        let chosen = |id: &Id| matches!(now, Whose::Theirs(ids) if ids.contains(id));
        let one = |person: &Record| (person.head.id.to_string(), person.title(), chosen(&person.head.id));
        Ok(people.iter().map(one).collect())
    }
}
