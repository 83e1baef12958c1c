//! The company's fiscal periods, as they can be chosen.

use cordee_base::{Date, Fault, Outcome};
use cordee_kit::{Offered, Said};
use cordee_records::Gate;
use cordee_records::system::workspace::FISCAL_YEAR_START;
use cordee_rules::fiscal::{Calendar, Length, Period};

/// The key that stands for no period: any day counts.
pub const ANY: &str = "any";

/// How many quarters back and forth are offered.
const BACK: usize = 4;
const FORTH: usize = 4;

/// The company's fiscal calendar.
pub fn calendar(gate: &mut Gate<'_>) -> Outcome<Calendar> {
    let id = gate.actor().workspace;
    let object = gate.catalog().named("workspace")?;
    let month = gate
        .as_engine("when the fiscal year begins", |gate| Ok(gate.get(object, id)?.get(FISCAL_YEAR_START)))?;
    let month = month.and_then(|month| i8::try_from(month).ok());
    Ok(month.and_then(Calendar::beginning_in).unwrap_or(Calendar::CIVIL))
}

/// The periods that can be chosen: this quarter, those around it, and the years they lie in.
pub fn choices(gate: &mut Gate<'_>) -> Outcome<Offered> {
    let (calendar, today) = (calendar(gate)?, gate.today());
    let around = |length: Length, back: usize, forth: usize| {
        let now = calendar.period(length, today);
        let before = std::iter::successors(now, Period::previous).skip(1).take(back);
        let after = std::iter::successors(now, Period::next).skip(1).take(forth);
        now.into_iter().chain(after).chain(before).collect::<Vec<_>>()
    };
    let quarters = around(Length::Quarter, BACK, FORTH);
    let months = around(Length::Month, 2, 3);
    let years = around(Length::Year, 1, 1);
    let all = quarters.into_iter().chain(months).chain(years);
    Ok(all.map(|period| (period.to_string(), said(&period))).collect())
}

/// The same, and before them that any day counts.
pub fn choices_or_any(gate: &mut Gate<'_>) -> Outcome<Offered> {
    let mut all = vec![(ANY.to_owned(), Said::Word("report-any-period"))];
    all.extend(choices(gate)?);
    Ok(all)
}

/// The period that people mean by a text, as the field called `at` has it; the fault says what would be one.
pub fn read(gate: &mut Gate<'_>, at: &'static str, text: &str) -> Outcome<Period> {
    let (calendar, today) = (calendar(gate)?, gate.today());
    let read = calendar.read(&text.trim().to_ascii_uppercase());
    read.map_err(|_| {
        let lengths = [Length::Year, Length::Quarter, Length::Month];
        let now = lengths.into_iter().filter_map(|length| calendar.period(length, today));
        let now: Vec<String> = now.map(|period| period.to_string()).collect();
        let fault = Fault::at(at, "error-quota-period").with("value", text.trim());
        fault.with("options", now.join(", ")).into()
    })
}

/// The period with this key; this quarter where none is said.
pub fn period(gate: &mut Gate<'_>, key: Option<&str>) -> Outcome<Period> {
    let (calendar, today) = (calendar(gate)?, gate.today());
    let wrong = |key: &str| Fault::at("period", "error-period").with("value", key);
    match key {
        Some(key) => calendar.read(key).map_err(|_| wrong(key).into()),
        None => calendar.period(Length::Quarter, today).ok_or_else(|| wrong("").into()),
    }
}

/// What a period is called: its key, and its days where they are not what the key says by itself.
fn said(period: &Period) -> Said {
    Said::Text(period.to_string())
}

/// The last moment of a day, where the asker is.
pub fn end_of(gate: &Gate<'_>, day: Date) -> cordee_base::Moment {
    let next = day.tomorrow().unwrap_or(day);
    cordee_base::Moment::from_micros(gate.reading().zone.start_of(next).micros() - 1)
}
