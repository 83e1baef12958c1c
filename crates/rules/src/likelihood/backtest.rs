//! How good probabilities were, now that one knows what came.

use crate::probability::Probability;
use crate::proportion::Share;

/// What was said of a deal before, and whether it was won.
pub type Said = (Probability, bool);

/// The mean squared miss, 0 (perfect) to 1; always saying one half gives 0.25. None of nothing.
///
/// G. W. Brier (1950), Verification of forecasts expressed in terms of probability. Monthly Weather Review 78, 1–3; in
/// the half form that is usual today.
pub fn brier(said: &[Said]) -> Option<f64> {
    mean(said.iter().map(|(likely, won)| (likely.get() - outcome(*won)).powi(2)))
}

/// The mean surprise, −ln of what was said of what came; always saying one half gives 0.693. None of nothing. A
/// certainty that failed counts as a chance of 10⁻¹⁵, so that one such does not outweigh all.
///
/// I. J. Good (1952), Rational decisions. JRSS B 14, 107–114.
pub fn log_loss(said: &[Said]) -> Option<f64> {
    let of_what_came = |likely: Probability, won: bool| if won { likely.get() } else { 1.0 - likely.get() };
    mean(said.iter().map(|(likely, won)| -of_what_came(*likely, *won).max(1e-15).ln()))
}

/// What was said on the mean − the share won: above 0 one hoped too much. None of nothing.
pub fn bias(said: &[Said]) -> Option<f64> {
    mean(said.iter().map(|(likely, won)| likely.get() - outcome(*won)))
}

/// How often a deal won was said to be likelier than a deal lost, 0 to 1, of all such pairs, a tie counting half: 0.5 is
/// no better than a coin. None where there is no pair.
///
/// The area under the ROC curve: J. A. Hanley, B. J. McNeil (1982), The meaning and use of the area under a receiver
/// operating characteristic (ROC) curve. Radiology 143, 29–36.
pub fn area(said: &[Said]) -> Option<f64> {
    let mut sorted: Vec<Said> = said.to_vec();
    sorted.sort_by(|(one, _), (other, _)| one.get().total_cmp(&other.get()));
    let (mut lost_below, mut pairs_right, mut won_all) = (0.0, 0.0, 0.0);
    for same in sorted.chunk_by(|(one, _), (other, _)| one == other) {
        let won = same.iter().filter(|(_, won)| *won).count() as f64;
        let lost = same.len() as f64 - won;
        pairs_right += won * (lost_below + lost / 2.0);
        lost_below += lost;
        won_all += won;
    }
    let pairs = won_all * lost_below;
    (pairs > 0.0).then(|| pairs_right / pairs)
}

/// The deals of which a tenth of the probabilities was said.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tenth {
    /// What came of them: won and lost; its interval tells what chance alone may do.
    pub came: Share,
    /// What was said of them on the mean; none where there are none.
    pub said: Option<f64>,
}

/// What was said against what came, by tenths: below 10 %, from 10 %, … from 90 %.
pub fn calibration(said: &[Said]) -> [Tenth; 10] {
    let mut tenths = [Tenth::default(); 10];
    let mut sums = [0.0; 10];
    for (likely, won) in said {
        let at = ((likely.get() * 10.0) as usize).min(9);
        sums[at] += likely.get();
        let came = &mut tenths[at].came;
        if *won { came.yes += 1 } else { came.no += 1 }
    }
    for (tenth, sum) in tenths.iter_mut().zip(sums) {
        let cases = tenth.came.cases();
        tenth.said = (cases > 0).then(|| sum / cases as f64);
    }
    tenths
}

fn outcome(won: bool) -> f64 {
    f64::from(u8::from(won))
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> Option<f64> {
    let count = values.len();
    (count > 0).then(|| values.sum::<f64>() / count as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(list: &[(f64, bool)]) -> Vec<Said> {
        list.iter().map(|(likely, won)| (Probability::new(*likely).expect("a probability"), *won)).collect()
    }

    fn near(found: Option<f64>, wanted: Option<f64>) -> bool {
        found.is_some() == wanted.is_some() && (found.unwrap_or(0.0) - wanted.unwrap_or(0.0)).abs() < 1e-4
    }

    /// What was said; Brier, log loss, area, bias.
    type Case = (&'static [(f64, bool)], [Option<f64>; 4]);

    #[test]
    fn how_good_it_was() {
        #[rustfmt::skip]
        let table: &[Case] = &[
            (&[], [None; 4]),
            (&[(0.5, true), (0.5, false)], [Some(0.25), Some(std::f64::consts::LN_2), Some(0.5), Some(0.0)]),
            (&[(1.0, true), (0.0, false)], [Some(0.0), Some(0.0), Some(1.0), Some(0.0)]),
            (&[(0.0, true), (1.0, false)], [Some(1.0), Some(34.5388), Some(0.0), Some(0.0)]),
            (&[(0.7, true)], [Some(0.09), Some(0.3567), None, Some(-0.3)]),
            // The example in the documentation of scikit-learn: scores 0.1, 0.4, 0.35, 0.8 give an area of 0.75.
            (&[(0.1, false), (0.4, false), (0.35, true), (0.8, true)],
                [Some(0.158_125), Some(0.472_287), Some(0.75), Some(-0.0875)]),
            (&[(0.3, true), (0.3, false), (0.3, false), (0.6, true)],
                [Some(0.2075), Some(0.607_04), Some(0.75), Some(-0.125)]),
        ];
        for (list, [b, l, a, off]) in table {
            let said = said(list);
            assert!(near(brier(&said), *b), "Brier of {list:?}: {:?}", brier(&said));
            assert!(near(log_loss(&said), *l), "log loss of {list:?}: {:?}", log_loss(&said));
            assert!(near(area(&said), *a), "area of {list:?}: {:?}", area(&said));
            assert!(near(bias(&said), *off), "bias of {list:?}: {:?}", bias(&said));
        }
    }

    #[test]
    fn what_was_said_by_tenths() {
        let found =
            calibration(&said(&[(0.0, false), (0.05, true), (0.1, false), (0.95, true), (1.0, true)]));
        let share = |yes, no| Share { yes, no };
        let came: Vec<Share> = found.iter().map(|tenth| tenth.came).collect();
        assert_eq!(
            (came[0], came[1], came[2], came[9]),
            (share(1, 1), share(0, 1), share(0, 0), share(2, 0))
        );
        let said: Vec<Option<f64>> = found.iter().map(|tenth| tenth.said).collect();
        assert_eq!((said[0], said[1], said[2], said[9]), (Some(0.025), Some(0.1), None, Some(0.975)));
    }
}
