//! What is known already of a lead: the accounts and contacts that it may be, by the rule of what may be the same thing; and
//! which of them is surely meant.

use cordee_base::{Fault, Id, Outcome};
use cordee_catalog::{account, contact, lead};
use cordee_records::{Gate, Likely};
use cordee_schema::{Field, Record, domains};

/// The accounts and contacts that a lead may be, as far as the actor may see them, the likeliest first.
pub struct Known {
    /// The companies.
    pub accounts: Vec<Likely>,
    /// The people.
    pub contacts: Vec<Likely>,
}

impl Known {
    /// What is known of a lead.
    pub fn of(gate: &mut Gate<'_>, record: &Record) -> Outcome<Known> {
        let mut known = Known { accounts: Vec::new(), contacts: Vec::new() };
        for likely in gate.likely(record)? {
            match likely.record.object.name {
                name if name == account::ACCOUNT.name => known.accounts.push(likely),
                name if name == contact::CONTACT.name => known.contacts.push(likely),
                _ => {}
            }
        }
        Ok(known)
    }

    /// The account that is surely meant: the one with the lead's domain, else with its company's name; a fault where two
    /// could be.
    pub fn account(&self, record: &Record) -> Outcome<Option<Id>> {
        if let [one] = with(&self.accounts, account::DOMAIN).as_slice() {
            return Ok(Some(*one));
        }
        match with(&self.accounts, account::NAME).as_slice() {
            [] => Ok(None),
            [one] => Ok(Some(*one)),
            several => Err(Fault::at("account", "error-link-ambiguous")
                .with("object", account::ACCOUNT.name)
                .with("count", several.len())
                .with("value", record.get(lead::COMPANY).unwrap_or_default())
                .into()),
        }
    }

    /// The contact that is surely meant: the one with the lead's address, else with its name at the account.
    pub fn contact(&self, gate: &mut Gate<'_>, record: &Record, account: Option<Id>) -> Outcome<Option<Id>> {
        if let Some(found) = with(&self.contacts, contact::EMAIL).first() {
            return Ok(Some(*found));
        }
        let Some(account) = account else { return Ok(None) };
        for id in with(&self.contacts, contact::NAME) {
            let at = gate.glance(&contact::CONTACT, id, &[contact::ACCOUNT.name(), contact::EMAIL.name()])?;
            // The same name with another address may be another person.
            let other = at.get(contact::EMAIL).is_some() && record.get(lead::EMAIL).is_some();
            if at.get(contact::ACCOUNT) == Some(account) && !other {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }
}

/// The domain of the lead's company.
pub fn domain(record: &Record) -> Option<String> {
    let page = record.get(lead::WEBSITE).and_then(|page| domains::of_page(&page));
    page.or_else(|| record.get(lead::EMAIL).and_then(|mail| domains::of_mail(&mail)))
}

/// Those of them that have the very same in a field.
fn with(likely: &[Likely], field: Field<String>) -> Vec<Id> {
    let same = |one: &&Likely| one.reasons.iter().any(|why| why.same && why.other.name == field.name());
    likely.iter().filter(same).map(|one| one.record.head.id).collect()
}
