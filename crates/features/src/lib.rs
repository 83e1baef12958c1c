//! The verbs of selling, one folder for each area; and the invented company of the demo.
//!
//! [`registry`] is the product as declared: whoever opens records or answers requests begins with it.

mod accounts;
mod activities;
mod bulk;
mod contacts;
pub mod demo;
mod furnish;
pub mod imports;
mod leads;
mod merging;
mod metrics;
mod notifications;
mod opportunities;
mod outbound;
mod pipelines;
mod planning;
mod today;
mod transfers;
mod upkeep;
mod webhooks;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

use cordee_kit::Registry;
use cordee_schema::Catalog;

pub use outbound::way_out;

/// All nouns, verbs, figures, jobs and hooks.
pub fn registry() -> Registry {
    Registry {
        catalog: Catalog::of(cordee_records::system::objects().into_iter().chain(cordee_catalog::objects())),
        actions: [
            &merging::ACTIONS[..],
            &opportunities::ACTIONS,
            &pipelines::ACTIONS,
            &leads::ACTIONS,
            &activities::ACTIONS,
            &planning::ACTIONS,
        ]
        .concat(),
        aids: [&leads::AIDS[..], &opportunities::AIDS].concat(),
        metrics: metrics::metrics(),
        reports: planning::REPORTS.to_vec(),
        glimpses: planning::GLIMPSES.to_vec(),
        jobs: [
            &upkeep::JOBS[..],
            &webhooks::JOBS,
            &transfers::JOBS,
            &bulk::JOBS,
            &pipelines::JOBS,
            &opportunities::JOBS,
            &planning::JOBS,
        ]
        .concat(),
        reminders: [&[&opportunities::NEXT_STEPS][..], &planning::REMINDERS].concat(),
        goals: vec![&planning::GOAL],
        followers: vec![&webhooks::FOLLOWER, &notifications::FOLLOWER],
        hooks: [
            &opportunities::HOOKS[..],
            &accounts::HOOKS,
            &contacts::HOOKS,
            &activities::HOOKS,
            &pipelines::HOOKS,
            &planning::HOOKS,
        ]
        .concat(),
        today: today::TODAY,
        portraits: vec![&accounts::PORTRAIT, &contacts::PORTRAIT, &leads::PORTRAIT, &opportunities::PORTRAIT],
        furnish: furnish::furnish,
        imports: imports::IMPORTS,
        terms: cordee_catalog::terms::TERMS,
    }
}

#[cfg(test)]
mod tests {
    use cordee_schema::{Kind, Lives};

    #[test]
    fn every_term_lives_where_it_says_and_knows_its_neighbours() {
        let registry = super::registry();
        for term in registry.terms {
            assert_eq!(registry.terms.iter().filter(|one| one.name == term.name).count(), 1, "{}", term.name);
            for name in term.related {
                assert!(registry.term(name).is_some() && *name != term.name, "{}: {name}", term.name);
            }
            for place in term.lives {
                let there = match *place {
                    Lives::Object(object) => registry.catalog.object(object).is_some(),
                    Lives::Field(object, field) => {
                        registry.catalog.object(object).is_some_and(|object| object.field(field).is_some())
                    }
                    Lives::Choice(object, field) => {
                        let field = registry.catalog.object(object).and_then(|object| object.field(field));
                        field.is_some_and(|field| matches!(field.kind, Kind::Choice(_)))
                    }
                    Lives::Option(object, field, option) => {
                        let field = registry.catalog.object(object).and_then(|object| object.field(field));
                        field.is_some_and(|field| {
                            field.kind.options().iter().any(|choice| choice.key == option)
                        })
                    }
                    Lives::Weighted(object) => {
                        let object = registry.catalog.object(object);
                        object.and_then(|object| object.board).is_some_and(|board| board.weight.is_some())
                    }
                    Lives::Metric(name) => registry.metric(name).is_ok(),
                    Lives::Page(_, href) => href.starts_with('/'),
                };
                assert!(there, "{}: {place:?}", term.name);
            }
        }
    }
}
