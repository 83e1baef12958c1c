//! An administrator makes a webhook, tries it out, changes it, gives it another secret and ends it, over the API and on pages.

use axum::http::{Method, StatusCode};
use serde_json::json;

use crate::pages::submit;
use crate::support::on_each;

#[test]
fn a_webhook_is_made_looked_after_and_ended_over_the_api() {
    on_each(|world| {
        let ada = world.program();
        let wanted = json!({"name": "Stock", "url": "https://hooks.example.com/x", "objects": ["accounts"],
            "kinds": ["created"], "filter": "name contains Acme"});
        let made = world.post(&ada, "/api/v1/webhooks", wanted);
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
        let (made, owner) = (made.json(), world.admin.user_id().expect("a person").to_string());
        let (id, secret) = (made["id"].as_str().expect("an id"), made["secret"].as_str().expect("a secret"));
        assert!(
            secret.starts_with("whsec_")
                && made["owner"] == owner.as_str()
                && made["objects"] == json!(["account"])
        );
        let read = world.get(&ada, &format!("/api/v1/webhooks/{id}"));
        assert!(!read.text().contains("whsec_"), "the secret is told once");
        assert_eq!(world.get(&ada, "/api/v1/webhooks").json()["data"].as_array().map(Vec::len), Some(1));
        let changed = world.patch(
            &ada,
            &format!("/api/v1/webhooks/{id}"),
            "*",
            json!({"active": false, "filter": null}),
        );
        assert_eq!(
            (changed.status, &changed.json()["active"], &changed.json()["filter"]),
            (StatusCode::OK, &json!(false), &json!(null))
        );
        let rotated = world.post(&ada, &format!("/api/v1/webhooks/{id}/rotate"), json!(null)).json();
        assert!(rotated["secret"] != made["secret"] && rotated["old_secret_until"] != json!(null));
        let tried = world.post(&ada, &format!("/api/v1/webhooks/{id}/test"), json!(null));
        assert_eq!(tried.status, StatusCode::NO_CONTENT);
        let sent = world.get(&ada, &format!("/api/v1/webhooks/{id}/deliveries")).json();
        let delivery = sent["data"][0]["id"].as_str().expect("a delivery").to_owned();
        assert_eq!((&sent["data"][0]["state"], &sent["data"][0]["seq"]), (&json!("waiting"), &json!(null)));
        let again = |webhook: &str| {
            let path = format!("/api/v1/webhooks/{webhook}/deliveries/{delivery}/again");
            world.post(&ada, &path, json!(null)).status
        };
        assert_eq!(again(id), StatusCode::NO_CONTENT);
        let other = json!({"name": "Other", "url": "https://hooks.example.com/y"});
        let other =
            world.post(&ada, "/api/v1/webhooks", other).json()["id"].as_str().expect("an id").to_owned();
        assert_eq!(again(&other), StatusCode::NOT_FOUND, "a delivery belongs to its webhook");
        let ended = world.send(ada.request(Method::DELETE, &format!("/api/v1/webhooks/{id}"), None));
        assert_eq!(ended.status, StatusCode::NO_CONTENT);
        assert_eq!(world.get(&ada, &format!("/api/v1/webhooks/{id}")).status, StatusCode::NOT_FOUND);
        for (wrong, field) in [
            (json!({"url": "https://hooks.example.com/x"}), "name"),
            (json!({"name": "A", "url": "javascript:alert(1)"}), "url"),
            (json!({"name": "A", "url": "https://a.example", "objects": "account"}), "objects"),
            (json!({"name": "A", "url": "https://a.example", "kinds": ["exploded"]}), "kinds"),
            (json!({"name": "A", "url": "https://a.example", "secret": "whsec_mine"}), "secret"),
            (json!({"name": "A", "url": "https://a.example", "filter": "name = a"}), "filter"),
        ] {
            let refused = world.post(&ada, "/api/v1/webhooks", wrong);
            assert_eq!(
                (refused.status.as_u16(), &refused.json()["errors"][0]["field"]),
                (422, &json!(field)),
                "{}",
                refused.text()
            );
        }
    });
}

#[test]
fn nobody_but_administrators_learns_of_webhooks_and_no_secret_lies_open() {
    on_each(|world| {
        let ada = world.program();
        let made = world
            .post(&ada, "/api/v1/webhooks", json!({"name": "Stock", "url": "https://hooks.example.com/x"}))
            .json();
        let (id, secret) = (made["id"].as_str().expect("an id"), made["secret"].as_str().expect("a secret"));
        let sam = world.person("Sam", "account_executive");
        let token = world.token(&sam, "read_write");
        for path in ["webhooks".to_owned(), format!("webhooks/{id}"), format!("webhooks/{id}/deliveries")] {
            assert_eq!(world.get(&token, &format!("/api/v1/{path}")).status, StatusCode::FORBIDDEN, "{path}");
        }
        for path in ["webhooks".to_owned(), format!("webhooks/{id}/rotate"), format!("webhooks/{id}/test")] {
            let body = json!({"name": "A", "url": "https://a.example"});
            assert_eq!(
                world.post(&token, &format!("/api/v1/{path}"), body).status,
                StatusCode::FORBIDDEN,
                "{path}"
            );
        }
        assert_eq!(world.get(&world.browser(&sam), "/settings/webhooks").status, StatusCode::FORBIDDEN);
        let elsewhere = world.token(&world.another_company(), "read_write");
        assert_eq!(world.get(&elsewhere, &format!("/api/v1/webhooks/{id}")).status, StatusCode::NOT_FOUND);
        let (folder, bytes) = (tempfile::tempdir().expect("a folder"), secret.trim_start_matches("whsec_"));
        let file = folder.path().join("all.tar.gz");
        world.records.back_up(&file, true, "a test", |_| {}).expect("an archive");
        let mut unpacked = Vec::new();
        let mut opened = flate2::read::GzDecoder::new(std::fs::File::open(&file).expect("the archive"));
        std::io::Read::read_to_end(&mut opened, &mut unpacked).expect("whole");
        let unpacked = String::from_utf8_lossy(&unpacked);
        assert!(unpacked.contains("hooks.example.com") && !unpacked.contains(bytes), "it is sealed");
    });
}

#[test]
fn on_the_page_one_makes_it_sees_the_secret_once_and_what_was_sent() {
    on_each(|world| {
        let browser = world.browser(&world.admin);
        let page = world.get(&browser, "/settings/webhooks").text();
        assert!(page.contains("No webhooks yet") && page.contains("New webhook"));
        let fields = [
            ("name", "Stock"),
            ("url", "https://hooks.example.com/x"),
            ("objects", ""),
            ("objects", "account"),
            ("kinds", ""),
            ("filter", ""),
        ];
        let made = submit(world, &browser, "/settings/webhooks", &fields);
        assert_eq!(made.status, StatusCode::OK, "{}", made.text());
        assert!(made.text().contains("whsec_") && made.text().contains("Nothing sent yet"));
        let list = world.get(&world.program(), "/api/v1/webhooks").json();
        let id = list["data"][0]["id"].as_str().expect("an id").to_owned();
        let here = format!("/settings/webhooks/{id}");
        assert!(!world.get(&browser, &here).text().contains("whsec_"));
        let tried = submit(world, &browser, &format!("{here}/test"), &[]);
        assert_eq!(tried.header("location"), format!("{here}?done=webhook-test"));
        assert!(world.get(&browser, &here).text().contains("msg_"));
        let off = submit(world, &browser, &format!("{here}/off"), &[]);
        assert_eq!(off.status, StatusCode::SEE_OTHER);
        assert!(world.get(&browser, "/settings/webhooks").text().contains("Off"));
        let wrong = submit(
            world,
            &browser,
            &here,
            &[("name", ""), ("url", "https://hooks.example.com/x"), ("objects", "")],
        );
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(submit(world, &browser, &format!("{here}/rotate"), &[]).text().contains("whsec_"));
        assert_eq!(submit(world, &browser, &format!("{here}/explode"), &[]).status, StatusCode::NOT_FOUND);
        let ended = submit(world, &browser, &format!("{here}/end"), &[]);
        assert_eq!(ended.header("location"), "/settings/webhooks?done=webhook-end");
    });
}
