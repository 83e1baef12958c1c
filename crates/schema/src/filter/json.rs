//! The JSON form: `{"all": [{"field": "stage.kind", "operator": "is", "value": "won"}, {"not": …}, {"any": […]}]}`.

use cordee_base::Fault;
use serde_json::{Value as Json, json};

use super::{Filter, MOST_CONDITIONS, MOST_DEPTH, Operand, Relative, condition};
use crate::Operator;
use crate::behave::Reading;
use crate::kinds::text::TextKind;
use crate::{Catalog, Kind, Object, Path, Value};

impl Filter {
    /// Reads the JSON form for records of `object`.
    pub fn from_json(
        json: &Json,
        catalog: &Catalog,
        object: &'static Object,
        reading: &Reading,
    ) -> Result<Filter, Fault> {
        Reader { catalog, object, reading }.filter(json, 0)?.bounded()
    }

    /// The JSON form.
    pub fn to_json(&self) -> Json {
        match self {
            Filter::All(parts) => {
                json!({"all": parts.iter().map(Filter::to_json).collect::<Vec<_>>()})
            }
            Filter::Any(parts) => {
                json!({"any": parts.iter().map(Filter::to_json).collect::<Vec<_>>()})
            }
            Filter::Not(inner) => json!({"not": inner.to_json()}),
            Filter::Where(c) => {
                let mut object = json!({"field": c.path.text(), "operator": c.operator.name()});
                let one = |value: &Value| operand_kind(&c.path).behave().json(value);
                match &c.operand {
                    Operand::None => {}
                    Operand::Me => object["value"] = json!({"relative": "me"}),
                    Operand::Relative(relative) => object["value"] = json!({"relative": relative.name()}),
                    Operand::Values(values) => {
                        object["value"] = match &values[..] {
                            [value] => one(value),
                            several => several.iter().map(one).collect(),
                        }
                    }
                }
                object
            }
        }
    }
}

/// The kind that reads the operand: a text for a part of an address and for one option of several.
pub(crate) fn operand_kind(path: &Path) -> Kind {
    match (path.part, path.field.kind) {
        (Some(_), _) => Kind::Text(TextKind { limit: 255 }),
        (None, Kind::Choices(kind)) => {
            Kind::Choice(crate::kinds::choice::ChoiceKind { options: kind.options })
        }
        (None, Kind::Tags(_)) => Kind::Text(TextKind { limit: crate::kinds::tags::LONGEST }),
        (None, Kind::Links(kind)) => Kind::Link(crate::kinds::link::LinkKind { to: kind.to }),
        (None, kind) => kind,
    }
}

struct Reader<'a> {
    catalog: &'a Catalog,
    object: &'static Object,
    reading: &'a Reading,
}

impl Reader<'_> {
    fn filter(&self, json: &Json, depth: usize) -> Result<Filter, Fault> {
        if depth > MOST_DEPTH {
            return Err(Fault::at("filter", "error-filter-depth").with("limit", MOST_DEPTH));
        }
        let object = json.as_object().ok_or_else(|| wrong(json, "{…}"))?;
        let only = |name: &str| (object.len() == 1).then(|| object.get(name)).flatten();
        if let Some(parts) = only("all") {
            return Ok(Filter::All(self.parts(parts, depth)?));
        }
        if let Some(parts) = only("any") {
            return Ok(Filter::Any(self.parts(parts, depth)?));
        }
        if let Some(inner) = only("not") {
            return Ok(Filter::Not(Box::new(self.filter(inner, depth + 1)?)));
        }
        if let Some(key) = object.keys().find(|key| !["field", "operator", "value"].contains(&key.as_str())) {
            return Err(wrong(&Json::from(key.as_str()), "field, operator, value, all, any, not"));
        }
        let field = object.get("field").and_then(Json::as_str).ok_or_else(|| wrong(json, "field"))?;
        let path = Path::asked(self.catalog, self.object, field)?;
        let name = object.get("operator").map_or(Some("is"), Json::as_str).unwrap_or("");
        let operator = Operator::named(name).ok_or_else(|| {
            let names: Vec<&str> = Operator::ALL.iter().map(|(name, _)| *name).collect();
            Fault::at(field, "error-operator").with("operator", name).with("operators", names.join(", "))
        })?;
        let operand = self.operand(&path, object.get("value"))?;
        condition(path, operator, operand)
    }

    fn parts(&self, parts: &Json, depth: usize) -> Result<Vec<Filter>, Fault> {
        let parts = parts.as_array().ok_or_else(|| wrong(parts, "[…]"))?;
        if parts.len() > MOST_CONDITIONS {
            return Err(Fault::at("filter", "error-filter-size").with("limit", MOST_CONDITIONS));
        }
        parts.iter().map(|part| self.filter(part, depth + 1)).collect()
    }

    fn operand(&self, path: &Path, value: Option<&Json>) -> Result<Operand, Fault> {
        let kind = operand_kind(path);
        let one = |json: &Json| {
            kind.behave()
                .read_json(json, self.reading)
                .map_err(|fault| Fault { field: Some(path.text()), ..fault })
        };
        match value {
            None | Some(Json::Null) => Ok(Operand::None),
            Some(Json::Array(items)) => Ok(Operand::Values(items.iter().map(one).collect::<Result<_, _>>()?)),
            Some(Json::Object(object)) if object.contains_key("relative") => {
                match object.get("relative").and_then(Json::as_str) {
                    Some("me") => Ok(Operand::Me),
                    Some(name) => Relative::named(name).map(Operand::Relative).ok_or_else(|| {
                        Fault::at(path.text(), "error-filter").with("at", name).with("expected", RELATIVES)
                    }),
                    None => Err(wrong(&Json::Object(object.clone()), RELATIVES)),
                }
            }
            Some(json) => Ok(Operand::Values(vec![one(json)?])),
        }
    }
}

/// Examples of what a relative operand may be, for messages.
pub(crate) const RELATIVES: &str = "me, today, this_week, last_month, next_quarter, last_30_days";

fn wrong(at: &Json, expected: &str) -> Fault {
    let mut shown = at.to_string();
    if let Some((end, _)) = shown.char_indices().nth(60) {
        shown.truncate(end);
    }
    Fault::at("filter", "error-filter").with("at", shown).with("expected", expected)
}
