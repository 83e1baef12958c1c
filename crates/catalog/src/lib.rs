//! The nouns of selling: declarations only
