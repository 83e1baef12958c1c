//! Ways and steps are added, put in order, taken out of use and put back.

use axum::Form as Posted;
use axum::extract::Path;
use cordee_base::{Decimal, Id, Outcome, Problem};
use cordee_records::Query;
use cordee_schema::{Draft, FieldDef, Object, Record, Value};

use super::super::super::address::Address;
use super::super::super::board::told;
use super::super::super::form::Pairs;
use super::super::super::reader::Reader;
use super::super::super::typed::Typed;
use super::super::super::visit::{Answered, Visit};
use super::{MOST, Ways, begins_with, path};

/// `POST /settings/WAYS` with what is done in `act`: `add` a step called `name` to the way `of`, `new` for a way, `retire ID`,
/// `reuse ID`, `up ID`, `down ID`; or nothing, and the steps of `of`, or the ways themselves, in their new order, one `item` each.
pub(super) async fn arrange(
    visit: Visit,
    Path(plural): Path<String>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let typed = Typed(pairs);
    let name = plural.clone();
    let done = visit.write(move |reader| {
        let ways = reader.ways_named(&name)?;
        let (verb, what) = typed.text("act").split_once(' ').unwrap_or((typed.text("act"), ""));
        let done = match verb {
            "add" => reader.add_step(&ways, &typed).map(|()| "save"),
            "new" => reader.add_way(&ways, &typed).map(|()| "save"),
            "retire" => reader.put_in_use(&ways, what, false).map(|()| "retire"),
            "reuse" => reader.put_in_use(&ways, what, true).map(|()| "reuse"),
            _ => reader.order_steps(&ways, &typed, verb, what).map(|()| "save"),
        };
        Ok(Address::of(path(&ways)).and("done", done?))
    });
    let again = move |reader: &mut Reader<'_, '_>, problem: &Problem| {
        let ways = reader.ways_named(&plural)?;
        reader.steps_page(&ways, Some(problem))
    };
    visit.after_arranging(done.await, again).await
}

impl Reader<'_, '_> {
    /// A new step stands after those in which cards are still on their way.
    fn add_step(&mut self, ways: &Ways, typed: &Typed) -> Outcome<()> {
        let way = self.gate.get(ways.ways, self.id(typed.text("of"))?)?;
        let steps = self.steps_of(ways, way.head.id)?;
        let ends = |step: &Record| {
            let told = told(step, &ways.board);
            ways.board.ended.is_some_and(|ended| told.is_some_and(|told| told != ended.going))
        };
        let place = steps.iter().position(ends).unwrap_or(steps.len());
        let mut draft = named(ways.steps, typed);
        draft.set(ways.whole.name, Value::Link(way.head.id));
        let made = self.gate.create(draft)?;
        let mut order: Vec<Id> = steps.iter().map(|step| step.head.id).collect();
        order.insert(place, made);
        let steps = self.steps_of(ways, way.head.id)?;
        self.put_in_order(&steps, ways.order, &order)
    }

    fn add_way(&mut self, ways: &Ways, typed: &Typed) -> Outcome<()> {
        let mut draft = named(ways.ways, typed);
        if let Some(field) = begins_with(ways).filter(|field| typed.has(field.name)) {
            draft.set(field.name, self.read_typed(field, typed)??);
        }
        if let Some(field) = ways.ways.numbered() {
            let all = self.gate.list(&Query::of(ways.ways).limit(MOST))?.records;
            let last = all.iter().filter_map(|way| number(way, field)).max().unwrap_or_default();
            draft.set(field.name, Value::Number(last + Decimal::ONE));
        }
        self.gate.create(draft).map(drop)
    }

    fn put_in_use(&mut self, ways: &Ways, id: &str, now: bool) -> Outcome<()> {
        let id = self.id(id)?;
        let record = match self.gate.get(ways.steps, id) {
            Err(Problem::NotFound) => self.gate.get(ways.ways, id)?,
            found => found?,
        };
        let field = record.object.in_use.ok_or(Problem::NotFound)?;
        let mut draft = Draft::new(record.object);
        draft.set(field, Value::YesNo(now));
        self.gate.update(id, None, draft).map(drop)
    }

    fn order_steps(&mut self, ways: &Ways, typed: &Typed, verb: &str, what: &str) -> Outcome<()> {
        let order = ordered(typed, verb, what).iter().filter_map(|id| id.parse().ok()).collect::<Vec<Id>>();
        if typed.text("of").is_empty() {
            let by = ways.ways.numbered().ok_or(Problem::NotFound)?;
            let all = self.gate.list(&Query::of(ways.ways).limit(MOST))?.records;
            return self.put_in_order(&all, by, &order);
        }
        let way = self.gate.get(ways.ways, self.id(typed.text("of"))?)?;
        let steps = self.steps_of(ways, way.head.id)?;
        self.put_in_order(&steps, ways.order, &order)
    }

    /// Numbers records as their ids stand in `order`; those that it does not name come after.
    pub(super) fn put_in_order(
        &mut self,
        records: &[Record],
        by: &'static FieldDef,
        order: &[Id],
    ) -> Outcome<()> {
        let place =
            |record: &Record| order.iter().position(|id| *id == record.head.id).unwrap_or(order.len());
        let mut sorted: Vec<&Record> = records.iter().collect();
        sorted.sort_by_key(|record| place(record));
        for (at, record) in (1_i64..).zip(sorted) {
            let at = Decimal::from(at);
            if number(record, by) != Some(at) {
                let mut draft = Draft::new(record.object);
                draft.set(by.name, Value::Number(at));
                self.gate.update(record.head.id, None, draft)?;
            }
        }
        Ok(())
    }
}

/// What a form sends in its order, after one of it was moved by a button.
pub(in super::super) fn ordered<'t>(typed: &'t Typed, verb: &str, what: &str) -> Vec<&'t str> {
    let mut order: Vec<&str> = typed.all("item").collect();
    let at = order.iter().position(|known| *known == what);
    match (verb, at) {
        ("up", Some(at)) if at > 0 => order.swap(at, at - 1),
        ("down", Some(at)) if at + 1 < order.len() => order.swap(at, at + 1),
        _ => {}
    }
    order
}

fn named(object: &'static Object, typed: &Typed) -> Draft {
    let mut draft = Draft::new(object);
    let name = typed.text("name").trim();
    draft.set(object.title, if name.is_empty() { Value::None } else { Value::Text(name.to_owned()) });
    draft
}

fn number(record: &Record, field: &FieldDef) -> Option<Decimal> {
    match record.value(field.name) {
        Some(Value::Number(number)) => Some(*number),
        _ => None,
    }
}
