//! Stories of selling, told on SQLite, and on PostgreSQL where `CORDEE_TEST_POSTGRES` names a server.

mod buying;
mod deals;
mod duplicates;
mod figures;
mod leads;
mod merging;
mod past;
mod planning;
mod quotas;
mod planning_stages;
mod support;
mod workspace;
