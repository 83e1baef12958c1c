//! A freshly furnished workspace on each database that is at hand, and short words for what stories do.

#[path = "../../../../tests/databases/mod.rs"]
mod databases;

use std::sync::Arc;

use cordee_base::{Currency, Date, Decimal, FixedClock, Id, Moment, Money, Outcome, SeededChance};
use cordee_catalog::opportunity::{self, OPPORTUNITY};
use cordee_catalog::{account, pipeline, stage};
use cordee_features::registry;
use cordee_kit::{Answer, AskText, Done, Ended, Outside, Post, Reply, Unsent, Work};
use cordee_records::{Actor, Door, Founding, Gate, JournalKey, Options, Query, Records, open_store, system};
use cordee_schema::{Draft, FromValue, Object, Record};
use databases::Fresh;
use serde_json::Value as Json;

/// A furnished workspace.
pub struct World {
    pub records: Records,
    pub workspace: Id,
    clock: Arc<FixedClock>,
    _fresh: Fresh,
}

/// A world in English on each database that is at hand.
pub fn worlds() -> Vec<World> {
    worlds_in("en")
}

/// A world in this language on each database that is at hand. It is the second of March 2026, nine in the morning in
/// Greenwich, and ten in Paris, where the company is.
pub fn worlds_in(language: &str) -> Vec<World> {
    Fresh::each_in_turn().map(|fresh| world(language, fresh)).collect()
}

fn world(language: &str, fresh: Fresh) -> World {
    let clock = Arc::new(FixedClock::at(moment("2026-03-02T09:00:00Z")));
    let (store, _) = open_store(&fresh.database, 2, &*clock, true).expect("a database");
    let registry = registry();
    let records = Records::open(Options {
        store,
        catalog: registry.catalog,
        hooks: registry.hooks,
        key: JournalKey([7; 32]),
        clock: clock.clone(),
        ids: Box::new(SeededChance::new(1)),
        secrets: Box::new(SeededChance::new(2)),
    });
    let founding = Founding {
        name: "Test".into(),
        currency: Currency::USD,
        zone: "Europe/Paris".into(),
        language: language.into(),
    };
    let workspace = records.found(&founding, registry.furnish).expect("a workspace");
    World { records, workspace, clock, _fresh: fresh }
}

impl World {
    pub fn system(&self) -> Actor {
        Actor::system(self.workspace, "a story")
    }

    /// Sets the clock.
    pub fn at(&self, now: &str) {
        self.clock.set(moment(now));
    }

    pub fn read<T: Send + 'static>(
        &self,
        actor: &Actor,
        work: impl FnMut(&mut Gate<'_>) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        self.records.read_now(actor, work)
    }

    pub fn write<T: Send + 'static>(
        &self,
        actor: &Actor,
        work: impl FnMut(&mut Gate<'_>) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        self.records.write_now(actor, work)
    }

    pub fn create(&self, draft: Draft) -> Id {
        self.try_create(&self.system(), draft).expect("created")
    }

    pub fn try_create(&self, actor: &Actor, draft: Draft) -> Outcome<Id> {
        self.write(actor, move |gate| gate.create(draft.clone()))
    }

    pub fn update(&self, id: Id, draft: Draft) -> Outcome<i64> {
        self.write(&self.system(), move |gate| gate.update(id, None, draft.clone()))
    }

    pub fn get(&self, object: &'static Object, id: Id) -> Record {
        self.read(&self.system(), move |gate| gate.get(object, id)).expect("there")
    }

    /// All records of an object, in the order of its list.
    pub fn all(&self, object: &'static Object) -> Vec<Record> {
        let query = Query::of(object).limit(Query::MOST);
        self.read(&self.system(), move |gate| gate.list(&query)).expect("a list").records
    }

    /// The stage of this name.
    pub fn stage(&self, name: &str) -> Id {
        let stages = self.all(&stage::STAGE);
        stages.iter().find(|stage| stage.title() == name).expect(name).head.id
    }

    /// A further pipeline with stages of these names and kinds.
    pub fn pipeline(&self, name: &str, stages: &[(&str, &str)]) -> Id {
        let draft = Draft::new(&pipeline::PIPELINE)
            .with(pipeline::NAME, name.to_owned())
            .with(pipeline::ORDER, Decimal::from(9));
        let pipeline = self.create(draft);
        for (place, (name, kind)) in (1..).zip(stages) {
            self.create(
                Draft::new(&stage::STAGE)
                    .with(stage::NAME, (*name).to_owned())
                    .with(stage::PIPELINE, pipeline)
                    .with(stage::ORDER, Decimal::from(place))
                    .with(stage::KIND, (*kind).to_owned()),
            );
        }
        pipeline
    }

    /// A person with the default role of this name, in this team.
    pub fn person(&self, name: &str, role: &str, team: Option<Id>) -> Actor {
        let roles = self.all(&system::role::ROLE);
        let role = roles.iter().find(|r| r.get(system::role::KEY).as_deref() == Some(role)).expect(role);
        let mut draft = Draft::new(&system::user::USER)
            .with(system::user::NAME, name.to_owned())
            .with(system::user::ROLE, role.head.id);
        if let Some(team) = team {
            draft = draft.with(system::user::TEAM, team);
        }
        Actor::user(self.workspace, self.create(draft), Door::Page)
    }

    pub fn team(&self, name: &str) -> Id {
        self.create(Draft::new(&system::team::TEAM).with(system::team::NAME, name.to_owned()))
    }

    /// Does a verb as this actor, with input as JSON.
    pub fn act(
        &self,
        actor: &Actor,
        object: &'static Object,
        id: Id,
        verb: &str,
        input: Json,
    ) -> Outcome<Done> {
        let action = registry().action(object, verb).expect("a verb");
        self.write(actor, move |gate| {
            let input = action.input_from_json(&input, gate.reading())?;
            action.act(gate, object, id, None, &input)
        })
    }

    /// Whether a verb is offered for a record.
    pub fn offers(&self, actor: &Actor, object: &'static Object, id: Id, verb: &str) -> bool {
        let action = registry().action(object, verb).expect("a verb");
        let offered = self.read(actor, move |gate| {
            let record = gate.get(object, id)?;
            action.offered(gate, &record)
        });
        offered.expect("seen")
    }

    /// Asks for a figure as this actor.
    pub fn ask(&self, actor: &Actor, metric: &str, ask: &AskText) -> Outcome<Answer> {
        let metric = registry().metric(metric).expect("a figure");
        let ask = ask.clone();
        self.read(actor, move |gate| {
            let ask = ask.read(gate, metric)?;
            (metric.reckon)(gate, &ask)
        })
    }

    /// The total of a figure, with the number of records it rests on.
    pub fn total(&self, metric: &str, ask: AskText) -> (Option<Decimal>, u64) {
        let total = self.ask(&self.system(), metric, &ask).expect("an answer").total;
        (total.value, total.n)
    }

    /// The groups of a figure, a line each: the keys, the value and the number of records it rests on.
    pub fn groups(&self, metric: &str, ask: AskText) -> Vec<String> {
        let answer = self.ask(&self.system(), metric, &ask).expect("an answer");
        let line = |(keys, figure): (Vec<cordee_records::GroupKey>, cordee_kit::Figure)| {
            let keys: Vec<String> = keys.into_iter().map(|key| key.text).collect();
            let value = figure.value.map_or("no data".to_owned(), |value| value.normalize().to_string());
            format!("{}: {value} of {}", keys.join(", "), figure.n)
        };
        answer.groups.into_iter().map(line).collect()
    }

    /// Does a job of this name now; gives what it says.
    pub fn runs(&self, name: &str) -> String {
        let (registry, files) = (registry(), tempfile::tempdir().expect("a folder"));
        let job = registry.job(name).expect("a job");
        self.write(&self.system(), move |gate| job.put(gate)).expect("put");
        let until = self.records.now().plus_seconds(60);
        let taken = self.records.take_jobs(self.workspace, job.queue.name, 1, until).expect("taken");
        let work = Work {
            records: &self.records,
            registry: &registry,
            job: taken.first().expect("it is due"),
            outside: &Shut,
            files: files.path(),
            stopping: &|| false,
        };
        let ended = (job.run)(&work).expect("no trouble");
        self.records.job_done(work.job, "").expect("noted");
        let said = match ended {
            Ended::Done(said) => Ok(said),
            other => Err(other),
        };
        said.expect("done")
    }

    pub fn account(&self, name: &str) -> Id {
        self.create(Draft::new(&account::ACCOUNT).with(account::NAME, name.to_owned()))
    }
}

/// Nothing is sent out of this house.
struct Shut;

impl Outside for Shut {
    fn post(&self, _: &Post) -> Result<Reply, Unsent> {
        Err(Unsent::Refused("not in a story".to_owned()))
    }

    fn allows(&self, _: &str) -> Result<(), Unsent> {
        Ok(())
    }
}

/// A deal called so.
pub fn deal(name: &str) -> Draft {
    Draft::new(&OPPORTUNITY).with(opportunity::NAME, name.to_owned())
}

/// What a record says of itself: every field that holds something.
pub fn told(record: &Record) -> String {
    let fields = record.fields().filter(|(_, value)| !value.is_none());
    let fields: Vec<String> = fields.map(|(field, value)| format!("{}={value:?}", field.name)).collect();
    format!("{} {}", record.head.id, fields.join(" "))
}

/// A field of a draft or nothing, as tests of empty values want it.
pub fn some<T: FromValue>(draft: Draft, field: cordee_schema::Field<T>, value: Option<T>) -> Draft {
    match value {
        Some(value) => draft.with(field, value),
        None => draft,
    }
}

pub fn usd(whole: i64) -> Money {
    Money::from_minor(whole * 100, Currency::USD)
}

pub fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

pub fn moment(text: &str) -> Moment {
    text.parse().expect("a moment")
}

pub fn number(text: &str) -> Decimal {
    text.parse().expect("a number")
}

/// A question split by these.
pub fn by(texts: &[&str]) -> AskText {
    AskText { by: texts.iter().map(|text| (*text).to_owned()).collect(), ..AskText::default() }
}
