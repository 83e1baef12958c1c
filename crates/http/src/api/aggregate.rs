//! `GET /{objects}/aggregate`: records grouped, counted and added up.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::Uri;
use cordee_base::{Decimal, Fault, Outcome, Problem};
use cordee_kit::{as_of, json_number, keys_json, parse_by};
use cordee_records::{By, Gate, Grouping, Measure, Reckon};
use cordee_schema::{Filter, Kind, Object, Path as FieldPath};
use serde_json::{Map, Value, json};

use super::asked::{Faults, filter};
use super::object;
use super::parameters::Parameters;
use crate::signed::Asker;
use crate::{App, Refused};

/// What may be asked.
pub(crate) const PARAMETERS: &[&str] = &["by", "sum", "min", "max", "avg", "filter", "as_of"];
/// How many groups an answer has at the most.
const MOST_GROUPS: usize = 10_000;
/// How many measures one may ask for.
const MOST_MEASURES: usize = 20;

/// `{"groups": [{"key", "count", "sum": {field: n}, …}], "total": {"count", …}}`
pub(crate) async fn aggregate(
    State(app): State<App>,
    asker: Asker,
    Path(plural): Path<String>,
    uri: Uri,
) -> Result<Json<Value>, Refused> {
    let given = asker.told(&app, Parameters::of(&uri, PARAMETERS)).await?;
    let answer = asker.read(&app, move |gate| {
        let object = object(gate, &plural)?;
        let asked = Asked::read(gate, object, &given)?;
        asked.answer(gate)
    });
    Ok(Json(answer.await?))
}

/// What is asked.
struct Asked {
    grouping: Grouping,
    reckoned: Vec<Reckoned>,
}

/// One number of an answer: under which word and field it stands, and which measures it is made of.
struct Reckoned {
    word: &'static str,
    field: String,
    path: FieldPath,
}

impl Asked {
    fn read(gate: &Gate<'_>, object: &'static Object, given: &Parameters) -> Outcome<Asked> {
        let (catalog, mut faults) = (gate.catalog(), Faults::default());
        let groups: Vec<By> = given
            .list("by")
            .filter_map(|text| faults.keep(parse_by(catalog, object, text).map(Some)))
            .collect();
        let mut reckoned = Vec::new();
        for word in ["sum", "min", "max", "avg"] {
            for name in given.list(word) {
                reckoned.extend(faults.keep(number_field(gate, object, word, name).map(Some)));
            }
        }
        if reckoned.len() > MOST_MEASURES || groups.len() > 4 {
            let (at, most) = if groups.len() > 4 { ("by", 4) } else { ("sum", MOST_MEASURES) };
            faults.keep::<()>(Err(Fault::at(at, "error-limit").with("max", most)));
        }
        let filter = faults.keep(filter(gate, object, given).map(Some)).unwrap_or_else(Filter::everything);
        let as_of = faults.keep(given.one("as_of").map(|text| as_of(text, gate.reading())).transpose());
        faults.none()?;
        let mut measures = vec![Measure::of(Reckon::Count)];
        measures.extend(reckoned.iter().flat_map(Reckoned::measures));
        Ok(Asked { grouping: Grouping { object, by: groups, measures, filter, as_of }, reckoned })
    }

    fn answer(&self, gate: &mut Gate<'_>) -> Outcome<Value> {
        let (mut groups, total) = gate.group_and_total(&self.grouping)?;
        if self.grouping.by.is_empty() {
            groups.clear();
        }
        if groups.len() > MOST_GROUPS {
            return Err(Problem::TooLarge(Fault::at("by", "error-limit").with("max", MOST_GROUPS)));
        }
        let minor = Decimal::from(10u64.pow(gate.reading().currency.decimals()));
        let groups: Vec<Value> = groups
            .iter()
            .map(|group| {
                let mut shown = keys_json(&self.grouping.by, &group.keys);
                shown.extend(self.numbers(&group.values, minor));
                Value::Object(shown)
            })
            .collect();
        let total = self.numbers(&total, minor);
        let currency = gate.reading().currency.code();
        Ok(json!({"currency": currency, "groups": groups, "total": total}))
    }

    /// The numbers of a group, or of all; money in whole units of the workspace's currency.
    fn numbers(&self, values: &[Option<Decimal>], minor: Decimal) -> Map<String, Value> {
        let mut shown = Map::new();
        let mut values = values.iter().copied();
        shown.insert("count".to_owned(), values.next().flatten().map_or(json!(0), json_number));
        for reckoned in &self.reckoned {
            let value = match reckoned.word {
                "avg" => match (values.next().flatten(), values.next().flatten()) {
                    (Some(sum), Some(count)) => sum.checked_div(count),
                    _ => None,
                },
                _ => values.next().flatten(),
            };
            let scale = if matches!(reckoned.path.field.kind, Kind::Money(_)) { minor } else { Decimal::ONE };
            let value = value.map_or(Value::Null, |value| json_number(value / scale));
            let words = shown.entry(reckoned.word).or_insert_with(|| json!({}));
            words[reckoned.field.as_str()] = value;
        }
        shown
    }
}

impl Reckoned {
    fn measures(&self) -> Vec<Measure> {
        let path = self.path.clone();
        match self.word {
            "sum" => vec![Measure::of(Reckon::Sum(path))],
            "min" => vec![Measure::of(Reckon::Min(path))],
            "max" => vec![Measure::of(Reckon::Max(path))],
            _ => vec![Measure::of(Reckon::Sum(path.clone())), Measure::of(Reckon::CountOf(path))],
        }
    }
}

/// A field that can be reckoned with; the fault lists those of the object that can.
fn number_field(
    gate: &Gate<'_>,
    object: &'static Object,
    word: &'static str,
    name: &str,
) -> Result<Reckoned, Fault> {
    let reckonable = |kind: &Kind| matches!(kind, Kind::Number(_) | Kind::Money(_) | Kind::Percent(_));
    let path = FieldPath::resolve(gate.catalog(), object, name)
        .map_err(|fault| Fault { field: Some(word.to_owned()), ..fault })?;
    if path.part.is_some() || !reckonable(&path.field.kind) {
        let fields = gate.visible(object).filter(|field| reckonable(&field.kind));
        let options: Vec<&str> = fields.map(|field| field.name).collect();
        return Err(Fault::at(word, "error-aggregate")
            .with("name", name)
            .with("options", options.join(", ")));
    }
    Ok(Reckoned { word, field: path.text(), path })
}
