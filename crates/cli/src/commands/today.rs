//! `cordee today`: what waits, section by section, and the month so far.

use clap::Args;
use cordee_base::Fault;
use cordee_kit::{Day, DayAsked, Part, Waiting, Whose, day_json, names};

use crate::arguments::Global;
use crate::desk::{Desk, plain};
use crate::output::{Out, Side};
use crate::trouble::Trouble;

/// Whose day.
#[derive(Args)]
pub struct Today {
    /// Whose records: me, team or all [default: one’s own, else as many as one may see]
    #[arg(long, value_name = "WHOSE")]
    whose: Option<String>,
    /// Also what was put off
    #[arg(long)]
    snoozed: bool,
}

impl Today {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let desk = Desk::open(global, out)?;
        let whose = self.whose.as_deref().map(|name| {
            let options = Whose::NAMES.join(", ");
            let fault = Fault::at("whose", "error-choice").with("value", name).with("options", options);
            Whose::named(name).ok_or(Trouble::Usage(fault))
        });
        let asked = DayAsked { whose: whose.transpose()?, snoozed: self.snoozed };
        let registry = desk.registry.clone();
        let (day, today) = desk.read(move |gate| Ok((registry.day(gate, &asked)?, gate.today())))?;
        if out.json {
            return out.json(&day_json(&day, today, desk.reading.currency));
        }
        show(&desk, &day, out)
    }
}

fn show(desk: &Desk, day: &Day, out: &Out) -> Result<(), Trouble> {
    let say = |key: &str| cordee_i18n::say(out.language, key, &[]);
    for part in &day.parts {
        let name = part.section.name.replace('_', "-");
        out.line(&say(&format!("today-{name}")))?;
        if part.waiting.is_empty() {
            out.line(&format!("  {}", say(&format!("today-{name}-none"))))?;
        } else {
            table(desk, part, out)?;
        }
        out.line("")?;
    }
    let figure = |figure: &cordee_kit::SoFar| {
        let name = say(&format!("metric-{}", figure.metric.name.replace('_', "-")));
        let said = |value| super::metric::rounded(desk, figure.metric.unit, value);
        vec![name, said(figure.now), said(figure.before)]
    };
    let head = [
        ("command-today-month", Side::Left),
        ("command-today-now", Side::Right),
        ("command-today-before", Side::Right),
    ];
    out.table(&head.map(|(key, side)| (say(key), side)), &day.month.iter().map(figure).collect::<Vec<_>>())
}

fn table(desk: &Desk, part: &Part, out: &Out) -> Result<(), Trouble> {
    let head = ["id", "object", "when", "to-do", "title"];
    let head =
        head.map(|name| (cordee_i18n::say(out.language, &format!("command-today-{name}"), &[]), Side::Left));
    let rows: Vec<Vec<String>> = part.waiting.iter().map(|waiting| row(desk, waiting, out)).collect();
    out.table(&head, &rows)?;
    if !part.rest.is_empty() {
        out.note("command-today-more", &[("count", rows.len().into())]);
    }
    Ok(())
}

fn row(desk: &Desk, waiting: &Waiting, out: &Out) -> Vec<String> {
    let (source, record) = (waiting.source, &waiting.record);
    let cell = |name: Option<&str>| {
        let field = name.and_then(|name| record.object.field(name));
        field.map_or_else(String::new, |field| desk.cell(record, field))
    };
    let (title, said) = (plain(&record.title()), cell(source.text));
    let about = if said.is_empty() { String::new() } else { title.clone() };
    vec![
        record.head.id.to_string(),
        names::object(out.language, record.object),
        cell(source.when),
        if said.is_empty() { title } else { said },
        about,
    ]
}
