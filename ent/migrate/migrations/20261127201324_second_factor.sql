-- Modify "one_time_tokens" table
ALTER TABLE "one_time_tokens" DROP CONSTRAINT "one_time_tokens_purpose", ADD CONSTRAINT "one_time_tokens_purpose" CHECK (purpose IN ('verify_email', 'reset_password', 'change_email', 'sign_in')) NOT VALID;
-- Modify "sessions" table
ALTER TABLE "sessions" ADD COLUMN "second_factor_at" timestamptz NULL;
-- Create "second_factors" table
CREATE TABLE "second_factors" (
  "id" uuid NOT NULL DEFAULT gen_random_uuid(),
  "created_at" timestamptz NOT NULL DEFAULT now(),
  "secret" bytea NOT NULL,
  "confirmed_at" timestamptz NULL,
  "last_step" bigint NOT NULL DEFAULT 0,
  "user_id" uuid NULL,
  "cms_user_id" uuid NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "second_factors_cms_user_id_fkey" FOREIGN KEY ("cms_user_id") REFERENCES "cms_users" ("id") ON UPDATE NO ACTION ON DELETE CASCADE,
  CONSTRAINT "second_factors_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE CASCADE,
  CONSTRAINT "second_factors_last_step" CHECK (last_step >= 0),
  CONSTRAINT "second_factors_one_owner" CHECK (num_nonnulls(user_id, cms_user_id) = 1)
);
-- Create index "secondfactor_cms_user_id" to table: "second_factors"
CREATE UNIQUE INDEX "secondfactor_cms_user_id" ON "second_factors" ("cms_user_id");
-- Create index "secondfactor_user_id" to table: "second_factors"
CREATE UNIQUE INDEX "secondfactor_user_id" ON "second_factors" ("user_id");
-- Create "recovery_codes" table
CREATE TABLE "recovery_codes" (
  "id" uuid NOT NULL DEFAULT gen_random_uuid(),
  "created_at" timestamptz NOT NULL DEFAULT now(),
  "code_hash" bytea NOT NULL,
  "used_at" timestamptz NULL,
  "second_factor_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "recovery_codes_second_factor_id_fkey" FOREIGN KEY ("second_factor_id") REFERENCES "second_factors" ("id") ON UPDATE NO ACTION ON DELETE CASCADE,
  CONSTRAINT "recovery_codes_code_hash" CHECK (length(code_hash) = 32)
);
-- Create index "recoverycode_second_factor_id_code_hash" to table: "recovery_codes"
CREATE UNIQUE INDEX "recoverycode_second_factor_id_code_hash" ON "recovery_codes" ("second_factor_id", "code_hash");
-- What the statements above leave different
GRANT DELETE ON TABLE recovery_codes TO predicthealth_app;
GRANT DELETE ON TABLE second_factors TO predicthealth_app;
GRANT INSERT ON TABLE recovery_codes TO predicthealth_app;
GRANT INSERT ON TABLE second_factors TO predicthealth_app;
GRANT SELECT ON TABLE recovery_codes TO predicthealth_app;
GRANT SELECT ON TABLE second_factors TO predicthealth_app;
GRANT UPDATE ON TABLE recovery_codes TO predicthealth_app;
GRANT UPDATE ON TABLE second_factors TO predicthealth_app;
