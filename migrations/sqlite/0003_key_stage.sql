-- 0003_key_stage: written by `cargo xtask migration` from the declarations.

ALTER TABLE "pipeline" ADD COLUMN "key_stage" INTEGER;
