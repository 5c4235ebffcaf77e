-- Other statements must not use plans made for the import's large number of rows.
SET LOCAL enable_nestloop = on;
DISCARD PLANS;
