//! The page of a form: its fields in their groups, what is wrong beside each, and where one goes from it.

use cordee_base::{Fault, Outcome, Problem};
use cordee_records::Right;
use cordee_schema::{FieldDef, ID_FIELD, Object, Record};
use cordee_ui::components::{Field, Lines};
use cordee_ui::screens::form::{FieldGroup, Form, form as draw};
use cordee_ui::{Input, names};

use super::super::asks::{self, note_asked};
use super::super::cells::plain;
use super::super::conditions::under;
use super::super::duplicates::JOINS;
use super::super::reader::{Page, Reader, faults, record_path};
use super::super::today::back;
use super::super::typed::Typed;

impl Reader<'_, '_> {
    pub(in super::super) fn new_page(
        &mut self,
        object: &'static Object,
        typed: &Typed,
        problem: Option<&Problem>,
    ) -> Outcome<Page> {
        if !self.may(object, Right::Create) {
            return Err(Problem::NotAllowed);
        }
        let title = self.own_word(object, "new").unwrap_or_else(|| self.word("action-create"));
        let mut view = Form::new(&title, format!("/{}", object.plural), self.word("action-create"));
        view.intro = self.own_word(object, "help");
        let once = match typed.text("once") {
            "" => self.visit.new_once(),
            once => once.to_owned(),
        };
        view.hidden.push(("once".to_owned(), once));
        let for_link = self.is_for_link(typed);
        if for_link {
            view.hidden.push(("for".to_owned(), "link".to_owned()));
        }
        let joins = self.joins(object, typed);
        if let Some((by, _)) = joins {
            view.hidden.push((JOINS.to_owned(), by.name.to_owned()));
        }
        view.save_and_new = !for_link;
        view.cancel = Some(format!("/{}", object.plural));
        view.keep = Some(format!("{}/new", object.name));
        view.alike = self.alike(object, typed)?.map(Box::new);
        if problem.is_none() && view.alike.as_ref().is_some_and(|alike| !alike.likely.is_empty()) {
            view.notices.push(self.told_first());
            view.submit = self.word("alike-anyway");
        }
        self.fill(&mut view, object, typed, None, problem)?;
        if self.comes_back(&mut view, typed) {
            view.save_and_new = false;
            keep_whole(&mut view, object, typed);
        }
        if object.name == "user" {
            let field = Field::new("password", self.word("user-password"), Input::Password { fresh: true });
            let fields = vec![field.hint(self.word("user-password-hint"))];
            view.groups.push(FieldGroup { label: Some(self.word("settings-password")), fields });
            self.put_faults(&mut view, problem.map(faults).unwrap_or_default());
        }
        let body = draw(self.language(), &view);
        Ok(Page::new(title, self.place(object), body).below(self.many(object), format!("/{}", object.plural)))
    }

    pub(in super::super) fn edit_page(
        &mut self,
        record: &Record,
        typed: &Typed,
        problem: Option<&Problem>,
    ) -> Outcome<Page> {
        let (object, path) = (record.object, record_path(record.object, record.head.id));
        if !self.may(object, Right::Edit) {
            return Err(Problem::NotAllowed);
        }
        let title = record.title();
        let mut view = Form::new(&title, &path, self.word("action-save"));
        let version = match typed.text("version") {
            "" => record.head.version.to_string(),
            version => version.to_owned(),
        };
        view.hidden.push(("version".to_owned(), version));
        let was = match typed.text("was") {
            "" => self.marks(object, typed),
            was => was.to_owned(),
        };
        view.hidden.push(("was".to_owned(), was));
        view.cancel = Some(path.clone());
        view.keep = Some(format!("{}/{}", object.name, record.head.id));
        self.fill(&mut view, object, typed, Some(record), problem)?;
        self.comes_back(&mut view, typed);
        let body = draw(self.language(), &view);
        let page = Page::new(self.word("action-edit"), self.place(object), body);
        Ok(page.below(self.many(object), format!("/{}", object.plural)).below(title, path))
    }

    /// Makes a form come back to the page it was asked for from, if that was said; whether it was.
    fn comes_back(&self, view: &mut Form, typed: &Typed) -> bool {
        let asked_from = self.visit.address.one("back").unwrap_or_else(|| typed.text("back"));
        let Some(back) = back(Some(asked_from)) else { return false };
        view.hidden.push(("back".to_owned(), back.to_string()));
        view.cancel = Some(back.to_string());
        true
    }

    /// Puts fields, errors and notices into a form.
    fn fill(
        &mut self,
        view: &mut Form,
        object: &'static Object,
        typed: &Typed,
        before: Option<&Record>,
        problem: Option<&Problem>,
    ) -> Outcome<()> {
        let id = before.map(|record| record.head.id);
        let asked = self.conditions_of(object, id, typed)?;
        if !asked.is_empty() {
            let of = id.map_or_else(|| "new".to_owned(), |id| id.to_string());
            view.asks = Some(format!("/{}/{of}/conditions", object.plural));
        }
        let mut lines = self.form_lines(object, typed, before)?;
        for group in object.form {
            let mut fields = Vec::new();
            for name in group.fields {
                let Some(field) = self.field(object, name) else { continue };
                let field = self.form_field(object, field, typed, before)?;
                fields.extend(field.map(|field| under(&asked, field)));
            }
            let label = names::group(self.language(), object, group.name);
            if !fields.is_empty() {
                view.groups.push(FieldGroup { label: Some(label), fields });
            }
            let here = lines.iter_mut().filter(|lines| group.fields.contains(&lines.name.as_str()));
            here.for_each(|lines| lines.after = view.groups.len());
        }
        view.lines = lines;
        let mut typed = typed.clone();
        let wrong = problem.map(faults).unwrap_or_default();
        note_asked(&mut typed, wrong);
        self.put_ticks(view, object, &typed)?;
        if wrong.iter().any(asks::is_of_column) {
            self.put_because(view, object, &typed, asks::skipped(wrong))?;
        }
        self.put_faults(view, problem.map(faults).unwrap_or_default());
        Ok(())
    }

    /// Each fault stands beside its field; what has no field in this form stands on top.
    pub(crate) fn put_faults(&self, view: &mut Form, faults: &[Fault]) {
        let mut whole = Vec::new();
        for fault in faults {
            let said = cordee_i18n::fault(self.language(), fault, None);
            let at = asks::place(fault);
            let fields = view.groups.iter_mut().flat_map(|group| &mut group.fields);
            let mut fields = fields.chain(view.lines.iter_mut().flat_map(Lines::fields_mut));
            match fields.find(|field| field.name == at) {
                Some(field) if asks::is_of_column(fault) => match &mut field.error {
                    // Of several things that are to be ticked each is told.
                    Some(error) => *error = format!("{error} {said}"),
                    error => *error = Some(said),
                },
                Some(field) => field.error = Some(said),
                None => whole.push(cordee_i18n::fault(self.language(), fault, fault.field.as_deref())),
            }
        }
        if !whole.is_empty() {
            view.problem = Some(whole.join(" "));
        }
    }

    /// A field to fill in; one that may only be seen stands as text, and in a new record not at all.
    fn form_field(
        &mut self,
        object: &'static Object,
        field: &'static FieldDef,
        typed: &Typed,
        before: Option<&Record>,
    ) -> Outcome<Option<Field>> {
        if self.settable(object, field, before) {
            if !field.chosen_by().any(|name| name == ID_FIELD.name) {
                return self.ask(object, field, typed).map(Some);
            }
            // What leads to the record is chosen by its id, so that a new one has nothing to choose from.
            let Some(record) = before else { return Ok(None) };
            let mut typed = typed.clone();
            typed.put(ID_FIELD.name, record.head.id.to_string());
            return self.ask(object, field, &typed).map(Some);
        }
        let Some(record) = before else { return Ok(None) };
        let value = plain(&self.cell(record, field));
        let mut shown = Field::new(field.name, self.label(object, field), Input::Text { value });
        shown.read_only = true;
        shown.tip = self.tip_of(object, field);
        Ok(Some(shown))
    }
}

/// A part that is made from the page of its whole goes there without asking.
fn keep_whole(view: &mut Form, object: &Object, typed: &Typed) {
    let Some(whole) = object.part_of else { return };
    for group in &mut view.groups {
        let given = |field: &Field| {
            field.name == whole && field.error.is_none() && !typed.part(whole, "id").is_empty()
        };
        if group.fields.iter().any(given) {
            group.fields.retain(|field| field.name != whole);
            let mut own = Typed::default();
            own.bring(whole, typed);
            view.hidden.extend(own.0);
        }
    }
}
