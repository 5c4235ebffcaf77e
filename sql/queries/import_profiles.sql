-- The latest height, weight and smoking status go into the health profile. The rest of the profile stays, except the years
-- of smoking of patients who never smoked.
CREATE TEMPORARY TABLE import_profiles ON COMMIT DROP AS
SELECT e.patient_id, min(e.id::text)::uuid AS id,
  max(d.value) FILTER (WHERE e.kind = 'height') AS height_cm,
  max(d.value) FILTER (WHERE e.kind = 'weight') AS weight_kg,
  max(NULLIF(d.smoking, 'unknown')) AS smoking_status
FROM import_events e
CROSS JOIN LATERAL jsonb_to_record(e.data) AS d (value numeric, smoking text)
WHERE e.resource = 'Observation'
GROUP BY e.patient_id;

INSERT INTO import_outcomes (seq, outcome)
SELECT e.seq, CASE
  WHEN h.id IS NULL THEN 'inserted'
  WHEN e.kind = 'height' AND h.height_cm IS DISTINCT FROM g.height_cm THEN 'updated'
  WHEN e.kind = 'weight' AND h.weight_kg IS DISTINCT FROM g.weight_kg THEN 'updated'
  WHEN e.kind = 'smoking' AND h.smoking_status <> COALESCE(g.smoking_status, h.smoking_status) THEN 'updated'
  ELSE 'unchanged' END
FROM import_events e
JOIN import_profiles g USING (patient_id)
LEFT JOIN health_profiles h USING (patient_id)
WHERE e.resource = 'Observation';

WITH merged AS (
  SELECT h.id, COALESCE(g.height_cm, h.height_cm) AS height_cm, COALESCE(g.weight_kg, h.weight_kg) AS weight_kg,
    COALESCE(g.smoking_status, h.smoking_status) AS smoking_status
  FROM import_profiles g
  JOIN health_profiles h USING (patient_id)
), updated AS (
  UPDATE health_profiles t
  SET height_cm = m.height_cm, weight_kg = m.weight_kg, smoking_status = m.smoking_status,
    smoking_years = CASE WHEN m.smoking_status IN ('current', 'former') THEN t.smoking_years END
  FROM merged m
  WHERE t.id = m.id
    AND (t.height_cm, t.weight_kg, t.smoking_status) IS DISTINCT FROM (m.height_cm, m.weight_kg, m.smoking_status)
  RETURNING 1
), inserted AS (
  INSERT INTO health_profiles (id, patient_id, height_cm, weight_kg, smoking_status)
  SELECT id, patient_id, height_cm, weight_kg, COALESCE(smoking_status, 'unknown')
  FROM import_profiles g
  WHERE NOT EXISTS (SELECT FROM health_profiles h WHERE h.patient_id = g.patient_id)
  RETURNING 1
)
INSERT INTO import_tables (name, inserted, updated, unchanged)
SELECT 'health_profiles', i.n, u.n, count(*) - i.n - u.n
FROM (SELECT count(*) AS n FROM inserted) i, (SELECT count(*) AS n FROM updated) u, import_profiles
GROUP BY i.n, u.n;
