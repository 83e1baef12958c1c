//! The fields that every object has, written by the engine.

use cordee_base::{Id, Moment};

use crate::field::{Field, FieldDef, link, moment, person, text, yes_no};

/// The record's id.
pub const ID: Field<Id> = link("id", "").read_only().unindexed();
/// When it was created; an import may say when that was in the other system.
pub const CREATED_AT: Field<Moment> = moment("created_at").read_only().sorted();
/// Who created it.
pub const CREATED_BY: Field<Id> = person("created_by").read_only().unindexed();
/// When it was last changed.
pub const UPDATED_AT: Field<Moment> = moment("updated_at").read_only().sorted();
/// Who last changed it.
pub const UPDATED_BY: Field<Id> = person("updated_by").read_only().unindexed();
/// When it went to the trash.
pub const DELETED_AT: Field<Moment> = moment("deleted_at").read_only();
/// The system it came from.
pub const SOURCE_SYSTEM: Field<String> = text("source_system").once();
/// Its id there.
pub const FOREIGN_ID: Field<String> = text("foreign_id").once();

/// Whether the person who asks follows the record. No table holds it; conditions ask for it.
pub const FOLLOWED: Field<bool> = yes_no("followed").read_only();

/// The declaration of what is followed, to filter by.
pub static FOLLOWED_FIELD: FieldDef = FOLLOWED.def;

/// The declaration of the id, to filter by.
pub static ID_FIELD: FieldDef = ID.def;

/// The declarations of the fields above.
pub static SYSTEM_FIELDS: &[FieldDef] = &[
    ID.def,
    CREATED_AT.def,
    CREATED_BY.def,
    UPDATED_AT.def,
    UPDATED_BY.def,
    DELETED_AT.def,
    SOURCE_SYSTEM.def,
    FOREIGN_ID.def,
];
