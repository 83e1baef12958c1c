//! Objections: how many are overcome, and what that has to do with winning.

use std::collections::BTreeMap;

use cordee_base::Id;

use crate::proportion::Share;

/// How many objections there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Those raised.
    pub raised: u64,
    /// Those of them that were answered.
    pub answered: u64,
    /// Those of them that were overcome.
    pub overcome: u64,
}

impl Tally {
    /// So many more that were answered or not, and overcome or not.
    pub fn add(&mut self, count: u64, answered: bool, overcome: bool) {
        self.raised += count;
        self.answered += if answered { count } else { 0 };
        self.overcome += if overcome { count } else { 0 };
    }

    /// The share that was overcome.
    pub fn share(self) -> Share {
        Share { yes: self.overcome, no: self.raised.saturating_sub(self.overcome) }
    }
}

/// What became of the closed deals in which objections were raised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcomes {
    /// Won and lost, of the deals in which all of them were overcome.
    pub overcome: Share,
    /// Won and lost, of the deals in which at least one was not.
    pub left: Share,
}

impl Outcomes {
    /// Of these objections: the deal of each, whether it was overcome, and whether the deal was won; a deal that is open
    /// does not count.
    pub fn of(objections: impl IntoIterator<Item = (Id, bool, Option<bool>)>) -> Outcomes {
        let mut deals: BTreeMap<Id, (bool, bool)> = BTreeMap::new();
        for (deal, overcome, won) in objections {
            let Some(won) = won else { continue };
            deals.entry(deal).or_insert((true, won)).0 &= overcome;
        }
        let mut outcomes = Outcomes::default();
        for (overcome, won) in deals.into_values() {
            let share = if overcome { &mut outcomes.overcome } else { &mut outcomes.left };
            *(if won { &mut share.yes } else { &mut share.no }) += 1;
        }
        outcomes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(number: i64) -> Id {
        Id::from_i64(number)
    }

    #[test]
    fn a_deal_counts_once_and_only_when_it_is_closed() {
        let won = Some(true);
        let lost = Some(false);
        let objections = [
            (id(1), true, won),
            (id(1), true, won),
            (id(2), true, won),
            (id(2), false, won),
            (id(3), true, lost),
            (id(4), false, lost),
            (id(5), false, lost),
            (id(6), true, None),
        ];
        let found = Outcomes::of(objections);
        assert_eq!(found.overcome, Share { yes: 1, no: 1 });
        assert_eq!(found.left, Share { yes: 1, no: 2 });
        assert_eq!(Outcomes::of([]), Outcomes::default());
    }

    #[test]
    fn objections_are_counted() {
        let mut tally = Tally::default();
        tally.add(3, true, true);
        tally.add(2, true, false);
        tally.add(1, false, false);
        assert_eq!(tally, Tally { raised: 6, answered: 5, overcome: 3 });
        assert_eq!(tally.share(), Share { yes: 3, no: 3 });
    }
}
