//! A calendar of whatever declares when its records take place: a month, a week, a day, or the days to come as a list.
//! Which days, whose and in which form stands in its address.

mod days;
mod events;
mod range;
mod when;

use axum::extract::Path;
use cordee_base::{Date, Outcome, Problem};
use cordee_records::Right;
use cordee_schema::{Calendar, Object};
use cordee_ui::components::Tab;
use cordee_ui::screens::calendar::{Calendar as View, Shape, calendar as draw};

use super::reader::{Page, Reader};
use super::visit::{Answered, Visit};
use range::Range;

pub(crate) use when::put;

/// `GET /OBJECTS/calendar?view=week&day=2026-03-02&who=team`.
pub(crate) async fn show(visit: Visit, Path(plural): Path<String>) -> Answered {
    visit
        .page(move |reader| {
            let object = reader.object(&plural)?;
            let calendar = object.calendar.ok_or(Problem::NotFound)?;
            reader.calendar_page(object, &calendar)
        })
        .await
}

impl Reader<'_, '_> {
    fn calendar_page(&mut self, object: &'static Object, calendar: &Calendar) -> Outcome<Page> {
        let address = &self.visit.address;
        let asked = address.one("view").and_then(|name| Shape::ALL.iter().find(|(known, _)| *known == name));
        let shape = asked.map_or(Shape::Week, |(_, shape)| *shape);
        let today = self.gate.today();
        let day = address.one("day").and_then(|text| text.parse().ok()).unwrap_or(today);
        let range = Range::of(shape, day, &self.locale);
        let whose = self.whose(&[object])?;
        let narrowed = self.narrowed(object);
        let filter = narrowed.filter.and(self.of_whom(object, &whose));
        let (events, cut) = self.events(object, calendar, &range, filter)?;
        let hours = range::hours(shape, &events);
        let people = self.people_to_choose(&whose)?;
        let at = |day: Date| self.here().with("day", day).to_string();
        let path = format!("/{}/calendar", object.plural);
        let view = View {
            title: range.title(&self.locale),
            shape,
            shapes: self.shape_tabs(shape),
            whose: self.whose_tabs(&[object], &whose),
            people,
            keep: self.here().without(&["who"]).parameters,
            path: path.clone(),
            earlier: at(range.before),
            later: at(range.after),
            now: self.here().without(&["day"]).to_string(),
            others: self.calendars(object),
            actions: match self.may(object, Right::Create) {
                true => vec![self.new_action(object)],
                false => Vec::new(),
            },
            hours: hours.clone().map(|hour| (hour, self.hour_said(hour))).collect(),
            weekdays: match shape {
                Shape::Month => range.days().take(7).map(|day| self.locale.weekday(day)).collect(),
                _ => Vec::new(),
            },
            days: self.days(object, calendar, &range, &whose, &events, hours),
            kinds: self.kinds_shown(object, calendar, &events),
            more: cut.then(|| self.word("calendar-cut")),
            back: self.here().to_string(),
        };
        let page = Page::new(view.title.clone(), path.clone(), draw(self.language(), &view));
        let mut page = page.below(self.word("calendar"), path).about(object);
        page.toast = self.just_done();
        Ok(page)
    }

    fn shape_tabs(&self, now: Shape) -> Vec<Tab> {
        let tab = |(name, shape): &(&'static str, Shape)| Tab {
            label: self.word(&format!("calendar-{name}")),
            href: self.here().with("view", name).to_string(),
            icon: None,
            current: *shape == now,
        };
        Shape::ALL.iter().map(tab).collect()
    }

    /// The calendars there are, if there is another than this one.
    fn calendars(&self, now: &Object) -> Vec<Tab> {
        let all = self.with_calendar();
        let tab = |object: &&'static Object| Tab {
            label: self.many(object),
            href: format!("/{}/calendar", object.plural),
            icon: None,
            current: **object == *now,
        };
        if all.len() > 1 { all.iter().map(tab).collect() } else { Vec::new() }
    }

    /// The objects that the reader may see in a calendar.
    pub(crate) fn with_calendar(&self) -> Vec<&'static Object> {
        self.shown(|object| object.calendar.is_some())
    }
}
