//! The lives of deals as their versions tell them: how each stood at any moment, and how it ended.

use cordee_base::{Date, Id, Moment, Outcome, Percent};
use cordee_catalog::opportunity::{AMOUNT, CLOSE_DATE, OPPORTUNITY, OWNER, PROBABILITY, STAGE, STATE};
use cordee_records::{Gate, Stretch, Stretches};
use cordee_rules::journey::Micros;
use cordee_rules::pipeline::State;
use cordee_rules::probability::Probability;
use cordee_schema::{Filter, FromValue, Value};

/// What is read of each stretch.
const FIELDS: [&str; 6] =
    [STATE.name(), STAGE.name(), OWNER.name(), AMOUNT.name(), CLOSE_DATE.name(), PROBABILITY.name()];

/// Before any deal: the first day of the year 1, which both databases know.
const BEGINNING: Moment = Moment::from_micros(-62_135_596_800_000_000);

/// A day.
pub const DAY: Micros = 24 * 3_600 * 1_000_000;

/// A deal from its first day on.
pub struct Life {
    /// Which.
    pub id: Id,
    /// When it was first open.
    pub begun: Micros,
    /// When it was closed, and whether it was won; none while it is open.
    pub ended: Option<(Micros, bool)>,
    spells: Vec<Spell>,
}

/// A stretch in which a deal was as it was.
struct Spell {
    from: Micros,
    to: Micros,
    open: bool,
    stage: Option<Id>,
    owner: Option<Id>,
    minor: Option<i64>,
    expected: Option<Date>,
    set: Option<Probability>,
}

/// How a deal stood at a moment at which it was open.
#[derive(Clone, Copy)]
pub struct Standing {
    /// Its stage.
    pub stage: Id,
    /// Since when.
    pub since: Micros,
    /// Whose it was.
    pub owner: Option<Id>,
    /// What it was worth, in minor units.
    pub minor: Option<i64>,
    /// What was set for it.
    pub set: Option<Probability>,
    /// When it was to close.
    pub expected: Option<Date>,
    /// How many times its close was put off.
    pub slips: u32,
}

/// A stay in a stage.
pub struct Stay {
    /// The stage.
    pub stage: Id,
    /// When it was entered.
    pub entered: Micros,
    /// When it was left, if it was.
    pub left: Micros,
}

impl Life {
    /// How it stood then; none where it was not open, or in no stage that may be seen.
    pub fn at(&self, at: Micros) -> Option<Standing> {
        let here = self.spells.iter().position(|spell| (spell.from..spell.to).contains(&at))?;
        let (before, spell) = (&self.spells[..here], self.spells.get(here).filter(|spell| spell.open)?);
        let stage = spell.stage?;
        let there = |earlier: &&Spell| earlier.open && earlier.stage == Some(stage);
        let since = before.iter().rev().take_while(there).last().map_or(spell.from, |first| first.from);
        let dates: Vec<Date> =
            self.spells[..=here].iter().filter(|s| s.open).filter_map(|s| s.expected).collect();
        let slips = dates.array_windows().filter(|[one, next]| next > one).count();
        Some(Standing {
            stage,
            since,
            owner: spell.owner,
            minor: spell.minor,
            set: spell.set,
            expected: spell.expected,
            slips: u32::try_from(slips).unwrap_or(u32::MAX),
        })
    }

    /// The open stages in which it was, in order.
    pub fn stays(&self) -> impl Iterator<Item = Stay> + '_ {
        let alike = |one: &Spell, next: &Spell| one.open && next.open && one.stage == next.stage;
        self.spells.chunk_by(alike).filter_map(|stay| {
            let (first, last) = (stay.first().filter(|first| first.open)?, stay.last()?);
            Some(Stay { stage: first.stage?, entered: first.from, left: last.to })
        })
    }

    /// Its amount when it was closed, or as it is.
    pub fn minor(&self) -> Option<i64> {
        self.spells.iter().rev().find_map(|spell| spell.minor)
    }

    /// Whose it was in the end.
    pub fn owner(&self) -> Option<Id> {
        self.spells.last().and_then(|spell| spell.owner)
    }

    /// The life that these stretches of one deal, in the order of time, tell up to `until`; none where it was never open,
    /// or is in the trash by then.
    fn of(stretches: &[Stretch], until: Micros) -> Option<Life> {
        let spells: Vec<Spell> = stretches.iter().map(Spell::of).collect();
        let last = spells.last().filter(|last| last.to > until)?;
        let begun = spells.iter().find(|spell| spell.open)?.from;
        let id = stretches.first()?.id;
        if last.open {
            return Some(Life { id, begun, ended: None, spells });
        }
        let closed = spells.iter().rposition(|spell| spell.open).and_then(|open| stretches.get(open + 1))?;
        let won = state(stretches.last()?).is_won();
        Some(Life { id, begun, ended: Some((closed.from.micros(), won)), spells })
    }
}

impl Spell {
    fn of(stretch: &Stretch) -> Spell {
        let value = |place: usize| stretch.values.get(place).unwrap_or(&Value::None);
        let minor = match value(3) {
            Value::Money(money) => Some(money.minor()),
            _ => None,
        };
        Spell {
            from: stretch.from.micros(),
            to: stretch.to.micros(),
            open: !state(stretch).is_closed(),
            stage: value(1).as_link(),
            owner: value(2).as_link(),
            minor,
            expected: Date::from_value(value(4)),
            set: Percent::from_value(value(5)).and_then(Probability::from_percent),
        }
    }
}

fn state(stretch: &Stretch) -> State {
    stretch.values.first().and_then(Value::as_text).and_then(State::named).unwrap_or(State::Open)
}

/// The lives of these deals up to a moment, in the order of their ids.
pub fn read(gate: &mut Gate<'_>, deals: Vec<Id>, until: Moment) -> Outcome<Vec<Life>> {
    let mut stretches = gate.stretches(&Stretches {
        object: &OPPORTUNITY,
        filter: Filter::everything(),
        since: BEGINNING,
        until,
        fields: FIELDS.to_vec(),
        only: Some(deals),
    })?;
    stretches.sort_unstable_by_key(|stretch| (stretch.id, stretch.from));
    let lives = stretches.chunk_by(|one, next| one.id == next.id);
    Ok(lives.filter_map(|deal| Life::of(deal, until.micros())).collect())
}

/// The deals that were like this at a moment, with the day on which each was closed or is to be.
pub fn like(gate: &mut Gate<'_>, filter: &Filter, at: Moment) -> Outcome<Vec<(Id, Option<Date>)>> {
    let there = gate.stretches(&Stretches {
        object: &OPPORTUNITY,
        filter: filter.clone(),
        since: at,
        until: at,
        fields: vec![CLOSE_DATE.name()],
        only: None,
    })?;
    let closes = |stretch: &Stretch| stretch.values.first().and_then(Date::from_value);
    Ok(there.iter().map(|stretch| (stretch.id, closes(stretch))).collect())
}

/// So many whole days.
pub fn days(micros: Micros) -> u32 {
    u32::try_from((micros / DAY).max(0)).unwrap_or(u32::MAX)
}
