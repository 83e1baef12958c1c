//! The room for the queue, schedules and delivery after the commit. It is empty as long as no verb leaves work for later.
