//! Settings: profile, password, sessions, tokens, users, roles, the journal.

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
        assert!(words(&page(world, &ada, "/settings/journal")).contains("Check the journal"));
        let checked = submit(world, &ada, "/settings/journal", &[]);
        assert!(words(&checked.text()).contains("entries hold"), "{}", words(&checked.text()));
    });
}
