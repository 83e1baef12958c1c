//! What the asker can submit from here: their own forecast, and what they make of what rises from their team; each with
//! what the deals, or their people, come to.

use cordee_base::{Id, Money, Outcome};
use cordee_catalog::forecast_call::{
    BEST_CASE, COMMIT, COVERS, FORECAST_CALL, OWN_DEALS, PERIOD, PIPELINE, TEAM_DEALS,
};
use cordee_kit::{Begin, ReportPart};
use cordee_records::{Gate, Right, Scope};
use cordee_rules::rollup::Figures;
use cordee_schema::Draft;

use super::{Asked, Standing};

/// What can be begun; nothing for a period that is over, for an earlier day, or of some deals only.
pub fn told(gate: &mut Gate<'_>, asked: &Asked, standing: &Standing) -> Outcome<Option<ReportPart>> {
    let Ok(object) = gate.object(FORECAST_CALL.name) else { return Ok(None) };
    let may = gate.access().scope(object, Right::Create) != Scope::None;
    let over = asked.period.last() < gate.today();
    let whole = asked.day.is_none() && asked.filter.is_everything();
    let own = gate.actor().user_id().filter(|id| asked.people.contains(id));
    let Some(own) = own.filter(|own| may && !over && whole && asked.focus.is_none_or(|id| id == *own)) else {
        return Ok(None);
    };
    let team = asked.staff.led(own);
    let below = standing.tree.level(own).map(|level| level.below);
    let mut begun = Vec::new();
    if standing.sums.contains_key(&Some(own)) || team.is_empty() {
        begun.push(Begin {
            word: "report-begin-own-call",
            draft: draft(gate, asked, OWN_DEALS, &own_deals(standing, own)),
        });
    }
    if !team.is_empty() {
        let figures = below.unwrap_or_default();
        begun.push(Begin { word: "report-begin-team-call", draft: draft(gate, asked, TEAM_DEALS, &figures) });
    }
    Ok(Some(ReportPart::Begin(begun)))
}

fn own_deals(standing: &Standing, own: Id) -> Figures {
    standing.sums.get(&Some(own)).map(|sums| sums.figures).unwrap_or_default()
}

fn draft(gate: &Gate<'_>, asked: &Asked, covers: &str, figures: &Figures) -> Draft {
    let currency = gate.reading().currency;
    let amount = |minor: i128| Money::from_minor(i64::try_from(minor.max(0)).unwrap_or(i64::MAX), currency);
    Draft::new(&FORECAST_CALL)
        .with(PERIOD, asked.period.to_string())
        .with(COVERS, covers.to_owned())
        .with(COMMIT, amount(figures.commit))
        .with(BEST_CASE, amount(figures.best_case))
        .with(PIPELINE, amount(figures.pipeline))
}
