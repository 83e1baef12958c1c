//! Files of records in a bucket of a real server that speaks S3, by the built binary, on either database.

mod cordee;
#[path = "../../../tests/s3/mod.rs"]
mod s3;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use cordee::{Cordee, Fresh, ask};
use s3::S3;

/// A data folder whose files lie in the bucket, under a prefix.
fn placed(s3: &S3, prefix: &str, database: Option<&str>) -> Cordee {
    let cordee = Cordee::empty();
    std::fs::DirBuilder::new().mode(0o700).create(cordee.folder()).expect("a folder");
    std::fs::write(cordee.folder().join("store.key"), format!("{}\n", s3::SECRET)).expect("written");
    std::fs::write(cordee.folder().join("store.pem"), s3.certificate.as_deref().unwrap_or_default())
        .expect("written");
    let database = database.map(|url| format!("database = \"{url}\"\n")).unwrap_or_default();
    let certificates = if s3.certificate.is_some() { "s3_ca = \"store.pem\"\n" } else { "" };
    let settings = format!(
        "{database}files = \"s3://{}/{prefix}\"\ns3_endpoint = \"{}\"\ns3_key = \"{}\"\n\
         s3_secret_file = \"store.key\"\n{certificates}",
        s3::BUCKET,
        s3.endpoint(),
        s3::KEY
    );
    std::fs::write(cordee.folder().join("cordee.toml"), settings).expect("written");
    cordee
}

/// A file beside the data folder.
fn file(cordee: &Cordee, name: &str, bytes: &[u8]) -> PathBuf {
    let path = cordee.folder().with_file_name(name);
    std::fs::write(&path, bytes).expect("written");
    path
}

fn text(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

/// The bytes of an attachment, as the command line gives them.
fn fetched(cordee: &Cordee, id: &str, name: &str) -> Vec<u8> {
    let to = cordee.folder().with_file_name(name);
    let (code, _, said) = cordee.run(&["attachment", "get", id, "--to", text(&to)]);
    assert_eq!(code, 0, "{said}");
    std::fs::read(to).expect("written")
}

/// The files that lie in the bucket.
fn lying(s3: &S3, prefix: &str) -> Vec<PathBuf> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.path().is_dir() {
                true => walk(&entry.path(), found),
                false => found.push(entry.path()),
            }
        }
    }
    let mut found = Vec::new();
    walk(&s3.folder().join(prefix), &mut found);
    found
}

fn databases() -> Vec<Option<Fresh>> {
    std::iter::once(None).chain(Fresh::postgres().map(Some)).collect()
}

#[test]
fn files_live_in_a_bucket_and_move_with_their_records() {
    for (number, database) in databases().into_iter().enumerate() {
        let s3 = if number == 0 { S3::encrypted() } else { S3::plain() };
        let cordee = placed(&s3, "crm", database.as_ref().map(Fresh::url));
        cordee.json(&["init", "--name", "Corda", "--currency", "USD"]);
        let checked = cordee.run(&["config", "check"]).1;
        assert!(checked.contains("s3://records/crm") && checked.contains("s3_secret"), "{checked}");
        assert!(!checked.contains(s3::SECRET), "{checked}");
        assert_eq!(lying(&s3, "crm").len(), 0, "the probe is taken out again");
        let account = cordee.json(&["create", "account", "name=Rope Works"])["id"].clone();
        let account = account.as_str().expect("an id").to_owned();
        let large: Vec<u8> = (0_u32..2_100_000).flat_map(u32::to_le_bytes).collect();
        let (note, film) =
            (file(&cordee, "note.txt", "Договор 报价".as_bytes()), file(&cordee, "film.bin", &large));
        let added = cordee.json(&["attach", "account", &account, text(&note), text(&film)]);
        let id = |place: usize| added["data"][place]["id"].as_str().expect("an id").to_owned();
        assert_eq!(lying(&s3, "crm").len(), 2);
        assert!(!cordee.folder().join("files/blobs").exists(), "nothing of it stays on this machine");
        assert_eq!(fetched(&cordee, &id(0), "back.txt"), "Договор 报价".as_bytes());
        assert!(fetched(&cordee, &id(1), "back.bin") == large, "a large file comes back as it was");
        assert_eq!(cordee.json(&["doctor"])["checks"]["files"]["state"], "sound");

        let archive = cordee.folder().with_file_name("all.tar.gz");
        cordee.json(&["backup", text(&archive)]);
        let other = placed(&s3, "other", None);
        std::fs::copy(cordee.folder().join("journal.key"), other.folder().join("journal.key"))
            .expect("copied");
        cordee_restores(&other, &archive);
        assert_eq!(lying(&s3, "other").len(), 2);
        assert!(fetched(&other, &id(1), "back.bin") == large, "and after a restore");

        let third = Cordee::empty();
        let from = database
            .as_ref()
            .map_or_else(|| text(&cordee.folder()).to_owned(), |fresh| fresh.url().to_owned());
        let copied = cordee.run(&[
            "copy",
            "--config",
            text(&cordee.folder().join("cordee.toml")),
            "--from",
            &from,
            "--to",
            text(&third.folder()),
            "--to-files",
            "s3://records/third",
        ]);
        assert_eq!(copied.0, 0, "{}", copied.2);
        assert_eq!((lying(&s3, "crm").len(), lying(&s3, "third").len()), (2, 2));

        std::fs::remove_file(&lying(&s3, "crm")[0]).expect("a file is lost");
        let (code, told, _) = cordee.run(&["doctor", "--json"]);
        assert!(code == 1 && told.contains("\"problem\": \"lost\""), "{told}");
    }
}

fn cordee_restores(cordee: &Cordee, archive: &Path) {
    let (code, _, said) = cordee.run(&["restore", text(archive)]);
    assert_eq!(code, 0, "{said}");
}

/// A server that goes when this is dropped.
struct Served(Child, u16);

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn serve(cordee: &Cordee) -> Served {
    let mut command = cordee.command(&["serve", "--json", "--listen", "127.0.0.1:0", "--no-jobs"]);
    let log = std::fs::File::create(cordee.folder().join("log")).expect("a file");
    let mut running = command.stdout(Stdio::piped()).stderr(log).spawn().expect("it runs");
    let mut line = String::new();
    BufReader::new(running.stdout.take().expect("output")).read_line(&mut line).expect("it listens");
    let told: serde_json::Value = serde_json::from_str(&line).expect("JSON");
    let port = told["listening"]
        .as_str()
        .and_then(|base| base.rsplit(':').next()?.trim_end_matches('/').parse().ok());
    Served(running, port.expect("a port"))
}

/// Status and body of a request for part of a file.
fn part(port: u16, token: &str, id: &str, range: &str) -> (u16, Vec<u8>) {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("a connection");
    write!(
        stream,
        "GET /api/v1/attachments/{id}/content HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\
         authorization: Bearer {token}\r\nrange: {range}\r\n\r\n"
    )
    .expect("asked");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("answered");
    let head = answer.windows(4).position(|window| window == b"\r\n\r\n").expect("a head");
    let status = std::str::from_utf8(&answer[9..12]).expect("text").parse().expect("a status");
    (status, answer[head + 4..].to_vec())
}

#[test]
fn while_the_store_is_away_records_go_on_and_files_say_so() {
    for database in databases() {
        let mut s3 = S3::plain();
        let cordee = placed(&s3, "crm", database.as_ref().map(Fresh::url));
        cordee.json(&["init", "--name", "Corda", "--currency", "USD"]);
        cordee.json(&["user", "add", "Ada", "ada@example.com", "--role", "administrator"]);
        let token = cordee.json(&["token", "make", "sync", "--user", "ada@example.com", "--write"]);
        let token = token["token"].as_str().expect("a token").to_owned();
        let account = cordee.json(&["create", "account", "name=Rope Works"])["id"].clone();
        let account = account.as_str().expect("an id").to_owned();
        let note = file(&cordee, "note.txt", b"0123456789");
        let added = cordee.json(&["attach", "account", &account, text(&note)]);
        let id = added["data"][0]["id"].as_str().expect("an id").to_owned();
        let server = serve(&cordee);
        assert_eq!(part(server.1, &token, &id, "bytes=4-6"), (206, b"456".to_vec()));

        s3.go_away();
        let (status, told) = part(server.1, &token, &id, "bytes=4-6");
        let told = String::from_utf8(told).expect("text");
        assert!(status == 503 && told.contains("files-away"), "{status} {told}");
        let (status, list) = ask(server.1, &token, "GET", "/api/v1/accounts", None).expect("answered");
        assert_eq!((status, list["data"][0]["name"].as_str()), (200, Some("Rope Works")));
        let change = Some(("a-key", "{\"name\":\"Sail Works\"}"));
        assert_eq!(ask(server.1, &token, "POST", "/api/v1/accounts", change).expect("answered").0, 201);
        assert_eq!(ask(server.1, &token, "GET", "/readyz", None).expect("answered").0, 200);
        let said = cordee.fails(5, &["attach", "account", &account, text(&note)]);
        assert!(said.contains("store of files"), "{said}");
        let said = cordee.fails(2, &["config", "check"]);
        assert!(said.contains("s3://records/crm") && said.contains("refused"), "{said}");

        s3.come_back();
        let patience = Instant::now() + Duration::from_secs(30);
        while part(server.1, &token, &id, "bytes=4-6").0 != 206 && Instant::now() < patience {
            std::thread::sleep(Duration::from_millis(200));
        }
        assert_eq!(part(server.1, &token, &id, "bytes=4-6"), (206, b"456".to_vec()));
        drop(server);
        let log = std::fs::read_to_string(cordee.folder().join("log")).expect("a log");
        assert!(log.contains("the store of files does not answer") && !log.contains(s3::SECRET), "{log}");
    }
}

#[test]
fn a_bucket_needs_a_key_and_a_store() {
    let s3 = S3::plain();
    let cordee = placed(&s3, "crm", None);
    let (code, _, said) = cordee.run(&["config", "check", "--s3-secret", "another"]);
    assert!(code == 2 && !said.contains("another"), "{said}");
    assert!(said.contains("SignatureDoesNotMatch") || said.contains("403"), "{said}");
    let said = cordee.fails(2, &["config", "check", "--s3-endpoint", "store.example"]);
    assert!(said.contains("https://"), "{said}");
    let bare = Cordee::empty();
    let said = bare.fails(2, &["config", "check", "--files", "s3://records"]);
    assert!(said.contains("--s3-key"), "{said}");
}
