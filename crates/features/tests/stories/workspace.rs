//! What a new workspace has.

use cordee_catalog::stage;
use cordee_catalog::{account, contact, pipeline};
use cordee_records::system;
use cordee_schema::Draft;

use crate::support::{worlds, worlds_in};

#[test]
fn a_workspace_is_furnished_in_its_language() {
    for world in worlds_in("fr") {
        let titles = |object| world.all(object).iter().map(|record| record.title()).collect::<Vec<String>>();
        assert_eq!(titles(&pipeline::PIPELINE).len(), 1);
        let stages = titles(&stage::STAGE);
        assert_eq!(stages.len(), 8);
        assert_eq!(stages.first().map(String::as_str), Some("Prospection"));
        assert!(titles(&system::role::ROLE).contains(&"Administrateur".to_owned()));
    }
}

#[test]
fn accounts_contacts_and_activities_fill_in_what_follows() {
    for world in worlds() {
        let account = Draft::new(&account::ACCOUNT)
            .with(account::NAME, "Acme".to_owned())
            .with(account::EMAIL, "sales@gmail.com".to_owned());
        let id = world.create(account);
        assert_eq!(world.get(&account::ACCOUNT, id).get(account::DOMAIN), None);
        let site =
            Draft::new(&account::ACCOUNT).with(account::WEBSITE, "https://www.acme.example/en".to_owned());
        world.update(id, site).expect("changed");
        assert_eq!(world.get(&account::ACCOUNT, id).get(account::DOMAIN).as_deref(), Some("acme.example"));

        let contact = Draft::new(&contact::CONTACT)
            .with(contact::FIRST_NAME, "Anna".to_owned())
            .with(contact::LAST_NAME, "Snelling".to_owned());
        let id = world.create(contact);
        assert_eq!(world.get(&contact::CONTACT, id).title(), "Anna Snelling");
        let married = Draft::new(&contact::CONTACT).with(contact::LAST_NAME, "Neubert".to_owned());
        world.update(id, married).expect("changed");
        assert_eq!(world.get(&contact::CONTACT, id).title(), "Anna Neubert");
        let renamed = Draft::new(&contact::CONTACT).with(contact::NAME, "Anne Marxen".to_owned());
        world.update(id, renamed).expect("changed");
        let now = world.get(&contact::CONTACT, id);
        assert_eq!(now.get(contact::FIRST_NAME).as_deref(), Some("Anne"));
        assert_eq!(now.get(contact::LAST_NAME).as_deref(), Some("Marxen"));

        use cordee_catalog::activity::{ACTIVITY, DONE, DONE_AT, SUBJECT};
        let id = world.create(Draft::new(&ACTIVITY).with(SUBJECT, "Call".to_owned()));
        world.at("2026-03-03T09:00:00Z");
        world.update(id, Draft::new(&ACTIVITY).with(DONE, true)).expect("done");
        assert_eq!(
            world.get(&ACTIVITY, id).get(DONE_AT),
            Some(crate::support::moment("2026-03-03T09:00:00Z"))
        );
        world.update(id, Draft::new(&ACTIVITY).with(DONE, false)).expect("undone");
        assert_eq!(world.get(&ACTIVITY, id).get(DONE_AT), None);
    }
}
