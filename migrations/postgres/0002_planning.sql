-- 0002_planning: written by `cargo xtask migration` from the declarations.

ALTER TABLE "pipeline" ADD COLUMN IF NOT EXISTS "key_stage" bigint;

ALTER TABLE "opportunity" ADD COLUMN IF NOT EXISTS "last_signal" date;

CREATE INDEX IF NOT EXISTS "opportunity_version_state" ON "opportunity_version" ("workspace_id", "state", "valid_to", "valid_from", "record", "stage", "amount_base", "probability", "owner", "forecast_category", "close_date");

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
