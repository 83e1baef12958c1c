//! When a line of a deal is written: it is named and priced by its product, and its amount is reckoned.

use cordee_base::{Decimal, Fault, Outcome, Problem};
use cordee_catalog::opportunity_line::{
    AMOUNT, DESCRIPTION, DISCOUNT, OPPORTUNITY_LINE, PRODUCT, QUANTITY, UNIT_PRICE,
};
use cordee_catalog::product;
use cordee_kit::Hook;
use cordee_records::{Change, Gate};
use cordee_rules::pricing;
use cordee_schema::Value;

/// The hook of a deal's lines.
pub const HOOK: Hook = Hook { object: OPPORTUNITY_LINE.name, before: Some(before), after: None };

fn before(gate: &mut Gate<'_>, change: &mut Change<'_>) -> Outcome<()> {
    if change.before.is_none() || change.changes(&PRODUCT.def) {
        take_from_product(gate, change)?;
    }
    let Some(price) = change.after(UNIT_PRICE) else { return Ok(()) };
    let quantity = change.after(QUANTITY).unwrap_or(Decimal::ONE);
    let amount = pricing::line(quantity, price, change.after(DISCOUNT))
        .map_err(|_| Fault::at(AMOUNT.name(), "error-money-large"))?;
    change.draft.set(AMOUNT.name(), Value::Money(amount));
    Ok(())
}

/// What the line does not say itself, its product says, as far as the actor may see it.
fn take_from_product(gate: &mut Gate<'_>, change: &mut Change<'_>) -> Outcome<()> {
    let Some(id) = change.draft.get(PRODUCT) else { return Ok(()) };
    let product = match gate.glance(&product::PRODUCT, id, &[product::NAME.name(), product::PRICE.name()]) {
        Ok(product) => product,
        // The checks tell of a link that leads nowhere.
        Err(Problem::NotFound) => return Ok(()),
        Err(other) => return Err(other),
    };
    let wanted = [(DESCRIPTION.name(), product::NAME.name()), (UNIT_PRICE.name(), product::PRICE.name())];
    let priced = change.after(AMOUNT).is_some();
    for (own, its) in wanted {
        let said = change.draft.value(own).or_else(|| change.before.and_then(|line| line.value(own)));
        let empty = said.is_none_or(Value::is_none);
        if empty && !(own == UNIT_PRICE.name() && priced) {
            change.draft.set(own, product.value(its).cloned().unwrap_or_default());
        }
    }
    Ok(())
}
