-- The institution, $1, and the doctor, $2, that the figures are about; for a doctor alone, also the doctor's institution.
-- No row if there is no such institution or doctor, or if the doctor belongs to another institution.
SELECT i.id AS institution_id, d.id AS doctor_id, d.status IS NULL OR d.status = 'active' AS practising,
       type.code = 'insurer' AS insurer
FROM medical_institutions i
JOIN institution_types type ON type.id = i.institution_type_id
LEFT JOIN doctors d ON d.institution_id = i.id AND d.id = $2::uuid
WHERE ($1::uuid IS NULL OR i.id = $1) AND ($2::uuid IS NULL OR d.id = $2)
