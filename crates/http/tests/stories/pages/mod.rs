//! Stories at pages, told as a person without a script would: by links and forms.

mod account;
mod asks;
mod board;
mod bulk;
mod calendar;
mod conditions;
mod deal;
mod duplicates;
mod fields;
mod figures;
mod forms;
mod front;
mod glossary;
mod goal;
mod imports;
mod languages;
mod layouts;
mod lines;
mod lists;
mod merging;
mod people;
mod picklists;
mod rights;
mod second_factor;
mod seeing;
mod selling;
mod settings;
mod sign_in;
mod steps;
mod teams;
mod timeline;
mod today;
mod views;

use axum::body::Body;
use axum::http::{HeaderValue, Method};
use serde_json::json;

use crate::support::{Answer, Client, World};

/// Posts a form as a browser does.
pub fn submit(world: &World, client: &Client, path: &str, fields: &[(&str, &str)]) -> Answer {
    let text = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    let body = fields.iter().map(|(name, value)| format!("{}={}", text(name), text(value)));
    let body = body.collect::<Vec<_>>().join("&");
    let mut request = client.request(Method::POST, path, None);
    let kind = HeaderValue::from_static("application/x-www-form-urlencoded");
    request.headers_mut().insert("content-type", kind);
    *request.body_mut() = Body::from(body);
    world.send(request)
}

/// The page that a redirect leads to.
pub fn follow(world: &World, client: &Client, answer: &Answer) -> String {
    assert_eq!(answer.status.as_u16(), 303, "{}", words(&answer.text()));
    page(world, client, answer.header("location"))
}

/// A page that is there.
pub fn page(world: &World, client: &Client, path: &str) -> String {
    let answer = world.get(client, path);
    assert_eq!(answer.status.as_u16(), 200, "{path}: {}", words(&answer.text()));
    answer.text()
}

/// The value of a hidden field.
pub fn hidden(html: &str, name: &str) -> String {
    let at = html.find(&format!("name=\"{name}\" value=\"")).expect(name);
    let rest = &html[at + name.len() + 15..];
    rest[..rest.find('"').expect("a value")].to_owned()
}

/// The id at the end of the address that a redirect leads to.
pub fn id_of(answer: &Answer) -> String {
    let path = answer.header("location").split('?').next().expect("a path");
    path.rsplit('/').next().expect("an id").to_owned()
}

/// An account with this name; gives its id.
pub fn account(world: &World, client: &Client, name: &str) -> String {
    world.create(client, "accounts", json!({"name": name}))
}

/// What stands in the page without its tags.
pub fn words(html: &str) -> String {
    let mut words = String::new();
    for part in html.split('<').skip(1) {
        words.push(' ');
        words.push_str(part.split_once('>').map_or("", |(_, text)| text));
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ").replace("&amp;", "&").replace("&quot;", "\"")
}
