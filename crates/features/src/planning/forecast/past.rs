//! How chance would have foretold the periods before, asked as long before their end as now, and what came of it; beside
//! what people had submitted by then.

use cordee_base::{Date, Decimal, Outcome};
use cordee_catalog::deals;
use cordee_catalog::opportunity::{AMOUNT, OPPORTUNITY};
use cordee_kit::{Drawn, ReportPart, Row, Said, Sheet};
use cordee_records::{Gate, Grouping, Measure, Reckon};
use cordee_rules::accuracy::{self, Outcome as Came};
use cordee_rules::fiscal::Period;
use cordee_rules::pipeline::State;

use super::chance::Standing;
use super::{Asked, foretell};
use crate::planning::calls;
use crate::planning::odds::learned::Learned;
use crate::planning::periods;

/// So many periods are looked at.
const PERIODS: usize = 4;

/// Period by period.
pub static FORETOLD: Sheet = Sheet {
    name: "foretold",
    columns: &["period", "odds", "told_on", "p10", "p50", "p90", "came", "verdict"],
    drawn: Drawn::Plain,
    may_be_empty: true,
};

/// In all.
pub static FORETOLD_IN_ALL: Sheet = Sheet {
    name: "foretold_in_all",
    columns: &["forecast_by", "periods", "accuracy", "bias", "held"],
    drawn: Drawn::Plain,
    may_be_empty: true,
};

/// What was foretold, and what came.
struct Foretold {
    bounds: [i64; 3],
    came: Decimal,
}

impl Foretold {
    fn held(&self) -> bool {
        let [low, _, high] = self.bounds.map(Decimal::from);
        (low..=high).contains(&self.came)
    }

    fn outcome(&self) -> Came {
        Came { forecast: Decimal::from(self.bounds[1]), actual: self.came }
    }
}

/// What is looked at: the periods before, each asked as long before its end as now.
pub fn before(gate: &Gate<'_>, asked: &Asked) -> Vec<Asked> {
    let left = asked.period.last() - asked.today(gate);
    let over = |period: &Period| period.last() < asked.today(gate);
    let then = |period: Period| {
        let day = period.last().saturating_sub(left);
        Asked::of(asked.all.clone(), period, Some(periods::end_of(gate, day)), Some(day))
    };
    std::iter::successors(asked.period.previous(), Period::previous)
        .filter(over)
        .take(PERIODS)
        .map(then)
        .collect()
}

/// Both tables of the periods before and how their deals stood; with what was learned too, if that is asked for.
pub fn told(
    gate: &mut Gate<'_>,
    asked: &Asked,
    before: Vec<(Asked, Standing)>,
    learns: bool,
    seed: u64,
) -> Outcome<Vec<ReportPart>> {
    let (mut rows, mut set, mut learned, mut said) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (then, standing) in before {
        let (at, day) = (then.moment(gate), then.today(gate));
        let came = came(gate, &then)?;
        let foretold = |bounds: Option<[i64; 3]>| bounds.map(|bounds| Foretold { bounds, came });
        let as_set = foretold(Some(foretell::as_set(&standing, seed)?));
        rows.push(row(&then, "set", day, came, as_set.as_ref()));
        set.extend(as_set);
        if learns {
            let mut taught = Learned::read(gate, at)?;
            let found = foretold(foretell::as_learned(gate, &mut taught, &then, &standing, seed)?);
            rows.push(row(&then, "learned", day, came, found.as_ref()));
            learned.extend(found);
        }
        // What people submit is about all deals.
        if then.all.is_everything() {
            said.extend(calls::said(gate, then.period, at)?);
        }
    }
    let mut in_all = Vec::new();
    if !rows.is_empty() {
        in_all.push(by_chance("set", "report-forecast-by-set", &set));
        if learns {
            in_all.push(by_chance("learned", "report-forecast-by-learned", &learned));
        }
        if asked.all.is_everything() {
            in_all.push(compared("people", "report-forecast-by-people", &said, Said::Nothing));
        }
    }
    Ok(vec![FORETOLD.with(rows), FORETOLD_IN_ALL.with(in_all)])
}

fn row(then: &Asked, odds: &'static str, day: Date, came: Decimal, found: Option<&Foretold>) -> Row {
    let cell = |place: usize| {
        Said::or_none(found.and_then(|found| found.bounds.get(place)), |minor| Said::minor(*minor))
    };
    let held = |found: &Foretold| {
        Said::Word(if found.held() { "report-foretold-held" } else { "report-foretold-missed" })
    };
    Row::of(vec![
        Said::Text(then.period.to_string()),
        Said::Named("asks-odds", odds),
        Said::Day(day),
        cell(0),
        cell(1),
        cell(2),
        Said::Money(came),
        found.map_or(Said::Word("report-learned-few"), held),
    ])
}

fn by_chance(name: &'static str, word: &'static str, found: &[Foretold]) -> Row {
    let outcomes: Vec<Came> = found.iter().map(Foretold::outcome).collect();
    let held = found.iter().filter(|one| one.held()).count();
    compared(name, word, &outcomes, Said::count(held))
}

fn compared(name: &'static str, word: &'static str, outcomes: &[Came], held: Said) -> Row {
    Row::named(
        name,
        vec![
            Said::Word(word),
            Said::count(outcomes.len()),
            Said::or_none(accuracy::accuracy_over(outcomes), Said::Ratio),
            Said::or_none(accuracy::bias(outcomes), Said::Ratio),
            held,
        ],
    )
}

/// What was won in a period, as it is known now.
fn came(gate: &mut Gate<'_>, then: &Asked) -> Outcome<Decimal> {
    let won = deals::in_states(State::keys(State::is_won));
    let (_, sums) = gate.group_and_total(&Grouping {
        object: &OPPORTUNITY,
        by: Vec::new(),
        measures: vec![Measure::of(Reckon::Sum(deals::of(AMOUNT)))],
        filter: won.and(deals::closing(then.period.first(), then.period.last())).and(then.all.clone()),
        as_of: None,
    })?;
    Ok(sums.first().copied().flatten().unwrap_or_default())
}
