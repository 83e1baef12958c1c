//! The United States. Numbers of 555-01xx are kept free for invented people.

use super::{Culture, Name, Region, united_kingdom};

/// People and companies of the United States.
pub static UNITED_STATES: Culture = Culture {
    country: "United States",
    language: "en",
    region: Region::North,
    domain: "us",
    telephone: "+12##55501##",
    given: GIVEN,
    family: FAMILY,
    full: |given, family| format!("{given} {family}"),
    stems: united_kingdom::STEMS,
    trades: united_kingdom::TRADES,
    firm: |stem, trade| format!("{stem} {trade}, Inc."),
    towns: &[
        ("Columbus", "OH", "432"),
        ("Portland", "OR", "972"),
        ("Austin", "TX", "787"),
        ("Boston", "MA", "021"),
        ("Denver", "CO", "802"),
    ],
    streets: &["Main Street", "Oak Avenue", "Lakeview Drive", "Second Street", "Railroad Avenue"],
    street: |street, number| format!("{} {street}", 100 + number * 7),
};

const GIVEN: &[Name] = &[
    ("Aaron", ""),
    ("Brianna", ""),
    ("Carlos", ""),
    ("Denise", ""),
    ("Ethan", ""),
    ("Faith", ""),
    ("Gabriela", ""),
    ("Howard", ""),
    ("Isaiah", ""),
    ("Jasmine", ""),
    ("Kevin", ""),
    ("Latoya", ""),
    ("Miguel", ""),
    ("Nora", ""),
    ("Owen", ""),
    ("Paige", ""),
    ("Russell", ""),
];

const FAMILY: &[Name] = &[
    ("Abernathy", ""),
    ("Becker", ""),
    ("Castillo", ""),
    ("Dawson", ""),
    ("Espinoza", ""),
    ("Foster", ""),
    ("Greer", ""),
    ("Hollis", ""),
    ("Irving", ""),
    ("Jefferson", ""),
    ("Kowalski", ""),
    ("Langley", ""),
    ("Mercer", ""),
    ("Nguyen", ""),
    ("Ortega", ""),
    ("Prescott", ""),
    ("Ramsey", ""),
    ("Sullivan", ""),
];
