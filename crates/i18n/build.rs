//! Lists every file of `locales/` as Rust, so that the words travel inside the binary.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let locales = Path::new(
        &env::var_os("CARGO_MANIFEST_DIR")
            .ok_or_else(|| io::Error::other("cargo names no folder of this crate"))?,
    )
    .join("../../locales")
    .canonicalize()?;
    // Cargo looks at the whole folder: a changed, added or removed file builds this crate again.
    println!("cargo::rerun-if-changed={}", locales.display());
    let mut code = String::from("pub(crate) static FILES: &[(&str, &str, &str)] = &[\n");
    for folder in sorted(&locales)?.into_iter().filter(|path| path.is_dir()) {
        for file in sorted(&folder)?.into_iter().filter(|path| path.extension().is_some_and(|e| e == "ftl")) {
            let (language, name) = (name(&folder), name(&file));
            let _ = writeln!(code, "    ({language:?}, {name:?}, include_str!({file:?})),");
        }
    }
    code.push_str("];\n");
    let out =
        env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo names no folder for generated code"))?;
    fs::write(Path::new(&out).join("files.rs"), code)
}

/// What lies in `folder`, in the order of names, so that a build can be repeated.
fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
