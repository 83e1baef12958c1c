//! What the page of a record shows besides, as the feature declares it whose records they are.

mod circle;
mod known;
mod next;
