//! Rows of named cells, as an importer takes them.

/// The rows of one object, made as they are asked for, so that any number fits into memory.
pub struct Sheet<'a> {
    /// The object whose records they are; `deal_history` for the turns of deals.
    pub object: &'static str,
    /// The names of the cells: fields of the object.
    pub header: Vec<&'static str>,
    /// The cells, as many in each row as in the header.
    pub rows: Box<dyn Iterator<Item = Vec<String>> + Send + 'a>,
}

impl<'a> Sheet<'a> {
    /// A sheet of these rows.
    pub fn new(
        object: &'static str,
        header: &[&'static str],
        rows: impl Iterator<Item = Vec<String>> + Send + 'a,
    ) -> Sheet<'a> {
        Sheet { object, header: header.to_vec(), rows: Box::new(rows) }
    }
}
