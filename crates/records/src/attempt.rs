//! One of many steps of a transaction, whose failing leaves the others as they are.

use cordee_base::{Outcome, Problem};
use cordee_store::Fail;

use crate::Gate;

impl<'a> Gate<'a> {
    /// Does `work` and takes it all back if a problem comes of it, which is what is given then. What makes the whole
    /// transaction fail or be repeated is an error of the attempt itself.
    pub fn attempt<T>(&mut self, work: impl FnOnce(&mut Gate<'a>) -> Outcome<T>) -> Outcome<Outcome<T>> {
        let (entries, redeclares, declared) = (self.entries.len(), self.redeclares, self.declared);
        self.session.mark().map_err(|fail| self.failed(fail))?;
        let done = work(self);
        let done = match (done, &self.failed) {
            (done, None) => done,
            // These statements fail by what was given, and are nobody else's.
            (done, Some(fail @ (Fail::Unique(_) | Fail::Overflow))) => {
                let problem = self.halt(fail.clone()).into();
                done.and(Err(problem))
            }
            (done, Some(fail)) => {
                let problem = self.halt(fail.clone()).into();
                return done.and(Err(problem));
            }
        };
        match done {
            Ok(value) => {
                self.session.unmark(true).map_err(|fail| self.failed(fail))?;
                Ok(Ok(value))
            }
            Err(problem @ (Problem::Busy { .. } | Problem::Full | Problem::Internal(_))) => Err(problem),
            Err(problem) => {
                self.session.unmark(false).map_err(|fail| self.failed(fail))?;
                self.failed = None;
                self.entries.truncate(entries);
                (self.redeclares, self.declared) = (redeclares, declared);
                // What was learnt meanwhile may have been of what is gone again.
                self.linked.clear();
                self.raised.clear();
                self.chosen.clear();
                self.rates.clear();
                self.whole.clear();
                Ok(Err(problem))
            }
        }
    }
}
