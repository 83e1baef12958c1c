//! A bulk change is begun: what is small is done at once, what is large goes on in the background.

use axum::extract::{Path, Request};
use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_kit::begin_bulk;
use cordee_records::{BulkChange, BulkWish};
use cordee_schema::Object;

use super::super::address::Address;
use super::super::reader::Reader;
use super::super::typed::Typed;
use super::super::visit::{Answered, Visit, to};

/// `POST /OBJECTS/bulk`: `p-do`, the field and its value, and what was picked.
pub(crate) async fn begin(visit: Visit, Path(plural): Path<String>, request: Request) -> Answered {
    let typed = match visit.posted(request).await {
        Ok(pairs) => Typed(pairs),
        Err(problem) => return visit.refused(problem).await,
    };
    let mut once = visit.once(typed.text("once")).await;
    if let Some(next) = &*once {
        return Ok(to(next));
    }
    let begun = visit.bulk(plural.clone(), typed.clone()).await;
    *once = begun.as_ref().ok().cloned();
    let again = move |reader: &mut Reader<'_, '_>, problem: &Problem| {
        let object = reader.object(&plural)?;
        reader.bulk_page(object, &typed, Some(problem))
    };
    visit.after_form(begun, again).await
}

impl Visit {
    /// Begins what was asked for; gives the page on which one reads how it went.
    async fn bulk(&self, plural: String, typed: Typed) -> Outcome<Address> {
        let (name, sent) = (plural.clone(), typed.clone());
        let begun = self.write(move |reader| {
            let object = reader.object(&name)?;
            let wish = BulkWish {
                object,
                which: reader.picked(object, &sent)?,
                change: reader.bulk_change(object, &sent)?,
            };
            begin_bulk(reader.gate, reader.registry(), &wish)
        });
        let (id, small): (Id, bool) = begun.await?;
        let own = Address::of(format!("/bulk/{id}"));
        let back = self.read(move |reader| Ok(reader.list_back(reader.object(&plural)?, &typed))).await?;
        if !small {
            return Ok(own.with("back", back));
        }
        let info = self.bulk_to_the_end(id).await?;
        Ok(match info.refused {
            0 => back.with("done", "bulk").with("of", id),
            _ => own.with("back", back),
        })
    }
}

impl Reader<'_, '_> {
    fn bulk_change(&mut self, object: &'static Object, typed: &Typed) -> Outcome<BulkChange> {
        if typed.text("p-do") == "trash" {
            return Ok(BulkChange::Trash);
        }
        let field = object.field(typed.text("p-field")).filter(|field| self.bulk_settable(object, field));
        let field = field.ok_or_else(|| Fault::at("p-field", "error-required"))?;
        let empty = !typed.text("p-empty").is_empty();
        let value = match empty {
            true => cordee_schema::Value::None,
            false => self.read_typed(field, typed)?.map_err(|fault| at(field.name, fault))?,
        };
        // Nobody empties a field of many records by forgetting to fill one in.
        if value.is_none() && !empty {
            return Err(Fault::at(field.name, "error-required").into());
        }
        Ok(match typed.text("p-way") {
            "add" if BulkChange::holds_several(field) && !empty => BulkChange::Add(field, value),
            "take" if BulkChange::holds_several(field) && !empty => BulkChange::Take(field, value),
            _ => BulkChange::Set(field, value),
        })
    }
}

fn at(name: &str, fault: Fault) -> Problem {
    Fault { field: Some(fault.field.unwrap_or_else(|| name.to_owned())), ..fault }.into()
}
