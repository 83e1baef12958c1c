//! How likely a deal is won, learned from deals that are closed, and what makes it so: a ridge logistic regression.
//!
//! S. le Cessie, J. C. van Houwelingen (1992), Ridge estimators in logistic regression. Applied Statistics 41, 191–201.
//! The caller turns facts into numbers: days, a rate, 1 or 0 for "is in this stage".

pub mod backtest;
mod fit;
mod solve;

use std::fmt;

use crate::probability::Probability;

/// Closed deals to learn from.
#[derive(Clone, Copy, Debug)]
pub struct Past<'a> {
    /// What the columns tell. Columns of one name belong together, such as the stages one of which is 1 and the others
    /// 0: what they do is told as one.
    pub features: &'a [&'a str],
    /// A row for each deal, one after the other, with a number for each column.
    pub rows: &'a [f64],
    /// Whether each deal was won.
    pub won: &'a [bool],
}

/// Why nothing was learned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unlearned {
    /// There is no feature, or more than [`Likelihood::MOST_FEATURES`].
    Features(usize),
    /// There are not as many rows as deals.
    Shape,
    /// The ridge is negative or no number.
    Ridge,
    /// There is something that is no number, or beyond counting, in this row and column.
    NoNumber {
        /// The row, from 0.
        row: usize,
        /// The column, from 0.
        column: usize,
    },
    /// There are too few deals: so many won and lost, and so many are needed of each.
    TooFew {
        /// Won.
        won: usize,
        /// Lost.
        lost: usize,
        /// Needed of each.
        needed: usize,
    },
    /// No weights fit best: something tells won from lost without fail, or two columns say the same, and there is no
    /// ridge to hold them.
    Unsettled,
}

impl fmt::Display for Unlearned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unlearned::Features(count) => {
                write!(f, "{count} features; there must be 1 to {}", Likelihood::MOST_FEATURES)
            }
            Unlearned::Shape => f.write_str("there are not as many rows as deals"),
            Unlearned::Ridge => f.write_str("the ridge must be a number from 0"),
            Unlearned::NoNumber { row, column } => write!(f, "row {row}, column {column} is no number"),
            Unlearned::TooFew { won, lost, needed } => {
                write!(f, "{won} won and {lost} lost deals are too few: {needed} of each are needed")
            }
            Unlearned::Unsettled => f.write_str("no weights fit best"),
        }
    }
}

impl std::error::Error for Unlearned {}

/// What was learned.
#[derive(Clone, Debug, PartialEq)]
pub struct Likelihood {
    /// The log-odds of the average deal.
    base: f64,
    columns: Vec<Column>,
    won: usize,
    lost: usize,
}

#[derive(Clone, Debug, PartialEq)]
struct Column {
    feature: String,
    weight: f64,
    mean: f64,
}

/// Why one deal is more or less likely than the average one.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// Which feature.
    pub feature: String,
    /// By how much it moves the log-odds against the average deal; these add up.
    pub log_odds: f64,
    /// By how much the probability would be lower were the deal average in this, −1 to 1: "+12 points". These do not
    /// add up, for the same push does more where it is open than where it is nearly decided.
    pub points: f64,
}

/// How likely a deal is won, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    /// How likely.
    pub probability: Probability,
    /// How likely the average deal is: a deal with the mean of each column.
    pub average: Probability,
    /// Why they differ, what does most first.
    pub reasons: Vec<Reason>,
}

impl Likelihood {
    /// The most columns one can learn from.
    pub const MOST_FEATURES: usize = 40;
    /// At least so many won and so many lost deals are needed,
    pub const LEAST_OF_EACH: usize = 30;
    /// and so many for each column (P. Peduzzi et al. 1996, A simulation study of the number of events per variable in
    /// logistic regression analysis. Journal of Clinical Epidemiology 49, 1373–1379).
    pub const LEAST_PER_FEATURE: usize = 10;
    /// Beyond this the squares of numbers could overflow.
    const COUNTABLE: f64 = 1e100;
    /// A ridge that hardly moves what many deals say and holds what few say.
    pub const RIDGE: f64 = 1.0;

    /// Learns from closed deals. The `ridge` (0 for none) draws the weights towards none: half of it × the square of
    /// each weight, of columns brought to a deviation of 1, is the price of a weight in log-likelihood.
    ///
    /// # Errors
    /// Says what is wrong with the past, or how many deals are missing.
    pub fn learn(past: &Past<'_>, ridge: f64) -> Result<Likelihood, Unlearned> {
        let (won, lost) = Likelihood::enough(past)?;
        if !(ridge >= 0.0 && ridge.is_finite()) {
            return Err(Unlearned::Ridge);
        }
        let fitted = fit::fit(past, ridge).ok_or(Unlearned::Unsettled)?;
        let named = past.features.iter().zip(fitted.columns);
        let columns = named.map(|(feature, column)| Column {
            feature: (*feature).to_owned(),
            weight: column.weight,
            mean: column.mean,
        });
        Ok(Likelihood { base: fitted.base, columns: columns.collect(), won, lost })
    }

    /// How many deals of each kind so many columns need.
    pub fn needed(features: usize) -> usize {
        Likelihood::LEAST_OF_EACH.max(Likelihood::LEAST_PER_FEATURE.saturating_mul(features))
    }

    fn enough(past: &Past<'_>) -> Result<(usize, usize), Unlearned> {
        let (features, deals) = (past.features.len(), past.won.len());
        if features == 0 || features > Likelihood::MOST_FEATURES {
            return Err(Unlearned::Features(features));
        }
        if features.checked_mul(deals) != Some(past.rows.len()) {
            return Err(Unlearned::Shape);
        }
        let countable = |number: f64| number.abs() <= Likelihood::COUNTABLE;
        if let Some(at) = past.rows.iter().position(|number| !countable(*number)) {
            return Err(Unlearned::NoNumber { row: at / features, column: at % features });
        }
        let won = past.won.iter().filter(|won| **won).count();
        let (lost, needed) = (deals - won, Likelihood::needed(features));
        if won < needed || lost < needed {
            return Err(Unlearned::TooFew { won, lost, needed });
        }
        Ok((won, lost))
    }

    /// Of how many deals it was learned: won and lost.
    pub fn learned_of(&self) -> (usize, usize) {
        (self.won, self.lost)
    }

    /// The weight of each column in log-odds for one more of it, and the constant: the log-odds where all are 0.
    pub fn weights(&self) -> (f64, Vec<f64>) {
        let constant = self.base - self.columns.iter().map(|column| column.weight * column.mean).sum::<f64>();
        (constant, self.columns.iter().map(|column| column.weight).collect())
    }

    /// How likely the deal with these numbers is won, and why; none if there are not as many as columns, or one is no
    /// number.
    pub fn explain(&self, deal: &[f64]) -> Option<Explained> {
        if deal.len() != self.columns.len() {
            return None;
        }
        let mut reasons: Vec<Reason> = Vec::new();
        for (column, number) in self.columns.iter().zip(deal) {
            let log_odds = column.weight * (number - column.mean);
            match reasons.iter_mut().find(|reason| reason.feature == column.feature) {
                Some(reason) => reason.log_odds += log_odds,
                None => reasons.push(Reason { feature: column.feature.clone(), log_odds, points: 0.0 }),
            }
        }
        let all = self.base + reasons.iter().map(|reason| reason.log_odds).sum::<f64>();
        if !all.is_finite() {
            return None;
        }
        let probability = Probability::from_log_odds(all);
        for reason in &mut reasons {
            reason.points = probability.get() - Probability::from_log_odds(all - reason.log_odds).get();
        }
        reasons.sort_by(|one, other| other.log_odds.abs().total_cmp(&one.log_odds.abs()));
        Some(Explained { probability, average: Probability::from_log_odds(self.base), reasons })
    }
}

#[cfg(test)]
mod tests;
