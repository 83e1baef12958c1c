//! Two people changed one record: the second sees both versions field by field and decides; nothing is overwritten.

use cordee_base::Outcome;
use cordee_schema::{FieldDef, Object, Record};
use cordee_ui::components::Notice;
use cordee_ui::screens::merge::{Merge, MergeRow, MergeSide, merge as draw};
use cordee_ui::{Cell, Tone};

use super::cells::{Titles, plain};
use super::reader::{Page, Reader, record_path};
use super::typed::Typed;

/// The choice of what the reader typed, and of what stands.
const YOURS: &str = "yours";
const THEIRS: &str = "theirs";

impl Reader<'_, '_> {
    /// What each field held when the form was opened, in short: so that a later save knows what was changed in it.
    pub(crate) fn marks(&self, object: &'static Object, typed: &Typed) -> String {
        let settable = object.fields.iter().filter(|field| self.sees(object, field));
        let marks = settable.map(|field| format!("{}:{:x}", field.name, short(&typed.mark(field))));
        marks.collect::<Vec<_>>().join(",")
    }

    /// What one field held when its input was opened, in short.
    pub(crate) fn mark_of(&self, field: &FieldDef, typed: &Typed) -> String {
        format!("{}:{:x}", field.name, short(&typed.mark(field)))
    }

    /// The form after the reader has decided between both versions: what is theirs is taken out of it.
    pub(crate) fn decided(&self, record: &Record, typed: &Typed) -> Typed {
        let mut decided = typed.clone();
        for field in record.object.fields {
            if typed.text(&format!("field.{}", field.name)) == THEIRS {
                decided.take(field.name);
            }
        }
        // What of a line is theirs is told by its place in the form: `field.lines.KEY.FIELD`, or `field.lines.KEY`.
        for (name, choice) in &typed.0 {
            if let Some(of_line) = name.strip_prefix("field.").filter(|_| choice == THEIRS) {
                decided.take(of_line);
            }
        }
        decided
    }

    /// Both versions, by field.
    pub(crate) fn stale_page(&mut self, record: &Record, typed: &Typed) -> Outcome<Page> {
        let (object, title) = (record.object, record.title());
        let path = record_path(object, record.head.id);
        let now = self.typed_of(record);
        let mut hidden = vec![("version".to_owned(), record.head.version.to_string())];
        hidden.push(("was".to_owned(), self.marks(object, &now)));
        let own = ["version", "was", "keep", "then"];
        let mut differing = Vec::new();
        let (mut brought, of_lines) = self.stale_lines(record, typed)?;
        let follow = self.following(record, typed, &now);
        follow.iter().for_each(|field| brought.take(field.name));
        let texts =
            brought.0.iter().filter(|(name, _)| !own.contains(&name.as_str()) && !name.starts_with("field."));
        hidden.extend(texts.cloned());
        for field in as_in_its_form(object) {
            let asked = !follow.iter().any(|one| one.name == field.name);
            if asked && differs(field, typed, &now) && self.settable(object, field, Some(record)) {
                differing.push(self.both(record, field, typed)?);
            }
        }
        differing.extend(of_lines);
        let side =
            |id: &str, key: &str| MergeSide { id: id.to_owned(), title: self.word(key), hint: String::new() };
        let view = Merge {
            title: title.clone(),
            intro: self.word("stale-hint"),
            notices: vec![Notice { tone: Tone::Risk, text: self.word("problem-stale") }],
            action: path.clone(),
            hidden,
            sides: [side(YOURS, "form-yours"), side(THEIRS, "form-theirs")],
            choose_side: false,
            differing,
            agreeing: Vec::new(),
            submit: self.word("action-save"),
            cancel: path.clone(),
        };
        let body = draw(self.language(), &view);
        let page = Page::new(self.word("action-edit"), self.place(object), body);
        Ok(page.below(self.many(object), format!("/{}", object.plural)).below(title, path))
    }

    /// The fields that nobody is asked about, since they follow from others: a whole that the reader left alone from its
    /// parts, and the parts that they left alone from their whole.
    fn following(&self, record: &Record, typed: &Typed, now: &Typed) -> Vec<&'static FieldDef> {
        let touched = |field: &FieldDef| is_touched(typed.text("was"), field, typed);
        let mut follow = Vec::new();
        for whole in record.object.fields.iter().filter(|whole| !whole.parts.is_empty()) {
            let parts = whole.parts.iter().filter_map(|part| self.field(record.object, part));
            let parts: Vec<&'static FieldDef> = parts.filter(|part| typed.has(part.name)).collect();
            if !touched(whole) && parts.iter().any(|part| differs(part, typed, now)) {
                follow.push(whole);
            } else if touched(whole) && !parts.iter().any(|part| touched(part)) {
                follow.extend(parts);
            }
        }
        follow
    }

    /// One field as typed and as it stands. Where the reader changed nothing, theirs is proposed.
    fn both(&mut self, record: &Record, field: &'static FieldDef, typed: &Typed) -> Outcome<MergeRow> {
        let touched = is_touched(typed.text("was"), field, typed);
        let mine = match self.read_typed(field, typed)? {
            Ok(value) => {
                let titles = self.titles_of(field, &value)?;
                self.value(record.object, field, &value, Titles::Many(&titles))
            }
            // What can't be read is shown as it was typed; saving tells what is wrong with it.
            Err(_) => Cell::Text(typed.text(field.name).to_owned()),
        };
        Ok(MergeRow {
            name: field.name.to_owned(),
            label: self.label(record.object, field),
            values: [unlinked(mine), unlinked(self.cell(record, field))],
            keep: usize::from(!touched),
        })
    }
}

/// The fields of an object in the order of its form, then the others.
fn as_in_its_form(object: &'static Object) -> Vec<&'static FieldDef> {
    let formed = object.form.iter().flat_map(|group| group.fields).filter_map(|name| object.field(name));
    let mut fields: Vec<&'static FieldDef> = formed.collect();
    let formed: Vec<&str> = fields.iter().map(|field| field.name).collect();
    fields.extend(object.fields.iter().filter(|field| !formed.contains(&field.name)));
    fields
}

/// Whether a field was typed otherwise than it stands.
fn differs(field: &FieldDef, typed: &Typed, now: &Typed) -> bool {
    typed.has(field.name) && typed.mark(field) != now.mark(field)
}

/// Whether the reader changed what a field held when the form was opened.
pub(super) fn is_touched(was: &str, field: &FieldDef, typed: &Typed) -> bool {
    let was = was.split(',').find_map(|mark| {
        let (name, mark) = mark.split_once(':')?;
        (name == field.name).then(|| mark.to_owned())
    });
    was.is_none_or(|was| was != format!("{:x}", short(&typed.mark(field))))
}

/// A value to choose from leads nowhere.
pub(crate) fn unlinked(cell: Cell) -> Cell {
    match cell {
        Cell::Link { .. }
        | Cell::Links(_)
        | Cell::Person(_)
        | Cell::Url { .. }
        | Cell::Email(_)
        | Cell::Phone { .. } => Cell::Text(plain(&cell)),
        other => other,
    }
}

/// FNV-1a in 32 bits: it tells what a form held from what it holds; nothing secret hangs on it.
fn short(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
