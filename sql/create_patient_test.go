package sqlfiles_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

// registration is the document of a patient with everything.
func registration(t *testing.T, env *testenv.Env) object {
	t.Helper()
	institution := fixture.Institution(t, env.DB)
	return object{
		"doctor_id":      fixture.Doctor(t, env.DB, fixture.Row{"institution_id": institution}),
		"institution_id": institution, "first_name": "Ana", "last_name": "Lima", "date_of_birth": "1990-02-03",
		"sex": "female", "gender": "woman", "emergency_contact": object{"name": "Rui Lima", "phone": "+351912345678"},
		"account": object{"email": "ana@example.org"},
		"health_profile": object{
			"height_cm": "168.5", "weight_kg": 61, "blood_type": "O-", "smoking_status": "former", "smoking_years": 4,
			"alcohol_frequency": "rarely", "weekly_activity_minutes": 150, "notes": "walks",
		},
		"emails": []object{{"email": "ana@example.org"}, {"email": "a.lima@example.com", "type": "work"}},
		"phones": []object{
			{"number": "+351213456789", "country_code": "351", "area_code": "21", "extension": "7", "type": "work"},
			{"number": "+351912345678", "country_code": "351", "type": "mobile", "is_primary": true},
		},
	}
}

// created are the ids that the procedure returns.
type created struct {
	patient, profile, institution uuid.UUID
	user                          uuid.NullUUID
	at                            time.Time
}

// register calls the procedure with a document, and ids to give when there are any.
func register(t *testing.T, env *testenv.Env, document object, ids ...any) (created, error) {
	t.Helper()
	var c created
	ids = append(ids, nil, nil, nil)
	err := env.DB.QueryRowContext(t.Context(), `CALL sp_create_patient_with_profile($1::jsonb,
			p_patient_id => $2::uuid, p_user_id => $3::uuid, p_health_profile_id => $4::uuid)`,
		append([]any{encoded(t, document)}, ids[:3]...)...).
		Scan(&c.patient, &c.user, &c.profile, &c.institution, &c.at)
	return c, err
}

func TestCreatePatientWithProfile(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	document := registration(t, env)
	expected := []uuid.UUID{uuid.Must(uuid.NewV7()), uuid.Must(uuid.NewV7()), uuid.Must(uuid.NewV7())}

	c, err := register(t, env, document, expected[0], expected[1], expected[2])
	require.NoError(t, err)
	require.Equal(t, expected, []uuid.UUID{c.patient, c.user.UUID, c.profile})
	require.Equal(t, document["institution_id"], c.institution)
	require.True(t, c.at.Equal(fixture.Value[time.Time](t, env.DB, "SELECT created_at FROM patients WHERE id = $1 AND updated_at = created_at", c.patient)))

	require.Equal(t, asJSON(t, []object{{
		"id": c.patient, "doctor_id": document["doctor_id"], "institution_id": document["institution_id"],
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
		"id": c.user.UUID, "patient_id": c.patient, "email": "ana@example.org", "active": true, "verified": false, "password_hash": nil,
	}}), objects(t, env.DB, `SELECT u.id, patient_id, email, active, verified, password_hash
		FROM users u LEFT JOIN user_credentials ON user_id = u.id WHERE password_changed_at IS NULL`), "its owner chooses a password")
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
	least := object{}
	for _, name := range []string{"doctor_id", "first_name", "last_name", "date_of_birth", "sex"} {
		least[name] = full[name]
	}
	c, err := register(t, env, least)
	require.NoError(t, err)
	require.False(t, c.user.Valid)
	require.Equal(t, full["institution_id"], c.institution, "the doctor's")
	require.Equal(t, asJSON(t, []object{{"patient_id": c.patient, "id": c.profile, "smoking_status": "unknown", "alcohol_frequency": "unknown"}}),
		objects(t, env.DB, "SELECT patient_id, id, smoking_status, alcohol_frequency FROM health_profiles"))
	require.Zero(t, fixture.Value[int](t, env.DB, "SELECT (SELECT count(*) FROM users) + (SELECT count(*) FROM emails) + (SELECT count(*) FROM phones)"))

	c, err = register(t, env, least, nil, uuid.New())
	require.NoError(t, err)
	require.False(t, c.user.Valid, "an id alone makes no account")
}

// Whatever is wrong, nothing is written, and the error says what it is.
func TestCreatePatientRefuses(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	fixture.User(t, env.DB, "doctor", fixture.Doctor(t, env.DB), fixture.Row{"email": "taken@example.org"})
	other := fixture.Institution(t, env.DB)
	closed := fixture.Institution(t, env.DB, fixture.Row{"active": false})
	retired := fixture.Doctor(t, env.DB, fixture.Row{"institution_id": other, "status": "retired"})

	tests := []struct {
		name     string
		change   object
		expected refusal
	}{
		{"a doctor of another institution", object{"doctor_id": fixture.Doctor(t, env.DB)},
			refusal{"PH020", "patients", "doctor_id", "patients_doctor_of_institution_fkey"}},
		{"no such doctor", object{"doctor_id": uuid.New()},
			refusal{"PH020", "patients", "doctor_id", "patients_doctor_of_institution_fkey"}},
		{"a doctor who has retired", object{"doctor_id": retired, "institution_id": other},
			refusal{"PH021", "patients", "doctor_id", "patients_doctor_active"}},
		{"a user at an institution that is closed", object{"doctor_id": fixture.Doctor(t, env.DB, fixture.Row{"institution_id": closed}),
			"institution_id": closed, "actor": map[string]string{"type": "user"}},
			refusal{"PH027", "patients", "institution_id", "patients_institution_active"}},
		{"a taken address", object{"account": object{"email": "taken@example.org"}},
			refusal{"PH022", "users", "email", "users_email_key"}},
		{"too tall", object{"health_profile": object{"height_cm": "272.01"}}, refusal{"PH023", "health_profiles", "height_cm", "health_profiles_height_cm"}},
		{"too light", object{"health_profile": object{"weight_kg": "0.1"}}, refusal{"PH023", "health_profiles", "weight_kg", "health_profiles_weight_kg"}},
		{"no number of minutes", object{"health_profile": object{"weekly_activity_minutes": 10081}},
			refusal{"PH023", "health_profiles", "weekly_activity_minutes", "health_profiles_weekly_activity_minutes"}},
		{"too many digits", object{"health_profile": object{"height_cm": 100000}}, refusal{"PH023", "health_profiles", "", "health_profiles_digits"}},
		{"years of smoking of one who never did", object{"health_profile": object{"smoking_status": "never"}},
			refusal{"PH023", "health_profiles", "smoking_years", "health_profiles_smoking_years"}},
		{"more years of smoking than of life", object{"health_profile": object{"smoking_years": 120}},
			refusal{"PH004", "health_profiles", "smoking_years", "health_profiles_smoking_years_within_age"}},
		{"an unknown sex", object{"sex": "femme"}, refusal{"PH024", "patients", "sex_id", "patients_sex_id_known"}},
		{"no sex", object{"sex": nil}, refusal{"23502", "patients", "sex_id", ""}},
		{"an unknown gender", object{"gender": "?"}, refusal{"PH024", "patients", "gender_id", "patients_gender_id_known"}},
		{"an unknown blood type", object{"health_profile": object{"blood_type": "C+"}},
			refusal{"PH024", "health_profiles", "blood_type_id", "health_profiles_blood_type_id_known"}},
		{"an unknown type of address", object{"emails": []object{{"email": "a@example.org", "type": "?"}}},
			refusal{"PH024", "emails", "email_type_id", "emails_email_type_id_known"}},
		{"an unknown type of phone", object{"phones": []object{{"number": "+3512134567", "country_code": "351", "type": "?"}}},
			refusal{"PH024", "phones", "phone_type_id", "phones_phone_type_id_known"}},
		{"somebody else's password", object{"account": object{"password_hash": "secret"}}, refusal{SQLState: "PH026"}},
		{"born in two days", object{"date_of_birth": day(0, 2)},
			refusal{"PH001", "patients", "date_of_birth", "patients_date_of_birth_not_in_future"}},
		{"a blank name", object{"first_name": " "}, refusal{"23514", "patients", "", "patients_first_name_not_blank"}},
		{"two primary addresses", object{"emails": []object{{"email": "a@example.org", "type": "home", "is_primary": true},
			{"email": "b@example.org", "type": "home", "is_primary": true}}}, refusal{"23505", "emails", "", "emails_one_primary"}},
		{"a phone that is none", object{"phones": []object{{"number": "0123", "country_code": "1", "type": "home"}}},
			refusal{"23514", "phones", "", "phones_country_code"}},
		{"a member that nobody knows", object{"middle_name": "Maria"}, refusal{SQLState: "PH026"}},
		{"a member of the profile that nobody knows", object{"health_profile": object{"wieght_kg": 61}}, refusal{SQLState: "PH026"}},
	}
	for _, test := range tests {
		document := registration(t, env)
		merge(document, test.change)
		_, err := register(t, env, document)
		require.Equal(t, test.expected, refusalOf(t, err), test.name)
		require.Zero(t, fixture.Value[int](t, env.DB, `SELECT (SELECT count(*) FROM patients) + (SELECT count(*) FROM health_profiles)
			+ (SELECT count(*) FROM emails) + (SELECT count(*) FROM phones) + (SELECT count(*) FROM users WHERE patient_id IS NOT NULL)
			+ (SELECT count(*) FROM patient_validation_events)`), test.name)
	}
}

// encoded is a document as PostgreSQL takes it.
func encoded(t *testing.T, document object) string {
	t.Helper()
	data, err := json.Marshal(document)
	require.NoError(t, err)
	return string(data)
}

// merge replaces members of a document, and of the objects in it.
func merge(document, change object) {
	for name, value := range change {
		if inner, is := value.(object); is {
			merge(document[name].(object), inner)
		} else {
			document[name] = value
		}
	}
}

// Who registers begins the history of the validation.
func TestCreatePatientSaysWhoRegistered(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	document := registration(t, env)
	actor := uuid.New()
	document["actor"] = object{"type": "user", "id": actor}
	c, err := register(t, env, document)
	require.NoError(t, err)
	require.Equal(t, asJSON(t, []object{{"to_status": "pending", "actor_type": "user", "actor_id": actor}}),
		asJSON(t, objects(t, env.DB, "SELECT to_status, actor_type, actor_id FROM patient_validation_events WHERE patient_id = $1", c.patient)))
}

// While a patient is being registered, their doctor can't be suspended.
func TestCreatePatientHoldsTheDoctor(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	document := registration(t, env)
	tx, err := env.DB.BeginTx(t.Context(), nil)
	require.NoError(t, err)
	defer func() { _ = tx.Rollback() }()
	exec(t, tx, "CALL sp_create_patient_with_profile($1::jsonb)", encoded(t, document))
	other, err := env.DB.Conn(t.Context())
	require.NoError(t, err)
	defer func() { _ = other.Close() }()
	exec(t, other, "SET lock_timeout = '50ms'")
	require.Equal(t, "55P03", try(t, other, "UPDATE doctors SET status = 'suspended' WHERE id = $1", document["doctor_id"]).SQLState)
}

// The event of a registration is in the trail if and only if the patient is there.
func TestCreatePatientRecordsAnEvent(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	document := registration(t, env)
	id, actor := uuid.New(), uuid.New()
	document["event"] = object{"id": id, "occurred_at": "2026-01-02T03:04:05.000006Z", "actor_type": "user", "actor_id": actor,
		"action": "patient.create", "outcome": "success", "request_id": "request-1", "source_ip": "192.0.2.1", "payload": object{"account": true}}
	_, err := register(t, env, document)
	require.NoError(t, err)
	_, err = register(t, env, document) // the address is taken
	require.Error(t, err)
	require.Equal(t, asJSON(t, []object{{
		"id": id, "at": "2026-01-02T03:04:05.000006+00:00", "actor_type": "user", "actor_id": actor, "action": "patient.create",
		"outcome": "success", "entity_type": nil, "request_id": "request-1", "source_ip": "192.0.2.1",
		"payload": object{"account": true, "institution_id": document["institution_id"]},
	}}), asJSON(t, objects(t, testenv.Owner(t, env), `SELECT id, occurred_at AS at, actor_type, actor_id, action, outcome, entity_type,
		request_id, source_ip, payload FROM audit_inbox`)))
}
