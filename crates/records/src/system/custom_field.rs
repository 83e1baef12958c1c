//! A field that a workspace has added to an object, its own or one that all have.

use cordee_base::Decimal;
use cordee_schema::{Choice, Default, Field, Group, Object, choice, long_text, number, object, text, yes_no};

/// The kinds that a workspace can choose from.
pub const KINDS: &[Choice] = &[
    Choice::new("text"),
    Choice::new("long_text"),
    Choice::new("number"),
    Choice::new("money"),
    Choice::new("percent"),
    Choice::new("date"),
    Choice::new("time"),
    Choice::new("moment"),
    Choice::new("yes_no"),
    Choice::new("choice"),
    Choice::new("choices"),
    Choice::new("tags"),
    Choice::new("link"),
    Choice::new("links"),
    Choice::new("any_link"),
    Choice::new("person"),
    Choice::new("email"),
    Choice::new("phone"),
    Choice::new("url"),
    Choice::new("address"),
    Choice::new("file"),
    Choice::new("formula"),
    Choice::new("roll_up"),
];

/// What a roll-up can reckon.
pub const ROLLED: &[Choice] = &[
    Choice::new("count"),
    Choice::new("different"),
    Choice::new("sum"),
    Choice::new("min"),
    Choice::new("max"),
    Choice::new("latest"),
];

/// What it is called.
pub const LABEL: Field<String> = text("label").required().searched().sorted();
/// The object that has it, by name.
pub const OBJECT: Field<String> = text("object").required().once().sorted();
/// What kind of field it is.
pub const KIND: Field<String> = choice("kind", KINDS).required().once();
/// The name in code, table and API: `x_segment`. Made of the label unless it is given.
pub const NAME: Field<String> = text("name").once();
/// What it is called in other languages: JSON of a text by the code of the language.
pub const TRANSLATIONS: Field<String> = long_text("translations");
/// For a link, and for links to many: the object they lead to, by name.
pub const LINKS_TO: Field<String> = text("links_to").once();
/// For a link to records of several objects: which these are, a name on each line.
pub const ONE_OF: Field<String> = long_text("one_of").once();
/// For a number: how many decimals it has.
pub const DECIMALS: Field<Decimal> = number("decimals", 0).default(Default::Number(0)).once();
/// For a choice: its options when it is made, a label on each line; later they are kept one by one.
pub const OPTIONS: Field<String> = long_text("options").once();
/// For a roll-up: the object whose records it is reckoned from, by name.
pub const ROLL_OF: Field<String> = text("roll_of").once();
/// For a roll-up: their link to this object, by name.
pub const ROLL_BY: Field<String> = text("roll_by").once();
/// For a roll-up: what is reckoned.
pub const ROLL_WHAT: Field<String> = choice("roll_what", ROLLED).once();
/// For a roll-up: of which of their fields, by name; a count needs none.
pub const ROLL_FIELD: Field<String> = text("roll_field").once();
/// For a roll-up: which of them count, as a filter.
pub const ROLL_FILTER: Field<String> = long_text("roll_filter");
/// For a formula: how it is reckoned, such as `x_hours * x_rate`.
pub const FORMULA: Field<String> = long_text("formula");
/// For a formula: what it gives, which stays as it was at first: `number`, `money`, `text`, `date`, `moment`, `time` or
/// `yes_no`.
pub const RESULT: Field<String> = text("result").read_only();
/// What a new record has: a text, the key of an option, a whole number, `yes`, `no`, `me`, `today` or `now`.
pub const INITIAL: Field<String> = text("initial");
/// Must have a value.
pub const REQUIRED: Field<bool> = yes_no("required").required().default(Default::YesNo(false));
/// Must have a value while its record is like this, as a filter.
pub const REQUIRED_WHEN: Field<String> = long_text("required_when");
/// Can't be changed while its record is like this, as a filter.
pub const READ_ONLY_WHEN: Field<String> = long_text("read_only_when");
/// Lists sort by it.
pub const SORTED: Field<bool> = yes_no("sorted").required().default(Default::YesNo(true));
/// Keeps dated versions, so that it can be asked as of any moment.
pub const TRACKED: Field<bool> = yes_no("tracked").required().default(Default::YesNo(true));
/// No two records have the same.
pub const UNIQUE: Field<bool> = yes_no("unique").required().default(Default::YesNo(false));
/// Says something about a person.
pub const PERSONAL: Field<bool> = yes_no("personal").required().default(Default::YesNo(false));
/// Stands in the list unless one chooses other columns.
pub const IN_LIST: Field<bool> = yes_no("in_list").required().default(Default::YesNo(false));
/// The group of the form in which it stands, by name; a group of its own for all that have none.
pub const FORM_GROUP: Field<String> = text("form_group");
/// Its place among the fields that the workspace has added.
pub const ORDER: Field<Decimal> = number("order", 0).default(Default::Number(100)).sorted();
/// Out of use: its values are kept, but nobody sees them.
pub const RETIRED: Field<bool> = yes_no("retired").required().default(Default::YesNo(false));

/// The field added by a workspace.
pub static CUSTOM_FIELD: Object = object("custom_field", "custom_fields")
    .icon("list")
    .title("label")
    .fields(&[
        LABEL.def,
        OBJECT.def,
        KIND.def,
        NAME.def,
        TRANSLATIONS.def,
        LINKS_TO.def,
        ONE_OF.def,
        DECIMALS.def,
        OPTIONS.def,
        ROLL_OF.def,
        ROLL_BY.def,
        ROLL_WHAT.def,
        ROLL_FIELD.def,
        ROLL_FILTER.def,
        FORMULA.def,
        RESULT.def,
        INITIAL.def,
        REQUIRED.def,
        REQUIRED_WHEN.def,
        READ_ONLY_WHEN.def,
        SORTED.def,
        TRACKED.def,
        UNIQUE.def,
        PERSONAL.def,
        IN_LIST.def,
        FORM_GROUP.def,
        ORDER.def,
        RETIRED.def,
    ])
    .list(&["label", "object", "kind", "name", "required", "in_list", "retired"])
    .facts(&["object", "kind", "name", "retired"])
    .ascending("order")
    .form(&[
        Group {
            name: "about",
            fields: &["label", "object", "kind", "formula", "options", "links_to", "one_of", "decimals"],
        },
        Group { name: "roll_up", fields: &["roll_of", "roll_by", "roll_what", "roll_field", "roll_filter"] },
        Group { name: "rules", fields: &["required", "unique", "initial", "sorted", "tracked", "personal"] },
        Group { name: "conditions", fields: &["required_when", "read_only_when"] },
        Group {
            name: "more",
            fields: &["in_list", "form_group", "order", "name", "translations", "retired"],
        },
    ])
    .system();
