//! The form of a record: a new one, and changes of one that stands.

use axum::extract::{Path, Request};
use axum::response::Response;
use cordee_base::{Fault, Outcome, Problem};
use cordee_records::sign_in::Password;
use cordee_records::{FieldRight, Right};
use cordee_schema::{Default, Draft, FieldDef, Object, Record, Rights};
use cordee_ui::components::{Field, Lines};
use cordee_ui::screens::form::{FieldGroup, Form, form as draw};
use cordee_ui::{Input, names};

use super::address::Address;
use super::asks::{self, note_asked};
use super::cells::{Titles, plain};
use super::conditions::under;
use super::duplicates::JOINS;
use super::reader::{Page, Reader, faults, record_path};
use super::today::back;
use super::typed::Typed;
use super::visit::{Answered, Visit, to};
use crate::Refused;

/// `GET /OBJECTS/new?FIELD=VALUE`.
pub(crate) async fn new(visit: Visit, Path(plural): Path<String>) -> Answered {
    visit
        .page(move |reader| {
            let object = reader.object(&plural)?;
            let typed = reader.beginning(object)?;
            reader.new_page(object, &typed, None)
        })
        .await
}

/// `POST /OBJECTS`.
pub(crate) async fn create(visit: Visit, Path(plural): Path<String>, request: Request) -> Answered {
    let typed = match visit.posted(request).await {
        Ok(pairs) => Typed(pairs),
        Err(problem) => return visit.refused(problem).await,
    };
    if let Some(page) = visit.form_again(&plural, None, &typed).await? {
        return Ok(page);
    }
    let again = (typed.text("then") == "new").then(|| Address::of(format!("/{plural}/new")));
    let back = back(Some(typed.text("back")));
    // A form sent twice makes one record: the second sending is led to what the first has made.
    let mut once = visit.once(typed.text("once")).await;
    if let Some(next) = &*once {
        return Ok(to(next));
    }
    if let Some(page) = visit.shown_first(&plural, &typed).await? {
        return Ok(page);
    }
    let (name, form) = (plural.clone(), typed.clone());
    let made = visit.write(move |reader| {
        let object = reader.object(&name)?;
        let (wishes, wrong) = reader.line_wishes(object, &form, None)?;
        let draft = also(reader.draft(object, &form, None), wrong)?;
        let id = reader.gate.create(draft)?;
        reader.write_lines(id, wishes, Ok(()))?;
        if object.name == "user" && !form.text("password").is_empty() {
            reader.gate.set_password(id, &Password::chosen(form.text("password"))?, None)?;
        }
        Ok(match &back {
            Some(back) => back.with("done", "created").with("of", format!("{}:{id}", object.plural)),
            None => Address::of(record_path(object, id)).and("done", "created"),
        })
    });
    match made.await {
        Ok(page) => {
            let next = again.unwrap_or(page);
            *once = Some(next.clone());
            Ok(to(&next))
        }
        Err(problem) => {
            visit
                .shown_again(problem, move |reader, problem| {
                    let object = reader.object(&plural)?;
                    reader.new_page(object, &typed, Some(problem))
                })
                .await
        }
    }
}

/// `GET /OBJECTS/ID/edit`.
pub(crate) async fn edit(visit: Visit, Path((plural, id)): Path<(String, String)>) -> Answered {
    visit
        .page(move |reader| {
            let object = reader.object(&plural)?;
            let record = reader.gate.get(object, reader.id(&id)?)?;
            let mut typed = reader.typed_of(&record);
            reader.type_lines(&mut typed, &record)?;
            reader.edit_page(&record, &typed, None)
        })
        .await
}

/// `POST /OBJECTS/ID`.
pub(crate) async fn update(
    visit: Visit,
    Path((plural, id)): Path<(String, String)>,
    request: Request,
) -> Answered {
    let typed = match visit.posted(request).await {
        Ok(pairs) => Typed(pairs),
        Err(problem) => return visit.refused(problem).await,
    };
    if let Some(page) = visit.form_again(&plural, Some(&id), &typed).await? {
        return Ok(page);
    }
    let (name, text, form) = (plural.clone(), id.clone(), typed.clone());
    let saved = visit.write(move |reader| {
        let (object, id) = (reader.object(&name)?, reader.id(&text)?);
        let version = form.text("version").parse().map_err(|_| Fault::whole("error-version"))?;
        let record = reader.gate.get(object, id)?;
        let form = reader.decided(&record, &form);
        if record.head.version != version {
            return Err(Problem::Stale { now: record.head.version });
        }
        let (wishes, wrong) = reader.line_wishes(object, &form, Some(&record))?;
        let draft = also(reader.draft(object, &form, Some(&record)), wrong)?;
        if wishes.is_empty() {
            reader.gate.update(id, Some(version), draft)?;
        } else {
            let done = reader.gate.attempt(|gate| gate.update(id, Some(version), draft))?;
            reader.write_lines(id, wishes, done)?;
        }
        Ok(match back(Some(form.text("back"))) {
            Some(back) => {
                let version = reader.version_of(object.name, id)?;
                back.with("done", "updated").with("of", format!("{}:{id}:{version}", object.plural))
            }
            None => Address::of(record_path(object, id)).and("done", "updated"),
        })
    });
    let problem = match saved.await {
        Ok(next) => return Ok(to(&next)),
        Err(problem) => problem,
    };
    let stale = matches!(problem, Problem::Stale { .. });
    if faults(&problem).is_empty() && !stale {
        return visit.refused(problem).await;
    }
    visit
        .page(move |reader| {
            let object = reader.object(&plural)?;
            let record = reader.gate.get(object, reader.id(&id)?)?;
            let page = match stale {
                true => reader.stale_page(&record, &typed)?,
                false => reader.edit_page(&record, &typed, Some(&problem))?,
            };
            Ok(page.refused(&problem))
        })
        .await
}

/// The draft, if nothing else is wrong either.
fn also(draft: Outcome<Draft>, wrong: Vec<Fault>) -> Outcome<Draft> {
    match draft {
        Err(Problem::Invalid(mut faults)) => {
            faults.extend(wrong);
            Err(Problem::Invalid(faults))
        }
        draft if wrong.is_empty() => draft,
        Ok(_) => Err(Problem::Invalid(wrong)),
        Err(problem) => Err(problem),
    }
}

impl Visit {
    /// The form again, if a button of its lines was pressed: nothing is saved, and nothing typed is lost.
    async fn form_again(
        &self,
        plural: &str,
        id: Option<&str>,
        typed: &Typed,
    ) -> Result<Option<Response>, Refused> {
        if !typed.text("then").starts_with("lines.") {
            return Ok(None);
        }
        let (plural, id, typed) = (plural.to_owned(), id.map(str::to_owned), typed.clone());
        let page = self.page(move |reader| {
            let object = reader.object(&plural)?;
            let stepped = reader.stepped(object, &typed)?.unwrap_or_else(|| typed.clone());
            match &id {
                None => reader.new_page(object, &stepped, None),
                Some(id) => {
                    let record = reader.gate.get(object, reader.id(id)?)?;
                    reader.edit_page(&record, &stepped, None)
                }
            }
        });
        Ok(Some(page.await?))
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

/// What a form posts.
pub(crate) type Pairs = Vec<(String, String)>;

impl Reader<'_, '_> {
    pub(super) fn new_page(
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

    pub(super) fn edit_page(
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
            self.put_because(view, object, &typed)?;
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
            return self.ask(object, field, typed).map(Some);
        }
        let Some(record) = before else { return Ok(None) };
        let value = plain(&self.cell(record, field));
        let mut shown = Field::new(field.name, self.label(object, field), Input::Text { value });
        shown.read_only = true;
        shown.tip = self.tip_of(object, field);
        Ok(Some(shown))
    }

    /// Whether the reader may set a field of a new record, or of one that stands.
    pub(crate) fn settable(&self, object: &Object, field: &FieldDef, before: Option<&Record>) -> bool {
        let open = self.gate.access().field(object, field) == FieldRight::Open && !field.secret;
        let once = field.rights == Rights::OnceAtCreation && before.is_some();
        open && !once && field.rights != Rights::Engine
    }

    /// What a new record begins with: its defaults, and what the address names.
    fn beginning(&mut self, object: &'static Object) -> Outcome<Typed> {
        let (mut typed, mut draft) = (Typed::default(), Draft::new(object));
        for field in object.fields {
            if !self.settable(object, field, None) {
                continue;
            }
            let given: Vec<String> = self.visit.address.all(field.name).map(str::to_owned).collect();
            for text in given {
                let value = field.kind.behave().parse(&text, self.gate.reading()).unwrap_or_default();
                let titles = self.titles_of(field, &value)?;
                match titles.iter().any(Option::is_some) {
                    true => self.type_value(&mut typed, field, &value, Titles::Many(&titles)),
                    false => typed.put(field.name, text),
                }
                draft.set(field.name, value);
            }
        }
        // What must be there, or is so unless said otherwise; the rest is for the person to say.
        let proposed = self.gate.proposed(draft.clone());
        for (field, value) in proposed.fields() {
            let wanted = field.required || field.default != Default::None;
            if wanted && !draft.names(field.name) && self.settable(object, field, None) {
                let titles = self.titles_of(field, value)?;
                self.type_value(&mut typed, field, value, Titles::Many(&titles));
            }
        }
        Ok(typed)
    }

    /// What a form asks to be written: of a record that stands only what was changed.
    pub(crate) fn draft(
        &mut self,
        object: &'static Object,
        typed: &Typed,
        before: Option<&Record>,
    ) -> Outcome<Draft> {
        let shown = before.map(|record| self.typed_of(record));
        let (mut draft, mut wrong) = (Draft::new(object), Vec::new());
        for field in object.fields {
            let same = shown.as_ref().is_some_and(|shown| shown.mark(field) == typed.mark(field));
            if !typed.has(field.name) || same || !self.settable(object, field, before) {
                continue;
            }
            match self.read_typed(field, typed)? {
                Ok(value) => draft.set(field.name, value),
                Err(fault) => wrong.push(fault),
            }
        }
        self.draft_ticks(&mut draft, before, typed);
        if !wrong.is_empty() {
            // What is missing is told together with what is wrong.
            let empty =
                |field: &&FieldDef| field.required && typed.has(field.name) && typed.mark(field).is_empty();
            wrong.extend(object.fields.iter().filter(empty).map(|f| Fault::at(f.name, "error-required")));
            return Err(Problem::Invalid(wrong));
        }
        Ok(draft)
    }
}
