//! What becomes of a deal: who sells what to whom, which stages it passes and how long it stays in each.

use super::Company;
use super::calendar::YESTERDAY;
use super::cultures::Culture;
use super::draw::Draw;
use super::products::PRODUCTS;

/// A stage of the default pipeline: its key, how many of a hundred deals pass it, and how many days that takes.
struct Passage {
    stage: &'static str,
    passes: i64,
    days: i64,
}

const PATH: [Passage; 5] = [
    Passage { stage: "prospecting", passes: 76, days: 18 },
    Passage { stage: "qualification", passes: 74, days: 18 },
    Passage { stage: "demo_or_meeting", passes: 78, days: 24 },
    Passage { stage: "proposal", passes: 74, days: 20 },
    Passage { stage: "negotiation_and_commitment", passes: 82, days: 26 },
];

/// How deals begin: the option of `source`, what it adds to the chance of passing a stage, and how many come so.
const SOURCES: [((&str, i64), usize); 8] = [
    (("web", 0), 6),
    (("referral", 7), 4),
    (("cold", -6), 6),
    (("trade_show", 1), 3),
    (("content", 2), 3),
    (("advertising", -3), 3),
    (("partner", 4), 2),
    (("social", -2), 2),
];

/// The places of products in `PRODUCTS` that a deal can begin with.
const MAIN: [(usize, usize); 7] = [(0, 4), (1, 5), (2, 3), (3, 5), (4, 5), (5, 2), (8, 2)];

/// A deal of the invented company. Days are counted from today.
pub struct Deal {
    /// Its place among all deals, oldest first.
    pub index: usize,
    /// The account's place.
    pub account: usize,
    /// The contact's place.
    pub contact: usize,
    /// Who sells.
    pub seller: usize,
    /// What is sold, the main product first; nothing while that isn't known.
    pub lines: Vec<Line>,
    /// The main product's place, known before it is known how much of it.
    pub product: usize,
    /// The option of `source`.
    pub source: &'static str,
    /// The stages it entered, with the days.
    pub steps: Vec<(&'static str, i64)>,
    /// When it was won or lost, if it was.
    pub closed: Option<(Outcome, i64)>,
    /// When it should be, or should have been, closed.
    pub expected: i64,
}

/// How a deal ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Bought.
    Won,
    /// Not bought.
    Lost,
}

/// So many of a product.
pub struct Line {
    /// The product's place.
    pub product: usize,
    /// How many.
    pub quantity: i64,
    /// What is taken off the list price, in hundredths.
    pub discount: i64,
}

impl Line {
    /// What the line is worth, in hundredths of the currency.
    pub fn cents(&self) -> i64 {
        PRODUCTS[self.product].price * self.quantity * (100 - self.discount)
    }
}

impl Deal {
    /// When it was created.
    pub fn created(&self) -> i64 {
        self.steps[0].1
    }

    /// The stage in which it stands.
    pub fn stage(&self) -> &'static str {
        self.steps[self.steps.len() - 1].0
    }

    /// Whether it ended so.
    pub fn is(&self, outcome: Outcome) -> bool {
        self.closed.is_some_and(|(ended, _)| ended == outcome)
    }

    /// The stages on the way to the end, with the days on which it entered and left each; none for a stage not left.
    pub fn passages(&self) -> impl Iterator<Item = (&'static str, i64, Option<i64>)> + '_ {
        let left = self.steps.iter().skip(1).map(|(_, day)| Some(*day)).chain([None]);
        let open = |stage: &str| PATH.iter().any(|passage| passage.stage == stage);
        self.steps
            .iter()
            .zip(left)
            .filter(move |((stage, _), _)| open(stage))
            .map(|((s, day), left)| (*s, *day, left))
    }
}

impl Company {
    /// The `index`-th deal and what became of it.
    pub(super) fn deal(&self, index: usize) -> Deal {
        let mut draw = Draw::of(self.seed, "deal", index);
        let created = self.calendar.start(index, self.size, &mut draw);
        let account = self.account_of(index);
        let region = Culture::of(account).0.region;
        let seller = if draw.chance(88) { self.owner_of(account) } else { self.seller_in(region, &mut draw) };
        let (source, luck) = draw.weighted(&SOURCES);
        let product = draw.weighted(&MAIN);
        let lines = lines(product, &mut draw);
        let mut deal = Deal {
            index,
            account,
            contact: account * 3 + draw.weighted(&[(0, 4), (1, 3), (2, 2)]),
            seller,
            lines,
            product,
            source,
            steps: Vec::new(),
            closed: None,
            expected: 0,
        };
        self.live(&mut deal, created, luck, &mut draw);
        if deal.closed.is_none() && deal.stage() == PATH[0].stage && draw.chance(35) {
            deal.lines.clear();
        }
        self.turn_back(&mut deal);
        deal
    }

    /// Goes from stage to stage until the deal is closed or today is reached.
    fn live(&self, deal: &mut Deal, created: i64, luck: i64, draw: &mut Draw) {
        let seller = self.seller(deal.seller);
        // A lead already known needs no prospecting.
        let first = usize::from(draw.chance(15));
        let mut day = created;
        for (place, passage) in PATH.iter().enumerate().skip(first) {
            deal.steps.push((passage.stage, day));
            let usual = passage.days * seller.pace / 100;
            let left =
                self.calendar.workday(day + draw.about(usual).max(1) * if draw.chance(9) { 4 } else { 1 });
            if left > YESTERDAY {
                deal.expected = self.expected(place, day, seller.pace, draw);
                return;
            }
            day = left.max(day);
            if !draw.chance(passage.passes + seller.skill + luck) {
                deal.steps.push(("lost", day));
                deal.closed = Some((Outcome::Lost, day));
                deal.expected = day + draw.between(-10, 45);
                return;
            }
        }
        self.win(deal, day, draw);
    }

    /// Many sales are brought home at the end of a month; some are handed over soon after.
    fn win(&self, deal: &mut Deal, ready: i64, draw: &mut Draw) {
        let end = self.calendar.workday(self.calendar.month_end(ready));
        let waits = end > ready && end - ready <= 9 && end <= YESTERDAY && draw.chance(45);
        let day = if waits { end } else { ready };
        deal.steps.push(("won", day));
        deal.closed = Some((Outcome::Won, day));
        deal.expected = day + draw.between(-25, 15);
        let handed_over = self.calendar.workday(day + draw.between(5, 20)).max(day);
        if handed_over <= YESTERDAY && draw.chance(20) {
            deal.steps.push(("post_purchase", handed_over));
        }
    }

    /// When an open deal should close: what is usual from its stage on; what has passed is mostly pushed, not always.
    fn expected(&self, place: usize, entered: i64, pace: i64, draw: &mut Draw) -> i64 {
        let usual: i64 = PATH[place..].iter().map(|passage| passage.days).sum();
        let day = entered + usual * pace / 100 + draw.between(-8, 30);
        if day < 0 && draw.chance(65) { draw.between(3, 60) } else { day }
    }
}

/// How many days are usual from the entry of a stage to the close; none where it is closed.
pub fn usual_days(stage: &str) -> i64 {
    PATH.iter().skip_while(|passage| passage.stage != stage).map(|passage| passage.days).sum()
}

/// The main product, and now and then the work that goes with it.
fn lines(product: usize, draw: &mut Draw) -> Vec<Line> {
    let discount = draw.weighted(&[(0, 10), (5, 4), (10, 3), (15, 1)]);
    let mut lines = vec![Line { product, quantity: draw.about(PRODUCTS[product].usual).max(1), discount }];
    for (service, percent) in [(6, 35), (7, 15)] {
        if draw.chance(percent) {
            lines.push(Line {
                product: service,
                quantity: draw.between(1, PRODUCTS[service].usual * 2),
                discount: 0,
            });
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_is_that_of_the_default_pipeline() {
        let stages = cordee_catalog::defaults::PIPELINES[0].stages;
        let keys: Vec<&str> = stages.iter().map(|stage| stage.key).collect();
        let path = PATH.iter().map(|passage| passage.stage);
        assert_eq!(keys, path.chain(["won", "lost", "post_purchase"]).collect::<Vec<_>>());
    }
}
