//! The real year of `docs/guide/first-data`: brought in by the mappings that the guide ships, and asked.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use std::path::{Path, PathBuf};

use cordee_base::{Decimal, Id};
use cordee_records::{By, GroupRow, Grouping, Measure, Reckon};
use cordee_schema::{Filter, Path as FieldPath, Reading};
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

fn group(world: &World, by: &[&str], measures: &[(Reckon2, &str)]) -> Vec<GroupRow> {
    let object = world.registry.catalog.object("opportunity").expect("deals");
    let path = |text: &str| FieldPath::resolve(&world.registry.catalog, object, text).expect("a path");
    let filter = |text: &str| match text {
        "" => Filter::everything(),
        text => Filter::parse(text, &world.registry.catalog, object, &Reading::default()).expect("a filter"),
    };
    let grouping = Grouping {
        object,
        by: by.iter().map(|by| By { path: path(by), period: None }).collect(),
        measures: measures
            .iter()
            .map(|(what, text)| {
                let what = match what {
                    Reckon2::Count => Reckon::Count,
                    Reckon2::Sum(field) => Reckon::Sum(path(field)),
                };
                Measure::when(what, filter(text))
            })
            .collect(),
        filter: Filter::everything(),
        as_of: None,
    };
    world.records.read_now(&world.actor(), move |gate| gate.group(&grouping)).expect("groups")
}

enum Reckon2 {
    Count,
    Sum(&'static str),
}

const WON: &str = "stage.kind is won";
const LOST: &str = "stage.kind is lost";

fn whole(number: Option<Decimal>) -> i64 {
    number.and_then(|number| number.try_into().ok()).unwrap_or(0)
}

#[test]
fn the_year_comes_in_whole_and_gives_the_published_figures() {
    let Some(data) = shared("crm-sales-opportunities") else { return };
    for world in worlds() {
        let imports = bring_in(&world, &data);
        let counts = ["user", "team", "product", "account", "opportunity"].map(|object| world.count(object));
        assert_eq!(counts, [41, 6, 7, 85, 8_800]);

        let all = group(
            &world,
            &[],
            &[
                (Reckon2::Count, ""),
                (Reckon2::Count, WON),
                (Reckon2::Count, LOST),
                (Reckon2::Sum("amount"), WON),
                (Reckon2::Count, "account is empty"),
                (Reckon2::Count, "amount is empty"),
                (Reckon2::Count, "engaged_on is empty"),
            ],
        );
        let all: Vec<i64> = all[0].values.iter().map(|value| whole(*value)).collect();
        assert_eq!(all, [8_800, 4_238, 2_473, 1_000_553_400, 1_425, 2_089, 500]);

        let rate = |by: &str, name: &str| {
            let groups = group(&world, &[by], &[(Reckon2::Count, WON), (Reckon2::Count, LOST)]);
            let row = groups.iter().find(|row| row.keys[0].text == name).expect(name);
            let (won, lost) = (whole(row.values[0]), whole(row.values[1]));
            format!("{:.2}", won as f64 * 100.0 / (won + lost) as f64)
        };
        for (seller, expected) in [
            ("Hayden Neloms", "70.39"),
            ("Maureen Marcano", "69.95"),
            ("Wilburn Farren", "69.62"),
            ("Darcel Schlecht", "63.11"),
        ] {
            assert_eq!(rate("owner", seller), expected, "{seller}");
        }
        for (manager, expected) in [
            ("Cara Losch", "64.43"),
            ("Summer Sewald", "64.34"),
            ("Celia Rouche", "63.41"),
            ("Dustin Brinkmann", "62.98"),
            ("Melvin Marxen", "62.20"),
            ("Rocco Neubert", "62.08"),
        ] {
            assert_eq!(rate("owner.team.manager", manager), expected, "{manager}");
        }

        for import in imports.into_iter().rev() {
            world.undo(import);
        }
        let counts = ["user", "team", "product", "account", "opportunity"].map(|object| world.count(object));
        assert_eq!(counts, [0; 5]);
    }
}
