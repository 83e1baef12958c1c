//! What a refusal says about a row.

use cordee_base::{Fault, Outcome, Problem};
use cordee_kit::RowProblem;

use crate::imports::plan::{Bound, Plan};
use crate::imports::read::Line;
use crate::imports::target::Target;

/// The problems with a row that a refusal tells; a failure of the database is nobody's row's.
pub(in crate::imports) fn refusal(plan: &Plan, line: &Line, problem: Problem) -> Outcome<Vec<RowProblem>> {
    let faults = match problem {
        Problem::Invalid(faults) => faults,
        Problem::Conflict(fault) => vec![fault],
        Problem::NotAllowed | Problem::NotFound => vec![Fault::whole("problem-not-allowed")],
        other => return Err(other),
    };
    let told = |fault: Fault| {
        let bound = fault.field.as_deref().and_then(|field| match field {
            "foreign_id" => plan.columns.iter().find(|bound| matches!(bound.target, Target::ForeignId)),
            field => plan.column_of(field),
        });
        let column = bound.map(|bound| bound.name.clone());
        let value = bound.map(|bound| bound.from.text(&bound.asked, &line.cells).into_owned());
        RowProblem { line: line.number, column, value: value.unwrap_or_default(), fault }
    };
    Ok(faults.into_iter().map(told).collect())
}

/// A problem with what stands in a column.
pub(super) fn problem(line: &Line, bound: &Bound, text: &str, fault: Fault) -> RowProblem {
    RowProblem { line: line.number, column: Some(bound.name.clone()), value: text.to_owned(), fault }
}
