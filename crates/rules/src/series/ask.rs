//! What is asked of a forecast, and why it may be refused.

/// The fewest points of which anything is forecast: five for a first fit, three to see how it does.
pub const LEAST: usize = 8;
/// Amounts beyond this are no amounts of anything.
const MOST: f64 = 1e100;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ask {
    /// How many points make a season: 12 of months, 4 of quarters, 52 of weeks; 1 where there is none.
    pub season: usize,
    /// How many points ahead, from 1.
    pub horizon: usize,
    /// How much of what comes should lie between the bounds: a fraction between 0 and 1, such as 0.8.
    pub confidence: f64,
}

/// Why nothing is forecast.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Refusal {
    /// There are not enough points: at least eight, and as many as are asked for.
    TooShort {
        /// How many are needed.
        needed: usize,
        /// How many there are.
        given: usize,
    },
    /// The value in this place, counted from 0, is no finite number or larger than any amount (10¹⁰⁰).
    NotAnAmount {
        /// The place.
        at: usize,
    },
    /// A season or a horizon of no points.
    NoPoints,
    /// The confidence is not between 0 and 1.
    Confidence,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Refusal::TooShort { needed, given } => {
                write!(f, "a forecast needs {needed} points, there are {given}")
            }
            Refusal::NotAnAmount { at } => write!(f, "the value in place {at} is no amount"),
            Refusal::NoPoints => write!(f, "season and horizon have at least one point"),
            Refusal::Confidence => write!(f, "a confidence is between 0 and 1"),
        }
    }
}

impl std::error::Error for Refusal {}

impl Ask {
    /// Whether this can be answered from this history.
    pub(super) fn check(&self, history: &[f64]) -> Result<(), Refusal> {
        let needed = LEAST.max(self.horizon);
        if self.season == 0 || self.horizon == 0 {
            return Err(Refusal::NoPoints);
        }
        if !(self.confidence > 0.0 && self.confidence < 1.0) {
            return Err(Refusal::Confidence);
        }
        if history.len() < needed {
            return Err(Refusal::TooShort { needed, given: history.len() });
        }
        match history.iter().position(|value| !value.is_finite() || value.abs() > MOST) {
            Some(at) => Err(Refusal::NotAnAmount { at }),
            None => Ok(()),
        }
    }
}
