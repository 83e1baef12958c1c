//! Seeing pages as somebody else sees them: for administrators, to read only, for half an hour, told in the log.

use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_schema::{Cell, FieldDef, Object};
use cordee_store::Update;

use crate::access::Given;
use crate::read::get::Shelf;
use crate::system::{security_event, user};
use crate::{Access, FieldRight, Gate, Right, Scope};

/// For how long one sees as somebody else: half an hour.
const LASTS_SECONDS: i64 = 30 * 60;

impl Gate<'_> {
    /// Lets the actor's session see as `person` sees, who may have no more rights than the actor.
    pub fn see_as(&mut self, session: Id, person: Id) -> Outcome<()> {
        self.needs_person()?;
        self.needs_administrator()?;
        self.needs_recent()?;
        if self.access.user == Some(person) {
            return Err(Fault::whole("error-see-self").into());
        }
        if !self.is_there(&user::USER, person, Right::Read, Shelf::InUse)? {
            return Err(Problem::NotFound);
        }
        let theirs = self.as_person(person, |gate| Ok(gate.access.clone()))?;
        let Some(theirs) = theirs else { return Err(Fault::whole("error-see-inactive").into()) };
        if !self.has_all_of(&theirs) {
            return Err(Fault::whole("error-see-more").into());
        }
        let until = self.now.plus_seconds(LASTS_SECONDS);
        self.put_seeing(session, Cell::from(person), Cell::Moment(until))?;
        self.tell_security(person, security_event::SEEN_AS, "")
    }

    /// Ends it before its time.
    pub fn see_as_oneself(&mut self, session: Id) -> Outcome<()> {
        self.put_seeing(session, Cell::Null, Cell::Null)
    }

    fn put_seeing(&mut self, session: Id, person: Cell, until: Cell) -> Outcome<()> {
        let me = self.access.user.ok_or(Problem::SignInNeeded)?;
        let update = Update::of("session")
            .set("seen_as", person)
            .set("seen_until", until)
            .having("workspace_id", self.actor.workspace)
            .having("id", session)
            .having("user", me);
        self.session.update(&update).map(drop).map_err(|fail| self.failed(fail))
    }

    /// Whether the actor may do all that somebody else may, with all that they may do it with.
    fn has_all_of(&self, theirs: &Access) -> bool {
        let objects = self.catalog().objects().filter(|object| !object.internal && object.shared.is_none());
        (self.access.administers() || !theirs.administers())
            && (self.access.imports() || !theirs.imports())
            && objects.into_iter().all(|object| self.has_object_of(theirs, object))
    }

    fn has_object_of(&self, theirs: &Access, object: &'static Object) -> bool {
        let mine = &self.access;
        let right = |right: Right| match (theirs.scope(object, right), mine.scope(object, right)) {
            (Scope::None, _) | (_, Scope::All) => true,
            (Scope::All, _) | (_, Scope::None) => false,
            (scope, own) => {
                let people: &[Id] = match scope {
                    Scope::Own => theirs.user.as_slice(),
                    _ => &theirs.circle.team,
                };
                people.iter().all(|person| mine.covers(own, Some(*person)))
            }
        };
        let given = theirs.given(self.actor.workspace, object, Right::Read) == Given::None
            || mine.scope(object, Right::Read) == Scope::All;
        let sees = |field: &FieldDef| {
            mine.field(object, field) != FieldRight::Hidden
                || theirs.field(object, field) == FieldRight::Hidden
        };
        let reads = theirs.scope(object, Right::Read) != Scope::None;
        Right::ALL.iter().all(|(_, one)| right(*one)) && given && (!reads || object.fields.iter().all(sees))
    }
}
