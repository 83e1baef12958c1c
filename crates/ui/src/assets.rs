//! What the browser fetches beside pages: one style sheet, one script, the vendored files. All embedded;
//! the address holds a hash of the content, so that a browser may keep it for ever.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A file as it is served.
#[derive(Clone, Copy, Debug)]
pub struct Asset {
    /// The content.
    pub bytes: &'static [u8],
    /// The value of `Content-Type`.
    pub content_type: &'static str,
    /// Whether the address names this very content, so that it may be kept for a year.
    pub immutable: bool,
}

/// The asset at `path`, the part of the address after `/assets/`; plain names work too, but are not kept.
pub fn asset(path: &str) -> Option<Asset> {
    let shelf = &*SHELF;
    if let Some(name) = shelf.by_path.get(path) {
        return shelf.by_name.get(name).map(|kept| Asset { immutable: true, ..kept.asset });
    }
    shelf.by_name.get(path).map(|kept| kept.asset)
}

/// The address of the asset called `name`, such as `/assets/app.0f3c….css` for `app.css`.
pub fn asset_url(name: &str) -> String {
    match SHELF.by_name.get(name) {
        Some(kept) => format!("/assets/{}", kept.path),
        None => format!("/assets/{name}"),
    }
}

/// The style sheets, in the order of their layers.
const STYLES: &[&str] = &[
    include_str!("../assets/css/reset.css"),
    include_str!("../assets/css/tokens.css"),
    include_str!("../assets/css/base.css"),
    include_str!("frame.css"),
    include_str!("components/badge.css"),
    include_str!("components/bar.css"),
    include_str!("components/button.css"),
    include_str!("components/dialog.css"),
    include_str!("components/empty.css"),
    include_str!("components/field.css"),
    include_str!("components/icon.css"),
    include_str!("components/live.css"),
    include_str!("components/menu.css"),
    include_str!("components/notice.css"),
    include_str!("components/person.css"),
    include_str!("components/search.css"),
    include_str!("components/side.css"),
    include_str!("components/table.css"),
    include_str!("components/tabs.css"),
    include_str!("components/tip.css"),
    include_str!("components/toast.css"),
    include_str!("components/views.css"),
    include_str!("kinds/kinds.css"),
    include_str!("screens/board.css"),
    include_str!("screens/error.css"),
    include_str!("screens/factor.css"),
    include_str!("screens/figures.css"),
    include_str!("screens/form.css"),
    include_str!("screens/list.css"),
    include_str!("screens/notifications.css"),
    include_str!("screens/register.css"),
    include_str!("screens/search.css"),
    include_str!("screens/sign_in.css"),
    include_str!("screens/talk.css"),
    include_str!("../assets/css/utilities.css"),
];

/// The behaviours; each stands in a block of its own and finds its elements by a data attribute.
const SCRIPTS: &[&str] = &[
    include_str!("components/asked.js"),
    include_str!("components/toast.js"),
    include_str!("components/menu.js"),
    include_str!("components/dialog.js"),
    include_str!("components/back.js"),
    include_str!("components/keys.js"),
    include_str!("components/module.js"),
    include_str!("components/keep.js"),
    include_str!("components/search.js"),
    include_str!("components/tip.js"),
    include_str!("frame.js"),
    include_str!("kinds/chips.js"),
    include_str!("kinds/choice.js"),
    include_str!("kinds/link.js"),
    include_str!("kinds/password.js"),
    include_str!("screens/board.js"),
    include_str!("screens/files.js"),
    include_str!("screens/home.js"),
    include_str!("screens/record.js"),
    include_str!("screens/register.js"),
    include_str!("screens/talk.js"),
];

/// What only some pages bring: style sheets with their parts, and scripts of which each part stands in a block of its own.
const PARTS: &[(&str, &[&str])] = &[
    (
        "record.css",
        &[
            include_str!("screens/record.css"),
            include_str!("screens/asks.css"),
            include_str!("screens/guide.css"),
            include_str!("components/prose.css"),
            include_str!("screens/aspects.css"),
            include_str!("screens/circle.css"),
            include_str!("screens/field_history.css"),
            include_str!("screens/files.css"),
            include_str!("screens/known.css"),
            include_str!("screens/next.css"),
            include_str!("screens/timeline.css"),
        ],
    ),
    ("in_place.css", &[include_str!("components/in_place.css")]),
    ("place.js", &[include_str!("components/place.js")]),
    ("circle.js", &[include_str!("screens/circle.js")]),
    ("plan.css", &[include_str!("screens/plan.css")]),
    ("plan.js", &[include_str!("screens/plan.js")]),
    ("step.js", &[include_str!("screens/step.js")]),
    ("glimpse.js", &[include_str!("screens/glimpse.js")]),
    ("in_place.js", &[include_str!("components/in_place.js")]),
];

const FILES: &[(&str, &[u8])] = &[
    ("htmx.js", include_bytes!("../assets/vendor/htmx.js")),
    ("sortable.js", include_bytes!("../assets/vendor/sortable.js")),
    ("inter-latin.woff2", include_bytes!("../assets/vendor/inter-latin.woff2")),
    ("inter-latin-ext.woff2", include_bytes!("../assets/vendor/inter-latin-ext.woff2")),
    ("inter-cyrillic.woff2", include_bytes!("../assets/vendor/inter-cyrillic.woff2")),
    ("inter-cyrillic-ext.woff2", include_bytes!("../assets/vendor/inter-cyrillic-ext.woff2")),
    // Brought once the page stands.
    ("live.js", include_bytes!("components/live.js")),
    ("side.js", include_bytes!("components/side.js")),
    // Only paper needs this.
    ("print.css", include_bytes!("../assets/css/print.css")),
    // Only Today brings this.
    ("home.css", include_bytes!("screens/home.css")),
    // Only the pages that need them bring these.
    ("import.css", include_bytes!("screens/import.css")),
    ("goal.css", include_bytes!("components/goal.css")),
    ("glossary.css", include_bytes!("screens/glossary.css")),
    (
        "report.css",
        concat!(
            include_str!("components/places.css"),
            include_str!("components/points.css"),
            include_str!("screens/report.css")
        )
        .as_bytes(),
    ),
    (
        "settings.css",
        concat!(
            include_str!("components/places.css"),
            include_str!("screens/settings.css"),
            include_str!("screens/role.css"),
            include_str!("screens/health.css"),
            include_str!("screens/api_docs.css"),
        )
        .as_bytes(),
    ),
    // Only the pages that compare bring these.
    ("merge.css", include_bytes!("screens/merge.css")),
    // Only forms that make records bring these.
    ("alike.css", include_bytes!("components/alike.css")),
    ("alike.js", include_bytes!("components/alike.js")),
    // Only the page on which an object is arranged brings these.
    ("layout.css", include_bytes!("screens/layout.css")),
    ("layout.js", include_bytes!("screens/layout.js")),
    // Only pages on which things stand in an order bring these.
    ("ordered.css", include_bytes!("components/ordered.css")),
    ("ordered.js", include_bytes!("components/ordered.js")),
    // Only the tree of teams brings these.
    ("teams.css", include_bytes!("screens/teams.css")),
    ("teams.js", include_bytes!("screens/teams.js")),
    // Only forms with lines bring these.
    ("lines.css", include_bytes!("components/lines.css")),
    ("lines.js", include_bytes!("components/lines.js")),
    // Only what is narrowed brings these.
    ("filters.css", include_bytes!("components/filters.css")),
    ("filters.js", include_bytes!("components/filters.js")),
    // Only lists bring these.
    ("grid.css", include_bytes!("components/grid.css")),
    ("grid.js", include_bytes!("components/grid.js")),
    ("pick.js", include_bytes!("components/pick.js")),
    ("cell.js", include_bytes!("components/cell.js")),
    // Only calendars bring these.
    ("calendar.css", include_bytes!("screens/calendar.css")),
    ("calendar.js", include_bytes!("screens/calendar.js")),
    ("chevron.svg", include_bytes!("../assets/chevron.svg")),
    ("mark.svg", include_bytes!("../assets/mark.svg")),
];

struct Shelf {
    by_name: HashMap<&'static str, Kept>,
    by_path: HashMap<String, &'static str>,
}

struct Kept {
    path: String,
    asset: Asset,
}

static SHELF: LazyLock<Shelf> = LazyLock::new(|| {
    let mut shelf = Shelf { by_name: HashMap::new(), by_path: HashMap::new() };
    for (name, bytes) in FILES {
        shelf.put(name, bytes);
    }
    shelf.put("app.js", in_blocks(SCRIPTS).leak().as_bytes());
    for (name, parts) in PARTS {
        let whole = if name.ends_with(".js") { in_blocks(parts) } else { parts.concat() };
        shelf.put(name, whole.leak().as_bytes());
    }
    let mut styles = told_lines(&STYLES.concat());
    for (name, _) in FILES {
        let hashed = &shelf.by_name[name].path;
        styles = styles.replace(&format!("url({name})"), &format!("url({hashed})"));
    }
    shelf.put("app.css", styles.leak().as_bytes());
    shelf
});

/// Scripts in one, each in a block of its own.
fn in_blocks(scripts: &[&str]) -> String {
    scripts.iter().map(|script| format!("{{\n{}}}\n", told_lines(script))).collect()
}

/// Without what is only there for people: lines that are a comment, and blanks before the first word of a line.
fn told_lines(text: &str) -> String {
    let comment = |line: &str| line.starts_with("// ") || (line.starts_with("/* ") && line.ends_with(" */"));
    let lines = text.lines().map(str::trim_start).filter(|line| !line.is_empty() && !comment(line));
    lines.flat_map(|line| [line, "\n"]).collect()
}

impl Shelf {
    fn put(&mut self, name: &'static str, bytes: &'static [u8]) {
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
        let path = format!("{stem}.{:016x}.{extension}", hash(bytes));
        let content_type = match extension {
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "svg" => "image/svg+xml",
            "woff2" => "font/woff2",
            _ => "application/octet-stream",
        };
        self.by_path.insert(path.clone(), name);
        self.by_name.insert(name, Kept { path, asset: Asset { bytes, content_type, immutable: false } });
    }
}

/// FNV-1a: it tells one release's file from another's; nothing secret hangs on it.
fn hash(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_what_may_be_kept() {
        for name in ["app.css", "app.js", "htmx.js", "inter-latin.woff2", "mark.svg"] {
            let url = asset_url(name);
            let found = asset(url.strip_prefix("/assets/").expect("under /assets/")).expect(name);
            assert!(found.immutable && !found.bytes.is_empty(), "{name}");
            assert!(!asset(name).expect(name).immutable, "{name}");
        }
        assert!(asset("../Cargo.toml").is_none());
    }

    #[test]
    fn the_style_sheet_names_fonts_by_their_hashed_address() {
        let styles = std::str::from_utf8(asset("app.css").expect("there").bytes).expect("text");
        assert!(styles.contains(asset_url("inter-cyrillic.woff2").strip_prefix("/assets/").expect("under")));
        assert!(!styles.contains("url(inter-latin.woff2)"));
    }

    #[test]
    fn a_first_page_stays_light() {
        let bytes = |name| asset(name).expect(name).bytes.len();
        let raw = bytes("app.css") + bytes("app.js") + bytes("htmx.js");
        assert!(raw < 160_000, "styles and scripts are {raw} bytes before compression");
    }
}
