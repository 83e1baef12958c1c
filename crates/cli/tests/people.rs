//! People who sign in, kept from the command line: invited, reset, signed out, and what the log tells.

mod cordee;

use cordee::Cordee;

fn add(cordee: &Cordee, name: &str, email: &str) {
    cordee.json(&["user", "add", name, email, "--role", "administrator"]);
}

#[test]
fn somebody_is_invited_and_reset_by_a_link() {
    let cordee = Cordee::founded();
    add(&cordee, "Ann Lee", "ann@corda.example");
    let made = cordee.json(&["user", "invite", "ann@corda.example"]);
    assert_eq!(made["kind"], "invitation");
    let link = made["link"].as_str().expect("a link");
    assert!(link.starts_with("http://127.0.0.1:8080/link/") && link.len() > 60, "{link}");
    let (code, said, _) =
        cordee.run(&["user", "reset", "ann@corda.example", "--base-url", "https://crm.example.com/"]);
    assert_eq!(code, 0);
    assert!(said.contains("Ann Lee: open https://crm.example.com/link/"), "{said}");
    let (code, _, said) =
        cordee.run_with(&["user", "reset", "ann@corda.example", "--password-stdin"], "ann-lee-2026\n");
    assert!(code == 3 && said.contains("little more than names"), "{said}");
    let (code, ..) =
        cordee.run_with(&["user", "reset", "ann@corda.example", "--password-stdin"], "four other animals\n");
    assert_eq!(code, 0);
    assert_eq!(cordee.json(&["user", "reset", "ann@corda.example"])["kind"], "reset");
    cordee.json(&["user", "sign-out", "ann@corda.example"]);
    cordee.fails(4, &["user", "reset-factor", "ann@corda.example"]);
    cordee.json(&["user", "disable", "ann@corda.example"]);
    let said = cordee.fails(3, &["user", "invite", "ann@corda.example"]);
    assert!(said.contains("Make them active first"), "{said}");
    cordee.fails(4, &["user", "invite", "nobody@corda.example"]);
}

#[test]
fn the_log_of_security_is_shown() {
    let cordee = Cordee::founded();
    add(&cordee, "Ann Lee", "ann@corda.example");
    cordee.json(&["user", "invite", "ann@corda.example"]);
    cordee.json(&["token", "make", "nightly", "--user", "ann@corda.example"]);
    let told = cordee.json(&["audit", "security"]);
    let keys: Vec<&str> =
        told["events"].as_array().expect("events").iter().filter_map(|e| e["event"].as_str()).collect();
    assert_eq!(keys, ["token_made", "invited"]);
    assert_eq!(told["events"][0]["door"], "command_line");
    let one = cordee.json(&["audit", "security", "--event", "invited", "--user", "ann@corda.example"]);
    assert_eq!(one["events"].as_array().map(Vec::len), Some(1));
    let (_, table, _) = cordee.run(&["audit", "security", "--limit", "1"]);
    assert!(table.contains("API token made: nightly") && !table.contains("Invited"), "{table}");
    let said = cordee.fails(3, &["audit", "security", "--event", "dance"]);
    assert!(said.contains("sign_in_failed"), "{said}");
}

#[test]
fn a_password_that_came_to_light_elsewhere_is_refused() {
    let cordee = Cordee::founded();
    let list = cordee.folder().with_file_name("pwned.txt");
    // SHA-1 of `winter rose garden 9`, between two that nobody has.
    let digest = "2064F2B3041486BCE67ECB87D4ACC71DCEF395C3";
    let text = format!("{}:1\r\n{digest}:31\r\n{}:2\r\n", "0".repeat(40), "F".repeat(40));
    std::fs::write(&list, text).expect("written");
    let named = ["--breached-passwords", list.to_str().expect("UTF-8")];
    let add = |email: &str, more: &[&str], password: &str| {
        let arguments = ["user", "add", "Ann", email, "--role", "administrator", "--password-stdin"];
        cordee.run_with(&[&arguments, more].concat(), password)
    };
    let (code, _, said) = add("ann@corda.example", &named, "winter rose garden 9\n");
    assert!(code == 3 && said.contains("broken into"), "{code} {said}");
    assert_eq!(add("ann@corda.example", &named, "winter rose garden 8\n").0, 0);
    assert_eq!(
        add("bob@corda.example", &[], "winter rose garden 9\n").0,
        0,
        "nothing is known without a list"
    );
    std::fs::write(&list, "password\n").expect("written");
    let said = cordee.fails(2, &["config", "check", named[0], named[1]]);
    assert!(said.contains("pwned.txt") && said.contains("Have I Been Pwned"), "{said}");
}
