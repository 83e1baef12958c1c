//! The lines of a record in its form: read from what was typed, drawn with what follows from it, and written.

use axum::Form as Posted;
use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_records::{LineWish, LinesWish, Rest, Right};
use cordee_schema::{Default, Draft, FieldDef, Kind, Object, Record, Value};
use cordee_ui::components::{Line, LineCell, LineColumn, Lines, NEW_KEY, lines as draw};

use super::cells::Titles;
use super::form::Pairs;
use super::reader::Reader;
use super::typed::Typed;
use super::visit::{Answered, Visit};

/// How many columns a line has in the form at most; the others are filled in on its own page.
const COLUMNS: usize = 8;
/// How many empty lines are added where no script adds them one by one.
const EMPTY: usize = 3;

/// Which line it is, the version that was read, what it held then, and that it goes.
const ID: &str = "_id";
const VERSION: &str = "_version";
pub(super) const WAS: &str = "_was";
const GONE: &str = "_gone";

/// `POST /OBJECTS/ID/lines` with what stands in a form; `new` in place of the id for a new record. Its lines, drawn anew.
pub(crate) async fn preview(
    visit: Visit,
    Path((plural, id)): Path<(String, String)>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let typed = Typed(pairs);
    let drawn = visit.read(move |reader| {
        let object = reader.object(&plural)?;
        let before = match id.as_str() {
            "new" => None,
            id => Some(reader.gate.get(object, reader.id(id)?)?),
        };
        let language = reader.language();
        let lines = reader.form_lines(object, &typed, before.as_ref())?;
        Ok(lines.iter().map(|lines| draw(language, lines).into_string()).collect::<String>())
    });
    Ok(Html(drawn.await?).into_response())
}

/// A line as it is typed.
#[derive(Clone, Debug)]
pub(super) struct TypedLine {
    /// What tells it from the others.
    pub key: String,
    /// The line that stands; none for a new one.
    pub id: Option<Id>,
    /// The version that was read.
    pub version: Option<i64>,
    /// It is to go.
    pub gone: bool,
    /// Its texts, by the names of its fields.
    pub typed: Typed,
}

impl Typed {
    /// The lines under a name, in the order in which they stand there.
    pub(super) fn typed_lines(&self, name: &str) -> Vec<TypedLine> {
        let mut lines: Vec<TypedLine> = Vec::new();
        for (known, text) in &self.0 {
            let parts = known.strip_prefix(name).and_then(|rest| rest.strip_prefix('.'));
            let Some((key, field)) = parts.and_then(|rest| rest.split_once('.')) else { continue };
            let place = lines.iter().position(|line| line.key == key).unwrap_or_else(|| {
                let typed = Typed::default();
                lines.push(TypedLine { key: key.to_owned(), id: None, version: None, gone: false, typed });
                lines.len() - 1
            });
            let line = &mut lines[place];
            match field {
                ID => line.id = text.parse().ok(),
                VERSION => line.version = text.parse().ok(),
                GONE => line.gone = !text.is_empty(),
                _ => line.typed.put(field, text.clone()),
            }
        }
        lines
    }

    /// Puts a line under a name, after the others.
    pub(super) fn put_line(&mut self, name: &str, line: &TypedLine) {
        let at = |field: &str| format!("{name}.{}.{field}", line.key);
        self.put(at(ID), line.id.map(|id| id.to_string()).unwrap_or_default());
        self.put(at(VERSION), line.version.map(|version| version.to_string()).unwrap_or_default());
        self.put(at(GONE), if line.gone { "1" } else { "" });
        for (field, text) in &line.typed.0 {
            self.put(at(field), text.clone());
        }
    }

    /// Replaces the lines under a name.
    pub(super) fn set_lines(&mut self, name: &str, lines: &[TypedLine]) {
        self.take(name);
        lines.iter().for_each(|line| self.put_line(name, line));
    }
}

impl Reader<'_, '_> {
    /// The objects whose records are lines of `object` and that the reader may see, with their name.
    pub(super) fn lines_of(&self, object: &'static Object) -> Vec<(&'static str, &'static Object)> {
        let all = self.gate.catalog().lines_of(object).filter(|lines| self.may(lines, Right::Read));
        all.filter_map(|lines| Some((lines.lines?.name, lines))).collect()
    }

    /// Puts in the texts that a form shows for the lines of a record.
    pub(super) fn type_lines(&mut self, typed: &mut Typed, record: &Record) -> Outcome<()> {
        for (name, lines) in self.lines_of(record.object) {
            for line in self.gate.lines(lines, &[record.head.id])? {
                let line = self.typed_line(&line);
                typed.put_line(name, &line);
            }
        }
        Ok(())
    }

    /// The texts that a form shows for a line.
    pub(super) fn typed_line(&self, line: &Record) -> TypedLine {
        let mut typed = self.typed_of(line);
        let was = self.marks(line.object, &typed);
        typed.put(WAS, was);
        let (id, version) = (line.head.id, line.head.version);
        TypedLine { key: id.to_string(), id: Some(id), version: Some(version), gone: false, typed }
    }

    /// What a button of the lines asks for: the form again, with a line more, less, or elsewhere; none if the form was
    /// sent to be saved.
    pub(super) fn stepped(&mut self, object: &'static Object, typed: &Typed) -> Outcome<Option<Typed>> {
        let Some(step) = typed.text("then").strip_prefix("lines.") else { return Ok(None) };
        let mut parts = step.splitn(3, '.');
        let (name, verb, key) =
            (parts.next().unwrap_or(""), parts.next().unwrap_or(""), parts.next().unwrap_or(""));
        let Some((name, lines)) = self.lines_of(object).into_iter().find(|(known, _)| *known == name) else {
            return Ok(None);
        };
        let mut all = typed.typed_lines(name);
        let at = all.iter().position(|line| line.key == key);
        match (verb, at) {
            ("add", _) => {
                for _ in 0..EMPTY {
                    let free =
                        (1..).map(|n| format!("n{n}")).find(|key| all.iter().all(|line| line.key != *key));
                    all.push(self.new_line(lines, free.unwrap_or_default()));
                }
            }
            ("remove", Some(at)) if all[at].id.is_none() => drop(all.remove(at)),
            ("remove", Some(at)) => all[at].gone = true,
            ("keep", Some(at)) => all[at].gone = false,
            ("up", Some(at)) if at > 0 => all.swap(at - 1, at),
            ("down", Some(at)) if at + 1 < all.len() => all.swap(at, at + 1),
            _ => {}
        }
        let mut stepped = typed.clone();
        stepped.take("then");
        stepped.set_lines(name, &all);
        Ok(Some(stepped))
    }

    /// A new line as it begins: with its defaults.
    fn new_line(&mut self, lines: &'static Object, key: String) -> TypedLine {
        let mut typed = Typed::default();
        let proposed = self.gate.proposed(Draft::new(lines));
        for (field, value) in proposed.fields() {
            if field.default != Default::None && self.settable(lines, field, None) {
                let titles = self.titles_of(field, value).unwrap_or_default();
                self.type_value(&mut typed, field, value, Titles::Many(&titles));
            }
        }
        TypedLine { key, id: None, version: None, gone: false, typed }
    }

    /// Whether nothing was said of a new line.
    fn is_blank(&self, lines: &'static Object, line: &TypedLine, begins: &Typed) -> bool {
        let same =
            |field: &FieldDef| line.typed.mark(field) == begins.mark(field) || !line.typed.has(field.name);
        line.id.is_none() && lines.fields.iter().all(same)
    }

    /// What a form asks of the lines of a record: those in it are written as typed, all others stay. Second, what can't be
    /// read of them.
    pub(super) fn line_wishes(
        &mut self,
        object: &'static Object,
        typed: &Typed,
        before: Option<&Record>,
    ) -> Outcome<(Vec<LinesWish>, Vec<Fault>)> {
        let (mut wishes, mut faults) = (Vec::new(), Vec::new());
        for (name, lines) in self.lines_of(object) {
            let stand = match before {
                Some(record) => self.gate.lines(lines, &[record.head.id])?,
                None => Vec::new(),
            };
            let begins = self.new_line(lines, String::new()).typed;
            let mut wish = LinesWish { object: lines, lines: Vec::new(), rest: Rest::Stays };
            for line in typed.typed_lines(name) {
                if line.id.is_none() && (line.gone || self.is_blank(lines, &line, &begins)) {
                    continue;
                }
                let at = format!("{name}.{}", line.key);
                let stands = stand.iter().find(|stands| Some(stands.head.id) == line.id);
                let draft = match (line.gone, self.draft(lines, &line.typed, stands)) {
                    (true, _) => Draft::new(lines),
                    (false, Ok(draft)) => draft,
                    (false, Err(Problem::Invalid(wrong))) => {
                        let here = |fault: Fault| {
                            let field = format!("{at}.{}", fault.field.as_deref().unwrap_or(""));
                            Fault { field: Some(field), ..fault }
                        };
                        faults.extend(wrong.into_iter().map(here));
                        continue;
                    }
                    (false, Err(problem)) => return Err(problem),
                };
                let TypedLine { id, version, gone, .. } = line;
                wish.lines.push(LineWish { at, id, version, draft, gone });
            }
            if !wish.lines.is_empty() {
                wishes.push(wish);
            }
        }
        Ok((wishes, faults))
    }

    /// Writes the lines after the record was; what is wrong with either is told together.
    pub(super) fn write_lines<T>(
        &mut self,
        whole: Id,
        wishes: Vec<LinesWish>,
        done: Outcome<T>,
    ) -> Outcome<T> {
        let mut faults = match &done {
            Err(Problem::Invalid(faults)) => faults.clone(),
            Err(_) => return done,
            Ok(_) => Vec::new(),
        };
        for wish in wishes {
            match self.gate.set_lines(whole, wish) {
                Err(Problem::Invalid(more)) => faults.extend(more),
                done => done?,
            }
        }
        if faults.is_empty() { done } else { Err(Problem::Invalid(faults)) }
    }

    /// The lines of a form as they are typed, with what follows from that.
    pub(super) fn form_lines(
        &mut self,
        object: &'static Object,
        typed: &Typed,
        before: Option<&Record>,
    ) -> Outcome<Vec<Lines>> {
        let mut all = Vec::new();
        for (name, lines) in self.lines_of(object) {
            let mayadd = self.may(lines, Right::Create);
            let written = typed.typed_lines(name);
            if written.is_empty() && !mayadd {
                continue;
            }
            all.push(self.lines_view(object, (name, lines), &written, before)?);
        }
        Ok(all)
    }

    fn lines_view(
        &mut self,
        object: &'static Object,
        (name, lines): (&'static str, &'static Object),
        written: &[TypedLine],
        before: Option<&Record>,
    ) -> Outcome<Lines> {
        let columns = self.line_columns(lines);
        let stand = match before {
            Some(record) => self.gate.lines(lines, &[record.head.id])?,
            None => Vec::new(),
        };
        let begins = self.new_line(lines, NEW_KEY.to_owned());
        let (mut rows, mut held) = (Vec::with_capacity(written.len()), Vec::new());
        for (at, line) in written.iter().enumerate() {
            let stands = stand.iter().find(|stands| Some(stands.head.id) == line.id);
            let draft = self.readable(lines, &line.typed, stands)?;
            let comes_to = self.gate.foresee_line(lines, stands, draft)?;
            let cells = columns
                .iter()
                .map(|field| self.line_cell((name, lines), field, line, stands, Some(&comes_to)))
                .collect::<Outcome<Vec<LineCell>>>()?;
            if !line.gone && !self.is_blank(lines, line, &begins.typed) {
                held.push(comes_to);
            }
            rows.push(self.line_row(
                name,
                line,
                at + 1,
                cells,
                stands.is_none() || self.may(lines, Right::Delete),
            ));
        }
        let blank = match self.may(lines, Right::Create) {
            true => {
                let cells =
                    columns.iter().map(|field| self.line_cell((name, lines), field, &begins, None, None));
                let cells = cells.collect::<Outcome<Vec<LineCell>>>()?;
                Some(self.line_row(name, &begins, rows.len() + 1, cells, true))
            }
            false => None,
        };
        let totals = self.gate.foresee_totals(object, lines, &held)?;
        let totals = totals
            .iter()
            .map(|(field, value)| (self.label(object, field), self.value(object, field, value, None)));
        let totals = totals.collect();
        let of = before.map_or_else(|| "new".to_owned(), |record| record.head.id.to_string());
        let add = self.own_word(lines, "new").unwrap_or_else(|| self.word("lines-add"));
        Ok(Lines {
            name: name.to_owned(),
            after: usize::MAX,
            label: self.many(lines),
            columns: columns.iter().map(|field| self.line_column(lines, field)).collect(),
            rows,
            blank,
            totals,
            add,
            preview: format!("/{}/{of}/lines", object.plural),
        })
    }

    /// The fields that stand in a line: those of its list, and what must be filled.
    pub(super) fn line_columns(&self, lines: &'static Object) -> Vec<&'static FieldDef> {
        let link = lines.part_of.unwrap_or("");
        let fits = |field: &&'static FieldDef| {
            field.name != link
                && !lines.is_position(field)
                && fits_in_a_cell(field)
                && self.sees(lines, field)
        };
        let listed =
            lines.list.iter().filter_map(|name| lines.fields.iter().find(|field| field.name == *name));
        let listed: Vec<&'static FieldDef> = listed.filter(fits).collect();
        let needed = lines.fields.iter().filter(|field| field.required).filter(fits);
        let needed = needed.filter(|field| listed.iter().all(|known| known.name != field.name));
        let needed: Vec<&'static FieldDef> = needed.collect();
        let mut columns = listed.clone();
        columns.truncate(COLUMNS.saturating_sub(needed.len()));
        columns.extend(needed);
        columns
    }

    fn line_column(&self, lines: &'static Object, field: &'static FieldDef) -> LineColumn {
        LineColumn {
            name: field.name.to_owned(),
            label: self.label(lines, field),
            numeric: matches!(field.kind, Kind::Number(_) | Kind::Money(_) | Kind::Percent(_)),
            required: field.required && self.settable(lines, field, None),
            room: match field.kind {
                Kind::Money(_) => "money",
                Kind::Number(_) | Kind::Percent(_) | Kind::YesNo(_) => "little",
                Kind::Choice(_) | Kind::Date(_) | Kind::Time(_) | Kind::Moment(_) => "some",
                _ => "wide",
            },
        }
    }

    fn line_cell(
        &mut self,
        (name, lines): (&'static str, &'static Object),
        field: &'static FieldDef,
        line: &TypedLine,
        stands: Option<&Record>,
        comes_to: Option<&cordee_records::Foreseen>,
    ) -> Outcome<LineCell> {
        let value = comes_to.and_then(|held| held.get(field.name)).cloned().unwrap_or_default();
        if !self.settable(lines, field, stands) {
            let titles = self.titles_of(field, &value)?;
            return Ok(LineCell::Shown(self.value(lines, field, &value, Titles::Many(&titles))));
        }
        let mut asked = self.ask(lines, field, &line.typed)?;
        asked.name = format!("{name}.{}.{}", line.key, field.name);
        asked.chosen = None;
        let follows = self.follows(field, &value, &line.typed)?;
        let typed = !line.typed.mark(field).is_empty();
        let (follows, instead) = if typed { (None, follows) } else { (follows, None) };
        Ok(LineCell::Ask { field: Box::new(asked), follows, instead })
    }

    /// What a cell will hold other than is typed there, as a text.
    fn follows(&mut self, field: &'static FieldDef, value: &Value, typed: &Typed) -> Outcome<Option<String>> {
        let plain = matches!(field.kind, Kind::Text(_) | Kind::Number(_) | Kind::Money(_) | Kind::Percent(_));
        let same = matches!(self.read_typed(field, typed)?, Ok(read) if read == *value);
        if !plain || value.is_none() || same {
            return Ok(None);
        }
        let mut said = Typed::default();
        self.type_value(&mut said, field, value, Titles::One(None));
        let (text, currency) = (said.text(field.name), said.part(field.name, "currency"));
        let asked = match typed.part(field.name, "currency") {
            "" => self.gate.reading().currency.code().to_owned(),
            code => code.to_owned(),
        };
        Ok(Some(match currency.is_empty() || currency == asked {
            true => text.to_owned(),
            false => format!("{text} {currency}"),
        }))
    }

    fn line_row(
        &self,
        name: &str,
        line: &TypedLine,
        place: usize,
        cells: Vec<LineCell>,
        removable: bool,
    ) -> Line {
        let at = |field: &str| format!("{name}.{}.{field}", line.key);
        let mut hidden = vec![(at(ID), line.id.map(|id| id.to_string()).unwrap_or_default())];
        if line.id.is_some() {
            let version = line.version.map(|version| version.to_string()).unwrap_or_default();
            hidden.push((at(VERSION), version));
            hidden.push((at(WAS), line.typed.text(WAS).to_owned()));
            hidden.push((at(GONE), if line.gone { "1".to_owned() } else { String::new() }));
        }
        Line { key: line.key.clone(), place, hidden, cells, gone: line.gone, removable, problem: None }
    }

    /// What of a line can be read so far.
    fn readable(&mut self, lines: &'static Object, typed: &Typed, stands: Option<&Record>) -> Outcome<Draft> {
        let shown = stands.map(|record| self.typed_of(record));
        let mut draft = Draft::new(lines);
        for field in lines.fields {
            let same = shown.as_ref().is_some_and(|shown| shown.mark(field) == typed.mark(field));
            if same || !typed.has(field.name) || !self.settable(lines, field, stands) {
                continue;
            }
            if let Ok(value) = self.read_typed(field, typed)? {
                draft.set(field.name, value);
            }
        }
        Ok(draft)
    }
}

/// Whether a kind of field can be filled in within a line of a table.
fn fits_in_a_cell(field: &FieldDef) -> bool {
    !matches!(
        field.kind,
        Kind::LongText(_)
            | Kind::Address(_)
            | Kind::Choices(_)
            | Kind::Tags(_)
            | Kind::Links(_)
            | Kind::File(_)
    )
}
