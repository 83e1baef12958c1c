-- 0003_topics: written by `cargo xtask migration` from the declarations.

ALTER TABLE "activity" ADD COLUMN IF NOT EXISTS "topics" text COLLATE "C";
