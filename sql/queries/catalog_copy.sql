COPY catalog_staging (line, code, name, chronic, condition_group, category) FROM STDIN
-- lib/pq recognises a COPY by its first word, so this comment comes last: the lines of a code list, staged.
