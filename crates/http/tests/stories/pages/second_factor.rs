//! The second factor at pages and over the API.

use axum::http::StatusCode;
use cordee_base::Clock;
use serde_json::json;
use totp_rs::{Builder, Secret};

use super::{follow, hidden, page, submit, words};
use crate::support::{Answer, Client, World, on_each};

fn stranger() -> Client {
    Client::default().with("sec-fetch-site", "same-origin")
}

/// The code that an app with this secret shows now.
fn code(world: &World, secret: &str) -> String {
    let secret = Secret::try_from_base32(secret).expect("a secret");
    let totp = Builder::new().with_secret(secret).build().expect("sound");
    totp.generate(world.clock.now().micros() as u64 / 1_000_000).to_string()
}

/// The secret that a page shows to be typed.
fn shown(html: &str) -> String {
    let text = html.split("data-copy-text>").nth(1).and_then(|rest| rest.split('<').next()).expect("a key");
    text.replace(' ', "")
}

fn password(world: &World) -> Answer {
    let fields =
        [("email", "ada@northwind.example"), ("password", "a staple of horses"), ("next", "/accounts")];
    submit(world, &stranger(), "/sign-in", &fields)
}

fn wait(world: &World, seconds: i64) {
    world.clock.set(world.clock.now().plus_seconds(seconds));
}

#[test]
fn a_person_switches_it_on_signs_in_with_it_and_switches_it_off() {
    on_each(|world| {
        let ada = world.browser(&world.admin);
        assert!(words(&page(world, &ada, "/settings/factor")).contains("Set up a second factor"));
        let begun = submit(world, &ada, "/settings/factor/begin", &[]);
        let html = follow(world, &ada, &begun);
        let secret = shown(&html);
        assert!(html.contains("<svg class=\"qr\"") && html.contains("href=\"otpauth://totp/Northwind:"));
        let set_up = |code: &str| submit(world, &ada, "/settings/factor/set-up", &[("code", code)]);
        let wrong = set_up("000000");
        assert_eq!(wrong.status.as_u16(), 422);
        assert_eq!(shown(&wrong.text()), secret, "the same key is shown again");
        let on = set_up(&code(world, &secret));
        assert!(words(&on.text()).contains("10 recovery codes are left"), "{}", words(&on.text()));
        let codes = on.text().split("data-copy-text>").nth(1).expect("codes").to_owned();
        let recovery = codes.split(['\n', '<']).next().expect("a code").to_owned();
        assert!(!page(world, &ada, "/settings/factor").contains(&recovery), "shown once only");

        wait(world, 60);
        let asked = password(world);
        assert_eq!((asked.status, asked.header("set-cookie")), (StatusCode::OK, ""), "not in yet");
        assert!(words(&asked.text()).contains("Enter your code"));
        let opened = hidden(&asked.text(), "opened");
        let give = |code: &str| {
            let fields = [("opened", opened.as_str()), ("code", code), ("next", "/accounts")];
            submit(world, &stranger(), "/sign-in/code", &fields)
        };
        let wrong = give("123456");
        assert_eq!(wrong.status.as_u16(), 422);
        assert!(words(&wrong.text()).contains("This code does not fit."), "{}", words(&wrong.text()));
        let long = give(&"9".repeat(10_000));
        assert_eq!(long.status.as_u16(), 422);
        let right = give(&code(world, &secret));
        assert_eq!((right.status.as_u16(), right.header("location")), (303, "/accounts"));
        assert!(right.header("set-cookie").starts_with("cordee="));
        let used = give(&recovery);
        assert!(words(&used.text()).contains("This took too long, or is done already"), "the step is done");

        let asked = password(world);
        let fields = [("opened", hidden(&asked.text(), "opened")), ("code", recovery.clone())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(submit(world, &stranger(), "/sign-in/code", &fields).status.as_u16(), 303);
        assert!(words(&page(world, &ada, "/settings/factor")).contains("9 recovery codes are left"));

        wait(world, 1200);
        let guarded = submit(world, &ada, "/settings/factor/off", &[]);
        assert_eq!(guarded.status, StatusCode::FORBIDDEN);
        assert!(guarded.text().contains("name=\"confirm.code\""), "the code is asked for too");
        let confirm = |code: &str| {
            let fields = [
                ("confirm.then", "/settings/factor/off"),
                ("confirm.method", "post"),
                ("confirm.password", "a staple of horses"),
                ("confirm.code", code),
            ];
            submit(world, &ada, "/confirm", &fields)
        };
        assert!(words(&confirm("").text()).contains("This code does not fit."));
        assert_eq!(confirm(&code(world, &secret)).status.as_u16(), 307);
        assert_eq!(submit(world, &ada, "/settings/factor/off", &[]).status.as_u16(), 303);
        assert_eq!(password(world).status.as_u16(), 303, "by the password alone");
    });
}

#[test]
fn who_needs_one_sets_it_up_on_the_way_in() {
    on_each(|world| {
        let program = world.program();
        let company = world.get(&program, "/api/v1/workspaces").json();
        let place = format!("/api/v1/workspaces/{}", company["data"][0]["id"].as_str().expect("an id"));
        let set = world.patch(&program, &place, "*", json!({"second_factor": true}));
        assert_eq!(set.status, StatusCode::OK, "{}", set.text());
        let asked = password(world);
        assert!(words(&asked.text()).contains("A second factor is needed to sign in here"));
        let (opened, secret) = (hidden(&asked.text(), "opened"), shown(&asked.text()));
        let give = |code: &str| {
            let fields = [("opened", opened.as_str()), ("code", code), ("next", "/accounts")];
            submit(world, &stranger(), "/sign-in/factor", &fields)
        };
        let wrong = give("1");
        assert_eq!((wrong.status.as_u16(), shown(&wrong.text())), (422, secret.clone()));
        let right = give(&code(world, &secret));
        assert_eq!(right.status, StatusCode::OK);
        assert!(words(&right.text()).contains("Keep these recovery codes"), "{}", words(&right.text()));
        assert!(right.text().contains("href=\"/accounts\""), "the way on");
        let cookie = right.header("set-cookie").split(';').next().expect("a cookie").to_owned();
        let ada = stranger().with("cookie", &cookie);
        assert!(words(&page(world, &ada, "/settings/factor")).contains("needs a second factor"));
        let off = submit(world, &ada, "/settings/factor/off", &[]);
        assert!(words(&off.text()).contains("can’t be switched off"), "{}", words(&off.text()));
        assert_eq!(give("1").status.as_u16(), 422, "the step is done");
    });
}

#[test]
fn a_role_asks_it_of_its_people_and_an_administrator_resets_a_lost_one() {
    on_each(|world| {
        let (ada, program) = (world.browser(&world.admin), world.program());
        let roles = world.get(&program, "/api/v1/roles?filter=key=administrator").json();
        let role = roles["data"][0]["id"].as_str().expect("a role").to_owned();
        let html = page(world, &ada, &format!("/settings/roles/{role}"));
        let name = roles["data"][0]["name"].as_str().expect("a name").to_owned();
        let version = hidden(&html, "version");
        let fields = [("version", version.as_str()), ("name", &name), ("second_factor", "true")];
        let saved = submit(world, &ada, &format!("/settings/roles/{role}"), &fields);
        assert_eq!(saved.status.as_u16(), 303, "{}", words(&saved.text()));
        let asked = password(world);
        let (opened, secret) = (hidden(&asked.text(), "opened"), shown(&asked.text()));
        let fields = [("opened", opened.as_str()), ("code", &code(world, &secret))];
        assert_eq!(submit(world, &stranger(), "/sign-in/factor", &fields).status, StatusCode::OK);

        let me = world.admin.user_id().expect("a person");
        let place = format!("/settings/users/{me}/sign-in");
        assert!(words(&page(world, &ada, &place)).contains("The second factor is on."));
        let reset = submit(world, &ada, &format!("{place}/factor"), &[]);
        assert_eq!(reset.status.as_u16(), 303);
        assert_eq!(world.get(&ada, "/").status.as_u16(), 303, "all sessions have ended");
        assert!(words(&password(world).text()).contains("Set up a second factor"));
    });
}

#[test]
fn the_same_goes_over_the_api() {
    on_each(|world| {
        let (ada, program) = (world.browser(&world.admin), world.program());
        let state = || world.get(&ada, "/api/v1/factor").json();
        assert_eq!(state(), json!({"on_since": null, "recovery_codes_left": 0, "needed": false}));
        world.post(&program, "/api/v1/factor", json!({})).refuses(403, &[]);
        let begun = world.post(&ada, "/api/v1/factor", json!({})).json();
        let secret = begun["secret"].as_str().expect("a secret");
        assert!(begun["uri"].as_str().is_some_and(|uri| uri.contains(secret)));
        let on = |code: &str| world.post(&ada, "/api/v1/factor/on", json!({"code": code}));
        on("12").refuses(422, &[("code", "code")]);
        on("").refuses(422, &[("code", "required")]);
        let codes = on(&code(world, secret)).json();
        assert_eq!(codes["recovery_codes"].as_array().map(Vec::len), Some(10));
        on("12").refuses(404, &[]);
        assert_eq!(state()["recovery_codes_left"], 10);
        world.post(&ada, "/api/v1/factor", json!({})).refuses(422, &[("", "factor-on")]);
        let others = world.post(&ada, "/api/v1/factor/recovery_codes", json!({})).json();
        assert_ne!(codes, others);
        world.delete(&program, "/api/v1/factor", "*").refuses(403, &[]);
        assert_eq!(world.delete(&ada, "/api/v1/factor", "*").status, StatusCode::NO_CONTENT);
        assert_eq!(state()["on_since"], json!(null));
        let me = world.admin.user_id().expect("a person");
        world.delete(&ada, &format!("/api/v1/users/{me}/factor"), "*").refuses(404, &[]);
        assert_eq!(
            world.delete(&program, &format!("/api/v1/users/{me}/sessions"), "*").status,
            StatusCode::NO_CONTENT
        );
        world.get(&ada, "/api/v1/me").refuses(401, &[]);
    });
}
