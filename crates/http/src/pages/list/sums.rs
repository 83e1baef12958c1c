//! What the numbers of all records of a list come to: added up once the rows are there.

use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use cordee_base::{Decimal, Money, Outcome, Problem};
use cordee_records::{By, GroupRow, Grouping, Measure, Reckon};
use cordee_schema::{FieldDef, Kind, Object, Path as FieldPath};
use cordee_ui::Cell;
use cordee_ui::components::{GridBody, Sums, foot};

use super::super::filters::Narrowed;
use super::super::reader::Reader;
use super::super::visit::{Answered, Visit};

/// `GET /OBJECTS/sums?…`: the foot of the list with this address, alone.
pub(crate) async fn sums(visit: Visit, Path(plural): Path<String>) -> Answered {
    let html = visit.read(move |reader| {
        let object = reader.object(&plural)?;
        let (narrowed, columns) = (reader.narrowed(object), reader.columns(object));
        let sums = reader.sums_now(object, &narrowed, &columns)?;
        let grid = reader.grid(object, &columns, GridBody::Rows(Vec::new()));
        Ok(foot(reader.language(), &grid, &sums).into_string())
    });
    Ok(Html(html.await?).into_response())
}

/// What is reckoned of the columns of a list, and of which.
pub(super) struct Summed {
    fields: Vec<Option<&'static FieldDef>>,
}

impl Reader<'_, '_> {
    /// The foot of a list: brought later, unless the address asks for it at once.
    pub(super) fn sums_of(
        &mut self,
        object: &'static Object,
        narrowed: &Narrowed,
        columns: &[&'static FieldDef],
    ) -> Outcome<Option<Sums>> {
        if self.summed(columns).none() {
            return Ok(None);
        }
        if self.visit.address.one("sums").is_some() {
            return Ok(Some(Sums::Known(self.sums_now(object, narrowed, columns)?)));
        }
        let here = self.here();
        let mut from = here.without(&["cursor", "page", "sort", "group", "count", "view", "width"]);
        from.path = format!("/{}/sums", object.plural);
        Ok(Some(Sums::Later { from: from.to_string(), whole: here.with("sums", "now").to_string() }))
    }

    fn sums_now(
        &mut self,
        object: &'static Object,
        narrowed: &Narrowed,
        columns: &[&'static FieldDef],
    ) -> Outcome<Vec<Option<Cell>>> {
        let mut summed = self.summed(columns);
        let (_, total) = self.totals(object, narrowed, &mut summed, Vec::new())?;
        Ok(self.summed_cells(&summed, &total[1..]))
    }

    /// The columns that can be added up.
    pub(super) fn summed(&self, columns: &[&'static FieldDef]) -> Summed {
        let adds = |field: &FieldDef| match field.kind {
            Kind::Money(_) => true,
            Kind::Number(_) => !field.plain,
            _ => false,
        };
        Summed { fields: columns.iter().map(|field| Some(*field).filter(|field| adds(field))).collect() }
    }

    /// How many there are, and what they come to, in groups and in all. What is reckoned from records of which the
    /// reader may not see all is left out.
    pub(super) fn totals(
        &mut self,
        object: &'static Object,
        narrowed: &Narrowed,
        summed: &mut Summed,
        by: Vec<By>,
    ) -> Outcome<(Vec<GroupRow>, Vec<Option<Decimal>>)> {
        let as_of = self.then()?;
        let mut grouping =
            Grouping { object, by, measures: Vec::new(), filter: narrowed.filter.clone(), as_of };
        grouping.measures = summed.measures(object);
        match self.gate.group_and_total(&grouping) {
            Err(Problem::Invalid(_))
                if summed.fields.iter().flatten().any(|field| field.rolled_up.is_some()) =>
            {
                summed
                    .fields
                    .iter_mut()
                    .for_each(|field| *field = field.filter(|field| field.rolled_up.is_none()));
                grouping.measures = summed.measures(object);
                self.gate.group_and_total(&grouping)
            }
            done => done,
        }
    }

    /// The sums as they are shown, one for each column.
    pub(super) fn summed_cells(&self, summed: &Summed, sums: &[Option<Decimal>]) -> Vec<Option<Cell>> {
        let mut sums = sums.iter().copied();
        let cell = |field: &Option<&'static FieldDef>| {
            let field = (*field)?;
            let sum = sums.next().flatten()?;
            Some(match field.kind {
                Kind::Money(_) => {
                    let minor = i64::try_from(sum.round()).unwrap_or(i64::MAX);
                    self.money(Money::from_minor(minor, self.gate.reading().currency), 0)
                }
                _ => Cell::Number(self.locale.plain_number(sum)),
            })
        };
        summed.fields.iter().map(cell).collect()
    }
}

impl Summed {
    fn none(&self) -> bool {
        self.fields.iter().all(Option::is_none)
    }

    fn measures(&self, object: &'static Object) -> Vec<Measure> {
        let sums = self.fields.iter().flatten().map(|field| Reckon::Sum(FieldPath::field(object, field)));
        std::iter::once(Reckon::Count).chain(sums).map(Measure::of).collect()
    }
}
