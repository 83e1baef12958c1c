//! The generic screens: each a function of its view value, in a file of its own.

pub mod api_docs;
pub mod audit;
pub mod board;
pub mod error;
pub mod factor;
pub mod figures;
pub mod files;
pub mod form;
pub mod glossary;
pub mod health;
pub mod home;
pub mod import;
pub mod import_many;
pub mod layout;
pub mod list;
pub mod merge;
pub mod notifications;
pub mod record;
pub mod register;
pub mod registers;
pub mod role;
pub mod search;
pub mod settings;
pub mod sign_in;
pub mod talk;
