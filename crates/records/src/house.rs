//! What all gates of a database share: the catalog, clock and chance, and what actors may do, kept while it holds.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, RwLock};

use cordee_base::{Chance, Clock, Currency, Id, IdMaker, Moment, Problem, Zone};
use cordee_schema::{ColumnType, Reading};
use cordee_store::search::Frequent;
use cordee_store::{Fail, Halt, Select, Session};

use crate::access::{Epoch, Shared};
use crate::courses::KeptCourses;
use crate::custom::{self, Declared};
use crate::files::Files;
use crate::journal::JournalKey;
use crate::read::kept::Kept;
use crate::read::remembered::Remembered;
use crate::read::way::Counts;
use crate::sign_in::Breached;
use crate::{Access, Actor, Who, access};

/// What is shared with somebody, as it stood at an epoch.
type SharedAt = (Epoch, Arc<Shared>);

/// What all gates share.
pub(crate) struct House {
    /// The objects that every workspace has.
    pub declared: &'static Declared,
    /// All objects by workspace, as they stood at an epoch.
    pub customs: RwLock<HashMap<Id, (i64, &'static Declared)>>,
    /// Declarations by what they declare.
    pub made: Mutex<HashMap<String, &'static Declared>>,
    pub key: JournalKey,
    pub clock: Arc<dyn Clock>,
    pub ids: IdMaker,
    pub secrets: Mutex<Box<dyn Chance>>,
    /// Whether people and programs may only read.
    pub still: AtomicBool,
    pub known: RwLock<HashMap<(Id, Id), (i64, Access)>>,
    /// What is shared with whom, as it stood at an epoch.
    pub shared: RwLock<HashMap<(Id, Id), SharedAt>>,
    pub settings: RwLock<HashMap<Id, (i64, Reading)>>,
    /// Where files are kept, if anywhere.
    pub files: OnceLock<Files>,
    /// Passwords that came to light elsewhere, if anybody has named any.
    pub breached: OnceLock<Breached>,
    /// Figures that hold until something changes.
    pub kept: Kept,
    /// The courses of records, as far as the journal had come.
    pub courses: KeptCourses,
    /// What people have found out lately.
    pub remembered: Remembered,
    /// How many records conditions left lately.
    pub counts: Counts,
    /// The terms that stood most often in the index of words, and when.
    pub frequent: Mutex<Option<(Moment, Arc<Frequent>)>>,
}

impl House {
    /// What the actor may do, how the workspace reads texts, and what it has declared: kept until users, roles, teams,
    /// settings or declarations change.
    pub(crate) fn admit(
        &self,
        session: &mut dyn Session,
        actor: &Actor,
        now: Moment,
    ) -> Result<(Access, Reading, &'static Declared), Halt> {
        let epochs = access::epoch(session, actor.workspace)?;
        let epoch = epochs.rights;
        let reading = self.reading(session, actor.workspace, epoch)?;
        let declared = custom::load(self, session, actor.workspace, epoch)?;
        let user = match &actor.who {
            Who::System(_) => return Ok((Access::everything(reading.zone.clone()), reading, declared)),
            Who::User(user) | Who::Token { user, .. } | Who::Seen { user, .. } => *user,
        };
        let key = (actor.workspace, user);
        let known =
            self.known.read().ok().and_then(|known| known.get(&key).filter(|(at, _)| *at == epoch).cloned());
        let access = match known {
            Some((_, access)) => access,
            None => {
                let access = access::load(session, actor.workspace, user)?.ok_or(Problem::SignInNeeded)?;
                if let Ok(mut known) = self.known.write() {
                    known.insert(key, (epoch, access.clone()));
                }
                access
            }
        };
        let access = self.with_shares(session, actor.workspace, access, epochs, now)?;
        let reading = Reading { zone: access.zone.clone(), ..reading };
        Ok((access.held_to(actor, self.still.load(Ordering::Relaxed)), reading, declared))
    }

    /// What a person may do, with what others have shared with them: kept until shares or rights change. While nothing
    /// was ever shared, nothing is looked at.
    pub(crate) fn with_shares(
        &self,
        session: &mut dyn Session,
        workspace: Id,
        access: Access,
        epoch: Epoch,
        now: Moment,
    ) -> Result<Access, Fail> {
        let Some(user) = access.user.filter(|_| epoch.shares > 0) else { return Ok(access) };
        let key = (workspace, user);
        let known = self.shared.read().ok();
        let known = known.and_then(|known| known.get(&key).filter(|(at, _)| *at == epoch).cloned());
        let shared = match known {
            Some((_, shared)) => shared,
            None => {
                let shared = Arc::new(Shared::load(session, workspace, user, &access.circle.teams, now)?);
                if let Ok(mut known) = self.shared.write() {
                    known.insert(key, (epoch, shared.clone()));
                }
                shared
            }
        };
        Ok(access.sharing(shared, now))
    }

    fn reading(&self, session: &mut dyn Session, workspace: Id, epoch: i64) -> Result<Reading, Halt> {
        let known =
            self.settings.read().ok().and_then(|s| s.get(&workspace).filter(|(at, _)| *at == epoch).cloned());
        if let Some((_, reading)) = known {
            return Ok(reading);
        }
        let select = Select::from("workspace", "w")
            .column("currency", ColumnType::Text)
            .column("time_zone", ColumnType::Text)
            .column("country", ColumnType::Text)
            .having("workspace_id", workspace)
            .having("id", workspace);
        let rows = session.rows(&select)?;
        let Some(row) = rows.first() else {
            return Ok(Reading::default());
        };
        let reading = Reading {
            currency: row[0].as_text().and_then(|code| code.parse().ok()).unwrap_or(Currency::EUR),
            zone: row[1].as_text().and_then(|name| Zone::named(name).ok()).unwrap_or(Zone::UTC),
            country: row[2].as_text().map(str::to_owned),
        };
        if let Ok(mut settings) = self.settings.write() {
            settings.insert(workspace, (epoch, reading.clone()));
        }
        Ok(reading)
    }
}
