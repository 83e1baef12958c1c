//! One-time links, confirmation in place, the log of security: over pages and the API.

use axum::http::StatusCode;
use cordee_base::Clock;
use cordee_http::Options;
use serde_json::json;

use super::{hidden, id_of, page, submit, words};
use crate::support::{Client, World, on_each};

fn stranger() -> Client {
    Client::default().with("sec-fetch-site", "same-origin")
}

fn wait(world: &World, seconds: i64) {
    world.clock.set(world.clock.now().plus_seconds(seconds));
}

/// Somebody who has no password yet; gives the id.
fn ida(world: &World, ada: &Client) -> String {
    let fields = [("name", "Ida Brick"), ("email", "ida@northwind.example"), ("active", "true")];
    let fields = [&fields[..], &[("language", "en"), ("time_zone", "UTC")]].concat();
    let made = submit(world, ada, "/users", &fields);
    assert_eq!(made.status.as_u16(), 303, "{}", words(&made.text()));
    id_of(&made)
}

/// The secret at the end of a link that a page shows.
fn shown(html: &str) -> String {
    let link = html.split("data-copy-text>").nth(1).and_then(|rest| rest.split('<').next()).expect("a link");
    let (base, secret) = link.split_once("/link/").expect("a link");
    assert_eq!(base, "http://127.0.0.1:8080", "never what a request says of itself");
    secret.to_owned()
}

#[test]
fn somebody_is_invited_chooses_a_password_and_is_in() {
    on_each(|world| {
        let ada = world.browser(&world.admin).with("x-forwarded-host", "evil.example");
        let id = ida(world, &ada);
        assert!(words(&page(world, &ada, &format!("/users/{id}"))).contains("Language English"));
        let place = format!("/settings/users/{id}/sign-in");
        assert!(page(world, &ada, &format!("/users/{id}")).contains(&place), "a button leads there");
        let html = page(world, &ada, &place);
        let made = submit(world, &ada, &format!("{place}/link"), &[("once", &hidden(&html, "once"))]);
        assert_eq!(made.status, StatusCode::OK, "{}", words(&made.text()));
        let path = format!("/link/{}", shown(&made.text()));
        assert!(!page(world, &ada, &place).contains(&path), "shown once only");

        let form = page(world, &stranger(), &path);
        assert!(words(&form).contains("Ida Brick, choose the password"), "{}", words(&form));
        assert!(form.contains("data-reveal"), "a password can be looked at while it is typed");
        for (password, said) in [("short", "too short"), ("ida-brick-99", "little more than names")] {
            let told = submit(world, &stranger(), &path, &[("password", password)]);
            assert_eq!(told.status.as_u16(), 422);
            assert!(words(&told.text()).contains(said), "{}", words(&told.text()));
        }
        let chosen = submit(world, &stranger(), &path, &[("password", "an umbrella of cats")]);
        assert_eq!((chosen.status.as_u16(), chosen.header("location")), (303, "/"));
        assert!(chosen.header("set-cookie").starts_with("cordee="));
        let over = world.get(&stranger(), &path);
        assert_eq!(over.status, StatusCode::NOT_FOUND);
        assert!(words(&over.text()).contains("This link opens nothing any more"));
        let again = submit(world, &stranger(), &path, &[("password", "an umbrella of dogs")]);
        assert_eq!(again.status, StatusCode::NOT_FOUND, "it works once");
        let log = words(&page(world, &ada, &place));
        assert!(["Invited", "Password link used", "Password set"].iter().all(|w| log.contains(w)), "{log}");
    });
}

#[test]
fn links_are_made_over_the_api_and_end_by_themselves() {
    on_each(|world| {
        let (ada, program) = (world.browser(&world.admin), world.program());
        let id = ida(world, &ada);
        let made = world.post(&ada, &format!("/api/v1/users/{id}/link"), json!({}));
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
        let link = made.json()["link"].as_str().expect("a link").to_owned();
        let path = format!("/link/{}", link.rsplit('/').next().expect("a secret"));
        assert_eq!(made.json()["kind"], "invitation");
        page(world, &stranger(), &path);
        wait(world, 8 * 24 * 3600);
        assert_eq!(world.get(&stranger(), &path).status, StatusCode::NOT_FOUND, "a week has gone");

        let me = world.admin.user_id().expect("a person");
        assert_eq!(
            world.post(&program, &format!("/api/v1/users/{id}/link"), json!({})).status,
            StatusCode::CREATED,
            "a program may invite"
        );
        world.post(&program, &format!("/api/v1/users/{me}/link"), json!({})).refuses(403, &[]);
        let rita = world.token(&world.person("Rita", "account_executive"), "read_write");
        world.post(&rita, &format!("/api/v1/users/{id}/link"), json!({})).refuses(403, &[]);
        world.post(&ada, &format!("/api/v1/users/{id}/link"), json!({})).refuses(401, &[]);
        world.post(&program, "/api/v1/users/01JC8V7N4QK2M/link", json!({})).refuses(404, &[]);
    });
}

#[test]
fn what_matters_is_confirmed_in_place_and_then_done() {
    on_each(|world| {
        let ada = world.browser(&world.admin);
        wait(world, 1200);
        let fields = [("name", "Mirror"), ("scopes", "read"), ("password", "not to be kept")];
        let asked = submit(world, &ada, "/settings/tokens", &fields);
        assert_eq!(asked.status, StatusCode::FORBIDDEN);
        let html = asked.text();
        assert!(words(&html).contains("Is it still you?"), "{}", words(&html));
        assert_eq!(hidden(&html, "name"), "Mirror", "what was typed waits");
        assert_eq!(hidden(&html, "confirm.then"), "/settings/tokens");
        assert!(!html.contains("not to be kept"), "passwords are in no page");
        assert!(html.contains("name=\"password\""), "they are typed again");

        let sent = |password: &str| {
            let fields = [
                ("name", "Mirror"),
                ("scopes", "read"),
                ("confirm.then", "/settings/tokens"),
                ("confirm.method", "post"),
                ("confirm.password", password),
            ];
            submit(world, &ada, "/confirm", &fields)
        };
        let wrong = sent("a guess");
        assert_eq!(wrong.status.as_u16(), 422);
        assert!(words(&wrong.text()).contains("This is not your current password."));
        assert_eq!(hidden(&wrong.text(), "name"), "Mirror", "and still waits");
        let right = sent("a staple of horses");
        assert_eq!((right.status.as_u16(), right.header("location")), (307, "/settings/tokens"));
        let done = submit(world, &ada, "/settings/tokens", &fields);
        assert!(done.text().contains("cordee_"), "the browser has sent it again");

        let away = [("confirm.then", "//evil.example/"), ("confirm.password", "a staple of horses")];
        assert_eq!(submit(world, &ada, "/confirm", &away).header("location"), "/");
    });
}

#[test]
fn a_browser_left_open_gives_nothing_away_over_the_api_either() {
    on_each(|world| {
        let (ada, program) = (world.browser(&world.admin), world.program());
        let rep = world.person("Rita", "account_executive").user_id().expect("a person").to_string();
        let roles = world.get(&program, "/api/v1/roles?filter=key=administrator").json();
        let (role, me) = (roles["data"][0]["id"].clone(), world.admin.user_id().expect("a person"));
        wait(world, 1200);
        let guarded = || {
            vec![
                world.post(&ada, "/api/v1/tokens", json!({"name": "X"})),
                world.post(&ada, "/api/v1/factor", json!({})),
                world.post(&ada, &format!("/api/v1/users/{me}/link"), json!({})),
                world.patch(&ada, &format!("/api/v1/users/{rep}"), "*", json!({"role": role})),
                world.patch(&ada, &format!("/api/v1/users/{me}"), "*", json!({"email": "a@evil.example"})),
                world.post(&ada, "/api/v1/users", json!({"name": "Eve", "role": role})),
                world.post(&ada, "/api/v1/roles", json!({"name": "All", "grants": "{}"})),
            ]
        };
        for answer in guarded() {
            answer.refuses(403, &[]);
            assert_eq!(answer.json()["type"], "/problems/confirm-needed");
        }
        let title = world.patch(&ada, &format!("/api/v1/users/{rep}"), "*", json!({"title": "Seller"}));
        assert_eq!(title.status, StatusCode::OK, "what gives nobody more is just done");
        let confirm = |body| world.post(&ada, "/api/v1/confirm", body);
        confirm(json!({"password": "a guess"})).refuses(422, &[("password", "password-wrong")]);
        confirm(json!({})).refuses(422, &[("password", "required")]);
        confirm(json!({"password": 7, "pin": "1"}))
            .refuses(422, &[("password", "text"), ("pin", "unknown-field")]);
        world.post(&program, "/api/v1/confirm", json!({"password": "a staple of horses"})).refuses(403, &[]);
        assert_eq!(confirm(json!({"password": "a staple of horses"})).status, StatusCode::NO_CONTENT);
        for answer in guarded().iter().skip(1) {
            assert!(answer.status.is_success(), "{}", answer.text());
        }
    });
}

#[test]
fn ones_own_password_is_changed_over_the_api() {
    on_each(|world| {
        let (ada, other) = (world.browser(&world.admin), world.browser(&world.admin));
        let change = |current: &str, new: &str| {
            world.post(&ada, "/api/v1/password", json!({"current": current, "password": new}))
        };
        change("a guess", "four other animals").refuses(422, &[("current", "password-wrong")]);
        change("a staple of horses", "northwind").refuses(422, &[("password", "password-context")]);
        assert_eq!(change("a staple of horses", "four other animals").status, StatusCode::NO_CONTENT);
        assert_eq!(world.get(&ada, "/api/v1/me").status, StatusCode::OK);
        world.get(&other, "/api/v1/me").refuses(401, &[]);
        let body = json!({"current": "four other animals", "password": "stolen by a token"});
        world.post(&world.program(), "/api/v1/password", body).refuses(403, &[]);
    });
}

#[test]
fn the_log_is_read_by_whom_it_concerns() {
    on_each(|world| {
        let ada = world.browser(&world.admin).with("user-agent", "Mozilla/5.0 (X11; Linux) Firefox/140.0");
        let wrong = [("email", "ada@northwind.example"), ("password", "a guess")];
        submit(world, &stranger().with("user-agent", "curl/8\t<b>"), "/sign-in", &wrong);
        submit(world, &ada, "/settings/tokens", &[("name", "Mirror"), ("scopes", "read")]);
        let own = page(world, &ada, "/settings/security");
        let said = words(&own);
        assert!(said.contains("Wrong password") && said.contains("API token made: Mirror"), "{said}");
        assert!(said.contains("Firefox · Linux") && own.contains("curl/8 &lt;b&gt;"), "{own}");
        assert!(words(&page(world, &ada, "/settings/security/all")).contains("Security log of all"));
        assert!(!words(&page(world, &ada, "/settings/security?event=token_made")).contains("Wrong password"));
        assert_eq!(world.get(&ada, "/settings/security?event=nonsense").status.as_u16(), 422);

        let rita = world.person("Rita", "account_executive");
        let (browser, program) = (world.browser(&rita), world.token(&rita, "read"));
        assert_eq!(world.get(&browser, "/settings/security/all").status, StatusCode::FORBIDDEN);
        assert!(words(&page(world, &browser, "/settings/security")).contains("Signed in"));
        let hers = world.get(&program, "/api/v1/security_events").json();
        assert_eq!(hers["data"][0]["event"], "token_made");
        assert!(hers["data"].as_array().expect("events").iter().all(|event| event["user"]["name"] == "Rita"));
        let me = world.admin.user_id().expect("a person");
        world.get(&program, &format!("/api/v1/security_events?user={me}")).refuses(403, &[]);
        let all = world.program();
        let failed = world.get(&all, "/api/v1/security_events?event=sign_in_failed").json();
        assert_eq!(
            (&failed["data"][0]["done_by"], &failed["data"][0]["door"]),
            (&json!(null), &json!("page"))
        );
        let first = world.get(&all, "/api/v1/security_events?limit=1").json();
        let next =
            format!("/api/v1/security_events?limit=1&cursor={}", first["next"].as_str().expect("more"));
        assert_ne!(world.get(&all, &next).json()["data"][0]["id"], first["data"][0]["id"]);
        for (query, at, code) in
            [("limit=0", "limit", "limit"), ("event=x", "event", "choice"), ("user=x", "user", "id")]
        {
            world.get(&all, &format!("/api/v1/security_events?{query}")).refuses(400, &[(at, code)]);
        }
    });
}

#[test]
fn a_link_names_the_address_that_the_server_was_given() {
    let options = Options { base_url: Some("https://crm.example.com".into()), ..Options::default() };
    let world = World::small(options);
    let program = world.program().with("host", "evil.example");
    let id = world.create(&program, "users", json!({"name": "Ida", "email": "ida@northwind.example"}));
    let made = world.post(&program, &format!("/api/v1/users/{id}/link"), json!({})).json();
    let link = made["link"].as_str().expect("a link");
    assert!(link.starts_with("https://crm.example.com/link/"), "{link}");
}
