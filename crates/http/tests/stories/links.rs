//! Links to many: a project with its contacts, the people of a meeting; and links to records of one of several objects.

use axum::http::StatusCode;
use cordee_kit::Imports;
use serde_json::{Value as Json, json};

use crate::pages::{follow, page, submit, words};
use crate::support::{Client, World, on_each};

fn contact(world: &World, program: &Client, name: &str, email: &str) -> String {
    world.create(program, "contacts", json!({"name": name, "email": email}))
}

fn activity(world: &World, program: &Client, subject: &str, people: &[&str]) -> String {
    let body = json!({"subject": subject, "kind": "meeting", "participants": people});
    world.create(program, "activities", body)
}

fn people(world: &World, program: &Client, id: &str) -> Json {
    world.get(program, &format!("/api/v1/activities/{id}")).json()["participants"].clone()
}

/// The subjects of the activities that a filter finds.
fn found(world: &World, program: &Client, filter: &str) -> Vec<String> {
    let path = format!("/api/v1/activities?sort=created_at&count=exact&filter={filter}");
    let found = world.get(program, &path).json();
    let all = found["data"].as_array().expect(filter);
    assert_eq!(found["count"], json!(all.len()), "{filter}");
    all.iter().map(|one| one["subject"].as_str().expect("a subject").to_owned()).collect()
}

#[test]
fn a_meeting_has_its_people_in_order_and_they_have_their_meetings() {
    on_each(|world| {
        let program = world.program();
        let ada = contact(world, &program, "Ada", "ada@example.com");
        let bob = contact(world, &program, "Bob", "bob@example.com");
        let meeting = activity(world, &program, "Kick-off", &[&bob, &ada]);
        activity(world, &program, "Alone", &[]);
        let path = format!("/api/v1/activities/{meeting}");
        let told = world.get(&program, &format!("{path}?include=participants")).json();
        assert_eq!(told["participants"], json!([bob, ada]));
        assert_eq!(told["titles"]["participants"], json!(["Bob", "Ada"]));
        assert_eq!(told["included"]["contacts"].as_array().map(Vec::len), Some(2), "{told}");
        for (filter, subjects) in [
            (format!("participants has {ada}"), vec!["Kick-off"]),
            (format!("participants has all ({ada}, {bob})"), vec!["Kick-off"]),
            (format!("participants has not {ada}"), vec!["Alone"]),
            ("participants is empty".to_owned(), vec!["Alone"]),
        ] {
            assert_eq!(found(world, &program, &filter), subjects, "{filter}");
        }
        // Put on and taken off without the others; the whole list; what is read goes back as it is.
        let change = json!({"participants": {"add": [ada], "remove": [bob]}});
        assert_eq!(world.patch(&program, &path, "\"1\"", change).status, StatusCode::OK);
        assert_eq!(people(world, &program, &meeting), json!([ada]));
        let rows = json!({"rows": [
            {"do": "update", "id": meeting, "version": "*", "data": {"participants": {"add": [bob]}}},
        ]});
        assert_eq!(world.post(&program, "/api/v1/activities/bulk", rows).json()["done"], json!(1));
        assert_eq!(people(world, &program, &meeting), json!([ada, bob]));
        let again = world.get(&program, &path).json();
        assert_eq!(world.patch(&program, &path, "\"3\"", again).status, StatusCode::OK);
        let wrong = json!({"participants": [meeting]});
        world.patch(&program, &path, "\"3\"", wrong).refuses(422, &[("participants", "link-missing")]);
        let history = world.get(&program, &format!("{path}/history")).json();
        let told = &history["data"][0]["changes"]["participants"];
        assert_eq!((&told["from"], &told["to"]), (&json!([ada]), &json!([ada, bob])), "{history}");
        assert_eq!(told["titles"], json!({"from": ["Ada"], "to": ["Ada", "Bob"]}));
        // Each is counted with their meetings, and each meeting once in the whole.
        let groups = world.get(&program, "/api/v1/activities/aggregate?by=participants").json();
        let counts: Vec<(Json, Json)> = groups["groups"]
            .as_array()
            .expect("groups")
            .iter()
            .map(|one| (one["key"].clone(), one["count"].clone()))
            .collect();
        assert!(counts.contains(&(json!("Ada"), json!(1))) && counts.contains(&(Json::Null, json!(1))));
        assert_eq!(groups["total"]["count"], json!(2), "{groups}");
        // What stands in the linked records is asked for too; sorting and grouping by it is refused.
        for (filter, count) in [
            ("participants.name ~ ada", 1),
            ("participants.name is not Ada", 1),
            ("not participants.name ~ nobody", 2),
            ("participants.account.name is empty", 2),
            ("participants.name ~ ada and participants is not empty", 1),
        ] {
            let found =
                world.get(&program, &format!("/api/v1/activities?count=exact&filter={filter}")).json();
            assert_eq!(found["count"], json!(count), "{filter}: {found}");
        }
        let through = world.get(&program, "/api/v1/activities/aggregate?by=participants.email");
        through.refuses(400, &[("by", "path-many")]);
    });
}

#[test]
fn pages_show_chips_and_take_a_title_on_each_line() {
    on_each(|world| {
        let (program, ada) = (world.program(), world.browser(&world.admin));
        let eve = contact(world, &program, "Eve", "eve@example.com");
        let bob = contact(world, &program, "Bob", "bob@example.com");
        let form = page(world, &ada, "/activities/new");
        assert!(form.contains("data-chips=\"/lookup/contact\""), "{form}");
        // Without a script: names, one on each line; with it the ids beside them.
        let sent =
            [("subject", "Demo"), ("kind", "demo"), ("done", "false"), ("participants", "Bob\r\n Eve ")];
        let shown = follow(world, &ada, &submit(world, &ada, "/activities", &sent));
        assert!(words(&shown).contains("Bob, Eve") || words(&shown).contains("Bob Eve"), "{}", words(&shown));
        let meeting = world.get(&program, "/api/v1/activities").json()["data"][0].clone();
        assert_eq!(meeting["participants"], json!([bob, eve]));
        let path = format!("/activities/{}", meeting["id"].as_str().expect("an id"));
        let edit = page(world, &ada, &format!("{path}/edit"));
        assert!(edit.contains(&format!("value=\"{eve}\" data-chip-id")), "{edit}");
        let sent = [
            ("version", "1"),
            ("subject", "Demo"),
            ("kind", "demo"),
            ("done", "false"),
            ("participants", "Eve"),
            ("participants.id", eve.as_str()),
            ("participants.title", "Eve"),
        ];
        follow(world, &ada, &submit(world, &ada, &path, &sent));
        assert_eq!(found(world, &program, &format!("participants has {bob}")), Vec::<String>::new());
        // Who is not there, or is there twice, is told by name.
        let wrong = [("subject", "X"), ("kind", "demo"), ("done", "false"), ("participants", "Nobody")];
        let refused = submit(world, &ada, "/activities", &wrong).text();
        assert!(words(&refused).contains("nothing found for “Nobody”"), "{}", words(&refused));
        // In the list, and on the page of the other side.
        let list = page(world, &ada, "/activities?column=subject&column=participants");
        assert!(words(&list).contains("Eve"), "{}", words(&list));
        let other = page(world, &ada, &format!("/contacts/{eve}"));
        assert!(
            words(&other).contains("Participants") && words(&other).contains("Demo"),
            "{}",
            words(&other)
        );
        let new = page(world, &ada, &format!("/activities/new?participants={eve}"));
        assert!(new.contains(&format!("value=\"{eve}\" data-chip-id")), "a new one from the other side");
    });
}

#[test]
fn a_file_brings_them_by_name_mail_and_id_and_takes_them_out_again() {
    on_each(|world| {
        let program = world.program();
        let ada = contact(world, &program, "Ada", "ada@example.com");
        contact(world, &program, "Bob", "bob@example.com");
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("activities.csv");
        let rows = format!(
            "Subject,People\nOne,Ada; Bob\nTwo,\"bob@example.com, ada@example.com\"\nThree,{ada}\nFour,Ada;Zed\n"
        );
        std::fs::write(&file, rows).expect("written");
        let imports: &dyn Imports = cordee_features::registry().imports;
        let (records, admin) = (&world.records, &world.admin);
        let run = |missing: &str, mode: &str| {
            let mapping = json!({
                "object": "activity", "mode": mode, "match": ["subject"], "columns": [
                    {"column": "Subject", "field": "subject"},
                    {"column": "People", "field": "participants", "on_missing": missing},
                ],
            });
            let rejects = folder.path().join(format!("{missing}.csv"));
            let import = imports.start(records, admin, &file, &mapping.to_string(), &rejects);
            let done = imports.run(records, admin, import.expect("noted"), &mut |_| true).expect("run");
            (done.created, done.failed)
        };
        assert_eq!(run("reject", "create_and_update"), (3, 1));
        assert_eq!(found(world, &program, &format!("participants has {ada}")), ["One", "Two", "Three"]);
        // The row, and the record that it needed.
        assert_eq!(run("create", "create_and_update"), (2, 0));
        let zed = world.get(&program, "/api/v1/contacts?filter=name = Zed").json()["data"][0]["id"].clone();
        let four = world.get(&program, "/api/v1/activities?filter=subject = Four").json()["data"][0].clone();
        assert_eq!(four["participants"], json!([ada, zed]));
        let table = world.get(&world.browser(&world.admin), "/activities/export?format=csv").text();
        assert!(table.contains("participants,participants.id") && table.contains("Ada; Bob"), "{table}");
    });
}

#[test]
fn a_company_links_its_own_objects_to_many_and_to_one_of_several() {
    on_each(|world| {
        let program = world.program();
        let ada = contact(world, &program, "Ada", "ada@example.com");
        let account = world.create(&program, "accounts", json!({"name": "Acme"}));
        let project = json!({"label": "Project", "label_plural": "Projects"});
        world.create(&program, "custom_objects", project);
        let field = |body: Json| world.create(&program, "custom_fields", body);
        field(
            json!({"object": "x_project", "label": "Crew", "kind": "links", "links_to": "contact", "in_list": true}),
        );
        field(
            json!({"object": "x_project", "label": "For", "kind": "any_link", "one_of": "account\ncontact"}),
        );
        let body = json!({"name": "Bridge", "x_crew": [ada], "x_for": {"object": "account", "id": account}});
        let bridge = world.create(&program, "x_projects", body);
        let told = world.get(&program, &format!("/api/v1/x_projects/{bridge}")).json();
        assert_eq!((&told["x_crew"], &told["titles"]["x_crew"]), (&json!([ada]), &json!(["Ada"])));
        let wrong = json!({"name": "Y", "x_for": {"object": "x_project", "id": bridge}});
        world.post(&program, "/api/v1/x_projects", wrong).refuses(422, &[("x_for", "any-link-object")]);
        let listed = world.get(&program, &format!("/api/v1/x_projects?filter=x_crew has {ada}&count=exact"));
        assert_eq!(listed.json()["count"], json!(1));
        // Told by the catalog, in the document, and on pages of both sides.
        let catalog = world.get(&program, "/api/v1/objects").json();
        let objects = catalog["data"].as_array().expect("objects");
        let fields =
            objects.iter().find(|one| one["name"] == json!("x_project")).expect("it")["fields"].clone();
        let named = |name: &str| {
            let all = fields.as_array().expect("fields");
            all.iter().find(|one| one["name"] == json!(name)).expect(name).clone()
        };
        assert_eq!(
            (&named("x_crew")["kind"], &named("x_crew")["links_to"]),
            (&json!("links"), &json!("contacts"))
        );
        assert_eq!(named("x_for")["one_of"], json!(["account", "contact"]));
        let browser = world.browser(&world.admin);
        let other = page(world, &browser, &format!("/contacts/{ada}"));
        assert!(words(&other).contains("Projects") && words(&other).contains("Bridge"), "{}", words(&other));
        let offered = world.get(&browser, "/lookup?of=account,contact&q=a").json();
        let ids: Vec<&str> =
            offered.as_array().expect("a list").iter().filter_map(|o| o["id"].as_str()).collect();
        assert!(ids.iter().all(|id| id.starts_with("account:") || id.starts_with("contact:")), "{offered}");
        assert!(!ids.is_empty());
        let settings = page(world, &browser, "/custom_fields/new");
        assert!(settings.contains("name=\"one_of\" value=\"account\""), "{settings}");
        // By the page of settings as well: what is ticked is what it may lead to.
        let sent = [
            ("label", "Seen with"),
            ("object", "x_project"),
            ("kind", "any_link"),
            ("one_of", ""),
            ("one_of", "contact"),
            ("one_of", "lead"),
            ("required", "false"),
            ("sorted", "false"),
            ("tracked", "true"),
            ("unique", "false"),
            ("personal", "false"),
            ("in_list", "false"),
            ("retired", "false"),
        ];
        follow(world, &browser, &submit(world, &browser, "/custom_fields", &sent));
        let made = world.get(&program, "/api/v1/custom_fields?filter=label = \"Seen with\"").json();
        assert_eq!(made["data"][0]["one_of"], json!("contact\nlead"), "{made}");
        let nowhere = json!({"object": "x_project", "label": "Lost", "kind": "any_link"});
        world.post(&program, "/api/v1/custom_fields", nowhere).refuses(422, &[("one_of", "required")]);
    });
}
