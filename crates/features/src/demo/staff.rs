//! The people of the invented company: those that tests and screenshots name, and as many more sellers as it needs.

use cordee_i18n::{Language, option};

use super::Company;
use super::cultures::{Culture, Region, latin};
use super::draw::Draw;
use super::sheet::Sheet;

/// The domain of its mail.
const DOMAIN: &str = "corda.example";

/// How many sellers are named below.
const NAMED_SELLERS: usize = 12;
/// How many sellers sit in a team at most.
const TEAM_SIZE: usize = 12;

/// Somebody who works there.
struct Person {
    name: &'static str,
    /// What stands before the @.
    mailbox: &'static str,
    /// The key of the default role.
    role: &'static str,
    team: &'static str,
    title: &'static str,
    language: &'static str,
    time_zone: &'static str,
}

#[rustfmt::skip]
const NAMED: &[Person] = &[
    // The sellers, dealt out to the regions in turn; the first of each leads its team.
    person("Ingrid Solberg", "ingrid.solberg", "North", "en", "Europe/Stockholm").with_role("head_of_sales", "Team lead"),
    person("Claire Dubois", "claire.dubois", "West", "fr", "Europe/Paris").with_role("head_of_sales", "Team lead"),
    person("Oleh Kovalenko", "oleh.kovalenko", "East", "uk", "Europe/Kyiv").with_role("head_of_sales", "Team lead"),
    person("王伟", "wang.wei", "Asia", "zh", "Asia/Shanghai").with_role("head_of_sales", "Team lead"),
    person("James Whitfield", "james.whitfield", "North", "en", "Europe/London"),
    person("Mathieu Laurent", "mathieu.laurent", "West", "fr", "Europe/Paris"),
    person("Айгуль Нурлан", "aigul.nurlan", "East", "ru", "Asia/Almaty"),
    person("李娜", "li.na", "Asia", "zh", "Asia/Shanghai"),
    person("Sofia Marchetti", "sofia.marchetti", "North", "en", "Europe/London"),
    person("Jonas Brandt", "jonas.brandt", "West", "en", "Europe/Berlin"),
    person("Наталія Бондар", "nataliia.bondar", "East", "uk", "Europe/Kyiv"),
    person("张敏", "zhang.min", "Asia", "zh", "Asia/Shanghai"),
    // Everyone else.
    person("Anna Lindqvist", "anna.lindqvist", "Sales", "en", "Europe/Stockholm").with_role("head_of_sales", "Head of sales"),
    person("Tom Hughes", "tom.hughes", "Sales development", "en", "Europe/London").with_role("sdr", "Sales development"),
    person("Amélie Petit", "amelie.petit", "Sales development", "fr", "Europe/Paris").with_role("sdr", "Sales development"),
    person("Юлія Мельник", "yuliia.melnyk", "Sales development", "uk", "Europe/Kyiv").with_role("bdr", "Business development"),
    person("陈静", "chen.jing", "Sales development", "zh", "Asia/Shanghai").with_role("bdr", "Business development"),
    person("Lukas Weber", "lukas.weber", "Sales development", "en", "Europe/Berlin").with_role("adr", "Account development"),
    person("Priya Nair", "priya.nair", "Marketing", "en", "Europe/London").with_role("marketing", "Head of marketing"),
    person("Hanna Virtanen", "hanna.virtanen", "Customer success", "en", "Europe/Helsinki").with_role("customer_success", "Customer success"),
    person("Семён Долгих", "semyon.dolgikh", "Customer success", "ru", "Asia/Almaty").with_role("customer_success", "Customer success"),
    person("Marek Nowak", "marek.nowak", "Support", "en", "Europe/Warsaw").with_role("support", "Support"),
    person("Eleanor Vance", "eleanor.vance", "Management", "en", "Europe/London").with_role("executive", "Managing director"),
    // Who tries the demo reads in their own language.
    person("Ruth Adler", "ruth.adler", "Management", "", "Europe/Berlin").with_role("administrator", "Sales operations"),
];

/// Those who look for leads and work on them first.
const DEVELOPERS: [usize; 4] = [13, 14, 15, 16];

/// The teams: name, the one above, and who leads it.
const TEAMS: [(&str, &str, usize); 10] = [
    ("Sales", "", 12),
    ("North", "Sales", 0),
    ("West", "Sales", 1),
    ("East", "Sales", 2),
    ("Asia", "Sales", 3),
    ("Sales development", "Sales", 13),
    ("Marketing", "", 18),
    ("Customer success", "", 19),
    ("Support", "", 21),
    ("Management", "", 22),
];

/// A seller: how much better or worse than usual at bringing a deal to the next stage, and how quick, in hundredths.
pub struct Seller {
    /// What is added to the chance of passing a stage.
    pub skill: i64,
    /// How long a stage takes: 100 is usual.
    pub pace: i64,
}

impl Company {
    /// How many sellers there are: the same number in each region.
    pub(super) fn sellers(&self) -> usize {
        (self.size / 60).clamp(NAMED_SELLERS, 2_000) / Region::ALL.len() * Region::ALL.len()
    }

    /// A seller of `region`; the first ones have more to do.
    pub(super) fn seller_in(&self, region: Region, draw: &mut Draw) -> usize {
        let regions = Region::ALL.len();
        let place = Region::ALL.iter().position(|other| *other == region).unwrap_or(0);
        let each = self.sellers() / regions;
        let seller = draw.below(each);
        let busier = if draw.chance(50) { seller.min(draw.below(each)) } else { seller };
        busier * regions + place
    }

    /// How a seller sells.
    pub(super) fn seller(&self, seller: usize) -> Seller {
        let mut draw = Draw::of(self.seed, "seller", seller);
        Seller { skill: draw.between(-5, 8), pace: draw.between(75, 135) }
    }

    /// The address of a seller, by which records name their owner.
    pub(super) fn seller_mail(&self, seller: usize) -> String {
        match NAMED.get(seller).filter(|_| seller < NAMED_SELLERS) {
            Some(person) => mail(person.mailbox),
            None => {
                let (_, given, family) = self.hired(seller);
                mail(&format!("{given}.{family}.{seller}"))
            }
        }
    }

    /// The language a seller writes in, by its code.
    pub(super) fn seller_language(&self, seller: usize) -> &'static str {
        match NAMED.get(seller).filter(|_| seller < NAMED_SELLERS) {
            Some(person) => person.language,
            None => Culture::hired_in(Region::ALL[seller % Region::ALL.len()]).language,
        }
    }

    /// The address of the head of all sales.
    pub(super) fn head_mail(&self) -> String {
        mail(NAMED[TEAMS[0].2].mailbox)
    }

    /// The address of somebody who looks for leads.
    pub(super) fn developer_mail(&self, draw: &mut Draw) -> String {
        mail(NAMED[draw.pick(&DEVELOPERS)].mailbox)
    }

    /// The teams, without those who lead them: users come after teams.
    pub(super) fn teams(&self) -> Sheet<'_> {
        let named =
            TEAMS.iter().map(|(name, parent, _)| vec![(*name).into(), (*parent).into(), region(name).into()]);
        let further =
            (NAMED_SELLERS..self.sellers()).filter(|seller| self.opens_team(*seller)).map(|seller| {
                let region = Region::ALL[seller % Region::ALL.len()].name();
                vec![self.team_of(seller), region.to_owned(), region.to_owned()]
            });
        Sheet::new("team", &["name", "parent", "region"], named.chain(further))
    }

    /// Who leads the teams, to be matched by name.
    pub(super) fn team_managers(&self) -> Sheet<'_> {
        let named = TEAMS.iter().map(|(name, _, lead)| vec![(*name).into(), mail(NAMED[*lead].mailbox)]);
        let further = (NAMED_SELLERS..self.sellers())
            .filter(|seller| self.opens_team(*seller))
            .map(|seller| vec![self.team_of(seller), self.seller_mail(seller)]);
        Sheet::new("team", &["name", "manager"], named.chain(further))
    }

    /// Everybody who works there.
    pub(super) fn users(&self) -> Sheet<'_> {
        let header = ["name", "email", "role", "team", "title", "language", "time_zone"];
        let named = NAMED.iter().map(|person| self.named(person));
        let further = (NAMED_SELLERS..self.sellers()).map(|seller| {
            let (name, ..) = self.hired(seller);
            let culture = Culture::hired_in(Region::ALL[seller % Region::ALL.len()]);
            let zone = match culture.region {
                Region::North => "Europe/London",
                Region::West => "Europe/Paris",
                Region::East => "Europe/Kyiv",
                Region::Asia => "Asia/Shanghai",
            };
            let role = role(self.language, "account_executive");
            let title = "Account executive".to_owned();
            let team = self.team_of(seller);
            vec![name, self.seller_mail(seller), role, team, title, culture.language.into(), zone.into()]
        });
        Sheet::new("user", &header, named.chain(further))
    }

    fn named(&self, person: &Person) -> Vec<String> {
        vec![
            person.name.to_owned(),
            mail(person.mailbox),
            role(self.language, person.role),
            person.team.to_owned(),
            person.title.to_owned(),
            person.language.to_owned(),
            person.time_zone.to_owned(),
        ]
    }

    /// The name of a seller who is not named above, and given and family name in Latin letters.
    fn hired(&self, seller: usize) -> (String, String, String) {
        let mut draw = Draw::of(self.seed, "hired", seller);
        let culture = Culture::hired_in(Region::ALL[seller % Region::ALL.len()]);
        let (given, family) = (draw.pick(culture.given), draw.pick(culture.family));
        ((culture.full)(given.0, family.0), latin(given), latin(family))
    }

    /// `North`, then `North 2` and on.
    pub(super) fn team_of(&self, seller: usize) -> String {
        let region = Region::ALL[seller % Region::ALL.len()].name();
        match seller / Region::ALL.len() / TEAM_SIZE {
            0 => region.to_owned(),
            further => format!("{region} {}", further + 1),
        }
    }

    fn opens_team(&self, seller: usize) -> bool {
        let place = seller / Region::ALL.len();
        place >= TEAM_SIZE && place.is_multiple_of(TEAM_SIZE)
    }
}

fn region(team: &'static str) -> &'static str {
    Region::ALL.iter().map(|region| region.name()).find(|name| *name == team).unwrap_or("")
}

/// What the default role with this key is called in a new workspace.
fn role(language: Language, key: &str) -> String {
    option(language, "role", "default", key)
}

fn mail(mailbox: &str) -> String {
    format!("{mailbox}@{DOMAIN}")
}

/// Somebody who sells, unless said otherwise.
const fn person(
    name: &'static str,
    mailbox: &'static str,
    team: &'static str,
    language: &'static str,
    time_zone: &'static str,
) -> Person {
    Person { name, mailbox, role: "account_executive", team, title: "Account executive", language, time_zone }
}

impl Person {
    /// The same person with another role and title.
    const fn with_role(self, role: &'static str, title: &'static str) -> Person {
        Person { role, title, ..self }
    }
}
