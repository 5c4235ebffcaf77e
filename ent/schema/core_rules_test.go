package schema_test

import "testing"

const (
	insertPatient = `INSERT INTO patients (doctor_id, institution_id, sex_id, first_name, last_name, date_of_birth) VALUES `
	insertDoctor  = `INSERT INTO doctors (institution_id, specialty_id, sex_id, first_name, last_name, licence_number) VALUES `
)

func TestInstitutionRules(t *testing.T) {
	t.Parallel()
	runRules(t, []ruleCase{
		{
			"licence is unique", "medical_institutions_licence_number_key",
			`UPDATE medical_institutions SET licence_number = 'LIC-1' WHERE id = $inst2`,
			`UPDATE medical_institutions SET licence_number = 'LIC-3' WHERE id = $inst2`,
		},
		{
			"licence has a format", "medical_institutions_licence_format",
			`UPDATE medical_institutions SET licence_number = ' LIC' WHERE id = $inst2`,
			`UPDATE medical_institutions SET licence_number = 'A.1/2 3-4' WHERE id = $inst2`,
		},
		{
			"name: no control characters", "medical_institutions_name_characters",
			`UPDATE medical_institutions SET name = E'N\u2066' WHERE id = $inst2`,
			`UPDATE medical_institutions SET name = 'N <N> & Co. (Ward 3)' WHERE id = $inst2`,
		},
		{
			"name is not blank", "medical_institutions_name_not_blank",
			`UPDATE medical_institutions SET name = E' \u3000' WHERE id = $inst2`,
			`UPDATE medical_institutions SET name = ' N ' WHERE id = $inst2`,
		},
		{
			"website is one", "medical_institutions_website_format",
			`UPDATE medical_institutions SET website = 'javascript:alert(1)' WHERE id = $inst2`,
			`UPDATE medical_institutions SET website = 'https://south.example/about' WHERE id = $inst2`,
		},
		{
			"type is in the catalog", "medical_institutions_institution_type_id_fkey",
			`UPDATE medical_institutions SET institution_type_id = -1 WHERE id = $inst2`,
			`UPDATE medical_institutions SET institution_type_id = (SELECT max(id) FROM institution_types) WHERE id = $inst2`,
		},
		{
			"one with doctors stays", "doctors_institution_id_fkey",
			`DELETE FROM medical_institutions WHERE id = $inst2`,
			`DELETE FROM doctors WHERE id = $doc2; DELETE FROM medical_institutions WHERE id = $inst2`,
		},
		{
			"a type in use stays", "medical_institutions_institution_type_id_fkey",
			`DELETE FROM institution_types WHERE code = 'hospital'`,
			`DELETE FROM institution_types WHERE code = 'research'`,
		},
	})
}

func TestDoctorRules(t *testing.T) {
	t.Parallel()
	runRules(t, []ruleCase{
		{
			"institution is required", "doctors.institution_id",
			insertDoctor + `(NULL, (SELECT min(id) FROM doctor_specialties), $sex, 'A', 'B', 'X-1')`,
			insertDoctor + `($inst1, (SELECT min(id) FROM doctor_specialties), $sex, 'A', 'B', 'X-1')`,
		},
		{
			"licence is unique", "doctors_licence_number_key",
			`UPDATE doctors SET licence_number = 'DOC-1' WHERE id = $doc2`,
			`UPDATE doctors SET licence_number = 'DOC-9' WHERE id = $doc2`,
		},
		{
			"licence has a format", "doctors_licence_format",
			`UPDATE doctors SET licence_number = 'DOC;1' WHERE id = $doc2`,
			`UPDATE doctors SET licence_number = '7' WHERE id = $doc2`,
		},
		{
			"fee is not negative", "doctors_consultation_fee",
			`UPDATE doctors SET consultation_fee = -0.01 WHERE id = $doc1`,
			`UPDATE doctors SET consultation_fee = 0 WHERE id = $doc1`,
		},
		{
			"fee is at most 10,000", "doctors_consultation_fee",
			`UPDATE doctors SET consultation_fee = 10000.01 WHERE id = $doc1`,
			`UPDATE doctors SET consultation_fee = 10000 WHERE id = $doc1`,
		},
		{
			"experience is in years of one life", "doctors_years_experience",
			`UPDATE doctors SET years_experience = 81 WHERE id = $doc1`,
			`UPDATE doctors SET years_experience = 80 WHERE id = $doc1`,
		},
		{
			"status is known", "doctors_status",
			`UPDATE doctors SET status = 'asleep' WHERE id = $doc1`,
			`UPDATE doctors SET status = 'suspended' WHERE id = $doc1`,
		},
		{
			"names are not blank", "doctors_last_name_not_blank",
			`UPDATE doctors SET last_name = ' ' WHERE id = $doc1`,
			`UPDATE doctors SET last_name = 'O' WHERE id = $doc1`,
		},
		{
			"first name: no control characters", "doctors_first_name_characters",
			`UPDATE doctors SET first_name = E'A\u202eB' WHERE id = $doc1`,
			`UPDATE doctors SET first_name = E'A\u200cB O''Neil-Núñez' WHERE id = $doc1`,
		},
		{
			"last name: no control characters", "doctors_last_name_characters",
			`UPDATE doctors SET last_name = E'A\u202eB' WHERE id = $doc1`,
			`UPDATE doctors SET last_name = E'A\u200cB O''Neil-Núñez' WHERE id = $doc1`,
		},
		{
			"first names are not blank", "doctors_first_name_not_blank",
			`UPDATE doctors SET first_name = ' ' WHERE id = $doc1`,
			`UPDATE doctors SET first_name = '' WHERE id = $doc1`,
		},
		{
			"one with patients is not moved", "patients_doctor_of_institution_fkey",
			`UPDATE doctors SET institution_id = $inst2 WHERE id = $doc1`,
			`UPDATE doctors SET institution_id = $inst1 WHERE id = $doc2`,
		},
		{
			"one with patients stays", "patients_doctor_of_institution_fkey",
			`DELETE FROM doctors WHERE id = $doc1`,
			`DELETE FROM doctors WHERE id = $doc2`,
		},
	})
}

func TestPatientRules(t *testing.T) {
	t.Parallel()
	runRules(t, []ruleCase{
		{
			"doctor is required", "patients.doctor_id",
			insertPatient + `(NULL, $inst1, $sex, 'A', 'B', '1990-01-01')`,
			insertPatient + `($doc1, $inst1, $sex, 'A', 'B', '1990-01-01')`,
		},
		{
			"institution is required", "patients.institution_id",
			insertPatient + `($doc1, NULL, $sex, 'A', 'B', '1990-01-01')`,
			insertPatient + `($doc2, $inst2, $sex, 'A', 'B', '1990-01-01')`,
		},
		{
			"doctor is of the institution", "patients_doctor_of_institution_fkey",
			insertPatient + `($doc1, $inst2, $sex, 'A', 'B', '1990-01-01')`,
			insertPatient + `($doc2, $inst2, $sex, 'A', 'B', '1990-01-01')`,
		},
		{
			"moving keeps doctor and institution together", "patients_doctor_of_institution_fkey",
			`UPDATE patients SET institution_id = $inst2 WHERE id = $pat`,
			`UPDATE patients SET institution_id = $inst2, doctor_id = $doc2 WHERE id = $pat`,
		},
		{
			"death is not before birth", "patients_deceased_after_birth",
			`UPDATE patients SET deceased_at = '1980-05-04T23:59:59Z' WHERE id = $pat`,
			`UPDATE patients SET deceased_at = '1980-05-05T00:00:00Z' WHERE id = $pat`,
		},
		{
			"age at death is at most 120", "patients_age_at_death",
			`UPDATE patients SET date_of_birth = '1880-01-01', deceased_at = '2001-01-01T00:00:00Z' WHERE id = $pat`,
			`UPDATE patients SET date_of_birth = '1880-01-01', deceased_at = '2000-12-31T23:59:59Z' WHERE id = $pat`,
		},
		{
			"emergency contact: name without phone", "patients_emergency_contact_both_or_neither",
			`UPDATE patients SET emergency_contact_name = 'Eve' WHERE id = $pat`,
			`UPDATE patients SET emergency_contact_name = 'Eve', emergency_contact_phone = '+16175550100' WHERE id = $pat`,
		},
		{
			"emergency contact: phone without name", "patients_emergency_contact_both_or_neither",
			`UPDATE patients SET emergency_contact_phone = '+16175550100' WHERE id = $pat`,
			`UPDATE patients SET emergency_contact_phone = NULL, emergency_contact_name = NULL WHERE id = $pat`,
		},
		{
			"emergency contact: phone is E.164", "patients_emergency_contact_phone_format",
			`UPDATE patients SET emergency_contact_name = 'Eve', emergency_contact_phone = '617-555-0100' WHERE id = $pat`,
			`UPDATE patients SET emergency_contact_name = 'Eve', emergency_contact_phone = '+4930123456' WHERE id = $pat`,
		},
		{
			"emergency contact: no control characters", "patients_emergency_contact_name_characters",
			`UPDATE patients SET emergency_contact_name = E'E\t', emergency_contact_phone = '+16175550100' WHERE id = $pat`,
			`UPDATE patients SET emergency_contact_name = 'E', emergency_contact_phone = '+16175550100' WHERE id = $pat`,
		},
		{
			"emergency contact: name is not blank", "patients_emergency_contact_name_not_blank",
			`UPDATE patients SET emergency_contact_name = ' ', emergency_contact_phone = '+16175550100' WHERE id = $pat`,
			`UPDATE patients SET emergency_contact_name = 'E', emergency_contact_phone = '+16175550100' WHERE id = $pat`,
		},
		{
			"first name: no control characters", "patients_first_name_characters",
			`UPDATE patients SET first_name = E'A\u202eB' WHERE id = $pat`,
			`UPDATE patients SET first_name = E'A\u200cB O''Neil-Núñez' WHERE id = $pat`,
		},
		{
			"last name: no control characters", "patients_last_name_characters",
			`UPDATE patients SET last_name = E'A\u202eB' WHERE id = $pat`,
			`UPDATE patients SET last_name = E'A\u200cB O''Neil-Núñez' WHERE id = $pat`,
		},
		{
			"first name is not blank", "patients_first_name_not_blank",
			`UPDATE patients SET first_name = ' ' WHERE id = $pat`,
			`UPDATE patients SET first_name = '', last_name = 'X Æ' WHERE id = $pat`,
		},
		{
			"a no-break space is blank", "patients_first_name_not_blank",
			`UPDATE patients SET first_name = E'\u00a0\u200b\ufeff' WHERE id = $pat`,
			`UPDATE patients SET first_name = E'\u00a0X' WHERE id = $pat`,
		},
		{
			"last name is not blank", "patients_last_name_not_blank",
			`UPDATE patients SET last_name = '' WHERE id = $pat`,
			`UPDATE patients SET last_name = '李' WHERE id = $pat`,
		},
		{
			"rejection has a reason", "patients_rejection_reason",
			`UPDATE patients SET validation_status = 'rejected' WHERE id = $pat`,
			`UPDATE patients SET validation_status = 'rejected', rejection_reason = 'not who they say' WHERE id = $pat`,
		},
		{
			"a reason needs a rejection", "patients_rejection_reason",
			`UPDATE patients SET rejection_reason = 'none' WHERE id = $pat`,
			`UPDATE patients SET rejection_reason = NULL WHERE id = $pat`,
		},
		{
			"the reason is not blank", "patients_rejection_reason_not_blank",
			`UPDATE patients SET validation_status = 'rejected', rejection_reason = ' ' WHERE id = $pat`,
			`UPDATE patients SET validation_status = 'rejected', rejection_reason = '?' WHERE id = $pat`,
		},
		{
			"sex is in the catalog", "patients_sex_id_fkey",
			`UPDATE patients SET sex_id = -1 WHERE id = $pat`,
			`UPDATE patients SET sex_id = (SELECT id FROM sexes WHERE code = 'unknown') WHERE id = $pat`,
		},
		{
			"gender is in the catalog", "patients_gender_id_fkey",
			`UPDATE patients SET gender_id = -1 WHERE id = $pat`,
			`UPDATE patients SET gender_id = (SELECT min(id) FROM genders) WHERE id = $pat`,
		},
		{
			"a sex in use stays", "patients_sex_id_fkey",
			`DELETE FROM doctors WHERE id = $doc2; UPDATE doctors SET sex_id = (SELECT id FROM sexes WHERE code = 'other'); DELETE FROM sexes WHERE code = 'female'`,
			`DELETE FROM sexes WHERE code = 'other'`,
		},
	})
}

func TestHealthProfileRules(t *testing.T) {
	t.Parallel()
	set := func(assignments string) string {
		return `UPDATE health_profiles SET ` + assignments + ` WHERE patient_id = $pat`
	}
	runRules(t, []ruleCase{
		{
			"one a patient", "health_profiles_patient_id_key",
			`INSERT INTO health_profiles (patient_id) VALUES ($pat)`,
			`DELETE FROM health_profiles; INSERT INTO health_profiles (patient_id) VALUES ($pat)`,
		},
		{"lowest height", "health_profiles_height_cm", set("height_cm = 19.99"), set("height_cm = 20")},
		{"greatest height", "health_profiles_height_cm", set("height_cm = 272.01"), set("height_cm = 272")},
		{"lowest weight", "health_profiles_weight_kg", set("weight_kg = 0.19"), set("weight_kg = 0.2")},
		{"greatest weight", "health_profiles_weight_kg", set("weight_kg = 650.01"), set("weight_kg = 650")},
		{"smoking status is known", "health_profiles_smoking_status", set("smoking_status = 'sometimes'"), set("smoking_status = 'never'")},
		{
			"only smokers have smoking years", "health_profiles_smoking_years",
			set("smoking_status = 'never', smoking_years = 3"), set("smoking_status = 'former', smoking_years = 3"),
		},
		{
			"smoking years are positive", "health_profiles_smoking_years",
			set("smoking_status = 'current', smoking_years = 0"), set("smoking_status = 'current', smoking_years = NULL"),
		},
		{"alcohol frequency is known", "health_profiles_alcohol_frequency", set("alcohol_frequency = 'often'"), set("alcohol_frequency = 'daily'")},
		{
			"a week has 10,080 minutes", "health_profiles_weekly_activity_minutes",
			set("weekly_activity_minutes = 10081"), set("weekly_activity_minutes = 10080"),
		},
		{"activity is not negative", "health_profiles_weekly_activity_minutes", set("weekly_activity_minutes = -1"), set("weekly_activity_minutes = 0")},
		{"blood type is in the catalog", "health_profiles_blood_type_id_fkey", set("blood_type_id = -1"), set("blood_type_id = (SELECT min(id) FROM blood_types)")},
	})
}
