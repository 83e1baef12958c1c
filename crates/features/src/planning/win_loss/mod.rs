//! Why deals are won, and why they are lost, to whom, and in which stage; and what was learnt from it.

mod lost;
mod reasons;
mod tables;

use cordee_base::{Date, Id, Moment, Outcome};
use cordee_catalog::opportunity::OPPORTUNITY;
use cordee_catalog::stage::{KIND, STAGE};
use cordee_kit::{Answers, Behind, Offered, Question, Report, Said, Told, Wish};
use cordee_records::Gate;
use cordee_rules::pipeline::State;
use cordee_schema::Filter;
use cordee_ui::Icon;

use super::periods;
use super::scope::{self, DAY_ASKED, PIPELINE_ASKED, TEAM_ASKED};
use cordee_catalog::deals;

/// The key that stands for lost deals of any stage, and that for deals that were never open.
const ANYWHERE: &str = "all";
const NOWHERE: &str = "never_open";

/// What was won and lost, and why. A period is that of the close; `lost_in` narrows the deals that are told one by one.
pub static WIN_LOSS: Report = Report {
    name: "win_loss",
    icon: Icon::Swords,
    object: OPPORTUNITY.name,
    questions: &[
        Question { name: "period", answer: Answers::Found(periods::choices_or_any) },
        DAY_ASKED,
        TEAM_ASKED,
        PIPELINE_ASKED,
        Question { name: "lost_in", answer: Answers::Found(stages) },
    ],
    facts: tables::FACTS,
    sheets: tables::SHEETS,
    tell,
};

fn tell(gate: &mut Gate<'_>, wish: &Wish) -> Outcome<Told> {
    let asked = Asked::read(gate, wish)?;
    let losses = lost::read(gate, &asked, Place::of(wish.option("lost_in")), tables::MOST)?;
    tables::told(gate, &asked, &losses)
}

/// The deals that are asked about, whatever became of them.
struct Asked {
    filter: Filter,
    pipeline: Option<Id>,
    /// Whether more is asked than the pipeline.
    narrows: bool,
    /// As it stood at the end of this day, and its end; none for now.
    past: Option<(Date, Moment)>,
}

impl Asked {
    fn read(gate: &mut Gate<'_>, wish: &Wish) -> Outcome<Asked> {
        let filter = scope::asked(wish);
        let period = wish.option("period").filter(|key| *key != periods::ANY);
        let narrows = period.is_some() || !wish.filter.is_everything();
        let filter = match period {
            Some(key) => {
                let period = periods::period(gate, Some(key))?;
                filter.and(deals::closing(period.first(), period.last()))
            }
            None => filter,
        };
        let past = scope::past_asked(gate, wish);
        Ok(Asked { filter, pipeline: scope::pipeline(wish), narrows, past })
    }

    /// The moment as of which it is asked.
    fn as_of(&self) -> Option<Moment> {
        self.past.map(|(_, at)| at)
    }

    /// The deals that are like this, as they stood then.
    fn behind(&self, like: Filter) -> Behind {
        Behind::Records(like.and(self.filter.clone()).text(), self.past.map(|(day, _)| day))
    }
}

/// In which stage deals were lost that are told one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Anywhere,
    Nowhere,
    In(Id),
}

impl Place {
    fn of(key: Option<&str>) -> Place {
        match key {
            Some(NOWHERE) => Place::Nowhere,
            Some(key) => key.parse().map_or(Place::Anywhere, Place::In),
            None => Place::Anywhere,
        }
    }

    fn holds(self, stage: Option<Id>) -> bool {
        match self {
            Place::Anywhere => true,
            Place::Nowhere => stage.is_none(),
            Place::In(id) => stage == Some(id),
        }
    }
}

/// The stages in which a deal can be lost, those of all pipelines.
fn stages(gate: &mut Gate<'_>) -> Outcome<Offered> {
    let mut all = vec![(ANYWHERE.to_owned(), Said::Word("report-asks-lost-in-all"))];
    if gate.object(STAGE.name).is_ok() {
        let stages = gate.whole_of(&STAGE)?;
        let open = |kind: Option<String>| kind.as_deref() == Some(State::Open.key());
        let ids: Vec<Id> =
            stages.iter().filter(|stage| open(stage.get(KIND))).map(|stage| stage.head.id).collect();
        let seen = super::titles::Titles::of(gate, STAGE.name, ids.iter().copied())?;
        all.extend(ids.into_iter().map(|id| (id.to_string(), seen.text(id))));
    }
    all.push((NOWHERE.to_owned(), Said::Word("report-win-loss-never-open")));
    Ok(all)
}
