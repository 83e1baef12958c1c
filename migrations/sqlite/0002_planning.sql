-- 0002_planning: written by `cargo xtask migration` from the declarations.

ALTER TABLE "workspace" ADD COLUMN "calls_due_on" TEXT;

ALTER TABLE "workspace" ADD COLUMN "calls_due_at" INTEGER;

ALTER TABLE "notification" ADD COLUMN "people" TEXT;

ALTER TABLE "pipeline" ADD COLUMN "key_stage" INTEGER;

ALTER TABLE "pipeline" ADD COLUMN "found_key_stage" INTEGER;

ALTER TABLE "pipeline" ADD COLUMN "counts_from" INTEGER;

ALTER TABLE "pipeline" ADD COLUMN "explains_skips" INTEGER;

ALTER TABLE "pipeline" ADD COLUMN "template" TEXT;

ALTER TABLE "stage" ADD COLUMN "playbook" TEXT;

ALTER TABLE "opportunity" ADD COLUMN "last_signal" INTEGER;

ALTER TABLE "opportunity" ADD COLUMN "handover" TEXT;

ALTER TABLE "opportunity" ADD COLUMN "counts" INTEGER;

ALTER TABLE "opportunity" ADD COLUMN "win_reason" TEXT;

DROP INDEX IF EXISTS "opportunity_state_close_date";

CREATE INDEX IF NOT EXISTS "opportunity_state_close_date" ON "opportunity" ("workspace_id", "state", "close_date", "id", "stage", "amount_base", "probability", "pipeline", "owner", "cycle_days", "account", "product", "source", "type", "forecast_category", "loss_reason", "counts", "win_reason", "created_at", "deleted_at") WHERE "deleted_at" IS NULL;

ALTER TABLE "opportunity_version" ADD COLUMN "skipped_because" TEXT;

ALTER TABLE "opportunity_version" ADD COLUMN "counts" INTEGER;

CREATE INDEX IF NOT EXISTS "opportunity_version_state" ON "opportunity_version" ("workspace_id", "state", "valid_to", "valid_from", "record", "stage", "amount_base", "probability", "owner", "forecast_category", "counts", "close_date");

CREATE TABLE IF NOT EXISTS "credit_split" (
  "workspace_id" INTEGER NOT NULL,
  "id" INTEGER PRIMARY KEY,
  "version" INTEGER NOT NULL,
  "created_at" INTEGER NOT NULL,
  "created_by" INTEGER,
  "updated_at" INTEGER NOT NULL,
  "updated_by" INTEGER,
  "deleted_at" INTEGER,
  "source_system" TEXT,
  "foreign_id" TEXT,
  "opportunity" INTEGER,
  "person" INTEGER,
  "share" INTEGER,
  "note" TEXT,
  "note_fold" TEXT,
  "title" TEXT,
  "position" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "credit_split_foreign" ON "credit_split" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "credit_split_created_at" ON "credit_split" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "credit_split_updated_at" ON "credit_split" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "credit_split_trash" ON "credit_split" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "credit_split_opportunity" ON "credit_split" ("workspace_id", "opportunity", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "credit_split_person" ON "credit_split" ("workspace_id", "person", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "credit_split_version" (
  "workspace_id" INTEGER NOT NULL,
  "id" INTEGER PRIMARY KEY,
  "record" INTEGER NOT NULL,
  "valid_from" INTEGER NOT NULL,
  "valid_to" INTEGER NOT NULL,
  "recorded_at" INTEGER NOT NULL,
  "person" INTEGER,
  "share" INTEGER
);

CREATE INDEX IF NOT EXISTS "credit_split_version_record" ON "credit_split_version" ("workspace_id", "record", "valid_from");

CREATE TABLE IF NOT EXISTS "buying_signal" (
  "workspace_id" INTEGER NOT NULL,
  "id" INTEGER PRIMARY KEY,
  "version" INTEGER NOT NULL,
  "created_at" INTEGER NOT NULL,
  "created_by" INTEGER,
  "updated_at" INTEGER NOT NULL,
  "updated_by" INTEGER,
  "deleted_at" INTEGER,
  "source_system" TEXT,
  "foreign_id" TEXT,
  "opportunity" INTEGER,
  "name" TEXT,
  "name_fold" TEXT,
  "kind" TEXT,
  "shown_on" INTEGER,
  "contact" INTEGER,
  "note" TEXT
);

CREATE UNIQUE INDEX IF NOT EXISTS "buying_signal_foreign" ON "buying_signal" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "buying_signal_created_at" ON "buying_signal" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "buying_signal_updated_at" ON "buying_signal" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "buying_signal_trash" ON "buying_signal" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "buying_signal_opportunity" ON "buying_signal" ("workspace_id", "opportunity", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "buying_signal_contact" ON "buying_signal" ("workspace_id", "contact", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "quota" (
  "workspace_id" INTEGER NOT NULL,
  "id" INTEGER PRIMARY KEY,
  "version" INTEGER NOT NULL,
  "created_at" INTEGER NOT NULL,
  "created_by" INTEGER,
  "updated_at" INTEGER NOT NULL,
  "updated_by" INTEGER,
  "deleted_at" INTEGER,
  "source_system" TEXT,
  "foreign_id" TEXT,
  "title" TEXT,
  "title_fold" TEXT,
  "period" TEXT,
  "period_fold" TEXT,
  "first_day" INTEGER,
  "last_day" INTEGER,
  "owner" INTEGER,
  "team" INTEGER,
  "series" TEXT,
  "series_fold" TEXT,
  "amount" INTEGER,
  "amount_currency" TEXT,
  "amount_base" INTEGER,
  "full_amount" INTEGER,
  "full_amount_currency" TEXT,
  "full_amount_base" INTEGER,
  "ramp" TEXT,
  "ramp_from" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "quota_foreign" ON "quota" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "quota_created_at" ON "quota" ("workspace_id", "created_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "quota_updated_at" ON "quota" ("workspace_id", "updated_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "quota_trash" ON "quota" ("workspace_id", "updated_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "quota_period" ON "quota" ("workspace_id", "period_fold", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "quota_first_day" ON "quota" ("workspace_id", "first_day", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "quota_last_day" ON "quota" ("workspace_id", "last_day", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "quota_owner" ON "quota" ("workspace_id", "owner", "id", "period_fold", "first_day", "last_day", "amount_base", "created_at", "updated_at", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "quota_team" ON "quota" ("workspace_id", "team", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "quota_amount" ON "quota" ("workspace_id", "amount_base", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "quota_version" (
  "workspace_id" INTEGER NOT NULL,
  "id" INTEGER PRIMARY KEY,
  "record" INTEGER NOT NULL,
  "valid_from" INTEGER NOT NULL,
  "valid_to" INTEGER NOT NULL,
  "recorded_at" INTEGER NOT NULL,
  "amount" INTEGER,
  "amount_currency" TEXT,
  "amount_base" INTEGER
);

CREATE INDEX IF NOT EXISTS "quota_version_record" ON "quota_version" ("workspace_id", "record", "valid_from");

CREATE TABLE IF NOT EXISTS "forecast_call" (
  "workspace_id" INTEGER NOT NULL,
  "id" INTEGER PRIMARY KEY,
  "version" INTEGER NOT NULL,
  "created_at" INTEGER NOT NULL,
  "created_by" INTEGER,
  "updated_at" INTEGER NOT NULL,
  "updated_by" INTEGER,
  "deleted_at" INTEGER,
  "source_system" TEXT,
  "foreign_id" TEXT,
  "title" TEXT,
  "title_fold" TEXT,
  "period" TEXT,
  "period_fold" TEXT,
  "first_day" INTEGER,
  "last_day" INTEGER,
  "owner" INTEGER,
  "covers" TEXT,
  "commit" INTEGER,
  "commit_currency" TEXT,
  "commit_base" INTEGER,
  "best_case" INTEGER,
  "best_case_currency" TEXT,
  "best_case_base" INTEGER,
  "pipeline" INTEGER,
  "pipeline_currency" TEXT,
  "pipeline_base" INTEGER,
  "comment" TEXT,
  "deals_closed" INTEGER,
  "deals_closed_currency" TEXT,
  "deals_closed_base" INTEGER,
  "deals_commit" INTEGER,
  "deals_commit_currency" TEXT,
  "deals_commit_base" INTEGER,
  "deals_best_case" INTEGER,
  "deals_best_case_currency" TEXT,
  "deals_best_case_base" INTEGER,
  "deals_pipeline" INTEGER,
  "deals_pipeline_currency" TEXT,
  "deals_pipeline_base" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "forecast_call_foreign" ON "forecast_call" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "forecast_call_created_at" ON "forecast_call" ("workspace_id", "created_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "forecast_call_updated_at" ON "forecast_call" ("workspace_id", "updated_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "forecast_call_trash" ON "forecast_call" ("workspace_id", "updated_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "forecast_call_period" ON "forecast_call" ("workspace_id", "period_fold", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "forecast_call_first_day" ON "forecast_call" ("workspace_id", "first_day", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "forecast_call_last_day" ON "forecast_call" ("workspace_id", "last_day", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "forecast_call_owner" ON "forecast_call" ("workspace_id", "owner", "created_at", "id", "period_fold", "first_day", "last_day", "updated_at", "deleted_at") WHERE "deleted_at" IS NULL;
