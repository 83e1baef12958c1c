//! Lists: filter, order, pages, columns, counting; nothing typed is lost.

use super::{account, page, submit, words};
use crate::support::on_each;
use cordee_i18n::Language;
use serde_json::json;

/// The addresses on a page that hold this text.
fn links<'a>(html: &'a str, part: &str) -> Vec<String> {
    let all = html.split("href=\"").skip(1).filter_map(|rest: &'a str| rest.split('"').next());
    let meant = all.filter(|link| link.contains(part) && (part != "cursor=" || !link.contains("sums=")));
    meant.map(|link| link.replace("&amp;", "&")).collect()
}

/// The titles in the rows, in order.
fn rows(html: &str) -> Vec<String> {
    let cells = html.split("class=\"row-link\"").skip(1);
    cells.filter_map(|rest| Some(words(&format!("<{}", rest.split("</a>").next()?)))).collect()
}

/// The address that asks for a condition of the page at `page`.
fn ask(page: &str, said: &str) -> String {
    format!("/filter?f-page={}&{said}", page.replace('&', "%26").replace('=', "%3D").replace(' ', "%20"))
}

/// The address that puts a condition into the filter of the page at `page`.
fn put(page: &str, said: &str) -> String {
    format!("{}&f-put=1", ask(page, said).replace(' ', "%20"))
}

/// What a page says, without what only opens the menus of its chips.
fn said(html: &str) -> String {
    words(html).replace("Change the condition ", "")
}

/// An address with what was escaped in it.
fn decoded(address: &str) -> String {
    address.replace("%20", " ").replace("%3D", "=").replace("%22", "\"").replace("%3F", "?")
}

#[test]
fn a_list_is_paged_forth_and_back_to_its_end() {
    on_each(|world| {
        let program = world.program();
        for at in 0..120 {
            account(world, &program, &format!("Company {at:03}"));
        }
        let ada = world.browser(&world.admin);
        let first = page(world, &ada, "/accounts");
        assert_eq!(rows(&first).len(), 50);
        assert!(words(&first).contains("1–50 / 120"), "{}", words(&first));
        let second = page(world, &ada, &links(&first, "cursor=")[0]);
        assert_eq!(rows(&second)[0], "Company 050");
        let third = page(world, &ada, links(&second, "cursor=").last().expect("a next page"));
        assert_eq!((rows(&third).len(), rows(&third)[19].as_str()), (20, "Company 119"));
        assert!(words(&third).contains("101–120 / 120"));
        let back = page(world, &ada, &links(&third, "cursor=")[0]);
        assert_eq!(rows(&back), rows(&second));
        let start = page(
            world,
            &ada,
            links(&back, "/accounts")
                .iter()
                .find(|l| !l.contains("cursor") && l.len() < 12)
                .expect("the first page"),
        );
        assert_eq!(rows(&start), rows(&first));
    });
}

#[test]
fn a_condition_is_added_seen_as_a_sentence_and_taken_out() {
    on_each(|world| {
        let program = world.program();
        let north = world.create(&program, "accounts", json!({"name": "North", "lifecycle": "customer"}));
        account(world, &program, "South");
        let ada = world.browser(&world.admin);
        let added =
            world.get(&ada, &put("/accounts?sort=-name", "f-field=lifecycle&f-operator=is&f-value=customer"));
        let next = added.header("location").to_owned();
        assert_eq!(added.status.as_u16(), 303);
        assert!(next.starts_with("/accounts?sort=-name&filter="), "{next}");
        let found = page(world, &ada, &next);
        assert_eq!(rows(&found), ["North"]);
        assert!(words(&found).contains("Lifecycle is Customer"), "{}", words(&found));
        let without = page(world, &ada, "/accounts?sort=-name");
        assert_eq!(rows(&without), ["South", "North"]);

        // A record is named by its title, a person by "me".
        let parent = put("/accounts", "f-field=parent&f-operator=is&f-value=North");
        assert!(world.get(&ada, &parent).header("location").contains(&north));
        let mine = world.get(&ada, &put("/accounts", "f-field=owner&f-operator=is&f-value=me"));
        assert!(words(&page(world, &ada, mine.header("location"))).contains("Owner is me"));
    });
}

#[test]
fn a_filter_is_edited_place_by_place_without_a_script() {
    on_each(|world| {
        let program = world.program();
        world.create(&program, "accounts", json!({"name": "North", "lifecycle": "customer"}));
        world.create(&program, "accounts", json!({"name": "South", "lifecycle": "prospect"}));
        world.create(&program, "accounts", json!({"name": "East", "lifecycle": "former"}));
        let ada = world.browser(&world.admin);
        let at = "/accounts?filter=lifecycle = customer";
        let form = page(world, &ada, &ask(at, "f-do=change&f-place=0"));
        assert!(form.contains("value=\"customer\" checked"), "what stands is what is shown");
        let joined = put(at, "f-do=join&f-place=0&f-field=name&f-operator=contains&f-value=sou");
        let joined = world.get(&ada, &joined).header("location").to_owned();
        let either = page(world, &ada, &joined);
        assert_eq!(rows(&either), ["North", "South"]);
        assert!(said(&either).contains("Lifecycle is Customer or Name contains sou"), "{}", said(&either));
        let more = put(&decoded(&joined), "f-do=add&f-field=owner.name&f-operator=is_not_empty");
        let three = page(world, &ada, world.get(&ada, &more).header("location"));
        assert!(said(&three).contains("or Owner › Name is not empty"), "{}", said(&three));
        let turn = three.split("filter-joint\" href=\"").nth(1).and_then(|rest| rest.split('"').next());
        let turned = page(world, &ada, &turn.expect("the other way").replace("&amp;", "&"));
        assert!(rows(&turned).is_empty() && said(&turned).contains("and Owner › Name is not empty"));
        // Days are counted, and a condition that lacks its value is asked for again.
        let old = put("/accounts", "f-field=created_at&f-operator=older&f-days=14");
        let old = page(world, &ada, world.get(&ada, &old).header("location"));
        assert!(words(&old).contains("Created is older than 14 days"), "{}", words(&old));
        let wrong = world.get(&ada, &put("/accounts", "f-field=name&f-operator=is&f-value="));
        assert_eq!(wrong.status.as_u16(), 422);
        for hidden in ["f-field=no.such", "f-field=name&f-operator=is&f-value=x&f-do=change&f-place=9"] {
            assert!(world.get(&ada, &put("/accounts", hidden)).status.is_client_error(), "{hidden}");
        }
    });
}

#[test]
fn a_list_says_by_presets_and_by_its_menu_what_it_shows() {
    on_each(|world| {
        let program = world.program();
        for (name, lifecycle, revenue) in
            [("North", "customer", 100), ("South", "prospect", 50), ("East", "customer", 7)]
        {
            let revenue = json!({"amount": revenue.to_string(), "currency": "EUR"});
            world.create(
                &program,
                "accounts",
                json!({"name": name, "lifecycle": lifecycle, "annual_revenue": revenue}),
            );
        }
        let ada = world.browser(&world.admin);
        let plain = page(world, &ada, "/accounts");
        let mine = links(&plain, "filter=owner").into_iter().next().expect("a preset");
        assert!(words(&page(world, &ada, &mine)).contains("Owner is me"));
        let menu = "/accounts?d-apply=1&d-group=lifecycle&d-sort=annual_revenue&d-down=down&d-sort=&d-down=up\
                    &column=industry&column=annual_revenue&d-later=industry";
        let next = world.get(&ada, menu).header("location").to_owned();
        assert_eq!(
            next,
            "/accounts?column=annual_revenue&column=industry&sort=-annual_revenue&group=lifecycle"
        );
        // Without a script the groups are one link away; their heads come from one question.
        let first = page(world, &ada, &next);
        assert!(rows(&first).is_empty() && first.contains("/accounts/groups?"));
        let whole = links(&first, "groups=now").into_iter().next().expect("a link");
        let groups = page(world, &ada, &whole);
        assert!(words(&groups).contains("Customer 2 € 107"), "{}", words(&groups));
        assert!(words(&groups).contains("Prospect 1 € 50"), "{}", words(&groups));
        let summed = page(world, &ada, "/accounts?column=annual_revenue&sums=now");
        assert!(words(&summed).contains("Total € 157"), "{}", words(&summed));
        let of_group =
            links(&groups, "filter=lifecycle").into_iter().next().expect("a head leads to its rows");
        assert!(!rows(&page(world, &ada, &of_group)).is_empty());
    });
}

#[test]
fn a_filter_that_can_not_be_read_says_why_and_stays_in_its_box() {
    on_each(|world| {
        account(world, &world.program(), "Acme");
        let ada = world.browser(&world.admin);
        let wrong = page(world, &ada, "/accounts?filter=colour = red");
        assert!(words(&wrong).contains("There is no field “colour”."), "{}", words(&wrong));
        assert!(wrong.contains("value=\"colour = red\"") && rows(&wrong).is_empty());
        // A plain word searches the titles.
        assert_eq!(rows(&page(world, &ada, "/accounts?filter=acm")), ["Acme"]);
        let hostile = world.get(&ada, "/accounts?sort=name;drop");
        assert!(hostile.status.is_client_error(), "{}", hostile.status);
    });
}

#[test]
fn columns_are_chosen_in_the_address_and_every_language_has_its_words() {
    on_each(|world| {
        let made = json!({"name": "Acme", "annual_revenue": {"amount": "1200.50", "currency": "EUR"}});
        world.create(&world.program(), "accounts", made);
        let ada = world.browser(&world.admin);
        let narrow = page(world, &ada, "/accounts?column=annual_revenue");
        assert!(words(&narrow).contains("Acme € 1,200.50"), "{}", words(&narrow));
        assert_eq!(narrow.matches("scope=\"col\"").count(), 2);
        for language in Language::ALL {
            let chosen =
                super::submit(world, &ada, "/preferences", &[("language", language.code()), ("back", "/")]);
            assert_eq!(chosen.status.as_u16(), 303);
            for path in
                ["/", "/accounts", "/accounts/new", "/opportunities/board", "/metrics", "/trash", "/import"]
            {
                let html = page(world, &ada, path);
                assert!(html.contains(&format!("lang=\"{}\"", language.code())), "{path}");
            }
        }
    });
}

#[test]
fn a_list_is_taken_out_as_a_file_of_what_is_seen() {
    on_each(|world| {
        let program = world.program();
        account(world, &program, "Acme");
        account(world, &program, "Betatech");
        let ada = world.browser(&world.admin);
        let file = world.get(&ada, "/accounts/export?format=csv&filter=name = Acme");
        assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
        assert!(file.header("content-disposition").starts_with("attachment"));
        assert!(file.text().contains("Acme") && !file.text().contains("Betatech"), "{}", file.text());
    });
}

#[test]
fn what_one_follows_is_a_condition_of_lists_and_of_programs() {
    on_each(|world| {
        let (ada, program) = (world.browser(&world.admin), world.program());
        let sam = world.person("Sam", "head_of_sales");
        let his = world.token(&sam, "read_write");
        let sam = sam.user_id().expect("a person").to_string();
        let made =
            |client: &crate::support::Client, body: serde_json::Value| world.create(client, "accounts", body);
        let own = made(&program, json!({"name": "Own"}));
        let given = made(&program, json!({"name": "Given away", "owner": sam}));
        made(&his, json!({"name": "Of Sam"}));
        let found = |client: &crate::support::Client, objects: &str, filter: &str| {
            let path = format!("/api/v1/{objects}?filter={filter}&sort=created_at");
            let answer = world.get(client, &path);
            assert_eq!(answer.status.as_u16(), 200, "{}", answer.text());
            let data = answer.json()["data"].as_array().expect("a list").clone();
            data.iter()
                .map(|one| one["name"].as_str().unwrap_or("").to_owned())
                .collect::<Vec<_>>()
                .join(", ")
        };
        // What one owns or made; of others nobody learns it.
        assert_eq!(found(&program, "accounts", "followed = yes"), "Own, Given away");
        assert_eq!(found(&program, "accounts", "not followed = yes"), "Of Sam");
        assert_eq!(found(&his, "accounts", "followed = yes"), "Given away, Of Sam");
        // Who gives away what they made goes on to follow it, until they stop.
        world.patch(&program, &format!("/api/v1/accounts/{own}"), "*", json!({"owner": sam}));
        assert_eq!(found(&program, "accounts", "followed = yes"), "Own, Given away");
        for id in [&own, &given] {
            submit(world, &ada, &format!("/accounts/{id}/unfollow"), &[]);
        }
        assert_eq!(found(&program, "accounts", "followed = yes"), "");
        submit(world, &ada, &format!("/accounts/{own}/follow"), &[]);
        assert_eq!(found(&program, "accounts", "followed = yes and name contains O"), "Own");
        world.create(&program, "opportunities", json!({"name": "Large", "account": own}));
        assert_eq!(found(&program, "opportunities", "account.followed = yes"), "Large");
        assert_eq!(found(&program, "opportunities", "account.followed != yes"), "");

        let list = page(world, &ada, "/accounts");
        assert!(list.contains("followed"), "a preset");
        let list = words(&page(world, &ada, "/accounts?filter=followed = yes"));
        assert!(list.contains("1 record") && list.contains("Followed by me"), "{list}");
    });
}

#[test]
fn a_list_of_a_past_day_has_the_groups_the_totals_and_the_file_of_that_day() {
    on_each(|world| {
        let (program, ada) = (world.program(), world.browser(&world.admin));
        let deal = |name: &str, amount: &str| {
            let mut body = json!({"name": name, "amount": {"amount": amount, "currency": "EUR"}});
            let place = world.stage(&program, "open");
            body.as_object_mut().expect("an object").extend(place.as_object().expect("an object").clone());
            world.create(&program, "opportunities", body)
        };
        let ropes = deal("Ropes", "100");
        deal("Nets", "20");
        world.clock.set("2026-03-05T09:00:00Z".parse().expect("a moment"));
        let won = world.stage(&program, "won");
        let now = json!({"amount": {"amount": "300", "currency": "EUR"}, "stage": won["stage"]});
        let changed = world.patch(&program, &format!("/api/v1/opportunities/{ropes}"), "*", now);
        assert_eq!(changed.status.as_u16(), 200, "{}", changed.text());

        // The menu asks for the day, and keeps the rest of the address.
        let menu = "/opportunities?filter=amount%20%3E%201&column=amount&d-apply=1&d-as-of=2026-03-03";
        let then = world.get(&ada, menu).header("location").to_owned();
        assert!(then.ends_with("as-of=2026-03-03"), "{then}");
        let seen = page(world, &ada, &then);
        assert!(words(&seen).contains("As of") && words(&seen).contains("€ 100"), "{}", words(&seen));
        assert!(!words(&seen).contains("€ 300"), "{}", words(&seen));
        // A row leads to the record as it stood.
        assert!(seen.contains(&format!("/opportunities/{ropes}?as-of=2026-03-03")));

        let was = |path: &str| {
            let then = page(world, &ada, &format!("{path}&as-of=2026-03-03"));
            (words(&then), words(&page(world, &ada, path)))
        };
        let (then, today) = was("/opportunities?column=amount&sums=now");
        assert!(then.contains("Total € 120") && today.contains("Total € 320"), "{then} / {today}");
        let (then, today) = was("/opportunities?column=amount&group=state&groups=now");
        assert!(then.contains("Open 2 € 120"), "{then}");
        assert!(today.contains("Open 1 € 20") && today.contains("Won 1 € 300"), "{today}");
        let file = world.get(&ada, "/opportunities/export?format=csv&as-of=2026-03-03").text();
        assert!(file.contains("100") && !file.contains("300"), "{file}");
    });
}
