//! The accounts. Four share eight deals: one has four of them, one three, one a single one, and one none yet.

use cordee_catalog::account as field;

use super::Company;
use super::calendar::{HISTORY, YESTERDAY};
use super::cultures::{Culture, latin, telephone};
use super::draw::Draw;
use super::life::{Deal, Outcome};
use super::sheet::Sheet;

/// How many deals and accounts belong together.
const DEALS: usize = 8;
const ACCOUNTS: usize = 4;

/// A company's name and domain.
pub struct Firm {
    /// What it is called.
    pub name: String,
    /// The domain of its mail and pages.
    pub domain: String,
    /// The option of `industry`.
    pub industry: &'static str,
}

/// The company with this place among those of its culture; no two have the same name.
pub fn firm(culture: &Culture, place: usize) -> Firm {
    let (stems, trades) = (culture.stems.len(), culture.trades.len());
    // Neighbours differ in both parts; 7919 is a prime that divides no number of names.
    let mixed = place * 7919 % (stems * trades);
    let (stem, (trade, industry)) = (culture.stems[mixed % stems], culture.trades[mixed / stems]);
    let again = place / (stems * trades) + 1;
    let (suffix, label) =
        if again > 1 { (format!(" {again}"), format!("-{again}")) } else { Default::default() };
    Firm {
        name: (culture.firm)(&format!("{}{suffix}", stem.0), trade.0),
        domain: format!("{}-{}{label}.{}.example", latin(stem), latin(trade), culture.domain),
        industry,
    }
}

impl Company {
    /// The accounts.
    pub(super) fn accounts(&self) -> Sheet<'_> {
        let header = [
            "foreign_id",
            "created_at",
            field::NAME.name(),
            field::KIND.name(),
            field::PARENT.name(),
            field::LIFECYCLE.name(),
            field::CUSTOMER_SINCE.name(),
            field::INDUSTRY.name(),
            field::WEBSITE.name(),
            field::DOMAIN.name(),
            field::EMAIL.name(),
            field::PHONE.name(),
            field::ADDRESS.name(),
            field::EMPLOYEES.name(),
            field::ANNUAL_REVENUE.name(),
            field::FOUNDED.name(),
            field::OWNER.name(),
            field::SOURCE.name(),
        ];
        Sheet::new("account", &header, (0..self.account_count()).map(|account| self.account_row(account)))
    }

    pub(super) fn account_count(&self) -> usize {
        self.blocks() * ACCOUNTS
    }

    /// The account that buys in a deal.
    pub(super) fn account_of(&self, deal: usize) -> usize {
        let (block, turn) = (deal % self.blocks(), deal / self.blocks());
        block * ACCOUNTS + (self.turns(block)[turn] + turned(block)) % ACCOUNTS
    }

    /// The deals of an account, oldest first.
    pub(super) fn deals_of(&self, account: usize) -> impl Iterator<Item = Deal> + '_ {
        let (block, slot) = (account / ACCOUNTS, slot(account));
        let turns = self.turns(block).into_iter().enumerate().filter(move |(_, other)| *other == slot);
        let deals = turns.map(move |(turn, _)| block + turn * self.blocks());
        deals.filter(|deal| *deal < self.size).map(|deal| self.deal(deal))
    }

    /// Who looks after an account.
    pub(super) fn owner_of(&self, account: usize) -> usize {
        let region = Culture::of(account).0.region;
        self.seller_in(region, &mut Draw::of(self.seed, "owner", account))
    }

    /// Some who have not bought yet are people who buy for themselves.
    pub(super) fn is_person(&self, account: usize) -> bool {
        slot(account) == ACCOUNTS - 1 && Draw::of(self.seed, "person", account).chance(10)
    }

    /// What an account is called.
    pub(super) fn account_name(&self, account: usize) -> String {
        let (culture, place) = Culture::of(account);
        if self.is_person(account) { self.person(account * 3).full } else { firm(culture, place).name }
    }

    /// When an account was first heard of: some time before its first deal.
    pub(super) fn account_created(&self, account: usize) -> i64 {
        let mut draw = Draw::of(self.seed, "known", account);
        let day = match self.deals_of(account).next() {
            Some(deal) => deal.created() - draw.between(2, 50),
            None => draw.between(-HISTORY, -5),
        };
        self.calendar.workday(day)
    }

    fn account_row(&self, account: usize) -> Vec<String> {
        let mut draw = Draw::of(self.seed, "account", account);
        let (culture, place) = Culture::of(account);
        let firm = firm(culture, place);
        let person = self.is_person(account);
        let (lifecycle, since) = self.lifecycle(account, &mut draw);
        let employees = draw.about(140).max(3);
        let revenue = employees * draw.between(60, 220) * 1000;
        let only_firms = |text: String| if person { String::new() } else { text };
        vec![
            account_id(account),
            self.calendar.moment(self.account_created(account), draw.between(0, 500)),
            self.account_name(account),
            if person { "person" } else { "business" }.to_owned(),
            only_firms(self.parent(account, &mut draw)),
            lifecycle.to_owned(),
            since.map_or(String::new(), |day| self.calendar.date(day).to_string()),
            only_firms(firm.industry.to_owned()),
            only_firms(format!("https://www.{}/", firm.domain)),
            only_firms(firm.domain.clone()),
            if person { self.person(account * 3).email } else { format!("info@{}", firm.domain) },
            telephone(culture, place * 4),
            postal(culture, &mut draw),
            only_firms(employees.to_string()),
            only_firms(revenue.to_string()),
            only_firms(draw.between(1890, 2019).to_string()),
            self.seller_mail(self.owner_of(account)),
            draw.pick(&["web", "referral", "cold", "trade_show", "content", "partner"]).to_owned(),
        ]
    }

    /// A customer from its first purchase on; some that have not bought for long have left.
    fn lifecycle(&self, account: usize, draw: &mut Draw) -> (&'static str, Option<i64>) {
        let deals: Vec<Deal> = self.deals_of(account).collect();
        let bought: Vec<i64> =
            deals.iter().filter(|d| d.is(Outcome::Won)).filter_map(|d| Some(d.closed?.1)).collect();
        let Some((first, last)) = bought.iter().min().copied().zip(bought.iter().max().copied()) else {
            return ("prospect", None);
        };
        let quiet = last < -330 && deals.iter().all(|deal| deal.closed.is_some());
        (if quiet && draw.chance(40) { "former" } else { "customer" }, Some(first))
    }

    /// Some belong to the first account of their four.
    fn parent(&self, account: usize, draw: &mut Draw) -> String {
        let first = account - account % ACCOUNTS;
        let belongs = account > first && !self.is_person(first) && draw.chance(14);
        if belongs { account_id(first) } else { String::new() }
    }

    fn blocks(&self) -> usize {
        self.size.div_ceil(DEALS).max(1)
    }

    /// Which of a block's four accounts has which of its eight deals.
    fn turns(&self, block: usize) -> [usize; DEALS] {
        let mut turns = [0, 0, 0, 0, 1, 1, 1, 2];
        let mut draw = Draw::of(self.seed, "turns", block);
        for place in (1..DEALS).rev() {
            turns.swap(place, draw.below(place + 1));
        }
        turns
    }
}

/// Which of its four an account is: the first has four deals, the last none. Each block begins one further on after
/// some, so that every country has accounts of each sort.
fn slot(account: usize) -> usize {
    (account % ACCOUNTS + ACCOUNTS - turned(account / ACCOUNTS)) % ACCOUNTS
}

fn turned(block: usize) -> usize {
    block / 5 % ACCOUNTS
}

/// The id of an account in the system it is invented to come from.
pub fn account_id(account: usize) -> String {
    format!("account-{}", account + 1)
}

fn postal(culture: &Culture, draw: &mut Draw) -> String {
    let (town, region, code) = draw.pick(culture.towns);
    let street = (culture.street)(draw.pick(culture.streets), draw.between(1, 120).unsigned_abs());
    let digits = if code.ends_with(|letter: char| letter.is_ascii_digit()) { "0" } else { "" };
    [&street, town, region, &format!("{code}{digits}{}", draw.between(1, 9)), culture.country].join("\n")
}

/// The day on which something around another day took place, no later than yesterday.
pub fn no_later(day: i64) -> i64 {
    day.min(YESTERDAY)
}
