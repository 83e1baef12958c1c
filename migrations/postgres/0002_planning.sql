-- 0002_planning: written by `cargo xtask migration` from the declarations.

ALTER TABLE "workspace" ADD COLUMN IF NOT EXISTS "calls_due_on" text COLLATE "C";

ALTER TABLE "workspace" ADD COLUMN IF NOT EXISTS "calls_due_at" time;

ALTER TABLE "notification" ADD COLUMN IF NOT EXISTS "people" text COLLATE "C";

ALTER TABLE "pipeline" ADD COLUMN IF NOT EXISTS "key_stage" bigint;

ALTER TABLE "pipeline" ADD COLUMN IF NOT EXISTS "found_key_stage" bigint;

ALTER TABLE "pipeline" ADD COLUMN IF NOT EXISTS "counts_from" bigint;

ALTER TABLE "pipeline" ADD COLUMN IF NOT EXISTS "explains_skips" boolean;

ALTER TABLE "pipeline" ADD COLUMN IF NOT EXISTS "template" text COLLATE "C";

ALTER TABLE "stage" ADD COLUMN IF NOT EXISTS "playbook" text COLLATE "C";

ALTER TABLE "opportunity" ADD COLUMN IF NOT EXISTS "last_signal" date;

ALTER TABLE "opportunity" ADD COLUMN IF NOT EXISTS "handover" text COLLATE "C";

ALTER TABLE "opportunity" ADD COLUMN IF NOT EXISTS "counts" boolean;

ALTER TABLE "opportunity" ADD COLUMN IF NOT EXISTS "win_reason" text COLLATE "C";

DROP INDEX IF EXISTS "opportunity_state_close_date";

CREATE INDEX IF NOT EXISTS "opportunity_state_close_date" ON "opportunity" ("workspace_id", "state", "close_date", "id", "stage", "amount_base", "probability", "pipeline", "owner", "cycle_days", "account", "product", "source", "type", "forecast_category", "loss_reason", "counts", "win_reason", "created_at") WHERE "deleted_at" IS NULL;

ALTER TABLE "opportunity_version" ADD COLUMN IF NOT EXISTS "skipped_because" text COLLATE "C";

ALTER TABLE "opportunity_version" ADD COLUMN IF NOT EXISTS "counts" boolean;

CREATE INDEX IF NOT EXISTS "opportunity_version_state" ON "opportunity_version" ("workspace_id", "state", "valid_to", "valid_from", "record", "stage", "amount_base", "probability", "owner", "forecast_category", "counts", "close_date");

CREATE TABLE IF NOT EXISTS "credit_split" (
  "workspace_id" bigint NOT NULL,
  "id" bigint NOT NULL,
  "version" bigint NOT NULL,
  "created_at" timestamptz NOT NULL,
  "created_by" bigint,
  "updated_at" timestamptz NOT NULL,
  "updated_by" bigint,
  "deleted_at" timestamptz,
  "source_system" text COLLATE "C",
  "foreign_id" text COLLATE "C",
  "opportunity" bigint,
  "person" bigint,
  "share" numeric(20, 4),
  "note" text COLLATE "C",
  "note_fold" text COLLATE "C",
  "title" text COLLATE "C",
  "position" numeric(20, 0),
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "credit_split_foreign" ON "credit_split" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "credit_split_created_at" ON "credit_split" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "credit_split_updated_at" ON "credit_split" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "credit_split_trash" ON "credit_split" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "credit_split_opportunity" ON "credit_split" ("workspace_id", "opportunity", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "credit_split_person" ON "credit_split" ("workspace_id", "person", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "credit_split_version" (
  "workspace_id" bigint NOT NULL,
  "id" bigint NOT NULL,
  "record" bigint NOT NULL,
  "valid_from" timestamptz NOT NULL,
  "valid_to" timestamptz NOT NULL,
  "recorded_at" timestamptz NOT NULL,
  "person" bigint,
  "share" numeric(20, 4),
  PRIMARY KEY ("workspace_id", "id")
);

CREATE INDEX IF NOT EXISTS "credit_split_version_record" ON "credit_split_version" ("workspace_id", "record", "valid_from");

CREATE TABLE IF NOT EXISTS "buying_signal" (
  "workspace_id" bigint NOT NULL,
  "id" bigint NOT NULL,
  "version" bigint NOT NULL,
  "created_at" timestamptz NOT NULL,
  "created_by" bigint,
  "updated_at" timestamptz NOT NULL,
  "updated_by" bigint,
  "deleted_at" timestamptz,
  "source_system" text COLLATE "C",
  "foreign_id" text COLLATE "C",
  "opportunity" bigint,
  "name" text COLLATE "C",
  "name_fold" text COLLATE "C",
  "kind" text COLLATE "C",
  "shown_on" date,
  "contact" bigint,
  "note" text COLLATE "C",
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "buying_signal_foreign" ON "buying_signal" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "buying_signal_created_at" ON "buying_signal" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "buying_signal_updated_at" ON "buying_signal" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "buying_signal_trash" ON "buying_signal" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "buying_signal_opportunity" ON "buying_signal" ("workspace_id", "opportunity", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "buying_signal_contact" ON "buying_signal" ("workspace_id", "contact", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "quota" (
  "workspace_id" bigint NOT NULL,
  "id" bigint NOT NULL,
  "version" bigint NOT NULL,
  "created_at" timestamptz NOT NULL,
  "created_by" bigint,
  "updated_at" timestamptz NOT NULL,
  "updated_by" bigint,
  "deleted_at" timestamptz,
  "source_system" text COLLATE "C",
  "foreign_id" text COLLATE "C",
  "title" text COLLATE "C",
  "title_fold" text COLLATE "C",
  "period" text COLLATE "C",
  "period_fold" text COLLATE "C",
  "first_day" date,
  "last_day" date,
  "owner" bigint,
  "team" bigint,
  "series" text COLLATE "C",
  "series_fold" text COLLATE "C",
  "amount" bigint,
  "amount_currency" text COLLATE "C",
  "amount_base" bigint,
  "full_amount" bigint,
  "full_amount_currency" text COLLATE "C",
  "full_amount_base" bigint,
  "ramp" text COLLATE "C",
  "ramp_from" date,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "quota_foreign" ON "quota" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "quota_created_at" ON "quota" ("workspace_id", "created_at", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "quota_updated_at" ON "quota" ("workspace_id", "updated_at", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "quota_trash" ON "quota" ("workspace_id", "updated_at", "id", "owner") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "quota_period" ON "quota" ("workspace_id", "period_fold", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "quota_first_day" ON "quota" ("workspace_id", "first_day", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "quota_last_day" ON "quota" ("workspace_id", "last_day", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "quota_owner" ON "quota" ("workspace_id", "owner", "id", "period_fold", "first_day", "last_day", "amount_base", "created_at", "updated_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "quota_team" ON "quota" ("workspace_id", "team", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "quota_amount" ON "quota" ("workspace_id", "amount_base", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "quota_version" (
  "workspace_id" bigint NOT NULL,
  "id" bigint NOT NULL,
  "record" bigint NOT NULL,
  "valid_from" timestamptz NOT NULL,
  "valid_to" timestamptz NOT NULL,
  "recorded_at" timestamptz NOT NULL,
  "amount" bigint,
  "amount_currency" text COLLATE "C",
  "amount_base" bigint,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE INDEX IF NOT EXISTS "quota_version_record" ON "quota_version" ("workspace_id", "record", "valid_from");

CREATE TABLE IF NOT EXISTS "forecast_call" (
  "workspace_id" bigint NOT NULL,
  "id" bigint NOT NULL,
  "version" bigint NOT NULL,
  "created_at" timestamptz NOT NULL,
  "created_by" bigint,
  "updated_at" timestamptz NOT NULL,
  "updated_by" bigint,
  "deleted_at" timestamptz,
  "source_system" text COLLATE "C",
  "foreign_id" text COLLATE "C",
  "title" text COLLATE "C",
  "title_fold" text COLLATE "C",
  "period" text COLLATE "C",
  "period_fold" text COLLATE "C",
  "first_day" date,
  "last_day" date,
  "owner" bigint,
  "covers" text COLLATE "C",
  "commit" bigint,
  "commit_currency" text COLLATE "C",
  "commit_base" bigint,
  "best_case" bigint,
  "best_case_currency" text COLLATE "C",
  "best_case_base" bigint,
  "pipeline" bigint,
  "pipeline_currency" text COLLATE "C",
  "pipeline_base" bigint,
  "comment" text COLLATE "C",
  "deals_closed" bigint,
  "deals_closed_currency" text COLLATE "C",
  "deals_closed_base" bigint,
  "deals_commit" bigint,
  "deals_commit_currency" text COLLATE "C",
  "deals_commit_base" bigint,
  "deals_best_case" bigint,
  "deals_best_case_currency" text COLLATE "C",
  "deals_best_case_base" bigint,
  "deals_pipeline" bigint,
  "deals_pipeline_currency" text COLLATE "C",
  "deals_pipeline_base" bigint,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "forecast_call_foreign" ON "forecast_call" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "forecast_call_created_at" ON "forecast_call" ("workspace_id", "created_at", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "forecast_call_updated_at" ON "forecast_call" ("workspace_id", "updated_at", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "forecast_call_trash" ON "forecast_call" ("workspace_id", "updated_at", "id", "owner") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "forecast_call_period" ON "forecast_call" ("workspace_id", "period_fold", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "forecast_call_first_day" ON "forecast_call" ("workspace_id", "first_day", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "forecast_call_last_day" ON "forecast_call" ("workspace_id", "last_day", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "forecast_call_owner" ON "forecast_call" ("workspace_id", "owner", "created_at", "id", "period_fold", "first_day", "last_day", "updated_at") WHERE "deleted_at" IS NULL;
