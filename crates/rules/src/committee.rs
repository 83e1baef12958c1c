//! What is missing among the people who buy together: who is not known, who is against it and has no answer, to whom
//! nobody speaks.

use std::collections::HashSet;

use cordee_base::Id;

/// The part that somebody plays in a purchase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Decides.
    DecisionMaker,
    /// Has the budget.
    EconomicBuyer,
    /// Sells it inside.
    Champion,
    /// Is listened to.
    Influencer,
    /// Decides who gets through.
    Gatekeeper,
    /// Will use it.
    EndUser,
    /// Does not want it.
    Blocker,
}

impl Part {
    /// All parts by the key they are stored under.
    pub const ALL: [(&'static str, Part); 7] = [
        ("decision_maker", Part::DecisionMaker),
        ("economic_buyer", Part::EconomicBuyer),
        ("champion", Part::Champion),
        ("influencer", Part::Influencer),
        ("gatekeeper", Part::Gatekeeper),
        ("end_user", Part::EndUser),
        ("blocker", Part::Blocker),
    ];

    /// The part with this key.
    pub fn named(key: &str) -> Option<Part> {
        Part::ALL.iter().find(|(name, _)| *name == key).map(|(_, part)| *part)
    }

    /// Without these nothing is bought, so one speaks with them oneself.
    fn is_key(self) -> bool {
        matches!(self, Part::DecisionMaker | Part::EconomicBuyer | Part::Champion)
    }
}

/// How long somebody has not been spoken with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// For so many days.
    Days(i64),
    /// Nobody ever has.
    Always,
}

impl Silence {
    fn is_longer_than(self, days: i64) -> bool {
        match self {
            Silence::Days(silent) => silent > days,
            Silence::Always => true,
        }
    }
}

/// Somebody in one part.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// Who; the same person may play several parts.
    pub person: Id,
    /// The part; none if it is one of the company's own.
    pub part: Option<Part>,
    /// Whether they are against it.
    pub against: bool,
    /// Whether what they hold against it has an answer.
    pub answered: bool,
    /// Whether it is known whom they guard.
    pub guards: bool,
    /// How long they have not been spoken with; none if that is not known.
    pub silence: Option<Silence>,
}

/// Something that is missing; members are named by their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Anybody at all.
    Nobody,
    /// Somebody in a part without which nothing is bought.
    Part(Part),
    /// A second person.
    OnlyOne,
    /// An answer for who is against it.
    Unanswered(usize),
    /// Whom a gatekeeper guards.
    GuardsNobody(usize),
    /// A word with any of them.
    AllSilent(Silence),
    /// A word with one who counts.
    Silent(usize, Silence),
}

/// What is missing, the worst first. After `patience` days without a word somebody counts as silent.
pub fn lacks(members: &[Member], patience: Option<i64>) -> Vec<Lack> {
    if members.is_empty() {
        return vec![Lack::Nobody];
    }
    let plays = |part: Part| members.iter().any(|member| member.part == Some(part));
    let needed = [Part::DecisionMaker, Part::Champion, Part::EconomicBuyer];
    let mut lacks: Vec<Lack> = needed.into_iter().filter(|part| !plays(*part)).map(Lack::Part).collect();
    if members.iter().all(|member| member.person == members[0].person) {
        lacks.push(Lack::OnlyOne);
    }
    let opposes = |member: &Member| member.against || member.part == Some(Part::Blocker);
    lacks.extend(once_each(members, |member| opposes(member) && !member.answered).map(Lack::Unanswered));
    let watches = |member: &Member| member.part == Some(Part::Gatekeeper) && !member.guards;
    lacks.extend(once_each(members, watches).map(Lack::GuardsNobody));
    if let Some(days) = patience {
        lacks.extend(silent(members, days));
    }
    lacks
}

/// The places of those who are like this, each person once.
fn once_each(members: &[Member], is: impl Fn(&Member) -> bool) -> impl Iterator<Item = usize> {
    let mut seen = HashSet::new();
    members
        .iter()
        .enumerate()
        .filter(move |(_, member)| is(member) && seen.insert(member.person))
        .map(|(at, _)| at)
}

/// One sentence where it is quiet all around, else one for each who counts.
fn silent(members: &[Member], days: i64) -> Vec<Lack> {
    let known: Vec<Silence> = members.iter().filter_map(|member| member.silence).collect();
    if known.len() == members.len() && known.iter().all(|silence| silence.is_longer_than(days)) {
        let shortest = known.iter().filter_map(|silence| match silence {
            Silence::Days(days) => Some(*days),
            Silence::Always => None,
        });
        return vec![Lack::AllSilent(shortest.min().map_or(Silence::Always, Silence::Days))];
    }
    let counts = |member: &Member| {
        member.part.is_some_and(Part::is_key) && member.silence.is_some_and(|s| s.is_longer_than(days))
    };
    let silent = once_each(members, counts);
    silent.filter_map(|at| members[at].silence.map(|silence| Lack::Silent(at, silence))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(person: i64, part: &str) -> Member {
        Member {
            person: Id::from_i64(person),
            part: Part::named(part),
            against: false,
            answered: false,
            guards: false,
            silence: Some(Silence::Days(2)),
        }
    }

    #[test]
    fn what_is_missing_by_who_is_there() {
        let all = || vec![member(1, "decision_maker"), member(2, "champion"), member(3, "economic_buyer")];
        let quiet = |days| move |member: Member| Member { silence: Some(Silence::Days(days)), ..member };
        let with = |more: Member| [all(), vec![more]].concat();
        let table: Vec<(&str, Vec<Member>, Vec<Lack>)> = vec![
            ("nobody", vec![], vec![Lack::Nobody]),
            ("all that counts", all(), vec![]),
            (
                "one who only listens",
                vec![member(1, "influencer")],
                vec![
                    Lack::Part(Part::DecisionMaker),
                    Lack::Part(Part::Champion),
                    Lack::Part(Part::EconomicBuyer),
                    Lack::OnlyOne,
                ],
            ),
            (
                "one person in three parts",
                all().into_iter().map(|one| Member { person: Id::from_i64(1), ..one }).collect(),
                vec![Lack::OnlyOne],
            ),
            ("a blocker", with(member(4, "blocker")), vec![Lack::Unanswered(3)]),
            ("a blocker with an answer", with(Member { answered: true, ..member(4, "blocker") }), vec![]),
            (
                "who decides is against it",
                all()
                    .into_iter()
                    .map(|one| Member { against: one.person == Id::from_i64(1), ..one })
                    .collect(),
                vec![Lack::Unanswered(0)],
            ),
            ("a gatekeeper", with(member(4, "gatekeeper")), vec![Lack::GuardsNobody(3)]),
            ("a gatekeeper of somebody", with(Member { guards: true, ..member(4, "gatekeeper") }), vec![]),
            (
                "quiet all around",
                all().into_iter().map(quiet(20)).collect(),
                vec![Lack::AllSilent(Silence::Days(20))],
            ),
            ("fourteen days are no silence yet", all().into_iter().map(quiet(14)).collect(), vec![]),
            (
                "who decides is not spoken with",
                vec![quiet(40)(all()[0]), all()[1], all()[2]],
                vec![Lack::Silent(0, Silence::Days(40))],
            ),
            ("who only uses it may be quiet", with(quiet(40)(member(4, "end_user"))), vec![]),
            (
                "what is not told is not silence",
                all().into_iter().map(|one| Member { silence: None, ..one }).collect(),
                vec![],
            ),
            (
                "never",
                all().into_iter().map(|one| Member { silence: Some(Silence::Always), ..one }).collect(),
                vec![Lack::AllSilent(Silence::Always)],
            ),
        ];
        for (name, members, expected) in table {
            assert_eq!(lacks(&members, Some(14)), expected, "{name}");
        }
        assert_eq!(
            lacks(&all().into_iter().map(quiet(90)).collect::<Vec<_>>(), None),
            vec![],
            "no patience is said"
        );
    }
}
