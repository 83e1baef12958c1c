//! The verbs of selling
