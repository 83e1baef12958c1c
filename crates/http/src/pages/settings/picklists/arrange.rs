//! Options are added, put in order, taken out of use and put back.

use axum::Form as Posted;
use axum::extract::Path;
use cordee_base::{Decimal, Fault, Outcome, Problem};
use cordee_records::system::picklist_option::{self as noun, PICKLIST_OPTION};
use cordee_schema::Draft;

use super::super::super::address::Address;
use super::super::super::form::Pairs;
use super::super::super::reader::Reader;
use super::super::super::typed::Typed;
use super::super::super::visit::{Answered, Visit};
use super::super::steps::arrange::ordered;
use super::Picklist;

/// `POST /settings/picklists/OBJECT/FIELD` with what is done in `act`: `add` one called `name`, `retire KEY`, `reuse KEY`,
/// `up KEY`, `down KEY`; or nothing, and the keys in their new order, one `item` each.
pub(super) async fn arrange(
    visit: Visit,
    Path((object, field)): Path<(String, String)>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let typed = Typed(pairs);
    let of = (object.clone(), field.clone());
    let done = visit.write(move |reader| {
        let list = reader.picklist(&of.0, &of.1)?;
        let (verb, what) = typed.text("act").split_once(' ').unwrap_or((typed.text("act"), ""));
        let done = match verb {
            "add" => reader.add_option(&list, typed.text("name").trim()).map(|()| "save"),
            "retire" | "reuse" => {
                let retired = verb == "retire";
                let done = reader.retire_option(&list, what, retired);
                done.map(|()| if retired { "retire" } else { "reuse" })
            }
            _ => reader.order_options(&list, &ordered(&typed, verb, what)).map(|()| "save"),
        };
        Ok(Address::of(list.path()).and("done", done?))
    });
    let again = move |reader: &mut Reader<'_, '_>, problem: &Problem| {
        let list = reader.picklist(&object, &field)?;
        reader.picklist_page(&list, Some(problem))
    };
    visit.after_arranging(done.await, again).await
}

impl Reader<'_, '_> {
    fn add_option(&mut self, list: &Picklist, name: &str) -> Outcome<()> {
        if list.fixed {
            return Err(Fault::whole("error-picklist-fixed").into());
        }
        if name.is_empty() {
            return Err(Fault::at(noun::LABEL.name(), "error-required").into());
        }
        let last = self.option_rows(list)?.iter().filter_map(|row| row.get(noun::ORDER)).max();
        let declared = Decimal::from(i64::try_from(list.options().len()).unwrap_or(0));
        let draft = Draft::new(self.gate.object(PICKLIST_OPTION.name)?)
            .with(noun::OBJECT, list.object.name.to_owned())
            .with(noun::FIELD, list.field.name.to_owned())
            .with(noun::LABEL, name.to_owned())
            .with(noun::ORDER, last.unwrap_or_default().max(declared) + Decimal::ONE);
        self.gate.create(draft).map(drop)
    }

    pub(super) fn retire_option(&mut self, list: &Picklist, key: &str, retired: bool) -> Outcome<()> {
        if list.fixed {
            return Err(Fault::whole("error-picklist-fixed").into());
        }
        let row = self.option_row(list, list.option(key)?)?;
        let draft = Draft::new(row.object).with(noun::RETIRED, retired);
        self.gate.update(row.head.id, None, draft).map(drop)
    }

    /// Every option gets a record of its own with its place; those that are not named come after.
    fn order_options(&mut self, list: &Picklist, order: &[&str]) -> Outcome<()> {
        let place = |key: &str| order.iter().position(|known| *known == key).unwrap_or(order.len());
        let mut options: Vec<_> = list.options().iter().collect();
        options.sort_by_key(|option| place(option.key));
        for (at, option) in (1_i64..).zip(options) {
            let row = self.option_row(list, option)?;
            let at = Decimal::from(at);
            if row.get(noun::ORDER) != Some(at) {
                self.gate.update(row.head.id, None, Draft::new(row.object).with(noun::ORDER, at))?;
            }
        }
        Ok(())
    }
}
