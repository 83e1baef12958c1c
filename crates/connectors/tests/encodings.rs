//! Files written in many encodings: which are told by their bytes, and which can't be.

use std::fmt::Write as _;
use std::io::Cursor;

use cordee_connectors::sheets::read::{Certainty, Hints, Layout, Limits, Reader, SheetError, detect};

const RUSSIAN: [&str; 6] = [
    "Наименование",
    "Общество с ограниченной ответственностью Ромашка",
    "Иванов Пётр Сергеевич",
    "Москва",
    "Закупки",
    "Новосибирск",
];
const UKRAINIAN: [&str; 6] = [
    "Назва компанії",
    "Товариство Київські каштани",
    "Ґалаґан Їжакевич Євген",
    "Львів",
    "Відділ збуту",
    "Запоріжжя",
];
const FRENCH: [&str; 6] =
    ["Société", "Bières et délices de l’Hérault", "François Lefèvre", "Besançon", "Vente à façon", "Nîmes"];
const GERMAN: [&str; 6] = [
    "Geschäftspartner",
    "Müller & Söhne Großhandel für Bäckereien",
    "Jürgen Weiß",
    "Köln",
    "Verkauf über Händler",
    "Düsseldorf",
];
const GREEK: [&str; 6] = [
    "Επωνυμία",
    "Ελληνικές Ελιές Ανώνυμη Εταιρεία",
    "Γιώργος Παπαδόπουλος",
    "Αθήνα",
    "Τμήμα πωλήσεων",
    "Θεσσαλονίκη",
];
const TURKISH: [&str; 6] = [
    "Şirket adı",
    "Güneş Işığı Tekstil Anonim Şirketi",
    "Ayşe Yılmaz",
    "İstanbul",
    "Satış müdürlüğü",
    "Eskişehir",
];
const HEBREW: [&str; 6] =
    ["שם החברה", "חברת השקיות בעמ ירושלים", "יעל כהן", "תל אביב", "מחלקת המכירות", "חיפה"];
const ARABIC: [&str; 6] =
    ["اسم الشركة", "شركة الخليج للتجارة والمقاولات", "محمد عبد الله", "القاهرة", "قسم المبيعات", "الرياض"];
const LITHUANIAN: [&str; 6] = [
    "Įmonės pavadinimas",
    "Šiaulių žuvų ūkis uždaroji bendrovė",
    "Žydrūnas Čiurlionis",
    "Vilnius",
    "Pardavimų skyrius",
    "Šilutė",
];
const VIETNAMESE: [&str; 6] = [
    "Tên công ty",
    "Công ty Trách nhiê\u{323}m Hư\u{303}u ha\u{323}n Hoa Sen",
    "Nguyê\u{303}n Văn Đư\u{301}c",
    "Ha\u{300} Nô\u{323}i",
    "Pho\u{300}ng kinh doanh",
    "Đa\u{300} Nă\u{303}ng",
];
const POLISH: [&str; 6] = [
    "Nazwa firmy",
    "Źródło Świeżości spółka",
    "Łukasz Wiśniewski",
    "Łódź",
    "Sprzedaż i księgowość",
    "Gdańsk",
];
const CHINESE: [&str; 6] = ["公司名称", "北京市海淀区科技有限公司", "王小明", "上海", "销售部经理", "广州市"];
const TAIWANESE: [&str; 6] = ["公司名稱", "臺北資訊股份有限公司", "陳怡君", "高雄", "業務部經理", "臺中市"];
const JAPANESE: [&str; 6] =
    ["会社名", "株式会社さくら製作所", "田中ひろし", "大阪", "えいぎょう部", "名古屋"];
const KOREAN: [&str; 6] = ["회사명", "주식회사 한국상사", "김철수", "서울", "영업부장", "부산"];

/// A table of 60 rows with these words.
fn table(words: &[&str; 6]) -> String {
    let mut text = format!("id;{};{};{}\r\n", words[0], words[3], words[4]);
    for row in 0..60 {
        let (company, place) = (words[1 + row % 2], words[3 + row % 3]);
        write!(text, "{row};{company};{place};\"{}; {}\"\r\n", words[2], words[5]).expect("in memory");
    }
    text
}

fn encode(text: &str, name: &str) -> Vec<u8> {
    match name {
        "UTF-16LE" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "UTF-16BE" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        _ => {
            let encoding = encoding_rs::Encoding::for_label(name.as_bytes()).expect("known");
            let (bytes, _, lossy) = encoding.encode(text);
            assert!(!lossy, "{name} can write it");
            bytes.into_owned()
        }
    }
}

fn hints(language: Option<&str>) -> Hints {
    Hints { language: language.map(str::to_owned), ..Hints::default() }
}

/// All cells as they are read by the detected layout.
fn read(bytes: &[u8], layout: &Layout) -> Vec<String> {
    let mut reader = Reader::open(Cursor::new(bytes), layout, Limits::default()).expect("a table");
    let mut cells = reader.header().to_vec();
    while let Some(row) = reader.next_row().expect("whole") {
        assert!(row.problems().is_empty(), "{:?}", row.problems());
        cells.extend(row.cells().map(str::to_owned));
    }
    cells
}

/// How real files are written, each with names of its language: found by its bytes alone, and reads back as it was.
#[test]
fn encodings_of_real_life_are_told_by_their_bytes() {
    let marks: [(&str, &[u8]); 3] =
        [("UTF-8", b"\xef\xbb\xbf"), ("UTF-16LE", b"\xff\xfe"), ("UTF-16BE", b"\xfe\xff")];
    let table_of: [(&[&str; 6], &[&str]); 15] = [
        (
            &RUSSIAN,
            &[
                "UTF-8",
                "UTF-16LE",
                "UTF-16BE",
                "windows-1251",
                "KOI8-R",
                "IBM866",
                "ISO-8859-5",
                "x-mac-cyrillic",
            ],
        ),
        (&UKRAINIAN, &["UTF-8", "UTF-16LE", "UTF-16BE", "windows-1251", "KOI8-U", "x-mac-cyrillic"]),
        (&FRENCH, &["UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "macintosh"]),
        (&GERMAN, &["UTF-8", "windows-1252", "ISO-8859-15", "macintosh"]),
        (&POLISH, &["UTF-8", "UTF-16LE", "windows-1250", "ISO-8859-2"]),
        (&GREEK, &["UTF-8", "windows-1253", "ISO-8859-7"]),
        (&TURKISH, &["UTF-8", "windows-1254"]),
        (&HEBREW, &["UTF-8", "windows-1255"]),
        (&ARABIC, &["UTF-8", "windows-1256"]),
        (&LITHUANIAN, &["UTF-8", "windows-1257"]),
        (&VIETNAMESE, &["UTF-8", "windows-1258"]),
        (&CHINESE, &["UTF-8", "UTF-16LE", "UTF-16BE", "GBK", "GB18030"]),
        (&TAIWANESE, &["UTF-8", "UTF-16LE", "Big5"]),
        (&JAPANESE, &["UTF-8", "UTF-16LE", "Shift_JIS", "EUC-JP"]),
        (&KOREAN, &["UTF-8", "UTF-16LE", "EUC-KR"]),
    ];
    let mut kinds: Vec<&str> = table_of.iter().flat_map(|(_, encodings)| encodings.iter().copied()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds.len() + marks.len(), 30, "with the three that bear a mark");
    let mut wrong = Vec::new();
    for (words, encodings) in table_of {
        let text = table(words);
        let expected = read(text.as_bytes(), &detect(text.as_bytes(), &hints(None)).expect("a table"));
        for name in encodings {
            let bytes = encode(&text, name);
            let marked =
                marks.iter().filter(|(known, _)| known == name).map(|(_, mark)| [*mark, &bytes].concat());
            for bytes in std::iter::once(bytes.clone()).chain(marked) {
                let layout = detect(&bytes, &hints(None)).expect("a table");
                if read(&bytes, &layout) != expected || layout.delimiter.to_string() != "semicolon" {
                    wrong.push((name, words[0], layout.encoding));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn a_byte_order_mark_settles_it() {
    for (name, mark) in
        [("UTF-8", &b"\xef\xbb\xbf"[..]), ("UTF-16LE", b"\xff\xfe"), ("UTF-16BE", b"\xfe\xff")]
    {
        let bytes = [mark, &encode(&table(&RUSSIAN), name)].concat();
        let layout = detect(&bytes, &hints(None)).expect("a table");
        assert_eq!((layout.encoding.name(), layout.bom), (name, true));
        assert_eq!(layout.confidence.encoding, Certainty::Sure);
        assert_eq!(read(&bytes, &layout)[..2], ["id", RUSSIAN[0]]);
    }
    let utf32 = detect(b"\xff\xfe\0\0a\0\0\0", &hints(None));
    assert!(matches!(utf32, Err(SheetError::Encoding { value }) if value == "UTF-32"));
}

/// What no look at the bytes can tell, or not enough of it: these are for a person to choose.
#[test]
fn these_cannot_be_told_apart() {
    let table_of = [
        // The letters of Russian stand at the same places.
        ("KOI8-R", &RUSSIAN, "KOI8-U", true),
        // One is a part of the other.
        ("GB18030", &CHINESE, "GBK", true),
        // They differ in a few signs such as the euro.
        (
            "ISO-8859-15",
            &["Société", "Bière", "François", "Besançon", "Vente", "Nîmes"],
            "windows-1252",
            true,
        ),
    ];
    for (name, words, guess, reads_well) in table_of {
        let text = table(words);
        let bytes = encode(&text, name);
        let layout = detect(&bytes, &hints(None)).expect("a table");
        assert_eq!(layout.encoding.name(), guess, "{name}");
        let expected =
            read(text.as_bytes(), &Layout { encoding: "UTF-8".parse().expect("known"), ..layout.clone() });
        assert_eq!(read(&bytes, &layout) == expected, reads_well, "{name}");
        let chosen = Hints { encoding: Some(name.parse().expect("known")), ..Hints::default() };
        assert_eq!(read(&bytes, &detect(&bytes, &chosen).expect("as chosen")), expected, "{name} as chosen");
    }
}

#[test]
fn a_few_letters_are_a_guess_that_the_language_of_the_person_tips() {
    let bytes = encode("id;город\n1;Москва\n", "windows-1251");
    let guess = |language| detect(&bytes, &hints(language)).expect("a table");
    assert_eq!(guess(None).confidence.encoding, Certainty::Guess);
    assert_eq!(guess(Some("ru")).encoding.name(), "windows-1251");
    let tiny = encode("id;城市\n1;上海\n", "GBK");
    let layout = detect(&tiny, &hints(Some("zh"))).expect("a table");
    assert_eq!(read(&tiny, &layout), ["id", "城市", "1", "上海"]);
}

#[test]
fn a_stray_byte_does_not_make_another_encoding_of_utf8() {
    let bytes = [table(&FRENCH).as_bytes(), b"61;Orl\xe9ans;x;y\r\n"].concat();
    let layout = detect(&bytes, &hints(None)).expect("a table");
    assert_eq!((layout.encoding.name(), layout.confidence.encoding), ("UTF-8", Certainty::Likely));
}

#[test]
fn what_a_person_chose_must_fit() {
    let bytes = encode(&table(&RUSSIAN), "windows-1251");
    let chosen = |name: &str| Hints { encoding: Some(name.parse().expect("known")), ..Hints::default() };
    let refused = detect(&bytes, &chosen("UTF-8"));
    assert!(matches!(refused, Err(SheetError::Encoding { value }) if value == "UTF-8"));
    let marked = [b"\xfe\xff", &encode(&table(&RUSSIAN), "UTF-16BE")[..]].concat();
    assert_eq!(detect(&marked, &chosen("UTF-16")).expect("fits").encoding.name(), "UTF-16BE");
    let taken = detect(&bytes, &chosen("cp1251")).expect("fits");
    assert_eq!((taken.encoding.name(), taken.confidence.encoding), ("windows-1251", Certainty::Sure));
}
