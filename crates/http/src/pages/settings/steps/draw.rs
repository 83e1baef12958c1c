//! The page of all ways with their steps.

use axum::extract::Path;
use cordee_base::{Id, Outcome, Problem};
use cordee_records::{By, Grouping, Measure, Query, Reckon, Right};
use cordee_schema::{FieldDef, Filter, Kind, Object, Path as FieldPath, Record, Value};
use cordee_ui::screens::steps::{Begins, Said, StepShown, Steps, WayShown, steps as draw};
use cordee_ui::{Action, Cell, Icon, Way};

use super::super::super::address::Address;
use super::super::super::board::told;
use super::super::super::reader::{Page, Reader, faults, record_path};
use super::super::super::visit::{Answered, Visit};
use super::asks::asks_path;
use super::{MOST, Ways, begins_with, path};

/// `GET /settings/WAYS`.
pub(super) async fn show(visit: Visit, Path(plural): Path<String>) -> Answered {
    visit
        .page(move |reader| {
            let ways = reader.ways_named(&plural)?;
            reader.steps_page(&ways, None)
        })
        .await
}

impl Reader<'_, '_> {
    pub(super) fn steps_page(&mut self, ways: &Ways, problem: Option<&Problem>) -> Outcome<Page> {
        let title = self.many(ways.ways);
        let changes = self.may(ways.steps, Right::Edit);
        let held = self.held_in(ways)?;
        let said = self.said_of_steps(ways);
        let asked = self.asked_in(ways)?;
        let mut shown = Vec::new();
        for way in self.gate.list(&Query::of(ways.ways).limit(MOST))?.records {
            let steps = self.steps_of(ways, way.head.id)?;
            let mut rows = Vec::new();
            for step in &steps {
                let mut row = self.step_shown(ways, &said, step, &held)?;
                row.asks = self.asks_told(ways, step, &asked);
                rows.push(row);
            }
            shown.push(self.way_shown(ways, &way, rows)?);
        }
        let numeric = |field: &FieldDef| matches!(field.kind, Kind::Number(_) | Kind::Percent(_));
        let label = |field: &&'static FieldDef| (self.label(ways.steps, field), numeric(field));
        let wrong = problem.map(|problem| {
            let said = |fault: &cordee_base::Fault| cordee_i18n::fault(self.language(), fault, None);
            faults(problem).iter().map(said).collect::<Vec<_>>().join(" ")
        });
        let view = Steps {
            title: title.clone(),
            intro: self.own_word(ways.ways, "help"),
            problem: wrong,
            columns: said.iter().map(label).collect(),
            step: self.one(ways.steps),
            held: self.word("steps-held"),
            asks: ways.board.asks.map(|_| self.word("steps-asks")),
            ordered: changes && ways.ways.numbered().is_some(),
            ways: shown,
            action: changes.then(|| path(ways)),
            add: self
                .may(ways.steps, Right::Create)
                .then(|| self.own_word(ways.steps, "new").unwrap_or_else(|| self.word("action-create"))),
            add_way: self
                .may(ways.ways, Right::Create)
                .then(|| self.own_word(ways.ways, "new").unwrap_or_else(|| self.word("action-create"))),
            begins: self.may(ways.ways, Right::Create).then(|| self.new_way_begins(ways)).flatten(),
            none: self.word("steps-none"),
        };
        let body = draw(self.language(), &view);
        let page = Page::new(title, "/settings", body).below(self.word("settings-title"), "/settings");
        Ok(page)
    }

    /// With what a new way may begin: a choice that is made once and for all.
    fn new_way_begins(&self, ways: &Ways) -> Option<Begins> {
        let field = begins_with(ways).filter(|field| self.settable(ways.ways, field, None))?;
        let options = field.kind.options();
        let picks = options.iter().map(|option| self.pick(ways.ways, field, options, option.key));
        Some(Begins {
            name: field.name,
            label: self.label(ways.ways, field),
            none: self.word("steps-begin-empty"),
            options: picks.collect(),
        })
    }

    /// What is said of each step beside its name: what stands on top of its page.
    fn said_of_steps(&self, ways: &Ways) -> Vec<&'static FieldDef> {
        let fields = ways.steps.facts.iter().filter_map(|name| self.field(ways.steps, name));
        let own = |field: &&'static FieldDef| {
            field.name != ways.whole.name && Some(field.name) != ways.steps.in_use
        };
        fields.filter(own).collect()
    }

    /// How many cards that are still on their way stand in each step.
    fn held_in(&mut self, ways: &Ways) -> Outcome<Vec<(Value, i64)>> {
        if !self.may(ways.cards, Right::Read) || !self.sees(ways.cards, ways.by) {
            return Ok(Vec::new());
        }
        let rows = self.gate.group(&Grouping {
            object: ways.cards,
            by: vec![By { path: FieldPath::field(ways.cards, ways.by), period: None }],
            measures: vec![Measure::of(Reckon::Count)],
            filter: going(ways),
            as_of: None,
        })?;
        let count = |row: &cordee_records::GroupRow| {
            let number = row.values.first().copied().flatten().unwrap_or_default();
            Some((row.keys.first()?.value.clone(), i64::try_from(number).unwrap_or(i64::MAX)))
        };
        Ok(rows.iter().filter_map(count).collect())
    }

    fn way_shown(&mut self, ways: &Ways, way: &Record, steps: Vec<StepShown>) -> Outcome<WayShown> {
        let object = ways.ways;
        let mut actions = Vec::new();
        if self.may(ways.cards, Right::Read) {
            let board = Address::of(format!("/{}/board", ways.cards.plural)).with("in", way.head.id);
            actions.push(
                Action::new(self.word("steps-board"), Way::Go(board.to_string())).icon(Icon::SquareKanban),
            );
        }
        actions.extend(self.verbs(way, &path(ways))?);
        if self.may(object, Right::Edit) {
            let edit = Way::Go(format!("{}/edit", record_path(object, way.head.id)));
            actions.push(Action::new(self.word("action-edit"), edit).icon(Icon::Pencil));
            actions.extend(self.use_of(ways, way));
        }
        let text = object.facts.iter().filter_map(|name| self.field(object, name));
        let text = text
            .filter(|field| matches!(field.kind, Kind::LongText(_)))
            .find(|field| way.value(field.name).is_some_and(|value| !value.is_none()));
        Ok(WayShown {
            id: way.head.id.to_string(),
            title: way.title(),
            name: self.name_said(way),
            text: text.map(|field| self.told_so(way, field)),
            retired: (!way.in_use()).then(|| self.word("steps-retired")),
            actions,
            steps,
        })
    }

    fn step_shown(
        &mut self,
        ways: &Ways,
        said: &[&'static FieldDef],
        step: &Record,
        held: &[(Value, i64)],
    ) -> Outcome<StepShown> {
        let place = self.column_of(step, &ways.board);
        let count = held.iter().find(|(value, _)| *value == place.value).map_or(0, |(_, count)| *count);
        let filter = Filter::is(FieldPath::field(ways.cards, ways.by), place.value.clone()).and(going(ways));
        let list = Address::of(format!("/{}", ways.cards.plural)).and("filter", filter.text());
        let mut actions = Vec::new();
        if self.may(ways.steps, Right::Edit) {
            let edit = Way::Go(format!("{}/edit", record_path(ways.steps, step.head.id)));
            match count {
                0 => actions.extend(self.use_of(ways, step)),
                _ => actions.push(self.retire_action(ways, step.head.id)),
            }
            actions.push(Action::new(self.word("action-edit"), edit).icon(Icon::Pencil));
        }
        Ok(StepShown {
            id: step.head.id.to_string(),
            title: place.name,
            name: self.name_said(step),
            tone: place.tone,
            cells: said.iter().map(|field| self.told_so(step, field)).collect(),
            held: (count > 0).then(|| (self.locale.count(count), list.to_string())),
            asks: None,
            retired: (!step.in_use()).then(|| self.word("steps-retired")),
            actions,
        })
    }

    /// What a step asks for, in short, and where that is arranged: cards at their end go on without being asked.
    fn asks_told(
        &self,
        ways: &Ways,
        step: &Record,
        asked: &[(Id, String)],
    ) -> Option<(String, Option<String>)> {
        let told = told(step, &ways.board);
        let ends = ways.board.ended.is_some_and(|ended| told.is_some_and(|told| told != ended.going));
        ways.board.asks.filter(|_| !ends)?;
        let its: Vec<&str> =
            asked.iter().filter(|(id, _)| *id == step.head.id).map(|(_, text)| text.as_str()).collect();
        let href = self.may(ways.steps, Right::Edit).then(|| asks_path(ways, step.head.id));
        let text = if its.is_empty() { self.word("steps-asks-nothing") } else { its.join(", ") };
        Some((text, href))
    }

    /// Taking a record out of use, or putting it back.
    fn use_of(&self, ways: &Ways, record: &Record) -> Option<Action> {
        let field = record.object.in_use.and_then(|name| self.field(record.object, name))?;
        if !self.settable(record.object, field, Some(record)) {
            return None;
        }
        let post = |verb: &str| {
            let act = format!("{verb} {}", record.head.id);
            Way::Post(path(ways), vec![("act".to_owned(), act)])
        };
        Some(match record.in_use() {
            true => Action::new(self.word("action-retire"), post("retire")),
            false => Action::new(self.word("action-reuse"), post("reuse")),
        })
    }

    /// Taking a step out of use in which cards stand: it is asked first where they go.
    fn retire_action(&self, ways: &Ways, step: Id) -> Action {
        Action::new(self.word("action-retire"), Way::Dialog(format!("{}/{step}/retire", path(ways))))
    }

    fn name_said(&self, record: &Record) -> Said {
        match record.object.field(record.object.title) {
            Some(field) => self.told_so(record, field),
            None => Said { cell: Cell::Text(record.title()), change: None },
        }
    }

    fn told_so(&self, record: &Record, field: &'static FieldDef) -> Said {
        Said { cell: self.cell(record, field), change: self.in_place(record, field) }
    }
}

/// The cards that are still on their way.
pub(super) fn going(ways: &Ways) -> Filter {
    let Some(ended) = ways.board.ended else { return Filter::everything() };
    let told = |object: &'static Object| object.field(ended.told_by.0);
    told(ways.cards).map_or(Filter::everything(), |field| {
        Filter::is(FieldPath::field(ways.cards, field), Value::Text(ended.going.to_owned()))
    })
}
