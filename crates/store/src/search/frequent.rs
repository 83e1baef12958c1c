//! Which terms stand so often in the index that it is better not asked for them.

use std::collections::BTreeMap;

use super::{Term, Wanted};
use crate::{Dialect, Fail, Session};

/// The terms that PostgreSQL found most often when it last looked at the index, and how many records that has.
const TERMS: &str = "SELECT term, share FROM pg_stats, \
     unnest(most_common_elems::text::text[], most_common_elem_freqs) AS found (term, share) \
     WHERE schemaname = current_schema() AND tablename = 'search' AND attname = 'terms' AND term IS NOT NULL";
const RECORDS: &str = "SELECT reltuples FROM pg_class WHERE oid = '\"search\"'::regclass";

/// How often the most frequent terms stand in the index.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frequent {
    /// How many records the index has.
    pub records: f64,
    /// In which share of them a term stands.
    pub shares: BTreeMap<String, f64>,
}

impl Frequent {
    /// As the database knows it; nothing on SQLite, which reads an index of terms no further than it is asked.
    pub fn read(session: &mut dyn Session) -> Result<Frequent, Fail> {
        if session.dialect() == Dialect::Sqlite {
            return Ok(Frequent::default());
        }
        let number = |text: &String| text.parse().unwrap_or(0.0);
        let records = session.texts(RECORDS)?.first().map_or(0.0, |row| number(&row[0]));
        let shares = session.texts(TERMS)?.into_iter().map(|row| (row[0].clone(), number(&row[1]))).collect();
        Ok(Frequent { records, shares })
    }

    /// How many records may hold what is wanted, as though no term had to do with another: what is not among the most
    /// frequent counts for nothing.
    pub fn expected(&self, wanted: &Wanted) -> f64 {
        let share = |group: &Vec<Term>| group.iter().map(|term| self.share(term)).sum::<f64>().min(1.0);
        wanted.0.iter().map(share).fold(self.records, |left, share| left * share)
    }

    fn share(&self, term: &Term) -> f64 {
        if !term.begins {
            return self.shares.get(&term.text).copied().unwrap_or(0.0);
        }
        let from = self.shares.range(term.text.clone()..);
        from.take_while(|(known, _)| known.starts_with(&term.text)).map(|(_, share)| share).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frequent_terms_tell_how_many_records_to_expect() {
        let shares = [("anna", 0.25), ("anton", 0.25), ("kiev", 0.5), ("lviv", 0.01)];
        let shares = shares.map(|(term, share)| (term.to_owned(), share)).into();
        let frequent = Frequent { records: 1_000.0, shares };
        let table: [(Vec<Vec<Term>>, f64); 6] = [
            (vec![vec![Term::whole("kiev")]], 500.0),
            (vec![vec![Term::begins("an")]], 500.0),
            (vec![vec![Term::whole("an")]], 0.0),
            (vec![vec![Term::whole("anna"), Term::whole("anton")], vec![Term::whole("kiev")]], 250.0),
            (vec![vec![Term::whole("kiev")], vec![Term::whole("unheard")]], 0.0),
            (vec![vec![Term::begins("an"), Term::whole("kiev"), Term::whole("anna")]], 1_000.0),
        ];
        for (wanted, expected) in table {
            assert_eq!(frequent.expected(&Wanted(wanted.clone())), expected, "{wanted:?}");
        }
    }
}
