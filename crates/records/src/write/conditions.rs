//! Conditions of fields: whether one must be filled, or can't be changed, as its record stands or will stand.
//!
//! A condition is a filter over the record itself; what it reads through links is read as the engine.

use std::collections::HashMap;

use cordee_base::{Date, Fault, FirstDay, Id, Money, Outcome, Problem, Zone};
use cordee_schema::{Draft, FieldDef, Filter, Lookup, Object, Operand, Path, Record, Value};

use crate::gate::Change;
use crate::read::get::Shelf;
use crate::{FieldRight, Gate, Right};

/// What the conditions of a field come to.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// The field.
    pub field: &'static FieldDef,
    /// It must be filled.
    pub required: bool,
    /// It can't be changed.
    pub read_only: bool,
}

impl Gate<'_> {
    /// What conditions, and the columns of a board, ask of the fields of a record if it were changed like this, or of a
    /// new one; what follows from the change by itself is reckoned in. Nothing is written.
    pub fn asked(
        &mut self,
        object: &'static Object,
        id: Option<Id>,
        mut draft: Draft,
    ) -> Outcome<Vec<Asked>> {
        let fields = conditional(object);
        let asked_for = self.fields_asked_for(object)?;
        if fields.is_empty() && asked_for.is_empty() {
            return Ok(Vec::new());
        }
        let before = id.map(|id| self.editable(object, id, Right::Edit)).transpose()?;
        if before.is_none() {
            draft = self.proposed(draft);
        } else {
            let (mut whole, at) = (draft.clone(), self.now);
            // A hook that refuses what is not complete yet has nothing to add.
            if self.before(&mut Change { before: before.as_ref(), draft: &mut whole, at, past: &[] }).is_ok()
            {
                draft = whole;
            }
        }
        let mut asked = Vec::new();
        for field in fields {
            let required =
                self.condition_holds(object, field.required_when, &|of| after(of, &draft, before.as_ref()))?;
            let read_only = self.stays_read_only(field, &draft, before.as_ref())?;
            asked.push(Asked { field, required, read_only });
        }
        let needs = match asked_for.is_empty() {
            true => Vec::new(),
            false => self.asked_of(&draft, before.as_ref())?,
        };
        for field in asked_for {
            let needed = needs.iter().filter_map(|need| need.field).any(|need| need.name == field.name);
            match asked.iter_mut().find(|asked| asked.field.name == field.name) {
                Some(known) => known.required |= needed,
                None => asked.push(Asked { field, required: needed, read_only: false }),
            }
        }
        Ok(asked)
    }

    /// The fields that must be filled as the record will be, but are not. They are asked for when the record comes to be
    /// so: when it is made, or when the field or something that the condition reads is changed.
    pub(crate) fn now_required(
        &mut self,
        draft: &Draft,
        before: Option<&Record>,
    ) -> Outcome<Vec<&'static str>> {
        let object = draft.object;
        let excused = self.within || draft.incomplete && self.tells_the_past();
        let fields = object.fields.iter().filter(|field| field.required_when.is_some() && !excused);
        let mut missing = Vec::new();
        for field in fields {
            // A verb that makes a record knows nothing of the fields that a workspace has added, and nobody is asked
            // for what they can't fill in.
            let knows = before.is_some() || !(draft.by_verb && field.is_custom());
            if !knows || self.access.field(object, field) != FieldRight::Open {
                continue;
            }
            let has = |of: &FieldDef| after(of, draft, before);
            let Some(filter) = self.condition_of(object, field.required_when) else { continue };
            let read = |path: &Path| draft.names(path.steps.first().unwrap_or(&path.field).name);
            let touched = before.is_none()
                || draft.names(field.name)
                || filter.conditions().iter().any(|condition| read(&condition.path));
            if touched && has(field).is_none() && self.filter_holds(&filter, &has)? {
                missing.push(field.name);
            }
        }
        Ok(missing)
    }

    /// None of the fields that were given by hand is one that can't be changed now.
    pub(crate) fn not_read_only(
        &mut self,
        by_hand: &[&'static str],
        draft: &Draft,
        before: &Record,
    ) -> Outcome<()> {
        if self.access.is_engine() {
            return Ok(());
        }
        let mut faults = Vec::new();
        for name in by_hand.iter().filter(|name| draft.names(name)) {
            let field = draft.object.field(name).filter(|field| field.read_only_when.is_some());
            let Some(field) = field else { continue };
            if self.stays_read_only(field, draft, Some(before))? {
                faults.push(Fault::at(field.name, "error-read-only-now"));
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(Problem::Invalid(faults)) }
    }

    /// A record that stands keeps what can't be changed, as long as the change does not end why.
    fn stays_read_only(&mut self, field: &FieldDef, draft: &Draft, before: Option<&Record>) -> Outcome<bool> {
        let Some(record) = before else { return Ok(false) };
        Ok(self.condition_holds(record.object, field.read_only_when, &|of| record.any_value(of))?
            && self.condition_holds(record.object, field.read_only_when, &|of| after(of, draft, before))?)
    }

    fn condition_holds(
        &mut self,
        object: &'static Object,
        condition: Option<&'static str>,
        has: &dyn Fn(&FieldDef) -> Value,
    ) -> Outcome<bool> {
        match self.condition_of(object, condition) {
            Some(filter) => self.filter_holds(&filter, has),
            None => Ok(false),
        }
    }

    /// The condition as a filter; none if it reads what is out of use, so that it asks for nothing.
    fn condition_of(&self, object: &'static Object, condition: Option<&'static str>) -> Option<Filter> {
        Filter::parse(condition?, self.catalog(), object, &self.reading).ok()
    }

    /// Whether a filter holds for a record that has this in its own fields.
    pub fn filter_holds(&mut self, filter: &Filter, has: &dyn Fn(&FieldDef) -> Value) -> Outcome<bool> {
        let mut seen = Seen {
            values: HashMap::new(),
            amounts: HashMap::new(),
            me: self.actor.user_id(),
            today: self.today(),
            zone: self.access.zone.clone(),
            weeks: self.access.weeks(),
        };
        for condition in filter.conditions() {
            let values = self.values_at(&condition.path, has)?;
            let operands = match &condition.operand {
                Operand::Values(values) => values.as_slice(),
                _ => &[],
            };
            for value in operands.iter().chain(&values) {
                if let Value::Money(money) = value {
                    let base = self.in_base(*money, seen.today, &condition.path.text());
                    seen.amounts.extend(base.ok().map(|base| (key(*money), base.minor())));
                }
            }
            seen.values.insert(condition.path.text(), values);
        }
        Ok(filter.holds(&seen))
    }

    /// What stands at the ends of a path that begins at a record which has this in its own fields.
    fn values_at(&mut self, path: &Path, has: &dyn Fn(&FieldDef) -> Value) -> Outcome<Vec<Value>> {
        let Some((first, rest)) = path.steps.split_first() else {
            return Ok(vec![match path.is_followed() {
                true => self.own_followed(path.object, has)?,
                false => has(path.field),
            }]);
        };
        let mut held: Vec<(&'static FieldDef, Value)> = vec![(*first, has(first))];
        for next in rest.iter().chain([&path.field]) {
            let mut behind = Vec::new();
            for (link, value) in held {
                let Some((to, ids)) = self.catalog().targets(link, &value) else { continue };
                if path.is_followed() && next.name == path.field.name {
                    for id in ids {
                        let there = self.as_engine("what a condition reads", |gate| {
                            gate.find_bare(to, *id, Shelf::InUse)
                        })?;
                        if there.is_some() {
                            behind.push((path.field, Value::YesNo(self.is_followed(to, *id)?)));
                        }
                    }
                    continue;
                }
                // Objects to which a link may lead have fields of the same name.
                let Some(field) = to.field(next.name) else { continue };
                for id in ids {
                    let why = "what a condition reads";
                    let linked = self.as_engine(why, |gate| gate.find_bare(to, *id, Shelf::InUse))?;
                    behind.extend(linked.map(|linked| (field, linked.any_value(field))));
                }
            }
            held = behind;
        }
        Ok(held.into_iter().map(|(_, value)| value).collect())
    }
}

impl Gate<'_> {
    /// Whether the actor follows a record that has this in its own fields; one that is still to be made is followed by whom
    /// it belongs to.
    fn own_followed(&mut self, object: &'static Object, has: &dyn Fn(&FieldDef) -> Value) -> Outcome<Value> {
        let follows = match has(&cordee_schema::ID_FIELD).as_link() {
            Some(id) => self.is_followed(object, id)?,
            None => {
                let owner = object.owner.and_then(|name| object.field(name));
                let me = self.access.user.or(self.actor.user_id());
                me.is_some() && owner.and_then(|owner| has(owner).as_link()) == me
            }
        };
        Ok(Value::YesNo(follows))
    }

    fn is_followed(&mut self, object: &'static Object, id: Id) -> Outcome<bool> {
        let me = self.access.user.or(self.actor.user_id());
        let followers = self.followers_of(object, &[id])?;
        Ok(me.is_some_and(|me| followers.get(&id).is_some_and(|all| all.contains(&me))))
    }
}

/// The fields of an object that have a condition.
fn conditional(object: &'static Object) -> Vec<&'static FieldDef> {
    object.fields.iter().filter(|field| field.is_conditional()).collect()
}

/// What a field will hold after a change.
fn after(field: &FieldDef, draft: &Draft, before: Option<&Record>) -> Value {
    match draft.value(field.name) {
        Some(value) => value.clone(),
        None => before.map(|record| record.any_value(field)).unwrap_or_default(),
    }
}

/// What the reader of filters in memory is told.
struct Seen {
    values: HashMap<String, Vec<Value>>,
    amounts: HashMap<(String, i64), i64>,
    me: Option<Id>,
    today: Date,
    zone: Zone,
    weeks: FirstDay,
}

fn key(money: Money) -> (String, i64) {
    (money.currency().code().to_owned(), money.minor())
}

impl Lookup for Seen {
    fn values(&self, path: &Path) -> Vec<Value> {
        self.values.get(&path.text()).cloned().unwrap_or_default()
    }

    fn me(&self) -> Option<Id> {
        self.me
    }

    fn today(&self) -> Date {
        self.today
    }

    fn zone(&self) -> Zone {
        self.zone.clone()
    }

    fn weeks(&self) -> FirstDay {
        self.weeks
    }

    fn comparable(&self, value: &Value) -> Option<i64> {
        match value {
            Value::Money(money) => self.amounts.get(&key(*money)).copied(),
            _ => None,
        }
    }
}
