-- Inserts records into the inbox of the trail. $1 is a JSON array of objects whose members are the columns.
INSERT INTO audit_inbox (id, occurred_at, actor_type, actor_id, action, outcome, entity_type, entity_id, patient_id,
  purpose_of_use, request_id, source_ip, result_count, payload)
SELECT id, occurred_at, actor_type, actor_id, action, outcome, entity_type, entity_id, patient_id,
  purpose_of_use, request_id, source_ip, result_count, payload
FROM json_populate_recordset(NULL::audit_inbox, $1)
