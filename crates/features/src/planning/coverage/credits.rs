//! Credit that is split: what somebody else than the owner of a deal has of it counts for them, and not for the owner.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use cordee_base::{Id, Outcome, Percent};
use cordee_catalog::credit_split::{CREDIT_SPLIT, OPPORTUNITY as DEAL, PERSON, SHARE};
use cordee_catalog::opportunity::{CLOSE_DATE, OPPORTUNITY};
use cordee_kit::Wish;
use cordee_records::{By as Split, Gate, Grouping, Measure, Reckon};
use cordee_rules::credit;
use cordee_schema::{Condition, Filter, FromValue, ID_FIELD, Operand, Operator, Path, Value};

use super::Asked;
use super::deals::{Deals, Found, Key, Sums};

/// Up to so many deals are asked for at once.
const AT_ONCE: usize = 200;

/// Who has a share in which deals.
#[derive(Default)]
pub struct Credits {
    shares: BTreeMap<Id, Vec<(Id, Percent)>>,
    deals: BTreeMap<Id, BTreeSet<Id>>,
}

impl Credits {
    /// The deals in the period in which these people have a share.
    pub fn of(&self, people: &HashSet<Option<Id>>) -> BTreeSet<Id> {
        let theirs = people.iter().flatten().filter_map(|person| self.deals.get(person));
        theirs.flatten().copied().collect()
    }

    /// The shares that the asker may see: in deals that close in the period or, as they were at an earlier moment, in all.
    pub fn read(gate: &mut Gate<'_>, asked: &Asked) -> Outcome<Credits> {
        let Ok(object) = gate.object(CREDIT_SPLIT.name) else { return Ok(Credits::default()) };
        let of = |field| object.field(field).map(|field| Path::field(object, field));
        let paths: Option<Vec<Path>> =
            [DEAL.name(), PERSON.name(), SHARE.name()].into_iter().map(of).collect();
        let Some(paths) = paths else { return Ok(Credits::default()) };
        let filter = match asked.as_of {
            Some(_) => Filter::everything(),
            None => closing(gate, asked)?,
        };
        let rows = gate.group(&Grouping {
            object,
            by: paths.into_iter().map(|path| Split { path, period: None }).collect(),
            measures: vec![Measure::of(Reckon::Count)],
            filter,
            as_of: asked.as_of,
        })?;
        let mut credits = Credits::default();
        for row in &rows {
            let value = |place: usize| row.keys.get(place).map_or(&Value::None, |key| &key.value);
            let (Some(deal), Some(person), Some(share)) =
                (value(0).as_link(), value(1).as_link(), Percent::from_value(value(2)))
            else {
                continue;
            };
            credits.shares.entry(deal).or_default().push((person, share));
        }
        Ok(credits)
    }

    /// Takes what others have from the owners of these deals and gives it to those whose it is, to the last cent. Notes
    /// who has a share in what is found.
    pub fn share_out(
        &mut self,
        gate: &mut Gate<'_>,
        wish: &Wish,
        asked: &Asked,
        deals: &mut Deals,
    ) -> Outcome<()> {
        let ids: Vec<Id> = self.shares.keys().copied().collect();
        for some in ids.chunks(AT_ONCE) {
            for found in super::deals::found(gate, wish, asked, named(some))? {
                let Some(shares) = self.shares.get(&found.id) else { continue };
                give(deals, &found, shares);
                for (person, _) in shares {
                    self.deals.entry(*person).or_default().insert(found.id);
                }
            }
        }
        Ok(())
    }
}

/// The deals with these ids.
pub fn named(ids: &[Id]) -> Filter {
    let path = Path::field(&OPPORTUNITY, &ID_FIELD);
    let ids = ids.iter().copied().map(Value::Link).collect();
    Filter::Where(Condition { path, operator: Operator::Is, operand: Operand::Values(ids) })
}

/// Shares in deals that close in the period.
fn closing(gate: &Gate<'_>, asked: &Asked) -> Outcome<Filter> {
    let path = format!("{}.{}", DEAL.name(), CLOSE_DATE.name());
    let path = Path::resolve(gate.catalog(), &CREDIT_SPLIT, &path)?;
    let bound = |operator, day| Filter::compare(path.clone(), operator, Value::Date(day));
    let first = bound(Operator::AtLeast, asked.period.first());
    Ok(first.and(bound(Operator::AtMost, asked.period.last())))
}

fn give(deals: &mut Deals, found: &Found, shares: &[(Id, Percent)]) {
    let percents: Vec<Percent> = shares.iter().map(|(_, share)| *share).collect();
    let [won, open] = [found.won, found.open].map(|minor| credit::parts(minor, &percents).1);
    for ((person, _), (won, open)) in shares.iter().zip(won.into_iter().zip(open)) {
        let part = Sums::of(won.into(), open.into(), found.chance);
        let theirs = Key { owner: Some(*person), ..found.key.clone() };
        deals.entry(theirs).or_default().add(&part);
        deals.entry(found.key.clone()).or_default().take(&part);
    }
}
