//! One person as a coach looks at them: each figure against what is usual, and stage by stage against the others.

use cordee_base::{Id, Outcome};
use cordee_catalog::activity::ACTIVITY;
use cordee_catalog::deals;
use cordee_catalog::opportunity::OWNER;
use cordee_kit::{Behind, Drawn, Fact, ReportPart, Row, Said, Sheet, Wish};
use cordee_records::Gate;
use cordee_rules::pipeline::State;
use cordee_rules::proportion::{Estimate, difference};
use cordee_rules::scoreboard::Verdict;
use cordee_rules::stages::{Flow, Stages};
use cordee_schema::{Filter, Operator, Value};
use jiff::Span;

use super::Asked;
use super::figures::Figure;
use super::read::{Person, doer};
use super::tables::{extremes, usual, won_by};
use crate::planning::scope;
use crate::planning::stages::journeys::{self, Pipeline, Which};
use crate::planning::stages::{self, SURE, say};

/// Each figure, theirs and what is usual.
pub static COACHING: Sheet = Sheet {
    name: "coaching",
    columns: &["figure", "theirs", "usual", "difference", "verdict"],
    drawn: Drawn::Plain,
    may_be_empty: true,
};

/// Stage by stage, what goes on of theirs and of the others'.
pub static COACHING_STAGES: Sheet = Sheet {
    name: "coaching_stages",
    columns: &["stage", "their_conversion", "others_conversion", "difference", "verdict"],
    drawn: Drawn::Plain,
    may_be_empty: true,
};

/// The parts of the page.
pub fn told(
    gate: &mut Gate<'_>,
    wish: &Wish,
    asked: &Asked,
    people: &[Person],
    person: Id,
) -> Outcome<Vec<ReportPart>> {
    let found = people.iter().find(|one| one.id == person);
    let mut parts = Vec::new();
    if let Some(found) = found {
        parts.push(ReportPart::Facts(facts(asked, people, found)));
    }
    let rows = found.map(|found| figures(wish, asked, people, found)).unwrap_or_default();
    parts.push(COACHING.with(rows));
    parts.extend(stages(gate, wish, asked, person)?);
    Ok(parts)
}

/// In words, what stands out.
fn facts(asked: &Asked, people: &[Person], person: &Person) -> Vec<Fact> {
    let (best, weakest) = extremes(asked, people, person);
    let said = |figure: Option<Figure>| Said::Word(figure.map_or("report-scoreboard-nothing", Figure::word));
    let fact = |name, figure| Fact { name, said: said(figure), behind: None };
    vec![fact("strongest", best), fact("weakest", weakest)]
}

fn figures(wish: &Wish, asked: &Asked, people: &[Person], person: &Person) -> Vec<Row> {
    let row = |figure: Figure| {
        let judged = figure.judged(person, people, asked);
        let against = judged.and_then(|judged| judged.against);
        let verdict = judged.and_then(|judged| judged.verdict);
        let row = Row::of(vec![
            Said::Word(figure.word()),
            figure.said(person, asked),
            figure.say(usual(figure, people, asked)),
            figure.say(against.map(|against| against.difference)),
            Said::or_none(verdict, |verdict| Said::Word(verdict_word(verdict))),
        ]);
        match behind(figure, wish, asked, person.id) {
            Some(behind) => row.behind(behind),
            None => row,
        }
    };
    let known =
        |figure: &Figure| figure.of(person, asked).is_some() || usual(*figure, people, asked).is_some();
    Figure::ALL.into_iter().filter(known).map(row).collect()
}

/// What a figure of somebody rests on.
fn behind(figure: Figure, wish: &Wish, asked: &Asked, person: Id) -> Option<Behind> {
    let theirs = || scope::asked(wish).and(Filter::is(deals::of(OWNER), Value::Link(person)));
    Some(match figure {
        Figure::PerDay => {
            let deeds = asked.deeds.clone()?.and(doer(person));
            Behind::Others(ACTIVITY.name, deeds.text())
        }
        Figure::NewDeals => Behind::Records(theirs().and(asked.created.clone()).text(), None),
        Figure::WinRate => {
            let closed = super::read::closed_so(wish, asked, State::is_closed);
            Behind::Records(closed.and(Filter::is(deals::of(OWNER), Value::Link(person))).text(), None)
        }
        Figure::Open => {
            let open = deals::in_states(State::keys(|state| state == State::Open));
            Behind::Records(open.and(theirs()).text(), asked.ended)
        }
        _ => won_by(wish, asked, person),
    })
}

fn verdict_word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Better => "report-scoreboard-better",
        Verdict::Worse => "report-scoreboard-worse",
        Verdict::Usual => "report-scoreboard-usual",
        Verdict::TooFew => "report-scoreboard-too-few",
        Verdict::Chance => "report-scoreboard-chance",
    }
}

/// What went on of the deals of the year up to the end of the period, theirs and those of all others of the team.
fn stages(gate: &mut Gate<'_>, wish: &Wish, asked: &Asked, person: Id) -> Outcome<Vec<ReportPart>> {
    let Some(pipeline) = stages::pipeline(gate, wish)? else { return Ok(Vec::new()) };
    let mut whose = |operator| -> Outcome<Option<Stages>> {
        let owner = Filter::compare(deals::of(OWNER), operator, Value::Link(person));
        passed(gate, wish, asked, &pipeline, owner)
    };
    let (theirs, others) = (whose(Operator::Is)?, whose(Operator::IsNot)?);
    let (Some(theirs), Some(others)) = (theirs, others) else { return Ok(Vec::new()) };
    let flows = theirs.flows().iter().zip(others.flows());
    let row = |(step, (theirs, others)): (&journeys::Step, (&Flow, &Flow))| {
        let (theirs, others) = (theirs.conversion(), others.conversion());
        let apart = difference(theirs, others, SURE);
        let verdict = match apart {
            None => Said::NoData,
            Some(apart) => Said::Word(differs(&apart)),
        };
        Row::of(vec![
            Said::Text(step.name.clone()),
            say::share(theirs),
            say::share(others),
            say::estimate(apart, theirs.cases()),
            verdict,
        ])
    };
    let shown = pipeline
        .stages
        .iter()
        .zip(flows)
        .filter(|(step, (theirs, others))| step.active || theirs.entered() + others.entered() > 0);
    let note = ReportPart::Note("report-scoreboard-stages", Vec::new());
    Ok(vec![note, COACHING_STAGES.with(shown.map(row).collect())])
}

/// Whether two shares are told apart: only where chance alone would hardly do it.
fn differs(apart: &Estimate) -> &'static str {
    if apart.interval.low > 0.0 {
        "report-scoreboard-better"
    } else if apart.interval.high < 0.0 {
        "report-scoreboard-worse"
    } else {
        "report-scoreboard-chance"
    }
}

/// The stages with the deals of these owners; none of a pipeline without open stages.
fn passed(
    gate: &mut Gate<'_>,
    wish: &Wish,
    asked: &Asked,
    pipeline: &Pipeline,
    owner: Filter,
) -> Outcome<Option<Stages>> {
    let last = asked.period.last();
    let first = last.saturating_sub(Span::new().years(1)).tomorrow().ok();
    let like = wish.filter.clone().and(owner).and(scope::of_team(gate, asked.team)?);
    journeys::stages(gate, pipeline, &Which { like, created: (first, Some(last)), until: None })
}
