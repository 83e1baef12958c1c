//! What the page of a record shows besides what every such page does: declared by the feature whose records they are.

use cordee_ui::Tone;

/// The page of the records of one object.
#[derive(Clone, Copy, Debug)]
pub struct Portrait {
    /// The object.
    pub object: &'static str,
    /// The verbs that bring a record to its end, and how each end is meant: they stand first in the head.
    pub ends: &'static [(&'static str, Tone)],
    /// What is to be done next, on top of the page.
    pub next: Option<Next>,
}

/// What is to be done next with a record, and when.
#[derive(Clone, Copy, Debug)]
pub struct Next {
    /// The text that says what.
    pub what: &'static str,
    /// The date that says when.
    pub when: &'static str,
    /// While a record is like this, something must come next; in the filter language.
    pub going: &'static str,
    /// The verb by which it is done; it asks what comes then.
    pub done: &'static str,
    /// The verb by which it is planned.
    pub plan: &'static str,
    /// Those of the object's signs that the strip says itself.
    pub told: &'static [&'static str],
}

/// The page of the records of `object`, with nothing special.
pub const fn portrait(object: &'static str) -> Portrait {
    Portrait { object, ends: &[], next: None }
}

impl Portrait {
    /// With the verbs that bring a record to its end.
    pub const fn ends(mut self, ends: &'static [(&'static str, Tone)]) -> Portrait {
        self.ends = ends;
        self
    }

    /// With what is to be done next on top.
    pub const fn next(mut self, next: Next) -> Portrait {
        self.next = Some(next);
        self
    }
}
