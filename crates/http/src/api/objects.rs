//! `GET /objects`: the catalog as the caller sees it, in the caller's language.

use axum::Json;
use axum::extract::State;
use axum::http::Uri;
use cordee_i18n::{Language, say};
use cordee_kit::{Action, Registry, names};
use cordee_records::{FieldRight, Gate, Right, Scope};
use cordee_schema::{FieldDef, Filter, Kind, Object, Path, Rights, SYSTEM_FIELDS, is_way};
use serde_json::{Map, Value, json};

use super::lines;
use super::parameters::Parameters;
use super::upsert;
use crate::signed::Caller;
use crate::{App, Asked, Refused};

/// `{"data": [{"name", "plural", "label", "title", "owner", "part_of", "lines", "form", "facts", "list",
/// "related", "order", "board", "match", "rights",
/// "actions": […], "fields": […]}]}`
pub(crate) async fn objects(
    State(app): State<App>,
    caller: Caller,
    asked: Asked,
    uri: Uri,
) -> Result<Json<Value>, Refused> {
    Parameters::of(&uri, &[])?;
    let registry = app.registry().clone();
    let told = caller.read(&app, move |gate| {
        let open = gate.catalog().objects().filter(|object| !object.internal);
        let known = open.filter(|object| gate.object(object.name).is_ok());
        Ok(known.map(|object| shown(gate, &registry, object, asked.language)).collect::<Vec<Value>>())
    });
    Ok(Json(json!({"data": told.await?})))
}

fn shown(gate: &Gate<'_>, registry: &Registry, object: &'static Object, language: Language) -> Value {
    let rights: Map<String, Value> = Right::ALL
        .iter()
        .map(|(name, right)| ((*name).to_owned(), gate.access().scope(object, *right).name().into()))
        .collect();
    let actions: Vec<Value> = registry
        .actions_on(object)
        .filter(|action| action.allowed(gate, object))
        .map(|action| action_shown(object, action, language))
        .collect();
    let sees = |name: &str| gate.visible(object).chain(SYSTEM_FIELDS).any(|field| field.name == name);
    let seen =
        |names: &[&'static str]| names.iter().copied().filter(|name| sees(name)).collect::<Vec<&str>>();
    let fields: Vec<Value> =
        gate.visible(object).map(|field| field_shown(gate, object, field, language)).collect();
    json!({
        "name": object.name,
        "plural": object.plural,
        "label": names::object(language, object),
        "label_plural": names::objects(language, object),
        "icon": object.icon,
        "title": object.title,
        "owner": object.owner,
        "part_of": object.part_of,
        "lines": lines::lines_of(gate, object)
            .map(|(name, lines)| json!({"name": name, "object": lines.plural}))
            .collect::<Vec<_>>(),
        "system": object.system,
        "form": form_shown(gate, object, language),
        "facts": seen(object.facts),
        "list": seen(object.list),
        "related": related_shown(gate, object),
        "order": {"field": object.order.0, "descending": object.order.1},
        "board": object.board.filter(|board| sees(board.by)).map(|board| json!({
            "by": board.by,
            "within": board.within.filter(|name| sees(name)),
            "sum": board.sum.filter(|name| sees(name)),
            "card": seen(board.card),
        })),
        "match": upsert::keys(object).filter(|name| *name == upsert::FOREIGN || sees(name)).collect::<Vec<_>>(),
        "rights": rights,
        "actions": actions,
        "fields": fields,
    })
}

/// The groups of the form, with the fields that the caller sees and the names of lines.
fn form_shown(gate: &Gate<'_>, object: &'static Object, language: Language) -> Vec<Value> {
    let lines: Vec<&str> = lines::lines_of(gate, object).map(|(name, _)| name).collect();
    let sees = |name: &&str| lines.contains(name) || gate.visible(object).any(|field| field.name == *name);
    let group = |group: &cordee_schema::Group| {
        let fields: Vec<&str> = group.fields.iter().copied().filter(sees).collect();
        let label = names::group(language, object, group.name);
        (!fields.is_empty()).then(|| json!({"name": group.name, "label": label, "fields": fields}))
    };
    object.form.iter().filter_map(group).collect()
}

/// The lists of other records that a record's page shows, as far as the caller may see them: `contact.account`.
fn related_shown(gate: &Gate<'_>, object: &'static Object) -> Vec<String> {
    let mut ways = gate.catalog().related_to(object);
    ways.retain(|(linking, field)| {
        let hidden = object.unrelated.iter().any(|way| is_way(way, linking, field));
        let open = gate.access().scope(linking, Right::Read) != Scope::None;
        !hidden && open && gate.access().field(linking, field) != FieldRight::Hidden
    });
    ways.into_iter().map(|(linking, field)| format!("{}.{}", linking.name, field.name)).collect()
}

/// A verb, and what it asks for.
fn action_shown(object: &'static Object, action: &'static Action, language: Language) -> Value {
    let input: Vec<Value> = action
        .input
        .iter()
        .map(|field| {
            let mut shown = json!({
                "name": field.name,
                "label": names::field(language, object, field),
                "kind": field.kind.behave().name(),
                "required": field.required,
            });
            options(&mut shown, object, field, language);
            shown
        })
        .collect();
    let label = say(language, &format!("action-{}", action.name.replace('_', "-")), &[]);
    json!({"name": action.name, "label": label, "input": input})
}

fn field_shown(
    gate: &Gate<'_>,
    object: &'static Object,
    field: &'static FieldDef,
    language: Language,
) -> Value {
    let operators: Vec<&str> = field.kind.behave().operators().iter().map(|one| one.name()).collect();
    let mut shown = json!({
        "name": field.name,
        "label": names::field(language, object, field),
        "kind": field.kind.behave().name(),
        "required": field.required,
        "read_only": gate.access().field(object, field) != FieldRight::Open,
        "once": field.rights == Rights::OnceAtCreation,
        "sorted": field.sorted,
        "tracked": field.tracked,
        "searched": field.searched,
        "unique": field.unique,
        "personal": field.personal,
        "custom": field.is_custom(),
        "operators": operators,
    });
    if let Kind::AnyLink(kind) = field.kind {
        shown["one_of"] = kind.to.into();
    }
    if let Some(to) = field.points_to() {
        shown["links_to"] = gate.catalog().object(to).map_or(to, |to| to.plural).into();
    }
    if let Some(filter) = field.choosable {
        shown["choosable"] = filter.into();
    }
    for (name, condition) in
        [("required_when", field.required_when), ("read_only_when", field.read_only_when)]
    {
        // A condition is not told to those who may not see all that it reads.
        let read =
            condition.and_then(|text| Filter::parse(text, gate.catalog(), object, gate.reading()).ok());
        let sees = |path: &Path| gate.access().field(path.object, path.field) != FieldRight::Hidden;
        if read.is_some_and(|filter| filter.conditions().iter().all(|one| sees(&one.path))) {
            shown[name] = condition.into();
        }
    }
    options(&mut shown, object, field, language);
    shown
}

/// Tells what can be chosen, where something can.
fn options(shown: &mut Value, object: &'static Object, field: &FieldDef, language: Language) {
    let told = field.kind.options().iter().map(|one| {
        let label = names::option(language, object, field, one.key);
        json!({"key": one.key, "label": label, "retired": one.retired})
    });
    let told: Vec<Value> = told.collect();
    if !told.is_empty() {
        shown["options"] = told.into();
    }
}
