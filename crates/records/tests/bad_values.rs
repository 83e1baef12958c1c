//! Values that nobody should send: each is refused with a fault that names it, or kept as well as it can be. Nothing
//! ends as our own failure, on either database.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use std::fmt::Debug;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use cordee_base::{Currency, Date, Decimal, Id, Moment, Money, Outcome, Period, Problem};
use cordee_records::*;
use cordee_schema::{Address, Condition, Draft, Filter, Operand, Operator, Path, Reading, Relative, Value};
use serde_json::{Value as Json, json};
use support::every_kind::{self, THING};
use support::{World, worlds_of};

/// Neither our own failure nor a database that does not answer.
#[track_caller]
fn sound<T: Debug>(outcome: Outcome<T>, context: &str) -> Outcome<T> {
    let ours = matches!(outcome, Err(Problem::Internal(_) | Problem::Busy { .. } | Problem::Full));
    assert!(!ours, "{context}: {outcome:?}");
    outcome
}

#[track_caller]
fn refused<T: Debug>(outcome: Outcome<T>, keys: &[&str], context: &str) {
    let known =
        matches!(&outcome, Err(Problem::Invalid(faults)) if faults.iter().any(|f| keys.contains(&f.key)));
    assert!(known, "{context}: {outcome:?}");
}

fn thing(field: &str, value: Value) -> Draft {
    let mut draft = Draft::new(&THING);
    draft.set("name", Value::Text("A thing".to_owned()));
    draft.set(field, value);
    draft
}

fn created(world: &World, draft: Draft) -> Outcome<Id> {
    world.records.write_now(&world.system(), move |gate| gate.create(draft.clone()))
}

fn read(world: &World, id: Id) -> cordee_schema::Record {
    world.records.read_now(&world.system(), move |gate| gate.get(&THING, id)).expect("read")
}

fn path(text: &str) -> Path {
    Path::resolve(&every_kind::catalog(), &THING, text).expect("a path")
}

fn grouped(world: &World, by: Vec<By>, what: Reckon) -> Outcome<Vec<GroupRow>> {
    let filter = Filter::everything();
    let grouping = Grouping { object: &THING, by, measures: vec![Measure::of(what)], filter, as_of: None };
    world.records.read_now(&world.system(), move |gate| gate.group(&grouping))
}

#[test]
fn hostile_cursors() {
    for world in worlds_of(every_kind::catalog) {
        every_kind::fill(&world, 3, 30);
        for field in ["name", "count", "size", "price", "day", "at", "created_at"] {
            for more in [None, Some("good"), Some("hour"), Some("place")] {
                let key = |field: &'static str| Sort { field, descending: false };
                let sort: Vec<Sort> = [field].into_iter().chain(more).map(key).collect();
                let query = Query { sort, limit: 3, ..Query::of(&THING) };
                let ask =
                    |query: Query| world.records.read_now(&world.system(), move |gate| gate.list(&query));
                let next = ask(query.clone()).expect("a page").next.expect("another page");
                let genuine: Json =
                    serde_json::from_slice(&BASE64.decode(&next).expect("base64")).expect("JSON");
                let mut forged: Vec<String> = vec![
                    String::new(),
                    "%%%".to_owned(),
                    "A".repeat(100_000),
                    next[..next.len() - 1].to_owned(),
                    BASE64.encode(r#"["","",[]]"#),
                    BASE64.encode("[".repeat(10_000)),
                ];
                let cells = [
                    json!(null),
                    json!({"i": i64::MAX}),
                    json!({"i": i64::MIN}),
                    json!({"s": "x"}),
                    json!({"s": "\u{0}"}),
                    json!({"s": "\u{10ffff}"}),
                    json!({"s": "'; DROP TABLE thing; --"}),
                    json!({"n": "79228162514264337593543950335", "c": 0}),
                    json!({"n": "1e28", "c": 3}),
                    json!({"n": "1", "c": 255}),
                    json!({"n": "-0.0000000000000000000000000001", "c": 3}),
                    json!({"b": true}),
                    json!({"d": "0001-01-01"}),
                    json!({"d": "-009999-01-01"}),
                    json!({"d": "9999-12-31"}),
                    json!({"t": "23:59:59.999999999"}),
                    json!({"m": i64::MAX}),
                    json!({"m": i64::MIN}),
                    json!({}),
                    json!([1]),
                ];
                for cell in cells {
                    for place in 0..query.sort.len() {
                        for id in [json!(0), json!(i64::MAX), json!(i64::MIN), json!(1.5), genuine[1].clone()]
                        {
                            let mut cursor = genuine.clone();
                            cursor[1] = id;
                            cursor[2][place] = cell.clone();
                            forged.push(BASE64.encode(cursor.to_string()));
                        }
                    }
                }
                for cursor in forged {
                    let told =
                        BASE64.decode(&cursor).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
                    let context = format!("{:?} {field} {more:?} {told:.200?}", world.store.dialect());
                    let answer = sound(ask(Query { cursor: Some(cursor), ..query.clone() }), &context);
                    if answer.is_err() {
                        refused(answer, &["error-cursor"], &context);
                    }
                }
                // A cursor of one list opens no other.
                let other =
                    Query { cursor: Some(next), ..query.clone() }.filter(world.filter(&THING, "count > 3"));
                refused(ask(other), &["error-cursor"], field);
            }
        }
    }
}

#[test]
fn hostile_orders_and_limits() {
    for world in worlds_of(every_kind::catalog) {
        let ask =
            |query: Query| world.records.read_now(&world.system(), move |gate| gate.list(&query).map(|_| ()));
        for limit in [0, 201, u32::MAX] {
            refused(ask(Query { limit, ..Query::of(&THING) }), &["error-limit"], "limit");
        }
        for field in [
            "",
            "nothing",
            "name\"",
            "name; DROP TABLE thing",
            "1",
            "password",
            "notes",
            "tags",
            "address",
            "id",
        ] {
            for descending in [false, true] {
                let sort = vec![Sort { field, descending }];
                refused(ask(Query { sort, ..Query::of(&THING) }), &["error-sort"], field);
            }
        }
        let sort: Vec<Sort> =
            ["name", "count", "size", "day"].map(|field| Sort { field, descending: false }).to_vec();
        refused(ask(Query { sort, ..Query::of(&THING) }), &["error-limit"], "four keys");
        let odd = Query { fields: Some(vec!["", "nothing", "name\" FROM user --"]), ..Query::of(&THING) };
        assert_eq!(ask(odd), Ok(()), "fields that are none are passed over");
    }
}

#[test]
fn text_with_nul_and_letters_of_four_bytes() {
    const NUL: &str = "a\0b🚀\u{10ffff}𝒳";
    for world in worlds_of(every_kind::catalog) {
        for field in ["name", "plain", "notes", "mail", "phone", "page", "state"] {
            let context = format!("{:?} {field}", world.store.dialect());
            let done = sound(created(&world, thing(field, Value::Text(NUL.to_owned()))), &context);
            if let Ok(id) = done {
                let kept = read(&world, id).value(field).and_then(Value::as_text).map(str::to_owned);
                assert_eq!(kept.as_deref(), Some("ab🚀\u{10ffff}𝒳"), "{context}");
            }
        }
        let address = Address { street: NUL.to_owned(), country: "🏔\0".to_owned(), ..Address::default() };
        let id = sound(created(&world, thing("address", Value::Address(Box::new(address)))), "an address");
        assert!(
            matches!(read(&world, id.expect("kept")).value("address"), Some(Value::Address(a)) if a.country == "🏔")
        );
        let mut foreign = thing("plain", Value::None);
        foreign.foreign = Some((NUL.to_owned(), NUL.to_owned()));
        let id = sound(created(&world, foreign), "a foreign id").expect("kept");
        let asked = world.records.read_now(&world.system(), move |gate| {
            let found = gate.find_foreign(&THING, NUL, NUL)?;
            gate.lookup(&THING, NUL, 10)?;
            gate.lookup(&THING, &"🚀%_\\".repeat(100_000), 10)?;
            gate.with_text(&THING, THING.field("plain").expect("a field"), NUL)?;
            gate.find_by(&THING, &FindBy::Foreign(NUL.to_owned()), &[NUL.to_owned()], &[])?;
            gate.find_by(&THING, &FindBy::Id, &[NUL.to_owned()], &[])?;
            gate.with_key(NUL)?;
            Ok(found)
        });
        assert_eq!(sound(asked, "looking up"), Ok(Some(id)));
        for (field, operator) in [
            ("name", Operator::Contains),
            ("plain", Operator::StartsWith),
            ("notes", Operator::Contains),
            ("address.city", Operator::Is),
            ("place.address.country", Operator::Contains),
            ("source_system", Operator::Is),
            ("tags", Operator::Has),
            ("words", Operator::Has),
        ] {
            for text in [NUL.to_owned(), "%".repeat(100_000), "\\".to_owned(), "'".repeat(1000)] {
                let operand = Operand::Values(vec![Value::Text(text.clone())]);
                let filter = Filter::Where(Condition { path: path(field), operator, operand });
                let query = Query::of(&THING).filter(filter);
                let found = world.records.read_now(&world.system(), move |gate| gate.count(&query));
                let context = format!("{:?} {field} {text:.20}", world.store.dialect());
                match sound(found, &context) {
                    Ok(found) => assert!(found <= 1, "{context}"),
                    refusal => refused(refusal, &["error-text-long"], &context),
                }
            }
        }
        let verdict =
            world.records.read_now(&world.system(), |gate| gate.verify_journal()).expect("verified");
        assert_eq!(verdict.broken_at, None);
    }
}

#[test]
fn numbers_beyond_what_a_column_holds() {
    for world in worlds_of(every_kind::catalog) {
        let decimal = |text: &str| text.parse::<Decimal>().expect("a number");
        for (field, text) in [
            ("count", "1000000000000000000"),
            ("count", "-79228162514264337593543950335"),
            ("size", "1000000000000000"),
            ("size", "79228162514264337593543950335"),
            ("share", "100000000000000"),
        ] {
            let done = created(&world, thing(field, Value::Number(decimal(text))));
            refused(done, &["error-number-range"], &format!("{:?} {field} {text}", world.store.dialect()));
        }
        for (field, text) in [
            ("count", "999999999999999999"),
            ("count", "-999999999999999999"),
            ("size", "-999999999999999.999"),
            ("share", "99999999999999.9999"),
        ] {
            let id = created(&world, thing(field, Value::Number(decimal(text)))).expect(text);
            assert_eq!(read(&world, id).value(field), Some(&Value::Number(decimal(text))), "{field}");
        }
        for minor in [i64::MAX, i64::MIN, 0] {
            let money = Money::from_minor(minor, Currency::EUR);
            let id = created(&world, thing("price", Value::Money(money))).expect("kept");
            assert_eq!(read(&world, id).value("price"), Some(&Value::Money(money)));
        }
        // What is added up may be more than a column holds.
        for text in ["count", "size", "share", "price"] {
            for what in [Reckon::Sum(path(text)), Reckon::Min(path(text)), Reckon::Max(path(text))] {
                let context = format!("{:?} {what:?}", world.store.dialect());
                let rows = sound(grouped(&world, vec![], what), &context).expect(text);
                assert!(rows[0].values[0].is_some(), "{context}");
            }
        }
        let by = |text: &str| vec![By { path: path(text), period: None }];
        for (text, of) in [("price", "price"), ("count", "size"), ("state", "count")] {
            sound(grouped(&world, by(text), Reckon::Sum(path(of))), text).expect(text);
        }
    }
}

#[test]
fn sums_are_exact_however_large() {
    for world in worlds_of(every_kind::catalog) {
        let most: Decimal = "999999999999999999".parse().expect("a number");
        for share in ["100", "0.0001", "33.3333"] {
            for _ in 0..20 {
                let mut draft = thing("count", Value::Number(most));
                draft.set("price", Value::Money(Money::from_minor(900_000_000_000_000_017, Currency::EUR)));
                draft.set("share", Value::Number(share.parse().expect("a share")));
                created(&world, draft).expect("created");
            }
        }
        let one = |what: Reckon| grouped(&world, vec![], what).expect("a sum")[0].values[0].expect("a value");
        let sixty = Decimal::from(60);
        assert_eq!(one(Reckon::Sum(path("count"))), most * sixty);
        let price = Decimal::from(900_000_000_000_000_017_i64);
        assert_eq!(one(Reckon::Sum(path("price"))), price * sixty);
        let shares: Decimal = "133.3334".parse().expect("a number");
        let weighted = one(Reckon::Weighted(path("price"), path("share")));
        assert_eq!(weighted, price * shares * Decimal::from(20), "{:?}", world.store.dialect());
    }
}

#[test]
fn the_edges_of_time() {
    for world in worlds_of(every_kind::catalog) {
        for text in ["0001-01-01", "9999-12-31", "1582-10-10", "2024-02-29"] {
            let date: Date = text.parse().expect("a date");
            let id = created(&world, thing("day", Value::Date(date))).expect(text);
            assert_eq!(read(&world, id).value("day"), Some(&Value::Date(date)));
        }
        for text in ["-000001-01-01", "0000-12-31", "-009999-01-01"] {
            let date: Date = text.parse().expect("a date");
            refused(created(&world, thing("day", Value::Date(date))), &["error-date"], text);
        }
        for text in ["0001-01-01T00:00:00Z", "9999-12-30T22:00:00Z", "1969-12-31T23:59:59.999999Z"] {
            let moment: Moment = text.parse().expect("a moment");
            let id = created(&world, thing("at", Value::Moment(moment))).expect(text);
            assert_eq!(read(&world, id).value("at"), Some(&Value::Moment(moment)));
        }
        for micros in [i64::MIN, i64::MAX, -377_705_023_201_000_000, 253_402_207_200_000_001] {
            let done = created(&world, thing("at", Value::Moment(Moment::from_micros(micros))));
            refused(done, &["error-moment"], &format!("{:?} {micros}", world.store.dialect()));
        }
        for period in Period::ALL.map(|(_, period)| period) {
            for field in ["day", "at"] {
                let by = vec![By { path: path(field), period: Some(period) }];
                let rows = sound(grouped(&world, by, Reckon::Count), field).expect("groups");
                let counted: Decimal = rows.iter().filter_map(|row| row.values[0]).sum();
                assert_eq!(counted, 7.into(), "{field} by {period:?}");
            }
        }
        // The second before 1970 belongs to its own day.
        let by = vec![By { path: path("at"), period: Some(Period::Day) }];
        let days: Vec<String> = grouped(&world, by, Reckon::Count)
            .expect("days")
            .into_iter()
            .map(|row| row.keys[0].text.clone())
            .collect();
        assert!(days.contains(&"1969-12-31".to_owned()), "{:?} {days:?}", world.store.dialect());
        for then in [i64::MIN, -62_135_596_800_000_000, 0, i64::MAX] {
            let query = Query { as_of: Some(Moment::from_micros(then)), ..Query::of(&THING) };
            let answer = world.records.read_now(&world.system(), move |gate| gate.list(&query).map(|_| ()));
            assert_eq!(sound(answer, &format!("{:?} as of {then}", world.store.dialect())), Ok(()));
        }
        // Stretches of days counted from the first and the last day that there is.
        for now in ["0001-01-01T00:00:00Z", "9999-12-30T21:00:00Z"] {
            world.at(now);
            for name in
                ["yesterday", "tomorrow", "last_year", "next_quarter", "last_3660_days", "next_3660_days"]
            {
                for field in ["day", "at"] {
                    let operand = Operand::Relative(Relative::named(name).expect("a stretch"));
                    let filter =
                        Filter::Where(Condition { path: path(field), operator: Operator::Is, operand });
                    let query = Query::of(&THING).filter(filter);
                    let answer = world.records.read_now(&world.system(), move |gate| gate.count(&query));
                    assert!(sound(answer, &format!("{now} {name}")).is_ok());
                }
            }
        }
    }
}

#[test]
fn hostile_zones() {
    for world in worlds_of(every_kind::catalog) {
        let all = world.role("All", r#"{"objects": {"*": {"read": "all"}}}"#);
        let id = world.person("Ann", all, None).user_id().expect("a person");
        for zone in [
            "",
            "Mars/Olympus",
            "UTC'; DROP TABLE user; --",
            "../../etc/passwd",
            "+25:00",
            "\0",
            "Europe/Paris\n",
        ] {
            let draft = Draft::new(&system::user::USER).with(system::user::TIME_ZONE, zone.to_owned());
            let done =
                world.records.write_now(&world.system(), move |gate| gate.update(id, None, draft.clone()));
            refused(done, &["error-zone"], zone);
        }
        for zone in ["Pacific/Apia", "Asia/Kathmandu", "America/Havana", "Antarctica/Troll"] {
            let draft = Draft::new(&system::user::USER).with(system::user::TIME_ZONE, zone.to_owned());
            let done =
                world.records.write_now(&world.system(), move |gate| gate.update(id, None, draft.clone()));
            assert!(done.is_ok(), "{zone}");
            let actor = Actor::user(world.workspace, id, Door::Api);
            for day in ["2011-12-30T12:00:00Z", "2026-03-29T01:00:00Z", "2026-11-01T05:30:00Z"] {
                world.at(day);
                let filter = world.filter(&THING, "at in today or created_at in last_7_days");
                let query = Query::of(&THING).filter(filter);
                let answer = world.records.read_now(&actor, move |gate| gate.count(&query));
                assert_eq!(sound(answer, zone), Ok(0));
            }
        }
    }
}

#[test]
fn values_of_the_wrong_kind_are_refused() {
    for world in worlds_of(every_kind::catalog) {
        let values = [
            Value::Text("text".to_owned()),
            Value::Number(7.into()),
            Value::Money(Money::from_minor(1, Currency::EUR)),
            Value::Date(Date::constant(2026, 1, 1)),
            Value::Moment(Moment::from_micros(0)),
            Value::YesNo(true),
            Value::Choices(vec!["nothing".to_owned(), "open".to_owned()]),
            Value::Link(Id::from_i64(1)),
        ];
        for field in THING.fields {
            for value in &values {
                let context = format!("{:?} {} {value:?}", world.store.dialect(), field.name);
                if let Ok(id) = sound(created(&world, thing(field.name, value.clone())), &context) {
                    assert_eq!(read(&world, id).value(field.name), Some(value), "{context}");
                }
                if !field.kind.behave().operators().contains(&Operator::Is) {
                    continue;
                }
                let filter = Filter::is(Path::field(&THING, field), value.clone());
                let query = Query::of(&THING).filter(filter);
                let _ =
                    sound(world.records.read_now(&world.system(), move |gate| gate.count(&query)), &context);
            }
        }
        let text = Filter::parse(&"(".repeat(100_000), &every_kind::catalog(), &THING, &Reading::default());
        assert!(text.is_err());
    }
}
