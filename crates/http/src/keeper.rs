//! What only whoever has started the server knows: how all stands that Cordee stands on, and where backups are put.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock};

use cordee_base::{Moment, Outcome};
use cordee_i18n::Language;

/// Looks after what a server stands on.
pub trait Keeper: Send + Sync {
    /// The version of Cordee.
    fn version(&self) -> String;
    /// Where the data are, without any secret.
    fn database(&self) -> String;
    /// Looks at all there is to look at. Takes its time.
    fn look(&self, language: Language) -> Outcome<Vec<Finding>>;
    /// Makes a backup and checks it. Takes its time.
    fn back_up(&self) -> Outcome<()>;
    /// The backups that were made so and are still there, the latest first.
    fn backups(&self) -> Vec<Backup>;
}

/// What was found where something was looked at.
#[derive(Clone, Debug)]
pub struct Finding {
    /// How it stands.
    pub standing: Standing,
    /// What was found, in a sentence.
    pub said: String,
    /// What to do about it, where something is wrong.
    pub advice: Option<String>,
}

/// How something stands, from good to bad.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// As it should be.
    Sound,
    /// It works, and something should be done.
    Warning,
    /// It does not work as it should.
    Fault,
}

/// A backup that is there.
#[derive(Clone, Debug)]
pub struct Backup {
    /// The name of its file.
    pub name: String,
    /// Where it lies.
    pub path: PathBuf,
    /// When it was made.
    pub at: Moment,
    /// How large it is.
    pub bytes: u64,
}

/// The keeper of a server, if it has one, and how its latest backup goes.
#[derive(Default)]
pub(crate) struct Kept {
    keeper: OnceLock<Arc<dyn Keeper>>,
    making: Mutex<Making>,
}

/// How the latest backup goes that was begun at a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Making {
    /// None was begun since the server was started, or it is there.
    #[default]
    Nothing,
    /// It is being made.
    Under,
    /// It came to nothing.
    Failed,
}

impl Kept {
    /// Names the keeper, once.
    pub(crate) fn by(&self, keeper: Arc<dyn Keeper>) {
        let _ = self.keeper.set(keeper);
    }

    /// The keeper.
    pub(crate) fn keeper(&self) -> Option<&Arc<dyn Keeper>> {
        self.keeper.get()
    }

    /// How the latest backup goes.
    pub(crate) fn making(&self) -> Making {
        self.making.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).clone()
    }

    /// Begins one; no if one is being made already.
    pub(crate) fn begin(&self) -> bool {
        let mut making = self.making.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let free = *making != Making::Under;
        *making = Making::Under;
        free
    }

    /// Notes how it went.
    pub(crate) fn ended(&self, made: &Outcome<()>) {
        let mut making = self.making.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        *making = if made.is_ok() { Making::Nothing } else { Making::Failed };
    }
}
