//! What would become of each row of files that were sent. Nothing is written.

use std::io::Error;

use cordee_base::{Outcome, Problem};
use cordee_kit::{Check, Leg, Progress, RowProblem, Wishes};
use cordee_records::Actor;
use cordee_schema::Object;
use tokio::sync::mpsc::Sender;

use super::decide::{Decided, decide, legs};
use super::kept::{Kept, KeptFile};
use super::work::aside;
use crate::App;

/// How long is checked before the rows so far are told.
const SECONDS: i64 = 20;

/// What a check found in a file.
#[derive(Clone, Debug)]
pub(crate) struct Checked {
    /// The file.
    pub file: KeptFile,
    /// The object whose records it holds.
    pub object: &'static Object,
    /// What was found.
    pub check: Check,
}

/// Checks all files in their order, for some seconds. Links to records of the other files are judged by the import.
pub(crate) async fn check(app: &App, actor: &Actor, kept: &Kept) -> Outcome<Vec<Checked>> {
    let legs = first_turns(app, actor, kept).await?;
    let (app, actor, kept) = (app.clone(), actor.clone(), kept.clone());
    aside(move || {
        let (imports, records) = (app.registry().imports, app.records());
        let end = records.now().plus_seconds(SECONDS);
        let mut all = Vec::new();
        for leg in legs {
            let mut watch = |_: &Progress| records.now() < end;
            let mut each = |_: &RowProblem| ();
            let check = imports.check(records, &actor, &leg.file, &leg.alone, &mut each, &mut watch)?;
            let file = kept.standing_at(&leg.file).cloned().ok_or(Problem::NotFound)?;
            all.push(Checked { file, object: leg.object, check });
        }
        Ok(all)
    })
    .await
}

/// Takes all values that are near to one that is there for that one; gives how many there were.
pub(crate) async fn take_near(app: &App, actor: &Actor, mut kept: Kept) -> Outcome<usize> {
    let mut taken = 0;
    for found in check(app, actor, &kept).await? {
        let near = found.check.near;
        if near.is_empty() {
            continue;
        }
        taken += near.len();
        let translate = near.into_iter().map(|near| (near.column, near.value, near.meant)).collect();
        let wishes = Wishes { translate, ..Wishes::default() };
        kept = decide(app, actor, kept, found.file.number, Decided { wishes, ..Decided::default() }).await?;
    }
    Ok(taken)
}

/// Checks all files to their ends and sends every problem on as it is found, each as the bytes that `told` makes of it.
pub(crate) async fn problems(
    app: &App,
    actor: &Actor,
    kept: &Kept,
    send: Sender<Result<Vec<u8>, Error>>,
    told: impl Fn(&KeptFile, &RowProblem) -> Vec<u8> + Send + 'static,
) -> Outcome<()> {
    let legs = first_turns(app, actor, kept).await?;
    let (app, actor, kept) = (app.clone(), actor.clone(), kept.clone());
    tokio::task::spawn_blocking(move || {
        for leg in legs {
            let Some(file) = kept.standing_at(&leg.file) else { continue };
            let mut each = |problem: &RowProblem| drop(send.blocking_send(Ok(told(file, problem))));
            // Whoever has gone away is not told on.
            let mut watch = |_: &Progress| !send.is_closed();
            let (imports, records) = (app.registry().imports, app.records());
            let checked = imports.check(records, &actor, &leg.file, &leg.alone, &mut each, &mut watch);
            if let Err(problem) = checked {
                drop(send.blocking_send(Err(Error::other(problem.to_string()))));
                return;
            }
        }
    });
    Ok(())
}

async fn first_turns(app: &App, actor: &Actor, kept: &Kept) -> Outcome<Vec<Leg>> {
    Ok(legs(app, actor, kept).await?.into_iter().filter(|leg| !leg.again).collect())
}
