//! The bar of what can be done with picked rows of a list, as far as the reader may.

use cordee_records::{Right, Total};
use cordee_schema::{Kind, Object};
use cordee_ui::Icon;
use cordee_ui::components::{Doing, PickBar};

use super::super::reader::Reader;

impl Reader<'_, '_> {
    /// Whether there is anything that the reader could do with picked rows.
    pub(super) fn picks(&self, object: &'static Object) -> bool {
        let asked = [Right::Edit, Right::Delete, Right::Export];
        self.visit.address.one("as-of").is_none() && asked.iter().any(|right| self.may(object, *right))
    }

    pub(super) fn pick_bar(&self, object: &'static Object, total: Total) -> PickBar {
        let doing = |value: &str, label: String, icon| Doing {
            value: value.to_owned(),
            label,
            icon,
            danger: false,
            asks: true,
            needs: None,
        };
        let mut doings = Vec::new();
        if self.may(object, Right::Edit) {
            let tags = object
                .fields
                .iter()
                .find(|field| matches!(field.kind, Kind::Tags(_)))
                .map(|field| field.name);
            let shortcuts = [
                (object.owner, Icon::User),
                (object.board.map(|board| board.by), Icon::SquareKanban),
                (tags, Icon::Tag),
            ];
            doings.push(doing("edit", self.word("bulk-edit"), Icon::Pencil));
            for (name, icon) in shortcuts {
                let field = name.and_then(|name| self.field(object, name));
                if let Some(field) = field.filter(|field| self.bulk_settable(object, field)) {
                    doings.push(doing(&format!("edit.{}", field.name), self.label(object, field), icon));
                }
            }
        }
        if self.may(object, Right::Export) {
            doings.push(Doing { asks: false, ..doing("export", self.word("action-export"), Icon::Download) });
        }
        if self.mergeable(object) {
            let merge = doing("merge", self.word("action-merge"), Icon::Merge);
            doings.push(Doing { asks: false, needs: Some(2), ..merge });
        }
        if self.may(object, Right::Delete) {
            doings.push(Doing { danger: true, ..doing("trash", self.word("action-delete"), Icon::Trash2) });
        }
        let here = self.here();
        let filter = here.one("filter").unwrap_or("").to_owned();
        PickBar {
            action: format!("/{}/bulk", object.plural),
            hidden: vec![("p-filter".to_owned(), filter), ("p-back".to_owned(), here.to_string())],
            all: self.all_of_them(total),
            doings,
        }
    }

    /// How many the filter leaves, where they may be more than stand on the page.
    fn all_of_them(&self, total: Total) -> Option<String> {
        let said = match total {
            Total::Exact(count) if count <= u64::from(super::ROWS) => return None,
            Total::Unknown => self.word("grid-all-any"),
            total => self.say("grid-all", &[("count", self.count_said(total).into())]),
        };
        Some(said)
    }
}
