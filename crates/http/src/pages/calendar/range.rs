//! Which days a calendar shows, and which hours of them.

use std::ops::Range as Hours;

use cordee_base::{Date, Period};
use cordee_i18n::{Locale, capital};
use cordee_ui::screens::calendar::Shape;

use super::events::Event;

/// How many days the list of days to come has.
const AGENDA: usize = 14;
/// The hours that a day shows at least.
const HOURS: Hours<i64> = 7..20;

/// A stretch of days.
pub(super) struct Range {
    /// The form in which it is shown.
    pub shape: Shape,
    /// The day that was asked for.
    pub day: Date,
    /// Its first day.
    pub first: Date,
    /// The day after its last.
    pub end: Date,
    /// A day of the stretch before.
    pub before: Date,
    /// A day of the stretch after.
    pub after: Date,
}

impl Range {
    /// The stretch that holds `day`.
    pub(super) fn of(shape: Shape, day: Date, locale: &Locale) -> Range {
        let (first, end, before, after) = match shape {
            Shape::Month => {
                let (first, end) = (Period::Month.start(day), Period::Month.end(day));
                let weeks = (locale.week_start(first), plus(locale.week_start(plus(end, -1)), 7));
                (weeks.0, weeks.1, plus(first, -1), end)
            }
            Shape::Week => {
                let first = locale.week_start(day);
                (first, plus(first, 7), plus(first, -7), plus(first, 7))
            }
            Shape::Day => (day, plus(day, 1), plus(day, -1), plus(day, 1)),
            Shape::Agenda => {
                let days = AGENDA as i32;
                (day, plus(day, days), plus(day, -days), plus(day, days))
            }
        };
        // Out of all calendars there are no steps.
        let before = if before < first { before } else { first };
        Range { shape, day, first, end, before, after }
    }

    /// Its days, in order.
    pub(super) fn days(&self) -> impl Iterator<Item = Date> + use<> {
        let end = self.end;
        std::iter::successors(Some(self.first), |day| day.tomorrow().ok()).take_while(move |day| *day < end)
    }

    /// Its name.
    pub(super) fn title(&self, locale: &Locale) -> String {
        match self.shape {
            Shape::Month => capital(&locale.period(Period::Month, Period::Month.start(self.day))),
            Shape::Day => capital(&format!("{}, {}", locale.weekday(self.day), locale.date(self.day))),
            Shape::Week | Shape::Agenda => locale.days(self.first, plus(self.end, -1)),
        }
    }
}

/// The hours that are shown: those of a working day, and of all that takes place beside it.
pub(super) fn hours(shape: Shape, events: &[Event]) -> Hours<i64> {
    if !shape.has_hours() {
        return 0..0;
    }
    let timed = events.iter().filter(|event| !event.all_day());
    let first = timed.clone().map(|event| event.minutes.0 / 60).min().unwrap_or(HOURS.start);
    let last = timed.map(|event| (event.minutes.1 + 59) / 60).max().unwrap_or(HOURS.end);
    first.clamp(0, HOURS.start)..last.clamp(HOURS.end, 24)
}

/// So many days after, or before.
pub(super) fn plus(day: Date, days: i32) -> Date {
    let step = |day: Date| if days < 0 { day.yesterday() } else { day.tomorrow() };
    (0..days.abs()).fold(day, |day, _| step(day).unwrap_or(day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use cordee_base::Zone;
    use cordee_i18n::Language;

    fn day(text: &str) -> Date {
        text.parse().expect("a date")
    }

    #[test]
    fn stretches_hold_their_day_and_follow_each_other() {
        let table = [
            (Shape::Month, Language::Fr, "2026-02-23", "2026-04-06"),
            (Shape::Month, Language::En, "2026-03-01", "2026-04-05"),
            (Shape::Week, Language::Ru, "2026-03-02", "2026-03-09"),
            (Shape::Week, Language::En, "2026-03-01", "2026-03-08"),
            (Shape::Day, Language::Zh, "2026-03-05", "2026-03-06"),
            (Shape::Agenda, Language::Uk, "2026-03-05", "2026-03-19"),
        ];
        for (shape, language, first, end) in table {
            let locale = Locale::new(language, Zone::UTC);
            let range = Range::of(shape, day("2026-03-05"), &locale);
            assert_eq!((range.first, range.end), (day(first), day(end)), "{shape:?} {language:?}");
            assert_eq!(range.days().last(), Some(plus(range.end, -1)));
            let next = Range::of(shape, range.after, &locale);
            assert!(next.first <= range.end && next.end > range.end, "{shape:?}");
            let before = Range::of(shape, range.before, &locale);
            assert!(before.end >= range.first && before.first < range.first, "{shape:?}");
        }
    }

    #[test]
    fn the_ends_of_all_calendars_are_shown_too() {
        for day in [Date::MAX, Date::MIN] {
            for (_, shape) in Shape::ALL {
                let range = Range::of(shape, day, &Locale::new(Language::En, Zone::UTC));
                assert!(range.days().count() <= 42, "{shape:?}");
            }
        }
    }
}
