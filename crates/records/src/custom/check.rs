//! What a declaration must be like, and what it is given before it is written.

use cordee_base::{Decimal, Fault, Outcome};
use cordee_schema::formula::Known;
use cordee_schema::{
    Cell, ColumnType, Draft, FieldDef, Filter, Formula, Kind, Object, Record, Rolled, Value,
};
use cordee_store::{Expr, Select};

use super::names::{free, is_sound, made_of, own};
use crate::Gate;
use crate::gate::Change;
use crate::system::{custom_field, custom_object};

/// How many fields a workspace may add to an object.
const MOST_FIELDS: usize = 250;

impl Gate<'_> {
    /// Completes a declaration that is to be written, and refuses one that could not hold.
    pub(crate) fn before_declaring(&mut self, change: &mut Change<'_>) -> Outcome<()> {
        translations(change)?;
        match change.draft.object.name {
            "custom_object" => self.before_object(change),
            "custom_field" => self.before_field(change),
            "layout" => self.before_layout(change),
            _ => self.before_option(change),
        }
    }

    fn before_object(&mut self, change: &mut Change<'_>) -> Outcome<()> {
        if change.before.is_some() {
            return Ok(());
        }
        if let Some(whole) = change.draft.get(custom_object::LINES_OF).filter(|name| !name.is_empty()) {
            let whole = self.widenable(&whole, "lines_of")?;
            if whole.system || whole.part_of.is_some() {
                return Err(Fault::at("lines_of", "error-lines-of").with("object", whole.name).into());
            }
            change.draft.set("owned", Value::YesNo(false));
        }
        let label = |field| change.draft.get(field).unwrap_or_default();
        let one = given(change.draft, custom_object::NAME.name())?
            .unwrap_or_else(|| made_of(&label(custom_object::LABEL), "object"));
        let many = given(change.draft, custom_object::PLURAL.name())?
            .unwrap_or_else(|| made_of(&label(custom_object::LABEL_PLURAL), "objects"));
        let mut taken = self.taken(&custom_object::CUSTOM_OBJECT, &["name", "plural"], &[], false)?;
        let known = self.declared.catalog.objects();
        taken.extend(known.flat_map(|object| [object.name.to_owned(), object.plural.to_owned()]));
        let name = free(own(&one), |name| taken.iter().any(|known| known == name));
        taken.push(name.clone());
        let plural = free(own(&many), |name| taken.iter().any(|known| known == name));
        change.draft.set("name", Value::Text(name));
        change.draft.set("plural", Value::Text(plural));
        Ok(())
    }

    fn before_field(&mut self, change: &mut Change<'_>) -> Outcome<()> {
        let said = |name: &str| after_text(change, name);
        let object = self.widenable(&said("object"), "object")?;
        let mut kind = said("kind");
        if matches!(kind.as_str(), "link" | "links") {
            self.widenable(&said("links_to"), "links_to")?;
        }
        if kind == "roll_up" {
            self.roll_up_holds(object, &said)?;
        }
        let decimals = change.after(custom_field::DECIMALS).unwrap_or_default();
        if decimals.is_sign_negative() || decimals > 8.into() {
            return Err(Fault::at("decimals", "error-range").with("least", 0).with("most", 8).into());
        }
        if let Some(before) =
            change.before.filter(|_| change.draft.value("retired") == Some(&Value::YesNo(true)))
        {
            self.not_read_by_others(before, Some("retired"))?;
        }
        self.conditions_hold(object, &kind, &said)?;
        if kind == "formula" {
            kind = self.before_formula(change, object)?.to_owned();
        }
        if change.before.is_some() {
            return self.initial(change, object);
        }
        if kind == "any_link" {
            let several = self.several(&after_text(change, "one_of"))?;
            change.draft.set("one_of", Value::Text(several));
        }
        let mut taken =
            self.taken(&custom_field::CUSTOM_FIELD, &["name"], &[("object", object.name)], false)?;
        if taken.len() >= MOST_FIELDS {
            return Err(Fault::at("object", "error-too-many").with("limit", MOST_FIELDS).into());
        }
        taken.extend(self.columns_of_others(object, &kind, decimals)?);
        let name = match given(change.draft, "name")? {
            Some(name) if taken.contains(&own(&name)) || object.field(&own(&name)).is_some() => {
                return Err(Fault::at("name", "error-unique").with("value", own(&name)).into());
            }
            Some(name) => own(&name),
            None => {
                let made = own(&made_of(&after_text(change, "label"), "field"));
                free(made, |name| taken.iter().any(|known| known == name) || object.field(name).is_some())
            }
        };
        change.draft.set("name", Value::Text(name));
        self.initial(change, object)
    }

    /// The objects to which a link to one of several may lead, each on a line of its own.
    fn several(&mut self, said: &str) -> Outcome<String> {
        let mut names: Vec<&str> = Vec::new();
        for name in said.split([',', ';', '\n']).map(str::trim).filter(|name| !name.is_empty()) {
            let object = self.widenable(name, "one_of")?;
            if !names.contains(&object.name) {
                names.push(object.name);
            }
        }
        if names.is_empty() {
            return Err(Fault::at("one_of", "error-required").into());
        }
        Ok(names.join("\n"))
    }

    /// A roll-up leads back by a link to its object, and reckons a field that can be reckoned so.
    fn roll_up_holds(&mut self, object: &'static Object, said: &dyn Fn(&str) -> String) -> Outcome<()> {
        let of = self.widenable(&said("roll_of"), "roll_of")?;
        let names = |fits: &dyn Fn(&FieldDef) -> bool| {
            of.fields.iter().filter(|f| fits(f)).map(|f| f.name).collect::<Vec<_>>().join(", ")
        };
        let wrong = |at: &'static str, options: String| {
            Fault::at(at, "error-choice").with("value", said(at)).with("options", options)
        };
        let links = |field: &FieldDef| field.links_to() == Some(object.name);
        if !of.field(&said("roll_by")).is_some_and(links) {
            return Err(wrong("roll_by", names(&links)).into());
        }
        let what =
            Rolled::named(&said("roll_what")).ok_or_else(|| Fault::at("roll_what", "error-required"))?;
        let fits = |field: &FieldDef| {
            let number = matches!(field.kind, Kind::Number(_) | Kind::Money(_));
            let ordered =
                matches!(field.kind, Kind::Percent(_) | Kind::Date(_) | Kind::Moment(_) | Kind::Time(_));
            let one = !matches!(
                field.kind,
                Kind::Address(_)
                    | Kind::Link(_)
                    | Kind::AnyLink(_)
                    | Kind::Links(_)
                    | Kind::Choices(_)
                    | Kind::Tags(_)
                    | Kind::File(_)
            );
            let fit = match what {
                Rolled::Count => true,
                Rolled::Sum => number,
                Rolled::Min | Rolled::Max => number || ordered,
                Rolled::Latest => one,
                Rolled::Different => one || matches!(field.kind, Kind::Link(_)),
            };
            fit && field.rolled_up.is_none() && !field.secret
        };
        if what != Rolled::Count && !of.field(&said("roll_field")).is_some_and(&fits) {
            return Err(wrong("roll_field", names(&fits)).into());
        }
        let filter = Filter::parse(&said("roll_filter"), self.catalog(), of, &self.reading)
            .map_err(|fault| Fault { field: Some("roll_filter".to_owned()), ..fault })?;
        let name = said("name");
        let reads_it = |field: &FieldDef| {
            let reads = |formula: &Formula| formula.from.contains(&(object.name, name.as_str()));
            field.formula.is_some_and(reads)
        };
        let by_field = of.field(&said("roll_field")).filter(|_| what != Rolled::Count);
        let conditions = filter.conditions();
        if conditions.iter().map(|condition| condition.path.field).chain(by_field).any(reads_it) {
            return Err(Fault::at("roll_filter", "error-formula-cycle").with("name", name).into());
        }
        // It is so for one and not for another.
        if let Some(personal) = conditions.iter().find(|condition| condition.path.is_followed()) {
            let fault = Fault::at("roll_filter", "error-filter-followed");
            return Err(fault.with("name", personal.path.text()).into());
        }
        // What changes there would have to be known here.
        match filter.conditions().iter().find(|condition| condition.path.is_parted()) {
            None => Ok(()),
            Some(far) => {
                Err(Fault::at("roll_filter", "error-path-many").with("name", far.path.text()).into())
            }
        }
    }

    /// A formula must be sound and give what its column holds; gives what that is.
    fn before_formula(&mut self, change: &mut Change<'_>, object: &'static Object) -> Outcome<&'static str> {
        // What it reads may have been declared by this very transaction.
        self.declare_anew()?;
        let (text, name) = (after_text(change, "formula"), after_text(change, "name"));
        let formula = Formula::read(&text, &Known::of(&self.declared.catalog), object.name)?;
        if formula.from.iter().any(|(of, field)| *of == object.name && *field == name) {
            return Err(Fault::at("formula", "error-formula-cycle").with("name", name).into());
        }
        let (now, was) = (formula.result.name(), after_text(change, "result"));
        if change.before.is_some() && was != now {
            let fault = Fault::at("formula", "error-formula-result").with("found", now);
            return Err(fault.with("wanted", was).into());
        }
        change.draft.set("result", Value::Text(now.to_owned()));
        Ok(now)
    }

    /// Conditions are filters over the object, and of fields that somebody fills in.
    fn conditions_hold(
        &mut self,
        object: &'static Object,
        kind: &str,
        said: &dyn Fn(&str) -> String,
    ) -> Outcome<()> {
        for name in ["required_when", "read_only_when"] {
            let text = said(name);
            if text.trim().is_empty() {
                continue;
            }
            if matches!(kind, "formula" | "roll_up") {
                return Err(Fault::at(name, "error-condition-reckoned").into());
            }
            Filter::parse(&text, self.catalog(), object, &self.reading)
                .map_err(|fault| Fault { field: Some(name.to_owned()), ..fault })?;
        }
        Ok(())
    }

    /// A field that a formula or a condition reads can't go while that is in use; `at` is where one wanted it to go.
    pub(crate) fn not_read_by_others(&mut self, field: &Record, at: Option<&'static str>) -> Outcome<()> {
        self.not_read_by_formulas(field, at)?;
        let said = |name: &str| field.value(name).and_then(Value::as_text).unwrap_or_default();
        let (object, name) = (said("object"), said("name"));
        let catalog = &self.declared.catalog;
        let reads = |of: &'static Object, condition: Option<&'static str>| {
            let filter = condition.and_then(|text| Filter::parse(text, catalog, of, &self.reading).ok());
            let conditions = filter.iter().flat_map(Filter::conditions);
            let mut ends =
                conditions.map(|condition| (condition.path.object.name, condition.path.field.name));
            ends.any(|end| end == (object, name))
        };
        let all = catalog.objects().flat_map(|of| of.fields.iter().map(move |field| (of, field)));
        let mut others = all.filter(|(of, field)| (of.name, field.name) != (object, name));
        match others.find(|(of, field)| reads(of, field.required_when) || reads(of, field.read_only_when)) {
            None => Ok(()),
            Some((_, reader)) => {
                let fault = Fault { field: at.map(str::to_owned), ..Fault::whole("error-condition-reads") };
                Err(fault.with("name", reader.name).into())
            }
        }
    }

    /// See [`Gate::not_read_by_others`].
    fn not_read_by_formulas(&mut self, field: &Record, at: Option<&'static str>) -> Outcome<()> {
        let said = |name: &str| field.value(name).and_then(Value::as_text).unwrap_or_default();
        let (object, name) = (said("object"), said("name"));
        let reads = |field: &FieldDef| {
            let reads =
                |formula: &Formula| formula.from.iter().any(|(of, read)| *of == object && *read == name);
            field.formula.is_some_and(reads)
        };
        let all = self.declared.catalog.objects().flat_map(|object| object.fields);
        match all.into_iter().find(|field| reads(field)) {
            None => Ok(()),
            Some(formula) => {
                let fault = Fault { field: at.map(str::to_owned), ..Fault::whole("error-formula-reads") };
                Err(fault.with("name", formula.name).into())
            }
        }
    }

    /// What a new record is to have must be something that the field can hold.
    fn initial(&mut self, change: &Change<'_>, object: &'static Object) -> Outcome<()> {
        let (initial, name) = (after_text(change, "initial"), after_text(change, "name"));
        let Some(field) = object.field(&name).filter(|_| !initial.is_empty()) else { return Ok(()) };
        let relative = matches!(
            (field.kind, initial.as_str()),
            (Kind::Date(_), "today") | (Kind::Moment(_), "now") | (Kind::Link(_), "me")
        );
        match field.kind.behave().parse(&initial, &self.reading) {
            Err(fault) if !relative => Err(Fault { field: Some("initial".to_owned()), ..fault }.into()),
            _ => Ok(()),
        }
    }

    /// Whether a workspace may add fields to this object, and link to it.
    pub fn may_be_widened(object: &Object) -> bool {
        object.has_place()
    }

    /// The object of this name, if fields may be added to it and links may lead to it.
    pub(super) fn widenable(&mut self, name: &str, at: &'static str) -> Outcome<&'static Object> {
        if self.declared.catalog.object(name).is_none() {
            // It may have been declared by this very transaction.
            self.declare_anew()?;
        }
        let fit = |object: &&'static Object| Gate::may_be_widened(object);
        let found = self.declared.catalog.object(name).filter(fit);
        found.ok_or_else(|| {
            let names: Vec<&str> = self.declared.catalog.objects().filter(fit).map(|o| o.name).collect();
            Fault::at(at, "error-object").with("name", name).with("options", names.join(", ")).into()
        })
    }

    /// The texts of these fields in the rows of `object` that have these values: names that are not to be used again,
    /// also of what is in the trash, unless only the living are asked for.
    pub(super) fn taken(
        &mut self,
        object: &'static Object,
        names: &[&'static str],
        with: &[(&'static str, &str)],
        living: bool,
    ) -> Outcome<Vec<String>> {
        let mut select = Select::from(object.name, "r").having("workspace_id", self.actor.workspace);
        for name in names {
            select = select.column(*name, ColumnType::Text);
        }
        for (column, value) in with {
            select = select.having(*column, *value);
        }
        if living {
            select = select.filter(Expr::column("r", "deleted_at").is_null());
        }
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        Ok(rows.iter().flatten().filter_map(|cell| cell.as_text().map(str::to_owned)).collect())
    }

    /// The names of columns that other workspaces of this database have made for fields of another kind.
    fn columns_of_others(
        &mut self,
        object: &'static Object,
        kind: &str,
        decimals: Decimal,
    ) -> Outcome<Vec<String>> {
        let select = Select::from("custom_field", "r")
            .column("name", ColumnType::Text)
            .column("kind", ColumnType::Text)
            .column("decimals", ColumnType::Decimal(0))
            .column("result", ColumnType::Text)
            .having("object", object.name);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let scale = |cell: &Cell| matches!(cell, Cell::Decimal(scale, _) if *scale == decimals);
        // The column of a formula is one of what it gives.
        let holds = |row: &[Cell]| row[3].as_text().or(row[1].as_text()) == Some(kind);
        let other = rows.iter().filter(|row| !holds(row) || !scale(&row[2]));
        Ok(other.filter_map(|row| row[0].as_text().map(str::to_owned)).collect())
    }
}

/// What a text of the record will be.
pub(super) fn after_text(change: &Change<'_>, name: &str) -> String {
    let new = change.draft.value(name);
    let value = new.or_else(|| change.before.and_then(|record| record.value(name)));
    value.and_then(Value::as_text).unwrap_or_default().to_owned()
}

/// The name that was given, if it is one.
pub(super) fn given(draft: &Draft, name: &'static str) -> Outcome<Option<String>> {
    let Some(text) = draft.value(name).and_then(Value::as_text) else { return Ok(None) };
    let text = text.trim();
    match is_sound(text) {
        true => Ok(Some(text.to_owned())),
        false if text.is_empty() => Ok(None),
        false => Err(Fault::at(name, "error-name").with("value", text).into()),
    }
}

/// Translations are JSON: texts, or for an object pairs of texts, by the code of a language; for a form by its headings.
fn translations(change: &Change<'_>) -> Outcome<()> {
    use std::collections::BTreeMap;
    let Some(json) = change.draft.value("translations").and_then(Value::as_text) else { return Ok(()) };
    let read = match change.draft.object.name {
        "custom_object" => serde_json::from_str::<BTreeMap<String, (String, String)>>(json).map(|_| ()),
        "layout" => serde_json::from_str::<BTreeMap<String, BTreeMap<String, String>>>(json).map(|_| ()),
        _ => serde_json::from_str::<BTreeMap<String, String>>(json).map(|_| ()),
    };
    Ok(read.map_err(|error| Fault::at("translations", "error-json").with("detail", error))?)
}
