//! Signing in: passwords, second factors, links, sessions, tokens, the brake on guessing, and the log of it all.

mod breached;
mod confirm;
mod credential;
mod factor;
mod first;
mod follows;
mod link;
mod log;
mod opening;
mod password;
mod recovery;
mod seeing;
mod session;
mod sweep;
mod throttle;
mod token;

pub use breached::Breached;
pub use factor::{FactorState, NewFactor};
pub use link::{NewLink, OpenLink};
pub use log::{SecurityEvent, SecurityQuery};
pub use opening::Step;
pub use password::{PASSWORD_LENGTH, Password};
pub use recovery::ShownCodes;
pub use session::{OpenSession, SessionInfo, SignedIn};
pub use token::TokenInfo;
