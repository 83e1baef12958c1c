//! Fields as they are asked for: the mirror of the kinds in forms and dialogs.

use cordee_base::{Outcome, Problem};
use cordee_i18n::Language;
use cordee_records::Gate;
use cordee_schema::{FieldDef, ID_FIELD, Kind, Object, Value};
use cordee_ui::components::{Chosen, Field};
use cordee_ui::kinds::AddressPart;
use cordee_ui::{Input, Pick};

use super::address::Address;
use super::cells::{names_language, names_object};
use super::reader::Reader;
use super::typed::Typed;

/// Up to so many records of a linked object are offered as a list; more are looked up as one types.
const LISTED: u32 = 24;

/// The currencies that are offered first.
const CURRENCIES: [&str; 12] =
    ["EUR", "USD", "GBP", "CHF", "CNY", "JPY", "UAH", "RUB", "KZT", "PLN", "CAD", "AUD"];

impl Reader<'_, '_> {
    /// A field of a form with what stands in it.
    pub(crate) fn ask(
        &mut self,
        object: &'static Object,
        field: &'static FieldDef,
        typed: &Typed,
    ) -> Outcome<Field> {
        let label = self.label(object, field);
        let mut asked = Field::new(field.name, label, self.input(object, field, typed)?);
        asked.required = field.required;
        asked.tip = self.tip_of(object, field);
        // The id stands in no field, and stays as it is.
        let by = field.chosen_by().filter(|name| *name != ID_FIELD.name);
        let by: Vec<String> = by.map(str::to_owned).collect();
        if !by.is_empty() {
            let from = self.linked(field).map(|to| lookup_path(to, object, field).to_string());
            asked.chosen = from.map(|from| Chosen { from, by });
        }
        Ok(asked)
    }

    fn input(&mut self, object: &'static Object, field: &'static FieldDef, typed: &Typed) -> Outcome<Input> {
        let value = typed.text(field.name).to_owned();
        let options = || -> Vec<Pick> {
            let all = field.kind.options();
            let live =
                all.iter().filter(|option| !option.retired || typed.all(field.name).any(|k| k == option.key));
            live.map(|option| self.pick(object, field, all, option.key)).collect()
        };
        Ok(match field.kind {
            Kind::Text(_) => match self.known(object, field) {
                Some(options) => Input::Choice { value, options },
                None => Input::Text { value },
            },
            Kind::LongText(_) if (object.name, field.name) == ("custom_field", "one_of") => {
                let values = typed.all(field.name).flat_map(str::lines).map(str::to_owned).collect();
                Input::Choices { values, options: self.widenable() }
            }
            Kind::LongText(_) => Input::LongText { value },
            Kind::Number(_) => Input::Number { value },
            Kind::Percent(_) => Input::Percent { value },
            Kind::Money(_) => {
                let own = self.gate.reading().currency.code().to_owned();
                let currency = match typed.part(field.name, "currency") {
                    "" => own.clone(),
                    code => code.to_owned(),
                };
                let mut currencies = vec![own];
                let others = CURRENCIES.iter().map(|code| (*code).to_owned());
                currencies.extend(others.filter(|code| *code != currencies[0]).collect::<Vec<_>>());
                Input::Money { amount: value, currency, currencies }
            }
            Kind::Date(_) => Input::Date { value },
            Kind::Time(_) => Input::Time { value },
            Kind::Moment(_) => Input::Moment { value, zone: self.zone_name() },
            Kind::YesNo(_) => Input::YesNo { value: yes_no(&value) },
            Kind::Choice(_) => Input::Choice { value, options: options() },
            Kind::Choices(_) => {
                let values = typed.all(field.name).filter(|key| !key.is_empty()).map(str::to_owned).collect();
                Input::Choices { values, options: options() }
            }
            Kind::Tags(_) => Input::Tags {
                value,
                lookup: format!("/lookup/tags/{}/{}", object.name, field.name),
                makes: self.gate.makes_tags(),
            },
            Kind::Link(_) => self.link_input(object, field, typed)?,
            Kind::Links(_) => self.links_input(object, field, typed)?,
            Kind::AnyLink(kind) => {
                let id = typed.part(field.name, "id").to_owned();
                let lookup = Address::of("/lookup").with("of", kind.to.join(",")).to_string();
                Input::Link { id, title: value, lookup }
            }
            Kind::Email(_) => Input::Email { value },
            Kind::Phone(_) => Input::Phone { value },
            Kind::Url(_) => Input::Url { value },
            Kind::Address(_) => Input::Address { parts: self.address_parts(field, typed) },
            Kind::Serial(_) => Input::Serial { value },
            Kind::File(_) => Input::Document { name: typed.part(field.name, "name").to_owned(), id: value },
        })
    }

    /// A link to one of few records is chosen from a list, one of many is looked up.
    fn link_input(
        &mut self,
        object: &'static Object,
        field: &'static FieldDef,
        typed: &Typed,
    ) -> Outcome<Input> {
        let Some(to) = self.linked(field) else { return Ok(Input::Text { value: String::new() }) };
        let (id, title) = (typed.part(field.name, "id").to_owned(), typed.text(field.name).to_owned());
        let given = self.given(object, field, typed)?;
        let Some(options) = self.choices(field, &given)? else {
            let lookup = looked_up(to, object, field, given);
            return Ok(match to.name {
                "user" => Input::Person { id, title, lookup },
                _ => Input::Link { id, title, lookup },
            });
        };
        let mut options = options;
        let value = if id.is_empty() { title.clone() } else { id.clone() };
        let stands = options.iter().any(|option| option.value == value);
        // What stands in a record goes on to stand there, also once it is out of use.
        if !stands && self.is_out_of_use(to, &id)? {
            options.push(Pick::new(id, title));
        }
        // What no longer goes with the other fields is to be chosen anew.
        let fits = field.choosable.is_none() || options.iter().any(|option| option.value == value);
        Ok(Input::Choice { value: if fits { value } else { String::new() }, options })
    }

    fn is_out_of_use(&mut self, object: &'static Object, id: &str) -> Outcome<bool> {
        if object.in_use.is_none() || id.is_empty() {
            return Ok(false);
        }
        match self.gate.get(object, self.id(id)?) {
            Ok(record) => Ok(!record.in_use()),
            Err(Problem::NotFound) => Ok(false),
            Err(problem) => Err(problem),
        }
    }

    /// Links to many are looked up one after the other.
    fn links_input(
        &mut self,
        object: &'static Object,
        field: &'static FieldDef,
        typed: &Typed,
    ) -> Outcome<Input> {
        let Some(to) = self.linked(field) else { return Ok(Input::Text { value: String::new() }) };
        let lookup = looked_up(to, object, field, self.given(object, field, typed)?);
        let chosen = typed.chosen(field.name).map(|(id, title)| (id.to_owned(), title.to_owned())).collect();
        Ok(Input::Links { value: typed.text(field.name).to_owned(), chosen, lookup })
    }

    /// What a form holds in the fields on which it depends what a link may be set to.
    pub(crate) fn given(&mut self, object: &Object, field: &FieldDef, typed: &Typed) -> Outcome<Given> {
        let mut given = Vec::new();
        for by in field.chosen_by().filter_map(|name| object.field(name)) {
            given.extend(self.read_typed(by, typed)?.ok().map(|value| (by.name, value)));
        }
        Ok(given)
    }

    /// All that a link may be set to, in the order of its object; none if that is too much for a list.
    pub(crate) fn choices(&mut self, field: &FieldDef, given: &Given) -> Outcome<Option<Vec<Pick>>> {
        let Some(to) = self.linked(field) else { return Ok(None) };
        let hits = self.gate.choices(field, &|name| known(given, name), "", LISTED + 1)?;
        if hits.len() as u32 > LISTED {
            return Ok(None);
        }
        let mut options = Vec::new();
        for hit in &hits {
            let twice = hits.iter().filter(|other| other.title == hit.title).count() > 1;
            let hint = if twice { self.hint(to, hit.id)? } else { None };
            let label = hint.map_or_else(|| hit.title.clone(), |hint| format!("{} · {hint}", hit.title));
            options.push(Pick::new(hit.id.to_string(), label));
        }
        options.sort_by_cached_key(|option| self.place_in_order(to, &option.value));
        Ok(Some(options))
    }

    /// Objects with an order of their own are offered in it.
    pub(crate) fn place_in_order(&mut self, object: &'static Object, id: &str) -> String {
        let (name, descending) = object.order;
        let numbered = object.field(name).is_some_and(|field| matches!(field.kind, Kind::Number(_)));
        if !numbered || descending {
            return String::new();
        }
        let record = id.parse().ok().and_then(|id| self.gate.get(object, id).ok());
        let number = record.and_then(|record| match record.value(name) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        });
        number.map_or_else(String::new, |number| format!("{number:020.4}"))
    }

    fn address_parts(&self, field: &FieldDef, typed: &Typed) -> Vec<AddressPart> {
        let completes = ["street-address", "address-level2", "address-level1", "postal-code", "country-name"];
        let parts = cordee_schema::Address::PARTS.iter().zip(completes);
        parts
            .map(|(part, autocomplete)| AddressPart {
                name: (*part).to_owned(),
                label: self.word(&format!("address-{part}")),
                value: typed.part(field.name, part).to_owned(),
                autocomplete,
                wide: *part == "street",
            })
            .collect()
    }

    pub(crate) fn zone_name(&self) -> String {
        self.locale.zone.time_zone().iana_name().unwrap_or("UTC").to_owned()
    }

    /// The objects to which a workspace may add fields, and link.
    fn widenable(&self) -> Vec<Pick> {
        let open = self.gate.catalog().objects().filter(|object| Gate::may_be_widened(object));
        open.map(|object| Pick::new(object.name, self.one(object))).collect()
    }

    /// Texts of the engine's own objects that can only be one of a few.
    fn known(&self, object: &Object, field: &FieldDef) -> Option<Vec<Pick>> {
        if names_object(object, field) {
            return Some(self.widenable());
        }
        names_language(object, field)
            .then(|| Language::ALL.iter().map(|l| Pick::new(l.code(), l.native_name())).collect())
    }
}

/// Values of fields by their names.
pub(crate) type Given = Vec<(&'static str, Value)>;

/// The value under a name; none if there is none.
pub(crate) fn known(given: &Given, name: &str) -> Value {
    given.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone()).unwrap_or_default()
}

/// Where the records are looked up that a link may be set to.
pub(crate) fn lookup_path(to: &Object, object: &Object, field: &FieldDef) -> Address {
    let lookup = Address::of(format!("/lookup/{}", to.name));
    match field.choosable {
        Some(_) => lookup.and("for", format!("{}.{}", object.name, field.name)),
        None => lookup,
    }
}

/// The same with what the form holds in the fields that narrow it.
fn looked_up(to: &Object, object: &Object, field: &FieldDef, given: Given) -> String {
    let narrowed = given.into_iter().fold(lookup_path(to, object, field), |lookup, (name, value)| {
        lookup.and(name, value.as_link().map(|id| id.to_string()).unwrap_or_default())
    });
    narrowed.to_string()
}

/// Yes, no, or not said.
pub(crate) fn yes_no(text: &str) -> Option<bool> {
    match text {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}
