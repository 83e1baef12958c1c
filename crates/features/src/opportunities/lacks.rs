//! What is missing among the people of a deal, as its page tells it; a deal that is over lacks nothing.

use cordee_base::{Id, Outcome};
use cordee_catalog::committee_member::{COMMITTEE_MEMBER, CONTACT, GUARDS, ROLE, STANCE};
use cordee_catalog::objection::{self, ANSWER, OBJECTION, OVERCOME, RAISED_BY};
use cordee_catalog::opportunity::{ACCOUNT, PIPELINE, STATE};
use cordee_catalog::{activity, contact, pipeline};
use cordee_kit::{Lack as Told, Member, Mend, Met};
use cordee_records::{FieldRight, Gate, Query, Right, Scope};
use cordee_rules::committee::{self, Lack, Part, Silence};
use cordee_rules::pipeline::State;
use cordee_schema::{Filter, Path, Record, Value};
use cordee_ui::Tone;

/// What is missing, the worst first.
pub fn lacks(gate: &mut Gate<'_>, deal: &Record, members: &[Member]) -> Outcome<Vec<Told>> {
    if deal.get(STATE).as_deref() != Some(State::Open.key()) {
        return Ok(Vec::new());
    }
    let objections = objections(gate, deal)?;
    let seen: Vec<committee::Member> =
        members.iter().map(|member| of(gate, member, objections.as_deref())).collect();
    let patience = patience(gate, deal)?;
    let told = |lack| told(deal, members, objections.as_deref().unwrap_or_default(), lack);
    Ok(committee::lacks(&seen, patience).into_iter().map(told).collect())
}

/// What the customer's people hold against buying; none if the reader may not know of such things.
fn objections(gate: &mut Gate<'_>, deal: &Record) -> Outcome<Option<Vec<Record>>> {
    let Some(link) = OBJECTION.field(objection::OPPORTUNITY.name()) else { return Ok(None) };
    let hidden = |field| gate.access().field(&OBJECTION, field) == FieldRight::Hidden;
    if gate.access().scope(&OBJECTION, Right::Read) == Scope::None || OBJECTION.fields.iter().any(hidden) {
        return Ok(None);
    }
    let theirs = Filter::is(Path::field(&OBJECTION, link), Value::Link(deal.head.id));
    Ok(Some(gate.list(&Query::of(&OBJECTION).filter(theirs).limit(Query::MOST))?.records))
}

fn of(gate: &Gate<'_>, member: &Member, objections: Option<&[Record]>) -> committee::Member {
    let silence = member.met.map(|met| match met {
        Met::Never => Silence::Always,
        Met::At(at) => {
            let day = at.date_in(&gate.access().zone);
            Silence::Days(i64::from((gate.today() - day).get_days()))
        }
    });
    let answered = |person: Id| {
        objections.is_none_or(|all| all.iter().any(|one| is_of(one, person) && is_answered(one)))
    };
    committee::Member {
        // Whom one may not see is somebody all the same.
        person: member.person.unwrap_or(member.record.head.id),
        part: member.record.get(ROLE).and_then(|key| Part::named(&key)),
        against: member.record.get(STANCE).as_deref() == Some("opposes"),
        answered: member.person.is_none_or(answered),
        // A link to somebody whom one may not see reads as none.
        guards: member.record.get(GUARDS).is_some() || !sees_all_people(gate),
        silence,
    }
}

fn sees_all_people(gate: &Gate<'_>) -> bool {
    gate.access().scope(&contact::CONTACT, Right::Read) == Scope::All
}

fn is_of(objection: &Record, person: Id) -> bool {
    objection.get(RAISED_BY) == Some(person)
}

fn is_answered(objection: &Record) -> bool {
    objection.get(ANSWER).is_some() || objection.get(OVERCOME) == Some(true)
}

/// After how many days without a word the pipeline of the deal calls for one.
fn patience(gate: &mut Gate<'_>, deal: &Record) -> Outcome<Option<i64>> {
    let Some(id) = deal.get(PIPELINE) else { return Ok(None) };
    let pipelines = gate.whole_of(&pipeline::PIPELINE)?;
    let days = pipelines.iter().find(|one| one.head.id == id).and_then(|one| one.get(pipeline::CONTACT_DAYS));
    Ok(days.and_then(|days| i64::try_from(days.trunc()).ok()))
}

fn told(deal: &Record, members: &[Member], objections: &[Record], lack: Lack) -> Told {
    let plain = |name, tone, mend| Told { name, tone, who: None, days: None, mend };
    let part = |part: Part| Mend::Add(Part::ALL.iter().find(|(_, one)| *one == part).map(|(key, _)| *key));
    let about = |name, tone, who, mend| Told { name, tone, who: Some(who), days: None, mend };
    match lack {
        Lack::Nobody => plain("nobody", Tone::Risk, Mend::Add(None)),
        Lack::Part(Part::DecisionMaker) => plain("decision-maker", Tone::Risk, part(Part::DecisionMaker)),
        Lack::Part(Part::Champion) => plain("champion", Tone::Risk, part(Part::Champion)),
        Lack::Part(other) => plain("economic-buyer", Tone::Neutral, part(other)),
        Lack::OnlyOne => plain("only-one", Tone::Risk, Mend::Add(None)),
        Lack::Unanswered(who) => {
            about("unanswered", Tone::Overdue, who, answer(deal, members[who].person, objections))
        }
        Lack::GuardsNobody(who) => {
            let change = Mend::Change(COMMITTEE_MEMBER.name, members[who].record.head.id);
            about("guards-nobody", Tone::Neutral, who, change)
        }
        Lack::AllSilent(silence) => silent(
            "all-silent",
            "all-silent-always",
            silence,
            None,
            talk(deal, members.iter().find_map(|one| one.person)),
        ),
        Lack::Silent(who, silence) => {
            silent("silent", "silent-always", silence, Some(who), talk(deal, members[who].person))
        }
    }
}

/// The objection of somebody that has no answer, or one more of theirs.
fn answer(deal: &Record, person: Option<Id>, objections: &[Record]) -> Mend {
    let open = objections.iter().find(|one| person.is_some_and(|person| is_of(one, person)));
    if let Some(open) = open {
        return Mend::Change(OBJECTION.name, open.head.id);
    }
    let mut begins = vec![(objection::OPPORTUNITY.name(), deal.head.id.to_string())];
    begins.extend(person.map(|id| (RAISED_BY.name(), id.to_string())));
    Mend::Make(OBJECTION.name, begins)
}

fn silent(
    name: &'static str,
    always: &'static str,
    silence: Silence,
    who: Option<usize>,
    mend: Mend,
) -> Told {
    let (name, days) = match silence {
        Silence::Days(days) => (name, Some(days)),
        Silence::Always => (always, None),
    };
    Told { name, tone: Tone::Risk, who, days, mend }
}

/// A call with somebody about the deal.
fn talk(deal: &Record, person: Option<Id>) -> Mend {
    let mut begins = vec![
        (activity::KIND.name(), "call".to_owned()),
        (activity::OPPORTUNITY.name(), deal.head.id.to_string()),
    ];
    begins.extend(deal.get(ACCOUNT).map(|id| (activity::ACCOUNT.name(), id.to_string())));
    begins.extend(person.map(|id| (CONTACT.name(), id.to_string())));
    Mend::Make(activity::ACTIVITY.name, begins)
}
