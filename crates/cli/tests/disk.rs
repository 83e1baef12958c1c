//! R3: a full disk harms nothing. Reads go on, writes are refused in words, and once there is room all goes on by itself.
//!
//! The disk is one of 48 MB in memory, which a name space of its own may mount; where the system allows none, it is
//! said that this was skipped.

mod cordee;

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdout, Command, Stdio};

use cordee::{Cordee, ask};

/// How often something is tried that need not come at once: the database has some room of its own left.
const MOST_TRIES: usize = 2_000;

/// A shell that sees the small disk.
struct Shell {
    running: Child,
    answers: BufReader<ChildStdout>,
}

impl Shell {
    /// Mounts the disk in place of the data folder; none where that is not allowed.
    fn on_a_small_disk(cordee: &Cordee) -> Option<Shell> {
        let shell = "mkdir -p \"$CORDEE_DATA\" && mount -t tmpfs -o size=48m,mode=700 tmpfs \"$CORDEE_DATA\" && echo ready \
                     && while read -r line; do eval \"$line\"; echo; done";
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-root-user", "--mount", "sh", "-c", shell]);
        command.env("CORDEE_DATA", cordee.folder()).env("CORDEE", env!("CARGO_BIN_EXE_cordee"));
        let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut running = pipes.spawn().ok()?;
        let answers = BufReader::new(running.stdout.take()?);
        let mut shell = Shell { running, answers };
        (shell.line() == "ready").then_some(shell)
    }

    /// What a command says in one line.
    fn run(&mut self, command: &str) -> String {
        let pipe = self.running.stdin.as_mut().expect("a pipe");
        writeln!(pipe, "{command}").expect("the shell listens");
        let mut said = String::new();
        loop {
            let line = self.line();
            if line.is_empty() {
                return said;
            }
            said.push_str(&line);
        }
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.answers.read_line(&mut line).expect("an answer");
        line.trim_end().to_owned()
    }
}

impl Drop for Shell {
    fn drop(&mut self) {
        // What it has begun ends with it.
        let _ = self.running.stdin.as_mut().map(|pipe| writeln!(pipe, "kill $SERVER; exit"));
        let _ = self.running.wait();
    }
}

#[test]
fn a_full_disk_is_survived() {
    let cordee = Cordee::empty();
    let Some(mut shell) = Shell::on_a_small_disk(&cordee) else {
        eprintln!("SKIPPED: no name space of its own for a small disk");
        return;
    };
    let json = |said: String| serde_json::from_str::<serde_json::Value>(&said).expect(&said);
    json(shell.run("$CORDEE init --name Corda --currency EUR --json"));
    json(shell.run("$CORDEE user add Ada ada@example.com --role administrator --json"));
    let token =
        json(shell.run("$CORDEE token make sync --user ada@example.com --write --json"))["token"].clone();
    let token = token.as_str().expect("a token").to_owned();
    let told = json(shell.run(
        "mkfifo $CORDEE_DATA/said; \
         $CORDEE serve --json --no-jobs --disk-floor 8 --listen 127.0.0.1:0 >$CORDEE_DATA/said 2>/dev/null & \
         SERVER=$!; exec 3<$CORDEE_DATA/said; read -r said <&3; echo \"$said\"",
    ));
    let port =
        told["listening"].as_str().and_then(|base| base.rsplit(':').next()?.parse().ok()).expect("a port");
    let write = |number: usize| {
        let body = format!("{{\"name\":\"Account {number} {}\"}}", "x".repeat(200));
        ask(port, &token, "POST", "/api/v1/accounts", Some((&format!("request {number}"), &body)))
            .expect("an answer")
    };
    let read = || ask(port, &token, "GET", "/api/v1/accounts?limit=1&count=exact", None).expect("an answer");
    let ready = || ask(port, &token, "GET", "/readyz", None).expect("an answer");
    assert_eq!(write(0).0, 201);
    assert_eq!(ready().0, 200);

    shell.run("dd if=/dev/zero of=$CORDEE_DATA/filling bs=64k 2>/dev/null");
    let mut written = 1;
    let refused = (1..MOST_TRIES).find_map(|number| match write(number) {
        (201, _) => {
            written += 1;
            None
        }
        other => Some(other),
    });
    let (status, problem) = refused.expect("the disk is full some time");
    assert_eq!((status, problem["type"].as_str()), (507, Some("/problems/full")), "{problem}");
    let (status, listed) = read();
    assert_eq!((status, listed["count"].as_u64()), (200, Some(written)), "{listed}");
    let (status, components) = ready();
    assert_eq!((status, components["components"]["disk"]["status"].as_str()), (503, Some("full")));

    shell.run("rm $CORDEE_DATA/filling");
    let (status, components) = ready();
    assert_eq!((status, components["components"]["disk"]["status"].as_str()), (200, Some("ok")));
    assert_eq!(write(MOST_TRIES).0, 201);
    assert_eq!(read().1["count"].as_u64(), Some(written + 1));
}
