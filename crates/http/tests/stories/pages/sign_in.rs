//! Signing in and out, the first administrator, the language.

use super::{follow, page, submit, words};
use crate::support::{Client, World, on_each};
use axum::body::Body;
use axum::http::{HeaderValue, Method};
use cordee_base::Clock;
use cordee_http::Options;

fn stranger() -> Client {
    Client::default().with("sec-fetch-site", "same-origin")
}

fn cookie(answer: &crate::support::Answer) -> String {
    answer.header("set-cookie").split(';').next().expect("a cookie").to_owned()
}

#[test]
fn a_person_signs_in_comes_back_to_where_they_wanted_and_signs_out() {
    on_each(|world| {
        let form = page(world, &stranger(), "/sign-in?next=/accounts");
        assert!(words(&form).contains("Sign in"), "{form}");
        let wrong = submit(
            world,
            &stranger(),
            "/sign-in",
            &[("email", "ada@northwind.example"), ("password", "not it"), ("next", "/accounts")],
        );
        assert_eq!(wrong.status.as_u16(), 422);
        assert!(words(&wrong.text()).contains("Wrong e-mail or password."));
        assert!(wrong.text().contains("ada@northwind.example"), "what was typed is still there");

        let right =
            [("email", "ada@northwind.example"), ("password", "a staple of horses"), ("next", "/accounts")];
        let opened = submit(world, &stranger(), "/sign-in", &right);
        assert_eq!((opened.status.as_u16(), opened.header("location")), (303, "/accounts"));
        let ada = stranger().with("cookie", &cookie(&opened));
        assert!(page(world, &ada, "/accounts").contains("Accounts"));

        let out = submit(world, &ada, "/sign-out", &[]);
        assert!(words(&follow(world, &stranger(), &out)).contains("You are signed out"));
        let after = world.get(&ada, "/accounts");
        assert_eq!((after.status.as_u16(), after.header("location")), (303, "/sign-in?next=%2Faccounts"));
    });
}

#[test]
fn nobody_is_led_to_another_site() {
    let world = World::small(Options::default());
    let fields =
        [("email", "ada@northwind.example"), ("password", "a staple of horses"), ("next", "//evil.example/")];
    assert_eq!(submit(&world, &stranger(), "/sign-in", &fields).header("location"), "/");
}

#[test]
fn the_language_is_chosen_at_the_door_and_stays_with_the_person() {
    let world = World::small(Options::default());
    let chosen = submit(&world, &stranger(), "/preferences", &[("language", "ru"), ("back", "/sign-in")]);
    let russian = stranger().with("cookie", &cookie(&chosen));
    assert!(words(&follow(&world, &russian, &chosen)).contains("Войти"));
    let ada = world.browser(&world.admin);
    let kept = submit(&world, &ada, "/preferences", &[("language", "uk"), ("back", "/")]);
    assert!(follow(&world, &ada, &kept).contains("lang=\"uk\""));
    assert!(page(&world, &world.browser(&world.admin), "/").contains("lang=\"uk\""), "in every browser");
}

#[test]
fn who_has_chosen_no_language_reads_on_in_that_of_the_door() {
    on_each(|world| {
        let fields =
            [("email", "ada@northwind.example"), ("password", "a staple of horses"), ("next", "/accounts")];
        let chinese = stranger().with("accept-language", "zh-CN,zh;q=0.9");
        let opened = submit(world, &chinese, "/sign-in", &fields);
        let ada = |from: Client| from.with("cookie", &cookie(&opened));
        assert!(page(world, &ada(chinese), "/accounts").contains("lang=\"zh\""));
        let elsewhere = ada(stranger().with("accept-language", "en"));
        assert!(page(world, &elsewhere, "/accounts").contains("lang=\"zh\""), "in every browser from now on");
    });
}

#[test]
fn hostile_values_at_the_door_are_refused_in_words() {
    on_each(|world| {
        let long = "x".repeat(10_000);
        let values = [
            long.as_str(),
            "ada@northwind.example\0",
            "\0",
            "👩‍💼@northwind.example",
            "مدير@northwind.example",
            "\u{202e}elpmaxe.dniwhtron@ada",
            "' OR 1=1 --",
            "ada@northwind.example\r\nSet-Cookie: x=y",
        ];
        for value in values {
            for (email, password) in [(value, "a guess"), ("ada@northwind.example", value)] {
                let from = stranger().with("accept-language", "en");
                let told = submit(world, &from, "/sign-in", &[("email", email), ("password", password)]);
                let status = told.status.as_u16();
                assert!(matches!(status, 422 | 429), "{status} for {:?}", &value[..value.len().min(40)]);
                let said = words(&told.text());
                let known = ["Wrong e-mail or password.", "Please fill this in.", "Too many attempts."];
                assert!(known.iter().any(|text| said.contains(text)), "{said}");
                assert_eq!(told.header("set-cookie"), "");
            }
            world.clock.set(world.clock.now().plus_seconds(7200));
        }
    });
}

#[test]
fn what_is_missing_or_no_form_is_said_to_be_so() {
    on_each(|world| {
        for fields in [&[][..], &[("email", "ada@northwind.example")], &[("password", "x")]] {
            let told = submit(world, &stranger(), "/sign-in", fields);
            assert_eq!(told.status.as_u16(), 422);
            assert!(words(&told.text()).contains("Please fill this in."), "{}", words(&told.text()));
        }
        for kind in ["application/json", "text/plain", "multipart/form-data; boundary=x", "nonsense", ""] {
            let mut request = stranger().request(Method::POST, "/sign-in", None);
            if !kind.is_empty() {
                request.headers_mut().insert("content-type", HeaderValue::from_static(kind));
            }
            *request.body_mut() = Body::from("email=ada%40northwind.example&password=x");
            let told = world.send(request);
            assert!(told.status.is_client_error(), "{kind}: {}", told.status);
            assert!(words(&told.text()).len() > 20, "{kind}");
        }
        let mut bytes = stranger().request(Method::POST, "/sign-in", None);
        let kind = HeaderValue::from_static("application/x-www-form-urlencoded");
        bytes.headers_mut().insert("content-type", kind);
        *bytes.body_mut() = Body::from("email=%FF%FE&password=%00%ff".as_bytes());
        assert_eq!(world.send(bytes).status.as_u16(), 422);
    });
}

#[test]
fn the_first_administrator_is_made_by_a_link_that_works_once() {
    on_each(|world| {
        let path = format!("/first/{}", world.first_link());
        let form = page(world, &stranger(), &path);
        assert!(words(&form).contains("Create the first administrator"), "{form}");
        let long = "N".repeat(10_000);
        let make = |name: &str, email: &str, password: &str| {
            submit(world, &stranger(), &path, &[("name", name), ("email", email), ("password", password)])
        };
        let hostile = [
            (long.as_str(), "eva@new.example", "Use at most"),
            ("Eva", "no e-mail", "is not an e-mail address"),
            ("", "eva@new.example", "Please fill this in."),
            ("Eva", "", "Please fill this in."),
        ];
        for (name, email, said) in hostile {
            let told = make(name, email, "a staple of horses");
            assert_eq!(told.status.as_u16(), 422, "{said}");
            assert!(words(&told.text()).contains(said), "{said}: {}", words(&told.text()));
        }
        let short = make("Eva", "eva@new.example", "short");
        assert!(words(&short.text()).contains("The password is too short"));
        assert!(short.text().contains("eva@new.example"), "what was typed is still there");
        let own = make("Eva Adam", "eva@new.example", "eva-adam-2026");
        assert!(words(&own.text()).contains("holds little more than names"), "{}", words(&own.text()));
        let taken = make("Eva", "ada@northwind.example", "a staple of horses");
        assert_eq!(taken.status.as_u16(), 409, "{}", words(&taken.text()));

        let made = make("Eva \u{202e}مرحبا 👩‍💼", "eva@new.example", "a staple of horses");
        assert_eq!((made.status.as_u16(), made.header("location")), (303, "/"), "{}", words(&made.text()));
        let eva = stranger().with("cookie", &cookie(&made));
        assert!(page(world, &eva, "/users").contains("eva@new.example"));
        for used in [world.get(&stranger(), &path), make("Eve", "eve@new.example", "a staple of horses")] {
            assert_eq!(used.status.as_u16(), 404, "it works once");
        }
        for other in ["/first/made-up", "/first/%00", &format!("/first/{long}")] {
            assert_eq!(world.get(&stranger(), other).status.as_u16(), 404);
        }
    });
}
