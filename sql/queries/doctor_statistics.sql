-- A doctor's patients in figures. $1 is the doctor. $2 and $3 restrict whose doctor it may be, NULL for any: $2 is an
-- institution, $3 the active doctor who is signed in. $4 says that insurers, who see no clinical data, get no conditions.
SELECT s.patients, s.average_age, s.full_access_percentage,
       CASE WHEN NOT ($4::boolean AND t.code = 'insurer') THEN s.top_conditions END
FROM doctors d
JOIN medical_institutions i ON i.id = d.institution_id
JOIN institution_types t ON t.id = i.institution_type_id
CROSS JOIN LATERAL sp_get_doctor_performance_stats(d.id) s
WHERE d.id = $1::uuid
  AND ($2::uuid IS NULL OR d.institution_id = $2::uuid)
  AND ($3::uuid IS NULL OR d.id = $3::uuid AND d.status = 'active')
