//! The icons that declarations name.

use cordee_schema::Object;
use cordee_ui::Icon;

/// The icon of an object.
pub(crate) fn icon(object: &Object) -> Icon {
    match object.icon {
        "activity" => Icon::Activity,
        "briefcase" => Icon::Briefcase,
        "building" => Icon::Building2,
        "calendar" => Icon::Calendar,
        "contact" => Icon::Contact,
        "flag" => Icon::Flag,
        "key" => Icon::KeyRound,
        "list-checks" => Icon::ListChecks,
        "message-square" => Icon::MessageSquare,
        "money" => Icon::CircleDollarSign,
        "monitor" => Icon::MonitorSmartphone,
        "paperclip" => Icon::Paperclip,
        "package" => Icon::Package,
        "route" => Icon::Route,
        "shield" => Icon::Shield,
        "table" => Icon::Table2,
        "tag" => Icon::Tag,
        "target" => Icon::Target,
        "upload" => Icon::Upload,
        "user" => Icon::User,
        "users" => Icon::Users,
        _ => Icon::List,
    }
}
