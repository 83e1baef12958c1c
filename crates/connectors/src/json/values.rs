//! JSON objects as rows: first all are looked through for the names of the columns, then read once more.

use std::collections::HashMap;
use std::io::{Read, Seek, SeekFrom};

use super::flat::flatten;
use super::split::{Split, broken, wraps};
use crate::sheets::read::{Layout, Limits, Row, SheetError, Source, sample};
use crate::tables::Cut;

/// JSON objects, read row by row.
pub struct Values<R> {
    split: Split<R>,
    limits: Limits,
    header: Vec<String>,
    places: HashMap<String, usize>,
    value: Vec<u8>,
    current: Cut,
    number: u64,
}

impl<R: Read + Seek> Values<R> {
    /// Looks the whole file through for its columns and begins anew.
    pub fn open(mut file: R, layout: &Layout, limits: Limits) -> Result<Values<R>, SheetError> {
        let (text, _) = layout.encoding.decode(&sample(&mut file)?);
        let wrapped = wraps(&text);
        let split = |file: R| -> Result<Split<R>, SheetError> {
            let mut split = Split::new(Source::new(file, layout.encoding), limits.row);
            split.begin(wrapped)?;
            Ok(split)
        };
        let mut first = split(file)?;
        let (mut header, mut places, mut value) = (Vec::new(), HashMap::new(), Vec::new());
        while let Some(line) = first.next(&mut value)? {
            let mut name = |way: String, _: String| {
                if header.len() <= limits.columns && !places.contains_key(&way) {
                    places.insert(way.clone(), header.len());
                    header.push(way);
                }
            };
            flatten(&value, &mut name).map_err(|error| broken(line, error))?;
            if header.len() > limits.columns {
                return Err(SheetError::Columns { count: header.len(), limit: limits.columns });
            }
        }
        if header.is_empty() {
            return Err(SheetError::Empty);
        }
        let mut file = first.into_inner();
        file.seek(SeekFrom::Start(0))?;
        let split = split(file)?;
        Ok(Values { split, limits, header, places, value, current: Cut::default(), number: 0 })
    }
}

impl<R: Read> Values<R> {
    /// The names of the columns: the ways to all values that any row has.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The next row, or nothing at the end.
    pub fn next_row(&mut self) -> Result<Option<Row<'_>>, SheetError> {
        loop {
            let Some(line) = self.split.next(&mut self.value)? else { return Ok(None) };
            let mut cells = vec![String::new(); self.header.len()];
            let mut put = |way: String, text: String| {
                if let Some(cell) = self.places.get(&way).and_then(|place| cells.get_mut(*place)) {
                    *cell = text;
                }
            };
            flatten(&self.value, &mut put).map_err(|error| broken(line, error))?;
            self.current = Cut::row(line, &cells, self.limits);
            if !self.current.is_blank() {
                break;
            }
        }
        self.number += 1;
        Ok(Some(self.current.as_row(self.number, &self.header)))
    }
}
