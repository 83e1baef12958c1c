//! Whom an occurrence concerns: the followers of the record and those who are meant, unless they did it themselves, do
//! not want to know, or do not see the record.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use cordee_base::{Id, Outcome};
use cordee_schema::{Cell, ColumnType, Object};
use cordee_store::{Expr, Select};

use super::make::{Occurrence, What};
use crate::read::scan::{HERE, Scan};
use crate::system::comment::COMMENT;
use crate::system::user::{NOT_TOLD_OF, TOLD_OF};
use crate::{Gate, Right, Scope};

/// An occurrence by its place, a person, and as what they are told of it.
pub(super) type Concerned = (usize, Id, &'static str);

impl Gate<'_> {
    /// Who is to be told of what, and as what.
    pub(super) fn concerned(&mut self, happened: &[Occurrence]) -> Outcome<Vec<Concerned>> {
        let followers = self.all_followers(happened)?;
        let mut concerned = Vec::new();
        for (place, one) in happened.iter().enumerate() {
            let following = followers.get(&one.record);
            let mut told: BTreeMap<Id, &'static str> = BTreeMap::new();
            match &one.what {
                What::Given(owner) => drop(told.insert(*owner, "given")),
                What::Changed(owner) => {
                    told.extend(following.into_iter().flatten().chain(owner).map(|id| (*id, "change")));
                }
                What::Said { mentioned, anew, .. } => {
                    let all = following.into_iter().flatten().filter(|_| *anew);
                    told.extend(all.map(|id| (*id, "comment")));
                    told.extend(mentioned.iter().map(|id| (*id, "mention")));
                }
            }
            let others = told.into_iter().filter(|(user, _)| one.actor != Some(*user));
            concerned.extend(others.map(|(user, kind)| (place, user, kind)));
        }
        self.willing(&mut concerned)?;
        self.seeing(happened, concerned)
    }

    /// The followers of all records concerned. Of what was only made for somebody nobody else is told.
    fn all_followers(&mut self, happened: &[Occurrence]) -> Outcome<HashMap<Id, BTreeSet<Id>>> {
        let mut records: BTreeMap<&'static str, BTreeSet<Id>> = BTreeMap::new();
        for one in happened.iter().filter(|one| !matches!(one.what, What::Given(_))) {
            records.entry(one.object.name).or_default().insert(one.record);
        }
        let mut followers = HashMap::new();
        for (name, ids) in records {
            let Some(object) = self.catalog().object(name) else { continue };
            let ids: Vec<Id> = ids.into_iter().collect();
            followers.extend(self.followers_of(object, &ids)?);
        }
        Ok(followers)
    }

    /// Keeps those who work here and want to be told of such things.
    pub(super) fn willing(&mut self, concerned: &mut Vec<Concerned>) -> Outcome<()> {
        let people: BTreeSet<Id> = concerned.iter().map(|(_, user, _)| *user).collect();
        let people: Vec<Id> = people.into_iter().collect();
        let mut wishes: HashMap<Id, (String, String)> = HashMap::new();
        for some in people.chunks(500) {
            let these = some.iter().copied().map(Cell::from).collect();
            let select = Select::from("user", "u")
                .column("id", ColumnType::Int)
                .column(TOLD_OF.name(), ColumnType::Text)
                .column(NOT_TOLD_OF.name(), ColumnType::Text)
                .having("workspace_id", self.actor.workspace)
                .having("active", true)
                .filter(Expr::column("u", "deleted_at").is_null())
                .filter(Expr::In(Box::new(Expr::column("u", "id")), these));
            let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
            let text = |cell: &Cell| cell.as_text().unwrap_or("").to_owned();
            let wish = |row: &Vec<Cell>| Some((row[0].as_id()?, (text(&row[1]), text(&row[2]))));
            wishes.extend(rows.iter().filter_map(wish));
        }
        concerned.retain(|(_, user, kind)| match wishes.get(user).map(|(of, not)| (of.as_str(), not)) {
            None | Some(("nothing", _)) => false,
            Some(("mentions", _)) => *kind == "mention",
            // One that was named by somebody is told in any case.
            Some((_, not)) => *kind == "mention" || !names_option(not, kind),
        });
        Ok(())
    }

    /// Keeps those who see the record, and what is said about it where that is what they are told of.
    fn seeing(&mut self, happened: &[Occurrence], concerned: Vec<Concerned>) -> Outcome<Vec<Concerned>> {
        let mut people: BTreeMap<Id, Vec<Concerned>> = BTreeMap::new();
        for one in concerned {
            people.entry(one.1).or_default().push(one);
        }
        let mut seeing = Vec::new();
        for (person, mut theirs) in people {
            let seen = self.as_person(person, |gate| {
                let reads = gate.access.scope(&COMMENT, Right::Read) != Scope::None;
                theirs.retain(|(_, _, kind)| reads || !matches!(*kind, "comment" | "mention"));
                let mut wanted: BTreeMap<&'static str, BTreeSet<Id>> = BTreeMap::new();
                for (place, ..) in &theirs {
                    let one = &happened[*place];
                    wanted.entry(one.object.name).or_default().insert(one.record);
                }
                let mut seen = BTreeSet::new();
                for (name, ids) in wanted {
                    let Some(object) = gate.catalog().object(name) else { continue };
                    seen.extend(gate.seen_among(object, &ids)?);
                }
                Ok(seen)
            })?;
            let seen = seen.unwrap_or_default();
            theirs.retain(|(place, ..)| seen.contains(&happened[*place].record));
            seeing.extend(theirs);
        }
        seeing.sort_by_key(|(place, user, _)| (*place, *user));
        Ok(seeing)
    }

    /// Those of these records that the actor sees.
    pub(crate) fn seen_among(&mut self, object: &'static Object, ids: &BTreeSet<Id>) -> Outcome<Vec<Id>> {
        if self.access.scope(object, Right::Read) == Scope::None {
            return Ok(Vec::new());
        }
        let ids: Vec<Id> = ids.iter().copied().collect();
        let mut seen = Vec::new();
        for some in ids.chunks(500) {
            let scan = Scan::of(self.actor.workspace, &self.access, &self.declared.catalog, object, None);
            let these = some.iter().copied().map(Cell::from).collect();
            let select = scan.select(Right::Read, false).column("id", ColumnType::Int);
            let select = select.filter(Expr::In(Box::new(Expr::column(HERE, "id")), these));
            let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
            seen.extend(rows.iter().filter_map(|row| row[0].as_id()));
        }
        Ok(seen)
    }
}

/// Whether the text of some options names one.
fn names_option(options: &str, one: &str) -> bool {
    options.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').any(|option| option == one)
}
