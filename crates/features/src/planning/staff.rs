//! Who works in which team, and which teams lie below which.

use std::collections::HashSet;

use cordee_base::{Id, Outcome};
use cordee_records::Gate;
use cordee_records::system::team::{MANAGER, PARENT, TEAM};
use cordee_records::system::user::{ACTIVE, NAME, TEAM as WORKS_IN, USER};

/// The people and the teams of a company.
pub struct Staff {
    people: Vec<Person>,
    teams: Vec<Team>,
}

/// Somebody who works here, or did.
pub struct Person {
    /// Who.
    pub id: Id,
    /// What they are called.
    pub name: String,
    /// In which team.
    pub team: Option<Id>,
    /// Whether they work here at present.
    pub active: bool,
}

/// A team.
pub struct Team {
    /// Which.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// The one above it.
    pub parent: Option<Id>,
    /// Who leads it.
    pub lead: Option<Id>,
}

impl Staff {
    /// All of them, whoever asks: to reckon with. Who may see which names is for those who show them.
    pub fn read(gate: &mut Gate<'_>) -> Outcome<Staff> {
        let people = gate.whole_of(&USER)?;
        let people = people.iter().map(|one| Person {
            id: one.head.id,
            name: one.get(NAME).unwrap_or_default(),
            team: one.get(WORKS_IN),
            active: one.get(ACTIVE) != Some(false),
        });
        let teams = gate.whole_of(&TEAM)?;
        let teams = teams.iter().map(|one| Team {
            id: one.head.id,
            name: one.title(),
            parent: one.get(PARENT),
            lead: one.get(MANAGER),
        });
        Ok(Staff { people: people.collect(), teams: teams.collect() })
    }

    /// All teams, in the order of their list.
    pub fn teams(&self) -> &[Team] {
        &self.teams
    }

    /// All who work here at present.
    pub fn active(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(|person| person.active)
    }

    /// The person with this id.
    pub fn person(&self, id: Id) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    /// The team with this id.
    pub fn team(&self, id: Id) -> Option<&Team> {
        self.teams.iter().find(|team| team.id == id)
    }

    /// The people who work in this very team.
    pub fn people_in(&self, team: Id) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(move |person| person.team == Some(team))
    }

    /// The teams directly below this one.
    pub fn teams_in(&self, team: Id) -> impl Iterator<Item = &Team> {
        self.teams.iter().filter(move |one| one.parent == Some(team) && one.id != team)
    }

    /// The team and all those below it.
    pub fn branch(&self, team: Id) -> HashSet<Id> {
        let (mut reached, mut fresh) = (HashSet::from([team]), vec![team]);
        while let Some(one) = fresh.pop() {
            fresh.extend(self.teams_in(one).map(|team| team.id).filter(|id| reached.insert(*id)));
        }
        reached
    }

    /// All people, in the order of their list.
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// The teams that this person leads.
    pub fn led_by(&self, person: Id) -> impl Iterator<Item = &Team> {
        self.teams.iter().filter(move |team| team.lead == Some(person))
    }

    /// Those to whom this person reports, the nearest first: who leads the team in which they work, else the one above
    /// it, and so on up. Who works in no team reports from the first team that they lead.
    pub fn above(&self, person: Id) -> Vec<Id> {
        let works_in = self.person(person).and_then(|person| person.team);
        let mut next = works_in.or_else(|| self.led_by(person).next().map(|team| team.id));
        let (mut seen, mut above) = (HashSet::new(), Vec::new());
        while let Some(team) = next.filter(|team| seen.insert(*team)).and_then(|id| self.team(id)) {
            above.extend(team.lead.filter(|lead| *lead != person && !above.contains(lead)));
            next = team.parent;
        }
        above
    }

    /// All who work in the teams that this person leads and below them, without the person.
    pub fn led(&self, person: Id) -> HashSet<Id> {
        let mut led: HashSet<Id> = self.led_by(person).flat_map(|team| self.people_below(team.id)).collect();
        led.remove(&person);
        led
    }

    /// All people of the team and of those below it.
    pub fn people_below(&self, team: Id) -> HashSet<Id> {
        let branch = self.branch(team);
        let theirs =
            self.people.iter().filter(|person| person.team.is_some_and(|team| branch.contains(&team)));
        theirs.map(|person| person.id).collect()
    }
}
