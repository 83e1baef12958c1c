//! Germany. Numbers of 030 23125 xxx are kept free for invented people by the Bundesnetzagentur.

use super::{Culture, Name, Region};

/// People and companies of Germany.
pub static GERMANY: Culture = Culture {
    country: "Deutschland",
    language: "de",
    region: Region::West,
    domain: "de",
    telephone: "+493023125###",
    given: GIVEN,
    family: FAMILY,
    full: |given, family| format!("{given} {family}"),
    stems: STEMS,
    trades: TRADES,
    firm: |stem, trade| format!("{stem} {trade} GmbH"),
    towns: &[
        ("Bremen", "Bremen", "281"),
        ("Leipzig", "Sachsen", "041"),
        ("Köln", "Nordrhein-Westfalen", "506"),
        ("Nürnberg", "Bayern", "904"),
    ],
    streets: &["Hafenstraße", "Lindenallee", "Am Mühlbach", "Gartenweg"],
    street: |street, number| format!("{street} {number}"),
};

const GIVEN: &[Name] = &[
    ("Anke", ""),
    ("Björn", ""),
    ("Carola", ""),
    ("Dirk", ""),
    ("Eva", ""),
    ("Friedrich", ""),
    ("Götz", ""),
    ("Heike", ""),
    ("Jörg", ""),
    ("Katrin", ""),
    ("Lutz", ""),
];

const FAMILY: &[Name] = &[
    ("Albrecht", ""),
    ("Böhm", ""),
    ("Clausen", ""),
    ("Dörfler", ""),
    ("Engelhardt", ""),
    ("Fuchs", ""),
    ("Grüneberg", ""),
    ("Hüttner", ""),
    ("Jäger", ""),
    ("Kühn", ""),
    ("Weiß", ""),
    ("Voß", ""),
];

const STEMS: &[Name] = &[
    ("Brenner", ""),
    ("Weserland", ""),
    ("Grünthal", ""),
    ("Falkenau", ""),
    ("Steinbrück", ""),
    ("Rosenhof", ""),
    ("Elbtal", ""),
];

const TRADES: &[(Name, &str)] = &[
    (("Spedition", ""), "transport"),
    (("Maschinenbau", ""), "manufacturing"),
    (("Feinkost", ""), "retail"),
    (("Medizintechnik", ""), "medical"),
    (("Stadtwerke", ""), "energy"),
    (("Hochbau", ""), "construction"),
];
