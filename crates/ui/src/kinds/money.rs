//! An amount and its currency.

use maud::{Markup, html};

use super::{Control, number};
use crate::word::word;

/// The currency is said quietly: in a column it is the amount that counts.
pub(super) fn cell(amount: &str, currency: &str, sign_first: bool) -> Markup {
    if !sign_first {
        return html! { span.money { (amount) " " span.unit { (currency) } } };
    }
    let (minus, digits) = amount.strip_prefix('-').map_or(("", amount), |digits| ("-", digits));
    let gap = if currency.ends_with(char::is_alphabetic) { " " } else { "" };
    html! { span.money { (minus) span.unit { (currency) } (gap) (digits) } }
}

pub(super) fn input(control: &Control, amount: &str, currency: &str, currencies: &[String]) -> Markup {
    html! {
        div.joined {
            (number::input(control, amount))
            select.input name={ (control.name) ".currency" } aria-label={ (control.label) ": " (word(control.language, "ui-currency")) } disabled[control.read_only] {
                @if !currencies.iter().any(|code| code == currency) { option value=(currency) selected { (currency) } }
                @for code in currencies { option value=(code) selected[code == currency] { (code) } }
            }
        }
    }
}
