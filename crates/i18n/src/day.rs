//! A day as people type it when they are quick: `tomorrow`, `fri`, `+3`.

use cordee_base::Date;

use crate::{Locale, say};

/// Further ahead than so many days nobody counts.
const FARTHEST: i32 = 3_650;

/// The day that a word or a count of days names, seen from today; none if it names none. A day of the week is the next
/// one after today.
pub fn day_named(locale: &Locale, text: &str, today: Date) -> Option<Date> {
    let text = text.trim().to_lowercase();
    if let Some(days) = text.strip_prefix('+') {
        let days = days.trim().parse::<i32>().ok().filter(|days| (0..=FARTHEST).contains(days))?;
        return ahead(today, days);
    }
    // One letter could mean several.
    if text.chars().count() < 2 {
        return None;
    }
    let named = |key: &str| say(locale.language, key, &[]).to_lowercase().starts_with(&text);
    if named("today") {
        return Some(today);
    }
    if named("tomorrow") {
        return ahead(today, 1);
    }
    let week: Vec<(String, Date)> = (1..=7)
        .filter_map(|days| ahead(today, days))
        .map(|day| (locale.weekday(day).to_lowercase().trim_end_matches('.').to_owned(), day))
        .collect();
    let begins = |name: &str| name.starts_with(&text) || text.starts_with(name);
    let mut found = week.iter().filter(|(name, _)| begins(name));
    match (found.next(), found.next()) {
        (Some((_, day)), None) => Some(*day),
        _ => None,
    }
}

fn ahead(today: Date, days: i32) -> Option<Date> {
    (0..days).try_fold(today, |day, _| day.tomorrow().ok())
}
