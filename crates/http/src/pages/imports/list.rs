//! The imports so far, and the way to begin another.

use cordee_base::Outcome;
use cordee_schema::Record;
use cordee_ui::components::{Column, Empty, Pager};
use cordee_ui::screens::register::{Entry, Register, register};
use cordee_ui::{Action, Cell, Icon, Way};

use super::super::reader::{Page, Reader};
use super::super::visit::{Answered, Visit};

/// The columns, by field.
const COLUMNS: [&str; 8] =
    ["file", "object", "status", "created", "updated", "failed", "owner", "created_at"];

/// `GET /import`.
pub(super) async fn list(visit: Visit) -> Answered {
    visit.page(|reader| reader.imports_page()).await
}

impl Reader<'_, '_> {
    fn imports_page(&mut self) -> Outcome<Page> {
        self.needs_imports()?;
        let imports = self.registry().imports.list(self.gate)?;
        let title = self.word("import-many");
        let object = self.visit.address.one("object").unwrap_or("");
        let begin = super::super::address::Address::of("/import/new").with("object", object);
        let new =
            Action::new(self.word("import-new"), Way::Go(begin.to_string())).icon(Icon::Upload).primary();
        let column = |name: &&str| Column {
            name: (*name).to_owned(),
            label: cordee_i18n::field(self.language(), "import", name),
            numeric: matches!(*name, "created" | "updated" | "failed"),
            ..Column::default()
        };
        let view = Register {
            title: title.clone(),
            intro: Some(self.word("import-help")),
            notices: Vec::new(),
            secret: None,
            actions: vec![new.clone()],
            columns: COLUMNS.iter().map(column).collect(),
            rows: imports.iter().map(|record| self.import_row(record)).collect(),
            pager: Pager::default(),
            empty: Empty {
                icon: Icon::Upload,
                title: self.word("list-none-title"),
                text: self.word("wizard-none"),
                actions: vec![new],
            },
            form: None,
        };
        Ok(Page::new(title, "/import", register(self.language(), &view)))
    }

    fn import_row(&self, record: &Record) -> Entry {
        let cells = COLUMNS.iter().map(|name| match (*name, record.object.field(name)) {
            ("file", _) => Cell::Text(record.title()),
            ("object", Some(field)) => Cell::Text(self.objects_named(&self.text(
                record.object,
                field,
                &record.any_value(field),
                None,
            ))),
            (_, Some(field)) => self.cell(record, field),
            (_, None) => Cell::Empty,
        });
        Entry {
            href: Some(format!("/import/{}", record.head.id)),
            cells: cells.collect(),
            actions: Vec::new(),
        }
    }
}
