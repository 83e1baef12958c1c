//! Routes, sign-in, generic pages, REST and OpenAPI: records as a browser and a program see them.
//!
//! A request goes through `entry`, is answered by `pages` or `api` through a gate, and a refusal becomes a page
//! or a problem document in one place (`refused`). See `README.md` for an example.

mod api;
mod app;
mod asked;
mod assets;
mod cookies;
mod disk;
mod entry;
mod files;
mod headers;
mod health;
mod imports;
mod keeper;
mod limits;
mod live;
mod metrics;
pub mod openapi;
mod origin;
mod pages;
mod refused;
mod router;
mod serve;
mod signed;

pub use app::{App, AppError, Options, Tls};
pub use asked::Asked;
pub use disk::free as free_room;
pub use keeper::{Backup, Finding, Keeper, Standing};
pub use metrics::serve_metrics;
pub use refused::Refused;
pub use router::router;
pub use serve::{Stopped, serve};
