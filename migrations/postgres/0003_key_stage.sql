-- 0003_key_stage: written by `cargo xtask migration` from the declarations.

ALTER TABLE "pipeline" ADD COLUMN IF NOT EXISTS "key_stage" bigint;
