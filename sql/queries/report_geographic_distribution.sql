SELECT country_code AS country, country AS country_name, region_code AS region, region AS region_name, institution_type,
       institutions AS institution_count, doctors AS doctor_count, patients AS patient_count
FROM sp_get_geographic_distribution($1, $2)
ORDER BY patients DESC, country_code, region_code, institution_type
LIMIT $3
