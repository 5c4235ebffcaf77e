package patients_test

import (
	"maps"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
)

const (
	register = "/api/v1/auth/register"
	self     = "nora@example.org"
)

// openApp is an App where patients may register by themselves.
func openApp(t *testing.T, changes ...apitest.Change) (*apitest.App, apitest.World) {
	t.Helper()
	app := apitest.New(t, append(changes, apitest.Setting(t, "auth.self_registration.enabled", "true"))...)
	return app, apitest.NewWorld(t, app.Env.DB)
}

// selfRegistration is a body that is right; more replaces some of its fields, or adds to them.
func selfRegistration(w apitest.World, email string, more object) object {
	body := registration(object{"doctor_id": w.Doctor, "institution_id": w.Hospital, "account": object{"email": email}})
	maps.Copy(body, more)
	return body
}

func ask(app *apitest.App, t *testing.T, path string, body object) *httptest.ResponseRecorder {
	t.Helper()
	return app.Do(app.Request(t, apitest.Scenario{Method: http.MethodPost, Path: path, Body: body}))
}

func signIn(app *apitest.App, t *testing.T, email, password string) int {
	t.Helper()
	return ask(app, t, "/api/v1/auth/login", object{"email": email, "password": password}).Code
}

func TestAPatientRegistersThemselves(t *testing.T) {
	t.Parallel()
	app, w := openApp(t)
	app.Run(t, []apitest.Scenario{{Name: "register", Method: http.MethodPost, Path: register, Status: http.StatusAccepted,
		Body: selfRegistration(w, " Nora@Example.org", object{"language": "es", "gender": "woman",
			"emergency_contact": object{"name": "Nick", "phone": "+16175550101"}, "phones": []object{{"number": "+16175550102"}}})}})
	assert.Equal(t, http.StatusUnauthorized, signIn(app, t, self, apitest.Password), "before a password is chosen")
	m := app.Mails(t, self, 1)[0]
	assert.Equal(t, "Confirme su registro", m.Subject)
	require.Equal(t, http.StatusUnprocessableEntity, ask(app, t, "/api/v1/auth/verify-email", object{"token": m.Token(t)}).Code)
	require.Equal(t, http.StatusNoContent, ask(app, t, "/api/v1/auth/reset-password", object{"token": m.Token(t), "new_password": apitest.Password}).Code)
	require.Equal(t, http.StatusOK, signIn(app, t, self, apitest.Password))
	app.Run(t, []apitest.Scenario{
		{Name: "who then asks", As: self, Path: patients + "/me", Status: http.StatusOK,
			Contains: []string{`"Nora"`, `"validation_status":"pending"`, w.Doctor.String(), `"+16175550101"`}},
	})
	created := app.Events(t, "patient.create")
	require.Len(t, created, 1)
	assert.Equal(t, "anonymous", created[0].ActorType)
	assert.NotEmpty(t, created[0].PatientID)
	assert.NotContains(t, app.Log.String(), self)
}

// Who never confirmed the address, or wasn't it, gets in through the address alone.
func TestAForgottenRegistration(t *testing.T) {
	t.Parallel()
	app, w := openApp(t)
	require.Equal(t, http.StatusAccepted, ask(app, t, register, selfRegistration(w, self, nil)).Code)
	app.Mails(t, self, 1)
	require.Equal(t, http.StatusAccepted, ask(app, t, register, selfRegistration(w, self, object{"first_name": "Norma"})).Code)
	assert.Equal(t, "You are already registered", app.Mails(t, self, 2)[1].Subject)
	require.Equal(t, http.StatusAccepted, ask(app, t, "/api/v1/auth/forgot-password", object{"email": self}).Code)
	token := app.Mails(t, self, 3)[2].Token(t)
	const next = "seven green bicycles sing"
	require.Equal(t, http.StatusNoContent, ask(app, t, "/api/v1/auth/reset-password", object{"token": token, "new_password": next}).Code)
	assert.Equal(t, http.StatusUnauthorized, signIn(app, t, self, apitest.Password))
	assert.Equal(t, http.StatusOK, signIn(app, t, self, next))
}

// Whoever registers must not learn which addresses have accounts.
func TestATakenAddressIsAnsweredAlike(t *testing.T) {
	t.Parallel()
	app, w := openApp(t)
	_, err := app.Env.DB.ExecContext(t.Context(), "UPDATE users SET active = false WHERE email = $1", apitest.Colleague)
	require.NoError(t, err)
	before := fixture.Value[int](t, app.Env.DB, "SELECT count(*)::int FROM patients")
	var first *httptest.ResponseRecorder
	for _, email := range []string{self, apitest.Patient, "DOCTOR@example.org", apitest.Colleague, self} {
		began := time.Now()
		answer := ask(app, t, register, selfRegistration(w, email, nil))
		assert.GreaterOrEqual(t, time.Since(began), 250*time.Millisecond, email)
		if first == nil {
			first = answer
		}
		assert.Equal(t, http.StatusAccepted, answer.Code, email)
		assert.Empty(t, answer.Body.String(), email)
		for name := range first.Header() {
			if name != "X-Request-Id" && !strings.HasPrefix(name, "Ratelimit") {
				assert.Equal(t, first.Header()[name], answer.Header()[name], name)
			}
		}
		assert.Len(t, answer.Header(), len(first.Header()), email)
		assert.Equal(t, http.StatusUnauthorized, signIn(app, t, strings.ToLower(email), "another one that is long"), "nor by signing in")
	}
	assert.Equal(t, before+1, fixture.Value[int](t, app.Env.DB, "SELECT count(*)::int FROM patients"))
	m := app.Mails(t, apitest.Patient, 1)[0]
	assert.Equal(t, "You are already registered", m.Subject)
	assert.Contains(t, m.Text, apitest.PublicURL+"/forgot-password\n")
	assert.Len(t, app.Events(t, "auth.register"), 4)
}

func TestRegisteringFloodsNobody(t *testing.T) {
	t.Parallel()
	app, w := openApp(t, apitest.Setting(t, "api.rate_limit.recipient_per_hour", "1"))
	for range 3 {
		assert.Equal(t, http.StatusAccepted, ask(app, t, register, selfRegistration(w, apitest.Patient, nil)).Code)
	}
	assert.Equal(t, 1, fixture.Value[int](t, app.Env.DB, "SELECT count(*)::int FROM mail_queue"))
	assert.Len(t, app.Events(t, "auth.register"), 3)
}

func TestManyRegisterTheSameAddressAtOnce(t *testing.T) {
	t.Parallel()
	app, w := openApp(t)
	codes := make([]int, 8)
	var registering sync.WaitGroup
	for i := range codes {
		request := app.Request(t, apitest.Scenario{Method: http.MethodPost, Path: register, Body: selfRegistration(w, self, nil)})
		registering.Go(func() { codes[i] = app.Do(request).Code })
	}
	registering.Wait()
	for _, code := range codes {
		assert.Equal(t, http.StatusAccepted, code)
	}
	assert.Equal(t, 1, fixture.Value[int](t, app.Env.DB, "SELECT count(*)::int FROM patients WHERE first_name = 'Nora'"))
	assert.Equal(t, 1, fixture.Value[int](t, app.Env.DB, "SELECT count(*)::int FROM mail_queue WHERE template = 'registration'"))
}

func TestRegistrationsThatAreRefused(t *testing.T) {
	t.Parallel()
	app, w := openApp(t)
	suspended := fixture.Doctor(t, app.Env.DB, fixture.Row{"institution_id": w.Hospital, "status": "suspended"})
	refused := func(name string, body any, errs ...string) apitest.Scenario {
		return apitest.Scenario{Name: name, Method: http.MethodPost, Path: register, Body: body, Status: http.StatusUnprocessableEntity, WantErrors: errs}
	}
	short := object{"phones": []object{{"number": "+491234"}}}
	// Whoever registers somebody else's address must not have chosen the password when its owner opens the link.
	password := func(email string) apitest.Scenario {
		return refused("a password for "+email, selfRegistration(w, email, object{"account": object{"email": email, "password": apitest.Password}}),
			"/account/password unexpected")
	}
	app.Run(t, []apitest.Scenario{
		refused("nothing", object{}, "/first_name required", "/last_name required", "/date_of_birth required", "/sex required",
			"/doctor_id required", "/institution_id required", "/account required"),
		refused("all fields at fault", selfRegistration(w, "x", object{"doctor_id": uuid.New(), "last_name": " ", "sex": "x", "language": "de",
			"phones": []object{{"number": "1"}}, "health_profile": object{}, "account": object{"email": "x", "password": "short"}, "verified": true}),
			"/doctor_id not_found", "/last_name blank", "/sex not_found", "/language not_allowed", "/phones/0/number format", "/health_profile unexpected",
			"/account/email format", "/account/password unexpected", "/verified unexpected"),
		refused("a suspended doctor", selfRegistration(w, self, object{"doctor_id": suspended}), "/doctor_id inactive"),
		refused("a suspended doctor, with an address that is taken", selfRegistration(w, apitest.Patient, object{"doctor_id": suspended}), "/doctor_id inactive"),
		refused("another institution", selfRegistration(w, self, object{"institution_id": w.OtherClinic}), "/institution_id other_institution"),
		password(self), password(apitest.Patient),
		// What only the database refuses.
		refused("a phone that is too short", selfRegistration(w, self, short), "/phones/0/number format"),
		refused("a phone that is too short, with an address that is taken", selfRegistration(w, apitest.Patient, short), "/phones/0/number format"),
		refused("no institution", selfRegistration(w, apitest.Patient, object{"institution_id": uuid.Nil}), "/institution_id not_found"),
	})
	assert.Zero(t, fixture.Value[int](t, app.Env.DB, "SELECT count(*)::int FROM mail_queue"))
}

func TestRegistrationIsASetting(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	body := selfRegistration(w, self, object{"doctor_id": uuid.New()})
	app.Run(t, []apitest.Scenario{{Name: "off", Method: http.MethodPost, Path: register, Body: body, Status: http.StatusForbidden,
		Contains: []string{"/problems/self_registration_off"}}})
	app.Run(t, []apitest.Scenario{{Name: "switch on", As: apitest.Admin, Method: http.MethodPatch, Path: "/api/v1/cms/settings/auth.self_registration.enabled",
		Header: map[string]string{"If-Match": "*"}, Body: object{"value": true}, Status: http.StatusOK}})
	body["doctor_id"] = w.Doctor
	require.Equal(t, http.StatusAccepted, ask(app, t, register, body).Code)
	app.Mails(t, self, 1)
}
