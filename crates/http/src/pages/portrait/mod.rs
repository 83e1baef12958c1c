//! What the page of a record shows besides, as the feature declares it whose records they are.

mod along;
mod circle;
mod known;
mod lists;
mod next;
mod people;
mod tells;
mod tree;
