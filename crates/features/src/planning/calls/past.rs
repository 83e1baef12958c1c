//! How well forecasts came true: of the periods before, what people said halfway through, beside what the deals alone
//! told at the same moment, and what was won in the end.

use cordee_base::{Decimal, Outcome};
use cordee_kit::{Behind, Drawn, ReportPart, Row, Said, Sheet};
use cordee_records::Gate;
use cordee_rules::accuracy::{self, accuracy_over, bias};
use cordee_rules::fiscal::Period;

use super::{Asked, note};
use crate::planning::sums;

/// How many periods are looked at.
const BACK: usize = 4;

/// With fewer periods people are told that these are few.
const ENOUGH: usize = 3;

/// Period by period.
pub static PAST: Sheet = Sheet {
    name: "call_past",
    columns: &["period", "came_true", "called", "accuracy", "deals_commit", "weighted"],
    drawn: Drawn::Plain,
    may_be_empty: true,
};

/// Over all of them, by who or what forecast.
pub static ACCURACY: Sheet = Sheet {
    name: "call_accuracy",
    columns: &["forecast_by", "accuracy", "bias", "periods"],
    drawn: Drawn::Plain,
    may_be_empty: true,
};

/// A period that is over.
struct Past {
    period: Period,
    /// What was won.
    actual: Decimal,
    /// What people said halfway through; none where nobody had said anything.
    called: Option<Decimal>,
    /// What the deals were then: closed and commit; closed, and open as far as likely.
    commit: Decimal,
    weighted: Decimal,
}

impl Past {
    fn read(gate: &mut Gate<'_>, asked: &Asked, period: Period) -> Outcome<Past> {
        let half = gate.zone().start_of(period.first()).plus_seconds(period.days() * 12 * 60 * 60);
        let then = asked.standing(gate, &period, Some(half))?;
        let filter = asked.filter.clone().and(sums::counting(&period));
        let now = sums::by_owner(gate, filter, asked.at)?;
        let theirs = now.iter().filter(|(owner, _)| owner.is_some_and(|id| asked.people.contains(&id)));
        let actual: i128 = theirs.map(|(_, sums)| sums.figures.closed).sum();
        let deals = then.deals(&asked.people);
        let called = (!then.calls.is_empty()).then(|| minor(then.tree.top().commit_forecast()));
        Ok(Past {
            period,
            actual: minor(actual),
            called,
            commit: minor(deals.figures.commit_forecast()),
            weighted: deals.weighted.round(),
        })
    }

    fn outcome(&self, forecast: Decimal) -> accuracy::Outcome {
        accuracy::Outcome { forecast, actual: self.actual }
    }

    fn row(&self) -> Row {
        let accuracy = self.called.and_then(|called| accuracy::accuracy(self.outcome(called)));
        Row::of(vec![
            Said::Text(self.period.to_string()),
            Said::Money(self.actual),
            Said::or_none(self.called, Said::Money),
            Said::or_none(accuracy, Said::Ratio),
            Said::Money(self.commit),
            Said::Money(self.weighted),
        ])
        .behind(Behind::Asking("period", self.period.to_string()))
    }
}

/// The periods and how well each way of forecasting did; over the periods in which people said something, so that all
/// are judged by the same.
pub fn told(gate: &mut Gate<'_>, asked: &Asked) -> Outcome<Vec<ReportPart>> {
    let today = asked.today(gate);
    let ended = |period: &Period| period.last() < today;
    let periods = std::iter::successors(Some(asked.period), Period::previous);
    let periods: Vec<Period> = periods.skip_while(|period| !ended(period)).take(BACK).collect();
    let mut past = Vec::new();
    for period in periods {
        past.push(Past::read(gate, asked, period)?);
    }
    past.retain(|past| past.called.is_some() || !past.actual.is_zero() || !past.commit.is_zero());
    let judged: Vec<&Past> = past.iter().filter(|past| past.called.is_some()).collect();
    let mut parts = vec![PAST.with(past.iter().map(Past::row).collect())];
    if !judged.is_empty() && judged.len() < ENOUGH {
        parts.push(note("report-call-few-periods", vec![("periods", Said::count(judged.len()))]));
    }
    parts.push(ACCURACY.with(methods(&judged)));
    Ok(parts)
}

fn methods(judged: &[&Past]) -> Vec<Row> {
    if judged.is_empty() {
        return Vec::new();
    }
    let row = |name, word, forecast: fn(&Past) -> Decimal| {
        let outcomes: Vec<accuracy::Outcome> =
            judged.iter().map(|past| past.outcome(forecast(past))).collect();
        Row::named(
            name,
            vec![
                Said::Word(word),
                Said::or_none(accuracy_over(&outcomes), Said::Ratio),
                Said::or_none(bias(&outcomes), Said::Ratio),
                Said::count(judged.len()),
            ],
        )
    };
    vec![
        row("people", "report-forecast-by-people", |past| past.called.unwrap_or_default()),
        row("deals", "report-forecast-by-deals", |past| past.commit),
        row("chance", "report-forecast-by-chance", |past| past.weighted),
    ]
}

fn minor(minor: i128) -> Decimal {
    Decimal::try_from_i128_with_scale(minor, 0).unwrap_or_default()
}
