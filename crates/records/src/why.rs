//! Why somebody can see a record, or why not: told from the very ways of which the row rule is made.

use cordee_base::{Id, Outcome, Problem};
use cordee_schema::{ColumnType, FieldDef, Kind, Object};
use cordee_store::Select;

use crate::read::get::Shelf;
use crate::read::scan::{HERE, Way, ways};
use crate::system::{role, team, user};
use crate::{FieldRight, Gate, Right, Scope, ShareInfo, SharedWith};

/// What somebody may do with a record, and why.
#[derive(Clone, Debug, Default)]
pub struct Sight {
    /// What the person is called, if one may see that.
    pub name: Option<String>,
    /// The role of the person, with its name if one may see that.
    pub role: Option<(Id, Option<String>)>,
    /// The team of the person, with its name if one may see that.
    pub team: Option<(Id, Option<String>)>,
    /// Whom the record belongs to, with their name if one may see that.
    pub owner: Option<(Id, Option<String>)>,
    /// The ways by which they come to their rights; none if they can't see it.
    pub reasons: Vec<Reason>,
    /// Why they can't see it, if they can't.
    pub lack: Option<Lack>,
    /// The fields that they don't see.
    pub hidden: Vec<&'static FieldDef>,
    /// The fields that they see and can't set, though they may change others.
    pub read_only: Vec<&'static FieldDef>,
}

/// One way to one or several rights.
#[derive(Clone, Debug)]
pub struct Reason {
    /// The way.
    pub by: By,
    /// What it gives.
    pub rights: Vec<Right>,
}

/// A way to a right.
#[derive(Clone, Debug)]
pub enum By {
    /// The role gives it on all records.
    All,
    /// It is their own.
    Own,
    /// It belongs to somebody of their team or a team below it.
    Team,
    /// It was shared.
    Shared(ShareInfo),
    /// It is a part of this record, on which they have the right.
    Whole(&'static Object, Id, Option<String>),
}

/// Why somebody can't see a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// They are not active.
    Inactive,
    /// Their role gives nothing of the object.
    Object,
    /// Their role gives only their own.
    NotOwn,
    /// Their role gives those of their team.
    NotTeam,
    /// It is a part of a record that they can't see.
    Whole,
}

/// The rights that are told of.
const RIGHTS: [Right; 4] = [Right::Read, Right::Edit, Right::Delete, Right::Export];

impl Sight {
    /// Whether they have this right on the record.
    pub fn may(&self, right: Right) -> bool {
        self.reasons.iter().any(|reason| reason.rights.contains(&right))
    }
}

impl By {
    /// The name in JSON and in the keys of words.
    pub fn name(&self) -> &'static str {
        match self {
            By::All => "all",
            By::Own => "own",
            By::Team => "team",
            By::Shared(_) => "shared",
            By::Whole(..) => "whole",
        }
    }

    fn same(&self, other: &By) -> bool {
        match (self, other) {
            (By::Shared(one), By::Shared(other)) => one.id == other.id,
            _ => self.name() == other.name(),
        }
    }
}

impl Lack {
    /// The name in JSON and in the keys of words.
    pub fn name(self) -> &'static str {
        match self {
            Lack::Inactive => "inactive",
            Lack::Object => "object",
            Lack::NotOwn => "not_own",
            Lack::NotTeam => "not_team",
            Lack::Whole => "whole",
        }
    }
}

impl Gate<'_> {
    /// Whether the actor may ask why others see this record: administrators, and whom it belongs to.
    pub fn may_ask_why(&mut self, object: &'static Object, id: Id) -> Outcome<bool> {
        let asked = !object.internal && object.shared.is_none();
        let me = self.access.user;
        Ok(asked && (self.access.administers() || me.is_some() && self.owner_of(object, id)? == me))
    }

    /// Why `person` can see a record or can't, and what they may do with it. Of oneself anybody may ask.
    pub fn why(&mut self, object: &'static Object, id: Id, person: Id) -> Outcome<Sight> {
        let object = self.whole_object(object);
        let here = self.is_there(object, id, Right::Read, Shelf::InUse)?
            || self.is_there(object, id, Right::Read, Shelf::Trash)?;
        if !here || object.internal || object.shared.is_some() {
            return Err(Problem::NotFound);
        }
        if self.access.user != Some(person) && !self.may_ask_why(object, id)? {
            return Err(Problem::NotAllowed);
        }
        if !self.is_there(self.whole_object(&user::USER), person, Right::Read, Shelf::InUse)? {
            return Err(Problem::NotFound);
        }
        let told = self.as_person(person, |gate| gate.sight(object, id))?;
        let mut sight = told.unwrap_or(Sight { lack: Some(Lack::Inactive), ..Sight::default() });
        self.whose(&mut sight, object, id, person)?;
        self.name_sight(&mut sight, person)?;
        Ok(sight)
    }

    /// What the gate's own person may do with a record.
    fn sight(&mut self, object: &'static Object, id: Id) -> Outcome<Sight> {
        let mut sight = Sight::default();
        for right in RIGHTS {
            for by in self.ways_to(object, id, right)? {
                match sight.reasons.iter_mut().find(|reason| reason.by.same(&by)) {
                    Some(reason) => reason.rights.push(right),
                    None => sight.reasons.push(Reason { by, rights: vec![right] }),
                }
            }
        }
        // Who can't see a record can't change it either, whatever the role says.
        if !sight.may(Right::Read) {
            sight.reasons.clear();
            sight.lack = Some(match (self.access.scope(object, Right::Read), object.part_of) {
                (Scope::None, _) => Lack::Object,
                (_, Some(_)) => Lack::Whole,
                (Scope::Own, _) => Lack::NotOwn,
                _ => Lack::NotTeam,
            });
        }
        let edits = sight.may(Right::Edit);
        for field in object.fields.iter().filter(|field| !field.secret) {
            match self.access.field(object, field) {
                FieldRight::Hidden => sight.hidden.push(field),
                FieldRight::ReadOnly if edits && field.rights == cordee_schema::Rights::Open => {
                    sight.read_only.push(field);
                }
                _ => {}
            }
        }
        Ok(sight)
    }

    /// The ways by which the gate's own person has a right on a record: each asked of the database as the row rule asks.
    fn ways_to(&mut self, object: &'static Object, id: Id, right: Right) -> Outcome<Vec<By>> {
        let workspace = self.actor.workspace;
        let scope = self.access.scope(object, right);
        let all = ways(workspace, &self.access, self.catalog(), object, HERE, scope, right);
        let mut found = Vec::new();
        for (way, rule) in all {
            let one = Select::from(object.name, HERE)
                .column("id", ColumnType::Int)
                .having("workspace_id", workspace)
                .having("id", id);
            let one = rule.into_iter().fold(one, Select::filter);
            if self.session.rows(&one).map_err(|fail| self.failed(fail))?.is_empty() {
                continue;
            }
            match way {
                Way::All => found.push(By::All),
                // What is one's own is also the team's: the nearer reason is told.
                Way::Own => found.push(By::Own),
                Way::Team if self.owner_of(object, id)? == self.access.user => found.push(By::Own),
                Way::Team => found.push(By::Team),
                Way::Shared => {
                    let shares = self.shares_of(id)?.into_iter();
                    let given = shares.filter(|share| share.edit || right != Right::Edit);
                    let mine: Vec<ShareInfo> = given.filter(|share| self.is_given(share.with)).collect();
                    found.extend(mine.into_iter().map(By::Shared));
                }
                Way::Whole => {
                    if let Some((whole, id)) = self.whole_of_part(object, id)? {
                        found.push(By::Whole(whole, id, None));
                    }
                }
            }
        }
        Ok(found)
    }

    /// Whom a record belongs to: what "own" means.
    fn owner_of(&mut self, object: &'static Object, id: Id) -> Outcome<Option<Id>> {
        self.held(object, id, object.owner.unwrap_or("created_by"))
    }

    fn whole_of_part(&mut self, object: &'static Object, id: Id) -> Outcome<Option<(&'static Object, Id)>> {
        let Some(link) = object.part_of else { return Ok(None) };
        let of = object.field(link);
        let whole = match of.map(|field| field.kind) {
            Some(Kind::AnyLink(_)) => self.held_object(object, id, link)?,
            _ => of.and_then(FieldDef::links_to).and_then(|to| self.catalog().object(to)),
        };
        Ok(whole.zip(self.held(object, id, link)?))
    }

    /// The object to which a link of a record leads that may lead to any.
    fn held_object(
        &mut self,
        object: &'static Object,
        id: Id,
        link: &'static str,
    ) -> Outcome<Option<&'static Object>> {
        let one = Select::from(object.name, HERE)
            .column(format!("{link}_object"), ColumnType::Text)
            .having("workspace_id", self.actor.workspace)
            .having("id", id);
        let rows = self.session.rows(&one).map_err(|fail| self.failed(fail))?;
        Ok(rows.first().and_then(|row| self.catalog().object(row[0].as_text()?)))
    }

    fn held(&mut self, object: &'static Object, id: Id, link: &'static str) -> Outcome<Option<Id>> {
        let one = Select::from(object.name, HERE)
            .column(link, ColumnType::Int)
            .having("workspace_id", self.actor.workspace)
            .having("id", id);
        let rows = self.session.rows(&one).map_err(|fail| self.failed(fail))?;
        Ok(rows.first().and_then(|row| row[0].as_id()))
    }

    /// Where the person stands, and whom the record belongs to.
    fn whose(&mut self, sight: &mut Sight, object: &'static Object, id: Id, person: Id) -> Outcome<()> {
        let place = |gate: &mut Gate<'_>, field| gate.held(&user::USER, person, field);
        sight.role = place(self, "role")?.map(|id| (id, None));
        sight.team = place(self, "team")?.map(|id| (id, None));
        let owned = object.part_of.is_none() && !object.system;
        sight.owner = if owned { self.owner_of(object, id)?.map(|id| (id, None)) } else { None };
        Ok(())
    }

    /// Puts the names to it that whoever asks may see.
    fn name_sight(&mut self, sight: &mut Sight, person: Id) -> Outcome<()> {
        sight.name = self.name(&user::USER, person)?;
        for (object, named) in
            [(&role::ROLE, &mut sight.role), (&team::TEAM, &mut sight.team), (&user::USER, &mut sight.owner)]
        {
            if let Some((id, name)) = named {
                *name = self.name(object, *id)?;
            }
        }
        for reason in &mut sight.reasons {
            match &mut reason.by {
                By::Shared(share) => {
                    share.name = match share.with {
                        SharedWith::User(id) => self.name(&user::USER, id)?,
                        SharedWith::Team(id) => self.name(&team::TEAM, id)?,
                    };
                    if let Some((by, name)) = &mut share.by {
                        *name = self.name(&user::USER, *by)?;
                    }
                }
                By::Whole(object, id, title) => *title = self.name(object, *id)?,
                By::All | By::Own | By::Team => {}
            }
        }
        Ok(())
    }

    fn name(&mut self, object: &'static Object, id: Id) -> Outcome<Option<String>> {
        Ok(self.titles(self.whole_object(object), &[id])?.pop().map(|hit| hit.title))
    }
}
