-- Inserts part of a spool into the inbox ($4, as in audit_record.sql) and stores that the spool $1 has been shipped from
-- byte $2 to byte $3. If that part has already been shipped, nothing happens.
WITH progress AS (
  INSERT INTO audit_spools (id, shipped_bytes) VALUES ($1, $3)
  ON CONFLICT (id) DO UPDATE SET shipped_bytes = excluded.shipped_bytes WHERE audit_spools.shipped_bytes = $2
  RETURNING id
)
INSERT INTO audit_inbox (id, occurred_at, actor_type, actor_id, action, outcome, entity_type, entity_id, patient_id,
  purpose_of_use, request_id, source_ip, result_count, payload)
SELECT r.id, occurred_at, actor_type, actor_id, action, outcome, entity_type, entity_id, patient_id,
  purpose_of_use, request_id, source_ip, result_count, payload
FROM progress, json_populate_recordset(NULL::audit_inbox, $4) AS r
