//! The past of a deal: how it came to where it is, in as many versions as are wished.

use cordee_base::{Chance, Currency, Date, Id, Moment, Money, SeededChance, Zone};
use cordee_catalog::opportunity;
use cordee_records::{History, Past};
use cordee_schema::Draft;

/// A day, in the microseconds of a moment.
const DAY: i64 = 86_400_000_000;

/// What is known of a deal that is to be given a past.
pub struct Life {
    /// When it was made.
    pub created: Moment,
    /// When it came to be as it is.
    pub since: Moment,
    /// Its amount now, in minor units.
    pub minor: i64,
    /// When it closed, or is thought to.
    pub close: Date,
}

/// So many versions before the present one, in even steps: through the open `stages`, with an amount that grows and a
/// close that is put off.
pub fn of(chance: &mut SeededChance, life: &Life, stages: &[Id], versions: usize) -> History {
    let span = (life.since.micros() - life.created.micros()).max(0);
    let last = 1 + chance.below(stages.len() as u64) as usize;
    let step = |at: usize| {
        let from = Moment::from_micros(life.created.micros() + span / versions as i64 * at as i64);
        let off = (versions - at) as i64;
        let values = Draft::new(&opportunity::OPPORTUNITY)
            .with(opportunity::STAGE, stages[at * last / versions])
            .with(opportunity::AMOUNT, Money::from_minor(life.minor * (10 - off) / 10, Currency::EUR))
            .with(opportunity::EXPECTED_CLOSE_DATE, earlier(life.close, 7 * off));
        Past { from, values }
    };
    (0..versions).map(step).collect()
}

fn earlier(day: Date, days: i64) -> Date {
    let start = Zone::UTC.start_of(day);
    Moment::from_micros(start.micros() - days * DAY).date_in(&Zone::UTC)
}
