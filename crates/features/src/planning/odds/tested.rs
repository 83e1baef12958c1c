//! How well the latest closed deals would have been foretold: as it was learned before them, and as it was set.

use cordee_base::Decimal;
use cordee_kit::{Drawn, ReportPart, Row, Said, Sheet};
use cordee_rules::likelihood::backtest::{self, Said as Foretold, Tenth};

use super::learned::Learned;

/// How good each is in all.
pub static ODDS_TESTED: Sheet = Sheet {
    name: "odds_tested",
    columns: &["odds", "brier", "log_loss", "told_apart", "odds_bias"],
    drawn: Drawn::Plain,
    may_be_empty: true,
};

/// What was said against what came, by tenths.
pub static CALIBRATION: Sheet = Sheet {
    name: "calibration",
    columns: &[
        "said_from",
        "times_learned",
        "said_learned",
        "came_learned",
        "times_set",
        "said_set",
        "came_set",
    ],
    drawn: Drawn::Plain,
    may_be_empty: true,
};

/// Both tables, empty where the deals before the latest are too few to learn from.
pub fn told(learned: &Learned) -> Vec<ReportPart> {
    let Ok(tested) = learned.tested() else {
        return vec![ODDS_TESTED.with(Vec::new()), CALIBRATION.with(Vec::new())];
    };
    let named = vec![
        ("deals", Said::count(tested.deals)),
        ("before", Said::count(learned.deals() - tested.deals)),
        ("times", Said::count(tested.learned.len())),
    ];
    let tenths = [&tested.learned, &tested.set].map(|said| backtest::calibration(said));
    let bands = (0..10).filter(|at| tenths.iter().any(|of| of[*at].came.cases() > 0));
    vec![
        ReportPart::Note("report-note-tested", named),
        ODDS_TESTED.with(vec![scored("learned", &tested.learned), scored("set", &tested.set)]),
        CALIBRATION.with(bands.map(|at| band(at, &tenths[0][at], &tenths[1][at])).collect()),
    ]
}

fn scored(name: &'static str, said: &[Foretold]) -> Row {
    Row::named(
        name,
        vec![
            Said::Named("asks-odds", name),
            Said::measured(backtest::brier(said), Said::Ratio),
            Said::measured(backtest::log_loss(said), Said::Number),
            Said::measured(backtest::area(said), Said::Ratio),
            Said::measured(backtest::bias(said), Said::Ratio),
        ],
    )
}

fn band(at: usize, learned: &Tenth, set: &Tenth) -> Row {
    let tenth = |tenth: &Tenth| {
        [
            Said::count(tenth.came.cases()),
            Said::measured(tenth.said, Said::Ratio),
            Said::measured(tenth.came.rate(), Said::Ratio),
        ]
    };
    let from = Said::Ratio(Decimal::from(at as u64) / Decimal::TEN);
    Row::of([from].into_iter().chain(tenth(learned)).chain(tenth(set)).collect())
}
