//! Signing in: passwords, sessions, tokens, and the brake on guessing.

mod credential;
mod first;
mod password;
mod session;
mod sweep;
mod throttle;
mod token;

pub use password::{PASSWORD_LENGTH, Password};
pub use session::{OpenSession, SessionInfo, SignedIn};
pub use token::TokenInfo;
