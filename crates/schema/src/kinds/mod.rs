//! One file for each kind of field: columns, parsing, checks, order, operators, JSON. The mirror is `ui/kinds/`.

pub mod address;
pub mod any_link;
pub mod choice;
pub mod date;
pub mod email;
pub mod file;
pub mod link;
pub mod links;
pub mod long_text;
pub mod moment;
pub mod money;
pub mod number;
pub mod percent;
pub mod phone;
pub mod serial;
pub mod tags;
pub mod text;
pub mod time;
pub mod url;
pub mod yes_no;

#[cfg(test)]
mod tests;
