//! Something one sells: a thing, a service or a subscription.

use cordee_base::Money;
use cordee_schema::{Default, Field, Group, Object, choice, long_text, money, object, text, yes_no};

use crate::options::BILLING;

/// What it is called.
pub const NAME: Field<String> = text("name").required().searched().sorted().duplicate_key();
/// The code on lists and invoices.
pub const CODE: Field<String> = text("code").searched().duplicate_key();
/// The family it belongs to.
pub const SERIES: Field<String> = text("series").searched();
/// The list price of one.
pub const PRICE: Field<Money> = money("price");
/// What one costs to make or buy.
pub const COST: Field<Money> = money("cost");
/// What one is: a piece, an hour, a seat.
pub const UNIT: Field<String> = text("unit");
/// How it is paid for, unless a line says otherwise.
pub const RECURRING: Field<String> = choice("recurring", BILLING);
/// It can still be sold.
pub const ACTIVE: Field<bool> = yes_no("active").required().default(Default::YesNo(true));
/// What it is and does.
pub const DESCRIPTION: Field<String> = long_text("description").searched();

/// Something one sells.
pub static PRODUCT: Object = object("product", "products")
    .icon("package")
    .fields(&[
        NAME.def,
        CODE.def,
        SERIES.def,
        PRICE.def,
        COST.def,
        UNIT.def,
        ACTIVE.def,
        DESCRIPTION.def,
        RECURRING.def,
    ])
    .list(&[
        NAME.name(),
        CODE.name(),
        SERIES.name(),
        PRICE.name(),
        UNIT.name(),
        RECURRING.name(),
        ACTIVE.name(),
    ])
    .ascending(NAME.name())
    .facts(&[CODE.name(), SERIES.name(), PRICE.name(), ACTIVE.name()])
    .form(&[
        Group {
            name: "main",
            fields: &[NAME.name(), CODE.name(), SERIES.name(), ACTIVE.name(), DESCRIPTION.name()],
        },
        Group { name: "price", fields: &[PRICE.name(), COST.name(), UNIT.name(), RECURRING.name()] },
    ])
    .mergeable();
