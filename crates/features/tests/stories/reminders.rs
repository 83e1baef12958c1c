//! Who is reminded of what: next steps in the morning, forecasts once they are late, each once; and the stage that decides,
//! which is found day by day.

use cordee_base::Time;
use cordee_catalog::forecast_call::{COMMIT, FORECAST_CALL, PERIOD};
use cordee_catalog::opportunity::{
    AMOUNT, EXPECTED_CLOSE_DATE, NEXT_STEP, NEXT_STEP_DATE, OPPORTUNITY, OWNER, STAGE,
};
use cordee_catalog::pipeline::{FOUND_KEY_STAGE, KEY_STAGE, NAME, PIPELINE};
use cordee_records::system::user::{self, USER};
use cordee_records::system::{team, workspace};
use cordee_records::{Actor, Notice, NoticesAsked};
use cordee_schema::Draft;

use crate::planning_stages::generated;
use crate::quotas::id;
use crate::support::{World, day, deal, usd, worlds};

/// A deal of somebody whose next step is on a day.
fn step(seller: &Actor, name: &str, on: &str) -> Draft {
    deal(name).with(OWNER, id(seller)).with(NEXT_STEP, "Call".to_owned()).with(NEXT_STEP_DATE, day(on))
}

impl World {
    fn notices(&self, actor: &Actor, unread: bool) -> Vec<Notice> {
        let asked = NoticesAsked { unread, cursor: None, limit: 50 };
        self.read(actor, move |gate| gate.notifications(&asked)).expect("told").0
    }

    /// What somebody has not read yet: the kind, how many records or which, whom it speaks of.
    fn told(&self, actor: &Actor) -> Vec<String> {
        let line = |notice: &Notice| {
            let about = notice.about.as_ref().and_then(|(_, _, title)| title.clone());
            let count = notice.many.map(|(count, _)| count.to_string());
            let people = notice.people.iter().filter_map(|(_, name)| name.clone());
            let said = about.into_iter().chain(count).chain(people).collect::<Vec<_>>();
            format!("{} {}", notice.kind, said.join(", ")).trim_end().to_owned()
        };
        self.notices(actor, true).iter().map(line).collect()
    }

    fn is_like(&self, actor: &Actor, draft: Draft) {
        self.update(id(actor), draft).expect("changed");
    }

    /// Somebody says what they will win.
    fn calls_for(&self, actor: &Actor, period: &str) {
        let draft = Draft::new(&FORECAST_CALL).with(PERIOD, period.to_owned()).with(COMMIT, usd(1));
        self.try_create(actor, draft).expect("said");
    }

    fn set(&self, draft: Draft) {
        self.update(self.workspace, draft).expect("set");
    }
}

fn person() -> Draft {
    Draft::new(&USER)
}

fn time(hour: i8) -> Time {
    Time::new(hour, 0, 0, 0).expect("a time")
}

#[test]
fn next_steps_are_told_once_a_morning_where_each_person_is() {
    for world in worlds() {
        let team = world.team("North");
        let [ann, bob, kim] =
            ["Ann", "Bob", "Kim"].map(|name| world.person(name, "account_executive", Some(team)));
        world.is_like(&kim, person().with(user::TIME_ZONE, "America/Los_Angeles".to_owned()));
        for (name, on) in [("Overdue", "2026-02-20"), ("Today", "2026-03-02"), ("Later", "2026-03-05")] {
            world.create(step(&ann, name, on));
        }
        let won = world.create(step(&ann, "Won", "2026-03-01"));
        world.update(won, Draft::new(&OPPORTUNITY).with(STAGE, world.stage("Won"))).expect("won");
        world.create(step(&bob, "Only one", "2026-03-02"));
        world.create(step(&kim, "In the west", "2026-03-02"));
        world.create(deal("Nobody's").with(NEXT_STEP_DATE, day("2026-03-01")));

        assert_eq!(world.runs("remind_of_steps"), "2 reminders");
        assert_eq!(world.told(&ann), ["due 2"]);
        assert_eq!(world.told(&bob), ["due Only one"], "one leads to the deal itself");
        assert_eq!(world.told(&kim), [""; 0], "it is one in the morning there");
        assert_eq!(world.runs("remind_of_steps"), "0 reminders", "once a morning");
        world.at("2026-03-02T16:00:00Z");
        assert_eq!(world.runs("remind_of_steps"), "1 reminders");
        assert_eq!(world.told(&kim), ["due In the west"]);

        // The next morning takes the place of what was not read.
        world.at("2026-03-03T07:59:00Z");
        assert_eq!(world.runs("remind_of_steps"), "0 reminders");
        world.is_like(&bob, person().with(user::NOT_TOLD_OF, vec!["due".to_owned()]));
        let quiet = person().with(user::QUIET_FROM, time(7)).with(user::QUIET_TO, time(10));
        world.is_like(&ann, quiet);
        world.at("2026-03-03T09:00:00Z");
        assert_eq!(
            world.runs("remind_of_steps"),
            "0 reminders",
            "one does not wish it, one is not to be rung"
        );
        world.at("2026-03-03T10:00:00Z");
        assert_eq!(world.runs("remind_of_steps"), "1 reminders");
        assert_eq!((world.told(&ann), world.notices(&ann, false).len()), (vec!["due 2".to_owned()], 2));

        // Nobody is told who wants nothing, does not work here, or has nothing to do.
        world.is_like(&ann, person().with(user::TOLD_OF, "mentions".to_owned()));
        world.is_like(&kim, person().with(user::ACTIVE, false));
        world.at("2026-03-04T17:00:00Z");
        assert_eq!(world.runs("remind_of_steps"), "0 reminders");
    }
}

#[test]
fn who_is_late_with_a_forecast_is_told_and_so_is_who_leads_them() {
    for world in worlds() {
        let north = world.team("North");
        let head = world.person("Head", "head_of_sales", Some(north));
        world.update(north, Draft::new(&team::TEAM).with(team::MANAGER, id(&head))).expect("led");
        let names = ["Ann", "Bob", "Cid", "Dan"];
        let [ann, bob, cid, dan] = names.map(|name| world.person(name, "account_executive", Some(north)));
        let sells = |seller: &Actor| {
            let draft = deal("Lamps").with(OWNER, id(seller)).with(AMOUNT, usd(10));
            world.create(draft.with(EXPECTED_CLOSE_DATE, day("2026-03-20")));
        };
        for seller in [&ann, &bob, &cid] {
            sells(seller);
        }
        assert_eq!(world.runs("remind_of_calls"), "0 reminders", "nothing is due on any day");

        // By Friday at five in Paris, which is four in Greenwich.
        world.at("2026-03-04T09:00:00Z");
        let due = |weekday: &str| {
            let due = Draft::new(&workspace::WORKSPACE).with(workspace::CALLS_DUE_ON, weekday.to_owned());
            world.set(due.with(workspace::CALLS_DUE_AT, time(17)));
        };
        due("friday");
        assert_eq!(world.runs("remind_of_calls"), "0 reminders", "last Friday it was not known yet");
        world.at("2026-03-05T09:00:00Z");
        world.calls_for(&ann, "2026-Q1");
        world.calls_for(&cid, "2026-03");
        world.at("2026-03-06T15:59:00Z");
        assert_eq!(world.runs("remind_of_calls"), "0 reminders", "it is not due yet");
        world.at("2026-03-06T16:15:00Z");
        assert_eq!(world.runs("remind_of_calls"), "2 reminders");
        assert_eq!(world.told(&bob), ["late"]);
        assert_eq!(world.told(&head), ["late_team Bob"], "of the others one said it, one has nothing to say");
        assert_eq!((world.told(&ann), world.told(&cid), world.told(&dan)), (vec![], vec![], vec![]));
        assert_eq!(world.runs("remind_of_calls"), "0 reminders", "once for each Friday");

        // Who said it late did so for the next Friday.
        world.at("2026-03-07T09:00:00Z");
        world.calls_for(&bob, "2026-Q1");
        world.at("2026-03-13T16:15:00Z");
        assert_eq!(world.runs("remind_of_calls"), "3 reminders");
        assert_eq!((world.told(&ann), world.told(&cid)), (vec!["late".to_owned()], vec!["late".to_owned()]));
        assert_eq!(world.told(&head), ["late_team Ann, Cid"], "the latest alone waits to be read");
        world.is_like(&head, person().with(user::NOT_TOLD_OF, vec!["late_team".to_owned()]));
        world.at("2026-03-20T16:15:00Z");
        assert_eq!(world.runs("remind_of_calls"), "3 reminders", "all three, and the head does not wish it");

        // What was due for a quarter that is over can't be said any more.
        due("tuesday");
        world.at("2026-04-01T09:00:00Z");
        assert_eq!(world.runs("remind_of_calls"), "0 reminders");
    }
}

#[test]
fn a_key_stage_is_found_day_by_day_and_kept_on_its_pipeline() {
    for world in worlds() {
        let kept = |world: &World| world.all(&PIPELINE)[0].get(FOUND_KEY_STAGE);
        assert_eq!(world.runs("find_key_stages"), "0 pipelines", "too few deals tell nothing");
        generated(&world, 400, 5);
        assert_eq!(world.runs("find_key_stages"), "1 pipelines");
        assert_eq!(kept(&world), Some(world.stage("Proposal")));
        assert_eq!(world.runs("find_key_stages"), "0 pipelines", "nothing is written that stands");
        // Nobody writes it by hand; who leads sellers may pin another, and changes nothing else of the pipeline.
        let pipeline = world.all(&PIPELINE)[0].head.id;
        let other = world.stage("Demo or meeting");
        let writes = |actor: &Actor, draft: Draft| {
            world.write(actor, move |gate| gate.update(pipeline, None, draft.clone())).map(drop)
        };
        let [ada, head] = ["administrator", "head_of_sales"].map(|role| world.person(role, role, None));
        let found = || Draft::new(&PIPELINE).with(FOUND_KEY_STAGE, other);
        for person in [&ada, &head] {
            writes(person, found()).expect_err("only Cordee finds it");
        }
        writes(&head, Draft::new(&PIPELINE).with(KEY_STAGE, other)).expect("pinned");
        let renamed = Draft::new(&PIPELINE).with(NAME, "Mine".to_owned());
        writes(&head, renamed).expect_err("that is for administrators");
        assert_eq!(kept(&world), Some(world.stage("Proposal")), "what is found stands beside what is pinned");
    }
}
