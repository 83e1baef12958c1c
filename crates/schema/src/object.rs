//! A thing a CRM knows: an object, with all its fields, declared once.

use crate::Kind;
use crate::alike::Alike;
use crate::field::{Default, FieldDef, Rights, Said};
use crate::sign::Signs;
use crate::system::SYSTEM_FIELDS;

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

/// Varieties of one object that people take for things of their own, by a choice.
#[derive(Clone, Copy, Debug)]
pub struct MadeAs {
    /// The choice.
    pub by: &'static str,
    /// The varieties that people make often.
    pub varieties: &'static [Variety],
}

/// A variety of an object's records, with a key of its own.
#[derive(Clone, Copy, Debug)]
pub struct Variety {
    /// The option of the choice.
    pub option: &'static str,
    /// The letter that makes one from anywhere, after that for making.
    pub letter: char,
    /// The letter that by itself makes one about the record that is open.
    pub alone: char,
}

/// The variety that is the option `option`.
pub const fn variety(option: &'static str, letter: char, alone: char) -> Variety {
    Variety { option, letter, alone }
}

/// How records tell what was done with others, or is to be done.
#[derive(Clone, Copy, Debug)]
pub struct Deeds {
    /// The choice of what sort it is.
    pub kind: &'static str,
    /// Whether it has been done.
    pub done: &'static str,
    /// When it was done.
    pub done_at: &'static str,
    /// The moment at which it begins.
    pub starts: &'static str,
    /// The day by which it must be done.
    pub due: &'static str,
    /// The day for which it is planned, by either.
    pub planned: &'static str,
    /// What was said.
    pub notes: &'static str,
    /// What a timeline shows beside.
    pub facts: &'static [&'static str],
    /// What is written down from the page of another record, in this order.
    pub written: &'static [Deed],
}

/// A sort of deed, as it is written down.
#[derive(Clone, Copy, Debug)]
pub struct Deed {
    /// Its option.
    pub kind: &'static str,
    /// The name of its icon.
    pub icon: &'static str,
    /// What is filled in; the first says most.
    pub fields: &'static [&'static str],
    /// Whether it has been done when it is written down, unless it begins later.
    pub done: bool,
}

/// Who changes the parts of a record; whoever sees the whole sees them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Whoever may change the whole.
    WithWhole,
    /// Whoever sees the whole may add one, unless a role is kept from it; only the person in this field changes it, and
    /// besides them administrators take it away.
    ByAuthor(&'static str),
}

/// How records stand as lines in another: under which name it has them, and in which order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lines {
    /// What the whole calls them in the API, beside its own fields: `lines`.
    pub name: &'static str,
    /// The number by which they are ordered; the engine keeps it.
    pub position: &'static str,
}

/// A group of fields on a form, under a heading from `locales` (`OBJECT-group-NAME`).
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// The heading's key.
    pub name: &'static str,
    /// Its fields; the name of lines stands here too, where they are to stand after this group rather than after all.
    pub fields: &'static [&'static str],
}

/// A board: cards in the columns of an ordered link or a choice.
#[derive(Clone, Copy, Debug)]
pub struct Board {
    /// The field whose values are the columns.
    pub by: &'static str,
    /// The field of which one board shows one value; where the columns are records, it chooses among them.
    pub within: Option<&'static str>,
    /// The amount that a column adds up.
    pub sum: Option<&'static str>,
    /// The percentage that weighs the amount.
    pub weight: Option<&'static str>,
    /// What a card shows.
    pub card: &'static [&'static str],
    /// The instant at which a card came into its column.
    pub since: Option<&'static str>,
    /// The days that a card should stay at most: a number of the column's record.
    pub expected: Option<&'static str>,
    /// How cards leave the board that have come to their end; without it all of them stay.
    pub ended: Option<Ended>,
}

/// How records stand in a calendar.
#[derive(Clone, Copy, Debug)]
pub struct Calendar {
    /// The instant, or the date, at which one begins; lists sort by it.
    pub start: &'static str,
    /// The instant at which it ends.
    pub end: Option<&'static str>,
    /// The date on which it stands where it has no start; lists sort by it.
    pub day: Option<&'static str>,
    /// The choice that tells its records apart.
    pub kind: Option<&'static str>,
    /// Yes once it is over and done with.
    pub done: Option<&'static str>,
}

/// How cards leave a board: what has come to its end is shown for some days only, or the board would show all that
/// ever was.
#[derive(Clone, Copy, Debug)]
pub struct Ended {
    /// The choice that tells what has come to its end: its name in the card and in the column's record, from which
    /// the card keeps it.
    pub told_by: (&'static str, &'static str),
    /// Its option for what is still on its way.
    pub going: &'static str,
    /// The date at which a card came to its end; with the choice it is a pair by which lists are narrowed and sorted.
    pub on: &'static str,
    /// For how many days it is shown, today included.
    pub days: u16,
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

    /// Whether its records can be shared one by one: not the engine's own, nor parts, which go with their whole.
    pub fn shareable(&self) -> bool {
        !self.system && !self.internal && self.part_of.is_none() && self.shared.is_none()
    }

    /// Whether its records stand in a place of their own, where one goes to see them: not the engine's own, but for people,
    /// nor what belongs to any record, as comments do. To such an object a workspace may add fields, and link.
    pub fn has_place(&self) -> bool {
        !self.internal && (!self.system || self.people) && !self.is_part_of_any()
    }

    /// The field called `name`, of its own, one that every object has, or the one in which its signs are told.
    pub fn field(&self, name: &str) -> Option<&'static FieldDef> {
        let told = self.signs.map(|signs| &signs.field);
        self.fields.iter().chain(SYSTEM_FIELDS).chain(told).find(|field| field.name == name)
    }

    /// Whether people may follow its records.
    pub fn is_followable(&self) -> bool {
        !self.internal && !self.is_part_of_any()
    }

    /// Whether its records are parts of records of any object, as comments are: nothing links to such a part.
    pub fn is_part_of_any(&self) -> bool {
        let link = self.part_of.and_then(|link| self.field(link));
        link.is_some_and(|link| matches!(link.kind, Kind::AnyLink(_)))
    }

    /// Where its records are lines: the link to the record that has them, and how they stand in it.
    pub fn as_lines(&self) -> Option<(&'static FieldDef, Lines)> {
        let lines = self.lines?;
        Some((self.part_of.and_then(|link| self.field(link))?, lines))
    }

    /// Whether the engine keeps this field for the order of lines.
    pub fn is_position(&self, field: &FieldDef) -> bool {
        self.lines.is_some_and(|lines| lines.position == field.name)
    }

    /// Whether pages may show a field at all: it is neither a secret nor what the engine keeps for the order of lines.
    pub fn shows(&self, field: &FieldDef) -> bool {
        !field.secret && !self.is_position(field)
    }

    /// Whether its form can't do without a field: without it nobody could fill in what has to be filled.
    pub fn needs_in_form(&self, field: &FieldDef) -> bool {
        let asked = field.required && field.default == Default::None || field.required_when.is_some();
        field.rights != Rights::Engine && self.shows(field) && (asked || field.name == self.title)
    }

    /// The field with the person who alone changes a record, if its records are kept by their authors.
    pub fn author(&self) -> Option<&'static str> {
        match self.kept {
            Kept::ByAuthor(field) => Some(field),
            Kept::WithWhole => None,
        }
    }

    /// The fields whose change matters to all who follow a record: whose it is, where it stands on its board, and how it
    /// came to its end.
    pub fn watched(&self) -> impl Iterator<Item = &'static str> + use<> {
        let board = self.board.into_iter();
        let of_board = board.flat_map(|board| [Some(board.by), board.ended.map(|ended| ended.told_by.0)]);
        self.owner.into_iter().chain(of_board.flatten())
    }

    /// The place of its own field called `name`.
    pub fn place(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }

    /// The fields with an index, its own and those that every object has. Beside these its table has one for the
    /// id and one for the id in another system.
    pub fn indexed(&self) -> impl Iterator<Item = &'static FieldDef> + use<> {
        self.fields.iter().chain(SYSTEM_FIELDS).filter(|field| field.indexed())
    }

    /// Its own fields that keep dated versions.
    pub fn tracked(&self) -> impl Iterator<Item = &'static FieldDef> + use<> {
        self.fields.iter().filter(|field| field.tracked)
    }
}

impl PartialEq for Object {
    fn eq(&self, other: &Object) -> bool {
        self.name == other.name
    }
}
