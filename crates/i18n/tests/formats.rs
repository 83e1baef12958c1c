//! Values as each language writes them.

use cordee_base::{Currency, Date, Decimal, Money, Percent, Period, Time, Zone};
use cordee_i18n::{Language, Locale};

fn locales() -> impl Iterator<Item = Locale> {
    Language::ALL.into_iter().map(|language| Locale::new(language, Zone::UTC))
}

fn dec(text: &str) -> Decimal {
    text.parse().expect("a number")
}

/// Spaces that do not break a line, made visible.
fn seen(text: &str) -> String {
    text.replace('\u{a0}', "_").replace('\u{202f}', "~")
}

#[track_caller]
fn assert_each(write: impl Fn(&Locale) -> String, expected: [&str; 5]) {
    let said: Vec<String> = locales().map(|locale| seen(&write(&locale))).collect();
    assert_eq!(said, expected, "in the order en fr ru uk zh");
}

#[test]
fn numbers() {
    assert_each(
        |l| l.number(dec("-1234567.505"), 2),
        ["-1,234,567.51", "-1~234~567,51", "-1_234_567,51", "-1_234_567,51", "-1,234,567.51"],
    );
    assert_each(|l| l.number(dec("7"), 1), ["7.0", "7,0", "7,0", "7,0", "7.0"]);
    assert_each(|l| l.number(dec("-0.001"), 2), ["0.00", "0,00", "0,00", "0,00", "0.00"]);
    assert_each(|l| l.plain_number(dec("1500.50")), ["1,500.5", "1~500,5", "1_500,5", "1_500,5", "1,500.5"]);
    assert_each(|l| l.plain_number(dec("1e3")), ["1,000", "1~000", "1_000", "1_000", "1,000"]);
    assert_each(|l| l.count(8_800), ["8,800", "8~800", "8_800", "8_800", "8,800"]);
    let largest = Locale::new(Language::En, Zone::UTC).number(Decimal::MAX, 30);
    assert!(largest.starts_with("79,228,162,514,264,337,593,543,950,335"), "{largest}");
}

#[test]
fn money() {
    let euros = Money::from_minor(-123_450, Currency::EUR);
    assert_each(
        |l| l.money(euros),
        ["-€1,234.50", "-1~234,50_€", "-1_234,50_€", "-1_234,50_€", "-€1,234.50"],
    );
    let dollars = Money::from_minor(99_950, Currency::USD);
    assert_each(|l| l.money_rounded(dollars), ["$1,000", "1~000_$US", "1_000_$", "1_000_$", "US$1,000"]);
    assert_each(|l| l.amount(dollars), ["999.50", "999,50", "999,50", "999,50", "999.50"]);
    let yen = Money::from_minor(1_500, "JPY".parse().unwrap());
    assert_each(|l| l.money(yen), ["¥1,500", "1~500_¥", "1_500_¥", "1_500_¥", "JP¥1,500"]);
    let francs = Money::from_minor(-500, "CHF".parse().unwrap());
    assert_each(|l| l.money(francs), ["-CHF_5.00", "-5,00_CHF", "-5,00_CHF", "-5,00_CHF", "-CHF_5.00"]);
}

#[test]
fn percentages() {
    assert_each(
        |l| l.percent(Percent::new(dec("63.148"))),
        ["63.15%", "63,15~%", "63,15_%", "63,15%", "63.15%"],
    );
    assert_each(|l| l.ratio(dec("0.622")), ["62.20%", "62,20~%", "62,20_%", "62,20%", "62.20%"]);
    assert_each(|l| l.percent(Percent::new(15)), ["15%", "15~%", "15_%", "15%", "15%"]);
}

#[test]
fn days_and_periods() {
    let day = Date::new(2026, 11, 21).unwrap();
    assert_each(
        |l| l.date(day),
        ["Nov 21, 2026", "21 nov. 2026", "21 нояб. 2026~г.", "21 лист. 2026~р.", "2026年11月21日"],
    );
    assert_each(
        |l| l.period(Period::Month, day),
        ["November 2026", "novembre 2026", "ноябрь 2026", "листопад 2026", "2026年11月"],
    );
    let (today, later) = (Date::new(2026, 3, 1).unwrap(), Date::new(2027, 1, 3).unwrap());
    assert_each(|l| l.near_date(day, today), ["Nov 21", "21 nov.", "21 нояб.", "21 лист.", "11月21日"]);
    assert_each(|l| l.near_date(later, today), {
        ["Jan 3, 2027", "3 janv. 2027", "3 янв. 2027~г.", "3 січ. 2027~р.", "2027年1月3日"]
    });
    assert_each(|l| l.month_name(5), ["May", "mai", "май", "травень", "五月"]);
    assert_each(|l| l.period(Period::Year, day), ["2026"; 5]);
}

#[test]
fn times_are_those_of_the_zone() {
    let noon = Zone::UTC.at(Date::new(2026, 1, 31).unwrap(), Time::new(23, 5, 59, 0).unwrap());
    let said = |language, zone: &str| seen(&Locale::new(language, Zone::named(zone).unwrap()).moment(noon));
    assert_eq!(said(Language::En, "UTC"), "Jan 31, 2026, 11:05~PM");
    assert_eq!(said(Language::Fr, "Europe/Paris"), "1 févr. 2026, 00:05");
    assert_eq!(said(Language::Uk, "Europe/Kyiv"), "1 лют. 2026~р., 01:05");
    assert_eq!(said(Language::Ru, "UTC"), "31 янв. 2026~г., 23:05");
    assert_eq!(said(Language::Zh, "Asia/Shanghai"), "2026年2月1日 07:05");
    let today = Date::new(2026, 3, 1).unwrap();
    assert_each(|l| l.near_moment(noon, today), {
        ["Jan 31, 11:05~PM", "31 janv., 23:05", "31 янв., 23:05", "31 січ., 23:05", "1月31日 23:05"]
    });
    assert_each(|l| l.time(Time::new(9, 5, 0, 0).unwrap()), ["9:05~AM", "09:05", "09:05", "09:05", "09:05"]);
}

#[test]
fn a_day_is_named_as_people_type_it() {
    // A Monday.
    let today: Date = "2026-03-02".parse().expect("a date");
    #[rustfmt::skip]
    let cases: &[(Language, &str, Option<&str>)] = &[
        (Language::En, "Tomorrow", Some("2026-03-03")),
        (Language::En, "tom", Some("2026-03-03")),
        (Language::En, "today", Some("2026-03-02")),
        (Language::En, " FRI ", Some("2026-03-06")),
        (Language::En, "friday", Some("2026-03-06")),
        (Language::En, "mon", Some("2026-03-09")),
        (Language::En, "+3", Some("2026-03-05")),
        (Language::En, "+0", Some("2026-03-02")),
        (Language::En, "t", None),
        (Language::En, "to", Some("2026-03-02")),
        (Language::En, "+99999", None),
        (Language::En, "2026-04-01", None),
        (Language::En, "someday", None),
        (Language::Fr, "demain", Some("2026-03-03")),
        (Language::Fr, "ven", Some("2026-03-06")),
        (Language::Fr, "vendredi", Some("2026-03-06")),
        (Language::Ru, "завтра", Some("2026-03-03")),
        (Language::Ru, "пт", Some("2026-03-06")),
        (Language::Uk, "пн", Some("2026-03-09")),
        (Language::Zh, "明天", Some("2026-03-03")),
        (Language::Zh, "周五", Some("2026-03-06")),
    ];
    for (language, text, wanted) in cases {
        let locale = Locale::new(*language, Zone::UTC);
        let day = cordee_i18n::day_named(&locale, text, today).map(|day| day.to_string());
        assert_eq!(day.as_deref(), *wanted, "{language}: {text}");
    }
}
