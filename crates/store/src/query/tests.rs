//! The text that statements have.

use super::*;

#[test]
fn statements_quote_names_and_bind_values() {
    let select = Select::from("deal", "d")
        .column("na\"me", cordee_schema::ColumnType::Text)
        .having("workspace_id", 7)
        .filter(Expr::Or(vec![
            Expr::column("d", "amount").compare(Comparison::AtLeast, 5),
            Expr::column("d", "name").contains("50%_"),
        ]))
        .filter(Expr::Or(vec![]))
        .order(Expr::column("d", "id"), true)
        .limit(3);
    let text = select.text(Dialect::Sqlite);
    assert_eq!(
        text.text,
        "SELECT \"d\".\"na\"\"me\" FROM \"deal\" AS \"d\" WHERE \"d\".\"workspace_id\" = $1 \
         AND (\"d\".\"amount\" >= $2 OR \"d\".\"name\" LIKE $3 ESCAPE '\\') AND 1=0 ORDER BY \"d\".\"id\" DESC LIMIT 3"
    );
    assert_eq!(text.args, [&Cell::Int(7), &Cell::Int(5), &Cell::Text("%50\\%\\_%".into())]);
}

#[test]
fn changes_name_their_table() {
    let update = Update::of("deal").set("name", "x").having("id", 1);
    assert_eq!(
        update.text(Dialect::Postgres).text,
        "UPDATE \"deal\" SET \"name\" = $1 WHERE \"deal\".\"id\" = $2"
    );
    let mut insert = Insert::row("deal", vec![("id", Cell::Int(1)), ("name", Cell::Null)]);
    insert.unless_there = Some(vec!["id"]);
    assert_eq!(
        insert.text(Dialect::Postgres, 0..1).text,
        "INSERT INTO \"deal\" (\"id\", \"name\") VALUES ($1, $2) ON CONFLICT (\"id\") DO NOTHING"
    );
}
