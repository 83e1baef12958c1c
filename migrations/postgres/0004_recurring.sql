-- 0004_recurring: written by `cargo xtask migration` from the declarations.

ALTER TABLE "opportunity" ADD COLUMN IF NOT EXISTS "arr" bigint;

ALTER TABLE "opportunity" ADD COLUMN IF NOT EXISTS "arr_currency" text COLLATE "C";

ALTER TABLE "opportunity" ADD COLUMN IF NOT EXISTS "arr_base" bigint;

ALTER TABLE "opportunity_line" ADD COLUMN IF NOT EXISTS "arr" bigint;

ALTER TABLE "opportunity_line" ADD COLUMN IF NOT EXISTS "arr_currency" text COLLATE "C";

ALTER TABLE "opportunity_line" ADD COLUMN IF NOT EXISTS "arr_base" bigint;

ALTER TABLE "product" ADD COLUMN IF NOT EXISTS "recurring" text COLLATE "C";

-- By hand: what lines bring in a year that were there before, and what that comes to for their deals. Of a
-- monthly line in another currency it is twelve times what a month came to, rounded once; a later change rounds the year.

UPDATE "opportunity_line" SET
  "arr" = CASE "recurring" WHEN 'monthly' THEN "amount" * 12 WHEN 'yearly' THEN "amount" END,
  "arr_currency" = "amount_currency",
  "arr_base" = CASE "recurring" WHEN 'monthly' THEN "amount_base" * 12 WHEN 'yearly' THEN "amount_base" END
WHERE "recurring" IN ('monthly', 'yearly');

UPDATE "opportunity" SET
  "arr" = COALESCE((SELECT SUM("line"."arr_base") FROM "opportunity_line" AS "line" WHERE "line"."workspace_id" = "opportunity"."workspace_id" AND "line"."opportunity" = "opportunity"."id" AND "line"."deleted_at" IS NULL), 0),
  "arr_currency" = "lines_amount_currency",
  "arr_base" = COALESCE((SELECT SUM("line"."arr_base") FROM "opportunity_line" AS "line" WHERE "line"."workspace_id" = "opportunity"."workspace_id" AND "line"."opportunity" = "opportunity"."id" AND "line"."deleted_at" IS NULL), 0)
WHERE "lines_amount" IS NOT NULL;
