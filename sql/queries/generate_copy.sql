COPY generate_records (kind, data) FROM STDIN
-- lib/pq knows a COPY by its first word, so this comment stands last: generated people, staged.
