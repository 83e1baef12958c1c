//! Something done, or to be done, with a customer: a call, a letter, a meeting, a task, a note.

use cordee_base::{Date, Id, Moment};
use cordee_schema::{
    AnyLink, Calendar, Choice, Colour, Deed, Deeds, Default, Field, Group, Object, RollUp, Rolled, any_link,
    choice, choices, date, link, links, long_text, moment, object, person, text, variety, yes_no,
};

/// What it is, in a few words.
pub const SUBJECT: Field<String> = text("subject").required().searched();
/// What sort of thing it is.
pub const KIND: Field<String> = choice("kind", KINDS).required().default(Default::Text("task"));
/// The account it is about.
pub const ACCOUNT: Field<Id> = link("account", "account");
/// The person it is with.
pub const CONTACT: Field<Id> = link("contact", "contact");
/// Who else takes part, of whichever account.
pub const PARTICIPANTS: Field<Vec<Id>> = links("participants", "contact");
/// The lead it is about.
pub const LEAD: Field<Id> = link("lead", "lead");
/// The deal it is about.
pub const OPPORTUNITY: Field<Id> = link("opportunity", "opportunity");
/// Any other record it is about: a product, a pipeline, a colleague.
pub const ABOUT: Field<Box<AnyLink>> = any_link("about");
/// When it begins, or took place.
pub const STARTS_AT: Field<Moment> = moment("starts_at").sorted();
/// When it ends.
pub const ENDS_AT: Field<Moment> = moment("ends_at");
/// The day by which it must be done.
pub const DUE_DATE: Field<Date> = date("due_date").sorted();
/// It has been done.
pub const DONE: Field<bool> = yes_no("done").required().default(Default::YesNo(false));
/// When it was done.
pub const DONE_AT: Field<Moment> = moment("done_at");
/// The day for which it is planned: that on which it begins, else that by which it must be done.
pub const PLANNED_ON: Field<Date> = date("planned_on").read_only().no_import();
/// What came of it.
pub const OUTCOME: Field<String> = choice("outcome", OUTCOMES);
/// What was talked about; what is not ticked was not.
pub const TOPICS: Field<Vec<String>> = choices("topics", TOPICS_OF_TALKS);
/// Who turned to whom.
pub const DIRECTION: Field<String> = choice("direction", DIRECTIONS);
/// Who does it.
pub const OWNER: Field<Id> = person("owner").default(Default::Me);
/// What was said and agreed.
pub const NOTES: Field<String> = long_text("notes").searched().personal();

const KINDS: &[Choice] = &[
    Choice::new("call"),
    Choice::new("email"),
    Choice::new("fax"),
    Choice::new("meeting"),
    Choice::new("demo"),
    Choice::new("task"),
    Choice::new("note"),
    Choice::new("visit"),
    Choice::new("social"),
];

const OUTCOMES: &[Choice] = &[
    Choice::new("connected").colour(Colour::Blue),
    Choice::new("no_answer"),
    Choice::new("voicemail"),
    Choice::new("wrong_number").colour(Colour::Amber),
    Choice::new("positive").colour(Colour::Green),
    Choice::new("neutral"),
    Choice::new("negative").colour(Colour::Red),
    Choice::new("no_show").colour(Colour::Amber),
];

const TOPICS_OF_TALKS: &[Choice] = &[
    Choice::new("needs"),
    Choice::new("product"),
    Choice::new("price"),
    Choice::new("timing"),
    Choice::new("decision"),
    Choice::new("contract"),
    Choice::new("competition"),
];

const DIRECTIONS: &[Choice] = &[Choice::new("inbound"), Choice::new("outbound")];

/// The roll-up, by its link to them, of when one last spoke with, met or wrote to somebody.
pub(super) const fn last_contact(link: &'static str) -> RollUp {
    let talks = "done = yes and kind in (call, email, meeting, demo, visit)";
    RollUp { of: "activity", by: link, what: Rolled::Max, field: Some(DONE_AT.name()), filter: Some(talks) }
}

/// The roll-up, by its link to them, of the day for which the next is planned.
pub(super) const fn next(link: &'static str) -> RollUp {
    let field = Some(PLANNED_ON.name());
    RollUp { of: "activity", by: link, what: Rolled::Min, field, filter: Some("done = no") }
}

/// Something done, or to be done, with a customer.
pub static ACTIVITY: Object = object("activity", "activities")
    .icon("activity")
    .title(SUBJECT.name())
    .owner(OWNER.name())
    .letter('t')
    .made_as(
        KIND.name(),
        &[
            variety("task", 't', 't'),
            variety("note", 'n', 'n'),
            variety("call", 'c', 'l'),
            variety("email", 'm', 'm'),
            variety("meeting", 'e', 'v'),
        ],
    )
    .fields(&[
        SUBJECT.def,
        KIND.def,
        ACCOUNT.def,
        CONTACT.def,
        PARTICIPANTS.def,
        LEAD.def,
        OPPORTUNITY.def,
        ABOUT.def,
        STARTS_AT.def,
        ENDS_AT.def,
        DUE_DATE.def,
        DONE.def,
        DONE_AT.def,
        OUTCOME.def,
        DIRECTION.def,
        OWNER.def,
        NOTES.def,
        PLANNED_ON.def,
        TOPICS.def,
    ])
    .list(&[
        SUBJECT.name(),
        KIND.name(),
        ACCOUNT.name(),
        CONTACT.name(),
        OPPORTUNITY.name(),
        STARTS_AT.name(),
        DUE_DATE.name(),
        DONE.name(),
        OUTCOME.name(),
        OWNER.name(),
    ])
    .descending(STARTS_AT.name())
    .calendar(Calendar {
        start: STARTS_AT.name(),
        end: Some(ENDS_AT.name()),
        day: Some(DUE_DATE.name()),
        kind: Some(KIND.name()),
        done: Some(DONE.name()),
    })
    .narrowed(&[(DONE.name(), DUE_DATE.name()), (DONE.name(), STARTS_AT.name())])
    .deeds(Deeds {
        kind: KIND.name(),
        done: DONE.name(),
        done_at: DONE_AT.name(),
        starts: STARTS_AT.name(),
        due: DUE_DATE.name(),
        planned: PLANNED_ON.name(),
        notes: NOTES.name(),
        facts: &[
            OUTCOME.name(),
            TOPICS.name(),
            DIRECTION.name(),
            CONTACT.name(),
            PARTICIPANTS.name(),
            OPPORTUNITY.name(),
        ],
        written: &[
            Deed { kind: "note", icon: "note", fields: &[NOTES.name()], done: true },
            Deed {
                kind: "call",
                icon: "phone",
                fields: &[
                    NOTES.name(),
                    OUTCOME.name(),
                    DIRECTION.name(),
                    CONTACT.name(),
                    STARTS_AT.name(),
                    TOPICS.name(),
                ],
                done: true,
            },
            Deed {
                kind: "email",
                icon: "mail",
                fields: &[SUBJECT.name(), NOTES.name(), DIRECTION.name(), CONTACT.name(), STARTS_AT.name()],
                done: true,
            },
            Deed {
                kind: "meeting",
                icon: "calendar",
                fields: &[
                    SUBJECT.name(),
                    STARTS_AT.name(),
                    ENDS_AT.name(),
                    PARTICIPANTS.name(),
                    NOTES.name(),
                    TOPICS.name(),
                ],
                done: true,
            },
            Deed {
                kind: "task",
                icon: "list-checks",
                fields: &[SUBJECT.name(), DUE_DATE.name(), OWNER.name(), NOTES.name()],
                done: false,
            },
        ],
    })
    .facts(&[
        KIND.name(),
        STARTS_AT.name(),
        DUE_DATE.name(),
        DONE.name(),
        OUTCOME.name(),
        ACCOUNT.name(),
        CONTACT.name(),
        PARTICIPANTS.name(),
        OWNER.name(),
    ])
    .form(&[
        Group { name: "main", fields: &[SUBJECT.name(), KIND.name(), DIRECTION.name(), OWNER.name()] },
        Group {
            name: "about",
            fields: &[
                ACCOUNT.name(),
                CONTACT.name(),
                PARTICIPANTS.name(),
                LEAD.name(),
                OPPORTUNITY.name(),
                ABOUT.name(),
            ],
        },
        Group { name: "when", fields: &[STARTS_AT.name(), ENDS_AT.name(), DUE_DATE.name()] },
        Group {
            name: "result",
            fields: &[DONE.name(), DONE_AT.name(), OUTCOME.name(), TOPICS.name(), NOTES.name()],
        },
    ]);
