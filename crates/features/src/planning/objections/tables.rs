//! What is told of objections: by what they are about, by stage, by answer, and what became of the deals.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use cordee_base::{Id, Outcome};
use cordee_catalog::objection::{ANSWER, OVERCOME, STAGE as RAISED_IN, TYPE};
use cordee_catalog::opportunity::STATE;
use cordee_catalog::stage::STAGE;
use cordee_kit::{Behind, Drawn, Fact, ReportPart, Row, Said, Sheet, Told};
use cordee_records::Gate;
use cordee_rules::objections::{Outcomes, Tally};
use cordee_rules::pipeline::State;
use cordee_rules::proportion::{Share, difference};
use cordee_schema::{Condition, Filter, Operand, Operator, Path, Value, fold};

use super::SURE;
use super::raised::{Raised, of, through};
use crate::planning::stages::say;
use crate::planning::titles::{Titles, beginning};

/// How many answers are told, and how much of each.
const MOST: usize = 50;
const LONG: usize = 160;

/// The figures that stand alone.
pub const FACTS: &[&str] = &["raised", "answered", "overcome_share", "won_if_overcome", "won_if_left"];

/// The tables.
pub const SHEETS: &[&Sheet] = &[&OBJECTION_TYPES, &OBJECTION_STAGES, &OBJECTION_ANSWERS, &OBJECTION_OUTCOMES];

static OBJECTION_TYPES: Sheet = Sheet {
    name: "objection_types",
    columns: &["objection_type", "raised", "answered", "overcome", "overcome_share"],
    drawn: Drawn::Bars(1),
    may_be_empty: true,
};

static OBJECTION_STAGES: Sheet = Sheet {
    name: "objection_stages",
    columns: &["stage", "raised", "answered", "overcome", "overcome_share"],
    drawn: Drawn::Bars(1),
    may_be_empty: true,
};

static OBJECTION_ANSWERS: Sheet = Sheet {
    name: "objection_answers",
    columns: &["answer", "objection_type", "raised", "overcome", "overcome_share"],
    drawn: Drawn::Plain,
    may_be_empty: true,
};

static OBJECTION_OUTCOMES: Sheet = Sheet {
    name: "objection_outcomes",
    columns: &["objection_type", "won_if_overcome", "won_if_left", "difference"],
    drawn: Drawn::Plain,
    may_be_empty: true,
};

/// The parts of the page.
pub fn told(gate: &mut Gate<'_>, asked: &Filter, raised: &[Raised]) -> Outcome<Told> {
    let all = tally(raised.iter());
    let outcomes = Outcomes::of(raised.iter().map(Raised::outcome));
    let mut parts = vec![ReportPart::Facts(facts(gate, asked, all, outcomes)?)];
    let closed = outcomes.overcome.cases() + outcomes.left.cases();
    if closed < Share::ENOUGH {
        let names = vec![("closed", Said::count(closed)), ("enough", Said::count(Share::ENOUGH))];
        parts.push(ReportPart::Note("report-note-few-closed", names));
    }
    parts.push(types(gate, asked, raised)?);
    parts.push(stages(gate, asked, raised)?);
    parts.push(answers(gate, asked, raised)?);
    parts.push(won(gate, asked, raised)?);
    Ok(Told { parts })
}

fn tally<'a>(raised: impl Iterator<Item = &'a Raised>) -> Tally {
    let mut tally = Tally::default();
    raised.for_each(|one| tally.add(one.count, one.answer.is_some(), one.overcome));
    tally
}

fn facts(gate: &Gate<'_>, asked: &Filter, all: Tally, outcomes: Outcomes) -> Outcome<Vec<Fact>> {
    let state = of(gate, &through(STATE.name()))?;
    let closed = State::keys(State::is_closed).map(|key| Value::Text(key.to_owned())).collect();
    let closed = Condition { path: state, operator: Operator::Is, operand: Operand::Values(closed) };
    let overcome = |yes| -> Outcome<Filter> { Ok(Filter::is(of(gate, OVERCOME.name())?, Value::YesNo(yes))) };
    let filled = Operator::IsNotEmpty;
    let answered = Condition { path: of(gate, ANSWER.name())?, operator: filled, operand: Operand::None };
    let behind = |filter: Filter| Some(Behind::Records(filter.and(asked.clone()).text(), None));
    let of_closed =
        |yes| -> Outcome<Option<Behind>> { Ok(behind(overcome(yes)?.and(Filter::Where(closed.clone())))) };
    let fact = |name, said, behind| Fact { name, said, behind };
    Ok(vec![
        fact("raised", Said::count(all.raised), behind(Filter::everything())),
        fact("answered", Said::count(all.answered), behind(Filter::Where(answered))),
        fact("overcome_share", say::share(all.share()), behind(overcome(true)?)),
        fact("won_if_overcome", say::share(outcomes.overcome), of_closed(true)?),
        fact("won_if_left", say::share(outcomes.left), of_closed(false)?),
    ])
}

/// What one of some records has in common, as a filter on it; what has none is empty.
fn like(path: &Path, value: Option<Value>) -> Filter {
    match value {
        Some(value) => Filter::is(path.clone(), value),
        None => {
            let empty = Operator::IsEmpty;
            Filter::Where(Condition { path: path.clone(), operator: empty, operand: Operand::None })
        }
    }
}

fn counted(name: Said, tally: Tally, behind: Filter) -> Row {
    Row::of(vec![
        name,
        Said::count(tally.raised),
        Said::count(tally.answered),
        Said::count(tally.overcome),
        say::share(tally.share()),
    ])
    .behind(Behind::Records(behind.text(), None))
}

/// The same, put together by what they have in common; the most first.
fn grouped<'a, K: Ord>(
    raised: &'a [Raised],
    key: impl Fn(&'a Raised) -> K,
) -> Vec<(K, Vec<&'a Raised>, Tally)> {
    let mut groups: BTreeMap<K, Vec<&Raised>> = BTreeMap::new();
    for one in raised {
        groups.entry(key(one)).or_default().push(one);
    }
    let with_tally = |(key, group): (K, Vec<&'a Raised>)| {
        let tally = tally(group.iter().copied());
        (key, group, tally)
    };
    let mut groups: Vec<_> = groups.into_iter().map(with_tally).collect();
    groups.sort_by_key(|(_, _, tally)| Reverse(tally.raised));
    groups
}

fn types(gate: &Gate<'_>, asked: &Filter, raised: &[Raised]) -> Outcome<ReportPart> {
    let path = of(gate, TYPE.name())?;
    let row = |(kind, _, tally): (&str, Vec<&Raised>, Tally)| {
        let its = like(&path, Some(Value::Text(kind.to_owned())));
        counted(Said::Option(path.clone(), kind.to_owned()), tally, its.and(asked.clone()))
    };
    let rows = grouped(raised, |one| one.kind.as_str()).into_iter().map(row);
    Ok(OBJECTION_TYPES.with(rows.collect()))
}

fn stages(gate: &mut Gate<'_>, asked: &Filter, raised: &[Raised]) -> Outcome<ReportPart> {
    let path = of(gate, RAISED_IN.name())?;
    let groups = grouped(raised, |one| one.stage);
    let titles = Titles::of(gate, STAGE.name, groups.iter().filter_map(|group| group.0))?;
    let row = |(stage, _, tally): (Option<Id>, Vec<&Raised>, Tally)| {
        let its = like(&path, stage.map(Value::Link));
        let name = stage.map_or(Said::Word("none"), |id| titles.text(id));
        counted(name, tally, its.and(asked.clone()))
    };
    Ok(OBJECTION_STAGES.with(groups.into_iter().map(row).collect()))
}

/// What was answered, however it is written, to what; the most frequent first.
fn answers(gate: &Gate<'_>, asked: &Filter, raised: &[Raised]) -> Outcome<ReportPart> {
    let (path, kinds) = (of(gate, ANSWER.name())?, of(gate, TYPE.name())?);
    let key = |one: &Raised| (one.answer.as_deref().map(fold), one.kind.clone());
    let mut groups = grouped(raised, key);
    groups.truncate(MOST);
    let row = |((_, kind), group, tally): ((Option<String>, String), Vec<&Raised>, Tally)| {
        let said = group.iter().find_map(|one| one.answer.clone());
        let its = like(&kinds, Some(Value::Text(kind.clone())));
        let row = Row::of(vec![
            said.as_deref()
                .map_or(Said::Word("report-objections-unanswered"), |text| Said::Text(beginning(text, LONG))),
            Said::Option(kinds.clone(), kind),
            Said::count(tally.raised),
            Said::count(tally.overcome),
            say::share(tally.share()),
        ]);
        // Answers that are not written quite alike can't be asked for together, nor long ones in an address.
        let alike: BTreeSet<&str> = group.iter().filter_map(|one| one.answer.as_deref()).collect();
        match alike.len() {
            0 | 1 if said.as_deref().is_none_or(|text| text.len() <= LONG) => {
                let its = its.and(like(&path, said.map(Value::Text))).and(asked.clone());
                row.behind(Behind::Records(its.text(), None))
            }
            _ => row,
        }
    };
    Ok(OBJECTION_ANSWERS.with(groups.into_iter().map(row).collect()))
}

/// How many of the closed deals were won, where all objections of a kind were overcome and where one was left.
fn won(gate: &Gate<'_>, asked: &Filter, raised: &[Raised]) -> Outcome<ReportPart> {
    let path = of(gate, TYPE.name())?;
    let state = of(gate, &through(STATE.name()))?;
    let closed = || {
        let keys = State::keys(State::is_closed).map(|key| Value::Text(key.to_owned())).collect();
        let operand = Operand::Values(keys);
        Filter::Where(Condition { path: state.clone(), operator: Operator::Is, operand })
    };
    let row = |(kind, group, _): (&str, Vec<&Raised>, Tally)| {
        let found = Outcomes::of(group.iter().map(|one| one.outcome()));
        let cases = found.overcome.cases() + found.left.cases();
        let its = like(&path, Some(Value::Text(kind.to_owned()))).and(closed()).and(asked.clone());
        let row = Row::of(vec![
            Said::Option(path.clone(), kind.to_owned()),
            say::share(found.overcome),
            say::share(found.left),
            say::estimate(difference(found.overcome, found.left, SURE), cases),
        ]);
        (cases > 0).then(|| row.behind(Behind::Records(its.text(), None)))
    };
    let rows = grouped(raised, |one| one.kind.as_str()).into_iter().filter_map(row);
    Ok(OBJECTION_OUTCOMES.with(rows.collect()))
}
