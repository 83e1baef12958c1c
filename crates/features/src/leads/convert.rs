//! Converting a lead: to an account, a contact and a deal in one step, with what is known already.

use std::mem::discriminant;

use cordee_base::{Id, Money, Outcome};
use cordee_catalog::{account, contact, lead, opportunity};
use cordee_kit::{Action, Done, Input, On};
use cordee_records::{FieldRight, Gate, Right};
use cordee_schema::{
    Draft, Field, FieldDef, FromValue, Kind, Object, Record, Rights, Value, link, money, person, text, yes_no,
};

use super::known::{self, Known};
use super::timeline;

/// The account, where it is known; else it is found or created.
const ACCOUNT: Field<Id> = link("account", "account");
/// The contact, in the same way.
const CONTACT: Field<Id> = link("contact", "contact");
/// What the deal is called.
const DEAL: Field<String> = text("deal");
/// What the deal is worth; the lead's estimate, if nothing is said.
const AMOUNT: Field<Money> = money("amount");
/// Whose the deal is.
const OWNER: Field<Id> = person("owner");
/// Only an account and a contact are wanted.
const WITHOUT_DEAL: Field<bool> = yes_no("without_deal");

/// Makes an account, a contact and a deal of a lead.
pub static CONVERT: Action = Action {
    name: "convert",
    on: On::Object(lead::LEAD.name),
    input: &[ACCOUNT.def, CONTACT.def, DEAL.def, AMOUNT.def, OWNER.def, WITHOUT_DEAL.def],
    right: Right::Edit,
    when: Some(|_, lead| Ok(lead.get(lead::CONVERTED_AT).is_none())),
    run,
};

fn run(gate: &mut Gate<'_>, lead: &Record, input: &Input) -> Outcome<Done> {
    let known = Known::of(gate, lead)?;
    let mut account = match (input.get(ACCOUNT), input.get(CONTACT)) {
        (Some(account), _) => Some(account),
        // Who is chosen brings their company along.
        (None, Some(_)) => None,
        (None, None) => known.account(lead)?,
    };
    let contact = match input.get(CONTACT) {
        Some(contact) => Some(contact),
        None => known.contact(gate, lead, account)?,
    };
    if let Some(contact) = contact.filter(|_| account.is_none()) {
        let at = gate.glance(&contact::CONTACT, contact, &[contact::ACCOUNT.name()])?;
        account = at.get(contact::ACCOUNT);
    }
    if account.is_none() && input.get(CONTACT).is_some() {
        account = known.account(lead)?;
    }
    let account = account.map_or_else(|| new_account(gate, lead), Ok)?;
    let contact = contact.map_or_else(|| new_contact(gate, lead, account), Ok)?;
    let deal = match input.get(WITHOUT_DEAL) {
        Some(true) => None,
        _ => Some(new_deal(gate, lead, input, account, contact)?),
    };
    mark(gate, lead, account, contact, deal)?;
    timeline::carry_over(gate, lead.head.id, account, contact, deal)?;
    Ok(match deal {
        Some(id) => Done { object: opportunity::OPPORTUNITY.name, id },
        None => Done { object: contact::CONTACT.name, id: contact },
    })
}

/// A company; a person who buys for themselves, if the lead names none.
fn new_account(gate: &mut Gate<'_>, lead: &Record) -> Outcome<Id> {
    let mut draft = carried(gate, lead, &account::ACCOUNT)?;
    match lead.get(lead::COMPANY) {
        Some(company) => {
            draft = draft.with(account::NAME, company);
            fill(&mut draft, account::DOMAIN, known::domain(lead));
        }
        None => {
            draft = draft.with(account::KIND, "person".to_owned());
            fill(&mut draft, account::NAME, lead.get(lead::NAME));
            fill(&mut draft, account::EMAIL, lead.get(lead::EMAIL));
            fill(&mut draft, account::PHONE, lead.get(lead::PHONE));
        }
    }
    fill(&mut draft, account::WEBSITE, lead.get(lead::WEBSITE));
    fill(&mut draft, account::INDUSTRY, lead.get(lead::INDUSTRY));
    fill(&mut draft, account::ADDRESS, lead.get(lead::ADDRESS));
    fill(&mut draft, account::SOURCE, lead.get(lead::SOURCE));
    fill(&mut draft, account::OWNER, whose(gate, lead));
    gate.create(draft)
}

fn new_contact(gate: &mut Gate<'_>, lead: &Record, account: Id) -> Outcome<Id> {
    let mut draft = carried(gate, lead, &contact::CONTACT)?.with(contact::ACCOUNT, account);
    fill(&mut draft, contact::NAME, lead.get(lead::NAME));
    fill(&mut draft, contact::TITLE, lead.get(lead::TITLE));
    fill(&mut draft, contact::EMAIL, lead.get(lead::EMAIL));
    fill(&mut draft, contact::PHONE, lead.get(lead::PHONE));
    fill(&mut draft, contact::SOURCE, lead.get(lead::SOURCE));
    fill(&mut draft, contact::DESCRIPTION, lead.get(lead::DESCRIPTION));
    fill(&mut draft, contact::OWNER, whose(gate, lead));
    gate.create(draft)
}

fn new_deal(gate: &mut Gate<'_>, lead: &Record, input: &Input, account: Id, contact: Id) -> Outcome<Id> {
    let name = input.get(DEAL).or_else(|| lead.get(lead::COMPANY)).or_else(|| lead.get(lead::NAME));
    let mut draft = carried(gate, lead, &opportunity::OPPORTUNITY)?
        .with(opportunity::ACCOUNT, account)
        .with(opportunity::CONTACT, contact);
    fill(&mut draft, opportunity::NAME, name);
    fill(&mut draft, opportunity::AMOUNT, input.get(AMOUNT).or_else(|| lead.get(lead::ESTIMATED_VALUE)));
    fill(&mut draft, opportunity::SOURCE, lead.get(lead::SOURCE));
    fill(&mut draft, opportunity::OWNER, input.get(OWNER).or_else(|| whose(gate, lead)));
    gate.create(draft)
}

/// A new record with what carries over by itself: the tags, and fields that the workspace has declared on both, of the
/// same name and kind. Its own fields are chosen one by one, since a person's phone is not their company's.
fn carried(gate: &Gate<'_>, lead: &Record, object: &'static Object) -> Outcome<Draft> {
    let object = gate.catalog().named(object.name)?;
    let mut draft = Draft::new(object);
    for field in lead.object.fields.iter().filter(|field| field.called.is_some() || is_tags(field)) {
        let Some(value) = lead.value(field.name).filter(|value| !value.is_none()) else { continue };
        let Some(to) = object.field(field.name) else { continue };
        if takes(gate, object, field, to) && fits(to, value) {
            draft.set(to.name, value.clone());
        }
    }
    Ok(draft)
}

fn is_tags(field: &FieldDef) -> bool {
    matches!(field.kind, Kind::Tags(_))
}

/// Whether a field can be given what the lead has in one of the same name. A file belongs to one record, and what is
/// unique stays with the lead.
fn takes(gate: &Gate<'_>, object: &'static Object, from: &FieldDef, to: &FieldDef) -> bool {
    let same = discriminant(&from.kind) == discriminant(&to.kind) && from.links_to() == to.links_to();
    let set = to.rights != Rights::Engine && to.formula.is_none() && to.rolled_up.is_none() && !to.unique;
    let kind = !matches!(to.kind, Kind::File(_) | Kind::Serial(_));
    same && set && kind && gate.access().field(object, to) == FieldRight::Open
}

/// Whether what is chosen there can be chosen here.
fn fits(to: &FieldDef, value: &Value) -> bool {
    let offered = |key: &str| to.kind.options().iter().any(|option| option.key == key && !option.retired);
    match (&to.kind, value) {
        (Kind::Choice(_), Value::Text(key)) => offered(key),
        (Kind::Choices(_), Value::Choices(keys)) => keys.iter().all(|key| offered(key)),
        _ => true,
    }
}

/// Whoever converts keeps what comes of it; the engine leaves it to the lead's owner.
fn whose(gate: &Gate<'_>, lead: &Record) -> Option<Id> {
    gate.actor().user_id().or_else(|| lead.get(lead::OWNER))
}

/// The lead says what became of it, in fields that nobody sets by hand.
fn mark(gate: &mut Gate<'_>, lead: &Record, account: Id, contact: Id, deal: Option<Id>) -> Outcome<()> {
    let mut draft = Draft::new(&lead::LEAD)
        .with(lead::STATUS, "converted".to_owned())
        .with(lead::CONVERTED_AT, gate.now())
        .with(lead::ACCOUNT, account)
        .with(lead::CONTACT, contact);
    fill(&mut draft, lead::OPPORTUNITY, deal);
    let (id, version) = (lead.head.id, lead.head.version);
    gate.as_engine("mark the lead as converted", |gate| gate.update(id, Some(version), draft)).map(|_| ())
}

fn fill<T: FromValue>(draft: &mut Draft, field: Field<T>, value: Option<T>) {
    if let Some(value) = value {
        draft.set(field.name(), value.into_value());
    }
}
