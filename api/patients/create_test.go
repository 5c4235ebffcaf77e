package patients_test

import (
	"database/sql"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

type object = map[string]any

func testOwner(t *testing.T, app *apitest.App) *sql.DB {
	t.Helper()
	return testenv.Owner(t, app.Env)
}

// registration is a body that is right; more replaces some of its fields, or adds to them.
func registration(more object) object {
	body := object{"first_name": "Nora", "last_name": "New", "date_of_birth": "1990-02-28", "sex": "female"}
	for name, value := range more {
		body[name] = value
	}
	return body
}

func TestCreate(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	full := registration(object{
		"gender":            "woman",
		"emergency_contact": object{"name": "Nick", "phone": "+1 617 555 0101"},
		"health_profile": object{"height_cm": 172.5, "weight_kg": 68, "blood_type": "O-", "smoking_status": "former",
			"smoking_years": 3, "alcohol_frequency": "rarely", "weekly_activity_minutes": 150, "notes": "Sleeps badly."},
		"emails":  []object{{"email": "Nora@Example.org", "type": "work"}, {"email": "n@example.org", "is_primary": true}},
		"phones":  []object{{"number": "+16175550102", "extension": "7"}},
		"account": object{"email": "nora@example.org"},
	})
	app.Run(t, []apitest.Scenario{
		{Name: "anonymous", Method: http.MethodPost, Path: patients, Body: registration(nil), Status: http.StatusUnauthorized},
		{Name: "patient", As: apitest.Patient, Method: http.MethodPost, Path: patients, Body: registration(nil), Status: http.StatusForbidden},
		{Name: "editor", As: apitest.Editor, Method: http.MethodPost, Path: patients,
			Body: registration(object{"doctor_id": w.Doctor}), Status: http.StatusForbidden},
		{Name: "doctor for themselves", As: apitest.Doctor, Method: http.MethodPost, Path: patients, Body: full,
			Status: http.StatusCreated, WantHeader: map[string]string{"ETag": `"v1"`},
			Contains: []string{`"gender":"woman"`, `"phone":"+16175550101"`, w.Doctor.String(), w.Hospital.String(), `"pending"`},
			Excludes: []string{"password", "$2a$", "Sleeps"},
			Check: func(t *testing.T, answer *httptest.ResponseRecorder) {
				location := answer.Header().Get("Location")
				assert.Equal(t, "Nora", apitest.Get[struct {
					FirstName string `json:"first_name"`
				}](t, app, apitest.Doctor, location).FirstName)
				id := strings.TrimPrefix(location, patients+"/")
				assert.Equal(t, uuid.Version(7), uuid.MustParse(id).Version())
				assert.Equal(t, "n@example.org", fixture.Value[string](t, app.Env.DB,
					"SELECT email FROM emails WHERE entity_id = $1 AND is_primary", id))
				assert.Equal(t, "617", fixture.Value[string](t, app.Env.DB, "SELECT area_code FROM phones WHERE entity_id = $1", id))
				assert.Equal(t, "172.50", fixture.Value[string](t, app.Env.DB, "SELECT height_cm FROM health_profiles WHERE patient_id = $1", id))
			}},
		{Name: "whose account it is", As: "nora@example.org", Path: patients + "/me", Status: http.StatusOK, Contains: []string{`"Nora"`}},
		{Name: "address taken", As: apitest.Doctor, Method: http.MethodPost, Path: patients, Status: http.StatusConflict,
			Body:       registration(object{"first_name": "Twin", "account": object{"email": "NORA@example.org"}}),
			Contains:   []string{"/problems/taken"},
			WantErrors: []string{"/account/email taken"},
			Check: func(t *testing.T, _ *httptest.ResponseRecorder) {
				assert.Zero(t, fixture.Value[int](t, app.Env.DB, "SELECT count(*) FROM patients WHERE first_name = 'Twin'"))
			}},
		{Name: "doctor for another", As: apitest.Doctor, Method: http.MethodPost, Path: patients,
			Body: registration(object{"doctor_id": w.Colleague}), Status: http.StatusUnprocessableEntity, WantErrors: []string{"/doctor_id other_doctor"}},
		{Name: "institution with its doctor", As: apitest.Hospital, Method: http.MethodPost, Path: patients,
			Body: registration(object{"doctor_id": w.Colleague}), Status: http.StatusCreated, Contains: []string{w.Colleague.String()}},
		{Name: "institution without a doctor", As: apitest.Hospital, Method: http.MethodPost, Path: patients,
			Body: registration(nil), Status: http.StatusUnprocessableEntity, WantErrors: []string{"/doctor_id required"}},
		{Name: "institution with a foreign doctor", As: apitest.Hospital, Method: http.MethodPost, Path: patients,
			Body: registration(object{"doctor_id": w.OtherDoctor}), Status: http.StatusUnprocessableEntity, WantErrors: []string{"/doctor_id not_found"}},
		{Name: "institution with its doctor at another institution", As: apitest.Hospital, Method: http.MethodPost, Path: patients,
			Body:   registration(object{"doctor_id": w.Doctor, "institution_id": w.OtherClinic}),
			Status: http.StatusUnprocessableEntity, WantErrors: []string{"/institution_id other_institution"}},
		{Name: "institution with a foreign doctor at the doctor's institution", As: apitest.Hospital, Method: http.MethodPost, Path: patients,
			Body:   registration(object{"doctor_id": w.OtherDoctor, "institution_id": w.OtherClinic}),
			Status: http.StatusUnprocessableEntity, WantErrors: []string{"/institution_id other_institution"}},
		{Name: "institution with nobody", As: apitest.Hospital, Method: http.MethodPost, Path: patients,
			Body: registration(object{"doctor_id": uuid.New()}), Status: http.StatusUnprocessableEntity, WantErrors: []string{"/doctor_id not_found"}},
		{Name: "admin with any doctor", As: apitest.Admin, Method: http.MethodPost, Path: patients,
			Body: registration(object{"doctor_id": w.OtherDoctor}), Status: http.StatusCreated, Contains: []string{w.OtherClinic.String()}},
		{Name: "admin with a doctor of another institution", As: apitest.Admin, Method: http.MethodPost, Path: patients,
			Body:   registration(object{"doctor_id": w.OtherDoctor, "institution_id": w.Hospital}),
			Status: http.StatusUnprocessableEntity, WantErrors: []string{"/institution_id other_institution"}},
	})
}

// What is answered isn't read from the database, but is what is there.
func TestCreateAnswersWhatIsStored(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	for name, c := range map[string]struct {
		as   string
		more object
	}{
		"the least":     {apitest.Doctor, nil},
		"the most":      {apitest.Doctor, object{"gender": "woman", "emergency_contact": object{"name": " Nick ", "phone": "+1 617 555 0101"}}},
		"an account":    {apitest.Hospital, object{"doctor_id": w.Doctor, "account": object{"email": "nora@example.org"}}},
		"another house": {apitest.Admin, object{"doctor_id": w.OtherDoctor}},
	} {
		made := app.Do(app.Request(t, apitest.Scenario{As: c.as, Method: http.MethodPost, Path: patients, Body: registration(c.more)}))
		require.Equal(t, http.StatusCreated, made.Code, "%s: %s", name, made.Body)
		read := app.Do(app.Request(t, apitest.Scenario{As: c.as, Path: made.Header().Get("Location")}))
		assert.Equal(t, read.Body.String(), made.Body.String(), name)
		assert.Equal(t, read.Header().Get("ETag"), made.Header().Get("ETag"), name)
	}
}

func TestCreateTellsAllMistakesAtOnce(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	later := wait.Today().AddDate(0, 0, 2).Format(time.DateOnly)
	post := func(name string, body any, status int, want ...string) apitest.Scenario {
		return apitest.Scenario{Name: name, As: apitest.Doctor, Method: http.MethodPost, Path: patients, Body: body, Status: status, WantErrors: want}
	}
	const bad, unprocessable = http.StatusBadRequest, http.StatusUnprocessableEntity
	app.Run(t, []apitest.Scenario{
		post("what the schema and what the rules refuse", object{
			"first_name": " ", "last_name": " ", "date_of_birth": later, "sex": 7, "validation_status": "full_access",
			"emergency_contact": object{"name": "Nick", "phone": "617"},
			"health_profile": object{"height_cm": 1000, "weight_kg": -1, "smoking_status": "never", "smoking_years": 3,
				"alcohol_frequency": "always"},
			"emails":  []object{{"email": "nobody"}, {"email": "a@example.org"}, {"email": "A@example.org"}},
			"phones":  []object{{"number": "12"}},
			"account": object{"email": "x", "password": "short"},
		}, unprocessable,
			"/first_name blank", "/last_name blank", "/date_of_birth in_future", "/sex type", "/validation_status unexpected",
			"/emergency_contact/phone format", "/health_profile/height_cm out_of_range", "/health_profile/weight_kg out_of_range",
			"/health_profile/smoking_years out_of_range", "/health_profile/alcohol_frequency not_allowed",
			"/emails/0/email format", "/emails/2/email duplicate", "/phones/0/number format", "/account/email format",
			"/account/password unexpected"),
		post("what is missing", object{}, unprocessable,
			"/first_name required", "/last_name required", "/date_of_birth required", "/sex required"),
		post("what the catalogs don't have", registration(object{
			"sex": "x", "gender": "y", "health_profile": object{"blood_type": "Z+"},
			"emails": []object{{"email": "a@example.org", "type": "fax"}}, "phones": []object{{"number": "+16175550103", "type": "fax"}},
		}), unprocessable, "/sex not_found", "/gender not_found", "/health_profile/blood_type not_found", "/emails/0/type not_found", "/phones/0/type not_found"),
		post("what the schema, the rules and the catalogs refuse", registration(object{
			"doctor_id": w.OtherDoctor, "first_name": strings.Repeat("a", 101), "last_name": " ", "date_of_birth": later,
			"sex": "x", "gender": "y", "health_profile": object{"blood_type": "Z+", "height_cm": "tall"},
			"emails": []object{{"email": "a@example.org"}, {"email": "nobody", "type": "fax"}}, "phones": []object{{"type": "fax"}},
			"account": object{"email": "x"},
		}), unprocessable,
			"/doctor_id other_doctor", "/first_name too_long", "/last_name blank", "/date_of_birth in_future", "/sex not_found", "/gender not_found",
			"/health_profile/blood_type not_found", "/health_profile/height_cm type", "/emails/1/email format", "/emails/1/type not_found",
			"/phones/0/number required", "/phones/0/type not_found", "/account/email format"),
		post("what the rules and the catalogs refuse", registration(object{
			"doctor_id": uuid.New(), "last_name": " ", "sex": "x", "emails": []object{{"email": "nobody", "type": "fax"}},
		}), unprocessable, "/doctor_id other_doctor", "/last_name blank", "/sex not_found", "/emails/0/email format", "/emails/0/type not_found"),
		post("mistakes after invalid ids", registration(object{"date_of_birth": "x", "doctor_id": "x", "institution_id": "x", "sex": "x"}),
			unprocessable, "/date_of_birth format", "/doctor_id format", "/institution_id format", "/sex not_found"),
		post("another institution and an unknown code", registration(object{"institution_id": w.OtherClinic, "last_name": "", "sex": "x"}),
			unprocessable, "/institution_id other_institution", "/last_name too_short", "/sex not_found"),
		post("what is within a field of another type is not told", registration(object{"account": 7, "emails": []any{7}, "phones": "x", "gender": "y"}),
			unprocessable, "/account type", "/emails/0 type", "/phones type", "/gender not_found"),
		{Name: "without the right to register, mistakes don't matter", As: apitest.Patient, Method: http.MethodPost, Path: patients,
			Body: object{"sex": "x"}, Status: http.StatusForbidden},
		{Name: "an institution without a doctor and with an unknown code", As: apitest.Hospital, Method: http.MethodPost, Path: patients,
			Body: registration(object{"last_name": "", "sex": "x"}), Status: unprocessable,
			WantErrors: []string{"/doctor_id required", "/last_name too_short", "/sex not_found"}},
		post("too old", registration(object{"date_of_birth": "1890-01-01"}), unprocessable, "/date_of_birth out_of_range"),
		post("more smoking than life", registration(object{
			"date_of_birth": wait.Today().AddDate(-10, 0, 0).Format(time.DateOnly), "health_profile": object{"smoking_status": "current", "smoking_years": 11},
		}), unprocessable, "/health_profile/smoking_years out_of_range"),
		post("no date", registration(object{"date_of_birth": "1990-02-30"}), unprocessable, "/date_of_birth format"),
		post("NUL", `{"first_name":"a\u0000b","last_name":"b","date_of_birth":"1990-01-01","sex":"male"}`, bad, " invalid"),
		post("no JSON", `{"first_name":`, bad, " invalid"),
		post("a list", `[]`, unprocessable, " type"),
		post("nothing", ``, bad),
		post("too much", `{"first_name":"`+strings.Repeat("a", 300_000)+`"}`, http.StatusRequestEntityTooLarge),
		{Name: "another content type", As: apitest.Doctor, Method: http.MethodPost, Path: patients, Body: "first_name=a",
			Header: map[string]string{"Content-Type": "text/csv"}, Status: http.StatusUnsupportedMediaType, WantErrors: []string{" invalid"}},
	})
}
