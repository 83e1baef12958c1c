//! One feature does not import another: what two areas share belongs to a lower room.

use std::collections::BTreeSet;
use std::path::Path;

use super::{Source, Wrong};

/// Paths from the file of one area into another; `lib.rs`, which joins the areas, may name all.
pub fn look(features: &Path, path: &Path, source: &Source) -> Vec<Wrong> {
    let Some((area, depth)) = whose(features, path) else { return Vec::new() };
    let areas = areas(features);
    let foreign = from_the_top(source, depth).into_iter();
    foreign
        .filter(|token| token.text != area && areas.contains(&token.text))
        .map(|token| source.wrong(token, &format!("the area `{area}` may not use the area `{}`", token.text)))
        .collect()
}

/// The area a file belongs to, and how many modules deep it stands.
fn whose(features: &Path, path: &Path) -> Option<(String, usize)> {
    let inside = path.strip_prefix(features).ok()?.with_extension("");
    let mut modules: Vec<String> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    modules.pop_if(|last| *last == "mod" || *last == "lib");
    Some((modules.first()?.clone(), modules.len()))
}

fn areas(features: &Path) -> BTreeSet<String> {
    let entries = features.read_dir().into_iter().flatten().flatten();
    entries.filter_map(|entry| whose(features, &entry.path())).map(|(area, _)| area).collect()
}

/// The names that follow `crate::`, or as many `super::` as lead out of the area.
fn from_the_top(source: &Source, depth: usize) -> Vec<&super::Token> {
    let mut names = source.after_path("crate");
    let mut at = 0;
    while at < source.tokens.len() {
        let mut up = 0;
        while source.tokens.get(at).is_some_and(|token| token.is_name("super")) && source.path_goes_on(at) {
            up += 1;
            at += 3;
        }
        if up == depth {
            names.extend(source.names_at(at));
        }
        at += 1;
    }
    names
}
