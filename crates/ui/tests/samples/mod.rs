//! Sample values of every screen: a small invented company, in each language.

mod arrange;
mod board;
mod figures;
mod form;
mod import;
mod layout;
mod list;
mod merge;
mod notifications;
mod other;
mod plan;
mod record;
mod register;
mod role;
mod sign_in;
mod today;

use cordee_i18n::{Language, field, object, objects, say};
use cordee_ui::screens::calendar::Shape;
use cordee_ui::{
    Cell, Crumb, Frame, Icon, Markup, NavGroup, NavItem, Person, Pick, Theme, Tone, bare_page, page,
};

/// A page drawn from samples.
pub struct Sample {
    pub name: &'static str,
    pub html: Markup,
}

/// Every screen in `language`.
pub fn pages(language: Language, theme: Theme) -> Vec<Sample> {
    let bare = |name, title: &str, body| Sample { name, html: bare_page(language, theme, title, body) };
    let framed = |name, current: &str, title: &str, body| Sample {
        name,
        html: page(&frame(language, theme, current, title), title, body),
    };
    let deals = objects(language, "opportunity");
    let accounts = objects(language, "account");
    vec![
        bare("sign-in", "Cordee", sign_in::sign_in(language)),
        bare("set-up", "Cordee", sign_in::set_up(language)),
        bare("second-step", "Cordee", sign_in::second_step(language)),
        framed("factor", "nav-settings", &word(language, "factor-title"), sign_in::recovery_codes(language)),
        framed("list", "account", &accounts, list::typical(language)),
        framed("list-empty", "account", &accounts, list::empty(language)),
        framed("list-groups", "account", &accounts, list::groups(language)),
        framed("condition", "account", &word(language, "filter-change"), list::condition(language)),
        framed("bulk", "account", &word(language, "bulk-edit"), list::bulk(language)),
        framed("bulk-done", "account", &word(language, "bulk-edit"), list::bulk_done(language)),
        framed("record", "opportunity", TITLE, record::typical(language)),
        framed("field-history", "opportunity", TITLE, record::one_field(language)),
        framed("form", "opportunity", &say(language, "opportunity-new", &[]), form::typical(language)),
        framed("form-wrong", "opportunity", &say(language, "opportunity-new", &[]), form::wrong(language)),
        framed("form-kinds", "opportunity", "Kinds", form::every_kind(language)),
        framed("form-lines", "opportunity", "Lines", form::with_lines(language)),
        framed("form-alike", "account", &say(language, "account-new", &[]), form::alike(language)),
        framed("confirm", "opportunity", TITLE, form::confirm(language)),
        framed("board", "opportunity", &deals, board::typical(language)),
        framed("plan", "opportunity", &word(language, "plan-title"), plan::typical(language)),
        framed("today", "nav-home", &word(language, "nav-home"), today::typical(language)),
        framed("today-empty", "nav-home", &word(language, "nav-home"), today::nothing(language)),
        framed("calendar", "activity", "March 2026", today::days(language, Shape::Week)),
        framed("calendar-month", "activity", "March 2026", today::days(language, Shape::Month)),
        framed("figures", "figures-title", &word(language, "metric-win-rate"), figures::typical(language)),
        framed(
            "figures-empty",
            "figures-title",
            &word(language, "metric-win-rate"),
            figures::empty(language),
        ),
        framed("import-file", "action-import", &word(language, "action-import"), import::file(language)),
        framed("import-columns", "action-import", "accounts.csv", import::columns(language)),
        framed("import-check", "action-import", "accounts.csv", import::check(language)),
        framed("import-run", "action-import", "sales_pipeline.csv", import::run(language)),
        framed("import-files", "action-import", "2 files", import::files(language)),
        framed("import-checks", "action-import", "2 files", import::checks(language)),
        framed("import-files-run", "action-import", "2 files", import::files_run(language)),
        framed("import-done", "action-import", "accounts.csv", import::done(language)),
        framed("merge", "account", &word(language, "merge-title"), merge::typical(language)),
        framed("merge-other", "account", &word(language, "merge-title"), merge::other(language)),
        framed("duplicates", "account", &word(language, "duplicates-title"), merge::doubles(language)),
        framed(
            "notifications",
            "account",
            &word(language, "notification-many"),
            notifications::some(language),
        ),
        framed(
            "notifications-none",
            "account",
            &word(language, "notification-many"),
            notifications::none(language),
        ),
        framed("trash", "nav-trash", &word(language, "trash-title"), register::trash(language)),
        framed("trash-empty", "nav-trash", &word(language, "trash-title"), register::trash_empty(language)),
        framed("users", "nav-settings", &word(language, "user-many"), register::users(language)),
        framed("tokens", "nav-settings", &word(language, "tokens-title"), register::tokens(language)),
        framed("sessions", "nav-settings", &word(language, "sessions-title"), register::sessions(language)),
        framed("jobs", "nav-settings", &word(language, "jobs-title"), register::jobs(language)),
        framed("role", "nav-settings", "Account executive", role::typical(language)),
        framed("ways", "nav-settings", &word(language, "objects-title"), arrange::ways(language)),
        framed("step-asks", "nav-settings", &word(language, "objects-title"), arrange::asked(language)),
        framed("teams", "nav-settings", &word(language, "objects-title"), arrange::tree(language)),
        framed("layout", "nav-settings", &word(language, "objects-title"), layout::typical(language)),
        framed("search", "account", &word(language, "nav-search"), other::found(language)),
        framed("search-none", "account", &word(language, "nav-search"), other::found_nothing(language)),
        framed("glossary", "account", &word(language, "glossary-title"), other::glossary(language)),
        framed("term", "account", &word(language, "glossary-title"), other::term(language)),
        framed("error", "account", &word(language, "problem-internal"), other::failure(language)),
        bare("error-bare", &word(language, "problem-internal"), other::failure(language)),
        framed("api-docs", "nav-settings", &word(language, "nav-api-docs"), other::docs(language)),
    ]
}

pub const TITLE: &str = "Warehouse automation, phase 2";

pub fn frame(language: Language, theme: Theme, current: &str, title: &str) -> Frame {
    let go = |name: &str, icon, key| NavItem {
        alone: None,
        label: objects(language, name),
        href: format!("/{name}"),
        icon,
        key: Some(key),
        current: name == current,
    };
    let create = |name: &str, icon, key| NavItem {
        alone: None,
        label: object(language, name),
        href: format!("/{name}/new"),
        icon,
        key: Some(key),
        current: false,
    };
    let place = |key: &str, href: &str, icon, letter| NavItem {
        alone: None,
        label: say(language, key, &[]),
        href: href.into(),
        icon,
        key: letter,
        current: key == current,
    };
    Frame {
        seeing: None,
        printed: "Mar 2, 2026".into(),
        language,
        theme,
        nav_closed: false,
        workspace: "Northwind Rope Works".into(),
        nav: vec![
            NavGroup {
                label: None,
                items: vec![
                    go("lead", Icon::Target, 'l'),
                    go("account", Icon::Building2, 'a'),
                    go("contact", Icon::Contact, 'p'),
                    go("opportunity", Icon::CircleDollarSign, 'd'),
                    go("activity", Icon::Activity, 't'),
                    go("product", Icon::Package, 'o'),
                ],
            },
            NavGroup {
                label: Some(say(language, "nav-reports", &[])),
                items: vec![place("figures-title", "/figures", Icon::ChartColumn, Some('r'))],
            },
            NavGroup {
                label: Some(say(language, "nav-settings", &[])),
                items: vec![
                    place("action-import", "/import", Icon::Upload, Some('i')),
                    place("nav-trash", "/trash", Icon::Trash2, None),
                    place("nav-settings", "/settings", Icon::Settings, Some('s')),
                ],
            },
        ],
        trail: trail(language, current, title),
        create: vec![
            create("opportunity", Icon::CircleDollarSign, 'd'),
            create("account", Icon::Building2, 'a'),
            create("contact", Icon::Contact, 'p'),
            create("lead", Icon::Target, 'l'),
        ],
        person: Person {
            hint: Some("anna.snelling@northwind.example".into()),
            ..Person::named("Anna Snelling")
        },
        unread: 3,
        here: "/".into(),
        notice: None,
        toast: None,
        keys: true,
        live: None,
    }
}

fn trail(language: Language, current: &str, title: &str) -> Vec<Crumb> {
    let here = Crumb { label: title.into(), href: None };
    let parent = if current.contains('-') { say(language, current, &[]) } else { objects(language, current) };
    if parent == title { vec![here] } else { vec![Crumb { label: parent, href: Some("/".into()) }, here] }
}

pub fn label(language: Language, object: &str, name: &str) -> String {
    field(language, object, name)
}

pub fn word(language: Language, key: &str) -> String {
    say(language, key, &[])
}

pub fn text(value: &str) -> Cell {
    Cell::Text(value.into())
}

pub fn money(amount: &str) -> Cell {
    Cell::Money { amount: amount.into(), currency: "EUR".into(), sign_first: false }
}

pub fn link(title: &str, href: &str) -> Cell {
    Cell::Link { title: title.into(), href: Some(href.into()) }
}

pub fn date(text: &str, tone: Tone) -> Cell {
    Cell::Date { text: text.into(), iso: "2026-11-30".into(), tone }
}

pub fn owner(name: &str) -> Cell {
    Cell::Person(Person::named(name))
}

pub fn pick(label: &str, tone: Tone) -> Cell {
    Cell::Choice(Pick::new(label, label).tone(tone))
}

/// Companies whose names look as they do where `language` is spoken.
pub fn companies(language: Language) -> [&'static str; 12] {
    match language {
        Language::Ru => [
            "Северсталь-Логистика",
            "ООО «Вектор»",
            "Белый Камень",
            "АО «Уралэнергосбыт»",
            "Ромашка",
            "Тверской вагоностроительный завод",
            "Альфа-Строй",
            "Новые Горизонты",
            "Глобус",
            "Промтехника",
            "Сибирский лес",
            "Чайка",
        ],
        Language::Uk => [
            "Дніпро-Логістик",
            "ТОВ «Вектор»",
            "Білий Камінь",
            "Київенергозбут",
            "Ґрунт",
            "Львівський автобусний завод",
            "Альфа-Буд",
            "Нові Обрії",
            "Глобус",
            "Промтехніка",
            "Карпатський ліс",
            "Чайка",
        ],
        Language::Zh => [
            "华东物流有限公司",
            "北京远景科技",
            "白石建材",
            "深圳新能源",
            "向日葵",
            "长春客车制造厂",
            "阿尔法建筑",
            "新视野",
            "环球贸易",
            "精工机械",
            "西伯利亚木业",
            "海鸥",
        ],
        _ => [
            "Acme Corporation",
            "Betatech",
            "Cancity",
            "Donquadtich International Holdings",
            "Émile & Fils",
            "Globex",
            "Hatfan",
            "Initech",
            "Isdom",
            "Kan-code",
            "Łódź Tekstil",
            "Zumgoity",
        ],
    }
}

/// Records that may be the same as another.
pub fn likely(language: Language, compare: Option<&str>) -> Vec<cordee_ui::components::Likely> {
    let reason =
        |key: &str, name: &str| say(language, key, &[("field", field(language, "account", name).into())]);
    let names = companies(language);
    let likely = names.iter().take(2).map(|name| cordee_ui::components::Likely {
        id: "01A".into(),
        title: (*name).to_owned(),
        href: "/accounts/2".into(),
        hint: object(language, "account"),
        reasons: vec![reason("alike-same", "domain"), reason("alike-similar", "name")],
        take: compare
            .is_none()
            .then(|| (word(language, "alike-move"), "/accounts/2/join?by=parent&to=1".into())),
        compare: compare.map(str::to_owned),
    });
    likely.collect()
}
