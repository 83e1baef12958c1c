//! An invented company of any size, the same every time: what `demo` brings in, and tests and screenshots share.
//!
//! Corda sells sensors and software for warehouses in four regions. Every invented thing depends on the seed and on its
//! own number only, so that sheets are made row by row and a million deals need no more memory than four hundred.

mod accounts;
mod activities;
mod asked;
mod buying;
mod calendar;
mod calls;
mod contacts;
mod credits;
mod cultures;
mod deals;
mod draw;
mod leads;
mod life;
mod lines;
mod past;
mod phrases;
mod products;
mod quotas;
mod sheet;
mod staff;
#[cfg(test)]
mod tests;

use cordee_base::Date;
use cordee_i18n::Language;

use calendar::Calendar;
pub use sheet::Sheet;

/// The size and seed of the small company that the demo opens and tests know.
pub const SMALL: (usize, u64) = (400, 2026);

/// An invented company.
pub struct Company {
    size: usize,
    seed: u64,
    language: Language,
    calendar: Calendar,
}

impl Company {
    /// A company with `size` deals in the two years before `today`, for a workspace whose default roles and stages have
    /// their names in `language`.
    pub fn invent(size: usize, seed: u64, today: Date, language: Language) -> Company {
        Company { size, seed, language, calendar: Calendar::seen_from(today) }
    }

    /// Its sheets, in an order in which every link finds what it leads to. Accounts, contacts, leads and deals are
    /// linked by their foreign ids, users by e-mail, all else by name; teams come a second time, to be matched by name,
    /// with those who lead them. Amounts are in the workspace's currency.
    pub fn sheets(&self) -> Vec<Sheet<'_>> {
        vec![
            self.teams(),
            self.users(),
            self.team_managers(),
            products::sheet(),
            self.accounts(),
            self.contacts(),
            self.affiliations(),
            self.leads(),
            self.competitors(),
            self.asked(),
            self.deals(),
            self.history(),
            self.lines(),
            self.credits(),
            self.committees(),
            self.pain_points(),
            self.criteria(),
            self.objections(),
            self.signals(),
            self.activities(),
            self.quotas(),
            self.calls(),
        ]
    }
}
