//! The start page: what is one's own, and the figures.

use cordee_base::Outcome;
use cordee_i18n::Arg;
use cordee_kit::{Ask, Metric};
use cordee_records::{Count, Query};
use cordee_schema::{Filter, Object};
use cordee_ui::Action;
use cordee_ui::screens::home::{Home, HomeFigure, HomeList, home as draw};

use super::address::Address;
use super::icons::icon;
use super::reader::{Page, Reader};
use super::visit::{Answered, Visit};

/// How many records of each object are shown.
const FIRST: u32 = 6;
/// How many columns.
const COLUMNS: usize = 4;

/// `GET /`.
pub(crate) async fn home(visit: Visit) -> Answered {
    visit.page(|reader| reader.home_page()).await
}

impl Reader<'_, '_> {
    fn home_page(&mut self) -> Outcome<Page> {
        let mut lists = Vec::new();
        let mut objects = self.shown(|object| object.owner.is_some());
        // What stands on a board is what one works on.
        objects.sort_by_key(|object| object.board.is_none());
        for object in objects {
            lists.push(self.mine(object)?);
        }
        lists.sort_by_key(|list| list.rows.is_empty());
        let mut figures = Vec::new();
        for metric in self.registry().metrics.iter().copied() {
            figures.extend(self.home_figure(metric)?);
        }
        let name = self.gate.access().name.clone();
        let title = self.word("nav-home");
        let greeting = self.say("home-greeting", &[("name", Arg::from(&name))]);
        let view = Home { title: greeting, intro: self.locale.date(self.gate.today()), figures, lists };
        Ok(Page::new(title, "/", draw(self.language(), &view)))
    }

    /// The reader's own records of an object, the latest first as its list has them.
    fn mine(&mut self, object: &'static Object) -> Outcome<HomeList> {
        let owner = object.owner.unwrap_or("owner");
        let text = format!("{owner} = me");
        let filter = Filter::parse(&text, self.gate.catalog(), object, self.gate.reading())?;
        let query = Query { count: Count::Bounded, ..Query::of(object).filter(filter).limit(FIRST) };
        let found = self.gate.list(&query)?;
        let title = self.field(object, object.title);
        let others = object.list.iter().filter_map(|name| self.field(object, name));
        let shown = others.filter(|field| field.name != object.title && field.name != owner);
        let columns: Vec<_> = title.into_iter().chain(shown.take(COLUMNS - 1)).collect();
        Ok(HomeList {
            icon: icon(object),
            label: self.many(object),
            count: self.count_said(found.total),
            all: Address::of(format!("/{}", object.plural)).and("filter", text).to_string(),
            columns: columns.iter().map(|column| self.column(object, column, None)).collect(),
            rows: self.rows(&found.records, &columns),
            none: self.word("home-none"),
            // Several at once: none of them is the one main thing.
            actions: match self.may(object, cordee_records::Right::Create) {
                true => vec![Action { primary: false, ..self.new_action(object) }],
                false => Vec::new(),
            },
        })
    }

    /// A figure over all that the reader may see; none if they may not see what it is made of.
    fn home_figure(&mut self, metric: &'static Metric) -> Outcome<Option<HomeFigure>> {
        if self.gate.object(metric.object).is_err() {
            return Ok(None);
        }
        let ask = Ask {
            by: Vec::new(),
            from: None,
            to: None,
            filter: Filter::everything(),
            as_of: None,
            statistic: None,
        };
        let answer = (metric.reckon)(self.gate, &ask)?;
        Ok(Some(HomeFigure {
            label: self.metric_label(metric),
            value: self.figure_said(metric.unit, answer.total.value),
            n: self.say("list-count", &[("count", answer.total.n.into())]),
            href: format!("/metrics?metric={}", metric.name),
        }))
    }
}
