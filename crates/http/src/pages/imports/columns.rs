//! The columns of a file: what each is, and how the file is read.

use axum::Form as Posted;
use axum::extract::Path;
use cordee_base::{Outcome, Problem};
use cordee_kit::{Look, ReadAs, Wishes};
use cordee_schema::{Object, Path as FieldPath};
use cordee_ui::components::{Field, Notice};
use cordee_ui::screens::import::{ImportColumn, ImportColumns, ImportStep};
use cordee_ui::{Input, Pick, Tone};

use super::super::address::Address;
use super::super::form::Pairs;
use super::super::reader::{Page, Reader, faults};
use super::super::typed::Typed;
use super::super::visit::{Answered, Visit, to};
use crate::imports::{Decided, Kept, aside, decide, see_one};

/// The encodings that files come in, as one chooses them.
const ENCODINGS: [&str; 12] = [
    "UTF-8",
    "UTF-16LE",
    "UTF-16BE",
    "windows-1251",
    "windows-1252",
    "windows-1250",
    "KOI8-R",
    "KOI8-U",
    "IBM866",
    "GBK",
    "Big5",
    "Shift_JIS",
];
/// What says how a file is read; another choice reads it anew.
const READ_AS: [&str; 3] = ["encoding", "delimiter", "sheet"];
/// The delimiters that are offered, by name; others are shown by the name they have.
const DELIMITERS: [&str; 4] = ["comma", "semicolon", "tab", "pipe"];
const MODES: [&str; 3] = ["create", "create_and_update", "update"];

/// `GET /import/file/SENT/of/FILE?encoding=…&delimiter=…`.
pub(super) async fn ask_one(visit: Visit, Path((sent, file)): Path<(String, usize)>) -> Answered {
    let kept = Kept::at(&visit.app, &visit.actor, &sent)?;
    show(visit, kept, file).await
}

/// `POST /import/file/SENT/of/FILE`: keeps what was decided.
pub(super) async fn settle_one(
    visit: Visit,
    Path((sent, file)): Path<(String, usize)>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let kept = Kept::at(&visit.app, &visit.actor, &sent)?;
    settled(visit, kept, file, Typed(pairs)).await
}

/// The columns of a file.
pub(super) async fn show(visit: Visit, kept: Kept, number: usize) -> Answered {
    match look(&visit, &kept, number).await {
        Ok(look) => visit.page(move |reader| reader.columns_page(&kept, number, &look, None)).await,
        Err(problem) => visit.refused(problem).await,
    }
}

/// Keeps what was decided and goes on: to the check, or back to the other files. Reads the file anew where it is to be
/// read otherwise.
pub(super) async fn settled(visit: Visit, kept: Kept, number: usize, typed: Typed) -> Answered {
    let (here, next) = ways(&kept, number);
    if READ_AS.iter().any(|name| typed.text(name) != typed.part("was", name)) {
        let here = Address::of(here);
        return Ok(to(&READ_AS.iter().fold(here, |here, name| here.with(name, typed.text(name)))));
    }
    let look = look(&visit, &kept, number).await?;
    let wishes = wishes(&typed, &look);
    let decided = Decided { read: read_by(&visit), wishes: wishes.clone(), ..Decided::default() };
    let decided = decide(&visit.app, &visit.actor, kept.clone(), number, decided).await;
    let mut look = look;
    for (column, target) in look.columns.iter_mut().zip(&wishes.targets) {
        column.target.clone_from(&target.1);
    }
    let again = move |reader: &mut Reader<'_, '_>, problem: &Problem| {
        reader.columns_page(&kept, number, &look, Some(problem))
    };
    visit.after_form(decided.map(|_| Address::of(next)), again).await
}

/// Where the columns of a file stand, and where one goes on to from there.
fn ways(kept: &Kept, number: usize) -> (String, String) {
    let sent = format!("/import/file/{}", kept.key);
    match kept.files.len() {
        1 => (sent.clone(), format!("{sent}/check")),
        _ => (format!("{sent}/of/{number}"), sent),
    }
}

/// What the file looks like: read as the address says, else as was decided.
async fn look(visit: &Visit, kept: &Kept, number: usize) -> Outcome<Look> {
    let Some(read) = read_by(visit) else {
        let seen = see_one(&visit.app, &visit.actor, kept, number).await?;
        return seen.look?.ok_or(Problem::NotFound);
    };
    let file = kept.file(number)?;
    let object = visit.catalog().await?.named(&file.object)?;
    let (records, actor, path) = (visit.app.records().clone(), visit.actor.clone(), kept.path(file));
    let imports = visit.app.registry().imports;
    aside(move || imports.look(&records, &actor, object, &path, &read)).await
}

/// How the address says that the file is to be read, if it does.
fn read_by(visit: &Visit) -> Option<ReadAs> {
    let said = |name: &str| visit.address.one(name).map(str::to_owned);
    let read = ReadAs {
        encoding: said("encoding"),
        delimiter: said("delimiter"),
        header: None,
        sheet: said("sheet"),
    };
    READ_AS.iter().any(|name| visit.address.one(name).is_some()).then_some(read)
}

fn wishes(typed: &Typed, look: &Look) -> Wishes {
    let target = |at: usize| typed.part("column", &at.to_string()).to_owned();
    let targets: Vec<(usize, String)> = (0..look.columns.len()).map(|at| (at, target(at))).collect();
    // Where nothing is chosen to find records by, it is the first that a column brings.
    let brought = |path: &&String| targets.iter().any(|(_, target)| target == *path);
    let match_by = match typed.text("match") {
        "" => look.matches.iter().find(brought).cloned().unwrap_or_default(),
        path => path.to_owned(),
    };
    Wishes {
        targets,
        match_by: Some(match_by),
        mode: Some(typed.text("mode").to_owned()).filter(|mode| !mode.is_empty()),
        create_missing: Some(typed.text("create_missing") == "true"),
        incomplete: Some(typed.text("incomplete") == "true"),
        translate: Vec::new(),
        source: None,
    }
}

impl Reader<'_, '_> {
    fn columns_page(
        &mut self,
        kept: &Kept,
        number: usize,
        look: &Look,
        problem: Option<&Problem>,
    ) -> Outcome<Page> {
        self.needs_imports()?;
        let object = self.gate.object(look.object.name)?;
        let (place, next) = ways(kept, number);
        let mut notices: Vec<Notice> = problem
            .map(faults)
            .unwrap_or_default()
            .iter()
            .map(|fault| Notice {
                tone: Tone::Overdue,
                text: cordee_i18n::fault(self.language(), fault, None),
            })
            .collect();
        if look.unsure {
            notices.push(Notice { tone: Tone::Risk, text: self.word("wizard-unsure") });
        }
        let targets: Vec<Pick> =
            look.targets.iter().map(|path| Pick::new(path, self.target_label(object, path))).collect();
        let columns = look.columns.iter().enumerate().map(|(number, column)| ImportColumn {
            number,
            name: column.name.clone(),
            samples: column.samples.clone(),
            target: column.target.clone(),
            targets: targets.clone(),
            note: column.ambiguous.then(|| Notice { tone: Tone::Risk, text: self.word("wizard-ambiguous") }),
        });
        let here = Address { path: place, ..self.here() };
        let step = ImportColumns {
            settings: self.reading_fields(object, look),
            columns: columns.collect(),
            action: here.to_string(),
            hidden: read_as(look)
                .into_iter()
                .map(|(name, value, _)| (format!("was.{name}"), value))
                .collect(),
            back: match kept.files.len() {
                1 => format!("/import/new?object={}", object.name),
                _ => next,
            },
            submit: self.word(if kept.files.len() == 1 { "wizard-check" } else { "wizard-keep-columns" }),
        };
        let title = format!("{} · {}", kept.file(number)?.name, self.many(object));
        Ok(self.step_page(title, notices, ImportStep::Columns(step)))
    }

    fn reading_fields(&self, object: &'static Object, look: &Look) -> Vec<Field> {
        let matches =
            look.matches.iter().map(|path| Pick::new(path, self.target_label(object, path))).collect();
        let modes =
            MODES.map(|mode| Pick::new(mode, self.word(&format!("wizard-mode-{}", mode.replace('_', "-")))));
        let mode = Input::Choice { value: look.mode.clone(), options: modes.to_vec() };
        // What follows from the columns is left open, so that it goes with them.
        let follows = look.wishes().match_by.as_ref() == Some(&look.match_by);
        let match_by = if follows { String::new() } else { look.match_by.clone() };
        let reading = read_as(look).into_iter().map(|(name, value, known)| {
            let label = |one: &String| match (name, DELIMITERS.contains(&one.as_str())) {
                ("delimiter", true) => self.word(&format!("wizard-delimiter-{one}")),
                _ => one.clone(),
            };
            let options = known.iter().map(|one| Pick::new(one, label(one))).collect();
            Field::new(name, self.word(&format!("wizard-{name}")), Input::Choice { value, options })
                .required()
        });
        let deciding = [
            Field::new(
                "match",
                self.word("wizard-match-by"),
                Input::Choice { value: match_by, options: matches },
            )
            .hint(self.word("wizard-match-hint")),
            Field::new("mode", self.word("wizard-mode"), mode).required(),
            Field::new(
                "create_missing",
                self.word("wizard-create-missing"),
                Input::YesNo { value: Some(look.create_missing) },
            )
            .required(),
        ];
        let asks = object.fields.iter().any(|field| field.required_when.is_some());
        let incomplete = asks.then(|| {
            let input = Input::YesNo { value: Some(look.incomplete) };
            let field = Field::new("incomplete", self.word("wizard-incomplete"), input).required();
            field.hint(self.word("wizard-incomplete-hint"))
        });
        reading.chain(deciding).chain(incomplete).collect()
    }

    /// What a target is called: `Owner › E-mail`.
    pub(super) fn target_label(&self, object: &'static Object, path: &str) -> String {
        match FieldPath::resolve(self.gate.catalog(), object, path) {
            Ok(found) => self.path_label(object, &found),
            Err(_) => {
                let (first, rest) = path.split_once('.').unwrap_or((path, ""));
                let label = self.field_name(object, first);
                let rest = self.field_name(object, rest);
                if rest.is_empty() { label } else { format!("{label} › {rest}") }
            }
        }
    }
}

/// What can be said of how a file is read, as it was found out: with what one may choose instead.
fn read_as(look: &Look) -> Vec<(&'static str, String, Vec<String>)> {
    let among = |known: &[&str], value: &str| {
        let mut all: Vec<String> = known.iter().map(|one| (*one).to_owned()).collect();
        if !known.contains(&value) {
            all.insert(0, value.to_owned());
        }
        all
    };
    let encoding = ("encoding", look.encoding.clone(), among(&ENCODINGS, &look.encoding));
    match (look.format.as_str(), &look.sheet) {
        ("xlsx", Some(sheet)) => vec![("sheet", sheet.clone(), look.sheets.clone())],
        ("csv", _) => {
            vec![encoding, ("delimiter", look.delimiter.clone(), among(&DELIMITERS, &look.delimiter))]
        }
        _ => vec![encoding],
    }
}
