//! All that features bring: nouns, verbs, figures and hooks, joined by `cli` and asked by everybody above.

use cordee_base::{Fault, Outcome};
use cordee_records::{Gate, Hook};
use cordee_schema::{Catalog, FieldDef, Lives, Object, Term};

use crate::{Action, Aid, Follower, Glimpse, Goal, Imports, Job, Metric, Portrait, Reminder, Report, Today};

/// The product, as declared.
#[derive(Clone, Debug)]
pub struct Registry {
    /// All objects, the engine's own first.
    pub catalog: Catalog,
    /// All actions.
    pub actions: Vec<&'static Action>,
    /// What helps with some of them.
    pub aids: Vec<&'static Aid>,
    /// All figures.
    pub metrics: Vec<&'static Metric>,
    /// All reports, in the order in which they are offered.
    pub reports: Vec<&'static Report>,
    /// What some reports say of one record on its page.
    pub glimpses: Vec<&'static Glimpse>,
    /// All that is done without anybody waiting.
    pub jobs: Vec<&'static Job>,
    /// What people are reminded of.
    pub reminders: Vec<&'static Reminder>,
    /// What is told above boards, at most one for each object.
    pub goals: Vec<&'static Goal>,
    /// All readers of the journal.
    pub followers: Vec<&'static Follower>,
    /// At most one hook for each object.
    pub hooks: Vec<Hook>,
    /// What the page shows that a person's day begins with.
    pub today: Today,
    /// What the pages of some records show besides.
    pub portraits: Vec<&'static Portrait>,
    /// Fills a new workspace with what every one has: roles, pipelines.
    pub furnish: fn(&mut Gate<'_>) -> Outcome<()>,
    /// Brings files in and takes records out.
    pub imports: &'static dyn Imports,
    /// The glossary.
    pub terms: &'static [Term],
}

impl Registry {
    /// The same product over all objects of a workspace, its own among them.
    pub fn with_catalog(&self, catalog: &Catalog) -> Registry {
        Registry { catalog: catalog.clone(), ..self.clone() }
    }

    /// The actions that can be done to records of `object`.
    pub fn actions_on<'a>(&'a self, object: &'a Object) -> impl Iterator<Item = &'static Action> + 'a {
        self.actions.iter().copied().filter(move |action| action.fits(object))
    }

    /// The action with this name on `object`.
    pub fn action(&self, object: &Object, name: &str) -> Option<&'static Action> {
        self.actions.iter().copied().find(|action| action.name == name && action.fits(object))
    }

    /// What the page of a record of `object` shows besides, if anything.
    pub fn portrait(&self, object: &Object) -> Option<&'static Portrait> {
        self.portraits.iter().copied().find(|portrait| portrait.object == object.name)
    }

    /// What helps with an action on `object`, if anything does.
    pub fn aid(&self, object: &Object, action: &str) -> Option<&'static Aid> {
        self.aids.iter().copied().find(|aid| aid.object == object.name && aid.action == action)
    }

    /// What a report says of one record on its page, if it does.
    pub fn glimpse(&self, report: &str) -> Option<&'static Glimpse> {
        self.glimpses.iter().copied().find(|glimpse| glimpse.report == report)
    }

    /// The job called `name`.
    pub fn job(&self, name: &str) -> Option<&'static Job> {
        self.jobs.iter().copied().find(|job| job.name == name)
    }

    /// What notifications of this kind remind of, if they do.
    pub fn reminder(&self, kind: &str) -> Option<&'static Reminder> {
        self.reminders.iter().copied().find(|reminder| reminder.kind == kind)
    }

    /// What is to be reached with records of `object`, if anything is.
    pub fn goal(&self, object: &Object) -> Option<&'static Goal> {
        self.goals.iter().copied().find(|goal| goal.object == object.name)
    }

    /// The figure called `name`; a fault that lists the names if there is none.
    pub fn metric(&self, name: &str) -> Result<&'static Metric, Fault> {
        self.metrics.iter().copied().find(|metric| metric.name == name).ok_or_else(|| {
            let names: Vec<&str> = self.metrics.iter().map(|metric| metric.name).collect();
            Fault::at("metric", "error-metric").with("name", name).with("options", names.join(", "))
        })
    }

    /// The report called `name`; a fault that lists the names if there is none.
    pub fn report(&self, name: &str) -> Result<&'static Report, Fault> {
        self.reports.iter().copied().find(|report| report.name == name).ok_or_else(|| {
            let names: Vec<&str> = self.reports.iter().map(|report| report.name).collect();
            Fault::at("report", "error-report").with("name", name).with("options", names.join(", "))
        })
    }

    /// The term of the glossary called `name`.
    pub fn term(&self, name: &str) -> Option<&'static Term> {
        self.terms.iter().find(|term| term.name == name)
    }

    /// The term that explains a field's label: the one that says so, else the one of the same name.
    pub fn term_of_field(&self, object: &Object, field: &FieldDef) -> Option<&'static Term> {
        // What a workspace calls something itself it may mean otherwise.
        if field.called.is_some() {
            return None;
        }
        let here = Lives::Field(object.name, field.name);
        self.terms.iter().find(|term| term.lives.contains(&here)).or_else(|| self.term(field.name))
    }

    /// The term that explains an option of a choice of `object`, where one says so.
    pub fn term_of_option(&self, object: &Object, field: &str, option: &str) -> Option<&'static Term> {
        let is_it = |place: &Lives| match *place {
            Lives::Option(of, choice, key) => (of, choice, key) == (object.name, field, option),
            _ => false,
        };
        self.terms.iter().find(|term| term.lives.iter().any(is_it))
    }

    /// The term that explains the weighted sums on the board of `object`, where one says so.
    pub fn term_of_weighted(&self, object: &Object) -> Option<&'static Term> {
        let is_it = |place: &Lives| matches!(*place, Lives::Weighted(of) if of == object.name);
        self.terms.iter().find(|term| term.lives.iter().any(is_it))
    }

    /// The term that explains a figure: the one that says so, else the one of the same name.
    pub fn term_of_metric(&self, metric: &Metric) -> Option<&'static Term> {
        let here = Lives::Metric(metric.name);
        self.terms.iter().find(|term| term.lives.contains(&here)).or_else(|| self.term(metric.name))
    }
}
