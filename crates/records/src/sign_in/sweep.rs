//! Takes out what signing in leaves behind: sessions, links and brakes that are over.

use cordee_base::{Id, Outcome};
use cordee_schema::{Cell, ColumnType};
use cordee_store::query::Comparison;
use cordee_store::{Delete, Expr, Select};

use super::session::IDLE_SECONDS;
use super::{credential, throttle};
use crate::{Records, tables};

/// For how long after its end a session is kept, so that one can see that there was one: 30 days.
const KEPT_SECONDS: i64 = 30 * 24 * 3600;
/// How many sessions are taken out in one transaction.
const TOGETHER: u64 = 1_000;

impl Records {
    /// Takes out the sessions of a workspace that ended long ago, with what opened them, and brakes and
    /// one-time links that are over; gives how many of all. The journal keeps that they were there.
    pub fn sweep_sign_in(&self, workspace: Id) -> Outcome<u64> {
        let mut swept = self.sweep_brakes()?;
        loop {
            let some = self.sweep_sessions(workspace)?;
            swept += some;
            if some < TOGETHER {
                return Ok(swept);
            }
        }
    }

    fn sweep_sessions(&self, workspace: Id) -> Outcome<u64> {
        let ended = self.now().plus_seconds(-KEPT_SECONDS);
        let column = |name| Expr::column("s", name);
        let before = move |name, seconds| column(name).compare(Comparison::Less, ended.plus_seconds(seconds));
        Ok(self.store.write_now(move |session| {
            let over = Expr::Or(vec![
                before("ends_at", 0),
                before("seen_at", -IDLE_SECONDS),
                before("deleted_at", 0),
            ]);
            let select = Select::from("session", "s")
                .column("id", ColumnType::Int)
                .having("workspace_id", workspace)
                .filter(over)
                .limit(TOGETHER);
            let ids: Vec<Cell> =
                session.rows(&select)?.into_iter().filter_map(|row| row.into_iter().next()).collect();
            if ids.is_empty() {
                return Ok(0);
            }
            let those = |table: &'static str| {
                let among = Expr::In(Box::new(Expr::column(table, "id")), ids.clone());
                Delete::from(table).having("workspace_id", workspace).filter(among)
            };
            session.delete(&those(tables::CREDENTIAL))?;
            Ok(session.delete(&those("session"))?)
        })?)
    }

    fn sweep_brakes(&self) -> Outcome<u64> {
        let now = self.now();
        let sweep = move |session: &mut dyn cordee_store::Session| {
            Ok(throttle::sweep(session, now)? + credential::sweep(session, now)?)
        };
        Ok(self.store.write_now(sweep)?)
    }
}
