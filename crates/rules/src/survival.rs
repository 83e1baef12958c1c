//! How long something lasts when some of it is not over yet: the estimate of Kaplan and Meier.
//!
//! What is still going on says "at least so long", and is neither left out nor taken for finished.

/// How many lasted so many days and ended, and how many have lasted so long and go on: a histogram by whole days, so
/// that a million of them take no more room than a few years have days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Durations(Vec<Day>);

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Day {
    ended: u32,
    going_on: u32,
}

impl Durations {
    /// A century of days; what lasts longer counts as this long, so that a wrong date cannot fill the memory.
    pub const LONGEST: u32 = 36_525;

    /// One that lasted `days` and ended.
    pub fn ended(&mut self, days: u32) {
        let day = self.day(days);
        day.ended = day.ended.saturating_add(1);
    }

    /// One that has lasted `days` and goes on.
    pub fn going_on(&mut self, days: u32) {
        let day = self.day(days);
        day.going_on = day.going_on.saturating_add(1);
    }

    /// Those of another histogram, too.
    pub fn merge(&mut self, other: &Durations) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), Day::default());
        }
        for (day, more) in self.0.iter_mut().zip(&other.0) {
            day.ended = day.ended.saturating_add(more.ended);
            day.going_on = day.going_on.saturating_add(more.going_on);
        }
    }

    fn day(&mut self, days: u32) -> &mut Day {
        let at = days.min(Durations::LONGEST) as usize;
        if at >= self.0.len() {
            self.0.resize(at + 1, Day::default());
        }
        &mut self.0[at]
    }

    /// How many there are: those that ended, and those that go on.
    pub fn counted(&self) -> (u64, u64) {
        self.0.iter().fold((0, 0), |(ended, going_on), day| {
            (ended + u64::from(day.ended), going_on + u64::from(day.going_on))
        })
    }

    /// The share that lasts longer than any number of days; none of nothing.
    ///
    /// E. L. Kaplan, P. Meier (1958), Nonparametric estimation from incomplete observations. JASA 53, 457–481. What
    /// ends on a day and what is last seen on that day: the latter counts as having lasted longer, as they propose.
    pub fn curve(&self) -> Option<Curve> {
        let (ended, going_on) = self.counted();
        let mut at_risk = ended + going_on;
        let mut curve = Curve { steps: Vec::new(), last: u32::try_from(self.0.len()).ok()?.checked_sub(1)? };
        let (mut survival, mut greenwood) = (1.0, 0.0);
        for (day, counts) in (0u32..).zip(&self.0) {
            if counts.ended > 0 {
                let (ends, risk) = (f64::from(counts.ended), at_risk as f64);
                survival *= (risk - ends) / risk;
                greenwood += ends / (risk * (risk - ends));
                let variance = (survival > 0.0).then_some(survival * survival * greenwood);
                curve.steps.push(Step { day, at_risk, ended: counts.ended, survival, variance });
            }
            at_risk -= u64::from(counts.ended) + u64::from(counts.going_on);
        }
        Some(curve)
    }
}

/// A day on which something ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// After how many days.
    pub day: u32,
    /// How many were known to last at least so long.
    pub at_risk: u64,
    /// How many of them ended on that day.
    pub ended: u32,
    /// The share that lasts longer than this, 0 to 1.
    pub survival: f64,
    /// Its variance; none where nothing lasts longer.
    ///
    /// M. Greenwood (1926), The natural duration of cancer. Reports on Public Health and Medical Subjects 33.
    pub variance: Option<f64>,
}

/// The share that lasts longer than so many days, for any number of days.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    steps: Vec<Step>,
    last: u32,
}

/// Products that should be a round share may miss it by what the last digits lose.
const ROUNDING: f64 = 1e-12;

impl Curve {
    /// The days on which something ended, in order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The longest that was seen, in days: beyond it nothing is known.
    pub fn last(&self) -> u32 {
        self.last
    }

    /// The share that lasts longer than `days`, 0 to 1; beyond the longest that was seen it is none, unless nothing
    /// lasted so long.
    pub fn survival(&self, days: u32) -> Option<f64> {
        let share = self.lasting(days);
        (days <= self.last || share == 0.0).then_some(share)
    }

    /// After how many days this share (0 to 1) has ended; none where it is not reached, because too many go on.
    pub fn until(&self, share: f64) -> Option<u32> {
        let left = 1.0 - share + ROUNDING;
        self.steps.iter().find(|step| step.survival <= left).map(|step| step.day)
    }

    /// After how many days half have ended; none where it is not reached.
    pub fn median(&self) -> Option<u32> {
        self.until(0.5)
    }

    /// After how many days nine in ten have ended; none where it is not reached.
    pub fn p90(&self) -> Option<u32> {
        self.until(0.9)
    }

    /// How likely what has lasted `age` days ends within `more` days: (S(age) − S(age + more)) ÷ S(age), 0 to 1.
    ///
    /// None where nothing is known to last longer than `age`. Where `age + more` lies beyond the longest that was seen
    /// it is what is known of it, so at least so much.
    pub fn ends_within(&self, age: u32, more: u32) -> Option<f64> {
        let now = self.survival(age).filter(|share| *share > 0.0)?;
        Some((now - self.lasting(age.saturating_add(more))) / now)
    }

    fn lasting(&self, days: u32) -> f64 {
        let passed = self.steps.partition_point(|step| step.day <= days);
        passed.checked_sub(1).and_then(|at| self.steps.get(at)).map_or(1.0, |step| step.survival)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Weeks in remission: E. J. Freireich et al. (1963), The effect of 6-mercaptopurine on the duration of
    /// steroid-induced remissions in acute leukemia. Blood 21, 699–716.
    const ENDED: [u32; 9] = [6, 6, 6, 7, 10, 13, 16, 22, 23];
    const GOING_ON: [u32; 12] = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
    const PLACEBO: [u32; 21] = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];

    fn curve(ended: &[u32], going_on: &[u32]) -> Curve {
        let mut durations = Durations::default();
        ended.iter().for_each(|days| durations.ended(*days));
        going_on.iter().for_each(|days| durations.going_on(*days));
        assert_eq!(durations.counted(), (ended.len() as u64, going_on.len() as u64));
        durations.curve().expect("durations")
    }

    #[test]
    fn remissions_as_the_textbooks_have_them() {
        // D. Collett, Modelling Survival Data in Medical Research; J. P. Klein, M. L. Moeschberger, Survival Analysis,
        // table 4.1: day, at risk, share, standard error.
        #[rustfmt::skip]
        let table = [
            ( 6, 21, 0.857, 0.0764),
            ( 7, 17, 0.807, 0.0869),
            (10, 15, 0.753, 0.0963),
            (13, 12, 0.690, 0.1068),
            (16, 11, 0.627, 0.1141),
            (22,  7, 0.538, 0.1282),
            (23,  6, 0.448, 0.1346),
        ];
        let drug = curve(&ENDED, &GOING_ON);
        assert_eq!(drug.steps().len(), table.len());
        for (step, (day, at_risk, share, error)) in drug.steps().iter().zip(table) {
            assert_eq!((step.day, step.at_risk), (day, at_risk));
            assert!((step.survival - share).abs() < 0.000_51, "{step:?}");
            assert!((step.variance.expect("a variance").sqrt() - error).abs() < 0.000_051, "{step:?}");
        }
        assert_eq!((drug.median(), drug.p90(), drug.last()), (Some(23), None, 35));
        let placebo = curve(&PLACEBO, &[]);
        assert_eq!((placebo.median(), placebo.p90()), (Some(8), Some(17)));
        assert_eq!(placebo.steps().last().map(|step| (step.survival, step.variance)), Some((0.0, None)));
    }

    #[test]
    fn the_share_that_lasts_longer() {
        let drug = curve(&ENDED, &GOING_ON);
        #[rustfmt::skip]
        let table = [(0, Some(1.0)), (5, Some(1.0)), (6, Some(18.0 / 21.0)), (35, Some(0.448)), (36, None)];
        for (days, wanted) in table {
            let found = drug.survival(days);
            assert_eq!(found.is_some(), wanted.is_some(), "{days}");
            assert!((found.unwrap_or(0.0) - wanted.unwrap_or(0.0)).abs() < 0.001, "{days}: {found:?}");
        }
        assert_eq!(curve(&[3], &[]).survival(99), Some(0.0), "all are known to have ended");
    }

    #[test]
    fn what_ends_within_so_many_days() {
        let (ten, drug) = (curve(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], &[]), curve(&ENDED, &GOING_ON));
        #[rustfmt::skip]
        let table = [
            (&ten,  0,  5, Some(0.5)),
            (&ten,  5,  0, Some(0.0)),
            (&ten,  5,  1, Some(0.2)),
            (&ten,  9, 90, Some(1.0)),
            (&ten, 10,  1, None),
            (&drug, 36, 1, None),
            (&drug, 30, 900, Some(0.0)),
        ];
        for (curve, age, more, wanted) in table {
            let found = curve.ends_within(age, more);
            assert_eq!(found.is_some(), wanted.is_some(), "{more} more after {age}");
            assert!(
                (found.unwrap_or(0.0) - wanted.unwrap_or(0.0)).abs() < 1e-12,
                "{more} after {age}: {found:?}"
            );
        }
    }

    #[test]
    fn ends_of_what_can_be_known() {
        assert_eq!(Durations::default().curve(), None);
        let none_ended = curve(&[], &[4, 9]);
        assert_eq!((none_ended.median(), none_ended.survival(9)), (None, Some(1.0)));
        let ages = curve(&[u32::MAX], &[u32::MAX]);
        assert_eq!((ages.median(), ages.last()), (Some(Durations::LONGEST), Durations::LONGEST));
        let ten = curve(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], &[]);
        assert_eq!((ten.median(), ten.p90()), (Some(5), Some(9)), "a share is reached despite rounding");
    }
}
