-- 0001_first_light: written by `cargo xtask migration` from the declarations.

CREATE TABLE IF NOT EXISTS "workspace" (
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
  "name" TEXT,
  "name_fold" TEXT,
  "currency" TEXT,
  "time_zone" TEXT,
  "language" TEXT,
  "country" TEXT,
  "fiscal_year_start" INTEGER,
  "second_factor" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "workspace_foreign" ON "workspace" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "workspace_created_at" ON "workspace" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "workspace_updated_at" ON "workspace" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "workspace_trash" ON "workspace" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "workspace_name" ON "workspace" ("workspace_id", "name_fold", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "user" (
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
  "name" TEXT,
  "name_fold" TEXT,
  "email" TEXT,
  "email_fold" TEXT,
  "role" INTEGER,
  "team" INTEGER,
  "active" INTEGER,
  "sign_in" INTEGER,
  "title" TEXT,
  "phone" TEXT,
  "language" TEXT,
  "time_zone" TEXT,
  "told_of" TEXT,
  "single_keys" INTEGER,
  "not_told_of" TEXT,
  "quiet_from" INTEGER,
  "quiet_to" INTEGER,
  "first_day" TEXT,
  "password" TEXT
);

CREATE UNIQUE INDEX IF NOT EXISTS "user_foreign" ON "user" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "user_created_at" ON "user" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "user_updated_at" ON "user" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "user_trash" ON "user" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "user_name" ON "user" ("workspace_id", "name_fold", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "user_email" ON "user" ("workspace_id", "email_fold", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "user_role" ON "user" ("workspace_id", "role", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "user_team" ON "user" ("workspace_id", "team", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "role" (
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
  "name" TEXT,
  "name_fold" TEXT,
  "description" TEXT,
  "key" TEXT,
  "grants" TEXT,
  "second_factor" INTEGER,
  "navigation" TEXT,
  "start" TEXT
);

CREATE UNIQUE INDEX IF NOT EXISTS "role_foreign" ON "role" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "role_created_at" ON "role" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "role_updated_at" ON "role" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "role_trash" ON "role" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "role_name" ON "role" ("workspace_id", "name_fold", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "team" (
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
  "name" TEXT,
  "name_fold" TEXT,
  "parent" INTEGER,
  "manager" INTEGER,
  "region" TEXT
);

CREATE UNIQUE INDEX IF NOT EXISTS "team_foreign" ON "team" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "team_created_at" ON "team" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "team_updated_at" ON "team" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "team_trash" ON "team" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "team_name" ON "team" ("workspace_id", "name_fold", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "team_parent" ON "team" ("workspace_id", "parent", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "team_manager" ON "team" ("workspace_id", "manager", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "session" (
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
  "user" INTEGER,
  "agent" TEXT,
  "address" TEXT,
  "seen_at" INTEGER,
  "confirmed_at" INTEGER,
  "ends_at" INTEGER,
  "seen_as" INTEGER,
  "seen_until" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "session_foreign" ON "session" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "session_created_at" ON "session" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "session_updated_at" ON "session" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "session_user" ON "session" ("workspace_id", "user", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "session_seen_as" ON "session" ("workspace_id", "seen_as", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "token" (
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
  "name" TEXT,
  "user" INTEGER,
  "scopes" TEXT,
  "expires_at" INTEGER,
  "last_used_at" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "token_foreign" ON "token" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "token_created_at" ON "token" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "token_updated_at" ON "token" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "token_user" ON "token" ("workspace_id", "user", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "security_event" (
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
  "user" INTEGER,
  "event" TEXT,
  "done_by" INTEGER,
  "detail" TEXT,
  "door" TEXT,
  "address" TEXT,
  "agent" TEXT
);

CREATE UNIQUE INDEX IF NOT EXISTS "security_event_foreign" ON "security_event" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "security_event_created_at" ON "security_event" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "security_event_updated_at" ON "security_event" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "security_event_user" ON "security_event" ("workspace_id", "user", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "security_event_done_by" ON "security_event" ("workspace_id", "done_by", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "share" (
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
  "record" INTEGER,
  "record_object" TEXT,
  "user" INTEGER,
  "team" INTEGER,
  "level" TEXT,
  "until" INTEGER,
  "shared_by" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "share_foreign" ON "share" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "share_created_at" ON "share" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "share_updated_at" ON "share" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "share_record" ON "share" ("workspace_id", "record", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "share_user" ON "share" ("workspace_id", "user", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "share_team" ON "share" ("workspace_id", "team", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "share_until" ON "share" ("workspace_id", "until", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "share_shared_by" ON "share" ("workspace_id", "shared_by", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "transfer" (
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
  "giver" INTEGER,
  "takers" TEXT,
  "objects" TEXT,
  "filter" TEXT,
  "open_only" INTEGER,
  "shares" INTEGER,
  "team" INTEGER,
  "status" TEXT,
  "total" INTEGER,
  "moved" INTEGER,
  "failed" INTEGER,
  "position" TEXT,
  "first_seq" INTEGER,
  "begun_by" INTEGER,
  "ended_at" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "transfer_foreign" ON "transfer" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "transfer_created_at" ON "transfer" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "transfer_updated_at" ON "transfer" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "transfer_giver" ON "transfer" ("workspace_id", "giver", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "transfer_begun_by" ON "transfer" ("workspace_id", "begun_by", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "bulk_change" (
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
  "object" TEXT,
  "records" TEXT,
  "filter" TEXT,
  "change" TEXT,
  "status" TEXT,
  "total" INTEGER,
  "changed" INTEGER,
  "same" INTEGER,
  "refused" INTEGER,
  "refusals" TEXT,
  "position" TEXT,
  "first_seq" INTEGER,
  "begun_by" INTEGER,
  "ended_at" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "bulk_change_foreign" ON "bulk_change" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "bulk_change_created_at" ON "bulk_change" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "bulk_change_updated_at" ON "bulk_change" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "bulk_change_begun_by" ON "bulk_change" ("workspace_id", "begun_by", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "view" (
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
  "name" TEXT,
  "name_fold" TEXT,
  "object" TEXT,
  "shape" TEXT,
  "query" TEXT,
  "owner" INTEGER,
  "shared" TEXT,
  "order" INTEGER,
  "default" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "view_foreign" ON "view" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "view_created_at" ON "view" ("workspace_id", "created_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "view_updated_at" ON "view" ("workspace_id", "updated_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "view_trash" ON "view" ("workspace_id", "updated_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "view_owner" ON "view" ("workspace_id", "owner", "id", "order", "created_at", "updated_at", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "view_order" ON "view" ("workspace_id", "order", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "import" (
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
  "file" TEXT,
  "file_fold" TEXT,
  "object" TEXT,
  "status" TEXT,
  "owner" INTEGER,
  "source" TEXT,
  "digest" TEXT,
  "mapping" TEXT,
  "position" INTEGER,
  "created" INTEGER,
  "updated" INTEGER,
  "skipped" INTEGER,
  "failed" INTEGER,
  "rejects" TEXT,
  "rejects_length" INTEGER,
  "first_seq" INTEGER,
  "run" TEXT,
  "ended_at" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "import_foreign" ON "import" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "import_created_at" ON "import" ("workspace_id", "created_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "import_updated_at" ON "import" ("workspace_id", "updated_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "import_file" ON "import" ("workspace_id", "file_fold", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "import_owner" ON "import" ("workspace_id", "owner", "created_at", "id", "file_fold", "updated_at", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "currency_rate" (
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
  "currency" TEXT,
  "currency_fold" TEXT,
  "rate" INTEGER,
  "valid_from" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "currency_rate_foreign" ON "currency_rate" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "currency_rate_created_at" ON "currency_rate" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "currency_rate_updated_at" ON "currency_rate" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "currency_rate_trash" ON "currency_rate" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "currency_rate_currency" ON "currency_rate" ("workspace_id", "currency_fold", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "custom_object" (
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
  "label" TEXT,
  "label_fold" TEXT,
  "label_plural" TEXT,
  "name" TEXT,
  "plural" TEXT,
  "translations" TEXT,
  "description" TEXT,
  "owned" INTEGER,
  "lines_of" TEXT,
  "board_by" TEXT,
  "order" INTEGER,
  "retired" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "custom_object_foreign" ON "custom_object" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "custom_object_created_at" ON "custom_object" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "custom_object_updated_at" ON "custom_object" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "custom_object_trash" ON "custom_object" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "custom_object_label" ON "custom_object" ("workspace_id", "label_fold", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS "custom_object_name_unique" ON "custom_object" ("workspace_id", "name") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "custom_object_name" ON "custom_object" ("workspace_id", "name", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS "custom_object_plural_unique" ON "custom_object" ("workspace_id", "plural") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "custom_object_plural" ON "custom_object" ("workspace_id", "plural", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "custom_object_order" ON "custom_object" ("workspace_id", "order", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "custom_field" (
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
  "label" TEXT,
  "label_fold" TEXT,
  "object" TEXT,
  "object_fold" TEXT,
  "kind" TEXT,
  "name" TEXT,
  "translations" TEXT,
  "links_to" TEXT,
  "one_of" TEXT,
  "decimals" INTEGER,
  "options" TEXT,
  "roll_of" TEXT,
  "roll_by" TEXT,
  "roll_what" TEXT,
  "roll_field" TEXT,
  "roll_filter" TEXT,
  "formula" TEXT,
  "result" TEXT,
  "initial" TEXT,
  "required" INTEGER,
  "required_when" TEXT,
  "read_only_when" TEXT,
  "sorted" INTEGER,
  "tracked" INTEGER,
  "unique" INTEGER,
  "personal" INTEGER,
  "in_list" INTEGER,
  "form_group" TEXT,
  "order" INTEGER,
  "retired" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "custom_field_foreign" ON "custom_field" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "custom_field_created_at" ON "custom_field" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "custom_field_updated_at" ON "custom_field" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "custom_field_trash" ON "custom_field" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "custom_field_label" ON "custom_field" ("workspace_id", "label_fold", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "custom_field_object" ON "custom_field" ("workspace_id", "object_fold", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "custom_field_order" ON "custom_field" ("workspace_id", "order", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "picklist_option" (
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
  "label" TEXT,
  "label_fold" TEXT,
  "object" TEXT,
  "object_fold" TEXT,
  "field" TEXT,
  "key" TEXT,
  "translations" TEXT,
  "colour" TEXT,
  "order" INTEGER,
  "retired" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "picklist_option_foreign" ON "picklist_option" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "picklist_option_created_at" ON "picklist_option" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "picklist_option_updated_at" ON "picklist_option" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "picklist_option_trash" ON "picklist_option" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "picklist_option_label" ON "picklist_option" ("workspace_id", "label_fold", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "picklist_option_object" ON "picklist_option" ("workspace_id", "object_fold", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "picklist_option_order" ON "picklist_option" ("workspace_id", "order", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "layout" (
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
  "object" TEXT,
  "object_fold" TEXT,
  "form" TEXT,
  "left_out" TEXT,
  "facts" TEXT,
  "list" TEXT,
  "related" TEXT,
  "unrelated" TEXT,
  "card" TEXT,
  "translations" TEXT
);

CREATE UNIQUE INDEX IF NOT EXISTS "layout_foreign" ON "layout" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "layout_created_at" ON "layout" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "layout_updated_at" ON "layout" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "layout_trash" ON "layout" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE UNIQUE INDEX IF NOT EXISTS "layout_object_unique" ON "layout" ("workspace_id", "object") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "layout_object" ON "layout" ("workspace_id", "object_fold", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "tag" (
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
  "name" TEXT,
  "name_fold" TEXT,
  "object" TEXT,
  "object_fold" TEXT,
  "field" TEXT,
  "colour" TEXT,
  "formerly" TEXT,
  "retired" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "tag_foreign" ON "tag" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "tag_created_at" ON "tag" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "tag_updated_at" ON "tag" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "tag_trash" ON "tag" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "tag_name" ON "tag" ("workspace_id", "name_fold", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "tag_object" ON "tag" ("workspace_id", "object_fold", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "webhook" (
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
  "name" TEXT,
  "url" TEXT,
  "owner" INTEGER,
  "objects" TEXT,
  "kinds" TEXT,
  "filter" TEXT,
  "active" INTEGER,
  "reason" TEXT,
  "failing_since" INTEGER,
  "after_seq" INTEGER,
  "secret" TEXT,
  "old_secret" TEXT,
  "old_until" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "webhook_foreign" ON "webhook" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "webhook_created_at" ON "webhook" ("workspace_id", "created_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "webhook_updated_at" ON "webhook" ("workspace_id", "updated_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "webhook_owner" ON "webhook" ("workspace_id", "owner", "created_at", "id", "updated_at", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "comment" (
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
  "about" INTEGER,
  "about_object" TEXT,
  "text" TEXT,
  "author" INTEGER,
  "edited_at" INTEGER,
  "mentioned" TEXT
);

CREATE UNIQUE INDEX IF NOT EXISTS "comment_foreign" ON "comment" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "comment_created_at" ON "comment" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "comment_updated_at" ON "comment" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "comment_trash" ON "comment" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "comment_about" ON "comment" ("workspace_id", "about", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "comment_author" ON "comment" ("workspace_id", "author", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "attachment" (
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
  "name" TEXT,
  "about" INTEGER,
  "about_object" TEXT,
  "field" TEXT,
  "kind" TEXT,
  "bytes" INTEGER,
  "digest" TEXT,
  "width" INTEGER,
  "height" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "attachment_foreign" ON "attachment" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "attachment_created_at" ON "attachment" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "attachment_updated_at" ON "attachment" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "attachment_about" ON "attachment" ("workspace_id", "about", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "follower" (
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
  "about" INTEGER,
  "about_object" TEXT,
  "user" INTEGER,
  "following" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "follower_foreign" ON "follower" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "follower_created_at" ON "follower" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "follower_updated_at" ON "follower" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "follower_about" ON "follower" ("workspace_id", "about", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "follower_user" ON "follower" ("workspace_id", "user", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "notification" (
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
  "user" INTEGER,
  "waits_for" INTEGER,
  "kind" TEXT,
  "about" INTEGER,
  "about_object" TEXT,
  "comment" TEXT,
  "by" INTEGER,
  "entries" TEXT,
  "object" TEXT,
  "count" INTEGER,
  "read_at" INTEGER,
  "later" INTEGER,
  "key" TEXT
);

CREATE UNIQUE INDEX IF NOT EXISTS "notification_foreign" ON "notification" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "notification_created_at" ON "notification" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "notification_updated_at" ON "notification" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "notification_user" ON "notification" ("workspace_id", "user", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "notification_waits_for" ON "notification" ("workspace_id", "waits_for", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "notification_about" ON "notification" ("workspace_id", "about", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS "notification_key_unique" ON "notification" ("workspace_id", "key") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "notification_key" ON "notification" ("workspace_id", "key", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "snooze" (
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
  "about" INTEGER,
  "about_object" TEXT,
  "user" INTEGER,
  "until" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "snooze_foreign" ON "snooze" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "snooze_created_at" ON "snooze" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "snooze_updated_at" ON "snooze" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "snooze_about" ON "snooze" ("workspace_id", "about", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "snooze_user" ON "snooze" ("workspace_id", "user", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "account" (
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
  "name" TEXT,
  "name_fold" TEXT,
  "kind" TEXT,
  "parent" INTEGER,
  "lifecycle" TEXT,
  "customer_since" INTEGER,
  "industry" TEXT,
  "website" TEXT,
  "domain" TEXT,
  "domain_fold" TEXT,
  "email" TEXT,
  "email_fold" TEXT,
  "phone" TEXT,
  "address_street" TEXT,
  "address_city" TEXT,
  "address_region" TEXT,
  "address_postcode" TEXT,
  "address_country" TEXT,
  "employees" INTEGER,
  "annual_revenue" INTEGER,
  "annual_revenue_currency" TEXT,
  "annual_revenue_base" INTEGER,
  "founded" INTEGER,
  "owner" INTEGER,
  "source" TEXT,
  "description" TEXT,
  "tags" TEXT,
  "last_contact" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "account_foreign" ON "account" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "account_created_at" ON "account" ("workspace_id", "created_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "account_updated_at" ON "account" ("workspace_id", "updated_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "account_trash" ON "account" ("workspace_id", "updated_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "account_name" ON "account" ("workspace_id", "name_fold", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "account_parent" ON "account" ("workspace_id", "parent", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "account_domain" ON "account" ("workspace_id", "domain_fold", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "account_email" ON "account" ("workspace_id", "email_fold", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "account_annual_revenue" ON "account" ("workspace_id", "annual_revenue_base", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "account_owner" ON "account" ("workspace_id", "owner", "id", "name_fold", "annual_revenue_base", "created_at", "updated_at", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "account_version" (
  "workspace_id" INTEGER NOT NULL,
  "id" INTEGER PRIMARY KEY,
  "record" INTEGER NOT NULL,
  "valid_from" INTEGER NOT NULL,
  "valid_to" INTEGER NOT NULL,
  "recorded_at" INTEGER NOT NULL,
  "lifecycle" TEXT,
  "tags" TEXT
);

CREATE INDEX IF NOT EXISTS "account_version_record" ON "account_version" ("workspace_id", "record", "valid_from");

CREATE TABLE IF NOT EXISTS "contact" (
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
  "name" TEXT,
  "name_fold" TEXT,
  "first_name" TEXT,
  "last_name" TEXT,
  "title" TEXT,
  "title_fold" TEXT,
  "account" INTEGER,
  "reports_to" INTEGER,
  "email" TEXT,
  "email_fold" TEXT,
  "phone" TEXT,
  "mobile" TEXT,
  "fax" TEXT,
  "messenger" TEXT,
  "social_url" TEXT,
  "address_street" TEXT,
  "address_city" TEXT,
  "address_region" TEXT,
  "address_postcode" TEXT,
  "address_country" TEXT,
  "birthday" INTEGER,
  "language" TEXT,
  "preferences" TEXT,
  "department" TEXT,
  "owner" INTEGER,
  "source" TEXT,
  "description" TEXT,
  "tags" TEXT,
  "last_contact" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "contact_foreign" ON "contact" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "contact_created_at" ON "contact" ("workspace_id", "created_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "contact_updated_at" ON "contact" ("workspace_id", "updated_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "contact_trash" ON "contact" ("workspace_id", "updated_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "contact_name" ON "contact" ("workspace_id", "name_fold", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "contact_account" ON "contact" ("workspace_id", "account", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "contact_reports_to" ON "contact" ("workspace_id", "reports_to", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "contact_email" ON "contact" ("workspace_id", "email_fold", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "contact_phone" ON "contact" ("workspace_id", "phone", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "contact_owner" ON "contact" ("workspace_id", "owner", "id", "name_fold", "created_at", "updated_at", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "affiliation" (
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
  "contact" INTEGER,
  "account" INTEGER,
  "title" TEXT,
  "since" INTEGER,
  "until" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "affiliation_foreign" ON "affiliation" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "affiliation_created_at" ON "affiliation" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "affiliation_updated_at" ON "affiliation" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "affiliation_trash" ON "affiliation" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "affiliation_contact" ON "affiliation" ("workspace_id", "contact", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "affiliation_account" ON "affiliation" ("workspace_id", "account", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "lead" (
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
  "name" TEXT,
  "name_fold" TEXT,
  "company" TEXT,
  "company_fold" TEXT,
  "title" TEXT,
  "email" TEXT,
  "email_fold" TEXT,
  "phone" TEXT,
  "website" TEXT,
  "status" TEXT,
  "priority" TEXT,
  "source" TEXT,
  "owner" INTEGER,
  "estimated_value" INTEGER,
  "estimated_value_currency" TEXT,
  "estimated_value_base" INTEGER,
  "industry" TEXT,
  "disqualify_reason" TEXT,
  "address_street" TEXT,
  "address_city" TEXT,
  "address_region" TEXT,
  "address_postcode" TEXT,
  "address_country" TEXT,
  "description" TEXT,
  "tags" TEXT,
  "converted_at" INTEGER,
  "account" INTEGER,
  "contact" INTEGER,
  "opportunity" INTEGER,
  "last_contact" INTEGER,
  "next_activity" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "lead_foreign" ON "lead" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "lead_created_at" ON "lead" ("workspace_id", "created_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "lead_updated_at" ON "lead" ("workspace_id", "updated_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "lead_trash" ON "lead" ("workspace_id", "updated_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "lead_name" ON "lead" ("workspace_id", "name_fold", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "lead_email" ON "lead" ("workspace_id", "email_fold", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "lead_phone" ON "lead" ("workspace_id", "phone", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "lead_owner" ON "lead" ("workspace_id", "owner", "created_at", "id", "name_fold", "updated_at", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "lead_account" ON "lead" ("workspace_id", "account", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "lead_opportunity" ON "lead" ("workspace_id", "opportunity", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "lead_status_created_at" ON "lead" ("workspace_id", "status", "created_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "lead_version" (
  "workspace_id" INTEGER NOT NULL,
  "id" INTEGER PRIMARY KEY,
  "record" INTEGER NOT NULL,
  "valid_from" INTEGER NOT NULL,
  "valid_to" INTEGER NOT NULL,
  "recorded_at" INTEGER NOT NULL,
  "status" TEXT,
  "tags" TEXT
);

CREATE INDEX IF NOT EXISTS "lead_version_record" ON "lead_version" ("workspace_id", "record", "valid_from");

CREATE TABLE IF NOT EXISTS "pipeline" (
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
  "name" TEXT,
  "name_fold" TEXT,
  "description" TEXT,
  "order" INTEGER,
  "active" INTEGER,
  "contact_days" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "pipeline_foreign" ON "pipeline" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "pipeline_created_at" ON "pipeline" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "pipeline_updated_at" ON "pipeline" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "pipeline_trash" ON "pipeline" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE UNIQUE INDEX IF NOT EXISTS "pipeline_name_unique" ON "pipeline" ("workspace_id", "name") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "pipeline_name" ON "pipeline" ("workspace_id", "name_fold", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "pipeline_order" ON "pipeline" ("workspace_id", "order", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "stage" (
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
  "name" TEXT,
  "name_fold" TEXT,
  "pipeline" INTEGER,
  "order" INTEGER,
  "probability" INTEGER,
  "kind" TEXT,
  "forecast_category" TEXT,
  "buying_step" TEXT,
  "funnel_part" TEXT,
  "expected_days" INTEGER,
  "description" TEXT,
  "active" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "stage_foreign" ON "stage" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "stage_created_at" ON "stage" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "stage_updated_at" ON "stage" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "stage_trash" ON "stage" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "stage_pipeline" ON "stage" ("workspace_id", "pipeline", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "stage_order" ON "stage" ("workspace_id", "order", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "stage_criterion" (
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
  "stage" INTEGER,
  "name" TEXT,
  "field" TEXT,
  "order" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "stage_criterion_foreign" ON "stage_criterion" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "stage_criterion_created_at" ON "stage_criterion" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "stage_criterion_updated_at" ON "stage_criterion" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "stage_criterion_trash" ON "stage_criterion" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "stage_criterion_stage" ON "stage_criterion" ("workspace_id", "stage", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "stage_criterion_order" ON "stage_criterion" ("workspace_id", "order", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "opportunity" (
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
  "number" TEXT,
  "number_fold" TEXT,
  "name" TEXT,
  "name_fold" TEXT,
  "account" INTEGER,
  "contact" INTEGER,
  "pipeline" INTEGER,
  "stage" INTEGER,
  "amount" INTEGER,
  "amount_currency" TEXT,
  "amount_base" INTEGER,
  "probability" INTEGER,
  "forecast_category" TEXT,
  "expected_close_date" INTEGER,
  "actual_close_date" INTEGER,
  "close_date" INTEGER,
  "engaged_on" INTEGER,
  "state" TEXT,
  "stage_since" INTEGER,
  "cycle_days" INTEGER,
  "type" TEXT,
  "source" TEXT,
  "owner" INTEGER,
  "product" INTEGER,
  "loss_reason" TEXT,
  "loss_note" TEXT,
  "competitor" INTEGER,
  "next_step" TEXT,
  "next_step_date" INTEGER,
  "description" TEXT,
  "tags" TEXT,
  "lines_amount" INTEGER,
  "lines_amount_currency" TEXT,
  "lines_amount_base" INTEGER,
  "competitors" TEXT,
  "committee" INTEGER,
  "decision_makers" INTEGER,
  "last_contact" INTEGER,
  "next_activity" INTEGER,
  "checked" TEXT,
  "skipped_because" TEXT
);

CREATE UNIQUE INDEX IF NOT EXISTS "opportunity_foreign" ON "opportunity" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "opportunity_created_at" ON "opportunity" ("workspace_id", "created_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "opportunity_updated_at" ON "opportunity" ("workspace_id", "updated_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "opportunity_trash" ON "opportunity" ("workspace_id", "updated_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "opportunity_account" ON "opportunity" ("workspace_id", "account", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "opportunity_contact" ON "opportunity" ("workspace_id", "contact", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "opportunity_stage" ON "opportunity" ("workspace_id", "stage", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "opportunity_amount" ON "opportunity" ("workspace_id", "amount_base", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "opportunity_close_date" ON "opportunity" ("workspace_id", "close_date", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "opportunity_owner" ON "opportunity" ("workspace_id", "owner", "updated_at", "id", "amount_base", "close_date", "next_step_date", "created_at", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "opportunity_next_step_date" ON "opportunity" ("workspace_id", "next_step_date", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "opportunity_state_close_date" ON "opportunity" ("workspace_id", "state", "close_date", "id", "stage", "amount_base", "probability", "pipeline", "owner", "cycle_days", "account", "product", "source", "type", "forecast_category", "loss_reason", "created_at", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "opportunity_state_next_step_date" ON "opportunity" ("workspace_id", "state", "next_step_date", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "opportunity_version" (
  "workspace_id" INTEGER NOT NULL,
  "id" INTEGER PRIMARY KEY,
  "record" INTEGER NOT NULL,
  "valid_from" INTEGER NOT NULL,
  "valid_to" INTEGER NOT NULL,
  "recorded_at" INTEGER NOT NULL,
  "stage" INTEGER,
  "amount" INTEGER,
  "amount_currency" TEXT,
  "amount_base" INTEGER,
  "probability" INTEGER,
  "forecast_category" TEXT,
  "expected_close_date" INTEGER,
  "actual_close_date" INTEGER,
  "close_date" INTEGER,
  "state" TEXT,
  "owner" INTEGER,
  "tags" TEXT
);

CREATE INDEX IF NOT EXISTS "opportunity_version_record" ON "opportunity_version" ("workspace_id", "record", "valid_from");

CREATE TABLE IF NOT EXISTS "opportunity_line" (
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
  "product" INTEGER,
  "description" TEXT,
  "description_fold" TEXT,
  "quantity" INTEGER,
  "unit_price" INTEGER,
  "unit_price_currency" TEXT,
  "unit_price_base" INTEGER,
  "discount" INTEGER,
  "amount" INTEGER,
  "amount_currency" TEXT,
  "amount_base" INTEGER,
  "recurring" TEXT,
  "position" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "opportunity_line_foreign" ON "opportunity_line" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "opportunity_line_created_at" ON "opportunity_line" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "opportunity_line_updated_at" ON "opportunity_line" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "opportunity_line_trash" ON "opportunity_line" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "opportunity_line_opportunity" ON "opportunity_line" ("workspace_id", "opportunity", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "opportunity_line_product" ON "opportunity_line" ("workspace_id", "product", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "committee_member" (
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
  "contact" INTEGER,
  "name" TEXT,
  "name_fold" TEXT,
  "role" TEXT,
  "influence" TEXT,
  "stance" TEXT,
  "guards" INTEGER,
  "note" TEXT
);

CREATE UNIQUE INDEX IF NOT EXISTS "committee_member_foreign" ON "committee_member" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "committee_member_created_at" ON "committee_member" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "committee_member_updated_at" ON "committee_member" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "committee_member_trash" ON "committee_member" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "committee_member_opportunity" ON "committee_member" ("workspace_id", "opportunity", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "committee_member_contact" ON "committee_member" ("workspace_id", "contact", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "pain_point" (
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
  "severity" TEXT,
  "contact" INTEGER,
  "product" INTEGER,
  "description" TEXT
);

CREATE UNIQUE INDEX IF NOT EXISTS "pain_point_foreign" ON "pain_point" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "pain_point_created_at" ON "pain_point" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "pain_point_updated_at" ON "pain_point" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "pain_point_trash" ON "pain_point" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "pain_point_opportunity" ON "pain_point" ("workspace_id", "opportunity", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "pain_point_contact" ON "pain_point" ("workspace_id", "contact", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "pain_point_product" ON "pain_point" ("workspace_id", "product", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "buying_criterion" (
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
  "importance" TEXT,
  "fit" TEXT,
  "note" TEXT
);

CREATE UNIQUE INDEX IF NOT EXISTS "buying_criterion_foreign" ON "buying_criterion" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "buying_criterion_created_at" ON "buying_criterion" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "buying_criterion_updated_at" ON "buying_criterion" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "buying_criterion_trash" ON "buying_criterion" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "buying_criterion_opportunity" ON "buying_criterion" ("workspace_id", "opportunity", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "objection" (
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
  "type" TEXT,
  "answer" TEXT,
  "overcome" INTEGER,
  "raised_on" INTEGER,
  "raised_by" INTEGER,
  "stage" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "objection_foreign" ON "objection" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "objection_created_at" ON "objection" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "objection_updated_at" ON "objection" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "objection_trash" ON "objection" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "objection_opportunity" ON "objection" ("workspace_id", "opportunity", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "objection_raised_by" ON "objection" ("workspace_id", "raised_by", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "competitor" (
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
  "name" TEXT,
  "name_fold" TEXT,
  "website" TEXT,
  "strengths" TEXT,
  "weaknesses" TEXT,
  "description" TEXT
);

CREATE UNIQUE INDEX IF NOT EXISTS "competitor_foreign" ON "competitor" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "competitor_created_at" ON "competitor" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "competitor_updated_at" ON "competitor" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "competitor_trash" ON "competitor" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "competitor_name" ON "competitor" ("workspace_id", "name_fold", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "product" (
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
  "name" TEXT,
  "name_fold" TEXT,
  "code" TEXT,
  "code_fold" TEXT,
  "series" TEXT,
  "series_fold" TEXT,
  "price" INTEGER,
  "price_currency" TEXT,
  "price_base" INTEGER,
  "cost" INTEGER,
  "cost_currency" TEXT,
  "cost_base" INTEGER,
  "unit" TEXT,
  "active" INTEGER,
  "description" TEXT
);

CREATE UNIQUE INDEX IF NOT EXISTS "product_foreign" ON "product" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "product_created_at" ON "product" ("workspace_id", "created_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "product_updated_at" ON "product" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "product_trash" ON "product" ("workspace_id", "updated_at", "id", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "product_name" ON "product" ("workspace_id", "name_fold", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "product_code" ON "product" ("workspace_id", "code_fold", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "activity" (
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
  "subject" TEXT,
  "subject_fold" TEXT,
  "kind" TEXT,
  "account" INTEGER,
  "contact" INTEGER,
  "participants" TEXT,
  "lead" INTEGER,
  "opportunity" INTEGER,
  "about" INTEGER,
  "about_object" TEXT,
  "starts_at" INTEGER,
  "ends_at" INTEGER,
  "due_date" INTEGER,
  "done" INTEGER,
  "done_at" INTEGER,
  "outcome" TEXT,
  "direction" TEXT,
  "owner" INTEGER,
  "notes" TEXT,
  "planned_on" INTEGER
);

CREATE UNIQUE INDEX IF NOT EXISTS "activity_foreign" ON "activity" ("workspace_id", "source_system", "foreign_id");

CREATE INDEX IF NOT EXISTS "activity_created_at" ON "activity" ("workspace_id", "created_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "activity_updated_at" ON "activity" ("workspace_id", "updated_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "activity_trash" ON "activity" ("workspace_id", "updated_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "activity_account" ON "activity" ("workspace_id", "account", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "activity_contact" ON "activity" ("workspace_id", "contact", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "activity_lead" ON "activity" ("workspace_id", "lead", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "activity_opportunity" ON "activity" ("workspace_id", "opportunity", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "activity_about" ON "activity" ("workspace_id", "about", "id", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "activity_starts_at" ON "activity" ("workspace_id", "starts_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "activity_due_date" ON "activity" ("workspace_id", "due_date", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "activity_owner" ON "activity" ("workspace_id", "owner", "id", "starts_at", "due_date", "created_at", "updated_at", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "activity_done_due_date" ON "activity" ("workspace_id", "done", "due_date", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE INDEX IF NOT EXISTS "activity_done_starts_at" ON "activity" ("workspace_id", "done", "starts_at", "id", "owner", "deleted_at") WHERE "deleted_at" IS NULL;

CREATE TABLE IF NOT EXISTS "journal" (
  "workspace_id" INTEGER NOT NULL,
  "seq" INTEGER NOT NULL,
  "at" INTEGER NOT NULL,
  "actor" INTEGER,
  "reason" TEXT NOT NULL,
  "door" TEXT NOT NULL,
  "import" INTEGER,
  "object" TEXT NOT NULL,
  "record" INTEGER NOT NULL,
  "verb" TEXT NOT NULL,
  "digest" BLOB NOT NULL,
  "hash" BLOB NOT NULL,
  PRIMARY KEY ("workspace_id", "seq")
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS "journal_record" ON "journal" ("workspace_id", "record", "seq");

CREATE TABLE IF NOT EXISTS "journal_values" (
  "workspace_id" INTEGER NOT NULL,
  "seq" INTEGER NOT NULL,
  "salt" BLOB,
  "body" TEXT,
  PRIMARY KEY ("workspace_id", "seq")
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS "journal_head" (
  "workspace_id" INTEGER NOT NULL,
  "seq" INTEGER NOT NULL,
  "hash" BLOB NOT NULL,
  PRIMARY KEY ("workspace_id")
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS "counter" (
  "workspace_id" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "last" INTEGER NOT NULL,
  PRIMARY KEY ("workspace_id", "name")
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS "forward" (
  "workspace_id" INTEGER NOT NULL,
  "id" INTEGER PRIMARY KEY,
  "object" TEXT NOT NULL,
  "to_id" INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS "access_epoch" (
  "workspace_id" INTEGER NOT NULL,
  "epoch" INTEGER NOT NULL,
  "shares" INTEGER NOT NULL,
  PRIMARY KEY ("workspace_id")
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS "credential" (
  "digest" BLOB NOT NULL,
  "workspace_id" INTEGER NOT NULL,
  "id" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "ends_at" INTEGER,
  PRIMARY KEY ("digest")
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS "credential_owner" ON "credential" ("workspace_id", "id");

CREATE TABLE IF NOT EXISTS "login" (
  "email" TEXT NOT NULL,
  "workspace_id" INTEGER NOT NULL,
  "user_id" INTEGER NOT NULL,
  PRIMARY KEY ("email")
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS "throttle" (
  "name" TEXT NOT NULL,
  "failures" INTEGER NOT NULL,
  "until" INTEGER NOT NULL,
  PRIMARY KEY ("name")
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS "throttle_until" ON "throttle" ("until");

CREATE TABLE IF NOT EXISTS "answer" (
  "workspace_id" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "at" INTEGER NOT NULL,
  "digest" BLOB NOT NULL,
  "body" TEXT NOT NULL,
  PRIMARY KEY ("workspace_id", "name")
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS "answer_at" ON "answer" ("workspace_id", "at");

CREATE TABLE IF NOT EXISTS "job" (
  "workspace_id" INTEGER NOT NULL,
  "id" INTEGER PRIMARY KEY,
  "queue" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "lane" TEXT,
  "once" TEXT,
  "payload" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "due_at" INTEGER NOT NULL,
  "lease" INTEGER,
  "tries" INTEGER NOT NULL,
  "told" TEXT,
  "created_at" INTEGER NOT NULL,
  "ended_at" INTEGER
);

CREATE INDEX IF NOT EXISTS "job_due" ON "job" ("workspace_id", "state", "queue", "due_at");

CREATE INDEX IF NOT EXISTS "job_lane" ON "job" ("workspace_id", "lane", "id");

CREATE INDEX IF NOT EXISTS "job_once" ON "job" ("workspace_id", "once", "state");

CREATE INDEX IF NOT EXISTS "job_ended" ON "job" ("workspace_id", "state", "ended_at");

CREATE TABLE IF NOT EXISTS "schedule" (
  "workspace_id" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "due_at" INTEGER NOT NULL,
  PRIMARY KEY ("workspace_id", "name")
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS "journal_reader" (
  "workspace_id" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "seq" INTEGER NOT NULL,
  PRIMARY KEY ("workspace_id", "name")
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS "factor" (
  "workspace_id" INTEGER NOT NULL,
  "user_id" INTEGER NOT NULL,
  "secret" BLOB NOT NULL,
  "on_since" INTEGER,
  "last_step" INTEGER NOT NULL,
  PRIMARY KEY ("workspace_id", "user_id")
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS "recovery_code" (
  "workspace_id" INTEGER NOT NULL,
  "user_id" INTEGER NOT NULL,
  "digest" BLOB NOT NULL,
  PRIMARY KEY ("workspace_id", "digest")
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS "search_word" (
  "workspace_id" INTEGER NOT NULL,
  "size" INTEGER NOT NULL,
  "word" TEXT NOT NULL,
  "back" TEXT NOT NULL,
  PRIMARY KEY ("workspace_id", "size", "word")
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS "search_word_back" ON "search_word" ("workspace_id", "size", "back", "word");

CREATE TABLE IF NOT EXISTS "blob" (
  "workspace_id" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "number" INTEGER NOT NULL,
  "bytes" INTEGER NOT NULL,
  "unused_since" INTEGER,
  PRIMARY KEY ("workspace_id", "digest")
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS "linked" (
  "workspace_id" INTEGER NOT NULL,
  "of" TEXT NOT NULL,
  "target" INTEGER NOT NULL,
  "holder" INTEGER NOT NULL,
  PRIMARY KEY ("workspace_id", "of", "target", "holder")
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS "linked_holder" ON "linked" ("workspace_id", "of", "holder", "target");

CREATE TABLE IF NOT EXISTS "tagged" (
  "workspace_id" INTEGER NOT NULL,
  "of" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "record" INTEGER NOT NULL,
  PRIMARY KEY ("workspace_id", "of", "name", "record")
) WITHOUT ROWID;

CREATE VIRTUAL TABLE IF NOT EXISTS "search" USING fts5("terms", "workspace_id" UNINDEXED, "object" UNINDEXED, content='', contentless_delete=1, contentless_unindexed=1, detail='none', prefix='2 3', tokenize="ascii tokenchars '_'");
