//! How one object is arranged: its form, what stands on top, in its list, on its cards, and what hangs on its records.

use axum::Form as Posted;
use axum::extract::Path;
use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_records::Right;
use cordee_records::system::layout::{self, LAYOUT};
use cordee_schema::{Draft, Object, Record, Rights, SYSTEM_FIELDS, Value, is_way};
use cordee_ui::screens::layout::{Item, Layout, Part, Shelf as View, layout as draw};
use cordee_ui::{Action, Icon, Way, names};

use super::super::super::address::Address;
use super::super::super::form::Pairs;
use super::super::super::reader::{Page, Reader, faults, record_path};
use super::super::super::typed::Typed;
use super::super::super::visit::{Answered, Visit};
use super::shelves::{Shelf, Shelves};

/// What is arranged, under the names by which it is posted.
const PARTS: [&str; 5] = ["form", "facts", "list", "related", "card"];

/// What stands where: the shelves of each part, those that an object has.
type Arranged = Vec<(&'static str, Shelves)>;

/// `GET /settings/objects/NAME`.
pub(super) async fn show(visit: Visit, Path(name): Path<String>) -> Answered {
    visit
        .page(move |reader| {
            let object = reader.arrangeable(&name)?;
            let now = reader.arranged(object);
            reader.layout_page(object, &now, None, None)
        })
        .await
}

/// `POST /settings/objects/NAME`: keeps what was arranged, or goes back to what was declared, or, where there is no
/// script, moves something and shows it.
pub(super) async fn arrange(
    visit: Visit,
    Path(name): Path<String>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let typed = Typed(pairs);
    let act = typed.text("act").to_owned();
    let version = typed.text("version").to_owned();
    if act != "reset" && !act.is_empty() {
        return visit
            .page(move |reader| {
                let object = reader.arrangeable(&name)?;
                let mut posted = reader.posted(object, &typed);
                let mut words = act.splitn(3, ' ');
                let mut word = || words.next().unwrap_or("");
                let (part, verb, what) = (word(), word(), word());
                posted.iter_mut().filter(|(known, _)| *known == part).for_each(|(_, it)| it.act(verb, what));
                reader.layout_page(object, &posted, Some(&version), None)
            })
            .await;
    }
    let (of, form) = (name.clone(), typed.clone());
    let saved = visit.write(move |reader| {
        let object = reader.arrangeable(&of)?;
        let here = Address::of(format!("/settings/objects/{}", object.name));
        if act == "reset" {
            let gone = reader.reset_layout(object)?;
            return Ok(gone.map_or(here.clone(), |id| here.and("done", "layout-reset").and("of", id)));
        }
        reader.keep_layout(object, &form)?;
        Ok(here.and("done", "save"))
    });
    visit
        .after_form(saved.await, move |reader, problem| {
            let object = reader.arrangeable(&name)?;
            let posted = reader.posted(object, &typed);
            let version = typed.text("version");
            reader.layout_page(object, &posted, Some(version), Some(problem))
        })
        .await
}

impl Reader<'_, '_> {
    /// How the object is arranged now.
    fn arranged(&self, object: &'static Object) -> Arranged {
        let parts = PARTS.into_iter().filter(|part| *part != "card" || object.board.is_some());
        parts.map(|part| (part, self.shelves(object, part))).collect()
    }

    fn shelves(&self, object: &'static Object, part: &str) -> Shelves {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<String>>();
        let mut shelves: Vec<Shelf> = match part {
            "form" => object
                .form
                .iter()
                .map(|group| Shelf {
                    key: group.name.to_owned(),
                    heading: names::group(self.language(), object, group.name),
                    names: owned(group.fields),
                })
                .collect(),
            "related" => {
                let ways = self.gate.catalog().related_to(object).into_iter();
                let shown =
                    ways.filter(|(from, by)| !object.unrelated.iter().any(|way| is_way(way, from, by)));
                vec![Shelf::of(shown.map(|(from, by)| format!("{}.{}", from.name, by.name)).collect())]
            }
            "facts" => vec![Shelf::of(owned(object.facts))],
            "list" => vec![Shelf::of(owned(object.list))],
            _ => vec![Shelf::of(owned(object.board.map_or(&[], |board| board.card)))],
        };
        if part == "form" {
            // Lines that are named nowhere stand after all groups.
            if shelves.is_empty() {
                shelves.push(Shelf { key: "about".to_owned(), ..Shelf::default() });
            }
            let lines: Vec<String> = self.lines_in(object).map(|(name, _)| name.to_owned()).collect();
            let named = |name: &String| shelves.iter().any(|shelf| shelf.names.contains(name));
            let rest: Vec<String> = lines.into_iter().filter(|name| !named(name)).collect();
            shelves.last_mut().into_iter().for_each(|shelf| shelf.names.extend(rest.iter().cloned()));
        }
        // The title always comes first, wherever records stand in a row.
        if part != "form" {
            shelves.iter_mut().for_each(|shelf| shelf.names.retain(|name| name != object.title));
        }
        let there = |name: &String| shelves.iter().any(|shelf| shelf.names.contains(name));
        let rest = self.can_stand_in(object, part).into_iter().filter(|name| !there(name)).collect();
        shelves.push(Shelf::of(rest));
        Shelves(shelves)
    }

    /// The lines of an object, with the name under which it has them.
    fn lines_in(
        &self,
        object: &'static Object,
    ) -> impl Iterator<Item = (&'static str, &'static Object)> + use<'_> {
        self.gate.catalog().lines_of(object).filter_map(|lines| Some((lines.lines?.name, lines)))
    }

    /// All that could stand in a part.
    fn can_stand_in(&self, object: &'static Object, part: &str) -> Vec<String> {
        let own = object.fields.iter().filter(|field| object.shows(field)).map(|field| field.name);
        let dates = SYSTEM_FIELDS.iter().filter(|field| field.sorted).map(|field| field.name);
        match part {
            "related" => {
                let ways = self.gate.catalog().related_to(object).into_iter();
                ways.map(|(from, by)| format!("{}.{}", from.name, by.name)).collect()
            }
            "form" => own.chain(self.lines_in(object).map(|(name, _)| name)).map(str::to_owned).collect(),
            _ => own.chain(dates).filter(|name| *name != object.title).map(str::to_owned).collect(),
        }
    }

    /// What was posted; only what can stand there is taken.
    fn posted(&self, object: &'static Object, typed: &Typed) -> Arranged {
        let parts = PARTS.into_iter().filter(|part| *part != "card" || object.board.is_some());
        let one = |part: &'static str| {
            let (key, heading) = (format!("{part}.key"), format!("{part}.heading"));
            let mut posted = Shelves::posted(typed.all(part), typed.all(&key), typed.all(&heading));
            let choices = self.can_stand_in(object, part);
            posted.0.iter_mut().for_each(|shelf| shelf.names.retain(|name| choices.contains(name)));
            (part, posted)
        };
        parts.map(one).filter(|(_, posted)| posted.0.len() > 1).collect()
    }

    /// Writes what is arranged otherwise than it was.
    fn keep_layout(&mut self, object: &'static Object, typed: &Typed) -> Outcome<()> {
        let mut draft = Draft::new(&LAYOUT);
        for (part, posted) in self.posted(object, typed) {
            if posted == self.shelves(object, part) {
                continue;
            }
            let mut put = |field: &str, text: String| {
                draft.set(field, if text.is_empty() { Value::None } else { Value::Text(text) });
            };
            match part {
                "form" => {
                    let out = posted.left_out().iter().filter(|name| stands_by_hand(object, name));
                    put("left_out", out.cloned().collect::<Vec<_>>().join("\n"));
                    put("form", self.form_said(object, &posted));
                }
                "related" => {
                    put("related", posted.names().join("\n"));
                    put("unrelated", posted.left_out().join("\n"));
                }
                _ if posted.names().is_empty() => put(part, "-".to_owned()),
                _ => put(part, posted.names().join("\n")),
            }
        }
        if draft.values().is_empty() {
            return Ok(());
        }
        match self.gate.layout_of(object)? {
            None => self.gate.create(draft.with(layout::OBJECT, object.name.to_owned())).map(|_| ()),
            Some(known) => {
                // Where nothing was arranged when the page was opened, somebody else was first.
                let stale = |_| Problem::Stale { now: known.head.version };
                let version = typed.text("version").parse().map_err(stale)?;
                self.gate.update(known.head.id, Some(version), draft).map(|_| ())
            }
        }
    }

    /// The groups of a form as a layout says them. A heading that is the word of its group stays in all languages.
    fn form_said(&self, object: &'static Object, form: &Shelves) -> String {
        let line = |shelf: &Shelf| {
            let word = names::group(self.language(), object, &shelf.key);
            let kept = !shelf.key.is_empty() && word == shelf.heading;
            let heading = if kept { &shelf.key } else { &shelf.heading };
            format!("{heading}: {}", shelf.names.join(", "))
        };
        let filled = form.shown().iter().filter(|shelf| !shelf.names.is_empty());
        filled.map(line).collect::<Vec<_>>().join("\n")
    }

    /// Puts what was arranged in the trash; gives what went there.
    fn reset_layout(&mut self, object: &'static Object) -> Outcome<Option<Id>> {
        let Some(known) = self.gate.layout_of(object)? else { return Ok(None) };
        self.gate.trash(&LAYOUT, known.head.id, None)?;
        Ok(Some(known.head.id))
    }

    fn layout_page(
        &mut self,
        object: &'static Object,
        arranged: &Arranged,
        version: Option<&str>,
        problem: Option<&Problem>,
    ) -> Outcome<Page> {
        let kept = self.gate.layout_of(object)?;
        let path = format!("/settings/objects/{}", object.name);
        let now = kept.as_ref().map(|kept| kept.head.version.to_string()).unwrap_or_default();
        let said = |fault: &Fault| cordee_i18n::fault(self.language(), fault, None);
        let at = |fault: &Fault, part: &str| match fault.field.as_deref() {
            Some("left_out") => part == "form",
            Some("unrelated") => part == "related",
            field => field == Some(part),
        };
        let faults = problem.map(faults).unwrap_or_default();
        let whole: Vec<String> =
            faults.iter().filter(|fault| !PARTS.iter().any(|part| at(fault, part))).map(said).collect();
        let part = |(name, shelves): &(&'static str, Shelves)| {
            let wrong: Vec<String> = faults.iter().filter(|fault| at(fault, name)).map(said).collect();
            Part {
                error: (!wrong.is_empty()).then(|| wrong.join(" ")),
                ..self.part_shown(object, name, shelves)
            }
        };
        let title = self.many(object);
        let view = Layout {
            title: title.clone(),
            intro: self.word("layout-intro"),
            actions: self.layout_actions(&path, kept.as_ref()),
            action: path.clone(),
            hidden: vec![("version".to_owned(), version.unwrap_or(&now).to_owned())],
            problem: (!whole.is_empty()).then(|| whole.join(" ")),
            fields: Vec::new(),
            parts: arranged.iter().map(part).collect(),
            cancel: "/settings/objects".to_owned(),
        };
        let body = draw(self.language(), &view);
        let page = Page::new(title, "/settings", body).below(self.word("settings-title"), "/settings");
        Ok(page.below(self.word("objects-title"), "/settings/objects"))
    }

    /// Its history, and the way back to what was declared.
    fn layout_actions(&self, path: &str, kept: Option<&Record>) -> Vec<Action> {
        let Some(kept) = kept.filter(|_| self.may(&LAYOUT, Right::Delete)) else { return Vec::new() };
        let history = record_path(&LAYOUT, kept.head.id);
        let reset = Way::Post(path.to_owned(), vec![("act".to_owned(), "reset".to_owned())]);
        vec![
            Action::new(self.word("layout-history"), Way::Go(history)).icon(Icon::History),
            Action::new(self.word("layout-reset"), reset).icon(Icon::Undo2),
        ]
    }

    fn part_shown(&self, object: &'static Object, name: &str, shelves: &Shelves) -> Part {
        let last = shelves.0.len().saturating_sub(1);
        let shelf = |(at, shelf): (usize, &Shelf)| View {
            key: shelf.key.clone(),
            heading: match (name, at == last) {
                ("form", false) => shelf.heading.clone(),
                (_, false) => self.word("layout-shown"),
                (_, true) => self.word("layout-hidden"),
            },
            items: shelf.names.iter().map(|one| self.item(object, name, one)).collect(),
        };
        Part {
            name: name.to_owned(),
            label: self.word(&format!("layout-{name}")),
            hint: self.word(&format!("layout-{name}-hint")),
            error: None,
            shelves: shelves.0.iter().enumerate().map(shelf).collect(),
            grouped: name == "form",
        }
    }

    fn item(&self, object: &'static Object, part: &str, name: &str) -> Item {
        let mut item =
            Item { name: name.to_owned(), label: name.to_owned(), kind: String::new(), needed: false };
        if part == "related" {
            let ways = self.gate.catalog().related_to(object);
            let found = ways.into_iter().find(|(from, by)| is_way(name, from, by));
            if let Some((from, by)) = found {
                item.label = self.related_label(from, by);
                item.kind = self.label(from, by);
            }
        } else if let Some(field) = object.field(name) {
            item.label = self.label(object, field);
            item.kind = self.kind_said(field);
            item.needed = part == "form" && object.needs_in_form(field);
        } else if let Some((_, lines)) = self.lines_in(object).find(|(known, _)| *known == name) {
            item.label = self.many(lines);
            item.kind = self.word("layout-lines");
            item.needed = true;
        }
        item
    }

    /// What kind of field it is, as those are told who add one.
    fn kind_said(&self, field: &cordee_schema::FieldDef) -> String {
        let kind = match (field.formula, field.rolled_up) {
            (Some(_), _) => "formula",
            (_, Some(_)) => "roll_up",
            _ => field.kind.behave().name(),
        };
        cordee_i18n::option(self.language(), "custom_field", "kind", kind)
    }
}

/// Whether a field would come to stand in the form if nothing said that it does not.
fn stands_by_hand(object: &Object, name: &str) -> bool {
    object.field(name).is_none_or(|field| field.rights != Rights::Engine || field.is_custom())
}
