//! One picklist: its options in their order, how many records hold each, and what can be done to them.

use axum::extract::Path;
use cordee_base::{Outcome, Problem};
use cordee_records::{By, Grouping, Measure, Query, Reckon, Right};
use cordee_schema::{Choice, Condition, Filter, Kind, Operand, Operator, Path as FieldPath, Value};
use cordee_ui::screens::steps::{Said, StepShown, Steps, WayShown, steps as draw};
use cordee_ui::{Action, Cell, Icon, Way};

use super::super::super::address::Address;
use super::super::super::cells::tone;
use super::super::super::reader::{Page, Reader, faults};
use super::super::super::visit::{Answered, Visit};
use super::{PLACE, Picklist};

/// `GET /settings/picklists/OBJECT/FIELD`.
pub(super) async fn show(visit: Visit, Path((object, field)): Path<(String, String)>) -> Answered {
    visit
        .page(move |reader| {
            let list = reader.picklist(&object, &field)?;
            reader.picklist_page(&list, None)
        })
        .await
}

impl Reader<'_, '_> {
    pub(super) fn picklist_page(&mut self, list: &Picklist, problem: Option<&Problem>) -> Outcome<Page> {
        let held = self.held_by(list)?;
        let (title, of) = (self.label(list.object, list.field), self.many(list.object));
        let steps = list.options().iter().map(|option| {
            let count = held.iter().find(|(key, _)| *key == option.key).map_or(0, |(_, count)| *count);
            self.option_shown(list, option, count)
        });
        let way = WayShown {
            id: list.field.name.to_owned(),
            title: of.clone(),
            name: Said { cell: Cell::Text(of), change: None },
            text: list.fixed.then(|| Said { cell: Cell::Text(self.word("picklists-fixed")), change: None }),
            retired: None,
            actions: Vec::new(),
            steps: steps.collect(),
        };
        let wrong = problem.map(|problem| {
            let said = |fault: &cordee_base::Fault| cordee_i18n::fault(self.language(), fault, None);
            faults(problem).iter().map(said).collect::<Vec<_>>().join(" ")
        });
        let view = Steps {
            title: title.clone(),
            intro: Some(self.word("picklists-one-hint")),
            problem: wrong,
            columns: vec![(self.word("picklists-key"), false)],
            step: self.word("picklists-option"),
            held: self.word("picklists-held"),
            asks: None,
            ordered: false,
            ways: vec![way],
            action: Some(list.path()),
            add: (!list.fixed).then(|| self.word("picklists-new")),
            add_way: None,
            begins: None,
            none: self.word("picklists-none"),
        };
        let body = draw(self.language(), &view);
        let page = Page::new(title, "/settings", body).below(self.word("settings-title"), "/settings");
        Ok(page.below(self.word("picklists-title"), PLACE))
    }

    /// How many records hold each option, as far as the reader sees them.
    fn held_by(&mut self, list: &Picklist) -> Outcome<Vec<(&'static str, u64)>> {
        if !self.may(list.object, Right::Read) || !self.sees(list.object, list.field) {
            return Ok(Vec::new());
        }
        if let Kind::Choices(_) = list.field.kind {
            let mut held = Vec::new();
            for option in list.options() {
                let query = Query::of(list.object).filter(holding(list, option.key));
                held.push((option.key, self.gate.count(&query)?));
            }
            return Ok(held);
        }
        let rows = self.gate.group(&Grouping {
            object: list.object,
            by: vec![By { path: FieldPath::field(list.object, list.field), period: None }],
            measures: vec![Measure::of(Reckon::Count)],
            filter: Filter::everything(),
            as_of: None,
        })?;
        let count = |row: &cordee_records::GroupRow| {
            let key = row.keys.first()?.value.as_text()?.to_owned();
            let option = list.options().iter().find(|option| option.key == key)?;
            let number = row.values.first().copied().flatten().unwrap_or_default();
            Some((option.key, u64::try_from(number).unwrap_or(0)))
        };
        Ok(rows.iter().filter_map(count).collect())
    }

    fn option_shown(&self, list: &Picklist, option: &Choice, count: u64) -> StepShown {
        let pick = self.pick(list.object, list.field, list.options(), option.key);
        let path = format!("{}/{}", list.path(), option.key);
        let mut actions =
            vec![Action::new(self.word("action-edit"), Way::Dialog(path.clone())).icon(Icon::Pencil)];
        if !list.fixed {
            let verb = if option.retired { "reuse" } else { "retire" };
            let act = vec![("act".to_owned(), format!("{verb} {}", option.key))];
            actions.push(Action::new(self.word(&format!("action-{verb}")), Way::Post(list.path(), act)));
            let merge = Action::new(self.word("picklists-merge"), Way::Dialog(format!("{path}/merge")));
            actions.push(merge.icon(Icon::Merge));
        }
        let list_of =
            Address::of(format!("/{}", list.object.plural)).and("filter", holding(list, option.key).text());
        StepShown {
            id: option.key.to_owned(),
            title: pick.label.clone(),
            name: Said { cell: Cell::Text(pick.label), change: None },
            tone: tone(option.colour),
            cells: vec![Said { cell: Cell::Serial(option.key.to_owned()), change: None }],
            held: (count > 0).then(|| {
                let count = i64::try_from(count).unwrap_or(i64::MAX);
                (self.locale.count(count), list_of.to_string())
            }),
            asks: None,
            retired: option.retired.then(|| self.word("steps-retired")),
            actions,
        }
    }
}

/// The records that hold an option.
pub(super) fn holding(list: &Picklist, key: &str) -> Filter {
    let operator = match list.field.kind {
        Kind::Choices(_) => Operator::Has,
        _ => Operator::Is,
    };
    let operand = Operand::Values(vec![Value::Text(key.to_owned())]);
    Filter::Where(Condition { path: FieldPath::field(list.object, list.field), operator, operand })
}
