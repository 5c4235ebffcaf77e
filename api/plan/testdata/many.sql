-- 100,000 patients and all that grows with them, around the cast of the tests, in seconds: no trigger and no foreign key
-- is asked. The cast's hospital and insurer are large, and so is the record of the cast's patient.
SET statement_timeout = 0;
SET session_replication_role = replica;

CREATE TEMP TABLE own AS SELECT
  (SELECT institution_id FROM users WHERE email = 'hospital@example.org') AS hospital,
  (SELECT doctor_id FROM users WHERE email = 'doctor@example.org') AS doctor,
  (SELECT institution_id FROM users WHERE email = 'insurer@example.org') AS insurer,
  (SELECT patient_id FROM users WHERE email = 'patient@example.org') AS patient,
  (SELECT id FROM users WHERE email = 'doctor@example.org') AS account,
  (SELECT id FROM cms_users WHERE email = 'admin@example.org') AS admin;

INSERT INTO medical_institutions (id, name, licence_number, institution_type_id, active, verified, created_at)
SELECT md5('institution' || n)::uuid, 'Clinic ' || md5(n::text), 'I-' || n, types[1 + n % cardinality(types)], n % 50 > 0, n % 3 = 0,
  now() - n * interval '1 hour'
FROM generate_series(1, 20000) n, (SELECT array_agg(id ORDER BY id) AS types FROM institution_types) t;

-- A hundred institutions, the cast's among them, have ten doctors with patients each; the others have none.
INSERT INTO doctors (id, institution_id, specialty_id, sex_id, first_name, last_name, licence_number, consultation_fee, status, created_at)
SELECT md5('doctor' || n)::uuid,
  CASE WHEN n > 1000 THEN md5('institution' || 1 + n % 5000)::uuid WHEN n % 100 = 0 THEN hospital WHEN n % 100 = 1 THEN insurer
    ELSE md5('institution' || n % 100)::uuid END,
  specialties[1 + n % cardinality(specialties)], (SELECT min(id) FROM sexes), 'Doc' || n % 100, 'Doe' || md5((n % 1000)::text), 'D-' || n, n % 300,
  CASE WHEN n % 50 = 7 THEN 'suspended' WHEN n % 50 = 8 THEN 'retired' ELSE 'active' END, now() - n * interval '10 minutes'
FROM generate_series(1, 10000) n, own, (SELECT array_agg(id ORDER BY id) AS specialties FROM doctor_specialties) s;

-- A hundred patients a doctor. Four in seven have a common name, three of all a rare one.
INSERT INTO patients (id, doctor_id, institution_id, sex_id, first_name, last_name, date_of_birth, active, validation_status, rejection_reason, created_at)
SELECT md5('patient' || n)::uuid, d.id, d.institution_id, sexes[1 + n % cardinality(sexes)],
  'Ana ' || left(md5((n % 500)::text), 6), CASE WHEN n % 7 < 4 THEN 'García ' WHEN n % 33333 = 6 THEN 'Zyxwvut ' ELSE 'Lee ' END || left(md5((n % 2000)::text), 6),
  date '1930-01-01' + n % 30000, n % 17 > 0, s.status, CASE WHEN s.status = 'rejected' THEN 'Unknown here.' END, now() - n * interval '1 minute'
FROM generate_series(1, 100000) n
CROSS JOIN LATERAL (SELECT CASE WHEN n % 101 = 99 THEN 'rejected' ELSE (ARRAY['pending', 'doctor_validated', 'institution_validated',
  'full_access', 'full_access', 'full_access', 'full_access'])[1 + n % 7] END AS status) s
CROSS JOIN own CROSS JOIN (SELECT array_agg(id ORDER BY id) AS sexes FROM sexes) x
JOIN doctors d ON d.id = CASE WHEN n % 1000 = 99 THEN own.doctor ELSE md5('doctor' || 1 + n % 1000)::uuid END;

INSERT INTO health_profiles (patient_id, weekly_activity_minutes)
SELECT md5('patient' || n)::uuid, n % 300 FROM generate_series(1, 100000) n;

-- Each patient has an entry of a kind, the cast's 100.
CREATE TEMP TABLE entries AS
SELECT md5('patient' || n)::uuid AS patient, n, k FROM generate_series(1, 100000) n, generate_series(1, 1) k
UNION ALL SELECT patient, 0, k FROM own, generate_series(1, 100) k;
INSERT INTO medical_conditions (code_system, code, name) SELECT 'urn:many', n::text, 'Condition ' || md5(n::text) FROM generate_series(1, 10000) n;
INSERT INTO medications (code_system, code, name) SELECT 'urn:many', n::text, 'Drug ' || md5(n::text) FROM generate_series(1, 10000) n;

INSERT INTO patient_conditions (patient_id, condition_id, onset_date, status)
SELECT patient, c.id, date '2000-01-01' + k, (ARRAY['active', 'resolved', 'inactive'])[1 + (n + k) % 3]
FROM entries JOIN medical_conditions c ON c.code_system = 'urn:many' AND c.code = (1 + (n + k) % 10000)::text;
INSERT INTO patient_medications (patient_id, medication_id, start_date, status)
SELECT patient, m.id, date '2000-01-01' + k, (ARRAY['active', 'completed', 'stopped'])[1 + (n + k) % 3]
FROM entries JOIN medications m ON m.code_system = 'urn:many' AND m.code = (1 + (n + k) % 10000)::text;
INSERT INTO patient_allergies (patient_id, allergy_id, recorded_date, status)
SELECT patient, allergies[1 + (n + k) % cardinality(allergies)], date '2000-01-01' + k, (ARRAY['active', 'inactive', 'resolved'])[1 + (n + k) % 3]
FROM entries, (SELECT array_agg(id ORDER BY id) AS allergies FROM allergies) a;
INSERT INTO patient_family_history (patient_id, condition_id, relative)
SELECT patient, c.id, 'mother' FROM entries JOIN medical_conditions c ON c.code_system = 'urn:many' AND c.code = (1 + (n + k) % 10000)::text;

-- Everybody can be reached in three ways, the cast's patient in 100.
CREATE TEMP TABLE reached AS
SELECT 'patient' AS kind, md5('patient' || n)::uuid AS id, n, 1 AS k FROM generate_series(1, 100000) n
UNION ALL SELECT 'doctor', md5('doctor' || n)::uuid, n, 1 FROM generate_series(1, 10000) n
UNION ALL SELECT 'institution', md5('institution' || n)::uuid, n, 1 FROM generate_series(1, 20000) n
UNION ALL SELECT 'patient', patient, 0, k FROM own, generate_series(1, 100) k;
INSERT INTO emails (entity_type, entity_id, email, email_type_id, is_primary)
SELECT kind, id, kind || n || '.' || k || '@example.org', (SELECT min(id) FROM email_types), k = 1 FROM reached;
INSERT INTO phones (entity_type, entity_id, number, country_code, phone_type_id, is_primary)
SELECT kind, id, '+34600' || lpad((n * 7 + k)::text, 6, '0'), '34', (SELECT min(id) FROM phone_types), k = 1 FROM reached;
INSERT INTO addresses (entity_type, entity_id, line1, city, country_id, region_id, latitude, longitude, is_primary)
SELECT kind, reached.id, 'Main Street ' || n, 'Town', r.country_id, r.id, (n * 37 % 1600) / 10.0 - 80, (n * 53 % 3600) / 10.0 - 180, k = 1
FROM reached CROSS JOIN (SELECT array_agg(id ORDER BY id) AS ids FROM regions) places JOIN regions r ON r.id = ids[1 + n % cardinality(ids)];

INSERT INTO users (email, user_type, reference_id, active, created_at)
SELECT left(md5(n::text), 6) || n || '@example.net', 'patient', md5('patient' || n)::uuid, n % 10 > 0, now() - n * interval '1 minute' FROM generate_series(1, 50000) n;
INSERT INTO users (email, user_type, reference_id)
SELECT left(md5(n::text), 6) || 'd' || n || '@example.net', 'doctor', md5('doctor' || n)::uuid FROM generate_series(1, 10000) n
UNION ALL SELECT left(md5(n::text), 6) || 'i' || n || '@example.net', 'institution', md5('institution' || n)::uuid FROM generate_series(1, 5000) n;
INSERT INTO cms_users (email, role_id, first_name, last_name)
SELECT 's' || n || '@example.net', (SELECT id FROM cms_roles WHERE code = 'editor'), 'S', 'T' FROM generate_series(1, 500) n;
INSERT INTO service_accounts (name, role_id, scopes)
SELECT 'machine ' || n, (SELECT id FROM cms_roles WHERE code = 'editor'), '[]' FROM generate_series(1, 500) n;
INSERT INTO service_account_secrets (service_account_id, secret_hash) SELECT id, sha256(id::text::bytea) FROM service_accounts;
INSERT INTO sessions (user_id, created_at, last_seen_at, idle_expires_at, expires_at)
SELECT id, now(), now(), now() + interval '1 hour', now() + interval '1 day' FROM users
UNION ALL SELECT account, now() - k * interval '1 second', now(), now() + interval '1 hour', now() + interval '1 day' FROM own, generate_series(1, 150) k;
INSERT INTO import_jobs (id, requester_type, requester_id, format, options, status, ended_at, bytes_read, bytes_total, institution_id, created_at)
SELECT md5('job' || n)::uuid, 'user', account, 'csv', '{}', 'completed', now(), 1, 1, CASE WHEN n % 200 = 0 THEN hospital ELSE md5('institution' || n)::uuid END,
  now() - n * interval '1 hour' FROM generate_series(1, 5000) n, own;
INSERT INTO import_problems (job_id, position, line, code, detail, severity)
SELECT md5('job' || n)::uuid, k, k, 'invalid', 'This is none.', 'error' FROM generate_series(1, 5000) n, generate_series(1, 2) k;
INSERT INTO patient_validation_events (patient_id, to_status) SELECT patient, 'pending' FROM entries;

INSERT INTO audit_events (number, sealed_at, occurred_at, actor_type, actor_id, action, outcome, entity_type, entity_id, patient_id, request_id,
  previous_hash, hash)
SELECT 1000000 + n, now() - (200000 - n) * interval '10 seconds', now() - (200000 - n) * interval '10 seconds', 'user',
  CASE WHEN n % 1000 = 0 THEN account ELSE md5('account' || n % 5000)::uuid END,
  CASE WHEN n % 50 = 1 THEN 'auth.login' ELSE 'patient.read' END, CASE WHEN n % 500 = 3 THEN 'denied' ELSE 'success' END,
  CASE WHEN n % 50 = 1 THEN 'user' ELSE 'patient' END,
  CASE WHEN n % 1000 = 1 THEN account::text WHEN n % 50 = 1 THEN md5('account' || n % 5000) ELSE md5('patient' || n % 100000)::uuid::text END,
  CASE WHEN n % 50 = 1 THEN NULL WHEN n % 1000 = 2 THEN patient ELSE md5('patient' || n % 100000)::uuid END, md5('request' || n)::uuid, '\x', '\x'
FROM generate_series(1, 200000) n, own;

-- Records change at times of their own.
UPDATE patients SET updated_at = created_at + (hashtext(id::text) & 65535) * interval '7 seconds';
UPDATE doctors SET updated_at = created_at + (hashtext(id::text) & 65535) * interval '7 seconds';
UPDATE medical_institutions SET updated_at = created_at + (hashtext(id::text) & 65535) * interval '7 seconds';
UPDATE users SET updated_at = created_at + (hashtext(id::text) & 65535) * interval '7 seconds';

SET session_replication_role = DEFAULT;

