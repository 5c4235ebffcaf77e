-- Health records of the new patients.
WITH inserted AS (
  INSERT INTO health_profiles (patient_id, height_cm, weight_kg, blood_type_id, smoking_status, smoking_years,
    alcohol_frequency, weekly_activity_minutes)
  SELECT n.id, p.height_cm, p.weight_kg, b.id, p.smoking_status, p.smoking_years, p.alcohol_frequency,
    p.weekly_activity_minutes
  FROM generate_new n
  CROSS JOIN LATERAL jsonb_to_record(n.data -> 'profile') AS p (height_cm numeric, weight_kg numeric, blood_type text,
    smoking_status text, smoking_years smallint, alcohol_frequency text, weekly_activity_minutes smallint)
  LEFT JOIN blood_types b ON b.code = p.blood_type
  WHERE n.entity_type = 'patient'
  RETURNING 1
)
INSERT INTO generate_counts (name, inserted) SELECT 'health_profiles', count(*) FROM inserted;

WITH inserted AS (
  INSERT INTO patient_conditions (patient_id, condition_id, onset_date, abatement_date, status, severity)
  SELECT n.id, m.id, c.onset_date, c.abatement_date, c.status, c.severity
  FROM generate_new n
  CROSS JOIN LATERAL jsonb_to_recordset(n.data -> 'conditions') AS c (code_system text, code text, onset_date date,
    abatement_date date, status text, severity text)
  JOIN medical_conditions m USING (code_system, code)
  RETURNING 1
)
INSERT INTO generate_counts (name, inserted) SELECT 'patient_conditions', count(*) FROM inserted;

WITH inserted AS (
  INSERT INTO patient_medications (patient_id, medication_id, start_date, end_date, status, dosage)
  SELECT n.id, m.id, d.start_date, d.end_date, d.status, d.dosage
  FROM generate_new n
  CROSS JOIN LATERAL jsonb_to_recordset(n.data -> 'medications') AS d (code_system text, code text, start_date date,
    end_date date, status text, dosage text)
  JOIN medications m USING (code_system, code)
  RETURNING 1
)
INSERT INTO generate_counts (name, inserted) SELECT 'patient_medications', count(*) FROM inserted;

WITH inserted AS (
  INSERT INTO patient_allergies (patient_id, allergy_id, recorded_date, reaction_id, severity)
  SELECT n.id, g.id, a.recorded_date, r.id, a.severity
  FROM generate_new n
  CROSS JOIN LATERAL jsonb_to_recordset(n.data -> 'allergies') AS a (code_system text, code text, recorded_date date,
    reaction text, severity text)
  JOIN allergies g USING (code_system, code)
  LEFT JOIN allergic_reactions r ON r.code = a.reaction AND r.code_system = 'http://snomed.info/sct'
  RETURNING 1
)
INSERT INTO generate_counts (name, inserted) SELECT 'patient_allergies', count(*) FROM inserted;

WITH inserted AS (
  INSERT INTO patient_family_history (patient_id, condition_id, relative, age_at_onset)
  SELECT n.id, m.id, f.relative, f.age_at_onset
  FROM generate_new n
  CROSS JOIN LATERAL jsonb_to_recordset(n.data -> 'family_history')
    AS f (code_system text, code text, relative text, age_at_onset smallint)
  JOIN medical_conditions m USING (code_system, code)
  RETURNING 1
)
INSERT INTO generate_counts (name, inserted) SELECT 'patient_family_history', count(*) FROM inserted;
