//! A card of a board: what its object's board declares, put in its place by kind.

use cordee_records::Right;
use cordee_schema::{Board, FieldDef, Kind, Record, Value};
use cordee_ui::screens::board::{Age, Card, Dot, NextStep};
use cordee_ui::{Cell, Person, Tone};

use super::board::{Place, move_path};
use super::cells::plain;
use super::reader::Reader;

/// Whether a title says whom it is about, so that nobody needs to say it again.
pub(crate) fn names(title: &str, about: &str) -> bool {
    title.to_lowercase().contains(&about.to_lowercase())
}

impl Reader<'_, '_> {
    /// A record as a card in the column `place`.
    pub(crate) fn card(&self, record: &Record, board: &Board, place: &Place) -> Card {
        let object = record.object;
        let fields: Vec<_> = board.card.iter().filter_map(|name| self.field(object, name)).collect();
        let first = |fits: &dyn Fn(&FieldDef) -> bool| fields.iter().copied().find(|field| fits(field));
        let is_date = |field: &FieldDef| matches!(field.kind, Kind::Date(_));
        let amount = first(&|field| Some(field.name) == board.sum);
        let due = first(&is_date);
        let step = first(&|field| matches!(field.kind, Kind::Text(_)));
        let step_date = fields.iter().copied().filter(|field| is_date(field)).nth(1);
        let owner = first(&|field| field.links_to() == Some("user"));
        let about = first(&|field| {
            field.links_to().is_some_and(|to| to != "user")
                && field.name != board.by
                && Some(field.name) != board.within
        });
        let cell =
            |field: Option<&'static FieldDef>| field.map_or(Cell::Empty, |field| self.cell(record, field));
        let text =
            |field: Option<&'static FieldDef>| Some(plain(&cell(field))).filter(|text| !text.is_empty());
        let step_date = step_date.filter(|_| step.is_some());
        let placed = [amount, due, step, step_date, owner, about];
        // How long it has stood there is told by a bar.
        let placed = |field: &FieldDef| {
            board.since == Some(field.name) || placed.iter().flatten().any(|known| known.name == field.name)
        };
        let rest = fields.iter().filter(|field| !placed(field));
        let facts = rest.map(|field| (self.label(object, field), self.cell(record, field)));
        let facts = facts.filter(|(_, value)| !matches!(value, Cell::Empty)).collect();
        // What is planned, what is fresh and how long it has stood there is told of today alone.
        let today = !self.shows_past();
        let movable = self.may(object, Right::Edit) && today;
        let step = step.filter(|_| today);
        Card {
            id: record.head.id.to_string(),
            version: record.head.version.to_string(),
            title: record.title(),
            href: self.page_then(record),
            move_to: movable.then(|| move_path(self, record).to_string()),
            about: text(about).filter(|about| !names(&record.title(), about)),
            amount: amount.map(|amount| self.cell(record, amount)),
            due: due.map(|due| self.dated(record, Some(due), place)),
            next: step.and_then(|step| self.next_step(record, text(Some(step)), step_date, place)),
            facts,
            mark: self.mark(record, board, place).filter(|_| today),
            dot: step.filter(|_| place.open).map(|_| self.dot(record, step_date)),
            age: self.age(record, board, place).filter(|_| today),
            owner: text(owner).map(Person::named),
        }
    }

    /// A day, overdue if it has passed while the card is still on its way.
    fn dated(&self, record: &Record, field: Option<&'static FieldDef>, place: &Place) -> Cell {
        let Some(field) = field else { return Cell::Empty };
        match (self.cell(record, field), record.value(field.name)) {
            (Cell::Date { iso, .. }, Some(Value::Date(day))) => {
                let today = self.gate.today();
                let late = place.open && *day < today;
                let tone = if late { Tone::Overdue } else { Tone::Neutral };
                Cell::Date { text: self.locale.near_date(*day, today), iso, tone }
            }
            (cell, _) => cell,
        }
    }

    /// What is fresh about a card that is on its way, and since when.
    fn mark(&self, record: &Record, board: &Board, place: &Place) -> Option<String> {
        let (name, days) = board.fresh.filter(|_| place.open)?;
        let field = self.field(record.object, name)?;
        let (today, shown) = (self.gate.today(), record.value(name)?);
        let Value::Date(day) = shown else { return None };
        let fresh = (today - *day).get_days() <= i32::from(days);
        fresh.then(|| format!("{}, {}", self.label(record.object, field), self.locale.near_date(*day, today)))
    }

    /// Whether something is planned, and how soon.
    fn dot(&self, record: &Record, date: Option<&'static FieldDef>) -> Dot {
        let today = self.gate.today();
        let name = match date.and_then(|date| record.value(date.name)) {
            Some(Value::Date(day)) if *day < today => "overdue",
            Some(Value::Date(day)) if *day == today => "today",
            Some(Value::Date(_)) => "later",
            _ => "none",
        };
        Dot { name, label: self.word(&format!("board-dot-{name}")) }
    }

    fn next_step(
        &self,
        record: &Record,
        step: Option<String>,
        date: Option<&'static FieldDef>,
        place: &Place,
    ) -> Option<NextStep> {
        let day = self.dated(record, date, place);
        let overdue = matches!(day, Cell::Date { tone: Tone::Overdue, .. });
        let said: Vec<String> =
            Some(plain(&day)).filter(|day| !day.is_empty()).into_iter().chain(step).collect();
        match (said.is_empty(), place.open) {
            (true, true) => Some(NextStep { text: self.word("record-no-next-step"), tone: Tone::Risk }),
            (true, false) => None,
            (false, _) => {
                let tone = if overdue { Tone::Overdue } else { Tone::Neutral };
                Some(NextStep { text: said.join(" · "), tone })
            }
        }
    }

    /// How long the card has stood in its column, against what is expected there.
    fn age(&self, record: &Record, board: &Board, place: &Place) -> Option<Age> {
        let (days, text) = (self.days_stood(record, board)?, self.stood(record, board)?);
        if !place.open {
            return None;
        }
        let expected = place.expected.filter(|expected| *expected > 0);
        let share = expected.map_or(0, |expected| (days * 100 / expected).clamp(0, 100) as u8);
        let tone = match expected {
            Some(expected) if days > expected * 2 => Tone::Overdue,
            Some(expected) if days > expected => Tone::Risk,
            _ => Tone::Accent,
        };
        Some(Age { text, share, tone })
    }
}
