//! The real year of `docs/guide/first-data`: brought in by the mappings that the guide ships, and asked.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use std::path::{Path, PathBuf};

use cordee_base::{Decimal, Id};
use cordee_kit::{AskText, Figure};
use cordee_records::Gate;
use support::{World, shared, worlds};

const GUIDE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/guide/first-data");

/// The steps of the guide: the object, the file, and the mapping where one is shipped.
const STEPS: [(&str, &str, Option<&str>); 8] = [
    ("user", "sales_teams.csv", Some("managers.json")),
    ("team", "sales_teams.csv", Some("teams.json")),
    ("user", "sales_teams.csv", Some("users.json")),
    ("product", "products.csv", Some("products.json")),
    ("account", "accounts.csv", Some("accounts.json")),
    ("pipeline", "pipelines.csv", None),
    ("stage", "stages.csv", None),
    ("opportunity", "sales_pipeline.csv", Some("opportunities.json")),
];

fn bring_in(world: &World, data: &Path) -> Vec<Id> {
    let bring = |(object, file, mapping): (&str, &str, Option<&str>)| {
        let guide = PathBuf::from(GUIDE);
        let file = if mapping.is_some() { data.join(file) } else { guide.join(file) };
        let copy = world.folder.join(file.file_name().expect("a name"));
        std::fs::copy(&file, &copy).expect("a copy");
        let mapping = mapping.map(|name| std::fs::read_to_string(guide.join(name)).expect("a mapping"));
        let (id, progress) = world.import(object, &copy, mapping.as_deref());
        let rejected = std::fs::read_to_string(copy.with_extension("rejected.csv")).unwrap_or_default();
        assert!(progress.done && progress.failed == 0, "{object}: {progress:?}\n{rejected}");
        id
    };
    STEPS.into_iter().map(bring).collect()
}

/// A figure of the year: in all, or of the group with this key.
fn figure(world: &World, metric: &str, by: Option<(&str, &str)>, filter: &str) -> Figure {
    let metric = world.registry.metric(metric).expect("a figure");
    let ask = AskText {
        by: by.iter().map(|(by, _)| (*by).to_owned()).collect(),
        filter: Some(filter.to_owned()),
        ..AskText::default()
    };
    let reckon = move |gate: &mut Gate<'_>| {
        let ask = ask.read(gate, metric)?;
        (metric.reckon)(gate, &ask)
    };
    let answer = world.records.read_now(&world.actor(), reckon).expect("an answer");
    let Some((_, key)) = by else { return answer.total };
    answer.groups.iter().find(|(keys, _)| keys[0].text == key).expect(key).1
}

/// As the published figures are written: with two decimals, a rate as a percentage.
fn published(world: &World, metric: &str, by: &str, key: &str) -> String {
    let value = figure(world, metric, Some((by, key)), "").value.expect("a value");
    let times = if metric == "win_rate" { Decimal::ONE_HUNDRED } else { Decimal::ONE };
    format!("{:.2}", (value * times).round_dp(2))
}

#[test]
fn the_year_comes_in_whole_and_gives_the_published_figures() {
    let Some(data) = shared("crm-sales-opportunities") else { return };
    for world in worlds() {
        let imports = bring_in(&world, &data);
        let counts = ["user", "team", "product", "account", "opportunity"].map(|object| world.count(object));
        assert_eq!(counts, [41, 6, 7, 85, 8_800]);

        for (metric, filter, expected) in [
            ("opportunity_count", "", 8_800),
            ("won_count", "", 4_238),
            ("lost_count", "", 2_473),
            ("won_value", "", 10_005_534),
            ("opportunity_count", "account is empty", 1_425),
            ("opportunity_count", "amount is empty", 2_089),
            ("opportunity_count", "engaged_on is empty", 500),
        ] {
            let value = figure(&world, metric, None, filter).value;
            assert_eq!(value, Some(Decimal::from(expected)), "{metric} {filter}");
        }
        for (metric, by, key, expected) in [
            ("win_rate", "owner", "Hayden Neloms", "70.39"),
            ("win_rate", "owner", "Maureen Marcano", "69.95"),
            ("win_rate", "owner", "Wilburn Farren", "69.62"),
            ("win_rate", "owner", "Darcel Schlecht", "63.11"),
            ("won_value", "owner", "Darcel Schlecht", "1153214.00"),
            ("won_value", "owner", "Vicki Laflamme", "478396.00"),
            ("win_rate", "owner.team.manager", "Cara Losch", "64.43"),
            ("win_rate", "owner.team.manager", "Summer Sewald", "64.34"),
            ("win_rate", "owner.team.manager", "Celia Rouche", "63.41"),
            ("win_rate", "owner.team.manager", "Dustin Brinkmann", "62.98"),
            ("win_rate", "owner.team.manager", "Melvin Marxen", "62.20"),
            ("win_rate", "owner.team.manager", "Rocco Neubert", "62.08"),
            ("sales_cycle_days", "product", "GTK 500", "64.07"),
            ("sales_cycle_days", "product", "GTX Basic", "54.77"),
            ("sales_cycle_days", "product", "GTX Pro", "48.33"),
        ] {
            assert_eq!(published(&world, metric, by, key), expected, "{metric} of {key}");
        }

        for import in imports.into_iter().rev() {
            world.undo(import);
        }
        let counts = ["user", "team", "product", "account", "opportunity"].map(|object| world.count(object));
        assert_eq!(counts, [0; 5]);
    }
}

#[test]
fn the_page_says_word_for_word_what_the_script_does() {
    let read =
        |name: &str| std::fs::read_to_string(PathBuf::from(GUIDE).join(name)).expect("a file of the guide");
    let (page, script) = (read("README.md"), read("run"));
    let commands: Vec<&str> = script
        .lines()
        .filter(|line| line.starts_with("cordee init") || line.starts_with("cordee import"))
        .collect();
    assert_eq!(commands.len(), 10);
    for command in commands {
        let command = command.replace("\"$year/", "year/").replace("\"$here/", "guide/").replace('"', "");
        assert!(page.lines().any(|line| line == command), "the page lacks: {command}");
    }
    assert!(page.contains(&read("teams.json")), "the page shows another teams.json");
}
