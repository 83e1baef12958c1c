use cordee_ui::components::{Empty, GoalAsked, Tab, Tip};
use cordee_ui::screens::calendar::{Calendar, Day, Event, Shape, calendar};
use cordee_ui::screens::home::{Home, Item, ItemVerb, MonthFigure, Part, home};
use cordee_ui::{Action, Cell, Icon, Language, Markup, Person, Pick, Tone, Way};

use super::word;

fn item(language: Language, title: &str, day: &str, tone: Tone) -> Item {
    Item {
        id: "1".into(),
        icon: Icon::CircleDollarSign,
        title: title.into(),
        href: "/opportunities/1".into(),
        version: "3".into(),
        about: vec!["Betasoloin".into(), "Warehouse automation, phase 2".into()],
        signs: vec![Pick::new("no_next_step", word(language, "record-no-next-step")).tone(Tone::Risk)],
        worth: Some(Cell::Money { amount: "1,104,250".into(), currency: "$".into(), sign_first: true }),
        when: Some(Cell::Date { text: day.into(), iso: "2026-03-02".into(), tone }),
        owner: Some(Person::named("Зоя Петровна Ким")),
        done: Some(ItemVerb {
            label: word(language, "action-step-done"),
            way: Way::Dialog("/opportunities/1/do/step_done".into()),
        }),
        act: "/today/opportunities/1".into(),
        moves: Some("2026-03-02".into()),
        snoozed: None,
    }
}

fn view(language: Language) -> Home {
    let part = |name: &str, items: Vec<Item>, aside| Part {
        name: name.into(),
        label: word(language, &format!("today-{name}")),
        count: items.len().to_string(),
        items,
        plan: (name == "follow-up").then(|| "/opportunities/plan".into()),
        more: vec![(word(language, "opportunity-many"), "/opportunities".into())],
        none: word(language, &format!("today-{name}-none")),
        aside,
    };
    let posted = ItemVerb {
        label: word(language, "action-complete"),
        way: Way::Post("/today/activities/2/do/complete".into(), Vec::new()),
    };
    let long = "Ask whether the second warehouse needs the same racks, and by when".repeat(3);
    let steps = vec![
        item(language, "Call Bo", "Feb 27, 2026", Tone::Overdue),
        Item { done: Some(posted), signs: Vec::new(), ..item(language, &long, "9:00 AM", Tone::Neutral) },
        Item { done: None, snoozed: Some("Mar 4".into()), ..item(language, "X", "", Tone::Neutral) },
    ];
    Home {
        title: "Hello, Ann".into(),
        intro: "Mar 2, 2026".into(),
        whose: vec![
            Tab { label: word(language, "whose-mine"), href: "/".into(), icon: None, current: true },
            Tab {
                label: word(language, "whose-team"),
                href: "/?who=team".into(),
                icon: None,
                current: false,
            },
        ],
        goal: Some(GoalAsked { label: word(language, "goal-gap"), href: "/opportunities/board/goal".into() }),
        month_title: "March 2026".into(),
        month: vec![MonthFigure {
            label: word(language, "metric-won-value"),
            tip: Some(Tip { term: "closed-won".into(), label: word(language, "term-tip") }),
            value: "$1,104,250".into(),
            before: "$900,000".into(),
            tone: Tone::Won,
            href: "/opportunities".into(),
        }],
        parts: vec![
            part("steps", steps, false),
            part("leads", Vec::new(), false),
            part("meetings", Vec::new(), true),
        ],
        back: "/".into(),
        later: vec![(word(language, "today-tomorrow"), "2026-03-03".into())],
        put_off: Some(("2".into(), "/?snoozed=yes".into())),
        empty: None,
    }
}

pub fn typical(language: Language) -> Markup {
    home(language, &view(language))
}

pub fn nothing(language: Language) -> Markup {
    let empty = Empty {
        icon: Icon::CircleCheck,
        title: word(language, "today-empty"),
        text: word(language, "today-empty-text"),
        actions: vec![Action::new(word(language, "opportunity-new"), Way::Go("/opportunities/new".into()))],
    };
    home(language, &Home { empty: Some(empty), parts: Vec::new(), ..view(language) })
}

pub fn days(language: Language, shape: Shape) -> Markup {
    let event = |id: &str, title: &str, quarters, lane| Event {
        id: id.into(),
        version: "1".into(),
        title: title.into(),
        href: format!("/activities/{id}"),
        time: "9:00 AM".into(),
        said: format!("9:00 AM, {title}"),
        hue: Some(3),
        done: id == "2",
        owner: Some(Person::named("李伟")),
        quarters,
        lane,
        from: "2026-03-02T09:00".into(),
        to: "2026-03-02T10:00".into(),
        when: Some(format!("/activities/{id}/when")),
        lengthens: true,
    };
    let all_day = |id: &str| Event {
        time: String::new(),
        from: "2026-03-02".into(),
        to: String::new(),
        ..event(id, "Send it", (0, 96), (0, 1))
    };
    let day = |number: i64| Day {
        iso: format!("2026-03-{number:02}"),
        name: format!("Mon, Mar {number}"),
        short: number.to_string(),
        href: "/activities/calendar?view=day".into(),
        today: number == 2,
        outside: number == 8,
        all_day: if number == 2 { vec![all_day("9")] } else { Vec::new() },
        timed: match number {
            2 => vec![event("1", "Meet the board", (36, 40), (0, 2)), event("2", "Call", (37, 39), (1, 2))],
            _ => Vec::new(),
        },
        hidden: (number == 2).then(|| "2".into()),
        new: Some("/activities/new".into()),
        slots: if shape.has_hours() {
            vec![(9, "/activities/new".into(), format!("{number}, 9:00"))]
        } else {
            Vec::new()
        },
    };
    let shapes = Shape::ALL.iter().map(|(name, one)| Tab {
        label: word(language, &format!("calendar-{name}")),
        href: format!("/activities/calendar?view={name}"),
        icon: None,
        current: *one == shape,
    });
    let view = Calendar {
        title: "March 2026".into(),
        shape,
        shapes: shapes.collect(),
        whose: Vec::new(),
        people: vec![("7".into(), "李伟".into(), true)],
        keep: vec![("view".into(), "week".into())],
        path: "/activities/calendar".into(),
        earlier: "/activities/calendar?day=2026-02-23".into(),
        later: "/activities/calendar?day=2026-03-09".into(),
        now: "/activities/calendar".into(),
        others: Vec::new(),
        actions: vec![
            Action::new(word(language, "activity-new"), Way::Go("/activities/new".into())).primary(),
        ],
        hours: if shape.has_hours() { vec![(9, "9 AM".into())] } else { Vec::new() },
        weekdays: if shape == Shape::Month { vec!["Mon".into()] } else { Vec::new() },
        days: (1..9).map(day).collect(),
        kinds: vec![(3, word(language, "activity-kind-meeting"))],
        more: Some(word(language, "calendar-cut")),
        back: "/activities/calendar".into(),
    };
    calendar(language, &view)
}
