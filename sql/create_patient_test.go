package sqlfiles_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

// hash has the form of a bcrypt hash.
var hash = "$2a$12$" + strings.Repeat("x", 53)

// registration are the arguments of a patient with everything.
func registration(t *testing.T, env *testenv.Env) fixture.Row {
	t.Helper()
	institution := fixture.Institution(t, env.DB)
	return fixture.Row{
		"p_doctor_id":      fixture.Doctor(t, env.DB, fixture.Row{"institution_id": institution}),
		"p_institution_id": institution, "p_first_name": "Ana", "p_last_name": "Lima", "p_date_of_birth": "1990-02-03",
		"p_sex": "female", "p_gender": "woman", "p_emergency_contact_name": "Rui Lima", "p_emergency_contact_phone": "+351912345678",
		"p_account_email": "ana@example.org", "p_password_hash": hash,
		"p_height_cm": "168.5", "p_weight_kg": 61, "p_blood_type": "O-", "p_smoking_status": "former", "p_smoking_years": 4,
		"p_alcohol_frequency": "rarely", "p_weekly_activity_minutes": 150, "p_notes": "walks",
		"p_emails": `[{"email": "ana@example.org"}, {"email": "a.lima@example.com", "type": "work"}]`,
		"p_phones": `[{"number": "+351213456789", "country_code": "351", "area_code": "21", "extension": "7", "type": "work"},
			{"number": "+351912345678", "country_code": "351", "type": "mobile", "is_primary": true}]`,
	}
}

// created are the ids that the procedure returns.
type created struct {
	patient, profile uuid.UUID
	user             uuid.NullUUID
}

func register(t *testing.T, env *testenv.Env, arguments fixture.Row) (created, error) {
	t.Helper()
	var named []string
	var values []any
	for _, name := range slices.Sorted(maps.Keys(arguments)) {
		values = append(values, arguments[name])
		named = append(named, fmt.Sprintf("%s => $%d", name, len(values)))
	}
	var c created
	err := env.DB.QueryRowContext(t.Context(), "CALL sp_create_patient_with_profile("+strings.Join(named, ", ")+")", values...).
		Scan(&c.patient, &c.user, &c.profile)
	return c, err
}

func TestCreatePatientWithProfile(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	arguments := registration(t, env)
	expected := []uuid.UUID{uuid.Must(uuid.NewV7()), uuid.Must(uuid.NewV7()), uuid.Must(uuid.NewV7())}
	arguments["p_patient_id"], arguments["p_user_id"], arguments["p_health_profile_id"] = expected[0], expected[1], expected[2]

	c, err := register(t, env, arguments)
	require.NoError(t, err)
	require.Equal(t, expected, []uuid.UUID{c.patient, c.user.UUID, c.profile})

	require.Equal(t, asJSON(t, []object{{
		"id": c.patient, "doctor_id": arguments["p_doctor_id"], "institution_id": arguments["p_institution_id"],
		"first_name": "Ana", "last_name": "Lima", "date_of_birth": "1990-02-03", "sex": "female", "gender": "woman",
		"emergency_contact_name": "Rui Lima", "emergency_contact_phone": "+351912345678", "validation_status": "pending",
		"active": true, "profile": c.profile, "height_cm": 168.50, "weight_kg": 61.00, "blood_type": "O-",
		"smoking_status": "former", "smoking_years": 4, "alcohol_frequency": "rarely", "weekly_activity_minutes": 150, "notes": "walks",
	}}), asJSON(t, objects(t, env.DB, `SELECT p.id, doctor_id, institution_id, first_name, last_name, date_of_birth, s.code AS sex,
			g.code AS gender, emergency_contact_name, emergency_contact_phone, validation_status, p.active, h.id AS profile,
			trim_scale(height_cm) AS height_cm, trim_scale(weight_kg) AS weight_kg, b.code AS blood_type, smoking_status,
			smoking_years, alcohol_frequency, weekly_activity_minutes, notes
		FROM patients p JOIN sexes s ON s.id = sex_id JOIN genders g ON g.id = gender_id
		JOIN health_profiles h ON h.patient_id = p.id JOIN blood_types b ON b.id = blood_type_id`)))
	require.Equal(t, asJSON(t, []object{{
		"id": c.user.UUID, "patient_id": c.patient, "email": "ana@example.org", "active": true, "verified": false, "password_hash": hash,
	}}), objects(t, env.DB, `SELECT u.id, patient_id, email, active, verified, password_hash
		FROM users u JOIN user_credentials ON user_id = u.id WHERE password_changed_at IS NOT NULL`))
	require.Equal(t, []object{
		{"email": "a.lima@example.com", "type": "work", "is_primary": false},
		{"email": "ana@example.org", "type": "home", "is_primary": true},
	}, objects(t, env.DB, `SELECT email, t.code AS type, is_primary FROM emails e JOIN email_types t ON t.id = email_type_id
		WHERE patient_id = $1 ORDER BY email`, c.patient), "the first is primary, for none is called so")
	require.Equal(t, []object{
		{"number": "+351213456789", "country_code": "351", "area_code": "21", "extension": "7", "type": "work", "is_primary": false},
		{"number": "+351912345678", "country_code": "351", "area_code": nil, "extension": nil, "type": "mobile", "is_primary": true},
	}, objects(t, env.DB, `SELECT number, country_code, area_code, extension, t.code AS type, is_primary
		FROM phones p JOIN phone_types t ON t.id = phone_type_id WHERE patient_id = $1 ORDER BY number`, c.patient))
}

func TestCreatePatientWithTheLeast(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	full := registration(t, env)
	least := fixture.Row{}
	for _, name := range []string{"p_doctor_id", "p_institution_id", "p_first_name", "p_last_name", "p_date_of_birth", "p_sex"} {
		least[name] = full[name]
	}
	c, err := register(t, env, least)
	require.NoError(t, err)
	require.False(t, c.user.Valid)
	require.Equal(t, asJSON(t, []object{{"patient_id": c.patient, "id": c.profile, "smoking_status": "unknown", "alcohol_frequency": "unknown"}}),
		objects(t, env.DB, "SELECT patient_id, id, smoking_status, alcohol_frequency FROM health_profiles"))
	require.Zero(t, fixture.Value[int](t, env.DB, "SELECT (SELECT count(*) FROM users) + (SELECT count(*) FROM emails) + (SELECT count(*) FROM phones)"))

	least["p_user_id"] = uuid.New()
	c, err = register(t, env, least)
	require.NoError(t, err)
	require.False(t, c.user.Valid, "an id alone makes no account")
}

// Whatever is wrong, nothing is written, and the error says what it is.
func TestCreatePatientRefuses(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	fixture.User(t, env.DB, "doctor", fixture.Doctor(t, env.DB), fixture.Row{"email": "taken@example.org"})
	other := fixture.Institution(t, env.DB)
	retired := fixture.Doctor(t, env.DB, fixture.Row{"institution_id": other, "status": "retired"})

	tests := []struct {
		name     string
		change   fixture.Row
		expected refusal
	}{
		{"a doctor of another institution", fixture.Row{"p_doctor_id": fixture.Doctor(t, env.DB)},
			refusal{"PH020", "patients", "doctor_id", "patients_doctor_of_institution_fkey"}},
		{"no such doctor", fixture.Row{"p_doctor_id": uuid.New()},
			refusal{"PH020", "patients", "doctor_id", "patients_doctor_of_institution_fkey"}},
		{"a doctor who has retired", fixture.Row{"p_doctor_id": retired, "p_institution_id": other},
			refusal{"PH021", "patients", "doctor_id", "patients_doctor_active"}},
		{"a taken address", fixture.Row{"p_account_email": "taken@example.org"},
			refusal{"PH022", "users", "email", "users_email_key"}},
		{"too tall", fixture.Row{"p_height_cm": "272.01"}, refusal{"PH023", "health_profiles", "height_cm", "health_profiles_height_cm"}},
		{"too light", fixture.Row{"p_weight_kg": "0.1"}, refusal{"PH023", "health_profiles", "weight_kg", "health_profiles_weight_kg"}},
		{"no number of minutes", fixture.Row{"p_weekly_activity_minutes": 10081},
			refusal{"PH023", "health_profiles", "weekly_activity_minutes", "health_profiles_weekly_activity_minutes"}},
		{"too many digits", fixture.Row{"p_height_cm": 100000}, refusal{"PH023", "health_profiles", "", "health_profiles_digits"}},
		{"years of smoking of one who never did", fixture.Row{"p_smoking_status": "never"},
			refusal{"PH023", "health_profiles", "smoking_years", "health_profiles_smoking_years"}},
		{"more years of smoking than of life", fixture.Row{"p_smoking_years": 120},
			refusal{"PH004", "health_profiles", "smoking_years", "health_profiles_smoking_years_within_age"}},
		{"an unknown sex", fixture.Row{"p_sex": "femme"}, refusal{"PH024", "patients", "sex_id", "patients_sex_id_known"}},
		{"no sex", fixture.Row{"p_sex": nil}, refusal{"23502", "patients", "sex_id", ""}},
		{"an unknown gender", fixture.Row{"p_gender": "?"}, refusal{"PH024", "patients", "gender_id", "patients_gender_id_known"}},
		{"an unknown blood type", fixture.Row{"p_blood_type": "C+"},
			refusal{"PH024", "health_profiles", "blood_type_id", "health_profiles_blood_type_id_known"}},
		{"an unknown type of address", fixture.Row{"p_emails": `[{"email": "a@example.org", "type": "?"}]`},
			refusal{"PH024", "emails", "email_type_id", "emails_email_type_id_known"}},
		{"an unknown type of phone", fixture.Row{"p_phones": `[{"number": "+3512134567", "country_code": "351", "type": "?"}]`},
			refusal{"PH024", "phones", "phone_type_id", "phones_phone_type_id_known"}},
		{"an account without a password", fixture.Row{"p_password_hash": nil},
			refusal{"PH025", "users", "email", "users_email_and_password"}},
		{"a password without an account", fixture.Row{"p_account_email": nil},
			refusal{"PH025", "users", "email", "users_email_and_password"}},
		{"a password in the clear", fixture.Row{"p_password_hash": "secret"},
			refusal{"23514", "user_credentials", "", "user_credentials_bcrypt"}},
		{"born tomorrow", fixture.Row{"p_date_of_birth": day(0, 1)},
			refusal{"PH001", "patients", "date_of_birth", "patients_date_of_birth_not_in_future"}},
		{"a blank name", fixture.Row{"p_first_name": " "}, refusal{"23514", "patients", "", "patients_first_name_not_blank"}},
		{"two primary addresses", fixture.Row{"p_emails": `[{"email": "a@example.org", "type": "home", "is_primary": true},
			{"email": "b@example.org", "type": "home", "is_primary": true}]`}, refusal{"23505", "emails", "", "emails_one_primary"}},
		{"a phone that is none", fixture.Row{"p_phones": `[{"number": "0123", "country_code": "1", "type": "home"}]`},
			refusal{"23514", "phones", "", "phones_country_code"}},
	}
	for _, test := range tests {
		arguments := registration(t, env)
		maps.Copy(arguments, test.change)
		_, err := register(t, env, arguments)
		require.Equal(t, test.expected, refusalOf(t, err), test.name)
		require.Zero(t, fixture.Value[int](t, env.DB, `SELECT (SELECT count(*) FROM patients) + (SELECT count(*) FROM health_profiles)
			+ (SELECT count(*) FROM emails) + (SELECT count(*) FROM phones) + (SELECT count(*) FROM users WHERE patient_id IS NOT NULL)
			+ (SELECT count(*) FROM patient_validation_events)`), test.name)
	}
}
