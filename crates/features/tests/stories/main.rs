//! Stories of selling, told on SQLite, and on PostgreSQL where `CORDEE_TEST_POSTGRES` names a server.

mod buying;
mod calls;
mod closing;
mod courses;
mod deals;
mod duplicates;
mod figures;
mod leads;
mod likely;
mod merging;
mod past;
mod planning;
mod planning_stages;
mod quotas;
mod reminders;
mod scoreboard;
mod support;
mod workspace;
