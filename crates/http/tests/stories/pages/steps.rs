//! An administrator arranges pipelines and stages on their page, without a script; boards and the API follow at once.

use serde_json::{Value as Json, json};

use super::{follow, page, submit, words};
use crate::support::{Client, World, on_each};

const PAGE: &str = "/settings/pipelines";

/// The first pipeline with its stages: names and ids.
pub(super) struct Way {
    pub(super) pipeline: String,
    pub(super) stages: Vec<(String, String)>,
}

impl Way {
    pub(super) fn of(world: &World, client: &Client) -> Way {
        let first = world.get(client, "/api/v1/pipelines?sort=order&limit=1").json();
        let pipeline = first["data"][0]["id"].as_str().expect("an id").to_owned();
        let path = format!("/api/v1/stages?filter=pipeline={pipeline}&sort=order&limit=50");
        let all = world.get(client, &path).json();
        let text = |one: &Json, name: &str| one[name].as_str().expect(name).to_owned();
        let stages = all["data"].as_array().expect("a list").iter();
        Way { pipeline, stages: stages.map(|one| (text(one, "name"), text(one, "id"))).collect() }
    }

    pub(super) fn stage(&self, name: &str) -> &str {
        &self.stages.iter().find(|(known, _)| known == name).expect(name).1
    }
}

fn names(world: &World, client: &Client) -> Vec<String> {
    Way::of(world, client).stages.into_iter().map(|(name, _)| name).collect()
}

/// Presses a button of a pipeline as its page stands: the ids of its stages go along.
fn press(world: &World, client: &Client, act: &str) -> String {
    let Way { pipeline, stages: all } = Way::of(world, &world.program());
    let mut sent = vec![("of", pipeline.as_str()), ("act", act)];
    sent.extend(all.iter().map(|(_, id)| ("item", id.as_str())));
    words(&follow(world, client, &submit(world, client, PAGE, &sent)))
}

#[test]
fn stages_are_added_put_in_order_and_changed_where_they_stand() {
    on_each(|world| {
        let (ada, program) = (world.browser(&world.admin), world.program());
        let shown = page(world, &ada, PAGE);
        assert!(words(&page(world, &ada, "/settings")).contains("Pipelines"));
        let Way { pipeline, stages: before } = Way::of(world, &program);
        for (name, _) in &before {
            assert!(shown.contains(&format!("data-name=\"{name}\"")), "{name}");
        }
        for said in ["Probability", "Kind", "Forecast category", "Expected days", "In progress"] {
            assert!(words(&shown).contains(said), "{said}");
        }
        assert!(shown.contains(&format!("data-in-place=\"/stages/{}/fields/probability\"", before[0].1)));

        // A new one stands before the ends.
        let added = submit(world, &ada, PAGE, &[("act", "add"), ("of", &pipeline), ("name", "Trial")]);
        assert!(words(&follow(world, &ada, &added)).contains("Saved"));
        let now = names(world, &program);
        let at = now.iter().position(|name| name == "Trial").expect("it is there");
        assert_eq!(now[at + 1], "Won", "{now:?}");
        let nameless = submit(world, &ada, PAGE, &[("act", "add"), ("of", &pipeline), ("name", " ")]);
        assert_eq!(nameless.status.as_u16(), 422);
        assert!(words(&nameless.text()).contains("Prospecting"), "the page stands with what is wrong");

        // By buttons, and as a script sends a whole order.
        let trial = Way::of(world, &program).stages[at].1.clone();
        press(world, &ada, &format!("up {trial}"));
        assert_eq!(names(world, &program)[at - 1], "Trial");
        press(world, &ada, &format!("down {trial}"));
        assert_eq!(names(world, &program)[at], "Trial");
        let all = Way::of(world, &program).stages;
        let turned = all.iter().rev().map(|(_, id)| ("item", id.as_str()));
        let sent: Vec<_> = [("of", pipeline.as_str())].into_iter().chain(turned).collect();
        let script = ada.clone().with("hx-request", "true").with("hx-request-type", "partial");
        assert_eq!(submit(world, &script, PAGE, &sent).status.as_u16(), 204);
        let (mut there, mut wanted) = (names(world, &program), now);
        wanted.reverse();
        assert_eq!(there, wanted);
        // The board follows.
        there.truncate(2);
        let board = words(&page(world, &ada, "/opportunities/board"));
        assert!(board.find(&there[0]) < board.find(&there[1]), "{there:?}");

        let new = submit(world, &ada, PAGE, &[("act", "new"), ("name", "Renewals")]);
        assert!(words(&follow(world, &ada, &new)).contains("Nothing here yet"));
    });
}

#[test]
fn a_stage_with_open_deals_goes_out_of_use_once_they_have_gone_elsewhere() {
    on_each(|world| {
        let (ada, program) = (world.browser(&world.admin), world.program());
        let all = Way::of(world, &program).stages;
        let (from, to, won) = (&all[1].1, &all[2].1, &all[5].1);
        for name in ["Ink", "Paper"] {
            world.create(&program, "opportunities", json!({"name": name, "stage": from}));
        }
        let done = json!({"name": "Old", "stage": won, "actual_close_date": "2026-02-01", "amount": {"amount": "5", "currency": "EUR"}});
        let old = world.create(&program, "opportunities", done);

        // Nobody's deals vanish, whichever door.
        let path = format!("/api/v1/stages/{from}");
        let held = world.patch(&program, &path, "*", json!({"active": false}));
        held.refuses(422, &[("active", "stage-holds")]);
        let refused = submit(world, &ada, PAGE, &[("act", &format!("retire {from}"))]);
        assert_eq!(refused.status.as_u16(), 422);
        assert!(words(&refused.text()).contains("2 open deals stand here"), "{}", words(&refused.text()));

        // It is asked where they go: only to stages in which deals are open.
        let ask = format!("{PAGE}/{from}/retire");
        let form = page(world, &ada, &ask);
        assert!(words(&form).contains("in progress here: 2"), "{}", words(&form));
        assert!(form.contains(&format!("value=\"{to}\"")) && !form.contains(&format!("value=\"{won}\"")));
        let nowhere = submit(world, &ada, &ask, &[("to", "")]);
        assert_eq!(nowhere.status.as_u16(), 422);
        assert_eq!(submit(world, &ada, &ask, &[("to", won)]).status.as_u16(), 422);
        let done = follow(world, &ada, &submit(world, &ada, &ask, &[("to", to)]));
        assert!(words(&done).contains("Out of use"), "{}", words(&done));
        let moved = world.get(&program, &format!("/api/v1/opportunities?filter=stage={to}")).json();
        assert_eq!(moved["data"].as_array().expect("a list").len(), 2);
        let board = page(world, &ada, "/opportunities/board");
        assert!(!board.contains(&format!("data-column=\"{from}\"")), "it is no column any more");
        let into = json!({"name": "New", "stage": from});
        world.post(&program, "/api/v1/opportunities", into).refuses(422, &[("stage", "choosable")]);

        // What has ended stays, and can still be changed.
        let won_path = format!("/api/v1/stages/{won}");
        assert_eq!(world.patch(&program, &won_path, "*", json!({"active": false})).status.as_u16(), 200);
        let form = page(world, &ada, &format!("/opportunities/{old}/edit"));
        assert!(form.contains(&format!("value=\"{won}\" selected")), "it goes on to stand there");
        let won_again = world.post(&program, &format!("/api/v1/opportunities/{old}/reopen"), json!({}));
        assert_eq!(won_again.status.as_u16(), 200, "{}", won_again.text());

        let back = press(world, &ada, &format!("reuse {from}"));
        assert!(back.contains("In use again"), "{back}");
        let board = page(world, &ada, "/opportunities/board");
        assert!(board.contains(&format!("data-column=\"{from}\"")));
    });
}

#[test]
fn a_pipeline_is_made_of_another_and_only_who_may_arranges() {
    on_each(|world| {
        let (ada, program) = (world.browser(&world.admin), world.program());
        let Way { pipeline, stages: all } = Way::of(world, &program);
        world.patch(&program, &format!("/api/v1/stages/{}", all[0].1), "*", json!({"active": false}));
        let verb = format!("/pipelines/{pipeline}/do/duplicate");
        let sent = submit(world, &ada, &verb, &[("name", "Partners"), ("back", PAGE)]);
        let shown = words(&follow(world, &ada, &sent));
        assert!(shown.contains("Partners") && shown.contains("with the same stages"), "{shown}");
        let made = world.get(&program, "/api/v1/pipelines?filter=name=Partners").json();
        let made = made["data"][0]["id"].as_str().expect("an id").to_owned();
        let its = world.get(&program, &format!("/api/v1/stages?filter=pipeline={made}&sort=order")).json();
        let its = its["data"].as_array().expect("a list");
        assert_eq!(its.len(), all.len() - 1, "what is out of use stays behind");
        assert_eq!(its[0]["name"], json!(all[1].0));
        assert_eq!(its[0]["expected_days"], json!(14));
        let again =
            world.post(&program, &format!("/api/v1/pipelines/{made}/duplicate"), json!({"name": "Two"}));
        assert_eq!(again.status.as_u16(), 200, "{}", again.text());

        // A pipeline goes out of use, and back.
        let quiet = press(world, &ada, &format!("retire {made}"));
        assert!(quiet.contains("Out of use"), "{quiet}");
        press(world, &ada, &format!("reuse {made}"));

        let seller = world.browser(&world.person("Sam", "account_executive"));
        let seen = page(world, &seller, PAGE);
        assert!(seen.contains("Partners") && !seen.contains("data-order-form"), "to look at only");
        assert!(!page(world, &seller, "/settings").contains(&format!("href=\"{PAGE}\"")));
        let act = format!("retire {made}");
        assert_eq!(submit(world, &seller, PAGE, &[("act", &act)]).status.as_u16(), 403);
        let none = world.browser(&world.person_who_may("Nobody", "{}"));
        assert_eq!(world.get(&none, PAGE).status.as_u16(), 404);
        assert_eq!(world.get(&ada, "/settings/leads").status.as_u16(), 404);
    });
}
