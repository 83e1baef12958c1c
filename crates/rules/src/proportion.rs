//! Shares, and how far a few cases can be trusted: the interval of one share, of the difference of two, of their ratio.

/// How sure an interval is to hold the true value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Confidence {
    /// In 80 cases of 100.
    P80,
    /// In 90 cases of 100.
    P90,
    /// In 95 cases of 100.
    #[default]
    P95,
    /// In 99 cases of 100.
    P99,
}

impl Confidence {
    /// So many standard deviations of the normal distribution lie on either side of the middle.
    pub fn deviations(self) -> f64 {
        match self {
            Confidence::P80 => 1.281_551_565_544_600_4,
            Confidence::P90 => 1.644_853_626_951_472_2,
            Confidence::P95 => 1.959_963_984_540_054,
            Confidence::P99 => 2.575_829_303_548_900_4,
        }
    }
}

/// From where to where a value may lie, both ends within.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// A value with the interval it is known to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The value.
    pub value: f64,
    /// Where the true one may lie.
    pub interval: Interval,
}

/// Cases that went one way, and cases that went the other: won and lost, passed on and not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Those that did.
    pub yes: u64,
    /// Those that did not.
    pub no: u64,
}

impl Share {
    /// With fewer cases than this a share says little; the usual rule of thumb, not a law.
    pub const ENOUGH: u64 = 30;

    /// How many cases there are.
    pub fn cases(self) -> u64 {
        self.yes.saturating_add(self.no)
    }

    /// Whether there are so few cases that the share says little.
    pub fn is_small(self) -> bool {
        self.cases() < Share::ENOUGH
    }

    /// The share that did, 0 to 1; none of no cases.
    pub fn rate(self) -> Option<f64> {
        (self.cases() > 0).then(|| self.yes as f64 / self.cases() as f64)
    }

    /// The share with its score interval, which holds for few cases and for shares near 0 and 1 too; none of no cases.
    ///
    /// E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference. JASA 22, 209–212.
    pub fn estimate(self, confidence: Confidence) -> Option<Estimate> {
        let value = self.rate()?;
        let (cases, z) = (self.cases() as f64, confidence.deviations());
        let middle = value + z * z / (2.0 * cases);
        let half = z * (value * (1.0 - value) / cases + z * z / (4.0 * cases * cases)).sqrt();
        let whole = 1.0 + z * z / cases;
        // The ends of "none did" and "all did" are exact; rounding must not move them.
        let low = if self.yes == 0 { 0.0 } else { (middle - half) / whole };
        let high = if self.no == 0 { 1.0 } else { (middle + half) / whole };
        Some(Estimate { value, interval: Interval { low, high } })
    }
}

/// How much larger one share is than another of other cases, −1 to 1; none where either has no cases.
///
/// R. G. Newcombe (1998), Interval estimation for the difference between independent proportions: comparison of eleven
/// methods. Statistics in Medicine 17, 873–890; method 10, the hybrid score interval.
pub fn difference(one: Share, other: Share, confidence: Confidence) -> Option<Estimate> {
    let (one, other) = (one.estimate(confidence)?, other.estimate(confidence)?);
    let value = one.value - other.value;
    let below = (one.value - one.interval.low).hypot(other.interval.high - other.value);
    let above = (one.interval.high - one.value).hypot(other.value - other.interval.low);
    let interval = Interval { low: (value - below).max(-1.0), high: (value + above).min(1.0) };
    Some(Estimate { value, interval })
}

/// How many times as large one share is as another of other cases (lift); none where either has none that did, for then
/// there is no interval.
///
/// D. Katz, J. Baptista, S. P. Azen, M. C. Pike (1978), Obtaining confidence intervals for the risk ratio in cohort
/// studies. Biometrics 34, 469–474; the log interval.
pub fn ratio(one: Share, other: Share, confidence: Confidence) -> Option<Estimate> {
    if one.yes == 0 || other.yes == 0 {
        return None;
    }
    let value = one.rate()? / other.rate()?;
    let part = |share: Share| 1.0 / share.yes as f64 - 1.0 / share.cases() as f64;
    let factor = (confidence.deviations() * (part(one) + part(other)).sqrt()).exp();
    Some(Estimate { value, interval: Interval { low: value / factor, high: value * factor } })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(yes: u64, cases: u64) -> Share {
        Share { yes, no: cases - yes }
    }

    fn assert_ends(found: Option<Estimate>, low: f64, high: f64, within: f64, what: &str) {
        let Interval { low: l, high: h } = found.expect("an estimate").interval;
        assert!((l - low).abs() < within && (h - high).abs() < within, "{what}: {l} to {h}");
    }

    #[test]
    fn wilson_as_newcombe_printed_it() {
        // R. G. Newcombe (1998), Two-sided confidence intervals for the single proportion, table I, method 3.
        #[rustfmt::skip]
        let table = [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            ( 0,  20, 0.0000, 0.1611),
            ( 1,  29, 0.0061, 0.1718),
        ];
        for (yes, cases, low, high) in table {
            let found = share(yes, cases).estimate(Confidence::P95);
            assert_ends(found, low, high, 0.000_051, &format!("{yes} of {cases}"));
        }
    }

    #[test]
    fn the_difference_as_newcombe_printed_it() {
        // Table II of the paper, (a) to (h).
        #[rustfmt::skip]
        let table = [
            (56, 70, 48, 80,  0.0524, 0.3339),
            ( 9, 10,  3, 10,  0.1705, 0.8090),
            ( 6,  7,  2,  7,  0.0582, 0.8062),
            ( 5, 56,  0, 29, -0.0381, 0.1926),
            ( 0, 10,  0, 20, -0.1611, 0.2775),
            ( 0, 10,  0, 10, -0.2775, 0.2775),
            (10, 10,  0, 20,  0.6791, 1.0000),
            (10, 10,  0, 10,  0.6075, 1.0000),
        ];
        for (yes, cases, others, of, low, high) in table {
            let found = difference(share(yes, cases), share(others, of), Confidence::P95);
            assert_ends(found, low, high, 0.000_051, &format!("{yes} of {cases} − {others} of {of}"));
        }
    }

    #[test]
    fn the_ratio_as_agresti_printed_it() {
        // A. Agresti, An Introduction to Categorical Data Analysis, 2.2.3: heart attacks with placebo and with aspirin.
        let found = ratio(share(189, 11_034), share(104, 11_037), Confidence::P95);
        assert_ends(found, 1.43, 2.31, 0.005, "placebo ÷ aspirin");
        assert!((found.expect("a ratio").value - 1.82).abs() < 0.005);
    }

    #[test]
    fn what_can_not_be_said_is_not_said() {
        let (none, never, few) = (Share::default(), share(0, 9), share(3, 9));
        assert_eq!((none.rate(), none.estimate(Confidence::P95)), (None, None));
        assert_eq!(difference(none, few, Confidence::P95), None);
        assert_eq!(ratio(never, few, Confidence::P95), None);
        assert_eq!(ratio(few, never, Confidence::P95), None);
        for (cases, small) in [(0, true), (29, true), (30, false), (u64::MAX, false)] {
            assert_eq!(share(0, cases).is_small(), small, "{cases}");
        }
    }

    #[test]
    fn the_ends_stay_within_bounds_and_in_order() {
        for cases in [1, 2, 7, 1_000, u64::MAX / 2] {
            for yes in [0, 1, cases / 2, cases - 1, cases] {
                for confidence in [Confidence::P80, Confidence::P90, Confidence::P95, Confidence::P99] {
                    let Estimate { value, interval } = share(yes, cases).estimate(confidence).expect("cases");
                    let told = format!("{yes} of {cases}: {value} in {interval:?}");
                    assert!(0.0 <= interval.low && interval.low <= value, "{told}");
                    assert!(value <= interval.high && interval.high <= 1.0, "{told}");
                }
            }
        }
    }
}
