//! The open deals as likely to be won in the period as was learned of such deals, whenever they are said to close.

use cordee_base::{Moment, Outcome};
use cordee_kit::ReportPart;
use cordee_records::Gate;
use cordee_rules::outlook::Candidate;

use super::Asked;
use super::chance::Standing;
use crate::planning::odds::{days_to, learned::Learned, open, unlearned};

/// All open deals that are asked about; those of the period as they are set, and a note, where there is too little to
/// learn from.
pub fn open(
    gate: &mut Gate<'_>,
    asked: &Asked,
    standing: &Standing,
) -> Outcome<(Vec<Candidate>, Option<ReportPart>)> {
    let at = asked.moment(gate);
    let mut learned = Learned::read(gate, at)?;
    match unlearned(&learned) {
        Some(note) => Ok((standing.open.clone(), Some(note))),
        None => Ok((candidates(gate, &mut learned, asked, at)?, None)),
    }
}

/// The open deals that may be won in the period, as likely as was learned.
pub fn candidates(
    gate: &mut Gate<'_>,
    learned: &mut Learned,
    asked: &Asked,
    at: Moment,
) -> Outcome<Vec<Candidate>> {
    let Some((from, to)) = days_to(&asked.period, asked.today(gate)) else { return Ok(Vec::new()) };
    let open = open::read(gate, learned, &asked.all, at)?;
    let candidate = |deal: &open::Open| {
        let minor = deal.stood.minor.filter(|minor| *minor != 0)?;
        Some(Candidate { deal: deal.id(), probability: learned.won_between(&deal.told, from, to)?, minor })
    };
    Ok(open.iter().filter_map(candidate).collect())
}
