//! What is taken out in any format comes in again as it was, on both databases.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use cordee_kit::Format;
use cordee_records::Query;
use cordee_schema::{Object, Value};
use support::{World, worlds};

fn object(world: &World, name: &str) -> &'static Object {
    world.registry.catalog.object(name).expect("an object")
}

/// What every record of an object holds in its own fields, links by the title they lead to.
fn held(world: &World, object: &'static Object, but: &[&str]) -> Vec<Vec<String>> {
    let list =
        move |gate: &mut cordee_records::Gate<'_>| gate.list(&Query { limit: 200, ..Query::of(object) });
    let page = world.records.read_now(&world.actor(), list).expect("a list");
    let mut all: Vec<Vec<String>> = page
        .records
        .iter()
        .map(|record| {
            let told = |field: &cordee_schema::FieldDef| match record.title_of(field.name) {
                Some(title) => title.to_owned(),
                None => format!("{:?}", record.value(field.name).unwrap_or(&Value::None)),
            };
            object.fields.iter().filter(|field| !but.contains(&field.name)).map(told).collect()
        })
        .collect();
    all.sort();
    all
}

/// The rates at which other currencies count.
fn rates(world: &World) {
    let rates = "currency,valid_from,rate\nJPY,2020-01-01,0.0065\nEUR,2020-01-01,1.10\n";
    let (_, progress) = world.import("currency_rate", &world.file("currency_rate.csv", rates), None);
    assert_eq!(progress.created, 2);
}

fn company(world: &World) {
    rates(world);
    let accounts = "foreign_id,name,industry,annual_revenue,address.city,website,description,employees\n\
        a1,\"Acme, \"\"the\"\" firm\",retail,1200.50 USD,Kyiv,https://acme.example,\"two\nlines\",12\n\
        a2,=1+1,software,7 JPY,,,'=quoted,\na3,-5 people,,0.01 EUR,北京,,,0\n";
    let contacts = "first_name,last_name,email,account,phone,mobile,birthday,title,address.street,address.city,description\n\
        Anna,Berg,a@berg.example,=1+1,+13125550100,+13125550101,1980-02-01,CEO,1 Main St,Austin,\"one; two,\nthree\"\n\
        Зоя,Ёлкина,z@yolka.example,\"Acme, \"\"the\"\" firm\",,,,,,,\n";
    let deals = "name,pipeline,stage,account,amount,expected_close_date,probability,created_at,next_step\n\
        One,Sales,Proposal,=1+1,100.10 USD,2026-12-31,45,2026-01-02T03:04:05Z,call\n\
        Two,Sales,Won,-5 people,,2026-02-01,,2025-01-02T00:00:00Z,\n";
    for (name, text) in [("account", accounts), ("contact", contacts), ("opportunity", deals)] {
        let (_, progress) = world.import(name, &world.file(&format!("{name}.csv"), text), None);
        let rejected = std::fs::read_to_string(world.folder.join(format!("{name}.rejected.csv")));
        assert_eq!(progress.failed, 0, "{}", rejected.unwrap_or_default());
    }
}

#[test]
fn workbooks_and_json_come_in_as_they_went_out() {
    for format in [Format::Xlsx, Format::Json, Format::JsonLines, Format::Csv] {
        // From one kind of database to the other, where both are at hand.
        let (from, to) = (worlds().remove(0), worlds().pop().expect("a world"));
        company(&from);
        rates(&to);
        for name in ["account", "contact", "opportunity"] {
            let object = object(&from, name);
            let file = to.folder.join(format!("{name}.{}", format.name()));
            std::fs::write(&file, from.export(object, format)).expect("a file");
            let (_, progress) = to.import(name, &file, None);
            assert_eq!((progress.failed, progress.created), (0, from.count(name)), "{format:?} {name}");
            // Numbers are drawn anew.
            let but = ["number"];
            assert_eq!(held(&to, object, &but), held(&from, object, &but), "{format:?} {name}");
            let again = to.folder.join(format!("again.{}", format.name()));
            std::fs::write(&again, to.export(object, format)).expect("a file");
            let (_, again) = to.import(name, &again, None);
            assert_eq!((again.created, again.updated, again.failed), (0, 0, 0), "{format:?} {name}");
        }
    }
}

#[test]
fn people_come_in_as_contacts_and_go_out_as_contacts() {
    let (from, to) = (worlds().remove(0), worlds().pop().expect("a world"));
    company(&from);
    rates(&to);
    let contact = object(&from, "contact");
    let cards = from.export(contact, Format::Vcard);
    let text = String::from_utf8(cards.clone()).expect("UTF-8");
    assert!(text.contains("TEL;TYPE=CELL:+13125550101\r\n") && text.contains(":Ёлкина;Зоя"), "{text}");
    let file = to.folder.join("people.vcf");
    std::fs::write(&file, &cards).expect("a file");
    // Whom they work for is created only if the mapping says so.
    let (_, progress) = to.import("contact", &file, None);
    assert_eq!((progress.created, progress.failed), (0, 2));
    let account = object(&from, "account");
    let accounts = to.folder.join("accounts.json");
    std::fs::write(&accounts, from.export(account, Format::Json)).expect("a file");
    to.import("account", &accounts, None);
    let (_, progress) = to.import("contact", &file, None);
    assert_eq!((progress.created, progress.failed), (2, 0));
    let but = ["source", "owner"];
    assert_eq!(held(&to, contact, &but), held(&from, contact, &but));
    let imports = from.registry.imports;
    let begin = move |gate: &mut cordee_records::Gate<'_>| {
        imports.export(gate, &Query::of(account), Format::Vcard).map(drop)
    };
    assert!(from.records.read_now(&from.actor(), begin).is_err(), "an account is nobody one calls");
}
