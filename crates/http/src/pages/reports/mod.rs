//! A report: what was chosen, its figures and tables, each leading to what it rests on.

mod map;

use axum::extract::Path;
use cordee_base::{Decimal, Money, Outcome, Problem};
use cordee_kit::{
    Answers, Begin, Behind, Drawn, Fact, Report, ReportPart, Row, Said, Table, Told, WishText, word_key,
};
use cordee_ui::components::{Field, Place};
use cordee_ui::screens::report as screen;
use cordee_ui::{Cell, Icon, Input, Pick, Tone, names};

use super::address::Address;
use super::reader::{Page, Reader, record_path};
use super::visit::{Answered, Visit};

/// `GET /reports`.
pub(crate) async fn all(visit: Visit) -> Answered {
    visit.page(|reader| reader.all_reports()).await
}

/// `GET /reports/NAME?QUESTION=ANSWER&filter=…`.
pub(crate) async fn report(Path(name): Path<String>, visit: Visit) -> Answered {
    visit.page(move |reader| reader.report_page(&name)).await
}

impl Reader<'_, '_> {
    /// The reports that the reader may know of.
    pub(super) fn reports(&self) -> impl Iterator<Item = &'static Report> + '_ {
        let all = self.registry().reports.iter().copied();
        all.filter(|report| {
            self.gate.object(report.object).is_ok_and(|o| self.may(o, cordee_records::Right::Read))
        })
    }

    /// The report called `name`, if the reader may know of it.
    pub(crate) fn report_at(&self, name: &str) -> Outcome<&'static Report> {
        self.reports().find(|report| report.name == name).ok_or(Problem::NotFound)
    }

    /// All reports, those that tell of one figure first.
    fn all_reports(&mut self) -> Outcome<Page> {
        let mut places = Vec::new();
        if !self.registry().metrics.is_empty() {
            places.push(Place {
                icon: Icon::ChartColumn,
                label: self.word("figures-title"),
                href: "/metrics".to_owned(),
                help: self.word("figures-help"),
            });
        }
        places.extend(self.reports().map(|report| {
            let key = word_key("report", report.name);
            Place {
                icon: report.icon,
                label: self.word(&key),
                href: report_path(report),
                help: self.word(&format!("{key}-help")),
            }
        }));
        let title = self.word("nav-reports");
        Ok(Page::new(title.clone(), REPORTS, screen::index(&title, &places)))
    }

    fn report_page(&mut self, name: &str) -> Outcome<Page> {
        let report = self.report_at(name)?;
        let object = self.gate.object(report.object)?;
        let narrowed = self.narrowed(object);
        let text = self.wish_text(report, narrowed.error.is_none().then(|| narrowed.filter.text()));
        let read = text.read(self.gate, report);
        let said = match &read {
            Ok(wish) => wish.texts().map(|(name, text)| (name.to_owned(), text)).collect(),
            Err(_) => text.answers,
        };
        let told = read.and_then(|wish| (report.tell)(self.gate, &wish));
        let (told, wrong) = match told {
            Ok(told) => (told, None),
            Err(Problem::Invalid(faults)) => (Told::default(), Some(faults)),
            Err(problem) => return Err(problem),
        };
        let mut controls = self.report_controls(report, &said)?;
        let mut unplaced = Vec::new();
        for fault in wrong.iter().flatten() {
            let said = cordee_i18n::fault(self.language(), fault, None);
            let at =
                controls.iter_mut().find(|control| Some(control.name.as_str()) == fault.field.as_deref());
            match at {
                Some(control) => control.error = Some(said),
                None => unplaced.push(screen::Part::Note(said)),
            }
        }
        let key = word_key("report", report.name);
        let title = self.word(&key);
        let parts = told.parts.iter().map(|part| self.report_part(report, part));
        let parts = unplaced.into_iter().chain(parts).collect();
        let view = screen::Report {
            title: title.clone(),
            tip: self.tip(self.registry().term(report.name)),
            intro: self.word(&format!("{key}-help")),
            controls,
            filters: self.filters(object, &narrowed)?,
            one_sheet: told
                .parts
                .iter()
                .any(|part| matches!(part, ReportPart::Table(table) if table.printed.is_some())),
            parts,
        };
        let mut page = Page::new(title, report_path(report), screen::report(self.language(), &view));
        page.toast = self.just_done().filter(|toast| !toast.text.is_empty());
        Ok(match wrong {
            Some(faults) => page.refused(&Problem::Invalid(faults)),
            None => page,
        })
    }

    fn wish_text(&self, report: &Report, filter: Option<String>) -> WishText {
        let given = |name: &str| self.visit.address.one(name).map(|text| (name.to_owned(), text.to_owned()));
        WishText {
            answers: report.questions.iter().filter_map(|question| given(question.name)).collect(),
            filter: filter.filter(|text| !text.is_empty()),
        }
    }

    fn report_controls(&mut self, report: &Report, said: &[(String, String)]) -> Outcome<Vec<Field>> {
        let mut controls = Vec::new();
        for question in report.questions {
            let value = said.iter().find(|(name, _)| name == question.name);
            let value = value.map(|(_, text)| text.clone()).unwrap_or_default();
            let asked = word_key("report-asks", question.name);
            let (input, required) = match question.answer {
                Answers::Day(_) => (Input::Date { value }, false),
                Answers::Number => (Input::Number { value }, false),
                Answers::OneOf(options) => {
                    let pick =
                        |option: &&'static str| Pick::new(*option, self.word(&word_key(&asked, option)));
                    (chosen(value, options.iter().map(pick).collect()), true)
                }
                Answers::Found(find) | Answers::Narrows(find, _) => {
                    let found = find(self.gate)?;
                    let pick = |(key, said): &(String, Said)| Pick::new(key.clone(), self.said_text(said));
                    (chosen(value, found.iter().map(pick).collect()), true)
                }
            };
            let control = Field::new(question.name, self.word(&asked), input);
            controls.push(if required { control.required() } else { control });
        }
        Ok(controls)
    }

    fn report_part(&self, report: &Report, part: &ReportPart) -> screen::Part {
        match part {
            ReportPart::Note(note, names) => screen::Part::Note(self.sentence(note, names)),
            ReportPart::Facts(facts) => {
                let fact = |fact: &Fact| screen::Fact {
                    label: self.word(&word_key("report-fact", fact.name)),
                    value: self.report_value(&fact.said),
                    href: fact.behind.as_ref().map(|behind| self.behind_it(report, behind)),
                };
                screen::Part::Facts(facts.iter().map(fact).collect())
            }
            ReportPart::Table(table) => screen::Part::Table(self.report_table(report, table)),
            ReportPart::Begin(begun) => {
                let one = |begin: &Begin| (self.word(begin.word), begin_path(begin));
                screen::Part::Begin(begun.iter().map(one).collect())
            }
        }
    }

    fn report_table(&self, report: &Report, table: &Table) -> screen::Table {
        let key = word_key("report-table", table.sheet.name);
        let number =
            |place: usize| table.rows.iter().any(|row| row.cells.get(place).is_some_and(Said::is_number));
        let heading = |(place, name): (usize, &&'static str)| {
            (self.word(&word_key("report-column", name)), number(place))
        };
        let bars = bars(table);
        let row = |(place, row): (usize, &Row)| screen::Row {
            cells: row.cells.iter().map(|said| self.report_value(said)).collect(),
            href: row.behind.as_ref().map(|behind| self.behind_it(report, behind)),
            whole: row.whole,
            mark: row.mark.map(|mark| self.word(mark)),
            level: row.level,
            bar: bars.get(place).cloned().flatten(),
            act: table.offers.and_then(|verb| self.row_act(verb, row)),
        };
        screen::Table {
            title: self.word(&key),
            id: key.clone(),
            columns: table.sheet.columns.iter().enumerate().map(heading).collect(),
            rows: table.rows.iter().enumerate().map(row).collect(),
            printed: self.not_printed(table),
            map: match table.sheet.drawn {
                Drawn::Map { across, up } => self.map(report, table, (across, up)).map(Box::new),
                _ => None,
            },
            none: if table.rows.is_empty() { self.word(&format!("{key}-none")) } else { String::new() },
        }
    }

    /// How many rows are printed, and what stands on paper for the others.
    fn not_printed(&self, table: &Table) -> Option<(usize, String)> {
        let printed = table.printed?;
        let over = i64::try_from(table.rows.len().saturating_sub(printed)).unwrap_or(i64::MAX);
        (over > 0).then(|| (printed, self.say("report-more", &[("count", over.into())])))
    }

    /// What a row offers: a verb on the record that its first cell names, in a dialog that comes back to this page.
    fn row_act(&self, verb: &str, row: &Row) -> Option<screen::Act> {
        let Some(Said::Record(object, id, title)) = row.cells.first() else { return None };
        let object = self.gate.object(object).ok()?;
        let verb = self.registry().action(object, verb).filter(|verb| verb.allowed(self.gate, object))?;
        let place = Address::of(format!("{}/do/{}", record_path(object, *id), verb.name));
        let label = self.word(&word_key("action", verb.name));
        Some(screen::Act {
            label: format!("{label}: {title}"),
            href: place.and("back", self.here()).to_string(),
        })
    }

    /// A value of a report, and what stands beside it.
    fn report_value(&self, said: &Said) -> screen::Told {
        let alone = |value| screen::Told { value, beside: None };
        match said {
            Said::NoData => alone(Cell::Text(self.word("no-data"))),
            Said::Nothing => alone(Cell::Empty),
            Said::Record(object, id, title) => {
                let href = self.gate.object(object).ok().map(|object| record_path(object, *id));
                alone(Cell::Link { title: title.clone(), href })
            }
            Said::Between(middle, low, high, n) => {
                let [low, high] = [low, high].map(|part| self.said_text(part));
                let n = self.locale.count(i64::try_from(*n).unwrap_or(i64::MAX));
                let beside = self
                    .say("report-between", &[("low", low.into()), ("high", high.into()), ("n", n.into())]);
                screen::Told { value: self.report_value(middle).value, beside: Some(beside) }
            }
            said => alone(match said.is_number() {
                true => Cell::Number(self.said_text(said)),
                false => Cell::Text(self.said_text(said)),
            }),
        }
    }

    fn sentence(&self, key: &'static str, names: &[(&'static str, Said)]) -> String {
        let texts: Vec<(&str, String)> =
            names.iter().map(|(name, said)| (*name, self.said_text(said))).collect();
        let args: Vec<(&str, cordee_i18n::Arg<'_>)> =
            texts.iter().map(|(name, text)| (*name, text.as_str().into())).collect();
        self.say(key, &args)
    }

    /// A value of a report as a text.
    pub(super) fn said_text(&self, said: &Said) -> String {
        match said {
            Said::NoData => self.word("no-data"),
            Said::Nothing => String::new(),
            Said::Word(key) => self.word(key),
            Said::Named(kind, name) => self.word(&word_key(&format!("report-{kind}"), name)),
            Said::Option(path, key) => names::option(self.language(), path.object, path.field, key),
            Said::Text(text) | Said::Record(_, _, text) => text.clone(),
            Said::Count(count) => self.locale.count(*count),
            Said::Money(minor) => {
                let currency = self.gate.reading().currency;
                match Money::rounded(*minor * Decimal::new(1, currency.decimals()), currency) {
                    Ok(money) => self.locale.money_rounded(money),
                    Err(_) => self.locale.plain_number(*minor),
                }
            }
            Said::Ratio(share) => self.locale.ratio(*share),
            Said::Days(days) => {
                self.say("figures-days", &[("number", self.locale.plain_number(days.round_dp(1)).into())])
            }
            Said::Number(number) => self.locale.plain_number(number.round_dp(2)),
            Said::Day(day) => self.locale.date(*day),
            Said::Sentence(key, names) => self.sentence(key, names),
            Said::Several(all) => {
                let texts: Vec<String> = all.iter().map(|said| self.said_text(said)).collect();
                texts.join(" · ")
            }
            Said::Between(middle, ..) => self.said_text(middle),
        }
    }

    /// Where what a figure rests on is shown.
    fn behind_it(&self, report: &Report, behind: &Behind) -> String {
        match behind {
            Behind::Records(filter, as_of) => {
                let plural = self.gate.object(report.object).map_or("", |object| object.plural);
                let as_of = as_of.map(|day| day.to_string()).unwrap_or_default();
                Address::of(format!("/{plural}")).with("filter", filter).with("as-of", as_of).to_string()
            }
            Behind::Others(object, filter) => {
                let plural = self.gate.object(object).map_or("", |object| object.plural);
                Address::of(format!("/{plural}")).with("filter", filter).to_string()
            }
            Behind::Asking(question, answer) => {
                let here = Address { path: report_path(report), ..self.visit.address.clone() };
                here.with(question, answer).to_string()
            }
            Behind::Record(object, id) => {
                self.gate.object(object).map_or_else(|_| String::new(), |object| record_path(object, *id))
            }
        }
    }
}

/// Where all reports stand.
pub(super) const REPORTS: &str = "/reports";

/// Where a report is shown.
pub(super) fn report_path(report: &Report) -> String {
    format!("/reports/{}", report.name)
}

/// The form that begins a record with what is known of it.
fn begin_path(begin: &Begin) -> String {
    let form = Address::of(format!("/{}/new", begin.draft.object.plural));
    let known = begin.draft.fields();
    known.fold(form, |form, (field, value)| form.and(field.name, field.kind.behave().text(value))).to_string()
}

/// The option that was chosen, else the first.
fn chosen(value: String, options: Vec<Pick>) -> Input {
    let first = || options.first().map(|pick| pick.value.clone()).unwrap_or_default();
    let value = if value.is_empty() { first() } else { value };
    Input::Choice { value, options }
}

/// The bars beside the rows of a table, in hundredths of its widest.
fn bars(table: &Table) -> Vec<Option<screen::Bar>> {
    let value = |row: &Row, column: usize| row.cells.get(column).and_then(Said::number).unwrap_or_default();
    let ends: Vec<(Decimal, Decimal)> = match table.sheet.drawn {
        Drawn::Plain | Drawn::Map { .. } => return Vec::new(),
        Drawn::Bars(column) => table.rows.iter().map(|row| (Decimal::ZERO, value(row, column))).collect(),
        Drawn::Bridge(column) => {
            let mut level = Decimal::ZERO;
            let end = |row: &Row| {
                let from = if row.whole { Decimal::ZERO } else { level };
                level = from + value(row, column);
                (from, level)
            };
            table.rows.iter().map(end).collect()
        }
    };
    let most = ends.iter().flat_map(|(from, to)| [*from, *to]).max().filter(|most| *most > Decimal::ZERO);
    let place = |at: Decimal| {
        let share = most.map_or(Decimal::ZERO, |most| (at * Decimal::ONE_HUNDRED / most).round());
        u8::try_from(share.max(Decimal::ZERO)).unwrap_or(100)
    };
    let bar = |(row, (from, to)): (&Row, (Decimal, Decimal))| {
        let tone = match (table.sheet.drawn, row.whole) {
            (Drawn::Bridge(_), false) if to < from => Tone::Risk,
            (Drawn::Bridge(_), false) => Tone::Won,
            _ => Tone::Accent,
        };
        (from != to).then(|| screen::Bar { from: place(from.min(to)), to: place(from.max(to)), tone })
    };
    table.rows.iter().zip(ends).map(bar).collect()
}
