//! The gap to quota, told above the board of deals: what is won of the quota of now, what is left, what is likely of the
//! open deals; and what is to be won in each month.

mod holders;

use cordee_base::{Date, Outcome};
use cordee_catalog::opportunity::OPPORTUNITY;
use cordee_kit::{ByMonth, Fact, Goal, Reached, Said};
use cordee_records::Gate;
use cordee_rules::fiscal::{Length, Period};
use cordee_rules::quota;
use cordee_schema::Filter;

use super::coverage::{self, COVERAGE};
use super::periods;
use coverage::quotas::{self, Quota};
use holders::{Asked, Held};

/// Quotas, as boards of deals tell of them.
pub static GOAL: Goal = Goal { object: OPPORTUNITY.name, is_set, tell, by_month };

/// The periods that are looked at, the first of which counts that has a quota.
const LENGTHS: [Length; 3] = [Length::Quarter, Length::Month, Length::Year];

fn is_set(gate: &mut Gate<'_>, filter: &Filter) -> Outcome<bool> {
    let (periods, quotas) = current(gate)?;
    let counts = |quota: &&Quota| quota.series.is_none() && periods.iter().any(|period| quota.is_for(period));
    let held: Vec<&Quota> = quotas.iter().filter(counts).collect();
    match holders::are_known(gate, filter, &held)? {
        Some(known) => Ok(known),
        None => Ok(now(gate, filter)?.is_some()),
    }
}

fn tell(gate: &mut Gate<'_>, filter: &Filter) -> Outcome<Option<Reached>> {
    let Some((period, held)) = now(gate, filter)? else { return Ok(None) };
    let sums = coverage::reached(gate, period, &held.sellers)?;
    let won = coverage::minor(sums.won);
    let fact = |name, said| Fact { name, said, behind: None };
    let facts = vec![
        fact("quota", Said::minor(held.minor)),
        fact("won_so_far", Said::Money(sums.won)),
        fact("left", Said::minor(quota::left(held.minor, won))),
        fact("weighted_closing", Said::Money(sums.weighted)),
    ];
    let by = if held.of_teams { "team" } else { "person" };
    Ok(Some(Reached {
        whose: held.whose,
        period: period.to_string(),
        facts,
        share: quota::attainment(won, held.minor),
        report: COVERAGE.name,
        answers: vec![("period", period.to_string()), ("by", by.to_owned())],
    }))
}

fn by_month(gate: &mut Gate<'_>, filter: &Filter, months: &[Date]) -> Outcome<ByMonth> {
    let calendar = periods::calendar(gate)?;
    let months: Vec<Period> =
        months.iter().filter_map(|first| calendar.period(Length::Month, *first)).collect();
    let (Some(first), Some(last)) =
        (months.iter().map(Period::first).min(), months.iter().map(Period::last).max())
    else {
        return Ok(Vec::new());
    };
    let quotas = quotas::between(gate, first, last)?;
    let held = |gate: &mut Gate<'_>| -> Outcome<ByMonth> {
        let asked = Asked::read(gate, filter)?;
        let of = |period: &Period| Some((period.first(), Said::minor(asked.held(period, &quotas)?.minor)));
        Ok(months.iter().filter_map(of).collect())
    };
    if quotas.is_empty() { Ok(Vec::new()) } else { held(gate) }
}

/// What is to be won now by those who are asked about, and in which period.
fn now(gate: &mut Gate<'_>, filter: &Filter) -> Outcome<Option<(Period, Held)>> {
    let (periods, quotas) = current(gate)?;
    if quotas.is_empty() {
        return Ok(None);
    }
    let asked = Asked::read(gate, filter)?;
    Ok(periods.into_iter().find_map(|period| Some((period, asked.held(&period, &quotas)?))))
}

/// The periods of today, and the quotas for them that the asker may see.
fn current(gate: &mut Gate<'_>) -> Outcome<(Vec<Period>, Vec<Quota>)> {
    let (calendar, today) = (periods::calendar(gate)?, gate.today());
    let periods = LENGTHS.into_iter().filter_map(|length| calendar.period(length, today)).collect();
    let quotas = match calendar.period(Length::Year, today) {
        Some(year) => quotas::around(gate, &year, today)?,
        None => Vec::new(),
    };
    Ok((periods, quotas))
}
