//! Courses: all that tracked fields of a record have held, from its first day to now, for what is reckoned of millions of
//! them.
//!
//! To read every version of every record takes seconds where there are millions. So the courses of all records of a
//! workspace are kept in memory, packed into a few bytes for each version, once somebody has asked for them; whoever asks
//! next only reads those again of which the journal tells something new. What somebody may not see is left out each
//! time they ask.

mod ask;
mod kept;
mod packed;
mod page;
mod read;
mod told;
mod trial;
mod words;

pub use ask::{Courses, CoursesOf};
pub(crate) use kept::KeptCourses;
pub use packed::{Course, Held, Span};
