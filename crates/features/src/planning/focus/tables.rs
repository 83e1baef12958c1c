//! What to work on, what to give up, and how much is at risk for which reason.

use cordee_base::{Id, Outcome};
use cordee_catalog::opportunity::OPPORTUNITY;
use cordee_catalog::stage::STAGE;
use cordee_kit::{Behind, Drawn, ReportPart, Row, Said, Sheet};
use cordee_records::Gate;
use cordee_records::system::user::USER;
use cordee_rules::focus::Against;

use super::RISKS as REASONS;
use super::deals::{Focus, Weighed};
use crate::planning::odds::say;
use crate::planning::titles::Titles;

/// So many deals are shown to be worked on, and to be given up.
const SHOWN: usize = 50;

/// What is worth work now.
pub static FOCUS_DEALS: Sheet = Sheet {
    name: "focus_deals",
    columns: &["deal", "stage", "person", "amount", "likely", "leverage", "signal", "score"],
    drawn: Drawn::Bars(7),
    may_be_empty: true,
};

/// What is better given up, or brought to life.
pub static WEAK_DEALS: Sheet = Sheet {
    name: "weak_deals",
    columns: &["deal", "stage", "person", "amount", "likely", "closes", "against"],
    drawn: Drawn::Map { across: 5, up: 3 },
    may_be_empty: true,
};

/// How much is at risk, by reason.
pub static RISKS: Sheet = Sheet {
    name: "risks",
    columns: &["risk", "deals", "amount", "share_open"],
    drawn: Drawn::Bars(2),
    may_be_empty: true,
};

/// How the records of a table are called.
struct Names {
    deals: Titles,
    stages: Titles,
    people: Titles,
}

impl Names {
    fn of(gate: &mut Gate<'_>, shown: &[&Weighed<'_>]) -> Outcome<Names> {
        let owners = || shown.iter().filter_map(|deal| deal.open.stood.owner);
        Ok(Names {
            deals: Titles::of(gate, OPPORTUNITY.name, shown.iter().map(|deal| deal.open.id()))?,
            stages: Titles::of(gate, STAGE.name, shown.iter().map(|deal| deal.open.stood.stage))?,
            people: Titles::of(gate, USER.name, owners())?,
        })
    }

    /// Deal, stage, owner, amount, probability.
    fn begin(&self, deal: &Weighed<'_>) -> Vec<Said> {
        let stood = &deal.open.stood;
        let person = |id: Id| self.people.text(id);
        vec![
            self.deals.record(deal.open.id()),
            self.stages.text(stood.stage),
            stood.owner.map_or(Said::Word("none"), person),
            Said::or_none(stood.minor, Said::minor),
            say::probability(deal.open.told.probability()),
        ]
    }

    fn row(&self, deal: &Weighed<'_>, more: impl IntoIterator<Item = Said>) -> Row {
        let cells = self.begin(deal).into_iter().chain(more).collect();
        Row::of(cells).behind(Behind::Record(OPPORTUNITY.name, deal.open.id()))
    }
}

/// The deals worth most work: no weak ones, and none that can't be weighed.
pub fn focus(gate: &mut Gate<'_>, focus: &Focus<'_>) -> Outcome<ReportPart> {
    let worth = |deal: &&Weighed<'_>| !deal.ranked.weak && deal.ranked.score.is_some();
    let shown: Vec<&Weighed<'_>> = focus.all().filter(worth).take(SHOWN).collect();
    let names = Names::of(gate, &shown)?;
    let row = |deal: &&Weighed<'_>| {
        let leverage = deal.open.told.probability().leverage();
        let signal = if deal.signal { Said::Word("report-signal-fresh") } else { Said::Nothing };
        let score = Said::or_none(deal.ranked.score, Said::about);
        names.row(deal, [Said::measured(leverage, Said::Ratio), signal, score])
    };
    Ok(FOCUS_DEALS.with(shown.iter().map(row).collect()))
}

/// The weak deals, those worth most first; or all against which this speaks.
pub fn weak(gate: &mut Gate<'_>, focus: &Focus<'_>, risk: Option<&str>) -> Outcome<ReportPart> {
    let told = |deal: &&Weighed<'_>| match risk {
        Some(risk) => deal.ranked.against.iter().any(|against| name(*against) == risk),
        None => deal.ranked.weak,
    };
    let mut shown: Vec<&Weighed<'_>> = focus.all().filter(told).collect();
    shown.sort_by_key(|deal| std::cmp::Reverse(deal.open.stood.minor));
    shown.truncate(SHOWN);
    let names = Names::of(gate, &shown)?;
    let row = |deal: &&Weighed<'_>| {
        let against = deal.ranked.against.iter().map(|against| said(*against)).collect();
        let closes = Said::or_none(deal.open.stood.expected, Said::Day);
        names.row(deal, [closes, Said::Several(against)])
    };
    Ok(WEAK_DEALS.with(shown.iter().map(row).collect()))
}

/// How many deals, and how much, each reason speaks against; a deal counts with each of its reasons.
pub fn risks(focus: &Focus<'_>) -> ReportPart {
    let worth = |deal: &Weighed<'_>| deal.open.stood.minor.map_or(0, i128::from);
    let all: i128 = focus.all().map(worth).sum();
    let row = |risk: &&'static str| {
        let at_risk = focus.all().filter(|deal| deal.ranked.against.iter().any(|one| name(*one) == *risk));
        let (deals, minor) = at_risk.fold((0, 0), |(deals, minor), deal| (deals + 1, minor + worth(deal)));
        let share = (all > 0).then(|| minor as f64 / all as f64);
        let cells = vec![
            Said::Named("asks-risk", risk),
            Said::Count(deals),
            Said::minor(minor),
            Said::measured(share, Said::Ratio),
        ];
        Row::named(risk, cells).behind(Behind::Asking("risk", (*risk).to_owned()))
    };
    let any = focus.all().next().is_some();
    RISKS.with(REASONS.iter().skip(1).filter(|_| any).map(row).collect())
}

/// What a reason is called where it is asked for.
fn name(against: Against) -> &'static str {
    match against {
        Against::Unlikely => "unlikely",
        Against::Aged(..) => "aged",
        Against::Silent(_) => "silent",
        Against::Slips(_) => "slips",
        Against::NoNextStep => "no_next_step",
    }
}

fn said(against: Against) -> Said {
    let number = |number: u32| Said::count(number);
    match against {
        Against::Unlikely => Said::Word("report-against-unlikely"),
        Against::Aged(days, usual) => {
            Said::Sentence("report-against-aged", vec![("days", number(days)), ("usual", number(usual))])
        }
        Against::Silent(days) => Said::Sentence("report-against-silent", vec![("days", number(days))]),
        Against::Slips(times) => Said::Sentence("report-against-slips", vec![("times", number(times))]),
        Against::NoNextStep => Said::Word("report-against-no-next-step"),
    }
}
