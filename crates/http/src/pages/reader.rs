//! A gate with the words of whoever reads: all pages are functions of it.

use axum::http::StatusCode;
use cordee_base::{Id, Outcome, Problem};
use cordee_i18n::{Arg, Language, Locale, say};
use cordee_kit::Registry;
use cordee_records::{FieldRight, Gate, Right, Scope};
use cordee_schema::{FieldDef, Object, Record, Term};
use cordee_ui::components::Tip;
use cordee_ui::names;
use cordee_ui::screens::error::{ErrorPage, error};
use cordee_ui::{Action, Crumb, Markup, Toast, Way, fragment, page};

use super::address::Address;
use super::visit::{Visit, status};

/// A gate, and how its reader reads.
pub(crate) struct Reader<'r, 'g> {
    /// The gate.
    pub gate: &'r mut Gate<'g>,
    /// The request.
    pub visit: &'r Visit,
    /// The reader's language and clocks.
    pub locale: Locale,
}

/// A page, before its frame is drawn around it.
pub(crate) struct Page {
    /// What it is called.
    pub title: String,
    /// The place in the navigation that it belongs to.
    pub place: String,
    /// The steps above it.
    pub trail: Vec<Crumb>,
    /// What it holds.
    pub body: Markup,
    /// The status of the answer.
    pub status: StatusCode,
    /// What just happened, where the page itself knows it.
    pub toast: Option<Toast>,
    /// The object it is about, for messages after a redirect.
    pub object: Option<&'static Object>,
}

impl Page {
    /// A page that belongs to the place at `place`.
    pub(crate) fn new(title: impl Into<String>, place: impl Into<String>, body: Markup) -> Page {
        Page {
            title: title.into(),
            place: place.into(),
            trail: Vec::new(),
            body,
            status: StatusCode::OK,
            toast: None,
            object: None,
        }
    }

    /// The same page below a step called `label`.
    pub(crate) fn below(mut self, label: impl Into<String>, href: impl Into<String>) -> Page {
        self.trail.push(Crumb { label: label.into(), href: Some(href.into()) });
        self
    }

    /// The same page, about records of `object`.
    pub(crate) fn about(mut self, object: &'static Object) -> Page {
        self.object = Some(object);
        self
    }

    /// The same page as the answer to something that was refused.
    pub(crate) fn refused(mut self, problem: &Problem) -> Page {
        self.status = status(problem);
        self
    }
}

impl<'r, 'g> Reader<'r, 'g> {
    /// The gate as whoever visits reads it.
    pub(crate) fn open(gate: &'r mut Gate<'g>, visit: &'r Visit) -> Reader<'r, 'g> {
        let access = gate.access();
        let language = Language::from_code(&access.language).unwrap_or(visit.asked.language);
        let locale = Locale::new(language, access.zone.clone()).styled(visit.style);
        let locale = locale.with_weeks(access.first_day);
        Reader { gate, visit, locale }
    }

    /// The reader's language.
    pub(crate) fn language(&self) -> Language {
        self.locale.language
    }

    /// The product, as declared.
    pub(crate) fn registry(&self) -> &'r Registry {
        self.visit.app.registry()
    }

    /// The word under `key`.
    pub(crate) fn word(&self, key: &str) -> String {
        say(self.language(), key, &[])
    }

    /// The sentence under `key`.
    pub(crate) fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        say(self.language(), key, args)
    }

    /// A word of `object`, such as `new` or `help`; none if it has none.
    pub(crate) fn own_word(&self, object: &Object, word: &str) -> Option<String> {
        let key = format!("{}-{word}", object.name.replace('_', "-"));
        cordee_i18n::has(Language::En, &key).then(|| self.word(&key))
    }

    /// What `object` is called in the singular.
    pub(crate) fn one(&self, object: &Object) -> String {
        names::object(self.language(), object)
    }

    /// What `object` is called in the plural.
    pub(crate) fn many(&self, object: &Object) -> String {
        names::objects(self.language(), object)
    }

    /// What a field is called.
    pub(crate) fn label(&self, object: &Object, field: &FieldDef) -> String {
        names::field(self.language(), object, field)
    }

    /// What explains a field's label, if it is a term of the glossary.
    pub(crate) fn tip_of(&self, object: &Object, field: &FieldDef) -> Option<Tip> {
        self.tip(self.registry().term_of_field(object, field))
    }

    /// The sign that explains by a term.
    pub(crate) fn tip(&self, term: Option<&Term>) -> Option<Tip> {
        term.map(|term| Tip { term: term.slug(), label: self.word("term-tip") })
    }

    /// What the field of this name is called, if it is one.
    pub(crate) fn field_name(&self, object: &'static Object, name: &str) -> String {
        match object.field(name) {
            Some(field) => self.label(object, field),
            None => cordee_i18n::field(self.language(), object.name, name),
        }
    }

    /// What many of the object of this name are called.
    pub(crate) fn objects_named(&self, name: &str) -> String {
        match self.gate.catalog().object(name) {
            Some(object) => self.many(object),
            None => cordee_i18n::objects(self.language(), name),
        }
    }

    /// The object that an address names in the plural, with its pages.
    pub(crate) fn object(&self, plural: &str) -> Outcome<&'static Object> {
        let object = self.gate.catalog().plural(plural).filter(|object| !object.internal);
        self.gate.object(object.ok_or(Problem::NotFound)?.name)
    }

    /// The record that an address names, by its object in the plural and its id.
    pub(crate) fn record_at(&mut self, plural: &str, id: &str) -> Outcome<Record> {
        let object = self.object(plural)?;
        self.gate.get(object, self.id(id)?)
    }

    /// Whether the reader may do this to some records of `object`.
    pub(crate) fn may(&self, object: &Object, right: Right) -> bool {
        self.gate.access().scope(object, right) != Scope::None
    }

    /// The field of `object` called `name`, if the reader may see it.
    pub(crate) fn field(&self, object: &'static Object, name: &str) -> Option<&'static FieldDef> {
        object.field(name).filter(|field| self.sees(object, field))
    }

    /// Whether the reader may see a field.
    pub(crate) fn sees(&self, object: &Object, field: &FieldDef) -> bool {
        !field.secret && self.gate.access().field(object, field) != FieldRight::Hidden
    }

    /// The id in an address.
    pub(crate) fn id(&self, text: &str) -> Outcome<Id> {
        text.parse().map_err(|_| Problem::NotFound)
    }

    /// The page that says why something was not done.
    pub(crate) fn refusal(&self, problem: &Problem) -> Page {
        let title = cordee_i18n::problem(self.language(), problem);
        let text = faults(problem).iter().map(|fault| cordee_i18n::fault(self.language(), fault, None));
        let text = text.collect::<Vec<_>>().join(" ");
        let home = Action::new(self.word("error-page-home"), Way::Go("/".to_owned())).primary();
        let view = ErrorPage { title: title.clone(), text, reference: None, actions: vec![home] };
        Page::new(title, "", error(&view)).refused(problem)
    }

    /// The page as HTML: whole, or its body alone where a script of the page asks for it.
    pub(crate) fn drawn(&mut self, mut of: Page) -> Outcome<String> {
        let partial = self.visit.asked.partial;
        // In a dialog the form stands alone; a list that is narrowed keeps what stands beside it.
        if of.place == "/settings" && (!partial || of.object.is_some()) {
            of.body = self.in_settings(of.body);
            let settings = Crumb { label: self.word("settings-title"), href: Some("/settings".to_owned()) };
            if of.title != settings.label && of.trail.iter().all(|step| step.href != settings.href) {
                of.trail.insert(0, settings);
            }
        }
        if partial {
            return Ok(fragment(&of.title, of.body).into_string());
        }
        let frame = self.frame(&of)?;
        Ok(page(&frame, &of.title, of.body).into_string())
    }

    /// Where the page stands, without what is said only once or shown beside it.
    pub(crate) fn here(&self) -> Address {
        self.visit.address.without(&["done", "of", "open"])
    }
}

/// The faults that a problem tells of.
pub(crate) fn faults(problem: &Problem) -> &[cordee_base::Fault] {
    match problem {
        Problem::Invalid(faults) => faults,
        Problem::Conflict(fault) | Problem::TooLarge(fault) => std::slice::from_ref(fault),
        _ => &[],
    }
}

/// The path of a record's page.
pub(crate) fn record_path(object: &Object, id: Id) -> String {
    format!("/{}/{id}", object.plural)
}
