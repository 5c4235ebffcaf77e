-- The latest height, weight and smoking status go into the health profile, unless it has a newer one, or one that somebody entered on
-- that day or later. Of a value whose day is unknown, the profile's last change counts. The rest of the profile stays, except the years
-- of smoking of patients who never smoked.
CREATE TEMPORARY TABLE import_profiles ON COMMIT DROP AS
WITH measured AS (
  SELECT e.patient_id, e.id, e.kind, e.day, d.value, d.smoking,
    CASE e.kind WHEN 'height' THEN d.value::text WHEN 'weight' THEN d.value::text ELSE d.smoking END IS NOT DISTINCT FROM
      CASE e.kind WHEN 'height' THEN h.height_cm::text WHEN 'weight' THEN h.weight_kg::text ELSE h.smoking_status END AS same,
    CASE e.kind WHEN 'height' THEN h.height_measured_on WHEN 'weight' THEN h.weight_measured_on ELSE h.smoking_recorded_on END AS stored,
    CASE e.kind WHEN 'height' THEN h.height_source WHEN 'weight' THEN h.weight_source ELSE h.smoking_source END = 'entered' AS entered,
    CASE e.kind WHEN 'height' THEN h.height_cm IS NULL WHEN 'weight' THEN h.weight_kg IS NULL
      ELSE COALESCE(h.smoking_status, 'unknown') = 'unknown' END AS missing,
    utc_date(h.updated_at) AS touched
  FROM import_events e
  CROSS JOIN LATERAL jsonb_to_record(e.data) AS d (value numeric(5, 2), smoking text)
  LEFT JOIN health_profiles h USING (patient_id)
  WHERE e.about = 'measure'
)
SELECT patient_id, id, kind, day, value, smoking
FROM measured
WHERE smoking IS DISTINCT FROM 'unknown' AND (missing OR same AND stored IS NULL
  OR CASE WHEN entered THEN day > stored WHEN stored IS NOT NULL THEN day >= stored ELSE day > touched END);

CREATE TEMPORARY TABLE import_given ON COMMIT DROP AS
SELECT patient_id, min(id::text)::uuid AS id,
  max(value) FILTER (WHERE kind = 'height') AS height_cm, max(day) FILTER (WHERE kind = 'height') AS height_on,
  max(value) FILTER (WHERE kind = 'weight') AS weight_kg, max(day) FILTER (WHERE kind = 'weight') AS weight_on,
  max(smoking) AS smoking_status, max(day) FILTER (WHERE kind = 'smoking') AS smoking_on
FROM import_profiles
GROUP BY patient_id;

INSERT INTO import_outcomes (seq, outcome)
SELECT e.seq, CASE
  WHEN h.id IS NULL THEN 'inserted'
  WHEN e.kind = 'height' AND (h.height_cm, h.height_measured_on) IS DISTINCT FROM (g.height_cm, g.height_on) AND g.height_on IS NOT NULL THEN 'updated'
  WHEN e.kind = 'weight' AND (h.weight_kg, h.weight_measured_on) IS DISTINCT FROM (g.weight_kg, g.weight_on) AND g.weight_on IS NOT NULL THEN 'updated'
  WHEN e.kind = 'smoking' AND (h.smoking_status, h.smoking_recorded_on) IS DISTINCT FROM (g.smoking_status, g.smoking_on) AND g.smoking_on IS NOT NULL THEN 'updated'
  ELSE 'unchanged' END
FROM import_events e
LEFT JOIN import_given g USING (patient_id)
LEFT JOIN health_profiles h USING (patient_id)
WHERE e.about = 'measure';

-- A patient of whom the source knows only that nothing is known of the smoking gets a profile too.
INSERT INTO import_given (patient_id, id)
SELECT e.patient_id, min(e.id::text)::uuid
FROM import_events e
WHERE e.about = 'measure' AND NOT EXISTS (SELECT FROM import_given g WHERE g.patient_id = e.patient_id)
  AND NOT EXISTS (SELECT FROM health_profiles h WHERE h.patient_id = e.patient_id)
GROUP BY e.patient_id;

WITH merged AS (
  SELECT h.id, COALESCE(g.height_cm, h.height_cm) AS height_cm, COALESCE(g.height_on, h.height_measured_on) AS height_on,
    CASE WHEN g.height_on IS NULL THEN h.height_source ELSE 'imported' END AS height_source,
    COALESCE(g.weight_kg, h.weight_kg) AS weight_kg, COALESCE(g.weight_on, h.weight_measured_on) AS weight_on,
    CASE WHEN g.weight_on IS NULL THEN h.weight_source ELSE 'imported' END AS weight_source,
    COALESCE(g.smoking_status, h.smoking_status) AS smoking_status, COALESCE(g.smoking_on, h.smoking_recorded_on) AS smoking_on,
    CASE WHEN g.smoking_on IS NULL THEN h.smoking_source ELSE 'imported' END AS smoking_source
  FROM import_given g
  JOIN health_profiles h USING (patient_id)
), updated AS (
  UPDATE health_profiles t
  SET height_cm = m.height_cm, height_measured_on = m.height_on, height_source = m.height_source,
    weight_kg = m.weight_kg, weight_measured_on = m.weight_on, weight_source = m.weight_source,
    smoking_status = m.smoking_status, smoking_recorded_on = m.smoking_on, smoking_source = m.smoking_source,
    smoking_years = CASE WHEN m.smoking_status IN ('current', 'former') THEN t.smoking_years END
  FROM merged m
  WHERE t.id = m.id
    AND (t.height_cm, t.height_measured_on, t.height_source, t.weight_kg, t.weight_measured_on, t.weight_source, t.smoking_status,
      t.smoking_recorded_on, t.smoking_source) IS DISTINCT FROM (m.height_cm, m.height_on, m.height_source, m.weight_kg, m.weight_on,
      m.weight_source, m.smoking_status, m.smoking_on, m.smoking_source)
  RETURNING 1
), inserted AS (
  INSERT INTO health_profiles (id, patient_id, height_cm, height_measured_on, height_source, weight_kg, weight_measured_on,
    weight_source, smoking_status, smoking_recorded_on, smoking_source)
  SELECT id, patient_id, height_cm, height_on, CASE WHEN height_on IS NOT NULL THEN 'imported' END,
    weight_kg, weight_on, CASE WHEN weight_on IS NOT NULL THEN 'imported' END,
    COALESCE(smoking_status, 'unknown'), smoking_on, CASE WHEN smoking_on IS NOT NULL THEN 'imported' END
  FROM import_given g
  WHERE NOT EXISTS (SELECT FROM health_profiles h WHERE h.patient_id = g.patient_id)
  RETURNING 1
)
INSERT INTO import_tables (name, inserted, updated, unchanged)
SELECT 'health_profiles', i.n, u.n, (SELECT count(DISTINCT patient_id) FROM import_events WHERE about = 'measure') - i.n - u.n
FROM (SELECT count(*) AS n FROM inserted) i, (SELECT count(*) AS n FROM updated) u;

DROP TABLE import_given;
