-- The sequencer of the trail. It moves at most `batch` records from the inbox to audit_events, gives each the next number and
-- chains it to the record before by its hash. Returns how many it moved; 0 also while another sequencer is running.
--
-- hash = SHA-256(previous_hash, then the netstrings of number, sealed_at and so on). docs/audit.md describes it in full, and
-- `predicthealth audit verify` computes it on its own. Only a digest of the payload is hashed, so a payload can be erased
-- without breaking the chain. The digest is that of the text of the stored jsonb, which differs from the text that was sent.
CREATE OR REPLACE FUNCTION seal_audit_inbox(batch integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp
  SET timezone = 'UTC'
  AS $$
DECLARE
  last    record;
  sealed  timestamptz;
  events  audit_inbox[];
  encoded text;
  chain   bytea;
  hashes  bytea[]; -- of the event before the first, then of each event
BEGIN
  -- The batch is held in memory.
  IF batch IS NULL OR batch NOT BETWEEN 1 AND 10000 THEN
    RAISE 'batch is %, want 1 to 10000', batch USING ERRCODE = 'invalid_parameter_value';
  END IF;
  -- Each statement must see what the sequencer before has committed.
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE 'the trail is sealed at READ COMMITTED' USING ERRCODE = 'invalid_transaction_state';
  END IF;
  IF NOT pg_try_advisory_xact_lock(hashtext('seal_audit_inbox')) THEN
    RETURN 0;
  END IF;

  SELECT number, sealed_at, hash INTO last FROM audit_events ORDER BY number DESC LIMIT 1;
  sealed := greatest(last.sealed_at, clock_timestamp());
  WITH taken AS (
    DELETE FROM audit_inbox
    WHERE id IN (SELECT id FROM audit_inbox ORDER BY id LIMIT batch FOR UPDATE SKIP LOCKED)
    RETURNING audit_inbox AS event
  )
  SELECT array_agg(event ORDER BY (event).id) INTO events FROM taken;

  chain := coalesce(last.hash, decode(repeat('00', 32), 'hex'));
  hashes := ARRAY[chain];
  FOR encoded IN
    SELECT netstring((coalesce(last.number, 0) + ordinality)::text)
      || netstring(trunc(extract(epoch FROM sealed) * 1000000)::text)
      || netstring(trunc(extract(epoch FROM occurred_at) * 1000000)::text)
      || netstring(actor_type) || netstring(actor_id::text) || netstring(action) || netstring(outcome)
      || netstring(entity_type) || netstring(entity_id) || netstring(patient_id::text)
      || netstring(purpose_of_use) || netstring(request_id) || netstring(source_ip::text)
      || netstring(result_count::text) || netstring(encode(sha256(convert_to(payload::text, 'UTF8')), 'hex'))
    FROM unnest(events) WITH ORDINALITY AS event
    ORDER BY ordinality
  LOOP
    chain := sha256(chain || convert_to(encoded, 'UTF8'));
    hashes := hashes || chain;
  END LOOP;

  -- One statement for all: each execution reads the table's CHECKs anew.
  INSERT INTO audit_events (number, sealed_at, occurred_at, actor_type, actor_id, action, outcome, entity_type,
    entity_id, patient_id, purpose_of_use, request_id, source_ip, result_count, payload, payload_digest,
    previous_hash, hash)
  SELECT coalesce(last.number, 0) + ordinality, sealed, occurred_at, actor_type, actor_id, action, outcome, entity_type,
    entity_id, patient_id, purpose_of_use, request_id, source_ip, result_count, payload,
    sha256(convert_to(payload::text, 'UTF8')), hashes[ordinality], hashes[ordinality + 1]
  FROM unnest(events) WITH ORDINALITY AS event;
  RETURN coalesce(cardinality(events), 0);
END
$$;
