//! The quotas of a fiscal year, as far as the asker may see them, in the workspace's currency.

use cordee_base::{Date, Id, Outcome};
use cordee_catalog::quota::{AMOUNT, FIRST_DAY, LAST_DAY, OWNER, QUOTA, SERIES, TEAM, TITLE};
use cordee_records::{By, Gate, Grouping, Measure, Reckon};
use cordee_rules::fiscal::{Length, Period};
use cordee_schema::{Field, Filter, FromValue, ID_FIELD, Operator, Path, Value, fold};

/// A quota.
pub struct Quota {
    /// Which.
    pub id: Id,
    /// What it is called.
    pub title: String,
    /// Its first day and its last.
    pub days: (Date, Date),
    /// Whose it is.
    pub owner: Option<Id>,
    /// The team whose it is, of a team's.
    pub team: Option<Id>,
    /// The product family.
    pub series: Option<String>,
    /// What is to be won, in minor units.
    pub minor: i64,
}

impl Quota {
    /// Whether it is for this very period.
    pub fn is_for(&self, period: &Period) -> bool {
        self.days == (period.first(), period.last())
    }

    /// The family, however it is written.
    pub fn family(&self) -> Option<String> {
        self.series.as_deref().map(fold)
    }
}

/// The quotas of all periods of the fiscal year in which this one lies; none where the asker may see none.
pub fn read(gate: &mut Gate<'_>, period: &Period) -> Outcome<Vec<Quota>> {
    let year = period.calendar().period(Length::Year, period.first()).unwrap_or(*period);
    between(gate, year.first(), year.last())
}

/// The quotas of all periods that lie between two days; none where the asker may see none.
pub fn between(gate: &mut Gate<'_>, first: Date, last: Date) -> Outcome<Vec<Quota>> {
    like(gate, bound(FIRST_DAY, Operator::AtLeast, first).and(bound(LAST_DAY, Operator::AtMost, last)))
}

/// Those of them in whose periods a day lies.
pub fn around(gate: &mut Gate<'_>, year: &Period, day: Date) -> Outcome<Vec<Quota>> {
    let begun =
        bound(FIRST_DAY, Operator::AtLeast, year.first()).and(bound(FIRST_DAY, Operator::AtMost, day));
    like(gate, begun.and(bound(LAST_DAY, Operator::AtLeast, day)))
}

fn bound(field: Field<Date>, operator: Operator, day: Date) -> Filter {
    Filter::compare(of(field), operator, Value::Date(day))
}

fn like(gate: &mut Gate<'_>, filter: Filter) -> Outcome<Vec<Quota>> {
    let Ok(object) = gate.object(QUOTA.name) else { return Ok(Vec::new()) };
    let by = [
        Path::field(object, &ID_FIELD),
        of(TITLE),
        of(FIRST_DAY),
        of(LAST_DAY),
        of(OWNER),
        of(TEAM),
        of(SERIES),
    ];
    let rows = gate.group(&Grouping {
        object,
        by: by.into_iter().map(|path| By { path, period: None }).collect(),
        measures: vec![Measure::of(Reckon::Sum(of(AMOUNT)))],
        filter,
        as_of: None,
    })?;
    let quota = |row: &cordee_records::GroupRow| {
        let value = |place: usize| row.keys.get(place).map_or(&Value::None, |key| &key.value);
        let text = |place: usize| value(place).as_text().map(str::to_owned);
        Some(Quota {
            id: value(0).as_link()?,
            title: text(1).unwrap_or_default(),
            days: (Date::from_value(value(2))?, Date::from_value(value(3))?),
            owner: value(4).as_link(),
            team: value(5).as_link(),
            series: text(6),
            minor: i64::try_from(row.values.first().copied().flatten()?).ok()?,
        })
    };
    Ok(rows.iter().filter_map(quota).collect())
}

fn of<T>(field: Field<T>) -> Path {
    let declared = QUOTA.field(field.name()).expect("declared beside it");
    Path::field(&QUOTA, declared)
}
