//! The same done to many records of a list: asked in a dialog, begun, told, taken back.

mod ask;
mod begin;
mod told;

pub(crate) use ask::ask;
pub(crate) use begin::begin;
pub(crate) use told::{show, undo};

use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_records::{Actor, BulkInfo, Door, FieldRight, Which};
use cordee_schema::{FieldDef, Filter, Kind, Object, Rights};

use super::address::Address;
use super::reader::Reader;
use super::typed::Typed;
use super::visit::Visit;

impl Visit {
    /// Goes on with a bulk change until nothing is left of it.
    pub(crate) async fn bulk_to_the_end(&self, id: Id) -> Outcome<BulkInfo> {
        let actor: Actor = self.actor.clone().through(Door::Bulk(id));
        loop {
            let info = self.app.records().write(&actor, move |gate| gate.bulk_on(id)).await?;
            if info.rests() {
                return Ok(info);
            }
        }
    }
}

impl Reader<'_, '_> {
    /// Whether the reader may set a field of many records at once.
    pub(crate) fn bulk_settable(&self, object: &Object, field: &FieldDef) -> bool {
        let kept = matches!(field.kind, Kind::File(_) | Kind::Serial(_));
        let open = self.gate.access().field(object, field) == FieldRight::Open && !field.secret;
        open && field.rights == Rights::Open && !kept && !field.unique
    }

    /// What was picked: these rows, or all that the filter leaves.
    fn picked(&self, object: &'static Object, typed: &Typed) -> Outcome<Which> {
        if typed.text("p-all").is_empty() {
            let ids: Result<Vec<Id>, _> = typed.all("p-id").map(str::parse).collect();
            let ids = ids.map_err(|_| Problem::NotFound)?;
            return match ids.is_empty() {
                true => Err(Fault::whole("error-bulk-none").into()),
                false => Ok(Which::These(ids)),
            };
        }
        let text = typed.text("p-filter");
        let filter = Filter::parse(text, self.gate.catalog(), object, self.gate.reading());
        let filter = match self.plain_search(object, text) {
            Some(searched) => searched,
            None => filter?,
        };
        Ok(Which::All(self.seen(object, filter)?))
    }

    /// The list from which one came; that of the object, if the address names none of it.
    fn list_back(&self, object: &'static Object, typed: &Typed) -> Address {
        let back = Address::read(typed.text("p-back"));
        let own = format!("/{}", object.plural);
        if back.path == own { back.without(&["done", "of"]) } else { Address::of(own) }
    }
}

/// What was picked, as a form sends it on.
fn picked_on(typed: &Typed) -> Vec<(String, String)> {
    let on =
        typed.0.iter().filter(|(name, _)| ["p-id", "p-all", "p-filter", "p-back"].contains(&name.as_str()));
    on.cloned().collect()
}
