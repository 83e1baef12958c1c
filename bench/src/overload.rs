//! Four times as many requests as the server can answer: those it takes must stay quick, the others be turned away in
//! words, and whoever asks for its health be answered.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{scope, sleep};
use std::time::{Duration, Instant};

use crate::measure::{Span, measure};
use crate::server::Server;
use crate::wire::{Answer, Request};

/// How many ask at once while the server is just busy.
const BUSY: usize = 16;
/// How many times as much is asked of it afterwards.
const TIMES: f64 = 4.0;
/// From so many connections: more than may wait for the database at once, and few enough for this machine to look after.
const CLIENTS: usize = 256;

/// What became of requests that were too many.
pub struct Overload {
    /// Of those that kept the server just busy, all but one in a hundred took at most this long.
    pub normal: Duration,
    /// The same of those that were answered while there were too many.
    pub answered: Duration,
    /// How many were answered a second, and how many turned away.
    pub per_second: (f64, f64),
    /// The longest that a question for its health took.
    pub health: Duration,
    /// How much memory it took more.
    pub grown: u64,
}

/// Asks for `request` first as often as the server can answer, then four times as often.
pub fn overload(server: &Server, request: &Request, span: Span) -> Result<Overload, String> {
    let ask = |_| server.wire.ask(request).map(|_| ());
    let normal = measure(BUSY, span, server.process(), ask)?;
    let before = server.process().memory()?.0;
    let (took, away, over) = (Mutex::new(Vec::new()), Mutex::new(0_usize), AtomicBool::new(false));
    let pace = Duration::from_secs_f64(CLIENTS as f64 / (normal.per_second * TIMES));
    let began = Instant::now();
    let client = |place: usize| -> Result<(), String> {
        let mut connection = server.wire.open()?;
        let mut due = began + pace.mul_f64(place as f64 / CLIENTS as f64);
        while began.elapsed() < span.time {
            sleep(due.saturating_duration_since(Instant::now()));
            let start = Instant::now();
            match connection.ask(request)? {
                Answer { status: 200, .. } => {
                    took.lock().map_err(|_| "a client ended")?.push(start.elapsed())
                }
                Answer { status: 429 | 503, .. } => *away.lock().map_err(|_| "a client ended")? += 1,
                Answer { status, .. } => return Err(format!("answered {status}")),
            }
            // What it was too late for is not asked any more, or the crowd would grow to more than was meant.
            due = (due + pace).max(Instant::now());
        }
        Ok(())
    };
    let watch = || -> Result<Duration, String> {
        let (mut connection, health) = (server.wire.open()?, Request::get("/healthz", "Accept: */*"));
        let mut longest = Duration::ZERO;
        while !over.load(Ordering::Relaxed) {
            let start = Instant::now();
            connection.ask(&health)?;
            longest = longest.max(start.elapsed());
            sleep(Duration::from_millis(10));
        }
        Ok(longest)
    };
    let health = scope(|scope| {
        let watcher = scope.spawn(watch);
        let clients: Vec<_> = (0..CLIENTS).map(|place| scope.spawn(move || client(place))).collect();
        let ended: Result<Vec<()>, String> =
            clients.into_iter().map(|client| client.join().unwrap_or(Err("a client ended".into()))).collect();
        over.store(true, Ordering::Relaxed);
        let health = watcher.join().unwrap_or(Err("the watcher ended".into()));
        ended.and(health)
    })?;
    let elapsed = began.elapsed().as_secs_f64();
    let mut took = took.into_inner().unwrap_or_default();
    took.sort();
    let answered = took.get(took.len() * 99 / 100).copied().ok_or("nothing was answered")?;
    let away = away.into_inner().unwrap_or_default();
    Ok(Overload {
        normal: normal.p99,
        answered,
        per_second: (took.len() as f64 / elapsed, away as f64 / elapsed),
        health,
        grown: server.process().memory()?.0.saturating_sub(before),
    })
}
