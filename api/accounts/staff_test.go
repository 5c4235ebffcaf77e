package accounts_test

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

type object = map[string]any

const invitee = "ina@example.org"

var anyVersion = map[string]string{"If-Match": "*"}

func newMember(changes object) object {
	body := object{"email": invitee, "first_name": "Ina", "last_name": "Invited", "role": "editor"}
	for name, value := range changes {
		body[name] = value
	}
	return body
}

func signInStaff(email, password string, status int) apitest.Scenario {
	return apitest.Scenario{Name: "sign in", Method: http.MethodPost, Path: "/api/v1/cms/auth/login",
		Body: object{"email": email, "password": password}, Status: status}
}

func TestStaffIsInvited(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	var location string
	app.Run(t, []apitest.Scenario{
		{Name: "invite", As: apitest.Admin, Method: http.MethodPost, Path: staff, Body: newMember(object{"email": " Ina@Example.org"}), Status: http.StatusCreated,
			Contains: []string{`"email":"` + invitee + `"`, `"role":"editor"`, `"active":true`, `"verified":false`, `"password_changed_at":null`},
			Excludes: []string{"token", "hash"},
			Check:    func(_ *testing.T, answer *httptest.ResponseRecorder) { location = answer.Header().Get("Location") }},
		signInStaff(invitee, "", http.StatusUnauthorized),
	})
	first := app.Mails(t, invitee, 1)[0]
	assert.Equal(t, "You are invited to PredictHealth", first.Subject)
	assert.Contains(t, first.Text, apitest.PublicURL+"/cms/reset-password#token=")
	again := func(status int, contains string) {
		t.Helper()
		app.Run(t, []apitest.Scenario{{Name: "again", As: apitest.Admin, Method: http.MethodPost, Path: location + "/invitation",
			Status: status, Contains: []string{contains}}})
	}
	act := func(verb string) {
		app.Run(t, []apitest.Scenario{{Name: verb, As: apitest.Admin, Method: http.MethodPost, Path: location + "/" + verb, Status: http.StatusOK}})
	}
	act("disable")
	again(http.StatusConflict, "/problems/account_disabled")
	act("enable")
	again(http.StatusOK, invitee)
	second := app.Mails(t, invitee, 2)[1].Token(t)
	choose := func(token string, status int, errs ...string) apitest.Scenario {
		return apitest.Scenario{Name: "choose", Method: http.MethodPost, Path: "/api/v1/cms/auth/reset-password",
			Body: object{"token": token, "new_password": apitest.Password}, Status: status, WantErrors: errs}
	}
	app.Run(t, []apitest.Scenario{
		choose(first.Token(t), http.StatusUnprocessableEntity, "/token invalid"),
		choose(second, http.StatusNoContent),
		signInStaff(invitee, apitest.Password, http.StatusOK),
		{Name: "work", As: apitest.Admin, Path: location, Status: http.StatusOK, Contains: []string{`"verified":true`}},
	})
	again(http.StatusConflict, "/problems/has_password")
	assert.Equal(t, []string{"account.create", "account.disable", "account.enable", "account.invite", "password.reset", "auth.login", "account.read"},
		actions(t, app, location[len(staff)+1:]))
	assert.NotContains(t, app.Log.String(), second)
}

// actions are those on an account, in their order.
func actions(t *testing.T, app *apitest.App, id string) (found []string) {
	t.Helper()
	for _, e := range app.Events(t) {
		if e.EntityID == id && e.Outcome == "success" {
			found = append(found, e.Action)
		}
	}
	return found
}

func TestWhoMayInvite(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	const manager = "staff-manager@example.org"
	apitest.StaffWith(t, app.Env.DB, manager, "cms_users:read", "cms_users:create", "patients:read")
	ask := func(name, as string, body any, status int, errs ...string) apitest.Scenario {
		return apitest.Scenario{Name: name, As: as, Method: http.MethodPost, Path: staff, Body: body, Status: status, WantErrors: errs}
	}
	app.Run(t, []apitest.Scenario{
		ask("anonymous", "", newMember(nil), http.StatusUnauthorized),
		ask("doctor", apitest.Doctor, newMember(nil), http.StatusForbidden),
		ask("editor", apitest.Editor, newMember(nil), http.StatusForbidden),
		ask("who lacks what the role permits", manager, newMember(object{"role": "admin"}), http.StatusForbidden),
		ask("all fields at fault", apitest.Admin, object{"email": "x", "first_name": " ", "role": "king", "active": false, "password": "x"},
			http.StatusUnprocessableEntity, "/email format", "/first_name blank", "/last_name required", "/role not_found", "/active unexpected", "/password unexpected"),
		ask("an address that is taken", apitest.Admin, newMember(object{"email": "EDITOR@example.org"}), http.StatusConflict, "/email taken"),
	})
	assert.Zero(t, fixture.Value[int](t, app.Env.DB, "SELECT count(*)::int FROM mail_queue"))
	own := fixture.Value[string](t, app.Env.DB, "SELECT code FROM cms_roles WHERE name = 'staff_manager_example_org'")
	app.Run(t, []apitest.Scenario{ask("one's own role", manager, newMember(object{"role": own}), http.StatusCreated)})
	missing := staff + "/" + uuid.NewString() + "/invitation"
	app.Run(t, []apitest.Scenario{
		{Name: "nobody", As: apitest.Admin, Method: http.MethodPost, Path: missing, Status: http.StatusNotFound},
		{Name: "of the other realm", As: apitest.Admin, Method: http.MethodPost, Status: http.StatusNotFound,
			Path: staff + "/" + id(t, app, "users", apitest.Doctor).String() + "/invitation"},
		{Name: "staff without the right to update", As: manager, Method: http.MethodPost, Status: http.StatusForbidden,
			Path: staff + "/" + id(t, app, "cms_users", invitee).String() + "/invitation"},
	})
}

func changeOf(app *apitest.App, t *testing.T, as, email string, body any, status int, contains ...string) apitest.Scenario {
	t.Helper()
	return apitest.Scenario{Name: as + " changes " + email, As: as, Method: http.MethodPatch, Header: anyVersion, Body: body, Status: status,
		Contains: contains, Path: staff + "/" + id(t, app, "cms_users", email).String()}
}

func TestStaffIsChanged(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	path := staff + "/" + id(t, app, "cms_users", apitest.Editor).String()
	with := func(name, etag string, body any, status int, errs ...string) apitest.Scenario {
		s := changeOf(app, t, apitest.Admin, apitest.Editor, body, status)
		s.Name, s.WantErrors, s.Header = name, errs, map[string]string{"If-Match": etag}
		return s
	}
	app.Run(t, []apitest.Scenario{
		with("no version", "", object{"last_name": "Ed"}, http.StatusPreconditionRequired),
		with("rename", `"v1"`, object{"last_name": "Ed"}, http.StatusOK),
		with("stale", `"v1"`, object{"last_name": "Eddy"}, http.StatusPreconditionFailed),
		with("all fields at fault", "*", object{"first_name": nil, "last_name": " ", "role": "king"}, http.StatusUnprocessableEntity,
			"/first_name required", "/last_name blank", "/role not_found"),
		with("what is not to be changed", "*", object{"email": "x@example.org", "active": false}, http.StatusUnprocessableEntity,
			"/email unexpected", "/active unexpected"),
		{Name: "read", As: apitest.Admin, Path: path, Status: http.StatusOK,
			Contains: []string{`"last_name":"Ed"`, `"first_name":"Stella"`, `"role":"editor"`, `"version":2`}},
	})
}

// A role is felt by the tokens that somebody has.
func TestAnotherRoleIsFelt(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	roles := func(status int) {
		t.Helper()
		request := app.Request(t, apitest.Scenario{As: apitest.Editor, Path: "/api/v1/cms/roles"})
		wait.Within(t, time.Second, func() bool { return app.Do(request).Code == status })
	}
	roles(http.StatusForbidden)
	app.Run(t, []apitest.Scenario{changeOf(app, t, apitest.Admin, apitest.Editor, object{"role": "admin"}, http.StatusOK, `"role":"admin"`)})
	roles(http.StatusOK)
	app.Run(t, []apitest.Scenario{changeOf(app, t, apitest.Admin, apitest.Editor, object{"role": "editor"}, http.StatusOK, `"role":"editor"`)})
	roles(http.StatusForbidden)
	events := app.Events(t, "account.update")
	require.Len(t, events, 2)
	assert.JSONEq(t, `{"fields": ["role"], "from": "editor", "to": "admin"}`, string(events[0].Payload))
}

func TestNobodyRaisesAnybodyAboveThemselves(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	const manager, reader = "staff-manager@example.org", "staff-reader@example.org"
	apitest.StaffWith(t, app.Env.DB, manager, "cms_users:read", "cms_users:update", "patients:read")
	apitest.StaffWith(t, app.Env.DB, reader, "patients:read")
	const forbidden = http.StatusForbidden
	app.Run(t, []apitest.Scenario{
		changeOf(app, t, manager, manager, object{"role": "admin"}, forbidden),
		changeOf(app, t, manager, reader, object{"role": "editor"}, forbidden),
		changeOf(app, t, manager, apitest.Admin, object{"role": "staff_reader_example_org"}, forbidden),
		changeOf(app, t, manager, apitest.Editor, object{"role": "staff_manager_example_org"}, forbidden),
		changeOf(app, t, reader, reader, object{"last_name": "Mine"}, forbidden),
		changeOf(app, t, apitest.Doctor, reader, object{"last_name": "Mine"}, forbidden),
		changeOf(app, t, manager, apitest.Editor, object{"last_name": "Ed", "role": "editor"}, forbidden),
		changeOf(app, t, manager, reader, object{"last_name": "Read"}, http.StatusOK),
		changeOf(app, t, manager, reader, object{"role": "staff_manager_example_org"}, http.StatusOK),
		changeOf(app, t, manager, manager, object{"role": "staff_reader_example_org"}, http.StatusOK),
	})
}

func TestAnAdministratorStays(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	const second, third = "staff-second@example.org", "staff-third@example.org"
	leave := object{"role": "editor"}
	app.Run(t, []apitest.Scenario{changeOf(app, t, apitest.Admin, apitest.Admin, leave, http.StatusConflict, "/problems/last_administrator")})
	apitest.Staff(t, app.Env.DB, second, "admin")
	apitest.Staff(t, app.Env.DB, third, "admin")
	_, err := app.Env.DB.ExecContext(t.Context(), "UPDATE cms_users SET active = false WHERE email = $1", third)
	require.NoError(t, err)
	// Each of the two that are left takes the role from the other at the same moment.
	leaving := []*http.Request{
		app.Request(t, changeOf(app, t, apitest.Admin, second, leave, 0)), app.Request(t, changeOf(app, t, second, apitest.Admin, leave, 0)),
	}
	var both sync.WaitGroup
	for _, request := range leaving {
		both.Go(func() { app.Do(request) })
	}
	both.Wait()
	assert.Equal(t, 1, fixture.Value[int](t, app.Env.DB,
		"SELECT count(*)::int FROM cms_users u JOIN cms_roles r ON r.id = u.role_id WHERE u.active AND r.code = 'admin'"))
}
