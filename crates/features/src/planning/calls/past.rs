//! How well forecasts came true: of the periods before, what people said halfway through, beside what the deals alone and
//! chance told at the same moment, and what was won in the end.

use cordee_base::{Decimal, Moment, Outcome};
use cordee_catalog::deals;
use cordee_kit::{Behind, Drawn, ReportPart, Row, Said, Sheet};
use cordee_records::Gate;
use cordee_rules::accuracy::{self, accuracy_over, bias};
use cordee_rules::fiscal::Period;

use super::{Asked, note};
use crate::planning::forecast::foretell::{self, Odds};
use crate::planning::sums;

/// How many periods are looked at.
const BACK: usize = 4;

/// With fewer periods people are told that these are few.
const ENOUGH: usize = 3;

/// Period by period.
pub static PAST: Sheet = Sheet {
    name: "call_past",
    columns: &["period", "came_true", "called", "accuracy", "deals_commit", "weighted", "p50"],
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
    /// The middle of what chance said then; none where there was too little to learn from.
    middle: Option<Decimal>,
}

impl Past {
    /// As it was seen at a moment.
    fn read(gate: &mut Gate<'_>, asked: &Asked, period: Period, at: Moment) -> Outcome<Past> {
        let then = asked.standing(gate, &period, Some(at))?;
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
            middle: None,
        })
    }

    /// What chance said at that moment of the same deals.
    fn play(&mut self, gate: &mut Gate<'_>, asked: &Asked, at: Moment) -> Outcome<()> {
        let theirs = asked.filter.clone().and(deals::owned_by(asked.people.iter().copied()));
        let then = (at, at.date_in(gate.zone()));
        let middle = foretell::middle(gate, theirs, self.period, then, asked.odds)?;
        self.middle = middle.map(Decimal::from);
        Ok(())
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
            Said::or_none(self.middle, Said::Money),
        ])
        .behind(Behind::Asking("period", self.period.to_string()))
    }
}

/// What people had said of a period by a moment, and what came of it; none where nobody had said anything.
pub fn said(
    gate: &mut Gate<'_>,
    asked: &Asked,
    period: Period,
    at: Moment,
) -> Outcome<Option<accuracy::Outcome>> {
    // What the deals were then takes long to find out.
    if asked.calls(gate, &period, Some(at))?.is_empty() {
        return Ok(None);
    }
    let past = Past::read(gate, asked, period, at)?;
    Ok(past.called.map(|called| past.outcome(called)))
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
        let half = gate.zone().start_of(period.first()).plus_seconds(period.days() * 12 * 60 * 60);
        let mut one = Past::read(gate, asked, period, half)?;
        if one.called.is_some() || !one.actual.is_zero() || !one.commit.is_zero() {
            one.play(gate, asked, half)?;
            past.push(one);
        }
    }
    let judged: Vec<&Past> = past.iter().filter(|past| past.called.is_some()).collect();
    let mut parts = vec![PAST.with(past.iter().map(Past::row).collect())];
    if !judged.is_empty() && judged.len() < ENOUGH {
        parts.push(note("report-call-few-periods", vec![("periods", Said::count(judged.len()))]));
    }
    parts.push(ACCURACY.with(methods(asked, &judged)));
    Ok(parts)
}

fn methods(asked: &Asked, judged: &[&Past]) -> Vec<Row> {
    if judged.is_empty() {
        return Vec::new();
    }
    let row = |name, word, forecast: fn(&Past) -> Option<Decimal>| {
        let outcomes: Vec<accuracy::Outcome> =
            judged.iter().filter_map(|past| Some(past.outcome(forecast(past)?))).collect();
        Row::named(
            name,
            vec![
                Said::Word(word),
                Said::or_none(accuracy_over(&outcomes), Said::Ratio),
                Said::or_none(bias(&outcomes), Said::Ratio),
                Said::count(outcomes.len()),
            ],
        )
    };
    let chance = match asked.odds {
        Odds::Set => "report-forecast-by-set",
        Odds::Learned => "report-forecast-by-learned",
    };
    vec![
        row("people", "report-forecast-by-people", |past| past.called),
        row("deals", "report-forecast-by-deals", |past| Some(past.commit)),
        row("chance", "report-forecast-by-chance", |past| Some(past.weighted)),
        row("p50", chance, |past| past.middle),
    ]
}

fn minor(minor: i128) -> Decimal {
    Decimal::try_from_i128_with_scale(minor, 0).unwrap_or_default()
}
