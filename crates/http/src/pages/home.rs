//! Today: what waits for somebody, section by section as features declare it, and the month so far.

use cordee_base::{Date, Id, Outcome, Period};
use cordee_i18n::{Arg, capital};
use cordee_kit::{DayAsked, Part as Found, SoFar, Source, Waiting, Whose};
use cordee_records::Right;
use cordee_schema::{FieldDef, Filter, Kind, Object, Record, Rights, Value};
use cordee_ui::components::{Empty, GoalAsked};
use cordee_ui::screens::home::{Home, Item, ItemVerb, MonthFigure, Part, home as draw};
use cordee_ui::{Action, Cell, Icon, Pick, Toast, Tone, Way};

use super::address::Address;
use super::card::names;
use super::cells::plain;
use super::icons::icon;
use super::reader::{Page, Reader, record_path};
use super::visit::{Answered, Visit};

/// `GET /`.
pub(crate) async fn home(visit: Visit) -> Answered {
    visit.page(|reader| reader.home_page()).await
}

impl Reader<'_, '_> {
    fn home_page(&mut self) -> Outcome<Page> {
        let registry = self.registry();
        let objects = registry.today.objects(self.gate);
        let asked = DayAsked {
            whose: self.whose_asked(&objects),
            snoozed: self.visit.address.one("snoozed").is_some(),
        };
        let day = registry.day(self.gate, &asked)?;
        let name = self.gate.access().name.clone();
        let greeting = self.say("home-greeting", &[("name", Arg::from(&name))]);
        let parts: Vec<Part> = day.parts.iter().map(|found| self.section_part(found, &day.whose)).collect();
        let goal = self.goal_of(&objects, &day.whose)?;
        let nothing = parts.iter().all(|part| part.items.is_empty());
        let view = Home {
            title: greeting,
            intro: self.locale.date(self.gate.today()),
            whose: self.whose_tabs(&objects, &day.whose),
            goal,
            month_title: self.month_title(),
            month: day.month.iter().filter_map(|figure| self.month_figure(figure)).collect(),
            parts,
            back: self.here().to_string(),
            later: self.days_later(),
            put_off: self.put_off(day.snoozed),
            empty: nothing.then(|| self.nothing_waits(&objects)),
        };
        let mut page = Page::new(self.word("nav-home"), "/", draw(self.language(), &view));
        page.toast = self.just_done();
        Ok(page)
    }

    /// How far they are with what they are to reach; of one's own or one's team's records it is told whose it is.
    fn goal_of(&mut self, objects: &[&'static Object], whose: &Whose) -> Outcome<Option<GoalAsked>> {
        for object in objects {
            let filter = match whose {
                Whose::Theirs(_) => whose.filter(self.gate, object),
                Whose::Mine | Whose::Team | Whose::All => Filter::everything(),
            };
            if let Some(asked) = self.goal_asked(object, &filter)? {
                return Ok(Some(asked));
            }
        }
        Ok(None)
    }

    fn section_part(&self, found: &Found, whose: &Whose) -> Part {
        let name = found.section.name.replace('_', "-");
        let count = self.locale.count(found.waiting.len() as i64);
        let more = if found.rest.is_empty() { "" } else { "+" };
        let rest = found.rest.iter().map(|rest| {
            let all = Address::of(format!("/{}", rest.object.plural)).and("filter", rest.filter.text());
            (self.many(rest.object), all.to_string())
        });
        Part {
            name: found.section.name.to_owned(),
            label: self.word(&format!("today-{name}")),
            count: format!("{count}{more}"),
            items: found.waiting.iter().map(|waiting| self.waiting_item(waiting, whose)).collect(),
            plan: found.section.sources.iter().find_map(|source| self.plans(source)),
            more: rest.collect(),
            none: self.word(&format!("today-{name}-none")),
            aside: found.section.aside,
        }
    }

    /// The way to plan one after the other what a section waits for.
    fn plans(&self, source: &Source) -> Option<String> {
        let object = self.gate.catalog().object(source.object)?;
        let next = self.what_comes_next(object).filter(|next| source.done == Some(next.plan))?;
        self.plan_way(object, "").filter(|_| !next.plan.is_empty())
    }

    fn waiting_item(&self, waiting: &Waiting, whose: &Whose) -> Item {
        let (source, record) = (waiting.source, &waiting.record);
        let object = record.object;
        let field = |name: &str| self.field(object, name);
        let cell = |name: &str| field(name).map_or(Cell::Empty, |field| self.cell(record, field));
        let text = source.text.map(|name| plain(&cell(name))).filter(|text| !text.is_empty());
        let signs = object.signs.filter(|_| source.signs(object).is_some());
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
                .chain(self.about(source, record).into_iter().filter(|about| !names(&title, about)))
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
        self.locale.near_date(day, today)
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
    pub(crate) fn days_later(&self) -> Vec<(String, String)> {
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
        capital(&self.locale.period(Period::Month, start))
    }

    fn month_figure(&self, figure: &SoFar) -> Option<MonthFigure> {
        let metric = figure.metric;
        let object = self.gate.object(metric.object).ok()?;
        let rows = Address::of(format!("/{}", object.plural))
            .and("filter", format!("({}) and {} = this_month", figure.rows.text(), metric.date));
        let args = [("value", self.figure_said(metric.unit, Some(figure.before)).into())];
        Some(MonthFigure {
            label: self.metric_label(metric),
            tip: self.tip(self.registry().term_of_metric(metric)),
            value: self.figure_said(metric.unit, Some(figure.now)),
            before: self.say("today-month-before", &args),
            tone: match figure.now.cmp(&figure.before) {
                std::cmp::Ordering::Greater => Tone::Won,
                std::cmp::Ordering::Less => Tone::Risk,
                std::cmp::Ordering::Equal => Tone::Neutral,
            },
            href: rows.to_string(),
        })
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
            verb => {
                let object = self.gate.catalog().plural(plural);
                let back =
                    object.and_then(|object| self.registry().aid(object, verb)).and_then(|aid| aid.back);
                let way = back.map(|back| Address::of(format!("/{plural}/{id}/do/{back}")));
                let way = way.unwrap_or_else(|| undo_of(plural, id, version));
                (self.said_of(verb).unwrap_or_default(), way)
            }
        };
        let way = way.and("back", back);
        Toast { text, tone: Tone::Won, undo: Some((self.word("action-undo"), way.to_string())) }
    }
}

/// Where the change that made this version of a record is taken back.
fn undo_of(plural: &str, id: Id, version: i64) -> Address {
    Address::of(format!("/{plural}/{id}/undo")).and("version", version)
}
