//! What follows from the declaration of an object.

use super::{Kept, Lines, Object};
use crate::Kind;
use crate::field::{Default, FieldDef, Rights};
use crate::system::SYSTEM_FIELDS;

impl Object {
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

    /// The number by which its records are put in order, if people put them so.
    pub fn numbered(&self) -> Option<&'static FieldDef> {
        let (name, descending) = self.order;
        self.field(name).filter(|field| !descending && matches!(field.kind, Kind::Number(_)))
    }

    /// The fields of a card that the columns of its board may ask for: those that people fill in and may leave empty, and
    /// that do not say where it stands; a yes or no is always said.
    pub fn fields_to_ask_for(&self) -> impl Iterator<Item = &'static FieldDef> + use<> {
        let places: Vec<&str> = self
            .board
            .map(|board| {
                let asks = board.asks.iter().flat_map(|asks| [asks.ticked, asks.because]);
                asks.chain([board.by]).chain(board.within).collect()
            })
            .unwrap_or_default();
        let fields = self.fields.iter();
        fields.filter(move |field| {
            let filled_in =
                field.rights == Rights::Open && !field.required && !matches!(field.kind, Kind::YesNo(_));
            filled_in && !places.contains(&field.name)
        })
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
