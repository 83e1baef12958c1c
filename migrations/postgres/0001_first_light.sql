-- 0001_first_light: written by `cargo xtask migration` from the declarations.

CREATE TABLE IF NOT EXISTS "workspace" (
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
  "name" text COLLATE "C",
  "name_fold" text COLLATE "C",
  "currency" text COLLATE "C",
  "time_zone" text COLLATE "C",
  "language" text COLLATE "C",
  "country" text COLLATE "C",
  "fiscal_year_start" numeric(20, 0),
  "second_factor" boolean,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "workspace_foreign" ON "workspace" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "workspace_created_at" ON "workspace" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "workspace_updated_at" ON "workspace" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "workspace_trash" ON "workspace" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "workspace_name" ON "workspace" ("workspace_id", "name_fold", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "user" (
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
  "name" text COLLATE "C",
  "name_fold" text COLLATE "C",
  "email" text COLLATE "C",
  "email_fold" text COLLATE "C",
  "role" bigint,
  "team" bigint,
  "active" boolean,
  "sign_in" boolean,
  "title" text COLLATE "C",
  "phone" text COLLATE "C",
  "language" text COLLATE "C",
  "time_zone" text COLLATE "C",
  "told_of" text COLLATE "C",
  "single_keys" boolean,
  "not_told_of" text COLLATE "C",
  "quiet_from" time,
  "quiet_to" time,
  "first_day" text COLLATE "C",
  "password" text COLLATE "C",
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "user_foreign" ON "user" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "user_created_at" ON "user" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "user_updated_at" ON "user" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "user_trash" ON "user" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "user_name" ON "user" ("workspace_id", "name_fold", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "user_email" ON "user" ("workspace_id", "email_fold", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "user_role" ON "user" ("workspace_id", "role", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "user_team" ON "user" ("workspace_id", "team", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "role" (
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
  "name" text COLLATE "C",
  "name_fold" text COLLATE "C",
  "description" text COLLATE "C",
  "key" text COLLATE "C",
  "grants" text COLLATE "C",
  "second_factor" boolean,
  "navigation" text COLLATE "C",
  "start" text COLLATE "C",
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "role_foreign" ON "role" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "role_created_at" ON "role" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "role_updated_at" ON "role" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "role_trash" ON "role" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "role_name" ON "role" ("workspace_id", "name_fold", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "team" (
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
  "name" text COLLATE "C",
  "name_fold" text COLLATE "C",
  "parent" bigint,
  "manager" bigint,
  "region" text COLLATE "C",
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "team_foreign" ON "team" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "team_created_at" ON "team" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "team_updated_at" ON "team" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "team_trash" ON "team" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "team_name" ON "team" ("workspace_id", "name_fold", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "team_parent" ON "team" ("workspace_id", "parent", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "team_manager" ON "team" ("workspace_id", "manager", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "session" (
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
  "user" bigint,
  "agent" text COLLATE "C",
  "address" text COLLATE "C",
  "seen_at" timestamptz,
  "confirmed_at" timestamptz,
  "ends_at" timestamptz,
  "seen_as" bigint,
  "seen_until" timestamptz,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "session_foreign" ON "session" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "session_created_at" ON "session" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "session_updated_at" ON "session" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "session_user" ON "session" ("workspace_id", "user", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "session_seen_as" ON "session" ("workspace_id", "seen_as", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "token" (
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
  "name" text COLLATE "C",
  "user" bigint,
  "scopes" text COLLATE "C",
  "expires_at" timestamptz,
  "last_used_at" timestamptz,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "token_foreign" ON "token" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "token_created_at" ON "token" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "token_updated_at" ON "token" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "token_user" ON "token" ("workspace_id", "user", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "security_event" (
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
  "user" bigint,
  "event" text COLLATE "C",
  "done_by" bigint,
  "detail" text COLLATE "C",
  "door" text COLLATE "C",
  "address" text COLLATE "C",
  "agent" text COLLATE "C",
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "security_event_foreign" ON "security_event" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "security_event_created_at" ON "security_event" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "security_event_updated_at" ON "security_event" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "security_event_user" ON "security_event" ("workspace_id", "user", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "security_event_done_by" ON "security_event" ("workspace_id", "done_by", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "share" (
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
  "record" bigint,
  "record_object" text COLLATE "C",
  "user" bigint,
  "team" bigint,
  "level" text COLLATE "C",
  "until" timestamptz,
  "shared_by" bigint,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "share_foreign" ON "share" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "share_created_at" ON "share" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "share_updated_at" ON "share" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "share_record" ON "share" ("workspace_id", "record", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "share_user" ON "share" ("workspace_id", "user", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "share_team" ON "share" ("workspace_id", "team", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "share_until" ON "share" ("workspace_id", "until", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "share_shared_by" ON "share" ("workspace_id", "shared_by", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "transfer" (
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
  "giver" bigint,
  "takers" text COLLATE "C",
  "objects" text COLLATE "C",
  "filter" text COLLATE "C",
  "open_only" boolean,
  "shares" boolean,
  "team" boolean,
  "status" text COLLATE "C",
  "total" numeric(20, 0),
  "moved" numeric(20, 0),
  "failed" numeric(20, 0),
  "position" text COLLATE "C",
  "first_seq" numeric(20, 0),
  "begun_by" bigint,
  "ended_at" timestamptz,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "transfer_foreign" ON "transfer" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "transfer_created_at" ON "transfer" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "transfer_updated_at" ON "transfer" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "transfer_giver" ON "transfer" ("workspace_id", "giver", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "transfer_begun_by" ON "transfer" ("workspace_id", "begun_by", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "bulk_change" (
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
  "object" text COLLATE "C",
  "records" text COLLATE "C",
  "filter" text COLLATE "C",
  "change" text COLLATE "C",
  "status" text COLLATE "C",
  "total" numeric(20, 0),
  "changed" numeric(20, 0),
  "same" numeric(20, 0),
  "refused" numeric(20, 0),
  "refusals" text COLLATE "C",
  "position" text COLLATE "C",
  "first_seq" numeric(20, 0),
  "begun_by" bigint,
  "ended_at" timestamptz,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "bulk_change_foreign" ON "bulk_change" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "bulk_change_created_at" ON "bulk_change" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "bulk_change_updated_at" ON "bulk_change" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "bulk_change_begun_by" ON "bulk_change" ("workspace_id", "begun_by", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "view" (
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
  "name" text COLLATE "C",
  "name_fold" text COLLATE "C",
  "object" text COLLATE "C",
  "shape" text COLLATE "C",
  "query" text COLLATE "C",
  "owner" bigint,
  "shared" text COLLATE "C",
  "order" numeric(20, 6),
  "default" boolean,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "view_foreign" ON "view" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "view_created_at" ON "view" ("workspace_id", "created_at", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "view_updated_at" ON "view" ("workspace_id", "updated_at", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "view_trash" ON "view" ("workspace_id", "updated_at", "id", "owner") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "view_owner" ON "view" ("workspace_id", "owner", "id", "order", "created_at", "updated_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "view_order" ON "view" ("workspace_id", "order", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "import" (
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
  "file" text COLLATE "C",
  "file_fold" text COLLATE "C",
  "object" text COLLATE "C",
  "status" text COLLATE "C",
  "owner" bigint,
  "source" text COLLATE "C",
  "digest" text COLLATE "C",
  "mapping" text COLLATE "C",
  "position" numeric(20, 0),
  "created" numeric(20, 0),
  "updated" numeric(20, 0),
  "skipped" numeric(20, 0),
  "failed" numeric(20, 0),
  "rejects" text COLLATE "C",
  "rejects_length" numeric(20, 0),
  "first_seq" numeric(20, 0),
  "run" text COLLATE "C",
  "ended_at" timestamptz,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "import_foreign" ON "import" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "import_created_at" ON "import" ("workspace_id", "created_at", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "import_updated_at" ON "import" ("workspace_id", "updated_at", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "import_file" ON "import" ("workspace_id", "file_fold", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "import_owner" ON "import" ("workspace_id", "owner", "created_at", "id", "file_fold", "updated_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "currency_rate" (
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
  "currency" text COLLATE "C",
  "currency_fold" text COLLATE "C",
  "rate" numeric(20, 8),
  "valid_from" date,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "currency_rate_foreign" ON "currency_rate" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "currency_rate_created_at" ON "currency_rate" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "currency_rate_updated_at" ON "currency_rate" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "currency_rate_trash" ON "currency_rate" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "currency_rate_currency" ON "currency_rate" ("workspace_id", "currency_fold", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "custom_object" (
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
  "label" text COLLATE "C",
  "label_fold" text COLLATE "C",
  "label_plural" text COLLATE "C",
  "name" text COLLATE "C",
  "plural" text COLLATE "C",
  "translations" text COLLATE "C",
  "description" text COLLATE "C",
  "owned" boolean,
  "lines_of" text COLLATE "C",
  "board_by" text COLLATE "C",
  "order" numeric(20, 0),
  "retired" boolean,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "custom_object_foreign" ON "custom_object" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "custom_object_created_at" ON "custom_object" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "custom_object_updated_at" ON "custom_object" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "custom_object_trash" ON "custom_object" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "custom_object_label" ON "custom_object" ("workspace_id", "label_fold", "id") WHERE "deleted_at" IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS "custom_object_name_unique" ON "custom_object" ("workspace_id", "name") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "custom_object_name" ON "custom_object" ("workspace_id", "name", "id") WHERE "deleted_at" IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS "custom_object_plural_unique" ON "custom_object" ("workspace_id", "plural") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "custom_object_plural" ON "custom_object" ("workspace_id", "plural", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "custom_object_order" ON "custom_object" ("workspace_id", "order", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "custom_field" (
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
  "label" text COLLATE "C",
  "label_fold" text COLLATE "C",
  "object" text COLLATE "C",
  "object_fold" text COLLATE "C",
  "kind" text COLLATE "C",
  "name" text COLLATE "C",
  "translations" text COLLATE "C",
  "links_to" text COLLATE "C",
  "one_of" text COLLATE "C",
  "decimals" numeric(20, 0),
  "options" text COLLATE "C",
  "roll_of" text COLLATE "C",
  "roll_by" text COLLATE "C",
  "roll_what" text COLLATE "C",
  "roll_field" text COLLATE "C",
  "roll_filter" text COLLATE "C",
  "formula" text COLLATE "C",
  "result" text COLLATE "C",
  "initial" text COLLATE "C",
  "required" boolean,
  "required_when" text COLLATE "C",
  "read_only_when" text COLLATE "C",
  "sorted" boolean,
  "tracked" boolean,
  "unique" boolean,
  "personal" boolean,
  "in_list" boolean,
  "form_group" text COLLATE "C",
  "order" numeric(20, 0),
  "retired" boolean,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "custom_field_foreign" ON "custom_field" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "custom_field_created_at" ON "custom_field" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "custom_field_updated_at" ON "custom_field" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "custom_field_trash" ON "custom_field" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "custom_field_label" ON "custom_field" ("workspace_id", "label_fold", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "custom_field_object" ON "custom_field" ("workspace_id", "object_fold", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "custom_field_order" ON "custom_field" ("workspace_id", "order", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "picklist_option" (
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
  "label" text COLLATE "C",
  "label_fold" text COLLATE "C",
  "object" text COLLATE "C",
  "object_fold" text COLLATE "C",
  "field" text COLLATE "C",
  "key" text COLLATE "C",
  "translations" text COLLATE "C",
  "colour" text COLLATE "C",
  "order" numeric(20, 0),
  "retired" boolean,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "picklist_option_foreign" ON "picklist_option" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "picklist_option_created_at" ON "picklist_option" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "picklist_option_updated_at" ON "picklist_option" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "picklist_option_trash" ON "picklist_option" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "picklist_option_label" ON "picklist_option" ("workspace_id", "label_fold", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "picklist_option_object" ON "picklist_option" ("workspace_id", "object_fold", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "picklist_option_order" ON "picklist_option" ("workspace_id", "order", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "layout" (
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
  "object" text COLLATE "C",
  "object_fold" text COLLATE "C",
  "form" text COLLATE "C",
  "left_out" text COLLATE "C",
  "facts" text COLLATE "C",
  "list" text COLLATE "C",
  "related" text COLLATE "C",
  "unrelated" text COLLATE "C",
  "card" text COLLATE "C",
  "translations" text COLLATE "C",
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "layout_foreign" ON "layout" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "layout_created_at" ON "layout" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "layout_updated_at" ON "layout" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "layout_trash" ON "layout" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;

CREATE UNIQUE INDEX IF NOT EXISTS "layout_object_unique" ON "layout" ("workspace_id", "object") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "layout_object" ON "layout" ("workspace_id", "object_fold", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "tag" (
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
  "name" text COLLATE "C",
  "name_fold" text COLLATE "C",
  "object" text COLLATE "C",
  "object_fold" text COLLATE "C",
  "field" text COLLATE "C",
  "colour" text COLLATE "C",
  "formerly" text COLLATE "C",
  "retired" boolean,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "tag_foreign" ON "tag" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "tag_created_at" ON "tag" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "tag_updated_at" ON "tag" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "tag_trash" ON "tag" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "tag_name" ON "tag" ("workspace_id", "name_fold", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "tag_object" ON "tag" ("workspace_id", "object_fold", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "webhook" (
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
  "name" text COLLATE "C",
  "url" text COLLATE "C",
  "owner" bigint,
  "objects" text COLLATE "C",
  "kinds" text COLLATE "C",
  "filter" text COLLATE "C",
  "active" boolean,
  "reason" text COLLATE "C",
  "failing_since" timestamptz,
  "after_seq" numeric(20, 0),
  "secret" text COLLATE "C",
  "old_secret" text COLLATE "C",
  "old_until" timestamptz,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "webhook_foreign" ON "webhook" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "webhook_created_at" ON "webhook" ("workspace_id", "created_at", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "webhook_updated_at" ON "webhook" ("workspace_id", "updated_at", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "webhook_owner" ON "webhook" ("workspace_id", "owner", "created_at", "id", "updated_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "comment" (
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
  "about" bigint,
  "about_object" text COLLATE "C",
  "text" text COLLATE "C",
  "author" bigint,
  "edited_at" timestamptz,
  "mentioned" text COLLATE "C",
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "comment_foreign" ON "comment" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "comment_created_at" ON "comment" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "comment_updated_at" ON "comment" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "comment_trash" ON "comment" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "comment_about" ON "comment" ("workspace_id", "about", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "comment_author" ON "comment" ("workspace_id", "author", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "attachment" (
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
  "name" text COLLATE "C",
  "about" bigint,
  "about_object" text COLLATE "C",
  "field" text COLLATE "C",
  "kind" text COLLATE "C",
  "bytes" numeric(20, 0),
  "digest" text COLLATE "C",
  "width" numeric(20, 0),
  "height" numeric(20, 0),
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "attachment_foreign" ON "attachment" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "attachment_created_at" ON "attachment" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "attachment_updated_at" ON "attachment" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "attachment_about" ON "attachment" ("workspace_id", "about", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "follower" (
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
  "about" bigint,
  "about_object" text COLLATE "C",
  "user" bigint,
  "following" boolean,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "follower_foreign" ON "follower" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "follower_created_at" ON "follower" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "follower_updated_at" ON "follower" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "follower_about" ON "follower" ("workspace_id", "about", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "follower_user" ON "follower" ("workspace_id", "user", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "notification" (
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
  "user" bigint,
  "waits_for" bigint,
  "kind" text COLLATE "C",
  "about" bigint,
  "about_object" text COLLATE "C",
  "comment" text COLLATE "C",
  "by" bigint,
  "entries" text COLLATE "C",
  "object" text COLLATE "C",
  "count" numeric(20, 0),
  "read_at" timestamptz,
  "later" timestamptz,
  "key" text COLLATE "C",
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "notification_foreign" ON "notification" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "notification_created_at" ON "notification" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "notification_updated_at" ON "notification" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "notification_user" ON "notification" ("workspace_id", "user", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "notification_waits_for" ON "notification" ("workspace_id", "waits_for", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "notification_about" ON "notification" ("workspace_id", "about", "id") WHERE "deleted_at" IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS "notification_key_unique" ON "notification" ("workspace_id", "key") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "notification_key" ON "notification" ("workspace_id", "key", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "snooze" (
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
  "about" bigint,
  "about_object" text COLLATE "C",
  "user" bigint,
  "until" date,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "snooze_foreign" ON "snooze" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "snooze_created_at" ON "snooze" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "snooze_updated_at" ON "snooze" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "snooze_about" ON "snooze" ("workspace_id", "about", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "snooze_user" ON "snooze" ("workspace_id", "user", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "account" (
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
  "name" text COLLATE "C",
  "name_fold" text COLLATE "C",
  "kind" text COLLATE "C",
  "parent" bigint,
  "lifecycle" text COLLATE "C",
  "customer_since" date,
  "industry" text COLLATE "C",
  "website" text COLLATE "C",
  "domain" text COLLATE "C",
  "domain_fold" text COLLATE "C",
  "email" text COLLATE "C",
  "email_fold" text COLLATE "C",
  "phone" text COLLATE "C",
  "address_street" text COLLATE "C",
  "address_city" text COLLATE "C",
  "address_region" text COLLATE "C",
  "address_postcode" text COLLATE "C",
  "address_country" text COLLATE "C",
  "employees" numeric(20, 0),
  "annual_revenue" bigint,
  "annual_revenue_currency" text COLLATE "C",
  "annual_revenue_base" bigint,
  "founded" numeric(20, 0),
  "owner" bigint,
  "source" text COLLATE "C",
  "description" text COLLATE "C",
  "tags" text COLLATE "C",
  "last_contact" timestamptz,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "account_foreign" ON "account" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "account_created_at" ON "account" ("workspace_id", "created_at", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "account_updated_at" ON "account" ("workspace_id", "updated_at", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "account_trash" ON "account" ("workspace_id", "updated_at", "id", "owner") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "account_name" ON "account" ("workspace_id", "name_fold", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "account_parent" ON "account" ("workspace_id", "parent", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "account_domain" ON "account" ("workspace_id", "domain_fold", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "account_email" ON "account" ("workspace_id", "email_fold", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "account_annual_revenue" ON "account" ("workspace_id", "annual_revenue_base", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "account_owner" ON "account" ("workspace_id", "owner", "id", "name_fold", "annual_revenue_base", "created_at", "updated_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "account_version" (
  "workspace_id" bigint NOT NULL,
  "id" bigint NOT NULL,
  "record" bigint NOT NULL,
  "valid_from" timestamptz NOT NULL,
  "valid_to" timestamptz NOT NULL,
  "recorded_at" timestamptz NOT NULL,
  "lifecycle" text COLLATE "C",
  "tags" text COLLATE "C",
  PRIMARY KEY ("workspace_id", "id")
);

CREATE INDEX IF NOT EXISTS "account_version_record" ON "account_version" ("workspace_id", "record", "valid_from");

CREATE TABLE IF NOT EXISTS "contact" (
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
  "name" text COLLATE "C",
  "name_fold" text COLLATE "C",
  "first_name" text COLLATE "C",
  "last_name" text COLLATE "C",
  "title" text COLLATE "C",
  "title_fold" text COLLATE "C",
  "account" bigint,
  "reports_to" bigint,
  "email" text COLLATE "C",
  "email_fold" text COLLATE "C",
  "phone" text COLLATE "C",
  "mobile" text COLLATE "C",
  "fax" text COLLATE "C",
  "messenger" text COLLATE "C",
  "social_url" text COLLATE "C",
  "address_street" text COLLATE "C",
  "address_city" text COLLATE "C",
  "address_region" text COLLATE "C",
  "address_postcode" text COLLATE "C",
  "address_country" text COLLATE "C",
  "birthday" date,
  "language" text COLLATE "C",
  "preferences" text COLLATE "C",
  "department" text COLLATE "C",
  "owner" bigint,
  "source" text COLLATE "C",
  "description" text COLLATE "C",
  "tags" text COLLATE "C",
  "last_contact" timestamptz,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "contact_foreign" ON "contact" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "contact_created_at" ON "contact" ("workspace_id", "created_at", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "contact_updated_at" ON "contact" ("workspace_id", "updated_at", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "contact_trash" ON "contact" ("workspace_id", "updated_at", "id", "owner") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "contact_name" ON "contact" ("workspace_id", "name_fold", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "contact_account" ON "contact" ("workspace_id", "account", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "contact_reports_to" ON "contact" ("workspace_id", "reports_to", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "contact_email" ON "contact" ("workspace_id", "email_fold", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "contact_phone" ON "contact" ("workspace_id", "phone", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "contact_owner" ON "contact" ("workspace_id", "owner", "id", "name_fold", "created_at", "updated_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "affiliation" (
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
  "contact" bigint,
  "account" bigint,
  "title" text COLLATE "C",
  "since" date,
  "until" date,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "affiliation_foreign" ON "affiliation" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "affiliation_created_at" ON "affiliation" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "affiliation_updated_at" ON "affiliation" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "affiliation_trash" ON "affiliation" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "affiliation_contact" ON "affiliation" ("workspace_id", "contact", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "affiliation_account" ON "affiliation" ("workspace_id", "account", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "lead" (
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
  "name" text COLLATE "C",
  "name_fold" text COLLATE "C",
  "company" text COLLATE "C",
  "company_fold" text COLLATE "C",
  "title" text COLLATE "C",
  "email" text COLLATE "C",
  "email_fold" text COLLATE "C",
  "phone" text COLLATE "C",
  "website" text COLLATE "C",
  "status" text COLLATE "C",
  "priority" text COLLATE "C",
  "source" text COLLATE "C",
  "owner" bigint,
  "estimated_value" bigint,
  "estimated_value_currency" text COLLATE "C",
  "estimated_value_base" bigint,
  "industry" text COLLATE "C",
  "disqualify_reason" text COLLATE "C",
  "address_street" text COLLATE "C",
  "address_city" text COLLATE "C",
  "address_region" text COLLATE "C",
  "address_postcode" text COLLATE "C",
  "address_country" text COLLATE "C",
  "description" text COLLATE "C",
  "tags" text COLLATE "C",
  "converted_at" timestamptz,
  "account" bigint,
  "contact" bigint,
  "opportunity" bigint,
  "last_contact" timestamptz,
  "next_activity" date,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "lead_foreign" ON "lead" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "lead_created_at" ON "lead" ("workspace_id", "created_at", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "lead_updated_at" ON "lead" ("workspace_id", "updated_at", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "lead_trash" ON "lead" ("workspace_id", "updated_at", "id", "owner") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "lead_name" ON "lead" ("workspace_id", "name_fold", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "lead_email" ON "lead" ("workspace_id", "email_fold", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "lead_phone" ON "lead" ("workspace_id", "phone", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "lead_owner" ON "lead" ("workspace_id", "owner", "created_at", "id", "name_fold", "updated_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "lead_account" ON "lead" ("workspace_id", "account", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "lead_opportunity" ON "lead" ("workspace_id", "opportunity", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "lead_status_created_at" ON "lead" ("workspace_id", "status", "created_at", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "lead_version" (
  "workspace_id" bigint NOT NULL,
  "id" bigint NOT NULL,
  "record" bigint NOT NULL,
  "valid_from" timestamptz NOT NULL,
  "valid_to" timestamptz NOT NULL,
  "recorded_at" timestamptz NOT NULL,
  "status" text COLLATE "C",
  "tags" text COLLATE "C",
  PRIMARY KEY ("workspace_id", "id")
);

CREATE INDEX IF NOT EXISTS "lead_version_record" ON "lead_version" ("workspace_id", "record", "valid_from");

CREATE TABLE IF NOT EXISTS "pipeline" (
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
  "name" text COLLATE "C",
  "name_fold" text COLLATE "C",
  "description" text COLLATE "C",
  "order" numeric(20, 0),
  "active" boolean,
  "contact_days" numeric(20, 0),
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "pipeline_foreign" ON "pipeline" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "pipeline_created_at" ON "pipeline" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "pipeline_updated_at" ON "pipeline" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "pipeline_trash" ON "pipeline" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;

CREATE UNIQUE INDEX IF NOT EXISTS "pipeline_name_unique" ON "pipeline" ("workspace_id", "name") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "pipeline_name" ON "pipeline" ("workspace_id", "name_fold", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "pipeline_order" ON "pipeline" ("workspace_id", "order", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "stage" (
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
  "name" text COLLATE "C",
  "name_fold" text COLLATE "C",
  "pipeline" bigint,
  "order" numeric(20, 0),
  "probability" numeric(20, 4),
  "kind" text COLLATE "C",
  "forecast_category" text COLLATE "C",
  "buying_step" text COLLATE "C",
  "funnel_part" text COLLATE "C",
  "expected_days" numeric(20, 0),
  "description" text COLLATE "C",
  "active" boolean,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "stage_foreign" ON "stage" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "stage_created_at" ON "stage" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "stage_updated_at" ON "stage" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "stage_trash" ON "stage" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "stage_pipeline" ON "stage" ("workspace_id", "pipeline", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "stage_order" ON "stage" ("workspace_id", "order", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "stage_criterion" (
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
  "stage" bigint,
  "name" text COLLATE "C",
  "field" text COLLATE "C",
  "order" numeric(20, 0),
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "stage_criterion_foreign" ON "stage_criterion" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "stage_criterion_created_at" ON "stage_criterion" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "stage_criterion_updated_at" ON "stage_criterion" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "stage_criterion_trash" ON "stage_criterion" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "stage_criterion_stage" ON "stage_criterion" ("workspace_id", "stage", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "stage_criterion_order" ON "stage_criterion" ("workspace_id", "order", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "opportunity" (
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
  "number" text COLLATE "C",
  "number_fold" text COLLATE "C",
  "name" text COLLATE "C",
  "name_fold" text COLLATE "C",
  "account" bigint,
  "contact" bigint,
  "pipeline" bigint,
  "stage" bigint,
  "amount" bigint,
  "amount_currency" text COLLATE "C",
  "amount_base" bigint,
  "probability" numeric(20, 4),
  "forecast_category" text COLLATE "C",
  "expected_close_date" date,
  "actual_close_date" date,
  "close_date" date,
  "engaged_on" date,
  "state" text COLLATE "C",
  "stage_since" timestamptz,
  "cycle_days" numeric(20, 0),
  "type" text COLLATE "C",
  "source" text COLLATE "C",
  "owner" bigint,
  "product" bigint,
  "loss_reason" text COLLATE "C",
  "loss_note" text COLLATE "C",
  "competitor" bigint,
  "next_step" text COLLATE "C",
  "next_step_date" date,
  "description" text COLLATE "C",
  "tags" text COLLATE "C",
  "lines_amount" bigint,
  "lines_amount_currency" text COLLATE "C",
  "lines_amount_base" bigint,
  "competitors" text COLLATE "C",
  "committee" numeric(20, 0),
  "decision_makers" numeric(20, 0),
  "last_contact" timestamptz,
  "next_activity" date,
  "checked" text COLLATE "C",
  "skipped_because" text COLLATE "C",
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "opportunity_foreign" ON "opportunity" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "opportunity_created_at" ON "opportunity" ("workspace_id", "created_at", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "opportunity_updated_at" ON "opportunity" ("workspace_id", "updated_at", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "opportunity_trash" ON "opportunity" ("workspace_id", "updated_at", "id", "owner") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "opportunity_account" ON "opportunity" ("workspace_id", "account", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "opportunity_contact" ON "opportunity" ("workspace_id", "contact", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "opportunity_stage" ON "opportunity" ("workspace_id", "stage", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "opportunity_amount" ON "opportunity" ("workspace_id", "amount_base", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "opportunity_close_date" ON "opportunity" ("workspace_id", "close_date", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "opportunity_owner" ON "opportunity" ("workspace_id", "owner", "updated_at", "id", "amount_base", "close_date", "next_step_date", "created_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "opportunity_next_step_date" ON "opportunity" ("workspace_id", "next_step_date", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "opportunity_state_close_date" ON "opportunity" ("workspace_id", "state", "close_date", "id", "stage", "amount_base", "probability", "pipeline", "owner", "cycle_days", "account", "product", "source", "type", "forecast_category", "loss_reason", "created_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "opportunity_state_next_step_date" ON "opportunity" ("workspace_id", "state", "next_step_date", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "opportunity_version" (
  "workspace_id" bigint NOT NULL,
  "id" bigint NOT NULL,
  "record" bigint NOT NULL,
  "valid_from" timestamptz NOT NULL,
  "valid_to" timestamptz NOT NULL,
  "recorded_at" timestamptz NOT NULL,
  "stage" bigint,
  "amount" bigint,
  "amount_currency" text COLLATE "C",
  "amount_base" bigint,
  "probability" numeric(20, 4),
  "forecast_category" text COLLATE "C",
  "expected_close_date" date,
  "actual_close_date" date,
  "close_date" date,
  "state" text COLLATE "C",
  "owner" bigint,
  "tags" text COLLATE "C",
  PRIMARY KEY ("workspace_id", "id")
);

CREATE INDEX IF NOT EXISTS "opportunity_version_record" ON "opportunity_version" ("workspace_id", "record", "valid_from");

CREATE TABLE IF NOT EXISTS "opportunity_line" (
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
  "product" bigint,
  "description" text COLLATE "C",
  "description_fold" text COLLATE "C",
  "quantity" numeric(20, 2),
  "unit_price" bigint,
  "unit_price_currency" text COLLATE "C",
  "unit_price_base" bigint,
  "discount" numeric(20, 4),
  "amount" bigint,
  "amount_currency" text COLLATE "C",
  "amount_base" bigint,
  "recurring" text COLLATE "C",
  "position" numeric(20, 0),
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "opportunity_line_foreign" ON "opportunity_line" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "opportunity_line_created_at" ON "opportunity_line" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "opportunity_line_updated_at" ON "opportunity_line" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "opportunity_line_trash" ON "opportunity_line" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "opportunity_line_opportunity" ON "opportunity_line" ("workspace_id", "opportunity", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "opportunity_line_product" ON "opportunity_line" ("workspace_id", "product", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "committee_member" (
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
  "contact" bigint,
  "name" text COLLATE "C",
  "name_fold" text COLLATE "C",
  "role" text COLLATE "C",
  "influence" text COLLATE "C",
  "stance" text COLLATE "C",
  "guards" bigint,
  "note" text COLLATE "C",
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "committee_member_foreign" ON "committee_member" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "committee_member_created_at" ON "committee_member" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "committee_member_updated_at" ON "committee_member" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "committee_member_trash" ON "committee_member" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "committee_member_opportunity" ON "committee_member" ("workspace_id", "opportunity", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "committee_member_contact" ON "committee_member" ("workspace_id", "contact", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "pain_point" (
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
  "severity" text COLLATE "C",
  "contact" bigint,
  "product" bigint,
  "description" text COLLATE "C",
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "pain_point_foreign" ON "pain_point" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "pain_point_created_at" ON "pain_point" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "pain_point_updated_at" ON "pain_point" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "pain_point_trash" ON "pain_point" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "pain_point_opportunity" ON "pain_point" ("workspace_id", "opportunity", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "pain_point_contact" ON "pain_point" ("workspace_id", "contact", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "pain_point_product" ON "pain_point" ("workspace_id", "product", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "buying_criterion" (
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
  "importance" text COLLATE "C",
  "fit" text COLLATE "C",
  "note" text COLLATE "C",
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "buying_criterion_foreign" ON "buying_criterion" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "buying_criterion_created_at" ON "buying_criterion" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "buying_criterion_updated_at" ON "buying_criterion" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "buying_criterion_trash" ON "buying_criterion" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "buying_criterion_opportunity" ON "buying_criterion" ("workspace_id", "opportunity", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "objection" (
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
  "type" text COLLATE "C",
  "answer" text COLLATE "C",
  "overcome" boolean,
  "raised_on" date,
  "raised_by" bigint,
  "stage" bigint,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "objection_foreign" ON "objection" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "objection_created_at" ON "objection" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "objection_updated_at" ON "objection" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "objection_trash" ON "objection" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "objection_opportunity" ON "objection" ("workspace_id", "opportunity", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "objection_raised_by" ON "objection" ("workspace_id", "raised_by", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "competitor" (
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
  "name" text COLLATE "C",
  "name_fold" text COLLATE "C",
  "website" text COLLATE "C",
  "strengths" text COLLATE "C",
  "weaknesses" text COLLATE "C",
  "description" text COLLATE "C",
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "competitor_foreign" ON "competitor" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "competitor_created_at" ON "competitor" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "competitor_updated_at" ON "competitor" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "competitor_trash" ON "competitor" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "competitor_name" ON "competitor" ("workspace_id", "name_fold", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "product" (
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
  "name" text COLLATE "C",
  "name_fold" text COLLATE "C",
  "code" text COLLATE "C",
  "code_fold" text COLLATE "C",
  "series" text COLLATE "C",
  "series_fold" text COLLATE "C",
  "price" bigint,
  "price_currency" text COLLATE "C",
  "price_base" bigint,
  "cost" bigint,
  "cost_currency" text COLLATE "C",
  "cost_base" bigint,
  "unit" text COLLATE "C",
  "active" boolean,
  "description" text COLLATE "C",
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "product_foreign" ON "product" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "product_created_at" ON "product" ("workspace_id", "created_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "product_updated_at" ON "product" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "product_trash" ON "product" ("workspace_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "product_name" ON "product" ("workspace_id", "name_fold", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "product_code" ON "product" ("workspace_id", "code_fold", "id") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "activity" (
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
  "subject" text COLLATE "C",
  "subject_fold" text COLLATE "C",
  "kind" text COLLATE "C",
  "account" bigint,
  "contact" bigint,
  "participants" text COLLATE "C",
  "lead" bigint,
  "opportunity" bigint,
  "about" bigint,
  "about_object" text COLLATE "C",
  "starts_at" timestamptz,
  "ends_at" timestamptz,
  "due_date" date,
  "done" boolean,
  "done_at" timestamptz,
  "outcome" text COLLATE "C",
  "direction" text COLLATE "C",
  "owner" bigint,
  "notes" text COLLATE "C",
  "planned_on" date,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE UNIQUE INDEX IF NOT EXISTS "activity_foreign" ON "activity" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "activity_created_at" ON "activity" ("workspace_id", "created_at", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "activity_updated_at" ON "activity" ("workspace_id", "updated_at", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "activity_trash" ON "activity" ("workspace_id", "updated_at", "id", "owner") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "activity_account" ON "activity" ("workspace_id", "account", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "activity_contact" ON "activity" ("workspace_id", "contact", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "activity_lead" ON "activity" ("workspace_id", "lead", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "activity_opportunity" ON "activity" ("workspace_id", "opportunity", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "activity_about" ON "activity" ("workspace_id", "about", "id") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "activity_starts_at" ON "activity" ("workspace_id", "starts_at", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "activity_due_date" ON "activity" ("workspace_id", "due_date", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "activity_owner" ON "activity" ("workspace_id", "owner", "id", "starts_at", "due_date", "created_at", "updated_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "activity_done_due_date" ON "activity" ("workspace_id", "done", "due_date", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "activity_done_starts_at" ON "activity" ("workspace_id", "done", "starts_at", "id", "owner") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "journal" (
  "workspace_id" bigint NOT NULL,
  "seq" bigint NOT NULL,
  "at" timestamptz NOT NULL,
  "actor" bigint,
  "reason" text COLLATE "C" NOT NULL,
  "door" text COLLATE "C" NOT NULL,
  "import" bigint,
  "object" text COLLATE "C" NOT NULL,
  "record" bigint NOT NULL,
  "verb" text COLLATE "C" NOT NULL,
  "digest" bytea NOT NULL,
  "hash" bytea NOT NULL,
  PRIMARY KEY ("workspace_id", "seq")
);

CREATE INDEX IF NOT EXISTS "journal_record" ON "journal" ("workspace_id", "record", "seq");

CREATE TABLE IF NOT EXISTS "journal_values" (
  "workspace_id" bigint NOT NULL,
  "seq" bigint NOT NULL,
  "salt" bytea,
  "body" text COLLATE "C",
  PRIMARY KEY ("workspace_id", "seq")
);

CREATE TABLE IF NOT EXISTS "journal_head" (
  "workspace_id" bigint NOT NULL,
  "seq" bigint NOT NULL,
  "hash" bytea NOT NULL,
  PRIMARY KEY ("workspace_id")
);

CREATE TABLE IF NOT EXISTS "counter" (
  "workspace_id" bigint NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "last" bigint NOT NULL,
  PRIMARY KEY ("workspace_id", "name")
);

CREATE TABLE IF NOT EXISTS "forward" (
  "workspace_id" bigint NOT NULL,
  "id" bigint NOT NULL,
  "object" text COLLATE "C" NOT NULL,
  "to_id" bigint NOT NULL,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE TABLE IF NOT EXISTS "access_epoch" (
  "workspace_id" bigint NOT NULL,
  "epoch" bigint NOT NULL,
  "shares" bigint NOT NULL,
  PRIMARY KEY ("workspace_id")
);

CREATE TABLE IF NOT EXISTS "credential" (
  "digest" bytea NOT NULL,
  "workspace_id" bigint NOT NULL,
  "id" bigint NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "ends_at" timestamptz,
  PRIMARY KEY ("digest")
);

CREATE INDEX IF NOT EXISTS "credential_owner" ON "credential" ("workspace_id", "id");

CREATE TABLE IF NOT EXISTS "login" (
  "email" text COLLATE "C" NOT NULL,
  "workspace_id" bigint NOT NULL,
  "user_id" bigint NOT NULL,
  PRIMARY KEY ("email")
);

CREATE TABLE IF NOT EXISTS "throttle" (
  "name" text COLLATE "C" NOT NULL,
  "failures" bigint NOT NULL,
  "until" timestamptz NOT NULL,
  PRIMARY KEY ("name")
);

CREATE INDEX IF NOT EXISTS "throttle_until" ON "throttle" ("until");

CREATE TABLE IF NOT EXISTS "answer" (
  "workspace_id" bigint NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "at" timestamptz NOT NULL,
  "digest" bytea NOT NULL,
  "body" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("workspace_id", "name")
);

CREATE INDEX IF NOT EXISTS "answer_at" ON "answer" ("workspace_id", "at");

CREATE TABLE IF NOT EXISTS "job" (
  "workspace_id" bigint NOT NULL,
  "id" bigint NOT NULL,
  "queue" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "lane" text COLLATE "C",
  "once" text COLLATE "C",
  "payload" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL,
  "due_at" timestamptz NOT NULL,
  "lease" bigint,
  "tries" bigint NOT NULL,
  "told" text COLLATE "C",
  "created_at" timestamptz NOT NULL,
  "ended_at" timestamptz,
  PRIMARY KEY ("workspace_id", "id")
);

CREATE INDEX IF NOT EXISTS "job_due" ON "job" ("workspace_id", "state", "queue", "due_at");

CREATE INDEX IF NOT EXISTS "job_lane" ON "job" ("workspace_id", "lane", "id");

CREATE INDEX IF NOT EXISTS "job_once" ON "job" ("workspace_id", "once", "state");

CREATE INDEX IF NOT EXISTS "job_ended" ON "job" ("workspace_id", "state", "ended_at");

CREATE TABLE IF NOT EXISTS "schedule" (
  "workspace_id" bigint NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "due_at" timestamptz NOT NULL,
  PRIMARY KEY ("workspace_id", "name")
);

CREATE TABLE IF NOT EXISTS "journal_reader" (
  "workspace_id" bigint NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "seq" bigint NOT NULL,
  PRIMARY KEY ("workspace_id", "name")
);

CREATE TABLE IF NOT EXISTS "factor" (
  "workspace_id" bigint NOT NULL,
  "user_id" bigint NOT NULL,
  "secret" bytea NOT NULL,
  "on_since" timestamptz,
  "last_step" bigint NOT NULL,
  PRIMARY KEY ("workspace_id", "user_id")
);

CREATE TABLE IF NOT EXISTS "recovery_code" (
  "workspace_id" bigint NOT NULL,
  "user_id" bigint NOT NULL,
  "digest" bytea NOT NULL,
  PRIMARY KEY ("workspace_id", "digest")
);

CREATE TABLE IF NOT EXISTS "search_word" (
  "workspace_id" bigint NOT NULL,
  "size" bigint NOT NULL,
  "word" text COLLATE "C" NOT NULL,
  "back" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("workspace_id", "size", "word")
);

CREATE INDEX IF NOT EXISTS "search_word_back" ON "search_word" ("workspace_id", "size", "back", "word");

CREATE TABLE IF NOT EXISTS "blob" (
  "workspace_id" bigint NOT NULL,
  "digest" text COLLATE "C" NOT NULL,
  "number" bigint NOT NULL,
  "bytes" bigint NOT NULL,
  "unused_since" timestamptz,
  PRIMARY KEY ("workspace_id", "digest")
);

CREATE TABLE IF NOT EXISTS "linked" (
  "workspace_id" bigint NOT NULL,
  "of" text COLLATE "C" NOT NULL,
  "target" bigint NOT NULL,
  "holder" bigint NOT NULL,
  PRIMARY KEY ("workspace_id", "of", "target", "holder")
);

CREATE INDEX IF NOT EXISTS "linked_holder" ON "linked" ("workspace_id", "of", "holder", "target");

CREATE TABLE IF NOT EXISTS "tagged" (
  "workspace_id" bigint NOT NULL,
  "of" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "record" bigint NOT NULL,
  PRIMARY KEY ("workspace_id", "of", "name", "record")
);

CREATE TABLE IF NOT EXISTS "search" (
  "workspace_id" bigint NOT NULL,
  "object" text COLLATE "C" NOT NULL,
  "id" bigint NOT NULL,
  "terms" tsvector NOT NULL,
  PRIMARY KEY ("workspace_id", "object", "id")
);

CREATE INDEX IF NOT EXISTS "search_terms" ON "search" USING gin ("terms") WITH (gin_pending_list_limit = 512);
