//! `GET /api/docs`: every operation of the API, by object, in the words of whoever reads.

use cordee_base::Outcome;
use cordee_ui::screens::api_docs::{ApiDocs, ApiGroup, ApiOperation, api_docs};
use serde_json::Value as Json;

use super::reader::{Page, Reader};
use super::visit::{Answered, Visit};
use crate::openapi::{Operation, example, operations};

/// The page.
pub(super) async fn show(visit: Visit) -> Answered {
    visit.page(|reader| reader.api_docs_page()).await
}

impl Reader<'_, '_> {
    fn api_docs_page(&mut self) -> Outcome<Page> {
        let (title, mut groups) = (self.word("nav-api-docs"), Vec::<ApiGroup>::new());
        let registry = self.registry().with_catalog(self.gate.catalog());
        for operation in operations(&registry, self.language()) {
            let object = registry.catalog.plural(operation.group);
            if object.is_some_and(|object| self.gate.object(object.name).is_err()) {
                continue;
            }
            let (id, label) = match (object, operation.group) {
                (Some(object), group) => (group, self.many(object)),
                (None, "metrics") => ("metrics", self.word("figures-title")),
                (None, "tokens") => ("tokens", self.word("tokens-title")),
                (None, "sessions") => ("sessions", self.word("sessions-title")),
                (None, _) => ("general", self.word("settings-programs")),
            };
            let operation = self.told(operation);
            match groups.iter_mut().find(|group| group.id == id) {
                Some(group) => group.operations.push(operation),
                None => groups.push(ApiGroup { id: id.to_owned(), label, operations: vec![operation] }),
            }
        }
        let view = ApiDocs {
            title: title.clone(),
            intro: self.word("api-intro"),
            document: "/api/v1/openapi.json".to_owned(),
            groups,
        };
        let body = api_docs(self.language(), &view);
        Ok(Page::new(title, "/settings", body).below(self.word("nav-settings"), "/settings"))
    }

    fn told(&self, operation: Operation) -> ApiOperation {
        let parameters = operation.parameters.iter().map(|parameter| {
            let kind = parameter.schema["type"].as_str().unwrap_or("string");
            [parameter.name.to_owned(), kind.to_owned(), parameter.meaning.clone()]
        });
        ApiOperation {
            parameters: parameters.collect(),
            example: Some(self.request(&operation)),
            answer: self.answer(&operation),
            method: operation.method.to_owned(),
            path: operation.path,
            summary: operation.summary,
        }
    }

    /// A command that asks for it.
    fn request(&self, operation: &Operation) -> String {
        let options = self.visit.app.options();
        let own = || format!("http{}://{}", if options.tls.is_some() { "s" } else { "" }, options.listen);
        let base = options.base_url.clone().unwrap_or_else(own);
        let mut path = operation.path.clone();
        let mut lines = vec!["-H 'Authorization: Bearer TOKEN'".to_owned()];
        for parameter in &operation.parameters {
            let Some(example) = parameter.example.as_ref().and_then(Json::as_str) else { continue };
            match parameter.place {
                "path" => path = path.replace(&format!("{{{}}}", parameter.name), example),
                "header" if parameter.required => lines.push(format!("-H '{}: {example}'", parameter.name)),
                _ => {}
            }
        }
        if let Some((_, body)) = &operation.body {
            lines.push("-H 'Content-Type: application/json'".to_owned());
            lines.push(format!("-d '{body}'"));
        }
        let method =
            if operation.method == "GET" { String::new() } else { format!("-X {} ", operation.method) };
        format!("curl {method}'{base}{path}' \\\n  {}", lines.join(" \\\n  "))
    }

    /// What may come back, for what gives a record.
    fn answer(&self, operation: &Operation) -> Option<String> {
        let object = self.gate.catalog().plural(operation.group)?;
        let reference = operation.answer.schema.as_ref()?["$ref"].as_str()?;
        let record = example(&self.registry().with_catalog(self.gate.catalog()), object);
        let shown = match reference.ends_with("List") {
            true => serde_json::json!({"data": [record], "next": null}),
            false if operation.answer.tagged => record,
            false => return None,
        };
        serde_json::to_string_pretty(&shown).ok()
    }
}
