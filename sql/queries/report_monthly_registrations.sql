-- The months from $3 to $4, given by their first days; NULL means no bound.
SELECT to_char(month, 'YYYY-MM') AS month, total AS new_patient_count, by_sex, by_gender
FROM sp_get_monthly_registrations($1, $2)
WHERE ($3::date IS NULL OR month >= $3) AND ($4::date IS NULL OR month <= $4)
ORDER BY month
