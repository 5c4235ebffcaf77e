COPY generate_records (kind, data) FROM STDIN
-- lib/pq recognises a COPY by its first word, so this comment comes last: generated people, staged.
