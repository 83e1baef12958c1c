//! What was done with a lead is part of what is done with the customer it becomes.

use cordee_base::{Id, Outcome};
use cordee_catalog::activity::{self, ACTIVITY};
use cordee_records::{Gate, Query};
use cordee_schema::{Draft, Filter, Path, Value};

/// Lets the activities of a lead lead to its account, contact and deal too, where they say nothing else.
pub fn carry_over(gate: &mut Gate<'_>, lead: Id, account: Id, contact: Id, deal: Option<Id>) -> Outcome<()> {
    let became = [
        (activity::ACCOUNT.name(), Some(account)),
        (activity::CONTACT.name(), Some(contact)),
        (activity::OPPORTUNITY.name(), deal),
    ];
    gate.as_engine("activities of a lead go with it", |gate| {
        for id in of_lead(gate, lead)? {
            let record = gate.get(&ACTIVITY, id)?;
            let mut draft = Draft::new(&ACTIVITY);
            for (field, became) in became {
                let empty = record.value(field).is_none_or(Value::is_none);
                if let Some(became) = became.filter(|_| empty) {
                    draft.set(field, Value::Link(became));
                }
            }
            gate.update(id, None, draft)?;
        }
        Ok(())
    })
}

fn of_lead(gate: &mut Gate<'_>, lead: Id) -> Outcome<Vec<Id>> {
    let Some(field) = ACTIVITY.field(activity::LEAD.name()) else { return Ok(Vec::new()) };
    let of_it = Filter::is(Path::field(&ACTIVITY, field), Value::Link(lead));
    let mut query = Query::of(&ACTIVITY).filter(of_it).limit(Query::MOST);
    query.fields = Some(vec![activity::LEAD.name()]);
    let mut found = Vec::new();
    loop {
        let page = gate.list(&query)?;
        found.extend(page.records.iter().map(|record| record.head.id));
        query.cursor = page.next;
        if query.cursor.is_none() {
            return Ok(found);
        }
    }
}
