//! Every screen is drawn from samples, in all languages, and is sound HTML that the content policy allows.

mod samples;
mod scan;

use std::collections::HashSet;

use cordee_ui::{Language, Theme};
use samples::{Sample, pages};
use scan::{Tag, tags};

fn all() -> impl Iterator<Item = (Language, Sample)> {
    Language::ALL
        .into_iter()
        .flat_map(|language| pages(language, Theme::Dark).into_iter().map(move |page| (language, page)))
}

fn check(fault: impl Fn(&[Tag], &str) -> Vec<String>) {
    for (language, page) in all() {
        let html = page.html.into_string();
        let found = tags(&html);
        assert!(found.len() > 20, "{} in {language} is empty", page.name);
        assert_eq!(fault(&found, &html), Vec::<String>::new(), "{} in {language}", page.name);
    }
}

#[test]
fn tags_close_in_the_order_they_opened() {
    const VOID: [&str; 6] = ["!doctype", "meta", "link", "input", "img", "br"];
    check(|tags, _| {
        let (mut open, mut wrong) = (Vec::new(), Vec::new());
        for tag in tags.iter().filter(|tag| !tag.alone && !VOID.contains(&tag.name.as_str())) {
            if !tag.closing {
                open.push(&tag.name);
            } else if open.pop() != Some(&tag.name) {
                wrong.push(format!("</{}>", tag.name));
            }
        }
        wrong
    });
}

#[test]
fn nothing_needs_more_than_the_content_policy_allows() {
    check(|tags, _| {
        let inline = |tag: &&Tag| {
            tag.get("style").is_some()
                || tag.name == "style"
                || tag.attributes.keys().any(|name| name.starts_with("on") || name.starts_with("hx-on"))
                || (tag.name == "script" && !tag.closing && tag.get("src").is_none())
                || tag.attributes.values().any(|value| value.trim_start().starts_with("javascript:"))
        };
        tags.iter().filter(inline).map(|tag| format!("{tag:?}")).collect()
    });
}

#[test]
fn ids_are_unique_and_lead_somewhere() {
    check(|tags, _| {
        let ids: Vec<&str> = tags.iter().filter_map(|tag| tag.get("id")).collect();
        let known: HashSet<&str> = ids.iter().copied().collect();
        let mut wrong = Vec::new();
        if known.len() != ids.len() {
            wrong.push(format!("an id stands twice among {ids:?}"));
        }
        for name in ["for", "aria-describedby", "aria-labelledby", "aria-controls", "list", "popovertarget"] {
            for value in tags.iter().filter_map(|tag| tag.get(name)) {
                wrong.extend(
                    value.split(' ').filter(|id| !known.contains(id)).map(|id| format!("{name}={id}")),
                );
            }
        }
        wrong
    });
}

#[test]
fn every_input_has_a_label() {
    check(|tags, _| {
        let labelled: HashSet<&str> = tags.iter().filter_map(|tag| tag.get("for")).collect();
        let (mut inside, mut wrong) = (0, Vec::new());
        for tag in tags {
            match (tag.name.as_str(), tag.closing) {
                ("label", closing) => inside += if closing { -1 } else { 1 },
                ("input" | "select" | "textarea", false) => {
                    let hidden = tag.get("type") == Some("hidden");
                    let named = inside > 0
                        || tag.get("aria-label").is_some()
                        || tag.get("id").is_some_and(|id| labelled.contains(id));
                    if !hidden && !named {
                        wrong.push(format!("{tag:?}"));
                    }
                }
                _ => {}
            }
        }
        wrong
    });
}

#[test]
fn whatever_can_be_pressed_has_a_name() {
    check(|tags, html| {
        let mut wrong = Vec::new();
        for (at, tag) in tags
            .iter()
            .enumerate()
            .filter(|(_, tag)| !tag.closing && ["a", "button", "summary"].contains(&tag.name.as_str()))
        {
            let end = tags[at..]
                .iter()
                .find(|other| other.closing && other.name == tag.name)
                .map_or(html.len(), |other| other.start);
            let text: String = scan::text(&html[tag.end..end]);
            if tag.get("aria-label").is_none() && text.trim().is_empty() {
                wrong.push(format!("{tag:?}"));
            }
        }
        wrong.extend(
            tags.iter()
                .filter(|tag| tag.name == "img" && tag.get("alt").is_none())
                .map(|tag| format!("{tag:?}")),
        );
        wrong
    });
}

#[test]
fn every_page_has_one_main_heading_and_a_language() {
    check(|tags, _| {
        let count = |name: &str| tags.iter().filter(|tag| tag.name == name && !tag.closing).count();
        let mut wrong = Vec::new();
        if count("h1") != 1 || count("main") != 1 || count("title") != 1 {
            wrong.push(format!("{} h1, {} main, {} title", count("h1"), count("main"), count("title")));
        }
        if tags.iter().all(|tag| tag.name != "html" || tag.get("lang").is_none()) {
            wrong.push("no language".into());
        }
        wrong
    });
}

#[test]
fn every_asset_a_page_names_is_there() {
    check(|tags, _| {
        let addresses = tags
            .iter()
            .flat_map(|tag| tag.attributes.values())
            .filter_map(|value| value.strip_prefix("/assets/"));
        addresses
            .filter(|path| !cordee_ui::asset(path).is_some_and(|found| found.immutable))
            .map(str::to_owned)
            .collect()
    });
}

#[test]
fn a_fragment_is_the_body_without_its_frame() {
    let body = maud::html! { h1 { "Deals" } };
    let fragment = cordee_ui::fragment("Deals", body.clone()).into_string();
    let page =
        cordee_ui::page(&samples::frame(Language::En, Theme::System, "opportunity", "Deals"), "Deals", body)
            .into_string();
    assert_eq!(fragment, "<title>Deals</title><h1>Deals</h1>");
    assert!(page.contains("<h1>Deals</h1></main>"));
}

#[test]
fn what_people_wrote_is_text_never_markup() {
    let mut frame = samples::frame(Language::En, Theme::System, "opportunity", "x");
    frame.workspace = "<script>alert(1)</script>".into();
    frame.person = cordee_ui::Person::named("\"><img src=x onerror=alert(1)>");
    let html = cordee_ui::page(&frame, "<b>", maud::html! {}).into_string();
    assert!(!html.contains("<script>alert") && !html.contains("<img src=x"));
}
