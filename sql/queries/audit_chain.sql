-- The sealed records in order: number, hashes, the current payload, and the fields as the texts that are hashed.
SELECT number, previous_hash, hash, payload::text,
  number::text,
  trunc(extract(epoch FROM sealed_at) * 1000000)::text, trunc(extract(epoch FROM occurred_at) * 1000000)::text,
  actor_type, actor_id::text, action, outcome, entity_type, entity_id, patient_id::text,
  purpose_of_use, request_id, source_ip::text, result_count::text, encode(payload_digest, 'hex')
FROM audit_events AS e
ORDER BY e.number, e.sealed_at
