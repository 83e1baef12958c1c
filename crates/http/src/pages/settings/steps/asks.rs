//! What one step asks of a card before it goes on is arranged: fields that must be filled, and a checklist in order.

use axum::Form as Posted;
use axum::extract::Path;
use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_records::{Query, Right};
use cordee_schema::{Asks, Draft, FieldDef, Filter, Path as FieldPath, Record, Value};
use cordee_ui::components::Field;
use cordee_ui::screens::step_asks::{Item, StepAsks, step_asks as draw};
use cordee_ui::screens::steps::Said;
use cordee_ui::{Action, Icon, Input, Pick, Way};

use super::super::super::address::Address;
use super::super::super::form::Pairs;
use super::super::super::reader::{Page, Reader, faults};
use super::super::super::typed::Typed;
use super::super::super::visit::{Answered, Visit};
use super::arrange::ordered;
use super::{MOST, Ways, path};

/// The name under which the fields are posted that must be filled.
const FIELDS: &str = "fields";

/// `GET /settings/WAYS/ID/asks`.
pub(super) async fn show(visit: Visit, Path((plural, id)): Path<(String, String)>) -> Answered {
    visit.page(move |reader| reader.step_asks_page(&plural, &id, None)).await
}

/// `POST /settings/WAYS/ID/asks` with what is done in `act`: `fields` makes the `fields` that are named those that must be
/// filled, `add` a line called `name`, `take ID`, `up ID`, `down ID`; or nothing, and the lines in their new order, one
/// `item` each.
pub(super) async fn arrange(
    visit: Visit,
    Path((plural, id)): Path<(String, String)>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let typed = Typed(pairs);
    let (named, of) = (plural.clone(), id.clone());
    let done = visit.write(move |reader| {
        let (ways, asks, step) = reader.step_that_asks(&named, &of)?;
        let (verb, what) = typed.text("act").split_once(' ').unwrap_or((typed.text("act"), ""));
        match verb {
            FIELDS => reader.ask_for_fields(&ways, &asks, &step, &typed)?,
            "add" => {
                let title = reader.gate.object(asks.of)?.title;
                reader.ask_for(&asks, &step, title, typed.text("name").trim())?;
            }
            "take" => {
                let all = reader.asked_of_step(&asks, &step)?;
                let one = all.iter().find(|one| one.head.id.to_string() == what).ok_or(Problem::NotFound)?;
                reader.gate.trash(one.object, one.head.id, None)?;
            }
            _ => {
                let order = ordered(&typed, verb, what);
                let order: Vec<Id> = order.iter().filter_map(|id| id.parse().ok()).collect();
                let mut lines = reader.asked_of_step(&asks, &step)?;
                lines.retain(|one| field_of(&asks, one).is_none());
                if let Some(by) = lines.first().and_then(|one| one.object.numbered()) {
                    reader.put_in_order(&lines, by, &order)?;
                }
            }
        }
        Ok(Address::of(asks_path(&ways, step.head.id)).with("done", "save"))
    });
    let again = move |reader: &mut Reader<'_, '_>, problem: &Problem| {
        reader.step_asks_page(&plural, &id, Some(problem))
    };
    visit.after_arranging(done.await, again).await
}

/// Where what a step asks for is arranged.
pub(super) fn asks_path(ways: &Ways, step: Id) -> String {
    format!("{}/{step}/asks", path(ways))
}

/// The name of the field that a record of what is asked for names; none for a line of the checklist.
fn field_of<'r>(asks: &Asks, one: &'r Record) -> Option<&'r str> {
    one.value(asks.field).and_then(Value::as_text).filter(|name| !name.is_empty())
}

impl Reader<'_, '_> {
    fn step_that_asks(&mut self, plural: &str, id: &str) -> Outcome<(Ways, Asks, Record)> {
        let ways = self.ways_named(plural)?;
        let asks = ways.board.asks.ok_or(Problem::NotFound)?;
        let step = self.gate.get(ways.steps, self.id(id)?)?;
        Ok((ways, asks, step))
    }

    /// All that a step asks for, in order.
    fn asked_of_step(&mut self, asks: &Asks, step: &Record) -> Outcome<Vec<Record>> {
        let of = self.gate.catalog().object(asks.of).ok_or(Problem::NotFound)?;
        let by = of.field(asks.by).ok_or(Problem::NotFound)?;
        let its = Filter::is(FieldPath::field(of, by), Value::Link(step.head.id));
        Ok(self.gate.list(&Query::of(of).filter(its).limit(MOST))?.records)
    }

    /// What is asked for by each step of all ways: the names of fields, and the lines of checklists.
    pub(super) fn asked_in(&mut self, ways: &Ways) -> Outcome<Vec<(Id, String)>> {
        let Some(asks) = ways.board.asks else { return Ok(Vec::new()) };
        let Some(of) = self.gate.catalog().object(asks.of).filter(|of| self.may(of, Right::Read)) else {
            return Ok(Vec::new());
        };
        let all = self.gate.list(&Query::of(of).limit(Query::MOST))?.records;
        let said = |one: &Record| {
            let step = one.value(asks.by).and_then(Value::as_link)?;
            let text = match field_of(&asks, one) {
                Some(name) => self.label(ways.cards, self.field(ways.cards, name)?),
                None => one.title(),
            };
            Some((step, text))
        };
        Ok(all.iter().filter_map(said).collect())
    }

    fn ask_for(&mut self, asks: &Asks, step: &Record, field: &str, text: &str) -> Outcome<()> {
        if text.is_empty() {
            return Err(Fault::at(field, "error-required").into());
        }
        let of = self.gate.object(asks.of)?;
        let mut draft = Draft::new(of);
        draft.set(asks.by, Value::Link(step.head.id));
        draft.set(field, Value::Text(text.to_owned()));
        self.gate.create(draft).map(drop)
    }

    /// Makes these the fields that must be filled.
    fn ask_for_fields(&mut self, ways: &Ways, asks: &Asks, step: &Record, typed: &Typed) -> Outcome<()> {
        let wanted: Vec<&str> = typed.all(FIELDS).filter(|name| !name.is_empty()).collect();
        let all = self.asked_of_step(asks, step)?;
        for one in all.iter().filter(|one| field_of(asks, one).is_some_and(|name| !wanted.contains(&name))) {
            self.gate.trash(one.object, one.head.id, None)?;
        }
        for name in self.may_be_asked_for(ways).iter().map(|field| field.name) {
            if wanted.contains(&name) && all.iter().all(|one| field_of(asks, one) != Some(name)) {
                self.ask_for(asks, step, asks.field, name)?;
            }
        }
        Ok(())
    }

    /// The fields of a card that can be asked for, as far as the reader sees them.
    fn may_be_asked_for(&self, ways: &Ways) -> Vec<&'static FieldDef> {
        ways.cards.fields_to_ask_for().filter(|field| self.sees(ways.cards, field)).collect()
    }

    fn step_asks_page(&mut self, plural: &str, id: &str, problem: Option<&Problem>) -> Outcome<Page> {
        let (ways, asks, step) = self.step_that_asks(plural, id)?;
        let of = self.gate.catalog().object(asks.of).ok_or(Problem::NotFound)?;
        if !self.may(of, Right::Edit) {
            return Err(Problem::NotAllowed);
        }
        let all = self.asked_of_step(&asks, &step)?;
        let action = asks_path(&ways, step.head.id);
        let options = self.may_be_asked_for(&ways);
        let options = options.iter().map(|field| Pick::new(field.name, self.label(ways.cards, field)));
        let mut options: Vec<Pick> = options.collect();
        options.sort_by_key(|pick| cordee_schema::fold(&pick.label));
        let values = all.iter().filter_map(|one| field_of(&asks, one)).map(str::to_owned).collect();
        let input = Input::Choices { values, options };
        let title = of.field(of.title).ok_or(Problem::NotFound)?;
        let item = |one: &Record| {
            let take = ("act".to_owned(), format!("take {}", one.head.id));
            let way = Way::Post(action.clone(), vec![take]);
            Item {
                id: one.head.id.to_string(),
                title: one.title(),
                name: Said { cell: self.cell(one, title), change: self.in_place(one, title) },
                actions: vec![Action::new(self.word("step-asks-take"), way).icon(Icon::Trash2)],
            }
        };
        let items = all.iter().filter(|one| field_of(&asks, one).is_none()).map(item).collect();
        let wrong = problem.map(|problem| {
            let said = |fault: &Fault| cordee_i18n::fault(self.language(), fault, None);
            faults(problem).iter().map(said).collect::<Vec<_>>().join(" ")
        });
        let name = self.say("step-asks-title", &[("step", step.title().into())]);
        let view = StepAsks {
            title: name.clone(),
            intro: self.word("step-asks-help"),
            problem: wrong,
            fields: Field::new(FIELDS, self.word("step-asks-fields"), input),
            items,
            action,
        };
        let page = Page::new(name, "/settings", draw(self.language(), &view));
        let page = page.below(self.word("settings-title"), "/settings");
        Ok(page.below(self.many(ways.ways), path(&ways)))
    }
}
