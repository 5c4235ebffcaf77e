-- atlas:txmode none

-- Create index "addresses_institution_place_idx" to table: "addresses"
CREATE INDEX CONCURRENTLY "addresses_institution_place_idx" ON "addresses" ("country_id", "region_id", "institution_id") WHERE (institution_id IS NOT NULL);
-- Create index "addresses_institution_position_idx" to table: "addresses"
CREATE INDEX CONCURRENTLY "addresses_institution_position_idx" ON "addresses" ("latitude", "longitude") WHERE (institution_id IS NOT NULL);
-- Create index "users_email_prefix_idx" to table: "users"
CREATE INDEX CONCURRENTLY "users_email_prefix_idx" ON "users" ("email" varchar_pattern_ops);
-- Create index "users_user_type_email_idx" to table: "users"
CREATE INDEX CONCURRENTLY "users_user_type_email_idx" ON "users" ("user_type", "email");
