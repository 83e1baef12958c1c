//! Metrics are served on an address of their own, and nowhere else.

mod cordee;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Stdio;
use std::time::{Duration, Instant};

use cordee::Cordee;

/// What a server answers to one question.
fn ask(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("a connection");
    write!(stream, "GET {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n").expect("asked");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("answered");
    answer
}

/// The metrics, once no write waits any more: the server has work of its own as it starts.
fn at_rest(address: &str) -> String {
    let patience = Instant::now() + Duration::from_secs(30);
    loop {
        let metrics = ask(address, "/metrics");
        let rests = metrics.contains("cordee_database_waiting{kind=\"write\"} 0");
        if rests || Instant::now() > patience {
            return metrics;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn metrics_stand_on_an_address_of_their_own() {
    let cordee = Cordee::founded();
    let file = cordee.folder().with_file_name("accounts.csv");
    std::fs::write(&file, "name,website\nRope Works,rope.example\nSail Works,sail.example\n,none.example\n")
        .expect("written");
    let (_, _, said) = cordee.run(&["import", "account", file.to_str().expect("UTF-8")]);
    let free =
        TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address").to_string();
    let arguments = ["serve", "--json", "--listen", "127.0.0.1:0", "--metrics-listen", &free];
    let mut server =
        cordee.command(&arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it runs");
    let mut line = String::new();
    BufReader::new(server.stdout.take().expect("output")).read_line(&mut line).expect("it listens");
    let told: serde_json::Value = serde_json::from_str(&line).expect("JSON");
    let here = told["listening"]
        .as_str()
        .and_then(|base| base.strip_prefix("http://"))
        .expect("an address")
        .to_owned();
    assert!(ask(&here, "/api/v1/me").starts_with("HTTP/1.1 401"));
    let metrics = at_rest(&free);
    for part in [
        "HTTP/1.1 200",
        "# TYPE cordee_http_request_duration_seconds histogram",
        "cordee_http_request_duration_seconds_count{method=\"GET\",route=\"/api/v1/me\",status=\"401\"} 1",
        "le=\"+Inf\"} 1",
        "cordee_database_duration_seconds_count{kind=\"read\"}",
        "cordee_database_waiting{kind=\"write\"} 0",
        "cordee_database_answers 1",
        "cordee_jobs{workspace=",
        "cordee_webhooks{workspace=",
        "# TYPE cordee_import_rows_total counter",
        "process_resident_memory_bytes",
    ] {
        assert!(metrics.contains(part), "{part} in {metrics}");
    }
    let figure = |name: &str, label: &str| {
        let line =
            metrics.lines().find(|line| line.starts_with(&format!("{name}{{")) && line.contains(label));
        line.and_then(|line| line.rsplit(' ').next()?.parse::<f64>().ok())
    };
    assert_eq!(figure("cordee_imports", "status=\"done\""), Some(1.0), "{said}{metrics}");
    assert_eq!(figure("cordee_import_rows_total", "outcome=\"created\""), Some(2.0), "{said}{metrics}");
    assert_eq!(figure("cordee_import_rows_total", "outcome=\"rejected\""), Some(1.0), "{said}{metrics}");
    assert_eq!(figure("cordee_import_running_seconds", "workspace"), Some(0.0), "{metrics}");
    assert!(
        figure("cordee_import_last_seconds", "workspace").is_some_and(|seconds| seconds < 60.0),
        "{metrics}"
    );
    assert!(!ask(&here, "/metrics").contains("cordee_http_request"), "not for everybody");
    assert!(ask(&free, "/api/v1/me").starts_with("HTTP/1.1 404"));
    server.kill().expect("it ends");
    server.wait().expect("it ends");
}
