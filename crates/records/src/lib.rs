//! The gate: permission, checks, journal, versions, lists, groups, trash, merging and the engine's own nouns.
//!
//! Nothing else uses the database. [`Records`] opens a [`Gate`] for an [`Actor`]; what the gate gives has been
//! checked, what it takes is checked, journalled and kept, or refused with a problem that says what would be right.

mod access;
mod actor;
mod archive;
mod attempt;
mod beside;
mod bulk;
mod comments;
mod courses;
mod custom;
mod duplicates;
mod examine;
mod files;
mod followers;
mod gate;
mod house;
mod imports;
mod journal;
mod lines;
mod linked;
mod merge;
mod notifications;
mod own;
mod query;
mod queue;
mod read;
mod records;
mod repeat;
mod search;
mod secrets;
mod share;
pub mod sign_in;
mod snoozes;
pub mod system;
mod tables;
mod tags;
mod transfer;
mod upgrade;
mod webhooks;
mod why;
mod workspace;
mod write;

pub use access::{Access, FieldRight, Front, Grants, ObjectGrants, Right, Scope};
pub use actor::{Actor, Door, Place, TokenScopes, Who};
pub use archive::{Content, FilesFound, Manifest, TableContent, check_archive};
pub use bulk::{BulkChange, BulkInfo, BulkWish, KeptFault, Refusal, Which};
pub use comments::{Comment, Piece};
pub use cordee_store::examine::{Facts, Server};
pub use cordee_store::{Blobs, BucketOptions, Database, DatabaseError, Meters, Store};
pub use courses::{Course, Courses, CoursesOf, Held, Span};
pub use duplicates::{Double, Doubles, Likely, MOST_LIKELY, Resemblance};
pub use examine::Examined;
pub use files::{
    Attachment, FileContent, FileLimits, Files, Kept, MEGABYTE, Received, Receiving, Room, SweptFiles,
    Thumbnail,
};
pub use gate::{Change, Gate, Hook};
pub use imports::{ImportsStanding, Undone};
pub use journal::{
    ATTACHMENTS, AuditQuery, Audited, Changed, ChangedField, Changes, Entry, Happened, JournalKey, LineEntry,
    SharedEntry, Told, Verb, Verdict, links_to,
};
pub use lines::{Foreseen, LineWish, LinesWish, Rest};
pub use notifications::{MORNING, Notice, NoticesAsked, Reminding};
pub use query::{By, Count, GroupKey, GroupRow, Grouping, Hit, Measure, Page, Query, Reckon, Sort, Total};
pub use queue::{Followed, JobInfo, JobState, JobsAsked, Leased, NewJob, QueueInfo, Scheduled, Sweeping};
pub use read::{FindBy, Found, Ordered, Stay, Stretch, Stretches};
pub use records::{Options, Records};
pub use repeat::Repeatable;
pub use search::{FoundIn, Marked, Search, SearchHit};
pub use share::{ShareInfo, ShareWish, SharedWith};
pub use tables::tables;
pub use tags::Tag;
pub use transfer::{Holding, TransferInfo, TransferWish};
pub use upgrade::{Upgrade, missing_migrations, open_by, open_store};
pub use webhooks::{Endpoint, WebhookInfo, WebhookWish};
pub use why::{By as SeenBy, Lack, Reason, Sight};
pub use workspace::Founding;
pub use write::{Asked, History, Need, Past, Ready};
