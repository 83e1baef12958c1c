//! Searching all objects at once.

use cordee_base::Outcome;
use cordee_i18n::Arg;
use cordee_records::{FoundIn, Marked, Search, SearchHit};
use cordee_schema::{Kind, Object};
use cordee_ui::screens::search::{SearchGroup, SearchHit as Shown, SearchPage, search as draw};

use super::address::Address;
use super::icons::icon;
use super::reader::{Page, Reader, record_path};
use super::visit::{Answered, Visit};

/// How many of each object are shown.
const OF_EACH: usize = 5;
/// How many, if one looks for one object only.
const OF_ONE: usize = 50;

/// `GET /search?q=TEXT`, with `object=NAME` only of that object: a page; to a script of the page its body alone.
pub(crate) async fn search(visit: Visit) -> Answered {
    visit.page(|reader| reader.search_page()).await
}

impl Reader<'_, '_> {
    fn search_page(&mut self) -> Outcome<Page> {
        let asked = self.visit.address.one("q").unwrap_or("").trim().to_owned();
        let on = self.visit.address.one("on").unwrap_or("").to_owned();
        let only = self.visit.address.one("object").map(str::to_owned);
        // With a sign before it only what can be done, or only numbers and ids, are meant.
        let (commands_only, typed) = match asked.strip_prefix('>') {
            Some(rest) => (true, rest.trim()),
            None => (false, asked.strip_prefix('#').unwrap_or(&asked).trim()),
        };
        let by_number = asked.starts_with('#');
        let (text, typed) = (asked.clone(), typed.to_owned());
        let mut objects = self.shown(|object| only.as_deref().is_none_or(|only| only == object.name));
        if objects.is_empty() {
            objects = self.shown(|_| true);
        }
        let limit = if objects.len() == 1 { OF_ONE } else { OF_EACH };
        let found = match typed.is_empty() || commands_only || objects.is_empty() {
            true => Vec::new(),
            false => self.gate.search(&Search { text: typed.clone(), objects, limit })?,
        };
        let mut groups = Vec::new();
        for one in &found {
            let one = if by_number { self.numbered(one, &typed) } else { one.clone() };
            if !one.hits.is_empty() {
                groups.push(self.found_group(&one, &typed)?);
            }
        }
        let (mut first, mut last) = (Vec::new(), Vec::new());
        if only.is_none() && !by_number && (!typed.is_empty() || commands_only || !on.is_empty()) {
            let mut offered = self.offered(&typed, &on)?;
            let terms = offered.terms.take().filter(|_| !commands_only);
            let place = if offered.begins(&typed) { &mut first } else { &mut last };
            let places = !commands_only;
            place.extend(offered.groups(places));
            last.extend(terms);
        }
        let nothing = groups.is_empty() && first.is_empty() && last.is_empty();
        let none = match typed.is_empty() {
            _ if !nothing => String::new(),
            true => self.word("search-hint"),
            false => self.say("search-none", &[("text", Arg::from(&typed))]),
        };
        let title = self.word("nav-search");
        let view = SearchPage { title: title.clone(), text, first, groups, last, none };
        Ok(Page::new(title, "/search", draw(self.language(), &view)))
    }

    /// What was found by its id, or by a field that numbers its records.
    fn numbered(&self, found: &FoundIn, typed: &str) -> FoundIn {
        let number = |hit: &SearchHit| {
            let field = found.object.field(hit.field.unwrap_or(found.object.title));
            field.is_some_and(|field| matches!(field.kind, Kind::Serial(_)))
        };
        let mut found = found.clone();
        found.hits.retain(|hit| number(hit) || hit.id.to_string().eq_ignore_ascii_case(typed));
        found
    }

    fn found_group(&mut self, found: &FoundIn, text: &str) -> Outcome<SearchGroup> {
        let object = found.object;
        let mut hits = Vec::new();
        for hit in &found.hits {
            let line = self.telling(object, hit)?;
            hits.push(Shown { href: record_path(object, hit.id), title: pieces(&hit.title), line });
        }
        let more = Address::of("/search").with("q", text).with("object", object.name).to_string();
        Ok(SearchGroup {
            icon: icon(object),
            label: self.many(object),
            hits,
            more: found.more.then_some(more),
        })
    }

    /// What was found in it beside its title, else what tells it from others.
    fn telling(&mut self, object: &'static Object, hit: &SearchHit) -> Outcome<Vec<(String, bool)>> {
        if let Some(field) = hit.field.and_then(|name| self.field(object, name)) {
            let label = (format!("{}: ", self.label(object, field)), false);
            return Ok(std::iter::once(label).chain(pieces(&hit.text)).collect());
        }
        Ok(self.hint(object, hit.id)?.map(|hint| vec![(hint, false)]).unwrap_or_default())
    }
}

fn pieces(text: &Marked) -> Vec<(String, bool)> {
    text.pieces().into_iter().map(|(piece, marked)| (piece.to_owned(), marked)).collect()
}
