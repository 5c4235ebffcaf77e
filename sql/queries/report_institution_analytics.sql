SELECT a.institution_id, a.institution_name, a.patients AS patient_count, a.doctors AS doctor_count,
       a.average_consultation_fee::text, a.most_common_specialty AS most_common_specialty_name,
       a.patients_per_doctor, a.validated_percentage, a.condition_mix
FROM medical_institutions i
CROSS JOIN LATERAL sp_get_institution_analytics(i.id, $2) a
WHERE $1::uuid IS NULL OR i.id = $1
ORDER BY a.patients DESC, i.name, i.id
LIMIT $3
