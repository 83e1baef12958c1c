//! The rows of a table as points on a map: across by a day, up by a number. Numbers lie far apart, so each step up is as many
//! times more.

use cordee_base::{Date, Decimal, Period};
use cordee_kit::{Report, Row, Said, Table};
use cordee_ui::components::{Mark, Point, Points, Tone};

use super::super::reader::Reader;

/// So many marks stand below and at the left at the most.
const MARKS: usize = 6;
const LEVELS: usize = 6;
/// Points lie so far from the left, where the numbers stand, and so wide, in hundredths.
const BEGIN: f64 = 12.0;
const WIDE: f64 = 84.0;

/// What days and numbers a map shows.
struct Span {
    days: (Date, Date),
    numbers: (f64, f64),
}

impl Span {
    fn of(placed: &[(&Row, Date, f64)], today: Date) -> Option<Span> {
        let days = || placed.iter().map(|(_, day, _)| *day).chain([today]);
        let numbers = || placed.iter().map(|(_, _, number)| *number);
        let (low, high) = (numbers().reduce(f64::min)?, numbers().reduce(f64::max)?);
        Some(Span { days: (days().min()?, days().max()?), numbers: (low.log10(), high.log10()) })
    }

    fn across(&self, day: Date) -> f64 {
        let (first, last) = self.days;
        let share = f64::from((day - first).get_days()) / f64::from((last - first).get_days().max(1));
        BEGIN + share * WIDE
    }

    fn up(&self, number: f64) -> f64 {
        let (low, high) = self.numbers;
        match high > low {
            true => (number.log10() - low) / (high - low) * 100.0,
            false => 50.0,
        }
    }

    /// The first days of months within, or of as many months as leave few; none where there is but one to read off.
    fn months(&self) -> Option<Vec<Date>> {
        let (first, last) = self.days;
        let next = |day: &Date| day.last_of_month().tomorrow().ok();
        let begin = if first == first.first_of_month() { Some(first) } else { next(&first) };
        let all: Vec<Date> = std::iter::successors(begin, next).take_while(|day| *day <= last).collect();
        let every = all.len().div_ceil(MARKS).max(1);
        (all.len() > 1).then(|| all.into_iter().step_by(every).collect())
    }

    /// Round numbers within: 1, 2 and 5 times a power of ten, or fewer of them where those would be many. Where there are
    /// none to compare, the least and the largest.
    fn levels(&self) -> Vec<f64> {
        let (low, high) = self.numbers;
        let of = |steps: &[f64]| -> Vec<f64> {
            let powers = low.floor() as i32..=high.ceil() as i32;
            let all = powers.flat_map(|power| steps.iter().map(move |step| step * 10f64.powi(power)));
            all.filter(|level| (low..=high).contains(&level.log10())).collect()
        };
        let few = |levels: &Vec<f64>| levels.len() <= LEVELS;
        let fine = [&[1.0, 2.0, 5.0][..], &[1.0, 3.0]].into_iter().map(of).find(few);
        let round = fine.unwrap_or_else(|| of(&[1.0]));
        let ends =
            || if high > low { vec![10f64.powf(low), 10f64.powf(high)] } else { vec![10f64.powf(low)] };
        if round.len() > 1 { round } else { ends() }
    }
}

impl Reader<'_, '_> {
    /// The map over a table; none where less than two rows have a place on it.
    pub(super) fn map(&self, report: &Report, table: &Table, (across, up): (usize, usize)) -> Option<Points> {
        let now = self.gate.today();
        // A day that is over was today then.
        let today = table.as_of.unwrap_or(now);
        let place = |row: &Row| match (row.cells.get(across)?, row.cells.get(up)?) {
            (Said::Day(day), Said::Money(minor)) if *minor > Decimal::ZERO => {
                Some((*day, f64::try_from(*minor).ok()?))
            }
            _ => None,
        };
        let placed: Vec<(&Row, Date, f64)> =
            table.rows.iter().filter_map(|row| place(row).map(|(day, number)| (row, day, number))).collect();
        if placed.len() < 2 {
            return None;
        }
        let span = Span::of(&placed, today)?;
        let point = |(row, day, number): &(&Row, Date, f64)| Point {
            across: span.across(*day),
            up: span.up(*number),
            label: self.row_text(row),
            href: row.behind.as_ref().map(|behind| self.behind_it(report, behind)),
            tone: if *day < today { Tone::Overdue } else { Tone::Risk },
        };
        let at = |day: Date, label: String| Mark { at: span.across(day), label };
        let across = match span.months() {
            Some(months) => {
                months.into_iter().map(|day| at(day, self.locale.period(Period::Month, day))).collect()
            }
            None => {
                let (first, last) = span.days;
                let mut ends = vec![first, last];
                ends.dedup();
                ends.into_iter().map(|day| at(day, self.locale.date(day))).collect()
            }
        };
        let level = |number: f64| Mark { at: span.up(number), label: self.said_text(&Said::about(number)) };
        Some(Points {
            // What is worth most comes first in the table, and before the others here.
            points: placed.iter().rev().map(point).collect(),
            across,
            up: span.levels().into_iter().map(level).collect(),
            today: Some(match today == now {
                true => at(today, self.word("today")),
                false => at(today, self.locale.date(today)),
            }),
        })
    }

    /// What a row tells, in one line.
    fn row_text(&self, row: &Row) -> String {
        let cells = row.cells.iter().map(|said| self.said_text(said)).filter(|text| !text.is_empty());
        cells.collect::<Vec<_>>().join(" · ")
    }
}
