//! Words folded so that spelling does not matter, and what column names give away.

/// The words of a name in lower case without accents: `FirstName`, `first_name` and `Prénom - Nom` fall apart.
pub(super) fn fold_words(name: &str) -> Vec<String> {
    // How Salesforce marks what a customer added.
    let name = name.strip_suffix("__c").unwrap_or(name);
    let mut words = vec![String::new()];
    let chars: Vec<char> = name.chars().collect();
    for (at, &c) in chars.iter().enumerate() {
        if !c.is_alphanumeric() || starts_word(&chars, at) {
            words.push(String::new());
        }
        if let (true, Some(word)) = (c.is_alphanumeric(), words.last_mut()) {
            word.extend(fold(c));
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// All of a name's letters and digits, folded, without what stands between them.
pub(super) fn fold_joined(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(fold).collect()
}

/// Whether a column's name asks a question: `IsWon`, `has_left`, `do not call`.
pub(super) fn asks(name: &str) -> bool {
    const QUESTIONS: [&str; 7] = ["is", "has", "do", "active", "enabled", "deleted", "optout"];
    fold_words(name).iter().any(|word| QUESTIONS.contains(&word.as_str()))
}

/// Whether a column's name holds one of these words, or a longer one that begins so.
pub(super) fn speaks_of(name: &str, topic: &[&str]) -> bool {
    let words = fold_words(name);
    let holds = |term: &&str| {
        let chinese = !term.is_ascii() && term.chars().all(|c| c >= '\u{2e80}');
        words.iter().any(|word| if chinese { word.contains(*term) } else { word.starts_with(*term) })
    };
    topic.iter().any(holds)
}

pub(super) const PHONE: [&str; 11] =
    ["phone", "mobile", "tel", "fax", "cell", "portable", "тел", "моб", "факс", "电话", "手机"];
pub(super) const WEB: [&str; 8] = ["url", "web", "site", "domain", "domaine", "сайт", "网址", "网站"];
pub(super) const DATE: [&str; 7] = ["date", "day", "дата", "день", "日期", "时间", "jour"];
pub(super) const POSTAL: [&str; 8] = ["zip", "postal", "postcode", "plz", "code", "индекс", "індекс", "邮编"];
pub(super) const MONEY: [&str; 20] = [
    "amount",
    "price",
    "value",
    "revenue",
    "cost",
    "budget",
    "salary",
    "montant",
    "prix",
    "chiffre",
    "сумма",
    "цена",
    "стоим",
    "выруч",
    "бюджет",
    "сума",
    "ціна",
    "金额",
    "价格",
    "收入",
];

/// A capital after a small letter, or the last capital of several before a small one.
fn starts_word(chars: &[char], at: usize) -> bool {
    let is = |at: usize, test: fn(char) -> bool| chars.get(at).copied().is_some_and(test);
    let before = at.wrapping_sub(1);
    is(at, char::is_uppercase)
        && (is(before, char::is_lowercase)
            || is(before, char::is_uppercase) && is(at + 1, char::is_lowercase))
}

/// One letter in lower case, without its accent, as ASCII if it is only a wide form of it.
fn fold(c: char) -> impl Iterator<Item = char> {
    let narrow = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    };
    narrow.to_lowercase().map(|c| match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ą' | 'ā' | 'ă' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' => 'd',
        'è' | 'é' | 'ê' | 'ë' | 'ę' | 'ē' | 'ě' => 'e',
        'ğ' => 'g',
        'ì' | 'í' | 'î' | 'ï' | 'ī' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ő' | 'ō' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' => 's',
        'ť' => 't',
        'ù' | 'ú' | 'û' | 'ü' | 'ů' | 'ű' | 'ū' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ё' => 'е',
        c => c,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fall_into_words() {
        let table: [(&str, &[&str]); 7] = [
            ("FirstName", &["first", "name"]),
            ("first_name", &["first", "name"]),
            ("Person - Email (Work)", &["person", "email", "work"]),
            ("CRMAccountID", &["crm", "account", "id"]),
            ("Société", &["societe"]),
            ("NumberofLocations__c", &["numberof", "locations"]),
            ("Ｎａｍｅ １", &["name", "1"]),
        ];
        for (name, words) in table {
            assert_eq!(fold_words(name), words, "{name}");
        }
        assert!(speaks_of("Мобильный телефон", &PHONE));
        assert!(speaks_of("客户电话", &PHONE));
        assert!(!speaks_of("Title", &PHONE));
    }
}
