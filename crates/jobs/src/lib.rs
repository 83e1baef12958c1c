//! Queue, schedule and delivery after the commit
