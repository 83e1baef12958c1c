//! A record is written together with its lines: what is said of each, and what becomes of those of which nothing is.

use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_schema::{Draft, Object, Record, Value};

use crate::{Gate, Right, Scope};

/// How the lines of a record are to stand.
#[derive(Clone, Debug)]
pub struct LinesWish {
    /// The object of the lines.
    pub object: &'static Object,
    /// What is said of them, in the order in which they are to stand.
    pub lines: Vec<LineWish>,
    /// What becomes of those of which nothing is said.
    pub rest: Rest,
}

/// What is said of one line.
#[derive(Clone, Debug)]
pub struct LineWish {
    /// What faults call it: `lines[2]`.
    pub at: String,
    /// The line that stands; none for a new one.
    pub id: Option<Id>,
    /// The version that was looked at, if that is known.
    pub version: Option<i64>,
    /// What changes, or what a new one holds.
    pub draft: Draft,
    /// It goes to the trash.
    pub gone: bool,
}

/// What becomes of lines of which nothing is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// They stay, after the others.
    Stays,
    /// They go to the trash.
    Goes,
}

impl Gate<'_> {
    /// Makes, changes, removes and orders the lines of a record as it is wished; all faults are told at once, each at
    /// its line. Every line is written with the rights that the actor has on it.
    pub fn set_lines(&mut self, whole: Id, wish: LinesWish) -> Outcome<()> {
        let lines = self.whole_object(wish.object);
        let (link, _) = lines.as_lines().ok_or(Problem::NotFound)?;
        if self.access.scope(lines, Right::Read) == Scope::None {
            return Err(Problem::NotFound);
        }
        let to = link.links_to().and_then(|to| self.catalog().object(to)).ok_or(Problem::NotFound)?;
        self.editable(to, whole, Right::Edit)?;
        let before = self.lines(lines, &[whole])?;
        let mut named: Vec<Id> = Vec::new();
        let mut twice = Vec::new();
        for line in &wish.lines {
            twice.push(line.id.is_some_and(|id| named.contains(&id)));
            named.extend(line.id);
        }
        let mut after = Vec::new();
        for other in before.iter().filter(|line| !named.contains(&line.head.id)) {
            match wish.rest {
                Rest::Stays => after.push(other.head.id),
                Rest::Goes => self.trash(lines, other.head.id, None)?,
            }
        }
        let mut places: Vec<Option<Id>> = vec![None; wish.lines.len()];
        let mut left: Vec<(usize, LineWish)> = wish.lines.into_iter().enumerate().collect();
        let mut faults = Vec::new();
        // What is refused beside the other lines as they stand may fit once they are as they are wished.
        while !left.is_empty() {
            let (count, mut refused) = (left.len(), Vec::new());
            faults.clear();
            for (place, line) in left {
                let done = self.attempt(|gate| match twice[place] {
                    true => Err(Fault::at("id", "error-unique").with("value", "").into()),
                    false => gate.set_line(lines, whole, link.name, &before, line.clone()),
                })?;
                match done {
                    Ok(id) => places[place] = id,
                    Err(problem) => {
                        faults.extend(at_line(&line.at, problem)?);
                        refused.push((place, line));
                    }
                }
            }
            left = refused;
            if left.len() == count {
                break;
            }
        }
        if !faults.is_empty() {
            return Err(Problem::Invalid(faults));
        }
        let order: Vec<Id> = places.into_iter().flatten().chain(after).collect();
        if self.number_lines(lines, &before, &order)? {
            self.raise(to, whole)?;
        }
        Ok(())
    }

    /// One line; gives its id, if it stands then.
    fn set_line(
        &mut self,
        lines: &'static Object,
        whole: Id,
        link: &'static str,
        before: &[Record],
        wish: LineWish,
    ) -> Outcome<Option<Id>> {
        let mut draft = wish.draft;
        let Some(id) = wish.id else {
            draft.set(link, Value::Link(whole));
            return self.create(draft).map(Some);
        };
        let missing = || Fault::at("id", "error-link-missing").with("object", lines.name).with("value", id);
        let stands = before.iter().find(|line| line.head.id == id).ok_or_else(missing)?;
        if wish.version.is_some_and(|version| version != stands.head.version) {
            return Err(Problem::Stale { now: stands.head.version });
        }
        if wish.gone {
            self.trash(lines, id, wish.version)?;
            return Ok(None);
        }
        if !draft.values().is_empty() {
            self.update(id, wish.version, draft)?;
        }
        Ok(Some(id))
    }
}

/// The faults of a line, told at its place; a problem of another sort is one of the whole.
fn at_line(at: &str, problem: Problem) -> Outcome<Vec<Fault>> {
    let here = |fault: Fault| {
        let field = match fault.field.as_deref() {
            None | Some("") => at.to_owned(),
            Some(field) => format!("{at}.{field}"),
        };
        Fault { field: Some(field), ..fault }
    };
    match problem {
        Problem::Invalid(faults) => Ok(faults.into_iter().map(here).collect()),
        Problem::Stale { .. } => Ok(vec![here(Fault::at("version", "problem-stale"))]),
        Problem::Conflict(fault) => Err(Problem::Conflict(here(fault))),
        other => Err(other),
    }
}
