//! The people at the accounts, three at each company: the first leads, the others mostly report there.

use cordee_catalog::{affiliation, contact as field};

use super::Company;
use super::accounts::{account_id, firm, no_later};
use super::cultures::{Culture, latin, telephone};
use super::draw::Draw;
use super::phrases::Phrases;
use super::sheet::Sheet;

/// A person as invented.
pub struct Person {
    /// The full name.
    pub full: String,
    first: &'static str,
    last: &'static str,
    /// The address.
    pub email: String,
}

impl Company {
    /// The contacts.
    pub(super) fn contacts(&self) -> Sheet<'_> {
        let header = [
            "foreign_id",
            "created_at",
            field::NAME.name(),
            field::FIRST_NAME.name(),
            field::LAST_NAME.name(),
            field::TITLE.name(),
            field::ACCOUNT.name(),
            field::REPORTS_TO.name(),
            field::EMAIL.name(),
            field::PHONE.name(),
            field::LANGUAGE.name(),
            field::PREFERENCES.name(),
            field::OWNER.name(),
            field::SOURCE.name(),
        ];
        let contacts = (0..self.account_count() * 3).filter(|c| c % 3 == 0 || !self.is_person(c / 3));
        Sheet::new("contact", &header, contacts.map(|contact| self.contact_row(contact)))
    }

    /// Some people also work for the next company.
    pub(super) fn affiliations(&self) -> Sheet<'_> {
        use affiliation::{ACCOUNT, CONTACT, SINCE, TITLE};
        let header = ["foreign_id", CONTACT.name(), ACCOUNT.name(), TITLE.name(), SINCE.name()];
        let last = self.account_count() - 1;
        let some = (0..last).filter(|account| account % 25 == 4 && !self.is_person(account + 1));
        let rows = some.map(|account| {
            let mut draw = Draw::of(self.seed, "affiliation", account);
            let phrases = Phrases::of(Culture::of(account).0.language);
            vec![
                format!("affiliation-{}", account + 1),
                contact_id(account * 3),
                account_id(account + 1),
                phrases.adviser.to_owned(),
                self.calendar.date(self.account_created(account) - draw.between(30, 900)).to_string(),
            ]
        });
        Sheet::new("affiliation", &header, rows)
    }

    /// The person with this place among all contacts.
    pub(super) fn person(&self, contact: usize) -> Person {
        let account = contact / 3;
        let (culture, place) = Culture::of(account);
        let mut draw = Draw::of(self.seed, "people", account);
        // Three neighbours in the list of given names, so that nobody at a company has a namesake.
        let given = culture.given[(draw.below(culture.given.len()) + contact % 3) % culture.given.len()];
        let family = Draw::of(self.seed, "family", contact).pick(culture.family);
        let domain = match self.is_person(account) {
            true => format!("home-{}.{}.example", place + 1, culture.domain),
            false => firm(culture, place).domain,
        };
        Person {
            full: (culture.full)(given.0, family.0),
            first: given.0,
            last: family.0,
            email: format!("{}.{}@{domain}", latin(given), latin(family)),
        }
    }

    fn contact_row(&self, contact: usize) -> Vec<String> {
        let mut draw = Draw::of(self.seed, "contact", contact);
        let (account, slot) = (contact / 3, contact % 3);
        let (culture, place) = Culture::of(account);
        let phrases = Phrases::of(culture.language);
        let person = self.person(contact);
        let titles = if slot == 0 { phrases.heads } else { phrases.staff };
        let private = self.is_person(account);
        let created = no_later(self.account_created(account) + draw.between(0, 2));
        vec![
            contact_id(contact),
            self.calendar.moment(created, draw.between(0, 500)),
            person.full,
            person.first.to_owned(),
            person.last.to_owned(),
            if private { String::new() } else { draw.pick(titles).to_owned() },
            account_id(account),
            if slot > 0 && draw.chance(70) { contact_id(account * 3) } else { String::new() },
            person.email,
            if draw.chance(80) { telephone(culture, place * 4 + 1 + slot) } else { String::new() },
            culture.language.to_owned(),
            if private || draw.chance(12) {
                draw.pick(phrases.preferences).to_owned()
            } else {
                String::new()
            },
            self.seller_mail(self.owner_of(account)),
            draw.pick(&["web", "referral", "cold", "trade_show", "social"]).to_owned(),
        ]
    }
}

/// The id of a contact in the system it is invented to come from.
pub fn contact_id(contact: usize) -> String {
    format!("contact-{}", contact + 1)
}
