//! What a figure is split by, as people write it: `owner.team`, `close_date:month`.

use cordee_base::{Fault, Period};
use cordee_records::By;
use cordee_schema::system::CREATED_AT;
use cordee_schema::{Catalog, FieldDef, Kind, Object, Path};

/// Reads a field of `object`, or one that links lead to, with the period of its buckets if it is a date.
pub fn parse_by(catalog: &Catalog, object: &'static Object, text: &str) -> Result<By, Fault> {
    let (path, period) = match text.split_once(':') {
        Some((path, period)) => (path, Some(period)),
        None => (text, None),
    };
    let at = |fault: Fault| Fault { field: Some("by".to_owned()), ..fault };
    let path = Path::resolve(catalog, object, path.trim()).map_err(at)?;
    let whole_address = path.part.is_none() && !path.field.kind.parts().is_empty();
    if whole_address {
        let parts = path.field.kind.parts().iter().map(|part| format!("{}.{part}", path.text()));
        return Err(not_so(text, parts));
    }
    let Some(period) = period else { return Ok(By { path, period: None }) };
    if !dated(path.field) {
        let dates = object.fields.iter().chain([&CREATED_AT.def]).filter(|field| dated(field));
        return Err(not_so(text, dates.map(|field| format!("{}:month", field.name))));
    }
    match Period::named(period.trim()) {
        Some(period) => Ok(By { path, period: Some(period) }),
        None => Err(Fault::at("by", "error-period").with("value", period)),
    }
}

/// The text that [`parse_by`] reads back.
pub fn by_text(by: &By) -> String {
    let named = by.period.and_then(|period| Period::ALL.iter().find(|(_, p)| *p == period));
    match named {
        Some((name, _)) => format!("{}:{name}", by.path.text()),
        None => by.path.text(),
    }
}

fn dated(field: &FieldDef) -> bool {
    matches!(field.kind, Kind::Date(_) | Kind::Moment(_))
}

/// It can't be split like this, but like one of these.
fn not_so(text: &str, options: impl Iterator<Item = String>) -> Fault {
    let options: Vec<String> = options.collect();
    Fault::at("by", "error-aggregate").with("name", text).with("options", options.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use cordee_records::system;

    fn parse(text: &str) -> Result<By, Fault> {
        parse_by(&Catalog::of(system::objects()), &system::user::USER, text)
    }

    #[test]
    fn what_is_read_is_written_the_same() {
        for text in ["name", "team", "team.manager.role", "created_at", "created_at:month", "created_at:week"]
        {
            assert_eq!(parse(text).map(|by| by_text(&by)), Ok(text.to_owned()));
        }
    }

    #[test]
    fn what_cannot_be_read_says_what_would_be_right() {
        let table = [
            ("created_at:decade", "by: error-period value=\"decade\""),
            ("nam", "by: error-unknown-field name=\"nam\" nearest=\"name\""),
            ("name.twelfth", "by: error-unknown-field name=\"twelfth\" nearest=\"\""),
            ("password", "by: error-unknown-field name=\"password\" nearest=\"\""),
            ("", "by: error-unknown-field name=\"\" nearest=\"\""),
            ("name:month", "by: error-aggregate name=\"name:month\" options=\"created_at:month\""),
        ];
        for (text, fault) in table {
            assert_eq!(parse(text).map_err(|fault| fault.to_string()), Err(fault.to_owned()), "{text}");
        }
    }
}
