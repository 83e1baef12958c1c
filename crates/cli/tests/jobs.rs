//! The queue from the command line: what is put, worked off by a worker, looked at and let go.

mod cordee;

use std::process::Stdio;
use std::time::{Duration, Instant};

use cordee::Cordee;

#[test]
fn a_worker_does_what_was_put_and_stops_when_told() {
    let cordee = Cordee::empty();
    assert!(cordee.run(&["init"]).0 == 0);
    assert_eq!(cordee.json(&["jobs", "queues"])["queues"], serde_json::json!([]));
    assert_eq!(cordee.run(&["jobs", "run", "tidy"]).0, 0);
    assert_eq!(cordee.run(&["jobs", "run", "nothing"]).0, 2, "it names those that there are");
    let waiting = cordee.json(&["jobs", "list", "--state", "waiting"]);
    assert_eq!(waiting["jobs"][0]["name"], "tidy");
    let mut worker =
        cordee.command(&["worker"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it runs");
    let began = Instant::now();
    loop {
        let done = cordee.json(&["jobs", "list", "--state", "done"]);
        let names: Vec<&str> =
            done["jobs"].as_array().expect("a list").iter().filter_map(|job| job["name"].as_str()).collect();
        if names.contains(&"tidy") && names.contains(&"sweep") && names.contains(&"sweep_files") {
            break;
        }
        assert!(began.elapsed() < Duration::from_secs(60), "only {names:?} were done");
        std::thread::sleep(Duration::from_millis(100));
    }
    let stopped = std::process::Command::new("kill").arg(worker.id().to_string()).status().expect("kill");
    assert!(stopped.success());
    assert!(worker.wait().expect("it ends").success(), "told to stop, it ends well");
    let table = cordee.run(&["jobs", "queues"]).1;
    assert!(table.contains("sweep_files"), "{table}");
    let id = cordee.json(&["jobs", "list"])["jobs"][0]["id"].as_str().expect("an id").to_owned();
    assert_eq!(cordee.run(&["jobs", "again", &id]).0, 0);
    assert_eq!(cordee.json(&["jobs", "list", "--state", "waiting"])["jobs"][0]["id"], id.as_str());
    assert_eq!(cordee.run(&["jobs", "discard", &id]).0, 0);
    assert_eq!(cordee.run(&["jobs", "discard", &id]).0, 4, "it is gone");
}
