//! What else is known about a record, as short lists: parts of it that are written down at once, and records it links to.

use cordee_base::Outcome;
use cordee_kit::{Known, Linked, Parts};
use cordee_records::{Count, Query, Right, Total};
use cordee_schema::filter::quoted;
use cordee_schema::{FieldDef, Filter, Object, Path, Record, Value, is_way};
use cordee_ui::Cell;
use cordee_ui::screens::known::{Add, Known as View, Line, Settled};

use crate::pages::address::Address;
use crate::pages::cells::plain;
use crate::pages::field::field_path;
use crate::pages::reader::{Reader, record_path};
use crate::pages::typed::Typed;

/// How many lines a list shows.
const SHOWN: u32 = 8;

impl Reader<'_, '_> {
    /// Whether records that link here so stand in a map or a short list of the page, and not among the others.
    pub(crate) fn stands_apart(&self, object: &Object, linking: &Object, field: &FieldDef) -> bool {
        let Some(portrait) = self.registry().portrait(object) else { return false };
        let circle = portrait.circle.is_some_and(|circle| circle.members == linking.name);
        let known = portrait.known.iter().any(|known| match known {
            Known::Parts(parts) => parts.object == linking.name,
            Known::Linked(_) => false,
        });
        let way = (linking.name, field.name);
        let listed = portrait.lists.iter().any(|list| list.only.is_empty() && (list.of, list.by) == way);
        let people = portrait.people.is_some_and(|people| (people.of, people.by) == way);
        listed || people || (circle || known) && linking.part_of == Some(field.name)
    }

    /// The short lists that the reader may see.
    pub(crate) fn all_known(&mut self, record: &Record, edits: bool) -> Outcome<Vec<View>> {
        let Some(portrait) = self.registry().portrait(record.object) else { return Ok(Vec::new()) };
        let mut lists = Vec::new();
        for known in portrait.known {
            lists.extend(match known {
                Known::Parts(parts) => self.parts_known(record, parts, edits)?,
                Known::Linked(linked) => self.linked_known(record, linked, edits)?,
            });
        }
        Ok(lists)
    }

    fn parts_known(&mut self, record: &Record, parts: &Parts, edits: bool) -> Outcome<Option<View>> {
        let Some(object) = self.gate.object(parts.object).ok().filter(|object| self.may(object, Right::Read))
        else {
            return Ok(None);
        };
        let Some(link) = object.part_of.and_then(|name| self.field(object, name)) else { return Ok(None) };
        if record.object.unrelated.iter().any(|way| is_way(way, object, link)) {
            return Ok(None);
        }
        let here = Filter::is(Path::field(object, link), Value::Link(record.head.id));
        let query = Query { count: Count::Bounded, ..Query::of(object).filter(here).limit(SHOWN) };
        let found = self.gate.list(&query)?;
        let count = match found.total {
            Total::MoreThan(limit) => format!("{}+", self.locale.count(limit as i64)),
            Total::Exact(count) => self.locale.count(count as i64),
            Total::Unknown => String::new(),
        };
        let back = record_path(record.object, record.head.id);
        let all = Address::of(format!("/{}", object.plural));
        let all = all.and("filter", format!("{} = {}", link.name, quoted(&record.head.id.to_string())));
        let rows = found.records.iter().map(|one| self.known_line(one, parts, edits, &back)).collect();
        let adds = edits && self.may(object, Right::Create);
        Ok(Some(View {
            name: object.plural.to_owned(),
            label: self.many(object),
            count,
            rows,
            all: found.next.is_some().then(|| all.to_string()),
            add: if adds { Some(self.add_part(record, object, link, parts)?) } else { None },
            links: None,
        }))
    }

    fn known_line(&self, one: &Record, parts: &Parts, edits: bool, back: &str) -> Line {
        let object = one.object;
        let path = record_path(object, one.head.id);
        let told = |name: &&'static str| self.field(object, name).map(|field| self.cell(one, field));
        let below = parts.below.and_then(|name| self.field(object, name));
        let below = below.map(|field| plain(&self.cell(one, field))).filter(|text| !text.is_empty());
        Line {
            title: one.title(),
            edit: edits.then(|| Address::of(format!("{path}/edit")).and("back", back).to_string()),
            marks: parts.marks.iter().filter_map(told).filter(|cell| !matches!(cell, Cell::Empty)).collect(),
            below: below.into_iter().map(|text| (String::new(), text)).collect(),
            settled: parts.settled.and_then(|name| self.settled(one, name, edits, back)),
            href: path,
        }
    }

    fn settled(&self, one: &Record, name: &str, edits: bool, back: &str) -> Option<Settled> {
        let field = self.field(one.object, name)?;
        let yes = one.value(name) == Some(&Value::YesNo(true));
        let turns = edits && self.settable(one.object, field, Some(one));
        let turn = turns.then(|| {
            let now = self.typed_of(one);
            let hidden = [
                ("version", one.head.version.to_string()),
                ("was", self.mark_of(field, &now)),
                (field.name, (!yes).to_string()),
                ("back", back.to_owned()),
            ];
            let hidden = hidden.map(|(name, value)| (name.to_owned(), value)).to_vec();
            (field_path(one.object, one.head.id, field.name), hidden)
        });
        Some(Settled { yes, label: self.label(one.object, field), turn })
    }

    /// The place where one more is written down: its title, and what else it must have.
    fn add_part(
        &mut self,
        record: &Record,
        object: &'static Object,
        link: &'static FieldDef,
        parts: &Parts,
    ) -> Outcome<Add> {
        let mut fields = Vec::new();
        for name in [object.title].iter().chain(parts.asked) {
            let Some(field) = self.field(object, name).filter(|field| self.settable(object, field, None))
            else {
                continue;
            };
            let mut asked = self.ask(object, field, &Typed::default())?;
            // Each list has its own: ids are of one page.
            asked.id = Some(format!("{}-{}", object.name, field.name));
            fields.push(asked);
        }
        let whole = record.head.id.to_string();
        let hidden = [
            (link.name.to_owned(), record.title()),
            (format!("{}.id", link.name), whole),
            (format!("{}.title", link.name), record.title()),
            ("back".to_owned(), record_path(record.object, record.head.id)),
            ("once".to_owned(), self.visit.new_once()),
        ];
        let just_made = self.visit.address.one("done") == Some("created");
        let of = self.visit.address.one("of").and_then(|of| of.split_once(':')).map(|(plural, _)| plural);
        Ok(Add {
            label: self.own_word(object, "new").unwrap_or_else(|| self.word("action-create")),
            action: format!("/{}", object.plural),
            hidden: hidden.to_vec(),
            fields,
            open: just_made && of == Some(object.plural),
        })
    }

    fn linked_known(&mut self, record: &Record, linked: &Linked, edits: bool) -> Outcome<Option<View>> {
        let object = record.object;
        let Some(field) = self.field(object, linked.field) else { return Ok(None) };
        let to = field.many_to().and_then(|name| self.gate.object(name).ok());
        let Some(to) = to.filter(|to| self.may(to, Right::Read)) else { return Ok(None) };
        let ids = record.value(field.name).map(Value::as_links).unwrap_or_default();
        let mut rows = Vec::new();
        if !ids.is_empty() {
            let mut query = Query::of(to).limit(SHOWN);
            query.only = Some(ids.to_vec());
            rows = self.gate.list(&query)?.records;
        }
        let first = self.field(object, linked.first).filter(|first| record.value(first.name).is_some());
        let counts_most = first.and_then(|first| record.value(first.name)).and_then(Value::as_link);
        rows.sort_by_key(|one| {
            (Some(one.head.id) != counts_most, ids.iter().position(|id| *id == one.head.id))
        });
        let lines = rows.iter().map(|one| {
            let mark = first.filter(|_| Some(one.head.id) == counts_most);
            let told = linked
                .below
                .iter()
                .filter_map(|name| self.field(to, name))
                .map(|field| (self.label(to, field), plain(&self.cell(one, field))));
            Line {
                title: one.title(),
                href: record_path(to, one.head.id),
                edit: None,
                marks: mark.into_iter().map(|first| Cell::Text(self.label(object, first))).collect(),
                below: told.filter(|(_, text)| !text.is_empty()).collect(),
                settled: None,
            }
        });
        let lines = lines.collect();
        let way = if edits { self.in_place(record, field) } else { None };
        let count = self.locale.count(ids.len() as i64);
        Ok(Some(View {
            name: field.name.replace('_', "-"),
            label: self.label(object, field),
            count,
            rows: lines,
            all: None,
            add: None,
            links: way.map(|way| match self.cell(record, field) {
                Cell::Empty => (Cell::Text(self.word("known-choose")), way),
                links => (links, way),
            }),
        }))
    }
}
