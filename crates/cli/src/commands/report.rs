//! `cordee report NAME`: tells a report.

use clap::Args;
use cordee_base::Fault;
use cordee_kit::{Said, Table, Told, WishText, report_json, word_key};

use crate::arguments::Global;
use crate::desk::Desk;
use crate::output::{Out, Side};
use crate::trouble::Trouble;

/// Which report, of what.
#[derive(Args)]
pub struct Report {
    /// The report: pipeline_review, …
    name: String,
    /// What is chosen: from=2026-10-01 step=won
    #[arg(value_name = "QUESTION=ANSWER")]
    answers: Vec<String>,
    /// Only of records that are like this
    #[arg(long, value_name = "FILTER")]
    filter: Option<String>,
}

impl Report {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let desk = Desk::open(global, out)?;
        let report = desk.registry.report(&self.name).map_err(Trouble::Missing)?;
        let pair = |text: &String| {
            let (name, answer) = text.split_once('=').ok_or_else(|| {
                Trouble::Usage(Fault::whole("error-invalid-value").with("value", text.as_str()))
            })?;
            Ok::<_, Trouble>((name.trim().to_owned(), answer.to_owned()))
        };
        let answers = self.answers.iter().map(pair).collect::<Result<Vec<_>, _>>()?;
        let text = WishText { answers, filter: self.filter };
        let (wish, told) = desk.read(move |gate| {
            let wish = text.read(gate, report)?;
            let told = (report.tell)(gate, &wish)?;
            Ok((wish, told))
        })?;
        if out.json {
            return out.json(&report_json(report, &wish, &told, &desk.reading));
        }
        show(&desk, &told, out)
    }
}

fn show(desk: &Desk, told: &Told, out: &Out) -> Result<(), Trouble> {
    let say = |key: &str| cordee_i18n::say(out.language, key, &[]);
    for part in &told.parts {
        match part {
            cordee_kit::ReportPart::Facts(facts) => {
                let head = [(say("report-figure"), Side::Left), (say("figures-value"), Side::Right)];
                let row = |fact: &cordee_kit::Fact| {
                    vec![say(&word_key("report-fact", fact.name)), said(desk, &fact.said, out)]
                };
                out.table(&head, &facts.iter().map(row).collect::<Vec<_>>())?;
            }
            cordee_kit::ReportPart::Table(table) => rows(desk, table, out)?,
            cordee_kit::ReportPart::Note(note, names) => {
                let texts: Vec<(&str, String)> =
                    names.iter().map(|(name, value)| (*name, said(desk, value, out))).collect();
                let args: Vec<(&str, cordee_i18n::Arg<'_>)> =
                    texts.iter().map(|(name, text)| (*name, text.as_str().into())).collect();
                out.line(&cordee_i18n::say(out.language, note, &args))?;
            }
            cordee_kit::ReportPart::Begin(begun) => {
                begun.iter().try_for_each(|begin| out.line(&started(begin, out)))?;
            }
        }
        out.line("")?;
    }
    Ok(())
}

fn rows(desk: &Desk, table: &Table, out: &Out) -> Result<(), Trouble> {
    let say = |key: &str| cordee_i18n::say(out.language, key, &[]);
    out.line(&say(&word_key("report-table", table.sheet.name)))?;
    if table.rows.is_empty() {
        return out
            .line(&format!("  {}", say(&format!("{}-none", word_key("report-table", table.sheet.name)))));
    }
    let side = |place: usize| {
        let number = table.rows.iter().any(|row| row.cells.get(place).is_some_and(Said::is_number));
        if number { Side::Right } else { Side::Left }
    };
    let head: Vec<(String, Side)> = table
        .sheet
        .columns
        .iter()
        .enumerate()
        .map(|(place, name)| (say(&word_key("report-column", name)), side(place)))
        .collect();
    let cells = |row: &cordee_kit::Row| row.cells.iter().map(|cell| said(desk, cell, out)).collect();
    out.table(&head, &table.rows.iter().map(cells).collect::<Vec<Vec<String>>>())
}

/// What can be begun, as the command that does it.
fn started(begin: &cordee_kit::Begin, out: &Out) -> String {
    let value = |(field, value): (&cordee_schema::FieldDef, &cordee_schema::Value)| {
        format!(" {}='{}'", field.name, field.kind.behave().text(value))
    };
    let values: String = begin.draft.fields().map(value).collect();
    let called = cordee_i18n::say(out.language, begin.word, &[]);
    format!("{called}: cordee create {}{values}", begin.draft.object.name)
}

/// A value as people read it.
fn said(desk: &Desk, value: &Said, out: &Out) -> String {
    match value {
        Said::NoData => "–".to_owned(),
        Said::Nothing => String::new(),
        Said::Word(key) => cordee_i18n::say(out.language, key, &[]),
        Said::Named(kind, name) => {
            cordee_i18n::say(out.language, &word_key(&format!("report-{kind}"), name), &[])
        }
        Said::Option(path, key) => cordee_kit::names::option(out.language, path.object, path.field, key),
        Said::Text(text) | Said::Record(_, _, text) => text.clone(),
        Said::Count(count) => desk.locale.count(*count),
        Said::Money(minor) => {
            let places = desk.reading.currency.decimals();
            desk.money(*minor * cordee_base::Decimal::new(1, places))
        }
        Said::Ratio(share) => desk.locale.ratio(*share),
        Said::Days(days) => desk.locale.number(*days, 1),
        Said::Number(number) => desk.locale.number(*number, 2),
        Said::Day(day) => desk.locale.date(*day),
        Said::Sentence(key, names) => {
            let texts: Vec<(&str, String)> =
                names.iter().map(|(name, value)| (*name, said(desk, value, out))).collect();
            let args: Vec<(&str, cordee_i18n::Arg<'_>)> =
                texts.iter().map(|(name, text)| (*name, text.as_str().into())).collect();
            cordee_i18n::say(out.language, key, &args)
        }
        Said::Several(all) => {
            let texts: Vec<String> = all.iter().map(|value| said(desk, value, out)).collect();
            texts.join(" · ")
        }
        Said::Between(middle, low, high, n) => {
            let [middle, low, high] = [middle, low, high].map(|part| said(desk, part, out));
            format!(
                "{middle} ({low} … {high}, n = {})",
                desk.locale.count(i64::try_from(*n).unwrap_or(i64::MAX))
            )
        }
    }
}
