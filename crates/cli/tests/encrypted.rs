//! PostgreSQL over TLS: a real server that speaks nothing else, with certificates of the hour.

mod cordee;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use cordee::Cordee;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};

/// A server that speaks TLS only; it goes when this is dropped.
struct Server {
    /// Where certificates lie: `ca.pem`, `other.pem`, `carded.pem`, `carded.key`.
    folder: tempfile::TempDir,
    address: String,
}

impl Server {
    /// One, where PostgreSQL is installed on this machine.
    fn start() -> Option<Server> {
        #[expect(clippy::disallowed_methods, reason = "tests are told where PostgreSQL is")]
        if std::env::var("CORDEE_TEST_POSTGRES").is_err() || !script(&["programs"]).status.success() {
            eprintln!(
                "SKIPPED: CORDEE_TEST_POSTGRES is not set, or PostgreSQL's programs are not on this machine"
            );
            return None;
        }
        let folder = tempfile::tempdir().expect("a folder");
        certify(folder.path());
        script(&["encrypted-stop"]);
        let started = script(&["encrypted", text(folder.path())]);
        assert!(started.status.success(), "{}", String::from_utf8_lossy(&started.stderr));
        let address = String::from_utf8(started.stdout).expect("UTF-8").trim().to_owned();
        Some(Server { folder, address })
    }

    /// The address with more said of TLS.
    fn with(&self, query: &str) -> String {
        format!("{}?{query}", self.address)
    }

    /// Lets somebody in who shows a certificate.
    fn admit(&self, name: &str) {
        let programs = String::from_utf8(script(&["programs"]).stdout).expect("UTF-8");
        let psql = Path::new(programs.trim()).join("psql");
        let role = format!("create role {name} login superuser");
        let done = Command::new(psql).args([&self.address, "--command", &role]).output().expect("psql runs");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }

    fn file(&self, name: &str) -> String {
        text(&self.folder.path().join(name)).to_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        script(&["encrypted-stop"]);
    }
}

fn script(arguments: &[&str]) -> std::process::Output {
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../bin/postgres");
    Command::new(script).args(arguments).output().expect("bin/postgres runs")
}

fn text(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

/// An authority with a server's certificate and a client's, and another authority that has nothing to do with it.
fn certify(folder: &Path) {
    let authority = |name: &str| {
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.distinguished_name.push(DnType::CommonName, name);
        CertifiedIssuer::self_signed(params, KeyPair::generate().expect("a key")).expect("an authority")
    };
    let (ours, other) = (authority("Corda"), authority("Somebody else"));
    let write = |name: &str, text: String| fs::write(folder.join(name), text).expect("written");
    write("ca.pem", ours.pem());
    write("root.crt", ours.pem());
    write("other.pem", other.pem());
    let mut card = CertificateParams::default();
    card.distinguished_name.push(DnType::CommonName, "carded");
    let server = CertificateParams::new(["127.0.0.1".to_owned()]).expect("a name");
    for (params, certificate, key) in
        [(card, "carded.pem", "carded.key"), (server, "server.crt", "server.key")]
    {
        let pair = KeyPair::generate().expect("a key");
        write(certificate, params.signed_by(&pair, &ours).expect("signed").pem());
        write(key, pair.serialize_pem());
    }
}

#[test]
fn the_way_to_the_database_is_encrypted_as_far_as_the_address_asks() {
    let Some(server) = Server::start() else { return };
    let (ca, other) = (server.file("ca.pem"), server.file("other.pem"));
    let cordee = Cordee::empty();
    let full = server.with(&format!("sslmode=verify-full&sslrootcert={ca}"));
    cordee.json(&["init", "--name", "Corda", "--currency", "USD", "--database", &full]);
    cordee.json(&["create", "account", "name=Rope Works", "--database", &full]);
    let elsewhere = server.address.replace("127.0.0.1", "localhost");
    let reached = [
        server.address.clone(),
        server.with("sslmode=prefer"),
        server.with("sslmode=require"),
        server.with(&format!("sslmode=verify-ca&sslrootcert={ca}")),
        format!("{elsewhere}?sslmode=verify-ca&sslrootcert={ca}"),
        format!("{elsewhere}?sslmode=require"),
    ];
    for url in reached {
        let listed = cordee.json(&["list", "account", "--database", &url]);
        assert!(listed.to_string().contains("Rope Works"), "{url}: {listed}");
    }
    server.admit("carded");
    let carded = server.address.split_once('@').expect("a login").1;
    let carded = format!("postgres://carded@{carded}?sslmode=verify-full&sslrootcert={ca}");
    let card = format!("{carded}&sslcert={}&sslkey={}", server.file("carded.pem"), server.file("carded.key"));
    assert!(cordee.json(&["list", "account", "--database", &card]).to_string().contains("Rope Works"));
    let refused = [
        (carded, "certificate"),
        (server.with("sslmode=disable"), "no encryption"),
        (server.with("sslmode=verify-full"), "sslrootcert="),
        (server.with(&format!("sslmode=verify-full&sslrootcert={other}")), "sslrootcert="),
        (server.with(&format!("sslmode=require&sslrootcert={other}")), "sslrootcert="),
        (format!("{elsewhere}?sslmode=verify-full&sslrootcert={ca}"), "localhost"),
        (server.with("sslmode=verify-full&sslrootcert=/nowhere/ca.pem"), "/nowhere/ca.pem"),
        (server.with("sslmode=allow"), "verify-full"),
    ];
    for (url, word) in refused {
        let said = cordee.fails(2, &["list", "account", "--database", &url]);
        assert!(said.contains(word), "{url}: {said}");
    }
}

#[test]
fn a_server_without_tls_is_told_where_it_is_asked_for() {
    let Some(plain) = cordee::Fresh::postgres() else { return };
    let cordee = Cordee::empty();
    let said = cordee.fails(2, &["init", "--database", &format!("{}?sslmode=require", plain.url())]);
    assert!(said.contains("ssl = on") && said.contains("sslmode=disable"), "{said}");
    let said = cordee
        .fails(2, &["init", "--language", "ru", "--database", &format!("{}?sslmode=require", plain.url())]);
    assert!(said.contains("не поддерживает TLS"), "{said}");
}
