//! What stands in a form, as texts by name: typed by a person, or made from a record to be changed.

use cordee_base::{Fault, Outcome};
use cordee_schema::{Behave, FieldDef, Kind, Object, Reading, Record, Value};
use serde_json::json;

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

    /// Puts a text under a name.
    pub(crate) fn put(&mut self, name: impl Into<String>, text: impl Into<String>) {
        self.0.push((name.into(), text.into()));
    }

    /// Takes out a field with its parts.
    pub(crate) fn take(&mut self, name: &str) {
        self.0.retain(|(known, _)| !belongs(known, name));
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

fn belongs(known: &str, name: &str) -> bool {
    known.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

impl Reader<'_, '_> {
    /// The texts that a form shows for a record.
    pub(crate) fn typed_of(&self, record: &Record) -> Typed {
        let mut typed = Typed::default();
        for (field, value) in record.fields() {
            self.type_value(&mut typed, field, value, record.title_of(field.name));
        }
        typed
    }

    /// Puts in the texts that a form shows for a value.
    pub(crate) fn type_value(&self, typed: &mut Typed, field: &FieldDef, value: &Value, title: Option<&str>) {
        let name = field.name;
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
        let to = field.links_to().and_then(|to| self.gate.catalog().object(to));
        let Some((to, title)) = to.and_then(|to| Some((to, to.field(to.title)?))) else {
            return Ok(Err(Fault::whole("error-id").with("value", text)));
        };
        let found = self.gate.with_text(to, title, text)?;
        Ok(match found[..] {
            [id] => Ok(Value::Link(id)),
            [] => Err(Fault::whole("error-link-missing").with("object", to.name).with("value", text)),
            _ => Err(Fault::whole("error-link-ambiguous")
                .with("object", to.name)
                .with("value", text)
                .with("count", found.len())),
        })
    }

    /// The title of the record that a value links to.
    pub(crate) fn title_of(&mut self, field: &FieldDef, value: &Value) -> Outcome<Option<String>> {
        let Some((to, id)) = self.gate.catalog().target(field, value) else { return Ok(None) };
        Ok(self.gate.titles(to, &[id])?.into_iter().next().map(|hit| hit.title))
    }

    /// The object that a field links to.
    pub(crate) fn linked(&self, field: &FieldDef) -> Option<&'static Object> {
        field.links_to().and_then(|to| self.gate.catalog().object(to))
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
