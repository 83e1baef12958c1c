//! Words, plurals, numbers and dates in five languages
