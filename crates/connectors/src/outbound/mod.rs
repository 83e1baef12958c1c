//! The one way out: messages to servers whose address somebody has typed, who may have typed one of our own network.
//!
//! A name is resolved once, every address it has is checked, and the connection is made to the address that was
//! checked. Redirects are answers like others and are not followed.

mod address;
mod client;
mod error;
mod network;
mod send;

pub use address::is_global;
pub use client::{Client, Options, Reply};
pub use error::OutboundError;
pub use network::{Network, NetworkError};
