//! Writes every screen from samples as plain files, to look at in a browser:
//! `cargo run -p cordee-ui --example gallery -- FOLDER`, then serve FOLDER (the pages name `/assets/…`).

#[path = "../tests/samples/mod.rs"]
mod samples;

use std::path::Path;
use std::{env, fs, io};

use cordee_ui::{Language, Theme, asset};

fn main() -> io::Result<()> {
    let folder = env::args().nth(1).unwrap_or_else(|| "target/gallery".into());
    let folder = Path::new(&folder);
    fs::create_dir_all(folder.join("assets"))?;
    for language in Language::ALL {
        for theme in [Theme::Light, Theme::Dark] {
            for sample in samples::pages(language, theme) {
                let html = sample.html.into_string();
                for path in html.split("/assets/").skip(1).filter_map(|rest| rest.split('"').next()) {
                    keep(folder, path)?;
                }
                fs::write(
                    folder.join(format!("{}-{}-{}.html", sample.name, language.code(), theme.name())),
                    html,
                )?;
            }
        }
    }
    let styles = fs::read_to_string(
        folder.join("assets").join(cordee_ui::asset_url("app.css").replace("/assets/", "")),
    )?;
    for path in styles.split("url(").skip(1).filter_map(|rest| rest.split(')').next()) {
        keep(folder, path)?;
    }
    Ok(())
}

fn keep(folder: &Path, path: &str) -> io::Result<()> {
    match asset(path) {
        Some(found) => fs::write(folder.join("assets").join(path), found.bytes),
        None => Ok(()),
    }
}
