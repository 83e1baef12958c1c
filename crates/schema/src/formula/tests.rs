//! The language: what formulas come to, and what is said of those that are none.

use cordee_base::{Date, Decimal, Id, Money};
use proptest::prelude::*;

use super::{Formula, Known};
use crate::kinds::choice::Choice;
use crate::{
    Address, Field, FieldDef, Kind, Object, RollUp, Rolled, Value, address, choice, choices, date, link,
    moment, money, number, object, percent, text, time, yes_no,
};

const FIELDS: &[FieldDef] = &[
    text("name").def,
    text("note").def,
    number("count", 0).def,
    number("none", 0).def,
    number("zero", 0).def,
    money("price").def,
    money("cost").def,
    money("foreign").def,
    percent("margin").def,
    date("start").def,
    date("finish").def,
    moment("seen").def,
    moment("closed").def,
    time("from").def,
    time("till").def,
    choices("marks", &[]).def,
    link("other", "box").def,
    link("thing", "thing").def,
    number("rolled", 0)
        .rolled_up(RollUp {
            of: "box",
            by: "thing",
            what: Rolled::Sum,
            field: Some("room"),
            filter: Some("name = x"),
        })
        .def,
    yes_no("open").def,
    choice("level", const { &[Choice::new("gold"), Choice::new("tin")] }).def,
    address("place").def,
    link("box", "box").def,
    Field::<String>::new("hidden", text("").def.kind).secret().def,
];
static THING: Object = object("thing", "things").fields(FIELDS);
static BOX: Object = object("box", "boxes").fields(
    const { &[text("name").def, number("room", 2).def, link("in", "box").def, link("thing", "thing").def] },
);

fn known() -> Known {
    let mut known = Known::default();
    known.add(&THING, THING.fields.to_vec());
    known.add(&BOX, BOX.fields.to_vec());
    known
}

fn held(link: Option<&str>, name: &str) -> Value {
    let euro = |amount: &str| {
        Value::Money(Money::exact(decimal(amount), "EUR".parse().expect("a code")).expect("exact"))
    };
    let day = |month, day| Value::Date(Date::constant(2026, month, day));
    match (link, name) {
        (Some("box"), "room") => Value::Number(decimal("12.5")),
        (Some("box"), "name") => Value::Text("Attic".to_owned()),
        (_, "name") => Value::Text("Éva Ко".to_owned()),
        (_, "count") => Value::Number(7.into()),
        (_, "zero") => Value::Number(0.into()),
        (_, "price") => euro("100.10"),
        (_, "cost") => euro("33.33"),
        (_, "foreign") => Value::Money(Money::from_minor(100, "USD".parse().expect("a code"))),
        (_, "margin") => Value::Number(15.into()),
        (_, "start") => day(2, 27),
        (_, "finish") => day(3, 2),
        (_, "seen") => Value::Moment("2026-03-01T10:00:00Z".parse().expect("a moment")),
        (_, "created_at") => Value::Moment("2026-02-27T22:00:00Z".parse().expect("a moment")),
        (_, "from") => Value::Time("09:30:00".parse().expect("a time")),
        (_, "till") => Value::Time("17:00:00".parse().expect("a time")),
        (_, "marks") => Value::Choices(vec!["a".to_owned()]),
        (_, "box" | "other") => Value::Link(Id::from_i64(7)),
        (_, "rolled") => Value::Number(30.into()),
        (_, "open") => Value::YesNo(true),
        (_, "level") => Value::Text("gold".to_owned()),
        (_, "place") => Value::Address(Box::new(Address { city: "Lyon".to_owned(), ..Address::default() })),
        _ => Value::None,
    }
}

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a number")
}

fn reckoned(text: &str) -> String {
    let formula = Formula::read(text, &known(), "thing").unwrap_or_else(|fault| panic!("{text}: {fault}"));
    let values: Vec<Value> = formula.reads.iter().map(|read| held(read.link, read.field.name)).collect();
    let kind = formula.kind(4);
    kind.behave().text(&formula.value(&values, kind))
}

#[test]
fn formulas_come_to_what_they_say() {
    let table = [
        // Numbers, exact.
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("10 - 2 - 3", "5"),
        ("-count + 1", "-6"),
        ("0.1 + 0.2", "0.3"),
        ("1 / 3", "0.3333"),
        ("2 / 3 * 3", "2"),
        ("7 % 4", "3"),
        ("count / zero", ""),
        ("count % zero", ""),
        ("count + none", ""),
        ("79228162514264337593543950335 * 2", ""),
        ("1000000000000000", ""),
        ("round(2.345, 2)", "2.35"),
        ("round(-2.5)", "-3"),
        ("round(1.5, none)", ""),
        ("min(3, count, 5)", "3"),
        ("max(3, count, 5)", "7"),
        ("max(3, none)", ""),
        ("abs(0 - 3)", "3"),
        ("count * margin / 100", "1.05"),
        // Money.
        ("price + cost", "133.43 EUR"),
        ("price * 1.5", "150.15 EUR"),
        ("price / 3", "33.37 EUR"),
        ("price / 3 * 3", "100.10 EUR"),
        ("cost / price", "0.333"),
        ("price + foreign", ""),
        ("price > foreign", ""),
        ("max(price, cost)", "100.10 EUR"),
        ("max(price, foreign)", ""),
        ("price - money(0.10, \"eur\")", "100.00 EUR"),
        ("number(price) + 1", "101.1"),
        ("price * 100000000000000000000", ""),
        ("if(price > money(100, \"EUR\"), \"dear\", \"cheap\")", "dear"),
        // Texts.
        ("name & \" (\" & level & \")\"", "Éva Ко (gold)"),
        ("note & name", "Éva Ко"),
        ("note & note", ""),
        ("count & \"\"", "7"),
        ("price & \" on \" & start & \" \" & open", "100.10 EUR on 2026-02-27 yes"),
        ("\"say \"\"hi\"\"\"", "say \"hi\""),
        ("upper(name)", "ÉVA КО"),
        ("lower(name)", "éva ко"),
        ("length(name)", "6"),
        ("length(note)", ""),
        ("left(name, 3)", "Éva"),
        ("right(name, 2)", "Ко"),
        ("right(name, 99)", "Éva Ко"),
        ("left(name, -1)", ""),
        ("place.city", "Lyon"),
        // Dates.
        ("days_between(start, finish)", "3"),
        ("days_between(finish, start)", "-3"),
        ("add_days(start, 2)", "2026-03-01"),
        ("add_days(start, 1.9)", "2026-02-28"),
        ("add_days(start, 99999999999)", ""),
        ("year(start) * 100 + month(start)", "202602"),
        ("day(add_days(finish, -2))", "28"),
        ("start < finish", "yes"),
        ("finish >= date(\"2026-03-02\")", "yes"),
        ("min(start, finish)", "2026-02-27"),
        // Conditions.
        ("if(count > 5, \"many\", \"few\")", "many"),
        ("if(none > 5, \"many\", \"few\")", "few"),
        ("if(no, 1)", ""),
        ("if(open, 1)", "1"),
        ("none > 5", ""),
        ("not none > 5", ""),
        ("level = \"gold\"", "yes"),
        ("level != \"gold\" or level <> \"tin\"", "yes"),
        ("open and not (count = 7)", "no"),
        ("no and none > 5", "no"),
        ("open and none > 5", ""),
        ("none > 5 or open", "yes"),
        ("empty(none)", "yes"),
        ("empty(name)", "no"),
        ("coalesce(none, count)", "7"),
        ("coalesce(none, none)", ""),
        ("coalesce(note, \"?\")", "?"),
        // Instants and times of day.
        ("seen - created_at", "1.5"),
        ("days_between(created_at, seen)", "1.5"),
        ("days_between(seen, created_at)", "-1.5"),
        ("hours_between(created_at, seen)", "36"),
        ("hours_between(created_at, closed)", ""),
        ("hours_between(from, till)", "7.5"),
        ("till - from", "7.5"),
        ("finish - start", "3"),
        ("seen > created_at", "yes"),
        ("max(from, till)", "17:00:00"),
        ("add_hours(seen, 1.5)", "2026-03-01T11:30:00Z"),
        ("add_days(seen, -0.5)", "2026-02-28T22:00:00Z"),
        ("add_hours(seen, 99999999999999999)", ""),
        ("hour(till) * 60 + minute(from)", "1050"),
        ("coalesce(closed, seen)", "2026-03-01T10:00:00Z"),
        // Links themselves, and whatever else is there or not.
        ("box", "Attic"),
        ("box & \"!\"", "Attic!"),
        ("empty(box)", "no"),
        ("empty(thing)", "yes"),
        ("box = other", "yes"),
        ("box != other", "no"),
        ("box = thing.box", "yes"),
        ("empty(marks)", "no"),
        ("empty(place)", "no"),
        ("empty(closed)", "yes"),
        // Roll-ups.
        ("rolled * 2", "60"),
        // One link up.
        ("box.room * 2", "25"),
        ("box.name & \"/\" & name", "Attic/Éva Ко"),
    ];
    for (text, wanted) in table {
        assert_eq!(reckoned(text), wanted, "{text}");
    }
}

#[test]
fn every_fault_says_where_and_what_would_be_right() {
    let table = [
        ("", "formula: error-required"),
        ("1 +", "formula: error-formula-ends column=\"4\""),
        ("1 2", "formula: error-formula-sign-needed column=\"3\" value=\"2\""),
        ("(1 + 2", "formula: error-formula-bracket column=\"1\""),
        ("min(1, 2", "formula: error-formula-bracket column=\"4\""),
        ("1 + )", "formula: error-formula-value-needed column=\"5\" value=\")\""),
        ("1 ^ 2", "formula: error-formula-sign column=\"3\" value=\"^\""),
        ("name & \"x", "formula: error-formula-quote column=\"8\""),
        ("1.2.3", "formula: error-formula-number column=\"1\" value=\"1.2.3\""),
        ("1 + cuont", "formula: error-formula-field column=\"5\" name=\"cuont\" nearest=\"count\""),
        ("box.rom", "formula: error-formula-field column=\"1\" name=\"rom\" nearest=\"room\""),
        ("hidden", "formula: error-formula-field column=\"1\" name=\"hidden\" nearest=\"\""),
        ("marks", "formula: error-formula-kind column=\"1\" name=\"marks\""),
        ("box = thing", "formula: error-formula-type column=\"7\" found=\"thing\" wanted=\"box\""),
        ("seen - start", "formula: error-formula-type column=\"8\" found=\"date\" wanted=\"moment\""),
        ("year(seen)", "formula: error-formula-type column=\"6\" found=\"moment\" wanted=\"date\""),
        ("box.in", "formula: error-formula-link column=\"1\" name=\"box.in\""),
        ("box.in.room", "formula: error-formula-steps column=\"1\" name=\"box.in.room\""),
        ("name.room", "formula: error-formula-no-link column=\"1\" name=\"name\""),
        ("updated_at", "formula: error-formula-kind column=\"1\" name=\"updated_at\""),
        ("days_between(start, today)", "formula: error-formula-clock column=\"21\" name=\"today\""),
        ("year(now())", "formula: error-formula-clock column=\"6\" name=\"now\""),
        ("1 + name", "formula: error-formula-type column=\"5\" found=\"text\" wanted=\"number\""),
        ("price + 1", "formula: error-formula-type column=\"9\" found=\"number\" wanted=\"money\""),
        ("price * price", "formula: error-formula-type column=\"9\" found=\"money\" wanted=\"number\""),
        ("price > 5", "formula: error-formula-type column=\"9\" found=\"number\" wanted=\"money\""),
        ("if(count, 1, 2)", "formula: error-formula-type column=\"4\" found=\"number\" wanted=\"yes_no\""),
        ("if(open, 1, \"a\")", "formula: error-formula-type column=\"13\" found=\"text\" wanted=\"number\""),
        (
            "round(1, 2, 3)",
            "formula: error-formula-arguments column=\"1\" name=\"round\" usage=\"round(number, decimals)\"",
        ),
        ("date(name)", "formula: error-formula-constant column=\"6\" usage=\"date(\\\"2026-12-31\\\")\""),
        (
            "money(1, \"ABC\")",
            "formula: error-formula-constant column=\"10\" usage=\"money(number, \\\"EUR\\\")\"",
        ),
    ];
    for (text, wanted) in table {
        let fault = Formula::read(text, &known(), "thing").expect_err(text);
        assert_eq!(fault.to_string(), wanted, "{text}");
    }
    let function = Formula::read("sum(1)", &known(), "thing").expect_err("no such function");
    assert_eq!(function.key, "error-formula-function");
    let long = Formula::read(&"1+".repeat(1001), &known(), "thing").expect_err("long");
    assert_eq!(long.key, "error-text-long");
    for deep in ["(", "-", "not ", "abs("] {
        let fault = Formula::read(&deep.repeat(400), &known(), "thing").expect_err("deep");
        assert_eq!(fault.key, "error-formula-deep", "{deep}");
    }
}

#[test]
fn a_formula_tells_what_it_depends_on() {
    let inner = Formula::read("box.room + count", &known(), "thing").expect("sound");
    assert_eq!(inner.through, [("box", true)]);
    let mut known = known();
    let mut total = number("total", 0).def;
    total.formula = Some(Box::leak(Box::new(inner)));
    known.add_field("thing", total);
    let outer = Formula::read("total * 2", &known, "thing").expect("sound");
    assert_eq!(outer.from, [("box", "room"), ("thing", "box"), ("thing", "count"), ("thing", "total")]);
    assert_eq!(outer.through, [("box", true)]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever people type is read or refused, and what is read can be reckoned.
    #[test]
    fn no_text_is_too_much(words in proptest::collection::vec(word(), 0..40), glue in "[ ]?") {
        let text = words.join(&glue);
        if let Ok(formula) = Formula::read(&text, &known(), "thing") {
            let values: Vec<Value> = formula.reads.iter().map(|read| held(read.link, read.field.name)).collect();
            for kind in [formula.kind(0), formula.kind(8), Kind::Link(crate::kinds::link::LinkKind { to: "box" })] {
                formula.value(&values, kind);
            }
            formula.value(&[], formula.kind(2));
        }
    }
}

fn word() -> impl Strategy<Value = String> {
    let words = [
        "(",
        ")",
        ",",
        "+",
        "-",
        "*",
        "/",
        "%",
        "&",
        "=",
        "<>",
        "<",
        ">=",
        "and",
        "or",
        "not",
        "if(",
        "min(",
        "round(",
        "left(",
        "add_days(",
        "days_between(",
        "coalesce(",
        "money(",
        "date(",
        "\"EUR\"",
        "\"",
        "name",
        "count",
        "price",
        "foreign",
        "start",
        "open",
        "box.room",
        "zero",
        "none",
        "1",
        "0.5",
        "99999999999999999999",
        "79228162514264337593543950335",
        "yes",
        "é",
        "客",
        "\u{0}",
    ];
    prop_oneof![
        6 => proptest::sample::select(words.to_vec()).prop_map(str::to_owned),
        1 => ".{0,6}",
    ]
}
