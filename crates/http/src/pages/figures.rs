//! Figures: one metric, sliced; every number leads to the records it rests on.

use cordee_base::{Date, Decimal, Money, Outcome, Period, Problem};
use cordee_kit::{Answer, Ask, Figure, Metric, Statistic, Unit};
use cordee_records::{By, GroupKey};
use cordee_schema::filter::quoted;
use cordee_schema::{Filter, Kind, Object, Path, SYSTEM_FIELDS, Value};
use cordee_ui::components::{Empty, Field};
use cordee_ui::screens::figures::{Figure as Shown, FigureRow, Figures, figures as draw};
use cordee_ui::{Cell, Icon, Input, Person, Pick};

use super::address::Address;
use super::filters::Narrowed;
use super::reader::{Page, Reader};
use super::visit::{Answered, Visit};

/// How many fields a figure can be split by at once.
const MOST_BY: usize = 2;

/// `GET /metrics?metric=NAME&by=PATH&period=…&from=…&to=…&as-of=…&filter=…`.
pub(crate) async fn figures(visit: Visit) -> Answered {
    visit.page(|reader| reader.figures_page()).await
}

impl Reader<'_, '_> {
    fn metric(&self) -> Outcome<(&'static Metric, &'static Object)> {
        self.metric_at(&self.visit.address)
    }

    /// The metric that an address names, else the first.
    pub(crate) fn metric_at(&self, address: &Address) -> Outcome<(&'static Metric, &'static Object)> {
        let metric = match address.one("metric") {
            Some(name) => self.registry().metric(name)?,
            None => self.registry().metrics.first().copied().ok_or(Problem::NotFound)?,
        };
        Ok((metric, self.gate.object(metric.object)?))
    }

    fn figures_page(&mut self) -> Outcome<Page> {
        let (metric, object) = self.metric()?;
        let narrowed = self.narrowed(object);
        let ask = self.asked(metric, object, &narrowed)?;
        let mut answer = match narrowed.error {
            None => (metric.reckon)(self.gate, &ask)?,
            Some(_) => Answer { groups: Vec::new(), total: Figure { value: None, n: 0 } },
        };
        if self.ranks(&ask) {
            answer.groups.sort_by_key(|(_, figure)| std::cmp::Reverse(figure.value));
        }
        let most = answer.groups.iter().filter_map(|(_, figure)| figure.value).max().unwrap_or_default();
        let rows = answer
            .groups
            .iter()
            .map(|(keys, figure)| self.figure_row(metric, object, &ask, keys, figure, most));
        let title = self.metric_label(metric);
        let view = Figures {
            title: title.clone(),
            tip: self.tip(self.registry().term_of_metric(metric)),
            definition: cordee_i18n::has(self.language(), &help_key(metric))
                .then(|| self.word(&help_key(metric))),
            controls: self.controls(metric, object, &ask),
            actions: Vec::new(),
            total: self.shown_figure(metric, &answer.total),
            by: ask.by.iter().map(|by| self.path_label(object, &by.path)).collect(),
            rows: rows.collect(),
            filters: self.filters(object, &narrowed)?,
            empty: Empty {
                icon: Icon::ChartColumn,
                title: self.word("figures-no-data"),
                text: narrowed.error.unwrap_or_default(),
                actions: Vec::new(),
            },
        };
        Ok(Page::new(title, "/metrics", draw(self.language(), &view))
            .below(self.word("figures-title"), "/metrics"))
    }

    /// Whether the largest comes first: people and companies stand in no order of their own, as days and stages do.
    fn ranks(&self, ask: &Ask) -> bool {
        let [By { path, period: None }] = ask.by.as_slice() else { return false };
        path.steps.is_empty() && self.linked(path.field).is_some_and(|to| to.numbered().is_none())
    }

    /// The question in the address.
    fn asked(&self, metric: &Metric, object: &'static Object, narrowed: &Narrowed) -> Outcome<Ask> {
        let address = &self.visit.address;
        let period = address.one("period").and_then(Period::named).unwrap_or(Period::Month);
        let mut by = Vec::new();
        for name in ["by", "and"].into_iter().filter_map(|name| address.one(name)).take(MOST_BY) {
            let (name, own) = name.split_once(':').map_or((name, None), |(name, p)| (name, Period::named(p)));
            let path = Path::resolve(self.gate.catalog(), object, name)?;
            let dated = matches!(path.field.kind, Kind::Date(_) | Kind::Moment(_));
            by.push(By { period: dated.then_some(own.unwrap_or(period)), path });
        }
        let day = |name: &'static str| -> Outcome<Option<Date>> {
            let wrong = |text: &str| cordee_base::Fault::at(name, "error-date").with("value", text);
            address.one(name).map(|text| text.parse().map_err(|_| wrong(text).into())).transpose()
        };
        let as_of = match day("as-of")? {
            Some(day) => {
                let after = day.tomorrow().unwrap_or(day);
                Some(cordee_base::Moment::from_micros(self.locale.zone.start_of(after).micros() - 1))
            }
            None => None,
        };
        let known = address.one("statistic").and_then(Statistic::named);
        Ok(Ask {
            by,
            from: day("from")?,
            to: day("to")?,
            filter: narrowed.filter.clone(),
            as_of,
            statistic: known.filter(|statistic| metric.statistics.contains(statistic)),
        })
    }

    fn controls(&self, metric: &'static Metric, object: &'static Object, ask: &Ask) -> Vec<Field> {
        let address = &self.visit.address;
        let all = self.registry().metrics.iter().filter(|metric| self.gate.object(metric.object).is_ok());
        let metrics = all.map(|metric| Pick::new(metric.name, self.metric_label(metric))).collect();
        let chosen = |name: &str| address.one(name).unwrap_or("").split(':').next().unwrap_or("").to_owned();
        let choice = |name: &str, label: &str, value: String, options| {
            Field::new(name, self.word(label), Input::Choice { value, options })
        };
        let figure = Input::Choice { value: metric.name.to_owned(), options: metrics };
        let mut controls = vec![
            Field::new("metric", self.word("figures-title"), figure).required(),
            choice("by", "figures-by", chosen("by"), self.splits(object)),
        ];
        if !ask.by.is_empty() {
            controls.push(choice("and", "figures-and", chosen("and"), self.splits(object)));
        }
        if let Some(period) = ask.by.iter().find_map(|by| by.period) {
            let options =
                Period::ALL.iter().map(|(name, _)| Pick::new(*name, self.word(&format!("bucket-{name}"))));
            let name = Period::ALL.iter().find(|(_, p)| *p == period).map_or("", |(name, _)| name);
            controls.push(choice("period", "figures-period", name.to_owned(), options.collect()).required());
        }
        if !metric.statistics.is_empty() {
            let options = metric.statistics.iter().map(|statistic| {
                Pick::new(statistic.name(), self.word(&format!("metric-statistic-{}", statistic.name())))
            });
            let now = ask.statistic.or(metric.statistics.first().copied()).map_or("", Statistic::name);
            controls
                .push(choice("statistic", "figures-statistic", now.to_owned(), options.collect()).required());
        }
        for (name, label) in [("from", "figures-from"), ("to", "figures-to"), ("as-of", "figures-as-of")] {
            let value = address.one(name).unwrap_or("").to_owned();
            controls.push(Field::new(name, self.word(label), Input::Date { value }));
        }
        controls
    }

    /// What a figure can be split by: fields with few values, days, and the groups that people and links stand in.
    fn splits(&self, object: &'static Object) -> Vec<Pick> {
        let dates = SYSTEM_FIELDS.iter().filter(|field| field.sorted);
        let mut splits = Vec::new();
        for field in object.fields.iter().chain(dates).filter(|field| self.sees(object, field)) {
            match field.kind {
                Kind::Choice(_) | Kind::YesNo(_) | Kind::Tags(_) | Kind::Date(_) | Kind::Moment(_) => {
                    splits.push(Pick::new(field.name, self.label(object, field)));
                }
                Kind::Link(_) | Kind::Links(_) => {
                    let Some(to) = self.linked(field).filter(|to| self.may(to, cordee_records::Right::Read))
                    else {
                        continue;
                    };
                    splits.push(Pick::new(field.name, self.label(object, field)));
                    let inner = to.fields.iter().filter(|inner| self.sees(to, inner));
                    for inner in inner.filter(|_| field.many_to().is_none()) {
                        let few = matches!(inner.kind, Kind::Choice(_))
                            || to.name == "user" && inner.links_to().is_some();
                        if few {
                            let label = format!("{} › {}", self.label(object, field), self.label(to, inner));
                            splits.push(Pick::new(format!("{}.{}", field.name, inner.name), label));
                        }
                    }
                }
                _ => {}
            }
        }
        splits
    }

    fn figure_row(
        &self,
        metric: &'static Metric,
        object: &'static Object,
        ask: &Ask,
        keys: &[GroupKey],
        figure: &Figure,
        most: Decimal,
    ) -> FigureRow {
        let share = match figure.value {
            Some(value) if most > Decimal::ZERO => (value * Decimal::ONE_HUNDRED / most).round(),
            _ => Decimal::ZERO,
        };
        let cells = ask.by.iter().zip(keys).map(|(by, key)| self.key_cell(by, key));
        FigureRow {
            keys: cells.collect(),
            figure: self.shown_figure(metric, figure),
            share: u8::try_from(share.max(Decimal::ZERO)).unwrap_or(100),
            href: Some(self.behind(metric, object, ask, keys).to_string()),
        }
    }

    fn key_cell(&self, by: &By, key: &GroupKey) -> Cell {
        match (&key.value, by.period) {
            (Value::None, _) => Cell::Text(self.word("none")),
            (Value::Date(first), Some(period)) => Cell::Text(self.locale.period(period, *first)),
            (Value::Link(_), _) if by.path.field.points_to() == Some("user") => {
                Cell::Person(Person::named(key.text.clone()))
            }
            (Value::Link(_), _) => Cell::Text(key.text.clone()),
            (Value::Text(text), _) if by.path.part.is_some() => Cell::Text(text.clone()),
            (value, _) => self.value(by.path.object, by.path.field, value, None),
        }
    }

    /// The list of the records in a group, within the days that were asked for.
    fn behind(&self, metric: &Metric, object: &'static Object, ask: &Ask, keys: &[GroupKey]) -> Address {
        let rows = (metric.rows)();
        let mut parts = Vec::new();
        if !rows.is_everything() {
            parts.push(rows.text());
        }
        if !ask.filter.is_everything() {
            parts.push(match ask.filter {
                Filter::Any(_) => format!("({})", ask.filter.text()),
                _ => ask.filter.text(),
            });
        }
        for (by, key) in ask.by.iter().zip(keys) {
            let path = by.path.text();
            parts.push(match (&key.value, by.period) {
                (Value::None, _) => format!("{path} is empty"),
                (Value::Date(first), Some(period)) => {
                    let last = period.end(*first).yesterday().unwrap_or(*first);
                    days(&path, by.path.field.kind, Some(*first), Some(last))
                }
                (Value::Text(name), _) if matches!(by.path.field.kind, Kind::Tags(_)) => {
                    format!("{path} has {}", quoted(name))
                }
                (Value::Link(id), _) if by.path.field.many_to().is_some() => format!("{path} has {id}"),
                (Value::Text(text), _) => format!("{path} = {}", quoted(text)),
                (value, _) => format!("{path} = {}", quoted(&by.path.field.kind.behave().text(value))),
            });
        }
        if ask.from.is_some() || ask.to.is_some() {
            let kind = object.field(metric.date).map(|field| field.kind);
            parts.extend(kind.map(|kind| days(metric.date, kind, ask.from, ask.to)));
        }
        Address::of(format!("/{}", object.plural))
            .with("filter", parts.join(" and "))
            .with("as-of", self.visit.address.one("as-of").unwrap_or(""))
    }

    fn shown_figure(&self, metric: &Metric, figure: &Figure) -> Shown {
        Shown { value: self.figure_said(metric.unit, figure.value), n: self.locale.count(figure.n as i64) }
    }

    /// A figure in words: rounded for people.
    pub(crate) fn figure_said(&self, unit: Unit, value: Option<Decimal>) -> String {
        let Some(value) = value else { return self.word("no-data") };
        match unit {
            Unit::Count => self.locale.plain_number(value.round_dp(1)),
            Unit::Money => match Money::rounded(value, self.gate.reading().currency) {
                Ok(money) => self.locale.money_rounded(money),
                Err(_) => self.locale.plain_number(value),
            },
            Unit::Ratio => self.locale.ratio(value),
            Unit::Days => {
                let number = self.locale.plain_number(value.round_dp(1));
                self.say("figures-days", &[("number", number.into())])
            }
        }
    }

    /// What a metric is called.
    pub(crate) fn metric_label(&self, metric: &Metric) -> String {
        self.word(&format!("metric-{}", metric.name.replace('_', "-")))
    }
}

fn help_key(metric: &Metric) -> String {
    format!("metric-{}-help", metric.name.replace('_', "-"))
}

/// The condition that a day, or an instant, lies between two days.
fn days(path: &str, kind: Kind, from: Option<Date>, to: Option<Date>) -> String {
    let first = from.map(|day| format!("{path} >= {day}"));
    let last = to.map(|day| match kind {
        // An instant of the last day comes before the next begins.
        Kind::Moment(_) => format!("{path} < {}", day.tomorrow().unwrap_or(day)),
        _ => format!("{path} <= {day}"),
    });
    [first, last].into_iter().flatten().collect::<Vec<_>>().join(" and ")
}
