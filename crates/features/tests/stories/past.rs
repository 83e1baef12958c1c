//! Deals that bring a past with them, as an import does.

use cordee_base::Id;
use cordee_catalog::account;
use cordee_catalog::opportunity::{
    self, ACTUAL_CLOSE_DATE, AMOUNT, CLOSE_DATE, CYCLE_DAYS, OPPORTUNITY, PROBABILITY, STAGE, STAGE_SINCE,
    STATE,
};
use cordee_kit::AskText;
use cordee_records::Past;
use cordee_schema::Draft;

use crate::support::{World, day, deal, moment, usd, worlds};

/// A deal won in 2017 that went through the stages in 2016 and 2017.
fn imported(world: &World, account: Id) -> Id {
    let mut draft = deal("Old lights")
        .with(opportunity::ACCOUNT, account)
        .with(AMOUNT, usd(500))
        .with(STAGE, world.stage("Won"))
        .with(ACTUAL_CLOSE_DATE, day("2017-03-01"));
    draft.created_at = Some(moment("2016-10-20T08:00:00Z"));
    let past = [("2016-10-20T08:00:00Z", "Prospecting", 400), ("2017-01-15T08:00:00Z", "Proposal", 500)];
    let past = past.map(|(from, stage, amount)| Past {
        from: moment(from),
        values: Draft::new(&OPPORTUNITY).with(STAGE, world.stage(stage)).with(AMOUNT, usd(amount)),
    });
    world
        .write(&world.system(), move |gate| {
            let since = Some(moment("2017-03-01T08:00:00Z"));
            gate.create_with_history(draft.clone(), since, past.to_vec())
        })
        .expect("imported")
}

#[test]
fn an_imported_deal_has_the_past_that_its_stages_tell() {
    for world in worlds() {
        let acme = world.account("Acme");
        let id = imported(&world, acme);
        let now = world.get(&OPPORTUNITY, id);
        assert_eq!(now.get(CYCLE_DAYS), Some(132.into()));
        let account = world.get(&account::ACCOUNT, acme);
        assert_eq!(account.get(account::CUSTOMER_SINCE), Some(day("2017-03-01")));

        let then = |at: &str| {
            let at = moment(at);
            let was = world.read(&world.system(), move |gate| gate.get_as_of(&OPPORTUNITY, id, at)).ok()?;
            let percent = was.get(PROBABILITY).map(|p| p.hundredths().normalize().to_string());
            Some(format!("{:?} {:?} {:?}", was.get(STATE)?, percent?, was.get(CLOSE_DATE)))
        };
        assert_eq!(then("2016-10-20T07:59:59Z"), None);
        assert_eq!(then("2016-12-24T00:00:00Z").as_deref(), Some(r#""open" "10" None"#));
        assert_eq!(then("2017-02-01T00:00:00Z").as_deref(), Some(r#""open" "60" None"#));
        assert_eq!(then("2017-03-02T00:00:00Z").as_deref(), Some(r#""won" "100" Some(2017-03-01)"#));

        let weighted = |at: &str| {
            let ask = AskText { as_of: Some(at.to_owned()), ..AskText::default() };
            world.total("weighted_pipeline", ask).0.map(|value| value.normalize().to_string())
        };
        assert_eq!(weighted("2016-12-24").as_deref(), Some("40"));
        assert_eq!(weighted("2017-02-01").as_deref(), Some("300"));
        assert_eq!(weighted("2017-03-02"), None);
    }
}

#[test]
fn a_deal_stands_in_its_stage_since_it_last_came_there() {
    for world in worlds() {
        let draft = deal("Dearer").with(AMOUNT, usd(500)).with(STAGE, world.stage("Proposal"));
        let in_stage = |name: &str| Draft::new(&OPPORTUNITY).with(STAGE, world.stage(name));
        let past = [
            ("2026-01-05T08:00:00Z", in_stage("Proposal")),
            ("2026-01-12T08:00:00Z", in_stage("Qualification")),
            ("2026-01-19T08:00:00Z", in_stage("Proposal").with(AMOUNT, usd(300))),
            // Where no stage is told, it was the present one.
            ("2026-01-26T08:00:00Z", Draft::new(&OPPORTUNITY).with(AMOUNT, usd(400))),
        ];
        let past = past.map(|(from, values)| Past { from: moment(from), values });
        let id = world.write(&world.system(), move |gate| {
            let since = Some(moment("2026-02-02T08:00:00Z"));
            gate.create_with_history(draft.clone(), since, past.to_vec())
        });
        let deal = world.get(&OPPORTUNITY, id.expect("imported"));
        assert_eq!(deal.get(STAGE_SINCE), Some(moment("2026-01-19T08:00:00Z")));
    }
}
