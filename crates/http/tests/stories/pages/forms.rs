//! Forms: new records and changes, errors beside their fields, two people on one record, twice sent.

use serde_json::json;

use super::{account, follow, hidden, page, submit, words};
use crate::support::on_each;

#[test]
fn a_record_is_created_by_a_form_and_told_of() {
    on_each(|world| {
        let ada = world.browser(&world.admin);
        let form = page(world, &ada, "/accounts/new");
        assert!(form.contains("selected>Business"), "defaults stand in the form");
        let made = submit(
            world,
            &ada,
            "/accounts",
            &[
                ("once", &hidden(&form, "once")),
                ("name", "Acme"),
                ("kind", "business"),
                ("lifecycle", "prospect"),
                ("annual_revenue", "1 200,50"),
                ("annual_revenue.currency", "EUR"),
                ("address.city", "Grenoble"),
                ("address.country", "France"),
                ("employees", ""),
            ],
        );
        let shown = words(&follow(world, &ada, &made));
        for said in ["Acme was created", "€ 1,200.50", "Grenoble", "France", "Ada created this"] {
            assert!(shown.contains(said), "{said} in {shown}");
        }
    });
}

#[test]
fn what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost() {
    on_each(|world| {
        let ada = world.browser(&world.admin);
        let fields = [
            ("name", ""),
            ("kind", "business"),
            ("lifecycle", "prospect"),
            ("email", "not an address"),
            ("website", "https://acme.example"),
            ("annual_revenue", "lots"),
            ("annual_revenue.currency", "EUR"),
        ];
        let refused = submit(world, &ada, "/accounts", &fields);
        assert_eq!(refused.status.as_u16(), 422);
        let (html, said) = (refused.text(), words(&refused.text()));
        for text in ["Please fill this in.", "is not an e-mail address", "“lots” is not an amount"] {
            assert!(said.contains(text), "{text} in {said}");
        }
        for typed in ["not an address", "https://acme.example", "value=\"lots\""] {
            assert!(html.contains(typed), "{typed}");
        }
        assert!(words(&page(world, &ada, "/accounts")).contains("Nothing here yet"));
    });
}

#[test]
fn a_deal_is_put_into_a_stage_of_its_pipeline_only() {
    on_each(|world| {
        let (ada, program) = (world.browser(&world.admin), world.program());
        let first = world.stage(&program, "open");
        let (first, its) =
            (first["pipeline"].as_str().expect("an id"), first["stage"].as_str().expect("an id"));
        let renewals = world.create(&program, "pipelines", json!({"name": "Yearly renewals", "order": 9}));
        let stage = |name: &str, kind: &str| {
            let stage = json!({"name": name, "pipeline": renewals, "order": 1, "kind": kind});
            world.create(&program, "stages", stage)
        };
        let (due, _) = (stage("Due", "open"), stage("Renewed", "won"));
        let form = page(world, &ada, "/opportunities/new");
        assert!(form.contains(its) && !form.contains(&due), "the stages of its pipeline: {}", words(&form));
        let follows = format!("/lookup/stage?for=opportunity.stage&amp;pipeline={renewals}");
        assert!(form.contains("data-chosen-by=\"pipeline\""), "{form}");
        let offered = world.get(&ada, &follows.replace("&amp;", "&")).json();
        let titles: Vec<&str> =
            offered.as_array().expect("a list").iter().filter_map(|one| one["title"].as_str()).collect();
        assert_eq!(titles, ["Due", "Renewed"]);
        let found = world.get(&ada, &format!("/lookup/stage?for=opportunity.stage&pipeline={first}&q=du"));
        assert_eq!(found.json(), json!([]));
        assert_eq!(world.get(&ada, "/lookup/stage?for=account.name").status.as_u16(), 404);

        let fields = [("name", "Ropes"), ("pipeline", renewals.as_str()), ("stage", its)];
        let refused = submit(world, &ada, "/opportunities", &fields);
        assert_eq!(refused.status.as_u16(), 422);
        let html = refused.text();
        assert!(words(&html).contains("does not go with the rest of the record"), "{}", words(&html));
        assert!(
            html.contains(&due) && !html.contains(&format!("value=\"{its}\"")),
            "those that go are offered"
        );
        let body = json!({"name": "Ropes", "pipeline": renewals, "stage": its});
        let refused = world.post(&program, "/api/v1/opportunities", body);
        refused.refuses(422, &[("stage", "choosable")]);

        let board = page(world, &ada, &format!("/opportunities/board?in={renewals}"));
        assert!(words(&board).contains("Due") && !board.contains(its), "the board of one pipeline");
        let of =
            format!("/filter?f-page=/opportunities%3Ffilter%3Dpipeline%20%3D%20{renewals}&f-field=stage");
        let filter = page(world, &ada, &of);
        assert!(
            words(&filter).contains("Due") && !filter.contains(its),
            "a filter proposes what goes with it"
        );
        let objects = world.get(&program, "/api/v1/objects").text();
        assert!(objects.contains("pipeline = $pipeline"), "told to programs");
    });
}

#[test]
fn a_form_sent_twice_makes_one_record() {
    on_each(|world| {
        let ada = world.browser(&world.admin);
        let once = hidden(&page(world, &ada, "/accounts/new"), "once");
        let fields =
            [("once", once.as_str()), ("name", "Acme"), ("kind", "business"), ("lifecycle", "prospect")];
        let (first, second) =
            (submit(world, &ada, "/accounts", &fields), submit(world, &ada, "/accounts", &fields));
        assert_eq!(first.header("location"), second.header("location"));
        assert!(words(&page(world, &ada, "/accounts")).contains("1 record"));
    });
}

#[test]
fn who_comes_second_sees_both_versions_and_decides() {
    on_each(|world| {
        let id = account(world, &world.program(), "Acme");
        let (ada, bob) = (world.browser(&world.admin), world.browser(&world.person("Bob", "administrator")));
        let path = format!("/accounts/{id}");
        let form = page(world, &bob, &format!("{path}/edit"));
        let (version, was) = (hidden(&form, "version"), hidden(&form, "was"));

        // Ada changes the name and the industry while Bob types.
        let changed = [("version", version.as_str()), ("name", "Acme Ltd"), ("industry", "retail")];
        assert_eq!(submit(world, &ada, &path, &changed).status.as_u16(), 303);
        let typed = [
            ("version", version.as_str()),
            ("was", was.as_str()),
            ("name", "Acme Holding"),
            ("industry", ""),
            ("domain", "acme.example"),
        ];
        let stale = submit(world, &bob, &path, &typed);
        assert_eq!(stale.status.as_u16(), 412);
        let html = stale.text();
        let said = words(&html);
        for text in ["Somebody changed this record in the meantime", "Acme Ltd", "Acme Holding", "Retail"] {
            assert!(said.contains(text), "{text} in {said}");
        }
        // What only Ada changed is proposed as she left it.
        let theirs = "name=\"field.industry\" value=\"theirs\" checked";
        assert!(html.contains(theirs), "{html}");
        let (version, was) = (hidden(&html, "version"), hidden(&html, "was"));
        let decided = [
            ("version", version.as_str()),
            ("was", was.as_str()),
            ("name", "Acme Holding"),
            ("industry", ""),
            ("domain", "acme.example"),
            ("field.name", "yours"),
            ("field.industry", "theirs"),
            ("field.domain", "yours"),
        ];
        let shown = words(&follow(world, &bob, &submit(world, &bob, &path, &decided)));
        for text in ["Acme Holding", "Retail", "acme.example"] {
            assert!(shown.contains(text), "{text} in {shown}");
        }
    });
}

#[test]
fn a_link_is_found_by_its_title_and_a_record_is_begun_from_another() {
    on_each(|world| {
        let program = world.program();
        let parent = account(world, &program, "Acme Group");
        let ada = world.browser(&world.admin);
        let form = page(world, &ada, &format!("/accounts/new?parent={parent}"));
        assert!(form.contains(&format!("value=\"{parent}\" selected")), "begun from its parent");
        let common = [("name", "Acme Paris"), ("kind", "business"), ("lifecycle", "prospect")];
        let made = submit(world, &ada, "/accounts", &[&common[..], &[("parent", "Acme Group")]].concat());
        assert!(words(&follow(world, &ada, &made)).contains("Acme Group"));
        let wrong = submit(world, &ada, "/accounts", &[&common[..], &[("parent", "Nobody")]].concat());
        assert!(words(&wrong.text()).contains("nothing found for “Nobody”"));
        let above = words(&page(world, &ada, &format!("/accounts/{parent}")));
        assert!(above.contains("Acme Paris"), "what links to a record stands on its page");
    });
}

#[test]
fn what_goes_to_the_trash_comes_back_and_can_be_taken_out_for_good() {
    on_each(|world| {
        let id = account(world, &world.program(), "Acme");
        let (ada, path) = (world.browser(&world.admin), format!("/accounts/{id}"));
        let gone = submit(world, &ada, &format!("{path}/trash"), &[("version", "1")]);
        let list = follow(world, &ada, &gone);
        assert!(words(&list).contains("Acme is in the trash"));
        assert!(list.contains(&format!("action=\"{path}/restore\"")), "undo stands in the message");
        assert!(words(&page(world, &ada, "/trash/accounts")).contains("Acme"));
        assert!(words(&page(world, &ada, &path)).contains("This record is in the trash."));
        let back = submit(world, &ada, &format!("{path}/restore"), &[]);
        assert!(words(&follow(world, &ada, &back)).contains("Acme was restored"));

        submit(world, &ada, &format!("{path}/trash"), &[("version", "3")]);
        assert!(words(&page(world, &ada, &format!("{path}/purge"))).contains("can’t be undone"));
        submit(world, &ada, &format!("{path}/purge"), &[]);
        assert_eq!(world.get(&ada, &path).status.as_u16(), 404);
    });
}

#[test]
fn a_record_is_shown_as_it_stood() {
    on_each(|world| {
        let program = world.program();
        let id = account(world, &program, "Acme");
        world.clock.set("2026-03-20T09:00:00Z".parse().expect("a moment"));
        let path = format!("/api/v1/accounts/{id}");
        world.patch(&program, &path, "\"1\"", json!({"lifecycle": "customer"}));
        let ada = world.browser(&world.admin);
        let now = words(&page(world, &ada, &format!("/accounts/{id}")));
        assert!(
            now.contains("Customer") && now.contains("Prospect"),
            "history tells from what to what: {now}"
        );
        let then = words(&page(world, &ada, &format!("/accounts/{id}?as-of=2026-03-10")));
        assert!(
            then.contains("Prospect")
                && then.contains("Mar 10, 2026")
                && !then.contains("Customer since Mar"),
            "{then}"
        );
    });
}

/// The labels of what the page asks to decide, in their order.
fn asked(html: &str) -> Vec<String> {
    let rows = html.split("<th scope=\"row\">").skip(1);
    rows.map(|row| row.split("</th>").next().unwrap_or("").to_owned()).collect()
}

#[test]
fn a_name_follows_its_parts_and_is_asked_about_once() {
    on_each(|world| {
        let (ada, bob) = (world.browser(&world.admin), world.browser(&world.person("Bob", "administrator")));
        let anna =
            world.create(&world.program(), "contacts", json!({"first_name": "Anna", "last_name": "Grey"}));
        let path = format!("/contacts/{anna}");
        let form = page(world, &bob, &format!("{path}/edit"));
        let (version, was) = (hidden(&form, "version"), hidden(&form, "was"));
        let married = [("version", version.as_str()), ("last_name", "Blue"), ("phone", "+33 1 70 18 99 00")];
        assert_eq!(submit(world, &ada, &path, &married).status.as_u16(), 303);

        let typed = |name: &'static str, first: &'static str| {
            vec![
                ("version", version.as_str()),
                ("was", was.as_str()),
                ("name", name),
                ("first_name", first),
                ("last_name", "Grey"),
                ("phone", ""),
            ]
        };
        // Bob put her first name right: the whole name is made of what both decide.
        let html = submit(world, &bob, &path, &typed("Anna Grey", "Hanna")).text();
        assert_eq!(asked(&html), ["First name", "Last name", "Phone"], "{}", words(&html));
        let (now, stood) = (hidden(&html, "version"), hidden(&html, "was"));
        let decided = [
            ("version", now.as_str()),
            ("was", stood.as_str()),
            ("first_name", "Hanna"),
            ("last_name", "Grey"),
            ("field.first_name", "yours"),
            ("field.last_name", "theirs"),
            ("field.phone", "theirs"),
        ];
        let saved = follow(world, &bob, &submit(world, &bob, &path, &decided));
        assert!(words(&saved).contains("Hanna Blue"), "{}", words(&saved));

        // Who wrote the whole name anew is not asked about the parts that they left alone.
        let html = submit(world, &bob, &path, &typed("Joan Grey", "Anna")).text();
        assert_eq!(asked(&html), ["Name", "Phone"], "{}", words(&html));
    });
}

#[test]
fn the_key_stage_of_a_pipeline_is_one_of_its_own() {
    on_each(|world| {
        let (ada, program) = (world.browser(&world.admin), world.program());
        let other = world.stage(&program, "open");
        let pipeline = world.create(&program, "pipelines", json!({"name": "Yearly renewals", "order": 9}));
        let stage = |name: &str, kind: &str| {
            let stage = json!({"name": name, "pipeline": pipeline, "order": 1, "kind": kind});
            world.create(&program, "stages", stage)
        };
        let (due, lapsed) = (stage("Due", "open"), stage("Lapsed", "lost"));
        let form = page(world, &ada, &format!("/pipelines/{pipeline}/edit"));
        assert!(form.contains(&due), "its own stage is offered: {}", words(&form));
        let other = other["stage"].as_str().expect("an id");
        assert!(!form.contains(&lapsed) && !form.contains(other), "no other is: {}", words(&form));
        let new = page(world, &ada, "/pipelines/new");
        assert!(!new.contains("name=\"key_stage\""), "a new one has no stages yet");
        let body = json!({"name": "Other", "order": 8, "key_stage": other});
        let refused = world.post(&program, "/api/v1/pipelines", body);
        refused.refuses(422, &[("key_stage", "choosable")]);
    });
}
