-- The institution that figures are about, $1, and the doctor, $2: of a doctor alone, the doctor's institution too. There
-- is no row when there is no such institution or doctor, or when the doctor is of another institution.
SELECT i.id AS institution_id, d.id AS doctor_id, d.status IS NULL OR d.status = 'active' AS practising,
       type.code = 'insurer' AS insurer
FROM medical_institutions i
JOIN institution_types type ON type.id = i.institution_type_id
LEFT JOIN doctors d ON d.institution_id = i.id AND d.id = $2::uuid
WHERE ($1::uuid IS NULL OR i.id = $1) AND ($2::uuid IS NULL OR d.id = $2)
