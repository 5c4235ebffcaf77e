-- Inserts institutions, doctors and patients whose ids don't exist yet. Patients start as pending.
ANALYZE generate_records;

WITH inserted AS (
  INSERT INTO medical_institutions (id, created_at, name, licence_number, website, verified, institution_type_id)
  SELECT d.id, d.created_at, d.name, d.licence_number, d.website, true, t.id
  FROM generate_records r
  CROSS JOIN LATERAL jsonb_to_record(r.data)
    AS d (id uuid, created_at timestamptz, name text, licence_number text, website text, type text)
  JOIN institution_types t ON t.code = d.type
  WHERE r.kind = 'institution'
  ON CONFLICT (id) DO NOTHING
  RETURNING id
)
INSERT INTO generate_new (entity_type, id, data)
SELECT 'institution', i.id, r.data
FROM inserted i
JOIN generate_records r ON (r.data ->> 'id')::uuid = i.id;

WITH inserted AS (
  INSERT INTO doctors (id, created_at, first_name, last_name, licence_number, years_experience, consultation_fee, status,
    specialty_id, sex_id, institution_id)
  SELECT d.id, d.created_at, d.first_name, d.last_name, d.licence_number, d.years_experience, d.consultation_fee,
    d.status, y.id, s.id, d.institution_id
  FROM generate_records r
  CROSS JOIN LATERAL jsonb_to_record(r.data) AS d (id uuid, created_at timestamptz, first_name text, last_name text,
    licence_number text, years_experience smallint, consultation_fee numeric, status text, specialty text, sex text,
    institution_id uuid)
  JOIN doctor_specialties y ON y.code = d.specialty
  JOIN sexes s ON s.code = d.sex
  WHERE r.kind = 'doctor'
  ON CONFLICT (id) DO NOTHING
  RETURNING id
)
INSERT INTO generate_new (entity_type, id, data)
SELECT 'doctor', i.id, r.data
FROM inserted i
JOIN generate_records r ON (r.data ->> 'id')::uuid = i.id;

WITH inserted AS (
  INSERT INTO patients (id, created_at, first_name, last_name, date_of_birth, deceased, deceased_date, deceased_at,
    emergency_contact_name, emergency_contact_phone, doctor_id, institution_id, sex_id, gender_id)
  SELECT d.id, d.created_at, d.first_name, d.last_name, d.date_of_birth, d.deceased_at IS NOT NULL, utc_date(d.deceased_at), d.deceased_at,
    d.emergency_contact_name, d.emergency_contact_phone, d.doctor_id, o.institution_id, s.id, g.id
  FROM generate_records r
  CROSS JOIN LATERAL jsonb_to_record(r.data) AS d (id uuid, created_at timestamptz, first_name text, last_name text,
    date_of_birth date, deceased_at timestamptz, emergency_contact_name text, emergency_contact_phone text,
    doctor_id uuid, sex text, gender text)
  JOIN doctors o ON o.id = d.doctor_id
  JOIN sexes s ON s.code = d.sex
  LEFT JOIN genders g ON g.code = d.gender
  WHERE r.kind = 'patient'
  ON CONFLICT (id) DO NOTHING
  RETURNING id
)
INSERT INTO generate_new (entity_type, id, data)
SELECT 'patient', i.id, r.data
FROM inserted i
JOIN generate_records r ON (r.data ->> 'id')::uuid = i.id;

INSERT INTO generate_counts (name, inserted)
SELECT CASE entity_type WHEN 'institution' THEN 'medical_institutions' ELSE entity_type || 's' END, count(*)
FROM generate_new
GROUP BY entity_type;

ANALYZE generate_new;
