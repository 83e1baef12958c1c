-- 0002_report_over_time: written by `cargo xtask migration` from the declarations.

CREATE INDEX IF NOT EXISTS "opportunity_version_state" ON "opportunity_version" ("workspace_id", "state", "valid_to", "valid_from", "record", "stage", "amount_base", "probability", "owner", "forecast_category", "close_date");
