//! The gate: permission, checks, journal, lists, bulk writing
