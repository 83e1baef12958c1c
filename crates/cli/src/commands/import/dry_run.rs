//! `cordee import --dry-run`: what would become of each row, every problem by line and column, and nothing written.

use std::path::Path;

use cordee_base::Fault;
use cordee_i18n::{Arg, fault, object, objects, say};
use cordee_kit::{Check, RowProblem, check_json, row_problem_json};
use serde_json::{Value as Json, json};

use super::run::{Ended, watching};
use crate::desk::Desk;
use crate::output::Out;
use crate::trouble::Trouble;

/// Checks a file.
pub fn run(desk: &Desk, file: &Path, mapping: &str, out: &Out) -> Result<Ended, Trouble> {
    let (mut lost, mut first) = (None, true);
    if out.json {
        // As one object, written as it is found: there may be a problem in each of a million rows.
        out.line(&format!("{{\"file\": {},\n\"problems\": [", json!(file)))?;
    }
    let check = {
        let mut each = |problem: &RowProblem| {
            let line = if out.json {
                as_json(problem, out, std::mem::take(&mut first))
            } else {
                sentence(problem, out)
            };
            if lost.is_none() {
                lost = out.line(&line).err();
            }
        };
        let (progress, mut watch) = watching(desk, out);
        let check =
            desk.registry.imports.check(&desk.records, &desk.actor, file, mapping, &mut each, &mut *watch);
        progress.end();
        check?
    };
    if let Some(lost) = lost {
        return Err(lost);
    }
    if out.json {
        rest_as_json(&check, out)?
    } else {
        summary(&check, out)?
    }
    Ok(Ended { rejected: check.progress.failed, stopped: !check.progress.done })
}

fn sentence(problem: &RowProblem, out: &Out) -> String {
    let line = || ("line", Arg::from(problem.line.to_string()));
    let told = ("sentence", Arg::from(told(&problem.fault, out)));
    match &problem.column {
        Some(column) => {
            say(out.language, "command-import-problem", &[line(), ("column", column.into()), told])
        }
        None => say(out.language, "command-import-row-problem", &[line(), told]),
    }
}

fn told(wrong: &Fault, out: &Out) -> String {
    fault(out.language, wrong, None)
}

fn as_json(problem: &RowProblem, out: &Out, first: bool) -> String {
    let object = row_problem_json(problem, &told(&problem.fault, out));
    if first { object.to_string() } else { format!(",{object}") }
}

fn rest_as_json(check: &Check, out: &Out) -> Result<(), Trouble> {
    let rest = Json::Object(check_json(check));
    let rest = rest.to_string();
    out.line(&format!("],\n{}", rest.trim_start_matches('{')))
}

fn summary(check: &Check, out: &Out) -> Result<(), Trouble> {
    for near in &check.near {
        let args = [
            ("column", near.column.as_str().into()),
            ("value", near.value.as_str().into()),
            ("meant", near.meant.as_str().into()),
            ("count", near.count.into()),
        ];
        out.say("command-import-near", &args)?;
    }
    for (name, count) in &check.creates {
        let word = if *count == 1 { object(out.language, name) } else { objects(out.language, name) };
        out.say("command-import-creates", &[("object", word.into()), ("count", (*count).into())])?;
    }
    super::run::say_progress("command-import-would", &check.progress, out)
}
