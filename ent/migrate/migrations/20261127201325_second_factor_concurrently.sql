-- atlas:txmode none

-- DATA-DEPENDENT: fails on rows that break "one_time_tokens_purpose"; until they are fixed, it applies only to new rows.
ALTER TABLE "one_time_tokens" VALIDATE CONSTRAINT "one_time_tokens_purpose";
