//! Formula fields that a workspace declares: true after every write, and telling nobody what they may not see.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_records::{Actor, By, Count, Gate, Grouping, Measure, Query, Reckon, Sort, Total, system};
use cordee_schema::*;
use support::{World, worlds_of};

static FIRM: Object = object("firm", "firms").owner("owner").mergeable().fields(&[
    text("name").required().sorted().def,
    number("discount", 0).def,
    text("city").def,
    person("owner").def,
]);
static DEAL: Object = object("deal", "deals").owner("owner").mergeable().fields(&[
    text("name").required().sorted().def,
    money("amount").tracked().def,
    date("starts").def,
    date("ends").def,
    link("firm", "firm").def,
    person("owner").def,
]);

fn catalog() -> Catalog {
    Catalog::of(system::objects().into_iter().chain([&FIRM, &DEAL]))
}

fn write<T: Send + 'static>(
    world: &World,
    work: impl FnMut(&mut Gate<'_>) -> Outcome<T> + Send + 'static,
) -> Outcome<T> {
    world.records.write_now(&world.system(), work)
}

/// Declares a formula; gives the id of its declaration.
fn declare(world: &World, object: &str, label: &str, formula: &str) -> Outcome<Id> {
    let (object, label, formula) = (object.to_owned(), label.to_owned(), formula.to_owned());
    write(world, move |gate| {
        let draft = Draft::new(&system::custom_field::CUSTOM_FIELD)
            .with(system::custom_field::LABEL, label.clone())
            .with(system::custom_field::OBJECT, object.clone())
            .with(system::custom_field::KIND, "formula".to_owned())
            .with(system::custom_field::DECIMALS, 2.into())
            .with(system::custom_field::FORMULA, formula.clone());
        gate.create(draft)
    })
}

fn redeclare(world: &World, id: Id, name: &'static str, value: Value) -> Outcome<i64> {
    write(world, move |gate| {
        let mut draft = Draft::new(&system::custom_field::CUSTOM_FIELD);
        draft.set(name, value.clone());
        gate.update(id, None, draft)
    })
}

fn draft(object: &'static Object, values: &[(&str, &str)]) -> Draft {
    let mut draft = Draft::new(object);
    for (name, text) in values {
        let field = object.field(name).expect("a field");
        let value = field.kind.behave().parse(text, &Reading::default()).expect("a value");
        draft.set(name, value);
    }
    draft
}

fn create(world: &World, object: &'static Object, values: &[(&str, &str)]) -> Id {
    let draft = draft(object, values);
    write(world, move |gate| gate.create(draft.clone())).expect("made")
}

fn update(world: &World, object: &'static Object, id: Id, values: &[(&str, &str)]) -> i64 {
    let draft = draft(object, values);
    write(world, move |gate| gate.update(id, None, draft.clone())).expect("changed")
}

/// A field of a record as text; `-` where the actor doesn't see the field.
fn seen(world: &World, actor: &Actor, object: &'static Object, id: Id, name: &'static str) -> String {
    let record = world.records.read_now(actor, move |gate| {
        let object = gate.object(object.name)?;
        gate.get(object, id)
    });
    let record = record.expect("a record");
    let field = record.object.field(name).expect("declared");
    record.value(name).map_or("-".to_owned(), |value| field.kind.behave().text(value))
}

fn read(world: &World, object: &'static Object, id: Id, name: &'static str) -> String {
    seen(world, &world.system(), object, id, name)
}

fn refusal<T: std::fmt::Debug>(outcome: Outcome<T>) -> Fault {
    match outcome.expect_err("refused") {
        Problem::Invalid(mut faults) => faults.remove(0),
        other => Fault::whole("").with("problem", other),
    }
}

/// Two firms, a deal of the first, and what is reckoned of them.
fn offices(world: &World) -> (Id, Id, Id) {
    let firm = create(world, &FIRM, &[("name", "Acme"), ("discount", "10"), ("city", "Lyon")]);
    let other = create(world, &FIRM, &[("name", "Bolt"), ("discount", "50")]);
    let firm_text = firm.to_string();
    let deal = create(
        world,
        &DEAL,
        &[("name", "Ropes"), ("amount", "200.05"), ("starts", "2026-03-01"), ("firm", &firm_text)],
    );
    for (label, formula) in [
        ("Net", "amount * (100 - firm.discount) / 100"),
        ("Half", "x_net / 2"),
        ("Place", "name & \", \" & coalesce(firm.city, \"nowhere\")"),
        ("Days", "days_between(starts, ends)"),
        ("Large", "if(x_net > money(100, \"EUR\"), yes, no)"),
        ("Due", "add_days(ends, 30)"),
    ] {
        declare(world, "deal", label, formula).expect(label);
    }
    (firm, other, deal)
}

#[test]
fn a_formula_is_true_after_every_write() {
    for world in worlds_of(catalog) {
        let (firm, other, deal) = offices(&world);
        let deal_is = |name| read(&world, &DEAL, deal, name);
        // What was there before the formula is reckoned with its declaration.
        assert_eq!(deal_is("x_net"), "180.05 EUR");
        assert_eq!(deal_is("x_half"), "90.03 EUR");
        assert_eq!(deal_is("x_place"), "Ropes, Lyon");
        assert_eq!((deal_is("x_days"), deal_is("x_due")), (String::new(), String::new()));
        assert_eq!(deal_is("x_large"), "yes");

        update(&world, &DEAL, deal, &[("ends", "2026-03-11")]);
        assert_eq!((deal_is("x_days"), deal_is("x_due")), ("10".to_owned(), "2026-04-10".to_owned()));

        // A change of what is linked to, without a version of the deal; through formulas over formulas.
        let version = |id| write(&world, move |gate| Ok(gate.get(&DEAL, id)?.head.version)).expect("there");
        let before = version(deal);
        update(&world, &FIRM, firm, &[("discount", "60"), ("city", "")]);
        assert_eq!((deal_is("x_net"), deal_is("x_half")), ("80.02 EUR".to_owned(), "40.01 EUR".to_owned()));
        assert_eq!((deal_is("x_place"), deal_is("x_large")), ("Ropes, nowhere".to_owned(), "no".to_owned()));
        assert_eq!(version(deal), before);
        let history =
            world.records.read_now(&world.system(), move |gate| gate.history(&DEAL, deal, None, 50));
        let told = format!("{:?}", history.expect("a history"));
        assert!(!told.contains("x_net"), "the journal tells what was written: {told}");

        // Another firm; then the two are merged, and parted again.
        update(&world, &DEAL, deal, &[("firm", &other.to_string())]);
        assert_eq!(deal_is("x_net"), "100.03 EUR");
        write(&world, move |gate| gate.merge(&FIRM, firm, other, &[])).expect("merged");
        assert_eq!(deal_is("x_net"), "80.02 EUR");
        write(&world, move |gate| gate.unmerge(&FIRM, other)).expect("parted");
        assert_eq!(deal_is("x_net"), "100.03 EUR");
        // Two deals become one, which takes an amount of the other.
        let twin = create(&world, &DEAL, &[("name", "Ropes 2"), ("amount", "1000")]);
        assert_eq!(read(&world, &DEAL, twin, "x_net"), "");
        write(&world, move |gate| gate.merge(&DEAL, deal, twin, &["amount".to_owned()])).expect("merged");
        assert_eq!(deal_is("x_net"), "500.00 EUR");
        write(&world, move |gate| gate.unmerge(&DEAL, twin)).expect("parted");
        assert_eq!(deal_is("x_net"), "100.03 EUR");

        // In the trash and back, and without its firm.
        write(&world, move |gate| gate.trash(&DEAL, deal, None)).expect("in the trash");
        update(&world, &FIRM, other, &[("discount", "0")]);
        write(&world, move |gate| gate.restore(&DEAL, deal)).expect("back");
        assert_eq!(deal_is("x_net"), "200.05 EUR");
        write(&world, move |gate| gate.purge(&FIRM, other)).expect("gone");
        assert_eq!((deal_is("x_net"), deal_is("x_place")), (String::new(), "Ropes, nowhere".to_owned()));
    }
}

#[test]
fn many_records_are_reckoned_together() {
    for world in worlds_of(catalog) {
        let (firm, ..) = offices(&world);
        let drafts: Vec<Draft> = (0..1200)
            .map(|number| {
                let (name, amount, firm) =
                    (format!("Deal {number}"), (number % 7).to_string(), firm.to_string());
                draft(&DEAL, &[("name", &name), ("amount", &amount), ("firm", &firm)])
            })
            .collect();
        write(&world, move |gate| {
            let ready = drafts.iter().map(|draft| gate.prepare(draft.clone(), None, Vec::new()));
            let ready = ready.collect::<Outcome<Vec<_>>>()?;
            gate.create_all(ready)
        })
        .expect("made");
        let sum = |filter: &'static str| {
            let rows = world.records.read_now(&world.system(), move |gate| {
                let object = gate.object("deal")?;
                let path = Path::resolve(gate.catalog(), object, "x_net")?;
                let by = Path::resolve(gate.catalog(), object, "x_large")?;
                let filter = Filter::parse(filter, gate.catalog(), object, gate.reading())?;
                gate.group(&Grouping {
                    object,
                    by: vec![By { path: by, period: None }],
                    measures: vec![Measure::of(Reckon::Sum(path)), Measure::of(Reckon::Count)],
                    filter,
                    as_of: None,
                })
            });
            let rows = rows.expect("figures");
            rows.iter().map(|row| format!("{:?} {:?}", row.keys[0].value, row.values)).collect::<Vec<_>>()
        };
        // 171 times 0 to 6 and 0, 1, 2: 3594, of which nine tenths.
        assert_eq!(sum("name starts with Deal"), ["YesNo(false) [Some(323460), Some(1200)]"]);
        update(&world, &FIRM, firm, &[("discount", "50")]);
        assert_eq!(sum("name starts with Deal"), ["YesNo(false) [Some(179700), Some(1200)]"]);

        // Filtered and sorted by.
        let found = world.records.read_now(&world.system(), move |gate| {
            let object = gate.object("deal")?;
            let filter = Filter::parse(
                "x_net >= 3 and x_place contains lyon",
                gate.catalog(),
                object,
                gate.reading(),
            )?;
            let mut query = Query::of(object).filter(filter);
            query.sort = vec![Sort { field: "x_net", descending: true }];
            query.count = Count::Exact;
            gate.list(&query)
        });
        let found = found.expect("a list");
        assert_eq!(found.total, Total::Exact(172));
        assert_eq!(found.records[0].value("name"), Some(&Value::Text("Ropes".to_owned())));
    }
}

#[test]
fn a_roll_up_adds_up_a_formula_and_formulas_read_it() {
    for world in worlds_of(catalog) {
        let (firm, other, deal) = offices(&world);
        let total = write(&world, |gate| {
            use system::custom_field::*;
            let rolled = Draft::new(&CUSTOM_FIELD)
                .with(LABEL, "Total".to_owned())
                .with(OBJECT, "firm".to_owned())
                .with(KIND, "roll_up".to_owned())
                .with(ROLL_OF, "deal".to_owned())
                .with(ROLL_BY, "firm".to_owned())
                .with(ROLL_WHAT, "sum".to_owned())
                .with(ROLL_FIELD, "x_net".to_owned());
            gate.create(rolled)
        });
        let total = total.expect("declared");
        assert_eq!(read(&world, &FIRM, firm, "x_total"), "180.05 EUR");
        create(&world, &DEAL, &[("name", "Nets"), ("amount", "100"), ("firm", &firm.to_string())]);
        assert_eq!(read(&world, &FIRM, firm, "x_total"), "270.05 EUR");
        // What the formulas read changes, and so does what they add up to.
        update(&world, &FIRM, firm, &[("discount", "0")]);
        assert_eq!(read(&world, &FIRM, firm, "x_total"), "300.05 EUR");
        assert_eq!(read(&world, &FIRM, other, "x_total"), "0.00 EUR");

        // And the other way round: formulas read the roll-up, here and through a link, up to the last.
        declare(&world, "firm", "Bonus", "x_total * discount / 100").expect("sound");
        declare(&world, "deal", "Hope", "firm.x_bonus + amount").expect("sound");
        let is = |object, id, name| read(&world, object, id, name);
        assert_eq!(
            (is(&FIRM, firm, "x_bonus"), is(&FIRM, other, "x_bonus")),
            ("0.00 EUR".into(), "0.00 EUR".into())
        );
        update(&world, &FIRM, firm, &[("discount", "10")]);
        assert_eq!(
            (is(&FIRM, firm, "x_total"), is(&FIRM, firm, "x_bonus")),
            ("270.05 EUR".into(), "27.01 EUR".into())
        );
        assert_eq!(is(&DEAL, deal, "x_hope"), "227.06 EUR");
        let more =
            create(&world, &DEAL, &[("name", "Knots"), ("amount", "200"), ("firm", &firm.to_string())]);
        assert_eq!(
            (is(&FIRM, firm, "x_bonus"), is(&DEAL, deal, "x_hope")),
            ("45.01 EUR".into(), "245.06 EUR".into())
        );
        assert_eq!(is(&DEAL, more, "x_hope"), "245.01 EUR");
        write(&world, move |gate| gate.trash(&DEAL, more, None)).expect("in the trash");
        assert_eq!(is(&DEAL, deal, "x_hope"), "227.06 EUR");
        let new = create(&world, &FIRM, &[("name", "Coil"), ("discount", "20")]);
        assert_eq!(is(&FIRM, new, "x_bonus"), "0.00 EUR");

        // No circle, neither through what is added up nor through which of it.
        let net = world.records.read_now(&world.system(), |gate| {
            let text = "name = x_net";
            let filter =
                Filter::parse(text, gate.catalog(), &system::custom_field::CUSTOM_FIELD, gate.reading())?;
            Ok(gate.list(&Query::of(&system::custom_field::CUSTOM_FIELD).filter(filter))?.records[0].head.id)
        });
        let text = |text: &str| Value::Text(text.to_owned());
        let circle = redeclare(&world, net.expect("declared"), "formula", text("amount + firm.x_bonus"));
        assert_eq!(refusal(circle).key, "error-formula-cycle");
        let circle = redeclare(&world, total, "roll_filter", text("x_hope > 0"));
        assert_eq!(refusal(circle).key, "error-formula-cycle");
        assert_eq!(
            refusal(redeclare(&world, total, "retired", Value::YesNo(true))).key,
            "error-formula-reads"
        );
        redeclare(&world, total, "roll_filter", text("amount > 150")).expect("sound");
        assert_eq!(
            (is(&FIRM, firm, "x_total"), is(&FIRM, firm, "x_bonus")),
            ("180.05 EUR".into(), "18.01 EUR".into())
        );
        assert_eq!(is(&DEAL, deal, "x_hope"), "218.06 EUR");

        // Whoever sees only some of the deals would learn of the others.
        let grants = |deal: &str| {
            format!(r#"{{"objects": {{"deal": {{"read": "{deal}"}}, "firm": {{"read": "all"}}}}}}"#)
        };
        let all = world.person("All", world.role("All", &grants("all")), None);
        let own = world.person("Own", world.role("Own", &grants("own")), None);
        assert_eq!(seen(&world, &all, &FIRM, firm, "x_bonus"), "18.01 EUR");
        assert_eq!(seen(&world, &own, &FIRM, firm, "x_bonus"), "-");
    }
}

#[test]
fn instants_links_and_whatever_is_there_are_reckoned_with() {
    for world in worlds_of(catalog) {
        let (firm, other, deal) = offices(&world);
        for (label, formula) in [
            ("Firm", "firm"),
            ("Loose", "empty(firm)"),
            ("Kept", "owner = firm.owner"),
            ("Since", "hours_between(created_at, add_days(created_at, 2))"),
            ("Made", "created_at"),
        ] {
            declare(&world, "deal", label, formula).expect(label);
        }
        let is = |name| read(&world, &DEAL, deal, name);
        assert_eq!((is("x_firm"), is("x_loose"), is("x_since")), ("Acme".into(), "no".into(), "48".into()));
        assert_eq!(is("x_kept"), "");
        let made = write(&world, move |gate| Ok(gate.get(&DEAL, deal)?.head.created_at)).expect("there");
        assert_eq!(is("x_made"), made.to_string());
        update(&world, &FIRM, firm, &[("name", "Acme & Sons")]);
        assert_eq!(is("x_firm"), "Acme & Sons");
        update(&world, &DEAL, deal, &[("firm", &other.to_string())]);
        assert_eq!((is("x_firm"), is("x_loose")), ("Bolt".into(), "no".into()));
        update(&world, &DEAL, deal, &[("firm", "")]);
        assert_eq!((is("x_firm"), is("x_loose")), (String::new(), "yes".into()));
        // A new record has its instants from the first.
        let fresh = create(&world, &DEAL, &[("name", "Fresh"), ("firm", &firm.to_string())]);
        assert_eq!(read(&world, &DEAL, fresh, "x_since"), "48");
        assert_eq!(read(&world, &DEAL, fresh, "x_firm"), "Acme & Sons");
    }
}

#[test]
fn a_formula_that_could_not_hold_is_refused() {
    for world in worlds_of(catalog) {
        let (_, _, deal) = offices(&world);
        let table = [
            ("amount +", "error-formula-ends"),
            ("amont * 2", "error-formula-field"),
            ("amount + 1", "error-formula-type"),
            ("days_between(starts, today())", "error-formula-clock"),
            ("firm.owner.name", "error-formula-steps"),
            ("", "error-required"),
        ];
        for (text, key) in table {
            let fault = refusal(declare(&world, "deal", "Wrong", text));
            assert_eq!((fault.key, fault.field.as_deref()), (key, Some("formula")), "{text}");
        }
        // Nobody sets it; whoever tries is told.
        let set = write(&world, move |gate| gate.object("deal")).expect("known");
        assert_eq!(set.field("x_net").map(|field| field.rights), Some(Rights::Engine));

        let base = declare(&world, "deal", "Base", "1 + 1").expect("sound");
        let over = declare(&world, "deal", "Over", "x_base * 2").expect("sound");
        assert_eq!(
            (read(&world, &DEAL, deal, "x_base"), read(&world, &DEAL, deal, "x_over")),
            ("2".into(), "4".into())
        );
        let text = |text: &str| Value::Text(text.to_owned());
        assert_eq!(
            refusal(redeclare(&world, base, "formula", text("x_over + 1"))).key,
            "error-formula-cycle"
        );
        assert_eq!(
            refusal(redeclare(&world, base, "formula", text("x_base + 1"))).key,
            "error-formula-cycle"
        );
        assert_eq!(refusal(redeclare(&world, base, "formula", text("\"two\""))).key, "error-formula-result");
        assert_eq!(
            refusal(redeclare(&world, base, "retired", Value::YesNo(true))).key,
            "error-formula-reads"
        );
        let trashed = write(&world, move |gate| gate.trash(&system::custom_field::CUSTOM_FIELD, base, None));
        assert_eq!(refusal(trashed).key, "error-formula-reads");

        // Changed, all of it is reckoned anew; out of use and back, it has missed nothing.
        redeclare(&world, base, "formula", text("length(name)")).expect("sound");
        assert_eq!(
            (read(&world, &DEAL, deal, "x_base"), read(&world, &DEAL, deal, "x_over")),
            ("5".into(), "10".into())
        );
        redeclare(&world, over, "retired", Value::YesNo(true)).expect("out of use");
        update(&world, &DEAL, deal, &[("name", "Rope")]);
        redeclare(&world, over, "retired", Value::YesNo(false)).expect("in use");
        assert_eq!(read(&world, &DEAL, deal, "x_over"), "8");
    }
}

#[test]
fn a_formula_tells_nobody_what_they_may_not_see() {
    for world in worlds_of(catalog) {
        let (.., deal) = offices(&world);
        let grants = |firm: &str, fields: &str| {
            format!(
                r#"{{"objects": {{"deal": {{"read": "all", "edit": "all"}}, "firm": {{"read": "{firm}"}}}}, "fields": {{{fields}}}}}"#
            )
        };
        let person = |name: &str, grants: &str| world.person(name, world.role(name, grants), None);
        let whole = person("Whole", &grants("all", ""));
        let own = person("Own", &grants("own", ""));
        let no_amount = person("No amount", &grants("all", r#""deal": {"amount": "hidden"}"#));
        let no_discount = person("No discount", &grants("all", r#""firm": {"discount": "hidden"}"#));
        let seen = |actor: &Actor, name| seen(&world, actor, &DEAL, deal, name);
        assert_eq!(
            (seen(&whole, "x_net"), seen(&whole, "x_half")),
            ("180.05 EUR".into(), "90.03 EUR".into())
        );
        for (actor, place) in [(&own, "-"), (&no_amount, "Ropes, Lyon"), (&no_discount, "Ropes, Lyon")] {
            // Not by itself, not through a formula over it, and not by any condition.
            for name in ["x_net", "x_half", "x_large"] {
                assert_eq!(seen(actor, name), "-", "{name}");
                let asked = world.records.read_now(actor, move |gate| {
                    let object = gate.object("deal")?;
                    let text = format!("{name} is not empty");
                    let filter = Filter::parse(&text, gate.catalog(), object, gate.reading())?;
                    gate.count(&Query::of(object).filter(filter))
                });
                assert_eq!(refusal(asked).key, "error-unknown-field", "{name}");
            }
            assert_eq!(seen(actor, "x_place"), place);
        }
        // Who sees it can't set it.
        let set = world.records.write_now(&whole, move |gate| {
            let mut draft = Draft::new(gate.object("deal")?);
            draft.set("x_net", Value::None);
            gate.update(deal, None, draft)
        });
        assert_eq!(refusal(set).key, "error-read-only");
        // What they write is reckoned all the same.
        let rise = world
            .records
            .write_now(&no_discount, move |gate| gate.update(deal, None, draft(&DEAL, &[("amount", "100")])));
        rise.expect("changed");
        assert_eq!(seen(&whole, "x_net"), "90.00 EUR");
    }
}
