//! Programs bring files in over the API: proposed, decided, checked, started, stopped, told, taken back.

use axum::body::Body;
use axum::http::{HeaderValue, Method};
use cordee_http::Options;
use serde_json::{Value as Json, json};

use crate::support::{Answer, Client, World};

/// A company whose sent files lie in a folder of this test.
fn company() -> (tempfile::TempDir, World) {
    let folder = tempfile::tempdir().expect("a folder");
    let world = World::small(Options { files: folder.path().to_owned(), ..Options::default() });
    (folder, world)
}

fn send(world: &World, client: &Client, files: &[(&str, &str)]) -> Answer {
    let part = |(name, content): &(&str, &str)| {
        format!(
            "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n{content}\r\n"
        )
    };
    let body = files.iter().map(part).collect::<String>() + "--edge--\r\n";
    let mut request = client.request(Method::POST, "/api/v1/import_plans", None);
    let kind = HeaderValue::from_static("multipart/form-data; boundary=edge");
    request.headers_mut().insert("content-type", kind);
    *request.body_mut() = Body::from(body);
    world.send(request)
}

/// One file as the body, its name in a header.
fn send_one(world: &World, client: &Client, name: &str, content: &str) -> Answer {
    let client = client.clone().with("content-disposition", &format!("attachment; filename=\"{name}\""));
    let mut request = client.request(Method::POST, "/api/v1/import_plans", None);
    *request.body_mut() = Body::from(content.to_owned());
    world.send(request)
}

fn plan(answer: &Answer) -> (String, Json) {
    assert_eq!(answer.status.as_u16(), 201, "{}", answer.text());
    let told = answer.json();
    (format!("/api/v1/import_plans/{}", told["id"].as_str().expect("a name")), told)
}

/// An import once nobody is at it.
fn ended(world: &World, client: &Client, id: &str) -> Json {
    let path = format!("/api/v1/imports/{id}");
    once(world, client, &path, |told| told["at_work"] == false && told["status"] != "running")
}

/// What stands there once it is like this.
fn once(world: &World, client: &Client, path: &str, like: impl Fn(&Json) -> bool) -> Json {
    let mut told = world.get(client, path).json();
    for _ in 0..600 {
        if like(&told) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
        told = world.get(client, path).json();
    }
    assert!(like(&told), "{path}: {told}");
    told
}

fn count(world: &World, client: &Client, objects: &str) -> Json {
    world.get(client, &format!("/api/v1/{objects}?count=exact")).json()["count"].clone()
}

#[test]
fn a_file_is_proposed_decided_checked_brought_in_and_taken_back() {
    let (_folder, world) = company();
    let ada = world.program();
    let sheet =
        "Company name,Website,Stage,Notes\nAcme,acme.example,customer,x\nBetatech,beta.example,nonsense,y\n";
    let (place, told) = plan(&send_one(&world, &ada, "accounts.csv", sheet));
    let file = &told["files"][0];
    assert_eq!(
        (&file["object"], &file["format"], &file["problem"]),
        (&json!("account"), &json!("csv"), &Json::Null)
    );
    assert_eq!(file["columns"][0]["target"], "name");
    assert_eq!(file["columns"][0]["samples"], json!(["Acme", "Betatech"]));

    let decided = json!({"files": [{"number": 0, "columns": {"Stage": "lifecycle", "Notes": null, "Website": "domain"},
        "match_by": "domain", "mode": "create_and_update"}]});
    let told = world.patch(&ada, &place, "*", decided).json();
    assert_eq!(told["files"][0]["columns"][2]["target"], "lifecycle", "{told}");
    assert_eq!(told["files"][0]["match_by"], "domain");
    let wrong = json!({"files": [{"number": 0, "columns": {"Nonesuch": "name"}}]});
    world.patch(&ada, &place, "*", wrong).refuses(422, &[("files[0].columns.Nonesuch", "invalid-value")]);
    let wrong = json!({"files": [{"number": 7}], "what": 1});
    world
        .patch(&ada, &place, "*", wrong)
        .refuses(422, &[("what", "unknown-field"), ("files[0].number", "invalid-value")]);

    let check = world.get(&ada, &format!("{place}/check")).json();
    let found = &check["files"][0];
    assert_eq!(
        (&found["done"], &found["created"], &found["failed"]),
        (&json!(true), &json!(1), &json!(1)),
        "{check}"
    );
    let problem = &found["problems"][0];
    assert_eq!((&problem["line"], &problem["column"]), (&json!(3), &json!("Stage")));
    assert!(problem["detail"].as_str().expect("words").contains("nonsense"), "{problem}");
    let lines = world.get(&ada, &format!("{place}/problems")).text();
    let line: Json = serde_json::from_str(lines.lines().next().expect("a line")).expect("JSON");
    assert_eq!((lines.lines().count(), &line["file"], &line["line"]), (1, &json!(0), &json!(3)));
    assert_eq!(count(&world, &ada, "accounts"), 0, "nothing is written by a check");

    let keyed = ada.clone().with("idempotency-key", "start once");
    let started = world.post(&keyed, &format!("{place}/start"), json!({}));
    assert_eq!(started.status.as_u16(), 201, "{}", started.text());
    let id = started.json()["data"][0]["id"].as_str().expect("an id").to_owned();
    let again = world.post(&keyed, &format!("{place}/start"), json!({}));
    assert_eq!(again.json(), started.json(), "sent again, answered again");
    world.post(&ada, &format!("{place}/start"), json!({})).refuses(409, &[("", "import-begun")]);
    world.patch(&ada, &place, "*", json!({"files": []})).refuses(409, &[("", "import-begun")]);
    let done = ended(&world, &ada, &id);
    assert_eq!(
        (&done["status"], &done["created"], &done["failed"]),
        (&json!("done"), &json!(1), &json!(1)),
        "{done}"
    );
    assert_eq!(count(&world, &ada, "accounts"), 1);
    let rejected = world.get(&ada, &format!("/api/v1/imports/{id}/rejected"));
    assert!(rejected.text().contains("Betatech") && rejected.header("content-type").starts_with("text/csv"));
    assert_eq!(world.get(&ada, "/api/v1/imports").json()["data"][0]["id"], *id);

    let asked = world.post(&ada, &format!("/api/v1/imports/{id}/undo"), json!({}));
    assert_eq!(asked.status.as_u16(), 200, "{}", asked.text());
    once(&world, &ada, &format!("/api/v1/imports/{id}"), |told| told["status"] == "undone");
    assert_eq!(count(&world, &ada, "accounts"), 0);
}

#[test]
fn several_files_come_in_as_one_run_and_go_as_one() {
    let (_folder, world) = company();
    let ada = world.program();
    let files = [
        ("deals.csv", "Record ID,Deal Name,Associated Company IDs\nd1,One,c2\n"),
        (
            "people.json",
            r#"[{"Record ID": "p1", "First Name": "Ann", "Last Name": "Berg", "Company Id": "c2"}]"#,
        ),
        ("companies.csv", "Record ID;Company name;ParentId\nc1;Acme;c2\nc2;Holding;\n"),
        ("x1.csv", "qqq;zzz\n1;2\n"),
    ];
    let (place, told) = plan(&send(&world, &ada, &files));
    let objects: Vec<&Json> =
        told["files"].as_array().expect("files").iter().map(|file| &file["object"]).collect();
    assert_eq!(objects, [&json!("opportunity"), &json!("contact"), &json!("account"), &Json::Null]);
    assert!(told["files"][3]["problem"].is_string() && told["order"] == json!([]), "{told}");
    world.post(&ada, &format!("{place}/start"), json!({})).refuses(422, &[("x1.csv", "import-object")]);

    let (_, told) = (world.delete(&ada, &place, "*"), plan(&send(&world, &ada, &files[..3])));
    world.get(&ada, &place).refuses(404, &[]);
    let (place, told) = told;
    let turns: Vec<(u64, bool)> = told["order"]
        .as_array()
        .expect("an order")
        .iter()
        .map(|leg| (leg["file"].as_u64().expect("a number"), leg["links_only"] == true))
        .collect();
    assert_eq!(turns, [(2, false), (0, false), (1, false), (2, true)]);
    let source = json!({"files": [{"number": 0, "source": "old"}, {"number": 1, "source": "old"}, {"number": 2, "source": "old"}]});
    assert_eq!(world.patch(&ada, &place, "*", source).status.as_u16(), 200);
    let check = world.get(&ada, &format!("{place}/check")).json();
    let created: Vec<&Json> =
        check["files"].as_array().expect("files").iter().map(|file| &file["created"]).collect();
    assert_eq!(created, [2, 1, 1], "{check}");

    let started = world.post(&ada, &format!("{place}/start"), json!({})).json();
    let imports = started["data"].as_array().expect("imports");
    assert_eq!(imports.len(), 4, "{started}");
    let run = imports[0]["run"].as_str().expect("a run").to_owned();
    assert!(imports.iter().all(|import| import["run"] == *run));
    for import in imports {
        let done = ended(&world, &ada, import["id"].as_str().expect("an id"));
        assert!(done["status"] == "ready" || done["failed"] == 0, "{done}");
    }
    let told = told_once(&world, &ada, &run, "done");
    assert_eq!(told.as_array().expect("imports").len(), 4);
    let deal = world.get(&ada, "/api/v1/opportunities").json();
    assert_eq!(deal["data"][0]["titles"]["account"], "Holding", "{deal}");
    let acme = world.get(&ada, "/api/v1/accounts?filter=name%20%3D%20%22Acme%22").json();
    assert_eq!(acme["data"][0]["titles"]["parent"], "Holding", "{acme}");

    let bob = world.person_who_may("Bob", r#"{"objects": {"*": {"read": "all"}}, "imports": true}"#);
    let bob = world.token(&bob, "read_write");
    world.get(&bob, &format!("/api/v1/imports/runs/{run}")).refuses(404, &[]);
    world.post(&bob, &format!("/api/v1/imports/runs/{run}/undo"), json!({})).refuses(404, &[]);
    world.get(&bob, &place).refuses(404, &[]);

    assert_eq!(world.post(&ada, &format!("/api/v1/imports/runs/{run}/undo"), json!({})).status.as_u16(), 200);
    told_once(&world, &ada, &run, "undone");
    for objects in ["accounts", "contacts", "opportunities"] {
        assert_eq!(count(&world, &ada, objects), 0, "{objects}");
    }
}

/// The imports of a run once all of them stand like this.
fn told_once(world: &World, client: &Client, run: &str, status: &str) -> Json {
    let all = |told: &Json| {
        told["data"].as_array().expect("imports").iter().all(|import| import["status"] == *status)
    };
    once(world, client, &format!("/api/v1/imports/runs/{run}"), all)["data"].clone()
}

#[test]
fn an_import_is_stopped_and_resumed_and_ends_as_if_it_never_had_been() {
    let (_folder, world) = company();
    let ada = world.program();
    let rows: String = (0..6_000).map(|row| format!("Company {row}\n")).collect();
    let (place, _) = plan(&send_one(&world, &ada, "accounts.csv", &format!("name\n{rows}")));
    let started = world.post(&ada, &format!("{place}/start"), json!({})).json();
    let id = started["data"][0]["id"].as_str().expect("an id").to_owned();
    world.post(&ada, &format!("/api/v1/imports/{id}/stop"), json!({}));
    assert_eq!(ended(&world, &ada, &id)["status"], "stopped");
    world.post(&ada, &format!("/api/v1/imports/{id}/resume"), json!({}));
    let done = ended(&world, &ada, &id);
    assert_eq!(
        (&done["status"], &done["created"], &done["rows"]),
        (&json!("done"), &json!(6_000), &json!(6_000))
    );
}

#[test]
fn what_is_no_file_leaves_nothing_behind() {
    let (folder, world) = company();
    let ada = world.program();
    send(&world, &ada, &[]).refuses(422, &[("file", "required")]);
    send_one(&world, &ada, "empty.csv", "").refuses(422, &[("file", "file-empty")]);
    world.post(&ada, "/api/v1/import_plans", json!({})).refuses(422, &[("Content-Disposition", "file-name")]);
    let many: Vec<(String, &str)> = (0..51).map(|at| (format!("accounts {at}.csv"), "name\nA\n")).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(name, content)| (name.as_str(), *content)).collect();
    send(&world, &ada, &many).refuses(413, &[("file", "files-many")]);
    let torn = send_one(&world, &ada, "accounts.xlsx", "PK\u{3}\u{4}....xl/workbook.xml");
    assert!(torn.json()["files"][0]["problem"].as_str().expect("why").contains("damaged"), "{}", torn.text());
    let keyed = ada.clone().with("idempotency-key", "sent twice");
    let first = send(&world, &keyed, &[("accounts.csv", "name\nA\n")]);
    let again = send(&world, &keyed, &[("accounts.csv", "name\nA\n")]);
    assert_eq!(first.json(), again.json());
    send(&world, &keyed, &[("accounts.csv", "name\nB\n")]).refuses(422, &[("Idempotency-Key", "key-reused")]);
    let kept = walk(folder.path()).into_iter().filter(|name| name.starts_with("accounts")).count();
    assert_eq!(kept, 2, "the torn one and the first of those with a key: {:?}", walk(folder.path()));
}

fn walk(folder: &std::path::Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.path().is_dir() {
            true => names.extend(walk(&entry.path())),
            false => names.push(entry.file_name().to_string_lossy().into_owned()),
        }
    }
    names
}
