//! Tables as a text that people review and the next migration starts from.

use cordee_schema::ColumnType;
use cordee_store::table::{Index, Over, Table};

/// The text of the tables.
pub fn text(tables: &[Table]) -> String {
    let mut text = String::from("What all migrations together make; written by `cargo xtask migration`.\n");
    for table in tables {
        text += &format!("\ntable {} key {}\n", table.name, table.key.join(","));
        for (name, kind, filled) in &table.columns {
            text +=
                &format!("  column {name} {}{}\n", column_type(*kind), if *filled { " filled" } else { "" });
        }
        for index in &table.indexes {
            let unique = if index.unique { " unique" } else { "" };
            let over = match index.over {
                Over::All => "",
                Over::Living => " living",
                Over::Trash => " trash",
            };
            text += &format!("  index {} {}{unique}{over}\n", index.name, index.columns.join(","));
        }
    }
    text
}

/// The tables in a text.
pub fn read(text: &str) -> Result<Vec<Table>, String> {
    let mut tables: Vec<Table> = Vec::new();
    for line in text.lines().skip(1).filter(|line| !line.is_empty()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let wrong = || format!("migrations/schema.txt: can't read {line:?}");
        match (&words[..], tables.last_mut()) {
            (["table", name, "key", key], _) => tables.push(Table {
                name: (*name).to_owned(),
                columns: Vec::new(),
                key: list(key),
                indexes: Vec::new(),
            }),
            (["column", name, kind, rest @ ..], Some(table)) => {
                let kind = read_type(kind).ok_or_else(wrong)?;
                table.columns.push(((*name).to_owned(), kind, rest.contains(&"filled")));
            }
            (["index", name, columns, rest @ ..], Some(table)) => table.indexes.push(Index {
                name: (*name).to_owned(),
                columns: list(columns),
                unique: rest.contains(&"unique"),
                over: match rest {
                    [.., "living"] => Over::Living,
                    [.., "trash"] => Over::Trash,
                    _ => Over::All,
                },
            }),
            _ => return Err(wrong()),
        }
    }
    Ok(tables)
}

fn list(names: &str) -> Vec<String> {
    names.split(',').map(str::to_owned).collect()
}

const TYPES: [(&str, ColumnType); 8] = [
    ("int", ColumnType::Int),
    ("text", ColumnType::Text),
    ("bool", ColumnType::Bool),
    ("date", ColumnType::Date),
    ("time", ColumnType::Time),
    ("moment", ColumnType::Moment),
    ("json", ColumnType::Json),
    ("bytes", ColumnType::Bytes),
];

fn column_type(kind: ColumnType) -> String {
    match kind {
        ColumnType::Decimal(scale) => format!("decimal:{scale}"),
        kind => TYPES.iter().find(|(_, k)| *k == kind).map_or("?", |(name, _)| name).to_owned(),
    }
}

fn read_type(text: &str) -> Option<ColumnType> {
    match text.strip_prefix("decimal:") {
        Some(scale) => scale.parse().ok().map(ColumnType::Decimal),
        None => TYPES.iter().find(|(name, _)| *name == text).map(|(_, kind)| *kind),
    }
}
