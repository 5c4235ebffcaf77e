-- An institution in figures. $1 is the institution; $2 is the institution that asks, NULL for callers who may ask for any.
-- $3 says that insurers, who see no clinical data, get no conditions.
SELECT s.patients, s.doctors, s.average_consultation_fee, s.most_common_specialty, s.patients_per_doctor,
       s.validated_percentage, CASE WHEN NOT ($3::boolean AND t.code = 'insurer') THEN s.condition_mix END
FROM medical_institutions i
JOIN institution_types t ON t.id = i.institution_type_id
CROSS JOIN LATERAL sp_get_institution_analytics(i.id) s
WHERE i.id = $1::uuid AND ($2::uuid IS NULL OR i.id = $2::uuid)
