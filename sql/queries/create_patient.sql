CALL sp_create_patient_with_profile($1::jsonb, p_patient_id => $2::uuid, p_user_id => $3::uuid, p_health_profile_id => $4::uuid)
