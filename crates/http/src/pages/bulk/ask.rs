//! What is asked before many records are changed: which field and what it gets, or whether they really go.

use axum::extract::Path;
use axum::response::IntoResponse;
use cordee_base::{Fault, Outcome, Problem};
use cordee_kit::Format;
use cordee_records::{BulkChange, Right, Which};
use cordee_schema::{FieldDef, Object};
use cordee_ui::Pick;
use cordee_ui::components::Field;
use cordee_ui::screens::bulk::{BulkAsk, bulk_ask as draw};

use super::super::address::Address;
use super::super::reader::{Page, Reader};
use super::super::typed::Typed;
use super::super::visit::{Answered, Visit, to};
use super::picked_on;

/// `GET /OBJECTS/bulk?p-do=…&p-id=…`: what the bar below a list asks for; what needs no question is done at once.
pub(crate) async fn ask(visit: Visit, Path(plural): Path<String>) -> Answered {
    let typed = Typed(visit.address.parameters.clone());
    let (name, sent) = (plural.clone(), typed.clone());
    let further = visit.read(move |reader| reader.without_question(reader.object(&name)?, &sent));
    match further.await {
        Ok(Some(next)) => return Ok(to(&next).into_response()),
        Ok(None) => {}
        Err(problem) => return visit.refused(problem).await,
    }
    visit
        .page(move |reader| {
            let object = reader.object(&plural)?;
            reader.bulk_page(object, &typed, None)
        })
        .await
}

impl Reader<'_, '_> {
    /// Merging and taking out have pages of their own.
    fn without_question(&self, object: &'static Object, typed: &Typed) -> Outcome<Option<Address>> {
        match typed.text("p-do") {
            "merge" => match self.picked(object, typed)? {
                Which::These(ids) if ids.len() == 2 => {
                    let page = Address::of(format!("/{}/{}/merge", object.plural, ids[0]));
                    Ok(Some(page.with("with", ids[1])))
                }
                _ => Err(Fault::whole("error-bulk-merge").into()),
            },
            "export" => {
                let file =
                    Address::of(format!("/{}/export", object.plural)).with("format", Format::Csv.name());
                Ok(Some(match self.picked(object, typed)? {
                    Which::All(filter) => file.with("filter", filter.text()),
                    Which::These(ids) => ids.iter().fold(file, |file, id| file.and("p-id", id)),
                }))
            }
            _ => Ok(None),
        }
    }

    /// The question; with what is wrong beside what was typed.
    pub(super) fn bulk_page(
        &mut self,
        object: &'static Object,
        typed: &Typed,
        problem: Option<&Problem>,
    ) -> Outcome<Page> {
        let which = self.picked(object, typed)?;
        let count = self.gate.count_picked(object, &which)?;
        let said = self.say("list-count", &[("count", (count as i64).into())]);
        let wish = typed.text("p-do");
        let mut view = BulkAsk {
            title: String::new(),
            address: format!("/{}/bulk", object.plural),
            hidden: picked_on(typed),
            fields: Vec::new(),
            chosen: String::new(),
            ways: Vec::new(),
            input: None,
            empties: false,
            problem: problem
                .filter(|problem| super::super::reader::faults(problem).is_empty())
                .map(|problem| cordee_i18n::problem(self.language(), problem)),
            submit: self.word("bulk-submit"),
            danger: false,
            cancel: self.list_back(object, typed).to_string(),
        };
        view.hidden.push(("once".to_owned(), self.visit.new_once()));
        if wish == "trash" {
            if !self.may(object, Right::Delete) {
                return Err(Problem::NotAllowed);
            }
            view.title = self.say("bulk-trash-ask", &[("count", (count as i64).into())]);
            view.submit = self.word("action-delete");
            view.danger = true;
        } else {
            let field = wish.split_once('.').map_or(typed.text("p-field"), |(_, field)| field);
            self.ask_field(object, field, typed, problem, &mut view)?;
            view.title = format!("{} · {said}", self.word("bulk-edit"));
        }
        let body = draw(self.language(), &view);
        Ok(Page::new(view.title, self.place(object), body)
            .below(self.many(object), format!("/{}", object.plural)))
    }

    fn ask_field(
        &mut self,
        object: &'static Object,
        name: &str,
        typed: &Typed,
        problem: Option<&Problem>,
        view: &mut BulkAsk,
    ) -> Outcome<()> {
        if !self.may(object, Right::Edit) {
            return Err(Problem::NotAllowed);
        }
        let open: Vec<&'static FieldDef> =
            object.fields.iter().filter(|field| self.bulk_settable(object, field)).collect();
        view.fields = open.iter().map(|field| Pick::new(field.name, self.label(object, field))).collect();
        let Some(field) = open.iter().find(|field| field.name == name) else { return Ok(()) };
        view.chosen = field.name.to_owned();
        if BulkChange::holds_several(field) {
            let ways = ["add", "take", "set"];
            view.ways = ways.map(|way| Pick::new(way, self.word(&format!("bulk-{way}")))).to_vec();
        }
        view.empties = !field.required;
        let mut input: Field = self.ask(object, field, typed)?;
        input.required = false;
        let faults = problem.map(super::super::reader::faults).unwrap_or_default();
        input.error = faults.first().map(|fault| cordee_i18n::fault(self.language(), fault, None));
        view.input = Some(input);
        Ok(())
    }
}
