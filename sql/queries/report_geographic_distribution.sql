SELECT country_code, country, region_code, region, institution_type, institutions, doctors, patients
FROM sp_get_geographic_distribution($1, $2)
ORDER BY patients DESC, country_code, region_code, institution_type
LIMIT $3
