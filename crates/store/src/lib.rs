//! SQLite and PostgreSQL behind one query builder and one small trait.
//!
//! Only `records` uses this room. A read runs on a reader thread, in a snapshot; a write runs on the writer thread,
//! in a savepoint of a transaction that it shares with the writes that waited beside it. The same closures run on
//! both databases; what differs between the two stands in `sqlite/` and `postgres/`.

mod blobs;
pub mod examine;
mod fail;
mod migrate;
mod pool;
mod postgres;
pub mod query;
pub mod search;
mod session;
mod sqlite;
mod store;
pub mod table;
mod tls;

pub use blobs::{Blob, Blobs, Bucket, BucketOptions, Folder};
pub use fail::{Fail, Halt};
pub use migrate::Migration;
pub use query::{Delete, Expr, Insert, Join, Order, Select, Update};
pub use session::{Dialect, Session};
pub use store::{Database, DatabaseError, Meters, Options, Store};
