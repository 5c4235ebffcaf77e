COPY import_records (seq, resource, file, line, source_id, id, data) FROM STDIN
-- lib/pq recognises a COPY by its first word, so this comment comes last: the lines of an export, staged.
