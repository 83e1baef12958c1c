//! The filter of a list or board: read from the address, shown as chips, one condition more at a time.

use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_schema::filter::quoted;
use cordee_schema::{
    Condition, FieldDef, Filter, Kind, Object, Operand, Operator, Path, Relative, SYSTEM_FIELDS, Value,
};
use cordee_ui::Pick;
use cordee_ui::components::{Chip, FilterField, FilterOperator, Filters};
use cordee_ui::names;
use serde_json::{Value as Json, json};

use super::address::Address;
use super::inputs::lookup_path;
use super::reader::Reader;
use super::visit::{Answered, Visit, to};

/// The filter as it stands in the address.
pub(crate) struct Narrowed {
    /// What the records must be like.
    pub filter: Filter,
    /// What was typed.
    pub text: String,
    /// What is wrong with it.
    pub error: Option<String>,
}

/// How many tags of a field are offered to filter by; others are written.
const MOST_TAGS: usize = 200;
/// The parameters of a page that begin anew with another filter.
const BEGIN_ANEW: [&str; 8] = ["filter", "cursor", "page", "f-field", "f-operator", "f-value", "done", "of"];

impl Visit {
    /// The way on to the same page with the condition that was just added to its filter; none if none was. `object`
    /// tells of what the filter speaks.
    pub(crate) async fn narrower(
        &self,
        object: impl Fn(&Reader<'_, '_>) -> Outcome<&'static Object> + Send + 'static,
    ) -> Option<Answered> {
        self.address.one("f-field")?;
        let added = self.read(move |reader| {
            let object = object(reader)?;
            reader.added(object)
        });
        match added.await {
            Ok(next) => next.map(|next| Ok(to(&next))),
            Err(problem) => Some(self.refused(problem).await),
        }
    }
}

impl Reader<'_, '_> {
    /// The filter in the address. A text that is no filter but a plain word searches the titles.
    pub(crate) fn narrowed(&self, object: &'static Object) -> Narrowed {
        let text = self.visit.address.one("filter").unwrap_or("").trim().to_owned();
        let read = |text: &str| Filter::parse(text, self.gate.catalog(), object, self.gate.reading());
        let searched = match plain_word(&text) {
            true => read(&format!("{} ~ {}", object.title, quoted(&text))).ok(),
            false => None,
        };
        match searched.map_or_else(|| read(&text), Ok).and_then(|filter| self.seen(object, filter)) {
            Ok(filter) => Narrowed { text: filter.text(), filter, error: None },
            Err(fault) => Narrowed {
                filter: Filter::everything(),
                error: Some(cordee_i18n::fault(self.language(), &fault, None)),
                text,
            },
        }
    }

    /// The filter, if it names only fields that the reader may see; others are as if they were not there.
    fn seen(&self, object: &'static Object, filter: Filter) -> Result<Filter, Fault> {
        for condition in filter.conditions() {
            let path = &condition.path;
            let mut here = Some(object);
            for step in path.steps.iter().copied().chain([path.field]) {
                if here.is_none_or(|object| !self.sees(object, step)) {
                    let fault = Fault::at(path.text(), "error-unknown-field");
                    return Err(fault.with("name", step.name).with("nearest", ""));
                }
                here = self.linked(step);
            }
        }
        Ok(filter)
    }

    /// The address with the condition that was just added (`f-field`, `f-operator`, `f-value`), if one was.
    fn added(&mut self, object: &'static Object) -> Outcome<Option<Address>> {
        let address = self.visit.address.clone();
        let Some(field) = address.one("f-field") else { return Ok(None) };
        let before = self.narrowed(object);
        let value = address.one("f-value").unwrap_or("").trim().to_owned();
        let condition = self.condition(object, field, address.one("f-operator").unwrap_or("is"), &value)?;
        let whole = match (condition, before.error) {
            (Ok(condition), None) => before.filter.and(condition).text(),
            // What can't be read is shown as it was meant, with what is wrong, so that nothing is lost.
            (Err(_), _) | (_, Some(_)) => {
                let sign = address.one("f-operator").unwrap_or("is").replace('_', " ");
                let more = format!("{field} {sign} {}", quoted(&value));
                if before.text.is_empty() { more } else { format!("{} and {more}", before.text) }
            }
        };
        Ok(Some(address.without(&BEGIN_ANEW).with("filter", whole)))
    }

    /// A condition as people choose it: options by their label, records by their title, days also by name.
    fn condition(
        &mut self,
        object: &'static Object,
        field: &str,
        operator: &str,
        value: &str,
    ) -> Outcome<Result<Filter, Fault>> {
        let path = match Path::asked(self.gate.catalog(), object, field) {
            Ok(path) => path,
            Err(fault) => return Ok(Err(fault)),
        };
        let bare = Operator::named(operator).is_some_and(Operator::is_bare);
        let operand = if bare { Json::Null } else { self.operand(&path, value)? };
        let whole = json!({"field": field, "operator": operator, "value": operand});
        Ok(Filter::from_json(&whole, self.gate.catalog(), object, self.gate.reading()))
    }

    fn operand(&mut self, path: &Path, value: &str) -> Outcome<Json> {
        let language = self.language();
        Ok(match path.field.kind {
            Kind::Choice(_) | Kind::Choices(_) => {
                let label = |key: &str| names::option(language, path.object, path.field, key);
                let options = path.field.kind.options();
                let meant = options.iter().find(|o| label(o.key).to_lowercase() == value.to_lowercase());
                json!(meant.map_or(value, |option| option.key))
            }
            Kind::YesNo(_) if value.to_lowercase() == self.word("yes").to_lowercase() => json!(true),
            Kind::YesNo(_) if value.to_lowercase() == self.word("no").to_lowercase() => json!(false),
            Kind::Date(_) | Kind::Moment(_) if Relative::named(value).is_some() => json!({"relative": value}),
            Kind::Link(_) if value == "me" => json!({"relative": "me"}),
            Kind::Link(_) => {
                let to = self.linked(path.field).ok_or(Problem::NotFound)?;
                let found = match to.field(to.title) {
                    Some(title) => self.gate.with_text(to, title, value)?,
                    None => Vec::new(),
                };
                found.first().map_or_else(|| json!(value), |_| json!(found))
            }
            _ => json!(value),
        })
    }

    /// The filter bar.
    pub(crate) fn filters(&mut self, object: &'static Object, narrowed: &Narrowed) -> Outcome<Filters> {
        let here = self.here().without(&BEGIN_ANEW);
        let parts: Vec<&Filter> = match &narrowed.filter {
            Filter::All(parts) => parts.iter().collect(),
            one => vec![one],
        };
        let mut chips = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            let others = parts.iter().enumerate().filter(|(other, _)| *other != at);
            let rest = Filter::All(others.map(|(_, part)| (*part).clone()).collect());
            let (field, operator, value) = self.chip(object, part)?;
            let remove = here.with("filter", rest.text()).to_string();
            chips.push(Chip { field, operator, value, remove });
        }
        Ok(Filters {
            address: here.path.clone(),
            keep: here.parameters.clone(),
            text: narrowed.text.clone(),
            error: narrowed.error.clone(),
            chips,
            fields: self.filter_fields(object, &parts)?,
            operators: self.operators(),
            clear: (!narrowed.text.is_empty()).then(|| here.to_string()),
        })
    }

    /// A condition in words; what is more than one condition stands as text.
    fn chip(&mut self, object: &'static Object, part: &Filter) -> Outcome<(String, String, String)> {
        let Filter::Where(condition) = part else {
            return Ok((String::new(), String::new(), part.text()));
        };
        let operator = self.word(&format!("operator-{}", condition.operator.name().replace('_', "-")));
        let value = match &condition.operand {
            Operand::None => String::new(),
            Operand::Me => self.word("filter-me"),
            Operand::Relative(relative) => self.relative(*relative),
            Operand::Values(values) => self.values_said(&condition.path, values)?,
        };
        Ok((self.path_label(object, &condition.path), operator, value))
    }

    fn values_said(&mut self, path: &Path, values: &[Value]) -> Outcome<String> {
        let ids: Vec<_> = values.iter().filter_map(Value::as_link).collect();
        let titles = match self.linked(path.field) {
            Some(to) if !ids.is_empty() => self.gate.titles(to, &ids)?,
            _ => Vec::new(),
        };
        let said = values.iter().map(|value| {
            let hit = titles.iter().find(|hit| Some(hit.id) == value.as_link());
            match (path.part, value) {
                (Some(_), Value::Text(text)) => text.clone(),
                _ => self.text(path.object, path.field, value, hit.map(|hit| hit.title.as_str())),
            }
        });
        Ok(said.collect::<Vec<_>>().join(", "))
    }

    /// What a path from `object` is called: `Owner › Team`.
    pub(crate) fn path_label(&self, object: &'static Object, path: &Path) -> String {
        let mut here = Some(object);
        let mut labels = Vec::new();
        for step in &path.steps {
            labels.push(here.map_or_else(|| step.name.to_owned(), |object| self.label(object, step)));
            here = self.linked(step);
        }
        labels.push(self.label(path.object, path.field));
        labels.extend(path.part.map(|part| self.word(&format!("address-{part}"))));
        labels.join(" › ")
    }

    fn relative(&self, relative: Relative) -> String {
        let name = relative.name();
        match relative {
            Relative::LastDays(days) => self.say("filter-last-days", &[("count", u32::from(days).into())]),
            Relative::NextDays(days) => self.say("filter-next-days", &[("count", u32::from(days).into())]),
            Relative::Period(..) => match name.as_str() {
                "today" | "yesterday" | "tomorrow" => self.word(&name),
                _ => self.word(&format!("filter-{}", name.replace('_', "-"))),
            },
        }
    }

    /// The fields one can filter by; what the filter says already narrows what is proposed for links.
    fn filter_fields(&mut self, object: &'static Object, parts: &[&Filter]) -> Outcome<Vec<FilterField>> {
        let dates = SYSTEM_FIELDS.iter().filter(|field| field.sorted);
        let fields = object.fields.iter().chain(dates).filter(|field| self.sees(object, field));
        let fields: Vec<&'static FieldDef> = fields.collect();
        let mut offered = Vec::new();
        for field in fields {
            let behave = field.kind.behave();
            let operators: Vec<String> = behave.operators().iter().map(|o| o.name().to_owned()).collect();
            if operators.is_empty() {
                continue;
            }
            let input = match field.kind {
                Kind::Number(_) | Kind::Money(_) | Kind::Percent(_) => "number",
                Kind::Date(_) | Kind::Moment(_) => "date",
                _ => "text",
            };
            let options = match field.kind {
                Kind::YesNo(_) => ["yes", "no"].map(|key| Pick::new(key, self.word(key))).to_vec(),
                Kind::Tags(_) => {
                    let tags = self.gate.tags_of(object, field)?;
                    tags.iter().take(MOST_TAGS).map(|tag| Pick::new(&tag.name, &tag.name)).collect()
                }
                kind => {
                    let all = kind.options();
                    all.iter().map(|option| self.pick(object, field, all, option.key)).collect()
                }
            };
            let lookup = self.linked(field).map(|to| {
                let held = field.chosen_by().filter_map(|name| Some((name, held(parts, name)?)));
                let path = held.fold(lookup_path(to, object, field), |path, (name, id)| path.and(name, id));
                path.to_string()
            });
            let (name, label) = (field.name.to_owned(), self.label(object, field));
            offered.push(FilterField { name, label, operators, input, options, lookup });
        }
        Ok(offered)
    }

    fn operators(&self) -> Vec<FilterOperator> {
        let one = |(name, operator): &(&str, Operator)| FilterOperator {
            name: (*name).to_owned(),
            label: self.word(&format!("operator-{}", name.replace('_', "-"))),
            takes_value: !operator.is_bare(),
        };
        Operator::ALL.iter().map(one).collect()
    }
}

/// The one record to which a filter holds the link called `name`.
fn held(parts: &[&Filter], name: &str) -> Option<Id> {
    parts.iter().find_map(|part| match part {
        Filter::Where(Condition { path, operator: Operator::Is, operand: Operand::Values(values) })
            if path.text() == name && values.len() == 1 =>
        {
            values[0].as_link()
        }
        _ => None,
    })
}

/// Whether a text is words to search for rather than a filter.
fn plain_word(text: &str) -> bool {
    const SIGNS: [char; 9] = ['=', '<', '>', '~', '(', ')', '"', '\'', '!'];
    const WORDS: [&str; 8] = ["is", "in", "has", "contains", "starts", "not", "and", "or"];
    !text.is_empty()
        && !text.contains(SIGNS)
        && !text.split_whitespace().any(|word| WORDS.contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_word_is_searched_for_and_a_filter_is_read() {
        for word in ["acme", "Северный ветер", "GTX Pro"] {
            assert!(plain_word(word), "{word}");
        }
        for filter in ["", "name = x", "name is empty", "owner is me", "a contains b"] {
            assert!(!plain_word(filter), "{filter}");
        }
    }
}
