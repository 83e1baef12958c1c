//! No page speaks English to somebody who reads Chinese, nor to somebody who reads the made language in which every
//! letter has a mark: what is not translated stands out by its letters.

use std::collections::BTreeSet;

use cordee_http::Options;
use serde_json::json;

use super::{page, submit, words};
use crate::support::{Client, World};

/// Pages of every kind; those of objects are added for each object there is.
const PAGES: &[&str] = &[
    "/",
    "/search",
    "/search?q=Acme",
    "/metrics",
    "/reports/pipeline_review?from=2026-01-01",
    "/reports/win_probability",
    "/reports/focus",
    "/reports/forecast?odds=learned",
    "/reports/forecast",
    "/reports/forecast_calls",
    "/reports/coverage",
    "/reports/stage_analytics",
    "/reports/scoreboard",
    "/reports",
    "/reports/win_loss",
    "/reports/objections",
    "/opportunities/board?by=owner",
    "/opportunities/board?by=close_date",
    "/settings/pipelines",
    "/settings/picklists",
    "/settings/teams",
    "/settings/rates",
    "/quotas",
    "/opportunities/plan",
    "/quotas/new",
    "/trash",
    "/import",
    "/import/new",
    "/notifications",
    "/glossary",
    "/settings",
    "/settings/profile",
    "/settings/factor",
    "/settings/sessions",
    "/settings/tokens",
    "/settings/security",
    "/settings/security/all",
    "/settings/journal",
    "/settings/jobs",
    "/settings/webhooks",
    "/settings/objects",
    "/settings/objects/account",
    "/views/new?object=account",
    "/settings/health",
    "/settings/backup",
];

/// What is written in Latin letters in Chinese too: names, keys of the keyboard, abbreviations of the trade, codes.
const LATIN: &[&str] = &[
    // Names of this story, of Cordee and of languages in themselves.
    "Northwind",
    "Ada",
    "Lovelace",
    "Cordee",
    "English",
    "Fran",
    "ais",
    "Acme",
    "Excel",
    "test",
    // The keyboard.
    "Ctrl",
    "Enter",
    "Esc",
    "Alt",
    "Shift",
    "Tab",
    "Delete",
    // The trade, and what it is done with.
    "API",
    "CRM",
    "BANT",
    "GPCTBA",
    "MQL",
    "SQL",
    "NPS",
    "KPI",
    "SLA",
    "ACV",
    "TCV",
    "MRR",
    "ARR",
    "NRR",
    "GRR",
    "CAC",
    "CLV",
    "CPQ",
    "ABC",
    "CTA",
    "BDR",
    "SDR",
    "ADR",
    "TOFU",
    "MOFU",
    "BOFU",
    "CSV",
    "XLSX",
    "JSON",
    "URL",
    "PDF",
    "UTC",
    "TOTP",
    "vCard",
    "vcf",
    "xlsx",
    "csv",
    "json",
    "txt",
    "tsv",
    "ods",
    "OpenAPI",
    "GET",
    "POST",
    "HTTPS",
    "https",
    "IANA",
    "Europe",
    "Paris",
    "Webhook",
    "amount",
    "name",
    "contains",
    "Authorization",
    "Bearer",
    "industry",
    "technology",
];

/// What stands in Latin letters without marks in the made language: names, values and codes.
const DATA: &[&str] = &[
    // Names of this story, of Cordee and of languages in themselves; the browser; a zone.
    "Northwind",
    "Ada",
    "Lovelace",
    "Cordee",
    "English",
    "Fran",
    "ais",
    "Acme",
    "Excel",
    "test",
    "Europe",
    "Paris",
    // The keyboard.
    "Ctrl",
    "Enter",
    "Esc",
    "Alt",
    "Shift",
    "Delete",
    // Days and months come from ICU, as English writes them.
    "Feb",
    "Mar",
    "March",
    "April",
    "Jun",
    "Sep",
    "Dec",
    "Mon",
    "Tue",
    "Wed",
    "Thu",
    "Fri",
    "Sat",
    "Sun",
    // A filter that stands as an example.
    "industry",
    "technology",
];

#[test]
fn no_page_speaks_english_to_who_reads_chinese() {
    let world = World::small(Options::default());
    let slips = english_on_pages(&world, "zh", LATIN);
    assert!(slips.is_empty(), "{slips:#?}");
}

#[test]
fn every_text_of_every_page_is_a_message() {
    let world = World::small(Options::default());
    let slips = english_on_pages(&world, "en-XA", DATA);
    assert!(slips.is_empty(), "{slips:#?}");
}

/// Words of plain Latin letters on the pages as they are read in a language, without names and values.
fn english_on_pages(world: &World, language: &str, known: &[&str]) -> BTreeSet<String> {
    let (ada, program) = (world.browser(&world.admin), world.program());
    let account = world.create(&program, "accounts", json!({"name": "Acme"}));
    let mut deal = world.stage(&program, "open");
    deal["name"] = "Acme".into();
    deal["account"] = account.as_str().into();
    let deal = world.create(&program, "opportunities", deal);
    let records = [("accounts", account), ("opportunities", deal)];
    submit(world, &ada, "/preferences", &[("language", language), ("back", "/")]);
    let data = names(world, &program);
    let mut slips = BTreeSet::new();
    let mut read = 0;
    for path in paths(world, &program, &records) {
        // What one makes elsewhere has no form of its own.
        if world.get(&ada, &path).status.as_u16() != 200 {
            continue;
        }
        read += 1;
        let html = page(world, &ada, &path);
        let attributes = ["aria-label=\"", "placeholder=\"", "title=\""].map(|start| {
            let values = html.split(start).skip(1).filter_map(|rest| rest.split('"').next());
            values.collect::<Vec<_>>().join(" ")
        });
        let seen = format!("{} {}", words(&html), attributes.join(" "));
        for word in seen.split(|letter: char| !letter.is_ascii_alphabetic()).filter(|word| word.len() > 2) {
            let code = word.bytes().all(|byte| byte.is_ascii_uppercase());
            if !code && !known.contains(&word) && !data.contains(word) {
                slips.insert(format!("{path}: {word}"));
            }
        }
    }
    assert!(read > 40, "{read} pages were read");
    slips
}

/// Pages of every kind, with those of each object there is, and of these records.
fn paths(world: &World, program: &Client, records: &[(&str, String)]) -> Vec<String> {
    let objects = world.get(program, "/api/v1/objects").json();
    let plurals =
        objects["data"].as_array().expect("objects").iter().filter_map(|one| one["plural"].as_str());
    let of_objects = plurals
        .flat_map(|plural| ["", "/new", "/board", "/calendar"].map(|place| format!("/{plural}{place}")));
    let of_one = records.iter().flat_map(|(plural, id)| {
        ["", "/edit", "/share", "/access", "/as-of", "/merge"].map(|place| format!("/{plural}/{id}{place}"))
    });
    let first = |plural: &str| {
        let all = world.get(program, &format!("/api/v1/{plural}")).json();
        all["data"][0]["id"].as_str().expect("an id").to_owned()
    };
    let settings = [
        format!("/settings/roles/{}", first("roles")),
        format!("/settings/users/{}/sign-in", first("users")),
        format!("/settings/users/{}/transfer", first("users")),
    ];
    PAGES.iter().map(|path| (*path).to_owned()).chain(of_objects).chain(of_one).chain(settings).collect()
}

/// What a workspace begins with was named by its founder.
fn names(world: &World, program: &Client) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for plural in ["roles", "stages", "pipelines", "users", "workspaces"] {
        for one in
            world.get(program, &format!("/api/v1/{plural}")).json()["data"].as_array().expect("records")
        {
            for text in ["name", "email", "currency", "description", "playbook"]
                .iter()
                .filter_map(|field| one[field].as_str())
            {
                names.extend(text.split(|letter: char| !letter.is_ascii_alphabetic()).map(str::to_owned));
            }
        }
    }
    names
}
