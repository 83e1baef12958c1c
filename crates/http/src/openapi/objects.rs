//! What can be asked of the records of an object.

use cordee_i18n::{Language, say};
use cordee_kit::{Action, Registry};
use cordee_schema::Object;
use serde_json::{Value as Json, json};

use super::example::{draft, fields};
use super::operation::{Answered, Operation, schema};
use super::{parameters, pascal};
use crate::api::{aggregate, attachments, bulk, duplicates, history, list, read, shares, upsert};

/// All operations on an object.
pub(super) fn operations(registry: &Registry, language: Language, object: &'static Object) -> Vec<Operation> {
    let about = About { registry, language, object, name: pascal(object.name) };
    let mut all = vec![
        about.list(),
        about.create(),
        about.upsert(),
        about.bulk(),
        about.aggregate(),
        about.read(),
        about.update(),
        about.delete(),
        about.restore(),
        about.purge(),
        about.history(),
        about.attachments(),
        about.attach(),
    ];
    // What was said is followed with the record it is about.
    if !object.is_part_of_any() {
        all.extend([about.followers(), about.follow(true), about.follow(false), about.snooze()]);
    }
    if !object.internal && object.shared.is_none() {
        all.push(about.access());
    }
    if !object.alike_with(&registry.catalog).is_empty() {
        all.extend([about.duplicates_of_new(), about.duplicates_of_all(), about.duplicates_of()]);
    }
    if object.shareable() {
        all.extend([about.shares(), about.share(), about.end_share()]);
    }
    all.extend(registry.actions_on(object).map(|action| about.act(action)));
    all
}

/// An object, and in which words it is told.
struct About<'a> {
    registry: &'a Registry,
    language: Language,
    object: &'static Object,
    name: String,
}

impl About<'_> {
    fn list(&self) -> Operation {
        let answer = Answered::with("A page of records", schema(&format!("{}List", self.name)));
        let id = format!("list{}", pascal(self.object.plural));
        Operation {
            refusals: &[400, 401, 404],
            ..self.operation("GET", "", id, "api-list", list::PARAMETERS, answer)
        }
    }

    fn create(&self) -> Operation {
        let answer = Answered::with("The new record, its address in `Location`", schema(&self.name));
        let id = format!("create{}", self.name);
        Operation {
            body: Some((schema(&format!("New{}", self.name)), draft(self.registry, self.object))),
            refusals: &[400, 401, 403, 404, 409, 413, 415, 422],
            ..self.operation("POST", "", id, "api-create", &[], answer.status(201).tagged())
        }
    }

    fn upsert(&self) -> Operation {
        let answer = Answered::with("The record that was there, as it stands then", schema(&self.name));
        let id = format!("upsert{}", self.name);
        let mut example = draft(self.registry, self.object);
        example["source_system"] = "webshop".into();
        example["foreign_id"] = "10045".into();
        Operation {
            body: Some((schema(&format!("New{}", self.name)), example)),
            or_new: true,
            refusals: &[404, 412],
            ..self.operation("POST", "/upsert", id, "api-upsert", upsert::PARAMETERS, answer.tagged())
        }
    }

    fn duplicates_of_new(&self) -> Operation {
        let answer = Answered::with("The records that it may be already, the likeliest first", likely_list());
        let id = format!("duplicatesOfNew{}", self.name);
        let told = self.object.told_alike(&self.registry.catalog);
        let mut example = draft(self.registry, self.object);
        if let Some(members) = example.as_object_mut() {
            members.retain(|name, _| told.contains(&name.as_str()));
        }
        Operation {
            body: Some((schema(&self.name), example)),
            refusals: &[404],
            ..self.operation("POST", "/duplicates", id, "api-duplicates-new", &[], answer)
        }
    }

    fn duplicates_of_all(&self) -> Operation {
        let answer =
            Answered::with("What stands twice among some records, the newest first", schema("Doubles"));
        let id = format!("duplicatesAmong{}", pascal(self.object.plural));
        Operation {
            refusals: &[400, 404],
            ..self.operation("GET", "/duplicates", id, "api-duplicates-all", duplicates::PARAMETERS, answer)
        }
    }

    fn duplicates_of(&self) -> Operation {
        let answer = Answered::with("The records that it may be as well, the likeliest first", likely_list());
        let id = format!("duplicatesOf{}", self.name);
        Operation {
            refusals: &[400, 404],
            ..self.operation("GET", "/{id}/duplicates", id, "api-duplicates-of", &[], answer)
        }
    }

    fn bulk(&self) -> Operation {
        let answer = Answered::with("What became of each row", schema("BulkDone"));
        let id = format!("bulk{}", pascal(self.object.plural));
        let rows = json!([
            {"do": "create", "data": draft(self.registry, self.object)},
            {"do": "delete", "id": parameters::SOME_ID, "version": "*"},
        ]);
        Operation {
            body: Some((
                json!({
                    "type": "object",
                    "required": ["rows"],
                    "additionalProperties": false,
                    "properties": {
                        "all_or_nothing": {"type": "boolean", "default": false,
                            "description": "Whether one refused row keeps all others from being done"},
                        "rows": {"type": "array", "minItems": 1, "maxItems": bulk::MOST,
                            "items": schema(&format!("{}Row", self.name))},
                    },
                }),
                json!({"all_or_nothing": false, "rows": rows}),
            )),
            refusals: &[404],
            ..self.operation("POST", "/bulk", id, "api-bulk", &[], answer)
        }
    }

    fn aggregate(&self) -> Operation {
        let answer = Answered::with("The groups and the total", schema("Aggregate"));
        let id = format!("aggregate{}", pascal(self.object.plural));
        Operation {
            refusals: &[400, 401, 404, 413],
            ..self.operation("GET", "/aggregate", id, "api-aggregate", aggregate::PARAMETERS, answer)
        }
    }

    fn read(&self) -> Operation {
        let answer = Answered::with("The record", schema(&self.name)).tagged();
        let id = format!("read{}", self.name);
        let mut operation = self.operation("GET", "/{id}", id, "api-read", read::PARAMETERS, answer);
        operation.parameters.push(parameters::if_none_match(self.language));
        Operation { refusals: &[304, 400, 404], ..operation }
    }

    fn update(&self) -> Operation {
        let answer = Answered::with("The record as it stands then", schema(&self.name)).tagged();
        let id = format!("update{}", self.name);
        let mut operation = self.operation("PATCH", "/{id}", id, "api-update", &[], answer);
        operation.parameters.push(parameters::if_match(self.language, true));
        let some = draft(self.registry, self.object);
        let some = some.as_object().into_iter().flatten().take(1).map(|(k, v)| (k.clone(), v.clone()));
        Operation {
            body: Some((schema(&self.name), Json::Object(some.collect()))),
            refusals: &[400, 401, 403, 404, 409, 412, 413, 415, 422, 428],
            ..operation
        }
    }

    fn delete(&self) -> Operation {
        let answer = Answered::nothing("It is in the trash");
        let id = format!("delete{}", self.name);
        let mut operation = self.operation("DELETE", "/{id}", id, "api-delete", &[], answer);
        operation.parameters.push(parameters::if_match(self.language, true));
        Operation { refusals: &[400, 401, 403, 404, 412, 422, 428], ..operation }
    }

    fn restore(&self) -> Operation {
        let answer = Answered::with("The record as it stands again", schema(&self.name)).tagged();
        let id = format!("restore{}", self.name);
        Operation {
            refusals: &[404],
            ..self.operation("POST", "/{id}/restore", id, "api-restore", &[], answer)
        }
    }

    fn purge(&self) -> Operation {
        let id = format!("purge{}", self.name);
        let answer = Answered::nothing("It is gone for good");
        Operation { refusals: &[404], ..self.operation("POST", "/{id}/purge", id, "api-purge", &[], answer) }
    }

    fn history(&self) -> Operation {
        let answer = Answered::with("The entries, the newest first", schema("History"));
        let id = format!("historyOf{}", self.name);
        Operation {
            refusals: &[400, 401, 404],
            ..self.operation("GET", "/{id}/history", id, "api-history", history::PARAMETERS, answer)
        }
    }

    fn attachments(&self) -> Operation {
        let data = json!({"type": "array", "items": schema("Attachment")});
        let list = json!({"type": "object", "required": ["data"], "properties": {"data": data}});
        let answer = Answered::with("The files, the newest first", list);
        let id = format!("attachmentsOf{}", self.name);
        Operation {
            refusals: &[400, 401, 404],
            ..self.operation("GET", "/{id}/attachments", id, "api-attachments", attachments::LIST, answer)
        }
    }

    fn attach(&self) -> Operation {
        let data = json!({"type": "array", "items": schema("Attachment")});
        let list = json!({"type": "object", "required": ["data"], "properties": {"data": data}});
        let answer = Answered::with("The files that were added", list).status(201);
        let id = format!("attachTo{}", self.name);
        Operation {
            takes_files: true,
            refusals: &[404],
            ..self.operation("POST", "/{id}/attachments", id, "api-attachment-add", &[], answer)
        }
    }

    fn followers(&self) -> Operation {
        let answer = Answered::with("Those who follow it, and whether oneself", schema("Followers"));
        let id = format!("followersOf{}", self.name);
        Operation {
            refusals: &[400, 401, 404],
            ..self.operation("GET", "/{id}/followers", id, "api-followers", &[], answer)
        }
    }

    fn follow(&self, following: bool) -> Operation {
        let (verb, path, key) = match following {
            true => ("follow", "/{id}/follow", "api-follow"),
            false => ("unfollow", "/{id}/unfollow", "api-unfollow"),
        };
        let id = format!("{verb}{}", self.name);
        let answer = Answered::nothing(if following { "One follows it" } else { "One follows it no longer" });
        Operation { refusals: &[404], ..self.operation("POST", path, id, key, &[], answer) }
    }

    fn snooze(&self) -> Operation {
        let id = format!("snooze{}", self.name);
        let answer = Answered::nothing("It waits until that day; without one it is there again");
        Operation {
            body: Some((schema("Snooze"), json!({"until": "2030-01-31"}))),
            refusals: &[404],
            ..self.operation("POST", "/{id}/snooze", id, "api-snooze", &[], answer)
        }
    }

    fn access(&self) -> Operation {
        let answer = Answered::with("What they may do with it, and why", schema("Sight"));
        let id = format!("accessTo{}", self.name);
        Operation {
            refusals: &[400, 401, 403, 404],
            ..self.operation("GET", "/{id}/access", id, "api-access", shares::ACCESS, answer)
        }
    }

    fn shares(&self) -> Operation {
        let data = json!({"type": "array", "items": schema("Share")});
        let list = json!({"type": "object", "required": ["data"], "properties": {"data": data}});
        let answer = Answered::with("The shares, the earliest first", list);
        let id = format!("sharesOf{}", self.name);
        Operation {
            refusals: &[400, 401, 404],
            ..self.operation("GET", "/{id}/shares", id, "api-shares", &[], answer)
        }
    }

    fn share(&self) -> Operation {
        let answer = Answered::with("The share", schema("Share")).status(201);
        let id = format!("share{}", self.name);
        let example = json!({"user": parameters::SOME_ID, "level": "read", "until": "2030-01-31T17:00:00Z"});
        Operation {
            body: Some((schema("NewShare"), example)),
            refusals: &[404],
            ..self.operation("POST", "/{id}/shares", id, "api-share", &[], answer)
        }
    }

    fn end_share(&self) -> Operation {
        let answer = Answered::nothing("They have it no more by this share");
        let id = format!("endShareOf{}", self.name);
        let mut operation =
            self.operation("DELETE", "/{id}/shares/{share}", id, "api-share-end", &[], answer);
        operation.parameters.push(parameters::id_called(self.language, "share"));
        Operation { refusals: &[400, 401, 403, 404], ..operation }
    }

    fn act(&self, action: &'static Action) -> Operation {
        let key = format!("action-{}", action.name.replace('_', "-"));
        let path = format!("/{{id}}/{}", action.name);
        let id = format!("{}{}", camel(action.name), self.name);
        let answer = Answered::with("The record to look at next", schema("Done"));
        let mut operation = self.operation("POST", &path, id, &key, &[], answer);
        operation.parameters.push(parameters::if_match(self.language, false));
        if !action.input.is_empty() {
            operation.body = Some((input(action), fields(self.registry, action.input.iter())));
        }
        Operation { refusals: &[404, 412], ..operation }
    }

    /// What all of them have in common.
    fn operation(
        &self,
        method: &'static str,
        path: &str,
        id: String,
        key: &str,
        given: &[&'static str],
        answer: Answered,
    ) -> Operation {
        let of_path = path.contains("{id}").then(|| parameters::id(self.language));
        let of_query = given.iter().map(|name| {
            let mut told = parameters::query(self.language, Some(self.object), name);
            let names = told.schema.pointer_mut("/items/enum");
            if let ("include", Some(Json::Array(names))) = (*name, names) {
                let lines = self.registry.catalog.lines_of(self.object);
                names.extend(lines.filter_map(|lines| Some(lines.lines?.name.into())));
            }
            told
        });
        Operation {
            group: self.object.plural,
            id,
            method,
            path: format!("/api/v1/{}{path}", self.object.plural),
            summary: say(self.language, key, &[]),
            parameters: of_path.into_iter().chain(of_query).collect(),
            body: None,
            takes_files: false,
            answer,
            or_new: false,
            refusals: &[],
        }
    }
}

/// The schema of a list of records that may be the same.
fn likely_list() -> Json {
    let data = json!({"type": "array", "items": schema("Likely")});
    json!({"type": "object", "required": ["data"], "properties": {"data": data}})
}

/// The schema of what an action asks for.
fn input(action: &Action) -> Json {
    let required: Vec<&str> =
        action.input.iter().filter(|field| field.required).map(|field| field.name).collect();
    let mut body = json!({"type": "object", "additionalProperties": false});
    body["properties"] =
        action.input.iter().map(|field| (field.name.to_owned(), field.kind.behave().json_schema())).collect();
    if !required.is_empty() {
        body["required"] = json!(required);
    }
    body
}

fn camel(name: &str) -> String {
    let name = pascal(name);
    let mut letters = name.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
