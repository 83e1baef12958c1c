//! What people are reminded of, declared once: a job finds out whom, the engine tells them, and pages know where it opens.

/// Something that people are reminded of. Its words are `notification-did-KIND`.
#[derive(Clone, Copy, Debug)]
pub struct Reminder {
    /// The kind of the notifications that tell it.
    pub kind: &'static str,
    /// What they open where they are not about one record.
    pub opens: Opens,
}

/// What a reminder opens.
#[derive(Clone, Copy, Debug)]
pub enum Opens {
    /// The records of an object that are like this, in the filter language.
    Records(&'static str, &'static str),
    /// The report of this name.
    Report(&'static str),
}
