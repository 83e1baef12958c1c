//! The one kind of error that crosses the rooms. It knows neither HTTP nor words.

use std::fmt;

/// What a function that can fail gives back.
pub type Outcome<T> = Result<T, Problem>;

/// Why something was not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It does not exist, or one may not see it: the two can't be told apart.
    NotFound,
    /// Nobody is signed in.
    SignInNeeded,
    /// One sees it, but may not do this to it.
    NotAllowed,
    /// It matters so much that one has to show once more who one is, and then it can be done.
    ConfirmNeeded,
    /// What was given is wrong; each fault names its field and what would be right.
    Invalid(Vec<Fault>),
    /// Somebody else changed the record first; `now` is the version that stands.
    Stale { now: i64 },
    /// It clashes with what is there already (a unique value, a name in use).
    Conflict(Fault),
    /// More than we take at once; the fault names the limit.
    TooLarge(Fault),
    /// Too many requests or a database that does not answer in time; worth trying again.
    Busy { retry_seconds: u32 },
    /// The disk is full, so nothing can be written.
    Full,
    /// The store of files does not answer or lets nobody in; worth trying again. All else goes on.
    FilesAway { retry_seconds: u32 },
    /// Cordee is held still for a while: one reads, and changes nothing.
    ReadOnly,
    /// Our own failure. The text is for the log, never for a person outside.
    Internal(String),
}

/// One thing wrong with what was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field, parameter or column (a path such as `account.name`); none if it is the whole.
    pub field: Option<String>,
    /// The key of the sentence in `locales/*/errors.ftl`, such as `error-required`.
    pub key: &'static str,
    /// What the sentence speaks of, by the name of its placeholder.
    pub args: Vec<(&'static str, String)>,
}

impl Fault {
    /// A fault at `field`.
    pub fn at(field: impl Into<String>, key: &'static str) -> Fault {
        Fault { field: Some(field.into()), key, args: Vec::new() }
    }

    /// A fault of the whole.
    pub fn whole(key: &'static str) -> Fault {
        Fault { field: None, key, args: Vec::new() }
    }

    /// The same fault, saying `value` where the sentence has `{ $name }`.
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Fault {
        self.args.push((name, value.to_string()));
        self
    }
}

impl Problem {
    /// One thing is wrong.
    pub fn invalid(fault: Fault) -> Problem {
        Problem::Invalid(vec![fault])
    }

    /// Our own failure; `what` says what was being done, and to which record.
    pub fn internal(what: impl fmt::Display) -> Problem {
        Problem::Internal(what.to_string())
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Problem {
        Problem::invalid(fault)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(field) = &self.field {
            write!(f, "{field}: ")?;
        }
        f.write_str(self.key)?;
        for (name, value) in &self.args {
            write!(f, " {name}={value:?}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Problem {
    /// For logs and tests; people get sentences from `i18n`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::NotFound => f.write_str("not found"),
            Problem::SignInNeeded => f.write_str("sign-in needed"),
            Problem::NotAllowed => f.write_str("not allowed"),
            Problem::ConfirmNeeded => f.write_str("needs to be confirmed"),
            Problem::Invalid(faults) => {
                f.write_str("invalid")?;
                faults.iter().try_for_each(|fault| write!(f, "; {fault}"))
            }
            Problem::Stale { now } => write!(f, "stale: version {now} stands"),
            Problem::Conflict(fault) => write!(f, "conflict; {fault}"),
            Problem::TooLarge(fault) => write!(f, "too large; {fault}"),
            Problem::Busy { retry_seconds } => write!(f, "busy; again in {retry_seconds} s"),
            Problem::Full => f.write_str("the disk is full"),
            Problem::FilesAway { retry_seconds } => {
                write!(f, "the store of files does not answer; again in {retry_seconds} s")
            }
            Problem::ReadOnly => f.write_str("read-only"),
            Problem::Internal(what) => write!(f, "internal: {what}"),
        }
    }
}

impl std::error::Error for Problem {}
