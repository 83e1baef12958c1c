//! What files, checks and imports tell as JSON: over the API, and on the command line.

use cordee_base::Decimal;
use cordee_records::system::import;
use cordee_schema::{Field, FromValue, Record};
use serde_json::{Map, Value as Json, json};

use crate::{Check, Look, LookColumn, Progress, RowProblem};

/// What a file looks like, and what is decided of it.
pub fn look_json(look: &Look) -> Json {
    let column = |column: &LookColumn| {
        json!({
            "name": column.name,
            "samples": column.samples,
            "target": Some(&column.target).filter(|target| !target.is_empty()),
            "ambiguous": column.ambiguous,
        })
    };
    json!({
        "format": look.format,
        "sheet": look.sheet,
        "sheets": look.sheets,
        "encoding": look.encoding,
        "delimiter": look.delimiter,
        "header": look.header,
        "unsure": look.unsure,
        "columns": look.columns.iter().map(column).collect::<Vec<_>>(),
        "targets": look.targets,
        "matches": look.matches,
        "match_by": Some(&look.match_by).filter(|by| !by.is_empty()),
        "mode": look.mode,
        "create_missing": look.create_missing,
        "incomplete": look.incomplete,
        "mapping": serde_json::from_str::<Json>(&look.mapping).unwrap_or_default(),
    })
}

/// A problem with a row; `detail` says in words what would be right.
pub fn row_problem_json(problem: &RowProblem, detail: &str) -> Json {
    json!({
        "line": problem.line,
        "column": problem.column,
        "value": problem.value,
        "code": problem.fault.key,
        "detail": detail,
    })
}

/// What a check found, without the single problems.
pub fn check_json(check: &Check) -> Map<String, Json> {
    let progress = &check.progress;
    let counts: Vec<Json> = check
        .counts
        .iter()
        .map(|kind| json!({"column": kind.column, "code": kind.first.fault.key, "count": kind.count}))
        .collect();
    let near: Vec<Json> = check
        .near
        .iter()
        .map(|near| json!({"column": near.column, "value": near.value, "meant": near.meant, "count": near.count}))
        .collect();
    let creates: Map<String, Json> =
        check.creates.iter().map(|(object, count)| ((*object).to_owned(), (*count).into())).collect();
    let told = json!({
        "rows": progress.rows, "created": progress.created, "updated": progress.updated,
        "skipped": progress.skipped, "failed": progress.failed,
        "counts": counts, "near": near, "creates": creates,
    });
    told.as_object().cloned().unwrap_or_default()
}

/// An import with how far it has come; `at_work` tells more while this process is at it.
pub fn import_json(record: &Record, at_work: Option<&Progress>) -> Json {
    let count =
        |field| said::<Decimal>(record, field).and_then(|count| u64::try_from(count).ok()).unwrap_or(0);
    let text = |field| said::<String>(record, field);
    let rows = count(import::POSITION);
    json!({
        "id": record.head.id.to_string(),
        "run": text(import::RUN),
        "file": text(import::FILE),
        "object": text(import::OBJECT),
        "status": text(import::STATUS),
        "owner": record.get(import::OWNER).map(|id| id.to_string()),
        "at_work": at_work.is_some(),
        "rows": at_work.map_or(rows, |progress| progress.rows.max(rows)),
        "bytes": at_work.map(|progress| progress.bytes),
        "of_bytes": at_work.map(|progress| progress.of_bytes),
        "created": count(import::CREATED),
        "updated": count(import::UPDATED),
        "skipped": count(import::SKIPPED),
        "failed": count(import::FAILED),
        "created_at": record.head.created_at.to_string(),
        "ended_at": record.get(import::ENDED_AT).map(|at| at.to_string()),
    })
}

fn said<T: FromValue>(record: &Record, field: Field<T>) -> Option<T> {
    record.get(field)
}
