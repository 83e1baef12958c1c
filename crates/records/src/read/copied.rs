//! Texts that stand in a record as well as in the one that a link leads to: told only where that one may be seen.

use cordee_schema::{Catalog, ColumnType, FieldDef, Object};
use cordee_store::{Expr, Select};

use super::scan::{Scan, row_rule, sees_all};
use crate::{Access, Right};

/// Whether a text may be told wherever it stands: it is no copy, or all that it may be copied from may be seen.
pub(crate) fn copied_whole(access: &Access, catalog: &Catalog, field: &FieldDef) -> bool {
    let Some(copied) = field.copied else { return true };
    catalog.object(copied.of).is_some_and(|of| sees_all(access, catalog, of))
}

impl Scan<'_> {
    /// A column of a field of `object`, whose table stands at `alias`: a copied text is as if it were empty where the
    /// record may not be seen that it is copied from.
    pub(crate) fn told(&self, object: &Object, field: &FieldDef, alias: &str, suffix: &str) -> Expr {
        let column = Expr::column(alias.to_owned(), format!("{}{suffix}", field.name));
        if copied_whole(self.access, self.catalog, field) {
            return column;
        }
        let from =
            field.copied.and_then(|copied| Some((object.field(copied.by)?, self.catalog.object(copied.of)?)));
        let seen = from.map_or_else(Expr::never, |(link, of)| {
            let home = if alias == self.home(field) { self.home(link) } else { alias };
            self.is_seen(Expr::column(home.to_owned(), link.name), of)
        });
        Expr::When(Box::new(seen), Box::new(column))
    }

    /// The condition that `id` is that of a record of `object` which the actor may see.
    fn is_seen(&self, id: Expr, object: &'static Object) -> Expr {
        let scope = self.access.scope(object, Right::Read);
        let rule = row_rule(self.workspace, self.access, self.catalog, object, "t", scope, Right::Read);
        let mut this = Select::from(object.name, "t")
            .column("id", ColumnType::Int)
            .having("workspace_id", self.workspace)
            .filter(Expr::column("t", "id").equals(id));
        this.filter.extend(rule);
        Expr::Exists(Box::new(this))
    }
}
