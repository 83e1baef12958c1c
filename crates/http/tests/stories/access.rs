//! Who may do what over REST: tokens, cookies, roles, companies.

use crate::support::{Client, World, on_each};
use axum::http::{Method, StatusCode};
use cordee_http::Options;
use serde_json::json;

#[test]
fn nobody_gets_in_without_a_token_or_a_session_that_lives() {
    on_each(|world| {
        let nobody = Client::default();
        for path in
            ["/api/v1/accounts", "/api/v1/me", "/api/v1/openapi.json", "/api/v1/metrics", "/api/v1/tokens"]
        {
            let told = world.get(&nobody, path);
            told.refuses(401, &[]);
            assert_eq!(told.header("www-authenticate"), "Bearer", "{path}");
        }
        for wrong in ["Bearer", "Bearer ", "Bearer cordee_nonsense", "Basic YTpi", "bearer \t"] {
            // Whoever is not known is not even told what is wrong with the request.
            for path in ["/api/v1/me", "/api/v1/accounts", "/api/v1/accounts?colour=red", "/api/v1/nothing/x"]
            {
                world.get(&nobody.clone().with("authorization", wrong), path).refuses(401, &[]);
            }
            let figures = "/api/v1/accounts/aggregate?by=nothing&colour=red";
            world.get(&nobody.clone().with("authorization", wrong), figures).refuses(401, &[]);
        }
        world.get(&nobody.clone().with("cookie", "cordee=nonsense"), "/api/v1/me").refuses(401, &[]);
        // A token that is not good is not helped by a good cookie.
        let browser = world.browser(&world.admin);
        assert_eq!(world.get(&browser, "/api/v1/me").status, StatusCode::OK);
        world.get(&browser.with("authorization", "Bearer cordee_x"), "/api/v1/me").refuses(401, &[]);
    });
}

#[test]
fn one_is_told_who_one_is() {
    on_each(|world| {
        let me = world.get(&world.program(), "/api/v1/me").json();
        assert_eq!(me["user"]["name"], "Ada");
        assert_eq!(me["workspace"]["name"], "Northwind");
        assert_eq!(me["workspace"]["currency"], "EUR");
        assert_eq!((&me["administers"], &me["scopes"]), (&true.into(), &"read_write".into()));
    });
}

#[test]
fn a_token_that_may_only_read_writes_nothing() {
    on_each(|world| {
        let ada = world.program();
        let id = world.create(&ada, "accounts", json!({"name": "Acme"}));
        let reader = world.token(&world.admin, "read");
        let place = format!("/api/v1/accounts/{id}");
        assert_eq!(world.get(&reader, &place).status, StatusCode::OK);
        assert_eq!(world.get(&reader, "/api/v1/me").json()["scopes"], "read");
        world.post(&reader, "/api/v1/accounts", json!({"name": "Other"})).refuses(403, &[]);
        world.patch(&reader, &place, "\"1\"", json!({"name": "Other"})).refuses(403, &[]);
        world.delete(&reader, &place, "\"1\"").refuses(403, &[]);
        world
            .post(&reader, "/api/v1/tokens", json!({"name": "More", "scopes": "read_write"}))
            .refuses(403, &[]);
        let tokens = world.get(&reader, "/api/v1/tokens").json();
        let first = tokens["data"][0]["id"].as_str().expect("an id").to_owned();
        world.delete(&reader, &format!("/api/v1/tokens/{first}"), "*").refuses(403, &[]);
        world.get(&reader, "/api/v1/users?limit=1");
        let list = world.get(&ada, "/api/v1/accounts?count=exact").json();
        assert_eq!((&list["count"], &list["data"][0]["name"]), (&1.into(), &"Acme".into()));
    });
}

#[test]
fn a_person_makes_and_ends_tokens_and_sessions() {
    on_each(|world| {
        let browser = world.browser(&world.admin);
        world
            .post(&browser, "/api/v1/tokens", json!({"scopes": "write", "nmae": "x"}))
            .refuses(422, &[("nmae", "unknown-field"), ("name", "required")]);
        world
            .post(&browser, "/api/v1/tokens", json!({"name": "x", "scopes": "write"}))
            .refuses(422, &[("scopes", "choice")]);
        let made = world.post(&browser, "/api/v1/tokens", json!({"name": "Sync", "scopes": "read_write"}));
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
        let secret = made.json()["secret"].as_str().expect("a secret").to_owned();
        let program = Client::default().with("authorization", &format!("Bearer {secret}"));
        assert_eq!(world.get(&program, "/api/v1/accounts").status, StatusCode::OK);
        let listed = world.get(&browser, "/api/v1/tokens");
        assert!(!listed.text().contains(&secret));
        let own =
            listed.json()["data"].as_array().expect("data").iter().find(|t| t["name"] == "Sync").cloned();
        assert_ne!(own.expect("the token")["last_used_at"], json!(null), "a read is a use");
        let place = format!("/api/v1/tokens/{}", made.json()["id"].as_str().expect("an id"));
        assert_eq!(world.delete(&browser, &place, "*").status, StatusCode::NO_CONTENT);
        for path in ["/api/v1/me", "/api/v1/accounts", "/api/v1/accounts?colour=red", "/api/v1/accounts/x"] {
            world.get(&program, path).refuses(401, &[]);
        }

        let other = world.browser(&world.admin);
        let sessions = world.get(&browser, "/api/v1/sessions").json();
        let latest = sessions["data"].as_array().expect("data").iter().filter_map(|s| s["id"].as_str()).max();
        let place = format!("/api/v1/sessions/{}", latest.expect("a session"));
        assert_eq!(world.delete(&browser, &place, "*").status, StatusCode::NO_CONTENT);
        world.get(&other, "/api/v1/me").refuses(401, &[]);
        assert_eq!(world.get(&browser, "/api/v1/me").status, StatusCode::OK);
    });
}

#[test]
fn another_site_changes_nothing_with_our_cookie() {
    on_each(|world| {
        let signed = world.browser(&world.admin);
        let cookie = Client { headers: signed.headers[..1].to_vec() };
        let body = || json!({"name": "Acme"});
        let table = [
            (cookie.clone(), 403),
            (cookie.clone().with("sec-fetch-site", "cross-site"), 403),
            (cookie.clone().with("sec-fetch-site", "same-site"), 403),
            (cookie.clone().with("origin", "https://evil.example").with("host", "127.0.0.1:8080"), 403),
            (cookie.clone().with("origin", "null").with("host", "127.0.0.1:8080"), 403),
            (cookie.clone().with("origin", "http://127.0.0.1:8080").with("host", "127.0.0.1:8080"), 201),
            (cookie.clone().with("sec-fetch-site", "same-origin"), 201),
        ];
        for (client, status) in table {
            let answer = world.post(&client, "/api/v1/accounts", body());
            assert_eq!(answer.status.as_u16(), status, "{client:?}: {}", answer.text());
            if status == 403 {
                answer.refuses(403, &[("", "origin")]);
                assert_eq!(answer.json()["type"], "/problems/origin");
            }
        }
        // Looking changes nothing and is allowed from everywhere; what comes back stays in the browser.
        let seen = world.get(&cookie.with("sec-fetch-site", "cross-site"), "/api/v1/accounts?count=exact");
        assert_eq!(seen.json()["count"], 2);
        assert!(seen.headers.get("access-control-allow-origin").is_none());
    });
}

#[test]
fn another_company_is_as_if_it_were_not_there() {
    on_each(|world| {
        let ada = world.program();
        let ours = world.create(&ada, "accounts", json!({"name": "Acme"}));
        let other = world.another_company();
        let eve = world.token(&other, "read_write");
        let theirs = world.create(&eve, "accounts", json!({"name": "Secret"}));
        let place = format!("/api/v1/accounts/{theirs}");
        world.get(&ada, &place).refuses(404, &[]);
        world.patch(&ada, &place, "\"1\"", json!({"name": "Mine"})).refuses(404, &[]);
        world.delete(&ada, &place, "\"1\"").refuses(404, &[]);
        world.post(&ada, &format!("{place}/restore"), json!({})).refuses(404, &[]);
        world.get(&ada, &format!("{place}/history")).refuses(404, &[]);
        let linked = json!({"parent": theirs});
        world
            .patch(&ada, &format!("/api/v1/accounts/{ours}"), "\"1\"", linked)
            .refuses(422, &[("parent", "link-missing")]);
        let list = world.get(&ada, &format!("/api/v1/accounts?filter=id = {theirs}&count=exact")).json();
        assert_eq!(list["count"], 0);
        let sessions = world.get(&eve, "/api/v1/tokens").json();
        let token = sessions["data"][0]["id"].as_str().expect("an id").to_owned();
        world.delete(&world.browser(&world.admin), &format!("/api/v1/tokens/{token}"), "*").refuses(404, &[]);
        assert_eq!(world.get(&eve, &place).json()["name"], "Secret");
    });
}

#[test]
fn what_a_role_hides_is_nowhere() {
    on_each(|world| {
        let ada = world.program();
        let grants = r#"{"objects": {"account": {"read": "own", "edit": "own"}},
                         "fields": {"account": {"domain": "hidden", "industry": "read_only"}}}"#;
        let sam = world.person_who_may("Sam", grants);
        let me = sam.user_id().expect("a person").to_string();
        let body = json!({"name": "Mine", "domain": "mine.example", "owner": me});
        let mine = format!("/api/v1/accounts/{}", world.create(&ada, "accounts", body));
        let other = world.create(&ada, "accounts", json!({"name": "Other", "domain": "other.example"}));
        let sam = world.token(&sam, "read_write");

        world.get(&sam, &format!("/api/v1/accounts/{other}")).refuses(404, &[]);
        world.get(&sam, "/api/v1/contacts").refuses(404, &[]);
        world.get(&sam, "/api/v1/opportunities/aggregate?sum=amount").refuses(404, &[]);
        world.post(&sam, "/api/v1/contacts", json!({"last_name": "X"})).refuses(404, &[]);
        world.post(&sam, "/api/v1/accounts", json!({"name": "X"})).refuses(403, &[]);
        world.delete(&sam, &mine, "\"1\"").refuses(403, &[]);

        let list = world.get(&sam, "/api/v1/accounts?count=exact").json();
        assert_eq!((&list["count"], &list["data"][0]["name"]), (&1.into(), &"Mine".into()));
        for path in [mine.as_str(), "/api/v1/accounts", "/api/v1/objects", &format!("{mine}/history")] {
            let seen = world.get(&sam, path);
            assert_eq!(seen.status, StatusCode::OK, "{path}");
            assert!(
                !seen.text().contains("domain") && !seen.text().contains("mine.example"),
                "{path}: {}",
                seen.text()
            );
        }
        let secret = |query: &str, at: &str| {
            world.get(&sam, &format!("/api/v1/accounts{query}")).refuses(400, &[(at, "unknown-field")]);
        };
        secret("?fields=domain", "fields");
        secret("?filter=domain = \"mine.example\"", "domain");
        secret("/aggregate?by=domain", "domain");
        world.get(&sam, "/api/v1/accounts?sort=domain").refuses(400, &[("sort", "sort")]);
        let change = |body: serde_json::Value| world.patch(&sam, &mine, "\"1\"", body);
        change(json!({"domain": "x.example"})).refuses(422, &[("domain", "unknown-field")]);
        change(json!({"industry": "retail"})).refuses(422, &[("industry", "read-only")]);
        assert_eq!(change(json!({"name": "Still mine"})).status, StatusCode::OK);
        assert_eq!(world.get(&ada, &mine).json()["domain"], "mine.example");
    });
}

#[test]
fn the_engines_own_is_out_of_reach() {
    on_each(|world| {
        let ada = world.program();
        for internal in ["followers", "nonsense", "account", "opportunity"] {
            world.get(&ada, &format!("/api/v1/{internal}")).refuses(404, &[]);
        }
        let users = world.get(&ada, "/api/v1/users");
        assert!(
            users.status.is_success()
                && !users.text().contains("password")
                && !users.text().contains("argon")
        );
        world
            .post(&ada, "/api/v1/users", json!({"name": "X", "password": "x"}))
            .refuses(422, &[("password", "unknown-field")]);
        let rep = world.person("Rita", "account_executive");
        let rita = world.token(&rep, "read_write");
        let place = format!("/api/v1/users/{}", rep.user_id().expect("a person"));
        world.patch(&rita, &place, "*", json!({"role": null})).refuses(403, &[]);
        world.post(&rita, "/api/v1/roles", json!({"name": "All", "grants": "{}"})).refuses(403, &[]);
    });
}

#[test]
fn somebody_who_leaves_is_out_at_once() {
    on_each(|world| {
        let ada = world.program();
        let rep = world.person("Rita", "account_executive");
        let (rita, browser) = (world.token(&rep, "read_write"), world.browser(&rep));
        assert_eq!(world.get(&rita, "/api/v1/me").status, StatusCode::OK);
        let place = format!("/api/v1/users/{}", rep.user_id().expect("a person"));
        assert_eq!(world.patch(&ada, &place, "*", json!({"active": false})).status, StatusCode::OK);
        world.get(&rita, "/api/v1/me").refuses(401, &[]);
        world.get(&browser, "/api/v1/me").refuses(401, &[]);
    });
}

#[test]
fn a_cookie_over_tls_has_another_name() {
    let options = Options { base_url: Some("https://crm.example.com".into()), ..Options::default() };
    let world = World::small(options);
    let browser = world.browser(&world.admin);
    world.get(&browser, "/api/v1/me").refuses(401, &[]);
    let secret = browser.headers[0].1.replace("cordee=", "__Host-cordee=");
    let browser = Client::default().with("cookie", &secret).with("origin", "https://crm.example.com");
    assert_eq!(world.get(&browser, "/api/v1/me").status, StatusCode::OK);
    let made = world.send(browser.request(Method::POST, "/api/v1/accounts", Some(json!({"name": "Acme"}))));
    assert_eq!(made.status, StatusCode::CREATED);
    assert!(made.header("strict-transport-security").starts_with("max-age=31536000"));
}

/// Sees all deals and who takes part in them; of contacts only their own.
const OWN_CONTACTS: &str = r#"{"objects": {
    "opportunity": {"read": "all", "edit": "all", "export": "all"},
    "committee_member": {"read": "all", "edit": "all", "export": "all"},
    "contact": {"read": "own", "edit": "own"}}}"#;
/// The same, and nothing of contacts.
const NO_CONTACTS: &str = r#"{"objects": {
    "opportunity": {"read": "all"}, "committee_member": {"read": "all", "export": "all"}}}"#;

#[test]
fn a_name_kept_beside_its_contact_is_told_where_the_contact_is() {
    on_each(|world| {
        let ada = world.program();
        let sam = world.person_who_may("Sam", OWN_CONTACTS);
        let me = sam.user_id().expect("a person").to_string();
        let hidden = world.create(&ada, "contacts", json!({"name": "Zdenka Novotna"}));
        let mine = world.create(&ada, "contacts", json!({"name": "Boris Blue", "owner": me}));
        let deal = world.create(&ada, "opportunities", json!({"name": "Lights"}));
        let plays = |person: &str, role: &str| json!({"opportunity": deal, "contact": person, "role": role});
        let one = world.create(&ada, "committee_members", plays(&hidden, "champion"));
        let other = world.create(&ada, "committee_members", plays(&mine, "blocker"));
        let place = format!("/api/v1/committee_members/{one}");
        let renamed = json!({"name": "Zdenka Hidden"});
        let answer = world.patch(&ada, &format!("/api/v1/contacts/{hidden}"), "*", renamed);
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());

        for (grants, sees_own) in [(OWN_CONTACTS, true), (NO_CONTACTS, false)] {
            let person = if sees_own { sam.clone() } else { world.person_who_may("Nora", grants) };
            let client = world.token(&person, "read_write");
            let path = |rest: &str| format!("/api/v1/committee_members{rest}");
            let doors = [
                place.clone(),
                path(""),
                path("?include=contact"),
                path("/changes"),
                format!("{place}/history"),
                "/api/v1/search?q=zdenka".to_owned(),
                format!("/api/v1/search?q={one}"),
                format!("/api/v1/opportunities/{deal}/history"),
            ];
            for door in doors {
                let seen = world.get(&client, &door);
                let text = seen.text();
                assert!(!text.contains("Zdenka"), "{door} for {grants}: {text}");
            }
            let list = world.get(&client, &path("?sort=created_at")).json();
            assert_eq!(list["data"].as_array().map(Vec::len), Some(2), "{list}");
            let own = world.get(&client, &format!("/api/v1/committee_members/{other}")).json();
            assert_eq!(own["name"] == "Boris Blue", sees_own, "{own}");
            let found = world.get(&client, &path("?filter=name contains \"zdenka\""));
            match sees_own {
                // As if it were empty: neither is it found by what it says.
                true => assert_eq!(found.json()["data"], json!([]), "{}", found.text()),
                false => drop(found.refuses(400, &[("name", "unknown-field")])),
            }
            for query in ["?filter=name is empty", "/aggregate?by=name", "?sort=created_at,name"] {
                let text = world.get(&client, &path(query)).text();
                assert!(!text.contains("Zdenka"), "{query} for {grants}: {text}");
            }
            let browser = world.browser(&person);
            for page in [
                format!("/committee_members/{one}"),
                "/committee_members".to_owned(),
                format!("/opportunities/{deal}"),
                "/committee_members/export?format=csv".to_owned(),
                "/search?q=zdenka%20h".to_owned(),
            ] {
                let seen = world.get(&browser, &page);
                let said = ["zdenka h", "zdenka%20h", "zdenka+h"]
                    .iter()
                    .fold(seen.text(), |said, typed| said.replace(typed, ""));
                assert!(!said.to_lowercase().contains("zdenka"), "{page} for {grants}: {said}");
            }
        }
        // Who sees the contact sees the name.
        assert_eq!(world.get(&ada, &place).json()["name"], "Zdenka Hidden");
    });
}
