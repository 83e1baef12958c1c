//! An office for the questions of who may see what: teams, roles drawn by chance, firms, tasks with parts, memos.

use std::collections::{BTreeMap, BTreeSet};

use cordee_base::{Currency, Id, Moment, Money, Outcome};
use cordee_records::{
    Actor, Door, FieldRight, Gate, Grants, ObjectGrants, Query, Right, Scope, SharedWith, system,
};
use cordee_schema::*;

use super::draw::Draw;
use super::{STATES, World};

pub static FIRM: Object = object("firm", "firms").owner("owner").mergeable().ascending("name").fields(&[
    text("name").required().searched().sorted().def,
    text("code").sorted().def,
    text("note").def,
    number("size", 0).sorted().def,
    link("parent", "firm").def,
    links("akin", "firm").def,
    person("owner").sorted().default(Default::Me).def,
]);

pub static TASK: Object = object("task", "tasks").owner("owner").fields(&[
    text("name").required().searched().sorted().def,
    link("firm", "firm").sorted().def,
    money("worth").sorted().tracked().def,
    choice("state", STATES).tracked().def,
    date("closes").tracked().def,
    person("owner").tracked().default(Default::Me).def,
    links("helpers", "user").tracked().def,
    text("note").once().def,
    text("stamp").read_only().def,
]);

pub static PART: Object = object("part", "parts").part_of("task").fields(&[
    text("name").required().sorted().def,
    link("task", "task").required().def,
    link("firm", "firm").def,
    any_link_to("seen_in", &["memo", "firm"]).def,
    number("size", 0).def,
]);

pub static MEMO: Object = object("memo", "memos").fields(&[
    text("name").required().searched().sorted().def,
    link("firm", "firm").def,
    text("heard").copied_from(link("firm", "firm"), "name").searched().def,
    link("part", "part").def,
    links("firms", "firm").def,
    any_link("about").def,
    number("size", 0).sorted().def,
]);

/// The objects whose records are drawn.
pub const OWN: [&Object; 4] = [&FIRM, &TASK, &PART, &MEMO];
/// The objects that are asked for.
pub const ASKED: [&Object; 7] =
    [&FIRM, &TASK, &PART, &MEMO, &system::user::USER, &system::team::TEAM, &system::role::ROLE];

pub fn catalog() -> Catalog {
    Catalog::of(system::objects().into_iter().chain(OWN.map(|object| {
        let object: &'static Object = object;
        object
    })))
}

/// A record as it stands, whoever may see it.
#[derive(Clone, Debug)]
pub struct Row {
    pub object: &'static Object,
    pub id: Id,
    pub created_by: Option<Id>,
    pub created_at: Moment,
    pub deleted_at: Option<Moment>,
    pub foreign: Option<(String, String)>,
    pub values: BTreeMap<&'static str, Value>,
}

impl Row {
    pub fn link(&self, field: &str) -> Option<Id> {
        self.values.get(field).and_then(Value::as_link)
    }

    pub fn name(&self) -> &str {
        self.values.get("name").and_then(Value::as_text).unwrap_or("")
    }

    /// The value of a link to any object that leads here.
    pub fn named(&self) -> Value {
        Value::AnyLink(Box::new(AnyLink { object: self.object.name.to_owned(), id: self.id }))
    }

    pub fn living(&self) -> bool {
        self.deleted_at.is_none()
    }
}

/// Everything in the office.
pub type State = BTreeMap<Id, Row>;

/// An office, its people and what their roles give.
pub struct Office {
    pub people: Vec<Id>,
    pub teams: Vec<Id>,
    pub roles: BTreeMap<Id, Grants>,
}

fn drawn_grants(draw: &mut Draw) -> Grants {
    const SCOPES: [Scope; 4] = [Scope::None, Scope::Own, Scope::Team, Scope::All];
    let mut grants = Grants {
        administers: draw.percent(15),
        imports: draw.percent(30),
        shares: draw.percent(60),
        ..Grants::default()
    };
    for object in ASKED {
        if draw.percent(10) {
            continue;
        }
        let mut scope = || if draw.percent(30) { Scope::All } else { draw.one(&SCOPES) };
        let scopes =
            ObjectGrants { create: scope(), read: scope(), edit: scope(), delete: scope(), export: scope() };
        grants.objects.insert(object.name.to_owned(), scopes);
        for field in object.fields.iter().filter(|field| !field.secret) {
            let right = match draw.below(10) {
                0 => FieldRight::Hidden,
                1 => FieldRight::ReadOnly,
                _ => continue,
            };
            grants.fields.entry(object.name.to_owned()).or_default().insert(field.name.to_owned(), right);
        }
    }
    if draw.percent(50) {
        let read = if draw.percent(50) { Scope::All } else { Scope::Team };
        grants.objects.insert("*".to_owned(), ObjectGrants { read, ..ObjectGrants::default() });
    }
    grants
}

/// Draws an office from a seed.
pub fn furnish(world: &World, seed: u64) -> Office {
    let mut draw = Draw::new(seed);
    let mut teams: Vec<Id> = Vec::new();
    for number in 0..4 {
        let parent = if teams.is_empty() { None } else { draw.unless(40, &teams) };
        teams.push(world.team(&format!("Team {number}"), parent));
    }
    let mut office = Office { people: Vec::new(), teams: teams.clone(), roles: BTreeMap::new() };
    for number in 0..5 {
        let grants = drawn_grants(&mut draw);
        let role = world.role(&format!("Role {number}"), &grants.json());
        office.roles.insert(role, grants);
        let team = draw.unless(20, &teams);
        let person = world.person(&format!("Person {number}"), role, team);
        office.people.push(person.user_id().expect("a person"));
    }
    office
}

/// A draft for a new record, with links to any record there is.
pub fn drawn(object: &'static Object, draw: &mut Draw, state: &State, people: &[Id]) -> Draft {
    let mut draft = Draft::new(object);
    for field in object.fields.iter().filter(|field| field.rights != Rights::Engine) {
        if field.required || draw.percent(60) {
            draft.set(field.name, drawn_value(field, draw, state, people));
        }
    }
    draft
}

/// A value for a field.
pub fn drawn_value(field: &FieldDef, draw: &mut Draw, state: &State, people: &[Id]) -> Value {
    match field.kind {
        Kind::Text(_) => Value::Text(format!("{} {}", field.name, draw.below(12))),
        Kind::Number(_) => Value::Number(draw.below(20).into()),
        Kind::Money(_) => Value::Money(Money::from_minor(draw.below(1000) as i64, Currency::EUR)),
        Kind::Date(_) => Value::Date(cordee_base::Date::constant(2026, 1 + draw.below(12) as i8, 3)),
        Kind::Choice(_) => Value::Text(draw.one(&["open", "won"]).to_owned()),
        Kind::Link(link) if link.to == "user" => Value::Link(draw.one(people)),
        Kind::Link(link) => {
            let of: Vec<Id> =
                state.values().filter(|row| row.object.name == link.to).map(|row| row.id).collect();
            if of.is_empty() { Value::None } else { Value::Link(draw.one(&of)) }
        }
        Kind::Links(links) => {
            let of: Vec<Id> = match links.to {
                "user" => people.to_vec(),
                to => state.values().filter(|row| row.object.name == to).map(|row| row.id).collect(),
            };
            let some = (0..draw.below(5)).filter(|_| !of.is_empty()).map(|_| draw.one(&of));
            kinds::links::links_of(some.collect::<Vec<_>>())
        }
        Kind::AnyLink(_) => {
            let own = state.values().filter(|row| OWN.contains(&row.object));
            let any: Vec<&Row> = own.collect();
            if any.is_empty() { Value::None } else { draw.one(&any).named() }
        }
        _ => Value::None,
    }
}

/// Creates a record by the engine's hand in the name of a person.
pub fn put(gate: &mut Gate<'_>, draft: &Draft) -> Outcome<Id> {
    gate.as_engine("fill an office", |gate| gate.create(draft.clone()))
}

/// All records there are.
pub fn state(world: &World) -> State {
    let read = world.records.read_now(&world.system(), |gate| {
        let mut state = State::new();
        for object in ASKED {
            for trash in [false, true] {
                let mut query = Query { limit: 200, trash, ..Query::of(object) };
                loop {
                    let page = gate.list(&query)?;
                    state.extend(page.records.iter().map(|record| (record.head.id, row(record))));
                    match page.next {
                        Some(next) => query.cursor = Some(next),
                        None => break,
                    }
                }
            }
        }
        Ok(state)
    });
    read.expect("all records")
}

/// A share that there is, whether it has ended or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    pub id: Id,
    pub record: Id,
    pub with: SharedWith,
    pub edit: bool,
    pub until: Option<Moment>,
    pub by: Option<Id>,
}

/// All shares there are.
pub fn shares(world: &World) -> Vec<Shared> {
    use system::share::{LEVEL, SHARE, SHARED_BY, TEAM, UNTIL, USER};
    let read = world.records.read_now(&world.system(), |gate| {
        let (mut shares, mut query) = (Vec::new(), Query::of(&SHARE).limit(200));
        loop {
            let page = gate.list(&query)?;
            shares.extend(page.records.iter().filter_map(|record| {
                let Some(Value::AnyLink(link)) = record.value("record") else { return None };
                let with =
                    record.get(USER).map(SharedWith::User).or(record.get(TEAM).map(SharedWith::Team))?;
                let edit = record.get(LEVEL).as_deref() == Some("edit");
                let (until, by) = (record.get(UNTIL), record.get(SHARED_BY));
                Some(Shared { id: record.head.id, record: link.id, with, edit, until, by })
            }));
            match page.next {
                Some(next) => query.cursor = Some(next),
                None => return Ok(shares),
            }
        }
    });
    read.expect("all shares")
}

fn row(record: &Record) -> Row {
    Row {
        object: record.object,
        id: record.head.id,
        created_by: record.head.created_by,
        created_at: record.head.created_at,
        deleted_at: record.head.deleted_at,
        foreign: record.head.foreign.clone(),
        values: record.fields().map(|(field, value)| (field.name, value.clone())).collect(),
    }
}

/// Who may do what: a second telling of the rules of permission, over a list of records.
///
/// A role gives a scope for each right on each object: none, one's own, one's team's with the teams below, all. A
/// part goes with its whole. Where the role gives a right on some records, a share gives it on one more, until it ends:
/// to see and take out, or also to edit; nobody may delete by a share. The engine's nouns are changed by administrators only. A field is open, read-only or
/// hidden; a link to what one may not see is not there, nor is a text that is copied from it.
pub struct Oracle<'a> {
    pub office: &'a Office,
    pub state: &'a State,
    pub shares: &'a [Shared],
    pub now: Moment,
    pub me: Id,
    pub only_reads: bool,
}

impl Oracle<'_> {
    fn role(&self) -> Option<&Grants> {
        let me = &self.state[&self.me];
        me.link("role").and_then(|role| self.office.roles.get(&role))
    }

    pub fn actor(&self, workspace: Id) -> Actor {
        let actor = Actor::user(workspace, self.me, Door::Page);
        let scopes = cordee_records::TokenScopes::Read;
        match self.only_reads {
            true => Actor { who: cordee_records::Who::Token { user: self.me, scopes }, ..actor },
            false => actor,
        }
    }

    pub fn administers(&self) -> bool {
        !self.only_reads && self.role().is_some_and(|role| role.administers)
    }

    pub fn scope(&self, object: &Object, right: Right) -> Scope {
        let Some(role) = self.role() else { return Scope::None };
        if self.only_reads && right != Right::Read && right != Right::Export {
            return Scope::None;
        }
        if object.system && right != Right::Read {
            return if role.administers { Scope::All } else { Scope::None };
        }
        let named = role.objects.get(object.name).or_else(|| role.objects.get("*"));
        named.map_or(Scope::None, |named| match right {
            Right::Create => named.create,
            Right::Read => named.read,
            Right::Edit => named.edit,
            Right::Delete => named.delete,
            Right::Export => named.export,
        })
    }

    /// The people of one's team and of all teams below it.
    fn mates(&self) -> BTreeSet<Id> {
        let mut mates = BTreeSet::from([self.me]);
        let Some(mine) = self.state[&self.me].link("team") else { return mates };
        for row in self.state.values().filter(|row| row.object.name == "user") {
            let mut team = row.link("team");
            while let Some(at) = team {
                if at == mine {
                    mates.insert(row.id);
                    break;
                }
                team = self.state[&at].link("parent");
            }
        }
        mates
    }

    pub fn may(&self, right: Right, row: &Row) -> bool {
        let scope = self.scope(row.object, right);
        if scope == Scope::None {
            return false;
        }
        if let Some(whole) = row.object.part_of {
            return row
                .link(whole)
                .and_then(|whole| self.state.get(&whole))
                .is_some_and(|whole| self.may(right, whole));
        }
        self.may_by_role(right, row) || self.may_by_share(right, row)
    }

    /// Whether the role itself gives the right on a record that is no part.
    pub fn may_by_role(&self, right: Right, row: &Row) -> bool {
        let owner = row.object.owner.map_or(row.created_by, |owner| row.link(owner));
        self.covers(self.scope(row.object, right), owner)
    }

    fn may_by_share(&self, right: Right, row: &Row) -> bool {
        let edit = match right {
            Right::Read | Right::Export => false,
            Right::Edit => true,
            _ => return false,
        };
        OWN.contains(&row.object) && self.mine(row.id).any(|share| share.edit || !edit)
    }

    /// The living shares of a record that give something to the person.
    pub fn mine(&self, record: Id) -> impl Iterator<Item = &Shared> {
        let living = self.living(record);
        living.filter(|share| self.is_given(share.with))
    }

    /// The living shares of a record.
    pub fn living(&self, record: Id) -> impl Iterator<Item = &Shared> {
        let of = self.shares.iter().filter(move |share| share.record == record);
        of.filter(|share| share.until.is_none_or(|until| until > self.now))
    }

    /// Whether what is shared with them is shared with the person.
    pub fn is_given(&self, with: SharedWith) -> bool {
        match with {
            SharedWith::User(user) => user == self.me,
            SharedWith::Team(team) => {
                let mut at = self.state[&self.me].link("team");
                while let Some(mine) = at {
                    if mine == team {
                        return true;
                    }
                    at = self.state[&mine].link("parent");
                }
                false
            }
        }
    }

    /// Whether the role lets the person share what they may edit.
    pub fn gives(&self) -> bool {
        !self.only_reads && self.role().is_some_and(|role| role.shares || role.administers)
    }

    pub fn covers(&self, scope: Scope, owner: Option<Id>) -> bool {
        match scope {
            Scope::None => false,
            Scope::Own => owner == Some(self.me),
            Scope::Team => owner.is_some_and(|owner| self.mates().contains(&owner)),
            Scope::All => true,
        }
    }

    pub fn right(&self, object: &Object, field: &FieldDef) -> FieldRight {
        let told = self.role().and_then(|role| role.fields.get(object.name)?.get(field.name)).copied();
        let copied = field.copied.and_then(|from| {
            let of = ASKED.into_iter().find(|object| object.name == from.of)?;
            Some((of, of.field(from.field)?))
        });
        let unseen = copied
            .is_some_and(|(of, from)| self.scope(of, Right::Read) == Scope::None || !self.sees(of, from));
        match told {
            _ if unseen => FieldRight::Hidden,
            _ if field.secret => FieldRight::Hidden,
            Some(FieldRight::Hidden) => FieldRight::Hidden,
            Some(FieldRight::ReadOnly) => FieldRight::ReadOnly,
            _ if field.rights == Rights::Engine => FieldRight::ReadOnly,
            _ => FieldRight::Open,
        }
    }

    pub fn sees(&self, object: &Object, field: &FieldDef) -> bool {
        self.right(object, field) != FieldRight::Hidden
    }

    pub fn readable(&self, id: Id) -> Option<&Row> {
        self.state.get(&id).filter(|row| self.may(Right::Read, row))
    }

    /// Whether a text is told wherever it stands: it is no copy, or one sees all that it may be copied from.
    pub fn tells_whole(&self, field: &FieldDef) -> bool {
        let of = field.copied.and_then(|from| ASKED.into_iter().find(|object| object.name == from.of));
        of.is_none_or(|of| self.whole(of))
    }

    pub fn whole(&self, object: &Object) -> bool {
        let whole = object.part_of.and_then(|link| object.field(link)).and_then(FieldDef::links_to);
        match whole.and_then(|to| ASKED.into_iter().find(|object| object.name == to)) {
            Some(whole) => self.scope(object, Right::Read) != Scope::None && self.whole(whole),
            None => self.scope(object, Right::Read) == Scope::All,
        }
    }

    /// What one sees in a field of a record that one sees: nothing of what is hidden, nor where a link leads to it.
    pub fn shown(&self, row: &Row, field: &FieldDef) -> Value {
        let person = |id: Option<Id>| id.map_or(Value::None, Value::Link);
        let value = match field.name {
            "id" => return Value::Link(row.id),
            "created_at" => return Value::Moment(row.created_at),
            "created_by" => person(row.created_by),
            name => row.values.get(name).cloned().unwrap_or_default(),
        };
        let source = field.copied.and_then(|from| row.link(from.by)).and_then(|to| self.readable(to));
        let copied_out_of_sight = !self.tells_whole(field) && source.is_none();
        match &value {
            _ if !self.sees(row.object, field) || copied_out_of_sight => Value::None,
            Value::Link(to) if self.readable(*to).is_none() => Value::None,
            Value::AnyLink(to) if self.readable(to.id).is_none() => Value::None,
            Value::Links(to) => {
                kinds::links::links_of(to.iter().copied().filter(|to| self.readable(*to).is_some()))
            }
            _ => value,
        }
    }

    /// Whether one may name this path at all.
    pub fn knows(&self, path: &Path, from: &'static Object) -> bool {
        let mut object = from;
        for step in &path.steps {
            let to = step.points_to().and_then(|to| ASKED.into_iter().find(|object| object.name == to));
            let Some(to) =
                to.filter(|to| self.sees(object, step) && self.scope(to, Right::Read) != Scope::None)
            else {
                return false;
            };
            object = to;
        }
        self.sees(object, path.field)
    }

    pub fn titled(&self, object: &Object) -> bool {
        object.field(object.title).is_some_and(|title| self.sees(object, title))
    }
}

/// A record as one sees it, for filters.
pub struct Seen<'a> {
    pub oracle: &'a Oracle<'a>,
    pub row: &'a Row,
    pub now: Moment,
}

impl Seen<'_> {
    /// What stands at the end of a way by links to one record each.
    pub fn value(&self, path: &Path) -> Value {
        self.values(path).pop().unwrap_or_default()
    }
}

impl Lookup for Seen<'_> {
    fn values(&self, path: &Path) -> Vec<Value> {
        let mut rows = vec![self.row];
        for step in &path.steps {
            let shown = rows.iter().map(|row| self.oracle.shown(row, step));
            let ids: Vec<Id> = shown.flat_map(|link| link.as_links().to_vec()).collect();
            rows = ids.iter().map(|to| &self.oracle.state[to]).collect();
        }
        rows.into_iter().map(|row| self.oracle.shown(row, path.field)).collect()
    }

    fn me(&self) -> Option<Id> {
        Some(self.oracle.me)
    }

    fn today(&self) -> cordee_base::Date {
        self.now.date_in(&cordee_base::Zone::UTC)
    }

    fn zone(&self) -> cordee_base::Zone {
        cordee_base::Zone::UTC
    }

    fn comparable(&self, value: &Value) -> Option<i64> {
        match value {
            Value::Money(money) => Some(money.minor()),
            _ => None,
        }
    }
}
