-- The table that a code list is copied to before it is merged.
CREATE TEMPORARY TABLE catalog_staging (
  line bigint NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  chronic boolean,
  condition_group text,
  category text
) ON COMMIT DROP;
