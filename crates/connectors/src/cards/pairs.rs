//! A contact as texts by property.

use calcard::vcard::{VCard, VCardEntry, VCardParameterName, VCardProperty, VCardValue};

/// The parts of a name and of an address, in their order.
pub(super) const NAME: [&str; 5] = ["family", "given", "middle", "prefix", "suffix"];
pub(super) const ADDRESS: [&str; 7] = ["box", "extended", "street", "city", "region", "code", "country"];

/// Texts, each with its column.
pub(super) type Texts = Vec<(String, String)>;

/// The texts of a contact. A second text of a column goes to one with a number behind.
pub(super) fn pairs(card: &VCard) -> Texts {
    let mut pairs = Pairs::default();
    for entry in &card.entries {
        pairs.take(entry);
    }
    pairs.found
}

#[derive(Default)]
struct Pairs {
    found: Texts,
    addresses: usize,
}

impl Pairs {
    fn take(&mut self, entry: &VCardEntry) {
        let texts: Vec<String> = entry.values.iter().map(text).collect();
        if texts.iter().all(|text| text.trim().is_empty()) {
            return;
        }
        match &entry.name {
            VCardProperty::Begin | VCardProperty::End | VCardProperty::Version | VCardProperty::Prodid => {}
            // Pictures, sounds and keys are no text.
            VCardProperty::Photo | VCardProperty::Logo | VCardProperty::Sound | VCardProperty::Key => {}
            VCardProperty::N => self.parts("N", &NAME, &texts),
            VCardProperty::Adr => self.address(&texts),
            VCardProperty::Org => self.parts("ORG", &["", "unit"], &texts),
            VCardProperty::Tel => {
                let number = texts.join(";");
                let number = number.strip_prefix("tel:").unwrap_or(&number);
                self.put(telephone(entry), number);
            }
            VCardProperty::Email => {
                let mail = texts.join(";");
                self.put("EMAIL", mail.strip_prefix("mailto:").unwrap_or(&mail));
            }
            VCardProperty::Other(name) if name.to_ascii_uppercase().starts_with("X-") => {
                self.put(&name.to_ascii_uppercase(), &texts.join(";"));
            }
            name => self.put(name.as_str(), &texts.join(";")),
        }
    }

    fn parts(&mut self, property: &str, names: &[&str], texts: &[String]) {
        for (part, text) in names.iter().zip(texts) {
            let column = if part.is_empty() { property.to_owned() } else { format!("{property}.{part}") };
            self.put(&column, text);
        }
    }

    /// What stands before the street in an address belongs to it.
    fn address(&mut self, texts: &[String]) {
        let part = |at: usize| texts.get(at).map_or("", |text| text.trim());
        let street: Vec<&str> = [2, 1, 0].map(part).into_iter().filter(|text| !text.is_empty()).collect();
        self.addresses += 1;
        let name = if self.addresses == 1 { "ADR".to_owned() } else { format!("ADR {}", self.addresses) };
        self.put(&format!("{name}.street"), &street.join("\n"));
        for (at, named) in ADDRESS.iter().enumerate().skip(3) {
            self.put(&format!("{name}.{named}"), part(at));
        }
    }

    fn put(&mut self, column: &str, text: &str) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        let taken = |name: &str| self.found.iter().any(|(known, _)| known == name);
        let numbered = (2..).map(|number| format!("{column} {number}"));
        let free = std::iter::once(column.to_owned()).chain(numbered).find(|name| !taken(name));
        self.found.extend(free.map(|name| (name, text.to_owned())));
    }
}

/// The kinds of telephone that are told apart, by what stands in their types.
fn telephone(entry: &VCardEntry) -> &'static str {
    let types = entry.parameters(&VCardParameterName::Type).filter_map(|value| value.as_text());
    let types: Vec<String> = types.map(str::to_ascii_lowercase).collect();
    let is = |kind: &str| types.iter().any(|known| known.split(',').any(|one| one == kind));
    match () {
        () if is("fax") => "TEL.fax",
        () if is("cell") || is("iphone") => "TEL.cell",
        () if is("pager") => "TEL.pager",
        () if is("work") => "TEL.work",
        () if is("home") => "TEL.home",
        () => "TEL",
    }
}

fn text(value: &VCardValue) -> String {
    match value {
        VCardValue::PartialDateTime(at) => match (at.year, at.month, at.day) {
            (Some(year), Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
            (None, Some(month), Some(day)) => format!("--{month:02}-{day:02}"),
            (year, month, _) => {
                let parts = [year.map(|year| format!("{year:04}")), month.map(|month| format!("{month:02}"))];
                parts.into_iter().flatten().collect::<Vec<_>>().join("-")
            }
        },
        VCardValue::Component(parts) => parts.join(", "),
        VCardValue::Integer(number) => number.to_string(),
        VCardValue::Float(number) => number.to_string(),
        VCardValue::Boolean(yes) => yes.to_string(),
        VCardValue::Binary(_) => String::new(),
        other => other.as_text().unwrap_or_default().to_owned(),
    }
}
