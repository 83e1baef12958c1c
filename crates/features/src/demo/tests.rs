//! The invented company is whole, believable, and the same every time.

use std::collections::{HashMap, HashSet};

use cordee_base::Date;
use cordee_catalog::objects;
use cordee_i18n::Language;
use cordee_schema::{Reading, SYSTEM_FIELDS};

use super::accounts::firm;
use super::cultures::Culture;
use super::life::{Line, Outcome};
use super::{Company, SMALL, Sheet};

fn company(size: usize) -> Company {
    Company::invent(size, SMALL.1, today(), Language::En)
}

fn today() -> Date {
    "2026-11-21".parse().expect("a date")
}

fn rows(sheet: Sheet) -> Vec<Vec<String>> {
    sheet.rows.collect()
}

#[test]
fn every_cell_is_what_its_field_takes() {
    for sheet in company(SMALL.0).sheets() {
        let Some(object) = objects().into_iter().find(|object| object.name == sheet.object) else {
            assert!(["team", "user", "deal_history"].contains(&sheet.object), "{}", sheet.object);
            continue;
        };
        let fields: Vec<_> = sheet
            .header
            .iter()
            .map(|name| object.field(name).unwrap_or_else(|| panic!("no field {name}")))
            .collect();
        for row in sheet.rows {
            assert_eq!(row.len(), fields.len(), "{}: {row:?}", object.name);
            for (field, cell) in fields.iter().zip(&row).filter(|(field, _)| field.points_to().is_none()) {
                let read = field.kind.behave().parse(cell, &Reading::default());
                assert!(read.is_ok(), "{}.{}: {cell:?}", object.name, field.name);
                assert!(
                    !field.required || !cell.is_empty(),
                    "{}.{} is empty: {row:?}",
                    object.name,
                    field.name
                );
            }
        }
    }
}

#[test]
fn every_link_leads_to_a_row_before_it() {
    let small = company(SMALL.0);
    let mut known: HashMap<&str, HashSet<String>> = HashMap::new();
    for key in ["pipeline", "stage"] {
        known.insert(key, HashSet::new());
    }
    known.get_mut("pipeline").expect("known").insert("Sales".to_owned());
    for stage in cordee_catalog::defaults::PIPELINES[0].stages {
        let name = cordee_i18n::option(Language::En, "stage", "default", stage.key);
        known.get_mut("stage").expect("known").insert(name);
    }
    for sheet in small.sheets() {
        let links: Vec<Option<&str>> = sheet.header.iter().map(|name| link(sheet.object, name)).collect();
        let key = ["foreign_id", "email", "name"]
            .into_iter()
            .find_map(|key| sheet.header.iter().position(|h| *h == key));
        let object = sheet.object;
        for row in sheet.rows {
            for (to, cell) in links.iter().zip(&row).filter(|(_, cell)| !cell.is_empty()) {
                if let Some(to) = to {
                    assert!(
                        known.get(to).is_some_and(|ids| ids.contains(cell)),
                        "{object}: no {to} {cell} in {row:?}"
                    );
                }
            }
            if let Some(key) = key.filter(|_| object != "team" || row.len() == 3) {
                let by = if object == "product" { 0 } else { key };
                assert!(
                    known.entry(object).or_default().insert(row[by].clone()),
                    "{object}: {} twice",
                    row[by]
                );
            }
        }
    }
}

/// What the column called `name` links to.
fn link(object: &str, name: &str) -> Option<&'static str> {
    match (object, name) {
        ("user", "team") | ("team", "parent") => Some("team"),
        ("team", "manager") => Some("user"),
        ("deal_history", "opportunity") => Some("opportunity"),
        ("deal_history", "stage") => Some("stage"),
        _ if SYSTEM_FIELDS.iter().any(|field| field.name == name) => None,
        _ => objects().into_iter().find(|o| o.name == object)?.field(name)?.links_to(),
    }
}

#[test]
fn the_small_company_has_the_size_that_was_promised() {
    let counts: Vec<(&str, usize)> =
        company(SMALL.0).sheets().into_iter().map(|s| (s.object, s.rows.count())).collect();
    insta::assert_debug_snapshot!(counts);
}

#[test]
fn the_same_seed_invents_the_same_and_another_another() {
    let all = |seed| {
        let company = Company::invent(40, seed, today(), Language::En);
        company.sheets().into_iter().map(rows).collect::<Vec<_>>()
    };
    assert_eq!(all(7), all(7));
    assert_ne!(all(7), all(8));
}

#[test]
fn any_size_can_be_invented() {
    for size in [0, 1, 7, 9, 1000] {
        let company = company(size);
        let deals = company.sheets().into_iter().find(|sheet| sheet.object == "opportunity").expect("deals");
        assert_eq!(deals.rows.count(), size);
    }
}

#[test]
fn names_and_domains_of_companies_do_not_repeat() {
    let mut seen = HashSet::new();
    for account in 0..40_000 {
        let (culture, place) = Culture::of(account);
        let firm = firm(culture, place);
        assert!(seen.insert(firm.name.clone()), "{} twice", firm.name);
        assert!(seen.insert(firm.domain.clone()), "{} twice", firm.domain);
    }
}

#[test]
fn the_histories_are_believable() {
    let company = company(4_000);
    let deals: Vec<_> = (0..4_000).map(|index| company.deal(index)).collect();
    let won = deals.iter().filter(|deal| deal.is(Outcome::Won)).count();
    let lost = deals.iter().filter(|deal| deal.is(Outcome::Lost)).count();
    let open = deals.len() - won - lost;
    assert!((20..40).contains(&(won * 100 / (won + lost))), "{won} won, {lost} lost");
    assert!((10..30).contains(&(open * 100 / deals.len())), "{open} open");
    for deal in &deals {
        assert!(deal.steps.is_sorted_by_key(|(_, day)| day), "{:?}", deal.steps);
        assert!(deal.steps.iter().all(|(_, day)| *day < 0), "{:?}", deal.steps);
    }
    let cycle = |d: &super::life::Deal| d.closed.map(|(_, day)| day - d.created());
    let mut cycles: Vec<i64> = deals.iter().filter(|deal| deal.is(Outcome::Won)).filter_map(cycle).collect();
    cycles.sort_unstable();
    assert!((60..160).contains(&cycles[cycles.len() / 2]), "{}", cycles[cycles.len() / 2]);
}

#[test]
fn sellers_differ_and_some_next_steps_are_missing_or_overdue() {
    let company = company(SMALL.0);
    let mut by_seller: HashMap<usize, (usize, usize)> = HashMap::new();
    let (mut without, mut overdue, mut ahead) = (0, 0, 0);
    for deal in (0..SMALL.0).map(|index| company.deal(index)) {
        let (won, closed) = by_seller.entry(deal.seller).or_default();
        *won += usize::from(deal.is(Outcome::Won));
        *closed += usize::from(deal.closed.is_some());
        match company.next_step(&deal) {
            _ if deal.closed.is_some() => {}
            None => without += 1,
            Some((_, day)) if day < 0 => overdue += 1,
            Some(_) => ahead += 1,
        }
    }
    let rates: Vec<usize> =
        by_seller.values().filter(|(_, closed)| *closed > 9).map(|(w, c)| w * 100 / c).collect();
    let (worst, best) = (rates.iter().min().expect("sellers"), rates.iter().max().expect("sellers"));
    assert!(best - worst >= 15, "{rates:?}");
    assert!(
        without > 5 && overdue > 5 && ahead > without,
        "{without} without, {overdue} overdue, {ahead} ahead"
    );
}

#[test]
fn the_past_of_deals_has_something_to_tell_and_ends_as_they_are() {
    let company = company(2_000);
    let (mut dearer, mut cheaper, mut pushed, mut pulled, mut fell, mut reopened) = (0, 0, 0, 0, 0, 0);
    for deal in (0..2_000).map(|index| company.deal(index)) {
        let turns = company.past(&deal);
        assert!(turns.is_sorted_by_key(|turn| turn.day), "{turns:?}");
        assert!(turns.iter().all(|turn| turn.day <= -1), "{turns:?}");
        assert_eq!(turns[0].day, deal.created());
        assert!(turns.len() <= 40, "more than are brought in: {turns:?}");
        let last = turns.last().expect("a turn");
        assert_eq!((last.stage, last.closed), (deal.stage(), deal.closed.map(|(_, day)| day)));
        let worth: i64 = deal.lines.iter().map(Line::cents).sum();
        assert_eq!(last.cents.unwrap_or_default(), worth, "{turns:?}");
        assert!(deal.closed.is_some() || last.expected == deal.expected, "{turns:?}");
        for pair in turns.windows(2) {
            let [before, after] = pair else { continue };
            if let (Some(before), Some(after)) = (before.cents, after.cents) {
                dearer += usize::from(after > before);
                cheaper += usize::from(after < before);
            }
            pushed += usize::from(after.expected > before.expected);
            pulled += usize::from(after.expected < before.expected);
            reopened += usize::from(before.stage == "lost" && after.closed.is_none());
            fell += usize::from(before.stage == "proposal" && after.stage == "demo_or_meeting");
        }
    }
    let told = [dearer, cheaper, pushed, pulled, fell, reopened];
    assert!(told.iter().all(|count| *count > 10), "{told:?}");
    assert!(pushed > pulled, "{told:?}");
}

#[test]
fn quotas_add_up_to_those_of_teams_and_years() {
    for size in [0, 60, SMALL.0, 4_000] {
        let company = company(size);
        let quotas = company.sheets().into_iter().find(|sheet| sheet.object == "quota").expect("quotas");
        let mut sums: HashMap<(String, bool), i64> = HashMap::new();
        let mut sales: HashMap<String, i64> = HashMap::new();
        for row in quotas.rows {
            let [_, period, owner, team, amount] = <[String; 5]>::try_from(row).expect("five cells");
            let amount: i64 = amount.parse().expect("a whole number");
            assert!(amount > 0, "{period} {owner}{team}");
            match team.as_str() {
                "" => *sums.entry((period.clone(), false)).or_default() += amount,
                "Sales" => drop(sales.insert(period.clone(), amount)),
                _ => {}
            }
            if team.is_empty() && period.contains('Q') {
                *sums.entry((period[..4].to_owned(), true)).or_default() += amount;
            }
        }
        // Two years of four quarters.
        assert_eq!(sales.len(), 10);
        for (period, amount) in &sales {
            assert_eq!(sums[&(period.clone(), false)], *amount, "people in {period}");
            if !period.contains('Q') {
                assert_eq!(sums[&(period.clone(), true)], *amount, "quarters of {period}");
            }
        }
    }
}

#[test]
fn forecasts_are_near_what_comes_and_some_are_late_or_missing() {
    let company = company(SMALL.0);
    let calls = company.sheets().into_iter().find(|sheet| sheet.object == "forecast_call").expect("calls");
    let place = |name: &str| calls.header.iter().position(|field| *field == name).expect("a column");
    let [at, period, covers, commit, comment] =
        ["created_at", "period", "covers", "commit", "comment"].map(place);
    let rows: Vec<Vec<String>> = calls.rows.collect();
    let own = rows.iter().filter(|row| row[covers] == "own").count();
    let late = rows.iter().filter(|row| row[at].contains("T08:3") || row[at].contains("T08:4")).count();
    assert!(late * 20 > own && late * 4 < own, "{late} of {own} were late");
    assert!(
        rows.iter().all(|row| row[covers] == "own" || !row[comment].is_empty()),
        "adjusted without a reason"
    );
    assert!(rows.iter().any(|row| row[covers] == "team"), "nobody adjusted anything");
    let periods: HashSet<&str> = rows.iter().map(|row| row[period].as_str()).collect();
    assert_eq!(periods.len(), 5, "{periods:?}");
    assert!(rows.iter().all(|row| row[at].as_str() < "2026-11-21"), "something was said in the future");
    let some = rows.iter().filter(|row| row[commit] != "0").count();
    assert!(some * 10 > rows.len() * 7, "{some} of {} promise something", rows.len());
}
