//! Values as they are shown: the mirror of the kinds, in the reader's language.

use cordee_base::{Money, Outcome};
use cordee_i18n::Language;
use cordee_schema::kinds::choice::Choice;
use cordee_schema::kinds::phone::spoken;
use cordee_schema::{Colour, FieldDef, Kind, Object, Record, Value};
use cordee_ui::names;
use cordee_ui::{Cell, Person, Pick, Tone};

use super::reader::{Reader, record_path};

/// What linked records are called.
#[derive(Clone, Copy)]
pub(crate) enum Titles<'t> {
    /// The one.
    One(Option<&'t str>),
    /// Each, in the order of the links.
    Many(&'t [Option<String>]),
}

impl<'t> Titles<'t> {
    /// Those that were read with a record.
    pub(crate) fn of(record: &'t Record, field: &FieldDef) -> Titles<'t> {
        match record.titles_of(field.name) {
            Some(titles) => Titles::Many(titles),
            None => Titles::One(record.title_of(field.name)),
        }
    }

    /// The title of the link at this place.
    pub(crate) fn at(self, place: usize) -> Option<&'t str> {
        match self {
            Titles::One(title) => title.filter(|_| place == 0),
            Titles::Many(titles) => titles.get(place).and_then(Option::as_deref),
        }
    }
}

impl<'t> From<Option<&'t str>> for Titles<'t> {
    fn from(title: Option<&'t str>) -> Titles<'t> {
        Titles::One(title)
    }
}

impl Reader<'_, '_> {
    /// A field of a record as it is shown.
    pub(crate) fn cell(&self, record: &Record, field: &FieldDef) -> Cell {
        self.value(record.object, field, &record.any_value(field), Titles::of(record, field))
    }

    /// A value of a field as it is shown; `titles` are those of the records it links to.
    pub(crate) fn value<'t>(
        &self,
        object: &Object,
        field: &FieldDef,
        value: &Value,
        titles: impl Into<Titles<'t>>,
    ) -> Cell {
        let (locale, titles) = (&self.locale, titles.into());
        let title = titles.at(0);
        match (value, field.kind) {
            (Value::None, _) => Cell::Empty,
            (Value::Text(key), Kind::Choice(kind)) => self.choice(object, field, kind.options, key),
            (Value::Choices(names), Kind::Tags(_)) => {
                Cell::Choices(names.iter().map(|name| self.tag(object, field, name)).collect())
            }
            (Value::Text(name), Kind::Tags(_)) => Cell::Choice(self.tag(object, field, name)),
            (Value::Choices(keys), kind) => {
                Cell::Choices(keys.iter().map(|key| self.pick(object, field, kind.options(), key)).collect())
            }
            (Value::Text(name), _) if names_object(object, field) => {
                let named = self.gate.catalog().object(name);
                Cell::Text(named.map_or_else(|| name.clone(), |named| self.one(named)))
            }
            (Value::Text(code), _) if names_language(object, field) => {
                let language = Language::from_code(code);
                Cell::Text(language.map_or_else(|| code.clone(), |known| known.native_name().to_owned()))
            }
            (Value::Text(text), Kind::LongText(_)) => Cell::LongText(text.clone()),
            (Value::Text(text), Kind::Email(_)) => Cell::Email(text.clone()),
            (Value::Text(text), Kind::Phone(_)) => Cell::Phone { text: spoken(text), dial: text.clone() },
            (Value::Text(text), Kind::Url(_)) => Cell::Url { text: short(text), href: text.clone() },
            (Value::Text(text), Kind::Serial(_)) => Cell::Serial(text.clone()),
            (Value::Text(text), _) => Cell::Text(text.clone()),
            (Value::Number(number), Kind::Percent(_)) => {
                Cell::Percent(locale.percent(cordee_base::Percent::new(*number)))
            }
            (Value::Number(_), kind) if field.plain => Cell::Number(kind.behave().text(value)),
            (Value::Number(number), _) => Cell::Number(locale.plain_number(*number)),
            (Value::Money(money), _) => {
                let whole = money.amount().fract().is_zero();
                self.money(*money, if whole { 0 } else { money.currency().decimals() })
            }
            (Value::Date(date), _) => {
                Cell::Date { text: locale.date(*date), iso: date.to_string(), tone: Tone::Neutral }
            }
            (Value::Time(time), _) => {
                Cell::Date { text: locale.time(*time), iso: time.to_string(), tone: Tone::Neutral }
            }
            (Value::Moment(moment), _) => {
                Cell::Date { text: locale.moment(*moment), iso: moment.to_string(), tone: Tone::Neutral }
            }
            (Value::YesNo(yes), _) => {
                Cell::YesNo { yes: *yes, text: self.word(if *yes { "yes" } else { "no" }) }
            }
            (Value::Link(id), _) => self.link(field.points_to().unwrap_or(""), *id, title),
            (Value::Links(ids), _) => {
                let to = field.many_to().unwrap_or("");
                let links = ids.iter().enumerate().map(|(at, id)| self.link(to, *id, titles.at(at)));
                Cell::Links(links.collect())
            }
            (Value::AnyLink(link), _) => self.link(&link.object, link.id, title),
            (Value::Address(address), _) => Cell::Address(lines(address)),
            (Value::File(file), _) => {
                Cell::File { name: file.name.clone(), href: format!("/attachments/{}", file.id) }
            }
        }
    }

    /// An amount with so many decimals.
    pub(crate) fn money(&self, money: Money, decimals: u32) -> Cell {
        let amount = self.locale.number(money.amount(), decimals);
        let currency = self.locale.currency_sign(money.currency());
        Cell::Money { amount, currency, sign_first: self.locale.sign_first() }
    }

    fn link(&self, to: &str, id: cordee_base::Id, title: Option<&str>) -> Cell {
        let to = self.gate.catalog().object(to);
        match (title, to) {
            (Some(name), Some(to)) if to.name == "user" => {
                Cell::Person(Person { href: Some(record_path(to, id)), ..Person::named(name) })
            }
            (Some(title), Some(to)) => {
                Cell::Link { title: title.to_owned(), href: Some(record_path(to, id)) }
            }
            (Some(title), None) => Cell::Text(title.to_owned()),
            (None, _) => Cell::Text(id.to_string()),
        }
    }

    /// An option; where no option of the field has a colour, a word without a mark.
    fn choice(&self, object: &Object, field: &FieldDef, options: &'static [Choice], key: &str) -> Cell {
        let pick = self.pick(object, field, options, key);
        match options.iter().any(|option| option.colour != Colour::Grey) {
            true => Cell::Choice(pick),
            false => Cell::Text(pick.label),
        }
    }

    /// A tag with its colour, as far as [`Reader::know_tags`] has looked.
    fn tag(&self, object: &Object, field: &FieldDef, name: &str) -> Pick {
        let colour = self.gate.colour_of(object, field, name);
        Pick::new(name, name).tone(colour.map_or(Tone::Neutral, tone))
    }

    /// Looks the tags of an object up, so that its cells show their colours.
    pub(crate) fn know_tags(&mut self, object: &'static Object) -> Outcome<()> {
        for field in object.fields.iter().filter(|field| matches!(field.kind, Kind::Tags(_))) {
            self.gate.tags_of(object, field)?;
        }
        Ok(())
    }

    /// An option of a choice with its label and its meaning.
    pub(crate) fn pick(&self, object: &Object, field: &FieldDef, options: &[Choice], key: &str) -> Pick {
        let label = names::option(self.language(), object, field, key);
        let colour = options.iter().find(|option| option.key == key).map(|option| option.colour);
        Pick::new(key, label).tone(colour.map_or(Tone::Neutral, tone))
    }

    /// The value as a line of text, for messages and chips.
    pub(crate) fn text(
        &self,
        object: &Object,
        field: &FieldDef,
        value: &Value,
        title: Option<&str>,
    ) -> String {
        plain(&self.value(object, field, value, title))
    }
}

/// Whether a field names a language in which Cordee speaks.
pub(crate) fn names_language(object: &Object, field: &FieldDef) -> bool {
    matches!((object.name, field.name), ("user" | "workspace", "language"))
}

/// Whether the text of a field is the name of an object.
pub(crate) fn names_object(object: &Object, field: &FieldDef) -> bool {
    matches!(
        (object.name, field.name),
        ("custom_field" | "picklist_option" | "layout" | "tag", "object")
            | ("custom_field", "links_to" | "roll_of")
            | ("custom_object", "lines_of")
    )
}

/// What a colour means on screen.
pub(crate) fn tone(colour: Colour) -> Tone {
    match colour {
        Colour::Grey => Tone::Neutral,
        Colour::Blue | Colour::Purple => Tone::Accent,
        Colour::Green => Tone::Won,
        Colour::Amber => Tone::Risk,
        Colour::Red => Tone::Overdue,
    }
}

/// The text of a cell, without its form.
pub(crate) fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Empty | Cell::Hidden => String::new(),
        Cell::Text(text) | Cell::LongText(text) | Cell::Number(text) | Cell::Percent(text) => text.clone(),
        Cell::Email(text) | Cell::Serial(text) | Cell::File { name: text, .. } => text.clone(),
        Cell::Money { amount, currency, sign_first: true } => format!("{currency}{amount}"),
        Cell::Money { amount, currency, .. } => format!("{amount} {currency}"),
        Cell::Date { text, .. } | Cell::YesNo { text, .. } | Cell::Phone { text, .. } => text.clone(),
        Cell::Url { text, .. } => text.clone(),
        Cell::Choice(pick) => pick.label.clone(),
        Cell::Choices(picks) => picks.iter().map(|pick| pick.label.as_str()).collect::<Vec<_>>().join(", "),
        Cell::Link { title, .. } => title.clone(),
        Cell::Links(links) => links.iter().map(plain).collect::<Vec<_>>().join(", "),
        Cell::Person(person) => person.name.clone(),
        Cell::Address(lines) => lines.join(", "),
    }
}

fn short(url: &str) -> String {
    let bare = url.split_once("://").map_or(url, |(_, rest)| rest);
    bare.trim_start_matches("www.").trim_end_matches('/').to_owned()
}

fn lines(address: &cordee_schema::Address) -> Vec<String> {
    let mut lines: Vec<String> = address.street.lines().map(str::to_owned).collect();
    lines.push([address.postcode.as_str(), address.city.as_str()].join(" ").trim().to_owned());
    lines.extend([address.region.clone(), address.country.clone()]);
    lines.retain(|line| !line.is_empty());
    lines
}
