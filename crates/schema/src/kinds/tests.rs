//! Each kind: what it reads, what it refuses, and that text, JSON and cells give the value back.

use cordee_base::Fault;

use crate::field::*;
use crate::{Choice, Kind, Reading};

const SIZES: &[Choice] = &[Choice::new("small"), Choice::new("very_large")];

fn kinds() -> Vec<Kind> {
    let names = [
        text("f").def,
        long_text("f").def,
        number("f", 2).def,
        money("f").def,
        percent("f").def,
        date("f").def,
        time("f").def,
        moment("f").def,
        yes_no("f").def,
        choice("f", SIZES).def,
        choices("f", SIZES).def,
        link("f", "account").def,
        links("f", "account").def,
        any_link("f").def,
        email("f").def,
        phone("f").def,
        url("f").def,
        address("f").def,
        serial("f", "D").def,
    ];
    names.map(|field| field.kind).to_vec()
}

fn kind(name: &str) -> Kind {
    kinds().into_iter().find(|kind| kind.behave().name() == name).expect("a kind")
}

#[test]
fn each_kind_reads_what_people_write() {
    let table = [
        ("text", "  Acme  ", "Acme"),
        ("text", "a\tb\nc", "a b c"),
        ("long_text", "one\r\ntwo", "one\ntwo"),
        ("number", "1 234,5", "1234.5"),
        ("number", "1,234.50", "1234.5"),
        ("number", "1.234,50", "1234.5"),
        ("number", "1,234,567", "1234567"),
        ("number", "−3", "-3"),
        ("money", "1054", "1054.00 EUR"),
        ("money", "€ 1 200,50", "1200.50 EUR"),
        ("money", "99.9 usd", "99.90 USD"),
        ("money", "JPY 500", "500 JPY"),
        ("percent", "12,5 %", "12.5"),
        ("date", "2026-3-9", "2026-03-09"),
        ("date", "20260309", "2026-03-09"),
        ("time", "9:30", "09:30:00"),
        ("moment", "2026-03-09 10:00", "2026-03-09T10:00:00Z"),
        ("moment", "2026-03-09T10:00:00+03:00", "2026-03-09T07:00:00Z"),
        ("yes_no", "Да", "yes"),
        ("choice", "Very large", "very_large"),
        ("choices", "very_large, small", "small; very_large"),
        ("email", "Ann@Example.COM", "Ann@example.com"),
        ("phone", "+33 1 42 68 53 00", "+33142685300"),
        ("url", "example.com/a", "https://example.com/a"),
        ("address", "Kenya", "Kenya"),
        ("address", "1 Rue X\nParis\n\n75001\nFrance", "1 Rue X\nParis\n\n75001\nFrance"),
    ];
    for (name, written, kept) in table {
        let kind = kind(name);
        let value = kind
            .behave()
            .parse(written, &Reading::default())
            .unwrap_or_else(|f| panic!("{name} {written}: {f}"));
        assert_eq!(kind.behave().text(&value), kept, "{name} {written}");
    }
}

#[test]
fn each_kind_refuses_what_it_cannot_keep() {
    let table = [
        ("number", "12a", "error-number"),
        ("number", "1.234", "error-number-decimals"),
        ("number", "99999999999999999999", "error-number-range"),
        ("number", "1,2,3", "error-number"),
        ("money", "1.005", "error-money-decimals"),
        ("money", "5 ABC", "error-currency"),
        ("money", "1e30", "error-money"),
        ("percent", "x%", "error-percent"),
        ("date", "31.02.2026", "error-date"),
        ("date", "2026-02-30", "error-date"),
        ("date", "09/03/2026", "error-date"),
        ("time", "25:00", "error-time"),
        ("moment", "yesterday", "error-moment"),
        ("yes_no", "maybe", "error-yes-no"),
        ("choice", "huge", "error-choice"),
        ("link", "Acme", "error-id"),
        ("email", "ann@", "error-email"),
        ("email", "a b@example.com", "error-email"),
        ("email", "ann@example.com\r\nBcc: x@y.zz", "error-email"),
        ("phone", "call me", "error-phone"),
        ("url", "javascript:alert(1)", "error-url"),
        ("url", "file:///etc/passwd", "error-url"),
        ("address", "a\nb", "error-address"),
        ("any_link", "Acme", "error-any-link"),
        ("any_link", "account:12", "error-any-link"),
        ("any_link", "x\"; drop:0000000000042", "error-any-link"),
    ];
    for (name, written, fault) in table {
        let read = kind(name).behave().parse(written, &Reading::default());
        assert_eq!(read.map_err(|f: Fault| f.key), Err(fault), "{name} {written}");
    }
}

#[test]
fn programs_are_held_to_the_length_of_what_they_send() {
    let whole = "a".repeat(255);
    let blank = format!("  {whole}  ");
    let signs = format!("{whole}\u{1}\u{2}");
    let table = [(&whole, true, true), (&blank, true, false), (&signs, true, false)];
    for (sent, typed, json) in table {
        let kind = kind("text");
        let length = sent.chars().count();
        assert_eq!(kind.behave().parse(sent, &Reading::default()).is_ok(), typed, "typed, {length}");
        assert_eq!(
            kind.behave().read_json(&sent.as_str().into(), &Reading::default()).is_ok(),
            json,
            "sent, {length}"
        );
    }
}

#[test]
fn text_json_and_cells_give_the_value_back() {
    let table = [
        ("text", "Acme"),
        ("number", "12.34"),
        ("money", "12.30 USD"),
        ("percent", "33.3333"),
        ("date", "2024-02-29"),
        ("time", "23:59:59"),
        ("moment", "2026-03-09T07:00:00.123456Z"),
        ("yes_no", "no"),
        ("choice", "small"),
        ("choices", "small; very_large"),
        ("link", "0000000000042"),
        ("any_link", "account:0000000000042"),
        ("email", "a@b.cd"),
        ("phone", "+442079460000"),
        ("url", "https://a.bc"),
        ("address", "1 X | Y\nParis\n\n75001\nFrance"),
        ("long_text", "a\nb"),
        ("serial", "D-1"),
    ];
    let reading = Reading::default();
    for (name, written) in table {
        let kind = kind(name);
        let behave = kind.behave();
        let value = behave.parse(written, &reading).unwrap_or_else(|f| panic!("{name}: {f}"));
        assert!(!value.is_none(), "{name}");
        assert_eq!(behave.parse(&behave.text(&value), &reading), Ok(value.clone()), "{name} by text");
        assert_eq!(behave.read_json(&behave.json(&value), &reading), Ok(value.clone()), "{name} by JSON");
        let mut cells = Vec::new();
        behave.cells(&value, &mut cells);
        assert_eq!(cells.len(), behave.columns().len(), "{name}");
        assert_eq!(behave.value(&cells), value, "{name} by cells");
    }
    for kind in kinds() {
        assert_eq!(kind.behave().parse("  ", &reading), Ok(crate::Value::None), "{}", kind.behave().name());
        let mut cells = Vec::new();
        kind.behave().cells(&crate::Value::None, &mut cells);
        assert_eq!(kind.behave().value(&cells), crate::Value::None);
    }
}
