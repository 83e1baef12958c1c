//! Stories through the router, told as a program or a browser would: on SQLite, and on PostgreSQL where there is one.

mod access;
mod attachments;
mod changes;
mod comments;
mod counting;
mod custom;
mod documented;
mod doors;
mod figures;
mod formulas;
mod imports;
mod jobs;
mod links;
mod new_object;
mod notifications;
mod once;
mod operations;
mod pages;
mod probe;
mod records;
mod search;
mod serving;
mod shares;
mod support;
mod tags;
mod webhooks;
