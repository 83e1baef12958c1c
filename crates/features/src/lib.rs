//! The verbs of selling, one folder for each area; and the invented company of the demo.
//!
//! [`registry`] is the product as declared: whoever opens records or answers requests begins with it.

mod accounts;
mod activities;
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
mod stages;
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
        actions: [&merging::ACTIONS[..], &opportunities::ACTIONS, &leads::ACTIONS].concat(),
        metrics: metrics::metrics(),
        jobs: [&upkeep::JOBS[..], &webhooks::JOBS, &transfers::JOBS].concat(),
        followers: vec![&webhooks::FOLLOWER, &notifications::FOLLOWER],
        hooks: [
            &opportunities::HOOKS[..],
            &accounts::HOOKS,
            &contacts::HOOKS,
            &activities::HOOKS,
            &stages::HOOKS,
        ]
        .concat(),
        furnish: furnish::furnish,
        imports: imports::IMPORTS,
    }
}
