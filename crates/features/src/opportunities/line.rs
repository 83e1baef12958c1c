//! When a line of a deal is written: it is named and priced by its product, and its amount is reckoned, and what
//! of it is paid again each year.

use cordee_base::{Decimal, Fault, Outcome, Problem};
use cordee_catalog::opportunity_line::{
    AMOUNT, ARR, DESCRIPTION, DISCOUNT, OPPORTUNITY_LINE, PRODUCT, QUANTITY, RECURRING, UNIT_PRICE,
};
use cordee_catalog::product;
use cordee_kit::Hook;
use cordee_records::{Change, Gate};
use cordee_rules::pricing;
use cordee_schema::Value;

/// The hook of a deal's lines.
pub const HOOK: Hook = Hook { object: OPPORTUNITY_LINE.name, before: Some(before), after: None };

/// How something is paid for of which nothing is known.
const ONCE: &str = "one_time";

fn before(gate: &mut Gate<'_>, change: &mut Change<'_>) -> Outcome<()> {
    if change.before.is_none() || change.changes(&PRODUCT.def) || change.after(RECURRING).is_none() {
        take_from_product(gate, change)?;
    }
    let large = |_| Fault::at(AMOUNT.name(), "error-money-large");
    if let Some(price) = change.after(UNIT_PRICE) {
        let quantity = change.after(QUANTITY).unwrap_or(Decimal::ONE);
        let amount = pricing::line(quantity, price, change.after(DISCOUNT)).map_err(large)?;
        change.draft.set(AMOUNT.name(), Value::Money(amount));
    }
    let billing = change.after(RECURRING).unwrap_or_else(|| ONCE.to_owned());
    let arr = match change.after(AMOUNT) {
        Some(amount) => pricing::arr(amount, &billing).map_err(large)?,
        None => None,
    };
    change.draft.set(RECURRING.name(), Value::Text(billing));
    change.draft.set(ARR.name(), arr.map_or(Value::None, Value::Money));
    Ok(())
}

/// The fields of a line that may be left empty, and those of its product from which they are filled.
const WANTED: [(&str, &str); 3] = [
    (DESCRIPTION.name(), product::NAME.name()),
    (UNIT_PRICE.name(), product::PRICE.name()),
    (RECURRING.name(), product::RECURRING.name()),
];

/// What the line does not say itself, its product says, as far as the actor may see it.
fn take_from_product(gate: &mut Gate<'_>, change: &mut Change<'_>) -> Outcome<()> {
    let Some(id) = change.after(PRODUCT) else { return Ok(()) };
    let product = match gate.glance(&product::PRODUCT, id, &WANTED.map(|(_, its)| its)) {
        Ok(product) => product,
        // The checks tell of a link that leads nowhere.
        Err(Problem::NotFound) => return Ok(()),
        Err(other) => return Err(other),
    };
    let priced = change.after(AMOUNT).is_some();
    for (own, its) in WANTED {
        let said = change.draft.value(own).or_else(|| change.before.and_then(|line| line.value(own)));
        let empty = said.is_none_or(Value::is_none);
        if empty && !(own == UNIT_PRICE.name() && priced) {
            change.draft.set(own, product.value(its).cloned().unwrap_or_default());
        }
    }
    Ok(())
}
