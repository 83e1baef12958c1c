//! What can be done to a record: the verbs of the registry as buttons and dialogs, and the engine's own.

use axum::Form as Posted;
use axum::extract::Path;
use cordee_base::{Fault, Outcome, Problem};
use cordee_kit::Action as Verb;
use cordee_records::Right;
use cordee_records::system::user::ACTIVE;
use cordee_schema::{Draft, FieldDef, Object, Record};
use cordee_ui::screens::form::{FieldGroup, Form, form as draw};
use cordee_ui::{Action, Icon, Tone, Way};

use super::address::Address;
use super::asks::{is_because, note_asked, ticked};
use super::cells::Titles;
use super::form::Pairs;
use super::reader::{Page, Reader, faults, record_path};
use super::today::back;
use super::typed::Typed;
use super::visit::{Answered, Visit, to};
use crate::imports::aside;

/// `GET /OBJECTS/ID/do/VERB`: asks for what the verb needs, and for what the record must have once it is done.
pub(crate) async fn ask(visit: Visit, Path(place): Path<(String, String, String)>) -> Answered {
    let needed = needed(&visit, &place).await;
    visit
        .page(move |reader| {
            let (record, verb) = reader.verb_on(&place)?;
            let mut typed = reader.begun(&record, verb)?;
            reader.note_needed(&mut typed, verb, record.object, &needed)?;
            reader.verb_page(&record, verb, &typed, None)
        })
        .await
}

/// What the record will have to have, as faults, found out by doing it without keeping it. What can't be found out so is
/// asked for when it is sent.
async fn needed(visit: &Visit, place: &(String, String, String)) -> Vec<Fault> {
    let (visit, place) = (visit.clone(), place.clone());
    let rehearsed = aside(move || {
        let (records, actor) = (visit.app.records().clone(), visit.actor.clone());
        records.rehearse_now(&actor, move |gate| {
            let mut reader = Reader::open(gate, &visit);
            let (record, verb) = reader.verb_on(&place)?;
            if reader.extra(verb, record.object)?.is_empty() && ticked(record.object).is_none() {
                return Ok(Vec::new());
            }
            let any = verb.input.iter().filter(|field| field.required);
            let any = any.filter_map(|field| Some((field.name, field.kind.options().first()?.key)));
            let done = verb.input_from_texts(any, reader.gate.reading()).and_then(|input| {
                verb.act(reader.gate, record.object, record.head.id, None, &input).map(drop)
            });
            Ok(match done {
                Err(problem) => faults(&problem).to_vec(),
                Ok(()) => Vec::new(),
            })
        })
    });
    rehearsed.await.unwrap_or_default()
}

/// Whether two fields hold values of one kind.
fn same_kind(one: &FieldDef, other: &FieldDef) -> bool {
    std::mem::discriminant(&one.kind) == std::mem::discriminant(&other.kind)
}

/// `POST /OBJECTS/ID/do/VERB`.
pub(crate) async fn act(
    visit: Visit,
    Path(place): Path<(String, String, String)>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let typed = Typed(pairs);
    let (named, form) = (place.clone(), typed.clone());
    let done = visit.write(move |reader| {
        let (record, verb) = reader.verb_on(&named)?;
        let mut faults = Vec::new();
        let mut texts = Vec::new();
        for field in verb.input.iter().filter(|field| form.has(field.name)) {
            match reader.read_typed(field, &form)? {
                Ok(value) => texts.push((field.name, field.kind.behave().text(&value))),
                Err(fault) => faults.push(fault),
            }
        }
        let mut before = Draft::new(record.object);
        for field in reader.extra(verb, record.object)? {
            if !form.has(field.name) {
                continue;
            }
            match reader.read_typed(field, &form)? {
                Ok(value) if reader.settable(record.object, field, Some(&record)) => {
                    before.set(field.name, value);
                }
                Ok(_) => {}
                Err(fault) => faults.push(fault),
            }
        }
        reader.draft_ticks(&mut before, Some(&record), &form);
        if !faults.is_empty() {
            return Err(Problem::Invalid(faults));
        }
        let texts = texts.iter().map(|(name, text)| (*name, text.as_str()));
        let input = verb.input_from_texts(texts, reader.gate.reading())?;
        let mut version = form.text("version").parse().ok();
        if !before.values().is_empty() && verb.offered(reader.gate, &record)? {
            // In the same transaction, so that the verb finds what its record must have.
            version = Some(reader.gate.update(record.head.id, version, before)?);
        }
        let done = verb.act(reader.gate, record.object, record.head.id, version, &input)?;
        let next = reader.gate.catalog().object(done.object).ok_or(Problem::NotFound)?;
        // What makes something else of a record leads there, not back to it.
        let (here, there) = (record_path(record.object, record.head.id), record_path(next, done.id));
        let back = back(Some(form.text("back"))).filter(|back| here == there || back.path != here);
        let of = match reader.registry().aid(record.object, verb.name).and_then(|aid| aid.back) {
            // What takes it back is done to the record itself.
            Some(_) => Some(format!("{}:{}:0", record.object.plural, record.head.id)),
            None if back.is_some() => {
                let version = reader.version_of(next.name, done.id)?;
                Some(format!("{}:{}:{version}", next.plural, done.id))
            }
            None => None,
        };
        let next = back.unwrap_or_else(|| Address::of(there)).with("done", verb.name);
        Ok(of.map_or(next.clone(), |of| next.with("of", of)))
    });
    visit
        .after_form(done.await, move |reader, problem| {
            let (record, verb) = reader.verb_on(&place)?;
            let mut typed = typed.clone();
            reader.note_needed(&mut typed, verb, record.object, faults(problem))?;
            reader.verb_page(&record, verb, &typed, Some(problem))
        })
        .await
}

impl Reader<'_, '_> {
    fn verb_on(&mut self, (plural, id, name): &(String, String, String)) -> Outcome<(Record, &'static Verb)> {
        let object = self.object(plural)?;
        let verb = self.registry().action(object, name).ok_or(Problem::NotFound)?;
        Ok((self.gate.get(object, self.id(id)?)?, verb))
    }

    /// What stands in the input of a verb at first: what the address says, else what the record has in the field that the
    /// verb may change; what it must be told anew is left to be said.
    fn begun(&mut self, record: &Record, verb: &'static Verb) -> Outcome<Typed> {
        let (said, now) = (Typed(self.visit.address.parameters.clone()), self.typed_of(record));
        let mut typed = Typed::default();
        for input in verb.input {
            let own = self.field(record.object, input.name).filter(|own| same_kind(own, input));
            if said.has(input.name) {
                typed.bring(input.name, &said);
            } else if own.is_some() && !input.required && !is_because(record.object, input) {
                typed.bring(input.name, &now);
            }
        }
        Ok(typed)
    }

    /// The fields of a record that conditions and columns may ask for, beside what the verb takes itself.
    fn extra(&mut self, verb: &'static Verb, object: &'static Object) -> Outcome<Vec<&'static FieldDef>> {
        let conditional = object.fields.iter().filter(|field| field.required_when.is_some());
        let mut fields: Vec<&'static FieldDef> = conditional.collect();
        for field in self.gate.fields_asked_for(object)? {
            if !fields.iter().any(|known| known.name == field.name) {
                fields.push(field);
            }
        }
        fields.retain(|field| verb.input.iter().all(|input| input.name != field.name));
        Ok(fields)
    }

    /// Notes in a form what faults say is missing and the verb does not ask for itself.
    fn note_needed(
        &mut self,
        typed: &mut Typed,
        verb: &'static Verb,
        object: &'static Object,
        faults: &[Fault],
    ) -> Outcome<()> {
        note_asked(typed, faults);
        for field in self.extra(verb, object)? {
            let at = |fault: &Fault| fault.field.as_deref() == Some(field.name);
            let missing = faults.iter().any(|fault| fault.key == "error-required" && at(fault));
            if missing && !typed.has(field.name) {
                typed.put(field.name, "");
            }
        }
        Ok(())
    }

    fn verb_page(
        &mut self,
        record: &Record,
        verb: &'static Verb,
        typed: &Typed,
        problem: Option<&Problem>,
    ) -> Outcome<Page> {
        if !verb.allowed(self.gate, record.object) {
            return Err(Problem::NotAllowed);
        }
        let (object, path, label) =
            (record.object, record_path(record.object, record.head.id), self.verb_label(verb));
        let mut view = Form::new(&label, format!("{path}/do/{}", verb.name), &label);
        view.hidden.push(("version".to_owned(), record.head.version.to_string()));
        view.cancel = Some(path.clone());
        let asked_from = self.visit.address.one("back").unwrap_or_else(|| typed.text("back"));
        if let Some(back) = back(Some(asked_from)) {
            view.hidden.push(("back".to_owned(), back.to_string()));
            view.cancel = Some(back.to_string());
        }
        view.intro = Some(record.title());
        let begun = match self.registry().aid(object, verb.name) {
            Some(aid) => (aid.begins)(self.gate, record)?,
            None => Vec::new(),
        };
        let mut typed = typed.clone();
        for field in verb.input.iter().filter(|_| problem.is_none()) {
            let Some(begun) = begun.iter().find(|begun| begun.field == field.name) else { continue };
            let titles = self.titles_of(field, &begun.value)?;
            if !begun.value.is_none() {
                typed.take(field.name);
                self.type_value(&mut typed, field, &begun.value, Titles::Many(&titles));
            }
        }
        let typed = &typed;
        let mut fields = Vec::new();
        for field in verb.input.iter().filter(|field| !is_because(object, field) || typed.has(field.name)) {
            let mut asked = self.ask(object, field, typed)?;
            if object.field(field.name).is_none() {
                // What only the verb knows of is called as it calls it.
                asked.label = self.word(&format!("action-{}-{}", verb.name, field.name).replace('_', "-"));
            }
            if let Some(begun) = begun.iter().find(|begun| begun.field == field.name) {
                let new =
                    begun.new.as_deref().map(|new| self.say("verb-new-if-empty", &[("name", new.into())]));
                asked.hint = new.or(asked.hint);
                asked.likely = begun.likely.iter().map(|one| self.shown_likely(one, None)).collect();
            }
            fields.push(asked);
        }
        for field in self.extra(verb, object)? {
            if typed.has(field.name) && self.settable(object, field, Some(record)) {
                fields.push(self.ask(object, field, typed)?.required());
            }
        }
        view.groups.push(FieldGroup { label: None, fields });
        self.put_ticks(&mut view, object, typed)?;
        self.put_faults(&mut view, problem.map(faults).unwrap_or_default());
        let page = Page::new(label, self.place(object), draw(self.language(), &view));
        Ok(page.below(self.many(object), format!("/{}", object.plural)).below(record.title(), path))
    }

    fn verb_label(&self, verb: &Verb) -> String {
        self.word(&format!("action-{}", verb.name.replace('_', "-")))
    }

    /// The buttons of a record's page: first what brings it to its end. What comes next may stand in a strip of its own.
    pub(crate) fn record_actions(
        &mut self,
        record: &Record,
        next_stands_apart: bool,
    ) -> Outcome<Vec<Action>> {
        let (object, path) = (record.object, record_path(record.object, record.head.id));
        let version = vec![("version".to_owned(), record.head.version.to_string())];
        let portrait = self.registry().portrait(object);
        let ends = portrait.map_or(&[][..], |portrait| portrait.ends);
        let next = portrait.and_then(|portrait| portrait.next).filter(|_| next_stands_apart);
        let elsewhere = |verb: &Verb| {
            ends.iter().any(|(name, _)| *name == verb.name)
                || next.is_some_and(|next| [next.done, next.plan].contains(&verb.name))
        };
        let mut actions = Vec::new();
        for (name, tone) in ends {
            if let Some(action) = self.verb_here(record, name)? {
                let icon = if *tone == Tone::Lost { Icon::X } else { Icon::Check };
                actions.push(action.icon(icon).tone(*tone));
            }
        }
        if self.may(object, Right::Edit) && !object.form.is_empty() {
            let edit = Action::new(self.word("action-edit"), Way::Go(format!("{path}/edit")));
            actions.push(edit.icon(Icon::Pencil).key('e'));
        }
        for verb in self.registry().actions_on(object) {
            if !elsewhere(verb) && self.is_button(verb, record)? {
                actions.push(self.verb_action(record, verb, None));
            }
        }
        if object.name == "user" && self.gate.access().administers() {
            let way = Way::Go(format!("/settings/users/{}/sign-in", record.head.id));
            actions.push(Action::new(self.word("person-title"), way).icon(Icon::Shield));
            let way = Way::Dialog(format!("/settings/users/{}/password", record.head.id));
            actions.push(Action::new(self.word("settings-password-set"), way).icon(Icon::KeyRound));
            let way = Way::Go(format!("/settings/users/{}/transfer", record.head.id));
            let transfer = Action::new(self.word("action-transfer"), way).icon(Icon::ArrowRight);
            match record.get(ACTIVE) {
                // Who leaves has things to give first of all.
                Some(false) => actions.insert(0, transfer.primary()),
                _ => actions.push(transfer),
            }
            if self.gate.access().user != Some(record.head.id) {
                let way = Way::Post(format!("/settings/users/{}/see-as", record.head.id), Vec::new());
                actions.push(Action::new(self.word("action-see-as"), way).icon(Icon::User));
            }
        }
        if object.shareable() && self.gate.may_share(object, record.head.id)? {
            let way = Way::Go(format!("{path}/share"));
            actions.push(Action::new(self.word("action-share"), way).icon(Icon::UserPlus));
        }
        if self.gate.may_ask_why(object, record.head.id)? {
            let way = Way::Dialog(format!("{path}/access"));
            actions.push(Action::new(self.word("action-access"), way).icon(Icon::Shield).aside());
        }
        if self.mergeable(object) {
            let way = Way::Go(format!("{path}/merge"));
            match self.gate.same_as(record)?.len() {
                0 => actions.push(Action::new(self.word("action-merge"), way).icon(Icon::Merge).aside()),
                // What should be put right is seen at once.
                many => {
                    let label = self.say("duplicates-some", &[("count", (many as i64).into())]);
                    actions.insert(0, Action::new(label, way).icon(Icon::Merge));
                }
            }
        }
        if object.tracked().next().is_some() {
            let way = Way::Dialog(format!("{path}/as-of"));
            actions.push(Action::new(self.word("record-look-back"), way).icon(Icon::History).aside());
        }
        if self.may(object, Right::Delete) && object.name != "workspace" {
            let way = Way::Post(format!("{path}/trash"), version);
            actions.push(Action::new(self.word("action-delete"), way).icon(Icon::Trash2).danger().aside());
        }
        Ok(actions)
    }

    /// A verb that comes back to the record's page, if it can be done to the record now.
    pub(crate) fn verb_here(&mut self, record: &Record, name: &str) -> Outcome<Option<Action>> {
        let Some(verb) = self.registry().action(record.object, name) else { return Ok(None) };
        if !verb.offered(self.gate, record)? {
            return Ok(None);
        }
        Ok(Some(self.verb_action(record, verb, Some(&record_path(record.object, record.head.id)))))
    }

    /// The verbs of the registry that can be done to a record now; afterwards one comes `back`.
    pub(crate) fn verbs(&mut self, record: &Record, back: &str) -> Outcome<Vec<Action>> {
        let mut actions = Vec::new();
        for verb in self.registry().actions_on(record.object) {
            if self.is_button(verb, record)? {
                actions.push(self.verb_action(record, verb, Some(back)));
            }
        }
        Ok(actions)
    }

    /// The button of a verb: it asks for what the verb needs, or does it at once.
    fn verb_action(&self, record: &Record, verb: &Verb, back: Option<&str>) -> Action {
        let place = Address::of(format!("{}/do/{}", record_path(record.object, record.head.id), verb.name));
        let way = match verb.input.is_empty() {
            true => {
                let version = ("version".to_owned(), record.head.version.to_string());
                let back = back.map(|back| ("back".to_owned(), back.to_owned()));
                Way::Post(place.to_string(), [version].into_iter().chain(back).collect())
            }
            false => {
                Way::Dialog(back.into_iter().fold(place, |place, back| place.and("back", back)).to_string())
            }
        };
        Action::new(self.verb_label(verb), way)
    }

    /// Merging and its undoing have a page of their own.
    fn is_button(&mut self, verb: &Verb, record: &Record) -> Outcome<bool> {
        Ok(!matches!(verb.name, "merge" | "unmerge") && verb.offered(self.gate, record)?)
    }

    /// Whether the reader may merge two records of `object`.
    pub(crate) fn mergeable(&self, object: &Object) -> bool {
        object.mergeable && self.may(object, Right::Edit) && self.may(object, Right::Delete)
    }
}

/// `GET` and `POST /OBJECTS/ID/as-of`: asks for a day and shows the record as it stood then.
pub(crate) async fn ask_day(visit: Visit, Path((plural, id)): Path<(String, String)>) -> Answered {
    visit
        .page(move |reader| {
            let record = reader.record_at(&plural, &id)?;
            let object = record.object;
            let (title, path) = (reader.word("record-look-back"), record_path(object, record.head.id));
            let mut view = Form::new(&title, format!("{path}/as-of"), reader.word("ui-show"));
            let today = reader.gate.today().to_string();
            let day = cordee_ui::components::Field::new(
                "day",
                reader.word("figures-as-of"),
                cordee_ui::Input::Date { value: today },
            );
            view.intro = Some(reader.word("record-look-back-hint"));
            view.groups.push(FieldGroup { label: None, fields: vec![day.required()] });
            view.cancel = Some(path);
            let body = draw(reader.language(), &view);
            Ok(Page::new(title, reader.place(object), body))
        })
        .await
}

/// See [`ask_day`].
pub(crate) async fn show_day(
    _: Visit,
    Path((plural, id)): Path<(String, String)>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let day = Typed(pairs).text("day").to_owned();
    Ok(to(&Address::of(format!("/{plural}/{id}")).with("as-of", day)))
}
