//! How a deal stood at each turn of its way: what it was thought to be worth, and when it should have been closed.
//!
//! Amounts are guessed and guessed anew until there is an offer; a close that is missed is put off; some deals fall back
//! or are given up and taken up again.

use super::Company;
use super::calendar::YESTERDAY;
use super::draw::Draw;
use super::life::{Deal, Line, usual_days};

/// A guess of what a deal is worth, in hundredths of what it comes to.
const GUESSES: &[(i64, usize)] = &[(55, 1), (70, 2), (85, 3), (100, 6), (115, 3), (135, 2)];

/// In one stage a close is put off so often at the most.
const MOST_MISSED: usize = 3;

/// A stay shorter than this is not interrupted.
const LONG: i64 = 12;

/// How a deal stood from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// From when on.
    pub day: i64,
    /// In which stage.
    pub stage: &'static str,
    /// What it was thought to be worth, in hundredths of the currency.
    pub cents: Option<i64>,
    /// When it should be closed.
    pub expected: i64,
    /// When it was closed, if it was.
    pub closed: Option<i64>,
}

impl Company {
    /// Lets some deals fall back a stage, and some be lost and taken up again.
    pub(super) fn turn_back(&self, deal: &mut Deal) {
        let mut draw = Draw::of(self.seed, "turns back", deal.index);
        let (falls, reopened) = (draw.chance(12), draw.chance(6));
        if !falls && !reopened {
            return;
        }
        let open = deal.passages().count();
        let stays = |place: usize| {
            let left = deal.steps.get(place + 1).map_or(YESTERDAY, |(_, day)| *day);
            left - deal.steps[place].1 >= LONG
        };
        let first = usize::from(falls);
        let places: Vec<usize> = (first..open).filter(|place| stays(*place)).collect();
        if places.is_empty() {
            return;
        }
        let place = draw.pick(&places);
        let (stage, day) = deal.steps[place];
        let left = deal.steps.get(place + 1).map_or(YESTERDAY, |(_, day)| *day);
        let meanwhile = if falls { deal.steps[place - 1].0 } else { "lost" };
        let third = (left - day) / 3;
        let away = (meanwhile, self.calendar.workday(day + third));
        let back = (stage, self.calendar.workday(day + 2 * third));
        deal.steps.splice(place + 1..place + 1, [away, back]);
    }

    /// The turns of a deal, in their order; the last is as it stands.
    pub(super) fn past(&self, deal: &Deal) -> Vec<Turn> {
        let mut draw = Draw::of(self.seed, "past", deal.index);
        let pace = self.seller(deal.seller).pace;
        let worth = (!deal.lines.is_empty()).then(|| deal.lines.iter().map(Line::cents).sum::<i64>());
        let guess = |draw: &mut Draw| worth.map(|cents| cents * draw.weighted(GUESSES) / 10_000 * 100);
        let from = |stage: &str, day: i64, draw: &mut Draw| {
            self.calendar.workday(day + usual_days(stage) * pace / 100 + draw.between(-10, 25))
        };
        let (first, created) = deal.steps[0];
        let mut cents = if draw.chance(50) { guess(&mut draw) } else { None };
        let mut expected = from(first, created, &mut draw);
        let mut turns: Vec<Turn> = Vec::new();
        for (place, (stage, day)) in deal.steps.iter().copied().enumerate() {
            let last = place + 1 == deal.steps.len();
            let left = deal.steps.get(place + 1).map_or(YESTERDAY + 1, |(_, day)| *day);
            let ended = ["won", "lost", "post_purchase"].contains(&stage);
            if stage == "won" || (stage == "proposal" || last) && draw.chance(70) {
                cents = worth;
            } else if place > 0 && !ended && (cents.is_none() || draw.chance(20)) {
                cents = guess(&mut draw);
            }
            if place > 0 && !ended && draw.chance(20) {
                expected = from(stage, day, &mut draw);
            }
            // What is handed over was closed before.
            let closed = match (stage, deal.closed) {
                ("post_purchase", Some((_, on))) => Some(on),
                _ => ended.then_some(day),
            };
            let turn = |day, cents, expected| Turn { day, stage, cents, expected, closed };
            turns.push(turn(day, cents, expected));
            if ended {
                continue;
            }
            // Missed, and put off, or left as it was.
            for _ in 0..MOST_MISSED {
                if expected >= left || last && deal.expected < 0 || !draw.chance(80) {
                    break;
                }
                let missed = expected.max(day);
                expected = self.calendar.workday(missed + draw.between(14, 50));
                turns.push(turn(missed, cents, expected));
            }
        }
        self.as_it_stands(deal, worth, &mut turns, &mut draw);
        turns
    }

    /// Ends the turns with what the deal is like today: of an open deal, mostly because somebody looked at it lately.
    fn as_it_stands(&self, deal: &Deal, worth: Option<i64>, turns: &mut Vec<Turn>, draw: &mut Draw) {
        let Some(last) = turns.last_mut() else { return };
        if let Some((_, day)) = deal.closed {
            last.cents = worth;
            last.closed = Some(day);
            return;
        }
        let mut lately = |since: i64| {
            let first = since.max(-90);
            self.calendar.workday(draw.between(first, YESTERDAY)).max(since)
        };
        if last.cents != worth {
            let day = lately(last.day);
            turns.push(Turn { day, cents: worth, ..turns[turns.len() - 1].clone() });
        }
        let last = turns[turns.len() - 1].clone();
        if last.expected != deal.expected {
            let day = lately(last.day);
            turns.push(Turn { day, expected: deal.expected, ..last });
        }
    }
}
