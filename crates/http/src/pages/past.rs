//! A page as it stood at the end of a day that is over.
use cordee_base::{Date, Fault, Moment, Outcome, Problem};
use cordee_schema::Record;
use cordee_ui::components::PastDay;

use super::address::Address;
use super::reader::{Reader, record_path};

impl Reader<'_, '_> {
    /// The day that the address asks for, and the instant at which it ends.
    pub(crate) fn as_of(&self) -> Outcome<Option<(Date, Moment)>> {
        let Some(text) = self.visit.address.one("as-of") else { return Ok(None) };
        let wrong = || Fault::at("as-of", "error-date").with("value", text);
        let day: Date = text.parse().map_err(|_| Problem::from(wrong()))?;
        let after = day.tomorrow().map_err(|_| Problem::from(wrong()))?;
        let last = self.locale.zone.start_of(after).micros() - 1;
        Ok(Some((day, Moment::from_micros(last))))
    }

    /// Whether the page shows a day that is over: nothing is changed there.
    pub(crate) fn shows_past(&self) -> bool {
        self.visit.address.one("as-of").is_some()
    }

    /// The instant of which the page tells, where it shows a day that is over.
    pub(crate) fn then(&self) -> Outcome<Option<Moment>> {
        Ok(self.as_of()?.map(|(_, moment)| moment))
    }

    /// The day that the page shows, where that is over, and the way back to now.
    pub(crate) fn past_day(&self) -> Outcome<Option<PastDay>> {
        let Some((day, _)) = self.as_of()? else { return Ok(None) };
        let leave = self.here().without(&["as-of", "cursor", "page"]).to_string();
        Ok(Some(PastDay { said: self.word("figures-as-of"), day: self.locale.date(day), leave }))
    }

    /// The page of a record, on the day that this page shows.
    pub(crate) fn page_then(&self, record: &Record) -> String {
        let then = self.visit.address.one("as-of").unwrap_or("");
        Address::of(record_path(record.object, record.head.id)).with("as-of", then).to_string()
    }
}
