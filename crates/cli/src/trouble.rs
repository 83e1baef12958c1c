//! What goes wrong on the command line: a sentence for people, a problem object for programs, an exit code for scripts.

use std::io::Write;
use std::process::ExitCode;

use cordee_base::{Fault, Problem};
use cordee_i18n::{Language, fault, problem};
use serde_json::{Value as Json, json};

use crate::output::Out;

/// Why a command did not do what it was asked.
#[derive(Debug)]
pub enum Trouble {
    /// The command or the configuration is wrong.
    Usage(Fault),
    /// What was named is not there.
    Missing(Fault),
    /// Anything that the rooms below say.
    Problem(Problem),
    /// The command itself has said what it found; only the code is left to give.
    Found(Exit),
    /// Nobody reads the answer any more, as when it was piped into `head`.
    Gone,
}

/// What the command ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done = 0,
    /// A failure of ours, or something found that is not sound.
    Failed = 1,
    /// Wrong usage or configuration.
    Usage = 2,
    /// What was given is wrong.
    Invalid = 3,
    /// It is not there, or one may not.
    Denied = 4,
    /// Busy, no room on the disk, or stopped before the end; worth trying again.
    Unavailable = 5,
}

impl From<Problem> for Trouble {
    fn from(problem: Problem) -> Trouble {
        Trouble::Problem(problem)
    }
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Trouble {
        Trouble::Problem(fault.into())
    }
}

impl Trouble {
    /// A file or folder that could not be used; `doing` says for what.
    pub fn file(path: &std::path::Path, why: &std::io::Error) -> Trouble {
        let full = why.kind() == std::io::ErrorKind::StorageFull;
        if full {
            return Trouble::Problem(Problem::Full);
        }
        Trouble::Usage(Fault::whole("error-file-unusable").with("file", path.display()).with("detail", why))
    }

    /// The code that the command ends with.
    pub fn exit(&self) -> Exit {
        match self {
            Trouble::Gone => Exit::Done,
            Trouble::Usage(_) => Exit::Usage,
            Trouble::Missing(_) => Exit::Denied,
            Trouble::Found(exit) => *exit,
            Trouble::Problem(problem) => match problem {
                Problem::NotFound | Problem::SignInNeeded | Problem::NotAllowed | Problem::ConfirmNeeded => {
                    Exit::Denied
                }
                Problem::Invalid(_) | Problem::Stale { .. } | Problem::Conflict(_) | Problem::TooLarge(_) => {
                    Exit::Invalid
                }
                Problem::Busy { .. } | Problem::Full | Problem::FilesAway { .. } | Problem::ReadOnly => {
                    Exit::Unavailable
                }
                Problem::Internal(_) => Exit::Failed,
            },
        }
    }

    /// Says on standard error what went wrong, and gives the code to end with.
    pub fn tell(&self, out: &Out) -> ExitCode {
        let exit = self.exit();
        if !matches!(self, Trouble::Gone | Trouble::Found(_)) {
            let text = if out.json { self.json(out.language).to_string() } else { self.text(out.language) };
            // There is nobody left to tell if this fails.
            let _ = writeln!(std::io::stderr(), "{text}");
        }
        ExitCode::from(exit as u8)
    }

    /// What is wrong, one by one.
    pub fn faults(&self) -> &[Fault] {
        match self {
            Trouble::Usage(fault) | Trouble::Missing(fault) => std::slice::from_ref(fault),
            Trouble::Problem(Problem::Invalid(faults)) => faults,
            Trouble::Problem(Problem::Conflict(fault) | Problem::TooLarge(fault)) => {
                std::slice::from_ref(fault)
            }
            _ => &[],
        }
    }

    fn text(&self, language: Language) -> String {
        let said = |f: &Fault| {
            let label = f.field.as_deref().filter(|name| !name.is_empty());
            format!("cordee: {}", fault(language, f, label))
        };
        let faults: Vec<String> = self.faults().iter().map(said).collect();
        if !faults.is_empty() {
            return faults.join("\n");
        }
        match self {
            // Whoever runs the command keeps the machine: the inside is theirs to see.
            Trouble::Problem(inside @ Problem::Internal(what)) => {
                format!("cordee: {} ({what})", problem(language, inside))
            }
            Trouble::Problem(other) => format!("cordee: {}", problem(language, other)),
            _ => String::new(),
        }
    }

    fn json(&self, language: Language) -> Json {
        let (kind, title) = match self {
            Trouble::Usage(_) => ("usage", problem(language, &Problem::Invalid(Vec::new()))),
            Trouble::Missing(_) => ("not_found", problem(language, &Problem::NotFound)),
            Trouble::Problem(inside) => (kind(inside), problem(language, inside)),
            Trouble::Found(_) | Trouble::Gone => ("", String::new()),
        };
        let error =
            |f: &Fault| json!({ "field": f.field, "code": f.key, "detail": fault(language, f, None) });
        let mut object = json!({ "type": kind, "title": title, "exit": self.exit() as u8 });
        if !self.faults().is_empty() {
            object["errors"] = self.faults().iter().map(error).collect();
        }
        if let Trouble::Problem(Problem::Internal(what)) = self {
            object["detail"] = what.as_str().into();
        }
        object
    }
}

fn kind(problem: &Problem) -> &'static str {
    match problem {
        Problem::NotFound => "not_found",
        Problem::SignInNeeded => "sign_in_needed",
        Problem::NotAllowed => "not_allowed",
        Problem::ConfirmNeeded => "confirm_needed",
        Problem::Invalid(_) => "invalid",
        Problem::Stale { .. } => "stale",
        Problem::Conflict(_) => "conflict",
        Problem::TooLarge(_) => "too_large",
        Problem::Busy { .. } => "busy",
        Problem::Full => "full",
        Problem::FilesAway { .. } => "files_away",
        Problem::ReadOnly => "read_only",
        Problem::Internal(_) => "internal",
    }
}

/// Tells what is wrong with the command line, or shows the help or version that was asked for.
pub fn wrong_usage(wrong: &clap::Error) -> ExitCode {
    let asked = !wrong.use_stderr();
    if asked || !std::env::args_os().any(|argument| argument == "--json") {
        let _ = wrong.print();
        return ExitCode::from(if asked { Exit::Done } else { Exit::Usage } as u8);
    }
    let text = wrong.render().to_string();
    let detail = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
    let title = problem(Language::En, &Problem::Invalid(Vec::new()));
    let object = json!({ "type": "usage", "title": title, "exit": Exit::Usage as u8, "detail": detail });
    let _ = writeln!(std::io::stderr(), "{object}");
    ExitCode::from(Exit::Usage as u8)
}
