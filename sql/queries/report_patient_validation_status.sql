SELECT validation_status, patients, percentage
FROM sp_get_patient_validation_status($1, $2)
