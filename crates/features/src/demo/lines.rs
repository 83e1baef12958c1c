//! The products on the deals, as rows.

use cordee_catalog::opportunity_line as field;

use super::Company;
use super::deals::{cents, deal_id};
use super::life::Line;
use super::products::PRODUCTS;
use super::sheet::Sheet;

impl Company {
    /// The lines of all deals; those of a deal add up to its amount.
    pub(super) fn lines(&self) -> Sheet<'_> {
        let header = [
            "foreign_id",
            field::OPPORTUNITY.name(),
            field::PRODUCT.name(),
            field::DESCRIPTION.name(),
            field::QUANTITY.name(),
            field::UNIT_PRICE.name(),
            field::DISCOUNT.name(),
            field::AMOUNT.name(),
            field::RECURRING.name(),
        ];
        let rows = (0..self.size).flat_map(|deal| {
            let lines = self.deal(deal).lines.into_iter().enumerate();
            lines.map(move |(place, line)| row(deal, place, &line))
        });
        Sheet::new("opportunity_line", &header, rows)
    }
}

fn row(deal: usize, place: usize, line: &Line) -> Vec<String> {
    let product = &PRODUCTS[line.product];
    vec![
        format!("{}-line-{}", deal_id(deal), place + 1),
        deal_id(deal),
        product.name.to_owned(),
        format!("{} ({})", product.name, product.series),
        line.quantity.to_string(),
        product.price.to_string(),
        line.discount.to_string(),
        cents(line.cents()),
        product.recurring.to_owned(),
    ]
}
