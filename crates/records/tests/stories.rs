//! What the gate promises, told on both databases.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use cordee_base::{Currency, Date, Decimal, Id, Money, Period, Problem};
use cordee_records::*;
use cordee_schema::*;
use support::{company, deal, line, worlds};

fn eur(amount: i64) -> Money {
    Money::from_minor(amount * 100, Currency::EUR)
}

fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

fn new_deal(name: &str, amount: Option<i64>, closes: Option<&str>) -> Draft {
    let mut draft = Draft::new(&deal::DEAL).with(deal::NAME, name.to_owned());
    if let Some(amount) = amount {
        draft = draft.with(deal::AMOUNT, eur(amount));
    }
    if let Some(closes) = closes {
        draft = draft.with(deal::CLOSES, day(closes));
    }
    draft
}

#[test]
fn a_record_is_created_read_changed_trashed_and_restored() {
    for world in worlds() {
        let system = world.system();
        let id = world
            .records
            .write_now(&system, |gate| gate.create(new_deal("Ärger", Some(5), None)))
            .expect("created");
        let record = world.records.read_now(&system, move |gate| gate.get(&deal::DEAL, id)).expect("read");
        assert_eq!(record.get(deal::NUMBER).as_deref(), Some("D-2026-0001"));
        assert_eq!(record.get(deal::STATE).as_deref(), Some("open"));
        assert_eq!((record.head.version, record.title()), (1, "Ärger".to_owned()));

        let change = Draft::new(&deal::DEAL).with(deal::AMOUNT, eur(7));
        let version = world.records.write_now(&system, move |gate| gate.update(id, Some(1), change.clone()));
        assert_eq!(version, Ok(2));
        let late = Draft::new(&deal::DEAL).with(deal::AMOUNT, eur(8));
        let stale = world.records.write_now(&system, move |gate| gate.update(id, Some(1), late.clone()));
        assert_eq!(stale, Err(Problem::Stale { now: 2 }));

        world.records.write_now(&system, move |gate| gate.trash(&deal::DEAL, id, None)).expect("trashed");
        assert_eq!(
            world.records.read_now(&system, move |gate| gate.get(&deal::DEAL, id)).err(),
            Some(Problem::NotFound)
        );
        world.records.write_now(&system, move |gate| gate.restore(&deal::DEAL, id)).expect("restored");
        let history = world
            .records
            .read_now(&system, move |gate| gate.history(&deal::DEAL, id, None, 10))
            .expect("history");
        let verbs: Vec<&str> = history.iter().map(|entry| entry.verb.as_str()).collect();
        assert_eq!(verbs, ["restore", "trash", "update", "create"]);
        let amount = &history[2].changes[0];
        assert_eq!(
            (amount.field, &amount.old, &amount.new),
            ("amount", &Value::Money(eur(5)), &Value::Money(eur(7)))
        );
        let verdict = world.records.read_now(&system, |gate| gate.verify_journal()).expect("verified");
        assert_eq!(verdict.broken_at, None);
        assert_eq!(verdict.checked, 4);
    }
}

#[test]
fn pages_walk_every_order_to_the_end_and_back_to_none_twice() {
    for world in worlds() {
        let system = world.system();
        world
            .records
            .write_now(&system, |gate| {
                for n in 0..60 {
                    let amount = (n % 7 != 0).then_some(n % 5);
                    let closes = (n % 4 != 0).then(|| format!("2026-0{}-01", 1 + n % 3));
                    gate.create(new_deal(&format!("Deal {:02}", n % 20), amount, closes.as_deref()))?;
                }
                Ok(())
            })
            .expect("created");
        let orders: [&[(&str, bool)]; 7] = [
            &[],
            &[("name", false)],
            &[("name", true)],
            &[("amount", false), ("closes", true)],
            &[("amount", true), ("name", false)],
            &[("closes", false), ("amount", false), ("name", true)],
            &[("created_at", true)],
        ];
        for order in orders {
            let sort: Vec<Sort> =
                order.iter().map(|(field, descending)| Sort { field, descending: *descending }).collect();
            let mut query = Query { sort, limit: 7, ..Query::of(&deal::DEAL) };
            let mut seen: Vec<Record> = Vec::new();
            loop {
                let asked = query.clone();
                let page = world.records.read_now(&system, move |gate| gate.list(&asked)).expect("a page");
                seen.extend(page.records);
                match page.next {
                    Some(next) => query.cursor = Some(next),
                    None => break,
                }
                assert!(seen.len() <= 60, "{order:?} goes round");
            }
            let mut ids: Vec<Id> = seen.iter().map(|record| record.head.id).collect();
            ids.sort();
            ids.dedup();
            assert_eq!((seen.len(), ids.len()), (60, 60), "{order:?}");
            for pair in seen.windows(2) {
                let mut at = std::cmp::Ordering::Equal;
                for (field, descending) in order {
                    let def = deal::DEAL.field(field).expect("a field");
                    let (left, right) = (pair[0].any_value(def), pair[1].any_value(def));
                    let order = def.kind.behave().compare(&left, &right);
                    let nulls = left.is_none() || right.is_none();
                    at = if *descending && !nulls { order.reverse() } else { order };
                    if at.is_ne() {
                        break;
                    }
                }
                assert!(at.is_le(), "{order:?}: {:?} before {:?}", pair[0], pair[1]);
            }
        }
    }
}

#[test]
fn one_sees_what_one_may_and_nothing_else() {
    for world in worlds() {
        let grants = r#"{"objects": {"*": {"read": "own", "create": "own", "edit": "own", "delete": "own"},
            "user": {"read": "all"}}, "fields": {"company": {"secret_note": "hidden", "domain": "read_only"}}}"#;
        let seller = world.role("Seller", grants);
        let lead = world
            .role("Lead", r#"{"objects": {"*": {"read": "team", "edit": "team"}, "user": {"read": "all"}}}"#);
        let (north, south) = (world.team("North", None), world.team("South", None));
        let below = world.team("Far north", Some(north));
        let ann = world.person("Ann", seller, Some(below));
        let bob = world.person("Bob", seller, Some(south));
        let lea = world.person("Lea", lead, Some(north));
        let nobody = world.person("Nobody", world.role("None", "{}"), None);
        let acme = Draft::new(&company::COMPANY).with(company::NAME, "Acme".to_owned());
        let anns =
            world.records.write_now(&ann, move |gate| gate.create(acme.clone())).expect("Ann's company");
        let see = |actor: &Actor| {
            world.records.read_now(actor, move |gate| gate.get(&company::COMPANY, anns)).map(|r| r.title())
        };
        assert_eq!(see(&ann), Ok("Acme".to_owned()));
        assert_eq!(see(&lea), Ok("Acme".to_owned()), "a team's lead sees the teams below");
        assert_eq!(see(&bob), Err(Problem::NotFound));
        assert_eq!(see(&nobody), Err(Problem::NotFound));

        let hidden = Draft::new(&company::COMPANY).with(company::SECRET_NOTE, "x".to_owned());
        let refused = world.records.write_now(&ann, move |gate| gate.update(anns, None, hidden.clone()));
        assert!(
            matches!(&refused, Err(Problem::Invalid(f)) if f[0].key == "error-unknown-field"),
            "{refused:?}"
        );
        let fixed = Draft::new(&company::COMPANY).with(company::DOMAIN, "acme.example".to_owned());
        let refused = world.records.write_now(&ann, move |gate| gate.update(anns, None, fixed.clone()));
        assert!(matches!(&refused, Err(Problem::Invalid(f)) if f[0].key == "error-read-only"), "{refused:?}");
        let filter = world.filter(&company::COMPANY, "secret_note = \"x\"");
        let guess = Query::of(&company::COMPANY).filter(filter);
        let refused = world.records.read_now(&ann, move |gate| gate.list(&guess)).err();
        assert!(
            matches!(&refused, Some(Problem::Invalid(f)) if f[0].key == "error-unknown-field"),
            "{refused:?}"
        );

        let bobs_deal = new_deal("For Acme", None, None).with(deal::COMPANY, anns);
        let refused = world.records.write_now(&bob, move |gate| gate.create(bobs_deal.clone()));
        assert!(
            matches!(&refused, Err(Problem::Invalid(f)) if f[0].key == "error-link-missing"),
            "{refused:?}"
        );
        let deals = new_deal("For Acme", None, None)
            .with(deal::COMPANY, anns)
            .with(deal::OWNER, bob.user_id().expect("Bob"));
        let id =
            world.records.write_now(&world.system(), move |gate| gate.create(deals.clone())).expect("a deal");
        let shown = world.records.read_now(&bob, move |gate| gate.get(&deal::DEAL, id)).expect("Bob's deal");
        assert_eq!(
            (shown.value("company"), shown.title_of("company")),
            (Some(&Value::None), None),
            "a link to what is hidden is as if it were empty"
        );
        let part = Draft::new(&line::LINE).with(line::NAME, "Part".to_owned()).with(line::DEAL, id);
        let refused = part.clone();
        assert!(world.records.write_now(&ann, move |gate| gate.create(refused.clone())).is_err());
        let part = world
            .records
            .write_now(&bob, move |gate| gate.create(part.clone()))
            .expect("a part of one's own");
        assert!(world.records.read_now(&bob, move |gate| gate.get(&line::LINE, part)).is_ok());
        assert_eq!(
            world.records.read_now(&ann, move |gate| gate.get(&line::LINE, part)).err(),
            Some(Problem::NotFound)
        );
    }
}

#[test]
fn the_past_can_be_asked() {
    for world in worlds() {
        let system = world.system();
        let mut draft =
            new_deal("Told by an import", Some(10), Some("2026-02-01")).with(deal::STATE, "won".to_owned());
        draft.created_at = Some("2026-01-05T00:00:00Z".parse().expect("a moment"));
        let since = "2026-02-01T00:00:00Z".parse().expect("a moment");
        let past = Past {
            from: "2026-01-05T00:00:00Z".parse().expect("a moment"),
            values: Draft::new(&deal::DEAL).with(deal::STATE, "open".to_owned()),
        };
        let told = world.records.write_now(&system, move |gate| {
            gate.create_with_history(draft.clone(), Some(since), vec![past.clone()])
        });
        let told = told.expect("created");
        let own = world
            .records
            .write_now(&system, |gate| gate.create(new_deal("Ours", Some(1), None)))
            .expect("created");
        world.at("2026-03-05T09:00:00Z");
        let change = Draft::new(&deal::DEAL).with(deal::AMOUNT, eur(4));
        world
            .records
            .write_now(&system, move |gate| gate.update(own, None, change.clone()))
            .expect("changed");

        let state = |id: Id, then: &str| {
            let then = then.parse().expect("a moment");
            world
                .records
                .read_now(&system, move |gate| gate.get_as_of(&deal::DEAL, id, then))
                .map(|r| r.get(deal::STATE))
        };
        assert_eq!(state(told, "2026-01-04T00:00:00Z"), Err(Problem::NotFound));
        assert_eq!(state(told, "2026-01-20T00:00:00Z"), Ok(Some("open".to_owned())));
        assert_eq!(state(told, "2026-02-01T00:00:00Z"), Ok(Some("won".to_owned())));
        let sum = |then: Option<&str>| {
            let grouping = Grouping {
                object: &deal::DEAL,
                by: vec![],
                measures: vec![Measure::of(Reckon::Sum(
                    Path::resolve(world.records.catalog(), &deal::DEAL, "amount").expect("a path"),
                ))],
                filter: Filter::everything(),
                as_of: then.map(|then| then.parse().expect("a moment")),
            };
            let rows = world.records.read_now(&system, move |gate| gate.group(&grouping)).expect("a sum");
            rows[0].values[0].map(|minor| minor / Decimal::ONE_HUNDRED)
        };
        assert_eq!(sum(None), Some(Decimal::from(14)));
        assert_eq!(sum(Some("2026-03-03T00:00:00Z")), Some(Decimal::from(11)));
        assert_eq!(sum(Some("2025-03-03T00:00:00Z")), None);
    }
}

#[test]
fn groups_count_and_add_up_by_links_and_periods() {
    for world in worlds() {
        let system = world.system();
        world
            .records
            .write_now(&system, |gate| {
                let acme =
                    gate.create(Draft::new(&company::COMPANY).with(company::NAME, "Acme".to_owned()))?;
                for n in 1..=12i64 {
                    let draft = new_deal(&format!("D{n}"), Some(n), Some(&format!("2026-{n:02}-15")));
                    let draft = if n % 2 == 0 { draft.with(deal::COMPANY, acme) } else { draft };
                    gate.create(if n > 9 { draft.with(deal::STATE, "won".to_owned()) } else { draft })?;
                }
                Ok(())
            })
            .expect("created");
        let path = |text: &str| Path::resolve(world.records.catalog(), &deal::DEAL, text).expect("a path");
        let won = world.filter(&deal::DEAL, "state = won");
        let grouping = Grouping {
            object: &deal::DEAL,
            by: vec![
                By { path: path("company"), period: None },
                By { path: path("closes"), period: Some(Period::Quarter) },
            ],
            measures: vec![Measure::of(Reckon::Sum(path("amount"))), Measure::when(Reckon::Count, won)],
            filter: world.filter(&deal::DEAL, "amount > 2"),
            as_of: None,
        };
        let rows = world.records.read_now(&system, move |gate| gate.group(&grouping)).expect("groups");
        let told: Vec<String> = rows
            .iter()
            .map(|row| {
                let keys: Vec<&str> = row.keys.iter().map(|key| key.text.as_str()).collect();
                format!(
                    "{} {} {}",
                    keys.join("/"),
                    row.values[0].expect("a sum") / Decimal::ONE_HUNDRED,
                    row.values[1].expect("a count")
                )
            })
            .collect();
        let wanted = [
            "Acme/2026-Q2 10 0",
            "Acme/2026-Q3 8 0",
            "Acme/2026-Q4 22 2",
            "/2026-Q1 3 0",
            "/2026-Q2 5 0",
            "/2026-Q3 16 0",
            "/2026-Q4 11 1",
        ];
        assert_eq!(told, wanted);
    }
}

#[test]
fn a_merge_loses_nothing_and_can_be_undone() {
    for world in worlds() {
        let system = world.system();
        let (keep, lose, deals) = world
            .records
            .write_now(&system, |gate| {
                let company = |name: &str| Draft::new(&company::COMPANY).with(company::NAME, name.to_owned());
                let keep = gate.create(company("Acme"))?;
                let lose =
                    gate.create(company("ACME Ltd").with(company::DOMAIN, "acme.example".to_owned()))?;
                gate.create(company("Child").with(company::PARENT, lose))?;
                let deal = |n: i64| new_deal(&format!("D{n}"), None, None).with(deal::COMPANY, lose);
                let deals = (0..3).map(|n| gate.create(deal(n))).collect::<Result<Vec<Id>, Problem>>()?;
                Ok((keep, lose, deals))
            })
            .expect("created");
        let all = |object: &'static Object| {
            let records = world
                .records
                .read_now(&system, move |gate| gate.list(&Query::of(object)))
                .expect("a list")
                .records;
            let told = |r: &Record| {
                format!(
                    "{} {:?}",
                    r.title(),
                    r.fields().map(|(f, v)| (f.name, v.clone())).collect::<Vec<_>>()
                )
            };
            records.iter().map(told).collect::<Vec<String>>()
        };
        let before = (all(&company::COMPANY), all(&deal::DEAL));
        world
            .records
            .write_now(&system, move |gate| gate.merge(&company::COMPANY, keep, lose, &["name".to_owned()]))
            .expect("merged");
        let merged = world
            .records
            .read_now(&system, move |gate| gate.get(&company::COMPANY, lose))
            .expect("found where it went");
        assert_eq!((merged.head.id, merged.title()), (keep, "ACME Ltd".to_owned()));
        assert_eq!(merged.get(company::DOMAIN).as_deref(), Some("acme.example"));
        let first = deals[0];
        let deal = world.records.read_now(&system, move |gate| gate.get(&deal::DEAL, first)).expect("a deal");
        assert_eq!(deal.get(deal::COMPANY), Some(keep));
        world.records.write_now(&system, move |gate| gate.unmerge(&company::COMPANY, lose)).expect("undone");
        assert_eq!((all(&company::COMPANY), all(&deal::DEAL)), before);
        assert_eq!(
            world.records.read_now(&system, |gate| gate.verify_journal()).expect("verified").broken_at,
            None
        );
    }
}

#[test]
fn merges_on_merges_are_undone_one_by_one() {
    for world in worlds() {
        let system = world.system();
        let told = world.records.write_now(&system, |gate| {
            let company = |name: &str| Draft::new(&company::COMPANY).with(company::NAME, name.to_owned());
            let [a, b, c] = ["A", "B", "C"].map(company);
            let (a, b, c) = (gate.create(a)?, gate.create(b)?, gate.create(c)?);
            gate.merge(&company::COMPANY, b, a, &[])?;
            Ok((a, b, c))
        });
        let (a, b, c) = told.expect("merged once");
        let merge = move |gate: &mut cordee_records::Gate<'_>| gate.merge(&company::COMPANY, c, b, &[]);
        world.records.write_now(&system, merge).expect("merged twice");
        let undo = |lost| world.records.write_now(&system, move |gate| gate.unmerge(&company::COMPANY, lost));
        let leads =
            |id| world.records.read_now(&system, move |gate| Ok(gate.get(&company::COMPANY, id)?.title()));
        let last = |id| world.records.read_now(&system, move |gate| gate.last_merged(&company::COMPANY, id));
        assert_eq!((leads(a), last(c)), (Ok("C".to_owned()), Ok(Some(b))));
        assert_eq!(
            undo(a).map_err(|problem| problem.to_string()),
            Err("invalid; error-merged-further".to_owned())
        );
        assert_eq!((undo(b), leads(a), last(c), last(b)), (Ok(c), Ok("B".to_owned()), Ok(None), Ok(Some(a))));
        assert_eq!((undo(a), leads(a), last(b)), (Ok(b), Ok("A".to_owned()), Ok(None)));
    }
}

#[test]
fn what_is_wrong_is_told_by_field_and_nothing_is_written() {
    for world in worlds() {
        let system = world.system();
        let first = Draft::new(&company::COMPANY)
            .with(company::NAME, "A".to_owned())
            .with(company::DOMAIN, "a.example".to_owned());
        let id = world.records.write_now(&system, {
            let first = first.clone();
            move |gate| gate.create(first.clone())
        });
        let id = id.expect("created");
        let position = |world: &support::World| {
            world.records.read_now(&world.system(), |gate| gate.journal_position()).expect("a number")
        };
        let before = position(&world);
        let twice = world.records.write_now(&system, move |gate| gate.create(first.clone()));
        assert!(
            matches!(&twice, Err(Problem::Conflict(f)) if f.field.as_deref() == Some("domain")),
            "{twice:?}"
        );
        let empty = world.records.write_now(&system, |gate| gate.create(Draft::new(&company::COMPANY)));
        assert!(matches!(&empty, Err(Problem::Invalid(f)) if f[0].key == "error-required"), "{empty:?}");
        let circle = Draft::new(&company::COMPANY).with(company::PARENT, id);
        let circle = world.records.write_now(&system, move |gate| gate.update(id, None, circle.clone()));
        assert!(matches!(&circle, Err(Problem::Invalid(f)) if f[0].key == "error-loop"), "{circle:?}");
        let retired = new_deal("X", None, None).with(deal::STATE, "old".to_owned());
        let retired = world.records.write_now(&system, move |gate| gate.create(retired.clone()));
        assert!(
            matches!(&retired, Err(Problem::Invalid(f)) if f[0].key == "error-choice-retired"),
            "{retired:?}"
        );
        let dollars = new_deal("X", None, None).with(deal::AMOUNT, Money::from_minor(1, Currency::USD));
        let dollars = world.records.write_now(&system, move |gate| gate.create(dollars.clone()));
        assert!(
            matches!(&dollars, Err(Problem::Invalid(f)) if f[0].key == "error-rate-missing"),
            "{dollars:?}"
        );
        assert_eq!(position(&world), before, "a refusal writes nothing");
    }
}
