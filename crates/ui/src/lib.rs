//! HTML as functions of plain view values: the frame, the generic screens, styles and scripts. No database.
//!
//! A *view value* holds text that is already in the reader's language and already formatted; whoever fills it (the
//! `http` room) knows the catalog, this room does not. See `README.md` for an example.
#![cfg_attr(doctest, doc = include_str!("../README.md"))]

mod assets;
pub mod components;
mod frame;
pub mod kinds;
pub mod names;
pub mod screens;
mod word;

pub use assets::{Asset, asset, asset_url};
pub use components::{Action, Icon, Person, Tone, Way};
pub use cordee_i18n::Language;
pub use frame::{Crumb, Frame, Live, NavGroup, NavItem, Seeing, Theme, Toast, bare_page, fragment, page};
pub use kinds::{Cell, Control, Input, Pick};
pub use maud::Markup;
