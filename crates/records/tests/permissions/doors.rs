//! The doors by which one reads: what each gives is what the oracle says, no more and no less.

use std::collections::{BTreeMap, BTreeSet};

use cordee_base::{Decimal, Fault, Id, Moment, Outcome, Problem};
use cordee_records::*;
use cordee_schema::*;

use crate::support::World;
use crate::support::draw::Draw;
use crate::support::office::{self, ASKED, Oracle, Row, Seen, State};

/// The doors by which one reads, each held against the oracle.
pub struct Doors<'a> {
    pub world: &'a World,
    pub actor: Actor,
    pub oracle: &'a Oracle<'a>,
    pub seed: u64,
}

impl Doors<'_> {
    fn ask<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut Gate<'_>) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        self.world.records.read_now(&self.actor, work)
    }

    fn context(&self, door: &str) -> String {
        let (me, dialect) = (self.oracle.me, self.world.store.dialect());
        format!("CORDEE_SEED={} {dialect:?} {door} for {me} (token: {})", self.seed, self.oracle.only_reads)
    }

    fn rows(&self, object: &Object) -> impl Iterator<Item = &Row> {
        self.oracle.state.values().filter(move |row| row.object == object)
    }

    /// What one may see of an object, in the trash or out of it.
    fn seen(&self, object: &Object, trash: bool) -> Vec<&Row> {
        self.rows(object).filter(|row| row.living() != trash && self.oracle.may(Right::Read, row)).collect()
    }

    fn fields(&self, row: &Row) -> BTreeMap<&'static str, Value> {
        let fields = row.object.fields.iter().map(|field| (field.name, self.oracle.shown(row, field)));
        fields.filter(|(_, value)| !value.is_none()).collect()
    }

    fn expected(&self, rows: &[&Row]) -> Told {
        rows.iter().map(|row| (row.id, self.fields(row))).collect()
    }

    pub fn one_by_one(&self, object: &'static Object) {
        let others = self.oracle.state.values().filter(|row| row.object != object).step_by(9);
        let ids: Vec<Id> = self.rows(object).chain(others).map(|row| row.id).collect();
        let asked = ids.clone();
        let names: Vec<&'static str> = object.fields.iter().map(|field| field.name).collect();
        let answers = self.ask(move |gate| {
            let one = |id: &Id| {
                (gate.get(object, *id), gate.get_trashed(object, *id), gate.glance(object, *id, &names))
            };
            Ok(asked.iter().map(one).collect::<Vec<_>>())
        });
        for (id, (got, trashed, glanced)) in ids.iter().zip(answers.expect("answers")) {
            let row = &self.oracle.state[id];
            let may = row.object == object && self.oracle.may(Right::Read, row);
            for (door, answer, here) in [
                ("get", got, row.living()),
                ("get_trashed", trashed, !row.living()),
                ("glance", glanced, row.living()),
            ] {
                let context = self.context(&format!("{door} {} {id}", object.name));
                if let Ok(record) = &answer
                    && (door, record.head.id != *id, row.living()) == ("get", true, false)
                {
                    // It was merged: it is found where it went, by those who may see that.
                    let gone_to =
                        self.oracle.readable(record.head.id).filter(|row| row.living()).expect(&context);
                    assert_eq!(told(std::slice::from_ref(record)), self.expected(&[gone_to]), "{context}");
                    continue;
                }
                match answer {
                    Ok(record) => {
                        assert!(may && here, "{context} is open");
                        assert_eq!(told(std::slice::from_ref(&record)), self.expected(&[row]), "{context}");
                        if door != "glance" {
                            self.titles_of(&record, row, &context);
                        }
                    }
                    Err(problem) => {
                        assert!(!(may && here), "{context} is shut");
                        assert_eq!(problem, Problem::NotFound, "{context}");
                    }
                }
            }
        }
    }

    /// The titles of linked records are told where both the record and its title may be seen.
    fn titles_of(&self, record: &Record, row: &Row, context: &str) {
        for field in row.object.fields {
            if let Value::Links(ids) = self.oracle.shown(row, field) {
                let to = ids.iter().map(|id| &self.oracle.state[id]);
                let titles: Vec<Option<String>> =
                    to.map(|to| self.oracle.titled(to.object).then(|| to.name().to_owned())).collect();
                assert_eq!(record.titles_of(field.name), Some(&titles[..]), "{context}: {}", field.name);
                continue;
            }
            let to = led_to(&self.oracle.shown(row, field)).map(|to| &self.oracle.state[&to]);
            let title = to.filter(|to| self.oracle.titled(to.object)).map(Row::name);
            assert_eq!(record.title_of(field.name), title, "{context}: the title of {}", field.name);
        }
    }

    pub fn lists(&self, object: &'static Object, draw: &mut Draw) {
        for trash in [false, true] {
            let fields: Vec<&FieldDef> = object.fields.iter().collect();
            let field = draw.one(&fields);
            let sort = Sort { field: field.name, descending: draw.percent(50) };
            let sorts: [Vec<Sort>; 3] =
                [vec![], vec![sort.clone()], vec![Sort { field: "created_at", descending: false }, sort]];
            for (place, sort) in sorts.into_iter().enumerate() {
                let context = self.context(&format!("list {} trash {trash} by {sort:?}", object.name));
                let query = Query { sort, trash, limit: 7, ..Query::of(object) };
                let answer = self.ask(move |gate| {
                    let (mut query, mut records) = (query.clone(), Vec::new());
                    loop {
                        let page = gate.list(&query)?;
                        records.extend(page.records);
                        match page.next {
                            Some(next) => query.cursor = Some(next),
                            None => break,
                        }
                    }
                    query.cursor = None;
                    Ok((records, gate.count(&query)?))
                });
                if self.oracle.scope(object, Right::Read) == Scope::None {
                    assert_eq!(answer.err(), Some(Problem::NotFound), "{context}");
                    continue;
                }
                if place > 0 && !self.sorts(object, field, place == 1) {
                    assert!(refused(&answer, &["error-sort"]), "{context} gave {answer:?}");
                    continue;
                }
                let (records, count) = answer.expect(&context);
                let seen = self.seen(object, trash);
                assert_eq!(told(&records), self.expected(&seen), "{context}");
                assert_eq!((records.len(), count), (seen.len(), seen.len() as u64), "{context}");
            }
        }
    }

    /// A file holds what one may see and take out.
    pub fn exports(&self, object: &'static Object) {
        let sort = vec![Sort { field: "created_at", descending: true }];
        let query = Query { export: true, limit: 200, sort, ..Query::of(object) };
        let answer = self.ask(move |gate| gate.list(&query));
        let context = self.context(&format!("export {}", object.name));
        let scope = |right| self.oracle.scope(object, right);
        if scope(Right::Read) == Scope::None {
            assert_eq!(answer.err(), Some(Problem::NotFound), "{context}");
        } else if scope(Right::Export) == Scope::None {
            assert_eq!(answer.err(), Some(Problem::NotAllowed), "{context}");
        } else {
            let rows = self.seen(object, false);
            let rows: Vec<&Row> =
                rows.into_iter().filter(|row| self.oracle.may(Right::Export, row)).collect();
            assert_eq!(told(&answer.expect(&context).records), self.expected(&rows), "{context}");
        }
    }

    /// A search for what all names have in common finds what one sees with its name.
    pub fn searches(&self) {
        let search = Search { text: "name".to_owned(), objects: Vec::new(), limit: 500 };
        let found = self.ask(move |gate| gate.search(&search)).expect("found");
        for object in ASKED.into_iter().filter(|object| !object.system && object.part_of.is_none()) {
            let hits = found.iter().filter(|one| one.object == object).flat_map(|one| &one.hits);
            let hits: BTreeSet<Id> = hits.map(|hit| hit.id).collect();
            let mut seen = self.seen(object, false);
            seen.retain(|row| self.oracle.titled(row.object));
            let seen: BTreeSet<Id> = seen.into_iter().map(|row| row.id).collect();
            assert_eq!(hits, seen, "{}", self.context(&format!("search {}", object.name)));
        }
    }

    /// A search for what stands in a copied text finds what one sees where it comes from.
    pub fn searches_copies(&self) {
        let search = Search { text: "heard".to_owned(), objects: vec![&office::MEMO], limit: 500 };
        let found = self.ask(move |gate| gate.search(&search)).expect("found");
        let hits: BTreeSet<Id> = found.iter().flat_map(|one| &one.hits).map(|hit| hit.id).collect();
        let copy = office::MEMO.field("heard").expect("a field");
        let mut seen = self.seen(&office::MEMO, false);
        seen.retain(|row| !self.oracle.shown(row, copy).is_none());
        let seen: BTreeSet<Id> = seen.into_iter().map(|row| row.id).collect();
        assert_eq!(hits, seen, "{}", self.context("search of copies"));
    }

    /// The reasons why somebody can see a record are there if and only if they can, and so for each right.
    pub fn reasons(&self) {
        let rows: Vec<(Id, &'static Object)> =
            self.oracle.state.values().map(|row| (row.id, row.object)).collect();
        let (me, asked) = (self.oracle.me, rows.clone());
        let sights = self.world.records.read_now(&self.world.system(), move |gate| {
            asked.iter().map(|(id, object)| gate.why(object, *id, me)).collect::<Outcome<Vec<_>>>()
        });
        for ((id, object), sight) in rows.into_iter().zip(sights.expect("answers")) {
            let row = &self.oracle.state[&id];
            let context = self.context(&format!("why {} {id}: {sight:?}", object.name));
            let reads = self.oracle.may(Right::Read, row);
            assert_eq!(sight.lack.is_none(), reads, "{context}");
            for right in [Right::Read, Right::Edit, Right::Delete, Right::Export] {
                assert_eq!(sight.may(right), reads && self.oracle.may(right, row), "{context}: {right:?}");
            }
            for field in object.fields.iter().filter(|field| !field.secret) {
                let hidden = sight.hidden.iter().any(|one| one.name == field.name);
                assert_eq!(hidden, !self.oracle.sees(object, field), "{context}: {}", field.name);
            }
        }
    }

    /// Whoever follows changes is told of every record that they see, and of no other what it holds.
    pub fn changes(&self) {
        let answer = self.ask(|gate| {
            let (mut since, mut told) = (0, Vec::new());
            loop {
                let some = gate.changes(since, &[], 500)?;
                told.extend(some.list);
                since = some.next;
                if !some.more {
                    return Ok(told);
                }
            }
        });
        let context = self.context("changes");
        let told = answer.expect(&context);
        let mut seen = BTreeSet::new();
        for changed in told.iter().filter(|changed| ASKED.contains(&changed.object)) {
            let row = self.oracle.state.get(&changed.id);
            let here = row.is_some_and(|row| row.living() && self.oracle.may(Right::Read, row));
            assert_eq!(changed.gone, !here, "{context}: {} {}", changed.object.name, changed.id);
            assert!(here || changed.entry.changes.is_empty(), "{context}: {}", changed.id);
            seen.insert(changed.id);
        }
        for object in ASKED {
            let mut missed = self.seen(object, false).into_iter().filter(|row| !seen.contains(&row.id));
            assert!(missed.next().is_none(), "{context} miss some of {}", object.name);
        }
    }

    /// One sorts by what one sees of every record; by a link only if all that it can lead to may be seen.
    fn sorts(&self, object: &Object, field: &FieldDef, first: bool) -> bool {
        let whole = field.links_to().is_none_or(|to| {
            let to = ASKED.into_iter().find(|object| object.name == to);
            to.is_some_and(|to| self.oracle.whole(to))
        });
        let single = !matches!(
            field.kind,
            Kind::Address(_) | Kind::Choices(_) | Kind::LongText(_) | Kind::Links(_) | Kind::AnyLink(_)
        );
        let whole = whole && self.oracle.tells_whole(field);
        self.oracle.sees(object, field) && whole && single && (field.sorted || !first)
    }

    pub fn names(&self, object: &'static Object, draw: &mut Draw) {
        let typed = ["", "name 1", "NAME", "1", "nobody", "Person", "%", "team"][draw.below(8)];
        let ids: Vec<Id> = self.oracle.state.keys().copied().collect();
        let fields: Vec<&'static FieldDef> = object.fields.iter().collect();
        let field = draw.one(&fields);
        let text = format!("{} {}", field.name, draw.below(12));
        let foreign: Vec<(String, String)> =
            self.rows(object).filter_map(|row| row.foreign.clone()).collect();
        let (asked, text_asked, foreign_asked) = (ids, text.clone(), foreign.clone());
        let answer = self.ask(move |gate| {
            let hits = gate.lookup(object, typed, 50)?;
            // What search finds, a test of its own holds against a naive reading.
            let search = Search { text: typed.to_owned(), objects: vec![object], limit: 50 };
            let found = gate.search(&search)?.into_iter().flat_map(|found| found.hits);
            let searched: BTreeSet<Id> = found.map(|hit| hit.id).collect();
            let titles = gate.titles(object, &asked)?;
            let with = gate.with_text(object, field, &text_asked)?;
            let foreign = foreign_asked.iter().map(|(system, id)| gate.find_foreign(object, system, id));
            let foreign = foreign.collect::<Outcome<Vec<_>>>()?;
            Ok((hits, searched, titles, with, foreign))
        });
        let context = self.context(&format!("names of {}", object.name));
        let (hits, searched, titles, with, found) = answer.expect(&context);
        let seen = self.seen(object, false);
        let titled = |rows: Vec<&&Row>| -> BTreeSet<(Id, String)> {
            let rows = if self.oracle.titled(object) { rows } else { Vec::new() };
            rows.into_iter().map(|row| (row.id, row.name().to_owned())).collect()
        };
        let given = |hits: Vec<Hit>| hits.into_iter().map(|hit| (hit.id, hit.title)).collect::<BTreeSet<_>>();
        let indexed = object.field(object.title).is_some_and(FieldDef::indexed) || typed.is_empty();
        let looked_for = |row: &Row| match object.fields.iter().any(|field| field.searched) {
            true => indexed && fold(row.name()).starts_with(&fold(typed)) || searched.contains(&row.id),
            false => fold(row.name()).contains(&fold(typed)),
        };
        let like = seen.iter().filter(|row| looked_for(row)).collect();
        assert_eq!(given(hits), titled(like), "{context}: lookup {typed}");
        assert_eq!(given(titles), titled(seen.iter().collect()), "{context}: titles");
        let same: BTreeSet<Id> = seen
            .iter()
            .filter(|row| self.oracle.shown(row, field).as_text() == Some(&text))
            .map(|row| row.id)
            .collect();
        assert!(with.iter().all(|id| same.contains(id)), "{context}: with_text {} {text}", field.name);
        assert_eq!(with.len(), same.len().min(2), "{context}: with_text {} {text}", field.name);
        for (foreign, found) in foreign.iter().zip(found) {
            let row = self.rows(object).find(|row| row.foreign.as_ref() == Some(foreign)).expect(&context);
            match found {
                // It was merged, and is found where it went.
                Some(to) if to != row.id => {
                    let gone_to = seen.iter().any(|row| row.id == to);
                    assert!(!row.living() && gone_to, "{context}: find_foreign {foreign:?} gave {to}");
                }
                found => {
                    let there = seen.iter().find(|seen| seen.id == row.id).map(|row| row.id);
                    assert_eq!(found, there, "{context}: find_foreign {foreign:?}");
                }
            }
        }
    }

    fn paths(&self, object: &'static Object) -> Vec<Path> {
        let catalog = office::catalog();
        let mut paths: Vec<Path> = Vec::new();
        for field in object.fields.iter().filter(|field| !field.secret) {
            paths.push(Path::field(object, field));
            let to = field.links_to().and_then(|to| catalog.object(to));
            for further in to.iter().flat_map(|to| to.fields).filter(|further| !further.secret) {
                let text = format!("{}.{}", field.name, further.name);
                paths.push(Path::resolve(&catalog, object, &text).expect("a path"));
                let to = further.links_to().and_then(|to| catalog.object(to));
                if let Some(last) = to.and_then(|to| to.field(to.title)) {
                    let text = format!("{text}.{}", last.name);
                    paths.push(Path::resolve(&catalog, object, &text).expect("a path"));
                }
            }
        }
        paths.extend(
            ["created_by", "created_by.name"].iter().filter_map(|t| Path::resolve(&catalog, object, t).ok()),
        );
        paths
    }

    /// The same, and those by links to many, of which conditions can ask.
    fn asked(&self, object: &'static Object) -> Vec<Path> {
        let catalog = office::catalog();
        let mut paths = self.paths(object);
        for field in object.fields.iter() {
            let to = field.many_to().and_then(|to| catalog.object(to));
            for further in to.iter().flat_map(|to| to.fields).filter(|further| !further.secret) {
                let text = format!("{}.{}", field.name, further.name);
                paths.push(Path::asked(&catalog, object, &text).expect("a path"));
            }
        }
        paths
    }

    pub fn groups(&self, object: &'static Object, draw: &mut Draw) {
        let paths = self.paths(object);
        for _ in 0..4 {
            let by = draw.one(&paths);
            let numbers =
                paths.iter().filter(|path| matches!(path.field.kind, Kind::Number(_) | Kind::Money(_)));
            let of = draw.one(&numbers.chain([&by]).cloned().collect::<Vec<_>>());
            let summed = matches!(of.field.kind, Kind::Number(_) | Kind::Money(_));
            let what = if summed { Reckon::Sum(of.clone()) } else { Reckon::CountOf(of.clone()) };
            let grouping = Grouping {
                object,
                by: vec![By { path: by.clone(), period: None }],
                measures: vec![Measure::of(Reckon::Count), Measure::of(what)],
                filter: Filter::everything(),
                as_of: None,
            };
            let context = self.context(&format!("group {} by {} of {}", object.name, by.text(), of.text()));
            let answer = self.ask(move |gate| gate.group(&grouping));
            if self.oracle.scope(object, Right::Read) == Scope::None {
                assert_eq!(answer.err(), Some(Problem::NotFound), "{context}");
                continue;
            }
            if !self.oracle.knows(&by, object) || !self.oracle.knows(&of, object) {
                assert!(refused(&answer, &["error-unknown-field"]), "{context} gave {answer:?}");
                continue;
            }
            let mut wanted: BTreeMap<String, (Decimal, Option<Decimal>)> = BTreeMap::new();
            for row in self.seen(object, false) {
                let seen = Seen { oracle: self.oracle, row, now: self.world.records.now() };
                let value = seen.value(&of);
                let more = match &value {
                    _ if !summed => Some(Decimal::from(u8::from(!value.is_none()))),
                    Value::Number(number) => Some(*number),
                    Value::Money(money) => Some(money.minor().into()),
                    _ => None,
                };
                // Under each of the records that it links to.
                let keys = match seen.value(&by) {
                    Value::Links(ids) => ids.into_iter().map(Value::Link).collect(),
                    one => vec![one],
                };
                for key in keys {
                    let group = wanted.entry(format!("{key:?}")).or_default();
                    group.0 += Decimal::ONE;
                    group.1 = match (group.1, more) {
                        (Some(sum), Some(more)) => Some(sum + more),
                        (sum, more) => sum.or(more),
                    };
                }
            }
            let rows = answer.expect(&context);
            let given: BTreeMap<_, _> = rows
                .iter()
                .map(|row| {
                    (format!("{:?}", row.keys[0].value), (row.values[0].unwrap_or_default(), row.values[1]))
                })
                .collect();
            assert_eq!(given, wanted, "{context}");
            for key in rows.iter().map(|row| &row.keys[0]) {
                if let Some(id) = led_to(&key.value) {
                    let to = &self.oracle.state[&id];
                    let (any, titled) = (key.value.as_link().is_none(), self.oracle.titled(to.object));
                    let text = match (any, titled && (any || to.living())) {
                        (_, true) => to.name().to_owned(),
                        (true, false) => format!("{}:{id}", to.object.name),
                        (false, false) => id.to_string(),
                    };
                    assert_eq!(key.text, text, "{context}");
                }
            }
        }
    }

    pub fn filters(&self, object: &'static Object, draw: &mut Draw) {
        let paths = self.asked(object);
        for _ in 0..6 {
            let path = draw.one(&paths);
            let operators = path.field.kind.behave().operators();
            let Some(operator) = operators.get(draw.below(operators.len().max(1))).copied() else { continue };
            let value = office::drawn_value(path.field, draw, self.oracle.state, &self.oracle.office.people);
            if value.is_none() && !operator.is_bare() {
                continue;
            }
            let values = match value {
                Value::Links(ids) => ids.into_iter().map(Value::Link).collect(),
                one => vec![one],
            };
            let operand = if operator.is_bare() { Operand::None } else { Operand::Values(values) };
            let mut filter = Filter::Where(Condition { path: path.clone(), operator, operand });
            if draw.percent(30) {
                filter = Filter::Not(Box::new(filter));
            }
            let (trash, in_measure) = (draw.percent(20), draw.percent(30));
            let context = self.context(&format!("filter {} trash {trash} {}", object.name, filter.text()));
            let query = Query { limit: 200, trash, ..Query::of(object) }.filter(filter.clone());
            let query = Query { sort: vec![Sort { field: "created_at", descending: true }], ..query };
            let measured = Grouping {
                object,
                by: vec![],
                measures: vec![Measure::when(Reckon::Count, filter.clone())],
                filter: Filter::everything(),
                as_of: None,
            };
            let answer = self.ask(move |gate| {
                let page = gate.list(&query)?;
                let rows = if in_measure { gate.group(&measured)? } else { Vec::new() };
                Ok((page.records, gate.count(&query)?, rows))
            });
            if self.oracle.scope(object, Right::Read) == Scope::None {
                assert_eq!(answer.err(), Some(Problem::NotFound), "{context}");
                continue;
            }
            if !self.oracle.knows(&path, object) {
                assert!(refused(&answer, &["error-unknown-field"]), "{context} gave {answer:?}");
                continue;
            }
            let holds =
                |row: &&&Row| filter.holds(&Seen { oracle: self.oracle, row, now: self.world.records.now() });
            let rows: Vec<&Row> = self.seen(object, trash).iter().filter(holds).copied().collect();
            let (records, count, measured) = answer.expect(&context);
            assert_eq!(told(&records), self.expected(&rows), "{context}");
            assert_eq!(count, rows.len() as u64, "{context}");
            if let Some(row) = measured.first() {
                let living = self.seen(object, false).iter().filter(holds).count();
                assert_eq!(row.values[0], Some(living.into()), "{context} in a measure");
            }
        }
    }

    /// As of a moment: what one may see today, as it was then; what is not tracked, as it is.
    pub fn past(&self, object: &'static Object, past: &[(Moment, State)]) {
        let tracked = object.tracked().next().is_some();
        for (then, state) in past {
            let was = |row: &Row| -> Option<Row> {
                let old = state.get(&row.id);
                let there = match tracked {
                    true => {
                        old.is_some_and(Row::living) && row.deleted_at.is_none_or(|deleted| deleted > *then)
                    }
                    false => row.created_at <= *then && row.deleted_at.is_none_or(|deleted| deleted > *then),
                };
                let mut row = row.clone();
                for field in object.tracked() {
                    row.values.insert(field.name, old?.values.get(field.name)?.clone());
                }
                there.then_some(row)
            };
            let rows: Vec<Row> =
                self.rows(object).filter(|row| self.oracle.may(Right::Read, row)).filter_map(was).collect();
            let context = self.context(&format!("{} as of {then}", object.name));
            let ids: Vec<Id> = self.rows(object).map(|row| row.id).collect();
            let then = *then;
            let kept: Vec<&'static FieldDef> =
                object.tracked().filter(|field| field.many_to().is_none()).collect();
            let fields = kept.iter().map(|field| field.name).collect();
            let stretches = Stretches {
                object,
                filter: Filter::everything(),
                since: then,
                until: then,
                fields,
                only: None,
            };
            let answer = self.ask(move |gate| {
                let sort = vec![Sort { field: "created_at", descending: false }];
                let page = gate.list(&Query { limit: 200, as_of: Some(then), sort, ..Query::of(object) })?;
                let each: Vec<Record> =
                    ids.iter().filter_map(|id| gate.get_as_of(object, *id, then).ok()).collect();
                let all = Grouping {
                    object,
                    by: vec![],
                    measures: vec![Measure::of(Reckon::Count)],
                    filter: Filter::everything(),
                    as_of: Some(then),
                };
                let stretches = if tracked { gate.stretches(&stretches)? } else { Vec::new() };
                Ok((page.records, each, gate.group(&all)?, stretches))
            });
            if self.oracle.scope(object, Right::Read) == Scope::None {
                assert_eq!(answer.err(), Some(Problem::NotFound), "{context}");
                continue;
            }
            let (listed, each, counted, stretches) = answer.expect(&context);
            let rows: Vec<&Row> = rows.iter().collect();
            assert_eq!(told(&listed), self.expected(&rows), "{context}: list");
            assert_eq!(told(&each), self.expected(&rows), "{context}: get");
            assert_eq!(counted[0].values[0], Some(rows.len().into()), "{context}: group");
            if tracked {
                let given: BTreeMap<Id, Vec<Value>> =
                    stretches.iter().map(|stretch| (stretch.id, stretch.values.clone())).collect();
                let values = |row: &Row| kept.iter().map(|field| self.oracle.shown(row, field)).collect();
                let wanted: BTreeMap<Id, Vec<Value>> = rows.iter().map(|row| (row.id, values(row))).collect();
                assert_eq!(given, wanted, "{context}: stretches");
                assert_eq!(stretches.len(), given.len(), "{context}: one stretch for each");
            }
        }
    }

    pub fn histories(&self) {
        let rows: Vec<(Id, &'static Object)> =
            self.oracle.state.values().map(|row| (row.id, row.object)).collect();
        let asked = rows.clone();
        let answers = self.ask(move |gate| {
            let one = |(id, object): &(Id, &'static Object)| {
                let last = if object.mergeable { gate.last_merged(object, *id) } else { Ok(None) };
                (gate.history(object, *id, None, 500), last)
            };
            Ok(asked.iter().map(one).collect::<Vec<_>>())
        });
        for ((id, object), (history, last)) in rows.into_iter().zip(answers.expect("answers")) {
            let row = &self.oracle.state[&id];
            let context = self.context(&format!("history of {} {id}", object.name));
            if !self.oracle.may(Right::Read, row) {
                assert_eq!(history.err(), Some(Problem::NotFound), "{context}");
                assert!(matches!(last, Ok(None) | Err(Problem::NotFound)), "{context}: last merged {last:?}");
                continue;
            }
            let history = history.expect(&context);
            assert!(!history.is_empty(), "{context} is empty");
            for entry in &history {
                if let Some(name) = &entry.actor_name {
                    let person = entry.actor.and_then(|id| self.oracle.readable(id)).expect(&context);
                    assert!(self.oracle.titled(person.object) && person.name() == name, "{context}: {name}");
                }
                if let Some((with, name)) =
                    entry.shared.as_ref().and_then(|s| Some((s.with, s.name.as_ref()?)))
                {
                    let to = self.oracle.readable(with.id()).expect(&context);
                    assert!(self.oracle.titled(to.object) && to.name() == name, "{context}: {name}");
                }
                for change in &entry.changes {
                    let field = object.field(change.field).expect("a field");
                    let told = self.oracle.sees(object, field) && self.oracle.tells_whole(field);
                    assert!(told, "{context}: {}", change.field);
                    let many = field.many_to().is_some();
                    assert!(!many || change.old != change.new, "{context}: {} did not change", change.field);
                    for (value, titles) in [(&change.old, &change.lists.0), (&change.new, &change.lists.1)] {
                        let Value::Links(ids) = value else { continue };
                        let to = ids.iter().map(|id| self.oracle.readable(*id).expect(&context));
                        let titled = to.map(|to| self.oracle.titled(to.object).then(|| to.name().to_owned()));
                        assert_eq!(&titled.collect::<Vec<_>>(), titles, "{context}");
                    }
                    for (value, title) in [(&change.old, &change.titles.0), (&change.new, &change.titles.1)] {
                        let Some(to) = led_to(value) else { continue };
                        let to = self.oracle.readable(to).expect(&context);
                        let may = self.oracle.titled(to.object);
                        assert!(
                            title.as_deref().is_none_or(|title| may && title == to.name()),
                            "{context}: {title:?}"
                        );
                    }
                }
            }
        }
    }
}

/// The record that a link of either kind leads to.
fn led_to(value: &Value) -> Option<Id> {
    match value {
        Value::Link(to) => Some(*to),
        Value::AnyLink(to) => Some(to.id),
        _ => None,
    }
}

/// What a door gave, in the words of the oracle.
type Told = BTreeMap<Id, BTreeMap<&'static str, Value>>;

fn told(records: &[Record]) -> Told {
    let fields = |record: &Record| {
        record.fields().filter(|(_, value)| !value.is_none()).map(|(f, v)| (f.name, v.clone())).collect()
    };
    records.iter().map(|record| (record.head.id, fields(record))).collect()
}

fn refused<T>(outcome: &Outcome<T>, keys: &[&str]) -> bool {
    let key = |faults: &Vec<Fault>| faults.iter().any(|fault| keys.contains(&fault.key));
    matches!(outcome, Err(Problem::Invalid(faults)) if key(faults))
}
