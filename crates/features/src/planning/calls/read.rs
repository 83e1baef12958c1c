//! What was submitted for a period, as far as the asker may see it, in the workspace's currency.

use cordee_base::{Decimal, Id, Moment, Outcome};
use cordee_catalog::forecast_call::{
    BEST_CASE, COMMIT, COVERS, DEALS_BEST_CASE, DEALS_CLOSED, DEALS_COMMIT, DEALS_PIPELINE, FIRST_DAY,
    FORECAST_CALL, LAST_DAY, OWNER, PIPELINE, TEAM_DEALS,
};
use cordee_records::{By, Gate, GroupRow, Grouping, Measure, Reckon};
use cordee_rules::fiscal::Period;
use cordee_rules::rollup::{Each, Figures};
use cordee_schema::{Field, Filter, FromValue, Operator, Path, Value, system};

/// What somebody said at a moment.
pub struct Call {
    /// Which.
    pub id: Id,
    /// Who.
    pub owner: Id,
    /// Of what rises from their team, rather than of their own deals.
    pub team: bool,
    /// When.
    pub at: Moment,
    /// What they said, in minor units; of what is closed nothing.
    said: Each<Option<i64>>,
    /// What the deals came to then.
    pub deals: Each<i64>,
}

impl Call {
    /// What counts of it in the roll-up. What was won by then is part of it, so that a deal won since is not counted
    /// both as won and as promised; an adjustment that leaves the commit as it is leaves what is won too.
    pub fn counts(&self) -> Each<Option<i64>> {
        let closed = (!self.team || self.said.commit.is_some()).then_some(self.deals.closed);
        Each { closed, ..self.said }
    }

    /// What is promised with what is won, where it says so.
    pub fn commit_forecast(&self) -> Option<i128> {
        self.said.commit.map(|commit| i128::from(self.deals.closed) + i128::from(commit))
    }

    /// The same with what may well come, where it says so.
    pub fn best_case_forecast(&self) -> Option<i128> {
        Some(self.commit_forecast()? + i128::from(self.said.best_case?))
    }

    /// What the deals came to then.
    pub fn deals_then(&self) -> Figures {
        Figures::of(|category| i128::from(self.deals.get(category)))
    }
}

/// All that was submitted for a period until a moment, the oldest first; nothing where the asker may see none of it.
pub fn calls(gate: &mut Gate<'_>, period: &Period, until: Option<Moment>) -> Outcome<Vec<Call>> {
    let Ok(object) = gate.object(FORECAST_CALL.name) else { return Ok(Vec::new()) };
    let mut filter = Filter::is(path(FIRST_DAY), Value::Date(period.first()))
        .and(Filter::is(path(LAST_DAY), Value::Date(period.last())));
    if let Some(until) = until {
        filter =
            filter.and(Filter::compare(path(system::CREATED_AT), Operator::AtMost, Value::Moment(until)));
    }
    let by = [path(system::ID), path(OWNER), path(COVERS), path(system::CREATED_AT)];
    let amounts = [COMMIT, BEST_CASE, PIPELINE, DEALS_CLOSED, DEALS_COMMIT, DEALS_BEST_CASE, DEALS_PIPELINE];
    let rows = gate.group(&Grouping {
        object,
        by: by.into_iter().map(|path| By { path, period: None }).collect(),
        measures: amounts.into_iter().map(|field| Measure::of(Reckon::Sum(path(field)))).collect(),
        filter,
        as_of: None,
    })?;
    let mut calls: Vec<Call> = rows.iter().filter_map(call).collect();
    calls.sort_by_key(|call| (call.at, call.id));
    Ok(calls)
}

fn call(row: &GroupRow) -> Option<Call> {
    let value = |place: usize| row.keys.get(place).map_or(&Value::None, |key| &key.value);
    let minor = |place: usize| row.values.get(place).copied().flatten().and_then(whole);
    let there = |place| minor(place).unwrap_or_default();
    Some(Call {
        id: value(0).as_link()?,
        owner: value(1).as_link()?,
        team: value(2).as_text() == Some(TEAM_DEALS),
        at: Moment::from_value(value(3))?,
        said: Each { commit: minor(0), best_case: minor(1), pipeline: minor(2), closed: None, omitted: None },
        deals: Each {
            closed: there(3),
            commit: there(4),
            best_case: there(5),
            pipeline: there(6),
            omitted: 0,
        },
    })
}

fn whole(sum: Decimal) -> Option<i64> {
    i64::try_from(sum.round()).ok()
}

/// A field of what is submitted, or one that every object has.
pub fn path<T>(field: Field<T>) -> Path {
    let field = FORECAST_CALL.field(field.name()).expect("declared beside it, or by every object");
    Path::field(&FORECAST_CALL, field)
}
