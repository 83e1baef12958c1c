//! Files as other programs write them: their columns are known by name, whatever the language.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use cordee_i18n::Language;
use cordee_records::{Query, Sort};
use cordee_schema::{FieldDef, Kind, Object, Rights, Value};
use cordee_ui::names;
use support::{World, shared, sqlite, worlds};

/// What the columns of a file are proposed to be brought into; a dash for nothing.
fn proposed(world: &World, object: &str, file: &std::path::Path) -> Vec<String> {
    let object = world.registry.catalog.object(object).expect("an object");
    let look = world.registry.imports.look(&world.records, &world.actor(), object, file, &Default::default());
    let columns = look.expect("a look").columns.into_iter();
    columns.map(|column| if column.target.is_empty() { "-".to_owned() } else { column.target }).collect()
}

#[test]
fn columns_of_other_programs_are_known() {
    let world = sqlite();
    let table: [(&str, &str, &str, &str); 9] = [
        (
            "contact",
            "Record ID,First Name,Last Name,Email,Phone Number,Job Title,Contact owner,Create Date,Associated Company IDs",
            "15,Ann,Berg,a@berg.example,+1 312 555 0100,CEO,Bob,2026-03-01 15:17,77",
            "foreign_id first_name last_name email phone title owner created_at account.foreign_id",
        ),
        (
            "opportunity",
            "Record ID,Deal Name,Pipeline,Deal Stage,Amount,Close Date,Deal owner,Associated Company",
            "9,One,Sales,Proposal,45362.12,2026-03-01,Bob,Acme",
            "foreign_id name pipeline stage amount expected_close_date owner account.name",
        ),
        (
            "contact",
            "Person - ID,Person - Name,Person - Email - Work,Person - Phone - Mobile,Person - Organization",
            "4,Ann Berg,a@berg.example,+1 312 555 0100,Acme",
            "foreign_id name email mobile account.name",
        ),
        (
            "opportunity",
            "Deal - ID,Deal - Title,Deal - Value,Deal - Organization,Deal - Pipeline,Deal - Stage,Deal - Expected close date",
            "4,One,100,Acme,Sales,Proposal,2026-03-01",
            "foreign_id name amount account.name pipeline stage expected_close_date",
        ),
        (
            "opportunity",
            "ID;Название сделки;Стадия сделки;Ответственный;Сумма;Компания;Контакт;Предполагаемая дата закрытия",
            "4;Один;Переговоры;Иван;100;Ромашка;Зоя;01.03.2026",
            "foreign_id name stage owner amount account.name contact.name expected_close_date",
        ),
        (
            "lead",
            "ID;Название лида;Название компании;Рабочий телефон;Рабочий e-mail;Должность;Возможная сумма;Комментарий",
            "4;Заявка;Ромашка;+7 495 123-45-67;a@b.example;директор;100;текст",
            "foreign_id name company phone email title estimated_value description",
        ),
        (
            "account",
            "Record Id,Account Owner.id,Account Owner,Account Name,Annual Revenue,Number of Employees,Billing City",
            "zcrm_1,zcrm_2,Bob,Acme,1000,5,Kyiv",
            "foreign_id - owner name annual_revenue employees address.city",
        ),
        (
            "opportunity",
            "Id,AccountId,Name,StageName,Amount,Probability,CloseDate,NextStep,LeadSource",
            "006x,001x,One,Proposal,100,45,2026-03-01,call,Web",
            "foreign_id account.foreign_id name stage amount probability expected_close_date next_step source",
        ),
        (
            "contact",
            "Prénom;Nom de famille;Adresse e-mail;Società",
            "Zoé;Roux;z@roux.example;Acme",
            "first_name last_name email -",
        ),
    ];
    for (object, header, row, expected) in table {
        let file = world.file("other.csv", &format!("{header}\n{row}\n"));
        assert_eq!(proposed(&world, object, &file).join(" "), expected, "{header}");
    }
}

#[test]
fn layouts_of_seven_programs_bring_the_same_people_in() {
    let Some(folder) = shared("crm-export-layouts") else { return };
    let world = sqlite();
    let table = [
        ("hubspot_contacts.csv", &["first_name", "last_name", "email", "phone", "title"][..]),
        ("pipedrive_people.csv", &["name", "email", "phone", "account.name"]),
        ("salesforce_contact.csv", &["first_name", "last_name", "email", "phone", "mobile", "title"]),
        ("copper_people.csv", &["name", "email", "phone", "mobile", "title", "account.name"]),
        (
            "bitrix24_contacts_ru.csv",
            &["first_name", "last_name", "email", "phone", "mobile", "account.name"],
        ),
        ("close_leads.csv", &["name", "first_name", "last_name", "email", "phone", "title"]),
    ];
    for (name, expected) in table {
        let targets = proposed(&world, "contact", &folder.join(name));
        for target in expected {
            assert!(targets.iter().any(|known| known == target), "{name} lacks {target}: {targets:?}");
        }
    }
}

/// What stands in a column of a file for a field that people fill in: an option by its name in this language, else
/// something of its kind; none for what only a program writes, or what leads to other records.
fn cell(language: Language, object: &Object, field: &FieldDef) -> Option<String> {
    let told = match field.kind {
        Kind::Choice(choice) => {
            let option = choice.options.iter().rev().find(|option| !option.retired)?;
            return Some(names::option(language, object, field, option.key));
        }
        Kind::Email(_) => "zoe@example.com",
        Kind::Phone(_) => "+33 1 42 68 53 00",
        Kind::Url(_) => "https://example.com",
        Kind::Date(_) => "2026-03-09",
        Kind::Number(_) | Kind::Money(_) | Kind::Percent(_) => "7",
        Kind::Text(_) | Kind::LongText(_) => "Зоя 王 Zoé",
        _ => return None,
    };
    Some(told.to_owned())
}

#[test]
fn columns_and_options_are_known_in_five_languages() {
    for world in worlds() {
        let mut read = 0;
        for (name, language) in ["account", "contact", "lead", "opportunity", "activity", "product"]
            .into_iter()
            .flat_map(|name| Language::ALL.map(|language| (name, language)))
        {
            let object = world.registry.catalog.object(name).expect("an object");
            let in_form =
                object.form.iter().flat_map(|group| group.fields).filter_map(|name| object.field(name));
            let written = in_form.filter(|field| !field.no_import && field.rights != Rights::Engine);
            let columns: Vec<_> =
                written.filter_map(|field| Some((field, cell(language, object, field)?))).collect();
            assert!(columns.len() > 3, "{name} has too few columns to speak of");
            let line = |cells: Vec<String>| format!("\"{}\"\n", cells.join("\",\""));
            let header = columns.iter().map(|(field, _)| names::field(language, object, field));
            let row = columns.iter().map(|(_, cell)| cell.clone()).collect();
            let file = world.file("own.csv", &(line(header.collect()) + &line(row)));
            let expected: Vec<&str> = columns.iter().map(|(field, _)| field.name).collect();
            assert_eq!(proposed(&world, name, &file), expected, "{name} {language:?}");
            if matches!(name, "account" | "lead") {
                let (import, done) = world.import(name, &file, None);
                assert_eq!((done.created, done.failed), (1, 0), "{name} {language:?}");
                let newest = Sort { field: "created_at", descending: true };
                let query = Query { sort: vec![newest], ..Query::of(object).limit(1) };
                let found =
                    world.records.read_now(&world.actor(), move |gate| gate.list(&query)).expect("a list");
                for (field, called) in &columns {
                    if let (Kind::Choice(_), Some(Value::Text(key))) =
                        (field.kind, found.records[0].value(field.name))
                    {
                        assert_eq!(
                            names::option(language, object, field, key),
                            *called,
                            "{name} {language:?}"
                        );
                        read += 1;
                    }
                }
                world.undo(import);
            }
        }
        assert!(read >= 2 * Language::ALL.len(), "{read} options read");
    }
}
