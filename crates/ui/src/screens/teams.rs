//! Teams as a tree: who belongs where, who leads, and those who belong nowhere yet.

use cordee_i18n::Language;
use maud::{Markup, html};

use super::steps::Said;
use crate::assets::asset_url;
use crate::components::{Action, Icon, Person, actions, avatar, icon, in_place, in_place_head};
use crate::kinds::cell;
use crate::word::word;

/// The tree as it is shown.
#[derive(Clone, Debug)]
pub struct Teams {
    /// What stands in it.
    pub title: String,
    /// What it is for, in a sentence.
    pub intro: Option<String>,
    /// What else one can do here.
    pub actions: Vec<Action>,
    /// The teams above which there is none.
    pub top: Vec<Team>,
    /// Over those who are in no team, with their number.
    pub loose_label: String,
    /// Those who are in no team.
    pub loose: People,
    /// What stands where there is no team yet.
    pub none: String,
    /// Where a move is posted; none for who may only look.
    pub action: Option<String>,
}

/// A team with those below it.
#[derive(Clone, Debug)]
pub struct Team {
    /// Its id.
    pub id: String,
    /// Its name, as it is told.
    pub title: String,
    /// Its name, as it is changed.
    pub name: Said,
    /// Who leads it.
    pub leader: Said,
    /// What the leader is called.
    pub leader_label: String,
    /// How many people, those of the teams below among them.
    pub count: String,
    /// Its own people.
    pub people: People,
    /// What can be done to it.
    pub actions: Vec<Action>,
    /// The teams below it.
    pub below: Vec<Team>,
}

/// People of one team.
#[derive(Clone, Debug, Default)]
pub struct People {
    /// The first of them.
    pub shown: Vec<Member>,
    /// How many more there are, and where one sees them.
    pub more: Option<(String, String)>,
}

/// Somebody who works here.
#[derive(Clone, Debug)]
pub struct Member {
    /// Their id.
    pub id: String,
    /// Their name, and their page.
    pub person: Person,
    /// What leads to another team, and where that is asked, for who may.
    pub moves: Option<(String, String)>,
}

/// The body of the page.
pub fn teams(language: Language, view: &Teams) -> Markup {
    html! {
        link rel="stylesheet" href=(asset_url("teams.css"));
        (in_place_head())
        div.page.teams data-module=[view.action.as_ref().map(|_| asset_url("teams.js"))] data-sortable=(asset_url("sortable.js")) data-teams=[view.action.as_deref()] {
            header.page-head {
                h1.page-title { (view.title) }
                div.bar-actions { (actions(&view.actions, 2, &word(language, "ui-more"))) }
                @if let Some(intro) = &view.intro { p.page-intro { (intro) } }
            }
            @if view.action.is_some() { p.teams-keys hidden { (word(language, "teams-keys")) } }
            p.sr role="status" data-told {}
            @if view.top.is_empty() { p.quiet { (view.none) } }
            (branch(language, "", &view.top))
            section.teams-loose aria-labelledby="loose" {
                h2.section-title id="loose" { (view.loose_label) }
                (people("", &view.loose))
            }
        }
    }
}

fn branch(language: Language, of: &str, below: &[Team]) -> Markup {
    html! {
        ul.teams-branch data-branch=(of) { @for one in below { (team(language, one)) } }
    }
}

fn team(language: Language, team: &Team) -> Markup {
    let changed = |said: &Said| match &said.change {
        Some(way) => in_place(language, &said.cell, way),
        None => cell(&said.cell),
    };
    html! {
        li.team data-team=(team.id) data-name=(team.title) {
            div.team-row {
                span.team-grip data-grip aria-hidden="true" { (icon(Icon::GripVertical)) }
                div.team-name { (changed(&team.name)) }
                div.team-leader { span.team-label { (team.leader_label) } (changed(&team.leader)) }
                span.team-count { (icon(Icon::Users)) (team.count) }
                div.team-acts { (actions(&team.actions, 0, &word(language, "ui-more"))) }
            }
            (people(&team.id, &team.people))
            (branch(language, &team.id, &team.below))
        }
    }
}

fn people(of: &str, people: &People) -> Markup {
    html! {
        ul.team-people data-people=(of) {
            @for one in &people.shown {
                li.team-person data-person=(one.id) data-name=(one.person.name) {
                    (avatar(&Person { name: one.person.name.clone(), initials: one.person.initials.clone(), ..Person::default() }))
                    @match &one.person.href {
                        Some(href) => a.cut href=(href) draggable="false" { (one.person.name) },
                        None => span.cut { (one.person.name) },
                    }
                    @if let Some((label, href)) = &one.moves {
                        a.icon-button.small href=(href) data-dialog aria-label=(label) title=(label) { (icon(Icon::ArrowRight)) }
                    }
                }
            }
            @if let Some((text, href)) = &people.more { li.team-more { a.link href=(href) { (text) } } }
        }
    }
}
