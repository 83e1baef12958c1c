//! What becomes of the deals that come into a stage, with those that wait counted as far as they have come.

/// How long deals took until they passed or were lost, and how long the others have waited, by whole days.
#[derive(Clone, Debug, Default)]
pub(super) struct Decisions(Vec<Day>);

#[derive(Clone, Copy, Debug, Default)]
struct Day {
    passed: u32,
    lost: u32,
    waits: u32,
}

/// What becomes of a deal that comes into a stage; the three add up to 1.
///
/// The share passed of those decided leans to what is decided fast: where losing takes longer than passing it is too
/// high. This is free of that, as long as deals that wait are like those decided.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fate {
    /// The share that passes, 0 to 1.
    pub passes: f64,
    /// The share that is lost before.
    pub lost: f64,
    /// The share that waits longer than any decision took, of which nothing is known.
    pub unknown: f64,
}

impl Fate {
    /// The share that passes, were those of which nothing is known like the others; none where nothing is decided.
    pub fn passes_in_the_end(self) -> Option<f64> {
        let known = self.passes + self.lost;
        (known > 0.0).then(|| self.passes / known)
    }
}

impl Decisions {
    pub fn passed(&mut self, days: u32) {
        let count = &mut self.day(days).passed;
        *count = count.saturating_add(1);
    }

    pub fn lost(&mut self, days: u32) {
        let count = &mut self.day(days).lost;
        *count = count.saturating_add(1);
    }

    pub fn waits(&mut self, days: u32) {
        let count = &mut self.day(days).waits;
        *count = count.saturating_add(1);
    }

    /// Those of another count, too.
    pub fn merge(&mut self, other: &Decisions) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), Day::default());
        }
        for (day, more) in self.0.iter_mut().zip(&other.0) {
            day.passed = day.passed.saturating_add(more.passed);
            day.lost = day.lost.saturating_add(more.lost);
            day.waits = day.waits.saturating_add(more.waits);
        }
    }

    fn day(&mut self, days: u32) -> &mut Day {
        let at = days.min(crate::survival::Durations::LONGEST) as usize;
        if at >= self.0.len() {
            self.0.resize(at + 1, Day::default());
        }
        &mut self.0[at]
    }

    /// The cumulative incidence of passing and of being lost, each the rival of the other; none of no deal.
    ///
    /// O. O. Aalen, S. Johansen (1978), An empirical transition matrix for non-homogeneous Markov chains based on
    /// censored observations. Scandinavian Journal of Statistics 5, 141–150.
    pub fn fate(&self) -> Option<Fate> {
        let all = |day: &Day| u64::from(day.passed) + u64::from(day.lost) + u64::from(day.waits);
        let mut at_risk: u64 = self.0.iter().map(all).sum();
        let mut fate = Fate { passes: 0.0, lost: 0.0, unknown: 1.0 };
        if at_risk == 0 {
            return None;
        }
        for day in &self.0 {
            let (risk, waiting) = (at_risk as f64, fate.unknown);
            let (passed, lost) = (f64::from(day.passed), f64::from(day.lost));
            if passed + lost > 0.0 {
                fate.passes += waiting * passed / risk;
                fate.lost += waiting * lost / risk;
                fate.unknown = waiting * (risk - passed - lost) / risk;
            }
            at_risk -= all(day);
        }
        Some(fate)
    }
}

#[cfg(test)]
mod tests {
    use cordee_base::{Chance, SeededChance};

    use super::*;

    #[test]
    fn what_becomes_of_them() {
        // Days until passed, until lost, waited so far; shares that pass, are lost, unknown.
        type Case = (&'static [u32], &'static [u32], &'static [u32], Option<[f64; 3]>);
        #[rustfmt::skip]
        let table: [Case; 5] = [
            (&[],        &[],     &[],     None),
            (&[],        &[],     &[4],    Some([0.0, 0.0, 1.0])),
            (&[1, 2, 9], &[5],    &[],     Some([0.75, 0.25, 0.0])),
            // 1 of 4 passes; one goes; 1 of 2 is lost; 1 of 1 passes: ¼ + ¾·½·1, ¾·½.
            (&[1, 8],    &[5],    &[3],    Some([0.625, 0.375, 0.0])),
            (&[1],       &[1],    &[1, 7], Some([0.25, 0.25, 0.5])),
        ];
        for (passed, lost, waits, wanted) in table {
            let mut decisions = Decisions::default();
            passed.iter().for_each(|days| decisions.passed(*days));
            lost.iter().for_each(|days| decisions.lost(*days));
            waits.iter().for_each(|days| decisions.waits(*days));
            let found = decisions.fate().map(|fate| [fate.passes, fate.lost, fate.unknown]);
            assert_eq!(found, wanted, "{passed:?}, {lost:?}, {waits:?}");
        }
    }

    /// Six in ten pass within twenty days, the others are lost after up to sixty; deals came over the last hundred.
    #[test]
    fn the_truth_is_found_although_many_wait() {
        let (mut chance, mut decisions) = (SeededChance::new(4), Decisions::default());
        let (mut passed, mut decided) = (0.0, 0.0);
        for _ in 0..20_000 {
            let passes = chance.below(10) < 6;
            let days = chance.below(if passes { 20 } else { 60 }) as u32;
            let seen = chance.below(100) as u32;
            match (days <= seen, passes) {
                (true, true) => decisions.passed(days),
                (true, false) => decisions.lost(days),
                (false, _) => decisions.waits(seen),
            }
            passed += f64::from(u8::from(days <= seen && passes));
            decided += f64::from(u8::from(days <= seen));
        }
        let in_the_end = decisions.fate().and_then(Fate::passes_in_the_end).expect("decisions");
        assert!((in_the_end - 0.6).abs() < 0.012, "{in_the_end}");
        assert!(passed / decided > 0.63, "the share of those decided is too high: {}", passed / decided);
    }
}
