//! The lines of a form as they are drawn: their columns, their cells, and what follows from what was typed.

use cordee_base::Outcome;
use cordee_records::Right;
use cordee_schema::{FieldDef, Kind, Object, Record, Value};
use cordee_ui::components::{Line, LineCell, LineColumn, Lines, NEW_KEY};
use cordee_ui::kinds::Input;

use super::super::cells::Titles;
use super::super::reader::Reader;
use super::super::typed::Typed;
use super::typed::{GONE, ID, TypedLine, VERSION, WAS};

/// How many columns a line has in the form at most; the others are filled in on its own page.
const COLUMNS: usize = 8;

impl Reader<'_, '_> {
    /// The lines of a form as they are typed, with what follows from that.
    pub(in crate::pages) fn form_lines(
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
            let draft = self.readable(lines, stands, &line.typed)?;
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
    pub(in crate::pages) fn line_columns(&self, lines: &'static Object) -> Vec<&'static FieldDef> {
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
            tip: self.tip_of(lines, field),
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
        let typed = !line.typed.mark(field).is_empty();
        let follows = match &asked.input {
            Input::Choice { options, .. } if !typed => {
                let chosen = options.iter().find(|option| Some(option.value.as_str()) == value.as_text());
                chosen.map(|option| option.label.clone())
            }
            _ => self.follows(field, &value, &line.typed)?,
        };
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
