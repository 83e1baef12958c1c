//! The timeline of a record: what was done about it and about what hangs on it, what was said, what was changed; what is
//! planned stands on top. Narrowed by sort, person, days and words; loaded in pages.

use cordee_base::{Date, Id, Moment, Outcome};
use cordee_records::system::comment::COMMENT;
use cordee_records::{Ordered, Right, Scope};
use cordee_schema::filter::quoted;
use cordee_schema::{Deeds, FieldDef, Filter, Kind, Object, Record, Value, fold};
use cordee_ui::screens::record::Entry as View;
use cordee_ui::screens::timeline::{Deed, Tools};
use cordee_ui::{Cell, Person, Pick, Tone};

use super::address::Address;
use super::cells::plain;
use super::comments::Writing;
use super::field::field_path;
use super::icons::sort_icon;
use super::reader::{Reader, record_path};

/// How many entries stand on a page of it.
const SHOWN: usize = 20;
/// How many planned things stand on top.
const PLANNED: u64 = 30;
/// The sorts that are no deeds.
const COMMENTS: &str = "comments";
const CHANGES: &str = "changes";

/// What the timeline of a record shows.
pub(crate) struct Timeline {
    /// What is planned, the earliest first.
    pub planned: Vec<View>,
    /// What has been, the latest first.
    pub entries: Vec<View>,
    /// The address of what was before.
    pub older: Option<String>,
    /// What narrows it.
    pub tools: Tools,
}

/// What somebody wants to see of a timeline.
struct Wanted {
    sort: String,
    who: Option<Id>,
    from: Option<Date>,
    to: Option<Date>,
    words: String,
    until: Option<Moment>,
    before: Option<i64>,
}

impl Wanted {
    fn read(address: &Address) -> Wanted {
        let text = |name: &str| address.one(name).unwrap_or("").trim().to_owned();
        Wanted {
            sort: text("sort"),
            who: text("who").parse().ok(),
            from: text("from").parse().ok(),
            to: text("to").parse().ok(),
            words: text("words"),
            until: text("until").parse().ok().map(Moment::from_micros),
            before: text("before").parse().ok(),
        }
    }

    fn is_narrowed(&self) -> bool {
        let days = self.from.is_some() || self.to.is_some();
        !self.sort.is_empty() || self.who.is_some() || days || !self.words.is_empty()
    }

    fn wants(&self, sort: &str) -> bool {
        self.sort.is_empty() || self.sort == sort
    }
}

impl Reader<'_, '_> {
    /// The object whose records are deeds, and how they tell of themselves, if the reader may see some.
    pub(crate) fn deeds(&self) -> Option<(&'static Object, Deeds)> {
        let found = self.gate.catalog().objects().find_map(|object| Some((object, object.deeds?)))?;
        self.may(found.0, Right::Read).then_some(found)
    }

    /// The timeline of a record, as the address asks for it.
    pub(crate) fn timeline(&mut self, record: &Record, writing: Option<&Writing>) -> Outcome<Timeline> {
        let wanted = Wanted::read(&self.visit.address);
        let mut entries = Vec::new();
        let (mut planned, mut sorts) = (Vec::new(), Vec::new());
        if let Some((object, deeds)) = self.deeds() {
            let about = self.ways_to(object, record)?;
            entries.extend(self.done(object, &deeds, &about, &wanted)?);
            if wanted.until.is_none() && wanted.from.is_none() && wanted.to.is_none() {
                planned = self.planned(record, object, &deeds, &about, &wanted)?;
            }
            let kind = object.field(deeds.kind);
            let options = kind.map_or(&[][..], |field| field.kind.options());
            sorts.extend(kind.into_iter().flat_map(|field| {
                options.iter().map(|option| self.pick(object, field, options, option.key)).collect::<Vec<_>>()
            }));
        }
        if wanted.wants(COMMENTS) {
            entries.extend(self.remarks(record, &wanted, writing)?);
        }
        let changes = wanted.wants(CHANGES) && wanted.words.is_empty();
        let told = if changes { self.changes_shown(record, &wanted)? } else { Vec::new() };
        let seqs: Vec<(Moment, i64)> = told.iter().map(|(at, seq, _)| (*at, *seq)).collect();
        entries.extend(told.into_iter().map(|(at, _, view)| (at, view)));
        entries.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
        let mut end = entries.len().min(SHOWN);
        // What happened at the same moment stays on one page.
        while end > 0 && end < entries.len() && entries[end].0 == entries[end - 1].0 {
            end += 1;
        }
        let older = (end < entries.len()).then(|| {
            let last = entries[end - 1].0;
            let seq = seqs.iter().filter(|(at, _)| *at >= last).map(|(_, seq)| *seq).min().or(wanted.before);
            let here = Address { path: record_path(record.object, record.head.id), ..self.here() };
            let here = here.with("until", last.micros()).without(&["before", "comment"]);
            seq.map_or(here.clone(), |seq| here.with("before", seq)).to_string()
        });
        entries.truncate(end);
        sorts.push(Pick::new(COMMENTS, self.word("timeline-comments")));
        sorts.push(Pick::new(CHANGES, self.word("timeline-changes")));
        let tools = self.tools(record, &wanted, sorts)?;
        Ok(Timeline { planned, entries: entries.into_iter().map(|(_, view)| view).collect(), older, tools })
    }

    /// How deeds come to be about a record: by their own links to it, and by those to what hangs on it.
    fn ways_to(&mut self, object: &'static Object, record: &Record) -> Outcome<Vec<Filter>> {
        let (here, id) = (record.object, quoted(&record.head.id.to_string()));
        let mut texts = Vec::new();
        for field in object.fields.iter().filter(|field| self.sees(object, field)) {
            match field.kind {
                Kind::Link(link) if link.to == here.name => texts.push(format!("{} = {id}", field.name)),
                Kind::Links(links) if links.to == here.name => texts.push(format!("{} has {id}", field.name)),
                Kind::AnyLink(_) => {
                    texts.push(format!(
                        "{} = {}",
                        field.name,
                        quoted(&format!("{}:{}", here.name, record.head.id))
                    ));
                }
                Kind::Link(link) => {
                    let to = self.gate.catalog().object(link.to).filter(|to| !to.system);
                    let hangs = to.filter(|to| self.may(to, Right::Read)).and_then(|to| {
                        let back = self.field(to, here.name)?;
                        (back.links_to() == Some(here.name) && back.indexed()).then_some(back)
                    });
                    texts.extend(hangs.map(|back| format!("{}.{} = {id}", field.name, back.name)));
                }
                _ => {}
            }
        }
        let (catalog, reading) = (self.gate.catalog(), self.gate.reading().clone());
        let read = |text: String| Filter::parse(&text, catalog, object, &reading);
        Ok(texts.into_iter().map(read).collect::<Result<_, _>>()?)
    }

    /// The filters of deeds that the reader has chosen.
    fn narrowed_deeds(&self, object: &'static Object, deeds: &Deeds, wanted: &Wanted) -> Outcome<Filter> {
        let mut texts = Vec::new();
        if !wanted.sort.is_empty() {
            texts.push(format!("{} = {}", deeds.kind, quoted(&wanted.sort)));
        }
        if let (Some(who), Some(owner)) = (wanted.who, object.owner) {
            texts.push(format!("{owner} = {}", quoted(&who.to_string())));
        }
        if !wanted.words.is_empty() {
            let words = quoted(&wanted.words);
            texts.push(format!("({} contains {words} or {} contains {words})", object.title, deeds.notes));
        }
        Ok(Filter::parse(&texts.join(" and "), self.gate.catalog(), object, self.gate.reading())?)
    }

    fn done(
        &mut self,
        object: &'static Object,
        deeds: &Deeds,
        about: &[Filter],
        wanted: &Wanted,
    ) -> Outcome<Vec<(Moment, View)>> {
        if [COMMENTS, CHANGES].contains(&wanted.sort.as_str()) {
            return Ok(Vec::new());
        }
        let mut narrowed = self.narrowed_deeds(object, deeds, wanted)?;
        let (catalog, reading) = (self.gate.catalog(), self.gate.reading().clone());
        let mut more = vec![format!("{} = yes", deeds.done)];
        more.extend(wanted.from.map(|from| {
            let from = quoted(&self.locale.zone.start_of(from).to_string());
            format!("{} >= {from}", deeds.done_at)
        }));
        narrowed = narrowed.and(Filter::parse(&more.join(" and "), catalog, object, &reading)?);
        let records =
            self.each(object, about, &narrowed, deeds.done_at, true, self.end(wanted), SHOWN as u64 + 1)?;
        let at = |record: &Record| match record.value(deeds.done_at) {
            Some(Value::Moment(at)) => Some(*at),
            _ => None,
        };
        let mut entries = Vec::new();
        for record in &records {
            let Some(at) = at(record) else { continue };
            let when = self.locale.near_moment(at, self.gate.today());
            entries.push((at, self.deed(record, deeds, None, when, at.to_string())));
        }
        Ok(entries)
    }

    fn planned(
        &mut self,
        here: &Record,
        object: &'static Object,
        deeds: &Deeds,
        about: &[Filter],
        wanted: &Wanted,
    ) -> Outcome<Vec<View>> {
        if [COMMENTS, CHANGES].contains(&wanted.sort.as_str()) {
            return Ok(Vec::new());
        }
        let narrowed = self.narrowed_deeds(object, deeds, wanted)?;
        let open =
            Filter::parse(&format!("{} = no", deeds.done), self.gate.catalog(), object, self.gate.reading())?;
        let records = self.each(object, about, &narrowed.and(open), deeds.planned, false, None, PLANNED)?;
        let mut planned = Vec::new();
        for record in &records {
            let Some(Value::Date(day)) = record.value(deeds.planned) else { continue };
            let (day, late) = (*day, *day < self.gate.today());
            let when = self.locale.near_date(day, self.gate.today());
            let mut view = self.deed(record, deeds, Some(here), when, day.to_string());
            if let (true, Some(deed)) = (late, &mut view.deed) {
                deed.tone = Tone::Overdue;
            }
            planned.push(view);
        }
        Ok(planned)
    }

    /// The records that are like one of these, in order, each once.
    #[expect(clippy::too_many_arguments, reason = "what is asked, each said once")]
    fn each(
        &mut self,
        object: &'static Object,
        about: &[Filter],
        narrowed: &Filter,
        by: &'static str,
        descending: bool,
        before: Option<Moment>,
        limit: u64,
    ) -> Outcome<Vec<Record>> {
        let mut found: Vec<Record> = Vec::new();
        for filter in about {
            let filter = filter.clone().and(narrowed.clone());
            let wanted = Ordered { object, filter, by, descending, before, limit };
            for record in self.gate.ordered(&wanted)? {
                if !found.iter().any(|known| known.head.id == record.head.id) {
                    found.push(record);
                }
            }
        }
        let key = |record: &Record| match record.value(by) {
            Some(Value::Moment(at)) => at.micros(),
            Some(Value::Date(day)) => self.locale.zone.start_of(*day).micros(),
            _ => 0,
        };
        found.sort_by_key(|record| if descending { -key(record) } else { key(record) });
        found.truncate(limit as usize);
        Ok(found)
    }

    /// A deed as it stands in the timeline; one that is planned can be done there.
    fn deed(
        &self,
        record: &Record,
        deeds: &Deeds,
        planned: Option<&Record>,
        when: String,
        iso: String,
    ) -> View {
        let object = record.object;
        let field = |name: &str| self.field(object, name);
        let shown = |name: &str| field(name).map_or(Cell::Empty, |field| self.cell(record, field));
        let kind = record.value(deeds.kind).and_then(Value::as_text).unwrap_or("").to_owned();
        let icon = sort_icon(object, &kind);
        let owner = object.owner.and_then(|owner| record.title_of(owner));
        let facts = deeds.facts.iter().map(|name| shown(name)).filter(|cell| !matches!(cell, Cell::Empty));
        let open = field(deeds.done).filter(|done| {
            planned.is_some() && self.may(object, Right::Edit) && self.settable(object, done, Some(record))
        });
        let done = open.map(|done| {
            let back = planned.map(|here| record_path(here.object, here.head.id)).unwrap_or_default();
            let now = self.typed_of(record);
            let hidden = [
                ("version", record.head.version.to_string()),
                ("was", self.mark_of(done, &now)),
                (done.name, "true".to_owned()),
                ("back", back),
            ];
            let hidden = hidden.map(|(name, value)| (name.to_owned(), value)).to_vec();
            (field_path(object, record.head.id, done.name), hidden)
        });
        let begins = record.value(deeds.starts).is_some_and(|value| !value.is_none());
        let day = field(if begins { deeds.starts } else { deeds.due });
        let moves = day.filter(|_| planned.is_some()).and_then(|day| self.in_place(record, day));
        View {
            when,
            when_iso: iso,
            who: Person::named(owner.map_or_else(|| self.word("app-name"), str::to_owned)),
            what: plain(&shown(deeds.kind)),
            door: String::new(),
            changes: Vec::new(),
            said: None,
            deed: Some(Deed {
                icon,
                title: record.title(),
                href: record_path(object, record.head.id),
                facts: facts.collect(),
                notes: plain(&shown(deeds.notes)),
                tone: Tone::Neutral,
                done,
                moves: moves.map(|way| (day.map_or(Cell::Empty, |day| self.cell(record, day)), way)),
            }),
        }
    }

    /// The comments that the reader wants to see.
    fn remarks(
        &mut self,
        record: &Record,
        wanted: &Wanted,
        writing: Option<&Writing>,
    ) -> Outcome<Vec<(Moment, View)>> {
        let (object, id) = (record.object, record.head.id);
        let about = !object.system && !object.is_part_of_any();
        if !about || self.gate.access().scope(&COMMENT, Right::Read) == Scope::None {
            return Ok(Vec::new());
        }
        // Who looks for some of them looks through more.
        let most = if wanted.is_narrowed() { 200 } else { SHOWN as u32 + 1 };
        let since = wanted.from.map(|from| self.locale.zone.start_of(from));
        let found = self.gate.comments(object, id, (since, self.end(wanted)), most)?;
        let words = fold(&wanted.words);
        let says = |comment: &cordee_records::Comment| {
            wanted.who.is_none_or(|who| comment.author_id == Some(who))
                && fold(&comment.text).contains(&words)
        };
        let found: Vec<_> = found.into_iter().filter(says).collect();
        Ok(self.shown_comments(record, &found, writing))
    }

    /// What was changed, with the numbers in the journal.
    fn changes_shown(&mut self, record: &Record, wanted: &Wanted) -> Outcome<Vec<(Moment, i64, View)>> {
        let most = if wanted.is_narrowed() { 200 } else { SHOWN as u32 + 1 };
        let entries = self.gate.history(record.object, record.head.id, wanted.before, most)?;
        let since = wanted.from.map(|from| self.locale.zone.start_of(from));
        let end = wanted.to.and_then(|to| to.tomorrow().ok()).map(|day| self.locale.zone.start_of(day));
        let asked = entries.into_iter().filter(|entry| {
            wanted.who.is_none_or(|who| entry.actor == Some(who))
                && since.is_none_or(|since| entry.at >= since)
                && end.is_none_or(|end| entry.at < end)
        });
        Ok(asked.map(|entry| (entry.at, entry.seq, self.entry(record, &entry))).collect())
    }

    /// The moment before which all must be that stands on this page.
    fn end(&self, wanted: &Wanted) -> Option<Moment> {
        let last = wanted.to.and_then(|to| to.tomorrow().ok()).map(|day| self.locale.zone.start_of(day));
        match (wanted.until, last) {
            (Some(until), Some(last)) => Some(until.min(last)),
            (until, last) => until.or(last),
        }
    }

    fn tools(&mut self, record: &Record, wanted: &Wanted, sorts: Vec<Pick>) -> Outcome<Tools> {
        let people = match self.deeds().and_then(|(object, _)| object.field(object.owner?)) {
            Some(owner) => self.people(owner)?,
            None => Vec::new(),
        };
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let path = record_path(record.object, record.head.id);
        Ok(Tools {
            action: path.clone(),
            sort: wanted.sort.clone(),
            sorts,
            who: wanted.who.map(|who| who.to_string()).unwrap_or_default(),
            people,
            from: day(wanted.from),
            to: day(wanted.to),
            words: wanted.words.clone(),
            reset: wanted.is_narrowed().then_some(path),
        })
    }

    fn people(&mut self, owner: &'static FieldDef) -> Outcome<Vec<Pick>> {
        Ok(self.choices(owner, &Vec::new())?.unwrap_or_default())
    }
}
