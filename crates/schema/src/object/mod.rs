//! A thing a CRM knows: an object, with all its fields, declared once.

mod asked;
mod board;
mod calendar;
mod deeds;
mod made_as;
mod whole;

use crate::alike::Alike;
use crate::field::{FieldDef, Said};
use crate::sign::Signs;

pub use board::{Asks, Board, Ended};
pub use calendar::Calendar;
pub use deeds::{Deed, Deeds};
pub use made_as::{MadeAs, Variety, variety};
pub use whole::{Kept, Lines};

/// The declaration of an object; table, form, list, API and the rest follow from it.
#[derive(Clone, Copy, Debug)]
pub struct Object {
    /// The singular, in code, table and words: `opportunity`.
    pub name: &'static str,
    /// The plural, in addresses: `opportunities`.
    pub plural: &'static str,
    /// The field that names a record.
    pub title: &'static str,
    /// The field with the person a record belongs to, if any: what "own" and "team's" mean.
    pub owner: Option<&'static str>,
    /// A link whose record decides who may see and change this one (a line and its deal).
    pub part_of: Option<&'static str>,
    /// Its records are lines of the record at their `part_of`: made, changed and ordered inside it.
    pub lines: Option<Lines>,
    /// Who changes its records, where they are parts of others.
    pub kept: Kept,
    /// The fields, in the order of the table.
    pub fields: &'static [FieldDef],
    /// The columns of its list.
    pub list: &'static [&'static str],
    /// The order of its list: a field, and whether the largest comes first.
    pub order: (&'static str, bool),
    /// Pairs of fields: lists are so often narrowed by the first and sorted by the second that the pair has an index.
    pub narrowed: &'static [(&'static str, &'static str)],
    /// The fields by which figures split, filter and add up its records: they stand together in the index of the
    /// first of its pairs, so that figures need not read the records themselves, and those of a stretch of time walk
    /// only that stretch.
    pub figures: &'static [&'static str],
    /// The fields of which it is told over time what they held, for all records at once; up to
    /// [`Object::MOST_COURSES`]. Those that are not tracked are told as they are now.
    pub courses: &'static [&'static str],
    /// The groups of its form.
    pub form: &'static [Group],
    /// What its record page shows beside the title.
    pub facts: &'static [&'static str],
    /// What a workspace calls groups of the form that it has made itself; others have their words in `locales`.
    pub headings: &'static [(&'static str, Said)],
    /// The lists of other records that its page shows first, in this order: `contact.account`, an object and its link here.
    pub related: &'static [&'static str],
    /// The lists of other records that its page does not show.
    pub unrelated: &'static [&'static str],
    /// Its board, if it has one.
    pub board: Option<Board>,
    /// The name of its icon in the one set, such as `package`.
    pub icon: &'static str,
    /// What of a contact (vCard) its fields hold, if its records are people one reaches: pairs of a property
    /// (`EMAIL`, `TEL.cell`, `N.given`, `ADR.city`) and the way to a field (`mobile`, `address.city`, `account.name`).
    pub card: &'static [(&'static str, &'static str)],
    /// Records of which other objects may be the same thing, and the fields that tell.
    pub alike: &'static [Alike],
    /// Two of its records can be merged.
    pub mergeable: bool,
    /// One of the engine's own: kept by administrators.
    pub system: bool,
    /// One of the engine's own whose records are people, or groups of them: others may link to it like to any other.
    pub people: bool,
    /// Only the engine touches it: no page, no API, no import of its own.
    pub internal: bool,
    /// What one and many of it are called, where a workspace has declared it itself; others have their words in `locales`.
    pub called: Option<(Said, Said)>,
    /// A choice that says who else sees a record: `none`, the owner's `team`, or `all`. Apart from that such records
    /// are one's own, whatever a role gives.
    pub shared: Option<&'static str>,
    /// The letter of the keyboard that leads to its records and makes one; else the first of its name that is free.
    pub letter: Option<char>,
    /// A choice by which its records are made as this or that, with the letter of each variety that people make often.
    pub made_as: Option<MadeAs>,
    /// The signs that a record needs somebody, if its records show any.
    pub signs: Option<&'static Signs>,
    /// By what else the cards of its board can stand in columns: the field that says it, and the one that a move to
    /// another column sets.
    pub board_by: &'static [(&'static str, &'static str)],
    /// How its records stand in a calendar, if they have a time.
    pub calendar: Option<Calendar>,
    /// How its records tell what people do with others, if they do: they stand in the timelines of these.
    pub deeds: Option<Deeds>,
    /// The yes or no that says whether a record can still be chosen; what is out of use stays where it stands.
    pub in_use: Option<&'static str>,
}

/// A group of fields on a form, under a heading from `locales` (`OBJECT-group-NAME`).
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// The heading's key.
    pub name: &'static str,
    /// Its fields; the name of lines stands here too, where they are to stand after this group rather than after all.
    pub fields: &'static [&'static str],
}

/// An object called `name` in the singular and `plural` in the plural.
pub const fn object(name: &'static str, plural: &'static str) -> Object {
    Object {
        name,
        plural,
        title: "name",
        owner: None,
        part_of: None,
        lines: None,
        kept: Kept::WithWhole,
        fields: &[],
        list: &[],
        order: ("created_at", true),
        narrowed: &[],
        figures: &[],
        courses: &[],
        form: &[],
        facts: &[],
        headings: &[],
        related: &[],
        unrelated: &[],
        board: None,
        icon: "list",
        card: &[],
        alike: &[],
        mergeable: false,
        system: false,
        people: false,
        internal: false,
        called: None,
        shared: None,
        letter: None,
        made_as: None,
        signs: None,
        board_by: &[],
        calendar: None,
        deeds: None,
        in_use: None,
    }
}

impl Object {
    /// Of how many fields it can be told over time what they held; see [`Object::courses`].
    pub const MOST_COURSES: usize = 9;

    /// The field that names a record.
    pub const fn title(mut self, field: &'static str) -> Object {
        self.title = field;
        self
    }

    /// The field with the person a record belongs to.
    pub const fn owner(mut self, field: &'static str) -> Object {
        self.owner = Some(field);
        self
    }

    /// Seen and changed by those who may see and change the record at this link.
    pub const fn part_of(mut self, link: &'static str) -> Object {
        self.part_of = Some(link);
        self
    }

    /// Lines of the record at its `part_of`, which has them under `name`, in the order of the number `position`.
    pub const fn lines(mut self, name: &'static str, position: &'static str) -> Object {
        self.lines = Some(Lines { name, position });
        self
    }

    /// Added by whoever sees the record at its `part_of`, changed by the person in this field only.
    pub const fn by_author(mut self, field: &'static str) -> Object {
        self.kept = Kept::ByAuthor(field);
        self
    }

    /// The fields, in the order of the table.
    pub const fn fields(mut self, fields: &'static [FieldDef]) -> Object {
        self.fields = fields;
        self
    }

    /// The columns of its list.
    pub const fn list(mut self, fields: &'static [&'static str]) -> Object {
        self.list = fields;
        self
    }

    /// The order of its list, smallest first.
    pub const fn ascending(mut self, field: &'static str) -> Object {
        self.order = (field, false);
        self
    }

    /// The order of its list, largest first.
    pub const fn descending(mut self, field: &'static str) -> Object {
        self.order = (field, true);
        self
    }

    /// Pairs of fields by which its lists are often narrowed and then sorted.
    pub const fn narrowed(mut self, pairs: &'static [(&'static str, &'static str)]) -> Object {
        self.narrowed = pairs;
        self
    }

    /// The fields by which figures split, filter and add up its records.
    pub const fn figures(mut self, fields: &'static [&'static str]) -> Object {
        self.figures = fields;
        self
    }

    /// The fields of which it is told over time what they held.
    pub const fn courses(mut self, fields: &'static [&'static str]) -> Object {
        self.courses = fields;
        self
    }

    /// The groups of its form.
    pub const fn form(mut self, groups: &'static [Group]) -> Object {
        self.form = groups;
        self
    }

    /// What its record page shows beside the title.
    pub const fn facts(mut self, fields: &'static [&'static str]) -> Object {
        self.facts = fields;
        self
    }

    /// Its board.
    pub const fn board(mut self, board: Board) -> Object {
        self.board = Some(board);
        self
    }

    /// By what else the cards of its board can stand in columns: pairs of what says it and what a move sets.
    pub const fn board_by(mut self, by: &'static [(&'static str, &'static str)]) -> Object {
        self.board_by = by;
        self
    }

    /// How its records stand in a calendar.
    pub const fn calendar(mut self, calendar: Calendar) -> Object {
        self.calendar = Some(calendar);
        self
    }

    /// Its icon, by the name in the one set.
    pub const fn icon(mut self, name: &'static str) -> Object {
        self.icon = name;
        self
    }

    /// What of a contact its fields hold.
    pub const fn card(mut self, card: &'static [(&'static str, &'static str)]) -> Object {
        self.card = card;
        self
    }

    /// Compared also with records of others, which may be the same thing: a guest and a person.
    pub const fn alike(mut self, alike: &'static [Alike]) -> Object {
        self.alike = alike;
        self
    }

    /// Two of its records can be merged.
    pub const fn mergeable(mut self) -> Object {
        self.mergeable = true;
        self
    }

    /// One of the engine's own.
    pub const fn system(mut self) -> Object {
        self.system = true;
        self
    }

    /// One's own, but seen by those whom this choice says: `none`, `team`, `all`.
    pub const fn shared_by(mut self, field: &'static str) -> Object {
        self.shared = Some(field);
        self
    }

    /// One of the engine's own, of people: others may link to it.
    pub const fn people(mut self) -> Object {
        self.system = true;
        self.people = true;
        self
    }

    /// Reached and made by this letter of the keyboard.
    pub const fn letter(mut self, letter: char) -> Object {
        self.letter = Some(letter);
        self
    }

    /// Made as one of these varieties, which the choice `by` tells apart.
    pub const fn made_as(mut self, by: &'static str, varieties: &'static [Variety]) -> Object {
        self.made_as = Some(MadeAs { by, varieties });
        self
    }

    /// Its records go out of use, and back, by this yes or no.
    pub const fn in_use(mut self, field: &'static str) -> Object {
        self.in_use = Some(field);
        self
    }

    /// Its records tell what people do with others.
    pub const fn deeds(mut self, deeds: Deeds) -> Object {
        self.deeds = Some(deeds);
        self
    }

    /// Touched by the engine only.
    pub const fn internal(mut self) -> Object {
        self.system = true;
        self.internal = true;
        self
    }
}

impl PartialEq for Object {
    fn eq(&self, other: &Object) -> bool {
        self.name == other.name
    }
}
