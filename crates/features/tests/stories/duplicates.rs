//! What may be there already is told before it is written down twice, and never what one may not see.

use cordee_base::Id;
use cordee_catalog::account::{self, ACCOUNT};
use cordee_catalog::contact::{self, CONTACT};
use cordee_catalog::lead::{self, LEAD};
use cordee_records::{Actor, Likely};
use cordee_schema::Draft;

use crate::support::{World, worlds};

fn company(world: &World, name: &str) -> Id {
    world.create(Draft::new(&ACCOUNT).with(account::NAME, name.to_owned()))
}

fn person(name: &str) -> Draft {
    Draft::new(&CONTACT).with(contact::NAME, name.to_owned())
}

/// What is told, as `title: field= field~`.
fn told(world: &World, actor: &Actor, draft: Draft) -> Vec<String> {
    let found = world.read(actor, move |gate| gate.duplicates(&draft, None)).expect("an answer");
    found.iter().map(said).collect()
}

fn said(likely: &Likely) -> String {
    let sign = |same| if same { '=' } else { '~' };
    let reasons: Vec<String> =
        likely.reasons.iter().map(|reason| format!("{}{}", reason.own.name, sign(reason.same))).collect();
    format!("{}: {}", likely.record.title(), reasons.join(" "))
}

#[test]
fn a_company_is_known_by_name_domain_and_number_however_they_are_written() {
    for world in worlds() {
        let acme = Draft::new(&ACCOUNT)
            .with(account::NAME, "Acme Industries GmbH".to_owned())
            .with(account::WEBSITE, "https://www.acme.example/about".to_owned())
            .with(account::PHONE, "+4930123456".to_owned());
        world.create(acme);
        company(&world, "ООО «Ромашка»");
        company(&world, "北京华为技术有限公司");
        company(&world, "Zenith Industries");
        let named = |name: &str| {
            told(&world, &world.system(), Draft::new(&ACCOUNT).with(account::NAME, name.to_owned()))
        };
        for (typed, wanted) in [
            ("ACME industries gmbh", "Acme Industries GmbH: name="),
            ("Acme Industries", "Acme Industries GmbH: name~"),
            ("Acme Industreis Inc.", "Acme Industries GmbH: name~"),
            ("Acme Industries Europe", "Acme Industries GmbH: name~"),
            ("Acme", "Acme Industries GmbH: name~"),
            ("Romashka", "ООО «Ромашка»: name~"),
            ("华为技术", "北京华为技术有限公司: name~"),
        ] {
            assert_eq!(named(typed), [wanted], "{typed}");
        }
        assert!(named("Industries").is_empty() && named("Apex").is_empty() && named("").is_empty());
        let by = |draft: Draft| told(&world, &world.system(), draft.with(account::NAME, "Other".to_owned()));
        let site = Draft::new(&ACCOUNT).with(account::WEBSITE, "http://acme.example".to_owned());
        assert_eq!(by(site), ["Acme Industries GmbH: website="]);
        let mail = Draft::new(&ACCOUNT).with(account::EMAIL, "info@acme.example".to_owned());
        assert_eq!(by(mail), ["Acme Industries GmbH: email="]);
        let phone = Draft::new(&ACCOUNT).with(account::PHONE, "+4930123456".to_owned());
        assert_eq!(by(phone), ["Acme Industries GmbH: phone="]);
    }
}

#[test]
fn a_person_is_known_by_any_of_their_numbers_and_by_more_than_a_first_name() {
    for world in worlds() {
        let petr = person("Пётр Щербаков")
            .with(contact::MOBILE, "+79161234567".to_owned())
            .with(contact::EMAIL, "petr@acme.example".to_owned());
        world.create(petr);
        world.create(person("Anna Maria Schmidt"));
        let by = |draft: Draft| told(&world, &world.system(), draft);
        assert_eq!(by(person("Petr Shcherbakov")), ["Пётр Щербаков: name~"]);
        assert_eq!(
            by(person("X").with(contact::PHONE, "+79161234567".to_owned())),
            ["Пётр Щербаков: phone="]
        );
        let all = person("Щербаков Петр")
            .with(contact::EMAIL, "PETR@acme.example".to_owned())
            .with(contact::MOBILE, "+79161234567".to_owned());
        assert_eq!(by(all), ["Пётр Щербаков: email= mobile= name~"]);
        assert_eq!(by(person("Anna Schmidt")), ["Anna Maria Schmidt: name~"]);
        assert_eq!(by(person("Anna Schmitt")), ["Anna Maria Schmidt: name~"], "a slip and a name less");
        assert!(by(person("Anna")).is_empty() && by(person("Anna Weber")).is_empty());
    }
}

#[test]
fn a_lead_may_be_a_contact_or_come_from_a_company_that_is_known() {
    for world in worlds() {
        let acme = Draft::new(&ACCOUNT).with(account::NAME, "Acme".to_owned());
        world.create(acme.with(account::DOMAIN, "acme.example".to_owned()));
        world.create(person("Ivan Petrenko").with(contact::EMAIL, "ivan@acme.example".to_owned()));
        let lead = Draft::new(&LEAD)
            .with(lead::NAME, "I. Petrenko".to_owned())
            .with(lead::COMPANY, "ACME Ltd".to_owned())
            .with(lead::EMAIL, "ivan@acme.example".to_owned());
        let wanted = ["Ivan Petrenko: email= name~", "Acme: email= company~"];
        let mut found = told(&world, &world.system(), lead.clone());
        found.sort_by(|one, other| other.cmp(one));
        assert_eq!(found, wanted);
        // Of leads it is told for merging only which other leads they may be.
        let id = world.create(lead);
        let of = world.read(&world.system(), move |gate| {
            let record = gate.get(&LEAD, id)?;
            Ok(gate.duplicates_of(&record)?.len())
        });
        assert_eq!(of, Ok(0));
    }
}

#[test]
fn what_one_may_not_see_leaves_no_trace() {
    for world in worlds() {
        let (north, south) = (world.team("North"), world.team("South"));
        let (anna, boris) = (
            world.person("Anna", "account_executive", Some(north)),
            world.person("Boris", "account_executive", Some(south)),
        );
        let mine = Draft::new(&LEAD)
            .with(lead::NAME, "Olha Koval".to_owned())
            .with(lead::PHONE, "+380441234567".to_owned())
            .with(lead::EMAIL, "olha@rope.example".to_owned());
        let id = world.try_create(&boris, mine.clone()).expect("created");
        assert_eq!(told(&world, &boris, mine.clone()), ["Olha Koval: email= phone= name="]);
        assert_eq!(told(&world, &anna, mine.clone()), Vec::<String>::new(), "a lead of another team");
        let doubles = |actor: &Actor| {
            world.read(actor, |gate| Ok(gate.doubles(&LEAD, None)?.found.len())).expect("an answer")
        };
        world.try_create(&anna, mine.clone()).expect("never stopped");
        assert_eq!((doubles(&anna), doubles(&boris), doubles(&world.system())), (0, 0, 1));
        world.write(&boris, move |gate| gate.trash(&LEAD, id, None)).expect("trashed");
        assert!(told(&world, &boris, mine).is_empty(), "nor what is in the trash");
    }
}

#[test]
fn what_stands_twice_is_told_once_with_the_newer() {
    for world in worlds() {
        let (one, other) = (company(&world, "Acme"), company(&world, "ACME"));
        company(&world, "Zenith");
        let found = world.read(&world.system(), |gate| gate.doubles(&ACCOUNT, None)).expect("an answer");
        assert_eq!((found.looked, found.next), (3, None));
        let told: Vec<(Id, Vec<Id>)> = found
            .found
            .iter()
            .map(|double| {
                (double.record.head.id, double.older.iter().map(|likely| likely.record.head.id).collect())
            })
            .collect();
        assert_eq!(told, [(other, vec![one])]);
        let alike = world.read(&world.system(), move |gate| {
            let record = gate.get(&ACCOUNT, one)?;
            Ok(gate.duplicates_of(&record)?.iter().map(said).collect::<Vec<_>>())
        });
        assert_eq!(alike, Ok(vec!["ACME: name=".to_owned()]));
    }
}
