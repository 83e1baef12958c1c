//! A thing with a field of every kind, and the place it links to: what filters can be asked of.

use std::collections::{HashMap, HashSet};

use cordee_base::{Currency, Date, Decimal, Id, Moment, Money, Outcome, Time, Zone};
use cordee_records::{Actor, Query, system};
use cordee_schema::*;

use super::draw::Draw;
use super::{STATES, World};

pub static THING: Object = object("thing", "things").owner("owner").fields(&[
    text("name").required().searched().sorted().def,
    text("plain").def,
    long_text("notes").def,
    number("count", 0).sorted().def,
    number("size", 3).sorted().def,
    money("price").sorted().def,
    percent("share").def,
    date("day").sorted().def,
    time("hour").def,
    moment("at").sorted().def,
    yes_no("good").def,
    choice("state", STATES).def,
    choices("tags", STATES).def,
    tags("words").def,
    link("place", "place").def,
    links("places", "place").def,
    links("watchers", "user").def,
    any_link("about").def,
    any_link_to("near", &["place", "user"]).def,
    person("owner").def,
    email("mail").duplicate_key().def,
    email("other_mail").def,
    phone("phone").def,
    url("page").def,
    address("address").def,
]);

pub static PLACE: Object = object("place", "places").fields(&[
    text("name").required().searched().sorted().def,
    link("parent", "place").def,
    address("address").def,
    money("worth").def,
    choices("tags", STATES).def,
    tags("words").def,
    date("opened").def,
    person("keeper").def,
    links("keepers", "user").def,
]);

pub fn catalog() -> Catalog {
    Catalog::of(system::objects().into_iter().chain([&PLACE, &THING]))
}

const TEXTS: [&str; 16] = [
    "Müller GmbH",
    "MULLER",
    "Ёлки палки",
    "елки",
    "Київ Їжак",
    "北京 公司",
    "ＡＢＣ　12",
    "50% off_now",
    "a\\b",
    "it's \"x\"",
    "Straße",
    "🚀 rocket",
    "e\u{301}clair",
    "Éclair",
    "x",
    "İstanbul",
];

/// What a path can be compared with: values that records hold, and some that none holds.
pub fn values(field: &FieldDef, part: Option<&str>, known: &Known) -> Vec<Value> {
    let texts = |texts: &[&str]| texts.iter().map(|text| Value::Text((*text).to_owned())).collect();
    if let Some(part) = part {
        return texts(match part {
            "country" => &["Kenya", "kenya", "中国", "Україна"],
            _ => &["Nairobi", "nairobi", "Rue de l'Été", "50% off_now"],
        });
    }
    let decimal = |texts: &[&str]| {
        texts.iter().map(|text| Value::Number(text.parse::<Decimal>().expect("a number"))).collect()
    };
    match field.kind {
        Kind::Text(_) | Kind::LongText(_) | Kind::Serial(_) => match field.name {
            "source_system" => texts(&["old", "older"]),
            "foreign_id" => texts(&["1", "2", "3", "x"]),
            _ => texts(&TEXTS),
        },
        Kind::Number(kind) if kind.decimals == 0 => decimal(&["0", "-3", "7", "999999999999999999"]),
        Kind::Number(_) => decimal(&["0", "0.001", "-0.5", "12.5", "999999999999999.999"]),
        Kind::Percent(_) => decimal(&["0", "15", "33.3333", "-1", "250"]),
        Kind::Money(_) => {
            let money =
                |minor, code: &str| Value::Money(Money::from_minor(minor, code.parse().expect("a code")));
            vec![
                money(0, "EUR"),
                money(100, "EUR"),
                money(111, "USD"),
                money(16_400, "JPY"),
                money(-5, "EUR"),
            ]
        }
        Kind::Date(_) => ["0001-01-01", "2025-12-31", "2026-03-01", "2026-03-02", "2026-03-03", "9999-12-31"]
            .map(|text| Value::Date(text.parse::<Date>().expect("a date")))
            .to_vec(),
        Kind::Time(_) => ["00:00:00", "09:30:00", "23:59:59"]
            .map(|t| Value::Time(t.parse::<Time>().expect("a time")))
            .to_vec(),
        Kind::Moment(_) => [
            "1969-12-31T23:59:59.999999Z",
            "2026-03-01T18:30:00Z",
            "2026-03-02T05:00:00Z",
            "2026-03-02T04:59:59.999999Z",
            "2026-03-02T09:00:00Z",
            "2026-03-29T01:30:00Z",
        ]
        .map(|text| Value::Moment(text.parse::<Moment>().expect("a moment")))
        .to_vec(),
        Kind::YesNo(_) => vec![Value::YesNo(true), Value::YesNo(false)],
        Kind::Choice(_) => texts(&["open", "won", "old"]),
        Kind::Choices(_) => ["open", "won", "old"].map(|key| Value::Choices(vec![key.to_owned()])).to_vec(),
        Kind::Tags(_) => {
            let all = |names: &[&str]| Value::Choices(names.iter().map(|name| (*name).to_owned()).collect());
            vec![all(&["Élan"]), all(&["red", "Élan"]), all(&["RED"]), all(&["北京", "50% off"])]
        }
        Kind::Link(link) => match link.to {
            "place" => known.places.iter().copied().map(Value::Link).collect(),
            "user" => known.people.iter().copied().map(Value::Link).collect(),
            _ => vec![Value::Link(Id::from_i64(1))],
        },
        Kind::Links(kind) => {
            let all = if kind.to == "user" { &known.people } else { &known.places };
            let some = |from: usize, to: usize| all.get(from..to).map(|ids| Value::Links(ids.to_vec()));
            [some(0, 1), some(1, 2), some(0, 3), some(2, 4), some(1, 5)].into_iter().flatten().collect()
        }
        Kind::AnyLink(_) => {
            let place = |id: &Id| Value::AnyLink(Box::new(AnyLink { object: "place".to_owned(), id: *id }));
            let user = |id: &Id| Value::AnyLink(Box::new(AnyLink { object: "user".to_owned(), id: *id }));
            let people = known.people.iter().filter(|_| field.name == "near").map(user);
            known.places.iter().map(place).chain(people).collect()
        }
        // Files are told by whether there is one; `http` tells their stories.
        Kind::File(_) => Vec::new(),
        Kind::Email(_) => texts(&["Ann@example.com", "ann@example.com", "ivan@пример.рф"]),
        Kind::Phone(_) => texts(&["+33142685300", "+380441234567"]),
        Kind::Url(_) => texts(&["https://example.com/A_b", "https://example.com/a%b"]),
        Kind::Address(_) => {
            let address = |city: &str, country: &str| {
                Value::Address(Box::new(Address {
                    city: city.to_owned(),
                    country: country.to_owned(),
                    ..Address::default()
                }))
            };
            vec![address("Nairobi", "Kenya"), address("", "中国"), address("Rue de l'Été", "")]
        }
    }
}

/// What is in the world beside the things.
#[derive(Clone, Debug, Default)]
pub struct Known {
    pub places: Vec<Id>,
    pub people: Vec<Id>,
}

/// Fills a world with people, places and things drawn from a seed; gives somebody who may see all of it.
pub fn fill(world: &World, seed: u64, things: usize) -> (Actor, Known) {
    let all = world.role("All", r#"{"objects": {"*": {"read": "all"}}}"#);
    let (north, south) = (world.team("North", None), world.team("South", None));
    let people: Vec<Actor> = [("Ann", north), ("Боб", south), ("李", north)]
        .map(|(name, team)| world.person(name, all, Some(team)))
        .to_vec();
    let zone = Draw::new(seed).one(&["America/New_York", "Asia/Kathmandu", "Pacific/Apia", "UTC"]);
    let me = people[0].user_id().expect("a person");
    let known = Known { places: Vec::new(), people: people.iter().filter_map(Actor::user_id).collect() };
    let filled = world.records.write_now(&world.system(), move |gate| {
        let mut zoned = Draft::new(&system::user::USER);
        zoned.set("time_zone", Value::Text(zone.to_owned()));
        gate.update(me, None, zoned)?;
        for (code, rate) in [("USD", "0.9"), ("JPY", "0.0061")] {
            let draft = Draft::new(&system::currency_rate::CURRENCY_RATE)
                .with(system::currency_rate::CURRENCY, code.to_owned())
                .with(system::currency_rate::RATE, rate.parse().expect("a rate"))
                .with(system::currency_rate::VALID_FROM, "2000-01-01".parse().expect("a date"));
            gate.create(draft)?;
        }
        let (mut draw, mut known) = (Draw::new(seed), known.clone());
        for number in 0..12 {
            let id = gate.create(drawn(&PLACE, number, &mut draw, &known))?;
            known.places.push(id);
        }
        for number in 0..things {
            gate.create(drawn(&THING, number, &mut draw, &known))?;
        }
        // A link to any object leads nowhere once that is in the trash; a link to one object still leads there.
        let trashed = gate.create(Draft::new(&PLACE).with(text("name"), "In the trash".to_owned()))?;
        for _ in 0..5 {
            let thing = Draft::new(&THING)
                .with(text("name"), "Lost".to_owned())
                .with(link("place", "place"), trashed);
            gate.create(thing)?;
        }
        gate.trash(&PLACE, trashed, None)?;
        Ok(known)
    });
    let known = filled.expect("a world");
    let (me, mut draw) = (people[0].clone(), Draw::new(seed));
    let mut follow: Vec<(&'static Object, Id, bool)> = Vec::new();
    for object in [&PLACE, &THING] {
        let there = self::all(world, object).expect("records").into_values();
        let mut ids: Vec<Id> =
            there.filter(|one| one.head.deleted_at.is_none()).map(|one| one.head.id).collect();
        ids.sort();
        for id in ids {
            follow.extend(draw.one(&[None, Some(true), Some(false)]).map(|yes| (object, id, yes)));
        }
    }
    let said = world.records.write_now(&me, move |gate| {
        follow.iter().try_for_each(|(object, id, yes)| gate.set_following(object, *id, *yes))
    });
    said.expect("followed or not");
    (me, known)
}

fn drawn(object: &'static Object, number: usize, draw: &mut Draw, known: &Known) -> Draft {
    let mut draft = Draft::new(object);
    for field in object.fields {
        let mut pool = values(field, None, known);
        // Nobody can choose what is out of use.
        pool.retain(|value| *value != Value::Text("old".to_owned()));
        let empty = if field.required { 0 } else { 30 };
        if !pool.is_empty()
            && let Some(value) = draw.unless(empty, &pool)
        {
            draft.set(field.name, value);
        }
    }
    if draw.percent(30) {
        draft.foreign = Some((draw.one(&["old", "older"]).to_owned(), number.to_string()));
    }
    if draw.percent(50) {
        draft.created_at = Some(draw.one(&[
            "2026-03-01T18:30:00Z".parse().expect("a moment"),
            "2024-02-29T00:00:00Z".parse().expect("a moment"),
        ]));
    }
    draft
}

/// All records of an object, those in the trash too, by id.
pub fn all(world: &World, object: &'static Object) -> Outcome<HashMap<Id, Record>> {
    let found = world.records.read_now(&world.system(), move |gate| {
        let page = |trash| Query { limit: 200, trash, ..Query::of(object) };
        let mut records = gate.list(&page(false))?.records;
        records.extend(gate.list(&page(true))?.records);
        Ok(records)
    })?;
    Ok(found.into_iter().map(|record| (record.head.id, record)).collect())
}

/// The reader in memory, over records that were read one by one.
pub struct Memory<'a> {
    pub record: &'a Record,
    pub others: &'a HashMap<Id, Record>,
    pub me: Id,
    pub today: Date,
    pub zone: Zone,
    pub followed: &'a HashSet<Id>,
}

impl Lookup for Memory<'_> {
    fn values(&self, path: &Path) -> Vec<Value> {
        let mut here = vec![self.record];
        for step in &path.steps {
            let links =
                here.iter().map(|record| record.object.field(step.name).map(|own| record.any_value(own)));
            let ids = links.flatten().flat_map(|link| match link {
                Value::AnyLink(link) => vec![link.id],
                link => link.as_links().to_vec(),
            });
            here = ids.filter_map(|id| self.others.get(&id)).collect();
        }
        if path.is_followed() {
            return here.iter().map(|one| Value::YesNo(self.followed.contains(&one.head.id))).collect();
        }
        let ends =
            here.iter().filter_map(|record| Some(record.any_value(record.object.field(path.field.name)?)));
        ends.collect()
    }

    fn me(&self) -> Option<Id> {
        Some(self.me)
    }

    fn today(&self) -> Date {
        self.today
    }

    fn zone(&self) -> Zone {
        self.zone.clone()
    }

    fn comparable(&self, value: &Value) -> Option<i64> {
        let Value::Money(money) = value else { return None };
        let rate = match money.currency().code() {
            "USD" => "0.9",
            "JPY" => "0.0061",
            _ => "1",
        };
        money.converted(rate.parse().expect("a rate"), Currency::EUR).ok().map(Money::minor)
    }
}
