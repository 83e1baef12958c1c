//! The verbs of selling, one folder for each area; and the invented company of the demo.
//!
//! [`registry`] is the product as declared: whoever opens records or answers requests begins with it.

pub mod demo;
mod furnish;
mod metrics;

use cordee_kit::Registry;
use cordee_schema::Catalog;

/// All nouns, verbs, figures and hooks.
pub fn registry() -> Registry {
    Registry {
        catalog: Catalog::of(cordee_records::system::objects().into_iter().chain(cordee_catalog::objects())),
        actions: Vec::new(),
        metrics: metrics::metrics(),
        hooks: Vec::new(),
        furnish: furnish::furnish,
    }
}
