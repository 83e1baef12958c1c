//! How rights are written down: for each object, over whose records.

/// Over whose records a right holds; each takes in the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Nobody's.
    None,
    /// One's own.
    Own,
    /// One's team's and its sub-teams'.
    Team,
    /// Everybody's.
    All,
}

/// What a role may do with the records of one object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The object; `*` for all that the role does not name.
    pub object: &'static str,
    /// For whom new records may be made.
    pub create: Scope,
    /// Whose may be seen.
    pub read: Scope,
    /// Whose may be changed.
    pub edit: Scope,
    /// Whose may be put in the trash.
    pub delete: Scope,
    /// Whose may be taken out as a file.
    pub export: Scope,
}

/// A role as it is first set up. Its name is the word `role-default-KEY`.
#[derive(Clone, Copy, Debug)]
pub struct RoleDefault {
    /// What it is known by: `account_executive`.
    pub key: &'static str,
    /// Its rights in groups, of which several roles may share one; the first that names an object counts.
    pub grants: &'static [&'static [Grant]],
    /// Fields (object, field) that it doesn't see.
    pub hidden: &'static [(&'static str, &'static str)],
    /// Fields (object, field) that it sees but doesn't change.
    pub read_only: &'static [(&'static str, &'static str)],
    /// May bring in files.
    pub imports: bool,
    /// May share the records that it may change.
    pub shares: bool,
    /// May change how the workspace is set up.
    pub administers: bool,
}

impl RoleDefault {
    /// What it may do with the records of `object`; without a grant, nothing.
    pub fn grant(&self, object: &str) -> Option<&'static Grant> {
        let find = |name: &str| self.grants.iter().copied().flatten().find(|grant| grant.object == name);
        find(object).or_else(|| find("*"))
    }
}
