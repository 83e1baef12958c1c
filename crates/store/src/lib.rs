//! SQLite and PostgreSQL behind one query builder
