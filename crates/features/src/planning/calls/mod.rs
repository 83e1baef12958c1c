//! What people say a period will bring: what each submits for their own deals, what managers make of it, what rises to
//! the top; what has changed since, and how well it came true before.

mod begin;
mod changes;
mod due;
mod history;
mod hook;
mod late;
mod past;
mod read;
mod rows;
mod tree;

use std::collections::{BTreeMap, HashSet};

use cordee_base::{Date, Id, Moment, Outcome};
use cordee_catalog::forecast_call::FORECAST_CALL;
use cordee_catalog::opportunity::OPPORTUNITY;
use cordee_kit::{Answers, Offered, Question, Report, ReportPart, Said, Sheet, Told, Wish};
use cordee_records::system::user::USER;
use cordee_records::{Gate, Right, Scope};
use cordee_rules::accuracy;
use cordee_rules::calls::Round;
use cordee_rules::fiscal::Period;
use cordee_schema::Filter;
use cordee_ui::Icon;

use super::forecast::foretell::Odds;
use super::periods;
use super::scope::{self, DAY_ASKED};
use super::staff::Staff;
use super::sums::{self, Sums};
use super::titles::Titles;
use read::Call;
use tree::Tree;

pub use hook::HOOK;
pub use late::{REMIND_OF_CALLS, REMINDERS};

/// The key that stands for all whom the asker sees.
const ALL: &str = "all";

/// Submitted forecasts, rolled up.
pub static FORECAST_CALLS: Report = Report {
    name: "forecast_calls",
    icon: Icon::Users,
    object: OPPORTUNITY.name,
    questions: &[
        Question { name: "period", answer: Answers::Found(periods::choices) },
        Question { name: "whose", answer: Answers::Found(people) },
        DAY_ASKED,
        Question { name: "odds", answer: Answers::OneOf(&["set", "learned"]) },
    ],
    facts: rows::FACTS,
    sheets: SHEETS,
    tell,
};

const SHEETS: &[&Sheet] =
    &[&rows::TREE, &rows::BY_CATEGORY, &changes::CHANGES, &history::HISTORY, &past::PAST, &past::ACCURACY];

/// What is asked, and what there is of it.
struct Asked {
    period: Period,
    /// What the deals are like, beside closing in a period.
    filter: Filter,
    /// Whose it is; none for all.
    focus: Option<Id>,
    /// The earlier day as which it is asked, and its end.
    day: Option<Date>,
    at: Option<Moment>,
    staff: Staff,
    /// Those whose forecasts the asker may see.
    seen: HashSet<Id>,
    /// Those of them who are asked about.
    people: HashSet<Id>,
    round: Option<Round>,
    /// What earlier periods are played with.
    odds: Odds,
}

/// A period as it stands: deals, calls, and both rolled up.
struct Standing {
    sums: BTreeMap<Option<Id>, Sums>,
    calls: Vec<Call>,
    tree: Tree,
}

impl Asked {
    fn read(gate: &mut Gate<'_>, wish: &Wish) -> Outcome<Asked> {
        let period = periods::period(gate, wish.option("period"))?;
        let (day, at) = scope::past_asked(gate, wish).unzip();
        let staff = Staff::read(gate)?;
        let seen = seen(gate, &staff);
        let only = || seen.iter().next().copied().filter(|_| seen.len() == 1);
        let focus = wish.option("whose").and_then(|key| key.parse().ok()).or_else(only);
        let people = match focus {
            Some(id) => staff.led(id).into_iter().chain([id]).filter(|id| seen.contains(id)).collect(),
            None => seen.clone(),
        };
        let round = due::round(gate, at.unwrap_or(gate.now()))?;
        let odds = if wish.option("odds") == Some("learned") { Odds::Learned } else { Odds::Set };
        Ok(Asked { period, filter: wish.filter.clone(), focus, day, at, staff, seen, people, round, odds })
    }

    /// All deals of all whose forecasts the asker may see, as of now.
    fn all(gate: &mut Gate<'_>, period: Period) -> Outcome<Asked> {
        let staff = Staff::read(gate)?;
        let seen = seen(gate, &staff);
        Ok(Asked {
            period,
            filter: Filter::everything(),
            focus: None,
            day: None,
            at: None,
            staff,
            people: seen.clone(),
            seen,
            round: None,
            odds: Odds::Set,
        })
    }

    /// How a period stood at a moment, for those who are asked about.
    fn standing(&self, gate: &mut Gate<'_>, period: &Period, at: Option<Moment>) -> Outcome<Standing> {
        let filter = self.filter.clone().and(sums::counting(period));
        let sums = sums::by_owner(gate, filter, at)?;
        let calls = self.calls(gate, period, at)?;
        let tree = Tree::of(&self.staff, &self.people, &sums, &calls)?;
        Ok(Standing { sums, calls, tree })
    }

    /// What those who are asked about had said of a period by a moment.
    fn calls(&self, gate: &mut Gate<'_>, period: &Period, at: Option<Moment>) -> Outcome<Vec<read::Call>> {
        let mut calls = read::calls(gate, period, at)?;
        calls.retain(|call| self.people.contains(&call.owner));
        Ok(calls)
    }

    /// The day it is, as far as is asked.
    fn today(&self, gate: &Gate<'_>) -> Date {
        self.day.unwrap_or(gate.today())
    }
}

impl Standing {
    /// What the deals of these people come to.
    fn deals(&self, people: &HashSet<Id>) -> Sums {
        let theirs = self.sums.iter().filter(|(owner, _)| owner.is_some_and(|id| people.contains(&id)));
        theirs.fold(Sums::default(), |all, (_, sums)| all.plus(sums))
    }
}

/// Those whose forecasts the asker may see; themselves, where they may see none.
fn seen(gate: &Gate<'_>, staff: &Staff) -> HashSet<Id> {
    let scope = gate.object(FORECAST_CALL.name).map(|object| gate.access().scope(object, Right::Read));
    let own = gate.actor().user_id();
    match scope.unwrap_or(Scope::None) {
        Scope::All => staff.people().iter().map(|person| person.id).collect(),
        Scope::Team => gate.access().team().iter().copied().collect(),
        Scope::Own | Scope::None => own.into_iter().collect(),
    }
}

/// Of whom one can ask: of all whom one sees, or of one of them.
fn people(gate: &mut Gate<'_>) -> Outcome<Offered> {
    let staff = Staff::read(gate)?;
    let seen = seen(gate, &staff);
    let there = staff.people().iter().filter(|person| seen.contains(&person.id));
    let ids: Vec<Id> = there.map(|person| person.id).collect();
    let titles = Titles::of(gate, USER.name, ids.iter().copied())?;
    let each = ids.iter().map(|id| (id.to_string(), titles.text(*id)));
    let all = (seen.len() != 1).then(|| (ALL.to_owned(), Said::Word("report-asks-whose-all")));
    Ok(all.into_iter().chain(each).collect())
}

fn tell(gate: &mut Gate<'_>, wish: &Wish) -> Outcome<Told> {
    let asked = Asked::read(gate, wish)?;
    let standing = asked.standing(gate, &asked.period, asked.at)?;
    let mut parts = vec![rows::facts(gate, &asked, &standing)];
    parts.extend(begin::told(gate, &asked, &standing)?);
    parts.extend(rows::told(gate, &asked, &standing)?);
    parts.extend(changes::told(gate, &asked, &standing)?);
    parts.push(history::told(gate, &asked, &standing)?);
    parts.extend(past::told(gate, &asked)?);
    Ok(Told { parts })
}

/// What people had said of a period by a moment, as far as the asker sees it, and what came of it; none where nobody had
/// said anything.
pub fn said(gate: &mut Gate<'_>, period: Period, at: Moment) -> Outcome<Option<accuracy::Outcome>> {
    let asked = Asked::all(gate, period)?;
    past::said(gate, &asked, period, at)
}

/// A sentence about nothing but itself.
fn note(key: &'static str, names: Vec<(&'static str, Said)>) -> ReportPart {
    ReportPart::Note(key, names)
}
