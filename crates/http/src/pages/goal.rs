//! How far somebody is with what they are to reach: added up only once the page is there, so that nobody waits for it.

use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use cordee_base::{Decimal, Outcome, Percent, Problem};
use cordee_kit::{Reached, word_key};
use cordee_schema::{Filter, Object};
use cordee_ui::components::{Goal, GoalAsked, goal as draw};

use super::address::Address;
use super::reader::Reader;
use super::reports::report_path;
use super::visit::{Answered, Visit, to};

/// `GET /OBJECTS/board/goal?filter=…`: how far somebody is; without a script, the report that tells more of it.
pub(crate) async fn goal(visit: Visit, Path(plural): Path<String>) -> Answered {
    let partial = visit.asked.partial;
    let told = visit.read(move |reader| {
        let object = reader.object(&plural)?;
        let goal = reader.registry().goal(object).ok_or(Problem::NotFound)?;
        let narrowed = reader.narrowed(object);
        let reached = (goal.tell)(reader.gate, &narrowed.filter)?;
        reached.map(|reached| reader.goal_view(&reached)).transpose()
    });
    let view = told.await?;
    Ok(match (view, partial) {
        (Some(view), true) => Html(draw(&view).into_string()).into_response(),
        (None, true) => Html(String::new()).into_response(),
        (Some(view), false) => to(&Address::read(&view.href)),
        (None, false) => return Err(Problem::NotFound.into()),
    })
}

impl Reader<'_, '_> {
    /// Where it is asked how far somebody is with records of an object that are like this, if there is something to reach.
    pub(crate) fn goal_asked(
        &mut self,
        object: &'static Object,
        filter: &Filter,
    ) -> Outcome<Option<GoalAsked>> {
        let Some(goal) = self.registry().goal(object) else { return Ok(None) };
        if !(goal.is_set)(self.gate, filter)? {
            return Ok(None);
        }
        let asked = Address::of(format!("/{}/board/goal", object.plural)).with("filter", filter.text());
        Ok(Some(GoalAsked { label: self.word("goal-gap"), href: asked.to_string() }))
    }

    fn goal_view(&self, reached: &Reached) -> Outcome<Goal> {
        let report = self.report_at(reached.report)?;
        let href = Address::of(report_path(report));
        let href = reached.answers.iter().fold(href, |href, (name, answer)| href.with(name, answer));
        let fact = |fact: &cordee_kit::Fact| {
            (self.word(&word_key("report-fact", fact.name)), self.said_text(&fact.said))
        };
        let share = reached.share.map(|share| {
            let hundredths =
                (share * Decimal::ONE_HUNDRED).trunc().clamp(Decimal::ZERO, Decimal::ONE_HUNDRED);
            let said = self.locale.percent(Percent::new((share * Decimal::ONE_HUNDRED).trunc()));
            (u8::try_from(hundredths).unwrap_or(100), said)
        });
        Ok(Goal {
            whose: self.said_text(&reached.whose),
            period: reached.period.clone(),
            facts: reached.facts.iter().map(fact).collect(),
            share_label: share
                .as_ref()
                .map(|(_, said)| self.say("goal-reached", &[("share", said.as_str().into())])),
            share,
            href: href.to_string(),
        })
    }
}
