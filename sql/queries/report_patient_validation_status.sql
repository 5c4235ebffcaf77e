SELECT validation_status, patients AS patient_count, percentage
FROM sp_get_patient_validation_status($1, $2)
