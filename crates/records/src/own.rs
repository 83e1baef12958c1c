//! What the engine's own nouns do beside being written: each declares it here, as the objects above have their hooks.

use cordee_base::Outcome;
use cordee_schema::{Object, Record};

use crate::Gate;
use crate::gate::Change;
use crate::system::comment;

/// What one of the engine's own nouns does.
#[derive(Clone, Copy)]
pub(crate) struct Own {
    /// The noun.
    object: &'static str,
    /// Its records are declarations: the catalog of a workspace is made of them.
    pub declares: bool,
    /// What people may do, or how texts are read, follows from its records.
    pub rules: bool,
    /// Runs before the checks of a write.
    pub before: fn(&mut Gate<'_>, &mut Change<'_>) -> Outcome<()>,
    /// Runs after a write, in its transaction.
    pub after: fn(&mut Gate<'_>, &Change<'_>) -> Outcome<()>,
    /// Runs before a record goes to the trash.
    pub leaves: fn(&mut Gate<'_>, &Record) -> Outcome<()>,
    /// Runs before a record comes out of it.
    pub returns: fn(&mut Gate<'_>, &Record) -> Outcome<()>,
}

/// What an object does beside being written; the objects above have nothing here.
pub(crate) fn own(object: &Object) -> Own {
    OWN.into_iter().find(|own| own.object == object.name).unwrap_or(NOTHING)
}

const NOTHING: Own = Own {
    object: "",
    declares: false,
    rules: false,
    before: |_, _| Ok(()),
    after: |_, _| Ok(()),
    leaves: |_, _| Ok(()),
    returns: |_, _| Ok(()),
};

/// One whose records are declarations.
const DECLARATION: Own =
    Own { declares: true, rules: true, before: |gate, change| gate.before_declaring(change), ..NOTHING };

/// One from whose records rights follow.
const RULE: Own = Own { rules: true, ..NOTHING };

const OWN: [Own; 10] = [
    Own { object: "workspace", ..RULE },
    Own { object: "user", ..RULE },
    Own { object: "role", ..RULE },
    Own { object: "team", ..RULE },
    Own { object: "custom_object", ..DECLARATION },
    Own {
        object: "custom_field",
        after: |gate, change| {
            gate.first_options(change)?;
            gate.arranged_list_follows(change)
        },
        leaves: |gate, field| gate.not_read_by_others(field, None),
        ..DECLARATION
    },
    Own { object: "picklist_option", leaves: |gate, option| gate.option_not_held(option), ..DECLARATION },
    Own { object: "layout", ..DECLARATION },
    Own {
        object: "tag",
        before: |gate, change| gate.before_tag(change),
        after: |gate, change| gate.tag_follows(change),
        leaves: |gate, tag| gate.tag_not_held(tag),
        returns: |gate, tag| gate.tag_is_free(tag),
        ..NOTHING
    },
    Own {
        object: "comment",
        before: |gate, change| gate.before_comment(change),
        after: |gate, change| gate.after_comment(change),
        leaves: |gate, said| match said.get(comment::ABOUT) {
            Some(about) => gate.untell(said.head.id, Some(about.id)),
            None => Ok(()),
        },
        ..NOTHING
    },
];
