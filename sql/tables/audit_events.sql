-- Sealed audit records, in one partition for each month in which they were sealed. Rows without a partition go to the default.
-- Numbers are unique and have no gaps, because the sequencer, the only writer, gives them. No row refers to another table:
-- the trail outlives what it records.
CREATE TABLE audit_events (
  number         bigint       NOT NULL,
  sealed_at      timestamptz  NOT NULL,
  occurred_at    timestamptz  NOT NULL,
  actor_type     varchar(20)  NOT NULL,
  actor_id       uuid,
  action         varchar(50)  NOT NULL,
  outcome        varchar(20)  NOT NULL DEFAULT 'success',
  entity_type    varchar(50),
  entity_id      varchar(50),
  patient_id     uuid,
  purpose_of_use varchar(50),
  request_id     varchar(64),
  source_ip      inet,
  result_count   bigint,
  payload        jsonb,
  payload_digest bytea,
  previous_hash  bytea        NOT NULL,
  hash           bytea        NOT NULL,
  CONSTRAINT audit_events_pkey PRIMARY KEY (number, sealed_at),
  CONSTRAINT audit_events_number CHECK (number > 0),
  CONSTRAINT audit_events_actor_type CHECK (actor_type IN ('anonymous', 'user', 'cms_user', 'service_account', 'system')),
  CONSTRAINT audit_events_outcome CHECK (outcome IN ('success', 'denied', 'failure'))
) PARTITION BY RANGE (sealed_at);

CREATE TABLE audit_events_default PARTITION OF audit_events DEFAULT;

-- Finds who used a patient's record, newest first.
CREATE INDEX audit_events_patient_id_idx ON audit_events (patient_id, number) WHERE patient_id IS NOT NULL;
-- Finds what an account did, newest first.
CREATE INDEX audit_events_actor_id_idx ON audit_events (actor_id, number) WHERE actor_id IS NOT NULL;
-- Finds events of a kind, newest first.
CREATE INDEX audit_events_action_idx ON audit_events (action, number);
-- Finds what happened to a record, such as an account's sign-ins, newest first.
CREATE INDEX audit_events_entity_idx ON audit_events (entity_type, entity_id, number) WHERE entity_id IS NOT NULL;
-- Finds what a request did: people who report a problem quote its id.
CREATE INDEX audit_events_request_id_idx ON audit_events (request_id, number) WHERE request_id IS NOT NULL;
