//! Varieties of one object that people take for things of their own.

/// Varieties of one object that people take for things of their own, by a choice.
#[derive(Clone, Copy, Debug)]
pub struct MadeAs {
    /// The choice.
    pub by: &'static str,
    /// The varieties that people make often.
    pub varieties: &'static [Variety],
}

/// A variety of an object's records, with a key of its own.
#[derive(Clone, Copy, Debug)]
pub struct Variety {
    /// The option of the choice.
    pub option: &'static str,
    /// The letter that makes one from anywhere, after that for making.
    pub letter: char,
    /// The letter that by itself makes one about the record that is open.
    pub alone: char,
}

/// The variety that is the option `option`.
pub const fn variety(option: &'static str, letter: char, alone: char) -> Variety {
    Variety { option, letter, alone }
}
