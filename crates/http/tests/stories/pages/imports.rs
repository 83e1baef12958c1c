//! A file is brought in by pages and taken back.

use axum::body::Body;
use axum::http::{HeaderValue, Method};
use cordee_http::Options;
use serde_json::json;

use super::{follow, hidden, page, submit, words};
use crate::support::{Answer, Client, World};

fn upload(world: &World, client: &Client, object: &str, name: &str, content: impl AsRef<[u8]>) -> Answer {
    let head = format!(
        "--edge\r\nContent-Disposition: form-data; name=\"object\"\r\n\r\n{object}\r\n--edge\r\n\
         Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: text/csv\r\n\r\n"
    );
    let body = [head.as_bytes(), content.as_ref(), b"\r\n--edge--\r\n"].concat();
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
    assert!(
        words(&columns).contains("Comma , Semicolon ; Tab Vertical bar |"),
        "each delimiter once: {}",
        words(&columns)
    );
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

/// The answers to the questions about columns that a page asks, each column brought into the field of its name.
fn columns_of<'a>(html: &str, header: &[&'a str], more: &[(&'a str, &'a str)]) -> Vec<(String, String)> {
    let read = ["encoding", "delimiter"].into_iter().flat_map(|name| {
        let was = hidden(html, &format!("was.{name}"));
        [(format!("was.{name}"), was.clone()), (name.to_owned(), was)]
    });
    let columns = header.iter().enumerate().map(|(at, name)| (format!("column.{at}"), (*name).to_owned()));
    let more = more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    read.chain(columns).chain(more).collect()
}

fn settle(world: &World, client: &Client, sent: &Answer, header: &[&str], more: &[(&str, &str)]) -> String {
    let place = sent.header("location").to_owned();
    let answers = columns_of(&follow(world, client, sent), header, more);
    let answers: Vec<(&str, &str)> =
        answers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    submit(world, client, &place, &answers);
    place
}

fn files_in(folder: &std::path::Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.path().is_dir() {
            true => names.extend(files_in(&entry.path())),
            false => names.push(entry.file_name().to_string_lossy().into_owned()),
        }
    }
    names.sort();
    names
}

#[test]
fn an_import_is_stopped_and_goes_on_and_its_file_goes_when_it_ends() {
    let folder = tempfile::tempdir().expect("a folder");
    let world = World::small(Options { files: folder.path().to_owned(), ..Options::default() });
    let ada = world.browser(&world.admin);
    let rows: String = (0..6_000).map(|row| format!("Company {row}\n")).collect();
    let sent = upload(&world, &ada, "account", "many.csv", format!("name\n{rows}"));
    let place = settle(&world, &ada, &sent, &["name"], &[("mode", "create"), ("create_missing", "false")]);
    let import = submit(&world, &ada, &format!("{place}/begin"), &[]).header("location").to_owned();
    submit(&world, &ada, &format!("{import}/stop"), &[]);
    let stopped = wait_for(&world, &ada, &import, "The import has stopped");
    assert!(
        stopped.contains("Resume") && files_in(folder.path()).contains(&"many.csv".to_owned()),
        "{stopped}"
    );
    let bob = world.person_who_may("Bob", r#"{"objects": {"*": {"read": "all"}}, "imports": true}"#);
    let bob = world.browser(&bob);
    assert_eq!(submit(&world, &bob, &format!("{import}/resume"), &[]).status.as_u16(), 404);
    submit(&world, &ada, &format!("{import}/resume"), &[]);
    let done = wait_for(&world, &ada, &import, "Imported");
    assert!(done.contains("Created 6,000"), "as if it had never stopped: {done}");
    assert_eq!(files_in(folder.path()), ["about.json", "begun"], "the file is used up");
}

#[test]
fn a_near_miss_is_proposed_and_taken_only_when_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let world = World::small(Options { files: folder.path().to_owned(), ..Options::default() });
    let ada = world.browser(&world.admin);
    world.create(&ada, "products", json!({"name": "GTX Pro"}));
    let sheet = "name,product\nFirst,GTXPro\nSecond,GTX Pro\n";
    let sent = upload(&world, &ada, "opportunity", "deals.csv", sheet);
    let more = [("mode", "create"), ("create_missing", "false")];
    let place = settle(&world, &ada, &sent, &["name", "product.name"], &more);
    let check = words(&page(&world, &ada, &format!("{place}/check")));
    assert!(check.contains("GTXPro") && check.contains("GTX Pro") && check.contains("Created 1"), "{check}");
    assert!(check.contains("“GTXPro” is not there. Did you mean “GTX Pro”?"), "{check}");
    assert!(check.contains("Take what is meant"), "{check}");
    let taken = words(&follow(&world, &ada, &submit(&world, &ada, &format!("{place}/near"), &[])));
    assert!(taken.contains("Created 2") && !taken.contains("Take what is meant"), "{taken}");
    let import = submit(&world, &ada, &format!("{place}/begin"), &[]).header("location").to_owned();
    wait_for(&world, &ada, &import, "Imported");
    let deals = words(&page(&world, &ada, "/opportunities?column=product"));
    assert_eq!(deals.matches("GTX Pro").count(), 2, "{deals}");
}

#[test]
fn a_list_leaves_as_a_workbook_and_comes_in_as_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let world = World::small(Options { files: folder.path().to_owned(), ..Options::default() });
    let ada = world.browser(&world.admin);
    world.create(&ada, "products", json!({"name": "=GTX", "price": {"amount": "12.50", "currency": "EUR"}}));
    let list = page(&world, &ada, "/products");
    assert!(
        list.contains("/products/export?format=xlsx") && words(&list).contains("Export as Excel"),
        "{list}"
    );
    assert!(!list.contains("format=vcf"), "a product is nobody one calls");
    for (format, kind) in [("xlsx", "spreadsheetml"), ("json", "application/json"), ("jsonl", "jsonl")] {
        let file = world.get(&ada, &format!("/products/export?format={format}"));
        assert!(file.header("content-type").contains(kind), "{format}: {}", file.header("content-type"));
        let sent = upload(&world, &ada, "product", &format!("products.{format}"), &file.bytes);
        let columns = follow(&world, &ada, &sent);
        assert!(columns.contains("=GTX"), "{format}: {}", words(&columns));
        assert_eq!(columns.contains("name=\"was.sheet\""), format == "xlsx", "only a workbook has sheets");
        assert!(!columns.contains("name=\"delimiter\""), "{format} has no delimiter");
    }
    let contacts = world.get(&ada, "/contacts/export?format=vcf");
    assert!(contacts.header("content-type").starts_with("text/vcard"), "{}", contacts.text());
    let torn = upload(&world, &ada, "product", "torn.xlsx", b"PK\x03\x04....xl/workbook.xml");
    let refused = world.get(&ada, torn.header("location"));
    assert_eq!(refused.status.as_u16(), 422);
    assert!(words(&refused.text()).contains("it is damaged"), "{}", words(&refused.text()));
}

fn upload_many(world: &World, client: &Client, files: &[(&str, &str)]) -> Answer {
    let part = |(name, content): &(&str, &str)| {
        format!(
            "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n{content}\r\n"
        )
    };
    let head = "--edge\r\nContent-Disposition: form-data; name=\"object\"\r\n\r\n\r\n".to_owned();
    let body = head + &files.iter().map(part).collect::<String>() + "--edge--\r\n";
    let mut request = client.request(Method::POST, "/import/new", None);
    let kind = HeaderValue::from_static("multipart/form-data; boundary=edge");
    request.headers_mut().insert("content-type", kind);
    *request.body_mut() = Body::from(body);
    world.send(request)
}

#[test]
fn several_files_are_looked_at_together_brought_in_in_their_order_and_taken_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let world = World::small(Options { files: folder.path().to_owned(), ..Options::default() });
    let ada = world.browser(&world.admin);
    let files = [
        ("people.csv", "First name,Last name,Company\nAnn,Berg,Acme\nBob,Cole,Nowhere\n"),
        ("x1.csv", "qqq;zzz\n1;2\n"),
        ("companies.csv", "Company name,lifecycle\nAcme,customer\nBetatech,nonsense\n"),
    ];
    let sent = upload_many(&world, &ada, &files);
    let place = sent.header("location").to_owned();
    let shown = follow(&world, &ada, &sent);
    let told = words(&shown);
    assert!(told.contains("3 files") && told.contains("3 of 3 columns recognised"), "{told}");
    assert!(told.contains("Say what x1.csv holds"), "{told}");
    let open = submit(&world, &ada, &place, &[]);
    assert_eq!(open.status.as_u16(), 422);
    assert!(words(&open.text()).contains("Say what x1.csv holds"), "{}", words(&open.text()));

    submit(&world, &ada, &format!("{place}/of/1/leave-out"), &[]);
    let told = words(&page(&world, &ada, &place));
    let at = |text: &str| told.find(text).unwrap_or_else(|| panic!("no {text} in {told}"));
    assert!(told.contains("2 files") && at("companies.csv") < at("people.csv"), "what is led to comes first");
    let columns = page(&world, &ada, &format!("{place}/of/0"));
    assert!(words(&columns).contains("people.csv · Contacts") && columns.contains("Berg"));

    // Another object makes the columns anew, and back.
    let other =
        follow(&world, &ada, &submit(&world, &ada, &place, &[("object.0", "lead"), ("object.2", "account")]));
    assert!(other.contains("value=\"lead\" selected"), "{}", words(&other));
    submit(&world, &ada, &place, &[("object.0", "contact")]);
    let check = words(&follow(&world, &ada, &submit(&world, &ada, &place, &[("object.0", "contact")])));
    assert!(check.contains("companies.csv Accounts") && check.contains("people.csv Contacts"), "{check}");
    assert!(check.contains("“nonsense” is not one of the choices"), "{check}");
    assert!(
        words(&page(&world, &ada, "/accounts")).contains("Nothing here yet"),
        "nothing is written by a check"
    );

    let begun = submit(&world, &ada, &format!("{place}/begin"), &[]);
    let run = begun.header("location").to_owned();
    assert!(run.starts_with("/import/run/"), "{run}");
    let done = wait_for(&world, &ada, &run, "Imported");
    assert!(done.contains("companies.csv Accounts Done Created 1") && done.contains("Rejected 1"), "{done}");
    let again = submit(&world, &ada, &format!("{place}/begin"), &[]);
    assert_eq!(again.header("location"), run, "begun twice, brought in once");
    assert!(words(&page(&world, &ada, "/contacts")).contains("Ann Berg"));
    let bob = world.person_who_may("Bob", r#"{"objects": {"*": {"read": "all"}}, "imports": true}"#);
    assert_eq!(
        world.get(&world.browser(&bob), &run).status.as_u16(),
        404,
        "somebody else's run is not there"
    );

    assert!(
        words(&page(&world, &ada, &format!("{run}/undo"))).contains("Everything these files created goes")
    );
    submit(&world, &ada, &format!("{run}/undo"), &[]);
    wait_for(&world, &ada, &run, "The import was undone");
    assert!(words(&page(&world, &ada, "/contacts")).contains("Nothing here yet"));
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
