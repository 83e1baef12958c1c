//! Settings: profile, password, sessions, tokens, users, roles, the journal.

use serde_json::json;

use super::{follow, hidden, id_of, page, submit, words};
use crate::support::{Client, on_each};

fn stranger() -> Client {
    Client::default().with("sec-fetch-site", "same-origin")
}

#[test]
fn a_person_keeps_language_zone_and_password() {
    on_each(|world| {
        let ada = world.browser(&world.admin);
        let wrong =
            submit(world, &ada, "/settings/profile", &[("language", "en"), ("time_zone", "Mars/Olympus")]);
        assert!(words(&wrong.text()).contains("“Mars/Olympus” is not a time zone"));
        let saved =
            submit(world, &ada, "/settings/profile", &[("language", "fr"), ("time_zone", "Asia/Tokyo")]);
        assert!(follow(world, &ada, &saved).contains("lang=\"fr\""));
        submit(world, &ada, "/settings/profile", &[("language", "en"), ("time_zone", "Europe/Paris")]);

        let other = world.browser(&world.admin);
        let refused = submit(
            world,
            &ada,
            "/settings/password",
            &[("current", "no"), ("password", "four other animals")],
        );
        assert!(words(&refused.text()).contains("This is not your current password."));
        let short = submit(
            world,
            &ada,
            "/settings/password",
            &[("current", "a staple of horses"), ("password", "abc")],
        );
        assert!(words(&short.text()).contains("The password is too short"));
        let fields = [("current", "a staple of horses"), ("password", "four other animals")];
        let changed = submit(world, &ada, "/settings/password", &fields);
        assert!(words(&follow(world, &ada, &changed)).contains("The password was changed"));
        assert_eq!(world.get(&other, "/").status.as_u16(), 303, "other browsers are signed out");
    });
}

#[test]
fn sessions_and_tokens_are_listed_and_ended() {
    on_each(|world| {
        let (ada, other) = (world.browser(&world.admin), world.browser(&world.admin));
        assert!(words(&page(world, &ada, "/settings/sessions")).contains("This browser"));
        submit(world, &ada, "/settings/sessions/others", &[]);
        assert_eq!(world.get(&other, "/").status.as_u16(), 303);
        assert_eq!(world.get(&ada, "/").status.as_u16(), 200);

        let form = page(world, &ada, "/settings/tokens");
        let once = hidden(&form, "once");
        let fields = [("once", once.as_str()), ("name", "Mirror"), ("scopes", "read"), ("expires_at", "")];
        let made = submit(world, &ada, "/settings/tokens", &fields);
        let secret = made.text().split("data-copy-text>").nth(1).expect("a secret")[..50].to_owned();
        let secret = secret.split('<').next().expect("a secret").to_owned();
        assert!(secret.starts_with("cordee_"), "{secret}");
        let program = Client::default().with("authorization", &format!("Bearer {secret}"));
        assert_eq!(world.get(&program, "/api/v1/accounts").status.as_u16(), 200);
        let listed = page(world, &ada, "/settings/tokens");
        assert!(words(&listed).contains("Mirror") && !listed.contains(&secret), "shown once only");
        assert_eq!(
            submit(world, &ada, "/settings/tokens", &fields).status.as_u16(),
            303,
            "sent twice, made once"
        );
        let end = listed.split("action=\"/settings/tokens/").nth(1).and_then(|rest| rest.split('"').next());
        submit(world, &ada, &format!("/settings/tokens/{}", end.expect("a token")), &[]);
        assert_eq!(world.get(&program, "/api/v1/accounts").status.as_u16(), 401);
    });
}

#[test]
fn an_administrator_adds_a_user_with_a_password_and_a_role_of_their_own() {
    on_each(|world| {
        let ada = world.browser(&world.admin);
        let made =
            submit(world, &ada, "/roles", &[("name", "Interns"), ("description", "Look, don't touch")]);
        let role = id_of(&made);
        let matrix = page(world, &ada, &format!("/settings/roles/{role}"));
        let fields = [
            ("version", hidden(&matrix, "version")),
            ("name", "Interns".to_owned()),
            ("right.account.read", "all".to_owned()),
            ("field.account.annual_revenue", "hidden".to_owned()),
            ("imports", "false".to_owned()),
            ("shares", "false".to_owned()),
            ("administers", "false".to_owned()),
        ];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let saved = submit(world, &ada, &format!("/settings/roles/{role}"), &fields);
        let shown = follow(world, &ada, &saved);
        assert!(shown.contains("name=\"right.account.read\""), "{shown}");

        let user = [
            ("name", "Ida"),
            ("email", "ida@northwind.example"),
            ("role", role.as_str()),
            ("active", "true"),
            ("password", "short"),
            ("language", "en"),
            ("time_zone", "UTC"),
        ];
        let refused = submit(world, &ada, "/users", &user);
        assert!(words(&refused.text()).contains("The password is too short"), "{}", words(&refused.text()));
        let mut user = user;
        user[4] = ("password", "an umbrella of cats");
        let made = submit(world, &ada, "/users", &user);
        assert_eq!(made.status.as_u16(), 303, "{}", words(&made.text()));
        let signed = submit(
            world,
            &stranger(),
            "/sign-in",
            &[("email", "ida@northwind.example"), ("password", "an umbrella of cats")],
        );
        let ida = stranger().with("cookie", signed.header("set-cookie").split(';').next().expect("a cookie"));
        let list = page(world, &ida, "/accounts");
        assert!(!list.contains("Annual revenue") && !list.contains("href=\"/opportunities"));
        assert_eq!(world.get(&ida, "/users/new").status.as_u16(), 404);
        let password = format!("/settings/users/{}/password", id_of(&made));
        assert_eq!(submit(world, &ida, &password, &[("password", "mine all mine")]).status.as_u16(), 403);
        assert_eq!(
            submit(world, &ada, &password, &[("password", "another set of words")]).status.as_u16(),
            303
        );
        assert_eq!(world.get(&ida, "/accounts").status.as_u16(), 303, "who has a new password signs in anew");
    });
}

#[test]
fn the_role_that_keeps_the_workspace_stays_as_it_is() {
    on_each(|world| {
        let ada = world.browser(&world.admin);
        let program = world.program();
        let roles = world.get(&program, "/api/v1/roles?filter=key=administrator").json();
        let id = roles["data"][0]["id"].as_str().expect("a role");
        let html = page(world, &ada, &format!("/settings/roles/{id}"));
        assert!(words(&html).contains("so that nobody is locked out"));
        let taken =
            submit(world, &ada, &format!("/settings/roles/{id}"), &[("version", "1"), ("name", "Nobody")]);
        assert_eq!(taken.status.as_u16(), 403);
    });
}

#[test]
fn the_journal_is_checked_by_an_administrator() {
    on_each(|world| {
        let ada = world.browser(&world.admin);
        assert!(words(&page(world, &ada, "/settings/journal")).contains("Check the chain"));
        let checked = submit(world, &ada, "/settings/journal", &[]);
        assert!(words(&checked.text()).contains("entries hold"), "{}", words(&checked.text()));
    });
}

#[test]
fn an_administrator_finds_who_did_what_through_which_door() {
    on_each(|world| {
        let (ada, program) = (world.browser(&world.admin), world.program());
        let id = world.create(&program, "accounts", json!({"name": "Acme"}));
        submit(world, &ada, &format!("/accounts/{id}"), &[("version", "1"), ("name", "Acme & Sons")]);
        world.create(&program, "contacts", json!({"name": "Zoe"}));
        let said = |query: &str| words(&page(world, &ada, &format!("/settings/journal?{query}")));
        let of_one = said(&format!("object=account&record={id}"));
        assert!(of_one.contains("Changed Account: Acme & Sons Name a page"), "{of_one}");
        assert!(
            of_one.contains("Created Account: Acme & Sons – the API") && !of_one.contains("Zoe"),
            "{of_one}"
        );
        assert!(!said("verb=create&door=api").contains("Acme & Sons Name"), "what was changed at a page");
        let mine = said(&format!("actor.id={}&object=contact", world.admin.user_id().expect("a person")));
        assert!(mine.contains("Contact: Zoe"), "{mine}");
        assert!(said("from=2026-03-03").contains("Nothing like this was done"));
        assert!(said("to=2026-03-02&object=contact").contains("Contact: Zoe"));
        assert!(said("from=yesterday").contains("yesterday"), "what can't be read is told");

        let told = world.get(&program, &format!("/api/v1/audit_log?record={id}&limit=1")).json();
        let entry = &told["data"][0];
        assert_eq!(
            (&entry["verb"], &entry["door"], &entry["title"]),
            (&json!("update"), &json!("page"), &json!("Acme & Sons"))
        );
        assert_eq!(entry["changes"]["name"], json!({"from": "Acme", "to": "Acme & Sons"}));
        let older =
            world.get(&program, &format!("/api/v1/audit_log?record={id}&before={}", told["next"])).json();
        assert_eq!((&older["data"][0]["verb"], &older["next"]), (&json!("create"), &json!(null)));
        assert_eq!(world.get(&program, "/api/v1/audit_log?door=window").status.as_u16(), 400);
        let verdict =
            world.send(program.request(axum::http::Method::POST, "/api/v1/audit_log/verify", None)).json();
        assert_eq!(verdict["sound"], json!(true), "{verdict}");
        let sam = world.person_who_may("Sam", r#"{"objects": {"account": {"read": "all"}}}"#);
        assert_eq!(world.get(&world.browser(&sam), "/settings/journal").status.as_u16(), 403);
    });
}

#[test]
fn an_administrator_sees_how_all_stands_and_makes_a_backup() {
    on_each(|world| {
        let ada = world.browser(&world.admin);
        let about = words(&page(world, &ada, "/settings/health"));
        assert!(about.contains("Version 1.2.3") && !about.contains("Make room"), "{about}");
        let looked = words(&submit(world, &ada, "/settings/health", &[]).text());
        assert!(looked.contains("1 thing needs your attention"), "{looked}");
        assert!(
            looked.contains("Little room is left Make room The journal is sound"),
            "the worst first: {looked}"
        );

        assert!(words(&page(world, &ada, "/settings/backup")).contains("No backup has been made here yet"));
        let begun = submit(world, &ada, "/settings/backup", &[]);
        assert_eq!(begun.status.as_u16(), 303, "{}", words(&begun.text()));
        let mut listed = String::new();
        for _ in 0..200 {
            listed = page(world, &ada, "/settings/backup");
            if !words(&listed).contains("being made") {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        assert!(listed.contains("/settings/backup/cordee-20260302.tar.gz"), "{}", words(&listed));
        assert!(!listed.contains("hx-get"), "nothing is asked any more");
        let waited = words(&page(world, &ada, "/settings/backup?under=yes"));
        assert!(waited.contains("The backup is made and was checked"), "{waited}");
        let taken = world.get(&ada, "/settings/backup/cordee-20260302.tar.gz");
        assert_eq!((taken.status.as_u16(), &taken.bytes[..2]), (200, &[0x1f, 0x8b][..]));
        assert_eq!(world.get(&ada, "/settings/backup/..%2Ftest.db").status.as_u16(), 404);
        let log = words(&page(world, &ada, "/settings/security"));
        assert!(log.contains("Backup made") && log.contains("Backup downloaded: cordee-20260302"), "{log}");

        let sam = world.person_who_may("Sam", r#"{"objects": {"account": {"read": "all"}}}"#);
        let sam = world.browser(&sam);
        for path in ["/settings/health", "/settings/backup", "/settings/backup/cordee-20260302.tar.gz"] {
            assert_eq!(world.get(&sam, path).status.as_u16(), 403, "{path}");
        }
        assert_eq!(submit(world, &sam, "/settings/backup", &[]).status.as_u16(), 403);
    });
}

#[test]
fn all_settings_are_found_by_what_they_are_for() {
    on_each(|world| {
        let ada = world.browser(&world.admin);
        let all = page(world, &ada, "/settings");
        for href in ["/settings/profile", "/users", "/settings/journal", "/settings/backup", "/api/docs"] {
            assert!(all.contains(&format!("href=\"{href}\"")), "{href}");
        }
        let found = words(&page(world, &ada, "/settings?q=UNNOTICED"));
        assert!(found.contains("Audit log Everything that was done"), "{found}");
        assert!(!found.contains("Profile Your language"), "{found}");
        assert!(words(&page(world, &ada, "/settings?q=zzz")).contains("Nothing found for “zzz”"));
        let sam = world.person_who_may("Sam", r#"{"objects": {"account": {"read": "all"}}}"#);
        let his = page(world, &world.browser(&sam), "/settings");
        assert!(his.contains("/settings/profile") && !his.contains("/settings/journal"), "{}", words(&his));
    });
}

#[test]
fn a_browser_keeps_formats_and_the_page_one_begins_on() {
    on_each(|world| {
        let ada = world.browser(&world.admin);
        let profile = page(world, &ada, "/settings/profile");
        assert!(profile.contains("02.03.2026") && profile.contains("5:41 PM"), "{}", words(&profile));
        let wishes = [
            ("theme", "dark"),
            ("days", "dots"),
            ("clock", "24"),
            ("start", "/accounts"),
            ("back", "/settings/profile?done=save"),
        ];
        let kept = submit(world, &ada, "/preferences", &wishes);
        let cookies: Vec<String> = kept
            .headers
            .get_all("set-cookie")
            .iter()
            .filter_map(|line| line.to_str().ok()?.split(';').next().map(str::to_owned))
            .collect();
        for cookie in ["theme=dark", "style=dots|24|", "start=/accounts"] {
            assert!(cookies.iter().any(|known| known == cookie), "{cookie} in {cookies:?}");
        }
        let ours = ada.headers.iter().find(|(name, _)| name == "cookie").map(|(_, text)| text.clone());
        let mut hers = ada.clone();
        hers.headers.retain(|(name, _)| name != "cookie");
        let hers = hers.with("cookie", &format!("{}; {}", ours.expect("a session"), cookies.join("; ")));
        let sessions = words(&page(world, &hers, "/settings/sessions"));
        assert!(sessions.contains("02.03.2026, 1"), "{sessions}");

        let login = [("email", "ada@northwind.example"), ("password", "a staple of horses")];
        let begins =
            |client: &Client| submit(world, client, "/sign-in", &login).header("location").to_owned();
        assert_eq!(begins(&stranger().with("cookie", "start=/accounts")), "/accounts");
        assert_eq!(begins(&stranger().with("cookie", "start=//elsewhere.example")), "/");
        assert_eq!(begins(&stranger()), "/");
    });
}

#[test]
fn the_page_of_rates_tells_what_holds_today_and_what_comes() {
    on_each(|world| {
        let ada = world.browser(&world.admin);
        const PLACE: &str = "/settings/rates";
        let shown = words(&page(world, &ada, PLACE));
        assert!(shown.contains("Amounts are added up in EUR"), "{shown}");
        assert!(page(world, &ada, "/settings").contains(&format!("href=\"{PLACE}\"")));
        let says = |code: &str, rate: &str, day: &str| {
            submit(world, &ada, PLACE, &[("currency", code), ("rate", rate), ("valid_from", day)])
        };
        for (rate, day) in [("0.91", "2026-01-01"), ("0.92", "2026-03-01"), ("0.95", "2026-04-01")] {
            follow(world, &ada, &says("usd", rate, day));
        }
        let shown = words(&page(world, &ada, PLACE));
        assert!(shown.contains("USD 1 USD = 0.92 EUR Mar 1, 2026"), "{shown}");
        assert!(shown.contains("Apr 1, 2026 · 1 USD = 0.95 EUR"), "{shown}");
        // What is said again for the same day takes the place of the first.
        follow(world, &ada, &says("USD", "0.93", "2026-03-01"));
        assert!(words(&page(world, &ada, PLACE)).contains("1 USD = 0.93 EUR"));
        let all = world.get(&world.program(), "/api/v1/currency_rates?filter=currency=USD").json();
        assert_eq!(all["data"].as_array().map(Vec::len), Some(3));
        let wrong = says("USD", "much", "2026-03-01");
        assert_eq!(wrong.status.as_u16(), 422);
        assert!(wrong.text().contains("value=\"much\""), "what was typed is kept");
        let seller = world.browser(&world.person("Sam", "account_executive"));
        let sent = submit(
            world,
            &seller,
            PLACE,
            &[("currency", "USD"), ("rate", "1"), ("valid_from", "2026-05-01")],
        );
        assert_eq!(sent.status.as_u16(), 403);
    });
}
