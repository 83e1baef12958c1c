//! How both would have foretold the periods before, asked as long before their end as now, and what came of it.

use cordee_base::{Decimal, Outcome};
use cordee_catalog::deals;
use cordee_catalog::opportunity::{AMOUNT, OPPORTUNITY};
use cordee_kit::{Drawn, ReportPart, Row, Said, Sheet};
use cordee_records::{Gate, Grouping, Measure, Reckon};
use cordee_rules::accuracy::{self, Outcome as Came};
use cordee_rules::fiscal::Period;
use cordee_rules::pipeline::State;

use super::Asked;
use super::{chance, likely};
use crate::planning::odds::learned::Learned;
use crate::planning::periods;

/// So many periods are looked at,
const PERIODS: usize = 4;
/// and each is played so often.
const RUNS: usize = 2_000;

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
    columns: &["odds", "periods", "accuracy", "bias", "held"],
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

/// Both tables.
pub fn told(gate: &mut Gate<'_>, asked: &Asked, seed: u64) -> Outcome<Vec<ReportPart>> {
    let left = asked.period.last() - asked.today(gate);
    let over = |period: &Period| period.last() < asked.today(gate);
    let before = std::iter::successors(asked.period.previous(), Period::previous);
    let periods: Vec<Period> = before.filter(over).take(PERIODS).collect();
    let (mut rows, mut set, mut learned) = (Vec::new(), Vec::new(), Vec::new());
    for period in periods {
        let day = period.last().saturating_sub(left);
        let at = periods::end_of(gate, day);
        let then = Asked::of(asked.all.clone(), period, Some(at), Some(day));
        let came = came(gate, &then)?;
        let standing = chance::standing(gate, &then)?;
        let mut taught = Learned::read(gate, at)?;
        let likely = match taught.odds.is_ok() {
            true => Some(likely::candidates(gate, &mut taught, &then, at)?),
            false => None,
        };
        for (name, open, all) in [("set", Some(standing.open), &mut set), ("learned", likely, &mut learned)] {
            let cell = |place: usize, found: Option<&Foretold>| {
                Said::or_none(found.and_then(|found| found.bounds.get(place)), |minor| Said::minor(*minor))
            };
            let found = match open {
                Some(open) => {
                    let outlook = chance::play(standing.won, &open, RUNS, seed)?;
                    Some(Foretold { bounds: chance::percentiles(&outlook), came })
                }
                None => None,
            };
            let some = found.as_ref();
            let held = |found: &Foretold| {
                Said::Word(if found.held() { "report-foretold-held" } else { "report-foretold-missed" })
            };
            rows.push(Row::of(vec![
                Said::Text(then.period.to_string()),
                Said::Named("asks-odds", name),
                Said::Day(day),
                cell(0, some),
                cell(1, some),
                cell(2, some),
                Said::Money(came),
                some.map_or(Said::Word("report-learned-few"), held),
            ]));
            all.extend(found);
        }
    }
    let in_all = [("set", set), ("learned", learned)].map(|(name, found)| in_all(name, &found));
    let in_all = if rows.is_empty() { Vec::new() } else { in_all.to_vec() };
    Ok(vec![FORETOLD.with(rows), FORETOLD_IN_ALL.with(in_all)])
}

fn in_all(name: &'static str, found: &[Foretold]) -> Row {
    let outcomes: Vec<Came> = found.iter().map(Foretold::outcome).collect();
    let held = found.iter().filter(|one| one.held()).count();
    Row::named(
        name,
        vec![
            Said::Named("asks-odds", name),
            Said::count(found.len()),
            Said::or_none(accuracy::accuracy_over(&outcomes), Said::Ratio),
            Said::or_none(accuracy::bias(&outcomes), Said::Ratio),
            Said::count(held),
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
