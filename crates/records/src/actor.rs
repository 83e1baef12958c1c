//! Who acts, and through which door.

use std::sync::Arc;

use cordee_base::{Id, Moment};

/// Who acts in which workspace, and through which door. Made by whoever has checked it: sign-in, the command line,
/// the engine itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    /// The workspace.
    pub workspace: Id,
    /// The person or the part of the engine.
    pub who: Who,
    /// The way in.
    pub door: Door,
    /// Where it came from, if it came over the net: for the log of security.
    pub place: Option<Arc<Place>>,
}

/// Where somebody acts from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The session, if it is a person at a browser; such a one may be asked once more who they are.
    pub session: Option<Id>,
    /// The address.
    pub address: String,
    /// The browser or program, as it calls itself.
    pub agent: String,
}

/// A person, or a part of the engine.
#[derive(Clone, Debug, PartialEq)]
pub enum Who {
    /// A person, with all their rights.
    User(Id),
    /// A person by a token, with at most its scopes.
    Token {
        /// The person whose token it is.
        user: Id,
        /// What it may do.
        scopes: TokenScopes,
    },
    /// A person as an administrator sees them: nothing may be changed.
    Seen {
        /// The person.
        user: Id,
        /// The administrator.
        by: Id,
        /// Until when.
        until: Moment,
    },
    /// The engine itself, for the reason given; no rule of access applies.
    System(&'static str),
}

/// What a token may do at the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenScopes {
    /// Read.
    Read,
    /// Read and write.
    ReadWrite,
}

/// The way in, as the journal tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// A page.
    Page,
    /// The API.
    Api,
    /// The command line.
    CommandLine,
    /// An import, by its id.
    Import(Id),
    /// A transfer of what belonged to somebody, by its id.
    Transfer(Id),
    /// A bulk change of many records of a list, by its id.
    Bulk(Id),
    /// Automation.
    Automation,
    /// The engine.
    System,
}

impl Actor {
    /// A person at a page.
    pub fn user(workspace: Id, user: Id, door: Door) -> Actor {
        Actor { workspace, who: Who::User(user), door, place: None }
    }

    /// The engine itself; `why` says what it does, for whoever reads the code and the log.
    pub fn system(workspace: Id, why: &'static str) -> Actor {
        Actor { workspace, who: Who::System(why), door: Door::System, place: None }
    }

    /// The same actor through another door.
    pub fn through(mut self, door: Door) -> Actor {
        self.door = door;
        self
    }

    /// The same actor from a place.
    pub fn at(mut self, place: Place) -> Actor {
        self.place = Some(Arc::new(place));
        self
    }

    /// Whether nothing may be changed, whatever the person may do.
    pub fn only_reads(&self) -> bool {
        matches!(self.who, Who::Token { scopes: TokenScopes::Read, .. } | Who::Seen { .. })
    }

    /// The one who really acts, where an administrator sees as somebody else.
    pub fn really(mut self) -> Actor {
        if let Who::Seen { by, .. } = self.who {
            self.who = Who::User(by);
        }
        self
    }

    /// The person, if it is one.
    pub fn user_id(&self) -> Option<Id> {
        match &self.who {
            Who::User(user) | Who::Token { user, .. } | Who::Seen { user, .. } => Some(*user),
            Who::System(_) => None,
        }
    }
}

impl Door {
    /// The names in the journal of all doors.
    pub const NAMES: [&'static str; 8] =
        ["page", "api", "command_line", "import", "transfer", "bulk", "automation", "system"];

    /// The name in the journal.
    pub fn name(self) -> &'static str {
        match self {
            Door::Page => "page",
            Door::Api => "api",
            Door::CommandLine => "command_line",
            Door::Import(_) => "import",
            Door::Transfer(_) => "transfer",
            Door::Bulk(_) => "bulk",
            Door::Automation => "automation",
            Door::System => "system",
        }
    }

    /// The import, the transfer or the bulk change, if it is one: what came by it can be taken back.
    pub fn import(self) -> Option<Id> {
        match self {
            Door::Import(id) | Door::Transfer(id) | Door::Bulk(id) => Some(id),
            _ => None,
        }
    }
}
