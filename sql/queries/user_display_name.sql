-- The name that the owner of an account goes by: a patient's or a doctor's full name, or an institution's name.
--   $1 the key in users
SELECT coalesce(i.name, ltrim(d.first_name || ' ' || d.last_name), ltrim(p.first_name || ' ' || p.last_name))
FROM users AS u
LEFT JOIN patients AS p ON p.id = u.patient_id
LEFT JOIN doctors AS d ON d.id = u.doctor_id
LEFT JOIN medical_institutions AS i ON i.id = u.institution_id
WHERE u.id = $1
