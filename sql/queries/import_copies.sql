-- The dry run of an institution's import writes to copies of the institution's records: temporary tables with the names of the
-- real ones, which come first in the search path. What is written there is neither logged nor indexed, and triggers nothing, so
-- taking it back costs nothing. The import itself has checked what the real tables would refuse.
DO $$
DECLARE
  copied record;
  columns text;
BEGIN
  CREATE TEMPORARY TABLE import_own_patients ON COMMIT DROP AS
  SELECT p.id
  FROM public.patients p
  JOIN import_scope s USING (institution_id)
  UNION -- those who have moved elsewhere
  SELECT i.patient_id
  FROM public.identifiers i
  JOIN import_scope s ON starts_with(i.system, s.namespace)
  WHERE i.patient_id IS NOT NULL;
  ANALYZE import_own_patients;

  FOR copied IN
    SELECT name, condition
    FROM (VALUES
      ('patients', 'id IN (SELECT id FROM import_own_patients)'),
      ('identifiers', 'patient_id IN (SELECT id FROM import_own_patients)
        OR institution_id = (SELECT institution_id FROM import_scope)
        OR doctor_id IN (SELECT d.id FROM public.doctors d JOIN import_scope USING (institution_id))
        OR starts_with(system, (SELECT namespace FROM import_scope))'),
      ('phones', 'patient_id IN (SELECT id FROM import_own_patients)'),
      ('emails', 'patient_id IN (SELECT id FROM import_own_patients)'),
      ('addresses', 'patient_id IN (SELECT id FROM import_own_patients)'),
      ('health_profiles', 'patient_id IN (SELECT id FROM import_own_patients)'),
      ('patient_conditions', 'patient_id IN (SELECT id FROM import_own_patients)'),
      ('patient_medications', 'patient_id IN (SELECT id FROM import_own_patients)'),
      ('patient_allergies', 'patient_id IN (SELECT id FROM import_own_patients)'),
      ('patient_family_history', 'patient_id IN (SELECT id FROM import_own_patients)')
    ) AS t (name, condition)
  LOOP
    SELECT string_agg(quote_ident(attname), ', ') INTO columns
    FROM pg_attribute
    WHERE attrelid = format('public.%I', copied.name)::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '';
    EXECUTE format('CREATE TEMPORARY TABLE %1$I (LIKE public.%1$I INCLUDING DEFAULTS INCLUDING GENERATED) ON COMMIT DROP', copied.name);
    EXECUTE format('INSERT INTO pg_temp.%1$I (%2$s) SELECT %2$s FROM public.%1$I WHERE %3$s', copied.name, columns, copied.condition);
    EXECUTE format('ANALYZE pg_temp.%I', copied.name);
  END LOOP;
END $$;
