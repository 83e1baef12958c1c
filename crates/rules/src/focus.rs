//! Which deals are worth work now, and which are better given up early.
//!
//! A deal is worth its value × how likely it is won × what work can still change of that. The last is the leverage
//! 4·p·(1 − p): a push on the odds moves an open deal most, a nearly certain or nearly hopeless one hardly.

use std::cmp::Ordering;

use cordee_base::Id;

use crate::probability::Probability;

/// An open deal, as far as it matters here.
#[derive(Clone, Copy, Debug)]
pub struct Deal {
    /// Which one.
    pub deal: Id,
    /// What it is worth, in minor units of one currency; none if nobody has said.
    pub minor: Option<i64>,
    /// How likely it is won.
    pub probability: Probability,
    /// Whether there is a fresh buying signal: a trial started, a question about the contract.
    pub signal: bool,
    /// How many days it has been in its stage; none if that is not known.
    pub days_in_stage: Option<u32>,
    /// After how many days nine in ten have left that stage; none where that is not known.
    pub usual_days: Option<u32>,
    /// How many days nobody has spoken with them; none if nobody ever has, or it is not known.
    pub days_silent: Option<u32>,
    /// How many times its close date was put off.
    pub slips: u32,
    /// Whether a next step is planned, with a date that is not past.
    pub next_step: bool,
}

/// From where on something speaks against a deal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// Below this it is unlikely.
    pub unlikely: Probability,
    /// After more days than this without a word it is silent.
    pub patience: u32,
    /// Put off so many times, it slips.
    pub slips: u32,
    /// So many of these together make a deal weak.
    pub together: usize,
}

impl Limits {
    /// Ten per cent, thirty days, three times, two reasons. One reason alone is a thing to do, not a lost case.
    pub fn usual() -> Limits {
        let unlikely = Probability::new(0.1).unwrap_or(Probability::NEVER);
        Limits { unlikely, patience: 30, slips: 3, together: 2 }
    }
}

/// What speaks against a deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// It is hardly won.
    Unlikely,
    /// It has been in its stage longer than nine deals in ten: this many days, where that many are usual.
    Aged(u32, u32),
    /// For so many days nobody has spoken with them.
    Silent(u32),
    /// Its close date was put off so many times.
    Slips(u32),
    /// Nothing is planned.
    NoNextStep,
}

/// A deal with a buying signal is worth this many times its score.
pub const SIGNAL: f64 = 2.0;

/// A deal at its place in the order.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// Which one.
    pub deal: Id,
    /// Value × probability × leverage, in minor units, twice that with a buying signal; none without a value.
    pub score: Option<f64>,
    /// What speaks against it.
    pub against: Vec<Against>,
    /// Whether so much does that it should be given up, unless it comes to life: no deal with a buying signal.
    pub weak: bool,
}

/// The score of a deal; none without a value, or with one below nothing.
pub fn score(deal: &Deal) -> Option<f64> {
    let value = deal.minor.filter(|minor| *minor >= 0)? as f64;
    let raised = if deal.signal { SIGNAL } else { 1.0 };
    Some(value * deal.probability.get() * deal.probability.leverage() * raised)
}

/// What speaks against a deal.
pub fn against(deal: &Deal, limits: &Limits) -> Vec<Against> {
    let aged = deal.days_in_stage.zip(deal.usual_days).filter(|(days, usual)| days > usual);
    let silent = deal.days_silent.filter(|days| *days > limits.patience);
    let reasons = [
        (deal.probability < limits.unlikely).then_some(Against::Unlikely),
        aged.map(|(days, usual)| Against::Aged(days, usual)),
        silent.map(Against::Silent),
        (limits.slips > 0 && deal.slips >= limits.slips).then_some(Against::Slips(deal.slips)),
        (!deal.next_step).then_some(Against::NoNextStep),
    ];
    reasons.into_iter().flatten().collect()
}

/// All deals, those worth most work first; those without a value come last. Of two alike the older comes first.
pub fn rank(deals: &[Deal], limits: &Limits) -> Vec<Ranked> {
    let ranked = deals.iter().map(|deal| {
        let against = against(deal, limits);
        let weak = !deal.signal && against.len() >= limits.together.max(1);
        Ranked { deal: deal.deal, score: score(deal), against, weak }
    });
    let mut ranked: Vec<Ranked> = ranked.collect();
    ranked.sort_by(|one, other| most_first(one.score, other.score).then(one.deal.cmp(&other.deal)));
    ranked
}

fn most_first(one: Option<f64>, other: Option<f64>) -> Ordering {
    match (one, other) {
        (Some(one), Some(other)) => other.total_cmp(&one),
        (one, other) => other.is_some().cmp(&one.is_some()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deal(number: i64, minor: i64, probability: f64) -> Deal {
        Deal {
            deal: Id::from_i64(number),
            minor: Some(minor),
            probability: Probability::new(probability).expect("a probability"),
            signal: false,
            days_in_stage: Some(5),
            usual_days: Some(20),
            days_silent: Some(3),
            slips: 0,
            next_step: true,
        }
    }

    #[test]
    fn value_times_likelihood_times_what_can_change() {
        #[rustfmt::skip]
        let table = [
            (deal(1, 1_000, 0.5),                                Some(500.0)),
            (deal(1, 1_000, 0.75),                               Some(562.5)),
            (deal(1, 1_000, 1.0),                                Some(0.0)),
            (deal(1, 1_000, 0.0),                                Some(0.0)),
            (deal(1, 0, 0.5),                                    Some(0.0)),
            (deal(1, -7, 0.5),                                   None),
            (Deal { minor: None, ..deal(1, 0, 0.5) },            None),
            (Deal { signal: true, ..deal(1, 1_000, 0.5) },       Some(1_000.0)),
        ];
        for (deal, wanted) in table {
            assert_eq!(score(&deal), wanted, "{deal:?}");
        }
    }

    #[test]
    fn what_is_worth_work_comes_first() {
        let deals = [
            deal(1, 100_000, 0.02),
            deal(2, 10_000, 0.5),
            deal(3, 10_000, 0.99),
            Deal { signal: true, ..deal(4, 9_000, 0.5) },
            Deal { minor: None, ..deal(5, 0, 0.5) },
            deal(7, 10_000, 0.5),
            deal(6, 10_000, 0.5),
        ];
        let order: Vec<i64> =
            rank(&deals, &Limits::usual()).iter().map(|ranked| ranked.deal.as_i64()).collect();
        assert_eq!(order, [4, 2, 6, 7, 3, 1, 5]);
    }

    #[test]
    fn what_is_given_up_and_why() {
        let good = || deal(1, 1_000, 0.4);
        #[rustfmt::skip]
        let table = [
            (good(),                                                    vec![], false),
            (deal(1, 1_000, 0.05),                                      vec![Against::Unlikely], false),
            (Deal { next_step: false, ..deal(1, 1_000, 0.05) },         vec![Against::Unlikely, Against::NoNextStep], true),
            (Deal { signal: true, next_step: false, ..deal(1, 1, 0.05) }, vec![Against::Unlikely, Against::NoNextStep], false),
            (Deal { days_in_stage: Some(21), ..good() },                vec![Against::Aged(21, 20)], false),
            (Deal { days_in_stage: Some(20), ..good() },                vec![], false),
            (Deal { days_in_stage: Some(900), usual_days: None, ..good() }, vec![], false),
            (Deal { days_silent: Some(31), slips: 3, ..good() },        vec![Against::Silent(31), Against::Slips(3)], true),
            (Deal { days_silent: None, slips: 2, ..good() },            vec![], false),
        ];
        for (deal, reasons, weak) in table {
            let ranked = rank(&[deal], &Limits::usual());
            assert_eq!(ranked[0].against, reasons, "{deal:?}");
            assert_eq!(ranked[0].weak, weak, "{deal:?}");
        }
    }
}
