//! Credit for a deal, split between people: each has a share of it, and what nobody has is its owner's.

use cordee_base::{Decimal, Percent};

use crate::quota;

/// A share has so many decimals at the most.
pub const DECIMALS: u32 = 2;

/// Why a share can't be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareError {
    /// It is nothing or less, above all, or has more than two decimals.
    NotAShare,
    /// With those of others it is more than all; so much is left.
    Over(Decimal),
}

/// Whether somebody may have this share beside those that others have, in hundredths.
pub fn check(share: Percent, others: impl IntoIterator<Item = Percent>) -> Result<(), ShareError> {
    let share = share.hundredths();
    let whole = share.round_dp(DECIMALS) == share;
    if share <= Decimal::ZERO || share > Decimal::ONE_HUNDRED || !whole {
        return Err(ShareError::NotAShare);
    }
    let left = rest(others);
    if share > left { Err(ShareError::Over(left)) } else { Ok(()) }
}

/// What is left to the owner beside these shares, in hundredths; never below 0.
pub fn rest(shares: impl IntoIterator<Item = Percent>) -> Decimal {
    let given: Decimal = shares.into_iter().map(Percent::hundredths).sum();
    (Decimal::ONE_HUNDRED - given).max(Decimal::ZERO)
}

/// What of an amount in minor units is whose: the owner's, and that of each share in its order. It adds up to the amount
/// exactly, by the largest remainder (see [`quota::split`]). Shares that come to more than all, as after a merge, are taken
/// in their proportions, with nothing left to the owner.
pub fn parts(minor: i64, shares: &[Percent]) -> (i64, Vec<i64>) {
    let owner = rest(shares.iter().copied());
    let proportions: Vec<Decimal> =
        std::iter::once(owner).chain(shares.iter().map(|share| share.hundredths())).collect();
    match quota::split(minor, &proportions) {
        Ok(mut parts) if !parts.is_empty() => (parts.remove(0), parts),
        _ => (minor, vec![0; shares.len()]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cordee_base::{Chance, SeededChance};

    fn percent(text: &str) -> Percent {
        Percent::new(text.parse::<Decimal>().expect("a number"))
    }

    #[test]
    fn a_share_is_part_of_what_is_left() {
        use ShareError::{NotAShare, Over};
        let number = |text: &str| text.parse::<Decimal>().expect("a number");
        let table: &[(&str, &[&str], Result<(), ShareError>)] = &[
            ("40", &[], Ok(())),
            ("100", &[], Ok(())),
            ("33.33", &["33.33", "33.34"], Ok(())),
            ("0.01", &["99.99"], Ok(())),
            ("0", &[], Err(NotAShare)),
            ("-5", &[], Err(NotAShare)),
            ("100.01", &[], Err(NotAShare)),
            ("33.333", &[], Err(NotAShare)),
            ("41", &["60"], Err(Over(number("40")))),
            ("1", &["60", "60"], Err(Over(number("0")))),
        ];
        for (share, others, wanted) in table {
            let others: Vec<Percent> = others.iter().map(|text| percent(text)).collect();
            assert_eq!(check(percent(share), others.iter().copied()), *wanted, "{share} beside {others:?}");
        }
    }

    #[test]
    fn credit_is_split_to_the_cent() {
        let table: &[(i64, &[&str], i64, &[i64])] = &[
            (100, &[], 100, &[]),
            (100, &["40"], 60, &[40]),
            (100, &["60", "40"], 0, &[60, 40]),
            (101, &["33.33", "33.33"], 34, &[34, 33]),
            (1, &["50"], 1, &[0]),
            (-100, &["25"], -75, &[-25]),
            (0, &["25"], 0, &[0]),
            // More than all, as after a merge: in their proportions.
            (100, &["100", "100"], 0, &[50, 50]),
            (i64::MAX, &["100"], 0, &[i64::MAX]),
        ];
        for (minor, shares, owner, theirs) in table {
            let shares: Vec<Percent> = shares.iter().map(|text| percent(text)).collect();
            assert_eq!(parts(*minor, &shares), (*owner, theirs.to_vec()), "{minor} by {shares:?}");
        }
    }

    #[test]
    fn any_credit_adds_up() {
        let mut chance = SeededChance::new(7);
        for _ in 0..5_000 {
            let minor = (chance.u64() as i64) >> chance.below(63);
            let shares: Vec<Percent> = (0..chance.below(6))
                .map(|_| Percent::new(Decimal::new(1 + chance.below(4_000) as i64, 2)))
                .collect();
            let (owner, theirs) = parts(minor, &shares);
            let sum: i128 = theirs.iter().copied().chain([owner]).map(i128::from).sum();
            assert_eq!(sum, i128::from(minor), "{minor} by {shares:?}");
        }
    }
}
