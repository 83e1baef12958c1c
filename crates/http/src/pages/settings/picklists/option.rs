//! One option of a picklist: what it is called in each language, and its colour.

use std::collections::BTreeMap;

use axum::Form as Posted;
use axum::extract::Path;
use cordee_base::{Decimal, Fault, Outcome, Problem};
use cordee_i18n::Language;
use cordee_records::Query;
use cordee_records::system::picklist_option::{self as noun, PICKLIST_OPTION};
use cordee_schema::{Choice, Colour, Draft, Field as Declared, Filter, Path as FieldPath, Record, Value};
use cordee_ui::components::Field;
use cordee_ui::screens::form::{FieldGroup, Form, form as draw};
use cordee_ui::{Input, Pick};

use super::super::super::address::Address;
use super::super::super::form::Pairs;
use super::super::super::reader::{Page, Reader, faults};
use super::super::super::typed::Typed;
use super::super::super::visit::{Answered, Visit};
use super::{PLACE, Picklist};

/// `GET /settings/picklists/OBJECT/FIELD/KEY`.
pub(super) async fn ask(visit: Visit, Path(place): Path<(String, String, String)>) -> Answered {
    visit.page(move |reader| reader.option_page(&place, None, None)).await
}

/// `POST /settings/picklists/OBJECT/FIELD/KEY` with a label for each language, and the colour.
pub(super) async fn rename(
    visit: Visit,
    Path(place): Path<(String, String, String)>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let typed = Typed(pairs);
    let (of, form) = (place.clone(), typed.clone());
    let renamed = visit.write(move |reader| {
        let list = reader.picklist(&of.0, &of.1)?;
        let option = list.option(&of.2)?;
        let said: BTreeMap<&str, &str> = Language::ALL
            .iter()
            .map(|language| (language.code(), form.text(&label(*language)).trim()))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        let own = reader.language().code();
        let first = said.get(own).ok_or_else(|| Fault::at(label(reader.language()), "error-required"))?;
        let json = serde_json::to_string(&said).map_err(Problem::internal)?;
        let row = reader.option_row(&list, option)?;
        let draft = Draft::new(row.object)
            .with(noun::LABEL, (*first).to_owned())
            .with(noun::TRANSLATIONS, json)
            .with(noun::COLOUR, form.text("colour").to_owned());
        reader.gate.update(row.head.id, None, draft)?;
        Ok(Address::of(list.path()).and("done", "save"))
    });
    visit
        .after_form(renamed.await, move |reader, problem| {
            reader.option_page(&place, Some(&typed), Some(problem))
        })
        .await
}

impl Reader<'_, '_> {
    /// The record of an option; one that all have gets its own when it is first changed, with its words in all languages.
    pub(super) fn option_row(&mut self, list: &Picklist, option: &Choice) -> Outcome<Record> {
        let found = self.option_rows(list)?;
        if let Some(row) = found.into_iter().find(|row| row.get(noun::KEY).as_deref() == Some(option.key)) {
            return Ok(row);
        }
        let said: BTreeMap<&str, String> = Language::ALL
            .iter()
            .map(|language| (language.code(), self.called_in(list, option, *language)))
            .collect();
        let json = serde_json::to_string(&said).map_err(Problem::internal)?;
        let place = list.options().iter().position(|one| one.key == option.key).unwrap_or(0);
        let object = self.gate.object(PICKLIST_OPTION.name)?;
        let draft = Draft::new(object)
            .with(noun::OBJECT, list.object.name.to_owned())
            .with(noun::FIELD, list.field.name.to_owned())
            .with(noun::KEY, option.key.to_owned())
            .with(noun::LABEL, self.called_in(list, option, self.language()))
            .with(noun::TRANSLATIONS, json)
            .with(noun::COLOUR, colour(option.colour).to_owned())
            .with(noun::RETIRED, option.retired)
            .with(noun::ORDER, Decimal::from(i64::try_from(place).unwrap_or(0) + 1));
        let id = self.gate.create(draft)?;
        self.gate.get(object, id)
    }

    /// The records of the options of a choice.
    pub(super) fn option_rows(&mut self, list: &Picklist) -> Outcome<Vec<Record>> {
        let object = self.gate.object(PICKLIST_OPTION.name)?;
        let is = |field: Declared<String>, text: &str| {
            let field = object.field(field.name()).ok_or(Problem::NotFound)?;
            Ok::<_, Problem>(Filter::is(FieldPath::field(object, field), Value::Text(text.to_owned())))
        };
        let these = is(noun::OBJECT, list.object.name)?.and(is(noun::FIELD, list.field.name)?);
        Ok(self.gate.list(&Query::of(object).filter(these).limit(Query::MOST))?.records)
    }

    /// What an option is called in a language.
    fn called_in(&self, list: &Picklist, option: &Choice, language: Language) -> String {
        cordee_ui::names::option(language, list.object, list.field, option.key)
    }

    fn option_page(
        &mut self,
        (object, field, key): &(String, String, String),
        typed: Option<&Typed>,
        problem: Option<&Problem>,
    ) -> Outcome<Page> {
        let list = self.picklist(object, field)?;
        let option = list.option(key)?;
        let title = self.called_in(&list, option, self.language());
        let mut view = Form::new(&title, format!("{}/{key}", list.path()), self.word("action-save"));
        view.intro = Some(format!("{} · {}", self.many(list.object), self.label(list.object, list.field)));
        view.cancel = Some(list.path());
        // One's own language first: it must be filled, and stands in for those that are not.
        let mut languages = Language::ALL.to_vec();
        languages.sort_by_key(|language| *language != self.language());
        let mut fields = Vec::new();
        for language in languages {
            let name = label(language);
            let value = match typed {
                Some(typed) => typed.text(&name).to_owned(),
                None => self.called_in(&list, option, language),
            };
            let field = Field::new(name, language.native_name(), Input::Text { value });
            fields.push(if language == self.language() { field.required() } else { field });
        }
        let colours = noun::COLOURS.iter().map(|one| {
            Pick::new(one.key, cordee_i18n::option(self.language(), "picklist_option", "colour", one.key))
        });
        let value = typed.map_or(colour(option.colour), |typed| typed.text("colour")).to_owned();
        let input = Input::Choice { value, options: colours.collect() };
        fields.push(Field::new("colour", self.label(&PICKLIST_OPTION, &noun::COLOUR.def), input).required());
        view.groups.push(FieldGroup { label: None, fields });
        self.put_faults(&mut view, problem.map(faults).unwrap_or_default());
        let page = Page::new(title, "/settings", draw(self.language(), &view));
        let page = page.below(self.word("picklists-title"), PLACE);
        Ok(page.below(self.label(list.object, list.field), list.path()))
    }
}

fn label(language: Language) -> String {
    format!("label_{}", language.code())
}

fn colour(colour: Colour) -> &'static str {
    match colour {
        Colour::Grey => "grey",
        Colour::Blue => "blue",
        Colour::Green => "green",
        Colour::Amber => "amber",
        Colour::Red => "red",
        Colour::Purple => "purple",
    }
}
