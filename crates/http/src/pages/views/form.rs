//! Saving a page as a view, and renaming or sharing one.

use axum::Form as Posted;
use axum::extract::Path;
use cordee_base::{Decimal, Id, Outcome, Problem};
use cordee_records::Query;
use cordee_records::system::view::{self, VIEW};
use cordee_schema::{Draft, Filter, Object, Path as FieldPath, Record, Value};
use cordee_ui::screens::form::{FieldGroup, Form, form as draw};

use super::super::form::Pairs;
use super::super::reader::{Page, Reader, faults};
use super::super::typed::Typed;
use super::super::visit::{Answered, Visit, to};
use super::{page_of, query};

/// What a person says of a view.
const SAID: [&str; 3] = [view::NAME.name(), view::SHARED.name(), view::DEFAULT.name()];

/// `GET /views/new?at=ADDRESS`: the page to be saved.
pub(super) async fn new(visit: Visit) -> Answered {
    visit
        .page(|reader| {
            let at = reader.visit.address.one("at").unwrap_or("").to_owned();
            let mut typed = Typed::default();
            typed.put("at", at);
            typed.put(view::SHARED.name(), "none");
            typed.put(view::DEFAULT.name(), "false");
            reader.new_view_page(&typed, None)
        })
        .await
}

/// `POST /views`.
pub(super) async fn create(visit: Visit, Posted(pairs): Posted<Pairs>) -> Answered {
    let typed = Typed(pairs);
    let mut once = visit.once(typed.text("once")).await;
    if let Some(next) = &*once {
        return Ok(to(next));
    }
    let form = typed.clone();
    let made = visit.write(move |reader| {
        let (object, board, state) = reader.page_at(form.text("at"))?;
        let shape = if board { "board" } else { "list" };
        let mut draft = reader.view_draft(&form)?;
        draft.set(view::OBJECT.name(), Value::Text(object.name.to_owned()));
        draft.set(view::SHAPE.name(), Value::Text(shape.to_owned()));
        draft.set(view::QUERY.name(), Value::Text(query(&state)));
        let last = reader.saved(object)?.last().and_then(|view| view.get(view::ORDER)).unwrap_or_default();
        draft.set(view::ORDER.name(), Value::Number(last + Decimal::ONE));
        let id = reader.gate.create(draft)?;
        reader.first_of(object, id)?;
        let made = reader.gate.get(&VIEW, id)?;
        Ok(page_of(object, &made).and("done", "save"))
    });
    let made = made.await;
    *once = made.as_ref().ok().cloned();
    let again =
        move |reader: &mut Reader<'_, '_>, problem: &Problem| reader.new_view_page(&typed, Some(problem));
    visit.after_form(made, again).await
}

/// `GET /views/ID/edit`.
pub(super) async fn edit(visit: Visit, Path(id): Path<String>) -> Answered {
    visit
        .page(move |reader| {
            let (view, object) = reader.a_view(&id)?;
            let typed = reader.typed_of(&view);
            reader.edit_view_page(&view, object, &typed, None)
        })
        .await
}

/// `POST /views/ID`.
pub(super) async fn update(visit: Visit, Path(id): Path<String>, Posted(pairs): Posted<Pairs>) -> Answered {
    let typed = Typed(pairs);
    let (text, form) = (id.clone(), typed.clone());
    let saved = visit.write(move |reader| {
        let (view, object) = reader.a_view(&text)?;
        let draft = reader.view_draft(&form)?;
        reader.gate.update(view.head.id, None, draft)?;
        reader.first_of(object, view.head.id)?;
        let view = reader.gate.get(&VIEW, view.head.id)?;
        Ok(page_of(object, &view).and("done", "save"))
    });
    let again = move |reader: &mut Reader<'_, '_>, problem: &Problem| {
        let (view, object) = reader.a_view(&id)?;
        reader.edit_view_page(&view, object, &typed, Some(problem))
    };
    visit.after_form(saved.await, again).await
}

impl Reader<'_, '_> {
    fn new_view_page(&mut self, typed: &Typed, problem: Option<&Problem>) -> Outcome<Page> {
        let at = typed.text("at").to_owned();
        let (object, ..) = self.page_at(&at)?;
        let mut form = Form::new(self.word("list-view-save"), "/views", self.word("action-save"));
        let once = match typed.text("once") {
            "" => self.visit.new_once(),
            once => once.to_owned(),
        };
        form.hidden = vec![("at".to_owned(), at.clone()), ("once".to_owned(), once)];
        form.cancel = Some(at);
        self.view_form(form, object, typed, problem)
    }

    fn edit_view_page(
        &mut self,
        view: &Record,
        object: &'static Object,
        typed: &Typed,
        problem: Option<&Problem>,
    ) -> Outcome<Page> {
        if !self.may_change(view) {
            return Err(Problem::NotAllowed);
        }
        let action = format!("/views/{}", view.head.id);
        let mut form = Form::new(self.word("views-edit"), action, self.word("action-save"));
        form.cancel = Some(page_of(object, view).to_string());
        self.view_form(form, object, typed, problem)
    }

    fn view_form(
        &mut self,
        mut form: Form,
        object: &'static Object,
        typed: &Typed,
        problem: Option<&Problem>,
    ) -> Outcome<Page> {
        let mut fields = Vec::new();
        for field in SAID.iter().filter_map(|name| VIEW.field(name)) {
            fields.push(self.ask(&VIEW, field, typed)?);
        }
        form.groups.push(FieldGroup { label: None, fields });
        self.put_faults(&mut form, problem.map(faults).unwrap_or_default());
        let body = draw(self.language(), &form);
        let page = Page::new(form.title.clone(), object.plural, body);
        Ok(page.below(self.many(object), format!("/{}", object.plural)))
    }

    fn view_draft(&mut self, typed: &Typed) -> Outcome<Draft> {
        let (mut draft, mut wrong) = (Draft::new(&VIEW), Vec::new());
        for field in SAID.iter().filter_map(|name| VIEW.field(name)).filter(|field| typed.has(field.name)) {
            match self.read_typed(field, typed)? {
                Ok(value) => draft.set(field.name, value),
                Err(fault) => wrong.push(fault),
            }
        }
        if wrong.is_empty() { Ok(draft) } else { Err(Problem::Invalid(wrong)) }
    }

    /// One begins with one view at the most: where this one is it, no other of the same person is.
    pub(super) fn first_of(&mut self, object: &Object, id: Id) -> Outcome<()> {
        let view = self.gate.get(&VIEW, id)?;
        let (Some(true), Some(owner)) = (view.get(view::DEFAULT), view.get(view::OWNER)) else {
            return Ok(());
        };
        let path = |name: &str| FieldPath::resolve(self.gate.catalog(), &VIEW, name);
        let filter = Filter::is(path(view::OBJECT.name())?, Value::Text(object.name.to_owned()))
            .and(Filter::is(path(view::OWNER.name())?, Value::Link(owner)))
            .and(Filter::is(path(view::DEFAULT.name())?, Value::YesNo(true)));
        for other in self.gate.list(&Query::of(&VIEW).filter(filter))?.records {
            if other.head.id != id {
                self.gate.update(other.head.id, None, Draft::new(&VIEW).with(view::DEFAULT, false))?;
            }
        }
        Ok(())
    }
}
