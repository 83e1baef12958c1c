//! Keeps what people are told, each thing once; and takes it out again when it is old or was taken back.

use std::collections::{BTreeSet, HashMap};

use cordee_base::{Id, Moment, Outcome};
use cordee_schema::{Cell, ColumnType};
use cordee_store::query::Comparison;
use cordee_store::{Delete, Expr, Insert, Select, Update};

use super::make::Telling;
use crate::system::notification::{COMMENT, ENTRIES, NOTIFICATION};
use crate::{Gate, Records};

/// How many are taken out in one transaction.
const TOGETHER: u64 = 1_000;

/// What stands already under a key.
pub(super) struct Kept {
    id: Id,
    entries: BTreeSet<i64>,
    count: u64,
}

impl Records {
    /// Takes out what people were told before a moment, read or not; gives how many.
    pub fn sweep_notifications(&self, workspace: Id, before: Moment) -> Outcome<u64> {
        let mut swept = 0;
        loop {
            let some = self.store.write_now(move |session| {
                let select = Select::from(NOTIFICATION.name, "n")
                    .column("id", ColumnType::Int)
                    .having("workspace_id", workspace)
                    .filter(Expr::column("n", "created_at").compare(Comparison::Less, before))
                    .filter(Expr::column("n", "deleted_at").is_null())
                    .limit(TOGETHER);
                let rows = session.rows(&select)?;
                let ids: Vec<Cell> = rows.into_iter().filter_map(|row| row.into_iter().next()).collect();
                if ids.is_empty() {
                    return Ok(0);
                }
                let these = Expr::In(Box::new(Expr::column(NOTIFICATION.name, "id")), ids);
                let delete = Delete::from(NOTIFICATION.name).having("workspace_id", workspace).filter(these);
                Ok(session.delete(&delete)?)
            })?;
            swept += some;
            if some < TOGETHER {
                return Ok(swept);
            }
        }
    }
}

impl Gate<'_> {
    /// Takes out what people were told of a comment that was removed.
    pub(crate) fn untell(&mut self, comment: Id, about: Option<Id>) -> Outcome<()> {
        let delete = Delete::from(NOTIFICATION.name)
            .having("workspace_id", self.actor.workspace)
            .having("about", about)
            .having(COMMENT.name(), comment.to_string());
        self.session.delete(&delete).map_err(|fail| self.failed(fail))?;
        Ok(())
    }

    pub(super) fn keep_tellings(&mut self, tellings: Vec<Telling>) -> Outcome<()> {
        let mut kept = self.kept(&tellings)?;
        for telling in tellings {
            match kept.remove(&telling.key) {
                None => self.tell(&telling)?,
                Some(kept) if !telling.entries.is_subset(&kept.entries) => self.tell_more(telling, kept)?,
                Some(_) => {}
            }
        }
        Ok(())
    }

    pub(super) fn kept(&mut self, tellings: &[Telling]) -> Outcome<HashMap<String, Kept>> {
        let mut kept = HashMap::new();
        for some in tellings.chunks(500) {
            let keys = some.iter().map(|telling| Cell::from(telling.key.as_str())).collect();
            let select = Select::from(NOTIFICATION.name, "n")
                .column("key", ColumnType::Text)
                .column("id", ColumnType::Int)
                .column(ENTRIES.name(), ColumnType::Text)
                .column("count", ColumnType::Decimal(0))
                .having("workspace_id", self.actor.workspace)
                .filter(Expr::column("n", "deleted_at").is_null())
                .filter(Expr::In(Box::new(Expr::column("n", "key")), keys));
            for row in self.session.rows(&select).map_err(|fail| self.failed(fail))? {
                let (Some(key), Some(id)) = (row[0].as_text(), row[1].as_id()) else { continue };
                let (entries, count) = (numbers(row[2].as_text()), whole(&row[3]));
                kept.insert(key.to_owned(), Kept { id, entries, count });
            }
        }
        Ok(kept)
    }

    fn tell(&mut self, telling: &Telling) -> Outcome<()> {
        let id = self.house.ids.next(self.now);
        let text = |text: Option<&str>| text.map_or(Cell::Null, Cell::from);
        let about = telling.about.as_ref();
        let comment = telling.comment.map(|comment| comment.to_string());
        let people = (!telling.people.is_empty()).then(|| ids_written(&telling.people));
        let row = vec![
            ("workspace_id", self.actor.workspace.into()),
            ("id", id.into()),
            ("version", Cell::Int(1)),
            ("created_at", telling.at.into()),
            ("updated_at", self.now.into()),
            ("user", telling.user.into()),
            ("waits_for", telling.user.into()),
            ("kind", telling.kind.into()),
            ("about", about.map_or(Cell::Null, |about| about.id.into())),
            ("about_object", text(about.map(|about| about.object.as_str()))),
            ("comment", text(comment.as_deref())),
            ("by", telling.by.map_or(Cell::Null, Cell::from)),
            ("entries", written(&telling.entries).into()),
            ("object", text(telling.object)),
            ("count", Cell::Decimal(telling.count.into(), 0)),
            ("people", text(people.as_deref())),
            ("key", telling.key.as_str().into()),
        ];
        self.session.insert(&Insert::row(NOTIFICATION.name, row)).map_err(|fail| self.failed(fail))?;
        Ok(())
    }

    /// The same thing went on: many are more, and a change is read anew.
    fn tell_more(&mut self, telling: Telling, kept: Kept) -> Outcome<()> {
        let mut update = Update::of(NOTIFICATION.name)
            .set("updated_at", self.now)
            .having("workspace_id", self.actor.workspace)
            .having("id", kept.id);
        if telling.kind == "many" {
            update = update
                .set("count", Cell::Decimal((kept.count + telling.count).into(), 0))
                .set("entries", written(&telling.entries));
        } else {
            let all = kept.entries.union(&telling.entries).copied().collect();
            update = update.set("entries", written(&all)).set("waits_for", telling.user);
        }
        self.session.update(&update).map_err(|fail| self.failed(fail))?;
        Ok(())
    }
}

/// The numbers in a text of them.
pub(super) fn numbers(text: Option<&str>) -> BTreeSet<i64> {
    text.unwrap_or("").split(' ').filter_map(|number| number.parse().ok()).collect()
}

/// The whole number in a cell.
pub(super) fn whole(cell: &Cell) -> u64 {
    match cell {
        Cell::Decimal(number, _) => u64::try_from(*number).unwrap_or(0),
        Cell::Int(number) => u64::try_from(*number).unwrap_or(0),
        _ => 0,
    }
}

fn ids_written(ids: &[Id]) -> String {
    ids.iter().map(Id::to_string).collect::<Vec<_>>().join(" ")
}

fn written(numbers: &BTreeSet<i64>) -> String {
    numbers.iter().map(i64::to_string).collect::<Vec<_>>().join(" ")
}
