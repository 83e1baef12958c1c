//! Pipelines: a new one made from one that has proved itself.

mod duplicate;

use cordee_kit::Action;

/// What is done to pipelines.
pub const ACTIONS: [&Action; 1] = [&duplicate::DUPLICATE];
