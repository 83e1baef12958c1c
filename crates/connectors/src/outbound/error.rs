//! Why a message did not get an answer.

use std::fmt;

/// Why a message did not get an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OutboundError {
    /// It is no address of the web, or one of a kind that is not used here.
    Url(&'static str),
    /// The address, or one of those that the name stands for, is not of the open internet and is not allowed.
    Inside(String),
    /// The name stands for no address.
    Unknown(String),
    /// No connection could be made, or it was lost.
    Lost(String),
    /// It took too long.
    Slow,
}

impl OutboundError {
    /// Whether it is refused here, however often it is tried.
    pub fn is_refused(&self) -> bool {
        matches!(self, OutboundError::Url(_) | OutboundError::Inside(_))
    }
}

impl fmt::Display for OutboundError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OutboundError::Url(why) => f.write_str(why),
            OutboundError::Inside(address) => write!(f, "{address} is not of the open internet"),
            OutboundError::Unknown(name) => write!(f, "{name} is not known"),
            OutboundError::Lost(why) => f.write_str(why),
            OutboundError::Slow => f.write_str("no answer in time"),
        }
    }
}

impl std::error::Error for OutboundError {}
