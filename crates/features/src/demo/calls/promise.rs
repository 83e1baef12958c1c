//! What somebody promises: what they see in their deals, a little of what will come, and their temper.

use super::super::Company;
use super::super::cultures::Region;
use super::super::draw::Draw;
use super::seen::Stood;
use super::{LATE, Round, Who, YESTERDAY};

/// Amounts are said in round numbers: hundredths of so many whole units.
const ROUND: i64 = 50_000;

/// What of the truth sellers see when a quarter begins, and how much more when it ends, in hundredths.
const SIGHT: (i64, i64) = (45, 45);

/// How somebody sees their deals, in hundredths of what they are; most see them a little too bright.
const TEMPERS: &[(i64, usize)] = &[(80, 2), (92, 3), (100, 3), (110, 3), (125, 2)];

/// What managers make of what rises to them, in hundredths.
const TRUST: (i64, i64) = (84, 103);

/// Something that is said.
pub struct Promise {
    /// What is promised beside what is won, in hundredths of the currency.
    pub cents: i64,
    /// What may come beside that; none where nothing is said of it.
    pub best_case: Option<i64>,
    /// What is said about it.
    pub comment: &'static str,
    /// It was said after the weekend.
    pub late: bool,
}

impl Company {
    /// What somebody says in a round; nothing where they forget it, or find what they hear right. `heard` is what each
    /// last said of the same quarter.
    pub(super) fn promise(
        &self,
        round: &Round,
        who: Who,
        stood: &[Stood],
        heard: &dyn Fn(Who) -> Option<i64>,
    ) -> Option<Promise> {
        let mut draw = self.draw_of(round, who);
        let words = self.words(who);
        if let Who::Seller(seller) = who {
            let promise = self.own(round, stood.get(seller)?, seller, &mut draw)?;
            let comment = if draw.chance(28) && promise.cents > 0 { draw.pick(words.promises) } else { "" };
            return Some(Promise { comment, ..promise });
        }
        let (rises, speaks) = match who {
            Who::Lead(lead) => (self.rises_to(lead, stood, heard), 55),
            _ => ((0..Region::ALL.len()).map(|lead| self.rises_from(lead, stood, heard)).sum(), 40),
        };
        let share = draw.between(TRUST.0, TRUST.1);
        let cents = rounded(rises * share / 100);
        let comment = if share < 98 { draw.pick(words.doubts) } else { words.trust };
        let promise = Promise { cents, best_case: None, comment, late: false };
        (draw.chance(speaks) && cents > 0).then_some(promise)
    }

    /// What a seller says of their own deals.
    fn own(&self, round: &Round, stood: &Stood, seller: usize, draw: &mut Draw) -> Option<Promise> {
        let temper = Draw::of(self.seed, "temper", seller).weighted(TEMPERS);
        let usual = stood.likely();
        // Of what is not over one knows no more than its deals say.
        let truth = if round.is_over() { (stood.came - stood.closed).max(0) } else { usual };
        let sight = SIGHT.0 + SIGHT.1 * round.gone() / 100;
        let felt = (truth * sight + usual * (100 - sight)) / 100;
        let cents = rounded(felt * temper / 100 * draw.between(86, 114) / 100);
        let best_case = rounded(stood.best_case * draw.between(70, 110) / 100);
        let (forgets, late) = (draw.chance(7), draw.chance(12));
        let monday = round.day + LATE;
        let late = late && monday <= round.last.min(YESTERDAY);
        (!forgets).then_some(Promise { cents, best_case: Some(best_case), comment: "", late })
    }

    /// What the people of a lead said, or their deals say where they said nothing.
    fn rises_to(&self, lead: usize, stood: &[Stood], heard: &dyn Fn(Who) -> Option<i64>) -> i64 {
        let team = (lead..self.sellers()).step_by(Region::ALL.len()).skip(1);
        team.map(|seller| said_or_seen(seller, stood, heard)).sum()
    }

    /// What a lead and their team come to.
    fn rises_from(&self, lead: usize, stood: &[Stood], heard: &dyn Fn(Who) -> Option<i64>) -> i64 {
        let below = heard(Who::Lead(lead)).unwrap_or_else(|| self.rises_to(lead, stood, heard));
        below + said_or_seen(lead, stood, heard)
    }
}

fn said_or_seen(seller: usize, stood: &[Stood], heard: &dyn Fn(Who) -> Option<i64>) -> i64 {
    heard(Who::Seller(seller)).unwrap_or_else(|| stood.get(seller).map_or(0, |stood| stood.commit))
}

fn rounded(cents: i64) -> i64 {
    (cents + ROUND / 2) / ROUND * ROUND
}
