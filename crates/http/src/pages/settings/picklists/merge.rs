//! One option becomes one with another: the records that hold it get the other, and it goes out of use.

use axum::Form as Posted;
use axum::extract::Path;
use cordee_base::{Fault, Outcome, Problem};
use cordee_i18n::Arg;
use cordee_kit::begin_bulk;
use cordee_records::{BulkChange, BulkWish, Query, Which};
use cordee_schema::{Kind, Value};
use cordee_ui::components::Field;
use cordee_ui::screens::form::{FieldGroup, Form, form as draw};
use cordee_ui::{Input, Pick};

use super::super::super::address::Address;
use super::super::super::form::Pairs;
use super::super::super::reader::{Page, Reader, faults};
use super::super::super::typed::Typed;
use super::super::super::visit::{Answered, Visit};
use super::one::holding;
use super::{PLACE, Picklist};

/// The option that stays.
const TO: &str = "to";

/// `GET /settings/picklists/OBJECT/FIELD/KEY/merge`.
pub(super) async fn ask(visit: Visit, Path(place): Path<(String, String, String)>) -> Answered {
    visit.page(move |reader| reader.merge_option_page(&place, None)).await
}

/// `POST /settings/picklists/OBJECT/FIELD/KEY/merge` with the option that stays. The records change by a bulk change: it is
/// told how it went, and it can be taken back.
pub(super) async fn merge(
    visit: Visit,
    Path(place): Path<(String, String, String)>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let typed = Typed(pairs);
    visit
        .after_form(visit.merged(place.clone(), typed.text(TO).to_owned()).await, move |reader, problem| {
            reader.merge_option_page(&place, Some(problem))
        })
        .await
}

/// What is done to the records, one after the other: where they hold several, they get the one before they lose the other.
fn changes(list: &Picklist, from: &str, to: &str) -> Vec<BulkChange> {
    let option = |key: &str| Value::Text(key.to_owned());
    let several = |key: &str| Value::Choices(vec![key.to_owned()]);
    match list.field.kind {
        Kind::Choices(_) => {
            vec![BulkChange::Add(list.field, several(to)), BulkChange::Take(list.field, several(from))]
        }
        _ => vec![BulkChange::Set(list.field, option(to))],
    }
}

impl Visit {
    async fn merged(&self, (object, field, key): (String, String, String), to: String) -> Outcome<Address> {
        let (of, from, into) = ((object.clone(), field.clone()), key.clone(), to.clone());
        // It goes out of use first, so that nobody chooses it meanwhile.
        let list = self
            .write(move |reader| {
                let list = reader.picklist(&of.0, &of.1)?;
                let known =
                    list.options().iter().any(|one| one.key == into && !one.retired && one.key != from);
                if !known {
                    return Err(Fault::at(TO, "error-required").into());
                }
                reader.retire_option(&list, &from, true)?;
                Ok(list)
            })
            .await?;
        let back = Address::of(list.path());
        let mut done = back.clone().and("done", "retire");
        for step in 0..changes(&list, &key, &to).len() {
            let (of, from, into) = ((object.clone(), field.clone()), key.clone(), to.clone());
            let begun = self.write(move |reader| {
                let list = reader.picklist(&of.0, &of.1)?;
                let change = changes(&list, &from, &into).swap_remove(step);
                let which = Which::All(holding(&list, &from));
                let wish = BulkWish { object: list.object, which, change };
                begin_bulk(reader.gate, reader.registry(), &wish)
            });
            let (bulk, small) = begun.await?;
            let told = Address::of(format!("/bulk/{bulk}")).with("back", back.clone());
            if !small || self.bulk_to_the_end(bulk).await?.refused > 0 {
                return Ok(told);
            }
            done = back.clone().and("done", "bulk").and("of", bulk);
        }
        Ok(done)
    }
}

impl Reader<'_, '_> {
    fn merge_option_page(
        &mut self,
        (object, field, key): &(String, String, String),
        problem: Option<&Problem>,
    ) -> Outcome<Page> {
        let list = self.picklist(object, field)?;
        let option = list.option(key)?;
        if list.fixed {
            return Err(Problem::NotFound);
        }
        let named = |key: &str| self.pick(list.object, list.field, list.options(), key).label;
        let others = list.options().iter().filter(|one| !one.retired && one.key != option.key);
        let others: Vec<Pick> = others.map(|one| Pick::new(one.key, named(one.key))).collect();
        let name = named(option.key);
        let title = self.word("picklists-merge");
        let mut view = Form::new(&title, format!("{}/{key}/merge", list.path()), &title);
        let count = self.gate.count(&Query::of(list.object).filter(holding(&list, key)))?;
        let count = self.locale.count(i64::try_from(count).unwrap_or(i64::MAX));
        view.intro = Some(self.say(
            "picklists-merge-hint",
            &[
                ("name", Arg::from(&name)),
                ("objects", self.many(list.object).as_str().into()),
                ("count", count.as_str().into()),
            ],
        ));
        view.cancel = Some(list.path());
        let input = Input::Choice { value: String::new(), options: others };
        let field = Field::new(TO, self.word("picklists-merge-to"), input).required();
        view.groups.push(FieldGroup { label: None, fields: vec![field] });
        self.put_faults(&mut view, problem.map(faults).unwrap_or_default());
        let page = Page::new(title, "/settings", draw(self.language(), &view));
        let page = page.below(self.word("picklists-title"), PLACE);
        Ok(page.below(self.label(list.object, list.field), list.path()))
    }
}
