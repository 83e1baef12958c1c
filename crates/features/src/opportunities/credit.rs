//! When a share in the credit for a deal is written: it is a share of what is left beside the others, and nobody has two.

use cordee_base::{Fault, Id, Outcome, Percent};
use cordee_catalog::credit_split::{CREDIT_SPLIT, OPPORTUNITY, PERSON, SHARE, TITLE};
use cordee_kit::Hook;
use cordee_records::system::user::{NAME, USER};
use cordee_records::{Change, Gate};
use cordee_rules::credit::{self, ShareError};
use cordee_schema::{Record, Value};

/// The hook of shares in the credit.
pub const HOOK: Hook = Hook { object: CREDIT_SPLIT.name, before: Some(before), after: None };

fn before(gate: &mut Gate<'_>, change: &mut Change<'_>) -> Outcome<()> {
    // The checks tell of what is missing.
    let (Some(deal), Some(person), Some(share)) =
        (change.after(OPPORTUNITY), change.after(PERSON), change.after(SHARE))
    else {
        return Ok(());
    };
    let own = change.before.map(|split| split.head.id);
    let mut others =
        gate.as_engine("the other shares of a deal", |gate| gate.lines(&CREDIT_SPLIT, &[deal]))?;
    others.retain(|split| Some(split.head.id) != own);
    if let Some(twice) = others.iter().find(|split| split.get(PERSON) == Some(person)) {
        let has = twice.get(SHARE).map(said).unwrap_or_default();
        return Err(Fault::at(PERSON.name(), "error-credit-twice").with("share", has).into());
    }
    let shares = others.iter().filter_map(|split: &Record| split.get(SHARE));
    credit::check(share, shares).map_err(|wrong| match wrong {
        ShareError::NotAShare => Fault::at(SHARE.name(), "error-credit-share").with("share", said(share)),
        ShareError::Over(left) => {
            let fault = Fault::at(SHARE.name(), "error-credit-over").with("share", said(share));
            fault.with("left", left.normalize().to_string())
        }
    })?;
    let title = format!("{} · {} %", name(gate, person)?, said(share));
    change.draft.set(TITLE.name(), Value::Text(title));
    Ok(())
}

fn said(share: Percent) -> String {
    share.hundredths().normalize().to_string()
}

/// What somebody is called; the checks tell of who does not exist.
fn name(gate: &mut Gate<'_>, person: Id) -> Outcome<String> {
    let people = gate.whole_of(&USER)?;
    let found = people.iter().find(|one| one.head.id == person);
    Ok(found.and_then(|one| one.get(NAME)).unwrap_or_default())
}
