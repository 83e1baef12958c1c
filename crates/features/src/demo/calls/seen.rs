//! What the deals of each seller came to on the day of each round, as it could be seen then.

use cordee_catalog::defaults::PIPELINES;
use cordee_rules::rollup::Category;

use super::super::Company;
use super::super::life::{Deal, Outcome};
use super::super::past::Turn;
use super::Round;

/// What somebody's deals of a quarter came to, in hundredths of the currency.
#[derive(Clone, Copy, Default)]
pub struct Stood {
    /// What was won by then.
    pub closed: i64,
    /// What is open, by its stage.
    pub commit: i64,
    pub best_case: i64,
    pub pipeline: i64,
    /// What was won in the end.
    pub came: i64,
}

impl Stood {
    /// What may be reckoned with beside what is won, by what is usual.
    pub fn likely(&self) -> i64 {
        self.commit * 80 / 100 + self.best_case * 45 / 100 + self.pipeline * 10 / 100
    }
}

/// Round by round, seller by seller.
pub struct Seen {
    sellers: usize,
    all: Vec<Stood>,
}

impl Seen {
    /// All deals, looked at in each of these rounds.
    pub fn of(company: &Company, rounds: &[Round]) -> Seen {
        let sellers = company.sellers();
        let mut seen = Seen { sellers, all: vec![Stood::default(); sellers * rounds.len()] };
        for deal in (0..company.size).map(|index| company.deal(index)) {
            let turns = company.past(&deal);
            for (place, round) in rounds.iter().enumerate() {
                let at = place * sellers + deal.seller;
                if let Some(stood) = seen.all.get_mut(at) {
                    look(&deal, &turns, round, stood);
                }
            }
        }
        seen
    }

    /// The sellers in a round.
    pub fn at(&self, round: usize) -> Vec<Stood> {
        self.all[round * self.sellers..][..self.sellers].to_vec()
    }
}

/// Adds what a deal came to then.
fn look(deal: &Deal, turns: &[Turn], round: &Round, stood: &mut Stood) {
    let within = |day: i64| (round.first..=round.last).contains(&day);
    if deal.closed.is_some_and(|(how, day)| how == Outcome::Won && within(day)) {
        stood.came += turns.last().and_then(|turn| turn.cents).unwrap_or(0);
    }
    let Some(turn) = turns.iter().rev().find(|turn| turn.day <= round.day) else { return };
    let cents = turn.cents.unwrap_or(0);
    if !within(turn.closed.unwrap_or(turn.expected)) {
        return;
    }
    match category(turn.stage) {
        Some(Category::Closed) => stood.closed += cents,
        Some(Category::Commit) => stood.commit += cents,
        Some(Category::BestCase) => stood.best_case += cents,
        Some(Category::Pipeline) => stood.pipeline += cents,
        Some(Category::Omitted) | None => {}
    }
}

/// The forecast category of a stage of the default pipeline.
fn category(stage: &str) -> Option<Category> {
    let stage = PIPELINES[0].stages.iter().find(|one| one.key == stage)?;
    Category::named(stage.forecast_category)
}
