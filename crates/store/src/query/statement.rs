//! The four statements.

use std::borrow::Cow;

use cordee_schema::{Cell, ColumnType};

use super::{Expr, Text};
use crate::Dialect;

/// A query.
#[derive(Clone, Debug, PartialEq)]
pub struct Select {
    /// What it gives, each with what it holds.
    pub columns: Vec<(Expr, ColumnType)>,
    /// The table it starts from, and its alias.
    pub from: (Cow<'static, str>, Cow<'static, str>),
    /// A query whose rows are taken in place of the table's; its columns, which must be plain ones, keep their names.
    pub of: Option<Box<Select>>,
    /// The index by which its first table is read on SQLite, where whoever asks knows better than the planner; an empty
    /// name stands for the ids of its rows.
    pub by: Option<String>,
    /// Tables joined to it, where there is a match.
    pub joins: Vec<Join>,
    /// What its rows must be like; all of it.
    pub filter: Vec<Expr>,
    /// What its rows are grouped by.
    pub group: Vec<Expr>,
    /// The order of its rows.
    pub order: Vec<Order>,
    /// How many rows at the most.
    pub limit: Option<u64>,
    /// Keeps the rows from other writers until the end of the transaction (PostgreSQL).
    pub for_update: bool,
}

/// A table joined where there is a match; without one its columns are empty, or with `inner` the row is left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Join {
    /// The table and its alias.
    pub table: (Cow<'static, str>, Cow<'static, str>),
    /// What must match.
    pub on: Expr,
    /// Leaves out rows without a match.
    pub inner: bool,
}

/// One key of an order. Empty values come last in either direction with `nulls_last`; without it the key has none.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// What is ordered by.
    pub by: Expr,
    /// The largest first.
    pub descending: bool,
    /// Whether there may be empty values.
    pub nulls_last: bool,
}

/// Rows to add.
#[derive(Clone, Debug)]
pub struct Insert {
    /// The table.
    pub table: Cow<'static, str>,
    /// The columns that are given.
    pub columns: Vec<Cow<'static, str>>,
    /// The rows, each with a cell for each column.
    pub rows: Vec<Vec<Cell>>,
    /// The columns of the unique index by which a row that is there already is passed over.
    pub unless_there: Option<Vec<&'static str>>,
}

/// A change of rows.
#[derive(Clone, Debug)]
pub struct Update {
    /// The table; its alias is its own name.
    pub table: Cow<'static, str>,
    /// The columns and what they become.
    pub set: Vec<(Cow<'static, str>, Expr)>,
    /// Which rows; all of it.
    pub filter: Vec<Expr>,
}

/// Rows to take out.
#[derive(Clone, Debug)]
pub struct Delete {
    /// The table; its alias is its own name.
    pub table: Cow<'static, str>,
    /// Which rows; all of it.
    pub filter: Vec<Expr>,
}

impl Select {
    /// A query from `table`, which has the alias `alias`.
    pub fn from(table: impl Into<Cow<'static, str>>, alias: impl Into<Cow<'static, str>>) -> Select {
        Select {
            columns: Vec::new(),
            from: (table.into(), alias.into()),
            of: None,
            by: None,
            joins: Vec::new(),
            filter: Vec::new(),
            group: Vec::new(),
            order: Vec::new(),
            limit: None,
            for_update: false,
        }
    }

    /// A query from the rows that `inner` finds, under the alias `alias`.
    pub fn of(inner: Select, alias: impl Into<Cow<'static, str>>) -> Select {
        Select { of: Some(Box::new(inner)), ..Select::from("", alias) }
    }

    /// The same query, giving this too.
    pub fn giving(mut self, expr: Expr, kind: ColumnType) -> Select {
        self.columns.push((expr, kind));
        self
    }

    /// The same query, giving a column of its first table too.
    pub fn column(self, name: impl Into<Cow<'static, str>>, kind: ColumnType) -> Select {
        let alias = self.from.1.clone();
        self.giving(Expr::Column(alias, name.into()), kind)
    }

    /// The same query, of rows that are also like this.
    pub fn filter(mut self, condition: Expr) -> Select {
        self.filter.push(condition);
        self
    }

    /// The same query, of rows whose column of the first table has this value.
    pub fn having(self, name: impl Into<Cow<'static, str>>, cell: impl Into<Cell>) -> Select {
        let alias = self.from.1.clone();
        self.filter(Expr::Column(alias, name.into()).is(cell))
    }

    /// The same query in this order.
    pub fn order(mut self, by: Expr, descending: bool) -> Select {
        self.order.push(Order { by, descending, nulls_last: false });
        self
    }

    /// The same query with at most so many rows.
    pub fn limit(mut self, rows: u64) -> Select {
        self.limit = Some(rows);
        self
    }

    /// Whether it looks for words in the index of them; not in what another statement finds first.
    pub(crate) fn matches_words(&self) -> bool {
        self.of.is_none() && self.filter.iter().any(|condition| matches!(condition, Expr::Matches(..)))
    }

    pub(super) fn write<'a>(&'a self, into: &mut Text<'a>) {
        into.push("SELECT ");
        into.list(&self.columns, ", ", |into, (expr, _)| expr.write(into));
        into.push(" FROM ");
        match &self.of {
            Some(inner) => {
                into.push("(");
                inner.write(into);
                into.push(")");
            }
            None => {
                into.name(&self.from.0);
            }
        }
        into.push(" AS ").name(&self.from.1);
        if let (Some(index), Dialect::Sqlite) = (&self.by, into.dialect) {
            match index.as_str() {
                "" => into.push(" NOT INDEXED"),
                index => into.push(" INDEXED BY ").name(index),
            };
        }
        for join in &self.joins {
            into.push(if join.inner { " JOIN " } else { " LEFT JOIN " });
            into.name(&join.table.0).push(" AS ").name(&join.table.1).push(" ON ");
            join.on.write(into);
        }
        conditions(&self.filter, into);
        if !self.group.is_empty() {
            into.push(" GROUP BY ");
            // Said once more with values of its own, PostgreSQL would take it for another expression.
            let place = |expr| self.columns.iter().position(|(column, _)| column == expr);
            into.list(&self.group, ", ", |into, expr| match (into.dialect, place(expr)) {
                (Dialect::Postgres, Some(place)) => drop(into.push(&(place + 1).to_string())),
                _ => expr.write(into),
            });
        }
        if !self.order.is_empty() {
            into.push(" ORDER BY ");
            into.list(&self.order, ", ", |into, order| order.write(into));
        }
        if let Some(limit) = self.limit {
            into.push(" LIMIT ").push(&limit.to_string());
        }
        if self.for_update && into.dialect == Dialect::Postgres {
            into.push(" FOR UPDATE");
        }
    }

    pub(crate) fn text(&self, dialect: Dialect) -> Text<'_> {
        let mut text = Text::new(dialect);
        self.write(&mut text);
        text
    }
}

impl Order {
    fn write<'a>(&'a self, into: &mut Text<'a>) {
        if self.nulls_last {
            into.push("CASE WHEN ");
            self.by.write(into);
            into.push(" IS NULL THEN 1 ELSE 0 END, ");
        }
        self.by.write(into);
        if self.descending {
            into.push(" DESC");
        }
    }
}

impl Insert {
    /// Rows for `table` with these columns.
    pub fn into(table: impl Into<Cow<'static, str>>, columns: Vec<Cow<'static, str>>) -> Insert {
        Insert { table: table.into(), columns, rows: Vec::new(), unless_there: None }
    }

    /// One row, as columns and cells.
    pub fn row(table: impl Into<Cow<'static, str>>, cells: Vec<(&'static str, Cell)>) -> Insert {
        let (columns, row): (Vec<_>, Vec<_>) =
            cells.into_iter().map(|(name, cell)| (name.into(), cell)).unzip();
        Insert { table: table.into(), columns, rows: vec![row], unless_there: None }
    }

    pub(crate) fn text(&self, dialect: Dialect, rows: std::ops::Range<usize>) -> Text<'_> {
        let mut text = Text::new(dialect);
        text.push("INSERT INTO ").name(&self.table).push(" (");
        text.list(&self.columns, ", ", |into, column| {
            into.name(column);
        });
        text.push(") VALUES ");
        text.list(&self.rows[rows], ", ", |into, row| {
            into.push("(");
            into.list(row, ", ", |into, cell| {
                into.arg(cell);
            });
            into.push(")");
        });
        if let Some(columns) = &self.unless_there {
            text.push(" ON CONFLICT (");
            text.list(columns, ", ", |into, column| {
                into.name(column);
            });
            text.push(") DO NOTHING");
        }
        text
    }
}

impl Insert {
    /// The statement after which PostgreSQL takes the rows as a stream.
    pub(crate) fn copy_text(&self) -> String {
        let mut text = Text::new(Dialect::Postgres);
        text.push("COPY ").name(&self.table).push(" (");
        text.list(&self.columns, ", ", |into, column| {
            into.name(column);
        });
        text.push(") FROM STDIN BINARY");
        text.text
    }
}

impl Update {
    /// A change of `table` that names nothing yet.
    pub fn of(table: impl Into<Cow<'static, str>>) -> Update {
        Update { table: table.into(), set: Vec::new(), filter: Vec::new() }
    }

    /// The same change, which also sets a column.
    pub fn set(mut self, column: impl Into<Cow<'static, str>>, cell: impl Into<Cell>) -> Update {
        self.set.push((column.into(), Expr::Cell(cell.into())));
        self
    }

    /// The same change, of rows whose column has this value.
    pub fn having(mut self, column: impl Into<Cow<'static, str>>, cell: impl Into<Cell>) -> Update {
        self.filter.push(Expr::Column(self.table.clone(), column.into()).is(cell));
        self
    }

    pub(crate) fn text(&self, dialect: Dialect) -> Text<'_> {
        let mut text = Text::new(dialect);
        text.push("UPDATE ").name(&self.table).push(" SET ");
        text.list(&self.set, ", ", |into, (column, expr)| {
            into.name(column).push(" = ");
            expr.write(into);
        });
        conditions(&self.filter, &mut text);
        text
    }
}

impl Delete {
    /// Takes rows out of `table`.
    pub fn from(table: impl Into<Cow<'static, str>>) -> Delete {
        Delete { table: table.into(), filter: Vec::new() }
    }

    /// The same, of rows whose column has this value.
    pub fn having(mut self, column: impl Into<Cow<'static, str>>, cell: impl Into<Cell>) -> Delete {
        self.filter.push(Expr::Column(self.table.clone(), column.into()).is(cell));
        self
    }

    /// The same, of rows that are also like this.
    pub fn filter(mut self, condition: Expr) -> Delete {
        self.filter.push(condition);
        self
    }

    pub(crate) fn text(&self, dialect: Dialect) -> Text<'_> {
        let mut text = Text::new(dialect);
        text.push("DELETE FROM ").name(&self.table);
        conditions(&self.filter, &mut text);
        text
    }
}

fn conditions<'a>(filter: &'a [Expr], into: &mut Text<'a>) {
    if !filter.is_empty() {
        into.push(" WHERE ");
        into.list(filter, " AND ", |into, expr| expr.write(into));
    }
}
