//! The icons that declarations name.

use cordee_schema::Object;
use cordee_ui::Icon;

/// The icon of an object.
pub(crate) fn icon(object: &Object) -> Icon {
    named(object.icon)
}

/// The icon of a sort of what is done, where the object's timeline has one for it.
pub(crate) fn sort_icon(object: &Object, sort: &str) -> Icon {
    let mut written = object.deeds.iter().flat_map(|deeds| deeds.written);
    written.find(|deed| deed.kind == sort).map_or_else(|| icon(object), |deed| named(deed.icon))
}

/// The icon of this name.
pub(crate) fn named(name: &str) -> Icon {
    match name {
        "activity" => Icon::Activity,
        "briefcase" => Icon::Briefcase,
        "building" => Icon::Building2,
        "calendar" => Icon::Calendar,
        "contact" => Icon::Contact,
        "flag" => Icon::Flag,
        "key" => Icon::KeyRound,
        "layers" => Icon::Layers,
        "list-checks" => Icon::ListChecks,
        "mail" => Icon::Mail,
        "message-square" => Icon::MessageSquare,
        "money" => Icon::CircleDollarSign,
        "monitor" => Icon::MonitorSmartphone,
        "paperclip" => Icon::Paperclip,
        "package" => Icon::Package,
        "note" => Icon::Pencil,
        "phone" => Icon::Phone,
        "route" => Icon::Route,
        "shield" => Icon::Shield,
        "swords" => Icon::Swords,
        "table" => Icon::Table2,
        "tag" => Icon::Tag,
        "target" => Icon::Target,
        "upload" => Icon::Upload,
        "user" => Icon::User,
        "users" => Icon::Users,
        _ => Icon::List,
    }
}
