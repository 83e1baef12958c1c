-- 0002_planning: written by `cargo xtask migration` from the declarations.

ALTER TABLE "pipeline" ADD COLUMN "key_stage" INTEGER;

ALTER TABLE "opportunity" ADD COLUMN "last_signal" INTEGER;

CREATE INDEX IF NOT EXISTS "opportunity_version_state" ON "opportunity_version" ("workspace_id", "state", "valid_to", "valid_from", "record", "stage", "amount_base", "probability", "owner", "forecast_category", "close_date");

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
