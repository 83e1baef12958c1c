//! The small parts that screens are made of; function, style and behaviour of each stand side by side in this folder.

mod action;
mod alike;
mod badge;
mod bar;
mod empty;
mod field;
mod filters;
mod goal;
mod grid;
mod icon;
mod icon_shapes;
mod in_place;
mod keys;
mod lines;
mod live;
mod notice;
pub(crate) mod ordered;
mod person;
mod places;
mod points;
pub(crate) mod prose;
mod qr;
mod search;
mod table;
mod tabs;
mod tip;
mod views;

pub use action::{Action, Way, actions};
pub use alike::{Alike, Likely, alike, alike_list};
pub use badge::{Tone, badge};
pub use bar::bar;
pub use empty::{Empty, empty};
pub use field::{Chosen, Field, error_summary, field};
pub use filters::{Chip, FilterGroup, FilterPart, Filters, PastDay, Preset, filters};
pub use goal::{Goal, GoalAsked, goal, goal_asked};
pub use grid::{
    Doing, Grid, GridBody, GridColumn, Group, PICK, PICKED, PickBar, Sums, WIDTH_STEP, WIDTHS, foot, grid,
    group_more, groups, pick_bar, rows,
};
pub use icon::{Icon, icon, icon_named};
pub use in_place::{InPlace, InPlaceForm, in_place, in_place_form, in_place_head};
pub use keys::key_help;
pub use lines::{Line, LineCell, LineColumn, Lines, NEW_KEY, lines};
pub use live::{News, news, presence};
pub use notice::{Notice, notice};
pub use person::{Person, avatar, person};
pub use places::{Place, places};
pub use points::{Mark, Point, Points, points};
pub use qr::qr;
pub(crate) use search::search_box;
pub(crate) use table::row_cells;
pub use table::{Column, Pager, Row, Sort, SortDirection, pager, table};
pub use tabs::{Tab, tabs};
pub use tip::{Tip, labelled, sign};
pub use views::{Views, views_head, views_save};
