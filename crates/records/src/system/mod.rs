//! The engine's own nouns, declared as all others are.

pub mod attachment;
pub mod bulk_change;
pub mod comment;
pub mod currency_rate;
pub mod custom_field;
pub mod custom_object;
pub mod follower;
pub mod import;
pub mod layout;
pub mod notification;
pub mod picklist_option;
pub mod role;
pub mod security_event;
pub mod session;
pub mod share;
pub mod snooze;
pub mod tag;
pub mod team;
pub mod token;
pub mod transfer;
pub mod user;
pub mod view;
pub mod webhook;
pub mod workspace;

use cordee_schema::Object;

/// All of the engine's own objects.
pub fn objects() -> [&'static Object; 24] {
    [
        &workspace::WORKSPACE,
        &user::USER,
        &role::ROLE,
        &team::TEAM,
        &session::SESSION,
        &token::TOKEN,
        &security_event::SECURITY_EVENT,
        &share::SHARE,
        &transfer::TRANSFER,
        &bulk_change::BULK_CHANGE,
        &view::VIEW,
        &import::IMPORT,
        &currency_rate::CURRENCY_RATE,
        &custom_object::CUSTOM_OBJECT,
        &custom_field::CUSTOM_FIELD,
        &picklist_option::PICKLIST_OPTION,
        &layout::LAYOUT,
        &tag::TAG,
        &webhook::WEBHOOK,
        &comment::COMMENT,
        &attachment::ATTACHMENT,
        &follower::FOLLOWER,
        &notification::NOTIFICATION,
        &snooze::SNOOZE,
    ]
}
