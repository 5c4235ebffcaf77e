-- Until now a death of which only the date was known was stored as midnight in UTC, which is another day in the west. Nobody knows its time.
UPDATE "patients" SET "deceased_at" = NULL WHERE "deceased_at" = ("deceased_date"::timestamp AT TIME ZONE 'UTC');
