//! What somebody is to reach, above a board and in its months.

use cordee_base::{Date, Outcome};
use cordee_schema::{Filter, Object, Value};
use cordee_ui::screens::board::Board as View;

use super::super::grouped::Grouped;
use super::super::reader::Reader;
use super::columns::Place;

impl Reader<'_, '_> {
    /// Puts on a board where it is asked how far somebody is, if there is something to reach; and what is to be reached in
    /// each month, where its columns are months.
    pub(super) fn put_goal(
        &mut self,
        object: &'static Object,
        grouped: Grouped,
        places: &[Place],
        filter: &Filter,
        view: &mut View,
    ) -> Outcome<()> {
        let Some(goal) = self.registry().goal(object) else { return Ok(()) };
        view.goal = self.goal_asked(object, filter)?;
        if grouped.period().is_none() {
            return Ok(());
        }
        let month = |place: &Place| match place.value {
            Value::Date(first) => Some(first),
            _ => None,
        };
        let months: Vec<Date> = places.iter().filter_map(month).collect();
        let set = (goal.by_month)(self.gate, filter, &months)?;
        for (place, column) in places.iter().zip(&mut view.columns) {
            let said = set.iter().find(|(first, _)| month(place) == Some(*first));
            let amount = said.map(|(_, said)| self.said_text(said));
            column.goal = amount.map(|amount| self.say("goal-month", &[("amount", amount.as_str().into())]));
        }
        Ok(())
    }
}
