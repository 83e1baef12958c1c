//! Questions to a figure as people and programs write them, and its answer as JSON: the same at every door.

use cordee_base::{Date, Decimal, Fault, Moment, Outcome, Period, Problem};
use cordee_records::{By, Gate, GroupKey};
use cordee_schema::{Filter, Reading, Value};
use serde_json::{Map, Number, Value as Json, json};

use crate::{Answer, Ask, Figure, Metric, Statistic, Unit, by_text, parse_by};

/// A question as texts: the parameters of the API, the options of the command line.
#[derive(Clone, Debug, Default)]
pub struct AskText {
    /// By what it is split: `owner.team`, `close_date:month`.
    pub by: Vec<String>,
    /// From this day on.
    pub from: Option<String>,
    /// Up to this day, which is included.
    pub to: Option<String>,
    /// A filter in its text or its JSON form.
    pub filter: Option<String>,
    /// As it stood at this instant, or at the end of this day.
    pub as_of: Option<String>,
    /// The name of a statistic.
    pub statistic: Option<String>,
}

impl AskText {
    /// The question to `metric`; what can't be read is a fault at its parameter.
    pub fn read(&self, gate: &Gate<'_>, metric: &Metric) -> Outcome<Ask> {
        let object = gate.catalog().named(metric.object)?;
        let (catalog, reading) = (gate.catalog(), gate.reading());
        let mut faults = Vec::new();
        let mut keep = |fault: Fault| faults.push(fault);
        let by = self
            .by
            .iter()
            .filter_map(|text| parse_by(catalog, object, text).map_err(&mut keep).ok())
            .collect();
        let ask = Ask {
            by,
            from: self.from.as_deref().and_then(|text| day("from", text).map_err(&mut keep).ok()),
            to: self.to.as_deref().and_then(|text| day("to", text).map_err(&mut keep).ok()),
            filter: match self.filter.as_deref().map(|text| Filter::read(text, catalog, object, reading)) {
                None => Filter::everything(),
                Some(Ok(filter)) => filter,
                Some(Err(fault)) => {
                    keep(Fault { field: fault.field.or(Some("filter".to_owned())), ..fault });
                    Filter::everything()
                }
            },
            as_of: self.as_of.as_deref().and_then(|text| as_of(text, reading).map_err(&mut keep).ok()),
            statistic: self.statistic.as_deref().and_then(|n| statistic(metric, n).map_err(&mut keep).ok()),
        };
        if let (Some(from), Some(to)) = (ask.from, ask.to)
            && from > to
        {
            keep(Fault::at("to", "error-period"));
        }
        if faults.is_empty() { Ok(ask) } else { Err(Problem::Invalid(faults)) }
    }
}

fn day(at: &str, text: &str) -> Result<Date, Fault> {
    text.trim().parse().map_err(|_| Fault::at(at, "error-date").with("value", text))
}

/// An instant, or the last one of a day where the asker is.
pub fn as_of(text: &str, reading: &Reading) -> Result<Moment, Fault> {
    if let Ok(moment) = text.trim().parse::<Moment>() {
        return Ok(moment);
    }
    let day = day("as_of", text).map_err(|_| Fault::at("as_of", "error-moment").with("value", text))?;
    let end = reading.zone.start_of(Period::Day.end(day));
    Ok(Moment::from_micros(end.micros() - 1))
}

fn statistic(metric: &Metric, name: &str) -> Result<Statistic, Fault> {
    Statistic::named(name).filter(|known| metric.statistics.contains(known)).ok_or_else(|| {
        let known: Vec<&str> = metric.statistics.iter().map(|statistic| statistic.name()).collect();
        Fault::at("statistic", "error-statistic").with("name", name).with("options", known.join(", "))
    })
}

impl Answer {
    /// The answer as JSON, unrounded; `ask` is what was asked of `metric`.
    pub fn json(&self, metric: &Metric, ask: &Ask, reading: &Reading) -> Json {
        let mut whole = Map::new();
        whole.insert("metric".to_owned(), metric.name.into());
        whole.insert("unit".to_owned(), metric.unit.name().into());
        if metric.unit == Unit::Money {
            whole.insert("currency".to_owned(), reading.currency.code().into());
        }
        if let Some(statistic) = ask.statistic.or(metric.statistics.first().copied()) {
            whole.insert("statistic".to_owned(), statistic.name().into());
        }
        let groups = self.groups.iter().map(|(keys, figure)| group(&ask.by, keys, figure));
        whole.insert("groups".to_owned(), Json::Array(groups.collect()));
        whole.insert("total".to_owned(), figure_json(&self.total));
        Json::Object(whole)
    }
}

fn group(by: &[By], keys: &[GroupKey], figure: &Figure) -> Json {
    let mut group = keys_json(by, keys);
    if let Json::Object(figure) = figure_json(figure) {
        group.extend(figure);
    }
    Json::Object(group)
}

/// What names a group: with one `by` its key and, of a record, its id; with several an object of keys.
pub fn keys_json(by: &[By], keys: &[GroupKey]) -> Map<String, Json> {
    let mut group = Map::new();
    let text = |key: &GroupKey| match key.value {
        Value::None => Json::Null,
        _ => Json::from(key.text.as_str()),
    };
    let id = |key: &GroupKey| key.value.as_link().map(|id| Json::from(id.to_string()));
    if let [key] = keys {
        group.insert("key".to_owned(), text(key));
        group.extend(id(key).map(|id| ("id".to_owned(), id)));
    } else {
        let named = || by.iter().map(by_text).zip(keys);
        group.insert("keys".to_owned(), named().map(|(name, key)| (name, text(key))).collect());
        let ids: Map<String, Json> = named().filter_map(|(name, key)| Some((name, id(key)?))).collect();
        if !ids.is_empty() {
            group.insert("ids".to_owned(), Json::Object(ids));
        }
    }
    group
}

fn figure_json(figure: &Figure) -> Json {
    json!({ "value": figure.value.map(json_number), "n": figure.n })
}

/// A whole number as it is, any other as the nearest that JSON's readers can hold.
pub fn json_number(value: Decimal) -> Json {
    let text = value.normalize().to_string();
    text.parse::<Number>().map_or(Json::String(text), Json::Number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_json_numbers_and_not_rounded_for_people() {
        let read = |text: &str| json_number(text.parse().expect("a number")).to_string();
        assert_eq!(read("10005534.00"), "10005534");
        assert_eq!(read("0.25"), "0.25");
        assert_eq!(read("0.6314990315004470272686633885"), "0.6314990315004471");
    }

    #[test]
    fn as_of_a_day_means_its_end_and_an_instant_itself() {
        let reading =
            Reading { zone: cordee_base::Zone::named("Europe/Paris").expect("known"), ..Reading::default() };
        let read =
            |text: &str| as_of(text, &reading).map(|moment| moment.to_string()).map_err(|fault| fault.key);
        assert_eq!(read("2017-03-31"), Ok("2017-03-31T21:59:59.999999Z".to_owned()));
        assert_eq!(read("2017-03-31T12:00:00+02:00"), Ok("2017-03-31T10:00:00Z".to_owned()));
        assert_eq!(read("last week"), Err("error-moment"));
    }
}
