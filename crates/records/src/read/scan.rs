//! A query in the making: the object's table, the tables its paths lead to, and the rows that may be seen.

use std::collections::HashMap;

use cordee_base::{Fault, Id, Moment, Outcome};
use cordee_schema::{Cell, FieldDef, Kind, Object, Path};
use cordee_store::query::Comparison;
use cordee_store::{Expr, Join, Select, table};

use crate::write::rolled_whole;
use crate::{Access, FieldRight, Right, Scope};

/// The alias of the object's own table.
pub(crate) const HERE: &str = "r";
/// The alias of the rows of a query that has found which records are meant.
pub(crate) const THOSE: &str = "k";
/// The alias of rows beside records that tell which of them are meant.
pub(crate) const BESIDE: &str = "g";
/// The alias of its versions, when it is read as of a moment or over time.
pub(crate) const THEN: &str = "v";

/// A query in the making, for one actor.
pub(crate) struct Scan<'a> {
    pub workspace: Id,
    pub access: &'a Access,
    pub catalog: &'a cordee_schema::Catalog,
    pub object: &'static Object,
    when: When,
    joins: Vec<Join>,
    joined: HashMap<String, String>,
}

/// At which time records are read.
#[derive(Clone, Copy)]
enum When {
    Now,
    /// As they were then, as far as fields are tracked.
    At(Moment),
    /// As they have been since then: a row for each stretch of time.
    Since(Moment),
}

impl<'a> Scan<'a> {
    /// A query of records as they are, or as they were.
    pub(crate) fn of(
        workspace: Id,
        access: &'a Access,
        catalog: &'a cordee_schema::Catalog,
        object: &'static Object,
        as_of: Option<Moment>,
    ) -> Scan<'a> {
        let when = as_of.map_or(When::Now, When::At);
        Scan { workspace, access, catalog, object, when, joins: Vec::new(), joined: HashMap::new() }
    }

    /// A query of the stretches of time in which tracked fields held what they held, as far as they reach past `since`.
    pub(crate) fn since(
        workspace: Id,
        access: &'a Access,
        catalog: &'a cordee_schema::Catalog,
        object: &'static Object,
        since: Moment,
    ) -> Scan<'a> {
        Scan { when: When::Since(since), ..Scan::of(workspace, access, catalog, object, None) }
    }

    /// The finished query: what the actor may see of the object, in the trash or out of it.
    pub(crate) fn select(self, right: Right, trash: bool) -> Select {
        self.finished(right, Some(trash))
    }

    /// The finished query for what the actor may see of the object, in the trash and out of it.
    pub(crate) fn select_all(self, right: Right) -> Select {
        self.finished(right, None)
    }

    fn finished(mut self, right: Right, trash: Option<bool>) -> Select {
        let mut select = Select::from(self.object.name, HERE).having("workspace_id", self.workspace);
        let deleted = || Expr::column(HERE, "deleted_at");
        match (self.when, trash) {
            (When::At(then), _) => {
                let living =
                    Expr::Or(vec![deleted().is_null(), deleted().compare(Comparison::Greater, then)]);
                select = select.filter(living);
                if self.object.tracked().next().is_some() {
                    self.joins.insert(0, self.versions_at(then));
                } else {
                    select =
                        select.filter(Expr::column(HERE, "created_at").compare(Comparison::AtMost, then));
                }
            }
            (When::Since(then), _) => {
                select = Select::from(table::versions(self.object), THEN)
                    .having("workspace_id", self.workspace)
                    .filter(Expr::column(THEN, "valid_to").compare(Comparison::Greater, then));
                select.by = table::stretches(self.object);
                self.joins.insert(0, self.records_of_versions());
            }
            (When::Now, Some(true)) => select = select.filter(deleted().not_null()),
            (When::Now, Some(false)) => select = select.filter(deleted().is_null()),
            (When::Now, None) => {}
        }
        let scope = self.access.scope(self.object, right);
        if let Some(rule) =
            row_rule(self.workspace, self.access, self.catalog, self.object, HERE, scope, right)
        {
            select = select.filter(rule);
        }
        select.joins = self.joins;
        select
    }

    /// The finished query of the records that `found` has found by their ids; that they may be seen, it has asked.
    pub(crate) fn those(self, found: Select) -> Select {
        let on = Expr::And(vec![
            Expr::column(HERE, "workspace_id").is(self.workspace),
            Expr::column(HERE, "id").equals(Expr::column(THOSE, "id")),
        ]);
        let whole = Join { table: (self.object.name.into(), HERE.into()), on, inner: true };
        let mut select = Select::of(found, THOSE);
        select.joins = std::iter::once(whole).chain(self.joins).collect();
        select
    }

    fn versions_at(&self, then: Moment) -> Join {
        let on = Expr::And(vec![
            Expr::column(THEN, "workspace_id").is(self.workspace),
            Expr::column(THEN, "record").equals(Expr::column(HERE, "id")),
            Expr::column(THEN, "valid_from").compare(Comparison::AtMost, then),
            Expr::column(THEN, "valid_to").compare(Comparison::Greater, then),
        ]);
        Join { table: (table::versions(self.object).into(), THEN.into()), on, inner: true }
    }

    fn records_of_versions(&self) -> Join {
        let on = Expr::And(vec![
            Expr::column(HERE, "workspace_id").is(self.workspace),
            Expr::column(HERE, "id").equals(Expr::column(THEN, "record")),
        ]);
        Join { table: (self.object.name.into(), HERE.into()), on, inner: true }
    }

    /// The alias of the table in which the object's own field stands: as of a moment, that of its versions.
    pub(crate) fn home(&self, field: &FieldDef) -> &'static str {
        if !matches!(self.when, When::Now) && field.tracked { THEN } else { HERE }
    }

    /// A column of the field at the end of `path`; a field that may not be seen is unknown, and a link to what may not
    /// be seen is as if it were empty.
    pub(crate) fn column(&mut self, path: &Path, suffix: &str) -> Outcome<Expr> {
        let home = self.home_of(path)?;
        let column = self.told(path.object, path.field, &home, suffix);
        if let (Kind::AnyLink(_), false) = (path.field.kind, self.access.is_engine()) {
            let (_, seen) = self.any_link(path, &|_| true)?;
            return Ok(Expr::When(Box::new(seen), Box::new(column)));
        }
        let to = path.field.links_to().and_then(|to| self.catalog.object(to));
        Ok(match to.filter(|to| !sees_all(self.access, self.catalog, to)) {
            Some(to) => {
                let from = if path.steps.is_empty() { "" } else { &home };
                match self.join(&path.text(), from, path.field, to) {
                    Some(target) => Expr::column(target, "id"),
                    None => Expr::When(Box::new(Expr::never()), Box::new(column)),
                }
            }
            None => column,
        })
    }

    /// The alias of the table in which the field at the end of `path` stands, which may be seen.
    pub(crate) fn home_of(&mut self, path: &Path) -> Outcome<String> {
        let mut alias = String::new();
        let mut object = self.object;
        for (depth, step) in path.steps.iter().enumerate() {
            self.may_see(path, object, step)?;
            let to =
                step.links_to().and_then(|to| self.catalog.object(to)).ok_or_else(|| unknown(path, step))?;
            let way = path.steps[..=depth].iter().map(|s| s.name).collect::<Vec<_>>().join(".");
            alias = self.join(&way, &alias, step, to).ok_or_else(|| unknown(path, step))?;
            object = to;
        }
        self.may_see(path, object, path.field)?;
        if object.is_sign(path.field) {
            // No column holds it: conditions on it have been put in other words, and nothing else can ask for it.
            return Err(unknown(path, path.field).into());
        }
        Ok(if path.steps.is_empty() { self.home(path.field).to_owned() } else { alias })
    }

    /// Links of the object itself; one that may not be seen is as if it were empty.
    pub(crate) fn links(&mut self, names: &[&'static str]) -> Vec<Expr> {
        let empty =
            |name: &'static str| Expr::When(Box::new(Expr::never()), Box::new(Expr::column(HERE, name)));
        let mut link = |name: &'static str| {
            let field = self.object.field(name)?;
            self.column(&Path::field(self.object, field), "").ok()
        };
        names.iter().map(|name| link(name).unwrap_or_else(|| empty(name))).collect()
    }

    /// The column that stands for the value in comparisons and groups.
    pub(crate) fn value_column(&mut self, path: &Path) -> Outcome<Expr> {
        match (path.part, path.field.kind) {
            (Some(part), _) => self.column(path, &format!("_{part}")),
            (None, Kind::Money(_)) => self.column(path, "_base"),
            _ => self.column(path, ""),
        }
    }

    /// Joins the table that `step` leads to, with the rows of it that the actor may see; gives its alias.
    /// None if the actor may see no row of it at all.
    pub(crate) fn join(
        &mut self,
        way: &str,
        from: &str,
        step: &FieldDef,
        to: &'static Object,
    ) -> Option<String> {
        if let Some(alias) = self.joined.get(way) {
            return Some(alias.clone());
        }
        let scope = self.access.scope(to, Right::Read);
        if scope == Scope::None {
            return None;
        }
        let alias = format!("j{}", self.joined.len());
        let home = if from.is_empty() { self.home(step) } else { from };
        let mut on = vec![
            Expr::column(alias.clone(), "workspace_id").is(self.workspace),
            Expr::column(alias.clone(), "id").equals(Expr::column(home.to_owned(), step.name)),
        ];
        on.extend(row_rule(self.workspace, self.access, self.catalog, to, &alias, scope, Right::Read));
        self.joins.push(Join {
            table: (to.name.into(), alias.clone().into()),
            on: Expr::And(on),
            inner: false,
        });
        self.joined.insert(way.to_owned(), alias.clone());
        Some(alias)
    }

    fn may_see(&self, path: &Path, object: &'static Object, field: &FieldDef) -> Outcome<()> {
        match self.access.field(object, field) {
            FieldRight::Hidden => Err(unknown(path, field).into()),
            // Who sees only some of what it is reckoned from would learn of the rest.
            _ if !rolled_whole(self.access, self.catalog, field) => Err(unknown(path, field).into()),
            _ => Ok(()),
        }
    }
}

/// The fault of a field that may not be seen.
pub(crate) fn unknown(path: &Path, field: &FieldDef) -> Fault {
    Fault::at(path.text(), "error-unknown-field").with("name", field.name).with("nearest", "")
}

/// Whether the actor may see every record of `object`.
pub(crate) fn sees_all(access: &Access, catalog: &cordee_schema::Catalog, object: &Object) -> bool {
    if object.shared.is_some() || object.is_part_of_any() {
        return access.is_engine();
    }
    let whole = object.part_of.and_then(|link| object.field(link)).and_then(FieldDef::links_to);
    match (whole.and_then(|whole| catalog.object(whole)), access.scope(object, Right::Read)) {
        (_, Scope::None) => false,
        (Some(whole), _) => sees_all(access, catalog, whole),
        (None, scope) => scope == Scope::All,
    }
}

/// A way by which somebody comes to have a right on a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// The role gives the right on all records.
    All,
    /// The role gives it on one's own, and one owns it.
    Own,
    /// The role gives it on those of the team, and somebody of the team owns it.
    Team,
    /// It was shared.
    Shared,
    /// It is a part of a record on which one has the right.
    Whole,
}

/// The condition that keeps the rows of `scope`; none where all may be seen.
pub(crate) fn row_rule(
    workspace: Id,
    access: &Access,
    catalog: &cordee_schema::Catalog,
    object: &'static Object,
    alias: &str,
    scope: Scope,
    right: Right,
) -> Option<Expr> {
    let ways = ways(workspace, access, catalog, object, alias, scope, right);
    let mut rules = ways.into_iter().map(|(_, rule)| rule).collect::<Option<Vec<Expr>>>()?;
    Some(match rules.len() {
        1 => rules.remove(0),
        _ => Expr::Or(rules),
    })
}

/// All ways by which the actor may have a right on records of an object, each with what such a record is like; without
/// a condition it is every record. The row rule is that one of them holds.
pub(crate) fn ways(
    workspace: Id,
    access: &Access,
    catalog: &cordee_schema::Catalog,
    object: &'static Object,
    alias: &str,
    scope: Scope,
    right: Right,
) -> Vec<(Way, Option<Expr>)> {
    if scope == Scope::None {
        return Vec::new();
    }
    if let Some(shared) = object.shared.filter(|_| !access.is_engine()) {
        return vec![(Way::Own, Some(shared_rule(access, object, shared, alias, right)))];
    }
    if object.is_part_of_any() {
        return vec![(Way::Whole, any_whole_rule(workspace, access, catalog, object, alias, right))];
    }
    let column = |name: &'static str| Expr::column(alias.to_owned(), name);
    if let Some(link) = object.part_of {
        // A part is seen and changed with its whole.
        let whole = object.field(link).and_then(FieldDef::links_to).and_then(|to| catalog.object(to));
        let Some(whole) = whole else { return Vec::new() };
        let scope = access.scope(whole, right);
        let rule = row_rule(workspace, access, catalog, whole, "w", scope, right);
        let those = |rule| {
            let wholes = Select::from(whole.name, "w")
                .column("id", cordee_schema::ColumnType::Int)
                .having("workspace_id", workspace)
                .filter(rule);
            Expr::InSelect(Box::new(column(link)), Box::new(wholes))
        };
        return vec![(Way::Whole, rule.map(those))];
    }
    let owner = column(object.owner.unwrap_or("created_by"));
    let mut ways = match scope {
        Scope::All => return vec![(Way::All, None)],
        Scope::Own => {
            vec![(Way::Own, Some(access.user.map_or_else(Expr::never, |user| owner.is(user))))]
        }
        Scope::Team => {
            let team = access.circle.team.iter().copied().map(Cell::from).collect();
            vec![(Way::Team, Some(Expr::In(Box::new(owner), team)))]
        }
        Scope::None => Vec::new(),
    };
    let given = access.given(workspace, object, right).rule(column("id"));
    ways.extend(given.map(|rule| (Way::Shared, Some(rule))));
    ways
}

/// Parts of records of any object: seen with their whole while that is not in the trash, and changed with it or by
/// their author alone. Each whole is looked up by its id, however many there are.
pub(crate) fn any_whole_rule(
    workspace: Id,
    access: &Access,
    catalog: &cordee_schema::Catalog,
    object: &'static Object,
    alias: &str,
    right: Right,
) -> Option<Expr> {
    let link = object.part_of.filter(|_| !access.is_engine())?;
    let column = |name: &str| Expr::column(alias.to_owned(), name.to_owned());
    let of_whole = match (object.author(), right) {
        (None, right) | (Some(_), right @ Right::Export) => right,
        (Some(_), _) => Right::Read,
    };
    let mut ways = Vec::new();
    for whole in catalog.objects().filter(|whole| !whole.internal && !whole.is_part_of_any()) {
        let scope = access.scope(whole, of_whole);
        if scope == Scope::None {
            continue;
        }
        let mut this = Select::from(whole.name, "w")
            .column("id", cordee_schema::ColumnType::Int)
            .having("workspace_id", workspace)
            .filter(Expr::column("w", "id").equals(column(link)))
            .filter(Expr::column("w", "deleted_at").is_null());
        this.filter.extend(rule_of_whole((workspace, access, catalog), whole, scope, of_whole));
        ways.push(Expr::And(vec![
            column(&format!("{link}_object")).is(whole.name),
            Expr::Exists(Box::new(this)),
        ]));
    }
    let seen = Expr::Or(ways);
    let theirs = |author: &'static str| access.user.map_or_else(Expr::never, |user| column(author).is(user));
    Some(match (object.author(), right) {
        (Some(author), Right::Edit) => Expr::And(vec![seen, theirs(author)]),
        (Some(author), Right::Delete) if !access.administers() => Expr::And(vec![seen, theirs(author)]),
        _ => seen,
    })
}

/// The rule for a whole under the alias `w` that was found by its id; one that is itself a part looks its own whole up.
fn rule_of_whole(
    (workspace, access, catalog): (Id, &Access, &cordee_schema::Catalog),
    object: &'static Object,
    scope: Scope,
    right: Right,
) -> Option<Expr> {
    let link = object.part_of.and_then(|link| object.field(link));
    let Some((link, upper)) = link.and_then(|link| Some((link, catalog.object(link.links_to()?)?))) else {
        return row_rule(workspace, access, catalog, object, "w", scope, right);
    };
    let scope = access.scope(upper, right);
    let rule = row_rule(workspace, access, catalog, upper, "u", scope, right)?;
    let this = Select::from(upper.name, "u")
        .column("id", cordee_schema::ColumnType::Int)
        .having("workspace_id", workspace)
        .filter(Expr::column("u", "id").equals(Expr::column("w", link.name)))
        .filter(rule);
    Some(Expr::Exists(Box::new(this)))
}

/// What is one's own, and what others share: to see it, and for administrators also to change it.
fn shared_rule(access: &Access, object: &Object, shared: &str, alias: &str, right: Right) -> Expr {
    let column = |name: &str| Expr::column(alias.to_owned(), name.to_owned());
    let owner = column(object.owner.unwrap_or("created_by"));
    let mut ways = vec![access.user.map_or_else(Expr::never, |user| owner.clone().is(user))];
    if access.administers() {
        ways.push(Expr::In(Box::new(column(shared)), vec![Cell::from("team"), Cell::from("all")]));
    } else if right == Right::Read {
        let above = access.circle.above.iter().copied().map(Cell::from).collect();
        let team = Expr::And(vec![column(shared).is("team"), Expr::In(Box::new(owner), above)]);
        ways.extend([column(shared).is("all"), team]);
    }
    Expr::Or(ways)
}
