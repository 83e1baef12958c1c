//! A file is brought in by pages and taken back.

use axum::body::Body;
use axum::http::{HeaderValue, Method};
use cordee_http::Options;

use super::{follow, hidden, page, submit, words};
use crate::support::{Answer, Client, World};

fn upload(world: &World, client: &Client, object: &str, name: &str, content: &str) -> Answer {
    let body = format!(
        "--edge\r\nContent-Disposition: form-data; name=\"object\"\r\n\r\n{object}\r\n--edge\r\n\
         Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: text/csv\r\n\r\n\
         {content}\r\n--edge--\r\n"
    );
    let mut request = client.request(Method::POST, "/import/new", None);
    let kind = HeaderValue::from_static("multipart/form-data; boundary=edge");
    request.headers_mut().insert("content-type", kind);
    *request.body_mut() = Body::from(body);
    world.send(request)
}

#[test]
fn a_file_is_looked_at_checked_brought_in_and_taken_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let world = World::small(Options { files: folder.path().to_owned(), ..Options::default() });
    let ada = world.browser(&world.admin);
    let empty = upload(&world, &ada, "account", "empty.csv", "");
    assert!(words(&empty.text()).contains("The file is empty"), "{}", words(&empty.text()));

    let sheet = "name,domain,lifecycle\nAcme,acme.example,customer\nBetatech,beta.example,nonsense\n";
    let sent = upload(&world, &ada, "account", "../companies.csv", sheet);
    let place = sent.header("location").to_owned();
    let columns = follow(&world, &ada, &sent);
    assert!(words(&columns).contains("companies.csv · Accounts") && columns.contains("acme.example"));
    let fields = [
        ("was.encoding", hidden(&columns, "was.encoding")),
        ("encoding", hidden(&columns, "was.encoding")),
        ("was.delimiter", hidden(&columns, "was.delimiter")),
        ("delimiter", hidden(&columns, "was.delimiter")),
        ("column.0", "name".to_owned()),
        ("column.1", "domain".to_owned()),
        ("column.2", "lifecycle".to_owned()),
        ("mode", "create_and_update".to_owned()),
        ("create_missing", "false".to_owned()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let check = words(&follow(&world, &ada, &submit(&world, &ada, &place, &fields)));
    assert!(check.contains("Created 1") && check.contains("“nonsense” is not one of the choices"), "{check}");
    assert!(
        words(&page(&world, &ada, "/accounts")).contains("Nothing here yet"),
        "nothing is written by a check"
    );

    let begun = submit(&world, &ada, &format!("{place}/begin"), &[]);
    let import = begun.header("location").to_owned();
    let done = wait_for(&world, &ada, &import, "Imported");
    assert!(done.contains("Created 1") && done.contains("Rejected 1"), "{done}");
    let again = submit(&world, &ada, &format!("{place}/begin"), &[]);
    assert_eq!(again.header("location"), import, "begun twice, brought in once");
    let rejected = world.get(&ada, &format!("{import}/rejected"));
    assert!(rejected.text().contains("Betatech"), "{}", rejected.text());
    assert!(words(&page(&world, &ada, "/accounts")).contains("Acme"));
    assert!(words(&page(&world, &ada, "/import")).contains("companies.csv"));

    let bob = world
        .browser(&world.person_who_may("Bob", r#"{"objects": {"*": {"read": "all"}}, "imports": true}"#));
    assert_eq!(world.get(&bob, &import).status.as_u16(), 404, "somebody else's import is not there");
    assert_eq!(world.get(&bob, &place).status.as_u16(), 404, "nor is the file");

    assert!(
        words(&page(&world, &ada, &format!("{import}/undo"))).contains("Everything this import created goes")
    );
    submit(&world, &ada, &format!("{import}/undo"), &[]);
    wait_for(&world, &ada, &import, "The import was undone");
    assert!(words(&page(&world, &ada, "/accounts")).contains("Nothing here yet"));
}

/// The words of a page once they hold a text; an import works beside the requests.
fn wait_for(world: &World, client: &Client, path: &str, text: &str) -> String {
    let said = || words(&page(world, client, path));
    let mut found = said();
    for _ in 0..600 {
        if found.contains(text) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
        found = said();
    }
    assert!(found.contains(text), "{path} never said {text}: {found}");
    found
}
