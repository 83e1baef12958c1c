//! What can be asked of records, as values.

use cordee_base::{Decimal, Id, Moment, Period};
use cordee_schema::{Filter, Object, Path, Record, Value};

/// A list of records.
#[derive(Clone, Debug)]
pub struct Query {
    /// Of what.
    pub object: &'static Object,
    /// What they must be like.
    pub filter: Filter,
    /// In which order; the object's own if none is given. The first key must be a sorted field.
    pub sort: Vec<Sort>,
    /// Which fields are read; all that may be seen if none are named.
    pub fields: Option<Vec<&'static str>>,
    /// How many at the most, up to [`Query::MOST`].
    pub limit: u32,
    /// Where the page before left off.
    pub cursor: Option<String>,
    /// Whether and how far they are counted.
    pub count: Count,
    /// As they were at this moment, as far as fields are tracked.
    pub as_of: Option<Moment>,
    /// Those in the trash instead of the others.
    pub trash: bool,
    /// Only those that may be taken out as a file.
    pub export: bool,
    /// Only these, if some are named.
    pub only: Option<Vec<Id>>,
}

/// One key of an order.
#[derive(Clone, Debug, PartialEq)]
pub struct Sort {
    /// The field, of the object itself.
    pub field: &'static str,
    /// The largest first.
    pub descending: bool,
}

/// How far a list is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Count {
    /// Not at all.
    #[default]
    None,
    /// Up to a thousand.
    Bounded,
    /// To the last.
    Exact,
}

/// How many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Total {
    /// Nobody asked.
    Unknown,
    /// Exactly so many.
    Exact(u64),
    /// More than this.
    MoreThan(u64),
}

/// One page of a list.
#[derive(Clone, Debug)]
pub struct Page {
    /// The records.
    pub records: Vec<Record>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
    /// How many there are in all.
    pub total: Total,
}

impl Query {
    /// How many records a page has at the most.
    pub const MOST: u32 = 200;

    /// The first page of all records of `object`.
    pub fn of(object: &'static Object) -> Query {
        Query {
            object,
            filter: Filter::everything(),
            sort: Vec::new(),
            fields: None,
            limit: 50,
            cursor: None,
            count: Count::None,
            as_of: None,
            trash: false,
            export: false,
            only: None,
        }
    }

    /// The same query for records that are also like this.
    pub fn filter(mut self, filter: Filter) -> Query {
        self.filter = self.filter.and(filter);
        self
    }

    /// The same query with at most so many records.
    pub fn limit(mut self, limit: u32) -> Query {
        self.limit = limit;
        self
    }
}

/// Records grouped, counted and added up.
#[derive(Clone, Debug)]
pub struct Grouping {
    /// Of what.
    pub object: &'static Object,
    /// By what; with nothing there is one group of all.
    pub by: Vec<By>,
    /// What is reckoned of each group.
    pub measures: Vec<Measure>,
    /// What the records must be like.
    pub filter: Filter,
    /// As they were at this moment.
    pub as_of: Option<Moment>,
}

/// What records are grouped by.
#[derive(Clone, Debug, PartialEq)]
pub struct By {
    /// The field, also through links.
    pub path: Path,
    /// For dates and instants: the period that makes a bucket.
    pub period: Option<Period>,
}

/// A number reckoned of a group.
#[derive(Clone, Debug)]
pub struct Measure {
    /// What is reckoned.
    pub what: Reckon,
    /// Only of the records that are like this.
    pub filter: Filter,
}

/// What is reckoned.
#[derive(Clone, Debug)]
pub enum Reckon {
    /// How many records there are.
    Count,
    /// How many records in which the field is filled.
    CountOf(Path),
    /// The sum of a number, or of an amount in minor units of the workspace's currency.
    Sum(Path),
    /// The sum of an amount times a percentage, in minor units times a hundred.
    Weighted(Path, Path),
    /// The smallest; moments are told in microseconds.
    Min(Path),
    /// The largest, as the smallest is told.
    Max(Path),
}

impl Measure {
    /// Reckoned of all records of the group.
    pub fn of(what: Reckon) -> Measure {
        Measure { what, filter: Filter::everything() }
    }

    /// Reckoned of those records of the group that are like this.
    pub fn when(what: Reckon, filter: Filter) -> Measure {
        Measure { what, filter }
    }
}

/// One group.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupRow {
    /// What its records have in common, in the order asked for.
    pub keys: Vec<GroupKey>,
    /// The measures, in the order asked for; none where no record had a value.
    pub values: Vec<Option<Decimal>>,
}

/// What the records of a group have in common.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupKey {
    /// The value; for a bucket of dates its first day.
    pub value: Value,
    /// What people call it: the title of a linked record, the key of a bucket (`2017-Q1`), else the value as text.
    pub text: String,
}

/// A record found by its title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: String,
}
