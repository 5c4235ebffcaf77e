package schema_test

import "testing"

func TestClinicalRules(t *testing.T) {
	t.Parallel()
	condition := func(values string) string {
		return `INSERT INTO patient_conditions (patient_id, condition_id, onset_date, abatement_date, status, severity) VALUES ` + values
	}
	medication := func(values string) string {
		return `INSERT INTO patient_medications (patient_id, medication_id, start_date, end_date, status, dosage) VALUES ` + values
	}
	allergy := func(values string) string {
		return `INSERT INTO patient_allergies (patient_id, allergy_id, reaction_id, recorded_date, status, severity) VALUES ` + values
	}
	relative := func(values string) string {
		return `INSERT INTO patient_family_history (patient_id, condition_id, relative, age_at_onset) VALUES ` + values
	}
	runRules(t, []ruleCase{
		{
			"a condition once a day", "patient_conditions_grain_key",
			condition(`($pat, $condition, '2020-01-01', NULL, 'active', NULL), ($pat, $condition, '2020-01-01', NULL, 'active', NULL)`),
			condition(`($pat, $condition, '2020-01-01', NULL, 'active', NULL), ($pat, $condition, '2020-01-02', NULL, 'active', NULL)`),
		},
		{
			"a condition without a date once", "patient_conditions_grain_key",
			condition(`($pat, $condition, NULL, NULL, 'active', NULL), ($pat, $condition, NULL, NULL, 'active', NULL)`),
			condition(`($pat, $condition, NULL, NULL, 'active', NULL), ($pat, $condition, '2020-01-02', NULL, 'active', NULL)`),
		},
		{
			"a condition ends in a year in which it began", "patient_conditions_abatement_after_onset",
			`INSERT INTO patient_conditions (patient_id, condition_id, onset_date, abatement_date, abatement_date_precision) VALUES ($pat, $condition, '2020-05-01', '2019-01-01', 'year')`,
			`INSERT INTO patient_conditions (patient_id, condition_id, onset_date, abatement_date, abatement_date_precision) VALUES ($pat, $condition, '2020-05-01', '2020-01-01', 'year')`,
		},
		{
			"how sure a condition is", "patient_conditions_verification_status",
			`INSERT INTO patient_conditions (patient_id, condition_id, verification_status) VALUES ($pat, $condition, 'refuted')`,
			`INSERT INTO patient_conditions (patient_id, condition_id, verification_status) VALUES ($pat, $condition, 'differential')`,
		},
		{
			"how sure an allergy is", "patient_allergies_verification_status",
			`INSERT INTO patient_allergies (patient_id, allergy_id, verification_status) VALUES ($pat, $allergy, 'provisional')`,
			`INSERT INTO patient_allergies (patient_id, allergy_id, verification_status) VALUES ($pat, $allergy, 'unconfirmed')`,
		},
		{
			"a course of a medication once a day", "patient_medications_grain_key",
			medication(`($pat, $medication, NULL, NULL, 'active', '5 mg'), ($pat, $medication, NULL, NULL, 'stopped', '5 mg')`),
			medication(`($pat, $medication, '2020-01-01', NULL, 'stopped', '5 mg'), ($pat, $medication, '2020-01-01', NULL, 'active', '10 mg')`),
		},
		{
			"condition in the catalog", "patient_conditions_condition_id_fkey",
			condition(`($pat, -1, '2020-01-01', NULL, 'active', NULL)`), condition(`($pat, $condition, '2020-01-01', NULL, 'active', NULL)`),
		},
		{
			"condition of a patient", "patient_conditions_patient_id_fkey",
			condition(`($doc1, $condition, '2020-01-01', NULL, 'active', NULL)`), condition(`($pat, $condition, '2020-01-01', NULL, 'active', 'mild')`),
		},
		{
			"condition ends after it began", "patient_conditions_abatement_after_onset",
			condition(`($pat, $condition, '2020-01-02', '2020-01-01', 'resolved', NULL)`), condition(`($pat, $condition, '2020-01-02', '2020-01-02', 'resolved', NULL)`),
		},
		{
			"condition status is FHIR's", "patient_conditions_status",
			condition(`($pat, $condition, '2020-01-02', NULL, 'done', NULL)`), condition(`($pat, $condition, '2020-01-02', NULL, 'remission', NULL)`),
		},
		{
			"condition severity is known", "patient_conditions_severity",
			condition(`($pat, $condition, '2020-01-02', NULL, 'active', 'awful')`), condition(`($pat, $condition, '2020-01-02', NULL, 'active', 'severe')`),
		},
		{
			"a medication once a day", "patient_medications_grain_key",
			medication(`($pat, $medication, '2020-01-01', NULL, 'active', NULL), ($pat, $medication, '2020-01-01', NULL, 'stopped', NULL)`),
			medication(`($pat, $medication, '2020-01-01', NULL, 'active', NULL), ($pat, $medication, '2020-02-01', NULL, 'active', NULL)`),
		},
		{
			"medication ends after it began", "patient_medications_end_after_start",
			medication(`($pat, $medication, '2020-01-02', '2020-01-01', 'completed', NULL)`), medication(`($pat, $medication, '2020-01-02', '2020-01-02', 'completed', NULL)`),
		},
		{
			"medication status is FHIR's", "patient_medications_status",
			medication(`($pat, $medication, '2020-01-02', NULL, 'eaten', NULL)`), medication(`($pat, $medication, '2020-01-02', NULL, 'on-hold', NULL)`),
		},
		{
			"dosage is not blank", "patient_medications_dosage_not_blank",
			medication(`($pat, $medication, '2020-01-02', NULL, 'active', ' ')`), medication(`($pat, $medication, '2020-01-02', NULL, 'active', '1 a day')`),
		},
		{
			"medication in the catalog", "patient_medications_medication_id_fkey",
			medication(`($pat, -1, '2020-01-02', NULL, 'active', NULL)`), medication(`($pat, $medication, '2020-01-02', NULL, 'active', NULL)`),
		},
		{
			"an allergy once a day", "patient_allergies_grain_key",
			allergy(`($pat, $allergy, NULL, '2020-01-01', 'active', NULL), ($pat, $allergy, NULL, '2020-01-01', 'active', NULL)`),
			allergy(`($pat, $allergy, NULL, '2020-01-01', 'active', NULL), ($pat, $allergy, NULL, '2021-01-01', 'active', NULL)`),
		},
		{
			"reaction in the catalog", "patient_allergies_reaction_id_fkey",
			allergy(`($pat, $allergy, -1, '2020-01-01', 'active', NULL)`),
			allergy(`($pat, $allergy, (SELECT min(id) FROM allergic_reactions), '2020-01-01', 'active', 'severe')`),
		},
		{
			"allergy status is FHIR's", "patient_allergies_status",
			allergy(`($pat, $allergy, NULL, '2020-01-01', 'gone', NULL)`), allergy(`($pat, $allergy, NULL, '2020-01-01', 'inactive', NULL)`),
		},
		{
			"allergy severity is known", "patient_allergies_severity",
			allergy(`($pat, $allergy, NULL, '2020-01-01', 'active', 'bad')`), allergy(`($pat, $allergy, NULL, '2020-01-01', 'active', 'moderate')`),
		},
		{
			"a relative's condition once", "patientfamilyhistory_patient_id_relative_condition_id",
			relative(`($pat, $condition, 'mother', 40), ($pat, $condition, 'mother', 41)`), relative(`($pat, $condition, 'mother', 40), ($pat, $condition, 'father', 40)`),
		},
		{
			"relative is known", "patient_family_history_relative",
			relative(`($pat, $condition, 'neighbour', 40)`), relative(`($pat, $condition, 'maternal_grandmother', 40)`),
		},
		{
			"age at onset is a life's", "patient_family_history_age_at_onset",
			relative(`($pat, $condition, 'mother', 121)`), relative(`($pat, $condition, 'mother', 120)`),
		},
		{
			"a condition in use stays", "patient_conditions_condition_id_fkey",
			condition(`($pat, $condition, '2020-01-01', NULL, 'active', NULL)`) + `; DELETE FROM medical_conditions`,
			`DELETE FROM medical_conditions`,
		},
		{
			"an allergy in use stays", "patient_allergies_allergy_id_fkey",
			allergy(`($pat, $allergy, NULL, '2020-01-01', 'active', NULL)`) + `; DELETE FROM allergies`,
			`DELETE FROM allergies`,
		},
	})
}

func TestCatalogRules(t *testing.T) {
	t.Parallel()
	runRules(t, []ruleCase{
		{
			"a code once per system", "medicalcondition_code_system_code",
			`INSERT INTO medical_conditions (code_system, code, name) VALUES ('s', 'c', 'A'), ('s', 'c', 'B')`,
			`INSERT INTO medical_conditions (code_system, code, name) VALUES ('s', 'c', 'A'), ('t', 'c', 'A'), ('s', 'd', 'A')`,
		},
		{
			"codes have no white space", "code_not_blank",
			`INSERT INTO medications (code_system, code, name) VALUES ('s', 'a b', 'A')`,
			`INSERT INTO medications (code_system, code, name) VALUES ('s', 'a.b', 'A')`,
		},
		{
			"names are not blank", "name_not_blank",
			`INSERT INTO medications (code_system, code, name) VALUES ('s', 'c', ' ')`,
			`INSERT INTO medications (code_system, code, name) VALUES ('s', 'c', 'A')`,
		},
		{
			"a group is a code", "medical_conditions_group_format",
			`INSERT INTO medical_conditions (code_system, code, name, condition_group) VALUES ('s', 'c', 'A', 'High Blood Pressure')`,
			`INSERT INTO medical_conditions (code_system, code, name, condition_group) VALUES ('s', 'c', 'A', 'hypertension')`,
		},
		{
			"an allergy's category is FHIR's", "allergies_category",
			`INSERT INTO allergies (code_system, code, name, category) VALUES ('s', 'c', 'A', 'dust')`,
			`INSERT INTO allergies (code_system, code, name, category) VALUES ('s', 'c', 'A', 'environment')`,
		},
		{
			"a blood type's code is its groups", "blood_types_code",
			`UPDATE blood_types SET rh_positive = false WHERE code = 'AB+'`, `UPDATE blood_types SET name = 'AB' WHERE code = 'AB+'`,
		},
		{
			"country codes are two letters", "countries_code_format",
			`UPDATE countries SET code = 'us' WHERE code = 'US'`, `UPDATE countries SET code = 'XX' WHERE code = 'US'`,
		},
		{
			"a specialty tree has no loop of one", "specialty_categories_not_its_own_part",
			`UPDATE specialty_categories SET parent_id = id`, `UPDATE specialty_categories SET parent_id = NULL`,
		},
		{
			"a specialty's name is unique", "doctorspecialty_name",
			`UPDATE doctor_specialties SET name = 'same'`, `UPDATE doctor_specialties SET name = name || ' x'`,
		},
	})
}
