//! What a new workspace starts with, as plain data: pipelines and roles. Their words are in `locales`.

mod pipelines;
mod roles;
mod scope;

pub use pipelines::{PIPELINES, PipelineDefault, StageDefault};
pub use roles::ROLES;
pub use scope::{Grant, RoleDefault, Scope};
