//! Amounts in the workspace's currency, by the rate of their day.

use cordee_base::{Date, Decimal, Fault, Money, Outcome};
use cordee_schema::{Cell, ColumnType};
use cordee_store::query::Comparison;
use cordee_store::{Expr, Select};

use crate::Gate;

impl Gate<'_> {
    /// The amount in the workspace's currency; `at` names the field in the fault of a rate that is missing.
    pub(crate) fn in_base(&mut self, money: Money, day: Date, at: &str) -> Outcome<Money> {
        let base = self.reading.currency;
        if money.currency() == base {
            return Ok(money);
        }
        let code = money.currency().code().to_owned();
        let rate = match self.rates.get(&(code.clone(), day)) {
            Some(rate) => *rate,
            None => {
                let rate = self.rate(&code, day)?;
                self.rates.insert((code.clone(), day), rate);
                rate
            }
        };
        let rate = rate.ok_or_else(|| Fault::at(at, "error-rate-missing").with("currency", &code))?;
        Ok(money.converted(rate, base).map_err(|_| Fault::at(at, "error-money-large"))?)
    }

    /// The rate of the last day up to `day`; before the first, the first.
    fn rate(&mut self, code: &str, day: Date) -> Outcome<Option<Decimal>> {
        let column = |name| Expr::column("c", name);
        for (how, descending) in [(Comparison::AtMost, true), (Comparison::Greater, false)] {
            let select = Select::from("currency_rate", "c")
                .column("rate", ColumnType::Decimal(8))
                .having("workspace_id", self.actor.workspace)
                .having("currency_fold", code.to_lowercase())
                .filter(column("deleted_at").is_null())
                .filter(column("valid_from").compare(how, Cell::Date(day)))
                .order(column("valid_from"), descending)
                .limit(1);
            let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
            if let Some([Cell::Decimal(rate, _)]) = rows.first().map(Vec::as_slice) {
                return Ok(Some(*rate));
            }
        }
        Ok(None)
    }
}
