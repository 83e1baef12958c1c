use cordee_ui::components::{Empty, Tab};
use cordee_ui::screens::notifications::{Notification, Notifications, notifications};
use cordee_ui::screens::record::Change;
use cordee_ui::screens::talk::Piece;
use cordee_ui::{Action, Icon, Language, Markup, Person, Way};

use super::{label, text, word};

pub fn some(language: Language) -> Markup {
    notifications(language, &view(language, rows(language)))
}

pub fn none(language: Language) -> Markup {
    notifications(language, &view(language, Vec::new()))
}

fn view(language: Language, rows: Vec<Notification>) -> Notifications {
    let tab = |key: &str, href: &str, current| Tab {
        label: word(language, key),
        href: href.into(),
        icon: None,
        current,
    };
    let all = Way::Post("/notifications/read".into(), Vec::new());
    Notifications {
        title: word(language, "notification-many"),
        tabs: vec![
            tab("notification-unread", "/notifications", true),
            tab("notification-all", "/notifications?show=all", false),
        ],
        actions: vec![Action::new(word(language, "notification-read-all"), all).icon(Icon::Check)],
        rows,
        older: Some("/notifications?cursor=1".into()),
        empty: Empty {
            icon: Icon::Bell,
            title: word(language, "notification-none"),
            text: word(language, "notification-none-hint"),
            actions: Vec::new(),
        },
    }
}

fn rows(language: Language) -> Vec<Notification> {
    let row = |what: &str, unread| Notification {
        href: "/opportunities/1".into(),
        unread,
        who: Person::named("Dustin Brinkmann"),
        what: word(language, what),
        icon: Icon::CircleDollarSign,
        title: "Émile & Fils: 200 m de corde".into(),
        when: "21 Nov, 18:02".into(),
        when_iso: "2026-11-21T18:02:00Z".into(),
        said: Vec::new(),
        changes: Vec::new(),
        mark: "/notifications/1/read".into(),
        mark_label: word(language, "notification-mark-read"),

        later: None,
        put_off: None,
    };
    let said = vec![Piece::Mention("@Anna Snelling".into()), Piece::Text(" they want it by Friday".into())];
    let change = Change {
        field: label(language, "opportunity", "stage"),
        from: text("Demo"),
        to: text("Proposal"),
        history: None,
        undo: None,
    };
    vec![
        Notification { said, ..row("notification-did-mention", true) },
        Notification { changes: vec![change], ..row("notification-did-change", false) },
    ]
}
