//! R5: what is sent again under its key is done once, although the server is killed in the middle.
//!
//! 300 requests, each sent three times at once; with CORDEE_LONG=1 10,000.

mod cordee;

use std::collections::HashSet;
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use cordee::{Cordee, Fresh, ask};
use serde_json::Value as Json;

/// How many requests are under way at once; each is sent three times.
const AT_ONCE: usize = 4;
/// How often a request is sent in the hope of an answer.
const MOST_TRIES: usize = 2_000;

#[test]
fn what_is_sent_three_times_is_done_once_through_every_kill_on_sqlite() {
    retried(None);
}

#[test]
fn what_is_sent_three_times_is_done_once_through_every_kill_on_postgres() {
    if let Some(fresh) = Fresh::postgres() {
        retried(Some(fresh.url()));
    }
}

fn retried(database: Option<&str>) {
    let cordee = Cordee::empty();
    let on = |arguments: &[&str]| -> Vec<String> {
        let place = database.map(|url| vec!["--database", url]).unwrap_or_default();
        arguments.iter().copied().chain(place).map(str::to_owned).collect()
    };
    let json = |arguments: &[&str]| {
        let arguments = on(arguments);
        cordee.json(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
    };
    json(&["init", "--name", "Corda", "--currency", "EUR"]);
    json(&["user", "add", "Ada", "ada@example.com", "--role", "administrator"]);
    let token = json(&["token", "make", "sync", "--user", "ada@example.com", "--write"])["token"].clone();
    let token = token.as_str().expect("a token").to_owned();
    let requests = if long() { 10_000 } else { 300 };
    let (mut server, port) = serve(&cordee, &on, 0);
    let (next, done) = (AtomicUsize::new(0), AtomicBool::new(false));
    let answered = Mutex::new(HashSet::new());
    let kills = std::thread::scope(|scope| {
        let clients: Vec<_> = (0..AT_ONCE)
            .map(|_| {
                scope.spawn(|| {
                    loop {
                        let number = next.fetch_add(1, Ordering::Relaxed);
                        if number >= requests {
                            return;
                        }
                        let id = sent_three_times(port, &token, number);
                        assert!(answered.lock().expect("sound").insert(id), "{number} shares its record");
                    }
                })
            })
            .collect();
        let killer = scope.spawn(|| {
            let mut kills = 0;
            while !done.load(Ordering::Relaxed) {
                std::thread::sleep(Duration::from_millis(400));
                // On Unix this is SIGKILL: nothing can be tidied up.
                server.kill().expect("killed");
                server.wait().expect("gone");
                (server, _) = serve(&cordee, &on, port);
                kills += 1;
            }
            kills
        });
        // Whatever becomes of the clients, the server is not killed any further.
        let ended: Vec<_> = clients.into_iter().map(std::thread::ScopedJoinHandle::join).collect();
        done.store(true, Ordering::Relaxed);
        ended.into_iter().for_each(|end| end.expect("all were answered"));
        killer.join().expect("the server begins again")
    });
    assert!(kills >= 1, "it was killed in the middle");
    let asked = (0..MOST_TRIES).find_map(|_| {
        let answer = ask(port, &token, "GET", "/api/v1/accounts?count=exact&limit=1", None);
        // It has just begun.
        if answer.is_none() {
            std::thread::sleep(Duration::from_millis(20));
        }
        answer
    });
    let (status, body) = asked.expect("an answer");
    assert_eq!((status, body["count"].as_u64()), (200, Some(requests as u64)), "{body}");
    server.kill().expect("killed");
    server.wait().expect("gone");
    assert_eq!(json(&["audit", "verify"])["broken_at"], Json::Null);
}

/// Sends one request three times at once until each is answered; gives the id of the one record that all tell of.
fn sent_three_times(port: u16, token: &str, number: usize) -> String {
    let body = format!("{{\"name\":\"Account {number}\"}}");
    let send = || {
        for _ in 0..MOST_TRIES {
            match ask(port, token, "POST", "/api/v1/accounts", Some((&format!("request {number}"), &body))) {
                Some((201, told)) => return told["id"].as_str().map(str::to_owned),
                // The first is under way, or the server has just begun: it is worth trying again.
                Some((409 | 503, _)) | None => std::thread::sleep(Duration::from_millis(20)),
                Some((status, told)) => assert_eq!(status, 201, "{number}: {told}"),
            }
        }
        None
    };
    let ids: HashSet<String> = std::thread::scope(|scope| {
        let three = [(); 3].map(|()| scope.spawn(send));
        three.into_iter().map(|one| one.join().expect("no fault").expect("answered")).collect()
    });
    assert_eq!(ids.len(), 1, "{number} was done once");
    ids.into_iter().next().expect("one")
}

fn serve(cordee: &Cordee, on: &dyn Fn(&[&str]) -> Vec<String>, port: u16) -> (Child, u16) {
    let listen = format!("127.0.0.1:{port}");
    let arguments = on(&["serve", "--listen", &listen, "--no-jobs"]);
    let mut command = cordee.command(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    let mut running = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it starts");
    let mut told = BufReader::new(running.stdout.take().expect("a pipe"));
    let mut line = String::new();
    told.read_line(&mut line).expect("it says where it listens");
    // It goes on telling: the pipe has to stay.
    running.stdout = Some(told.into_inner());
    let port = line.trim().rsplit(':').next().and_then(|port| port.parse().ok());
    (running, port.expect("it listens"))
}

fn long() -> bool {
    std::env::var_os("CORDEE_LONG").is_some()
}
