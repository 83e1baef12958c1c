//! From the cells of a row to values, as far as that can be told without the database.

use cordee_base::{Decimal, Fault, Id, Moment, Money};
use cordee_connectors::sheets::read::Row;
use cordee_connectors::sheets::recognise::{
    DateOrder, NumberStyle, parse_date, parse_moment, parse_money, parse_number, parse_percent, parse_yes_no,
};
use cordee_connectors::sheets::write::unprotect;
use cordee_kit::RowProblem;
use cordee_schema::{FieldDef, Kind, Reading, Value, key};

use super::plan::{Bound, Plan};
use super::target::{Target, Way};

/// A row, read.
#[derive(Debug)]
pub(super) struct Line {
    /// The line of the file it begins on.
    pub number: u64,
    /// Its cells as they stand, for the file of rejected rows.
    pub cells: Vec<String>,
    /// What each bound column gives.
    pub read: Vec<Read>,
    /// The steps of the record's life in order: when, which step of the plan, and what it sets.
    pub history: Vec<(Moment, usize, Vec<Read>)>,
    /// What is wrong.
    pub problems: Vec<RowProblem>,
    /// It is to be passed over.
    pub skip: bool,
}

/// What a bound column gives for a row.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Read {
    /// Nothing.
    Nothing,
    /// A value.
    Value(Value),
    /// The text that says what a link leads to, or which id it is.
    Text(String),
    /// The texts that say what links to many lead to.
    Texts(Vec<String>),
}

impl Line {
    /// Reads a row.
    pub(super) fn read(plan: &Plan, row: &Row<'_>, reading: &Reading) -> Line {
        let plain = |cell| if plan.protected { unprotect(cell) } else { cell };
        let cells: Vec<String> = row.cells().map(|cell| plain(cell).to_owned()).collect();
        let mut line = Line {
            number: row.line,
            skip: plan.skips(&cells),
            read: Vec::new(),
            history: Vec::new(),
            problems: Vec::new(),
            cells,
        };
        if line.skip {
            return line;
        }
        line.problems.extend(row.faults().into_iter().map(|fault| RowProblem {
            line: row.line,
            column: fault.field.clone(),
            value: String::new(),
            fault,
        }));
        line.read = plan.columns.iter().map(|bound| line.one(bound, reading)).collect();
        line.history(plan, reading);
        line
    }

    fn history(&mut self, plan: &Plan, reading: &Reading) {
        for (place, step) in plan.history.iter().enumerate() {
            let text = self.cells.get(step.when).map_or("", |cell| cell.trim());
            if text.is_empty() {
                continue;
            }
            let Some(at) = moment(text, step.date, reading) else {
                let fault = Fault::whole("error-date").with("value", text);
                self.problem(
                    plan.columns.iter().find(|bound| bound.reads(step.when)),
                    text.to_owned(),
                    fault,
                );
                continue;
            };
            let set = step.set.iter().map(|bound| self.one(bound, reading)).collect();
            self.history.push((at, place, set));
        }
        self.history.sort_by_key(|(at, ..)| *at);
    }

    /// What one bound column gives; what is wrong with it is noted.
    fn one(&mut self, bound: &Bound, reading: &Reading) -> Read {
        let text = bound.from.text(&bound.asked, &self.cells);
        let text = bound.asked.translate.get(text.as_ref()).map_or(text.as_ref(), String::as_str);
        if text.is_empty() {
            return Read::Nothing;
        }
        let read = match &bound.target {
            Target::Link(field, _, way) if field.many_to().is_some() => {
                return Read::Texts(several(text, *way));
            }
            Target::Id | Target::ForeignId | Target::SourceSystem | Target::Link(..) | Target::Part(..) => {
                return Read::Text(text.to_owned());
            }
            Target::CreatedAt => moment(text, bound.asked.date, reading)
                .map(Value::Moment)
                .ok_or_else(|| Fault::whole("error-moment").with("value", text)),
            Target::Field(field) => value(bound, field, text, reading),
        };
        match read {
            Ok(Value::None) => Read::Nothing,
            Ok(value) => Read::Value(value),
            Err(_) if bound.asked.on_missing == super::mapping::Missing::Blank => Read::Nothing,
            Err(fault) => {
                let text = text.to_owned();
                self.problem(Some(bound), text, fault);
                Read::Nothing
            }
        }
    }

    /// Notes what is wrong with what stands in a column.
    pub(super) fn problem(&mut self, bound: Option<&Bound>, value: String, fault: Fault) {
        let column = bound.map(|bound| bound.name.clone());
        self.problems.push(RowProblem { line: self.number, column, value, fault });
    }
}

impl Bound {
    /// Whether it reads the column at this place.
    fn reads(&self, place: usize) -> bool {
        matches!(self.from, super::plan::From::Cell(at) if at == place)
    }
}

impl Plan {
    fn skips(&self, cells: &[String]) -> bool {
        let Some((place, texts, is)) = &self.skip else { return false };
        let text = cells.get(*place).map_or("", |cell| cell.trim());
        texts.iter().any(|known| known == text) == *is
    }
}

/// The texts in a cell of links to many: parted by semicolons, bars and lines; by commas only where no name can have one.
fn several(text: &str, way: Way) -> Vec<String> {
    let parted = |marks: &[char]| -> Vec<String> {
        text.split(marks).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    let keys = |parts: &[String]| parts.iter().all(|part| part.contains('@') || part.parse::<Id>().is_ok());
    let all = parted(&[';', '|', '\n', ',']);
    match way {
        Way::Id | Way::ForeignId => all,
        _ if keys(&all) => all,
        _ => parted(&[';', '|', '\n']),
    }
}

/// The value of a text in a field, read as the mapping says.
fn value(bound: &Bound, field: &FieldDef, text: &str, reading: &Reading) -> Result<Value, Fault> {
    let style = bound.asked.number.unwrap_or(NumberStyle::PLAIN);
    let styled = bound.asked.number.is_some() || bound.asked.times.is_some();
    let parse = |text: &str| field.kind.behave().parse(text, reading);
    match field.kind {
        Kind::Number(_) if styled => match parse_number(text, style).and_then(|number| scaled(bound, number))
        {
            Some(number) => parse(&number.to_string()),
            None => Err(Fault::whole("error-number").with("value", text)),
        },
        Kind::Percent(_) if styled => {
            let number = parse_percent(text, style).or_else(|| parse_number(text, style));
            match number.and_then(|number| scaled(bound, number)) {
                Some(number) => parse(&number.to_string()),
                None => Err(Fault::whole("error-percent").with("value", text)),
            }
        }
        Kind::Money(_) if styled || bound.currency().is_some() => {
            let currency = bound.currency().unwrap_or(reading.currency);
            match parse_money(text, style).and_then(|(number, said)| Some((scaled(bound, number)?, said))) {
                Some((amount, said)) => {
                    let currency = said.unwrap_or(currency);
                    match Money::exact(amount, currency) {
                        Ok(money) => Ok(Value::Money(money)),
                        // The kind knows how to say what is wrong with it.
                        Err(_) => parse(&format!("{amount} {currency}")),
                    }
                }
                None => Err(Fault::whole("error-money").with("value", text)),
            }
        }
        Kind::Date(_) if bound.asked.date.is_some() => {
            let date = parse_date(text, bound.asked.date.unwrap_or(DateOrder::Ymd));
            date.map(Value::Date).ok_or_else(|| Fault::whole("error-date").with("value", text))
        }
        Kind::Moment(_) => match moment(text, bound.asked.date, reading) {
            Some(moment) => Ok(Value::Moment(moment)),
            None => Err(Fault::whole("error-moment").with("value", text)),
        },
        Kind::YesNo(_) => match parse_yes_no(text) {
            Some(yes) => Ok(Value::YesNo(yes)),
            None => parse(text),
        },
        Kind::Choice(_) => match bound.options.get(&key(text)) {
            Some(option) => Ok(Value::Text((*option).to_owned())),
            None => parse(text),
        },
        Kind::Choices(_) => {
            let keys = text.split([',', ';', '|', '\n']).map(|one| match bound.options.get(&key(one)) {
                Some(option) => option,
                None => one,
            });
            parse(&keys.collect::<Vec<_>>().join(";"))
        }
        _ => parse(text),
    }
}

fn scaled(bound: &Bound, number: Decimal) -> Option<Decimal> {
    match bound.asked.times {
        Some(times) => number.checked_mul(times.0).map(|number| number.normalize()),
        None => Some(number),
    }
}

fn moment(text: &str, order: Option<DateOrder>, reading: &Reading) -> Option<Moment> {
    text.parse().ok().or_else(|| parse_moment(text, order.unwrap_or(DateOrder::Ymd), &reading.zone))
}
