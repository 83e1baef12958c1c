//! Teams as a tree: made below one another, moved, with their people and who leads them.

use std::collections::HashMap;

use axum::Form as Posted;
use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_records::system::team::{self, TEAM};
use cordee_records::system::user::{self, USER};
use cordee_records::{Query, Right};
use cordee_schema::{Draft, Field as Declared, Filter, Object, Path as FieldPath, Record, Value};
use cordee_ui::screens::form::{FieldGroup, Form, form as draw_form};
use cordee_ui::screens::steps::Said;
use cordee_ui::screens::teams::{Member, People, Team, Teams, teams as draw};
use cordee_ui::{Action, Icon, Person, Way};

use super::super::address::Address;
use super::super::form::Pairs;
use super::super::reader::{Page, Reader, faults, record_path};
use super::super::typed::Typed;
use super::super::visit::{Answered, Visit, to};

/// Where the tree stands.
const PLACE: &str = "/settings/teams";
/// How many people of one team are shown.
const SHOWN: usize = 24;

static PARENT: Declared<Id> = team::PARENT;
static NAME: Declared<String> = team::NAME;
static MANAGER: Declared<Id> = team::MANAGER;
static TEAM_OF: Declared<Id> = user::TEAM;

/// `GET /settings/teams`.
pub(super) async fn show(visit: Visit) -> Answered {
    visit.page(|reader| reader.teams_page()).await
}

/// `POST /settings/teams`: the `team` goes below the one called `to`, or to the top; or the `person` goes there, or out.
pub(super) async fn put(visit: Visit, Posted(pairs): Posted<Pairs>) -> Answered {
    let typed = Typed(pairs);
    let moved = visit.write(move |reader| {
        let to = match typed.text("to") {
            "" => Value::None,
            id => Value::Link(reader.id(id)?),
        };
        let (object, field, id) = match typed.text("person") {
            "" => (&TEAM, PARENT.name(), typed.text("team")),
            id => (&USER, TEAM_OF.name(), id),
        };
        let mut draft = Draft::new(reader.gate.object(object.name)?);
        draft.set(field, to);
        reader.gate.update(reader.id(id)?, None, draft)
    });
    match moved.await {
        Ok(_) if visit.asked.partial => {
            let html = visit.read(|reader| Ok(reader.teams_page()?.body.into_string())).await?;
            Ok(Html(html).into_response())
        }
        Ok(_) => Ok(to(&Address::of(PLACE).and("done", "move"))),
        Err(problem) => visit.refused(problem).await,
    }
}

/// `GET /settings/teams/new?under=ID`.
pub(super) async fn ask_new(visit: Visit) -> Answered {
    visit.page(|reader| reader.new_team_page(None, None)).await
}

/// `POST /settings/teams/new`.
pub(super) async fn make(visit: Visit, Posted(pairs): Posted<Pairs>) -> Answered {
    let typed = Typed(pairs);
    let form = typed.clone();
    let made = visit.write(move |reader| {
        let mut draft = Draft::new(reader.gate.object(TEAM.name)?);
        for field in [&NAME.def, &PARENT.def, &MANAGER.def] {
            draft.set(field.name, reader.read_typed(field, &form)??);
        }
        reader.gate.create(draft)?;
        Ok(saved())
    });
    visit
        .after_form(made.await, move |reader, problem| reader.new_team_page(Some(&typed), Some(problem)))
        .await
}

/// `GET /settings/teams/ID/move`.
pub(super) async fn ask_team(visit: Visit, Path(id): Path<String>) -> Answered {
    visit.page(move |reader| reader.move_team_page(&TEAM, &id, None, None)).await
}

/// `POST /settings/teams/ID/move` with the team above.
pub(super) async fn move_team(
    visit: Visit,
    Path(id): Path<String>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    visit.goes_over(&TEAM, id, Typed(pairs)).await
}

/// `GET /settings/teams/people/ID`.
pub(super) async fn ask_person(visit: Visit, Path(id): Path<String>) -> Answered {
    visit.page(move |reader| reader.move_team_page(&USER, &id, None, None)).await
}

/// `POST /settings/teams/people/ID` with the team that the person goes to.
pub(super) async fn move_person(
    visit: Visit,
    Path(id): Path<String>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    visit.goes_over(&USER, id, Typed(pairs)).await
}

/// The tree, which says that it was saved.
fn saved() -> Address {
    Address::of(PLACE).and("done", "save")
}

/// The link by which a team or a person belongs to a team.
fn belongs(object: &Object) -> &'static Declared<Id> {
    if object.name == USER.name { &TEAM_OF } else { &PARENT }
}

impl Visit {
    async fn goes_over(&self, object: &'static Object, id: String, typed: Typed) -> Answered {
        let (of, form) = (id.clone(), typed.clone());
        let moved = self.write(move |reader| {
            let field = &belongs(object).def;
            let mut draft = Draft::new(reader.gate.object(object.name)?);
            draft.set(field.name, reader.read_typed(field, &form)??);
            reader.gate.update(reader.id(&of)?, None, draft)?;
            Ok(saved())
        });
        let again = move |reader: &mut Reader<'_, '_>, problem: &Problem| {
            reader.move_team_page(object, &id, Some(&typed), Some(problem))
        };
        self.after_form(moved.await, again).await
    }
}

/// Teams and people by the team that they belong to.
struct Tree {
    below: HashMap<Option<Id>, Vec<Record>>,
    people: HashMap<Option<Id>, Vec<Record>>,
}

impl Tree {
    /// How many people are in a team and in those below it.
    fn count(&self, team: Id) -> usize {
        let own = self.people.get(&Some(team)).map_or(0, Vec::len);
        let below = self.below.get(&Some(team)).into_iter().flatten();
        own + below.map(|one| self.count(one.head.id)).sum::<usize>()
    }
}

impl Reader<'_, '_> {
    fn teams_page(&mut self) -> Outcome<Page> {
        let object = self.gate.object(TEAM.name)?;
        let tree = self.team_tree()?;
        let changes = self.may(object, Right::Edit);
        let title = self.many(object);
        let mut actions = Vec::new();
        if self.may(object, Right::Create) {
            let new = self.own_word(object, "new").unwrap_or_else(|| self.word("action-create"));
            let way = Way::Dialog(format!("{PLACE}/new"));
            actions.push(Action::new(new, way).icon(Icon::Plus).primary());
        }
        let loose = tree.people.get(&None).map_or(&[][..], Vec::as_slice);
        let view = Teams {
            title: title.clone(),
            intro: self.own_word(object, "help"),
            actions,
            top: tree.below.get(&None).into_iter().flatten().map(|one| self.team_shown(&tree, one)).collect(),
            loose_label: self.say("teams-loose", &[("count", loose.len().into())]),
            loose: self.people_shown(loose, None),
            none: self.word("teams-none"),
            action: changes.then(|| PLACE.to_owned()),
        };
        let body = draw(self.language(), &view);
        Ok(Page::new(title, "/settings", body).below(self.word("settings-title"), "/settings"))
    }

    fn team_tree(&mut self) -> Outcome<Tree> {
        let teams = self.all_of(Query::of(self.gate.object(TEAM.name)?))?;
        let user = self.gate.object(USER.name)?;
        let active = user.field(user::ACTIVE.name()).ok_or(Problem::NotFound)?;
        let active = Filter::is(FieldPath::field(user, active), Value::YesNo(true));
        let people = Query::of(user).filter(active);
        let fields = Some(vec![user::NAME.name(), TEAM_OF.name()]);
        let people = self.all_of(Query { fields, ..people })?;
        let known: Vec<Id> = teams.iter().map(|team| team.head.id).collect();
        // Who is in a team that one may not see stands with those who are in none.
        let by = |records: Vec<Record>, field: &Declared<Id>| {
            let mut found: HashMap<Option<Id>, Vec<Record>> = HashMap::new();
            for record in records {
                let of = record.get(*field).filter(|id| known.contains(id));
                found.entry(of).or_default().push(record);
            }
            found
        };
        Ok(Tree { below: by(teams, &PARENT), people: by(people, &TEAM_OF) })
    }

    /// All that a query finds, page by page.
    pub(super) fn all_of(&mut self, query: Query) -> Outcome<Vec<Record>> {
        let mut query = Query { limit: Query::MOST, ..query };
        let mut all = Vec::new();
        loop {
            let page = self.gate.list(&query)?;
            all.extend(page.records);
            match page.next {
                Some(next) => query.cursor = Some(next),
                None => return Ok(all),
            }
        }
    }

    fn team_shown(&self, tree: &Tree, team: &Record) -> Team {
        let id = team.head.id;
        let said = |name: &str| {
            let field = team.object.field(name);
            Said {
                cell: field.map_or(cordee_ui::Cell::Empty, |field| self.cell(team, field)),
                change: field.and_then(|field| self.in_place(team, field)),
            }
        };
        let mut actions = Vec::new();
        if self.may(team.object, Right::Create) {
            let below = Way::Dialog(format!("{PLACE}/new?under={id}"));
            actions.push(Action::new(self.word("teams-below"), below).icon(Icon::Plus));
        }
        if self.may(team.object, Right::Edit) {
            actions.push(Action::new(self.word("action-move"), Way::Dialog(format!("{PLACE}/{id}/move"))));
        }
        actions.push(Action::new(self.word("action-open"), Way::Go(record_path(team.object, id))));
        Team {
            id: id.to_string(),
            title: team.title(),
            name: said(NAME.name()),
            leader: said(MANAGER.name()),
            leader_label: self.label(team.object, &MANAGER.def),
            count: self.locale.count(i64::try_from(tree.count(id)).unwrap_or(i64::MAX)),
            people: self.people_shown(tree.people.get(&Some(id)).map_or(&[], Vec::as_slice), Some(id)),
            actions,
            below: tree
                .below
                .get(&Some(id))
                .into_iter()
                .flatten()
                .map(|one| self.team_shown(tree, one))
                .collect(),
        }
    }

    fn people_shown(&self, people: &[Record], team: Option<Id>) -> People {
        let moves = self.may(&USER, Right::Edit);
        let member = |one: &Record| Member {
            id: one.head.id.to_string(),
            person: Person { href: Some(record_path(&USER, one.head.id)), ..Person::named(one.title()) },
            moves: moves.then(|| {
                let label = self.say("teams-move", &[("name", one.title().as_str().into())]);
                (label, format!("{PLACE}/people/{}", one.head.id))
            }),
        };
        let over = people.len().saturating_sub(SHOWN);
        let filter = match team {
            Some(id) => format!("team = {id} and active = yes"),
            None => "team is empty and active = yes".to_owned(),
        };
        let list = Address::of("/users").and("filter", filter).to_string();
        People {
            shown: people.iter().take(SHOWN).map(member).collect(),
            more: (over > 0).then(|| (self.say("teams-more", &[("count", over.into())]), list)),
        }
    }

    fn new_team_page(&mut self, typed: Option<&Typed>, problem: Option<&Problem>) -> Outcome<Page> {
        let object = self.gate.object(TEAM.name)?;
        if !self.may(object, Right::Create) {
            return Err(Problem::NotAllowed);
        }
        let typed = match (typed, self.visit.address.one("under")) {
            (Some(typed), _) => typed.clone(),
            (None, Some(id)) => {
                let above = self.gate.get(object, self.id(id)?)?;
                self.belonging(&PARENT, Some((above.head.id, above.title())))
            }
            (None, None) => Typed::default(),
        };
        let title = self.own_word(object, "new").unwrap_or_else(|| self.word("action-create"));
        let mut view = Form::new(&title, format!("{PLACE}/new"), self.word("action-create"));
        let mut fields = Vec::new();
        for field in [&NAME.def, &PARENT.def, &MANAGER.def] {
            fields.push(self.ask(object, field, &typed)?);
        }
        view.groups.push(FieldGroup { label: None, fields });
        self.team_form(title, view, problem)
    }

    fn move_team_page(
        &mut self,
        object: &'static Object,
        id: &str,
        typed: Option<&Typed>,
        problem: Option<&Problem>,
    ) -> Outcome<Page> {
        let object = self.gate.object(object.name)?;
        let (link, id) = (belongs(object), self.id(id)?);
        if !self.may(object, Right::Edit) {
            return Err(Problem::NotAllowed);
        }
        let record = self.gate.get(object, id)?;
        let typed = match typed {
            Some(typed) => typed.clone(),
            None => {
                let title = record.title_of(link.name()).unwrap_or("").to_owned();
                self.belonging(link, record.get(*link).map(|id| (id, title)))
            }
        };
        let path = match object.name == USER.name {
            true => format!("{PLACE}/people/{id}"),
            false => format!("{PLACE}/{id}/move"),
        };
        let title = record.title();
        let mut view = Form::new(&title, path, self.word("action-move"));
        let field = self.ask(object, &link.def, &typed)?;
        view.groups.push(FieldGroup { label: None, fields: vec![field] });
        self.team_form(title, view, problem)
    }

    /// What a form holds in the link to a team.
    fn belonging(&self, link: &'static Declared<Id>, to: Option<(Id, String)>) -> Typed {
        let mut typed = Typed::default();
        if let Some((id, title)) = to {
            typed.put(link.name(), title.clone());
            typed.put(format!("{}.id", link.name()), id.to_string());
            typed.put(format!("{}.title", link.name()), title);
        }
        typed
    }

    fn team_form(&mut self, title: String, mut view: Form, problem: Option<&Problem>) -> Outcome<Page> {
        view.cancel = Some(PLACE.to_owned());
        let faults: &[Fault] = problem.map(faults).unwrap_or_default();
        self.put_faults(&mut view, faults);
        let page = Page::new(title, "/settings", draw_form(self.language(), &view));
        Ok(page.below(self.word("settings-title"), "/settings").below(self.many(&TEAM), PLACE))
    }
}
