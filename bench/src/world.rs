//! A workspace of any size, the same every time: accounts, contacts, people and opportunities, in five scripts.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use cordee_base::{
    Chance, Currency, Date, FixedClock, Id, Moment, Money, OsChance, Outcome, Percent, SeededChance,
    SystemClock, Zone,
};
use cordee_catalog::{account, contact, opportunity, pipeline, stage};
use cordee_kit::Registry;
use cordee_records::system::{custom_field, role, team, user};
use cordee_records::{
    Actor, Database, Door, Founding, Gate, History, JournalKey, Options, Query, Records, Sort, open_store,
};
use cordee_schema::{Draft, Filter, Object};

use crate::past::{self, Life};
use crate::{Size, custom};

/// The key of the journal in every world.
pub const KEY: [u8; 32] = [7; 32];
/// One in so many opportunities is open, beside those that would only be closed in the future: together 50,000 of a
/// million.
const OPEN: u64 = 43;
/// How many records are written in one transaction.
const TOGETHER: usize = 500;
const PEOPLE: usize = 50;
const TEAMS: usize = 8;
/// How many days back the first opportunity was made.
const DAYS: i64 = 1500;
/// A day, in the microseconds of a moment.
const DAY: i64 = 86_400_000_000;

/// A filled workspace.
pub struct World {
    /// Its records.
    pub records: Records,
    /// An administrator.
    pub administrator: Actor,
    /// The object's ids, spread over all.
    pub opportunities: Vec<Id>,
    /// How many accounts there are.
    pub accounts: usize,
    /// How many fields were added to opportunities.
    pub custom: usize,
    /// The pipeline.
    pub pipeline: Id,
    /// Its stages in order, with whether deals there are open.
    pub stages: Vec<(Id, bool)>,
    /// The line of a request by which a program of the administrator is known.
    pub token: String,
    /// The line of a request by which the administrator's browser is known.
    pub cookie: String,
}

/// Fills the database, unless it is filled already.
pub fn fill_once(database: &Database, size: Size) -> Result<(), String> {
    let registry = cordee_features::registry();
    if !filled(database, &registry)? {
        fill(database, &registry, size).map_err(|problem| format!("fill: {problem}"))?;
    }
    if let Database::Sqlite(path) = database { closed(path) } else { Ok(()) }
}

/// Waits until all that was written stands in the file itself, and not in the log beside it.
fn closed(path: &Path) -> Result<(), String> {
    let told = |error: rusqlite::Error| format!("{}: {error}", path.display());
    let file = rusqlite::Connection::open(path).map_err(told)?;
    let patience = Instant::now() + Duration::from_secs(60);
    while file.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, bool>(0)).map_err(told)? {
        if Instant::now() > patience {
            return Err(format!("{} is still in use", path.display()));
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    Ok(())
}

/// Opens a filled database.
pub fn open(database: &Database, readers: usize) -> Result<World, String> {
    let registry = cordee_features::registry();
    let (ids, secrets) = (Box::new(OsChance), Box::new(OsChance));
    let records = records(database, &registry, readers, Arc::new(SystemClock), ids, secrets)?;
    survey(records).map_err(|problem| format!("look around: {problem}"))
}

fn filled(database: &Database, registry: &Registry) -> Result<bool, String> {
    if let Database::Sqlite(path) = database {
        std::fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))
            .map_err(|error| format!("{}: {error}", path.display()))?;
    }
    let (ids, secrets) = (Box::new(OsChance), Box::new(OsChance));
    let records = records(database, registry, 1, Arc::new(SystemClock), ids, secrets)?;
    let workspaces = records.workspaces().map_err(|problem| problem.to_string())?;
    Ok(!workspaces.is_empty())
}

fn records(
    database: &Database,
    registry: &Registry,
    readers: usize,
    clock: Arc<dyn cordee_base::Clock>,
    ids: Box<dyn Chance>,
    secrets: Box<dyn Chance>,
) -> Result<Records, String> {
    let (store, _) = open_store(database, readers, &*clock, true).map_err(|problem| problem.to_string())?;
    Ok(Records::open(Options {
        store,
        catalog: registry.catalog.clone(),
        hooks: registry.hooks.clone(),
        key: JournalKey(KEY),
        clock,
        ids,
        secrets,
    }))
}

/// What the filling needs at hand.
struct Filler {
    records: Records,
    clock: Arc<FixedClock>,
    start: Moment,
    system: Actor,
    chance: SeededChance,
}

fn fill(database: &Database, registry: &Registry, size: Size) -> Outcome<()> {
    let Size { deals: size, custom, versions } = size;
    let began = std::time::Instant::now();
    let start = Zone::UTC.start_of("2022-10-13".parse::<Date>().unwrap_or_default());
    let clock = Arc::new(FixedClock::at(start));
    let (ids, secrets) = (Box::new(SeededChance::new(1)), Box::new(SeededChance::new(2)));
    let records = records(database, registry, 1, clock.clone(), ids, secrets);
    let records = records.map_err(cordee_base::Problem::internal)?;
    let founding = Founding {
        name: "Bench".into(),
        currency: Currency::EUR,
        zone: "Europe/Paris".into(),
        language: "en".into(),
    };
    let workspace = records.found(&founding, registry.furnish)?;
    let system = Actor::system(workspace, "fill a workspace for measuring");
    let mut filler = Filler { records, clock, start, system, chance: SeededChance::new(3) };
    let people = filler.people()?;
    let accounts = filler.many(size.div_ceil(10), |chance, place| new(account(chance, place, &people)))?;
    let contacts =
        filler.many(size.div_ceil(5), |chance, place| new(contact(chance, place, &people, &accounts)))?;
    let (pipeline, stages) = filler.records.read_now(&filler.system, stages)?;
    filler.records.write_now(&filler.system, move |gate| custom::declare(gate, custom))?;
    let object = filler.records.read_now(&filler.system, |gate| Ok(gate.catalog().object("opportunity")))?;
    let object = object.ok_or(cordee_base::Problem::NotFound)?;
    filler.many(size, |chance, place| {
        let age = place as i64 * DAYS / size as i64;
        let mut draft = opportunity(chance, (start, age), (pipeline, &stages), &people, &accounts, &contacts);
        let created = Moment::from_micros(start.micros() + age * DAY);
        draft.created_at = Some(created);
        let past = (versions > 1).then(|| grown(chance, created, &draft, &stages, versions - 1));
        let (since, past) = past.unzip();
        (custom::filled(draft, object, custom, chance), since, past.unwrap_or_default())
    })?;
    // As the house does every night.
    filler.records.merge_search()?;
    eprintln!("filled with {size} opportunities in {:.0} s", began.elapsed().as_secs_f64());
    Ok(())
}

/// A record to be written: with what it was before its present state, and since when it has that.
type New = (Draft, Option<Moment>, History);

/// A record without a past.
fn new(draft: Draft) -> New {
    (draft, None, History::new())
}

/// The past of a deal, and since when it is as it is: since its close, or the middle of an open one's life.
fn grown(
    chance: &mut SeededChance,
    created: Moment,
    draft: &Draft,
    stages: &[(Id, bool)],
    versions: usize,
) -> (Moment, History) {
    let open: Vec<Id> = stages.iter().filter(|(_, open)| *open).map(|(id, _)| *id).collect();
    let closed = draft.get(opportunity::ACTUAL_CLOSE_DATE);
    let close = closed.or(draft.get(opportunity::EXPECTED_CLOSE_DATE)).unwrap_or_default();
    let since = match closed {
        Some(day) => Zone::UTC.start_of(day).micros().max(created.micros() + 1),
        None => created.micros() + (1 + chance.below(20) as i64) * DAY / 20,
    };
    let life = Life {
        created,
        since: Moment::from_micros(since),
        minor: draft.get(opportunity::AMOUNT).map_or(0, |amount| amount.minor()),
        close,
    };
    (life.since, past::of(chance, &life, &open, versions))
}

impl Filler {
    /// Writes so many drafts, a transaction for each few hundred, the clock going on meanwhile.
    fn many(
        &mut self,
        count: usize,
        mut made: impl FnMut(&mut SeededChance, usize) -> New,
    ) -> Outcome<Vec<Id>> {
        let mut ids = Vec::with_capacity(count);
        for first in (0..count).step_by(TOGETHER) {
            let past = (first as i64 * DAYS / count.max(1) as i64) * DAY;
            self.clock.set(Moment::from_micros(self.start.micros() + past + first as i64 * 1_000));
            let last = (first + TOGETHER).min(count);
            let new: Vec<New> = (first..last).map(|place| made(&mut self.chance, place)).collect();
            ids.extend(self.records.write_now(&self.system, move |gate| {
                let create = |(draft, since, past): &New| {
                    gate.create_with_history(draft.clone(), *since, past.clone())
                };
                new.iter().map(create).collect::<Outcome<Vec<Id>>>()
            })?);
        }
        Ok(ids)
    }

    fn people(&mut self) -> Outcome<Vec<Id>> {
        let roles =
            self.records.read_now(&self.system, |gate| Ok(gate.list(&Query::of(&role::ROLE))?.records))?;
        let administrator =
            roles.iter().find(|record| record.get(role::KEY).as_deref() == Some("administrator"));
        let role = administrator.or(roles.first()).map_or(Id::from_i64(0), |record| record.head.id);
        let teams = self
            .many(TEAMS, |_, place| new(Draft::new(&team::TEAM).with(team::NAME, format!("Team {place}"))))?;
        self.many(PEOPLE, |chance, place| {
            let person = Draft::new(&user::USER)
                .with(user::NAME, name(chance))
                .with(user::ROLE, role)
                .with(user::TEAM, teams[place % teams.len()]);
            new(person)
        })
    }
}

fn stages(gate: &mut Gate<'_>) -> Outcome<(Id, Vec<(Id, bool)>)> {
    let pipeline = gate.list(&Query::of(&pipeline::PIPELINE).limit(1))?.records;
    let sort = vec![Sort { field: stage::ORDER.name(), descending: false }];
    let stages = gate.list(&Query { sort, ..Query::of(&stage::STAGE).limit(200) })?.records;
    let stages = stages.iter().map(|stage| {
        let open = stage.get(stage::KIND).as_deref() == Some("open");
        (stage.head.id, open)
    });
    Ok((pipeline.first().map_or(Id::from_i64(0), |record| record.head.id), stages.collect()))
}

fn account(chance: &mut SeededChance, place: usize, people: &[Id]) -> Draft {
    let industry = cordee_catalog::options::INDUSTRIES;
    let revenue = chance.below(50_000_000) as i64;
    Draft::new(&account::ACCOUNT)
        .with(account::NAME, format!("{} {}", name(chance), pick(chance, ENDINGS)))
        .with(account::DOMAIN, format!("company-{place}.example"))
        .with(account::INDUSTRY, industry[chance.below(industry.len() as u64) as usize].key.to_owned())
        .with(account::ANNUAL_REVENUE, Money::from_minor(revenue * 100, Currency::EUR))
        .with(account::EMPLOYEES, (chance.below(5000) as i64).into())
        .with(account::OWNER, people[chance.below(people.len() as u64) as usize])
}

fn contact(chance: &mut SeededChance, place: usize, people: &[Id], accounts: &[Id]) -> Draft {
    Draft::new(&contact::CONTACT)
        .with(contact::NAME, name(chance))
        .with(contact::EMAIL, format!("person-{place}@example.com"))
        .with(contact::ACCOUNT, accounts[chance.below(accounts.len() as u64) as usize])
        .with(contact::OWNER, people[chance.below(people.len() as u64) as usize])
}

fn opportunity(
    chance: &mut SeededChance,
    (start, age): (Moment, i64),
    (pipeline, stages): (Id, &[(Id, bool)]),
    people: &[Id],
    accounts: &[Id],
    contacts: &[Id],
) -> Draft {
    let days = chance.below(90) as i64;
    let open = chance.below(OPEN) == 0 || age + days > DAYS;
    let fitting: Vec<Id> = stages.iter().filter(|(_, kind)| *kind == open).map(|(id, _)| *id).collect();
    let stage = fitting[chance.below(fitting.len() as u64) as usize];
    let close = start.micros() + (age + days + if open { DAYS - age } else { 0 }) * DAY;
    let close = Moment::from_micros(close).date_in(&Zone::UTC);
    let draft = Draft::new(&opportunity::OPPORTUNITY)
        .with(opportunity::NAME, format!("{} {}", pick(chance, DEALS), name(chance)))
        .with(opportunity::ACCOUNT, accounts[chance.below(accounts.len() as u64) as usize])
        .with(opportunity::CONTACT, contacts[chance.below(contacts.len() as u64) as usize])
        .with(opportunity::PIPELINE, pipeline)
        .with(opportunity::STAGE, stage)
        .with(opportunity::AMOUNT, Money::from_minor(chance.below(10_000_000) as i64, Currency::EUR))
        .with(opportunity::PROBABILITY, Percent::new(10 * (1 + chance.below(9)) as u8))
        .with(opportunity::OWNER, people[chance.below(people.len() as u64) as usize])
        .with(opportunity::NEXT_STEP, "Call back about the offer".to_owned())
        .with(opportunity::LOSS_REASON, "price".to_owned());
    match open {
        true => draft.with(opportunity::EXPECTED_CLOSE_DATE, close),
        false => draft.with(opportunity::ACTUAL_CLOSE_DATE, close),
    }
}

const GIVEN: &[&str] = &["Anna", "Борис", "Chloé", "Дмитро", "Emil", "Оксана", "Søren", "明", "丽", "James"];
const FAMILY: &[&str] =
    &["Snelling", "Иванов", "Lefèvre", "Шевченко", "Ångström", "王", "李", "Okafor", "Müller", "Novák"];
const ENDINGS: &[&str] = &["GmbH", "SARL", "Ltd", "ООО", "ТОВ", "有限公司", "Inc"];
const DEALS: &[&str] = &["Renewal", "Ремонт", "Extension", "Постачання", "采购", "Projet"];

/// A name; the syllable between keeps it from being one of a few hundred.
fn name(chance: &mut SeededChance) -> String {
    let syllables =
        ["ba", "ко", "di", "фе", "go", "ха", "ji", "лу", "mo", "ни", "pe", "ра", "su", "ти", "vo", "зе"];
    let between: String = (0..4).map(|_| syllables[chance.below(16) as usize]).collect();
    format!("{} {between} {}", pick(chance, GIVEN), pick(chance, FAMILY))
}

fn pick(chance: &mut SeededChance, of: &[&'static str]) -> &'static str {
    of[chance.below(of.len() as u64) as usize]
}

/// What the measuring needs to know of a filled workspace.
fn survey(records: Records) -> Outcome<World> {
    let workspaces = records.workspaces()?;
    let (workspace, _) = workspaces.first().ok_or(cordee_base::Problem::NotFound)?;
    let system = Actor::system(*workspace, "look around before measuring");
    let (pipeline, stages) = records.read_now(&system, stages)?;
    let people = records.read_now(&system, |gate| Ok(gate.list(&Query::of(&user::USER))?.records))?;
    let people: Vec<Id> = people.iter().map(|person| person.head.id).collect();
    let opportunities = records.read_now(&system, |gate| {
        let mut ids = Vec::new();
        for hundred in 0..100 {
            let filter = opportunities(gate, &format!("amount >= {}", hundred * 1000))?;
            let query =
                Query { fields: Some(Vec::new()), ..Query::of(&opportunity::OPPORTUNITY).filter(filter) };
            let sort = Sort { field: opportunity::AMOUNT.name(), descending: false };
            let page = gate.list(&Query { sort: vec![sort], ..query })?;
            ids.extend(page.records.iter().map(|record| record.head.id));
        }
        Ok(ids)
    })?;
    let person = people[0];
    let administrator = Actor::user(*workspace, person, Door::Api);
    let make = move |gate: &mut Gate<'_>| gate.make_token(person, "bench", "read_write", None);
    let token = format!("Authorization: Bearer {}", records.write_now(&administrator, make)?);
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let runtime = runtime.map_err(cordee_base::Problem::internal)?;
    let session = runtime.block_on(records.open_session(*workspace, person, "127.0.0.1", "bench"))?;
    let cookie = format!("Cookie: cordee={}", session.secret);
    let accounts = records.read_now(&system, |gate| gate.count(&Query::of(&account::ACCOUNT)))? as usize;
    let custom =
        records.read_now(&system, |gate| gate.count(&Query::of(&custom_field::CUSTOM_FIELD)))? as usize;
    Ok(World { records, administrator, opportunities, accounts, custom, pipeline, stages, token, cookie })
}

/// The opportunities that are like this, in the text form of filters.
pub fn opportunities(gate: &Gate<'_>, text: &str) -> Outcome<Filter> {
    Ok(Filter::parse(text, gate.catalog(), deal(gate), gate.reading())?)
}

/// Deals as the workspace has declared them: with the fields it has added.
pub fn deal(gate: &Gate<'_>) -> &'static Object {
    gate.catalog().object("opportunity").expect("deals")
}
