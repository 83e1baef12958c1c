//! With whom a record is shared beyond what roles give; and why somebody can see it, or why not.

use axum::Form as Posted;
use axum::extract::Path;
use cordee_base::{Fault, Id, Moment, Outcome, Problem};
use cordee_kit::{Sentence, sight_sentences};
use cordee_records::system::share::{SHARE, TEAM as OF_TEAM, USER as OF_USER};
use cordee_records::system::team::TEAM;
use cordee_records::{Query, Right, ShareInfo, ShareWish, SharedWith, Sight};
use cordee_schema::{Field as Declared, FieldDef, Object, Record};
use cordee_ui::components::{Column, Empty, Field, Notice, Pager};
use cordee_ui::screens::form::{FieldGroup, Form, form as draw_form};
use cordee_ui::screens::register::{Entry, Register, register};
use cordee_ui::{Action, Cell, Icon, Input, Person, Pick, Tone, Way};

use super::address::Address;
use super::form::Pairs;
use super::reader::{Page, Reader, faults, record_path};
use super::typed::Typed;
use super::visit::{Answered, Visit};

static USER: Declared<Id> = OF_USER;
static TEAM_FIELD: Declared<Id> = OF_TEAM;

/// `GET /OBJECTS/ID/share`.
pub(crate) async fn show(visit: Visit, Path((plural, id)): Path<(String, String)>) -> Answered {
    visit
        .page(move |reader| {
            let record = reader.shared_record(&plural, &id)?;
            reader.share_page(&record, &Typed::default(), None)
        })
        .await
}

/// `POST /OBJECTS/ID/share`.
pub(crate) async fn make(
    visit: Visit,
    Path((plural, id)): Path<(String, String)>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let (typed, of) = (Typed(pairs), (plural.clone(), id.clone()));
    let form = typed.clone();
    let made = visit.write(move |reader| {
        let record = reader.shared_record(&of.0, &of.1)?;
        let wish = reader.share_wish(&form)?;
        reader.gate.share(record.object, record.head.id, &wish)?;
        Ok(Address::of(format!("{}/share", record_path(record.object, record.head.id))).and("done", "share"))
    });
    let again = move |reader: &mut Reader<'_, '_>, problem: &Problem| {
        let record = reader.shared_record(&plural, &id)?;
        reader.share_page(&record, &typed, Some(problem))
    };
    visit.after_form(made.await, again).await
}

/// `POST /OBJECTS/ID/share/SHARE/end`.
pub(crate) async fn end(visit: Visit, Path((plural, id, share)): Path<(String, String, String)>) -> Answered {
    visit
        .then(move |reader| {
            let record = reader.shared_record(&plural, &id)?;
            let (object, id, share) = (record.object, record.head.id, reader.id(&share)?);
            reader.gate.end_share(object, id, share)?;
            // Who took back what they had themselves sees it no more.
            Ok(match reader.gate.may_share(object, id)? {
                true => Address::of(format!("{}/share", record_path(object, id))).and("done", "share-end"),
                false => Address::of(format!("/{}", object.plural)).and("done", "share-end"),
            })
        })
        .await
}

/// `GET /OBJECTS/ID/access`: asks whose access, or with `user` tells why.
pub(crate) async fn access(visit: Visit, Path((plural, id)): Path<(String, String)>) -> Answered {
    visit
        .page(move |reader| {
            let record = reader.record_at(&plural, &id)?;
            if !reader.gate.may_ask_why(record.object, record.head.id)? {
                return Err(Problem::NotAllowed);
            }
            match reader.visit.address.one("user").map(str::to_owned) {
                Some(user) => {
                    let user = reader.id(&user)?;
                    reader.access_page(&record, user)
                }
                None => reader.ask_access(&record, &Typed::default(), None),
            }
        })
        .await
}

/// `POST /OBJECTS/ID/access`.
pub(crate) async fn whose(
    visit: Visit,
    Path((plural, id)): Path<(String, String)>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let typed = Typed(pairs);
    let (form, of) = (typed.clone(), (plural.clone(), id.clone()));
    let chosen = visit.read(move |reader| {
        let object = reader.object(&of.0)?;
        let id = reader.id(&of.1)?;
        match reader.person_typed(&USER.def, &form)? {
            Some(user) => Ok(Address::of(format!("{}/access", record_path(object, id))).with("user", user)),
            None => Err(Fault::at("user", "error-required").into()),
        }
    });
    let again = move |reader: &mut Reader<'_, '_>, problem: &Problem| {
        let record = reader.record_at(&plural, &id)?;
        reader.ask_access(&record, &typed, Some(problem))
    };
    visit.after_form(chosen.await, again).await
}

impl Reader<'_, '_> {
    fn shared_record(&mut self, plural: &str, id: &str) -> Outcome<Record> {
        let object = self.object(plural)?;
        if !object.shareable() {
            return Err(Problem::NotFound);
        }
        self.gate.get(object, self.id(id)?)
    }

    /// The person in a field that is looked up.
    pub(super) fn person_typed(&mut self, field: &'static FieldDef, typed: &Typed) -> Outcome<Option<Id>> {
        let read = self.read_typed(field, typed)?;
        Ok(read.map_err(|fault| Problem::Invalid(vec![fault]))?.as_link())
    }

    /// What the form says.
    fn share_wish(&mut self, typed: &Typed) -> Outcome<ShareWish> {
        let with = match (self.person_typed(&USER.def, typed)?, self.person_typed(&TEAM_FIELD.def, typed)?) {
            (Some(user), None) => SharedWith::User(user),
            (None, Some(team)) => SharedWith::Team(team),
            _ => return Err(Fault::at("user", "error-share-one").into()),
        };
        let until = match typed.text("until").trim() {
            "" => None,
            day => {
                let wrong = || Problem::from(Fault::at("until", "error-date").with("value", day));
                let day: cordee_base::Date = day.parse().map_err(|_| wrong())?;
                Some(self.locale.zone.start_of(day.tomorrow().map_err(|_| wrong())?))
            }
        };
        Ok(ShareWish { with, edit: typed.text("level") == "edit", until })
    }

    fn share_page(&mut self, record: &Record, typed: &Typed, problem: Option<&Problem>) -> Outcome<Page> {
        let (object, id) = (record.object, record.head.id);
        let path = record_path(object, id);
        let shares = self.gate.shares(object, id)?;
        let may = self.gate.may_share(object, id)?;
        let mut form = if may { Some(self.share_form(&path, typed)?) } else { None };
        if let Some(form) = &mut form {
            self.put_faults(form, problem.map(faults).unwrap_or_default());
        }
        let mut actions = Vec::new();
        if self.gate.may_ask_why(object, id)? {
            let way = Way::Dialog(format!("{path}/access"));
            actions.push(Action::new(self.word("action-access"), way).icon(Icon::Shield));
        }
        let me = self.gate.access().user;
        let rows: Vec<Entry> = shares.iter().map(|share| self.share_row(share, &path, may, me)).collect();
        let title = self.say("share-title", &[("name", record.title().into())]);
        let labels = [
            self.word("share-with"),
            self.share_label("level"),
            self.share_label("until"),
            self.share_label("shared_by"),
        ];
        let view = Register {
            title: title.clone(),
            intro: Some(self.word("share-hint")),
            notices: Vec::new(),
            secret: None,
            actions,
            columns: labels.into_iter().map(plain_column).collect(),
            rows,
            pager: Pager::default(),
            empty: Empty {
                icon: Icon::Users,
                title: self.word("share-none"),
                text: self.word("share-none-hint"),
                actions: Vec::new(),
            },
            form,
        };
        let body = register(self.language(), &view);
        let page = Page::new(title, self.place(object), body);
        Ok(page.below(self.many(object), format!("/{}", object.plural)).below(record.title(), path))
    }

    fn share_label(&self, name: &str) -> String {
        self.field_name(&SHARE, name)
    }

    fn share_row(&self, share: &ShareInfo, path: &str, may: bool, me: Option<Id>) -> Entry {
        let name = share.name.clone().unwrap_or_else(|| share.with.id().to_string());
        let with = match share.with {
            SharedWith::User(_) => Cell::Person(Person::named(name)),
            SharedWith::Team(_) => Cell::Text(self.say("share-team-named", &[("name", name.into())])),
        };
        let level = if share.edit { "edit" } else { "read" };
        let level = cordee_i18n::option(self.language(), "share", "level", level);
        let until = match share.until {
            Some(until) => self.moment_cell(until),
            None => Cell::Text(self.word("share-for-good")),
        };
        let by = share.by.as_ref().and_then(|(_, name)| name.clone());
        let by = by.map_or(Cell::Empty, |name| Cell::Person(Person::named(name)));
        let own = me.is_some()
            && (share.by.as_ref().map(|(by, _)| *by) == me || share.with.id() == me.unwrap_or(share.id));
        let end = Way::Post(format!("{path}/share/{}/end", share.id), Vec::new());
        let end = Action::new(self.word("share-end"), end).danger();
        let actions = if may || own { vec![end] } else { Vec::new() };
        Entry { href: None, cells: vec![with, Cell::Text(level), until, by], actions }
    }

    fn moment_cell(&self, moment: Moment) -> Cell {
        Cell::Date { text: self.locale.moment(moment), iso: moment.to_string(), tone: Tone::Neutral }
    }

    fn share_form(&mut self, path: &str, typed: &Typed) -> Outcome<Form> {
        let mut view = Form::new(self.word("share-new"), format!("{path}/share"), self.word("action-share"));
        let levels = ["read", "edit"]
            .map(|key| Pick::new(key, cordee_i18n::option(self.language(), "share", "level", key)));
        let level = if typed.text("level") == "edit" { "edit" } else { "read" };
        let mut fields = vec![self.person_field("user", self.share_label("user"), typed)];
        let teams = self.teams()?;
        if !teams.is_empty() {
            let value = typed.text("team").to_owned();
            fields.push(Field::new(
                "team",
                self.word("share-or-team"),
                Input::Choice { value, options: teams },
            ));
        }
        let options = levels.to_vec();
        fields.push(
            Field::new(
                "level",
                self.share_label("level"),
                Input::Choice { value: level.to_owned(), options },
            )
            .required(),
        );
        let until = Input::Date { value: typed.text("until").to_owned() };
        fields
            .push(Field::new("until", self.share_label("until"), until).hint(self.word("share-until-hint")));
        view.groups.push(FieldGroup { label: None, fields });
        view.cancel = Some(path.to_owned());
        Ok(view)
    }

    /// Somebody who works here, looked up by name.
    pub(super) fn person_field(&self, name: &'static str, label: String, typed: &Typed) -> Field {
        let (id, title) = (typed.part(name, "id").to_owned(), typed.text(name).to_owned());
        Field::new(name, label, Input::Person { id, title, lookup: "/lookup/user".to_owned() })
    }

    fn teams(&mut self) -> Outcome<Vec<Pick>> {
        let Some(team) = self.gate.catalog().object(TEAM.name).filter(|team| self.may(team, Right::Read))
        else {
            return Ok(Vec::new());
        };
        let page = self.gate.list(&Query::of(team).limit(Query::MOST))?;
        Ok(page.records.iter().map(|team| Pick::new(team.head.id.to_string(), team.title())).collect())
    }

    fn ask_access(&mut self, record: &Record, typed: &Typed, problem: Option<&Problem>) -> Outcome<Page> {
        let path = record_path(record.object, record.head.id);
        let mut view = self.access_form(&path, typed);
        view.intro = Some(self.word("access-hint"));
        view.cancel = Some(path.clone());
        self.put_faults(&mut view, problem.map(faults).unwrap_or_default());
        let title = view.title.clone();
        let body = draw_form(self.language(), &view);
        Ok(self.below_record(Page::new(title, self.place(record.object), body), record))
    }

    fn access_form(&self, path: &str, typed: &Typed) -> Form {
        let mut view =
            Form::new(self.word("access-title"), format!("{path}/access"), self.word("access-ask"));
        let person = self.person_field("user", self.share_label("user"), typed).required();
        view.groups.push(FieldGroup { label: None, fields: vec![person] });
        view
    }

    fn below_record(&self, page: Page, record: &Record) -> Page {
        let object = record.object;
        let page = page.below(self.many(object), format!("/{}", object.plural));
        page.below(record.title(), record_path(object, record.head.id))
    }

    fn access_page(&mut self, record: &Record, user: Id) -> Outcome<Page> {
        let (object, id) = (record.object, record.head.id);
        let path = record_path(object, id);
        let sight = self.gate.why(object, id, user)?;
        let name = sight.name.clone().unwrap_or_else(|| user.to_string());
        let sees = sight.lack.is_none();
        let key = match (sees, sight.may(Right::Edit)) {
            (false, _) => "access-sees-not",
            (true, false) => "access-sees",
            (true, true) => "access-edits",
        };
        let args = [("name", name.as_str().into()), ("title", record.title().into())];
        let tone = if sees { Tone::Won } else { Tone::Risk };
        let mut notices = vec![Notice { tone, text: self.say(key, &args) }];
        notices.extend(self.limits(object, &sight));
        let rows: Vec<Entry> = sight_sentences(&sight)
            .iter()
            .enumerate()
            .map(|(place, sentence)| self.access_row(sentence, sight.reasons.get(place)))
            .collect();
        let mut form = self.access_form(&path, &Typed::default());
        form.title = self.word("access-other");
        let title = self.word("access-title");
        let labels = [self.word("access-reason"), self.word("access-rights")];
        let view = Register {
            title: title.clone(),
            intro: Some(self.word("access-hint")),
            notices,
            secret: None,
            actions: Vec::new(),
            columns: labels.into_iter().map(plain_column).collect(),
            rows,
            pager: Pager::default(),
            empty: Empty {
                icon: Icon::Shield,
                title: String::new(),
                text: String::new(),
                actions: Vec::new(),
            },
            form: Some(form),
        };
        let body = register(self.language(), &view);
        Ok(self.below_record(Page::new(title, self.place(object), body), record))
    }

    fn access_row(&self, sentence: &Sentence, reason: Option<&cordee_records::Reason>) -> Entry {
        let until = sentence.until.map(|until| self.locale.moment(until)).unwrap_or_default();
        let names = sentence.names.iter().map(|(name, text)| (*name, text.as_str().into()));
        let args: Vec<_> = names.chain([("until", until.into())]).collect();
        let rights = reason.map(|reason| reason.rights.as_slice()).unwrap_or_default();
        let rights = rights.iter().map(|right| self.word(&format!("role-{}", right.name())));
        let rights = rights.collect::<Vec<_>>().join(", ");
        let rights = if rights.is_empty() { Cell::Empty } else { Cell::Text(rights) };
        Entry {
            href: None,
            cells: vec![Cell::Text(self.say(&sentence.key, &args)), rights],
            actions: Vec::new(),
        }
    }

    /// The fields that they don't see, and those that they can't set.
    fn limits(&self, object: &'static Object, sight: &Sight) -> Vec<Notice> {
        let told = |key: &str, fields: &[&'static FieldDef]| {
            // What is hidden from whoever asks is not told to them either.
            let seen = fields.iter().filter(|field| self.sees(object, field));
            let names = seen.map(|field| self.label(object, field)).collect::<Vec<_>>().join(", ");
            let text = self.say(key, &[("fields", names.as_str().into())]);
            (!names.is_empty()).then_some(Notice { tone: Tone::Neutral, text })
        };
        let hidden = told("access-hidden", &sight.hidden).filter(|_| sight.lack.is_none());
        hidden.into_iter().chain(told("access-read-only", &sight.read_only)).collect()
    }
}

/// A column without an order.
fn plain_column(label: String) -> Column {
    Column { label, ..Column::default() }
}
