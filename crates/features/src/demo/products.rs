//! What the invented company sells: sensors for warehouses, the software that reads them, and care for both.

use cordee_catalog::product::{ACTIVE, CODE, COST, DESCRIPTION, NAME, PRICE, RECURRING, SERIES, UNIT};

use super::sheet::Sheet;

/// Something that the invented company sells.
pub struct Product {
    /// What it is called.
    pub name: &'static str,
    code: &'static str,
    /// The family it belongs to.
    pub series: &'static str,
    /// The list price of one, in whole units.
    pub price: i64,
    cost: i64,
    unit: &'static str,
    /// How many are sold in a usual deal.
    pub usual: i64,
    /// How it is paid: an option of a line's `recurring`.
    pub recurring: &'static str,
    description: &'static str,
}

/// All products; those that one can begin with come first.
pub const PRODUCTS: [Product; 9] = [
    Product {
        name: "Sense Mini",
        code: "SE-100",
        series: "Sense",
        price: 89,
        cost: 41,
        unit: "piece",
        usual: 90,
        recurring: "one_time",
        description: "A sensor the size of a coin: temperature, shock and light, three years on one battery.",
    },
    Product {
        name: "Sense Pro",
        code: "SE-200",
        series: "Sense",
        price: 240,
        cost: 112,
        unit: "piece",
        usual: 70,
        recurring: "one_time",
        description: "Position to half a metre under any roof.",
    },
    Product {
        name: "Sense Max",
        code: "SE-300",
        series: "Sense",
        price: 690,
        cost: 335,
        unit: "piece",
        usual: 45,
        recurring: "one_time",
        description: "For cold stores, docks and yards: sealed, heated, heard from two kilometres.",
    },
    Product {
        name: "Flow Start",
        code: "FL-100",
        series: "Flow",
        price: 1_900,
        cost: 240,
        unit: "year",
        usual: 3,
        recurring: "yearly",
        description: "Maps and alarms for one site.",
    },
    Product {
        name: "Flow Team",
        code: "FL-200",
        series: "Flow",
        price: 6_400,
        cost: 700,
        unit: "year",
        usual: 4,
        recurring: "yearly",
        description: "Up to five sites, routes and shifts planned together.",
    },
    Product {
        name: "Flow Enterprise",
        code: "FL-300",
        series: "Flow",
        price: 24_500,
        cost: 3_100,
        unit: "year",
        usual: 3,
        recurring: "yearly",
        description: "Any number of sites, joined to the house's own systems.",
    },
    Product {
        name: "Care Setup",
        code: "CA-100",
        series: "Care",
        price: 1_250,
        cost: 620,
        unit: "day",
        usual: 4,
        recurring: "one_time",
        description: "Mounting, measuring and a first map, on site.",
    },
    Product {
        name: "Care Training",
        code: "CA-200",
        series: "Care",
        price: 980,
        cost: 410,
        unit: "day",
        usual: 2,
        recurring: "one_time",
        description: "A day with the people who will use it.",
    },
    Product {
        name: "Care Plus",
        code: "CA-300",
        series: "Care",
        price: 310,
        cost: 95,
        unit: "month",
        usual: 12,
        recurring: "monthly",
        description: "Spare sensors the next day, and somebody who picks up the phone.",
    },
];

/// The products as a sheet.
pub fn sheet() -> Sheet<'static> {
    let header = [
        NAME.name(),
        CODE.name(),
        SERIES.name(),
        PRICE.name(),
        COST.name(),
        UNIT.name(),
        ACTIVE.name(),
        DESCRIPTION.name(),
        RECURRING.name(),
    ];
    Sheet::new("product", &header, PRODUCTS.iter().map(row))
}

fn row(product: &Product) -> Vec<String> {
    vec![
        product.name.to_owned(),
        product.code.to_owned(),
        product.series.to_owned(),
        product.price.to_string(),
        product.cost.to_string(),
        product.unit.to_owned(),
        "yes".to_owned(),
        product.description.to_owned(),
        product.recurring.to_owned(),
    ]
}
