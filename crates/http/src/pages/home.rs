//! Today: what waits for somebody, section by section as features declare it, and the month so far.

use std::collections::{HashMap, HashSet};

use cordee_base::{Date, Decimal, Id, Moment, Outcome, Period};
use cordee_i18n::Arg;
use cordee_kit::{Ask, Metric, Section, Source};
use cordee_records::{Query, Right, Sort};
use cordee_schema::{FieldDef, Filter, Kind, Object, Record, Rights, Value};
use cordee_ui::components::Empty;
use cordee_ui::screens::home::{Home, Item, ItemVerb, MonthFigure, Part, home as draw};
use cordee_ui::{Action, Cell, Icon, Pick, Toast, Tone, Way};

use super::address::Address;
use super::cells::plain;
use super::icons::icon;
use super::reader::{Page, Reader, record_path};
use super::visit::{Answered, Visit};
use super::whose::Whose;

/// How many records a section shows.
const SHOWN: usize = 12;

/// `GET /`.
pub(crate) async fn home(visit: Visit) -> Answered {
    visit.page(|reader| reader.home_page()).await
}

/// A record that waits, before it is shown.
struct Waiting {
    source: &'static Source,
    record: Record,
    since: Moment,
    snoozed: Option<Date>,
}

/// What was found for a section: the records, and the lists of those that are not shown.
#[derive(Default)]
struct Found {
    waiting: Vec<Waiting>,
    more: Vec<(String, String)>,
    snoozed: usize,
}

impl Reader<'_, '_> {
    fn home_page(&mut self) -> Outcome<Page> {
        let today = self.registry().today;
        let objects: Vec<&'static Object> =
            today.sources().filter_map(|source| self.gate.object(source.object).ok()).collect();
        let whose = self.whose(&objects)?;
        let mut snoozed: HashMap<&'static str, HashMap<Id, Date>> = HashMap::new();
        for object in &objects {
            if !snoozed.contains_key(object.name) {
                snoozed.insert(object.name, self.gate.snoozed(object)?);
            }
        }
        let (mut shown, mut parts, mut put_off) = (HashSet::new(), Vec::new(), 0);
        for section in today.sections {
            let found = self.found(section, &whose, &snoozed, &mut shown)?;
            put_off += found.snoozed;
            parts.extend(self.section_part(section, found, &whose)?);
        }
        let mut month = Vec::new();
        for name in today.month {
            if let Ok(metric) = self.registry().metric(name) {
                month.extend(self.month_figure(metric, &whose)?);
            }
        }
        let name = self.gate.access().name.clone();
        let greeting = self.say("home-greeting", &[("name", Arg::from(&name))]);
        let nothing = parts.iter().all(|part| part.items.is_empty());
        let view = Home {
            title: greeting,
            intro: self.locale.date(self.gate.today()),
            whose: self.whose_tabs(&objects, &whose),
            month_title: self.month_title(),
            month,
            parts,
            back: self.here().to_string(),
            later: self.days_later(),
            put_off: self.put_off(put_off),
            empty: nothing.then(|| self.nothing_waits(&objects)),
        };
        let mut page = Page::new(self.word("nav-home"), "/", draw(self.language(), &view));
        page.toast = self.just_done();
        Ok(page)
    }

    fn found(
        &mut self,
        section: &'static Section,
        whose: &Whose,
        snoozed: &HashMap<&'static str, HashMap<Id, Date>>,
        shown: &mut HashSet<Id>,
    ) -> Outcome<Found> {
        let (mut found, all) = (Found::default(), self.visit.address.one("snoozed").is_some());
        for source in section.sources {
            let Ok(object) = self.gate.object(source.object) else { continue };
            let off = snoozed.get(object.name);
            let filter = Filter::parse(source.filter, self.gate.catalog(), object, self.gate.reading())?;
            let filter = filter.and(self.of_whom(object, whose)?);
            let limit = SHOWN + 1 + off.map_or(0, HashMap::len);
            let mut query = Query::of(object).filter(filter.clone()).limit((limit as u32).min(Query::MOST));
            query.sort = vec![Sort { field: source.sort.0, descending: source.sort.1 }];
            query.fields = Some(self.read_of(object, source));
            let records = self.gate.list(&query)?.records;
            let mut kept = 0;
            for record in records {
                let until = off.and_then(|off| off.get(&record.head.id)).copied();
                found.snoozed += usize::from(until.is_some());
                if (until.is_some() && !all) || shown.contains(&record.head.id) {
                    continue;
                }
                if kept == SHOWN {
                    let all = Address::of(format!("/{}", object.plural)).and("filter", filter.text());
                    found.more.push((self.many(object), all.to_string()));
                    break;
                }
                kept += 1;
                let since = self.since(source, &record);
                found.waiting.push(Waiting { source, record, since, snoozed: until });
            }
        }
        if section.sources.len() > 1 {
            found.waiting.sort_by_key(|waiting| waiting.since);
            self.keep_first(section, whose, &mut found)?;
        }
        shown.extend(found.waiting.iter().map(|waiting| waiting.record.head.id));
        Ok(found)
    }

    /// Of several sources together no more are shown than of one; the lists of what is cut off are named.
    fn keep_first(&mut self, section: &'static Section, whose: &Whose, found: &mut Found) -> Outcome<()> {
        for cut in found.waiting.split_off(found.waiting.len().min(SHOWN)) {
            let object = cut.record.object;
            let label = self.many(object);
            if found.more.iter().all(|(known, _)| *known != label) {
                let first = section.sources.iter().find(|source| source.object == object.name);
                let text = first.map_or("", |source| source.filter);
                let filter = Filter::parse(text, self.gate.catalog(), object, self.gate.reading())?;
                let filter = filter.and(self.of_whom(object, whose)?);
                let all = Address::of(format!("/{}", object.plural)).and("filter", filter.text());
                found.more.push((label, all.to_string()));
            }
        }
        Ok(())
    }

    /// The fields that an item shows and its verbs need.
    fn read_of(&self, object: &'static Object, source: &Source) -> Vec<&'static str> {
        let mut names: Vec<&'static str> = vec![object.title];
        names.extend(source.about);
        names.extend([source.text, source.when, source.moves, object.owner].into_iter().flatten());
        names.extend(told(object, source).map(|signs| signs.name));
        names
    }

    /// The instant that a record waits for.
    fn since(&self, source: &Source, record: &Record) -> Moment {
        match source.when.and_then(|name| record.object.field(name)).map(|field| record.any_value(field)) {
            Some(Value::Date(day)) => self.locale.zone.start_of(day),
            Some(Value::Moment(moment)) => moment,
            _ => Moment::FOREVER,
        }
    }

    fn section_part(
        &mut self,
        section: &'static Section,
        found: Found,
        whose: &Whose,
    ) -> Outcome<Option<Part>> {
        // What the reader may see nothing of has no section.
        if section.sources.iter().all(|source| self.gate.object(source.object).is_err()) {
            return Ok(None);
        }
        let name = section.name.replace('_', "-");
        let count = found.waiting.len() as i64;
        let count = self.locale.count(count);
        let more = if found.more.is_empty() { "" } else { "+" };
        Ok(Some(Part {
            name: section.name.to_owned(),
            label: self.word(&format!("today-{name}")),
            count: format!("{count}{more}"),
            items: found.waiting.iter().map(|waiting| self.waiting_item(waiting, whose)).collect(),
            more: found.more,
            none: self.word(&format!("today-{name}-none")),
            aside: section.aside,
        }))
    }

    fn waiting_item(&self, waiting: &Waiting, whose: &Whose) -> Item {
        let (source, record) = (waiting.source, &waiting.record);
        let object = record.object;
        let field = |name: &str| self.field(object, name);
        let cell = |name: &str| field(name).map_or(Cell::Empty, |field| self.cell(record, field));
        let text = source.text.map(|name| plain(&cell(name))).filter(|text| !text.is_empty());
        let signs = object.signs.filter(|_| told(object, source).is_some());
        let signs: Vec<Pick> = signs.map_or_else(Vec::new, |signs| {
            let options = signs.field.kind.options();
            record.signs().iter().map(|sign| self.pick(object, &signs.field, options, sign)).collect()
        });
        let (path, title) = (record_path(object, record.head.id), record.title());
        let edits = self.may(object, Right::Edit);
        Item {
            id: record.head.id.to_string(),
            icon: icon(object),
            // What is to do comes first; the record that it is for stands beside it.
            about: text
                .is_some()
                .then(|| title.clone())
                .into_iter()
                .chain(self.about(source, record))
                .collect(),
            title: text.unwrap_or(title),
            href: path.clone(),
            version: record.head.version.to_string(),
            signs,
            worth: source.about.iter().filter_map(|name| field(name)).find_map(|f| self.worth(record, f)),
            when: source.when.and_then(field).map(|field| self.day_said(record, field)),
            owner: match (whose, object.owner) {
                (Whose::Mine, _) | (_, None) => None,
                (_, Some(owner)) => match cell(owner) {
                    Cell::Person(person) => Some(person),
                    _ => None,
                },
            },
            done: source.done.filter(|_| edits).and_then(|verb| self.item_verb(object, &path, verb)),
            act: format!("/today{path}"),
            moves: source.moves.filter(|_| edits).map(|name| match record.value(name) {
                Some(Value::Date(day)) => day.to_string(),
                _ => String::new(),
            }),
            snoozed: waiting
                .snoozed
                .map(|day| self.say("today-snoozed-until", &[("date", self.locale.date(day).into())])),
        }
    }

    /// What else is told of a record in a line, without amounts, which stand by themselves.
    fn about(&self, source: &Source, record: &Record) -> Vec<String> {
        let fields = source.about.iter().filter_map(|name| self.field(record.object, name));
        let fields = fields.filter(|field| !matches!(field.kind, Kind::Money(_)));
        fields.map(|field| plain(&self.cell(record, field))).filter(|text| !text.is_empty()).collect()
    }

    fn worth(&self, record: &Record, field: &FieldDef) -> Option<Cell> {
        let cell = self.cell(record, field);
        matches!(cell, Cell::Money { .. }).then_some(cell)
    }

    /// The day that a record waits for, as one says it today; what people set themselves is overdue once it has passed.
    fn day_said(&self, record: &Record, field: &FieldDef) -> Cell {
        let (today, zone) = (self.gate.today(), &self.locale.zone);
        let tone = |day: Date| match day < today && field.rights == Rights::Open {
            true => Tone::Overdue,
            false => Tone::Neutral,
        };
        match record.any_value(field) {
            Value::Date(day) => Cell::Date { text: self.near(day), iso: day.to_string(), tone: tone(day) },
            Value::Moment(moment) => {
                let day = moment.date_in(zone);
                let local = zone.time_zone().to_datetime(moment.timestamp());
                let text = if day == today { self.locale.time(local.time()) } else { self.near(day) };
                Cell::Date { text, iso: moment.to_string(), tone: tone(day) }
            }
            _ => Cell::Empty,
        }
    }

    /// A day, by its name where it has one.
    fn near(&self, day: Date) -> String {
        let today = self.gate.today();
        if day == today {
            return self.word("today-day-today");
        }
        if Some(day) == today.yesterday().ok() {
            return self.word("today-day-yesterday");
        }
        self.locale.date(day)
    }

    fn item_verb(&self, object: &'static Object, path: &str, name: &'static str) -> Option<ItemVerb> {
        let verb = self.registry().action(object, name)?;
        let label = self.word(&format!("action-{}", verb.name.replace('_', "-")));
        let way = match verb.input.is_empty() {
            true => Way::Post(format!("/today{path}/do/{name}"), Vec::new()),
            false => {
                let ask = Address::of(format!("{path}/do/{name}"));
                Way::Dialog(ask.and("back", self.here()).to_string())
            }
        };
        Some(ItemVerb { label, way })
    }

    /// The days to which something can be put off: tomorrow, and the first day of the next week.
    fn days_later(&self) -> Vec<(String, String)> {
        let today = self.gate.today();
        let tomorrow = today.tomorrow().unwrap_or(today);
        let next_week = Period::Week.end(today);
        let mut days = vec![(self.word("today-tomorrow"), tomorrow.to_string())];
        if next_week != tomorrow {
            days.push((self.word("today-next-week"), next_week.to_string()));
        }
        days
    }

    /// The way to see what was put off, or not to see it any more.
    fn put_off(&self, count: usize) -> Option<(String, String)> {
        match self.visit.address.one("snoozed") {
            Some(_) => Some((self.word("today-hide-snoozed"), self.here().without(&["snoozed"]).to_string())),
            None if count == 0 => None,
            None => {
                let text = self.say("today-show-snoozed", &[("count", (count as i64).into())]);
                Some((text, self.here().with("snoozed", "yes").to_string()))
            }
        }
    }

    /// A page on which nothing waits says so, and offers how to begin.
    fn nothing_waits(&self, objects: &[&'static Object]) -> Empty {
        let mut offered: Vec<&'static Object> = Vec::new();
        for object in objects.iter().copied().filter(|object| self.may(object, Right::Create)) {
            if !offered.contains(&object) {
                offered.push(object);
            }
        }
        Empty {
            icon: Icon::CircleCheck,
            title: self.word("today-empty"),
            text: self.word("today-empty-text"),
            // Several at once: none of them is the one main thing.
            actions: offered.iter().map(|o| Action { primary: false, ..self.new_action(o) }).collect(),
        }
    }

    fn month_title(&self) -> String {
        let start = Period::Month.start(self.gate.today());
        self.locale.period(Period::Month, start)
    }

    /// A figure of the month so far beside the same days of the month before; none if the reader may not see what it
    /// is made of.
    fn month_figure(&mut self, metric: &'static Metric, whose: &Whose) -> Outcome<Option<MonthFigure>> {
        let Ok(object) = self.gate.object(metric.object) else { return Ok(None) };
        let today = self.gate.today();
        let start = Period::Month.start(today);
        let before = Period::Month.start(start.yesterday().unwrap_or(start));
        let same_day = before.saturating_add(today - start).min(start.yesterday().unwrap_or(start));
        let filter = self.of_whom(object, whose)?;
        let mut between = |from: Date, to: Date| {
            let ask = Ask {
                by: Vec::new(),
                from: Some(from),
                to: Some(to),
                filter: filter.clone(),
                as_of: None,
                statistic: None,
            };
            Ok::<_, cordee_base::Problem>((metric.reckon)(self.gate, &ask)?.total.value)
        };
        let (now, then) = (between(start, today)?, between(before, same_day)?);
        let rows = (metric.rows)().and(filter).text();
        let rows = Address::of(format!("/{}", object.plural))
            .and("filter", format!("({rows}) and {} = this_month", metric.date));
        let (now, then) = (now.unwrap_or(Decimal::ZERO), then.unwrap_or(Decimal::ZERO));
        let args = [("value", self.figure_said(metric.unit, Some(then)).into())];
        Ok(Some(MonthFigure {
            label: self.metric_label(metric),
            value: self.figure_said(metric.unit, Some(now)),
            before: self.say("today-month-before", &args),
            tone: match now.cmp(&then) {
                std::cmp::Ordering::Greater => Tone::Won,
                std::cmp::Ordering::Less => Tone::Risk,
                std::cmp::Ordering::Equal => Tone::Neutral,
            },
            href: rows.to_string(),
        }))
    }

    /// What was just done here, and how it is taken back: `of` names the record and its version.
    pub(crate) fn just_done(&self) -> Option<Toast> {
        let done = self.visit.address.one("done")?;
        let mut of = self.visit.address.one("of")?.split(':');
        let (plural, id, version) = (of.next()?, of.next()?.parse::<Id>().ok()?, of.next()?);
        self.gate.catalog().plural(plural)?;
        Some(self.done_toast(done, plural, id, version.parse().ok()?, &self.here()))
    }

    /// The message after something was done to a record from here.
    pub(crate) fn done_toast(&self, done: &str, plural: &str, id: Id, version: i64, back: &Address) -> Toast {
        let (text, way) = match done {
            "snooze" => (self.word("today-snooze-done"), Address::of(format!("/today/{plural}/{id}/snooze"))),
            "day" => (self.word("today-day-done"), undo_of(plural, id, version)),
            verb => (self.said_of(verb).unwrap_or_default(), undo_of(plural, id, version)),
        };
        let way = way.and("back", back);
        Toast { text, tone: Tone::Won, undo: Some((self.word("action-undo"), way.to_string())) }
    }
}

/// Where the change that made this version of a record is taken back.
fn undo_of(plural: &str, id: Id, version: i64) -> Address {
    Address::of(format!("/{plural}/{id}/undo")).and("version", version)
}

/// The field in which the signs are told that a source asks for.
fn told(object: &'static Object, source: &Source) -> Option<&'static FieldDef> {
    object.signs.map(|signs| &signs.field).filter(|field| source.filter.contains(field.name))
}
