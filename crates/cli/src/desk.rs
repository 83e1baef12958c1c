//! Where a command works: the records, opened, and the actor on whose behalf it reads and writes.

use cordee_base::{Decimal, Fault, Id, Money, Outcome, Percent, Problem};
use cordee_i18n::Locale;
use cordee_kit::{Registry, names};
use cordee_records::system::user;
use cordee_records::{Actor, Door, Gate, Query, Records};
use cordee_schema::{Catalog, FieldDef, Kind, Object, Reading, Record, Value};

use crate::arguments::Global;
use crate::config::Config;
use crate::open;
use crate::output::{Out, Side};
use crate::trouble::Trouble;

/// What commands work with.
pub struct Desk {
    /// The product.
    pub registry: Registry,
    /// The records.
    pub records: Records,
    /// Who acts.
    pub actor: Actor,
    /// The configuration.
    pub config: Config,
    /// How values are shown to people.
    pub locale: Locale,
    /// How texts are read in the workspace.
    pub reading: Reading,
}

impl Desk {
    /// Opens what is there, for the workspace and the user that the options name.
    pub fn open(global: &Global, out: &mut Out) -> Result<Desk, Trouble> {
        let config = Config::read(global)?;
        out.language = config.language;
        let registry = cordee_features::registry();
        let records = open::existing(&config, &registry, 1, out)?;
        Desk::at(config, registry, records, global.acting_as.as_deref())
    }

    /// A desk for records that are open already.
    pub fn at(
        config: Config,
        registry: Registry,
        records: Records,
        acting_as: Option<&str>,
    ) -> Result<Desk, Trouble> {
        let workspace = chosen(records.workspaces()?, config.workspace.as_deref())?;
        let system = Actor::system(workspace, "the command line").through(Door::CommandLine);
        let actor = match acting_as {
            None => system,
            Some(email) => {
                Actor::user(workspace, user_by_email(&records, &system, email)?, Door::CommandLine)
            }
        };
        let reading = records.read_now(&actor, |gate| Ok(gate.reading().clone()))?;
        let locale = Locale::new(config.language, reading.zone.clone());
        Ok(Desk { registry, records, actor, config, locale, reading })
    }

    /// Reads as the actor.
    pub fn read<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut Gate<'_>) -> Outcome<T> + Send + 'static,
    ) -> Result<T, Trouble> {
        Ok(self.records.read_now(&self.actor, work)?)
    }

    /// Writes as the actor.
    pub fn write<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut Gate<'_>) -> Outcome<T> + Send + 'static,
    ) -> Result<T, Trouble> {
        Ok(self.records.write_now(&self.actor, work)?)
    }

    /// All objects as the workspace knows them.
    pub fn catalog(&self) -> Result<&'static Catalog, Trouble> {
        Ok(self.records.catalog_now(&self.actor)?)
    }

    /// The object called so in either number.
    pub fn object(&self, name: &str) -> Result<&'static Object, Trouble> {
        object(self.catalog()?, name)
    }

    /// Every record that a query finds, page after page; `each` is given the records of a page.
    pub fn all(
        &self,
        query: &Query,
        mut each: impl FnMut(Vec<Record>) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        let mut query = query.clone().limit(Query::MOST);
        loop {
            let asked = query.clone();
            let page = self.read(move |gate| gate.list(&asked))?;
            each(page.records)?;
            match page.next {
                Some(next) => query.cursor = Some(next),
                None => return Ok(()),
            }
        }
    }

    /// What the workspace is called.
    pub fn workspace_name(&self) -> Result<String, Trouble> {
        let id = self.actor.workspace;
        let all = self.records.workspaces()?;
        Ok(all.into_iter().find(|(workspace, _)| *workspace == id).map(|(_, name)| name).unwrap_or_default())
    }

    /// The user that an e-mail or an id names.
    pub fn user(&self, named: &str) -> Result<Id, Trouble> {
        if let Ok(id) = named.parse() {
            return Ok(id);
        }
        user_by_email(&self.records, &self.actor, named)
    }

    /// A field of a record as people read it, on one line.
    pub fn cell(&self, record: &Record, field: &'static FieldDef) -> String {
        let value = record.any_value(field);
        if let Some(title) = record.title_of(field.name) {
            return plain(title);
        }
        if let Some(titles) = record.titles_of(field.name) {
            let ids = value.as_links().iter().map(Id::to_string);
            let said = titles.iter().zip(ids).map(|(title, id)| title.clone().unwrap_or(id));
            return plain(&said.collect::<Vec<_>>().join(", "));
        }
        plain(&self.text(record.object, field, &value))
    }

    fn text(&self, object: &Object, field: &FieldDef, value: &Value) -> String {
        let (locale, language) = (&self.locale, self.locale.language);
        match (&field.kind, value) {
            (Kind::Percent(_), Value::Number(number)) => locale.percent(Percent::new(*number)),
            (kind, Value::Number(_)) if field.plain => kind.behave().text(value),
            (_, Value::Number(number)) => locale.plain_number(*number),
            (_, Value::Money(money)) => locale.money(*money),
            (_, Value::Date(date)) => locale.date(*date),
            (_, Value::Time(time)) => locale.time(*time),
            (_, Value::Moment(moment)) => locale.moment(*moment),
            (_, Value::YesNo(yes)) => cordee_i18n::say(language, if *yes { "yes" } else { "no" }, &[]),
            (Kind::Choice(_), Value::Text(key)) => names::option(language, object, field, key),
            (_, Value::Choices(keys)) => {
                let name = |key: &String| names::option(language, object, field, key);
                keys.iter().map(name).collect::<Vec<_>>().join(", ")
            }
            (_, Value::File(file)) => file.name.clone(),
            (kind, other) => kind.behave().text(other),
        }
    }

    /// An amount of the workspace's currency, as people read it.
    pub fn money(&self, amount: Decimal) -> String {
        match Money::rounded(amount, self.reading.currency) {
            Ok(money) => self.locale.money_rounded(money),
            Err(_) => self.locale.plain_number(amount),
        }
    }
}

/// On which side the values of a field stand in a table.
pub fn side(field: &FieldDef) -> Side {
    match field.kind {
        Kind::Number(_) | Kind::Money(_) | Kind::Percent(_) => Side::Right,
        _ => Side::Left,
    }
}

/// The object called so in either number.
pub fn object(catalog: &Catalog, name: &str) -> Result<&'static Object, Trouble> {
    let found = catalog.object(name).or_else(|| catalog.plural(name)).filter(|object| !object.internal);
    found.ok_or_else(|| {
        let names: Vec<&str> = catalog.objects().filter(|object| !object.internal).map(|o| o.name).collect();
        Trouble::Missing(Fault::whole("error-object").with("name", name).with("options", names.join(", ")))
    })
}

/// The fields of an object with these names, its own or those that every object has.
pub fn fields<'n>(
    object: &'static Object,
    names: impl IntoIterator<Item = &'n str>,
) -> impl Iterator<Item = &'static FieldDef> {
    names.into_iter().filter_map(|name| object.field(name))
}

/// What stands on one line and can't steer a terminal.
pub fn plain(text: &str) -> String {
    let mut line = String::new();
    for letter in text.chars() {
        if line.chars().count() == 80 {
            line.push('…');
            break;
        }
        line.push(if letter.is_control() { ' ' } else { letter });
    }
    line
}

fn chosen(workspaces: Vec<(Id, String)>, wanted: Option<&str>) -> Result<Id, Trouble> {
    let names = || workspaces.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", ");
    match (wanted, workspaces.as_slice()) {
        (None, [(only, _)]) => Ok(*only),
        (None, _) => Err(Trouble::Usage(Fault::whole("error-workspace-choose").with("options", names()))),
        (Some(wanted), all) => {
            let found = all.iter().find(|(id, name)| name == wanted || id.to_string() == wanted);
            found.map(|(id, _)| *id).ok_or_else(|| {
                Trouble::Missing(
                    Fault::whole("error-workspace").with("name", wanted).with("options", names()),
                )
            })
        }
    }
}

fn user_by_email(records: &Records, actor: &Actor, email: &str) -> Result<Id, Trouble> {
    let wanted = email.trim().to_lowercase();
    let found = records.read_now(actor, move |gate| {
        gate.with_text(&user::USER, user::USER.field("email").ok_or(Problem::NotFound)?, &wanted)
    })?;
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(Trouble::Missing(Fault::whole("error-user").with("value", email))),
        _ => Err(Trouble::Missing(
            Fault::whole("error-link-ambiguous")
                .with("object", "user")
                .with("count", found.len())
                .with("value", email),
        )),
    }
}
