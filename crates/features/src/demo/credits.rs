//! Who shares in the credit for deals, as rows.

use cordee_catalog::credit_split::{OPPORTUNITY, PERSON, SHARE};

use super::Company;
use super::deals::deal_id;
use super::draw::Draw;
use super::sheet::Sheet;

impl Company {
    /// The shares: in some deals that have come to a price somebody of the sellers has helped the owner.
    pub(super) fn credits(&self) -> Sheet<'_> {
        let header = ["foreign_id", OPPORTUNITY.name(), PERSON.name(), SHARE.name()];
        let rows = (0..self.size).filter_map(|index| {
            let (mut draw, deal) = (Draw::of(self.seed, "credit", index), self.deal(index));
            let helps = !deal.lines.is_empty() && self.sellers() > 1 && draw.chance(9);
            helps.then(|| {
                let other = (deal.seller + 1 + draw.below(self.sellers() - 1)) % self.sellers();
                vec![
                    format!("{}-credit", deal_id(index)),
                    deal_id(index),
                    self.seller_mail(other),
                    draw.weighted(&[("20", 2), ("30", 3), ("50", 2)]).to_owned(),
                ]
            })
        });
        Sheet::new("credit_split", &header, rows)
    }
}
