//! Signs that a record needs somebody: asked in filters by the conditions that they stand for, told of what was read.

use std::collections::BTreeMap;

use cordee_base::{Date, Outcome};
use cordee_schema::{
    Condition, FieldDef, Filter, Kind, Object, Operand, Operator, Path, Patience, Record, Sign, Value,
};

use crate::write::rolled_whole;
use crate::{FieldRight, Gate, Query};

impl Gate<'_> {
    /// What the signs of an object stand for today, as far as the actor may see what they are told from.
    pub(crate) fn meant_by_signs(&mut self, object: &'static Object) -> Outcome<Vec<(&'static str, Filter)>> {
        let Some(signs) = object.signs else { return Ok(Vec::new()) };
        let mut meant = Vec::with_capacity(signs.all.len());
        for sign in signs.all {
            if let Some(filter) = self.meant_by(object, sign)? {
                meant.push((sign.name, filter));
            }
        }
        Ok(meant)
    }

    /// The filter over plain fields that asks the same as a condition on signs.
    pub(crate) fn without_signs(&mut self, condition: &Condition) -> Outcome<Filter> {
        let meant = self.meant_by_signs(condition.path.object)?;
        let asked = |name: &str| match &condition.operand {
            Operand::Values(values) => values.iter().any(|value| value.as_text() == Some(name)),
            _ => true,
        };
        let missed = match &condition.operand {
            Operand::Values(values) => values.len(),
            _ => 0,
        };
        let chosen: Vec<Filter> =
            meant.into_iter().filter(|(name, _)| asked(name)).map(|(_, filter)| filter).collect();
        let filter = match condition.operator {
            Operator::HasNot | Operator::IsEmpty => Filter::Not(Box::new(Filter::Any(chosen))),
            // What the actor may not see told is never so.
            Operator::HasAll if chosen.len() < missed => Filter::Any(Vec::new()),
            Operator::HasAll => Filter::All(chosen),
            _ => Filter::Any(chosen),
        };
        Ok(behind(filter, &condition.path.steps))
    }

    /// Tells the signs of records of an object, as far as the fields were read from which they are told.
    pub fn tell_signs(&mut self, object: &'static Object, records: &mut [Record]) -> Outcome<()> {
        let meant = if records.is_empty() { Vec::new() } else { self.meant_by_signs(object)? };
        for record in records {
            let mut shown = Vec::new();
            for (name, filter) in &meant {
                if self.filter_holds(filter, &|field| record.any_value(field))? {
                    shown.push(*name);
                }
            }
            record.put_signs(shown);
        }
        Ok(())
    }

    /// Whether a query asks for signs; then it reads the fields from which they are told.
    pub(crate) fn asks_for_signs(&mut self, query: &mut Query) -> Outcome<bool> {
        let Some(signs) = query.object.signs else { return Ok(false) };
        if query.fields.as_ref().is_none_or(|names| !names.contains(&signs.field.name)) {
            return Ok(false);
        }
        let meant = self.meant_by_signs(query.object)?;
        let conditions = meant.iter().flat_map(|(_, filter)| filter.conditions());
        let read: Vec<&'static str> = conditions
            .map(|condition| condition.path.steps.first().unwrap_or(&condition.path.field).name)
            .collect();
        if let Some(names) = &mut query.fields {
            names.extend(read);
        }
        Ok(true)
    }

    /// What a sign stands for today; none if the actor may not see what it is told from.
    fn meant_by(&mut self, object: &'static Object, sign: &Sign) -> Outcome<Option<Filter>> {
        let Ok(filter) = Filter::parse(sign.filter, self.catalog(), object, self.reading()) else {
            return Ok(None);
        };
        let mut meant = vec![filter];
        if let Some(patience) = &sign.patience {
            match self.out_of(object, patience)? {
                Some(filter) => meant.push(filter),
                None => return Ok(None),
            }
        }
        let filter = Filter::All(meant);
        let hidden = |object: &'static Object, field: &FieldDef| {
            self.access.field(object, field) == FieldRight::Hidden
                || !rolled_whole(&self.access, self.catalog(), field)
        };
        let any_hidden = filter.conditions().iter().any(|c| hidden(c.path.object, c.path.field));
        Ok((!any_hidden).then_some(filter))
    }

    /// The records whose patience has come to its end: few numbers of days, each with the records that say it.
    fn out_of(&mut self, object: &'static Object, patience: &Patience) -> Outcome<Option<Filter>> {
        let field = |name: &str| object.field(name);
        let (Some(link), since) = (field(patience.link), patience.since.iter().map(|name| field(name)))
        else {
            return Ok(None);
        };
        let (Some(to), Some(since)) =
            (link.links_to().and_then(|to| self.catalog().object(to)), since.collect::<Option<Vec<_>>>())
        else {
            return Ok(None);
        };
        let mut said: BTreeMap<i64, Vec<Value>> = BTreeMap::new();
        for record in self.whole_of(to)?.iter() {
            let Some(Value::Number(days)) = record.value(patience.days) else { continue };
            if let Ok(days) = i64::try_from(days.trunc()) {
                said.entry(days).or_default().push(Value::Link(record.head.id));
            }
        }
        let today = self.today();
        let ways = said.into_iter().map(|(days, ids)| {
            let those = Condition {
                path: Path::field(object, link),
                operator: Operator::Is,
                operand: Operand::Values(ids),
            };
            Filter::Where(those).and(self.earlier(object, &since, last_day(today, days)))
        });
        Ok(Some(Filter::Any(ways.collect())))
    }

    /// The first of these that is filled lies before the day.
    fn earlier(&self, object: &'static Object, since: &[&'static FieldDef], day: Date) -> Filter {
        let mut ways = Vec::new();
        let mut empty: Vec<Filter> = Vec::new();
        for field in since {
            let value = match field.kind {
                Kind::Moment(_) => Value::Moment(self.access.zone.start_of(day)),
                _ => Value::Date(day),
            };
            let path = Path::field(object, field);
            let earlier = Filter::compare(path.clone(), Operator::Less, value);
            ways.push(Filter::All(empty.iter().cloned().chain([earlier]).collect()));
            empty.push(Filter::Where(Condition {
                path,
                operator: Operator::IsEmpty,
                operand: Operand::None,
            }));
        }
        Filter::Any(ways)
    }
}

/// The day from which on so many days have not yet passed.
fn last_day(today: Date, days: i64) -> Date {
    let days = days.clamp(0, 36_600);
    today.saturating_sub(jiff::Span::new().days(days))
}

/// The same filter over the record at the end of these links.
fn behind(filter: Filter, steps: &[&'static FieldDef]) -> Filter {
    if steps.is_empty() {
        return filter;
    }
    let each = |parts: Vec<Filter>| parts.into_iter().map(|part| behind(part, steps)).collect();
    match filter {
        Filter::All(parts) => Filter::All(each(parts)),
        Filter::Any(parts) => Filter::Any(each(parts)),
        Filter::Not(inner) => Filter::Not(Box::new(behind(*inner, steps))),
        Filter::Where(mut condition) => {
            condition.path.steps = steps.iter().copied().chain(condition.path.steps).collect();
            Filter::Where(condition)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::last_day;

    #[test]
    fn patience_ends_after_so_many_whole_days() {
        let today = jiff::civil::date(2026, 11, 22);
        assert_eq!(
            last_day(today, 14),
            jiff::civil::date(2026, 11, 8),
            "what began on the 8th has had 14 days"
        );
        assert_eq!(last_day(today, -3), today);
    }
}
