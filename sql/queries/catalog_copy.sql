COPY catalog_staging (line, code, name, chronic, condition_group, category) FROM STDIN
-- lib/pq knows a COPY by its first word, so this comment stands last: the lines of a code list, staged.
