//! The tables of the stages: what goes through each, how likely it is won from there, and what went where.

use cordee_base::{Date, Decimal};
use cordee_kit::{Behind, Drawn, ReportPart, Row, Said, Sheet};
use cordee_rules::learned::Learned;
use cordee_rules::pipeline::State;
use cordee_rules::probability::Probability;
use cordee_rules::stages::{Fate, Flow, Place, Stages};
use cordee_schema::{Filter, Operator, Value};

use super::journeys::{Pipeline, Step};
use super::keys::KEY_STAGES;
use super::{SURE, say};
use cordee_catalog::deals;

/// The tables, in their order.
pub const SHEETS: &[&Sheet] = &[&STAGES, &STAGE_VALUES, &KEY_STAGES, &LEARNED, &TRANSITIONS];

static STAGES: Sheet = Sheet {
    name: "stages",
    columns: &["stage", "entered", "passed", "conversion", "in_the_end", "median_days", "p90_days"],
    drawn: Drawn::Bars(1),
    may_be_empty: false,
};

static STAGE_VALUES: Sheet = Sheet {
    name: "stage_values",
    columns: &["stage", "lost_here", "lost_value", "still_here", "still_value", "fell_back", "skipped"],
    drawn: Drawn::Bars(2),
    may_be_empty: false,
};

static LEARNED: Sheet = Sheet {
    name: "learned",
    columns: &["stage", "probability_set", "learned", "smoothed", "verdict"],
    drawn: Drawn::Plain,
    may_be_empty: false,
};

static TRANSITIONS: Sheet = Sheet {
    name: "transitions",
    columns: &["from_stage", "to_stage", "times_gone", "share"],
    drawn: Drawn::Plain,
    may_be_empty: true,
};

/// A stage that is out of use is told only if there were deals in it.
fn shown<'a>(pipeline: &'a Pipeline, stages: &'a Stages) -> impl Iterator<Item = (&'a Step, &'a Flow)> {
    let all = pipeline.stages.iter().zip(stages.flows());
    all.filter(|(step, flow)| step.active || flow.entered() > 0)
}

/// What goes through each stage; one is marked, for what its word says.
pub fn stages(pipeline: &Pipeline, stages: &Stages, marked: Option<(usize, &'static str)>) -> ReportPart {
    let mark = |step: &Step| {
        let (at, word) = marked?;
        pipeline.stages.get(at).filter(|other| other.id == step.id).map(|_| word)
    };
    let days = |days: Option<u32>| Said::or_none(days, |days| Said::Days(Decimal::from(days)));
    let row = |(step, flow): (&Step, &Flow)| {
        let stay = flow.stay().curve();
        Row::of(vec![
            Said::Text(step.name.clone()),
            Said::count(flow.entered()),
            Said::count(flow.passed()),
            say::share(flow.conversion()),
            Said::measured(flow.fate().and_then(Fate::passes_in_the_end), Said::Ratio),
            days(stay.as_ref().and_then(|curve| curve.median())),
            days(stay.as_ref().and_then(|curve| curve.p90())),
        ])
        .marked(mark(step))
    };
    STAGES.with(shown(pipeline, stages).map(row).collect())
}

/// What does not go on: lost in each stage, there still (to which a row opens, as of a day), gone back, never there.
pub fn values(pipeline: &Pipeline, stages: &Stages, asked: &Filter, day: Option<Date>) -> ReportPart {
    let row = |(step, flow): (&Step, &Flow)| {
        let (lost, still) = (flow.lost_here(), flow.still_here());
        let here = deals::in_states(State::keys(|state| state == State::Open)).and(asked.clone()).and(
            Filter::compare(
                deals::of(cordee_catalog::opportunity::STAGE),
                Operator::Is,
                Value::Link(step.id),
            ),
        );
        Row::of(vec![
            Said::Text(step.name.clone()),
            Said::count(lost.deals),
            say::tally(lost),
            Said::count(still.deals),
            say::tally(still),
            Said::count(flow.fell_back()),
            // What is out of use is passed by as a matter of course.
            if step.active { Said::measured(flow.skipped().rate(), Said::Ratio) } else { Said::Nothing },
        ])
        .behind(Behind::Records(here.text(), day))
    };
    STAGE_VALUES.with(shown(pipeline, stages).map(row).collect())
}

/// How likely a deal is won from each stage: as it is set, and as the past has it.
pub fn learned(pipeline: &Pipeline, stages: &Stages) -> ReportPart {
    let row = |(step, flow): (&Step, &Flow)| {
        let set = step.probability.and_then(Probability::from_percent);
        let learned = set.map(|set| Learned::new(set, flow.won(), SURE));
        let verdict = match learned {
            _ if flow.won().is_small() => "report-learned-few",
            None => "report-learned-unset",
            Some(learned) if learned.contradicts() => "report-learned-outside",
            Some(_) => "report-learned-within",
        };
        Row::of(vec![
            Said::Text(step.name.clone()),
            Said::or_none(step.probability, |set| Said::Ratio(set.fraction())),
            say::share(flow.won()),
            Said::measured(learned.map(|learned| learned.smoothed.get()), Said::Ratio),
            Said::Word(verdict),
        ])
    };
    LEARNED.with(shown(pipeline, stages).map(row).collect())
}

/// How often deals went from where to where.
pub fn transitions(pipeline: &Pipeline, stages: &Stages) -> ReportPart {
    let places = || (0..).zip(&pipeline.stages).map(|(at, _)| Place::Stage(at));
    let mut rows = Vec::new();
    for from in [Place::Start].into_iter().chain(places()) {
        for to in places().chain([Place::Won, Place::Lost, Place::Still]) {
            let Some(count) = stages.moves().between(from, to).filter(|count| *count > 0) else { continue };
            rows.push(Row::of(vec![
                name(pipeline, from),
                name(pipeline, to),
                Said::count(count),
                // Those that wait have not gone anywhere.
                if to == Place::Still {
                    Said::Nothing
                } else {
                    Said::measured(stages.moves().share(from, to), Said::Ratio)
                },
            ]));
        }
    }
    TRANSITIONS.with(rows)
}

fn name(pipeline: &Pipeline, place: Place) -> Said {
    match place {
        Place::Start => Said::Word("report-place-start"),
        Place::Won => Said::Word("report-place-won"),
        Place::Lost => Said::Word("report-place-lost"),
        Place::Still => Said::Word("report-place-still"),
        Place::Stage(at) => {
            Said::or_none(pipeline.stages.get(usize::from(at)), |step| Said::Text(step.name.clone()))
        }
    }
}
