-- Plans that were made for the import's mass of rows are not for others.
SET LOCAL enable_nestloop = on;
DISCARD PLANS;
