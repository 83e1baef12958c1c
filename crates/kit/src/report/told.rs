//! What a report tells: facts and tables of values that know what they are, so that each door says them in its own way.

use cordee_base::{Date, Decimal, Id};
use cordee_schema::Draft;
use cordee_schema::Path;

/// What a report tells.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// Its parts, in order.
    pub parts: Vec<Part>,
}

/// A part of a report.
#[derive(Clone, Debug)]
pub enum Part {
    /// A few figures side by side.
    Facts(Vec<Fact>),
    /// A table.
    Table(Table),
    /// A sentence by its key, with what it names.
    Note(&'static str, Vec<(&'static str, Said)>),
    /// Records that can be begun from here.
    Begin(Vec<Begin>),
}

/// A record that can be begun, with what is known of it already.
#[derive(Clone, Debug)]
pub struct Begin {
    /// What doing so is called, by its key.
    pub word: &'static str,
    /// What it may hold, until somebody says otherwise.
    pub draft: Draft,
}

/// A figure that stands alone. Its word is `report-fact-NAME`.
#[derive(Clone, Debug)]
pub struct Fact {
    /// The name.
    pub name: &'static str,
    /// What it is.
    pub said: Said,
    /// What it rests on.
    pub behind: Option<Behind>,
}

/// A table with what stands in it.
#[derive(Clone, Debug)]
pub struct Table {
    /// The table, as declared.
    pub sheet: &'static Sheet,
    /// Its rows.
    pub rows: Vec<Row>,
    /// The verb that each row offers, to be done to the record that its first cell names.
    pub offers: Option<&'static str>,
    /// How many rows are printed at the most, where all of the report is to fit on one sheet.
    pub printed: Option<usize>,
    /// The day that is over as of which it is told; none for now.
    pub as_of: Option<Date>,
}

/// A table as a report declares it. Its words are `report-table-NAME` and, where it may have no row,
/// `report-table-NAME-none`.
#[derive(Clone, Copy, Debug)]
pub struct Sheet {
    /// The name.
    pub name: &'static str,
    /// What stands in its columns; the first names the row. The word of each is `report-column-NAME`.
    pub columns: &'static [&'static str],
    /// How it is drawn where there is a screen.
    pub drawn: Drawn,
    /// Whether it may have no row.
    pub may_be_empty: bool,
}

/// How a table is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// As a table.
    Plain,
    /// With a bar for the amounts of this column, which are added up from row to row: rows that are `whole` stand from
    /// nothing, the others from where the row before has ended.
    Bridge(usize),
    /// With a bar for the value of this column.
    Bars(usize),
    /// Under a map on which each row is a point, where it has both: the later the day of one column the farther to the
    /// right, the larger the number of another the higher.
    Map {
        /// The column of the days.
        across: usize,
        /// That of the numbers.
        up: usize,
    },
}

/// A row.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it is known by to programs, where it has a name; else its first cell says it.
    pub name: Option<&'static str>,
    /// What stands in it: one for each column.
    pub cells: Vec<Said>,
    /// What it rests on.
    pub behind: Option<Behind>,
    /// Stands from nothing in a bridge, and out from the others.
    pub whole: bool,
    /// How far below the first rows it stands, in a table that is a tree.
    pub level: u8,
    /// What it is marked as, by its key.
    pub mark: Option<&'static str>,
}

/// What is said in one place.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Said {
    /// There is nothing to say it from.
    #[default]
    NoData,
    /// Nothing.
    Nothing,
    /// A word by its key.
    Word(&'static str),
    /// One of a kind of things by its name; the word is `report-KIND-NAME`.
    Named(&'static str, &'static str),
    /// A text of the company's own.
    Text(String),
    /// An option of a choice, by its key.
    Option(Path, String),
    /// A record by its title.
    Record(&'static str, Id, String),
    /// So many.
    Count(i64),
    /// An amount in minor units of the workspace's currency.
    Money(Decimal),
    /// A share of one.
    Ratio(Decimal),
    /// Days.
    Days(Decimal),
    /// A number, such as how many times as much.
    Number(Decimal),
    /// A day.
    Day(Date),
    /// A sentence by its key, with what it names.
    Sentence(&'static str, Vec<(&'static str, Said)>),
    /// Several things, one after the other.
    Several(Vec<Said>),
    /// What it is, between the least and the most that it may be with 95 % confidence, and on how many cases that rests.
    Between(Box<Said>, Box<Said>, Box<Said>, u64),
}

/// What a figure or a row rests on.
#[derive(Clone, Debug, PartialEq)]
pub enum Behind {
    /// The records that are like this, in the filter language; as they stood at the end of a day.
    Records(String, Option<Date>),
    /// The records of another object that are like this.
    Others(&'static str, String),
    /// The same report with another answer to one of its questions.
    Asking(&'static str, String),
    /// A record.
    Record(&'static str, Id),
}

impl Sheet {
    /// The table with these rows.
    pub fn with(&'static self, rows: Vec<Row>) -> Part {
        Part::Table(Table { sheet: self, rows, offers: None, printed: None, as_of: None })
    }
}

impl Part {
    /// The same table, whose rows offer this verb on the record that their first cell names.
    pub fn offering(mut self, verb: &'static str) -> Part {
        if let Part::Table(table) = &mut self {
            table.offers = Some(verb);
        }
        self
    }

    /// The same table, as it stood on a day that is over, if one is said.
    pub fn standing_on(mut self, day: Option<Date>) -> Part {
        if let Part::Table(table) = &mut self {
            table.as_of = day;
        }
        self
    }

    /// The same table, of which at most so many rows are printed; a bridge is whole or nothing.
    pub fn printing(mut self, rows: usize) -> Part {
        if let Part::Table(table) = &mut self {
            table.printed = Some(rows).filter(|_| !matches!(table.sheet.drawn, Drawn::Bridge(_)));
        }
        self
    }
}

impl Row {
    /// A row called `name`.
    pub fn named(name: &'static str, cells: Vec<Said>) -> Row {
        Row { name: Some(name), ..Row::of(cells) }
    }

    /// A row that its first cell names.
    pub fn of(cells: Vec<Said>) -> Row {
        Row { name: None, cells, behind: None, whole: false, level: 0, mark: None }
    }

    /// The same row, resting on this.
    pub fn behind(mut self, behind: Behind) -> Row {
        self.behind = Some(behind);
        self
    }

    /// The same row, so far below the first ones.
    pub fn level(mut self, level: u8) -> Row {
        self.level = level;
        self
    }

    /// The same row, marked as this, by its key.
    pub fn marked(mut self, mark: Option<&'static str>) -> Row {
        self.mark = mark;
        self
    }

    /// The same row, standing from nothing.
    pub fn whole(mut self) -> Row {
        self.whole = true;
        self
    }
}

impl Said {
    /// So many.
    pub fn count(count: impl TryInto<i64>) -> Said {
        Said::Count(count.try_into().unwrap_or(i64::MAX))
    }

    /// An amount in minor units; no data where it is beyond all amounts.
    pub fn minor(minor: impl Into<i128>) -> Said {
        Said::or_none(Decimal::try_from_i128_with_scale(minor.into(), 0).ok(), Said::Money)
    }

    /// An amount in minor units as it was estimated, rounded to whole ones.
    pub fn about(minor: f64) -> Said {
        Said::measured(minor.round(), Said::Money)
    }

    /// What was measured, as `said` says it; no data for what is no number.
    pub fn measured(number: impl Into<Option<f64>>, said: impl FnOnce(Decimal) -> Said) -> Said {
        Said::or_none(number.into().and_then(|number| Decimal::try_from(number).ok()), said)
    }

    /// This if there is something, else that there are no data.
    pub fn or_none<T>(value: Option<T>, said: impl FnOnce(T) -> Said) -> Said {
        value.map_or(Said::NoData, said)
    }

    /// The number in it, by which it is drawn.
    pub fn number(&self) -> Option<Decimal> {
        match self {
            Said::Count(count) => Some(Decimal::from(*count)),
            Said::Money(number) | Said::Ratio(number) | Said::Days(number) | Said::Number(number) => {
                Some(*number)
            }
            Said::Between(middle, ..) => middle.number(),
            _ => None,
        }
    }

    /// Whether it stands on the right of its column.
    pub fn is_number(&self) -> bool {
        self.number().is_some()
    }
}
