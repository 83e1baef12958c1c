//! People and companies as they are called in different countries; all invented, none meant.

mod china;
mod france;
mod germany;
mod kazakhstan;
mod sweden;
mod ukraine;
mod united_kingdom;
mod united_states;

/// How people and companies are called in a country, and where they sit.
pub struct Culture {
    /// The country, as its people write it.
    pub country: &'static str,
    /// The language to speak and write in, by its code.
    pub language: &'static str,
    /// Which of the teams sells there.
    pub region: Region,
    /// The last label of domains, before `.example`.
    pub domain: &'static str,
    /// A telephone number with `#` for the digits that differ; kept free for invented people where a country does so.
    pub telephone: &'static str,
    /// Given names.
    pub given: &'static [Name],
    /// Family names.
    pub family: &'static [Name],
    /// How a person's full name is put together.
    pub full: fn(given: &str, family: &str) -> String,
    /// What companies call themselves.
    pub stems: &'static [Name],
    /// What companies do, and the option of `industry` that it is.
    pub trades: &'static [(Name, &'static str)],
    /// How a company's name is put together.
    pub firm: fn(stem: &str, trade: &str) -> String,
    /// Towns with region and the first digits of their postcodes.
    pub towns: &'static [(&'static str, &'static str, &'static str)],
    /// Streets, to be followed or led by a number.
    pub streets: &'static [&'static str],
    /// How street and number are put together.
    pub street: fn(street: &str, number: u64) -> String,
}

/// A name as its people write it, and in Latin letters for addresses; empty where that follows from the name.
pub type Name = (&'static str, &'static str);

/// Where a team sells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    /// Britain, America, Scandinavia.
    North,
    /// France and Germany.
    West,
    /// Ukraine and Kazakhstan.
    East,
    /// China.
    Asia,
}

impl Region {
    /// All regions, in the order in which sellers are dealt out to them.
    pub const ALL: [Region; 4] = [Region::North, Region::West, Region::East, Region::Asia];

    /// What its team is called.
    pub fn name(self) -> &'static str {
        match self {
            Region::North => "North",
            Region::West => "West",
            Region::East => "East",
            Region::Asia => "Asia",
        }
    }
}

/// The countries of twenty accounts in a row.
const TURNS: [&Culture; 20] = [
    &france::FRANCE,
    &united_kingdom::UNITED_KINGDOM,
    &china::CHINA,
    &ukraine::UKRAINE,
    &sweden::SWEDEN,
    &france::FRANCE,
    &kazakhstan::KAZAKHSTAN,
    &united_states::UNITED_STATES,
    &china::CHINA,
    &germany::GERMANY,
    &ukraine::UKRAINE,
    &france::FRANCE,
    &united_kingdom::UNITED_KINGDOM,
    &china::CHINA,
    &sweden::SWEDEN,
    &ukraine::UKRAINE,
    &france::FRANCE,
    &united_states::UNITED_STATES,
    &kazakhstan::KAZAKHSTAN,
    &china::CHINA,
];

impl Culture {
    /// The culture of the account at `index`, and how many accounts before it have the same.
    pub fn of(index: usize) -> (&'static Culture, usize) {
        let (round, turn) = (index / TURNS.len(), index % TURNS.len());
        let culture = TURNS[turn];
        let same = |turns: &[&Culture]| turns.iter().filter(|other| other.country == culture.country).count();
        (culture, round * same(&TURNS) + same(&TURNS[..turn]))
    }

    /// The culture of people who are hired in `region`.
    pub fn hired_in(region: Region) -> &'static Culture {
        match region {
            Region::North => &united_kingdom::UNITED_KINGDOM,
            Region::West => &france::FRANCE,
            Region::East => &ukraine::UKRAINE,
            Region::Asia => &china::CHINA,
        }
    }
}

/// The telephone number with this place among those of a culture; after the last it begins anew.
pub fn telephone(culture: &Culture, place: usize) -> String {
    let mut left = place;
    let digits = culture.telephone.chars().rev().map(|sign| {
        if sign != '#' {
            return sign;
        }
        let digit = char::from_digit((left % 10) as u32, 10).unwrap_or('0');
        left /= 10;
        digit
    });
    let backwards: String = digits.collect();
    backwards.chars().rev().collect()
}

/// The small Latin letters and digits of a name, for addresses: `Société Éclair` is `societe-eclair`.
pub fn latin(name: Name) -> String {
    let spelt = if name.1.is_empty() { cordee_schema::fold_latin(name.0) } else { name.1.to_owned() };
    let spelt = spelt.replace('ß', "ss").replace('ø', "o").replace(['ь', '\''], "");
    let words = spelt.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").to_lowercase()
}
