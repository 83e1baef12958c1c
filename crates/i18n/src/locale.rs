//! Values as a person reads them: in their language, at their place's time.

use cordee_base::{Currency, Date, Decimal, FirstDay, Moment, Money, Percent, Period, Time, Zone};

use crate::formats::{Formats, formats};
use crate::{Language, Style, money, say};

/// A language and the zone whose clocks a person looks at.
#[derive(Clone, Debug)]
pub struct Locale {
    /// The language of words and patterns.
    pub language: Language,
    /// The zone in which moments are shown.
    pub zone: Zone,
    /// How days, times of day and numbers are written, where it is not as the language does.
    pub style: Style,
    /// The day with which a week begins, where it is not as the language does.
    pub first_day: Option<FirstDay>,
}

/// Keeps a sign, a unit or an hour on the line of its number.
const NO_BREAK: char = '\u{a0}';
const NARROW_NO_BREAK: char = '\u{202f}';

impl Locale {
    /// `language` with the clocks of `zone`.
    pub fn new(language: Language, zone: Zone) -> Locale {
        Locale { language, zone, style: Style::default(), first_day: None }
    }

    /// The same with days, times of day and numbers in a style of one's own.
    pub fn styled(self, style: Style) -> Locale {
        Locale { style, ..self }
    }

    /// The same with weeks that begin on this day, if one is said.
    pub fn with_weeks(self, first_day: Option<FirstDay>) -> Locale {
        Locale { first_day, ..self }
    }

    /// A number with exactly `decimals` decimals: `1,234.50`.
    pub fn number(&self, value: Decimal, decimals: u32) -> String {
        match self.style.numbers {
            Some(numbers) => numbers.written(value, decimals),
            None => self.formats().number(value, decimals),
        }
    }

    /// A number with the decimals it needs and no more: `1,234.5`.
    pub fn plain_number(&self, value: Decimal) -> String {
        let short = value.normalize();
        self.number(short, short.scale())
    }

    /// A count of things: `8,800`.
    pub fn count(&self, count: i64) -> String {
        self.number(count.into(), 0)
    }

    /// An amount with the sign of its currency: `$1,234.50`, `1 234,50 €`.
    pub fn money(&self, money: Money) -> String {
        self.signed(self.amount(money), money.currency())
    }

    /// An amount without its minor unit, for heads and totals: `$1,235`.
    pub fn money_rounded(&self, money: Money) -> String {
        self.signed(self.number(money.amount(), 0), money.currency())
    }

    /// An amount's digits alone, for columns that name their currency elsewhere: `1,234.50`.
    pub fn amount(&self, money: Money) -> String {
        let amount = money.amount();
        self.number(amount, amount.scale())
    }

    /// The sign of a currency, or its code where there is no sign that all would know.
    pub fn currency_sign(&self, currency: Currency) -> String {
        money::sign(self.language, &currency).to_owned()
    }

    /// Whether the sign of a currency stands before the amount.
    pub fn sign_first(&self) -> bool {
        money::sign_first(self.language)
    }

    /// A percentage with at most two decimals: `63.15%`, `63,15 %`.
    pub fn percent(&self, percent: Percent) -> String {
        let value = percent.hundredths().round_dp(2).normalize();
        self.hundredths(value, value.scale())
    }

    /// A share of one as a percentage with two decimals, so that shares can be compared line by line: `62.20%`.
    pub fn ratio(&self, share: Decimal) -> String {
        self.hundredths(share * Decimal::ONE_HUNDRED, 2)
    }

    fn hundredths(&self, value: Decimal, decimals: u32) -> String {
        let number = self.number(value, decimals);
        match self.language.written() {
            Language::En | Language::Pseudo | Language::Uk | Language::Zh => format!("{number}%"),
            Language::Fr => format!("{number}{NARROW_NO_BREAK}%"),
            Language::Ru => format!("{number}{NO_BREAK}%"),
        }
    }

    /// A day: `Nov 21, 2026`.
    pub fn date(&self, date: Date) -> String {
        match self.style.days {
            Some(days) => days.written(date),
            None => self.formats().day(date),
        }
    }

    /// A day where `today` is known and room is short: `Nov 21` within the year, `Jan 3, 2027` beyond it.
    pub fn near_date(&self, date: Date, today: Date) -> String {
        match self.style.days.is_none() && date.year() == today.year() {
            true => self.month_day(date),
            false => self.date(date),
        }
    }

    /// From one day to another, the year told once: `Nov 21 – Nov 27, 2026`. It stands where the language has it: before the
    /// month, or at the end.
    pub fn days(&self, first: Date, last: Date) -> String {
        match self.language.written() {
            Language::Zh => format!("{} – {}", self.date(first), self.near_date(last, first)),
            _ => format!("{} – {}", self.near_date(first, last), self.date(last)),
        }
    }

    /// The day of the week, short: `Sat`.
    pub fn weekday(&self, date: Date) -> String {
        self.formats().weekday(date)
    }

    /// A day of a year that is known: `Nov 21`.
    pub fn month_day(&self, date: Date) -> String {
        self.formats().month_day(date)
    }

    /// The first day of the week that holds `date`: as wanted, else Sunday in English, Monday elsewhere.
    pub fn week_start(&self, date: Date) -> Date {
        let usual = match self.language.written() {
            Language::En => FirstDay::Sunday,
            _ => FirstDay::Monday,
        };
        self.first_day.unwrap_or(usual).week_of(date)
    }

    /// A time of day to the minute: `5:41 PM`, `17:41`.
    pub fn time(&self, time: Time) -> String {
        match self.style.clock {
            Some(clock) => clock.written(time),
            None => self.formats().time(time),
        }
    }

    /// An instant by the clocks of the zone: `Nov 21, 2026, 5:41 PM`.
    pub fn moment(&self, moment: Moment) -> String {
        let local = self.zone.time_zone().to_datetime(moment.timestamp());
        match self.style.days.is_none() && self.style.clock.is_none() {
            true => self.formats().moment(local.date(), local.time()),
            false => format!("{}, {}", self.date(local.date()), self.time(local.time())),
        }
    }

    /// An instant where `today` is known and room is short: `Nov 21, 5:41 PM` within the year.
    pub fn near_moment(&self, moment: Moment, today: Date) -> String {
        let local = self.zone.time_zone().to_datetime(moment.timestamp());
        let usual = self.style.days.is_none() && self.style.clock.is_none();
        match usual && local.date().year() == today.year() {
            true => self.formats().near_moment(local.date(), local.time()),
            false => self.moment(moment),
        }
    }

    /// The name of a month, 1 to 12, standing alone: `November`.
    pub fn month_name(&self, month: i8) -> String {
        self.formats().month_name(jiff::civil::date(2000, month.clamp(1, 12), 1))
    }

    /// The bucket of length `period` that begins on `start`: `November 2026`, `Q4 2026`.
    pub fn period(&self, period: Period, start: Date) -> String {
        let named = |key: &str, number: i8, year: i16| {
            // As texts, since a year's digits are not grouped.
            let args = [("number", number.to_string().into()), ("year", year.to_string().into())];
            say(self.language, key, &args)
        };
        match period {
            Period::Day => self.date(start),
            Period::Week => {
                let week = start.iso_week_date();
                named("period-week", week.week(), week.year())
            }
            Period::Month => self.formats().month(start),
            Period::Quarter => named("period-quarter", (start.month() - 1) / 3 + 1, start.year()),
            Period::Year => start.year().to_string(),
        }
    }

    fn signed(&self, amount: String, currency: Currency) -> String {
        let sign = money::sign(self.language, &currency);
        if !self.sign_first() {
            return format!("{amount}{NO_BREAK}{sign}");
        }
        let (minus, digits) = amount.strip_prefix('-').map_or(("", amount.as_str()), |digits| ("-", digits));
        if sign.ends_with(char::is_alphabetic) {
            format!("{minus}{sign}{NO_BREAK}{digits}")
        } else {
            format!("{minus}{sign}{digits}")
        }
    }

    fn formats(&self) -> &'static Formats {
        formats(self.language)
    }
}
