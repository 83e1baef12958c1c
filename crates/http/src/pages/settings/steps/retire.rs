//! A step in which cards stand goes out of use: first it is asked to which other its cards go.

use axum::Form as Posted;
use axum::extract::Path;
use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_i18n::Arg;
use cordee_kit::begin_bulk;
use cordee_records::{BulkChange, BulkWish, Query, Which};
use cordee_schema::{Draft, Record, Value};
use cordee_ui::components::Field;
use cordee_ui::screens::form::{FieldGroup, Form, form as draw};
use cordee_ui::{Input, Pick};

use super::super::super::address::Address;
use super::super::super::board::{standing_in, told};
use super::super::super::form::Pairs;
use super::super::super::reader::{Page, Reader, faults};
use super::super::super::typed::Typed;
use super::super::super::visit::{Answered, Visit};
use super::{Ways, path};

/// Where the cards go.
const TO: &str = "to";

/// `GET /settings/WAYS/ID/retire`.
pub(super) async fn ask(visit: Visit, Path((plural, id)): Path<(String, String)>) -> Answered {
    visit.page(move |reader| reader.retire_page(&plural, &id, "", None)).await
}

/// `POST /settings/WAYS/ID/retire` with the step to which the cards go. They are moved first; where there are too many to
/// wait for, or some can't go, one reads how that went, and the step stays in use until they are gone.
pub(super) async fn retire(
    visit: Visit,
    Path((plural, id)): Path<(String, String)>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let typed = Typed(pairs);
    visit
        .after_form(visit.retired(plural.clone(), id.clone(), typed.clone()).await, move |reader, problem| {
            reader.retire_page(&plural, &id, typed.text(TO), Some(problem))
        })
        .await
}

impl Visit {
    async fn retired(&self, plural: String, id: String, typed: Typed) -> Outcome<Address> {
        let back = Address::of(format!("/settings/{plural}"));
        let (named, of) = (plural.clone(), id.clone());
        let begun = self.write(move |reader| {
            let (ways, step) = reader.step(&named, &of)?;
            if reader.cards_in(&ways, &step)? == 0 {
                return reader.put_out_of_use(&step).map(|()| None);
            }
            let to: Id = typed.text(TO).parse().map_err(|_| Fault::at(TO, "error-required"))?;
            if reader.steps_beside(&ways, &step)?.iter().all(|other| other.head.id != to) {
                return Err(Fault::at(TO, "error-required").into());
            }
            let wish = BulkWish {
                object: ways.cards,
                which: Which::All(standing_in(ways.cards, &ways.board, ways.by, step.head.id)),
                change: BulkChange::Set(ways.by, Value::Link(to)),
            };
            begin_bulk(reader.gate, reader.registry(), &wish).map(Some)
        });
        let Some((bulk, small)) = begun.await? else { return Ok(back.and("done", "retire")) };
        let told = Address::of(format!("/bulk/{bulk}")).with("back", back.clone());
        if !small || self.bulk_to_the_end(bulk).await?.refused > 0 {
            return Ok(told);
        }
        self.write(move |reader| {
            let (_, step) = reader.step(&plural, &id)?;
            reader.put_out_of_use(&step)
        })
        .await?;
        Ok(back.and("done", "retire"))
    }
}

impl Reader<'_, '_> {
    fn step(&mut self, plural: &str, id: &str) -> Outcome<(Ways, Record)> {
        let ways = self.ways_named(plural)?;
        let step = self.gate.get(ways.steps, self.id(id)?)?;
        Ok((ways, step))
    }

    fn put_out_of_use(&mut self, step: &Record) -> Outcome<()> {
        let mut draft = Draft::new(step.object);
        draft.set(step.object.in_use.ok_or(Problem::NotFound)?, Value::YesNo(false));
        self.gate.update(step.head.id, None, draft).map(drop)
    }

    fn cards_in(&mut self, ways: &Ways, step: &Record) -> Outcome<u64> {
        let here = standing_in(ways.cards, &ways.board, ways.by, step.head.id);
        self.gate.count(&Query::of(ways.cards).filter(here))
    }

    /// The other steps of its way in which cards are as they are here.
    fn steps_beside(&mut self, ways: &Ways, step: &Record) -> Outcome<Vec<Record>> {
        let Some(way) = step.value(ways.whole.name).and_then(Value::as_link) else { return Ok(Vec::new()) };
        let mut others = self.steps_of(ways, way)?;
        let alike = |other: &Record| told(other, &ways.board) == told(step, &ways.board);
        others.retain(|other| other.head.id != step.head.id && other.in_use() && alike(other));
        Ok(others)
    }

    fn retire_page(
        &mut self,
        plural: &str,
        id: &str,
        chosen: &str,
        problem: Option<&Problem>,
    ) -> Outcome<Page> {
        let (ways, step) = self.step(plural, id)?;
        let label = self.word("action-retire");
        let mut view = Form::new(step.title(), format!("{}/{id}/retire", path(&ways)), label);
        let count = i64::try_from(self.cards_in(&ways, &step)?).unwrap_or(i64::MAX);
        let objects = self.many(ways.cards);
        view.intro = Some(self.say(
            "steps-where",
            &[("objects", Arg::from(&objects)), ("count", self.locale.count(count).as_str().into())],
        ));
        view.cancel = Some(path(&ways));
        if count > 0 {
            let others = self.steps_beside(&ways, &step)?;
            let options = others.iter().map(|one| Pick::new(one.head.id.to_string(), one.title()));
            let input = Input::Choice { value: chosen.to_owned(), options: options.collect() };
            let field = Field::new(TO, self.word("steps-to"), input).required();
            view.groups.push(FieldGroup { label: None, fields: vec![field] });
        }
        self.put_faults(&mut view, problem.map(faults).unwrap_or_default());
        let page = Page::new(step.title(), "/settings", draw(self.language(), &view));
        Ok(page.below(self.many(ways.ways), path(&ways)))
    }
}
