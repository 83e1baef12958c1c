//! Who follows a record: its owner and whoever made it, those who said something about it or were mentioned, and who
//! wants to; but nobody who has stopped. One follows only what one sees.

use std::collections::{BTreeSet, HashMap};

use cordee_base::{Id, Outcome, Problem};
use cordee_schema::{Cell, ColumnType, Condition, ID_FIELD, Object, Operand, Operator, Path, Value};
use cordee_store::query::Comparison;
use cordee_store::{Expr, Insert, Select, Update, table};

use crate::gate::Change;
use crate::journal::Verb;
use crate::query::Hit;
use crate::read::get::Shelf;
use crate::read::scan::{HERE, Scan};
use crate::system::follower::{ABOUT, FOLLOWER, FOLLOWING, USER};
use crate::{Door, Gate, Right, tables};

/// How many records that somebody follows are few enough to be named in a question.
const FEW: u64 = 500;
/// How many followers of a record are told of at the most.
const TOLD: usize = 50;

impl Gate<'_> {
    /// Whether the actor follows a record that they see.
    pub fn follows(&mut self, object: &'static Object, id: Id) -> Outcome<bool> {
        let me = self.access.user;
        let followers = self.followers_of(object, &[id])?;
        Ok(me.is_some_and(|me| followers.get(&id).is_some_and(|all| all.contains(&me))))
    }

    /// Those who follow a record and see it, by name.
    pub fn followers(&mut self, object: &'static Object, id: Id) -> Outcome<Vec<Hit>> {
        self.followable(object, id)?;
        let all = self.followers_of(object, &[id])?.remove(&id).unwrap_or_default();
        let mut seeing = Vec::new();
        for person in all.into_iter().take(TOLD) {
            if self.sees(person, object, id)? {
                seeing.push(person);
            }
        }
        let Some(user) = self.catalog().object("user") else { return Ok(Vec::new()) };
        let mut named = self.titles(user, &seeing)?;
        named.sort_by(|one, next| one.title.cmp(&next.title));
        Ok(named)
    }

    /// Lets the actor follow a record, or not any more, also not by what they say about it next.
    pub fn set_following(&mut self, object: &'static Object, id: Id, following: bool) -> Outcome<()> {
        self.followable(object, id)?;
        let me = self.access.user.filter(|_| self.access.writes()).ok_or(Problem::NotAllowed)?;
        let update = Update::of(FOLLOWER.name)
            .set(FOLLOWING.name(), following)
            .set("updated_at", self.now)
            .having("workspace_id", self.actor.workspace)
            .having(ABOUT.name(), id)
            .having(USER.name(), me);
        match self.session.update(&update).map_err(|fail| self.failed(fail))? {
            0 => self.keep_follower(object, id, me, following),
            _ => Ok(()),
        }
    }

    /// Lets these people follow a record who have not said yet whether they want to.
    pub(crate) fn follow_unless_said(
        &mut self,
        object: &'static Object,
        id: Id,
        people: &[Id],
    ) -> Outcome<()> {
        let said = self.said_to_follow(object, &[id])?;
        for person in people.iter().filter(|person| !said.contains_key(&(id, **person))) {
            self.keep_follower(object, id, *person, true)?;
        }
        Ok(())
    }

    /// Who follows each of these records, whether they see it or not.
    pub(crate) fn followers_of(
        &mut self,
        object: &'static Object,
        ids: &[Id],
    ) -> Outcome<HashMap<Id, BTreeSet<Id>>> {
        let said = self.said_to_follow(object, ids)?;
        let mut all: HashMap<Id, BTreeSet<Id>> = HashMap::new();
        for (record, person) in self.owners(object, ids)? {
            if !said.contains_key(&(record, person)) {
                all.entry(record).or_default().insert(person);
            }
        }
        for ((record, person), _) in said.into_iter().filter(|(_, following)| *following) {
            all.entry(record).or_default().insert(person);
        }
        Ok(all)
    }

    /// Whoever has made a record follows it: as long as it is theirs without being kept, else for good from the moment on
    /// at which it is somebody else's. Who brings in a file of thousands does not follow them all.
    pub(crate) fn maker_follows(&mut self, id: Id, change: &Change<'_>) -> Outcome<()> {
        let object = change.draft.object;
        if !object.is_followable() || object.as_lines().is_some() {
            return Ok(());
        }
        let owner = object.owner.and_then(|name| {
            let said = change.draft.value(name).or_else(|| change.before.and_then(|was| was.value(name)));
            said.and_then(Value::as_link)
        });
        let Some(was) = change.before else {
            let brought = matches!(self.actor.door, Door::Import(_));
            return match self.actor.user_id().filter(|me| !brought && owner != Some(*me)) {
                Some(me) => self.keep_follower(object, id, me, true),
                None => Ok(()),
            };
        };
        let had = object.owner.and_then(|name| was.value(name)).and_then(Value::as_link);
        let Some(had) = had.filter(|had| owner != Some(*had) && was.head.created_by == Some(*had)) else {
            return Ok(());
        };
        match self.makers(object, &[id])?.contains(&(id, had)) {
            true => self.follow_unless_said(object, id, &[had]),
            false => Ok(()),
        }
    }

    /// That the record at the end of a path is followed by whoever asks: they have said so, or it is theirs and they have
    /// not stopped. Nobody learns so of others, and what one may not see is as if it were not linked.
    pub(crate) fn followed_condition(&mut self, scan: &mut Scan<'_>, condition: &Condition) -> Outcome<Expr> {
        let path = &condition.path;
        let at = Path { steps: path.steps.clone(), object: path.object, field: &ID_FIELD, part: None };
        let home = scan.home_of(&at)?;
        let id = Expr::column(home.clone(), "id");
        let there = id.clone().not_null();
        let few = match self.access.user.filter(|_| path.steps.is_empty()) {
            Some(me) => self.few_followed(path.object, me)?,
            None => None,
        };
        let follows = match self.access.user {
            None => Expr::never(),
            Some(_) if few.is_some() => {
                let ids = few.into_iter().flatten().map(Cell::from).collect();
                Expr::In(Box::new(id.clone()), ids)
            }
            Some(me) => {
                let said = |following: bool| {
                    let those = Select::from(FOLLOWER.name, "f")
                        .column(ABOUT.name(), ColumnType::Int)
                        .having("workspace_id", self.actor.workspace)
                        .having(USER.name(), me)
                        .having("about_object", path.object.name)
                        .having(FOLLOWING.name(), following)
                        .filter(Expr::column("f", "deleted_at").is_null());
                    Expr::InSelect(Box::new(id.clone()), Box::new(those))
                };
                let own = path.object.owner.map(|owner| {
                    let owner = Expr::column(home.clone(), owner);
                    let mine = vec![owner.clone().not_null(), owner.is(me), Expr::Not(Box::new(said(false)))];
                    Expr::And(mine)
                });
                Expr::Or([Some(said(true)), own].into_iter().flatten().collect())
            }
        };
        let one_of = |values: &[Value]| {
            let each = values.iter().filter_map(|value| match value {
                Value::YesNo(true) => Some(follows.clone()),
                Value::YesNo(false) => Some(Expr::Not(Box::new(follows.clone()))),
                _ => None,
            });
            Expr::And(vec![there.clone(), Expr::Or(each.collect())])
        };
        Ok(match (condition.operator, &condition.operand) {
            (Operator::IsEmpty, _) => Expr::Not(Box::new(there)),
            (Operator::IsNotEmpty, _) => there,
            (Operator::IsNot, Operand::Values(values)) => Expr::Not(Box::new(one_of(values))),
            (_, Operand::Values(values)) => one_of(values),
            _ => Expr::never(),
        })
    }

    /// What a person follows of an object, if that is little: then either database finds it by its ids. Else it is met
    /// often enough where one looks.
    fn few_followed(&mut self, object: &'static Object, me: Id) -> Outcome<Option<Vec<Id>>> {
        let said = Select::from(FOLLOWER.name, "f")
            .column(ABOUT.name(), ColumnType::Int)
            .column(FOLLOWING.name(), ColumnType::Bool)
            .having("workspace_id", self.actor.workspace)
            .having(USER.name(), me)
            .having("about_object", object.name)
            .filter(Expr::column("f", "deleted_at").is_null())
            .limit(FEW + 1);
        let said = self.session.rows(&said).map_err(|fail| self.failed(fail))?;
        let mut owned = Vec::new();
        if let Some(owner) = object.owner {
            let walks = self.declared.walks.get(object.name).map_or(&[][..], Vec::as_slice);
            let living = walks.iter().find(|walk| walk.first == owner).map(|walk| walk.index.clone());
            let deleted = || Expr::column(HERE, "deleted_at");
            for (shelf, by) in [(deleted().is_null(), living), (deleted().not_null(), table::trash(object))] {
                let mut own = Select::from(object.name, HERE)
                    .column("id", ColumnType::Int)
                    .having("workspace_id", self.actor.workspace)
                    .having(owner, me)
                    .filter(shelf)
                    .limit(FEW + 1);
                own.by = by;
                owned.extend(self.session.rows(&own).map_err(|fail| self.failed(fail))?);
            }
        }
        if said.len() as u64 > FEW || owned.len() as u64 > FEW {
            return Ok(None);
        }
        let of = |following: bool| {
            let those = said.iter().filter(move |row| row[1] == Cell::Bool(following));
            those.filter_map(|row| row[0].as_id()).collect::<BTreeSet<Id>>()
        };
        let (follows, left) = (of(true), of(false));
        let owned = owned.iter().filter_map(|row| row[0].as_id()).filter(|id| !left.contains(id));
        let all: BTreeSet<Id> = owned.chain(follows.iter().copied()).collect();
        Ok(Some(all.into_iter().collect()))
    }

    /// A record that the actor sees and that can be followed.
    fn followable(&mut self, object: &'static Object, id: Id) -> Outcome<()> {
        let there = !object.is_part_of_any() && self.is_there(object, id, Right::Read, Shelf::InUse)?;
        if there { Ok(()) } else { Err(Problem::NotFound) }
    }

    fn sees(&mut self, person: Id, object: &'static Object, id: Id) -> Outcome<bool> {
        let sees = self.as_person(person, |gate| gate.is_there(object, id, Right::Read, Shelf::InUse));
        Ok(sees?.unwrap_or(false))
    }

    /// Who has said about which record whether they follow it. After a merge somebody may have said it of both: then
    /// they follow.
    fn said_to_follow(&mut self, object: &Object, ids: &[Id]) -> Outcome<HashMap<(Id, Id), bool>> {
        let mut said = HashMap::new();
        for some in ids.chunks(500) {
            let these = some.iter().copied().map(Cell::from).collect();
            let select = Select::from(FOLLOWER.name, "f")
                .column(ABOUT.name(), ColumnType::Int)
                .column(USER.name(), ColumnType::Int)
                .column(FOLLOWING.name(), ColumnType::Bool)
                .having("workspace_id", self.actor.workspace)
                .having("about_object", object.name)
                .filter(Expr::In(Box::new(Expr::column("f", ABOUT.name())), these))
                .filter(Expr::column("f", "deleted_at").is_null());
            for row in self.session.rows(&select).map_err(|fail| self.failed(fail))? {
                let (Some(record), Some(person)) = (row[0].as_id(), row[1].as_id()) else { continue };
                *said.entry((record, person)).or_insert(false) |= row[2] == Cell::Bool(true);
            }
        }
        Ok(said)
    }

    /// The owners of these records.
    fn owners(&mut self, object: &'static Object, ids: &[Id]) -> Outcome<Vec<(Id, Id)>> {
        let Some(owner) = object.owner else { return Ok(Vec::new()) };
        let mut owners = Vec::new();
        for some in ids.chunks(500) {
            let these = some.iter().copied().map(Cell::from).collect();
            let select = Select::from(object.name, "r")
                .column("id", ColumnType::Int)
                .column(owner, ColumnType::Int)
                .having("workspace_id", self.actor.workspace)
                .filter(Expr::In(Box::new(Expr::column("r", "id")), these));
            let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
            owners.extend(rows.iter().filter_map(|row| Some((row[0].as_id()?, row[1].as_id()?))));
        }
        Ok(owners)
    }

    /// Who made these records. Who brought in a file of thousands does not follow them all.
    fn makers(&mut self, object: &'static Object, ids: &[Id]) -> Outcome<Vec<(Id, Id)>> {
        let column = |name| Expr::column("j", name);
        let mut makers = Vec::new();
        for some in ids.chunks(500) {
            let these = some.iter().copied().map(Cell::from).collect();
            let select = Select::from(tables::JOURNAL, "j")
                .column("record", ColumnType::Int)
                .column("actor", ColumnType::Int)
                .having("workspace_id", self.actor.workspace)
                .having("object", object.name)
                .having("verb", Verb::Create.name())
                .filter(column("import").is_null())
                .filter(column("actor").compare(Comparison::Greater, Id::from_i64(0)))
                .filter(Expr::In(Box::new(column("record")), these));
            let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
            makers.extend(rows.iter().filter_map(|row| Some((row[0].as_id()?, row[1].as_id()?))));
        }
        Ok(makers)
    }

    /// Keeps what somebody has said. Whom one follows is one's own affair: no version, no entry in the journal.
    fn keep_follower(&mut self, object: &Object, id: Id, person: Id, following: bool) -> Outcome<()> {
        let own = self.house.ids.next(self.now);
        let row = vec![
            ("workspace_id", self.actor.workspace.into()),
            ("id", own.into()),
            ("version", Cell::Int(1)),
            ("created_at", self.now.into()),
            ("updated_at", self.now.into()),
            ("about", id.into()),
            ("about_object", object.name.into()),
            ("user", person.into()),
            ("following", following.into()),
        ];
        self.session.insert(&Insert::row(FOLLOWER.name, row)).map_err(|fail| self.failed(fail))?;
        Ok(())
    }
}
