//! After a win its account is a customer, since the day of the first deal that it bought.

use std::collections::BTreeMap;

use cordee_base::{Date, Id, Outcome, Problem};
use cordee_catalog::account::{ACCOUNT, CUSTOMER_SINCE, LIFECYCLE};
use cordee_catalog::opportunity::{self, ACTUAL_CLOSE_DATE, CLOSE_DATE, OPPORTUNITY, STATE};
use cordee_records::{Change, Gate, Query, Sort};
use cordee_rules::pipeline::State;
use cordee_schema::{Draft, Filter, Path, Record, Value};

/// What a deal says of its account: this one bought on this day.
type Win = (Id, Date);

/// Follows deals that were written.
pub fn follow(gate: &mut Gate<'_>, written: &[(Id, Change<'_>)]) -> Outcome<()> {
    // Of many deals written down at once only the first win of each account says something.
    let mut first: BTreeMap<Id, Date> = BTreeMap::new();
    for (_, change) in written {
        let now =
            win(change.after(STATE), change.after(opportunity::ACCOUNT), change.after(ACTUAL_CLOSE_DATE));
        match change.before {
            Some(deal) => turned(gate, deal, now)?,
            None => {
                let Some((account, day)) = now else { continue };
                first.entry(account).and_modify(|known| *known = day.min(*known)).or_insert(day);
            }
        }
    }
    if first.is_empty() {
        return Ok(());
    }
    gate.as_engine("accounts are customers by their first win", |gate| {
        first.into_iter().try_for_each(|(account, day)| bought(gate, account, day, false))
    })
}

/// Follows a deal that was changed: what it said of an account, and what it says now.
fn turned(gate: &mut Gate<'_>, deal: &Record, now: Option<Win>) -> Outcome<()> {
    let was = win(deal.get(STATE), deal.get(opportunity::ACCOUNT), deal.get(ACTUAL_CLOSE_DATE));
    if now == was {
        return Ok(());
    }
    gate.as_engine("an account becomes a customer by its first win", |gate| {
        if let Some((account, day)) = was {
            bought_no_more(gate, account, day)?;
        }
        if let Some((account, day)) = now {
            bought(gate, account, day, true)?;
        }
        Ok(())
    })
}

fn win(state: Option<String>, account: Option<Id>, day: Option<Date>) -> Option<Win> {
    let won = State::named(&state?)?.is_won();
    account.zip(day).filter(|_| won)
}

/// A deal written down as won tells of the past, so it makes no customer of who has ceased to be one; a win now does.
fn bought(gate: &mut Gate<'_>, account: Id, day: Date, now: bool) -> Outcome<()> {
    let Some(record) = seen(gate, account)? else { return Ok(()) };
    let mut draft = Draft::new(&ACCOUNT);
    let lifecycle = record.get(LIFECYCLE);
    if now || lifecycle.as_deref() != Some("former") {
        draft = draft.with(LIFECYCLE, "customer".to_owned());
    }
    let since = record.get(CUSTOMER_SINCE).filter(|since| *since <= day).unwrap_or(day);
    keep(gate, &record, draft.with(CUSTOMER_SINCE, since))
}

/// A deal is won no more, or not by this account: if it was the first, another is now, or none.
fn bought_no_more(gate: &mut Gate<'_>, account: Id, day: Date) -> Outcome<()> {
    let Some(record) = seen(gate, account)? else { return Ok(()) };
    if record.get(CUSTOMER_SINCE) != Some(day) {
        return Ok(());
    }
    let first = first_win(gate, account)?;
    let mut draft = Draft::new(&ACCOUNT);
    draft.set(CUSTOMER_SINCE.name(), first.map_or(Value::None, Value::Date));
    if first.is_none() && record.get(LIFECYCLE).as_deref() == Some("customer") {
        draft = draft.with(LIFECYCLE, "prospect".to_owned());
    }
    keep(gate, &record, draft)
}

/// The account, if it is not in the trash.
fn seen(gate: &mut Gate<'_>, account: Id) -> Outcome<Option<Record>> {
    match gate.glance(&ACCOUNT, account, &[LIFECYCLE.name(), CUSTOMER_SINCE.name()]) {
        Ok(record) => Ok(Some(record)),
        Err(Problem::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

/// Writes what is different; mostly nothing is.
fn keep(gate: &mut Gate<'_>, record: &Record, draft: Draft) -> Outcome<()> {
    let differs = draft.fields().any(|(field, value)| record.value(field.name) != Some(value));
    if differs { gate.update(record.head.id, None, draft).map(|_| ()) } else { Ok(()) }
}

/// The day of the account's first win.
fn first_win(gate: &mut Gate<'_>, account: Id) -> Outcome<Option<Date>> {
    let path = |name| OPPORTUNITY.field(name).map(|field| Path::field(&OPPORTUNITY, field));
    let (Some(of), Some(state)) = (path(opportunity::ACCOUNT.name()), path(STATE.name())) else {
        return Ok(None);
    };
    let won = State::ALL.into_iter().filter(|(_, state)| state.is_won());
    let won = won.map(|(key, _)| Filter::is(state.clone(), Value::Text(key.to_owned())));
    let mut query = Query::of(&OPPORTUNITY)
        .filter(Filter::is(of, Value::Link(account)))
        .filter(Filter::Any(won.collect()))
        .limit(1);
    query.sort = vec![Sort { field: CLOSE_DATE.name(), descending: false }];
    let page = gate.list(&query)?;
    Ok(page.records.first().and_then(|deal| deal.get(ACTUAL_CLOSE_DATE)))
}
