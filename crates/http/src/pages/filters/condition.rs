//! One condition as a person chooses it: what is asked for, by the kind of its field, and what that comes to.

use cordee_base::{Fault, Outcome, Period};
use cordee_schema::{Condition, Filter, Kind, Object, Operand, Operator, Path, Relative, Value};
use cordee_ui::components::Field;
use cordee_ui::{Input, Pick};
use serde_json::{Value as Json, json};

use super::super::inputs::{Given, lookup_path};
use super::super::reader::Reader;
use super::super::typed::Typed;

/// How many tags of a field are offered to choose from; others are written.
const MOST_TAGS: usize = 200;
/// How many days one is asked about at first.
const DAYS: &str = "30";

/// The names under which a condition is sent.
pub(super) const FIELD: &str = "f-field";
pub(super) const OPERATOR: &str = "f-operator";
const WHEN: &str = "f-when";
const DAYS_OF: &str = "f-days";
const VALUE: &str = "f-value";

impl Reader<'_, '_> {
    /// The operators that fit a path; of days also those that count them.
    pub(super) fn operators_for(&self, path: &Path) -> Vec<Pick> {
        let known: &[Operator] = match path.part {
            Some(_) => Kind::Text(cordee_schema::kinds::text::TextKind { limit: 255 }).behave().operators(),
            None => path.field.kind.behave().operators(),
        };
        let mut all: Vec<Pick> =
            known.iter().map(|one| Pick::new(one.name(), self.operator_said(path, one.name()))).collect();
        if dated(path) {
            let counted =
                ["older", "later"].map(|name| Pick::new(name, self.word(&format!("operator-{name}"))));
            all.splice(1..1, counted);
        }
        all
    }

    /// What a condition compares with, as it is asked for; nothing for operators that need none.
    ///
    /// What the rest of the filter holds narrows what is offered for links, as in a form.
    pub(super) fn operand_fields(
        &mut self,
        path: &Path,
        typed: &Typed,
        given: &Given,
    ) -> Outcome<Vec<Field>> {
        let operator = typed.text(OPERATOR);
        if Operator::named(operator).is_some_and(Operator::is_bare) {
            return Ok(Vec::new());
        }
        let label = self.word("ui-filter-value");
        if matches!(operator, "older" | "later") {
            return Ok(vec![self.days_field(typed)]);
        }
        if dated(path) {
            return Ok(self.when_fields(typed));
        }
        let value = typed.text(VALUE).to_owned();
        let values: Vec<String> = typed.all(VALUE).filter(|one| !one.is_empty()).map(str::to_owned).collect();
        let input = match path.field.kind {
            _ if path.part.is_some() => Input::Text { value },
            Kind::Choice(_) | Kind::Choices(_) => {
                let all = path.field.kind.options();
                let options = all.iter().map(|option| self.pick(path.object, path.field, all, option.key));
                Input::Choices { values, options: options.collect() }
            }
            Kind::YesNo(_) => {
                let options =
                    [("true", "yes"), ("false", "no")].map(|(key, word)| Pick::new(key, self.word(word)));
                Input::Choice { value, options: options.to_vec() }
            }
            Kind::Tags(_) => {
                let tags = self.gate.tags_of(path.object, path.field)?;
                let tags = tags.iter().take(MOST_TAGS).map(|tag| Pick::new(&tag.name, &tag.name));
                Input::Choices { values, options: tags.collect() }
            }
            Kind::Link(_) | Kind::Links(_) => self.record_input(path, typed, values, given)?,
            Kind::Number(_) | Kind::Money(_) | Kind::Percent(_) => Input::Number { value },
            _ => Input::Text { value },
        };
        Ok(vec![Field::new(VALUE, label, input)])
    }

    /// One of few records is ticked, one of many looked up; a person may be oneself.
    fn record_input(
        &mut self,
        path: &Path,
        typed: &Typed,
        mut values: Vec<String>,
        given: &Given,
    ) -> Outcome<Input> {
        let me = path.field.points_to() == Some("user");
        let mut options = Vec::new();
        if me {
            options.push(Pick::new("me", self.word("filter-me")));
        }
        if let Some(few) = self.choices(path.field, given)? {
            options.extend(few);
            return Ok(Input::Choices { values, options });
        }
        let (id, title) = (typed.part(VALUE, "id").to_owned(), typed.text(VALUE).to_owned());
        let Some(to) = self.linked(path.field) else { return Ok(Input::Text { value: title }) };
        if me && values.iter().any(|value| value == "me") {
            values = vec![self.word("filter-me")];
        }
        let title = values.pop().filter(|_| id.is_empty()).unwrap_or(title);
        let lookup = given.iter().fold(lookup_path(to, path.object, path.field), |lookup, (name, value)| {
            lookup.and(name, value.as_link().map(|id| id.to_string()).unwrap_or_default())
        });
        let lookup = lookup.to_string();
        Ok(if me { Input::Person { id, title, lookup } } else { Input::Link { id, title, lookup } })
    }

    fn days_field(&self, typed: &Typed) -> Field {
        let value = if typed.text(DAYS_OF).is_empty() { DAYS } else { typed.text(DAYS_OF) };
        Field::new(DAYS_OF, self.word("filter-days-of"), Input::Number { value: value.to_owned() })
    }

    /// A stretch of days by its name, so many days, or a day of the calendar.
    fn when_fields(&self, typed: &Typed) -> Vec<Field> {
        let mut options = Vec::new();
        for name in ["today", "yesterday", "tomorrow"] {
            options.push(Pick::new(name, self.word(name)));
        }
        for (_, period) in Period::ALL.iter().filter(|(_, period)| *period != Period::Day) {
            for step in [0, -1, 1] {
                let relative = Relative::Period(*period, step);
                options.push(Pick::new(relative.name(), self.relative(relative)));
            }
        }
        for name in ["last_days", "next_days", "day"] {
            options.push(Pick::new(name, self.word(&format!("filter-when-{}", name.replace('_', "-")))));
        }
        let when = if typed.text(WHEN).is_empty() { "today" } else { typed.text(WHEN) };
        let choice = Input::Choice { value: when.to_owned(), options };
        let mut fields = vec![Field::new(WHEN, self.word("ui-filter-value"), choice).required()];
        match when {
            "last_days" | "next_days" => fields.push(self.days_field(typed)),
            "day" => {
                let value = typed.text(VALUE).to_owned();
                fields.push(Field::new(VALUE, self.word("filter-when-day"), Input::Date { value }));
            }
            _ => {}
        }
        fields
    }

    /// The condition that was chosen.
    pub(super) fn condition_typed(
        &mut self,
        object: &'static Object,
        path: &Path,
        typed: &Typed,
    ) -> Outcome<Result<Filter, Fault>> {
        let operator = match typed.text(OPERATOR) {
            "older" => "less",
            "later" => "greater",
            operator => operator,
        };
        let bare = Operator::named(operator).is_some_and(Operator::is_bare);
        let operand = if bare { Ok(Json::Null) } else { self.operand_typed(path, typed)? };
        Ok(operand.and_then(|operand| {
            let whole = json!({"field": path.text(), "operator": operator, "value": operand});
            let read = Filter::from_json(&whole, self.gate.catalog(), object, self.gate.reading());
            read.map_err(|fault| Fault { field: Some(VALUE.to_owned()), ..fault })
        }))
    }

    fn operand_typed(&mut self, path: &Path, typed: &Typed) -> Outcome<Result<Json, Fault>> {
        let counted = |name: &str| {
            let days = typed.text(DAYS_OF).trim();
            match Relative::named(&format!("{name}_{days}_days")) {
                Some(relative) => Ok(json!({"relative": relative.name()})),
                None => Err(Fault::at(DAYS_OF, "error-number").with("value", days)),
            }
        };
        let (value, missing) = (typed.text(VALUE).trim(), || Err(Fault::at(VALUE, "error-required")));
        if dated(path) {
            return Ok(match (typed.text(OPERATOR), typed.text(WHEN)) {
                ("older", _) | (_, "last_days") => counted("last"),
                ("later", _) | (_, "next_days") => counted("next"),
                (_, "day" | "") if value.is_empty() => missing(),
                (_, "day" | "") => Ok(json!(value)),
                (_, name) => Ok(json!({"relative": name})),
            });
        }
        let chosen: Vec<&str> = typed.all(VALUE).filter(|one| !one.trim().is_empty()).collect();
        if chosen.is_empty() {
            return Ok(missing());
        }
        if path.part.is_some() {
            return Ok(Ok(json!(value)));
        }
        Ok(match path.field.kind {
            Kind::Choice(_) | Kind::Choices(_) | Kind::Tags(_) => Ok(json!(chosen)),
            Kind::YesNo(_) => Ok(json!(value == "true")),
            Kind::Link(_) | Kind::Links(_) => self.records_typed(path, typed, &chosen)?,
            _ => Ok(json!(value)),
        })
    }

    /// The records that were ticked, looked up, or named by their title.
    fn records_typed(&mut self, path: &Path, typed: &Typed, chosen: &[&str]) -> Outcome<Result<Json, Fault>> {
        let mine = self.word("filter-me");
        if path.field.points_to() == Some("user") && chosen.iter().any(|one| *one == "me" || *one == mine) {
            return Ok(Ok(json!({"relative": "me"})));
        }
        let looked_up = typed.part(VALUE, "id");
        if !looked_up.is_empty() && typed.part(VALUE, "title") == typed.text(VALUE) {
            return Ok(Ok(json!(looked_up)));
        }
        let mut ids = Vec::new();
        for one in chosen {
            if one.parse::<cordee_base::Id>().is_ok() {
                ids.push((*one).to_owned());
                continue;
            }
            let to = self.linked(path.field).and_then(|to| Some((to, to.field(to.title)?)));
            let found = match to {
                Some((to, title)) => self.gate.with_text(to, title, one)?,
                None => Vec::new(),
            };
            if found.is_empty() {
                let object = path.field.points_to().unwrap_or_default();
                return Ok(Err(Fault::at(VALUE, "error-link-missing")
                    .with("object", object)
                    .with("value", one)));
            }
            ids.extend(found.iter().map(ToString::to_string));
        }
        Ok(Ok(json!(ids)))
    }

    /// A condition that stands, as it would have been chosen.
    pub(super) fn typed_condition(&mut self, condition: &Condition, given: &Given) -> Outcome<Typed> {
        let (path, mut typed) = (&condition.path, Typed::default());
        typed.put(FIELD, path.text());
        let operator = match (&condition.operand, condition.operator) {
            (Operand::Relative(Relative::LastDays(_)), Operator::Less) => "older",
            (Operand::Relative(Relative::NextDays(_)), Operator::Greater) => "later",
            (_, operator) => operator.name(),
        };
        typed.put(OPERATOR, operator);
        match &condition.operand {
            Operand::None => {}
            Operand::Me => typed.put(VALUE, "me"),
            Operand::Relative(relative) => match relative {
                Relative::LastDays(days) | Relative::NextDays(days) => {
                    let last = matches!(relative, Relative::LastDays(_));
                    typed.put(WHEN, if last { "last_days" } else { "next_days" });
                    typed.put(DAYS_OF, days.to_string());
                }
                Relative::Period(..) => typed.put(WHEN, relative.name()),
            },
            Operand::Values(values) => {
                typed.put(WHEN, "day");
                for value in values {
                    self.type_operand(&mut typed, path, value, given)?;
                }
            }
        }
        Ok(typed)
    }

    fn type_operand(&mut self, typed: &mut Typed, path: &Path, value: &Value, given: &Given) -> Outcome<()> {
        let text = match (path.part, value) {
            (None, Value::Link(id)) if self.choices(path.field, given)?.is_none() => {
                let title =
                    self.titles_of(path.field, value)?.pop().flatten().unwrap_or_else(|| id.to_string());
                typed.put(format!("{VALUE}.id"), id.to_string());
                typed.put(format!("{VALUE}.title"), &title);
                title
            }
            (None, Value::Link(id)) => id.to_string(),
            (_, Value::Text(text)) => text.clone(),
            (_, Value::YesNo(yes)) => yes.to_string(),
            (_, value) => path.field.kind.behave().text(value),
        };
        typed.put(VALUE, text);
        Ok(())
    }
}

fn dated(path: &Path) -> bool {
    path.part.is_none() && matches!(path.field.kind, Kind::Date(_) | Kind::Moment(_))
}

/// What a filter holds the links to on which it depends what `path` may lead to.
pub(super) fn held(filter: &Filter, path: &Path) -> Given {
    let parts = match filter {
        Filter::All(parts) => parts.as_slice(),
        one => std::slice::from_ref(one),
    };
    let own =
        path.field.chosen_by().filter_map(|name| path.object.field(name)).filter(|_| path.steps.is_empty());
    let value = |name: &str| {
        parts.iter().find_map(|part| match part {
            Filter::Where(Condition { path, operator: Operator::Is, operand: Operand::Values(values) })
                if path.text() == name && values.len() == 1 =>
            {
                Some(values[0].clone())
            }
            _ => None,
        })
    };
    own.filter_map(|field| Some((field.name, value(field.name)?))).collect()
}
