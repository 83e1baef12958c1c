//! The roles of a new workspace: one for each person of a company that opens Cordee.

use super::scope::{Grant, RoleDefault, Scope};
use Scope::{All, None, Own, Team};

/// All default roles.
pub const ROLES: &[RoleDefault] = &[
    RoleDefault {
        key: "administrator",
        grants: &[&[grant("*", All, All, All, All, All)]],
        imports: true,
        administers: true,
        ..PLAIN
    },
    RoleDefault {
        key: "head_of_sales",
        grants: &[
            &[
                grant("account", Team, All, Team, Team, Team),
                grant("contact", Team, All, Team, Team, Team),
                grant("product", All, All, All, None, All),
                grant("competitor", All, All, All, All, All),
                grant("quota", Team, Team, Team, Team, Team),
                grant("forecast_call", Team, Team, None, None, Team),
                grant("pipeline", None, All, All, None, All),
                grant("*", Team, Team, Team, Team, Team),
            ],
            SHARED,
        ],
        read_only: BUT_KEY_STAGE,
        imports: true,
        ..PLAIN
    },
    RoleDefault {
        key: "account_executive",
        grants: &[
            &[
                grant("account", Own, All, Own, Own, Own),
                grant("contact", Own, All, Own, Own, Own),
                grant("*", Own, Team, Own, Own, Own),
            ],
            SHARED,
        ],
        hidden: NO_COST,
        ..PLAIN
    },
    // Takes new leads from the team's queue, and opens deals that an account executive of the team will own.
    RoleDefault {
        key: "sdr",
        grants: &[
            &[
                grant("account", Own, All, Own, None, None),
                grant("contact", Own, All, Own, None, None),
                grant("lead", Team, Team, Team, None, Own),
                grant("opportunity", Team, Team, Own, None, None),
                grant("*", Own, Team, Own, Own, None),
            ],
            SHARED,
        ],
        hidden: NO_COST,
        ..PLAIN
    },
    // Finds its own leads; does not touch those that others found.
    RoleDefault {
        key: "bdr",
        grants: &[
            &[
                grant("account", Own, All, Own, None, None),
                grant("contact", Own, All, Own, None, None),
                grant("lead", Own, Team, Own, Own, Own),
                grant("opportunity", Team, Team, Own, None, None),
                grant("*", Own, Team, Own, Own, None),
            ],
            SHARED,
        ],
        hidden: NO_COST,
        ..PLAIN
    },
    // Researches the team's accounts and the people there.
    RoleDefault {
        key: "adr",
        grants: &[
            &[
                grant("account", Team, All, Team, None, Own),
                grant("contact", Team, All, Team, None, Own),
                grant("lead", Own, Team, Own, None, None),
                grant("opportunity", Team, Team, Own, None, None),
                grant("*", Own, Team, Own, Own, None),
            ],
            SHARED,
        ],
        hidden: NO_COST,
        ..PLAIN
    },
    RoleDefault {
        key: "marketing",
        grants: &[
            &[
                grant("account", Own, All, Own, None, All),
                grant("contact", Own, All, Own, None, All),
                grant("lead", All, All, All, Own, All),
                grant("opportunity", None, All, None, None, All),
                grant("*", Own, All, Own, Own, Own),
            ],
            SHARED,
        ],
        hidden: NO_COST,
        imports: true,
        ..PLAIN
    },
    // Looks after customers, whoever won them, and opens renewals and further sales.
    RoleDefault {
        key: "customer_success",
        grants: &[
            &[
                grant("account", None, All, Team, None, Own),
                grant("contact", Own, All, All, None, Own),
                grant("lead", Own, Own, Own, None, None),
                grant("opportunity", Own, All, Own, None, Own),
                grant("*", Own, All, Own, Own, Own),
            ],
            SHARED,
        ],
        hidden: NO_COST,
        ..PLAIN
    },
    RoleDefault {
        key: "support",
        grants: &[
            &[
                grant("account", None, All, None, None, None),
                grant("contact", Own, All, All, None, None),
                grant("lead", None, None, None, None, None),
                grant("opportunity", None, None, None, None, None),
                grant("forecast_call", None, None, None, None, None),
                grant("*", Own, Team, Own, Own, None),
            ],
            SHARED,
        ],
        hidden: &[("product", "cost"), ("account", "annual_revenue")],
        read_only: &[("contact", "owner"), ("contact", "account")],
        ..PLAIN
    },
    RoleDefault {
        key: "executive",
        grants: &[
            &[
                grant("activity", Own, All, Own, Own, All),
                grant("competitor", None, All, None, None, All),
                grant("quota", None, All, None, None, All),
                grant("forecast_call", Own, All, None, None, All),
                grant("*", None, All, None, None, All),
            ],
            SHARED,
        ],
        ..PLAIN
    },
    // Another system: writes what it is told to, deletes nothing, sets nothing up.
    RoleDefault {
        key: "integrator",
        grants: &[
            &[
                grant("product", All, All, All, None, All),
                grant("quota", All, All, All, None, All),
                grant("forecast_call", All, All, None, None, All),
                grant("*", All, All, All, None, All),
            ],
            SHARED,
        ],
        imports: true,
        shares: false,
        ..PLAIN
    },
];

/// What everyone has: links lead to these, so everyone sees them; what is known of competitors, all gather; quotas are
/// set by those who lead, and everyone sees their own; everyone forecasts their own deals, and nobody changes what was said; one's own tokens and sessions are one's own business.
const SHARED: &[Grant] = &[
    grant("pipeline", None, All, None, None, All),
    grant("stage", None, All, None, None, All),
    grant("stage_criterion", None, All, None, None, All),
    grant("product", None, All, None, None, All),
    grant("competitor", All, All, All, None, All),
    grant("quota", None, Own, None, None, Own),
    grant("forecast_call", Own, Own, None, None, Own),
    grant("user", None, All, None, None, None),
    grant("team", None, All, None, None, None),
    grant("role", None, All, None, None, None),
    grant("currency_rate", None, All, None, None, All),
    grant("tag", None, All, None, None, All),
    grant("workspace", None, All, None, None, None),
    grant("custom_object", None, None, None, None, None),
    grant("custom_field", None, None, None, None, None),
    grant("picklist_option", None, None, None, None, None),
    grant("layout", None, None, None, None, None),
    grant("token", Own, Own, Own, Own, None),
    grant("session", None, Own, None, Own, None),
    grant("import", None, Own, None, None, None),
];

/// Who leads sellers says which stage decides; how pipelines are made otherwise is for administrators.
const BUT_KEY_STAGE: &[(&str, &str)] = &[
    ("pipeline", "name"),
    ("pipeline", "description"),
    ("pipeline", "order"),
    ("pipeline", "active"),
    ("pipeline", "contact_days"),
    ("pipeline", "counts_from"),
    ("pipeline", "explains_skips"),
    ("pipeline", "template"),
];

const NO_COST: &[(&str, &str)] = &[("product", "cost")];

const PLAIN: RoleDefault = RoleDefault {
    key: "",
    grants: &[],
    hidden: &[],
    read_only: &[],
    imports: false,
    shares: true,
    administers: false,
};

const fn grant(
    object: &'static str,
    create: Scope,
    read: Scope,
    edit: Scope,
    delete: Scope,
    export: Scope,
) -> Grant {
    Grant { object, create, read, edit, delete, export }
}
