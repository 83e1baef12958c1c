//! How objects and fields are declared, what a kind of field can do, and the one filter language.
//!
//! Nouns are plain constants (see `cordee-catalog`); everything the engine does follows from them.

mod alike;
mod behave;
mod catalog;
mod cell;
pub mod domains;
mod field;
pub mod filter;
mod fold;
pub mod formula;
pub mod json;
mod kind;
pub mod kinds;
mod object;
mod operator;
mod path;
mod record;
mod rolled;
mod sign;
mod sound;
pub mod system;
mod term;
mod value;

pub use alike::{Alike, Pair, pair};
pub use behave::{Behave, Reading};
pub use catalog::{Catalog, is_way};
pub use cell::{Cell, Column, ColumnType};
pub use field::{
    Copied, Default, Field, FieldDef, Rights, Said, address, any_link, any_link_to, choice, choices, date,
    email, file, link, links, long_text, moment, money, number, percent, person, phone, serial, tags, text,
    time, url, yes_no,
};
pub use filter::{Condition, Filter, Lookup, Operand, Relative};
pub use fold::{fold, fold_latin, key, spellings};
pub use formula::Formula;
pub use kind::Kind;
pub use kinds::choice::{Choice, Colour};
pub use object::{
    Asks, Board, Calendar, Deed, Deeds, Ended, Group, Kept, Lines, MadeAs, Object, Variety, object, variety,
};
pub use operator::Operator;
pub use path::{Path, nearest};
pub use record::{Draft, Head, Record};
pub use rolled::{RollUp, Rolled};
pub use sign::{Patience, Sign, Signs};
pub use system::{FOLLOWED_FIELD, ID_FIELD, SYSTEM_FIELDS};
pub use term::{Lives, Term, term};
pub use value::{Address, AnyLink, FileRef, FromValue, Value};
