//! What holds for every request, whatever it asks.

use std::net::SocketAddr;

use crate::support::{Client, World};
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use cordee_http::{App, AppError, Options};
use serde_json::json;

fn world() -> World {
    World::small(Options::default())
}

#[test]
fn every_answer_tells_browsers_to_be_careful() {
    let world = world();
    let ada = world.program();
    for path in ["/healthz", "/api/v1/me", "/api/v1/nowhere/at/all/x", "/nowhere"] {
        let answer = world.get(&ada, path);
        let policy = answer.header("content-security-policy");
        for part in [
            "default-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "object-src 'none'",
            "form-action 'self'",
        ] {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        assert!(
            !answer.header("referrer-policy").is_empty() && !answer.header("permissions-policy").is_empty()
        );
        assert!(answer.headers.get("strict-transport-security").is_none(), "there is no TLS here");
    }
}

#[test]
fn an_asset_says_no_more_than_it_needs() {
    let world = world();
    let asset = world.get(&Client::default(), "/assets/app.css");
    assert_eq!(asset.status.as_u16(), 200);
    assert_eq!(asset.header("x-content-type-options"), "nosniff");
    assert_eq!(asset.header("cross-origin-resource-policy"), "same-origin");
    assert!(asset.headers.get("content-security-policy").is_none(), "that is the page's to say");
    let none = world.get(&Client::default(), "/assets/none.css");
    assert_eq!(none.status.as_u16(), 404);
    assert!(!none.header("content-security-policy").is_empty(), "this is a page");
}

#[test]
fn a_request_keeps_its_name_if_that_is_a_sane_one() {
    let world = world();
    let named = |name: &str| {
        let client = Client::default().with("x-request-id", name);
        world.get(&client, "/healthz").header("x-request-id").to_owned()
    };
    assert_eq!(named("probe-7.a"), "probe-7.a");
    assert_eq!(named("a b").len(), 16);
    assert_ne!(named(""), named(""));
    assert_eq!(named(&"x".repeat(65)).len(), 16);
}

#[test]
fn the_process_says_that_it_lives_and_that_it_can_work() {
    let world = world();
    assert_eq!(world.get(&Client::default(), "/healthz").text(), "ok\n");
    let ready = world.get(&Client::default(), "/readyz");
    assert_eq!(ready.status, StatusCode::OK);
    assert_eq!(ready.json()["components"]["database"]["status"], "ok");
    assert_eq!(ready.json()["components"]["migrations"]["status"], "ok");
}

#[test]
fn what_the_api_can_not_do_is_a_problem_document() {
    let world = world();
    let ada = world.program();
    world.get(&ada, "/api/v1/nowhere").refuses(404, &[]);
    world.get(&ada, "/api/v2/accounts").refuses(404, &[]);
    world.get(&ada, "/api/v1/accounts/not-an-id").refuses(404, &[]);
    world.get(&ada, "/api/v1/metrics/nonsense").refuses(404, &[("metric", "metric")]);
    let put = world.send(ada.request(Method::PUT, "/api/v1/accounts", Some(json!({}))));
    assert_eq!(put.refuses(405, &[])["type"], "/problems/method-not-allowed");
    assert_eq!(put.header("allow"), "GET,HEAD,POST");

    let raw = |body: &str, kind: &str| {
        let request = Request::post("/api/v1/accounts")
            .header("authorization", &ada.headers[0].1)
            .header("content-type", kind)
            .body(Body::from(body.to_owned()));
        world.send(request.expect("a request"))
    };
    for wrong in ["{", "[]", "\"x\"", r#"{"name":"a","name":"b"}"#, "", "\u{feff}{}"] {
        raw(wrong, "application/json").refuses(400, &[("", "json")]);
    }
    raw("name=Acme", "application/x-www-form-urlencoded").refuses(415, &[("Content-Type", "json")]);
    raw("{\"name\":\"Acme\"}", "text/plain").refuses(415, &[("Content-Type", "json")]);
    let large = format!("{{\"name\":\"{}\"}}", "x".repeat(2 << 20));
    raw(&large, "application/json").refuses(413, &[("", "body-large")]);
    raw(&format!("{{\"name\":\"{}\"}}", "x".repeat(300)), "application/json; charset=utf-8")
        .refuses(422, &[("name", "text-long")]);
    assert_eq!(world.get(&ada, "/api/v1/accounts?count=exact").json()["count"], 0);
}

#[test]
fn problems_speak_the_language_one_has_chosen_else_the_one_that_was_asked_for() {
    let world = world();
    let stranger = Client::default().with("accept-language", "fr-CH, en;q=0.5");
    let told = world.get(&stranger, "/api/v1/accounts");
    assert_eq!(told.header("content-language"), "fr", "of a stranger one knows what the browser says");
    let ada = world.program();
    let place = format!("/api/v1/users/{}", world.admin.user_id().expect("a person"));
    assert_eq!(world.patch(&ada, &place, "*", json!({"language": "uk"})).status, StatusCode::OK);
    let browser = world.browser(&world.admin);
    for client in [ada, browser] {
        let client = client.with("accept-language", "fr-CH, en;q=0.5");
        let told = world.get(&client, "/api/v1/accounts?limit=0");
        assert_eq!(told.header("content-language"), "uk", "one's own comes first");
        let own = told.refuses(400, &[("limit", "limit")]);
        assert_eq!(own["detail"], own["errors"][0]["message"]);
        assert!(own["detail"].as_str().is_some_and(|text| !text.is_ascii()), "{own}");
    }
}

#[test]
fn a_page_sends_strangers_to_sign_in_and_back() {
    let world = world();
    let nobody = Client::default();
    let sent = world.get(&nobody, "/accounts?filter=name = x");
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert_eq!(sent.header("location"), "/sign-in?next=%2Faccounts%3Ffilter%3Dname%2520%3D%2520x");
    let part = world.get(&nobody.clone().with("hx-request", "true"), "/accounts");
    assert_eq!(
        (part.status, part.header("hx-redirect")),
        (StatusCode::UNAUTHORIZED, "/sign-in?next=%2Faccounts")
    );
    let lost = world.get(&nobody, "/no/such/place/at/all");
    assert_eq!(lost.status, StatusCode::NOT_FOUND);
    assert!(
        lost.header("content-type").starts_with("text/html") && lost.text().contains("<h1"),
        "{}",
        lost.text()
    );
}

#[test]
fn assets_are_kept_by_browsers() {
    let world = world();
    let address = cordee_ui::asset_url("app.css");
    let style = world.get(&Client::default(), &address);
    assert_eq!(style.header("cache-control"), "public, max-age=31536000, immutable");
    assert!(style.header("content-type").starts_with("text/css"));
    let again = Client::default().with("if-none-match", style.header("etag"));
    assert_eq!(world.get(&again, &address).status, StatusCode::NOT_MODIFIED);
    let packed = world.get(&Client::default().with("accept-encoding", "gzip"), &address);
    assert_eq!(packed.header("content-encoding"), "gzip");
    assert!(packed.bytes.len() < style.bytes.len() / 2);
    for lost in ["/assets/../Cargo.toml", "/assets/%2e%2e/Cargo.toml", "/assets/nothing.css"] {
        assert_eq!(world.get(&Client::default(), lost).status, StatusCode::NOT_FOUND, "{lost}");
    }
}

#[test]
fn plain_http_beyond_this_machine_has_to_be_allowed() {
    let world = world();
    let start = |listen: &str, allow_plain_http: bool, base_url: Option<&str>| {
        let listen: SocketAddr = listen.parse().expect("an address");
        let base_url = base_url.map(str::to_owned);
        let options = Options { listen, allow_plain_http, base_url, ..Options::default() };
        App::new(world.records.clone(), cordee_features::registry().into(), options).err()
    };
    assert_eq!(start("127.0.0.1:80", false, None), None);
    assert_eq!(start("[::1]:80", false, None), None);
    assert!(matches!(start("0.0.0.0:80", false, None), Some(AppError::PlainHttp(_))));
    assert_eq!(start("0.0.0.0:80", true, None), None);
    for wrong in ["crm.example.com", "https://", "https://crm.example.com/path", "ftp://x"] {
        assert!(matches!(start("127.0.0.1:80", false, Some(wrong)), Some(AppError::BaseUrl(_))), "{wrong}");
    }
    assert_eq!(start("127.0.0.1:80", false, Some("https://crm.example.com/")), None);
}
