package schema_test

import (
	"testing"

	"github.com/lib/pq"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/testenv"
)

func TestEmailRules(t *testing.T) {
	t.Parallel()
	add := func(values string) string {
		return `INSERT INTO emails (entity_type, entity_id, email_type_id, email, is_primary) VALUES ` + values
	}
	runRules(t, []ruleCase{
		{
			"belongs to a patient that exists", "emails_patient_id_fkey",
			add(`('patient', $doc1, $emailtype, 'a@b.example', false)`),
			add(`('patient', $pat, $emailtype, 'a@b.example', false)`),
		},
		{
			"belongs to a doctor that exists", "emails_doctor_id_fkey",
			add(`('doctor', $pat, $emailtype, 'a@b.example', false)`),
			add(`('doctor', $doc1, $emailtype, 'a@b.example', false)`),
		},
		{
			"belongs to an institution that exists", "emails_institution_id_fkey",
			add(`('institution', $pat, $emailtype, 'a@b.example', false)`),
			add(`('institution', $inst1, $emailtype, 'a@b.example', false)`),
		},
		{
			"entity type is known", "emails_entity_type",
			add(`('visitor', $pat, $emailtype, 'a@b.example', false)`),
			add(`('patient', $pat, $emailtype, 'a@b.example', true)`),
		},
		{
			"one primary", "emails_one_primary",
			add(`('patient', $pat, $emailtype, 'a@b.example', true), ('patient', $pat, $emailtype, 'c@b.example', true)`),
			add(`('patient', $pat, $emailtype, 'a@b.example', true), ('patient', $pat, $emailtype, 'c@b.example', false),
				('patient', $pat, $emailtype, 'd@b.example', false), ('doctor', $doc1, $emailtype, 'a@b.example', true)`),
		},
		{
			"each address once", "email_entity_type_entity_id_email",
			add(`('patient', $pat, $emailtype, 'a@b.example', false), ('patient', $pat, $emailtype, 'a@b.example', false)`),
			add(`('patient', $pat, $emailtype, 'a@b.example', false), ('doctor', $doc1, $emailtype, 'a@b.example', false)`),
		},
		{
			"has a format", "emails_email_format",
			add(`('patient', $pat, $emailtype, 'a@b', false)`), add(`('patient', $pat, $emailtype, 'a.b+c@b.co', false)`),
		},
		{
			"no white space", "emails_email_format",
			add(`('patient', $pat, $emailtype, 'a b@b.example', false)`), add(`('patient', $pat, $emailtype, 'a_b@b.example', false)`),
		},
		{
			"no address of a machine", "emails_email_format",
			add(`('patient', $pat, $emailtype, 'a@[127.0.0.1]', false)`), add(`('patient', $pat, $emailtype, 'a@b-c.example', false)`),
		},
		{
			"nothing that turns its surroundings", "emails_email_format",
			add(`('patient', $pat, $emailtype, E'a\u202e@b.example', false)`), add(`('patient', $pat, $emailtype, 'ä@b.example', false)`),
		},
		{
			"stored lower case", "emails_email_format",
			add(`('patient', $pat, $emailtype, 'A@b.example', false)`), add(`('patient', $pat, $emailtype, 'a@b.example', false)`),
		},
		{
			"a type in use stays", "emails_email_type_id_fkey",
			add(`('patient', $pat, $emailtype, 'a@b.example', false)`) + `; DELETE FROM email_types`,
			`DELETE FROM email_types`,
		},
	})
}

func TestPhoneRules(t *testing.T) {
	t.Parallel()
	add := func(values string) string {
		return `INSERT INTO phones (entity_type, entity_id, phone_type_id, number, country_code, area_code, extension, is_primary)
			VALUES ` + values
	}
	runRules(t, []ruleCase{
		{
			"is E.164", "phones_number_format",
			add(`('patient', $pat, $phonetype, '+1617-555', '1', NULL, NULL, false)`),
			add(`('patient', $pat, $phonetype, '+16175550100', '1', NULL, NULL, false)`),
		},
		{
			"has at most 15 digits", "phones_number_format",
			add(`('patient', $pat, $phonetype, '+99999999999x', '999', NULL, NULL, false)`),
			add(`('patient', $pat, $phonetype, '+999999999999999', '999', NULL, NULL, false)`),
		},
		{
			"country code is the number's", "phones_country_code",
			add(`('patient', $pat, $phonetype, '+16175550100', '49', NULL, NULL, false)`),
			add(`('patient', $pat, $phonetype, '+4930123456', '49', NULL, NULL, false)`),
		},
		{
			"area code is the number's", "phones_area_code",
			add(`('patient', $pat, $phonetype, '+16175550100', '1', '212', NULL, false)`),
			add(`('patient', $pat, $phonetype, '+16175550100', '1', '617', NULL, false)`),
		},
		{
			"extension is digits", "phones_extension_format",
			add(`('patient', $pat, $phonetype, '+16175550100', '1', NULL, 'x12', false)`),
			add(`('patient', $pat, $phonetype, '+16175550100', '1', NULL, '12', false)`),
		},
		{
			"one primary", "phones_one_primary",
			add(`('patient', $pat, $phonetype, '+16175550100', '1', NULL, NULL, true), ('patient', $pat, $phonetype, '+16175550101', '1', NULL, NULL, true)`),
			add(`('patient', $pat, $phonetype, '+16175550100', '1', NULL, NULL, true), ('patient', $pat, $phonetype, '+16175550101', '1', NULL, NULL, false)`),
		},
		{
			"each number once", "phones_number_once",
			add(`('patient', $pat, $phonetype, '+16175550100', '1', NULL, NULL, false), ('patient', $pat, $phonetype, '+16175550100', '1', NULL, NULL, false)`),
			add(`('patient', $pat, $phonetype, '+16175550100', '1', NULL, NULL, false), ('doctor', $doc1, $phonetype, '+16175550100', '1', NULL, NULL, false)`),
		},
		{
			"belongs to somebody", "phones_doctor_id_fkey",
			add(`('doctor', $pat, $phonetype, '+16175550100', '1', NULL, NULL, false)`),
			add(`('institution', $inst1, $phonetype, '+16175550100', '1', NULL, NULL, false)`),
		},
	})
}

func TestAddressRules(t *testing.T) {
	t.Parallel()
	add := func(values string) string {
		return `INSERT INTO addresses (entity_type, entity_id, line1, city, region_id, country_id, latitude, longitude, is_primary)
			VALUES ` + values
	}
	runRules(t, []ruleCase{
		{
			"region is of the country", "addresses_region_of_country_fkey",
			add(`('patient', $pat, '1 Main', 'Boston', $region(US-MA), $country(DE), NULL, NULL, false)`),
			add(`('patient', $pat, '1 Main', 'Boston', $region(US-MA), $country(US), NULL, NULL, false)`),
		},
		{
			"country is in the catalog", "addresses_country_id_fkey",
			add(`('patient', $pat, '1 Main', 'Boston', NULL, -1, NULL, NULL, false)`),
			add(`('patient', $pat, '1 Main', 'Boston', NULL, $country(US), NULL, NULL, false)`),
		},
		{
			"latitude and longitude: both or neither", "addresses_position_both_or_neither",
			add(`('patient', $pat, '1 Main', 'Boston', NULL, $country(US), 42.3, NULL, false)`),
			add(`('patient', $pat, '1 Main', 'Boston', NULL, $country(US), 42.3, -71.1, false)`),
		},
		{
			"latitude in range", "addresses_latitude",
			add(`('patient', $pat, '1 Main', 'Boston', NULL, $country(US), 90.000001, 0, false)`),
			add(`('patient', $pat, '1 Main', 'Pole', NULL, $country(US), 90, 0, false)`),
		},
		{
			"longitude in range", "addresses_longitude",
			add(`('patient', $pat, '1 Main', 'Boston', NULL, $country(US), 0, -180.000001, false)`),
			add(`('patient', $pat, '1 Main', 'Suva', NULL, $country(US), 0, -180, false)`),
		},
		{
			"one primary", "addresses_one_primary",
			add(`('doctor', $doc1, '1 Main', 'A', NULL, $country(US), NULL, NULL, true), ('doctor', $doc1, '2 Main', 'A', NULL, $country(US), NULL, NULL, true)`),
			add(`('doctor', $doc1, '1 Main', 'A', NULL, $country(US), NULL, NULL, true), ('doctor', $doc1, '2 Main', 'A', NULL, $country(US), NULL, NULL, false)`),
		},
		{
			"line 1 is not blank", "addresses_line1_not_blank",
			add(`('patient', $pat, ' ', 'Boston', NULL, $country(US), NULL, NULL, false)`),
			add(`('patient', $pat, '1', 'Boston', NULL, $country(US), NULL, NULL, false)`),
		},
		{
			"city is not blank", "addresses_city_not_blank",
			add(`('patient', $pat, '1 Main', '', NULL, $country(US), NULL, NULL, false)`),
			add(`('patient', $pat, '1 Main', 'Å', NULL, $country(US), NULL, NULL, false)`),
		},
		{
			"a region lies in its parent's country", "regions_parent_of_country_fkey",
			`UPDATE regions SET parent_id = $region(DE-BY) WHERE code = 'US-MA'`,
			`UPDATE regions SET parent_id = (SELECT id FROM regions WHERE code = 'US-NY') WHERE code = 'US-MA'`,
		},
	})
}

func TestIdentifierRules(t *testing.T) {
	t.Parallel()
	add := func(values string) string {
		return `INSERT INTO identifiers (entity_type, entity_id, system, value) VALUES ` + values
	}
	runRules(t, []ruleCase{
		{
			"unique on system and value", "identifier_system_value",
			add(`('patient', $pat, 'urn:a', '1'), ('doctor', $doc1, 'urn:a', '1')`),
			add(`('patient', $pat, 'urn:a', '1'), ('doctor', $doc1, 'urn:b', '1'), ('doctor', $doc1, 'urn:a', '2')`),
		},
		{"value is not blank", "identifiers_value_not_blank", add(`('patient', $pat, 'urn:a', ' ')`), add(`('patient', $pat, 'urn:a', '0')`)},
		{"system is not blank", "identifiers_system_not_blank", add(`('patient', $pat, '', '1')`), add(`('patient', $pat, 'a', '1')`)},
		{"belongs to somebody", "identifiers_institution_id_fkey", add(`('institution', $pat, 'a', '1')`), add(`('institution', $inst2, 'a', '1')`)},
	})
}

// What belongs to a person goes with the person, in every table that refers to patients; the trail stays.
func TestDeletingAPatientTakesTheirRowsAndLeavesTheTrail(t *testing.T) {
	t.Parallel()
	db := testenv.Owner(t, testenv.New(t))
	_, err := db.Exec(world)
	require.NoError(t, err)
	for _, statement := range []string{
		`INSERT INTO emails (entity_type, entity_id, email_type_id, email) VALUES ('patient', $pat, $emailtype, 'c@n.example')`,
		`INSERT INTO phones (entity_type, entity_id, phone_type_id, number, country_code) VALUES ('patient', $pat, $phonetype, '+16175550100', '1')`,
		`INSERT INTO addresses (entity_type, entity_id, line1, city, country_id) VALUES ('patient', $pat, '1 Main', 'B', $country(US))`,
		`INSERT INTO identifiers (entity_type, entity_id, system, value) VALUES ('patient', $pat, 'urn:a', '1')`,
		`INSERT INTO users (email, user_type, reference_id) VALUES ('c@n.example', 'patient', $pat)`,
		`INSERT INTO user_credentials (user_id, password_hash) SELECT id, $hash FROM users`,
		`INSERT INTO sessions (user_id, idle_expires_at, expires_at) SELECT id, now(), now() FROM users`,
		`INSERT INTO patient_conditions (patient_id, condition_id, onset_date) VALUES ($pat, $condition, '2020-01-01')`,
		`INSERT INTO patient_medications (patient_id, medication_id, start_date) VALUES ($pat, $medication, '2020-01-01')`,
		`INSERT INTO patient_allergies (patient_id, allergy_id, recorded_date) VALUES ($pat, $allergy, '2020-01-01')`,
		`INSERT INTO patient_family_history (patient_id, condition_id, relative) VALUES ($pat, $condition, 'mother')`,
		`UPDATE patients SET validation_status = 'doctor_validated' WHERE id = $pat`,
		`DELETE FROM patients WHERE id = $pat`,
	} {
		_, err := db.Exec(ids.Replace(statement))
		require.NoError(t, err, statement)
	}
	var tables []string
	var cascade bool
	require.NoError(t, db.QueryRow(`SELECT array_agg(conrelid::regclass::text), bool_and(confdeltype = 'c')
		FROM pg_constraint WHERE contype = 'f' AND confrelid = 'patients'::regclass`).Scan(pq.Array(&tables), &cascade))
	require.Subset(t, tables, []string{"health_profiles", "emails", "users", "patient_conditions"})
	require.True(t, cascade, tables)
	for _, table := range append(tables, "user_credentials", "sessions") {
		var rows int
		require.NoError(t, db.QueryRow("SELECT count(*) FROM "+table).Scan(&rows))
		require.Zero(t, rows, table)
	}
	var steps int
	require.NoError(t, db.QueryRow(ids.Replace(
		`SELECT count(*) FROM patient_validation_events WHERE patient_id = $pat AND to_status = 'doctor_validated'`)).Scan(&steps))
	require.Equal(t, 1, steps)
}
