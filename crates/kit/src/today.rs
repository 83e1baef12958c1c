//! What waits for a person today: sections of records, declared by the features whose records they are.

/// The page that a person's day begins with.
#[derive(Clone, Copy, Debug)]
pub struct Today {
    /// Its sections, in order.
    pub sections: &'static [Section],
    /// The figures of the month so far, by name.
    pub month: &'static [&'static str],
}

/// Records that wait for the same reason. Its words are `today-NAME` and `today-NAME-none`.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// The name.
    pub name: &'static str,
    /// Where its records come from; those of several come by the day that they wait for.
    pub sources: &'static [Source],
    /// Stands beside the others: it is looked at rather than worked off.
    pub aside: bool,
}

/// The records of one object that a section shows.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    /// The object, which has an owner.
    pub object: &'static str,
    /// What they are like, besides whose they are, in the filter language.
    pub filter: &'static str,
    /// By which field they come, and whether the largest comes first.
    pub sort: (&'static str, bool),
    /// The field that says what is to do, where the title does not.
    pub text: Option<&'static str>,
    /// Fields that say more: whom it is about, what it is worth.
    pub about: &'static [&'static str],
    /// The day or the moment that they wait for.
    pub when: Option<&'static str>,
    /// The day that is moved when one of them is put to another day for everybody.
    pub moves: Option<&'static str>,
    /// The verb that is done to one of them.
    pub done: Option<&'static str>,
}

impl Today {
    /// A page on which nothing waits.
    pub const NOTHING: Today = Today { sections: &[], month: &[] };

    /// All sources of all sections.
    pub fn sources(&self) -> impl Iterator<Item = &'static Source> + use<> {
        self.sections.iter().flat_map(|section| section.sources)
    }
}
