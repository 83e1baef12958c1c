//! A company on a fresh database of each kind that is at hand, and a client that talks to it as a browser would.

#[path = "../../../../tests/databases/mod.rs"]
mod databases;

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Request, StatusCode};
use cordee_base::{Currency, FixedClock, Id, Moment, OsChance, SeededChance};
use cordee_http::{App, Backup, Finding, Keeper, Options, Standing, router};
use cordee_records::sign_in::Password;
use cordee_records::system::{role, user};
use cordee_records::{Actor, Door, FileLimits, Files, Founding, JournalKey, MEGABYTE, Records, open_store};
use cordee_schema::{Catalog, Draft, Object};
use cordee_store::{Session, Store};
use databases::Fresh;
use http_body_util::BodyExt;
use serde_json::{Value as Json, json};
use tower::ServiceExt;

/// The password of everybody who has one.
const PASSWORD: &str = "a staple of horses";

/// How much may be kept: little, so that a test reaches it.
pub const LIMITS: FileLimits =
    FileLimits { one: 5 * MEGABYTE, person: Some(12 * MEGABYTE), workspace: Some(20 * MEGABYTE) };

/// A company on a fresh database.
pub struct World {
    pub records: Records,
    workspace: Id,
    pub clock: Arc<FixedClock>,
    pub admin: Actor,
    router: Router,
    runtime: tokio::runtime::Runtime,
    pub files: tempfile::TempDir,
    _fresh: Fresh,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Bytes,
}

/// Somebody who asks: with a token, or a cookie, or nothing.
#[derive(Clone, Debug, Default)]
pub struct Client {
    pub headers: Vec<(String, String)>,
}

/// A page that listens, for as long as it is kept.
pub struct Listening<'w> {
    world: &'w World,
    body: Body,
    text: String,
}

impl Listening<'_> {
    /// The next event of this name: its number, if it has one, and its data. Others are passed over; none, once it ended.
    pub fn next(&mut self, name: &str) -> Option<(String, Json)> {
        loop {
            while let Some((event, rest)) = self.text.split_once("\n\n") {
                let line = |name: &str| {
                    let found = event.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
                    found.unwrap_or("").to_owned()
                };
                let told = (line("event") == name).then(|| (line("id"), line("data")));
                self.text = rest.to_owned();
                if let Some((id, data)) = told {
                    return Some((id, serde_json::from_str(&data).expect("JSON")));
                }
            }
            let piece = self.world.runtime.block_on(async {
                let piece = tokio::time::timeout(std::time::Duration::from_secs(30), self.body.frame());
                piece.await.expect("told in time")
            })?;
            let bytes = piece.expect("whole").into_data().expect("data");
            self.text.push_str(std::str::from_utf8(&bytes).expect("text"));
        }
    }

    /// The records that the next change is of, and whether each is gone.
    pub fn changes(&mut self) -> Vec<(String, String, bool)> {
        let (_, told) = self.next("changes").expect("it goes on");
        let text = |one: &Json, name: &str| one[name].as_str().expect(name).to_owned();
        let all = told["changes"].as_array().expect("a list");
        all.iter().map(|one| (text(one, "verb"), text(one, "id"), one["gone"] == true)).collect()
    }
}

/// Tells the story on SQLite, and on PostgreSQL where `CORDEE_TEST_POSTGRES` names a server.
pub fn on_each(story: impl Fn(&World)) {
    on_each_with(&[], story);
}

/// The same, with more objects than the product declares.
pub fn on_each_with(more: &[&'static Object], story: impl Fn(&World)) {
    for fresh in Fresh::each_in_turn() {
        story(&World::on(fresh, Options::default(), more));
    }
}

impl World {
    /// A world on SQLite, for what has nothing to do with the database.
    pub fn small(options: Options) -> World {
        World::on(Fresh::sqlite(), options, &[])
    }

    fn on(fresh: Fresh, options: Options, more: &[&'static Object]) -> World {
        let clock = Arc::new(FixedClock::at("2026-03-02T09:00:00Z".parse::<Moment>().expect("a moment")));
        let (store, _) = open_store(&fresh.database, 2, &*clock, true).expect("a database");
        let mut registry = cordee_features::registry();
        let declared: Vec<&'static Object> = registry.catalog.objects().chain(more.iter().copied()).collect();
        registry.catalog = Catalog::of(declared);
        for statement in more.iter().flat_map(|object| ddl(&store, object)) {
            store.write_now(move |session: &mut dyn Session| Ok(session.run(&statement)?)).expect("a table");
        }
        let registry = Arc::new(registry);
        let records = Records::open(cordee_records::Options {
            store,
            catalog: registry.catalog.clone(),
            hooks: registry.hooks.clone(),
            key: JournalKey([7; 32]),
            clock: clock.clone(),
            ids: Box::new(SeededChance::new(1)),
            secrets: Box::new(OsChance),
        });
        let files = tempfile::tempdir().expect("a folder");
        let records = records.keeping(Files::in_folder(files.path(), LIMITS));
        let workspace = found(&records, registry.furnish, "Northwind");
        let admin = administrator(&records, workspace, "ada@northwind.example");
        let app = App::new(records.clone(), registry, options).expect("sound options");
        app.kept_by(Arc::new(Attic { records: records.clone(), folder: files.path().join("backups") }));
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        World { records, workspace, clock, admin, router: router(app), runtime, files, _fresh: fresh }
    }

    /// Another company in the same database, with its administrator.
    pub fn another_company(&self) -> Actor {
        let workspace = found(&self.records, cordee_features::registry().furnish, "Elsewhere");
        administrator(&self.records, workspace, "eve@elsewhere.example")
    }

    /// A company that nobody can sign in to yet, and the secret of the link by which the first administrator is made.
    pub fn first_link(&self) -> String {
        let workspace = found(&self.records, cordee_features::registry().furnish, "Brand new");
        self.records.first_link(workspace).expect("asked").expect("a link")
    }

    /// How many entries the journal has, all of them sound.
    pub fn journal(&self, actor: &Actor) -> i64 {
        let system = Actor::system(actor.workspace, "a test");
        let verdict = self.records.read_now(&system, |gate| gate.verify_journal()).expect("a verdict");
        assert_eq!(verdict.broken_at, None);
        verdict.checked
    }

    /// A program that acts for `actor`.
    pub fn token(&self, actor: &Actor, scopes: &'static str) -> Client {
        let me = actor.user_id().expect("a person");
        let made = move |gate: &mut cordee_records::Gate<'_>| gate.make_token(me, "a test", scopes, None);
        let secret = self.records.write_now(actor, made).expect("a token");
        Client::default().with("authorization", &format!("Bearer {secret}"))
    }

    /// A program that acts for the administrator.
    pub fn program(&self) -> Client {
        self.token(&self.admin, "read_write")
    }

    /// A browser in which `actor` has signed in.
    pub fn browser(&self, actor: &Actor) -> Client {
        let user = actor.user_id().expect("a person");
        let opened = self.records.open_session(actor.workspace, user, "127.0.0.1", "a test");
        let secret = self.runtime.block_on(opened).expect("a session").secret;
        Client::default().with("cookie", &format!("cordee={secret}")).with("sec-fetch-site", "same-origin")
    }

    /// A person with the role made from the default with this key, who works in no team.
    pub fn person(&self, name: &'static str, role_key: &'static str) -> Actor {
        let system = Actor::system(self.workspace, "a test");
        let id = self.records.write_now(&system, move |gate| {
            let role = gate.with_key(role_key)?.expect("a default role");
            gate.create(Draft::new(&user::USER).with(user::NAME, name.to_owned()).with(user::ROLE, role))
        });
        Actor::user(self.workspace, id.expect("a person"), Door::Page)
    }

    /// A person with a role of these grants, as JSON.
    pub fn person_who_may(&self, name: &'static str, grants: &'static str) -> Actor {
        let system = Actor::system(self.workspace, "a test");
        let id = self.records.write_now(&system, move |gate| {
            let made = Draft::new(&role::ROLE)
                .with(role::NAME, format!("Role of {name}"))
                .with(role::GRANTS, grants.to_owned());
            let role = gate.create(made)?;
            gate.create(Draft::new(&user::USER).with(user::NAME, name.to_owned()).with(user::ROLE, role))
        });
        Actor::user(self.workspace, id.expect("a person"), Door::Page)
    }

    /// Waits for what is done over sockets.
    pub fn wait(&self, work: impl Future<Output = ()>) {
        self.runtime.block_on(work);
    }

    /// Sends a request and waits for the answer.
    pub fn send(&self, request: Request<Body>) -> Answer {
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.expect("an answer");
            let (parts, body) = response.into_parts();
            let bytes = axum::body::to_bytes(body, 64 << 20).await.expect("a body");
            Answer { status: parts.status, headers: parts.headers, bytes }
        })
    }

    /// An open page that listens to what happens.
    pub fn listen(&self, client: &Client, path: &str) -> Listening<'_> {
        let request = client.request(Method::GET, path, None);
        let response = self.runtime.block_on(self.router.clone().oneshot(request)).expect("an answer");
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Listening { world: self, body: response.into_body(), text: String::new() }
    }

    pub fn get(&self, client: &Client, path: &str) -> Answer {
        self.send(client.request(Method::GET, path, None))
    }

    pub fn post(&self, client: &Client, path: &str, body: Json) -> Answer {
        self.send(client.request(Method::POST, path, Some(body)))
    }

    pub fn patch(&self, client: &Client, path: &str, version: &str, body: Json) -> Answer {
        self.send(client.clone().with("if-match", version).request(Method::PATCH, path, Some(body)))
    }

    pub fn delete(&self, client: &Client, path: &str, version: &str) -> Answer {
        self.send(client.clone().with("if-match", version).request(Method::DELETE, path, None))
    }

    /// Creates a record over the API; gives its id.
    pub fn create(&self, client: &Client, objects: &str, body: Json) -> String {
        let answer = self.post(client, &format!("/api/v1/{objects}"), body);
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
        answer.json()["id"].as_str().expect("an id").to_owned()
    }

    /// The id of the stage of this kind.
    pub fn stage(&self, client: &Client, kind: &str) -> Json {
        let stages = self.get(client, &format!("/api/v1/stages?filter=kind={kind}&limit=1")).json();
        let stage = &stages["data"][0];
        json!({"stage": stage["id"], "pipeline": stage["pipeline"]})
    }
}

/// Whether the long forms of tests are wanted.
pub fn long() -> bool {
    std::env::var_os("CORDEE_LONG").is_some()
}

/// What a migration would say of a new object.
fn ddl(store: &Store, object: &'static Object) -> Vec<String> {
    let tables = cordee_store::table::of(object);
    let each = |table: &cordee_store::table::Table| {
        let indexes = table.indexes.iter().map(|index| index.create(&table.name, store.dialect()));
        std::iter::once(table.create(store.dialect())).chain(indexes).collect::<Vec<String>>()
    };
    tables.iter().flat_map(each).collect()
}

fn found(
    records: &Records,
    furnish: fn(&mut cordee_records::Gate<'_>) -> cordee_base::Outcome<()>,
    name: &str,
) -> Id {
    let founding = Founding {
        name: name.to_owned(),
        currency: Currency::EUR,
        zone: "Europe/Paris".to_owned(),
        language: "en".to_owned(),
    };
    records.found(&founding, furnish).expect("a workspace")
}

fn administrator(records: &Records, workspace: Id, email: &'static str) -> Actor {
    let system = Actor::system(workspace, "a test");
    let password = Password::chosen(PASSWORD).expect("good");
    let id = records.write_now(&system, move |gate| gate.add_administrator("Ada", email, &password));
    Actor::user(workspace, id.expect("an administrator"), Door::Page)
}

impl Client {
    pub fn with(mut self, name: &str, value: &str) -> Client {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn request(&self, method: Method, path: &str, body: Option<Json>) -> Request<Body> {
        let mut request = Request::builder().method(method).uri(encoded(path));
        let headers = request.headers_mut().expect("a sound URI");
        for (name, value) in &self.headers {
            let name: HeaderName = name.parse().expect("a name");
            headers.append(name, HeaderValue::from_str(value).expect("a value"));
        }
        match body {
            None => request.body(Body::empty()),
            Some(body) => {
                headers.insert("content-type", HeaderValue::from_static("application/json"));
                request.body(Body::from(body.to_string()))
            }
        }
        .expect("a request")
    }
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn json(&self) -> Json {
        serde_json::from_slice(&self.bytes).expect("JSON")
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("text"))
    }

    /// The answer is a problem document with this status and these codes of errors, in order.
    pub fn refuses(&self, status: u16, errors: &[(&str, &str)]) -> Json {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        assert_eq!(self.header("content-type"), "application/problem+json");
        let body = self.json();
        assert_eq!(body["status"], status);
        assert_eq!(body["request_id"], self.header("x-request-id"));
        let told: Vec<(String, String)> = body["errors"]
            .as_array()
            .expect("errors")
            .iter()
            .map(|e| {
                let text = |name: &str| e[name].as_str().unwrap_or("").to_owned();
                assert!(text("message").len() > 5, "{e}");
                (text("field"), text("code"))
            })
            .collect();
        let told: Vec<(&str, &str)> = told.iter().map(|(f, c)| (f.as_str(), c.as_str())).collect();
        assert_eq!(told, errors, "{body}");
        body
    }
}

/// An address as a browser sends it: what may not stand in one is written in percents.
fn encoded(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/?&=%:,+*;()'".contains(&byte);
    path.bytes()
        .map(|byte| if plain(byte) { (byte as char).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// Looks after the server of a story: puts backups into a folder.
struct Attic {
    records: Records,
    folder: std::path::PathBuf,
}

impl Keeper for Attic {
    fn version(&self) -> String {
        "1.2.3".to_owned()
    }

    fn database(&self) -> String {
        "test.db".to_owned()
    }

    fn look(&self, _: cordee_i18n::Language) -> cordee_base::Outcome<Vec<Finding>> {
        let found = |standing, said: &str, advice: Option<&str>| Finding {
            standing,
            said: said.to_owned(),
            advice: advice.map(str::to_owned),
        };
        Ok(vec![
            found(Standing::Sound, "The journal is sound", None),
            found(Standing::Warning, "Little room is left", Some("Make room")),
        ])
    }

    fn back_up(&self) -> cordee_base::Outcome<()> {
        std::fs::create_dir_all(&self.folder).expect("a folder");
        let file = self.folder.join("cordee-20260302.tar.gz");
        self.records.back_up(&file, false, "1.2.3", |_| {})?;
        cordee_records::check_archive(&file).map(|_| ())
    }

    fn backups(&self) -> Vec<Backup> {
        let there = std::fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let backup = |entry: std::fs::DirEntry| Backup {
            name: entry.file_name().to_string_lossy().into_owned(),
            path: entry.path(),
            at: Moment::from_micros(0),
            bytes: entry.metadata().expect("a file").len(),
        };
        there.map(backup).filter(|one| one.name.ends_with(".tar.gz")).collect()
    }
}
