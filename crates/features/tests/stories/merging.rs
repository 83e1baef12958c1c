//! Two accounts that are one are merged, and parted again.

use cordee_catalog::opportunity::{self, AMOUNT, OPPORTUNITY, STAGE};
use cordee_catalog::{account, activity, affiliation, contact, lead};
use cordee_kit::AskText;
use cordee_schema::Draft;
use serde_json::json;

use crate::support::{World, day, deal, told, usd, worlds};

/// All that selling knows, record by record.
fn everything(world: &World) -> Vec<String> {
    let objects = cordee_catalog::objects();
    let mut lines: Vec<String> =
        objects.iter().flat_map(|object| world.all(object)).map(|record| told(&record)).collect();
    lines.sort();
    lines
}

#[test]
fn merged_accounts_are_parted_bit_for_bit() {
    for world in worlds() {
        let system = world.system();
        let keep = world.account("Acme");
        let lose = world.create(
            Draft::new(&account::ACCOUNT)
                .with(account::NAME, "ACME Ltd".to_owned())
                .with(account::WEBSITE, "https://acme.example".to_owned()),
        );
        let child = Draft::new(&account::ACCOUNT).with(account::NAME, "Acme Asia".to_owned());
        world.create(child.with(account::PARENT, lose));
        let person = Draft::new(&contact::CONTACT).with(contact::NAME, "Anna Snelling".to_owned());
        let person = world.create(person.with(contact::ACCOUNT, lose));
        world.create(
            Draft::new(&affiliation::AFFILIATION)
                .with(affiliation::CONTACT, person)
                .with(affiliation::ACCOUNT, lose),
        );
        let won = deal("Lights").with(opportunity::ACCOUNT, lose).with(opportunity::CONTACT, person);
        let won = won.with(STAGE, world.stage("Won")).with(opportunity::ACTUAL_CLOSE_DATE, day("2025-05-05"));
        let won = world.create(won.with(AMOUNT, usd(70)));
        world.create(deal("Lamps").with(opportunity::ACCOUNT, keep).with(AMOUNT, usd(30)));
        let call = Draft::new(&activity::ACTIVITY).with(activity::SUBJECT, "Call".to_owned());
        world.create(call.with(activity::ACCOUNT, lose));
        let before = everything(&world);
        world.at("2026-03-03T09:00:00Z");

        let input = json!({"with": lose.to_string(), "take": "name, "});
        world.act(&system, &account::ACCOUNT, keep, "merge", input).expect("merged");
        let merged = world.get(&account::ACCOUNT, lose);
        assert_eq!((merged.head.id, merged.title().as_str()), (keep, "ACME Ltd"));
        assert_eq!(merged.get(account::CUSTOMER_SINCE), Some(day("2025-05-05")));
        assert_eq!(merged.get(account::LIFECYCLE).as_deref(), Some("customer"));
        assert_eq!(world.get(&OPPORTUNITY, won).get(opportunity::ACCOUNT), Some(keep));
        assert_eq!(world.get(&contact::CONTACT, person).get(contact::ACCOUNT), Some(keep));
        let of_it = AskText { filter: Some("account.name = 'ACME Ltd'".into()), ..AskText::default() };
        assert_eq!(world.total("opportunity_count", of_it).1, 2);
        assert!(world.offers(&system, &account::ACCOUNT, keep, "unmerge"));

        world.at("2026-03-04T09:00:00Z");
        world.act(&system, &account::ACCOUNT, keep, "unmerge", json!({})).expect("parted");
        assert_eq!(everything(&world), before);
        assert!(!world.offers(&system, &account::ACCOUNT, keep, "unmerge"));
        let verdict = world.read(&system, |gate| gate.verify_journal()).expect("verified");
        assert_eq!(verdict.broken_at, None);
    }
}

#[test]
fn merged_deals_are_parted_with_stage_and_state() {
    for world in worlds() {
        let system = world.system();
        let keep = world.create(deal("Lights").with(AMOUNT, usd(10)));
        world.at("2026-03-03T09:00:00Z");
        let lose = world.create(deal("Lights again").with(STAGE, world.stage("Won")).with(AMOUNT, usd(20)));
        let before = everything(&world);
        world.at("2026-03-05T09:00:00Z");
        // Without the stage an open deal stays open, whatever the other's dates were.
        let input = json!({"with": lose.to_string()});
        world.act(&system, &OPPORTUNITY, keep, "merge", input).expect("merged");
        assert_eq!(world.get(&OPPORTUNITY, keep).get(opportunity::ACTUAL_CLOSE_DATE), None);
        world.act(&system, &OPPORTUNITY, keep, "unmerge", json!({})).expect("parted");
        assert_eq!(everything(&world), before);
        let input = json!({"with": lose.to_string(), "take": "stage,amount"});
        world.act(&system, &OPPORTUNITY, keep, "merge", input).expect("merged");
        assert_eq!(world.get(&OPPORTUNITY, keep).get(opportunity::STATE).as_deref(), Some("won"));
        assert_eq!(world.total("won_value", AskText::default()).1, 1);
        world.at("2026-03-06T09:00:00Z");
        world.act(&system, &OPPORTUNITY, keep, "unmerge", json!({"lost": lose.to_string()})).expect("parted");
        assert_eq!(everything(&world), before);
        let then = AskText { as_of: Some("2026-03-04".into()), ..AskText::default() };
        assert_eq!(world.total("won_value", then).1, 1);
    }
}

#[test]
fn what_cannot_be_merged_is_refused() {
    for world in worlds() {
        let (system, acme) = (world.system(), world.account("Acme"));
        let act = |input| {
            let done = world.act(&system, &account::ACCOUNT, acme, "merge", input);
            done.map_err(|problem| problem.to_string())
        };
        assert_eq!(act(json!({})), Err("invalid; with: error-required".into()));
        assert_eq!(act(json!({"with": "x"})), Err("invalid; with: error-id value=\"x\"".into()));
        assert_eq!(act(json!({"with": acme.to_string()})), Err("invalid; error-same-record".into()));
        let lead = Draft::new(&lead::LEAD).with(lead::NAME, "A lead".to_owned());
        let lead = world.create(lead).to_string();
        assert_eq!(act(json!({"with": lead})), Err("not found".into()));

        let seller = world.person("Anna", "account_executive", None);
        let other = world.account("Other").to_string();
        let done = world.act(&seller, &account::ACCOUNT, acme, "merge", json!({"with": other}));
        assert_eq!(done.map_err(|problem| problem.to_string()), Err("not allowed".into()));
    }
}
