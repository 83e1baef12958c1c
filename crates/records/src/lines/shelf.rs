//! Lines go to the trash with the record that has them, and come back with it.

use cordee_base::{Fault, Id, Moment, Outcome};
use cordee_schema::{Cell, ColumnType, Object, Record};
use cordee_store::{Expr, Select};

use crate::read::get::Shelf;
use crate::{Gate, Right};

impl Gate<'_> {
    /// Puts the lines of a record in the trash with it, whoever may change them.
    pub(crate) fn shelve_lines(&mut self, whole: &'static Object, id: Id) -> Outcome<()> {
        for lines in self.catalog().lines_of(whole) {
            for line in self.ids_of_lines(lines, id, None)? {
                self.as_engine("lines go with what they are of", |gate| {
                    let Some(before) = gate.find_bare(lines, line, Shelf::InUse)? else { return Ok(()) };
                    gate.shelve_lines(lines, line)?;
                    gate.put_away(&before)
                })?;
            }
        }
        Ok(())
    }

    /// Takes the lines out of the trash that went there with their record, at that moment.
    pub(crate) fn unshelve_lines(&mut self, whole: &'static Object, id: Id, since: Moment) -> Outcome<()> {
        for lines in self.catalog().lines_of(whole) {
            for line in self.ids_of_lines(lines, id, Some(since))? {
                self.as_engine("lines come back with what they are of", |gate| {
                    let Some(before) = gate.find_bare(lines, line, Shelf::Trash)? else { return Ok(()) };
                    gate.take_back(&before)?;
                    gate.unshelve_lines(lines, line, since)
                })?;
            }
        }
        Ok(())
    }

    /// Deletes the rows of a record and takes out the lines that it has; gives how many rows of its own there were.
    pub(crate) fn remove_with_lines(&mut self, whole: &'static Object, id: Id) -> Outcome<u64> {
        for lines in self.catalog().lines_of(whole) {
            let Some((link, _)) = lines.as_lines() else { continue };
            for line in self.linking(lines, link, id)? {
                self.purge_with_parts(lines, line)?;
            }
        }
        self.remove(whole, id)
    }

    /// A line comes back by itself only while the record that has it is in use.
    pub(crate) fn comes_back_alone(&mut self, line: &Record) -> Outcome<()> {
        let Some((link, _)) = line.object.as_lines() else { return Ok(()) };
        let whole = line.value(link.name).and_then(|value| self.catalog().target(link, value));
        let Some((whole, id)) = whole else { return Ok(()) };
        let there = |gate: &mut Gate<'_>| gate.is_there(whole, id, Right::Read, Shelf::InUse);
        match self.as_engine("whether what it is a line of is in use", there)? {
            true => Ok(()),
            false => Err(Fault::whole("error-line-of-trashed").with("object", whole.name).into()),
        }
    }

    /// The lines of a record, in use or put in the trash at this moment.
    fn ids_of_lines(
        &mut self,
        lines: &'static Object,
        whole: Id,
        trashed: Option<Moment>,
    ) -> Outcome<Vec<Id>> {
        let Some((link, _)) = lines.as_lines() else { return Ok(Vec::new()) };
        let select = Select::from(lines.name, "r")
            .column("id", ColumnType::Int)
            .having("workspace_id", self.actor.workspace)
            .having(link.name, whole)
            .order(Expr::column("r", "id"), false);
        let select = match trashed {
            Some(moment) => select.having("deleted_at", Cell::Moment(moment)),
            None => select.filter(Expr::column("r", "deleted_at").is_null()),
        };
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        Ok(rows.iter().filter_map(|row| row[0].as_id()).collect())
    }
}
