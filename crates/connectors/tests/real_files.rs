//! Real exports of other systems, as they come.

use std::fs::File;
use std::path::PathBuf;

use cordee_connectors::sheets::read::{Delimiter, Hints, Layout, Limits, LineEnd, Reader, detect, sample};
use cordee_connectors::sheets::recognise::{DateOrder, Looks, looks};

/// The shared data, beside the checkout or one folder further up; without it a test tells so and is skipped.
#[expect(clippy::disallowed_methods, reason = "only CI must have the data, and says so by its environment")]
fn shared(folder: &str) -> Option<PathBuf> {
    let here = env!("CARGO_MANIFEST_DIR");
    let places = ["/../../../shared/data/", "/../../../../shared/data/"];
    let found =
        places.iter().map(|up| PathBuf::from(format!("{here}{up}{folder}"))).find(|place| place.is_dir());
    if found.is_none() {
        let message = format!("SKIPPED: there is no ../shared/data/{folder} beside the repository");
        assert!(std::env::var("CI").as_deref() != Ok("true"), "{message}");
        eprintln!("{message}");
    }
    found
}

struct Table {
    layout: Layout,
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    fn of(path: PathBuf) -> Table {
        let mut file = File::open(&path).expect("the file is there");
        let layout = detect(&sample(&mut file).expect("readable"), &Hints::default()).expect("a table");
        let mut reader = Reader::open(file, &layout, Limits::default()).expect("a table");
        let header = reader.header().to_vec();
        let mut rows = Vec::new();
        while let Some(row) = reader.next_row().expect("whole") {
            assert!(row.problems().is_empty(), "{} line {}: {:?}", path.display(), row.line, row.problems());
            rows.push(row.cells().map(str::to_owned).collect());
        }
        Table { layout, header, rows }
    }

    fn column(&self, name: &str) -> Vec<&str> {
        let at = self.header.iter().position(|column| column == name);
        let at = at.expect("the column is there");
        self.rows.iter().map(|row| row[at].as_str()).collect()
    }

    fn looks(&self, name: &str) -> Looks {
        let cells = self.column(name);
        looks(name, &cells[..cells.len().min(100)])
    }
}

#[test]
fn the_same_forty_contacts_come_out_of_seven_layouts() {
    let Some(folder) = shared("crm-export-layouts") else { return };
    let table = [
        ("hubspot_contacts.csv", "UTF-8", false, Delimiter::COMMA, "Email"),
        ("pipedrive_people.csv", "UTF-8", false, Delimiter::COMMA, "Person - Email"),
        ("close_leads.csv", "UTF-8", false, Delimiter::COMMA, "primary_contact_primary_email"),
        ("salesforce_contact.csv", "UTF-8", false, Delimiter::COMMA, "Email"),
        ("copper_people.csv", "UTF-8", true, Delimiter::COMMA, "Work Email"),
        ("bitrix24_contacts_ru.csv", "windows-1251", false, Delimiter::SEMICOLON, "Рабочий e-mail"),
        ("outlook_excel_utf16.tsv", "UTF-16LE", true, Delimiter::TAB, "E-mail Address"),
    ];
    let mut addresses = Vec::new();
    for (file, encoding, bom, delimiter, mail) in table {
        let found = Table::of(folder.join(file));
        let layout = &found.layout;
        assert_eq!(
            (layout.encoding.name(), layout.bom, layout.delimiter),
            (encoding, bom, delimiter),
            "{file}"
        );
        assert_eq!((layout.header, layout.line_end), (true, LineEnd::Crlf), "{file}");
        assert_eq!(found.rows.len(), 40, "{file}");
        assert_eq!(found.looks(mail), Looks::Email, "{file}");
        addresses.push((file, found.column(mail).into_iter().map(str::to_owned).collect::<Vec<_>>()));
    }
    let (_, first) = &addresses[0];
    assert_eq!(first[0], "BeckiTTucker@dayrep.com");
    for (file, others) in &addresses {
        assert_eq!(others, first, "{file}");
    }
}

#[test]
fn a_salesforce_export_is_recognised() {
    let Some(folder) = shared("salesforce-export") else { return };
    let counts = [
        ("Account", 18),
        ("Contact", 25),
        ("Lead", 22),
        ("Opportunity", 36),
        ("OpportunityHistory", 48),
        ("OpportunityHistoryGroup", 10),
    ];
    for (object, rows) in counts {
        let table = Table::of(folder.join(format!("{object}.csv")));
        assert_eq!((table.rows.len(), table.layout.header), (rows, true), "{object}");
    }
    let deals = Table::of(folder.join("Opportunity.csv"));
    assert!(matches!(deals.looks("Amount"), Looks::Money { currency: None, ambiguous: false, .. }));
    assert!(matches!(deals.looks("CloseDate"), Looks::Date { order: DateOrder::Mdy, ambiguous: false, .. }));
    assert!(matches!(
        deals.looks("LastModifiedDate"),
        Looks::Moment { order: DateOrder::Mdy, offset: false, .. }
    ));
    assert_eq!(deals.looks("IsWon"), Looks::YesNo);
    assert!(
        matches!(deals.looks("StageName"), Looks::FewValues(stages) if stages.contains(&"Closed Won".to_owned()))
    );
    assert_eq!(Table::of(folder.join("Contact.csv")).looks("Phone"), Looks::Phone);
}

#[test]
fn a_year_of_sales_is_recognised() {
    let Some(folder) = shared("crm-sales-opportunities") else { return };
    let deals = Table::of(folder.join("sales_pipeline.csv"));
    assert_eq!(deals.rows.len(), 8800);
    assert_eq!(deals.column("account").iter().filter(|account| account.is_empty()).count(), 1425);
    let dates = Looks::Date { order: DateOrder::Ymd, separator: Some('-'), ambiguous: false };
    assert_eq!((deals.looks("engage_date"), deals.looks("close_date")), (dates.clone(), dates));
    assert!(matches!(deals.looks("close_value"), Looks::Money { currency: None, ambiguous: false, .. }));
    assert!(
        matches!(deals.looks("product"), Looks::FewValues(products) if products.contains(&"GTXPro".to_owned()))
    );
    let counts = [("accounts", 85), ("products", 7), ("sales_teams", 35), ("data_dictionary", 21)];
    for (file, rows) in counts {
        assert_eq!(Table::of(folder.join(format!("{file}.csv"))).rows.len(), rows, "{file}");
    }
}
