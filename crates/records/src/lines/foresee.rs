//! What lines would come to if they were written so: for a form, before anything is.

use std::collections::HashMap;

use cordee_base::{Decimal, Money, Outcome};
use cordee_schema::{Draft, FieldDef, Filter, Kind, Object, Record, RollUp, Rolled, Value};

use crate::Gate;
use crate::gate::Change;
use crate::write::rolled_whole;

/// What a line would hold, by field.
pub type Foreseen = HashMap<&'static str, Value>;

impl Gate<'_> {
    /// What a line would hold after this change, or a new one: with its defaults, what follows from it, and its formulas.
    /// Nothing is written.
    pub fn foresee_line(
        &mut self,
        lines: &'static Object,
        before: Option<&Record>,
        draft: Draft,
    ) -> Outcome<Foreseen> {
        let lines = self.whole_object(lines);
        let draft = draft.of(lines);
        let whole = match before {
            None => self.proposed(draft),
            Some(_) => {
                let (mut whole, at) = (draft.clone(), self.now);
                // A hook that refuses what is not complete yet has nothing to add.
                match self.before(&mut Change { before, draft: &mut whole, at, past: &[] }) {
                    Ok(()) => whole,
                    Err(_) => draft,
                }
            }
        };
        let stands = before.into_iter().flat_map(Record::fields);
        let mut held: Foreseen = stands.map(|(field, value)| (field.name, value.clone())).collect();
        held.extend(whole.fields().map(|(field, value)| (field.name, value.clone())));
        let mut held = [held];
        if lines.fields.iter().any(|field| field.formula.is_some()) {
            self.come_to(lines, &mut held)?;
        }
        let [held] = held;
        Ok(held)
    }

    /// What the counts and sums of a record over these lines would come to, as far as the actor may see them.
    pub fn foresee_totals(
        &mut self,
        whole: &'static Object,
        lines: &'static Object,
        held: &[Foreseen],
    ) -> Outcome<Vec<(&'static FieldDef, Value)>> {
        let (whole, lines) = (self.whole_object(whole), self.whole_object(lines));
        let Some((link, _)) = lines.as_lines() else { return Ok(Vec::new()) };
        let mut totals = Vec::new();
        for field in whole.fields {
            let Some(how) = field.rolled_up.filter(|how| (how.of, how.by) == (lines.name, link.name)) else {
                continue;
            };
            let seen = self.visible(whole).any(|seen| seen.name == field.name);
            if seen && rolled_whole(&self.access, &self.declared.catalog, field) {
                totals.extend(self.total_of_lines(lines, &how, field, held)?.map(|value| (field, value)));
            }
        }
        Ok(totals)
    }

    fn total_of_lines(
        &mut self,
        lines: &'static Object,
        how: &RollUp,
        field: &'static FieldDef,
        held: &[Foreseen],
    ) -> Outcome<Option<Value>> {
        let filter = match how.filter {
            Some(text) => Filter::parse(text, self.catalog(), lines, &self.reading)?,
            None => Filter::everything(),
        };
        let (mut count, mut number, mut minor) = (0_i64, Decimal::ZERO, 0_i64);
        for line in held {
            let has = |of: &FieldDef| line.get(of.name).cloned().unwrap_or_default();
            if !self.filter_holds(&filter, &has)? {
                continue;
            }
            count += 1;
            match how.field.and_then(|name| line.get(name)) {
                Some(Value::Number(more)) => number += *more,
                Some(Value::Money(money)) => {
                    // Without a rate the line is refused when it is written.
                    let base = self.in_base(*money, self.today(), field.name).ok();
                    minor = minor.saturating_add(base.map_or(0, |base| base.minor()));
                }
                _ => {}
            }
        }
        Ok(match (how.what, field.kind) {
            (Rolled::Count, _) => Some(Value::Number(count.into())),
            (Rolled::Sum, Kind::Money(_)) => {
                Some(Value::Money(Money::from_minor(minor, self.reading.currency)))
            }
            (Rolled::Sum, _) => Some(Value::Number(number)),
            _ => None,
        })
    }
}
