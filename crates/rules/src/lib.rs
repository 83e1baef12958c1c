//! Pure arithmetic and decisions
