//! What the search offers beside records: what can be done with the record that is open, where one can go, what one can
//! make. Each under the rights of whoever asks; what a role may not see is not offered.

use cordee_base::{Id, Outcome, Problem};
use cordee_records::system::view::{OBJECT, VIEW};
use cordee_records::{Query, Right};
use cordee_schema::{Object, Record, fold};
use cordee_ui::screens::search::{Command, CommandGroup};
use cordee_ui::{Action, Icon, NavItem, Way};

use super::address::Address;
use super::frame::REPORTS_SHOWN;
use super::reader::{Reader, record_path};
use super::views::page_of;

/// How many of a kind are offered once something is typed.
const OF_A_KIND: usize = 6;
/// How many terms.
const TERMS: usize = 3;
/// How many saved views are looked through.
const VIEWS: u32 = 200;

/// What is offered, by what it is.
pub(super) struct Offered {
    /// What can be done with the open record.
    pub actions: Option<CommandGroup>,
    /// Where one can go.
    pub places: Option<CommandGroup>,
    /// What one can make.
    pub creations: Option<CommandGroup>,
    /// Terms that are explained.
    pub terms: Option<CommandGroup>,
}

impl Offered {
    /// Whether something of it begins as it was typed: then it is likelier to be meant than a record.
    pub(super) fn begins(&self, typed: &str) -> bool {
        let groups = [&self.actions, &self.places, &self.creations];
        let mut commands = groups.into_iter().flatten().flat_map(|group| &group.commands);
        !typed.is_empty() && commands.any(|command| fold(&command.label).starts_with(&fold(typed)))
    }

    /// What can be done and gone to, in order; with or without the places.
    pub(super) fn groups(self, places: bool) -> impl Iterator<Item = CommandGroup> {
        [self.actions, self.places.filter(|_| places), self.creations].into_iter().flatten()
    }
}

impl Reader<'_, '_> {
    /// What is offered for what was typed, to somebody who has the page at `on` open.
    pub(super) fn offered(&mut self, typed: &str, on: &str) -> Outcome<Offered> {
        let open = self.open_record(on)?;
        let actions = match &open {
            Some(record) => self.commands_on(record)?,
            None => Vec::new(),
        };
        let places = if typed.is_empty() { Vec::new() } else { self.places()? };
        let about = open.as_ref().map(|record| (record.object, record.head.id));
        let creations = self.creations(about).into_iter().map(|item| command(item, 'c')).collect();
        let terms = if typed.is_empty() { Vec::new() } else { self.terms() };
        let title = open.as_ref().map(Record::title);
        Ok(Offered {
            actions: kept(title.unwrap_or_default(), actions, typed, OF_A_KIND),
            places: kept(self.word("search-go"), places, typed, OF_A_KIND),
            creations: kept(self.word("nav-create"), creations, typed, OF_A_KIND),
            terms: kept(self.word("glossary-title"), terms, typed, TERMS),
        })
    }

    /// The record that a path opens, if it is one that may be seen.
    pub(super) fn open_record(&mut self, path: &str) -> Outcome<Option<Record>> {
        let Some((object, id)) = self.open_place(&Address::read(path)) else { return Ok(None) };
        match self.gate.get(object, id) {
            Ok(record) => Ok(Some(record)),
            Err(Problem::NotFound) => Ok(None),
            Err(problem) => Err(problem),
        }
    }

    /// The record that an address names: its own page, or beside the list of its object.
    pub(super) fn open_place(&self, address: &Address) -> Option<(&'static Object, Id)> {
        let mut steps = address.path.trim_matches('/').split('/');
        let object = self.object(steps.next()?).ok()?;
        let id = address.one("open").or(steps.next())?;
        Some((object, id.parse().ok()?))
    }

    fn commands_on(&mut self, record: &Record) -> Outcome<Vec<Command>> {
        let (object, id) = (record.object, record.head.id);
        let mut actions = self.record_actions(record, false)?;
        if let Some(follow) = self.follow(object, id)? {
            let key = if follow.following { "follow-stop-hint" } else { "follow-follow" };
            let follow = Action::new(self.word(key), Way::Post(follow.action, Vec::new()));
            actions.insert(actions.len().min(1), follow.icon(Icon::Bell));
        }
        let copy = Action::new(self.word("command-copy-link"), Way::Go(record_path(object, id)));
        let mut commands: Vec<Command> = actions.into_iter().map(of_action).collect();
        commands.push(Command { copies: true, ..of_action(copy.icon(Icon::Link)) });
        Ok(commands)
    }

    /// All places: the navigation, the settings, the saved views.
    fn places(&mut self) -> Outcome<Vec<Command>> {
        let nav = self.navigation("").into_iter().flat_map(|group| group.items);
        let reports = self.reports().skip(REPORTS_SHOWN).map(|report| self.go_to_report(report, ""));
        let mut places: Vec<Command> = nav.chain(reports).map(|item| command(item, 'g')).collect();
        let settings = self.word("nav-settings");
        let of_settings = self.settings_places().into_iter().flat_map(|group| group.items);
        places.extend(of_settings.map(|item| Command { line: settings.clone(), ..command(item, 'g') }));
        let views = self.gate.list(&Query::of(&VIEW).limit(VIEWS))?.records;
        for view in views {
            let object = view.get(OBJECT).and_then(|name| self.gate.catalog().object(&name));
            let Some(object) = object.filter(|object| self.may(object, Right::Read)) else { continue };
            let way = Way::Go(page_of(object, &view).to_string());
            let place = Action::new(view.title(), way).icon(super::icons::icon(object));
            places.push(Command { line: self.many(object), ..of_action(place) });
        }
        Ok(places)
    }
}

impl Reader<'_, '_> {
    /// The terms of the glossary.
    fn terms(&self) -> Vec<Command> {
        let terms = self.registry().terms.iter().map(|term| {
            let way = Way::Go(format!("/glossary/{}", term.slug()));
            let name = cordee_i18n::names::term(self.language(), term.name);
            of_action(Action::new(name, way).icon(Icon::BookOpen))
        });
        terms.collect()
    }
}

fn command(item: NavItem, first: char) -> Command {
    let keys = item.key.map(|letter| format!("{first} {letter}"));
    Command { keys, ..of_action(Action::new(item.label, Way::Go(item.href)).icon(item.icon)) }
}

fn of_action(action: Action) -> Command {
    Command {
        keys: action.key.map(String::from),
        icon: action.icon.unwrap_or(Icon::ArrowRight),
        label: action.label,
        line: String::new(),
        way: action.way,
        copies: false,
    }
}

/// Those that fit what was typed, those that begin so first. A word fits where a word of the name begins so; in a name
/// without spaces, where it stands.
fn kept(label: String, commands: Vec<Command>, typed: &str, most: usize) -> Option<CommandGroup> {
    let typed = fold(typed);
    let fits = |command: &Command| {
        let name = format!("{} {}", fold(&command.label), fold(&command.line));
        let begins =
            |word: &str| name.split(|c: char| !c.is_alphanumeric()).any(|part| part.starts_with(word));
        typed.split_whitespace().all(|word| begins(word) || !word.is_ascii() && name.contains(word))
    };
    let mut commands: Vec<Command> = commands.into_iter().filter(fits).collect();
    if !typed.is_empty() {
        commands.sort_by_key(|command| !fold(&command.label).starts_with(&typed));
        commands.truncate(most);
    }
    (!commands.is_empty()).then_some(CommandGroup { label, commands })
}

/// Whether a new record of `object` may say that it is about one of `about`, and in which field.
pub(super) fn link_about(object: &'static Object, about: &Object) -> Option<&'static str> {
    let own = object.fields.iter().find(|field| field.links_to() == Some(about.name) && field.indexed());
    own.or_else(|| object.fields.iter().find(|field| field.many_to() == Some(about.name)))
        .map(|field| field.name)
}
