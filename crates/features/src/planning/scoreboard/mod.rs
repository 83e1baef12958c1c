//! The team's scoreboard: what each person did, brought in and won in a period, against what is usual in the team; and
//! one person's figures beside it, as a coach looks at them.

mod coaching;
mod figures;
mod read;
mod tables;

use std::collections::HashSet;

use cordee_base::{Date, Fault, Id, Outcome};
use cordee_catalog::opportunity::OPPORTUNITY;
use cordee_kit::{Answers, Offered, Question, Report, ReportPart, Said, Told, Wish};
use cordee_records::Gate;
use cordee_records::system::user::USER;
use cordee_rules::fiscal::Period;
use cordee_rules::scoreboard::{ENOUGH, working_days};
use cordee_schema::Filter;
use cordee_ui::Icon;

use super::periods;
use super::scope::{self, PIPELINE_ASKED};
use super::staff::Staff;
use super::titles::Titles;

/// The key that stands for all teams, and for all people of the team.
const ALL: &str = "all";

/// Everybody's figures, or one person's, against the team's median.
pub static SCOREBOARD: Report = Report {
    name: "scoreboard",
    icon: Icon::Users,
    object: OPPORTUNITY.name,
    questions: &[
        Question { name: "period", answer: Answers::Found(periods::choices) },
        Question { name: "team", answer: Answers::Found(scope::teams_or_all) },
        Question { name: "person", answer: Answers::Found(people) },
        PIPELINE_ASKED,
    ],
    facts: tables::FACTS,
    sheets: &[
        &coaching::COACHING,
        &coaching::COACHING_STAGES,
        &tables::SCORE_SALES,
        &tables::SCORE_ACTIVITY,
        &tables::SCORE_STANDING,
    ],
    tell,
};

/// What is asked, and from where it is looked at.
struct Asked {
    period: Period,
    /// The team, with those below it; none for everybody.
    team: Option<Id>,
    /// The people of it.
    members: Option<HashSet<Id>>,
    /// Who is looked at alone.
    person: Option<Id>,
    /// How many working days of the period there have been.
    working_days: i64,
    /// The last day of a period that is over: what was open is told as of it.
    ended: Option<Date>,
    /// What is done in the period; none where activities may not be seen.
    deeds: Option<Filter>,
    /// Deals that were made in the period.
    created: Filter,
}

impl Asked {
    fn read(gate: &mut Gate<'_>, wish: &Wish) -> Outcome<Asked> {
        let period = periods::period(gate, wish.option("period"))?;
        let id = |name| wish.option(name).and_then(|key| key.parse().ok());
        let (team, person) = (id("team"), id("person"));
        let staff = Staff::read(gate)?;
        let members = team.map(|team| staff.people_below(team));
        let stranger = |id: &Id| members.as_ref().is_some_and(|members| !members.contains(id));
        if let Some(stranger) = person.filter(stranger) {
            let name = staff.person(stranger).map(|person| person.name.clone()).unwrap_or_default();
            return Err(Fault::at("person", "error-scoreboard-stranger").with("name", name).into());
        }
        let today = gate.today();
        Ok(Asked {
            team,
            members,
            person,
            working_days: working_days(period.first(), period.last().min(today)),
            ended: (period.last() < today).then(|| period.last()),
            deeds: read::deeds(gate, &period)?,
            created: scope::created(gate, Some(period.first()), Some(period.last())),
            period,
        })
    }

    /// Whether somebody's figures are told.
    fn is_member(&self, person: Id) -> bool {
        self.members.as_ref().is_none_or(|members| members.contains(&person))
    }
}

fn tell(gate: &mut Gate<'_>, wish: &Wish) -> Outcome<Told> {
    let asked = Asked::read(gate, wish)?;
    let people = read::people(gate, wish, &asked)?;
    let titles = Titles::of(gate, USER.name, people.iter().map(|person| person.id))?;
    let mut parts = Vec::new();
    if people.len() < ENOUGH {
        let names = vec![("people", Said::count(people.len())), ("enough", Said::count(ENOUGH))];
        parts.push(ReportPart::Note("report-scoreboard-few", names));
    }
    match asked.person {
        Some(person) => parts.extend(coaching::told(gate, wish, &asked, &people, person)?),
        None => parts.extend(tables::told(wish, &asked, &people, &titles)),
    }
    Ok(Told { parts })
}

/// All people, and each who works here and whom the asker may see.
fn people(gate: &mut Gate<'_>) -> Outcome<Offered> {
    let staff = Staff::read(gate)?;
    let mut all = vec![(ALL.to_owned(), Said::Word("report-scoreboard-all-people"))];
    if let Ok(object) = gate.object(USER.name) {
        let ids: Vec<Id> = staff.active().map(|person| person.id).collect();
        let mut hits = gate.titles(object, &ids)?;
        hits.sort_by(|one, other| one.title.cmp(&other.title));
        all.extend(hits.into_iter().map(|hit| (hit.id.to_string(), Said::Text(hit.title))));
    }
    Ok(all)
}
