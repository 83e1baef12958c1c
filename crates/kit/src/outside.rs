//! The way out of the house: what is sent to other people's servers goes through one door, which tests can hold shut.

/// Sends to other people's servers. It waits on the calling thread.
pub trait Outside: Send + Sync {
    /// Sends a message; an answer of any status is an answer.
    fn post(&self, message: &Post) -> Result<Reply, Unsent>;

    /// Whether messages may be sent to this address at all, as far as can be told without asking the network.
    fn allows(&self, url: &str) -> Result<(), Unsent>;
}

/// A message to a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// Where to.
    pub url: String,
    /// Headers, by name.
    pub headers: Vec<(&'static str, String)>,
    /// What it says.
    pub body: Vec<u8>,
    /// For how many seconds it may take, from the first step to the last.
    pub seconds: u64,
}

/// What a server answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// How long it took.
    pub milliseconds: u64,
}

/// Why a message did not get an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsent {
    /// Nothing is sent to such an address.
    Refused(String),
    /// It was tried, and did not come through.
    Failed(String),
}

impl std::fmt::Display for Unsent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Unsent::Refused(why) | Unsent::Failed(why) => f.write_str(why),
        }
    }
}
