//! Which columns a card has passed by on its way, and why: from what it has held over time.

use cordee_base::Outcome;
use cordee_records::Stay;
use cordee_schema::{Board, Record, Value};

use crate::pages::reader::Reader;

impl Reader<'_, '_> {
    /// For each of the columns why the card passed it by, if it did: the reason of the first move over it.
    pub(crate) fn skips(
        &mut self,
        record: &Record,
        board: &Board,
        columns: &[&Value],
        stays: &[Stay],
    ) -> Outcome<Vec<Option<String>>> {
        let passed = passed(columns, stays);
        if passed.iter().all(Option::is_none) {
            return Ok(Vec::new());
        }
        let because = board.asks.and_then(|asks| self.field(record.object, asks.because));
        let reasons = match because.filter(|field| field.tracked) {
            Some(field) => self.gate.stays(record.object, record.head.id, field)?,
            None => Vec::new(),
        };
        let reason = |move_: &Stay| {
            let then =
                |stay: &&Stay| stay.from <= move_.from && stay.until.is_none_or(|until| move_.from < until);
            let said = reasons.iter().find(then).and_then(|stay| stay.value.as_text());
            said.unwrap_or_default().to_owned()
        };
        Ok(passed.into_iter().map(|stay| stay.map(reason)).collect())
    }
}

/// For each column the stay that began with the first move over it; none where the card has been, or has not passed.
fn passed<'s>(columns: &[&Value], stays: &'s [Stay]) -> Vec<Option<&'s Stay>> {
    let place = |stay: &Stay| columns.iter().position(|column| **column == stay.value);
    let over = |at: usize| {
        if stays.iter().any(|stay| place(stay) == Some(at)) {
            return None;
        }
        let moves = stays.windows(2);
        let mut over = moves.filter(|pair| {
            let (from, to) = (place(&pair[0]), place(&pair[1]));
            from.zip(to).is_some_and(|(from, to)| from < at && at < to)
        });
        over.next().map(|pair| &pair[1])
    };
    (0..columns.len()).map(over).collect()
}

#[cfg(test)]
mod tests {
    use cordee_base::Moment;

    use super::*;

    fn stays(way: &str) -> Vec<Stay> {
        let stay = |(at, letter): (usize, char)| Stay {
            value: Value::Text(letter.to_string()),
            from: Moment::from_micros(at as i64),
            until: None,
        };
        way.chars().enumerate().map(stay).collect()
    }

    #[test]
    fn a_column_is_passed_by_that_a_move_goes_over() {
        let columns: Vec<Value> = "abcd".chars().map(|letter| Value::Text(letter.to_string())).collect();
        let columns: Vec<&Value> = columns.iter().collect();
        #[rustfmt::skip]
        let cases = [
            // The way, and for each column at which move it was passed by.
            ("",     "----"),
            ("a",    "----"),
            ("c",    "----"),
            ("abcd", "----"),
            ("ac",   "-1--"),
            ("ad",   "-11-"),
            ("acb",  "----"),
            ("acad", "-1--"),
            ("adz",  "-11-"),
        ];
        for (way, wanted) in cases {
            let stays = stays(way);
            let told = passed(&columns, &stays);
            let told: String = told
                .iter()
                .map(|stay| stay.map_or("-".to_owned(), |stay| stay.from.micros().to_string()))
                .collect();
            assert_eq!(told, wanted, "{way}");
        }
    }
}
