//! From files that were sent to imports at work.

use cordee_base::{Id, Outcome};
use cordee_kit::Registry;
use cordee_records::{Actor, Gate, system::import::OBJECT};
use cordee_schema::Draft;

use super::decide::legs;
use super::kept::{Kept, rejected};
use super::needs_imports;
use super::work::{Task, aside, set_to_work};
use crate::App;

/// Makes everything ready for [`note`], and claims the files: nobody else begins them. Whoever does not note them gives
/// them back.
pub(crate) async fn prepare(app: &App, actor: &Actor, kept: &Kept) -> Outcome<Vec<Draft>> {
    kept.claim()?;
    let prepared = prepared(app, actor, kept).await;
    if prepared.is_err() {
        kept.give_back();
    }
    prepared
}

async fn prepared(app: &App, actor: &Actor, kept: &Kept) -> Outcome<Vec<Draft>> {
    let legs = legs(app, actor, kept).await?;
    let (app, actor) = (app.clone(), actor.clone());
    aside(move || {
        let (imports, records) = (app.registry().imports, app.records());
        let one = |leg: &cordee_kit::Leg| {
            let rejects = rejected(&leg.file, leg.again);
            imports.prepare(records, &actor, &leg.file, &leg.mapping, &rejects)
        };
        legs.iter().map(one).collect()
    })
    .await
}

/// Notes the imports. Bringing in people who may sign in is confirmed first, as changing them is.
pub(crate) fn note(gate: &mut Gate<'_>, registry: &Registry, prepared: &[Draft]) -> Outcome<Vec<Id>> {
    needs_imports(gate)?;
    if prepared.iter().any(|draft| draft.get(OBJECT).as_deref() == Some("user")) {
        gate.needs_recent()?;
    }
    registry.imports.note(gate, prepared)
}

/// Sets the imports to work that were noted.
pub(crate) fn begun(app: &App, actor: &Actor, kept: Kept, imports: &[Id]) -> Outcome<()> {
    kept.keep_begun(imports)?;
    set_to_work(app, actor, imports.to_vec(), Task::Run);
    Ok(())
}
