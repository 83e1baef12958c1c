//! Accounts: the domain by which they are known, and what makes them customers.

mod portrait;

use cordee_base::Outcome;
use cordee_catalog::account::{ACCOUNT, CUSTOMER_SINCE, DOMAIN, EMAIL, KIND, LIFECYCLE, WEBSITE};
use cordee_kit::Hook;
use cordee_records::{Change, Gate};
use cordee_schema::Value;
use cordee_schema::domains;

pub use portrait::PORTRAIT;

/// What follows when accounts are written.
pub const HOOKS: [Hook; 1] = [Hook { object: ACCOUNT.name, before: Some(before), after: None }];

fn before(_: &mut Gate<'_>, change: &mut Change<'_>) -> Outcome<()> {
    domain(change);
    customer(change);
    Ok(())
}

/// The domain, where none is said, is that of the pages or of a company's mail.
fn domain(change: &mut Change<'_>) {
    let told = change.changes(&WEBSITE.def) || change.changes(&EMAIL.def);
    if change.after(DOMAIN).is_some() || !told {
        return;
    }
    let company = change.after(KIND).as_deref() != Some("person");
    let of_page = change.after(WEBSITE).and_then(|page| domains::of_page(&page));
    let of_mail = || change.after(EMAIL).filter(|_| company).and_then(|mail| domains::of_mail(&mail));
    if let Some(domain) = of_page.or_else(of_mail) {
        change.draft.set(DOMAIN.name(), Value::Text(domain));
    }
}

/// Who is a customer since some day is no prospect any more.
fn customer(change: &mut Change<'_>) {
    let told = change.changes(&CUSTOMER_SINCE.def) && change.after(CUSTOMER_SINCE).is_some();
    let said_otherwise = change.before.is_some() && change.draft.names(LIFECYCLE.name());
    if told && !said_otherwise && change.after(LIFECYCLE).as_deref() == Some("prospect") {
        change.draft.set(LIFECYCLE.name(), Value::Text("customer".to_owned()));
    }
}
