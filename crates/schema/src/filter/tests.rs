//! The text and JSON forms read the same, print what they read, and refuse what they should.

use cordee_base::Id;

use crate::field::*;
use crate::{Catalog, Choice, Filter, Object, Reading, Value, object};

const STATES: &[Choice] = &[Choice::new("open"), Choice::new("won")];
static DEAL: Object = object("deal", "deals").fields(&[
    text("name").searched().sorted().def,
    number("amount", 2).sorted().def,
    date("closes").def,
    choice("state", STATES).def,
    link("account", "account").def,
    person("owner").def,
]);
static ACCOUNT: Object = object("account", "accounts").fields(&[
    text("name").def,
    address("address").def,
    choices("tags", STATES).def,
    text("password").secret().def,
]);
static USER: Object = object("user", "users").fields(&[text("name").def]);

fn catalog() -> Catalog {
    Catalog::of([&DEAL, &ACCOUNT, &USER])
}

fn parse(text: &str) -> Result<Filter, String> {
    Filter::parse(text, &catalog(), &DEAL, &Reading::default()).map_err(|fault| fault.to_string())
}

#[test]
fn both_forms_print_what_they_read() {
    let table = [
        "",
        "state = \"won\"",
        "state = won and amount >= 1000.5",
        "not (state in (open, won)) or closes is empty",
        "account.address.country = 'Côte d\\'Ivoire' and (owner is me or name contains \"a \\\" b\")",
        "closes in this_quarter and closes < 2026-01-01 and account.tags has open",
        "name starts with \"GTX\" and amount != 3 and name is not empty",
    ];
    for text in table {
        let filter = parse(text).unwrap_or_else(|fault| panic!("{text}: {fault}"));
        assert_eq!(parse(&filter.text()).as_ref(), Ok(&filter), "{text} printed as {}", filter.text());
        let json = filter.to_json();
        let again = Filter::from_json(&json, &catalog(), &DEAL, &Reading::default());
        assert_eq!(again.as_ref(), Ok(&filter), "{text} as {json}");
    }
}

#[test]
fn what_is_no_filter_is_refused_with_what_would_be_right() {
    let deep = "(".repeat(200) + "state = won" + &")".repeat(200);
    let long = vec!["state = won"; 101].join(" and ");
    let table = [
        ("colour = red", "colour: error-unknown-field"),
        ("account.password = x", "account.password: error-unknown-field"),
        ("account.owner.password = x", "error-unknown-field"),
        ("name.x = 1", "error-unknown-field"),
        ("state contains open", "error-operator"),
        ("state = lost", "state: error-choice"),
        ("amount > lots", "amount: error-number"),
        ("closes > 31.12.2026", "closes: error-date"),
        ("state", "error-operator"),
        ("state =", "error-filter"),
        ("state = won state = won", "error-filter"),
        ("(state = won", "error-filter"),
        ("state = won)", "error-filter"),
        ("name = \"open", "error-filter"),
        ("state = won; drop table deal", "error-"),
        ("owner = 'x', or 1=1 --", "error-"),
        (&deep, "error-filter-depth"),
        (&long, "error-filter-size"),
    ];
    for (text, wanted) in table {
        let fault = parse(text).expect_err(text);
        assert!(fault.contains(wanted), "{text}: {fault}");
    }
}

#[test]
fn a_choice_takes_the_fields_of_its_record() {
    let read = |text: &str, account: Value| {
        let given = |name: &str| if name == "account" { account.clone() } else { Value::None };
        Filter::choosable(text, &catalog(), &DEAL, &Reading::default(), &given).map(|filter| filter.text())
    };
    let account = Id::from_i64(7);
    let narrowed = format!("account = \"{account}\" and state = \"open\"");
    assert_eq!(read("account = $account and state = open", Value::Link(account)).as_deref(), Ok(&*narrowed));
    let open = read("account = $account and state = open", Value::None);
    assert_eq!(open.as_deref(), Ok("state = \"open\""), "what is empty asks for nothing");
    assert!(read("nothing = $account", Value::None).is_err());
    assert_eq!(parse("name = $account").map(|filter| filter.text()), Ok("name = \"$account\"".to_owned()));
}
