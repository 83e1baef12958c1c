//! Two records of one thing become one: find the other, compare field by field, merge; it can be undone.

use axum::Form as Posted;
use axum::extract::Path;
use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_schema::{FieldDef, Object, Record, Rights};
use cordee_ui::components::{Field, Notice};
use cordee_ui::screens::form::{FieldGroup, Form, form as draw_form};
use cordee_ui::screens::merge::{Merge, MergeRow, MergeSide, choose, merge as draw};
use cordee_ui::{Cell, Input, Tone};

use super::address::Address;
use super::form::Pairs;
use super::reader::{Page, Reader, record_path};
use super::stale::unlinked;
use super::typed::Typed;
use super::visit::{Answered, Visit};

/// `GET /OBJECTS/ID/merge?with=ID`: asks for the other record, or shows both side by side.
pub(crate) async fn compare(visit: Visit, Path((plural, id)): Path<(String, String)>) -> Answered {
    visit
        .page(move |reader| {
            let object = reader.object(&plural)?;
            if !reader.mergeable(object) {
                return Err(Problem::NotAllowed);
            }
            let first = reader.gate.get(object, reader.id(&id)?)?;
            match reader.visit.address.one("with").and_then(|text| text.parse::<Id>().ok()) {
                None => reader.choose_page(&first, None),
                Some(other) => {
                    let second = reader.gate.get(object, other)?;
                    reader.compare_page(&first, &second)
                }
            }
        })
        .await
}

/// `POST /OBJECTS/ID/merge`: leads to the comparison with the record chosen.
pub(crate) async fn choose_other(
    visit: Visit,
    Path((plural, id)): Path<(String, String)>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let (typed, name, text) = (Typed(pairs), plural.clone(), id.clone());
    let chosen = visit.read(move |reader| {
        let object = reader.object(&name)?;
        let found = reader.other(object, &typed)?;
        match found {
            Some(other) if other == reader.id(&text)? => Err(Fault::at("with", "error-same-record").into()),
            Some(other) => Ok(Address::of(format!("/{name}/{text}/merge")).with("with", other)),
            None => {
                let fault = Fault::at("with", "error-link-missing").with("object", object.name);
                Err(fault.with("value", typed.text("with")).into())
            }
        }
    });
    let again = move |reader: &mut Reader<'_, '_>, problem: &Problem| {
        let first = reader.record_at(&plural, &id)?;
        reader.choose_page(&first, Some(problem))
    };
    visit.after_form(chosen.await, again).await
}

/// `POST /OBJECTS/ID/merge-with/ID`: `keep` is the record that stays, `field.NAME` the one whose value stays.
pub(crate) async fn merge(
    visit: Visit,
    Path((plural, one, other)): Path<(String, String, String)>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let typed = Typed(pairs);
    visit
        .then(move |reader| {
            let object = reader.object(&plural)?;
            let (one, other) = (reader.id(&one)?, reader.id(&other)?);
            let keep = if typed.text("keep") == other.to_string() { other } else { one };
            let lose = if keep == one { other } else { one };
            for (id, name) in [(one, "version.one"), (other, "version.other")] {
                let record = reader.gate.get(object, id)?;
                if typed.text(name) != record.head.version.to_string() {
                    return Err(Problem::Stale { now: record.head.version });
                }
            }
            let taken = |field: &&FieldDef| typed.text(&format!("field.{}", field.name)) == lose.to_string();
            let take: Vec<String> =
                object.fields.iter().filter(taken).map(|field| field.name.to_owned()).collect();
            reader.gate.merge(object, keep, lose, &take)?;
            Ok(Address::of(record_path(object, keep)).and("done", "merged").and("of", lose))
        })
        .await
}

/// `POST /OBJECTS/ID/unmerge`: the record that was lost comes back.
pub(crate) async fn unmerge(visit: Visit, Path((plural, id)): Path<(String, String)>) -> Answered {
    visit
        .then(move |reader| {
            let (object, lost) = (reader.object(&plural)?, reader.id(&id)?);
            let kept = reader.gate.unmerge(object, lost)?;
            Ok(Address::of(record_path(object, kept)).and("done", "unmerge"))
        })
        .await
}

impl Reader<'_, '_> {
    /// The record that was chosen, or typed by its title.
    fn other(&mut self, object: &'static Object, typed: &Typed) -> Outcome<Option<Id>> {
        let (text, id) = (typed.text("with").trim(), typed.part("with", "id"));
        if text == typed.part("with", "title")
            && let Ok(id) = id.parse()
        {
            return Ok(Some(id));
        }
        let Some(title) = object.field(object.title) else { return Ok(None) };
        Ok(self.gate.with_text(object, title, text)?.first().copied())
    }

    fn choose_page(&mut self, first: &Record, problem: Option<&Problem>) -> Outcome<Page> {
        let (object, path) = (first.object, record_path(first.object, first.head.id));
        self.know_tags(object)?;
        let title = self.word("merge-title");
        let lookup = format!("/lookup/{}", object.name);
        let input = Input::Link { id: String::new(), title: String::new(), lookup };
        let mut view = Form::new(&title, format!("{path}/merge"), self.word("merge-compare"));
        view.intro = Some(self.say("merge-other", &[("name", first.title().into())]));
        let field = Field::new("with", self.one(object), input).required();
        view.groups.push(FieldGroup { label: None, fields: vec![field] });
        view.cancel = Some(path.clone());
        self.put_faults(&mut view, problem.map(super::reader::faults).unwrap_or_default());
        let likely = self.likely_of(first)?;
        let body = choose(self.language(), &likely, draw_form(self.language(), &view));
        let page = Page::new(title, self.place(object), body);
        Ok(page.below(self.many(object), format!("/{}", object.plural)).below(first.title(), path))
    }

    fn compare_page(&mut self, first: &Record, second: &Record) -> Outcome<Page> {
        let (object, path) = (first.object, record_path(first.object, first.head.id));
        let title = self.word("merge-title");
        let (mut differing, mut agreeing) = (Vec::new(), Vec::new());
        let fields = object.fields.iter().filter(|field| field.rights != Rights::Engine);
        for field in fields.filter(|field| self.sees(object, field)) {
            let row = self.merge_row(field, first, second);
            match &row.values {
                [Cell::Empty, Cell::Empty] => {}
                // What only one of them has is kept whatever one chooses.
                [Cell::Empty, only] | [only, Cell::Empty] => {
                    agreeing.push(MergeRow { values: [only.clone(), only.clone()], ..row.clone() });
                }
                _ if first.value(field.name) == second.value(field.name) => agreeing.push(row),
                _ => differing.push(row),
            }
        }
        let view = Merge {
            title: title.clone(),
            intro: self.word("merge-hint"),
            notices: vec![Notice { tone: Tone::Neutral, text: self.word("merge-preview") }],
            action: format!("{path}/merge-with/{}", second.head.id),
            hidden: vec![
                ("version.one".to_owned(), first.head.version.to_string()),
                ("version.other".to_owned(), second.head.version.to_string()),
            ],
            sides: [self.side(first)?, self.side(second)?],
            choose_side: true,
            differing,
            agreeing,
            submit: self.word("action-merge"),
            cancel: path.clone(),
        };
        let body = draw(self.language(), &view);
        let page = Page::new(title, self.place(object), body);
        Ok(page.below(self.many(object), format!("/{}", object.plural)).below(first.title(), path))
    }

    fn merge_row(&self, field: &'static FieldDef, first: &Record, second: &Record) -> MergeRow {
        let value = |record: &Record| unlinked(self.cell(record, field));
        MergeRow {
            name: field.name.to_owned(),
            label: self.label(first.object, field),
            values: [value(first), value(second)],
            keep: 0,
        }
    }

    /// A record with when it was created and how much hangs on it.
    fn side(&mut self, record: &Record) -> Outcome<MergeSide> {
        let created = self.label(record.object, &cordee_schema::system::CREATED_AT.def);
        let mut hints =
            vec![cordee_i18n::pair(self.language(), &created, self.locale.moment(record.head.created_at))];
        for related in
            self.all_that_hangs_on(record.object, record.head.id)?.into_iter().filter(|one| one.count != "0")
        {
            hints.push(cordee_i18n::pair(self.language(), &related.label, &related.count));
        }
        let (id, title) = (record.head.id.to_string(), record.title());
        Ok(MergeSide { id, title, hint: hints.join(" · ") })
    }
}
