//! Signing in and out, the first administrator, the language.

use super::{follow, page, submit, words};
use crate::support::{Client, World, on_each};
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
