//! `cordee metric NAME`: reckons a figure.

use clap::Args;
use cordee_base::Decimal;
use cordee_kit::{Answer, Ask, AskText, Metric as Declared, Unit, names};
use cordee_records::GroupKey;
use cordee_schema::Value;

use crate::arguments::Global;
use crate::desk::Desk;
use crate::output::{Out, Side};
use crate::trouble::Trouble;

/// Which figure, of what.
#[derive(Args)]
pub struct Metric {
    /// The figure: win_rate, won_value, …
    name: String,
    /// Split it by a field, also through links, or by periods: owner.team, close_date:month
    #[arg(long, value_name = "FIELD")]
    by: Vec<String>,
    /// From this day on
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// Up to this day, which is included
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
    /// Only of records that are like this
    #[arg(long, value_name = "FILTER")]
    filter: Option<String>,
    /// As it stood at this instant, or at the end of this day
    #[arg(long, value_name = "TIME")]
    as_of: Option<String>,
    /// How one number is made of many: mean or median, where the figure knows both
    #[arg(long, value_name = "NAME")]
    statistic: Option<String>,
}

impl Metric {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let desk = Desk::open(global, out)?;
        let metric = desk.registry.metric(&self.name).map_err(Trouble::Missing)?;
        let text = AskText {
            by: self.by,
            from: self.from,
            to: self.to,
            filter: self.filter,
            as_of: self.as_of,
            statistic: self.statistic,
        };
        let (ask, answer) = desk.read(move |gate| {
            let ask = text.read(gate, metric)?;
            let answer = (metric.reckon)(gate, &ask)?;
            Ok((ask, answer))
        })?;
        if out.json {
            return out.json(&answer.json(metric, &ask, &desk.reading));
        }
        show(&desk, metric, &ask, &answer, out)
    }
}

fn show(desk: &Desk, metric: &Declared, ask: &Ask, answer: &Answer, out: &Out) -> Result<(), Trouble> {
    let say = |key: &str| cordee_i18n::say(out.language, key, &[]);
    let label =
        |by: &cordee_records::By| (names::field(out.language, by.path.object, by.path.field), Side::Left);
    let mut head: Vec<(String, Side)> = ask.by.iter().map(label).collect();
    if head.is_empty() {
        head.push((String::new(), Side::Left));
    }
    let keys = head.len();
    head.push((say(&format!("metric-{}", metric.name.replace('_', "-"))), Side::Right));
    head.push((say("command-records"), Side::Right));
    let figures = |figure: &cordee_kit::Figure| {
        let value = figure.value.map_or_else(|| "–".to_owned(), |value| rounded(desk, metric.unit, value));
        [value, desk.locale.count(figure.n as i64)]
    };
    let mut rows: Vec<Vec<String>> = answer
        .groups
        .iter()
        .map(|(names, figure)| names.iter().map(|name| key(name, out)).chain(figures(figure)).collect())
        .collect();
    let total = std::iter::once(say("metric-total")).chain(std::iter::repeat_n(String::new(), keys - 1));
    rows.push(total.chain(figures(&answer.total)).collect());
    out.table(&head, &rows)
}

fn key(key: &GroupKey, out: &Out) -> String {
    match key.value {
        Value::None => cordee_i18n::say(out.language, "none", &[]),
        _ => key.text.clone(),
    }
}

/// A figure as people read it: amounts without cents, shares in hundredths with two decimals, days with one.
pub(super) fn rounded(desk: &Desk, unit: Unit, value: Decimal) -> String {
    match unit {
        Unit::Count => desk.locale.plain_number(value),
        Unit::Money => desk.money(value),
        Unit::Ratio => desk.locale.ratio(value),
        Unit::Days => desk.locale.number(value, 1),
    }
}
