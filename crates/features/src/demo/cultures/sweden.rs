//! Sweden. Numbers of 08-465 004 xx are kept free for invented people by the PTS.

use super::{Culture, Name, Region};

/// People and companies of Sweden.
pub static SWEDEN: Culture = Culture {
    country: "Sverige",
    language: "sv",
    region: Region::North,
    domain: "se",
    telephone: "+468465004##",
    given: GIVEN,
    family: FAMILY,
    full: |given, family| format!("{given} {family}"),
    stems: STEMS,
    trades: TRADES,
    firm: |stem, trade| format!("{stem} {trade} AB"),
    towns: &[
        ("Göteborg", "Västra Götaland", "411"),
        ("Malmö", "Skåne", "211"),
        ("Umeå", "Västerbotten", "903"),
        ("Örebro", "Örebro län", "702"),
    ],
    streets: &["Storgatan", "Hamngatan", "Kungsvägen", "Björkallén"],
    street: |street, number| format!("{street} {number}"),
};

const GIVEN: &[Name] = &[
    ("Astrid", ""),
    ("Bengt", ""),
    ("Cecilia", ""),
    ("Elsa", ""),
    ("Fredrik", ""),
    ("Göran", ""),
    ("Håkan", ""),
    ("Ida", ""),
    ("Jörgen", ""),
    ("Karin", ""),
    ("Åsa", ""),
];

const FAMILY: &[Name] = &[
    ("Almqvist", ""),
    ("Bergström", ""),
    ("Dahlgren", ""),
    ("Ekholm", ""),
    ("Forsberg", ""),
    ("Hägglund", ""),
    ("Lundmark", ""),
    ("Nyström", ""),
    ("Sjöberg", ""),
    ("Wallin", ""),
    ("Öhman", ""),
    ("Åkesson", ""),
];

const STEMS: &[Name] = &[
    ("Lindö", ""),
    ("Fjällbo", ""),
    ("Björkvik", ""),
    ("Västanå", ""),
    ("Norrsken", ""),
    ("Älvdal", ""),
    ("Tallmo", ""),
];

const TRADES: &[(Name, &str)] = &[
    (("Frakt", ""), "transport"),
    (("Livs", ""), "retail"),
    (("Verkstad", ""), "manufacturing"),
    (("Kraft", ""), "energy"),
    (("Vård", ""), "medical"),
    (("Data", ""), "technology"),
];
