//! ICU's formatters for numbers and dates, made once for each language.

use std::sync::OnceLock;

use cordee_base::{Date, Decimal, Time};
use icu_calendar::Gregorian;
use icu_datetime::fieldsets::{E, M, MD, MDT, T, YM, YMD, YMDT};
use icu_datetime::input::{DateTime, Time as IcuTime};
use icu_datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu_decimal::{DecimalFormatter, input};
use rust_decimal::RoundingStrategy;

use crate::Language;

/// How one language writes numbers and dates.
pub(crate) struct Formats {
    number: DecimalFormatter,
    day: Dates<YMD>,
    month: Dates<YM>,
    month_name: Dates<M>,
    weekday: Dates<E>,
    month_day: Dates<MD>,
    time: NoCalendarFormatter<T>,
    moment: Dates<YMDT>,
    near_moment: Dates<MDT>,
}

type Dates<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;
type IcuDate = icu_calendar::Date<Gregorian>;

static FORMATS: [OnceLock<Formats>; Language::COUNT] = [const { OnceLock::new() }; Language::COUNT];

/// The formats of `language`, made at the first call.
pub(crate) fn formats(language: Language) -> &'static Formats {
    FORMATS[language as usize].get_or_init(|| {
        let code = language.written().code();
        let locale: icu_locale_core::Locale = code.parse().expect("two letters are a language");
        let known = "ICU's data for all languages are compiled in";
        Formats {
            number: DecimalFormatter::try_new((&locale).into(), Default::default()).expect(known),
            day: Dates::try_new((&locale).into(), YMD::medium()).expect(known),
            month: Dates::try_new((&locale).into(), YM::long()).expect(known),
            month_name: Dates::try_new((&locale).into(), M::long()).expect(known),
            weekday: Dates::try_new((&locale).into(), E::short()).expect(known),
            month_day: Dates::try_new((&locale).into(), MD::medium()).expect(known),
            time: NoCalendarFormatter::try_new((&locale).into(), T::hm()).expect(known),
            moment: Dates::try_new((&locale).into(), YMD::medium().with_time_hm()).expect(known),
            near_moment: Dates::try_new((&locale).into(), MD::medium().with_time_hm()).expect(known),
        }
    })
}

impl Formats {
    /// `value` with exactly `decimals` decimals, rounded half away from zero as people reckon.
    pub fn number(&self, value: Decimal, decimals: u32) -> String {
        let mut value = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        value.rescale(decimals);
        let mut digits = input::Decimal::from(value.mantissa());
        // A decimal has at most 28 places.
        digits.multiply_pow10(-(value.scale() as i16));
        digits.pad_end(-(decimals.min(28) as i16));
        self.number.format(&digits).to_string()
    }

    /// A day as it stands in a list: `Nov 21, 2026`.
    pub fn day(&self, date: Date) -> String {
        icu_date(date).map_or_else(|| date.to_string(), |date| self.day.format(&date).to_string())
    }

    /// A month of a year: `November 2026`.
    pub fn month(&self, date: Date) -> String {
        let text =
            icu_date(date).map_or_else(|| date.to_string(), |date| self.month.format(&date).to_string());
        // In Russian and Ukrainian the sign of the year says nothing beside the name of a month.
        let bare = ["\u{202f}г.", "\u{202f}р."].iter().find_map(|sign| text.strip_suffix(sign));
        bare.map_or_else(|| text.clone(), str::to_owned)
    }

    /// The month of `date` standing alone: `November`.
    pub fn month_name(&self, date: Date) -> String {
        icu_date(date).map_or_else(|| date.to_string(), |date| self.month_name.format(&date).to_string())
    }

    /// The day of the week, short: `Sat`.
    pub fn weekday(&self, date: Date) -> String {
        icu_date(date).map_or_else(String::new, |date| self.weekday.format(&date).to_string())
    }

    /// A day of a year that is known: `Nov 21`.
    pub fn month_day(&self, date: Date) -> String {
        icu_date(date).map_or_else(|| date.to_string(), |date| self.month_day.format(&date).to_string())
    }

    /// A time of day to the minute: `5:41 PM` in English, `17:41` elsewhere.
    pub fn time(&self, time: Time) -> String {
        icu_time(time).map_or_else(|| time.to_string(), |time| self.time.format(&time).to_string())
    }

    /// A day of a year that is known, and a time of day.
    pub fn near_moment(&self, date: Date, time: Time) -> String {
        match (icu_date(date), icu_time(time)) {
            (Some(date), Some(time)) => self.near_moment.format(&DateTime { date, time }).to_string(),
            _ => date.to_datetime(time).to_string(),
        }
    }

    /// A day and a time of day.
    pub fn moment(&self, date: Date, time: Time) -> String {
        match (icu_date(date), icu_time(time)) {
            (Some(date), Some(time)) => self.moment.format(&DateTime { date, time }).to_string(),
            _ => date.to_datetime(time).to_string(),
        }
    }
}

/// The same day for ICU; both count from year -9999 to 9999.
fn icu_date(date: Date) -> Option<IcuDate> {
    IcuDate::try_new_gregorian(date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs())
        .ok()
}

fn icu_time(time: Time) -> Option<IcuTime> {
    IcuTime::try_new(time.hour().unsigned_abs(), time.minute().unsigned_abs(), 0, 0).ok()
}
