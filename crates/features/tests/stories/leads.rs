//! Leads become customers, or nothing.

use cordee_base::Id;
use cordee_catalog::lead::{self, LEAD};
use cordee_catalog::opportunity::{self, OPPORTUNITY};
use cordee_catalog::{account, activity, contact};
use cordee_schema::Draft;
use serde_json::json;

use crate::support::{World, usd, worlds};

fn lead(world: &World, name: &str, company: &str, email: &str) -> Id {
    let draft = Draft::new(&LEAD)
        .with(lead::NAME, name.to_owned())
        .with(lead::COMPANY, company.to_owned())
        .with(lead::EMAIL, email.to_owned())
        .with(lead::SOURCE, "referral".to_owned());
    world.create(draft.with(lead::ESTIMATED_VALUE, usd(500)))
}

#[test]
fn a_lead_is_converted_in_one_step() {
    for world in worlds() {
        let seller = world.person("Anna Snelling", "head_of_sales", Some(world.team("North")));
        let id = lead(&world, "Ivan Petrenko", "Acme", "ivan@acme.example");
        world
            .update(id, Draft::new(&LEAD).with(lead::OWNER, seller.user_id().expect("a person")))
            .expect("assigned");
        world.update(id, Draft::new(&LEAD).with(lead::TAGS, vec!["fair".to_owned()])).expect("tagged");
        let call = Draft::new(&activity::ACTIVITY).with(activity::SUBJECT, "First call".to_owned());
        let call = world.create(call.with(activity::LEAD, id));
        let done =
            world.act(&seller, &LEAD, id, "convert", json!({"deal": "Acme lights"})).expect("converted");
        let deal = world.get(&OPPORTUNITY, done.id);
        assert_eq!((done.object, deal.title().as_str()), ("opportunity", "Acme lights"));
        assert_eq!(deal.get(opportunity::AMOUNT), Some(usd(500)));
        assert_eq!(deal.get(opportunity::SOURCE).as_deref(), Some("referral"));
        assert_eq!(deal.get(opportunity::OWNER), seller.user_id());
        assert_eq!(deal.title_of("stage"), Some("Prospecting"));
        let company = world.get(&account::ACCOUNT, deal.get(opportunity::ACCOUNT).expect("an account"));
        assert_eq!(company.title(), "Acme");
        assert_eq!(company.get(account::DOMAIN).as_deref(), Some("acme.example"));
        let person = world.get(&contact::CONTACT, deal.get(opportunity::CONTACT).expect("a contact"));
        assert_eq!(person.get(contact::LAST_NAME).as_deref(), Some("Petrenko"));
        assert_eq!(person.get(contact::ACCOUNT), Some(company.head.id));
        let fair = Some(vec!["fair".to_owned()]);
        assert_eq!(deal.get(opportunity::TAGS), fair, "tags go along");
        assert_eq!((company.get(account::TAGS), person.get(contact::TAGS)), (fair.clone(), fair));
        assert_eq!(company.get(account::EMAIL), None, "a person's address is not their company's");
        let converted = world.get(&LEAD, id);
        assert_eq!(converted.get(lead::STATUS).as_deref(), Some("converted"));
        assert_eq!(converted.get(lead::OPPORTUNITY), Some(done.id));
        assert!(converted.get(lead::CONVERTED_AT).is_some());
        let call = world.get(&activity::ACTIVITY, call);
        assert_eq!((call.get(activity::LEAD), call.get(activity::OPPORTUNITY)), (Some(id), Some(done.id)));
        assert_eq!(call.get(activity::CONTACT), Some(person.head.id));
        assert!(world.act(&seller, &LEAD, id, "convert", json!({})).is_err(), "once is enough");

        // A colleague's lead of the same company, spelt otherwise; and the same person once more.
        let second = lead(&world, "Olha Koval", "ACME Limited", "olha@acme.example");
        let second = world.act(&world.system(), &LEAD, second, "convert", json!({})).expect("converted");
        let third = lead(&world, "I. Petrenko", "", "IVAN@acme.example");
        let third = world.act(&world.system(), &LEAD, third, "convert", json!({"without_deal": true}));
        assert_eq!(third.expect("converted").id, person.head.id);
        let second = world.get(&OPPORTUNITY, second.id);
        assert_eq!(second.get(opportunity::ACCOUNT), Some(company.head.id));
        assert_eq!((world.all(&account::ACCOUNT).len(), world.all(&contact::CONTACT).len()), (1, 2));
        assert_eq!(world.all(&OPPORTUNITY).len(), 2);
    }
}

#[test]
fn a_person_who_buys_alone_is_an_account() {
    for world in worlds() {
        let draft = Draft::new(&LEAD).with(lead::NAME, "Marie Curie".to_owned());
        let id = world.create(draft.with(lead::EMAIL, "marie@gmail.com".to_owned()));
        world.act(&world.system(), &LEAD, id, "convert", json!(null)).expect("converted");
        let buyer = &world.all(&account::ACCOUNT)[0];
        assert_eq!(
            (buyer.title().as_str(), buyer.get(account::KIND).as_deref()),
            ("Marie Curie", Some("person"))
        );
    }
}

#[test]
fn two_companies_of_one_name_are_not_guessed_between() {
    for world in worlds() {
        let (first, _) = (world.account("Acme"), world.account("acme"));
        let id = lead(&world, "Ivan", "ACME", "ivan@gmail.com");
        let convert = |input| world.act(&world.system(), &LEAD, id, "convert", input);
        let told = convert(json!({})).map_err(|problem| problem.to_string());
        assert!(told.as_ref().is_err_and(|told| told.contains("account: error-link-ambiguous")), "{told:?}");
        assert_eq!(world.get(&LEAD, id).get(lead::STATUS).as_deref(), Some("new"), "nothing was written");
        let done = convert(json!({"account": first.to_string()})).expect("converted");
        assert_eq!(world.get(&OPPORTUNITY, done.id).get(opportunity::ACCOUNT), Some(first));
    }
}

#[test]
fn one_converts_only_what_one_may_change() {
    for world in worlds() {
        let team = world.team("North");
        let (anna, boris) =
            (world.person("Anna", "account_executive", Some(team)), world.person("Boris", "bdr", Some(team)));
        let id = lead(&world, "Ivan", "Acme", "ivan@acme.example");
        let owner = Draft::new(&LEAD).with(lead::OWNER, boris.user_id().expect("a person"));
        world.update(id, owner).expect("assigned");
        assert!(!world.offers(&anna, &LEAD, id, "convert"));
        let told = world.act(&anna, &LEAD, id, "convert", json!({})).map_err(|problem| problem.to_string());
        assert_eq!(told, Err("not allowed".to_owned()));
        let to_anna = json!({"owner": anna.user_id().expect("a person").to_string()});
        let done = world.act(&boris, &LEAD, id, "convert", to_anna).expect("handed over");
        assert_eq!(world.get(&OPPORTUNITY, done.id).get(opportunity::OWNER), anna.user_id());
    }
}

#[test]
fn a_bad_lead_is_disqualified_with_a_reason() {
    for world in worlds() {
        let id = lead(&world, "Ivan", "Acme", "ivan@acme.example");
        let act = |input| world.act(&world.system(), &LEAD, id, "disqualify", input);
        assert!(act(json!({})).is_err());
        act(json!({"disqualify_reason": "no_budget"})).expect("disqualified");
        assert_eq!(world.get(&LEAD, id).get(lead::STATUS).as_deref(), Some("disqualified"));
        assert!(!world.offers(&world.system(), &LEAD, id, "disqualify"));
    }
}

#[test]
fn a_conversion_takes_whom_one_chooses_and_is_taken_back_whole() {
    for world in worlds() {
        let seller = world.person("Anna Snelling", "head_of_sales", Some(world.team("North")));
        let id = lead(&world, "Ivan Petrenko", "Acme", "ivan@acme.example");
        let call = Draft::new(&activity::ACTIVITY).with(activity::SUBJECT, "First call".to_owned());
        let call = world.create(call.with(activity::LEAD, id));
        let hers = Draft::new(&LEAD).with(lead::OWNER, seller.user_id().expect("a person"));
        world.update(id, hers).expect("assigned");
        world.act(&seller, &LEAD, id, "take_up", json!({})).expect("taken up");

        // Whoever is chosen brings their company along.
        let rope = world.account("Rope Works");
        let olha = Draft::new(&contact::CONTACT).with(contact::NAME, "Olha Koval".to_owned());
        let olha = world.create(olha.with(contact::ACCOUNT, rope));
        let chosen = json!({"contact": olha.to_string()});
        let done = world.act(&seller, &LEAD, id, "convert", chosen).expect("converted");
        let deal = world.get(&OPPORTUNITY, done.id);
        assert_eq!(
            (deal.get(opportunity::ACCOUNT), deal.get(opportunity::CONTACT)),
            (Some(rope), Some(olha))
        );

        let back = world.act(&seller, &LEAD, id, "unconvert", json!({})).expect("taken back");
        assert_eq!((back.object, back.id), ("lead", id));
        let again = world.get(&LEAD, id);
        assert_eq!(again.get(lead::STATUS).as_deref(), Some("working"), "as far as it was before");
        assert!(again.get(lead::CONVERTED_AT).is_none() && again.get(lead::OPPORTUNITY).is_none());
        assert!(world.all(&OPPORTUNITY).is_empty(), "the deal is in the trash");
        assert_eq!((world.all(&account::ACCOUNT).len(), world.all(&contact::CONTACT).len()), (1, 1));
        let call_now = world.get(&activity::ACTIVITY, call);
        assert_eq!((call_now.get(activity::LEAD), call_now.get(activity::OPPORTUNITY)), (Some(id), None));
        assert!(
            !world.offers(&seller, &LEAD, id, "unconvert") && world.offers(&seller, &LEAD, id, "convert")
        );

        // What somebody has gone on with stays.
        world.at("2026-03-02T10:00:00Z");
        let done = world.act(&seller, &LEAD, id, "convert", json!({})).expect("converted again");
        let goes_on = Draft::new(&OPPORTUNITY).with(opportunity::AMOUNT, usd(900));
        world.update(done.id, goes_on).expect("changed");
        world.act(&seller, &LEAD, id, "unconvert", json!({})).expect("taken back");
        assert_eq!(world.get(&OPPORTUNITY, done.id).get(opportunity::AMOUNT), Some(usd(900)));
        assert!(world.get(&LEAD, id).get(lead::OPPORTUNITY).is_none());
    }
}
