//! Figures are kept while nothing changes, and never a moment longer; nobody is given those of somebody else.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use cordee_base::{Currency, Decimal, Money};
use cordee_records::{Actor, Grouping, Measure, Reckon, Records};
use cordee_schema::{Draft, Filter, Path};
use cordee_store::Update;
use support::{World, deal, worlds};

/// What all deals that the actor may see come to.
fn sum(world: &World, records: &Records, actor: &Actor) -> Decimal {
    let amount = Path::resolve(world.records.catalog(), &deal::DEAL, "amount").expect("a path");
    let measures = vec![Measure::of(Reckon::Sum(amount))];
    let grouping =
        Grouping { object: &deal::DEAL, by: vec![], measures, filter: Filter::everything(), as_of: None };
    let rows = records.read_now(actor, move |gate| gate.group(&grouping)).expect("a sum");
    rows[0].values[0].unwrap_or_default() / Decimal::ONE_HUNDRED
}

fn new_deal(amount: i64) -> Draft {
    Draft::new(&deal::DEAL)
        .with(deal::NAME, "A deal".to_owned())
        .with(deal::AMOUNT, Money::from_minor(amount * 100, Currency::EUR))
}

/// Changes all amounts behind the journal's back.
fn meddle(world: &World, amount: i64) {
    let update = Update::of("deal").set("amount_base", amount * 100);
    world.store.write_now(move |session| Ok(session.update(&update)?)).expect("meddled");
}

#[test]
fn a_figure_is_kept_until_anything_is_written_by_whomever() {
    for world in worlds() {
        let (here, there, system) = (&world.records, world.another(9), world.system());
        here.write_now(&system, |gate| gate.create(new_deal(10))).expect("created");
        assert_eq!(sum(&world, here, &system), Decimal::from(10));
        // Nothing but a change behind the journal's back shows that it is not reckoned again.
        meddle(&world, 7);
        assert_eq!(sum(&world, here, &system), Decimal::from(10));
        assert_eq!(sum(&world, &there, &system), Decimal::from(7));

        there.write_now(&system, |gate| gate.create(new_deal(5))).expect("created on another server");
        assert_eq!(sum(&world, here, &system), Decimal::from(12));
        let one = here.write_now(&system, |gate| gate.create(new_deal(3))).expect("created");
        assert_eq!(sum(&world, here, &system), Decimal::from(15));
        here.write_now(&system, move |gate| gate.trash(&deal::DEAL, one, None)).expect("in the trash");
        assert_eq!(sum(&world, here, &system), Decimal::from(12));
    }
}

#[test]
fn what_was_never_written_is_in_no_figure() {
    for world in worlds() {
        let (records, system) = (&world.records, world.system());
        let within = |create: bool| {
            let amount = Path::resolve(world.records.catalog(), &deal::DEAL, "amount").expect("a path");
            let measures = vec![Measure::of(Reckon::Sum(amount))];
            let filter = Filter::everything();
            let grouping = Grouping { object: &deal::DEAL, by: vec![], measures, filter, as_of: None };
            let rows = records.rehearse_now(&system, move |gate| {
                if create {
                    gate.create(new_deal(10))?;
                }
                gate.group(&grouping)
            });
            rows.expect("a rehearsal")[0].values[0]
        };
        assert_eq!(within(false), None);
        assert_eq!(within(true), Some(Decimal::from(1000)));
        assert_eq!(sum(&world, records, &system), Decimal::ZERO);
        assert_eq!(within(true), Some(Decimal::from(1000)), "a rehearsal takes no kept figure either");
    }
}

#[test]
fn nobody_is_given_the_figure_of_somebody_else() {
    for world in worlds() {
        let all = world.role("All", r#"{"objects":{"*":{"read":"all","create":"all"}}}"#);
        let own = world.role("Own", r#"{"objects":{"*":{"read":"own","create":"own"}}}"#);
        let [chief, anna, boris] = [("Chief", all), ("Anna", own), ("Boris", own)]
            .map(|(name, role)| world.person(name, role, None));
        for (actor, amount) in [(&anna, 1), (&boris, 20), (&chief, 300)] {
            let draft = new_deal(amount).with(deal::OWNER, actor.user_id().expect("a person"));
            let created = world.records.write_now(&world.system(), move |gate| gate.create(draft.clone()));
            created.expect("created");
        }
        for _ in 0..2 {
            let sums = [&chief, &anna, &boris].map(|actor| sum(&world, &world.records, actor));
            assert_eq!(sums, [321, 1, 20].map(Decimal::from));
        }
    }
}
