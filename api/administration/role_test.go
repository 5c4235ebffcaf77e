package administration_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

const (
	roles   = "/api/v1/cms/roles"
	manager = "staff-manager@example.org"
)

func create(name, as string, body any, status int, wantErrors ...string) apitest.Scenario {
	return apitest.Scenario{Name: name, As: as, Method: http.MethodPost, Path: roles, Body: body, Status: status, WantErrors: wantErrors}
}

func remove(name, code string, status int, contains ...string) apitest.Scenario {
	return apitest.Scenario{Name: name, As: apitest.Admin, Method: http.MethodDelete, Path: roles + "/" + code,
		Header: map[string]string{"If-Match": "*"}, Status: status, Contains: contains}
}

func TestRolesAreMadeChangedAndDeleted(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	desk := map[string]any{"code": "front_desk", "name": "Front desk", "permissions": []string{"patients:read", "doctors:read"}}
	made := create("make", apitest.Admin, desk, http.StatusCreated)
	made.Contains = []string{`"permissions":["doctors:read","patients:read"]`, `"built_in":false`}
	made.WantHeader = map[string]string{"Location": roles + "/front_desk", "ETag": `"v1"`}
	app.Run(t, []apitest.Scenario{
		{Name: "permissions", As: apitest.Admin, Path: "/api/v1/cms/permissions", Status: http.StatusOK,
			Contains: []string{`{"name":"patients:validate","resource":"patients","action":"validate"}`}},
		{Name: "the editor", As: apitest.Editor, Path: roles, Status: http.StatusForbidden},
		made,
		create("again", apitest.Admin, desk, http.StatusConflict, "/code taken"),
		create("all mistakes", apitest.Admin, map[string]any{"code": "Front Desk", "name": " ", "permissions": []string{"patients:cure"}},
			http.StatusUnprocessableEntity, "/code format", "/name blank", "/permissions/0 not_found"),
		patch("change", apitest.Admin, roles+"/front_desk", `"v1"`, map[string]any{"permissions": []string{"patients:read"}}, http.StatusOK),
		patch("stale", apitest.Admin, roles+"/front_desk", `"v1"`, map[string]any{"name": "Desk"}, http.StatusPreconditionFailed),
		{Name: "changed", As: apitest.Admin, Path: roles + "/front_desk", Status: http.StatusOK,
			Contains: []string{`"permissions":["patients:read"]`}, WantHeader: map[string]string{"ETag": `"v2"`}},
		patch("describe", apitest.Admin, roles+"/front_desk", `"v2"`, map[string]any{"description": "Who greets you"}, http.StatusOK),
		patch("no description", apitest.Admin, roles+"/front_desk", `"v3"`, map[string]any{"description": nil}, http.StatusOK),
		{Name: "what can't be a code", As: apitest.Admin, Path: roles + "/%ff%00", Status: http.StatusUnprocessableEntity, WantErrors: []string{"/code format"}},
		{Name: "the matrix", As: apitest.Admin, Path: roles, Status: http.StatusOK, Contains: []string{`"front_desk"`, `"code":"editor"`}},
	})
	apitest.Staff(t, app.Env.DB, "staff-desk@example.org", "front_desk")
	app.Run(t, []apitest.Scenario{remove("in use", "front_desk", http.StatusConflict, "/problems/in_use")})
	_, err := app.Env.DB.ExecContext(t.Context(), "DELETE FROM cms_users WHERE email = 'staff-desk@example.org'")
	require.NoError(t, err)
	app.Run(t, []apitest.Scenario{
		remove("unused", "front_desk", http.StatusNoContent),
		remove("gone", "front_desk", http.StatusNotFound),
		remove("built in", "editor", http.StatusConflict, "/problems/built_in"),
		patch("the administrators' stay", apitest.Admin, roles+"/admin", "*", map[string]any{"permissions": []string{"patients:read"}}, http.StatusConflict),
	})
	assert.Len(t, app.Events(t, "role.create", "role.update", "role.delete"), 5)
}

func TestNobodyGivesWhatTheyLack(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	apitest.StaffWith(t, app.Env.DB, manager, "roles:create", "roles:read", "roles:update", "patients:read")
	more := patch("to their own role", manager, roles+"/staff_manager_example_org", "*",
		map[string]any{"permissions": []string{"roles:update", "settings:update"}}, http.StatusForbidden)
	more.WantErrors = []string{"/permissions/1 forbidden"}
	app.Run(t, []apitest.Scenario{
		create("a new role", manager, map[string]any{"code": "mine", "name": "Mine", "permissions": []string{"patients:read", "audit:read"}},
			http.StatusForbidden, "/permissions/1 forbidden"),
		more,
		create("what they have", manager, map[string]any{"code": "mine", "name": "Mine", "permissions": []string{"patients:read"}}, http.StatusCreated),
		{Name: "no deleting", As: manager, Method: http.MethodDelete, Path: roles + "/mine", Header: map[string]string{"If-Match": "*"}, Status: http.StatusForbidden},
	})
}

func TestARolesChangeIsFeltEverywhere(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	app := apitest.On(t, env)
	other := apitest.On(t, env, apitest.Beside(app))
	apitest.NewWorld(t, env.DB)
	apitest.StaffWith(t, env.DB, manager, "analytics:read")
	require.Equal(t, http.StatusOK, get(t, other, manager, "/api/v1/analytics/dashboard-overview").Code)
	app.Run(t, []apitest.Scenario{patch("take", apitest.Admin, roles+"/staff_manager_example_org", "*",
		map[string]any{"permissions": []string{}}, http.StatusOK)})
	wait.Within(t, time.Second, func() bool {
		return get(t, other, manager, "/api/v1/analytics/dashboard-overview").Code == http.StatusForbidden
	})
}
