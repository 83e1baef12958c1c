//! Runs the built binary over a data folder of its own.
#![allow(dead_code, unused_imports, reason = "each file of stories uses some of it")]

#[path = "../../../../tests/databases/mod.rs"]
mod databases;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

pub use databases::Fresh;
use serde_json::Value as Json;

/// The binary with its data folder, which goes when this is dropped.
pub struct Cordee {
    home: tempfile::TempDir,
}

impl Cordee {
    /// With no data yet.
    pub fn empty() -> Cordee {
        Cordee { home: tempfile::tempdir().expect("a folder") }
    }

    /// With a workspace.
    pub fn founded() -> Cordee {
        let cordee = Cordee::empty();
        cordee.json(&["init", "--name", "Corda", "--currency", "USD"]);
        cordee
    }

    /// The data folder.
    pub fn folder(&self) -> PathBuf {
        self.home.path().join("data")
    }

    /// The command, not run yet.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cordee"));
        let ours = std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("CORDEE_"));
        ours.for_each(|(name, _)| {
            command.env_remove(name);
        });
        command.env("CORDEE_DATA", self.folder()).args(arguments).current_dir(self.home.path());
        command
    }

    /// Runs it: the exit code, the answer, and what went to standard error.
    pub fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        self.run_with(arguments, "")
    }

    /// Runs it with something on standard input.
    pub fn run_with(&self, arguments: &[&str], input: &str) -> (i32, String, String) {
        let mut command = self.command(arguments);
        let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut running = pipes.spawn().expect("it starts");
        // It may well end without reading what it is given.
        let _ = running.stdin.take().expect("a pipe").write_all(input.as_bytes());
        let done = running.wait_with_output().expect("it ends");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        (done.status.code().unwrap_or(-1), text(done.stdout), text(done.stderr))
    }

    /// The answer for programs, of a command that must succeed.
    pub fn json(&self, arguments: &[&str]) -> serde_json::Value {
        let (code, answer, said) = self.run(&[arguments, &["--json"]].concat());
        assert_eq!(code, 0, "{arguments:?}: {said}");
        serde_json::from_str(&answer).expect("the answer is JSON")
    }

    /// What a command says that must fail with this code.
    pub fn fails(&self, code: i32, arguments: &[&str]) -> String {
        let (ended, answer, said) = self.run(arguments);
        assert_eq!(ended, code, "{arguments:?}: {answer}{said}");
        said
    }

    /// Serves, waits for its first line, tells it to stop; gives that line and the exit code.
    pub fn serve(&self, arguments: &[&str]) -> (String, Option<i32>) {
        let mut command = self.command(&["serve"]);
        let pipes = command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut running = pipes.spawn().expect("it starts");
        let mut line = String::new();
        let read = BufReader::new(running.stdout.take().expect("a pipe")).read_line(&mut line);
        read.expect("it says where it listens");
        let stopped = Command::new("kill").arg(running.id().to_string()).status().expect("kill is there");
        assert!(stopped.success());
        (line, running.wait().expect("it ends").code())
    }
}

/// Asks on a connection of its own, a write under a key and with a body; none if it broke before the whole answer came.
pub fn ask(
    port: u16,
    token: &str,
    method: &str,
    path: &str,
    keyed: Option<(&str, &str)>,
) -> Option<(u16, Json)> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(20))).ok()?;
    let mut head = format!(
        "{method} {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\nauthorization: Bearer {token}\r\n"
    );
    let body = keyed.map_or("", |(_, body)| body);
    if let Some((key, body)) = keyed {
        let length = body.len();
        head.push_str(&format!(
            "idempotency-key: {key}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n"
        ));
    }
    stream.write_all(format!("{head}\r\n{body}").as_bytes()).ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let status = head.get(9..12)?.parse().ok()?;
    Some((status, serde_json::from_str(body).ok()?))
}
