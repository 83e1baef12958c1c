//! The scoreboard of a team: its figures, a row for each person, and what stands out of theirs.

use cordee_base::{Decimal, Id};
use cordee_catalog::activity::ACTIVITY;
use cordee_catalog::deals;
use cordee_catalog::opportunity::OWNER;
use cordee_kit::{Behind, Drawn, Fact, ReportPart, Row, Said, Sheet, Wish};
use cordee_rules::pipeline::State;
use cordee_rules::proportion::Share;
use cordee_rules::scoreboard::{Judged, against, outstanding};
use cordee_rules::statistics::median;
use cordee_schema::{Filter, Value};

use super::Asked;
use super::figures::Figure;
use super::read::{Done, Person, closed_so, doer};
use crate::planning::stages::say;
use crate::planning::titles::Titles;

/// The figures that stand alone: of all people, or what stands out of one's.
pub const FACTS: &[&str] = &[
    "people",
    "done_in_all",
    "new_deals",
    "deals_won",
    "won_so_far",
    "won_of_closed",
    "cycle_median",
    "strongest",
    "weakest",
];

/// What each brought in and won.
pub static SCORE_SALES: Sheet = Sheet {
    name: "score_sales",
    columns: &[
        "person",
        "new_deals",
        "won",
        "lost",
        "win_rate",
        "won_value",
        "average_won",
        "cycle",
        "open_value",
        "attainment",
    ],
    drawn: Drawn::Bars(5),
    may_be_empty: true,
};

/// What each did.
pub static SCORE_ACTIVITY: Sheet = Sheet {
    name: "score_activity",
    columns: &["person", "calls", "emails", "meetings", "demos", "all_done", "per_day"],
    drawn: Drawn::Bars(5),
    may_be_empty: true,
};

/// What stands out of each person's figures.
pub static SCORE_STANDING: Sheet = Sheet {
    name: "score_standing",
    columns: &[
        "person",
        "strongest",
        "strongest_is",
        "strongest_usual",
        "weakest",
        "weakest_is",
        "weakest_usual",
    ],
    drawn: Drawn::Plain,
    may_be_empty: true,
};

/// The parts of the page.
pub fn told(wish: &Wish, asked: &Asked, people: &[Person], titles: &Titles) -> Vec<ReportPart> {
    // Who looks for leads has no deals to be held by.
    let sellers = people.iter().filter(|person| person.sells());
    let mut sales: Vec<Row> =
        sellers.map(|person| sales(wish, asked, person, titles.text(person.id))).collect();
    let mut activity: Vec<Row> =
        people.iter().map(|person| activity(asked, person, titles.text(person.id))).collect();
    let of_team = |figure: Figure| usual(figure, people, asked);
    if let Some(row) = typical(&of_team, people) {
        sales.push(row);
    }
    if let Some(row) = typically_done(&of_team, people) {
        activity.push(row);
    }
    let standing = people.iter().map(|person| standing(asked, people, person, titles.text(person.id)));
    vec![
        ReportPart::Facts(facts(people)),
        SCORE_SALES.with(sales),
        SCORE_ACTIVITY.with(activity),
        SCORE_STANDING.with(standing.collect()),
    ]
}

/// The median of a figure in the team; none of too few people.
pub fn usual(figure: Figure, people: &[Person], asked: &Asked) -> Option<Decimal> {
    against(Decimal::ZERO, &figure.team(people, asked)).map(|against| against.median)
}

/// What stands out of somebody's figures: the best and the weakest.
pub fn extremes(asked: &Asked, people: &[Person], person: &Person) -> (Option<Figure>, Option<Figure>) {
    let judged: Vec<(Figure, Judged)> = Figure::ALL
        .into_iter()
        .filter_map(|figure| Some((figure, figure.judged(person, people, asked)?)))
        .collect();
    let (best, weakest) = outstanding(&judged.iter().map(|(_, judged)| *judged).collect::<Vec<_>>());
    let figure = |place: Option<usize>| place.and_then(|place| judged.get(place)).map(|(figure, _)| *figure);
    (figure(best), figure(weakest))
}

/// The deals of somebody that were won in the period.
pub fn won_by(wish: &Wish, asked: &Asked, person: Id) -> Behind {
    let theirs = Filter::is(deals::of(OWNER), Value::Link(person));
    Behind::Records(closed_so(wish, asked, State::is_won).and(theirs).text(), None)
}

fn facts(people: &[Person]) -> Vec<Fact> {
    let fact = |name, said| Fact { name, said, behind: None };
    let sum = |of: fn(&Person) -> u64| people.iter().map(of).sum::<u64>();
    let cycles: Vec<(Decimal, u64)> = people.iter().flat_map(|person| person.cycles.clone()).collect();
    let closed = Share { yes: sum(|person| person.won), no: sum(|person| person.lost) };
    vec![
        fact("people", Said::count(people.len())),
        fact("done_in_all", Said::count(sum(|person| person.done.all()))),
        fact("new_deals", Said::count(sum(|person| person.new_deals))),
        fact("deals_won", Said::count(closed.yes)),
        fact("won_so_far", Said::Money(people.iter().map(|person| person.won_minor).sum())),
        fact("won_of_closed", say::share(closed)),
        fact("cycle_median", Said::or_none(median(&cycles), Said::Days)),
    ]
}

fn sales(wish: &Wish, asked: &Asked, person: &Person, name: Said) -> Row {
    let say = |figure: Figure| figure.say(figure.of(person, asked));
    Row::of(vec![
        name,
        Said::count(person.new_deals),
        Said::count(person.won),
        Said::count(person.lost),
        say(Figure::WinRate),
        say(Figure::WonValue),
        say(Figure::AverageWon),
        say(Figure::Cycle),
        say(Figure::Open),
        say(Figure::Attainment),
    ])
    .behind(won_by(wish, asked, person.id))
}

fn activity(asked: &Asked, person: &Person, name: Said) -> Row {
    let Done { calls, emails, meetings, demos } = person.done;
    let row = Row::of(vec![
        name,
        Said::count(calls),
        Said::count(emails),
        Said::count(meetings),
        Said::count(demos),
        Said::count(person.done.all()),
        Figure::PerDay.say(Figure::PerDay.of(person, asked)),
    ]);
    match &asked.deeds {
        Some(deeds) => row.behind(Behind::Others(ACTIVITY.name, deeds.clone().and(doer(person.id)).text())),
        None => row,
    }
}

/// What is usual in the team.
fn typical(usual: &dyn Fn(Figure) -> Option<Decimal>, people: &[Person]) -> Option<Row> {
    let lost: Vec<Decimal> =
        people.iter().filter(|person| person.sells()).map(|person| person.lost.into()).collect();
    let lost = against(Decimal::ZERO, &lost)?.median;
    let say = |figure: Figure| figure.say(usual(figure));
    let row = vec![
        Said::Word("report-scoreboard-median"),
        say(Figure::NewDeals),
        say(Figure::Won),
        Said::Number(lost),
        say(Figure::WinRate),
        say(Figure::WonValue),
        say(Figure::AverageWon),
        say(Figure::Cycle),
        say(Figure::Open),
        say(Figure::Attainment),
    ];
    Some(Row::named("median", row).whole())
}

fn typically_done(usual: &dyn Fn(Figure) -> Option<Decimal>, people: &[Person]) -> Option<Row> {
    let median = |of: fn(Done) -> u64| {
        let all: Vec<Decimal> = people.iter().map(|person| of(person.done).into()).collect();
        against(Decimal::ZERO, &all).map(|against| Said::Number(against.median))
    };
    let row = vec![
        Said::Word("report-scoreboard-median"),
        median(|done| done.calls)?,
        median(|done| done.emails)?,
        median(|done| done.meetings)?,
        median(|done| done.demos)?,
        median(Done::all)?,
        Figure::PerDay.say(usual(Figure::PerDay)),
    ];
    Some(Row::named("median", row).whole())
}

fn standing(asked: &Asked, people: &[Person], person: &Person, name: Said) -> Row {
    let (best, weakest) = extremes(asked, people, person);
    let cells = |figure: Option<Figure>| match figure {
        Some(figure) => [
            Said::Word(figure.word()),
            figure.say(figure.of(person, asked)),
            figure.say(usual(figure, people, asked)),
        ],
        None => [Said::Word("report-scoreboard-nothing"), Said::Nothing, Said::Nothing],
    };
    let cells = [name].into_iter().chain(cells(best)).chain(cells(weakest));
    Row::of(cells.collect()).behind(Behind::Asking("person", person.id.to_string()))
}
