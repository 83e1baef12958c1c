//! What the page of a record shows besides, as the feature declares it whose records they are.

mod along;
mod circle;
mod guide;
mod known;
mod lists;
mod next;
mod people;
mod skips;
mod tells;
mod tree;

pub(super) use tells::glimpse;
