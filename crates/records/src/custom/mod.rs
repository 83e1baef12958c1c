//! What a workspace has declared itself: objects, fields and options beside those that all have.
//!
//! They are the same thing as those of `catalog`: rows of the engine's own nouns are read, made into declarations,
//! and given to the gate, which can't tell one from the other. Their columns and tables are real ones.

mod check;
mod columns;
mod declare;
mod formulas;
mod layout;
mod load;
mod names;
mod options;
mod whole;

use std::collections::{BTreeSet, HashMap};

use cordee_schema::{Catalog, Condition, FieldDef, Filter, Kind, Object, Operand, Reading, RollUp};
use cordee_store::table::{self, Walk};

use formulas::Formulas;

pub(crate) use declare::colour;
pub(crate) use load::{Which, load, of_workspace};
pub(crate) use whole::{all_tables, make_tables};

/// All objects as one workspace knows them, the indexes by which their lists are walked, and its formulas.
///
/// Declarations live as long as the process, whoever made them: a gate, a page and an import that runs for an hour
/// may hold on to those they began with.
pub(crate) struct Declared {
    pub catalog: Catalog,
    pub walks: HashMap<&'static str, Vec<Walk>>,
    /// The roll-ups that are reckoned from an object, by its name: whose they are, which field, and how.
    rolled: HashMap<&'static str, Vec<Fed>>,
    pub formulas: Formulas,
}

/// A roll-up, as those who write what it is reckoned from know it.
pub(crate) struct Fed {
    /// What it is reckoned from.
    pub of: &'static Object,
    /// The object that has it.
    pub parent: &'static Object,
    /// Its field.
    pub field: &'static FieldDef,
    /// How it is reckoned.
    pub how: RollUp,
    /// Which records count, if that shows from their own fields alone.
    pub counts: Option<Filter>,
    /// The own fields that decide whether a record counts, for what, and with what.
    pub reads: BTreeSet<&'static str>,
}

impl Fed {
    fn of(catalog: &Catalog, parent: &'static Object, field: &'static FieldDef) -> Option<Fed> {
        let how = field.rolled_up?;
        let of = catalog.object(how.of)?;
        let filter = Filter::parse(how.filter.unwrap_or(""), catalog, of, &Reading::default()).ok()?;
        let mut reads: BTreeSet<&'static str> = [Some(how.by), how.field].into_iter().flatten().collect();
        let asked = filter.conditions();
        reads.extend(asked.iter().map(|c| c.path.steps.first().unwrap_or(&c.path.field).name));
        // What is read through a link, by the day or in some currency does not show from the record itself.
        let own = |c: &&Condition| {
            let plain = matches!(c.operand, Operand::None | Operand::Values(_));
            c.path.steps.is_empty() && plain && !matches!(c.path.field.kind, Kind::Money(_))
        };
        let counts = asked.iter().all(own).then(|| filter.clone());
        Some(Fed { of, parent, field, how, counts, reads })
    }
}

impl Declared {
    pub(crate) fn of(catalog: Catalog) -> &'static Declared {
        let walks = catalog.objects().map(|object| (object.name, table::walks(object))).collect();
        let mut rolled: HashMap<&'static str, Vec<Fed>> = HashMap::new();
        for object in catalog.objects() {
            for field in object.fields {
                if let Some(fed) = Fed::of(&catalog, object, field) {
                    rolled.entry(fed.of.name).or_default().push(fed);
                }
            }
        }
        let formulas = Formulas::of(&catalog);
        Box::leak(Box::new(Declared { catalog, walks, rolled, formulas }))
    }

    /// The roll-ups that are reckoned from records of this object.
    pub(crate) fn fed_by(&'static self, object: &Object) -> &'static [Fed] {
        self.rolled.get(object.name).map_or(&[], Vec::as_slice)
    }
}

/// Whether an archive's rows of this table are read before all others: they say what other tables there are.
pub(crate) fn before_others(table: &str) -> bool {
    matches!(table, "workspace" | "custom_object" | "custom_field" | "picklist_option")
}
