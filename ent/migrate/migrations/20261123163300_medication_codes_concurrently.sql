-- atlas:txmode none

-- Create index "medications_code_prefix_idx" to table: "medications"
CREATE INDEX CONCURRENTLY "medications_code_prefix_idx" ON "medications" ("code" varchar_pattern_ops);
