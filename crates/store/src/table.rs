//! The tables that declarations ask for, and how each database is told to make them.

use cordee_schema::{ColumnType, FieldDef, Kind, Object};

use crate::Dialect;

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns, with what they hold and whether they must be filled.
    pub columns: Vec<(String, ColumnType, bool)>,
    /// The columns of its primary key; the first is `workspace_id` for all that belongs to a workspace.
    pub key: Vec<String>,
    /// Its other indexes.
    pub indexes: Vec<Index>,
}

/// An index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index {
    /// Its name.
    pub name: String,
    /// Its columns, in order.
    pub columns: Vec<String>,
    /// Whether no two rows have the same.
    pub unique: bool,
    /// Over which rows.
    pub over: Over,
}

/// Over which rows an index goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// All.
    All,
    /// Those that are not in the trash.
    Living,
    /// Those in the trash.
    Trash,
}

/// The columns that every record's table begins with.
pub const HEAD: [(&str, ColumnType, bool); 10] = [
    ("workspace_id", ColumnType::Int, true),
    ("id", ColumnType::Int, true),
    ("version", ColumnType::Int, true),
    ("created_at", ColumnType::Moment, true),
    ("created_by", ColumnType::Int, false),
    ("updated_at", ColumnType::Moment, true),
    ("updated_by", ColumnType::Int, false),
    ("deleted_at", ColumnType::Moment, false),
    ("source_system", ColumnType::Text, false),
    ("foreign_id", ColumnType::Text, false),
];

/// The name of the table with the dated versions of an object's tracked fields.
pub fn versions(object: &Object) -> String {
    format!("{}_version", object.name)
}

/// The tables of an object: its own, and one for its versions if it has tracked fields.
pub fn of(object: &Object) -> Vec<Table> {
    let mut tables = vec![own(object)];
    if object.tracked().next().is_some() {
        tables.push(version(object));
    }
    tables
}

/// The columns of a field, by name.
pub fn columns(field: &FieldDef) -> impl Iterator<Item = (String, ColumnType, bool)> + '_ {
    field.columns().into_iter().map(|column| (format!("{}{}", field.name, column.suffix), column.kind, false))
}

fn own(object: &Object) -> Table {
    let mut table = Table {
        name: object.name.to_owned(),
        columns: HEAD.iter().map(|(name, kind, filled)| ((*name).to_owned(), *kind, *filled)).collect(),
        key: vec!["workspace_id".to_owned(), "id".to_owned()],
        indexes: Vec::new(),
    };
    table.columns.extend(object.fields.iter().flat_map(columns));
    let mut index = |what: &str, columns: &[String], unique: bool, over: Over| {
        let columns = std::iter::once("workspace_id".to_owned()).chain(columns.iter().cloned()).collect();
        table.indexes.push(Index { name: format!("{}_{what}", object.name), columns, unique, over });
    };
    index("foreign", &["source_system", "foreign_id"].map(str::to_owned), true, Over::All);
    for instant in ["created_at", "updated_at"] {
        index(instant, &with([instant, "id"], object.owner.map(str::to_owned)), false, Over::Living);
    }
    if !object.internal {
        index(TRASH, &with(["updated_at", "id"], object.owner.map(str::to_owned)), false, Over::Trash);
    }
    for field in object.fields.iter().filter(|field| field.indexed()) {
        if let Some(column) = sorted_column(field) {
            if field.unique {
                index(&format!("{}_unique", field.name), &[field.name.to_owned()], true, Over::Living);
            }
            let key = [Some(column.as_str()), walked_after(object, field), Some("id")];
            let held = match object.owner {
                Some(owner) if owner == field.name => orders(object),
                Some(owner) if field.sorted => vec![owner.to_owned()],
                _ => Vec::new(),
            };
            index(field.name, &with(key.into_iter().flatten(), held), false, Over::Living);
        }
    }
    for (place, (first, second)) in object.narrowed.iter().enumerate() {
        let column = |name| object.field(name).and_then(sorted_column);
        if let (Some(by), Some(then)) = (column(first), column(second)) {
            let held = match place {
                0 if !object.figures.is_empty() => figures(object),
                _ => object.owner.map(str::to_owned).into_iter().collect(),
            };
            index(&format!("{first}_{second}"), &with([by.as_str(), &then, "id"], held), false, Over::Living);
        }
    }
    table
}

/// What the index over the trash of an object is called, after its table: the latest to go in is its last. Nothing lies in
/// it for what was never put away.
const TRASH: &str = "trash";

/// The name of the index over the trash of an object, if it has one.
pub fn trash(object: &Object) -> Option<String> {
    (!object.internal).then(|| format!("{}_{TRASH}", object.name))
}

/// The columns of an index: those by which it finds and sorts, then those that it only holds.
fn with<'c>(key: impl IntoIterator<Item = &'c str>, held: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut columns: Vec<String> = key.into_iter().map(str::to_owned).collect();
    for column in held {
        if !columns.contains(&column) {
            columns.push(column);
        }
    }
    columns
}

/// The columns by which lists are sorted. The index of the owner holds them, so that one person's records are sorted
/// within it; and the index of each of them holds the owner, so that who is one of many finds their own by walking it.
fn orders(object: &Object) -> Vec<String> {
    let sorted = object.fields.iter().filter(|field| field.sorted).filter_map(sorted_column);
    sorted.chain(["created_at", "updated_at"].map(str::to_owned)).collect()
}

/// An index as a list walks it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk {
    /// Its name.
    pub index: String,
    /// The column by which it finds records, after the workspace.
    pub first: String,
    /// All its columns after the workspace, in the order in which it sorts.
    pub columns: Vec<String>,
}

/// The indexes over an object's records that are not in the trash.
pub fn walks(object: &Object) -> Vec<Walk> {
    let walk = |index: Index| {
        let columns: Vec<String> = index.columns.into_iter().skip(1).collect();
        Some(Walk { index: index.name, first: columns.first()?.clone(), columns })
    };
    own(object)
        .indexes
        .into_iter()
        .filter(|index| index.over == Over::Living && !index.unique)
        .filter_map(walk)
        .collect()
}

/// The column that stands after a link in its index, so that what belongs to one record is walked in the order of
/// its list. Only an instant: it grows with each write, so that new entries come where the last ones were.
pub fn walked_after(object: &Object, field: &FieldDef) -> Option<&'static str> {
    let instant = matches!(object.order.0, "created_at" | "updated_at");
    (field.links_to().is_some() && instant).then_some(object.order.0)
}

/// The columns of the fields by which figures go.
fn figures(object: &Object) -> Vec<String> {
    object.figures.iter().filter_map(|name| object.field(name)).map(figure_column).collect()
}

/// The column of a field by which figures go.
fn figure_column(field: &FieldDef) -> String {
    match field.kind {
        Kind::Money(_) => format!("{}_base", field.name),
        _ => field.name.to_owned(),
    }
}

/// The column that an index and an order use for a field; none if it has no single one.
pub fn sorted_column(field: &FieldDef) -> Option<String> {
    match field.kind {
        Kind::Address(_) | Kind::Choices(_) | Kind::Tags(_) | Kind::Links(_) | Kind::LongText(_) => None,
        Kind::Money(_) => Some(format!("{}_base", field.name)),
        _ if field.folds() => Some(format!("{}_fold", field.name)),
        _ => Some(field.name.to_owned()),
    }
}

/// The statements that bring a table from what it was, if it was there, to what is wanted. Columns are never taken
/// away: what stands in them may be wanted again.
pub fn changes(before: Option<&Table>, wanted: &Table, dialect: Dialect) -> Vec<String> {
    let Some(before) = before else {
        // It may stand there from another workspace that has declared it with fewer columns.
        let loose = wanted.columns.iter().filter(|(.., filled)| !filled);
        let columns = loose.filter_map(|(name, ..)| wanted.add_column(dialect, name));
        let indexes = wanted.indexes.iter().map(|index| index.create(&wanted.name, dialect));
        return std::iter::once(wanted.create(dialect)).chain(columns).chain(indexes).collect();
    };
    let new = wanted.columns.iter().filter(|column| !before.columns.contains(column));
    let columns = new.filter_map(|(name, ..)| wanted.add_column(dialect, name));
    let lost = before.indexes.iter().filter(|index| !wanted.indexes.contains(index));
    let lost = lost.map(|index| format!("DROP INDEX IF EXISTS \"{}\"", index.name));
    let indexes = wanted.indexes.iter().filter(|index| !before.indexes.contains(index));
    let indexes = indexes.map(|index| index.create(&wanted.name, dialect));
    columns.chain(lost).chain(indexes).collect()
}

fn version(object: &Object) -> Table {
    let mut columns: Vec<(String, ColumnType, bool)> = [
        ("workspace_id", ColumnType::Int, true),
        ("id", ColumnType::Int, true),
        ("record", ColumnType::Int, true),
        ("valid_from", ColumnType::Moment, true),
        ("valid_to", ColumnType::Moment, true),
        ("recorded_at", ColumnType::Moment, true),
    ]
    .map(|(name, kind, filled)| (name.to_owned(), kind, filled))
    .to_vec();
    columns.extend(object.tracked().flat_map(self::columns));
    let name = versions(object);
    let index = |what: &str, columns: Vec<String>| Index {
        name: format!("{name}_{what}"),
        columns: std::iter::once("workspace_id".to_owned()).chain(columns).collect(),
        unique: false,
        over: Over::All,
    };
    let mut indexes = vec![index("record", ["record", "valid_from"].map(str::to_owned).to_vec())];
    if let Some(first) = told_over_time(object) {
        let key = [first.name, "valid_to", "valid_from", "record"];
        let tracked = |name: &&str| object.field(name).is_some_and(|field| field.tracked);
        let by = object.narrowed.first().map(|(_, then)| *then);
        let held = object.figures.iter().copied().chain(by).filter(tracked);
        let held = held.filter_map(|name| object.field(name)).map(figure_column);
        indexes.push(index(first.name, with(key, held)));
    }
    Table { name, columns, key: vec!["workspace_id".to_owned(), "id".to_owned()], indexes }
}

/// The tracked field by whose values the versions of an object are found over time: the first that its lists are narrowed
/// by, if figures go by it.
fn told_over_time(object: &Object) -> Option<&'static FieldDef> {
    let (first, _) = object.narrowed.first().filter(|_| !object.figures.is_empty())?;
    object.fields.iter().find(|field| field.name == *first && field.tracked)
}

/// The name of the index that finds the versions of a record, in the order of time.
pub fn versions_by_record(object: &Object) -> String {
    format!("{}_record", versions(object))
}

/// The name of the index that finds what records were like over time, if there is one.
pub fn stretches(object: &Object) -> Option<String> {
    told_over_time(object).map(|field| format!("{}_{}", versions(object), field.name))
}

impl Table {
    /// The statement that makes the table.
    pub fn create(&self, dialect: Dialect) -> String {
        let whole_key = dialect == Dialect::Postgres || self.key.last().is_none_or(|last| last != "id");
        let mut lines: Vec<String> = self
            .columns
            .iter()
            .map(|(name, kind, filled)| {
                let key = !whole_key && name == "id";
                let rest = if key {
                    " PRIMARY KEY"
                } else if *filled {
                    " NOT NULL"
                } else {
                    ""
                };
                format!("  \"{name}\" {}{rest}", column_type(dialect, *kind))
            })
            .collect();
        if whole_key {
            lines.push(format!("  PRIMARY KEY ({})", quoted(&self.key)));
        }
        let end = if dialect == Dialect::Sqlite && whole_key { ") WITHOUT ROWID" } else { ")" };
        format!("CREATE TABLE IF NOT EXISTS \"{}\" (\n{}\n{end}", self.name, lines.join(",\n"))
    }

    /// The statement that adds one of its columns.
    pub fn add_column(&self, dialect: Dialect, name: &str) -> Option<String> {
        let (name, kind, _) = self.columns.iter().find(|(column, ..)| column == name)?;
        // SQLite knows no IF NOT EXISTS here: running it again is told apart when migrating.
        let unless = if dialect == Dialect::Postgres { "IF NOT EXISTS " } else { "" };
        Some(format!(
            "ALTER TABLE \"{}\" ADD COLUMN {unless}\"{name}\" {}",
            self.name,
            column_type(dialect, *kind)
        ))
    }
}

impl Index {
    /// The statement that makes the index on `table`.
    pub fn create(&self, table: &str, dialect: Dialect) -> String {
        let unique = if self.unique { "UNIQUE " } else { "" };
        let rows = match self.over {
            Over::All => "",
            Over::Living => " WHERE \"deleted_at\" IS NULL",
            Over::Trash => " WHERE \"deleted_at\" IS NOT NULL",
        };
        // SQLite takes an index to hold all that a query needs only if it has the column of its own condition too.
        let own = self.over != Over::All && !self.unique && dialect == Dialect::Sqlite;
        let own = if own { ", \"deleted_at\"" } else { "" };
        format!(
            "CREATE {unique}INDEX IF NOT EXISTS \"{}\" ON \"{table}\" ({}{own}){rows}",
            self.name,
            quoted(&self.columns)
        )
    }
}

fn quoted(names: &[String]) -> String {
    names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")
}

fn column_type(dialect: Dialect, kind: ColumnType) -> String {
    match (dialect, kind) {
        (Dialect::Sqlite, ColumnType::Text | ColumnType::Json) => "TEXT".to_owned(),
        (Dialect::Sqlite, ColumnType::Bytes) => "BLOB".to_owned(),
        (Dialect::Sqlite, _) => "INTEGER".to_owned(),
        (Dialect::Postgres, ColumnType::Int) => "bigint".to_owned(),
        (Dialect::Postgres, ColumnType::Text) => "text COLLATE \"C\"".to_owned(),
        (Dialect::Postgres, ColumnType::Decimal(scale)) => format!("numeric(20, {scale})"),
        (Dialect::Postgres, ColumnType::Bool) => "boolean".to_owned(),
        (Dialect::Postgres, ColumnType::Date) => "date".to_owned(),
        (Dialect::Postgres, ColumnType::Time) => "time".to_owned(),
        (Dialect::Postgres, ColumnType::Moment) => "timestamptz".to_owned(),
        (Dialect::Postgres, ColumnType::Json) => "jsonb".to_owned(),
        (Dialect::Postgres, ColumnType::Bytes) => "bytea".to_owned(),
    }
}
