//! Records found by their title as one types, for links in forms.

use axum::Json;
use axum::extract::Path;
use axum::response::IntoResponse;
use cordee_base::{Id, Outcome, Problem};
use cordee_records::Right;
use cordee_schema::{FieldDef, Kind, Object, fold};
use serde_json::json;

use super::address::Address;
use super::inputs::known;
use super::reader::Reader;
use super::typed::Typed;
use super::visit::{Answered, Visit};

/// How many are offered.
const OFFERED: u32 = 10;

/// `GET /lookup/OBJECT?q=TEXT`: a list of id, title and hint. With `for=OBJECT.FIELD` only what that link may be set to,
/// where the other fields hold what the address says; without a text all of that, if it is not too much.
pub(crate) async fn lookup(visit: Visit, Path(name): Path<String>) -> Answered {
    let typed = visit.address.one("q").unwrap_or("").trim().to_owned();
    let found = visit.read(move |reader| {
        let object = reader.gate.object(&name)?;
        let hits = match reader.looked_up_for(object)? {
            None => reader.gate.lookup(object, &typed, OFFERED)?,
            Some((of, field)) => {
                let held = Typed(reader.visit.address.parameters.clone());
                let given = reader.given(of, field, &held)?;
                let all = if typed.is_empty() { reader.choices(field, &given)? } else { None };
                if let Some(all) = all {
                    return Ok(all.iter().map(|one| json!({"id": one.value, "title": one.label})).collect());
                }
                reader.gate.choices(field, &|name| known(&given, name), &typed, OFFERED)?
            }
        };
        let mut offered = Vec::new();
        for hit in hits {
            offered.push(json!({"id": hit.id, "title": hit.title, "hint": reader.hint(object, hit.id)?}));
        }
        offered.extend(reader.new_from(object, &typed));
        Ok(offered)
    });
    Ok(Json(found.await?).into_response())
}

/// `GET /lookup?q=TEXT`: records of any object that people work on; with `of=OBJECT,OBJECT` of these.
pub(crate) async fn any(visit: Visit) -> Answered {
    let typed = visit.address.one("q").unwrap_or("").trim().to_owned();
    let found = visit.read(move |reader| {
        let mut offered = Vec::new();
        let of = reader.visit.address.one("of").unwrap_or("").to_owned();
        let of: Vec<&str> = of.split(',').filter(|name| !name.is_empty()).collect();
        let wanted = |object: &Object| match of.is_empty() {
            true => object.owner.is_some(),
            false => of.contains(&object.name),
        };
        for object in reader.shown(wanted) {
            let hint = reader.one(object);
            let hits = reader.gate.lookup(object, &typed, OFFERED / 3)?;
            let offer = |hit: cordee_records::Hit| {
                json!({"id": format!("{}:{}", object.name, hit.id), "title": hit.title, "hint": hint})
            };
            offered.extend(hits.into_iter().map(offer));
        }
        Ok(offered)
    });
    Ok(Json(found.await?).into_response())
}

/// `GET /lookup/tags/OBJECT/FIELD?q=TEXT`: tags of a field that one may put on a record, those that begin so first.
pub(crate) async fn tags(visit: Visit, Path((object, field)): Path<(String, String)>) -> Answered {
    let typed = fold(visit.address.one("q").unwrap_or(""));
    let found = visit.read(move |reader| {
        let object = reader.gate.object(&object)?;
        let field = reader.field(object, &field).filter(|field| matches!(field.kind, Kind::Tags(_)));
        let tags = reader.gate.tags_of(object, field.ok_or(Problem::NotFound)?)?;
        let names = tags.iter().filter(|tag| !tag.retired).map(|tag| (fold(&tag.name), &tag.name));
        let mut names: Vec<_> = names.filter(|(folded, _)| folded.contains(&typed)).collect();
        names.sort_by_key(|(folded, _)| !folded.starts_with(&typed));
        let offered = names.into_iter().take(OFFERED as usize);
        Ok(offered.map(|(_, name)| json!({"title": name})).collect::<Vec<_>>())
    });
    Ok(Json(found.await?).into_response())
}

impl Reader<'_, '_> {
    /// A way to make the record that somebody looks for, where a form asks for such ways (`new=1`).
    fn new_from(&self, object: &'static Object, typed: &str) -> Option<serde_json::Value> {
        let asked = self.visit.address.one("new").is_some() && !typed.is_empty();
        let text = object.field(object.title).is_some_and(|title| matches!(title.kind, Kind::Text(_)));
        let may = asked && text && !object.system && self.may(object, Right::Create);
        let form = Address::of(format!("/{}/new", object.plural)).and(object.title, typed).and("for", "link");
        let title = self.say("lookup-create", &[("name", typed.into())]);
        may.then(|| json!({"create": form.to_string(), "title": title}))
    }

    /// The link for which records of `to` are looked up, if the address names one.
    fn looked_up_for(&self, to: &Object) -> Outcome<Option<(&'static Object, &'static FieldDef)>> {
        let Some(named) = self.visit.address.one("for") else { return Ok(None) };
        let (object, field) = named.split_once('.').ok_or(Problem::NotFound)?;
        let object = self.gate.object(object)?;
        let field = self.field(object, field).filter(|field| field.points_to() == Some(to.name));
        Ok(Some((object, field.ok_or(Problem::NotFound)?)))
    }

    /// What tells a record from others with the same title: the first two of its facts that are filled.
    pub(crate) fn hint(&mut self, object: &'static Object, id: Id) -> Outcome<Option<String>> {
        let record = self.gate.get(object, id)?;
        let facts = object.facts.iter().filter(|name| **name != object.title);
        let texts = facts
            .filter_map(|name| Some(super::cells::plain(&self.cell(&record, self.field(object, name)?))));
        let said: Vec<String> = texts.filter(|text| !text.is_empty()).take(2).collect();
        Ok((!said.is_empty()).then(|| said.join(" · ")))
    }
}
