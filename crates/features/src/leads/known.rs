//! What is known already of a lead: its company by domain or name, its person by e-mail or by name at the company.

use cordee_base::{Fault, Id, Outcome};
use cordee_catalog::{account, contact, lead};
use cordee_records::Gate;
use cordee_rules::domains;
use cordee_schema::{Field, Object, Record};

/// The account of the lead's company, as far as the actor may see it; a fault where two could be meant.
pub fn account(gate: &mut Gate<'_>, record: &Record) -> Outcome<Option<Id>> {
    let domain = domain(record);
    if let Some(domain) = domain
        && let [one] = with(gate, &account::ACCOUNT, account::DOMAIN, &domain)?.as_slice()
    {
        return Ok(Some(*one));
    }
    let Some(company) = record.get(lead::COMPANY) else { return Ok(None) };
    match with(gate, &account::ACCOUNT, account::NAME, &company)?.as_slice() {
        [] => Ok(None),
        [one] => Ok(Some(*one)),
        several => Err(Fault::at("account", "error-link-ambiguous")
            .with("object", account::ACCOUNT.name)
            .with("count", several.len())
            .with("value", company)
            .into()),
    }
}

/// The contact that the lead is, as far as the actor may see it.
pub fn contact(gate: &mut Gate<'_>, record: &Record, account: Option<Id>) -> Outcome<Option<Id>> {
    if let Some(mail) = record.get(lead::EMAIL)
        && let Some(found) = with(gate, &contact::CONTACT, contact::EMAIL, &mail)?.first()
    {
        return Ok(Some(*found));
    }
    let (Some(name), Some(account)) = (record.get(lead::NAME), account) else { return Ok(None) };
    for id in with(gate, &contact::CONTACT, contact::NAME, &name)? {
        let at = gate.glance(&contact::CONTACT, id, &[contact::ACCOUNT.name(), contact::EMAIL.name()])?;
        // The same name with another address may be another person.
        let other = at.get(contact::EMAIL).is_some() && record.get(lead::EMAIL).is_some();
        if at.get(contact::ACCOUNT) == Some(account) && !other {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

/// The domain of the lead's company.
pub fn domain(record: &Record) -> Option<String> {
    let page = record.get(lead::WEBSITE).and_then(|page| domains::of_page(&page));
    page.or_else(|| record.get(lead::EMAIL).and_then(|mail| domains::of_mail(&mail)))
}

fn with(gate: &mut Gate<'_>, object: &'static Object, field: Field<String>, text: &str) -> Outcome<Vec<Id>> {
    match object.field(field.name()) {
        Some(field) => gate.with_text(object, field, text),
        None => Ok(Vec::new()),
    }
}
