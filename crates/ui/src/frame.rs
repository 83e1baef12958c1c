//! The frame around every page: navigation, top bar, person. Page and fragment are the same body, with or without it.

use cordee_i18n::Language;
use maud::{DOCTYPE, Markup, html};

use crate::assets::asset_url;
use crate::components::{Icon, Person, Tone, avatar, icon, key_help, search_box};
use crate::word::{counted, sentence, word};

/// What stands around a page.
#[derive(Clone, Debug)]
pub struct Frame {
    /// That one sees as somebody else, if one does.
    pub seeing: Option<Seeing>,
    /// The reader's language.
    pub language: Language,
    /// Light, dark, or as the system says.
    pub theme: Theme,
    /// Whether the person has narrowed the navigation (cookie `nav=closed`).
    pub nav_closed: bool,
    /// What the company calls its workspace.
    pub workspace: String,
    /// The navigation, in the groups of the person's role.
    pub nav: Vec<NavGroup>,
    /// Where one is; the last crumb is this page.
    pub trail: Vec<Crumb>,
    /// What can be created from anywhere; none hides the button.
    pub create: Vec<NavItem>,
    /// Who is signed in; the address is that of their profile.
    pub person: Person,
    /// How many notifications the person has not read, up to a hundred.
    pub unread: u64,
    /// Path and query of this page: to come back to after a change of language or theme.
    pub here: String,
    /// What holds for the whole of Cordee at present, said on every page.
    pub notice: Option<String>,
    /// What just happened, said once.
    pub toast: Option<Toast>,
    /// Whether single keys do something; who has switched them off keeps those with Ctrl.
    pub keys: bool,
    /// The day, as it stands on what is printed.
    pub printed: String,
    /// What of this page is told while it changes.
    pub live: Option<Live>,
}

/// What a page is told while it is looked at.
#[derive(Clone, Debug)]
pub struct Live {
    /// Of what: `OBJECTS`, `OBJECTS/ID`, or nothing but the bell.
    pub of: String,
    /// Up to which entry of the journal it shows.
    pub since: i64,
}

/// A bar that says as whom one sees, with the way out.
#[derive(Clone, Debug)]
pub struct Seeing {
    /// The language of whoever really looks.
    pub language: Language,
    /// As whom, and until when.
    pub text: String,
    /// The address that ends it.
    pub end: String,
    /// The verb on its button.
    pub label: String,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The name in the cookie `theme` and in the form of preferences.
    pub const fn name(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The theme called `name`; the system's for any other text.
    pub fn named(name: &str) -> Theme {
        match name {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::System,
        }
    }
}

/// A group of the navigation; one without a label stands on top.
#[derive(Clone, Debug, Default)]
pub struct NavGroup {
    /// The heading, if any.
    pub label: Option<String>,
    /// Where one can go.
    pub items: Vec<NavItem>,
}

/// A place to go, or a thing to create.
#[derive(Clone, Debug)]
pub struct NavItem {
    /// Its name.
    pub label: String,
    /// Its address.
    pub href: String,
    /// Its icon.
    pub icon: Icon,
    /// The letter after `g` (or after `c`) that leads there.
    pub key: Option<char>,
    /// The letter that by itself makes one about what is open.
    pub alone: Option<char>,
    /// Whether one is there.
    pub current: bool,
}

/// A step of the trail in the top bar.
#[derive(Clone, Debug)]
pub struct Crumb {
    /// What it is called.
    pub label: String,
    /// Its address; none for the page one is on.
    pub href: Option<String>,
}

/// A short message that goes away by itself, with an undo where there is one.
#[derive(Clone, Debug)]
pub struct Toast {
    /// What happened.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
    /// Label and address of a form that takes it back.
    pub undo: Option<(String, String)>,
}

/// The whole page: `body` in its frame.
pub fn page(frame: &Frame, title: &str, body: Markup) -> Markup {
    let language = frame.language;
    let content = html! {
        a.skip href="#main" { (word(language, "nav-skip")) }
        // Early in the order of Tab: what just happened is taken back before one goes on.
        (toasts(language, frame.toast.as_ref()))
        div.shell {
            (navigation(frame))
            div.work.seeing[frame.seeing.is_some()] {
                @if let Some(seeing) = &frame.seeing {
                    form.seeing-bar method="post" action=(seeing.end) lang=(seeing.language.code()) {
                        (icon(Icon::User))
                        p role="status" { (seeing.text) }
                        button.button.small type="submit" { (seeing.label) }
                    }
                }
                (top_bar(frame))
                (print_head(frame))
                @if let Some(notice) = &frame.notice { p.notice role="status" { (notice) } }
                div.beside {
                    (main_part(frame, body))
                    (side(language))
                }
            }
        }
        (key_help(language, frame.keys, &frame.nav, &frame.create))
    };
    document(language, frame.theme, frame.nav_closed, &format!("{title} · {}", frame.workspace), content)
}

/// What stands on top of a printed sheet instead of the navigation.
fn print_head(frame: &Frame) -> Markup {
    let trail: Vec<&str> = frame.trail.iter().map(|crumb| crumb.label.as_str()).collect();
    html! { p.print-head { span { (frame.workspace) " · " (trail.join(" › ")) } span { (frame.printed) } } }
}

fn main_part(frame: &Frame, body: Markup) -> Markup {
    let live = frame.live.as_ref();
    let script = live.map(|_| asset_url("live.js"));
    let (of, since) = (live.map(|live| &live.of), live.map(|live| live.since));
    let said = |key: &str| live.map(|_| sentence(frame.language, key, "count", "#"));
    html! {
        main #main.main tabindex="-1" data-module=[script] data-live=[of] data-since=[since]
            data-more=[said("live-more")] data-gone=[said("live-gone")] { (body) }
    }
}

/// Where a record is shown beside its list or board; filled by a script, which no page needs.
fn side(language: Language) -> Markup {
    let step = |name: &str, shape, key: &str, letter: &str| {
        let label = word(language, key);
        html! { button.icon-button type="button" data-side-step=(name) aria-label=(label) title={ (label) " (" (letter) ")" } { (icon(shape)) } }
    };
    html! {
        aside #side.side hidden data-side data-module=(asset_url("side.js")) aria-label=(word(language, "side-title")) {
            div.side-head {
                a.button.quiet.small data-side-whole { (icon(Icon::ExternalLink)) (word(language, "side-whole")) }
                div.bar-actions {
                    (step("prev", Icon::ChevronLeft, "record-previous", "K"))
                    (step("next", Icon::ChevronRight, "record-next", "J"))
                    (step("close", Icon::X, "action-close", "Esc"))
                }
            }
            div.side-body data-side-body tabindex="-1" {}
        }
    }
}

/// The same body for a request that has its frame already (`HX-Request-Type: partial`); the title goes with it.
pub fn fragment(title: &str, body: Markup) -> Markup {
    html! {
        title { (title) }
        (body)
    }
}

/// A page without a frame, for people who are not signed in.
pub fn bare_page(language: Language, theme: Theme, title: &str, body: Markup) -> Markup {
    let content = html! {
        main #main.bare { (body) }
        (toasts(language, None))
    };
    document(language, theme, false, &format!("{title} · Cordee"), content)
}

fn document(language: Language, theme: Theme, nav_closed: bool, title: &str, content: Markup) -> Markup {
    let theme = (theme != Theme::System).then(|| theme.name());
    html! {
        (DOCTYPE)
        html lang=(language.code()) data-theme=[theme] data-nav=[nav_closed.then_some("closed")] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="htmx-config" content=r#"{"includeIndicatorCSS":false,"history":"reload","defaultTimeout":20000}"#;
                title { (title) }
                link rel="icon" href=(asset_url("mark.svg")) type="image/svg+xml";
                link rel="preload" href=(asset_url("inter-latin.woff2")) as="font" type="font/woff2" crossorigin;
                @if matches!(language, Language::Ru | Language::Uk) {
                    link rel="preload" href=(asset_url("inter-cyrillic.woff2")) as="font" type="font/woff2" crossorigin;
                }
                // Painted once it is whole, as far as the browser knows this: what is still on its way would move what is there.
                link rel="expect" href="#whole" blocking="render";
                link rel="stylesheet" href=(asset_url("app.css"));
                link rel="stylesheet" href=(asset_url("print.css")) media="print";
                script src=(asset_url("htmx.js")) defer {}
                script src=(asset_url("app.js")) type="module" {}
            }
            body { (content) span #whole hidden {} }
        }
    }
}

fn navigation(frame: &Frame) -> Markup {
    let language = frame.language;
    html! {
        // On a phone the navigation is a popover, which needs no script; on a wide screen the style sheet lays it open.
        nav #nav.nav popover aria-label=(word(language, "nav-main")) {
            div.nav-head {
                a.brand href="/" {
                    img src=(asset_url("mark.svg")) alt="" width="22" height="22";
                    span.cut { (frame.workspace) }
                }
            }
            div.nav-body {
                @for group in &frame.nav {
                    @if let Some(label) = &group.label { h2.nav-label { (label) } }
                    ul { @for item in &group.items { li { (nav_link(item)) } } }
                }
            }
            form.nav-foot method="post" action="/preferences" data-preferences {
                input type="hidden" name="back" value=(frame.here);
                @let (value, text) = if frame.nav_closed { ("open", "ui-nav-open") } else { ("closed", "nav-collapse") };
                button.nav-item type="submit" name="nav" value=(value) title=(word(language, text)) {
                    (icon(Icon::PanelLeft)) span.cut { (word(language, text)) }
                }
            }
        }
    }
}

fn nav_link(item: &NavItem) -> Markup {
    html! {
        a.nav-item href=(item.href) title=(item.label) aria-current=[item.current.then_some("page")] data-go=[item.key] {
            (icon(item.icon)) span.cut { (item.label) }
            @if let Some(key) = item.key { kbd aria-hidden="true" { "G" } kbd aria-hidden="true" { (key.to_ascii_uppercase()) } }
        }
    }
}

fn top_bar(frame: &Frame) -> Markup {
    let language = frame.language;
    html! {
        header.topbar {
            button.icon-button.nav-open type="button" popovertarget="nav" aria-label=(word(language, "nav-menu")) { (icon(Icon::Menu)) }
            nav.trail aria-label=(word(language, "ui-trail")) {
                ol {
                    @for crumb in &frame.trail {
                        li {
                            @match &crumb.href {
                                Some(href) => { a.cut href=(href) dir="auto" { (crumb.label) } }
                                None => { span.cut dir="auto" aria-current="page" { (crumb.label) } }
                            }
                        }
                    }
                }
            }
            (search_box(language))
            div.topbar-end {
                @if frame.live.is_some() { div data-presence {} }
                (create_menu(frame))
                (bell(frame))
                (person_menu(frame))
            }
        }
    }
}

fn create_menu(frame: &Frame) -> Markup {
    let label = word(frame.language, "nav-create");
    html! {
        @if !frame.create.is_empty() {
            details.menu data-menu data-create {
                summary.button { (icon(Icon::Plus)) span.wide { (label) } span.sr.narrow-only { (label) } }
                ul.menu-list.end {
                    @for item in &frame.create {
                        li { a.menu-item href=(item.href) data-key=[item.key] data-alone=[item.alone] {
                            (icon(item.icon)) span.grow { (item.label) }
                            @if let Some(key) = item.key { kbd aria-hidden="true" { "C" } kbd aria-hidden="true" { (key.to_ascii_uppercase()) } }
                        } }
                    }
                }
            }
        }
    }
}

fn bell(frame: &Frame) -> Markup {
    let label = match frame.unread {
        0 => word(frame.language, "notification-many"),
        count => counted(frame.language, "notification-unread-count", usize::try_from(count).unwrap_or(100)),
    };
    html! {
        a.icon-button.bell href="/notifications" data-go="n" aria-label=(label) title=(label) data-bell {
            (icon(Icon::Bell))
            @if frame.unread > 0 {
                span.bell-count aria-hidden="true" { @if frame.unread > 99 { "99+" } @else { (frame.unread) } }
            }
        }
    }
}

fn person_menu(frame: &Frame) -> Markup {
    let language = frame.language;
    html! {
        details.menu data-menu {
            summary.avatar-button title=(frame.person.name) { span.sr { (word(language, "ui-person-menu")) ": " } (avatar(&frame.person)) }
            div.menu-list.end {
                p.menu-head { b.cut { (frame.person.name) } @if let Some(mail) = &frame.person.hint { span.cut.quiet { (mail) } } }
                form.menu-group method="post" action="/preferences" data-preferences {
                    input type="hidden" name="back" value=(frame.here);
                    fieldset {
                        legend { (word(language, "settings-appearance")) }
                        div.segments {
                            @for (theme, key, shape) in [
                                (Theme::System, "ui-theme-system", Icon::SunMoon),
                                (Theme::Light, "ui-theme-light", Icon::Sun),
                                (Theme::Dark, "ui-theme-dark", Icon::Moon),
                            ] {
                                button type="submit" name="theme" value=(theme.name()) aria-pressed=(frame.theme == theme) {
                                    (icon(shape)) (word(language, key))
                                }
                            }
                        }
                    }
                }
                form.menu-group method="post" action="/preferences" {
                    input type="hidden" name="back" value=(frame.here);
                    fieldset {
                        legend { (word(language, "settings-language")) }
                        @for choice in Language::ALL {
                            button.menu-item type="submit" name="language" value=(choice.code()) lang=(choice.code()) aria-pressed=(choice == language) {
                                span.grow { (choice.native_name()) } @if choice == language { (icon(Icon::Check)) }
                            }
                        }
                    }
                }
                ul.menu-group {
                    @if let Some(profile) = &frame.person.href {
                        li { a.menu-item href=(profile) { (icon(Icon::User)) (word(language, "nav-profile")) } }
                    }
                    li { button.menu-item type="button" data-open-keys hidden {
                        (icon(Icon::Keyboard)) span.grow { (word(language, "ui-keys")) } kbd { "?" }
                    } }
                }
                form.menu-group method="post" action="/sign-out" {
                    button.menu-item type="submit" { (icon(Icon::LogOut)) (word(language, "sign-out")) }
                }
            }
        }
    }
}

fn toasts(language: Language, toast: Option<&Toast>) -> Markup {
    html! {
        div.toasts role="status" aria-live="polite" data-toasts data-close=(word(language, "action-close"))
            data-lost=(word(language, "ui-connection-lost")) {
            @if let Some(toast) = toast {
                div.toast data-toast data-tone=(toast.tone.name()) {
                    p { (toast.text) }
                    @if let Some((label, href)) = &toast.undo {
                        form method="post" action=(href) {
                            button.toast-undo type="submit" aria-keyshortcuts="Z Control+Z" { (label) " " kbd aria-hidden="true" { "Z" } }
                        }
                    }
                }
            }
        }
    }
}
