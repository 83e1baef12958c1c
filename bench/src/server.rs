//! The server that is measured: the `cordee` beside this program, started on the filled data as people start it.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use cordee_records::Database;
use serde_json::Value;

use crate::measure::Process;
use crate::wire::{Request, Wire};
use crate::world::KEY;

/// A running server; it is stopped when this is dropped.
pub struct Server {
    child: Child,
    /// The way to it.
    pub wire: Wire,
    /// How long it took until it was ready.
    pub started: Duration,
    /// What it had in memory when nobody had asked it anything yet.
    pub at_rest: u64,
}

impl Server {
    /// Starts it and waits until it is ready.
    pub fn start(folder: &Path, database: &Database) -> Result<Server, String> {
        let own = std::env::current_exe().map_err(|error| format!("where am I: {error}"))?;
        let program = own.with_file_name("cordee");
        let database = match database {
            Database::Sqlite(path) => format!("sqlite://{}", path.display()),
            Database::Postgres(url) => url.clone(),
        };
        let key: String = KEY.iter().map(|byte| format!("{byte:02x}")).collect();
        let mut command = Command::new(&program);
        command.args(["serve", "--json", "--listen", "127.0.0.1:0", "--database", &database, "--data"]);
        command
            .arg(folder)
            .env("CORDEE_JOURNAL_KEY", key)
            .env("CORDEE_RATE_LIMIT", "0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let began = Instant::now();
        let mut child = command.spawn().map_err(|error| format!("{}: {error}", program.display()))?;
        let address = child.stdout.take().ok_or("no output".to_owned()).and_then(announced);
        let mut server = match address {
            Ok(address) => Server { child, wire: Wire::to(address), started: Duration::ZERO, at_rest: 0 },
            Err(what) => {
                let _ = child.kill();
                return Err(format!("the server: {what}"));
            }
        };
        server.wire.ask(&Request::get("/readyz", "Accept: */*"))?;
        server.started = began.elapsed();
        std::thread::sleep(Duration::from_secs(1));
        server.at_rest = server.process().memory()?.0;
        Ok(server)
    }

    /// The server's process.
    pub fn process(&self) -> Process {
        Process(self.child.id())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The address in the line by which the server says that it listens.
fn announced(output: impl std::io::Read) -> Result<SocketAddr, String> {
    let mut line = String::new();
    BufReader::new(output).read_line(&mut line).map_err(|error| error.to_string())?;
    let json: Value = serde_json::from_str(&line).map_err(|_| format!("it said {line:?}"))?;
    let base = json["listening"].as_str().and_then(|base| base.strip_prefix("http://"));
    base.and_then(|base| base.parse().ok()).ok_or_else(|| format!("it said {line:?}"))
}
