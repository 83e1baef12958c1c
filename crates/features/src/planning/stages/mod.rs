//! The analysis of a pipeline's stages: what goes on, what stays, what is lost where, and where it is decided.

mod counted;
mod events;
mod facts;
mod found;
pub(super) mod journeys;
mod keys;
pub(super) mod say;
mod tables;

use cordee_base::{Id, Outcome};
use cordee_catalog::opportunity::OPPORTUNITY;
use cordee_kit::{Answers, Question, Report, ReportPart, Said, Told, Wish};
use cordee_records::Gate;
use cordee_rules::key_stage::weigh;
use cordee_rules::proportion::Confidence;
use cordee_ui::Icon;

use super::scope::{self, DAY_ASKED, ONE_PIPELINE, TEAM_ASKED};
use counted::Counted;
pub use found::FIND_KEY_STAGES;
use journeys::Pipeline;

/// How sure the intervals are.
pub(super) const SURE: Confidence = Confidence::P95;

/// What goes through the stages of one pipeline.
///
/// The stages tell of the whole way of the deals that are as the filter says now, whatever they were then; days bound
/// when a deal was created; as of a day that is over they tell what they told at its end.
pub static STAGE_ANALYTICS: Report = Report {
    name: "stage_analytics",
    icon: Icon::Funnel,
    object: OPPORTUNITY.name,
    questions: &[
        ONE_PIPELINE,
        TEAM_ASKED,
        Question { name: "created_from", answer: Answers::Day(None) },
        Question { name: "created_to", answer: Answers::Day(None) },
        DAY_ASKED,
    ],
    facts: facts::FACTS,
    sheets: tables::SHEETS,
    tell,
};

fn tell(gate: &mut Gate<'_>, wish: &Wish) -> Outcome<Told> {
    let Some(pipeline) = pipeline(gate, wish)? else {
        return Ok(Told { parts: vec![ReportPart::Note("report-note-no-pipeline", Vec::new())] });
    };
    let past = scope::past_asked(gate, wish);
    let day = past.map(|(day, _)| day);
    let which = journeys::Which {
        like: wish.filter.clone(),
        created: (wish.day("created_from"), wish.day("created_to")),
        until: past.map(|(_, at)| at),
    };
    let asked = which.filter(gate, pipeline.id);
    let Some(counted) = counted::of(gate, &pipeline, &which)? else {
        return Ok(Told { parts: vec![ReportPart::Note("report-note-no-stages", Vec::new())] });
    };
    let Counted { stages: counted, events, deals, unknown, strange } = counted;
    let tallies: Vec<_> = events.iter().map(|named| named.event).collect();
    let weighed = weigh(&counted, &tallies, SURE);
    let key = keys::Keys::new(&pipeline, &events, &weighed);
    let mut parts = vec![facts::told(&deals, &asked, day, &key)];
    let note =
        |key, deals: i64| (deals > 0).then(|| ReportPart::Note(key, vec![("deals", Said::Count(deals))]));
    parts.extend(note("report-note-without-history", unknown));
    parts.extend(note("report-note-strange-history", strange));
    parts.extend([
        tables::stages(&pipeline, &counted, key.marked()),
        tables::values(&pipeline, &counted, &asked, day),
        key.told(),
        ReportPart::Note("report-note-events", Vec::new()),
        tables::learned(&pipeline, &counted),
        tables::transitions(&pipeline, &counted),
    ]);
    Ok(Told { parts })
}

/// The pipeline that is asked about; the first where none is said, and none where there is none.
pub(super) fn pipeline(gate: &mut Gate<'_>, wish: &Wish) -> Outcome<Option<Pipeline>> {
    let first = |gate: &mut Gate<'_>| -> Outcome<Option<Id>> {
        Ok(scope::pipelines(gate)?.first().and_then(|(key, _)| key.parse().ok()))
    };
    let id = match scope::pipeline(wish) {
        Some(id) => Some(id),
        None => first(gate)?,
    };
    id.map(|id| Pipeline::read(gate, id)).transpose()
}
