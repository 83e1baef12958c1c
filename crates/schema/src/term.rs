//! A term of the trade: what it is about, so that labels can explain themselves and the glossary can lead to it.

/// A term of the glossary. Its words are `term-NAME`, `term-NAME-help`, with a formula `term-NAME-formula`, and where
/// a language has more names for it `term-NAME-also`.
#[derive(Clone, Copy, Debug)]
pub struct Term {
    /// The name in code; hyphened, the end of its address: `win_rate` stands at `/glossary/win-rate`.
    pub name: &'static str,
    /// Where one meets it.
    pub lives: &'static [Lives],
    /// The names of the terms one should read beside it.
    pub related: &'static [&'static str],
    /// Whether it is reckoned, and so has a formula.
    pub reckoned: bool,
}

/// Where a term is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lives {
    /// The records of this object are such.
    Object(&'static str),
    /// A field of an object holds it; its label explains itself by the term.
    Field(&'static str, &'static str),
    /// One of the options of a choice of an object, or what some of them have in common.
    Choice(&'static str, &'static str),
    /// It is this option of a choice of an object; the column of a board that holds such records explains itself by it.
    Option(&'static str, &'static str, &'static str),
    /// What the sums on an object's board come to, weighted; they explain themselves by it.
    Weighted(&'static str),
    /// A figure reckons it; its label explains itself by the term.
    Metric(&'static str),
    /// A page: the key of its name and its address.
    Page(&'static str, &'static str),
}

/// A term called `name`.
pub const fn term(name: &'static str) -> Term {
    Term { name, lives: &[], related: &[], reckoned: false }
}

impl Term {
    /// Where one meets it.
    pub const fn lives(mut self, lives: &'static [Lives]) -> Term {
        self.lives = lives;
        self
    }

    /// The names of the terms one should read beside it.
    pub const fn beside(mut self, related: &'static [&'static str]) -> Term {
        self.related = related;
        self
    }

    /// It is reckoned, by the formula among its words.
    pub const fn reckoned(mut self) -> Term {
        self.reckoned = true;
        self
    }

    /// Its name as it stands in addresses and keys of words.
    pub fn slug(&self) -> String {
        self.name.replace('_', "-")
    }
}
