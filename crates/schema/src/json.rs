//! A record as JSON, written straight to bytes: what it holds by name, links by id, their titles beside. The API, the
//! command line and exported files write it so.

use std::io::Write;

use cordee_base::{Date, Id, Moment};
use serde_json::Value as Json;

use crate::record::Titled;
use crate::{FieldDef, Record, SYSTEM_FIELDS, Value};

/// The member with the titles of linked records; it is for reading and passed over when it comes back.
pub const TITLES: &str = "titles";
/// The member with the number of changes.
pub const VERSION: &str = "version";

/// Writes a record with the fields that were asked for (all that could be read, if none were).
pub fn write_record(out: &mut Vec<u8>, record: &Record, fields: Option<&[&'static str]>) {
    let asked = |name: &str| fields.is_none_or(|fields| fields.contains(&name));
    out.extend_from_slice(b"{\"id\":");
    write_id(out, record.head.id);
    // Writing to a vector can't fail.
    let _ = write!(out, ",\"version\":{}", record.head.version);
    for field in SYSTEM_FIELDS.iter().filter(|field| field.name != "id" && asked(field.name)) {
        write_name(out, field.name);
        write_head(out, record, field);
    }
    for (field, value) in record.fields().filter(|(field, _)| !field.secret && asked(field.name)) {
        write_name(out, field.name);
        write_value(out, field, value);
    }
    let mut before = format!(",\"{TITLES}\":{{");
    for (field, titles) in record.titled().into_iter().filter(|(field, _)| !field.secret && asked(field.name))
    {
        let _ = write!(out, "{before}\"{}\":", field.name);
        match titles {
            Titled::Many(titles) => drop(serde_json::to_writer(&mut *out, titles)),
            Titled::One(title) => write_text(out, title),
        }
        before = ",".to_owned();
    }
    if before == "," {
        out.push(b'}');
    }
    out.push(b'}');
}

/// A member's name, after the comma.
pub fn write_name(out: &mut Vec<u8>, name: &str) {
    out.extend_from_slice(b",\"");
    out.extend_from_slice(name.as_bytes());
    out.extend_from_slice(b"\":");
}

/// A text in quotes.
pub fn write_text(out: &mut Vec<u8>, text: &str) {
    let _ = serde_json::to_writer(out, text);
}

/// What `Behave::json` gives, without building it first where that is often and easy.
fn write_value(out: &mut Vec<u8>, field: &FieldDef, value: &Value) {
    match value {
        Value::Text(text) => write_text(out, text),
        Value::Link(id) => write_id(out, *id),
        Value::YesNo(yes) => out.extend_from_slice(if *yes { b"true" } else { b"false" }),
        Value::Date(date) => write_date(out, *date),
        Value::Money(money) => {
            let _ = write!(
                out,
                "{{\"amount\":\"{}\",\"currency\":\"{}\"}}",
                money.amount(),
                money.currency().code()
            );
        }
        other => match whole(other) {
            Some(number) => drop(write!(out, "{number}")),
            None => write_json(out, &field.kind.behave().json(other)),
        },
    }
}

/// The number, where it is a whole one that JSON keeps as it is.
fn whole(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) if number.scale() == 0 && number.mantissa().unsigned_abs() < 1 << 53 => {
            i64::try_from(number.mantissa()).ok()
        }
        _ => None,
    }
}

/// A date, digit by digit: lists have many.
fn write_date(out: &mut Vec<u8>, date: Date) {
    let Ok(year) = u16::try_from(date.year()) else {
        drop(write!(out, "\"{date}\""));
        return;
    };
    let digit = |number: u16, place: u16| b'0' + (number / place % 10) as u8;
    let (month, day) = (date.month().unsigned_abs().into(), date.day().unsigned_abs().into());
    out.push(b'"');
    out.extend([1000, 100, 10, 1].map(|place| digit(year, place)));
    for part in [month, day] {
        out.extend([b'-', digit(part, 10), digit(part, 1)]);
    }
    out.push(b'"');
}

/// A field that every record has.
fn write_head(out: &mut Vec<u8>, record: &Record, field: &FieldDef) {
    let head = &record.head;
    match field.name {
        "created_at" => write_moment(out, Some(head.created_at)),
        "updated_at" => write_moment(out, Some(head.updated_at)),
        "deleted_at" => write_moment(out, head.deleted_at),
        "created_by" => write_link(out, head.created_by),
        "updated_by" => write_link(out, head.updated_by),
        _ => write_value(out, field, &record.any_value(field)),
    }
}

fn write_moment(out: &mut Vec<u8>, moment: Option<Moment>) {
    let _ = match moment {
        Some(moment) => write!(out, "\"{moment}\""),
        None => out.write_all(b"null"),
    };
}

fn write_link(out: &mut Vec<u8>, id: Option<Id>) {
    match id {
        Some(id) => write_id(out, id),
        None => out.extend_from_slice(b"null"),
    }
}

fn write_id(out: &mut Vec<u8>, id: Id) {
    let _ = write!(out, "\"{id}\"");
}

fn write_json(out: &mut Vec<u8>, json: &Json) {
    let _ = serde_json::to_writer(out, json);
}

#[cfg(test)]
mod tests {
    use cordee_base::Decimal;

    use super::*;
    use crate::{date, number};

    #[test]
    fn what_is_written_quickly_is_what_the_kinds_say() {
        let numbers = ["0", "-5", "1.5", "-0.25", "9007199254740991", "9007199254740992", "120"];
        let numbers =
            numbers.map(|text| (number("n", 4).def, Value::Number(text.parse::<Decimal>().expect(text))));
        let dates = [(1, 1, 1), (2024, 2, 29), (9999, 12, 31), (-5, 3, 4)];
        let dates = dates.map(|(y, m, d)| (date("d").def, Value::Date(Date::new(y, m, d).expect("a date"))));
        for (field, value) in numbers.into_iter().chain(dates) {
            let mut written = Vec::new();
            write_value(&mut written, &field, &value);
            let said = field.kind.behave().json(&value).to_string();
            assert_eq!(String::from_utf8(written).expect("text"), said, "{value:?}");
        }
    }
}
