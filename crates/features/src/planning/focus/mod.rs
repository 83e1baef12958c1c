//! The deals worth work now, and the weak ones that are better given up early; what is at risk, and why.

mod deals;
mod tables;

use cordee_base::Outcome;
use cordee_catalog::opportunity::OPPORTUNITY;
use cordee_kit::{Answers, Fact, Question, Report, ReportPart, Said, Told, Wish};
use cordee_records::Gate;
use cordee_ui::Icon;

use super::odds::{self, learned::Learned, open};
use super::scope::{self, DAY_ASKED, OWNER_ASKED, PIPELINE_ASKED, TEAM_ASKED};
use deals::{Focus, Plans};

/// What may speak against a deal, as it is asked for.
const RISKS: &[&str] = &["all", "unlikely", "aged", "silent", "slips", "no_next_step"];

/// What to work on.
pub static FOCUS: Report = Report {
    name: "focus",
    icon: Icon::ListChecks,
    object: OPPORTUNITY.name,
    questions: &[
        DAY_ASKED,
        TEAM_ASKED,
        OWNER_ASKED,
        PIPELINE_ASKED,
        Question { name: "risk", answer: Answers::OneOf(RISKS) },
    ],
    facts: &["deals_open", "signals", "weak", "weak_value"],
    sheets: &[&tables::FOCUS_DEALS, &tables::WEAK_DEALS, &tables::RISKS],
    tell,
};

fn tell(gate: &mut Gate<'_>, wish: &Wish) -> Outcome<Told> {
    let past = scope::past_asked(gate, wish);
    let at = past.map_or(gate.now(), |(_, at)| at);
    let mut learned = Learned::read(gate, at)?;
    let asked = scope::asked(wish);
    let open = open::read(gate, &mut learned, &asked, at)?;
    let plans = match past {
        Some(_) => Plans::default(),
        None => Plans::read(gate, &asked)?,
    };
    let focus = Focus::weigh(&learned, &open, &plans, at);
    let risk = wish.option("risk").filter(|risk| *risk != RISKS[0]);
    let mut parts = vec![facts(&focus)];
    parts.extend(past.map(|_| ReportPart::Note("report-note-no-plans", Vec::new())));
    parts.extend(odds::unlearned(&learned));
    let weak = tables::weak(gate, &focus, risk)?.standing_on(past.map(|(day, _)| day));
    parts.extend([tables::focus(gate, &focus)?, weak, tables::risks(&focus)]);
    Ok(Told { parts })
}

fn facts(focus: &Focus<'_>) -> ReportPart {
    let fact = |name, said| Fact { name, said, behind: None };
    let weak = || focus.all().filter(|deal| deal.ranked.weak);
    let value = weak().filter_map(|deal| deal.open.stood.minor).map(i128::from).sum::<i128>();
    ReportPart::Facts(vec![
        fact("deals_open", Said::count(focus.all().count())),
        fact("signals", Said::count(focus.all().filter(|deal| deal.signal).count())),
        fact("weak", Said::count(weak().count())),
        fact("weak_value", Said::minor(value)),
    ])
}
