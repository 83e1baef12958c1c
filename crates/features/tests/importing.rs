//! Bringing files in, told on both databases: what is proposed, what a check says, what comes in and what does not.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use cordee_base::Problem;
use cordee_kit::{Check, Imports, Look, Wishes};
use cordee_records::{Actor, Door, Query, Search, system::import};
use cordee_schema::{Draft, Filter, Path as FieldPath, Value};
use support::{World, worlds};

fn look(world: &World, object: &str, file: &std::path::Path) -> Look {
    let object = world.registry.catalog.object(object).expect("an object");
    world
        .registry
        .imports
        .look(&world.records, &world.actor(), object, file, &Default::default())
        .expect("a look")
}

fn check(world: &World, file: &std::path::Path, mapping: &str) -> Check {
    let imports = world.registry.imports;
    imports.check(&world.records, &world.actor(), file, mapping, &mut |_| (), &mut |_| true).expect("a check")
}

/// The values of a field of all records of an object, as text, in order.
fn values(world: &World, object: &str, field: &'static str) -> Vec<String> {
    let object = world.registry.catalog.object(object).expect("an object");
    let list =
        move |gate: &mut cordee_records::Gate<'_>| gate.list(&Query { limit: 200, ..Query::of(object) });
    let page = world.records.read_now(&world.actor(), list).expect("a list");
    let text = |record: &cordee_schema::Record| match record.title_of(field) {
        Some(title) => title.to_owned(),
        None => {
            let kind = object.field(field).expect("a field").kind;
            kind.behave().text(record.value(field).unwrap_or(&Value::None))
        }
    };
    let mut values: Vec<String> = page.records.iter().map(text).collect();
    values.sort();
    values
}

#[test]
fn columns_are_recognised_by_name_in_five_languages_and_by_content() {
    for world in worlds() {
        let file = world.file(
            "contacts.csv",
            "Prénom;Фамилия;mail;Téléphone;geboren\nAnna;Berg;a@berg.example;+33 1 42 68 53 00;1.2.1980\n\
             Ivan;Orlov;i@orlov.example;+33 1 42 68 53 01;3.4.1981\n",
        );
        let look = look(&world, "contact", &file);
        assert_eq!(
            (look.delimiter.as_str(), look.encoding.as_str(), look.header),
            ("semicolon", "UTF-8", true)
        );
        let targets: Vec<&str> = look.columns.iter().map(|column| column.target.as_str()).collect();
        assert_eq!(targets[..4], ["first_name", "last_name", "email", "phone"]);
        world.import("contact", &file, None);
        assert_eq!(values(&world, "contact", "last_name"), ["Berg", "Orlov"]);
        assert_eq!(values(&world, "contact", "phone"), ["+33142685300", "+33142685301"]);
    }
}

#[test]
fn a_check_names_every_problem_proposes_what_may_be_meant_and_writes_nothing() {
    for world in worlds() {
        world.import("product", &world.file("products.csv", "name\nGTX Pro\nMG Special\n"), None);
        let text = "name,pipeline,stage,product,amount,type\n\
            One,Sales,Proposal,GTXPro,5,new\n\
            Two,Sales,Proposal,MG Special,much,renewall\n\
            Three,Sales,Proposal,MG Special,7,new\n\
            ,Sales,Proposal,MG Special,8,new\n\
            Five,Sales,Nowhere,MG Special,9,new\n";
        let file = world.file("deals.csv", text);
        let mapping = look(&world, "opportunity", &file).mapping;
        let found = check(&world, &file, &mapping);
        assert_eq!(world.count("opportunity"), 0);
        assert_eq!((found.progress.rows, found.progress.created, found.progress.failed), (5, 1, 4));
        let told: Vec<(u64, &str, &str)> = found
            .problems
            .iter()
            .map(|problem| (problem.line, problem.column.as_deref().unwrap_or(""), problem.fault.key))
            .collect();
        let expected = [
            (2, "product", "error-link-missing"),
            (3, "amount", "error-money"),
            (3, "type", "error-choice"),
            (5, "name", "error-required"),
            (6, "stage", "error-link-missing"),
        ];
        assert_eq!(told, expected);
        let near: Vec<(&str, &str, &str)> = found
            .near
            .iter()
            .map(|near| (near.column.as_str(), near.value.as_str(), near.meant.as_str()))
            .collect();
        assert_eq!(near, [("product", "GTXPro", "GTX Pro"), ("type", "renewall", "renewal")]);

        // What is near is only taken when the mapping says so.
        let translate =
            |near: &cordee_kit::Near| (near.column.clone(), near.value.clone(), near.meant.clone());
        let wishes = Wishes { translate: found.near.iter().map(translate).collect(), ..Wishes::default() };
        let header: Vec<String> =
            text.lines().next().expect("a header").split(',').map(str::to_owned).collect();
        let mapping = world
            .registry
            .imports
            .settle(&world.registry.catalog, &mapping, &header, &wishes)
            .expect("a mapping");
        let (_, progress) = world.import("opportunity", &file, Some(&mapping));
        assert_eq!((progress.created, progress.failed), (2, 3));
        assert_eq!(values(&world, "opportunity", "product"), ["GTX Pro", "MG Special"]);

        // The rejected rows come as a file that can be mended and brought in again.
        let rejected = std::fs::read_to_string(file.with_extension("rejected.csv")).expect("a file");
        let expected = "name,pipeline,stage,product,amount,type,Reason\r\n\
            Two,Sales,Proposal,MG Special,much,renewall,amount: “much” is not an amount. Write it like 1250.50 EUR.\r\n\
            ,Sales,Proposal,MG Special,8,new,name: Please fill this in.\r\n\
            Five,Sales,Nowhere,MG Special,9,new,\"stage: Stage: nothing found for “Nowhere”. Choose one that exists, \
            or create it first.\"\r\n";
        assert_eq!(rejected, expected);
        let mended = rejected
            .replace("much", "6")
            .replace(",Sales,Proposal,MG Special,8", "Four,Sales,Proposal,MG Special,8")
            .replace("Nowhere", "Won");
        let (_, progress) = world.import("opportunity", &world.file("mended.csv", &mended), Some(&mapping));
        assert_eq!((progress.created, progress.failed), (3, 0));
    }
}

#[test]
fn records_are_matched_created_and_updated_and_the_whole_is_undone() {
    for world in worlds() {
        let (first, _) = world.import(
            "account",
            &world.file("one.csv", "name,domain,employees\nAcme,acme.example,5\nBolt,bolt.example,6\n"),
            None,
        );
        let before = world.content("account");
        let mapping = r#"{"object": "account", "mode": "create_and_update", "match": ["domain"], "columns": [
            {"column": "Firma", "field": "name"}, {"column": "Web", "field": "domain"},
            {"column": "Leute", "field": "employees", "number": {"decimal": "comma", "thousands": "point"}},
            {"column": "Mutter", "field": "parent.name", "on_missing": "create", "create_with": {"lifecycle": "customer"}},
            {"column": "Stadt", "field": "address.city"}]}"#;
        let text = "Firma;Web;Leute;Mutter;Stadt\nAcme AG;ACME.example;1.500;Holding;Bern\n\
            Bolt;bolt.example;6;;\nCask;cask.example;;Holding;\n";
        let file = world.file("two.csv", text);
        let found = check(&world, &file, mapping);
        assert_eq!(found.creates, [("account", 1)]);
        let (second, progress) = world.import("account", &file, Some(mapping));
        assert_eq!((progress.created, progress.updated, progress.skipped, progress.failed), (2, 1, 1, 0));
        assert_eq!(values(&world, "account", "name"), ["Acme AG", "Bolt", "Cask", "Holding"]);
        assert_eq!(values(&world, "account", "parent"), ["", "", "Holding", "Holding"]);
        assert_eq!(values(&world, "account", "employees"), ["", "", "1500", "6"]);
        assert_eq!(
            values(&world, "account", "lifecycle").iter().filter(|text| *text == "customer").count(),
            1
        );

        assert_eq!((finds(&world, "cask.example"), finds(&world, "acme ag")), (1, 1));
        let undone = world.undo(second);
        assert_eq!((undone.created, undone.updated, undone.done), (2, 1, true));
        assert_eq!(world.content("account"), before);
        assert_eq!(world.undo(second).created, 0, "what is undone stays undone");
        world.undo(first);
        assert_eq!(world.count("account"), 0);
        assert_eq!((finds(&world, "cask"), finds(&world, "acme")), (0, 0), "nor is it found");
    }
}

/// How many records a search finds.
fn finds(world: &World, text: &str) -> usize {
    let search = Search { text: text.to_owned(), objects: Vec::new(), limit: 50 };
    let found = world.records.read_now(&world.actor(), move |gate| gate.search(&search)).expect("searched");
    found.iter().map(|one| one.hits.len()).sum()
}

#[test]
fn namesakes_are_told_apart_by_the_links_they_share_with_the_row() {
    for world in worlds() {
        world.import("account", &world.file("accounts.csv", "name\nAcme\nBolt\n"), None);
        let contacts = "first_name,last_name,account\nAnna,Berg,Acme\nAnna,Berg,Bolt\n";
        world.import("contact", &world.file("contacts.csv", contacts), None);
        let deals = "name,pipeline,stage,account,contact\nOne,Sales,Proposal,Bolt,Anna Berg\n\
            Two,Sales,Proposal,,Anna Berg\n";
        let (id, progress) = world.import("opportunity", &world.file("deals.csv", deals), None);
        assert_eq!((progress.created, progress.failed), (1, 1));
        let imports = world.registry.imports;
        let record =
            world.records.read_now(&world.actor(), move |gate| imports.get(gate, id)).expect("there");
        let rejected = std::fs::read_to_string(record.get(import::REJECTS).expect("a file")).expect("rows");
        assert!(rejected.contains("2 records match “Anna Berg”"), "{rejected}");
    }
}

#[test]
fn an_import_stops_between_chunks_and_goes_on_and_nobody_else_runs_it_meanwhile() {
    for world in worlds() {
        let rows: String = (0..5_700).map(|n| format!("Product {n}\n")).collect();
        let file = world.file("products.csv", &format!("name\n{rows}"));
        let id = world.start("product", &file, None);
        let imports = world.registry.imports;
        let stopped = imports.run(&world.records, &world.actor(), id, &mut |progress| progress.rows < 2_000);
        let stopped = stopped.expect("a stop");
        assert_eq!((stopped.rows, stopped.done, world.count("product")), (2_000, false, 2_000));

        // Somebody else takes it further behind this one's back.
        let late = imports.run(&world.records, &world.actor(), id, &mut |progress| {
            if progress.rows == 4_000 {
                world.resume(id);
            }
            true
        });
        assert!(matches!(late, Err(Problem::Conflict(fault)) if fault.key == "error-import-elsewhere"));
        assert_eq!(world.count("product"), 5_700);

        // A file that has changed is not the file of the import.
        let other = world.start("product", &world.file("other.csv", "name\nA\n"), None);
        world.file("other.csv", "name\nB\n");
        let changed = imports.run(&world.records, &world.actor(), other, &mut |_| true);
        assert!(matches!(changed, Err(Problem::Invalid(faults)) if faults[0].key == "error-file-changed"));
    }
}

#[test]
fn what_is_taken_out_comes_in_again_as_it_was() {
    for (from, to) in worlds().into_iter().zip(worlds()) {
        let text = "foreign_id,name,industry,annual_revenue,address.city,website,description\n\
            a1,\"Acme, \"\"the\"\" firm\",retail,1200.50 USD,Kyiv,https://acme.example,\"two\nlines\"\n\
            a2,=1+1,software,,,,\na3,-5 people,,0.01 USD,北京,,\n";
        from.import("account", &from.file("accounts.csv", text), None);
        let contacts = "first_name,last_name,email,account\nAnna,Berg,a@berg.example,=1+1\n";
        from.import("contact", &from.file("contacts.csv", contacts), None);
        for object in ["account", "contact"] {
            let file = to.file(&format!("{object}.csv"), &whole(&from, object));
            let (_, progress) = to.import(object, &file, None);
            assert_eq!(progress.failed, 0);
            assert_eq!(without_origin(&to.content(object)), without_origin(&from.content(object)));
            // Brought in once more, nothing changes.
            let (_, again) = to.import(object, &to.file("again.csv", &whole(&to, object)), None);
            assert_eq!((again.created, again.updated, again.failed), (0, 0, 0));
        }
        assert!(whole(&from, "account").contains(",'=1+1,"), "a spreadsheet must not reckon it");
    }
}

/// The lines without their last two cells: a record that had no foreign id has its old id for one.
fn without_origin(content: &str) -> Vec<&str> {
    content.lines().map(|line| line.rsplitn(3, ',').last().unwrap_or_default()).collect()
}

/// All records of an object as the CSV file that is taken out.
fn whole(world: &World, object: &str) -> String {
    let object = world.registry.catalog.object(object).expect("an object");
    String::from_utf8(world.export(object, cordee_kit::Format::Csv)).expect("UTF-8")
}

#[test]
fn one_brings_in_and_takes_out_only_what_one_may() {
    for world in worlds() {
        let person = |role: &'static str| {
            let make = move |gate: &mut cordee_records::Gate<'_>| {
                let roles = gate.catalog().object("role").expect("roles");
                let key = FieldPath::resolve(gate.catalog(), roles, "key")?;
                let role = gate.list(&Query::of(roles).filter(Filter::is(key, Value::Text(role.into()))))?;
                let users = gate.catalog().object("user").expect("users");
                let mut draft = Draft::new(users);
                draft.set("name", Value::Text("Somebody".into()));
                draft.set("role", Value::Link(role.records[0].head.id));
                gate.create(draft)
            };
            let id = world.records.write_now(&world.actor(), make).expect("a user");
            Actor::user(world.workspace, id, Door::Page)
        };
        let (seller, integrator) = (person("account_executive"), person("integrator"));
        let file = world.file("accounts.csv", "name\nAcme\n");
        let imports: &dyn Imports = world.registry.imports;
        let mapping = look(&world, "account", &file).mapping;
        let rejects = world.folder.join("rejects.csv");
        let start = |actor: &Actor| imports.start(&world.records, actor, &file, &mapping, &rejects);
        assert_eq!(start(&seller), Err(Problem::NotAllowed));
        let id = start(&integrator).expect("a start");
        imports.run(&world.records, &integrator, id, &mut |_| true).expect("an import");
        assert_eq!(
            world.records.read_now(&seller, move |gate| imports_of(gate, id)).err(),
            Some(Problem::NotFound),
            "another's import is nobody's business"
        );

        let accounts = world.registry.catalog.object("account").expect("accounts");
        let export = move |gate: &mut cordee_records::Gate<'_>| {
            gate.list(&Query { export: true, ..Query::of(accounts) }).map(|page| page.records.len())
        };
        assert_eq!(
            world.records.read_now(&seller, export),
            Ok(0),
            "sees all accounts, takes out only their own"
        );
        assert_eq!(world.records.read_now(&integrator, export), Ok(1));
    }
}

fn imports_of(gate: &mut cordee_records::Gate<'_>, id: cordee_base::Id) -> cordee_base::Outcome<()> {
    cordee_features::registry().imports.get(gate, id).map(drop)
}
