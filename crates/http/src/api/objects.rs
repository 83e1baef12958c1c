//! `GET /objects`: the catalog as the caller sees it, in the caller's language.

use axum::Json;
use axum::extract::State;
use axum::http::Uri;
use cordee_i18n::Language;
use cordee_kit::{Registry, names};
use cordee_records::{FieldRight, Gate, Right};
use cordee_schema::{FieldDef, Object, Rights};
use serde_json::{Map, Value, json};

use super::parameters::Parameters;
use crate::signed::Caller;
use crate::{App, Asked, Refused};

/// `{"data": [{"name", "plural", "label", "title", "rights", "actions", "fields": […]}]}`
pub(crate) async fn objects(
    State(app): State<App>,
    caller: Caller,
    asked: Asked,
    uri: Uri,
) -> Result<Json<Value>, Refused> {
    Parameters::of(&uri, &[])?;
    let registry = app.registry().clone();
    let told = caller.read(&app, move |gate| {
        let known = gate.catalog().objects().filter(|object| gate.object(object.name).is_ok());
        Ok(known.map(|object| shown(gate, &registry, object, asked.language)).collect::<Vec<Value>>())
    });
    Ok(Json(json!({"data": told.await?})))
}

fn shown(gate: &Gate<'_>, registry: &Registry, object: &'static Object, language: Language) -> Value {
    let rights: Map<String, Value> = Right::ALL
        .iter()
        .map(|(name, right)| ((*name).to_owned(), gate.access().scope(object, *right).name().into()))
        .collect();
    let actions: Vec<&str> = registry
        .actions_on(object)
        .filter(|action| action.allowed(gate, object))
        .map(|action| action.name)
        .collect();
    let fields: Vec<Value> =
        gate.visible(object).map(|field| field_shown(gate, object, field, language)).collect();
    json!({
        "name": object.name,
        "plural": object.plural,
        "label": names::object(language, object),
        "label_plural": names::objects(language, object),
        "title": object.title,
        "rights": rights,
        "actions": actions,
        "fields": fields,
    })
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
        "operators": operators,
    });
    if let Some(to) = field.links_to() {
        shown["links_to"] = gate.catalog().object(to).map_or(to, |to| to.plural).into();
    }
    if let Some(filter) = field.choosable {
        shown["choosable"] = filter.into();
    }
    let options: Vec<Value> = field
        .kind
        .options()
        .iter()
        .map(|one| json!({"key": one.key, "label": names::option(language, object, field, one.key)}))
        .collect();
    if !options.is_empty() {
        shown["options"] = options.into();
    }
    shown
}
