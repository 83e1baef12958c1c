//! A product on a deal: how much of it, and at what price.

use cordee_base::{Decimal, Id, Money, Percent};
use cordee_schema::{Default, Field, Group, Object, choice, link, money, number, object, percent, text};

use crate::options::BILLING;

/// The deal.
pub const OPPORTUNITY: Field<Id> = link("opportunity", "opportunity").required().once();
/// The product.
pub const PRODUCT: Field<Id> = link("product", "product");
/// What is sold, in words.
pub const DESCRIPTION: Field<String> = text("description").searched();
/// How many.
pub const QUANTITY: Field<Decimal> = number("quantity", 2).required().default(Default::Number(1));
/// The price of one.
pub const UNIT_PRICE: Field<Money> = money("unit_price");
/// What is taken off the price.
pub const DISCOUNT: Field<Percent> = percent("discount");
/// What the line is worth.
pub const AMOUNT: Field<Money> = money("amount");
/// Whether it is paid once or again and again; as its product is, where nothing is said.
pub const RECURRING: Field<String> = choice("recurring", BILLING);
/// What it brings in a year, of what is paid again and again.
pub const ARR: Field<Money> = money("arr").reckoned_from(&[AMOUNT.name(), RECURRING.name()]);
/// Its place among the lines of its deal.
pub const POSITION: Field<Decimal> = number("position", 0).read_only().no_import();

/// A product on a deal.
pub static OPPORTUNITY_LINE: Object = object("opportunity_line", "opportunity_lines")
    .icon("list-checks")
    .title(DESCRIPTION.name())
    .part_of(OPPORTUNITY.name())
    .lines("lines", POSITION.name())
    .fields(&[
        OPPORTUNITY.def,
        PRODUCT.def,
        DESCRIPTION.def,
        QUANTITY.def,
        UNIT_PRICE.def,
        DISCOUNT.def,
        AMOUNT.def,
        RECURRING.def,
        POSITION.def,
        ARR.def,
    ])
    .list(&[
        OPPORTUNITY.name(),
        PRODUCT.name(),
        DESCRIPTION.name(),
        QUANTITY.name(),
        UNIT_PRICE.name(),
        DISCOUNT.name(),
        AMOUNT.name(),
        RECURRING.name(),
    ])
    .ascending("created_at")
    .facts(&[OPPORTUNITY.name(), PRODUCT.name(), QUANTITY.name(), AMOUNT.name()])
    .form(&[
        Group {
            name: "main",
            fields: &[OPPORTUNITY.name(), PRODUCT.name(), DESCRIPTION.name(), RECURRING.name()],
        },
        Group {
            name: "price",
            fields: &[QUANTITY.name(), UNIT_PRICE.name(), DISCOUNT.name(), AMOUNT.name()],
        },
    ]);
