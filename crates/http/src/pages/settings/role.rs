//! One role: what its people may do with each object, on whose records, and with which fields.

use axum::Form as Posted;
use axum::extract::Path;
use cordee_base::{Fault, Outcome, Problem};
use cordee_records::{FieldRight, Grants, ObjectGrants, Right, Scope};
use cordee_schema::{Draft, FieldDef, Object, Record, Rights, Value};
use cordee_ui::components::{Field, Notice};
use cordee_ui::screens::role::{Right as Shown, Role, RoleObject, role as draw};
use cordee_ui::{Input, Pick, Tone};

use super::super::address::Address;
use super::super::form::Pairs;
use super::super::reader::{Page, Reader};
use super::super::typed::Typed;
use super::super::visit::{Answered, Visit};

/// The scopes, from least to most.
const SCOPES: [Scope; 4] = [Scope::None, Scope::Own, Scope::Team, Scope::All];
/// What may be done with a field, from least to most.
const FIELD_RIGHTS: [(&str, FieldRight); 3] =
    [("hidden", FieldRight::Hidden), ("read_only", FieldRight::ReadOnly), ("open", FieldRight::Open)];
/// The name under which objects stand that a role does not name.
const OTHERS: &str = "*";

/// `GET /settings/roles/ID`.
pub(super) async fn show(visit: Visit, Path(id): Path<String>) -> Answered {
    visit
        .page(move |reader| {
            let record = reader.role(&id)?;
            reader.role_page(&record)
        })
        .await
}

/// `POST /settings/roles/ID`.
pub(super) async fn save(visit: Visit, Path(id): Path<String>, Posted(pairs): Posted<Pairs>) -> Answered {
    let typed = Typed(pairs);
    visit
        .then(move |reader| {
            let record = reader.role(&id)?;
            let version = typed.text("version").parse().map_err(|_| Fault::whole("error-version"))?;
            let mut draft = Draft::new(record.object);
            draft.set("second_factor", Value::YesNo(typed.text("second_factor") == "true"));
            let next = Address::of(format!("/settings/roles/{}", record.head.id)).and("done", "save");
            if !reader.can_change(&record) {
                // Of the role that keeps the workspace, this alone is asked.
                if !reader.gate.access().administers() || typed.text("name") != record.title() {
                    return Err(Problem::NotAllowed);
                }
                reader.gate.update(record.head.id, Some(version), draft)?;
                return Ok(next);
            }
            let grants = reader.granted(&record, &typed);
            draft.set("name", Value::Text(typed.text("name").trim().to_owned()));
            let description = typed.text("description").trim().replace("\r\n", "\n");
            draft.set(
                "description",
                if description.is_empty() { Value::None } else { Value::Text(description) },
            );
            draft.set("grants", Value::Text(grants.json()));
            reader.gate.update(record.head.id, Some(version), draft)?;
            Ok(next)
        })
        .await
}

impl Reader<'_, '_> {
    pub(super) fn role(&mut self, id: &str) -> Outcome<Record> {
        let object = self.gate.catalog().object("role").ok_or(Problem::NotFound)?;
        let object = self.gate.object(object.name)?;
        self.gate.get(object, self.id(id)?)
    }

    /// The role that keeps the workspace stays as it is, so that nobody is locked out.
    fn can_change(&self, record: &Record) -> bool {
        let shipped = record.value("key").and_then(Value::as_text);
        self.gate.access().administers() && shipped != Some("administrator")
    }

    fn role_page(&mut self, record: &Record) -> Outcome<Page> {
        let title = record.title();
        let grants = Grants::read(record.value("grants").and_then(Value::as_text).unwrap_or("{}"));
        let read_only = !self.can_change(record);
        let text = |name: &str| record.value(name).and_then(Value::as_text).unwrap_or("").to_owned();
        let yes_no = |yes: bool| Input::YesNo { value: Some(yes) };
        let mut fields = vec![
            Field::new("name", self.word("role-name"), Input::Text { value: text("name") }).required(),
            Field::new(
                "description",
                self.word("role-description"),
                Input::LongText { value: text("description") },
            ),
            Field::new("imports", self.word("role-imports"), yes_no(grants.imports)).required(),
            Field::new("tags", self.word("role-tags"), yes_no(grants.tags)).required(),
            Field::new("shares", self.word("role-shares"), yes_no(grants.shares)).required(),
            Field::new("administers", self.word("role-administers"), yes_no(grants.administers)).required(),
        ];
        fields.iter_mut().for_each(|field| field.read_only = read_only);
        let factor = yes_no(record.value("second_factor") == Some(&Value::YesNo(true)));
        let mut factor = Field::new("second_factor", self.word("role-second-factor"), factor).required();
        factor.read_only = !self.gate.access().administers();
        fields.push(factor);
        let notice = Notice { tone: Tone::Neutral, text: self.word("role-fixed") };
        let view = Role {
            title: title.clone(),
            intro: self.own_word(record.object, "help"),
            actions: match self.gate.access().administers() {
                true => vec![self.front_action(record)],
                false => Vec::new(),
            },
            notices: if read_only { vec![notice] } else { Vec::new() },
            problem: None,
            action: format!("/settings/roles/{}", record.head.id),
            hidden: vec![("version".to_owned(), record.head.version.to_string())],
            fields,
            rights: Right::ALL.iter().map(|(name, _)| self.word(&format!("role-{name}"))).collect(),
            objects: self.matrix(&grants),
            read_only,
            submit: self.word("action-save"),
            cancel: "/roles".to_owned(),
        };
        let body = draw(self.language(), &view);
        let page = Page::new(title, "/settings", body).below(self.word("settings-title"), "/settings");
        Ok(page.below(self.many(record.object), "/roles"))
    }

    fn matrix(&self, grants: &Grants) -> Vec<RoleObject> {
        let mut rows: Vec<RoleObject> =
            self.granted_objects().map(|object| self.matrix_row(object, grants)).collect();
        let label = self.word("role-other-objects");
        let rights = Right::ALL.iter().map(|(name, right)| {
            self.scope_choice(
                format!("right.{OTHERS}.{name}"),
                &label,
                name,
                grants.scope(OTHERS, *right),
                true,
            )
        });
        rows.push(RoleObject { label: label.clone(), rights: rights.collect(), fields: Vec::new() });
        rows
    }

    /// The objects whose rights roles give; the engine's own are kept by administrators.
    fn granted_objects(&self) -> impl Iterator<Item = &'static Object> + use<'_> {
        self.gate.catalog().objects().filter(|object| !object.system && !object.internal)
    }

    fn matrix_row(&self, object: &'static Object, grants: &Grants) -> RoleObject {
        let label = self.many(object);
        let owned = object.owner.is_some() || object.part_of.is_some();
        let rights = Right::ALL.iter().map(|(name, right)| {
            let scope = grants.of(object, *right);
            self.scope_choice(format!("right.{}.{name}", object.name), &label, name, scope, owned)
        });
        let fields = object.fields.iter().filter(|field| limitable(object, field)).map(|field| {
            let right = grants.field(object.name, field.name);
            let value =
                FIELD_RIGHTS.iter().find(|(_, known)| *known == right).map_or("open", |(name, _)| name);
            let options = FIELD_RIGHTS.iter().map(|(name, _)| {
                Pick::new(*name, self.word(&format!("role-field-{}", name.replace('_', "-"))))
            });
            Shown {
                name: format!("field.{}.{}", object.name, field.name),
                label: self.label(object, field),
                value: value.to_owned(),
                options: options.collect(),
            }
        });
        RoleObject { rights: rights.collect(), fields: fields.collect(), label }
    }

    /// Whose records: where records belong to nobody, it is all or none.
    fn scope_choice(&self, name: String, object: &str, right: &str, scope: Scope, owned: bool) -> Shown {
        let offered =
            SCOPES.iter().filter(|one| owned || matches!(one, Scope::None | Scope::All) || **one == scope);
        let options =
            offered.map(|one| Pick::new(one.name(), self.word(&format!("role-access-{}", one.name()))));
        Shown {
            name,
            label: cordee_i18n::pair(self.language(), object, self.word(&format!("role-{right}"))),
            value: scope.name().to_owned(),
            options: options.collect(),
        }
    }

    /// The grants that the form describes; what an object has like all others is not said for it.
    fn granted(&self, record: &Record, typed: &Typed) -> Grants {
        let mut grants = Grants::read(record.value("grants").and_then(Value::as_text).unwrap_or("{}"));
        let others = scopes(typed, OTHERS);
        grants.objects.insert(OTHERS.to_owned(), others);
        for object in self.granted_objects() {
            let own = scopes(typed, object.name);
            // What goes without saying differs: see `Grants::of`.
            let said = ObjectGrants::all(Scope::All);
            if own == if object.author().is_some() { said } else { others } {
                grants.objects.remove(object.name);
            } else {
                grants.objects.insert(object.name.to_owned(), own);
            }
            let mut limits = std::collections::BTreeMap::new();
            for field in object.fields.iter().filter(|field| limitable(object, field)) {
                let chosen = typed.text(&format!("field.{}.{}", object.name, field.name));
                let right = FIELD_RIGHTS.iter().find(|(name, _)| *name == chosen).map(|(_, right)| *right);
                if let Some(right) = right.filter(|right| *right != FieldRight::Open) {
                    limits.insert(field.name.to_owned(), right);
                }
            }
            grants.fields.remove(object.name);
            if !limits.is_empty() {
                grants.fields.insert(object.name.to_owned(), limits);
            }
        }
        grants.imports = typed.text("imports") == "true";
        grants.tags = typed.text("tags") == "true";
        grants.shares = typed.text("shares") == "true";
        grants.administers = typed.text("administers") == "true";
        grants
    }
}

fn scopes(typed: &Typed, object: &str) -> ObjectGrants {
    let scope = |right: &str| {
        let chosen = typed.text(&format!("right.{object}.{right}"));
        SCOPES.into_iter().find(|scope| scope.name() == chosen).unwrap_or_default()
    };
    ObjectGrants {
        create: scope("create"),
        read: scope("read"),
        edit: scope("edit"),
        delete: scope("delete"),
        export: scope("export"),
    }
}

/// Whether a role can take a field away: not the name of a record, nor what must be filled by hand.
fn limitable(object: &Object, field: &FieldDef) -> bool {
    let needed = field.required && field.rights != Rights::Engine;
    field.name != object.title && !field.secret && !needed
}
