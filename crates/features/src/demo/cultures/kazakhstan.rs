//! Kazakhstan, in Russian. No numbers are kept free for invented people; subscribers' don't begin with zeros.

use super::{Culture, Name, Region};

/// People and companies of Kazakhstan.
pub static KAZAKHSTAN: Culture = Culture {
    country: "Казахстан",
    language: "ru",
    region: Region::East,
    domain: "kz",
    telephone: "+77270######",
    given: GIVEN,
    family: FAMILY,
    full: |given, family| format!("{given} {family}"),
    stems: STEMS,
    trades: TRADES,
    firm: |stem, trade| format!("ТОО «{stem} {trade}»"),
    towns: &[
        ("Алматы", "Алматы", "0500"),
        ("Астана", "Астана", "0100"),
        ("Караганда", "Карагандинская область", "1000"),
        ("Актобе", "Актюбинская область", "0300"),
    ],
    streets: &["ул. Садовая", "пр. Достык", "ул. Вокзальная", "ул. Берёзовая"],
    street: |street, number| format!("{street}, д. {number}"),
};

const GIVEN: &[Name] = &[
    ("Алексей", ""),
    ("Айгуль", ""),
    ("Борис", ""),
    ("Вера", ""),
    ("Данияр", ""),
    ("Елена", ""),
    ("Жанна", ""),
    ("Игорь", ""),
    ("Ксения", ""),
    ("Лейла", ""),
    ("Пётр", ""),
    ("Семён", ""),
    ("Тимур", ""),
];

/// Of those that are the same for women and men, so that every given name fits.
const FAMILY: &[Name] = &[
    ("Абай", ""),
    ("Бережных", ""),
    ("Гончаренко", ""),
    ("Долгих", ""),
    ("Ерлан", ""),
    ("Живаго", ""),
    ("Касымбек", ""),
    ("Лихачёвых", ""),
    ("Нурлан", ""),
    ("Седых", ""),
    ("Черных", ""),
    ("Шульц", ""),
];

const STEMS: &[Name] = &[
    ("Северный", ""),
    ("Степной", ""),
    ("Золотой", ""),
    ("Береговой", ""),
    ("Алатауский", ""),
    ("Объединённый", ""),
    ("Восточный", ""),
];

const TRADES: &[(Name, &str)] = &[
    (("Транзит", ""), "transport"),
    (("Элеватор", ""), "agriculture"),
    (("Комбинат", ""), "manufacturing"),
    (("Торговый дом", ""), "retail"),
    (("Горизонт", ""), "telecommunications"),
    (("Капитал", ""), "finance"),
];
