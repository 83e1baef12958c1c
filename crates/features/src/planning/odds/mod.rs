//! How likely each open deal is won and when, learned from the company's own closed deals; and how well that would have
//! foretold the latest of them.

mod glimpse;
pub mod learned;
pub mod lives;
mod lore;
pub mod open;
pub mod say;
mod tested;

use cordee_base::{Date, Outcome};
use cordee_catalog::opportunity::OPPORTUNITY;
use cordee_catalog::stage::STAGE;
use cordee_kit::{Answers, Behind, Drawn, Fact, Question, Report, ReportPart, Row, Said, Sheet, Told, Wish};
use cordee_records::Gate;
use cordee_rules::fiscal::Period;
use cordee_ui::Icon;

use super::periods;
use super::scope::{self, DAY_ASKED, OWNER_ASKED, PIPELINE_ASKED, TEAM_ASKED};
use super::titles::Titles;
use learned::Learned;
use open::Open;

pub use glimpse::GLIMPSE;

/// So many deals are shown, those that weigh most.
const SHOWN: usize = 200;

/// How likely open deals are won.
pub static WIN_PROBABILITY: Report = Report {
    name: "win_probability",
    icon: Icon::Target,
    object: OPPORTUNITY.name,
    questions: &[
        Question { name: "period", answer: Answers::Found(periods::choices) },
        DAY_ASKED,
        PIPELINE_ASKED,
        TEAM_ASKED,
        OWNER_ASKED,
    ],
    facts: &["deals_open", "value_set", "value_learned", "value_within", "learned_won", "learned_lost"],
    sheets: &[&LIKELY_DEALS, &tested::ODDS_TESTED, &tested::CALIBRATION],
    tell,
};

/// Deal by deal, what weighs most first.
static LIKELY_DEALS: Sheet = Sheet {
    name: "likely_deals",
    columns: &["deal", "stage", "amount", "set_odds", "learned_odds", "within", "likely_close", "reasons"],
    drawn: Drawn::Plain,
    may_be_empty: true,
};

fn tell(gate: &mut Gate<'_>, wish: &Wish) -> Outcome<Told> {
    let period = periods::period(gate, wish.option("period"))?;
    let (today, at) = scope::past_asked(gate, wish).unwrap_or((gate.today(), gate.now()));
    let mut learned = Learned::read(gate, at)?;
    let asked = scope::asked(wish);
    let mut open = open::read(gate, &mut learned, &asked, at)?;
    let weight = |deal: &Open| deal.told.probability().get() * deal.stood.minor.unwrap_or_default() as f64;
    open.sort_by(|one, other| weight(other).total_cmp(&weight(one)).then(one.id().cmp(&other.id())));
    let mut parts = vec![facts(&learned, &open, days_to(&period, today))];
    parts.extend(unlearned(&learned));
    if open.len() > SHOWN {
        let counts = vec![("shown", Said::count(SHOWN)), ("deals", Said::count(open.len()))];
        parts.push(ReportPart::Note("report-note-shown", counts));
    }
    parts.push(deals(gate, &learned, &open, &period, today)?);
    parts.extend(tested::told(&learned));
    Ok(Told { parts })
}

/// That there are too few closed deals to learn from, where there are.
pub fn unlearned(learned: &Learned) -> Option<ReportPart> {
    let few = learned.odds.as_ref().err()?;
    let named = [("won", few.won), ("lost", few.lost), ("needed", few.needed)];
    let named = named.map(|(name, count)| (name, Said::count(count)));
    Some(ReportPart::Note("report-note-unlearned", named.to_vec()))
}

/// In how many days the period begins and ends, counted from a day; none where it is over.
pub fn days_to(period: &Period, today: Date) -> Option<(u32, u32)> {
    let days = |day: Date| u32::try_from((day - today).get_days()).ok();
    let end = days(period.last())?;
    // What happens today lies between none and one.
    Some((days(period.first()).unwrap_or(0), end + 1))
}

fn facts(learned: &Learned, open: &[Open], within: Option<(u32, u32)>) -> ReportPart {
    let sum = |share: &dyn Fn(&Open) -> Option<f64>| {
        let worth = open.iter().filter_map(|deal| Some(share(deal)? * deal.stood.minor? as f64));
        Said::about(worth.sum())
    };
    let won = |deal: &Open| {
        let (from, to) = within?;
        Some(learned.won_between(&deal.told, from, to)?.get())
    };
    let of = learned.odds.as_ref().ok().map(cordee_rules::odds::Odds::learned_of);
    let fact = |name, said| Fact { name, said, behind: None };
    ReportPart::Facts(vec![
        fact("deals_open", Said::count(open.len())),
        fact("value_set", sum(&|deal| Some(deal.told.known.set.get()))),
        fact("value_learned", sum(&|deal| Some(deal.told.explained.as_ref()?.probability.get()))),
        fact("value_within", if within.is_some() { sum(&won) } else { Said::NoData }),
        fact("learned_won", Said::or_none(of, |(won, _)| Said::count(won))),
        fact("learned_lost", Said::or_none(of, |(_, lost)| Said::count(lost))),
    ])
}

fn deals(
    gate: &mut Gate<'_>,
    learned: &Learned,
    open: &[Open],
    period: &Period,
    today: Date,
) -> Outcome<ReportPart> {
    let shown = &open[..open.len().min(SHOWN)];
    let titles = Titles::of(gate, OPPORTUNITY.name, shown.iter().map(Open::id))?;
    let stages = Titles::of(gate, STAGE.name, shown.iter().map(|deal| deal.stood.stage))?;
    let within = days_to(period, today);
    let row = |deal: &Open| {
        let told = &deal.told;
        let won = within.and_then(|(from, to)| learned.won_between(told, from, to));
        let close = told.days_left.map(|days| after(today, days));
        let explained = told.explained.as_ref();
        Row::of(vec![
            titles.record(deal.id()),
            stages.text(deal.stood.stage),
            Said::or_none(deal.stood.minor, Said::minor),
            say::probability(told.known.set),
            Said::or_none(explained, |explained| say::probability(explained.probability)),
            Said::or_none(won, say::probability),
            Said::or_none(close, Said::Day),
            say::reasons(told, &stages),
        ])
        .behind(Behind::Record(OPPORTUNITY.name, deal.id()))
    };
    Ok(LIKELY_DEALS.with(shown.iter().map(row).collect()))
}

/// So many days after a day.
fn after(day: Date, days: u32) -> Date {
    let span = jiff::Span::new().try_days(i64::from(days));
    span.map_or(day, |span| day.saturating_add(span))
}
