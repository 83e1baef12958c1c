//! Whether a value is one that a field may hold: what a kind reads from text and JSON always is, what code sets by hand
//! is looked at once more by the gate.

use cordee_base::{Decimal, Fault, Moment};

use crate::{Choice, Kind, Value};

/// The first and the last instant that both databases and the calendar know: of the years 1 to 9999.
pub(crate) const MOMENTS: std::ops::RangeInclusive<i64> = -62_135_596_800_000_000..=253_402_207_200_000_000;

impl Kind {
    /// What is wrong with `value` for a field of this kind, if anything is. The fault has no field yet.
    pub fn fault(&self, value: &Value) -> Option<Fault> {
        match (self, value) {
            (_, Value::None) => None,
            (Kind::Choice(kind), Value::Text(key)) => unknown(kind.options, std::slice::from_ref(key)),
            (Kind::Choices(kind), Value::Choices(keys)) => unknown(kind.options, keys),
            (Kind::Tags(_), Value::Choices(names)) => {
                names.iter().find_map(|name| crate::kinds::tags::tag_name(name).err())
            }
            (Kind::Number(kind), Value::Number(number)) => range(*number, kind.decimals),
            (Kind::Percent(_), Value::Number(number)) => range(*number, 4),
            (Kind::Date(_), Value::Date(date)) if date.year() < 1 => {
                Some(Fault::whole("error-date").with("value", date))
            }
            (Kind::Moment(_), Value::Moment(moment)) if !within(*moment) => {
                Some(Fault::whole("error-moment").with("value", moment))
            }
            (
                Kind::Text(_)
                | Kind::LongText(_)
                | Kind::Email(_)
                | Kind::Phone(_)
                | Kind::Url(_)
                | Kind::Serial(_),
                Value::Text(_),
            )
            | (Kind::Money(_), Value::Money(_))
            | (Kind::Date(_), Value::Date(_))
            | (Kind::Time(_), Value::Time(_))
            | (Kind::Moment(_), Value::Moment(_))
            | (Kind::YesNo(_), Value::YesNo(_))
            | (Kind::Link(_), Value::Link(_))
            | (Kind::Links(_), Value::Links(_))
            | (Kind::AnyLink(_), Value::AnyLink(_))
            | (Kind::File(_), Value::File(_))
            | (Kind::Address(_), Value::Address(_)) => None,
            _ => Some(Fault::whole("error-invalid-value").with("value", format!("{value:?}"))),
        }
    }
}

/// Whether the instant lies in the years 1 to 9999.
pub(crate) fn within(moment: Moment) -> bool {
    MOMENTS.contains(&moment.micros())
}

fn range(number: Decimal, decimals: u8) -> Option<Fault> {
    let most = Decimal::new(999_999_999_999_999_999, u32::from(decimals));
    let large = number.round_dp(u32::from(decimals)).abs() > most;
    large.then(|| Fault::whole("error-number-range").with("min", -most).with("max", most))
}

fn unknown(options: &[Choice], keys: &[String]) -> Option<Fault> {
    let unknown = keys.iter().find(|key| options.iter().all(|option| option.key != **key))?;
    let names: Vec<&str> = options.iter().filter(|o| !o.retired).map(|o| o.key).collect();
    Some(Fault::whole("error-choice").with("value", unknown).with("options", names.join(", ")))
}
