//! What stands in a form, as texts by name: typed by a person, or made from a record to be changed.

use cordee_base::{Fault, Id, Outcome};
use cordee_schema::kinds::links::links_of;
use cordee_schema::{Behave, FieldDef, Kind, Object, Reading, Record, Value};
use serde_json::json;

use super::cells::Titles;
use super::reader::Reader;

/// The texts of a form by the names they are posted under; a name may stand several times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Typed(pub Vec<(String, String)>);

impl Typed {
    /// The first text under a name; empty if there is none.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, text)| text.as_str())
    }

    /// All texts under a name.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, text)| text.as_str())
    }

    /// Whether a name, or a part of it, was posted at all.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| belongs(known, name))
    }

    /// A text of a part of a field: `amount.currency`.
    pub(crate) fn part(&self, name: &str, part: &str) -> &str {
        self.text(&format!("{name}.{part}"))
    }

    /// The records that were chosen for links to many: the id of each, and the title that it belongs to.
    pub(crate) fn chosen<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let part = move |wanted: &'static str| {
            let is = move |known: &str| known.strip_prefix(name).is_some_and(|rest| rest == wanted);
            self.0.iter().filter(move |(known, _)| is(known)).map(|(_, text)| text.as_str())
        };
        part(".id").zip(part(".title"))
    }

    /// The lines of a field, without those that are empty.
    pub(crate) fn lines<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.text(name).lines().map(str::trim).filter(|line| !line.is_empty())
    }

    /// Puts a text under a name.
    pub(crate) fn put(&mut self, name: impl Into<String>, text: impl Into<String>) {
        self.0.push((name.into(), text.into()));
    }

    /// Takes out a field with its parts.
    pub(crate) fn take(&mut self, name: &str) {
        self.0.retain(|(known, _)| !belongs(known, name));
    }

    /// Puts what another form holds in a field in place of what stands there.
    pub(crate) fn bring(&mut self, name: &str, from: &Typed) {
        self.take(name);
        self.0.extend(from.0.iter().filter(|(known, _)| belongs(known, name)).cloned());
    }

    /// What stands in one field, as one text: two forms hold the same in it if these are equal.
    pub(crate) fn mark(&self, field: &FieldDef) -> String {
        match field.kind {
            Kind::Link(_) | Kind::AnyLink(_) if self.part(field.name, "id").is_empty() => {
                self.text(field.name).to_owned()
            }
            Kind::Link(_) | Kind::AnyLink(_) if self.text(field.name) == self.part(field.name, "title") => {
                self.part(field.name, "id").to_owned()
            }
            Kind::Links(_) => {
                let lines: Vec<&str> = self.lines(field.name).collect();
                let (ids, titles): (Vec<&str>, Vec<&str>) = self.chosen(field.name).unzip();
                if lines == titles { ids.join(",") } else { lines.join("\n") }
            }
            Kind::File(_) if !self.part(field.name, "remove").is_empty() => String::new(),
            Kind::Money(_) if self.text(field.name).trim().is_empty() => String::new(),
            Kind::Money(_) => format!("{} {}", self.text(field.name), self.part(field.name, "currency")),
            Kind::Address(_) => {
                let parts = cordee_schema::Address::PARTS.map(|part| self.part(field.name, part));
                parts.map(|part| part.replace("\r\n", "\n").trim().to_owned()).join("\n")
            }
            Kind::Choices(_) => {
                self.all(field.name).filter(|key| !key.is_empty()).collect::<Vec<_>>().join(",")
            }
            // A browser sends line breaks its own way.
            _ => self.text(field.name).replace("\r\n", "\n").trim().to_owned(),
        }
    }
}

/// A title as a line of a form.
fn one_line(title: &str) -> String {
    title.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn belongs(known: &str, name: &str) -> bool {
    known.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

impl Reader<'_, '_> {
    /// The texts that a form shows for a record.
    pub(crate) fn typed_of(&self, record: &Record) -> Typed {
        let mut typed = Typed::default();
        for (field, value) in record.fields() {
            self.type_value(&mut typed, field, value, Titles::of(record, field));
        }
        typed
    }

    /// Puts in the texts that a form shows for a value.
    pub(crate) fn type_value(&self, typed: &mut Typed, field: &FieldDef, value: &Value, titles: Titles<'_>) {
        let (name, title) = (field.name, titles.at(0));
        match value {
            Value::Money(money) => {
                let amount = money.amount();
                let short = if amount.fract().is_zero() { amount.trunc() } else { amount };
                typed.put(name, short.to_string());
                typed.put(format!("{name}.currency"), money.currency().code());
            }
            Value::Link(id) => {
                let title = title.map_or_else(|| id.to_string(), str::to_owned);
                typed.put(name, title.clone());
                typed.put(format!("{name}.id"), id.to_string());
                typed.put(format!("{name}.title"), title);
            }
            Value::Links(ids) => {
                let titled = ids.iter().enumerate();
                let titled = titled.map(|(at, id)| titles.at(at).map_or_else(|| id.to_string(), one_line));
                let titled: Vec<String> = titled.collect();
                typed.put(name, titled.join("\n"));
                for (id, title) in ids.iter().zip(titled) {
                    typed.put(format!("{name}.id"), id.to_string());
                    typed.put(format!("{name}.title"), title);
                }
            }
            Value::AnyLink(link) => {
                let id = format!("{}:{}", link.object, link.id);
                let title = title.map_or_else(|| id.clone(), str::to_owned);
                typed.put(name, title.clone());
                typed.put(format!("{name}.id"), id);
                typed.put(format!("{name}.title"), title);
            }
            Value::Address(address) => {
                for (part, text) in cordee_schema::Address::PARTS.iter().zip(address.parts()) {
                    typed.put(format!("{name}.{part}"), text);
                }
            }
            Value::Choices(names) if matches!(field.kind, Kind::Tags(_)) => typed.put(name, names.join(", ")),
            Value::File(file) => {
                typed.put(name, file.id.to_string());
                typed.put(format!("{name}.name"), file.name.clone());
            }
            Value::Choices(keys) => keys.iter().for_each(|key| typed.put(name, key.clone())),
            Value::Number(number) => typed.put(name, number.normalize().to_string()),
            Value::Moment(moment) => {
                let local = self.locale.zone.time_zone().to_datetime(moment.timestamp());
                let date = local.date();
                typed.put(name, format!("{date}T{:02}:{:02}", local.hour(), local.minute()));
            }
            Value::YesNo(yes) => typed.put(name, yes.to_string()),
            Value::Time(time) => typed.put(name, format!("{:02}:{:02}", time.hour(), time.minute())),
            _ => typed.put(name, field.kind.behave().text(value)),
        }
    }

    /// Reads one field of a form.
    pub(crate) fn read_typed(
        &mut self,
        field: &'static FieldDef,
        typed: &Typed,
    ) -> Outcome<Result<Value, Fault>> {
        let reading = self.gate.reading().clone();
        let read = match field.kind {
            Kind::Link(_) => self.read_link(field, typed)?,
            Kind::Links(_) => self.read_links(field, typed)?,
            // A record of any object is the one that was chosen; by its title alone it can't be known.
            Kind::AnyLink(kind) => {
                let (text, id) = (typed.text(field.name).trim(), typed.part(field.name, "id"));
                let chosen = !text.is_empty() && text == typed.part(field.name, "title").trim();
                kind.parse(if chosen { id } else { text }, &reading)
            }
            kind => read(kind, field.name, typed, &reading),
        };
        Ok(read.map_err(|fault| Fault { field: Some(field.name.to_owned()), ..fault }))
    }

    /// The id counts only while the title it belongs to still stands there; else the record is found by its title.
    fn read_link(&mut self, field: &'static FieldDef, typed: &Typed) -> Outcome<Result<Value, Fault>> {
        let (text, id) = (typed.text(field.name).trim(), typed.part(field.name, "id"));
        if text.is_empty() {
            return Ok(Ok(Value::None));
        }
        let chosen = if id.is_empty() { text } else { id };
        if (id.is_empty() || text == typed.part(field.name, "title").trim())
            && let Ok(id) = chosen.parse()
        {
            return Ok(Ok(Value::Link(id)));
        }
        self.by_title(field, text).map(|found| found.map(Value::Link))
    }

    /// Each line is a record that was chosen, an id, or a title by which one is found.
    fn read_links(&mut self, field: &'static FieldDef, typed: &Typed) -> Outcome<Result<Value, Fault>> {
        let mut chosen: Vec<(&str, &str)> = typed.chosen(field.name).collect();
        let mut ids = Vec::new();
        for line in typed.lines(field.name) {
            let known = chosen.iter().position(|(_, title)| title.trim() == line);
            let id = known.map(|at| chosen.remove(at).0).unwrap_or(line).parse().ok();
            match id.map_or_else(|| self.by_title(field, line), |id| Ok(Ok(id)))? {
                Ok(id) => ids.push(id),
                Err(fault) => return Ok(Err(fault)),
            }
        }
        Ok(Ok(links_of(ids)))
    }

    /// The one record with this title that a field leads to.
    fn by_title(&mut self, field: &'static FieldDef, text: &str) -> Outcome<Result<Id, Fault>> {
        let to = self.linked(field);
        let Some((to, title)) = to.and_then(|to| Some((to, to.field(to.title)?))) else {
            return Ok(Err(Fault::whole("error-id").with("value", text)));
        };
        let found = self.gate.with_text(to, title, text)?;
        Ok(match found[..] {
            [id] => Ok(id),
            [] => Err(Fault::whole("error-link-missing").with("object", to.name).with("value", text)),
            _ => Err(Fault::whole("error-link-ambiguous")
                .with("object", to.name)
                .with("value", text)
                .with("count", found.len())),
        })
    }

    /// The titles of the records that a value links to, in their order.
    pub(crate) fn titles_of(&mut self, field: &FieldDef, value: &Value) -> Outcome<Vec<Option<String>>> {
        let Some((to, ids)) = self.gate.catalog().targets(field, value) else { return Ok(Vec::new()) };
        let hits = self.gate.titles(to, ids)?;
        let title = |id: &Id| hits.iter().find(|hit| hit.id == *id).map(|hit| hit.title.clone());
        Ok(ids.iter().map(title).collect())
    }

    /// The object that a field links to, to one or to many.
    pub(crate) fn linked(&self, field: &FieldDef) -> Option<&'static Object> {
        field.points_to().and_then(|to| self.gate.catalog().object(to))
    }
}

fn read(kind: Kind, name: &str, typed: &Typed, reading: &Reading) -> Result<Value, Fault> {
    let (behave, text) = (kind.behave(), typed.text(name));
    match kind {
        Kind::Money(_) => {
            let (text, currency) = (text.trim(), typed.part(name, "currency"));
            // Who writes the currency beside the amount means it.
            let named = text.chars().any(|letter| letter.is_alphabetic() || "€£₽₴".contains(letter));
            match text.is_empty() || named || currency.is_empty() {
                true => behave.parse(text, reading),
                false => behave.parse(&format!("{text} {currency}"), reading),
            }
        }
        Kind::Choices(_) => {
            let keys: Vec<&str> = typed.all(name).filter(|key| !key.is_empty()).collect();
            if keys.is_empty() { Ok(Value::None) } else { behave.read_json(&json!(keys), reading) }
        }
        Kind::Address(_) => {
            let parts = cordee_schema::Address::PARTS.map(|part| (part, typed.part(name, part)));
            let parts = parts.map(|(part, text)| (part.to_owned(), json!(text.replace("\r\n", "\n"))));
            behave.read_json(&serde_json::Value::Object(parts.into_iter().collect()), reading)
        }
        Kind::File(_) if !typed.part(name, "remove").is_empty() => Ok(Value::None),
        // What was ticked one by one is kept line by line.
        Kind::LongText(_) if typed.all(name).count() > 1 => {
            behave.parse(&typed.all(name).collect::<Vec<_>>().join("\n"), reading)
        }
        Kind::LongText(_) => behave.parse(&text.replace("\r\n", "\n"), reading),
        _ => behave.parse(text, reading),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        Typed(pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect())
    }

    #[test]
    fn a_field_is_taken_out_with_its_parts_only() {
        let mut form = typed(&[("amount", "5"), ("amount.currency", "EUR"), ("amount_due", "7")]);
        form.take("amount");
        assert_eq!(form, typed(&[("amount_due", "7")]));
        assert!(form.has("amount_due") && !form.has("amount"));
    }

    #[test]
    fn an_amount_is_read_with_the_currency_beside_it_or_in_it() {
        let kind = cordee_schema::money("amount").def.kind;
        let table =
            [("5", "USD", "5.00 USD"), ("5 GBP", "USD", "5.00 GBP"), ("1 200,50 €", "USD", "1200.50 EUR")];
        for (amount, currency, expected) in table {
            let form = typed(&[("amount", amount), ("amount.currency", currency)]);
            let read = read(kind, "amount", &form, &Reading::default()).expect(amount);
            assert_eq!(kind.behave().text(&read), expected);
        }
    }
}
