//! Figures that are kept: what a walk over thousands of records came to is not reckoned again before anything changes.
//!
//! A figure is kept under its whole query, with all values and so with the row rules of whoever asked, and with the
//! number of the journal's last entry. It holds for whoever asks the very same while that is still the last one. Only
//! reads keep figures and take them: a write may see what will be taken back.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use cordee_base::{Id, Outcome};
use cordee_schema::Cell;
use cordee_store::{Expr, Select};

use crate::Gate;

/// How many figures are kept of all workspaces.
const MOST: usize = 200;
/// How many rows one of them has at the most.
const LARGEST: usize = 500;

/// The figures that are kept.
#[derive(Default)]
pub(crate) struct Kept(Mutex<HashMap<(Id, String), Figure>>);

struct Figure {
    /// The last entry of the journal when it was reckoned.
    seq: i64,
    rows: Vec<Vec<Cell>>,
}

impl Kept {
    fn get(&self, key: &(Id, String), seq: i64) -> Option<Vec<Vec<Cell>>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(key).filter(|figure| figure.seq == seq).map(|figure| figure.rows.clone())
    }

    fn put(&self, key: (Id, String), figure: Figure) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST && !kept.contains_key(&key) {
            // Those of earlier states of a workspace are of no use any more; there is no order among the others.
            kept.clear();
        }
        kept.insert(key, figure);
    }
}

impl Gate<'_> {
    /// The rows of a figure: as they were kept, or found and kept.
    pub(crate) fn figure(&mut self, select: &Select) -> Outcome<Vec<Vec<Cell>>> {
        if !self.keeps || !self.journaled(select) {
            return self.session.rows(select).map_err(|fail| self.failed(fail));
        }
        let (house, seq) = (self.house, self.journal_position()?);
        let key = (self.actor.workspace, format!("{select:?}"));
        if let Some(rows) = house.kept.get(&key, seq) {
            return Ok(rows);
        }
        let rows = self.session.rows(select).map_err(|fail| self.failed(fail))?;
        if rows.len() <= LARGEST {
            house.kept.put(key, Figure { seq, rows: rows.clone() });
        }
        Ok(rows)
    }

    /// Whether all that the query reads changes only together with the journal: records of objects that are not the
    /// engine's own, some of which note when they were used.
    fn journaled(&self, select: &Select) -> bool {
        let known = |table: &str| {
            let object = self.catalog().object(table);
            object.is_some_and(|object| !object.system && !object.internal && object.part_of.is_none())
        };
        let tables = std::iter::once(&select.from.0).chain(select.joins.iter().map(|join| &join.table.0));
        select.of.is_none()
            && tables.into_iter().all(|table| known(table))
            && !select.filter.iter().any(looks_elsewhere)
    }
}

/// Whether a condition asks another query.
fn looks_elsewhere(condition: &Expr) -> bool {
    match condition {
        Expr::InSelect(..) | Expr::Exists(_) => true,
        Expr::And(parts) | Expr::Or(parts) => parts.iter().any(looks_elsewhere),
        Expr::Not(inner) => looks_elsewhere(inner),
        _ => false,
    }
}
