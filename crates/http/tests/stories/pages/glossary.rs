//! The glossary: found in any language, each term at its address, and beside the labels that are one.

use axum::http::StatusCode;
use serde_json::json;

use super::{page, words};
use crate::support::on_each;

#[test]
fn terms_are_found_in_any_script_and_lead_to_where_they_live() {
    on_each(|world| {
        let ada = world.browser(&world.admin);
        let all = words(&page(world, &ada, "/glossary"));
        assert!(all.contains("135 terms") && all.contains("Win rate Which share of decided deals"), "{all}");
        let found = |text: &str| words(&page(world, &ada, &format!("/glossary?q={text}")));
        for (asked, name) in [
            ("%D0%9B%D0%9F%D0%A0", "Decision maker"),
            ("DECIDEUR", "Decision maker"),
            ("%E5%86%B3%E7%AD%96%E4%BA%BA", "Decision maker"),
            ("win+rate", "Win rate"),
        ] {
            let found = found(asked);
            assert!(found.contains(name) && !found.contains("Cold call A call"), "{asked}: {found}");
        }
        assert!(found("zzz").contains("Nothing found for “zzz”"));
        let term = page(world, &ada, "/glossary/win-rate");
        let said = words(&term);
        assert!(said.contains("won ÷ (won + lost)") && said.contains("Close ratio How many"), "{said}");
        assert!(term.contains("href=\"/metrics?metric=win_rate\""), "{said}");
        assert_eq!(world.get(&ada, "/glossary/no-such-term").status, StatusCode::NOT_FOUND);
        assert_eq!(world.get(&ada, "/glossary/no-such-term/tip").status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_label_that_is_a_term_explains_itself() {
    on_each(|world| {
        let ada = world.browser(&world.admin);
        let form = page(world, &ada, "/opportunities/new");
        assert!(
            form.contains("href=\"/glossary/next-step\"") && form.contains("data-tip=\"sales-pipeline\"")
        );
        let tip = world.get(&ada, "/glossary/next-step/tip").text();
        assert!(tip.starts_with("<b>Next step</b>") && tip.contains("href=\"/glossary/next-step\""), "{tip}");
        let program = world.program();
        let mut deal = world.stage(&program, "open");
        deal["name"] = "Big one".into();
        world.create(&program, "opportunities", deal);
        assert!(page(world, &ada, "/opportunities").contains("data-tip=\"account\""), "heads of lists");
        assert!(page(world, &ada, "/metrics?metric=win_rate").contains("data-tip=\"win-rate\""), "figures");
        let board = page(world, &ada, "/opportunities/board");
        assert!(
            board.contains("data-tip=\"weighted-pipeline\"") && board.contains("data-tip=\"closed-won\"")
        );
        assert!(page(world, &ada, "/").contains("data-tip=\"closed-won\""), "figures of the month");
        assert!(form.contains("data-tip=\"mrr\""), "heads of lines");
        let id = world.create(&program, "leads", json!({"name": "Lou"}));
        assert!(!page(world, &ada, &format!("/leads/{id}")).contains("data-tip=\"bad-lead\""));
    });
}

#[test]
fn what_one_may_not_see_is_no_place_to_go() {
    on_each(|world| {
        let sam = world.person_who_may("Sam", r#"{"objects": {"account": {"read": "all"}}}"#);
        let sam = world.browser(&sam);
        let term = page(world, &sam, "/glossary/opportunity");
        assert!(
            term.contains("A sale you are working on") && !term.contains("/opportunities"),
            "{}",
            words(&term)
        );
        assert!(page(world, &sam, "/glossary/account").contains("href=\"/accounts\""));
    });
}
