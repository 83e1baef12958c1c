//! What stands in a cell of a workbook, as the text that recognising knows.

use calamine::{DataRef, ExcelDateTime, Style};

/// How a style shows numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Shown {
    /// As they are.
    #[default]
    Plain,
    /// As hundredths.
    Percent,
    /// As amounts of a currency, by its code.
    Money(String),
}

/// The text of a cell whose numbers are shown like this.
pub(super) fn text(value: &DataRef<'_>, shown: &Shown) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => if *yes { "true" } else { "false" }.to_owned(),
        DataRef::Int(number) => with(*number as f64, shown),
        DataRef::Float(number) => with(*number, shown),
        DataRef::DateTime(moment) => moment_text(moment),
        DataRef::Error(error) => error.to_string(),
    }
}

fn with(number: f64, shown: &Shown) -> String {
    match shown {
        Shown::Plain => number_text(number),
        Shown::Percent => format!("{}%", number_text(number * 100.0)),
        Shown::Money(currency) => format!("{} {currency}", number_text(number)),
    }
}

/// A number as it was meant: spreadsheets keep fifteen digits.
fn number_text(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return format!("{number:.0}");
    }
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    format!("{rounded}")
}

/// A day without a time is a date; a time without a day is a time.
fn moment_text(moment: &ExcelDateTime) -> String {
    let number = moment.as_f64();
    if moment.is_duration() {
        return number_text(number);
    }
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    let time = match milli {
        0 => format!("{hour:02}:{minute:02}:{second:02}"),
        _ => format!("{hour:02}:{minute:02}:{second:02}.{milli:03}"),
    };
    match (number < 1.0, (hour, minute, second, milli) == (0, 0, 0, 0)) {
        (true, _) => time,
        (_, true) => date,
        _ => format!("{date} {time}"),
    }
}

/// How a style shows numbers: a currency by a code in quotes or brackets, or by a sign that is one currency's.
pub(super) fn shown(style: &Style) -> Shown {
    style.number_format.as_ref().map_or(Shown::Plain, |format| shown_by(&format.format_code))
}

fn shown_by(format: &str) -> Shown {
    let format = format.split(';').next().unwrap_or_default();
    let currency = literals(format).into_iter().find_map(|text| {
        let text = text.trim();
        let iso = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase());
        match text {
            "€" => Some("EUR".to_owned()),
            "£" => Some("GBP".to_owned()),
            "₽" => Some("RUB".to_owned()),
            "₴" => Some("UAH".to_owned()),
            _ => iso.then(|| text.to_owned()),
        }
    });
    match currency {
        Some(currency) => Shown::Money(currency),
        None if format.contains('%') => Shown::Percent,
        None => Shown::Plain,
    }
}

/// The texts that a format shows as they stand: `"EUR"`, `[$€-407]`, and a bare sign.
fn literals(format: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut quoted = format.split('"');
    let mut plain = String::new();
    while let Some(outside) = quoted.next() {
        plain.push_str(outside);
        found.extend(quoted.next().map(str::to_owned));
    }
    for part in plain.split("[$").skip(1) {
        let inside = part.split(']').next().unwrap_or_default();
        found.push(inside.split('-').next().unwrap_or_default().to_owned());
    }
    found.extend(plain.chars().filter(|letter| "€£₽₴".contains(*letter)).map(String::from));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[test]
    fn cells_are_said_as_people_and_programs_write_them() {
        let at = |number| DataRef::DateTime(ExcelDateTime::new(number, ExcelDateTimeType::DateTime, false));
        let euro = Shown::Money("EUR".to_owned());
        let table = [
            (DataRef::Empty, &Shown::Plain, ""),
            (DataRef::Float(45_362.12), &Shown::Plain, "45362.12"),
            (DataRef::Float(0.1 + 0.2), &Shown::Plain, "0.3"),
            (DataRef::Float(-5.0), &euro, "-5 EUR"),
            (DataRef::Float(0.255), &Shown::Percent, "25.5%"),
            (DataRef::Float(123_456_789_012.0), &Shown::Plain, "123456789012"),
            (DataRef::Bool(true), &Shown::Plain, "true"),
            (DataRef::SharedString("Ёж"), &euro, "Ёж"),
            (at(42_795.0), &Shown::Plain, "2017-03-01"),
            (at(42_795.5), &Shown::Plain, "2017-03-01 12:00:00"),
            (at(0.75), &Shown::Plain, "18:00:00"),
        ];
        for (value, shown, expected) in table {
            assert_eq!(text(&value, shown), expected, "{value:?}");
        }
    }

    #[test]
    fn a_format_tells_its_currency() {
        let table = [
            ("#,##0.00 \"EUR\"", Some("EUR")),
            ("[$€-407]#,##0.00", Some("EUR")),
            ("#,##0.00\\ [$USD]", Some("USD")),
            ("[$CHF] #,##0.00;[Red]-[$CHF] #,##0.00", Some("CHF")),
            ("€#,##0", Some("EUR")),
            ("\"$\"#,##0.00", None),
            ("0.00", None),
            ("yyyy-mm-dd", None),
            ("0 \"pcs\"", None),
        ];
        for (format, expected) in table {
            let expected = expected.map_or(Shown::Plain, |code: &str| Shown::Money(code.to_owned()));
            assert_eq!(shown_by(format), expected, "{format}");
        }
        assert_eq!(shown_by("0.0%"), Shown::Percent);
    }
}
