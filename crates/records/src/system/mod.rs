//! The engine's own nouns, declared as all others are.

pub mod currency_rate;
pub mod import;
pub mod role;
pub mod session;
pub mod team;
pub mod token;
pub mod user;
pub mod view;
pub mod workspace;

use cordee_schema::Object;

/// All of the engine's own objects.
pub fn objects() -> [&'static Object; 9] {
    [
        &workspace::WORKSPACE,
        &user::USER,
        &role::ROLE,
        &team::TEAM,
        &session::SESSION,
        &token::TOKEN,
        &view::VIEW,
        &import::IMPORT,
        &currency_rate::CURRENCY_RATE,
    ]
}
