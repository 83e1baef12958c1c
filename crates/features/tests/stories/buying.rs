//! How customers buy: who has a say, what they hold against it, who else sells; and what follows for the deal.

use cordee_base::{Decimal, Id, Problem};
use cordee_catalog::opportunity::{self, OPPORTUNITY};
use cordee_catalog::{account, activity, committee_member as member, competitor, contact, lead, objection};
use cordee_records::Query;
use cordee_schema::{Draft, Value};

use crate::support::{World, day, deal, moment, worlds};

fn person(world: &World, name: &str) -> Id {
    world.create(Draft::new(&contact::CONTACT).with(contact::NAME, name.to_owned()))
}

fn plays(deal: Id, person: Id, role: &str) -> Draft {
    Draft::new(&member::COMMITTEE_MEMBER)
        .with(member::OPPORTUNITY, deal)
        .with(member::CONTACT, person)
        .with(member::ROLE, role.to_owned())
}

fn counted(world: &World, id: Id) -> (Option<Decimal>, Option<Decimal>) {
    let deal = world.get(&OPPORTUNITY, id);
    (deal.get(opportunity::COMMITTEE), deal.get(opportunity::DECISION_MAKERS))
}

fn numbers(people: i64, deciding: i64) -> (Option<Decimal>, Option<Decimal>) {
    (Some(people.into()), Some(deciding.into()))
}

#[test]
fn nobody_plays_the_same_part_twice_and_people_are_counted_once() {
    for world in worlds() {
        let lights = world.create(deal("Lights"));
        let (anna, boris) = (person(&world, "Anna Grey"), person(&world, "Boris Blue"));
        assert_eq!(counted(&world, lights), numbers(0, 0));
        world.create(plays(lights, anna, "champion"));
        let decides = world.create(plays(lights, anna, "decision_maker"));
        let guards = plays(lights, boris, "gatekeeper").with(member::GUARDS, anna);
        let guards = world.create(guards);
        assert_eq!(counted(&world, lights), numbers(2, 1));

        let twice = world.try_create(&world.system(), plays(lights, anna, "champion"));
        let Err(Problem::Invalid(faults)) = twice else { panic!("refused, but {twice:?}") };
        assert_eq!((faults[0].key, faults[0].field.as_deref()), ("error-committee-twice", Some("role")));
        let same = Draft::new(&member::COMMITTEE_MEMBER).with(member::ROLE, "champion".to_owned());
        assert!(world.update(decides, same).is_err());

        // In another deal she may; and who guards nobody any more plays another part.
        let other = world.create(deal("Sensors"));
        world.create(plays(other, anna, "champion"));
        let user = Draft::new(&member::COMMITTEE_MEMBER).with(member::ROLE, "end_user".to_owned());
        world.update(guards, user).expect("changed");
        assert_eq!(world.get(&member::COMMITTEE_MEMBER, guards).get(member::GUARDS), None);

        let gone =
            world.write(&world.system(), move |gate| gate.trash(&member::COMMITTEE_MEMBER, decides, None));
        gone.expect("gone");
        assert_eq!(counted(&world, lights), numbers(2, 0));
    }
}

#[test]
fn a_member_has_the_name_of_the_person() {
    for world in worlds() {
        let anna = person(&world, "Anna Grey");
        let id = world.create(plays(world.create(deal("Lights")), anna, "champion"));
        assert_eq!(world.get(&member::COMMITTEE_MEMBER, id).title(), "Anna Grey");
        let married = Draft::new(&contact::CONTACT).with(contact::NAME, "Anna Blue".to_owned());
        world.update(anna, married).expect("renamed");
        assert_eq!(world.get(&member::COMMITTEE_MEMBER, id).title(), "Anna Blue");
    }
}

#[test]
fn the_last_contact_and_the_next_activity_follow() {
    for world in worlds() {
        let (acme, anna) = (world.account("Acme"), person(&world, "Anna"));
        let lights = world.create(deal("Lights").with(opportunity::ACCOUNT, acme));
        let about = |kind: &str| {
            Draft::new(&activity::ACTIVITY)
                .with(activity::SUBJECT, kind.to_owned())
                .with(activity::KIND, kind.to_owned())
                .with(activity::OPPORTUNITY, lights)
                .with(activity::ACCOUNT, acme)
                .with(activity::CONTACT, anna)
        };
        let last = || {
            let of_deal = world.get(&OPPORTUNITY, lights).get(opportunity::LAST_CONTACT);
            assert_eq!(world.get(&account::ACCOUNT, acme).get(account::LAST_CONTACT), of_deal);
            assert_eq!(world.get(&contact::CONTACT, anna).get(contact::LAST_CONTACT), of_deal);
            of_deal
        };
        let next = || world.get(&OPPORTUNITY, lights).get(opportunity::NEXT_ACTIVITY);
        assert_eq!((last(), next()), (None, None));

        // A call of last week that is written down today was last week.
        let call = about("call").with(activity::STARTS_AT, moment("2026-02-24T10:00:00Z"));
        let call = world.create(call.with(activity::DONE, true));
        assert_eq!(last(), Some(moment("2026-02-24T10:00:00Z")));
        // An older one changes nothing, nor does a note, nor what is only planned.
        let older = about("visit").with(activity::STARTS_AT, moment("2026-02-01T10:00:00Z"));
        world.create(older.with(activity::DONE, true));
        world.create(about("note").with(activity::DONE, true));
        // Half past midnight in Paris is the next day there.
        let planned = about("meeting").with(activity::STARTS_AT, moment("2026-03-08T23:30:00Z"));
        let meeting = world.create(planned);
        let task = world.create(about("task").with(activity::DUE_DATE, day("2026-03-05")));
        assert_eq!((last(), next()), (Some(moment("2026-02-24T10:00:00Z")), Some(day("2026-03-05"))));

        let set = |id: Id, draft: Draft| world.update(id, draft).expect("changed");
        let change = || Draft::new(&activity::ACTIVITY);
        set(task, change().with(activity::DONE, true));
        assert_eq!(next(), Some(day("2026-03-09")));
        set(meeting, change().with(activity::DONE, true));
        assert_eq!((last(), next()), (Some(moment("2026-03-02T09:00:00Z")), None));
        // What was done by mistake was not done.
        set(meeting, change().with(activity::DONE, false));
        assert_eq!(last(), Some(moment("2026-02-24T10:00:00Z")));
        set(meeting, change().with(activity::DONE, true));
        let trash = world.write(&world.system(), move |gate| gate.trash(&activity::ACTIVITY, meeting, None));
        trash.expect("gone");
        assert_eq!(last(), Some(moment("2026-02-24T10:00:00Z")));
        // A call that was about another deal.
        let other = world.create(deal("Sensors"));
        set(call, change().with(activity::OPPORTUNITY, other));
        let of = |id| world.get(&OPPORTUNITY, id).get(opportunity::LAST_CONTACT);
        assert_eq!(of(other), Some(moment("2026-02-24T10:00:00Z")));
        assert_eq!(of(lights), Some(moment("2026-02-01T10:00:00Z")));
    }
}

#[test]
fn who_sees_some_activities_is_told_of_these_only() {
    for world in worlds() {
        let north = world.team("North");
        let (inger, south) =
            (world.person("Inger", "account_executive", Some(north)), world.person("Sal", "sdr", None));
        let me = inger.user_id().expect("a person");
        let task = |owner: Id, on: &str| {
            let draft = Draft::new(&activity::ACTIVITY).with(activity::SUBJECT, "x".to_owned());
            draft.with(activity::OWNER, owner).with(activity::DUE_DATE, day(on))
        };
        let green = Draft::new(&lead::LEAD).with(lead::NAME, "Green".to_owned()).with(lead::OWNER, me);
        let green = world.create(green);
        let others = south.user_id().expect("a person");
        world.create(task(others, "2026-03-03").with(activity::LEAD, green));
        world.create(task(me, "2026-03-04").with(activity::LEAD, green));
        let next = |actor| world.read(actor, move |gate| gate.get(&lead::LEAD, green)).expect("seen");
        assert_eq!(next(&inger).get(lead::NEXT_ACTIVITY), Some(day("2026-03-04")));
        assert_eq!(next(&world.system()).get(lead::NEXT_ACTIVITY), Some(day("2026-03-03")));
    }
}

#[test]
fn an_objection_knows_its_stage_and_a_lost_deal_its_competitor() {
    for world in worlds() {
        let lights = world.create(deal("Lights").with(opportunity::STAGE, world.stage("Proposal")));
        let dear = Draft::new(&objection::OBJECTION)
            .with(objection::OPPORTUNITY, lights)
            .with(objection::NAME, "Too dear".to_owned())
            .with(objection::TYPE, "budget".to_owned());
        let dear = world.get(&objection::OBJECTION, world.create(dear));
        assert_eq!(dear.get(objection::STAGE), Some(world.stage("Proposal")));
        assert_eq!(dear.get(objection::RAISED_ON), Some(day("2026-03-02")));

        let company = |name: &str| {
            world.create(Draft::new(&competitor::COMPETITOR).with(competitor::NAME, name.to_owned()))
        };
        let (wareon, lagerix) = (company("Wareon"), company("Lagerix"));
        let competes = Draft::new(&OPPORTUNITY).with(opportunity::COMPETITORS, vec![wareon]);
        world.update(lights, competes).expect("changed");
        let input = serde_json::json!({"loss_reason": "competitor", "competitor": lagerix.to_string()});
        world.act(&world.system(), &OPPORTUNITY, lights, "lose", input).expect("lost");
        let lost = world.get(&OPPORTUNITY, lights);
        assert_eq!(lost.get(opportunity::COMPETITOR), Some(lagerix));
        assert_eq!(lost.get(opportunity::COMPETITORS), Some(vec![wareon, lagerix]));
    }
}

#[test]
fn many_activities_at_once_leave_what_one_by_one_would() {
    for world in worlds() {
        let deals: Vec<Id> = (0..3).map(|n| world.create(deal(&format!("Deal {n}")))).collect();
        let draft = |n: i64| {
            let at = moment("2026-01-01T08:00:00Z").plus_seconds((n * 7919 % 60) * 86_400);
            let draft = Draft::new(&activity::ACTIVITY)
                .with(activity::SUBJECT, format!("Call {n}"))
                .with(activity::KIND, if n % 4 == 0 { "note" } else { "call" }.to_owned())
                .with(activity::OPPORTUNITY, deals[n as usize % 3]);
            draft.with(activity::STARTS_AT, at).with(activity::DONE, n % 5 != 0)
        };
        let drafts: Vec<Draft> = (0..60).map(draft).collect();
        let all = drafts.clone();
        let written = world.write(&world.system(), move |gate| {
            let ready = all.iter().map(|draft| gate.prepare(draft.clone(), None, Vec::new()));
            let ready = ready.collect::<Result<_, _>>()?;
            gate.create_all(ready)
        });
        written.expect("written");
        for (place, id) in deals.iter().enumerate() {
            let of: Vec<&Draft> = drafts.iter().skip(place).step_by(3).collect();
            let starts = |draft: &&Draft| draft.get(activity::STARTS_AT);
            let talks = of.iter().filter(|draft| {
                draft.get(activity::DONE) == Some(true)
                    && draft.get(activity::KIND).as_deref() == Some("call")
            });
            let open = of.iter().filter(|draft| draft.get(activity::DONE) == Some(false));
            let deal = world.get(&OPPORTUNITY, *id);
            let latest = talks.filter_map(starts).max().map(|at| at.min(moment("2026-03-02T09:00:00Z")));
            assert_eq!(deal.get(opportunity::LAST_CONTACT), latest);
            let next = open.filter_map(starts).min().map(|at| at.date_in(&cordee_base::Zone::UTC));
            assert_eq!(deal.get(opportunity::NEXT_ACTIVITY), next);
            assert!(!matches!(deal.value("committee"), Some(Value::None)));
        }
        assert_eq!(world.read(&world.system(), |gate| gate.count(&Query::of(&activity::ACTIVITY))), Ok(60));
    }
}
