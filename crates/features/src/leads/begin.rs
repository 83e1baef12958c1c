//! What the form of a conversion begins with: whom the lead may be, and what is made where nobody is chosen.

use cordee_base::Outcome;
use cordee_catalog::lead;
use cordee_kit::Begun;
use cordee_records::Gate;
use cordee_schema::{Record, Value};

use super::known::Known;

/// The accounts and contacts that a lead may be, with the sure ones chosen; the deal by the company's name.
pub fn begin(gate: &mut Gate<'_>, record: &Record) -> Outcome<Vec<Begun>> {
    let known = Known::of(gate, record)?;
    // Where two could be meant, whoever converts says which.
    let account = known.account(record).unwrap_or_default();
    let contact = known.contact(gate, record, account)?;
    let (person, company) = (record.get(lead::NAME), record.get(lead::COMPANY));
    let link = |id: Option<cordee_base::Id>| id.map_or(Value::None, Value::Link);
    let text = |text: Option<String>| text.map_or(Value::None, Value::Text);
    let named = company.or_else(|| person.clone());
    let amount = record.get(lead::ESTIMATED_VALUE).map_or(Value::None, Value::Money);
    Ok(vec![
        Begun { field: "account", value: link(account), new: named.clone(), likely: known.accounts },
        Begun { field: "contact", value: link(contact), new: person, likely: known.contacts },
        Begun { field: "deal", value: text(named), new: None, likely: Vec::new() },
        Begun { field: "amount", value: amount, new: None, likely: Vec::new() },
    ])
}
