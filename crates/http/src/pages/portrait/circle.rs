//! The people around a record: who plays which part, where they stand, when one last spoke with them; what is missing, and
//! the form that mends it.

use std::collections::HashMap;

use cordee_base::{Id, Moment, Outcome};
use cordee_kit::{Circle, Lack, Member, Mend, Met};
use cordee_records::{Ordered, Query, Right};
use cordee_schema::{Condition, FieldDef, Filter, Object, Operand, Operator, Path, Record, Value, is_way};
use cordee_ui::screens::circle::{Around, Circle as View, Lack as Missing, Part};
use cordee_ui::{Person, Pick, Tone};

use crate::pages::address::Address;
use crate::pages::cells::plain;
use crate::pages::duplicates::JOINS;
use crate::pages::reader::{Reader, record_path};

/// How many people are offered to be added.
const OFFERED: u32 = 6;
/// Of so many deeds, the latest, it is looked up who else took part.
const LOOKED_AT: u64 = 200;
/// Up to so many days ago a day is said by how long ago it was.
const NEAR: i32 = 60;

/// The map while it is made: what is declared, and what the reader may see of it.
struct Scene {
    circle: &'static Circle,
    members: &'static Object,
    link: &'static FieldDef,
    people: &'static Object,
    edits: bool,
    adds: bool,
    back: String,
}

/// A person as far as the reader may see them.
struct Known {
    name: String,
    does: String,
    met: Option<Moment>,
}

impl Reader<'_, '_> {
    /// The link by which the members of the people around a record hang on it, where its page shows them as a map.
    pub(super) fn circle_way(&self, object: &Object) -> Option<(&'static Object, &'static FieldDef)> {
        let circle = self.registry().portrait(object)?.circle?;
        let members = self.gate.object(circle.members).ok()?;
        Some((members, members.field(members.part_of?)?))
    }

    /// The map, where the object has one and the reader may see those who stand in it.
    pub(crate) fn circle(&mut self, record: &Record, edits: bool) -> Outcome<Option<View>> {
        let object = record.object;
        let Some(circle) = self.registry().portrait(object).and_then(|portrait| portrait.circle.as_ref())
        else {
            return Ok(None);
        };
        let Some((members, link)) =
            self.circle_way(object).filter(|(members, _)| self.may(members, Right::Read))
        else {
            return Ok(None);
        };
        let hidden = object.unrelated.iter().any(|way| is_way(way, members, link));
        let needed = [circle.person, circle.part, link.name];
        let needed = needed.into_iter().all(|name| self.field(members, name).is_some());
        let people = self.field(members, circle.person).and_then(|field| field.links_to());
        let Some(people) = people.and_then(|name| self.gate.catalog().object(name)) else { return Ok(None) };
        if hidden || !needed {
            return Ok(None);
        }
        let adds = edits && self.may(members, Right::Create);
        let back = record_path(object, record.head.id);
        let scene = Scene { circle, members, link, people, edits, adds, back };
        self.drawn_circle(record, &scene).map(Some)
    }

    fn drawn_circle(&mut self, record: &Record, scene: &Scene) -> Outcome<View> {
        let around = Filter::is(Path::field(scene.members, scene.link), Value::Link(record.head.id));
        let query = Query::of(scene.members).filter(around).limit(Query::MOST);
        let records = self.gate.list(&query)?.records;
        let person = |member: &Record| member.value(scene.circle.person).and_then(Value::as_link);
        let ids: Vec<Id> = records.iter().filter_map(person).collect();
        let known = self.known_people(scene, &ids)?;
        let met = self.last_met(scene, &known)?;
        let member = |record: Record| {
            let person = person(&record).filter(|id| known.contains_key(id));
            Member { met: person.and_then(|id| met.get(&id).copied()), person, record }
        };
        let members: Vec<Member> = records.into_iter().map(member).collect();
        let lacks = (scene.circle.lacks)(self.gate, record, &members)?;
        let shown: Vec<(Option<String>, Around)> = members
            .iter()
            .enumerate()
            .map(|(at, one)| self.around(scene, &members, at, one, &known, &lacks))
            .collect();
        let mut seen: Vec<Id> =
            members.iter().map(|member| member.person.unwrap_or(member.record.head.id)).collect();
        seen.sort_unstable();
        seen.dedup();
        let name = scene.members.name.replace('_', "-");
        Ok(View {
            label: self.many(scene.members),
            count: self.locale.count(seen.len() as i64),
            add: scene.adds.then(|| self.form_for_one(scene, record, &[])),
            lacks: lacks.iter().map(|lack| self.lack_said(scene, record, lack, &shown)).collect(),
            columns: if shown.is_empty() {
                Vec::new()
            } else {
                self.circle_columns(scene, record, shown, &name)
            },
            none: self.word("circle-none"),
            others: if scene.adds { self.people_there(scene, record, &seen)? } else { Vec::new() },
        })
    }

    /// The form for one more, that begins with these texts and comes back here.
    fn form_for_one(&self, scene: &Scene, record: &Record, begins: &[(&str, String)]) -> String {
        let form = Address::of(format!("/{}/new", scene.members.plural)).and(scene.link.name, record.head.id);
        let form = begins.iter().fold(form, |form, (name, text)| form.and(name, text));
        form.and("back", &scene.back).to_string()
    }

    /// The people with these ids whom the reader may see.
    fn known_people(&mut self, scene: &Scene, ids: &[Id]) -> Outcome<HashMap<Id, Known>> {
        let mut known = HashMap::new();
        if ids.is_empty() || !self.may(scene.people, Right::Read) {
            return Ok(known);
        }
        let mut query = Query::of(scene.people).limit(Query::MOST);
        query.only = Some(ids.to_vec());
        query.fields = Some(vec![scene.people.title, scene.circle.does, scene.circle.met]);
        for record in self.gate.list(&query)?.records {
            let does =
                self.field(scene.people, scene.circle.does).map(|field| plain(&self.cell(&record, field)));
            let met = match record.value(scene.circle.met) {
                Some(Value::Moment(at)) => Some(*at),
                _ => None,
            };
            known.insert(record.head.id, Known { name: record.title(), does: does.unwrap_or_default(), met });
        }
        Ok(known)
    }

    /// When one was last in touch with each: alone, or among others who took part. That it was never is told only to whom
    /// all of it is.
    fn last_met(&mut self, scene: &Scene, known: &HashMap<Id, Known>) -> Outcome<HashMap<Id, Met>> {
        let mut met: HashMap<Id, Met> = HashMap::new();
        let Some(field) = self.field(scene.people, scene.circle.met) else { return Ok(met) };
        let whole = self.gate.sees_whole(field);
        for (id, person) in known {
            met.extend(person.met.map(Met::At).or(whole.then_some(Met::Never)).map(|one| (*id, one)));
        }
        let rolled =
            field.rolled_up.and_then(|how| Some((self.gate.object(how.of).ok()?, how.field?, how.filter?)));
        let Some((deeds, at, which)) = rolled.filter(|_| !known.is_empty()) else { return Ok(met) };
        let which = Filter::parse(which, self.gate.catalog(), deeds, self.gate.reading())?;
        let told = which.conditions().iter().all(|asked| self.sees(asked.path.object, asked.path.field));
        if !told || self.field(deeds, at).is_none() {
            return Ok(met);
        }
        let with: Vec<&'static FieldDef> = deeds
            .fields
            .iter()
            .filter(|f| f.many_to() == Some(scene.people.name) && self.sees(deeds, f))
            .collect();
        for field in with {
            let people = known.keys().map(|id| Value::Link(*id)).collect();
            let any = Condition {
                path: Path::field(deeds, field),
                operator: Operator::Has,
                operand: Operand::Values(people),
            };
            let filter = which.clone().and(Filter::Where(any));
            let wanted =
                Ordered { object: deeds, filter, by: at, descending: true, before: None, limit: LOOKED_AT };
            for deed in self.gate.ordered(&wanted)? {
                let Some(Value::Moment(at)) = deed.value(at).cloned() else { continue };
                let took_part = deed.value(field.name).map(Value::as_links).unwrap_or_default();
                for id in took_part.iter().filter(|id| known.contains_key(id)) {
                    let later = |met: &Met| matches!(met, Met::At(known) if *known >= at);
                    if !met.get(id).is_some_and(later) {
                        met.insert(*id, Met::At(at));
                    }
                }
            }
        }
        Ok(met)
    }

    /// A member as it stands in the map, with the part that it plays.
    fn around(
        &self,
        scene: &Scene,
        members: &[Member],
        at: usize,
        member: &Member,
        known: &HashMap<Id, Known>,
        lacks: &[Lack],
    ) -> (Option<String>, Around) {
        let (circle, record) = (scene.circle, &member.record);
        let person = member.person.and_then(|id| known.get(&id));
        let path = record_path(scene.members, record.head.id);
        let name = person.map_or_else(|| self.word("circle-hidden"), |person| person.name.clone());
        let href = member.person.map(|id| record_path(scene.people, id));
        let silent = lacks.iter().any(|lack| lack.who == Some(at) && lack.tone == Tone::Risk);
        let part = record.value(circle.part).and_then(Value::as_text).map(str::to_owned);
        let note = self.field(scene.members, circle.note).map(|field| plain(&self.cell(record, field)));
        let stance = self.field(scene.members, circle.stance);
        let version = ("version".to_owned(), record.head.version.to_string());
        let back = ("back".to_owned(), scene.back.clone());
        let view = Around {
            id: record.head.id.to_string(),
            person: Person { href, ..Person::named(name) },
            does: person.map(|person| person.does.clone()).unwrap_or_default(),
            part: self.choice_of(record, circle.part).unwrap_or_else(|| Pick::new("", self.word("none"))),
            weight: self.bars(scene, record),
            stance: self.choice_of(record, circle.stance),
            stance_edit: stance.filter(|_| scene.edits).and_then(|field| self.in_place(record, field)),
            before: self.stands_before(scene, record, members, known),
            met: member.met.filter(|_| person.is_some()).map(|met| self.met_said(met, silent)),
            note: note.unwrap_or_default(),
            edit: scene
                .edits
                .then(|| Address::of(format!("{path}/edit")).and("back", &scene.back).to_string()),
            remove: scene.edits.then(|| (format!("{path}/trash"), vec![version, back])),
        };
        (part, view)
    }

    /// The option of a choice, if the reader may see it.
    fn choice_of(&self, record: &Record, name: &str) -> Option<Pick> {
        let field = self.field(record.object, name)?;
        let key = record.value(name)?.as_text()?;
        Some(self.pick(record.object, field, field.kind.options(), key))
    }

    fn bars(&self, scene: &Scene, record: &Record) -> Option<(usize, usize, String)> {
        let field = self.field(record.object, scene.circle.weight)?;
        let pick = self.choice_of(record, field.name)?;
        let options = field.kind.options();
        let at = options.iter().position(|option| option.key == pick.value)?;
        let label = cordee_i18n::pair(self.language(), self.label(record.object, field), &pick.label);
        Some((options.len() - at, options.len(), label))
    }

    /// Before whom somebody stands, and where that person is found in the map.
    fn stands_before(
        &self,
        scene: &Scene,
        record: &Record,
        members: &[Member],
        known: &HashMap<Id, Known>,
    ) -> Option<(String, Option<String>)> {
        let field = self.field(record.object, scene.circle.before)?;
        let id = record.value(field.name)?.as_link()?;
        let name = known.get(&id).map(|person| person.name.clone());
        let name = name.or_else(|| record.title_of(field.name).map(str::to_owned))?;
        let there = members
            .iter()
            .find(|member| member.person == Some(id) && member.record.head.id != record.head.id);
        Some((
            cordee_i18n::pair(self.language(), self.label(record.object, field), &name),
            there.map(|one| one.record.head.id.to_string()),
        ))
    }

    /// When one was last in touch, in words and for machines.
    fn met_said(&self, met: Met, silent: bool) -> (String, String, Tone) {
        let tone = if silent { Tone::Risk } else { Tone::Neutral };
        let Met::At(at) = met else { return (self.word("circle-never"), String::new(), tone) };
        let day = at.date_in(&self.locale.zone);
        let text = match (self.gate.today() - day).get_days() {
            ..=0 => self.word("today"),
            1 => self.word("yesterday"),
            days @ 2..=NEAR => self.say("days-ago", &[("count", i64::from(days).into())]),
            _ => self.locale.date(day),
        };
        (text, at.to_string(), tone)
    }

    /// The columns of the map; parts that the company has added itself stand in a column of their own.
    fn circle_columns(
        &self,
        scene: &Scene,
        record: &Record,
        shown: Vec<(Option<String>, Around)>,
        name: &str,
    ) -> Vec<Part> {
        let mut rest = shown;
        let mut columns = Vec::new();
        for (column, parts) in scene.circle.columns {
            let (here, others): (Vec<_>, Vec<_>) = rest
                .into_iter()
                .partition(|(part, _)| part.as_deref().is_some_and(|part| parts.contains(&part)));
            rest = others;
            let begins = parts.first().map(|part| (scene.circle.part, (*part).to_owned()));
            columns.push(Part {
                label: self.word(&format!("{name}-map-{column}")),
                add: scene.adds.then(|| self.form_for_one(scene, record, begins.as_slice())),
                people: in_order(parts, here),
            });
        }
        if !rest.is_empty() {
            let people = rest.into_iter().map(|(_, one)| one).collect();
            columns.push(Part { label: self.word("group-more"), add: None, people });
        }
        columns
    }

    fn lack_said(
        &self,
        scene: &Scene,
        record: &Record,
        lack: &Lack,
        shown: &[(Option<String>, Around)],
    ) -> Missing {
        let name = scene.members.name.replace('_', "-");
        let who = lack.who.and_then(|at| shown.get(at)).map(|(_, one)| one.person.name.as_str());
        let args = [("name", who.unwrap_or("").into()), ("count", lack.days.unwrap_or(0).into())];
        let label = self.word(&format!("{name}-mend-{}", lack.name));
        let href = self.form_that_mends(scene, record, &lack.mend);
        Missing {
            text: self.say(&format!("{name}-lacks-{}", lack.name), &args),
            tone: lack.tone,
            mend: href.map(|href| (label, href)),
        }
    }

    /// The form that mends what is missing, if the reader may fill it in.
    fn form_that_mends(&self, scene: &Scene, record: &Record, mend: &Mend) -> Option<String> {
        match mend {
            Mend::Add(part) => {
                let begins = part.map(|part| (scene.circle.part, part.to_owned()));
                scene.adds.then(|| self.form_for_one(scene, record, begins.as_slice()))
            }
            Mend::Change(name, id) => {
                let object = self.gate.object(name).ok().filter(|object| self.may(object, Right::Edit))?;
                let may = scene.edits || object.part_of.is_none();
                let form = Address::of(format!("{}/edit", record_path(object, *id)));
                may.then(|| form.and("back", &scene.back).to_string())
            }
            Mend::Make(name, begins) => {
                let object = self.gate.object(name).ok().filter(|object| self.may(object, Right::Create))?;
                let may = scene.edits || object.part_of.is_none();
                let form = Address::of(format!("/{}/new", object.plural));
                let form = begins.iter().fold(form, |form, (name, text)| form.and(name, text));
                may.then(|| form.and("back", &scene.back).to_string())
            }
        }
    }

    /// Others from the same place who play no part yet, each with the form that adds them.
    fn people_there(
        &mut self,
        scene: &Scene,
        record: &Record,
        members: &[Id],
    ) -> Outcome<Vec<(String, String)>> {
        let (there, here) =
            (self.field(scene.people, scene.circle.from), self.field(record.object, scene.circle.from));
        let from = here.and_then(|field| record.value(field.name)).and_then(Value::as_link);
        let (Some(there), Some(from)) = (there.filter(|_| self.may(scene.people, Right::Read)), from) else {
            return Ok(Vec::new());
        };
        let same = Filter::is(Path::field(scene.people, there), Value::Link(from));
        let mut query =
            Query::of(scene.people).filter(same).limit((members.len() as u32 + OFFERED).min(Query::MOST));
        query.fields = Some(vec![scene.people.title]);
        let found = self.gate.list(&query)?.records;
        let others = found.iter().filter(|person| !members.contains(&person.head.id)).take(OFFERED as usize);
        let begins = |person: &Record| [(scene.circle.person, person.head.id.to_string())];
        let mut offered: Vec<(String, String)> = others
            .map(|person| (person.title(), self.form_for_one(scene, record, &begins(person))))
            .collect();
        // Whom nobody has written down yet is offered once they are.
        if self.may(scene.people, Right::Create) {
            let label = self.own_word(scene.people, "new").unwrap_or_else(|| self.one(scene.people));
            let form = Address::of(format!("/{}/new", scene.people.plural))
                .and(there.name, from)
                .and(JOINS, there.name);
            offered.push((label, form.and("back", &scene.back).to_string()));
        }
        Ok(offered)
    }
}

/// Members by the order of their parts.
fn in_order(parts: &[&str], mut members: Vec<(Option<String>, Around)>) -> Vec<Around> {
    members.sort_by_key(|(part, _)| parts.iter().position(|one| Some(*one) == part.as_deref()));
    members.into_iter().map(|(_, one)| one).collect()
}
