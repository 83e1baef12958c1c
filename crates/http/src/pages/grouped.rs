//! By what the cards of a board stand in columns: by its own field, or by another that it declares, such as whose they
//! are, or the month of a date. It stands in the address.

use cordee_base::{Date, Outcome, Period, Problem};
use cordee_records::{By, Grouping, Measure, Reckon};
use cordee_schema::{
    Board, Condition, FieldDef, Filter, Kind, Object, Operand, Operator, Path as FieldPath, Record, Value,
};
use cordee_ui::components::Tab;
use cordee_ui::{Icon, Tone};

use super::board::Place;
use super::reader::Reader;

/// The parameter that says it.
pub(crate) const BY: &str = "by";
/// The parameter that lays the columns out as sections, one below the other.
pub(crate) const ROWS: &str = "rows";

/// By what cards stand in columns.
#[derive(Clone, Copy)]
pub(crate) struct Grouped {
    /// Whose records the cards are.
    pub object: &'static Object,
    /// The field whose values are the columns.
    pub by: &'static FieldDef,
    /// The field that a move sets.
    pub sets: &'static FieldDef,
    /// Whether it is what the board declares first: its columns stand there whether or not there are cards in them.
    pub own: bool,
}

impl Grouped {
    /// The stretch of dates that makes a column.
    pub(crate) fn period(self) -> Option<Period> {
        matches!(self.by.kind, Kind::Date(_)).then_some(Period::Month)
    }

    /// What the cards of a column are like.
    pub(crate) fn holds(self, place: &Place) -> Filter {
        let path = FieldPath::field(self.object, self.by);
        match &place.value {
            Value::None => {
                Filter::Where(Condition { path, operator: Operator::IsEmpty, operand: Operand::None })
            }
            Value::Date(first) => {
                let end = Period::Month.end(*first);
                Filter::compare(path.clone(), Operator::AtLeast, Value::Date(*first)).and(Filter::compare(
                    path,
                    Operator::Less,
                    Value::Date(end),
                ))
            }
            value => Filter::is(path, value.clone()),
        }
    }

    /// The value of the column in which a card stands.
    pub(crate) fn stands(self, record: &Record) -> Value {
        match record.value(self.by.name) {
            Some(Value::Date(day)) => Value::Date(Period::Month.start(*day)),
            value => value.cloned().unwrap_or_default(),
        }
    }

    /// What a move to a column sets: of a month the day on which the card stood in its own.
    pub(crate) fn set(self, value: Value, record: &Record) -> Value {
        match (value, record.value(self.sets.name)) {
            (Value::Date(first), Some(Value::Date(before))) if !self.own => {
                Value::Date(same_day(first, *before))
            }
            (value, _) => value,
        }
    }
}

impl Reader<'_, '_> {
    /// By what the cards of the board stand in columns, as the address asks for it.
    pub(crate) fn grouped(&self, object: &'static Object, board: &Board) -> Outcome<Grouped> {
        let asked = self.visit.address.one(BY).unwrap_or("");
        let other = object.board_by.iter().find(|(by, _)| *by == asked);
        let other = other.and_then(|(by, sets)| Some((self.field(object, by)?, self.field(object, sets)?)));
        match other {
            Some((by, sets)) => Ok(Grouped { object, by, sets, own: false }),
            None => {
                let by = self.field(object, board.by).ok_or(Problem::NotFound)?;
                Ok(Grouped { object, by, sets: by, own: true })
            }
        }
    }

    /// The ways to group a board, and to lay it out, as links; none where there is only one.
    pub(crate) fn grouped_tabs(&self, object: &'static Object, board: &Board, now: Grouped) -> Vec<Tab> {
        let others = object.board_by.iter().map(|(by, _)| *by);
        let fields = std::iter::once(board.by).chain(others).filter_map(|name| self.field(object, name));
        let tab = |field: &'static FieldDef| Tab {
            label: self.label(object, field),
            href: self.here().with(BY, if field.name == board.by { "" } else { field.name }).to_string(),
            icon: None,
            current: field.name == now.by.name,
        };
        let tabs: Vec<Tab> = fields.map(tab).collect();
        if tabs.len() > 1 { tabs } else { Vec::new() }
    }

    /// Columns side by side, or sections one below the other.
    pub(crate) fn layout_tabs(&self) -> Vec<Tab> {
        let rows = self.in_sections();
        let tab = |word: &str, icon, value: &str, current| Tab {
            label: self.word(word),
            href: self.here().with(ROWS, value).to_string(),
            icon: Some(icon),
            current,
        };
        vec![
            tab("board-columns", Icon::SquareKanban, "", !rows),
            tab("board-sections", Icon::List, "yes", rows),
        ]
    }

    /// Whether the columns are laid out as sections.
    pub(crate) fn in_sections(&self) -> bool {
        self.visit.address.one(ROWS).is_some()
    }

    /// The columns in which there are cards like this; of months also the present one and the next.
    pub(crate) fn places_found(&mut self, grouped: Grouped, filter: &Filter) -> Outcome<Vec<Place>> {
        let object = grouped.object;
        let rows = self.gate.group(&Grouping {
            object,
            by: vec![By { path: FieldPath::field(object, grouped.by), period: grouped.period() }],
            measures: vec![Measure::of(Reckon::Count)],
            filter: filter.clone(),
            as_of: self.then()?,
        })?;
        let mut keys: Vec<(Value, String)> = rows
            .into_iter()
            .filter_map(|row| row.keys.into_iter().next().map(|key| (key.value, key.text)))
            .collect();
        if grouped.period().is_some() {
            let this = Period::Month.start(self.gate.today());
            for month in [this, Period::Month.end(this)] {
                if keys.iter().all(|(value, _)| *value != Value::Date(month)) {
                    keys.push((Value::Date(month), String::new()));
                }
            }
        }
        keys.sort_by(|(one, name), (other, its)| order(one).cmp(&order(other)).then(name.cmp(its)));
        Ok(keys.into_iter().map(|(value, text)| self.place_found(grouped, value, text)).collect())
    }

    fn place_found(&self, grouped: Grouped, value: Value, text: String) -> Place {
        let today = Period::Month.start(self.gate.today());
        let (name, tone) = match &value {
            Value::None => (self.word("board-without"), Tone::Neutral),
            Value::Date(first) if *first < today => {
                (self.locale.period(Period::Month, *first), Tone::Overdue)
            }
            Value::Date(first) if *first == today => {
                (self.locale.period(Period::Month, *first), Tone::Accent)
            }
            Value::Date(first) => (self.locale.period(Period::Month, *first), Tone::Neutral),
            value if text.is_empty() => (self.text(grouped.object, grouped.by, value, None), Tone::Neutral),
            _ => (text, Tone::Neutral),
        };
        Place { value, name, tone, probability: None, expected: None, open: true, told: None }
    }
}

/// Months in order; what is empty comes last.
fn order(value: &Value) -> (u8, Option<Date>) {
    match value {
        Value::Date(day) => (0, Some(*day)),
        Value::None => (2, None),
        _ => (1, None),
    }
}

/// The same day of another month; its last where it is shorter.
fn same_day(first: Date, before: Date) -> Date {
    let last = Period::Month.end(first).yesterday().unwrap_or(first);
    let day = before.day().min(last.day());
    Date::new(first.year(), first.month(), day).unwrap_or(last)
}

#[cfg(test)]
mod tests {
    use super::same_day;

    #[test]
    fn a_card_keeps_its_day_in_another_month() {
        let day = |text: &str| text.parse().expect("a date");
        let table = [
            ("2026-04-01", "2026-03-15", "2026-04-15"),
            ("2026-02-01", "2026-01-31", "2026-02-28"),
            ("2028-02-01", "2026-01-30", "2028-02-29"),
        ];
        for (month, before, wanted) in table {
            assert_eq!(same_day(day(month), day(before)), day(wanted), "{before} in {month}");
        }
    }
}
