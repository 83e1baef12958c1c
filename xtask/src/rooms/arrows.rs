//! What the crates depend on, as cargo itself reads it.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::{HOUSE, LIBRARIES, Wrong};

/// Dependencies that the table does not allow.
pub fn look(root: &Path) -> Result<Vec<Wrong>, String> {
    let metadata = metadata(root)?;
    let packages = metadata["packages"].as_array().ok_or("cargo metadata lists no packages")?;
    Ok(packages.iter().flat_map(|package| look_at(root, package)).collect())
}

fn metadata(root: &Path) -> Result<Value, String> {
    let answer = Command::new("cargo")
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(root)
        .output()
        .map_err(|why| format!("cargo metadata: {why}"))?;
    if !answer.status.success() {
        return Err(format!("cargo metadata: {}", String::from_utf8_lossy(&answer.stderr)));
    }
    serde_json::from_slice(&answer.stdout).map_err(|why| format!("cargo metadata: {why}"))
}

fn look_at(root: &Path, package: &Value) -> Vec<Wrong> {
    let manifest = Path::new(text(&package["manifest_path"]));
    let Some(place) = inside_the_house(root, manifest) else { return Vec::new() };
    let wrong = |what: String| Wrong { place: place.clone(), what };
    let name = text(&package["name"]).trim_start_matches("cordee-");
    let Some(room) = HOUSE.iter().find(|room| room.name == name) else {
        return vec![wrong(format!("the house has no room `{name}`"))];
    };
    let complain = |used: &str| match used.strip_prefix("cordee-") {
        Some("base") => None,
        Some(used) if room.uses.contains(&used) => None,
        Some(used) => {
            let allowed = [&["base"], room.uses].concat().join(", ");
            Some(wrong(format!("`{name}` may not use `{used}`, only {allowed}")))
        }
        None => {
            let (library, rooms) = LIBRARIES.iter().find(|(library, _)| *library == used)?;
            (!rooms.contains(&name)).then(|| wrong(format!("`{library}` belongs to {}", rooms.join(", "))))
        }
    };
    dependencies(package).filter_map(complain).collect()
}

/// The manifest's path from the root on, if it stands in `crates/`.
fn inside_the_house(root: &Path, manifest: &Path) -> Option<String> {
    let root = root.canonicalize().ok()?;
    let path = manifest.canonicalize().ok()?.strip_prefix(root).ok()?.to_path_buf();
    path.starts_with("crates").then(|| path.display().to_string())
}

fn dependencies(package: &Value) -> impl Iterator<Item = &str> {
    let all = package["dependencies"].as_array().into_iter().flatten();
    all.filter(|it| it["kind"] != "dev").map(|it| text(&it["name"]))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
