//! Figures of the running server as Prometheus reads them, on an address of their own.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::io;
use std::sync::{Arc, RwLock};
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use cordee_base::{Histogram, Id, Outcome};
use cordee_records::{Actor, Gate, ImportsStanding};
use tokio::net::TcpListener;

use crate::App;

/// How long requests took, by method, route and status. Routes are those that are declared, so they are few.
#[derive(Default)]
pub(crate) struct Requests(RwLock<BTreeMap<(String, String, u16), Arc<Histogram>>>);

impl Requests {
    /// Counts a request.
    pub(crate) fn answered(&self, method: &str, route: &str, status: u16, took: Duration) {
        let key = (method.to_owned(), route.to_owned(), status);
        let known = self.0.read().ok().and_then(|all| all.get(&key).cloned());
        let histogram = known.unwrap_or_else(|| {
            let mut all = self.0.write().unwrap_or_else(|poisoned| poisoned.into_inner());
            all.entry(key).or_default().clone()
        });
        histogram.observe(took);
    }

    fn all(&self) -> Vec<((String, String, u16), Arc<Histogram>)> {
        let all = self.0.read().unwrap_or_else(|poisoned| poisoned.into_inner());
        all.iter().map(|(key, histogram)| (key.clone(), histogram.clone())).collect()
    }
}

/// Serves `/metrics` and nothing else, until the process ends.
pub async fn serve_metrics(app: App, listener: TcpListener) -> io::Result<()> {
    axum::serve(listener, Router::new().route("/metrics", get(metrics)).with_state(app)).await
}

async fn metrics(State(app): State<App>) -> Response {
    let mut text = Text::default();
    of_requests(&app, &mut text);
    of_the_database(&app, &mut text);
    of_the_process(&mut text);
    let records = app.records().clone();
    let standing = tokio::task::spawn_blocking(move || {
        let mut standing = Vec::new();
        for (workspace, _) in records.workspaces()? {
            let actor = Actor::system(workspace, "tell metrics");
            standing.push((workspace, records.read_now(&actor, standing_of)?));
        }
        Outcome::Ok(standing)
    });
    match standing.await {
        Ok(Ok(standing)) => {
            of_the_work(&standing, &mut text);
            of_the_imports(&standing, &mut text);
        }
        // What can be told without the database is told; that it does not answer is a figure too.
        _ => text.gauge("cordee_database_answers", "Whether the database answers", &[(String::new(), 0.0)]),
    }
    let kind = [(header::CONTENT_TYPE, "text/plain; version=0.0.4")];
    (StatusCode::OK, kind, text.0).into_response()
}

/// How the work of a workspace stands: queues by name and state, webhooks by state.
struct Standing {
    jobs: Vec<(String, &'static str, i64)>,
    oldest: Vec<(String, i64)>,
    webhooks: [(&'static str, i64); 3],
    imports: ImportsStanding,
}

fn standing_of(gate: &mut Gate<'_>) -> Outcome<Standing> {
    let now = gate.now();
    let (mut jobs, mut oldest) = (Vec::new(), Vec::new());
    for queue in gate.queues()? {
        let states = [
            ("waiting", queue.waiting),
            ("running", queue.running),
            ("done", queue.done),
            ("dead", queue.dead),
        ];
        jobs.extend(states.map(|(state, count)| (queue.name.clone(), state, count)));
        let late = queue.oldest_due.map_or(0, |due| (now.micros() - due.micros()) / 1_000_000);
        oldest.push((queue.name, late));
    }
    let mut webhooks = [("on", 0), ("failing", 0), ("off", 0)];
    for webhook in gate.webhooks()? {
        let place = match (webhook.active, webhook.failing_since) {
            (true, None) => 0,
            (true, Some(_)) => 1,
            (false, _) => 2,
        };
        webhooks[place].1 += 1;
    }
    Ok(Standing { jobs, oldest, webhooks, imports: gate.imports_standing()? })
}

fn of_requests(app: &App, text: &mut Text) {
    let name = "cordee_http_request_duration_seconds";
    text.head(name, "histogram", "How long requests took");
    for ((method, route, status), histogram) in app.requests().all() {
        let labels = format!("method=\"{method}\",route=\"{}\",status=\"{status}\"", escaped(&route));
        text.histogram(name, &labels, &histogram);
    }
    let shed = [(String::new(), app.requests_shed() as f64)];
    text.counter(
        "cordee_http_requests_shed_total",
        "How many requests were turned away since too many waited",
        &shed,
    );
    let live = [(String::new(), app.live().count() as f64)];
    text.gauge("cordee_live_connections", "How many open pages are told what happens", &live);
}

fn of_the_database(app: &App, text: &mut Text) {
    let meters = app.records().meters();
    let name = "cordee_database_duration_seconds";
    text.head(name, "histogram", "How long reads and writes took, from the queue to the end");
    text.histogram(name, "kind=\"read\"", &meters.reads);
    text.histogram(name, "kind=\"write\"", &meters.writes);
    let (reads, writes) = app.records().waiting();
    let waiting = [("kind=\"read\"".to_owned(), reads as f64), ("kind=\"write\"".to_owned(), writes as f64)];
    text.gauge("cordee_database_waiting", "How many reads and writes wait for a thread", &waiting);
}

fn of_the_work(standing: &[(Id, Standing)], text: &mut Text) {
    let (mut jobs, mut oldest, mut webhooks) = (Vec::new(), Vec::new(), Vec::new());
    for (workspace, of) in standing {
        for (queue, state, count) in &of.jobs {
            let labels = format!("workspace=\"{workspace}\",queue=\"{queue}\",state=\"{state}\"");
            jobs.push((labels, *count as f64));
        }
        for (queue, seconds) in &of.oldest {
            oldest.push((format!("workspace=\"{workspace}\",queue=\"{queue}\""), *seconds as f64));
        }
        for (state, count) in of.webhooks {
            webhooks.push((format!("workspace=\"{workspace}\",state=\"{state}\""), count as f64));
        }
    }
    text.gauge("cordee_database_answers", "Whether the database answers", &[(String::new(), 1.0)]);
    text.gauge("cordee_jobs", "How many jobs stand in the queues", &jobs);
    text.gauge("cordee_jobs_oldest_seconds", "How long the oldest job waits beyond its time", &oldest);
    text.gauge("cordee_webhooks", "How many webhooks there are", &webhooks);
}

fn of_the_imports(standing: &[(Id, Standing)], text: &mut Text) {
    let (mut count, mut rows, mut running, mut last) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (workspace, of) in standing {
        let labels = format!("workspace=\"{workspace}\"");
        for (status, number) in &of.imports.count {
            count.push((format!("{labels},status=\"{status}\""), *number as f64));
        }
        for (outcome, number) in of.imports.rows {
            rows.push((format!("{labels},outcome=\"{outcome}\""), number as f64));
        }
        running.push((labels.clone(), of.imports.running_seconds as f64));
        last.extend(of.imports.last_seconds.map(|seconds| (labels, seconds as f64)));
    }
    text.gauge("cordee_imports", "How many imports there are", &count);
    text.counter("cordee_import_rows_total", "How many rows of files came to what", &rows);
    text.gauge("cordee_import_running_seconds", "For how long the longest running import has run", &running);
    text.gauge("cordee_import_last_seconds", "How long the import took that ended last", &last);
}

fn of_the_process(text: &mut Text) {
    let version = format!("version=\"{}\"", env!("CARGO_PKG_VERSION"));
    text.gauge("cordee_build_info", "The version", &[(version, 1.0)]);
    // Linux tells it; elsewhere the figure is missing.
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = resident.and_then(|rest| rest.trim().trim_end_matches(" kB").trim().parse::<f64>().ok());
    if let Some(kilobytes) = kilobytes {
        let bytes = [(String::new(), kilobytes * 1024.0)];
        text.gauge("process_resident_memory_bytes", "Memory in use", &bytes);
    }
}

/// The text in the making (Prometheus text format 0.0.4).
#[derive(Default)]
struct Text(String);

impl Text {
    fn head(&mut self, name: &str, kind: &str, help: &str) {
        let _ = writeln!(self.0, "# HELP {name} {help}\n# TYPE {name} {kind}");
    }

    fn gauge(&mut self, name: &str, help: &str, values: &[(String, f64)]) {
        self.values(name, "gauge", help, values);
    }

    fn counter(&mut self, name: &str, help: &str, values: &[(String, f64)]) {
        self.values(name, "counter", help, values);
    }

    fn values(&mut self, name: &str, kind: &str, help: &str, values: &[(String, f64)]) {
        self.head(name, kind, help);
        for (labels, value) in values {
            let _ = match labels.is_empty() {
                true => writeln!(self.0, "{name} {value}"),
                false => writeln!(self.0, "{name}{{{labels}}} {value}"),
            };
        }
    }

    fn histogram(&mut self, name: &str, labels: &str, histogram: &Histogram) {
        // What is counted while this is written counts the next time.
        let count = histogram.count();
        for (bound, within) in histogram.within() {
            let _ = writeln!(self.0, "{name}_bucket{{{labels},le=\"{bound}\"}} {}", within.min(count));
        }
        let _ = writeln!(self.0, "{name}_bucket{{{labels},le=\"+Inf\"}} {count}");
        let _ = writeln!(
            self.0,
            "{name}_sum{{{labels}}} {}\n{name}_count{{{labels}}} {count}",
            histogram.seconds()
        );
    }
}

fn escaped(label: &str) -> String {
    label.replace('\\', "\\\\").replace('"', "\\\"")
}
