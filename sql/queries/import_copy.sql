COPY import_records (seq, resource, file, line, source_id, id, condition_group, data) FROM STDIN
-- lib/pq recognises a COPY by its first word, so this comment comes last: the lines of an export, staged.
