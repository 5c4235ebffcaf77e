package serviceaccounts_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

const (
	accounts   = "/api/v1/cms/service-accounts"
	tokens     = "/api/v1/auth/token" //nolint:gosec // a path
	introspect = "/api/v1/auth/introspect"
)

type created struct {
	ID           string
	ClientSecret string `json:"client_secret"`
	Scopes       []string
	Version      int
	Secrets      []struct{ ID string }
}

// machine makes a service account of the role editor.
func machine(t *testing.T, app *apitest.App, name string, scopes ...string) created {
	t.Helper()
	return machineOf(t, app, name, "editor", scopes...)
}

func machineOf(t *testing.T, app *apitest.App, name, role string, scopes ...string) created {
	t.Helper()
	var made created
	app.Run(t, []apitest.Scenario{{
		Name: "make " + name, As: apitest.Admin, Method: http.MethodPost, Path: accounts, Status: http.StatusCreated,
		Body:  map[string]any{"name": name, "role": role, "scopes": scopes},
		Check: func(t *testing.T, answer *httptest.ResponseRecorder) { made = apitest.Decode[created](t, answer) },
	}})
	return made
}

// post sends a form with the credentials in the Authorization header.
func post(t *testing.T, app *apitest.App, path, id, secret string, form url.Values) *httptest.ResponseRecorder {
	t.Helper()
	request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, path, strings.NewReader(form.Encode()))
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if id != "" {
		request.SetBasicAuth(url.QueryEscape(id), url.QueryEscape(secret))
	}
	return app.Do(request)
}

var grant = url.Values{"grant_type": {"client_credentials"}}

func accessToken(t *testing.T, app *apitest.App, id, secret string) string {
	t.Helper()
	answer := post(t, app, tokens, id, secret, grant)
	require.Equal(t, http.StatusOK, answer.Code, answer.Body.String())
	return apitest.Decode[map[string]any](t, answer)["access_token"].(string)
}

func status(t *testing.T, app *apitest.App, token, path string) int {
	t.Helper()
	request := httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil)
	request.Header.Set("Authorization", "Bearer "+token)
	return app.Do(request).Code
}

func TestMachinesDoWhatTheirScopesAllow(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	m := machine(t, app, "laboratory", "patients:read", "doctors:read")
	assert.Regexp(t, `^phs_[A-Z2-7]{52}$`, m.ClientSecret)

	answer := post(t, app, tokens, m.ID, m.ClientSecret, url.Values{"grant_type": {"client_credentials"}, "scope": {"patients:read"}})
	require.Equal(t, http.StatusOK, answer.Code, answer.Body.String())
	got := apitest.Decode[map[string]any](t, answer)
	assert.Equal(t, "Bearer", got["token_type"])
	assert.Equal(t, "patients:read", got["scope"])
	assert.NotContains(t, got, "refresh_token")
	assert.Equal(t, "no-store", answer.Header().Get("Cache-Control"))
	assert.Equal(t, http.StatusOK, status(t, app, got["access_token"].(string), "/api/v1/patients"))
	assert.Equal(t, http.StatusForbidden, status(t, app, got["access_token"].(string), "/api/v1/analytics/dashboard-overview"))
	assert.Equal(t, http.StatusForbidden, status(t, app, got["access_token"].(string), accounts))

	posted := post(t, app, tokens, "", "", url.Values{"grant_type": {"client_credentials"}, "client_id": {m.ID}, "client_secret": {m.ClientSecret}})
	assert.Equal(t, "doctors:read patients:read", apitest.Decode[map[string]any](t, posted)["scope"])
	assert.Equal(t, 1, fixture.Value[int](t, app.Env.DB, "SELECT count(*)::int FROM service_accounts WHERE last_used_at > now() - interval '1 minute'"))
	assert.Zero(t, fixture.Value[int](t, app.Env.DB, "SELECT count(*)::int FROM service_account_secrets WHERE encode(secret_hash, 'escape') LIKE '%phs_%'"))
}

func TestTokenRefusals(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	m := machine(t, app, "laboratory", "patients:read")
	for name, c := range map[string]struct {
		id, secret string
		form       url.Values
		status     int
		error      string
	}{
		"wrong secret":            {m.ID, "phs_WRONG", grant, http.StatusUnauthorized, "invalid_client"},
		"no secret":               {m.ID, "", grant, http.StatusUnauthorized, "invalid_client"},
		"unknown client":          {"0199aa00-0000-7000-8000-000000000000", m.ClientSecret, grant, http.StatusUnauthorized, "invalid_client"},
		"no client":               {"", "", grant, http.StatusUnauthorized, "invalid_client"},
		"a person's account":      {apitest.Admin, apitest.Password, grant, http.StatusUnauthorized, "invalid_client"},
		"a scope it doesn't have": {m.ID, m.ClientSecret, url.Values{"grant_type": {"client_credentials"}, "scope": {"patients:update"}}, http.StatusBadRequest, "invalid_scope"},
		"a scope of nothing":      {m.ID, m.ClientSecret, url.Values{"grant_type": {"client_credentials"}, "scope": {"root"}}, http.StatusBadRequest, "invalid_scope"},
		"another grant":           {m.ID, m.ClientSecret, url.Values{"grant_type": {"password"}}, http.StatusBadRequest, "unsupported_grant_type"},
		"no grant":                {m.ID, m.ClientSecret, url.Values{"scope": {"patients:read"}}, http.StatusBadRequest, "invalid_request"},
		"credentials twice":       {m.ID, m.ClientSecret, url.Values{"grant_type": {"client_credentials"}, "client_secret": {"x"}}, http.StatusBadRequest, "invalid_request"},
		"another account's id":    {m.ID, m.ClientSecret, url.Values{"grant_type": {"client_credentials"}, "client_id": {apitest.Admin}}, http.StatusBadRequest, "invalid_request"},
		"a parameter two times":   {m.ID, m.ClientSecret, url.Values{"grant_type": {"client_credentials", "client_credentials"}}, http.StatusBadRequest, "invalid_request"},
	} {
		answer := post(t, app, tokens, c.id, c.secret, c.form)
		assert.Equal(t, c.status, answer.Code, name)
		body := apitest.Decode[map[string]any](t, answer)
		assert.Equal(t, c.error, body["error"], name)
		assert.NotEmpty(t, body["error_description"], name)
		assert.Equal(t, "/problems/"+c.error, body["type"], name)
		if c.status == http.StatusUnauthorized {
			assert.Contains(t, answer.Header().Get("WWW-Authenticate"), "Basic", name)
		}
	}
}

func TestTokensAreAskedForByForm(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	m := machine(t, app, "laboratory", "patients:read")
	for _, path := range []string{tokens, introspect} {
		for contentType, want := range map[string]int{
			"application/json": http.StatusUnsupportedMediaType, "text/plain": http.StatusUnsupportedMediaType,
			"": http.StatusUnsupportedMediaType, "application/x-www-form-urlencoded; charset=UTF-8": http.StatusOK,
		} {
			form := url.Values{"grant_type": {"client_credentials"}, "token": {accessToken(t, app, m.ID, m.ClientSecret)}}
			request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, path, strings.NewReader(form.Encode()))
			request.Header.Set("Content-Type", contentType)
			request.SetBasicAuth(m.ID, m.ClientSecret)
			assert.Equal(t, want, app.Do(request).Code, "%s %s", path, contentType)
		}
	}
}

func TestSecretsRotateWithOverlap(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	m := machine(t, app, "laboratory", "patients:read")
	var second created
	add := apitest.Scenario{Name: "add", As: apitest.Admin, Method: http.MethodPost, Path: accounts + "/" + m.ID + "/secrets",
		Body: map[string]any{"overlap_seconds": 3600}, Status: http.StatusCreated,
		Check: func(t *testing.T, answer *httptest.ResponseRecorder) { second = apitest.Decode[created](t, answer) }}
	third := add
	third.Name, third.Status, third.Check = "not a third", http.StatusConflict, nil
	app.Run(t, []apitest.Scenario{add, third})

	old := accessToken(t, app, m.ID, m.ClientSecret)
	current := accessToken(t, app, m.ID, second.ClientSecret)
	app.Run(t, []apitest.Scenario{
		{Name: "expiry is shown, values are not", As: apitest.Admin, Path: accounts + "/" + m.ID, Status: http.StatusOK,
			Contains: []string{second.ID}, Excludes: []string{m.ClientSecret, second.ClientSecret, "client_secret"}},
		{Name: "of another account", As: apitest.Admin, Method: http.MethodDelete, Status: http.StatusNotFound,
			Path: accounts + "/" + machine(t, app, "other", "patients:read").ID + "/secrets/" + m.Secrets[0].ID},
		{Name: "end the old one", As: apitest.Admin, Method: http.MethodDelete, Status: http.StatusNoContent,
			Path: accounts + "/" + m.ID + "/secrets/" + m.Secrets[0].ID},
	})
	assert.Equal(t, http.StatusUnauthorized, post(t, app, tokens, m.ID, m.ClientSecret, grant).Code)
	assert.Equal(t, http.StatusOK, post(t, app, tokens, m.ID, second.ClientSecret, grant).Code)
	wait.Within(t, time.Second, func() bool { return status(t, app, old, "/api/v1/patients") == http.StatusUnauthorized }, "a token of the ended secret")
	assert.Equal(t, http.StatusOK, status(t, app, current, "/api/v1/patients"))

	_, err := app.Env.DB.ExecContext(t.Context(), "UPDATE service_account_secrets SET expires_at = now() - interval '1 second' WHERE id = $1", second.ID)
	require.NoError(t, err)
	assert.Equal(t, http.StatusUnauthorized, post(t, app, tokens, m.ID, second.ClientSecret, grant).Code, "expired")
}

// A secret that leaked is replaced without overlap, which is not the same as leaving the overlap to the default.
func TestASecretIsReplacedAtOnce(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	for body, want := range map[string]int{`{"overlap_seconds":0}`: http.StatusUnauthorized, `{}`: http.StatusOK} {
		m := machine(t, app, "laboratory "+body, "patients:read")
		old := accessToken(t, app, m.ID, m.ClientSecret)
		app.Run(t, []apitest.Scenario{{Name: body, As: apitest.Admin, Method: http.MethodPost, Path: accounts + "/" + m.ID + "/secrets",
			Body: body, Status: http.StatusCreated}})
		assert.Equal(t, want, post(t, app, tokens, m.ID, m.ClientSecret, grant).Code, body)
		wait.Until(t, func() bool { return status(t, app, old, "/api/v1/patients") == want }, "its token: "+body)
	}
}

// A role that has lost a permission must not keep its machines from being shut out.
func TestAnAccountWithMoreScopesThanItsRoleCanBeDisabled(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	m := machine(t, app, "laboratory", "patients:read", "analytics:read")
	_, err := app.Env.DB.ExecContext(t.Context(), `DELETE FROM cms_role_permissions USING cms_permissions p
		WHERE p.id = permission_id AND p.resource = 'analytics' AND role_id = (SELECT id FROM cms_roles WHERE code = 'editor')`)
	require.NoError(t, err)
	path, patch := accounts+"/"+m.ID, map[string]string{"Content-Type": "application/merge-patch+json", "If-Match": "*"}
	change := func(name, body string, status int, errors ...string) apitest.Scenario {
		return apitest.Scenario{Name: name, As: apitest.Admin, Method: http.MethodPatch, Path: path, Header: patch, Body: body,
			Status: status, WantErrors: errors}
	}
	app.Run(t, []apitest.Scenario{
		change("a scope that it never had", `{"scopes":["patients:read","audit:read"]}`, http.StatusUnprocessableEntity, "/scopes/1 not_allowed"),
		change("the role again, with the scope", `{"role":"editor","scopes":["patients:read","analytics:read"]}`, http.StatusUnprocessableEntity, "/scopes/1 not_allowed"),
		change("disable", `{"active":false}`, http.StatusOK),
		change("without the scope", `{"scopes":["patients:read"]}`, http.StatusOK),
		change("the scope is gone", `{"scopes":["patients:read","analytics:read"]}`, http.StatusUnprocessableEntity, "/scopes/1 not_allowed"),
	})
}

func TestChangesOfAnAccountAreFeltWithinASecond(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	m := machine(t, app, "laboratory", "patients:read", "analytics:read")
	bearer := accessToken(t, app, m.ID, m.ClientSecret)
	change := func(name, body string) {
		t.Helper()
		version := apitest.Get[created](t, app, apitest.Admin, accounts+"/"+m.ID).Version
		app.Run(t, []apitest.Scenario{{Name: name, As: apitest.Admin, Method: http.MethodPatch, Path: accounts + "/" + m.ID,
			Header: map[string]string{"If-Match": fmt.Sprintf("\"v%d\"", version), "Content-Type": "application/merge-patch+json"},
			Body:   body, Status: http.StatusOK}})
	}
	soon := func(path string, want int) {
		t.Helper()
		wait.Within(t, time.Second, func() bool { return status(t, app, bearer, path) == want }, path)
	}
	path := accounts + "/" + m.ID
	patch := map[string]string{"Content-Type": "application/merge-patch+json"}
	stale := map[string]string{"Content-Type": "application/merge-patch+json", "If-Match": `"v99"`}
	app.Run(t, []apitest.Scenario{
		{Name: "without If-Match", As: apitest.Admin, Method: http.MethodPatch, Path: path, Header: patch, Body: `{"active":false}`,
			Status: http.StatusPreconditionRequired},
		{Name: "another version", As: apitest.Admin, Method: http.MethodPatch, Path: path, Header: stale, Body: `{"active":false}`,
			Status: http.StatusPreconditionFailed},
	})
	change("fewer scopes", `{"scopes":["patients:read"]}`)
	soon("/api/v1/analytics/dashboard-overview", http.StatusForbidden)
	assert.Equal(t, http.StatusOK, status(t, app, bearer, "/api/v1/patients"))
	change("disable", `{"active":false}`)
	soon("/api/v1/patients", http.StatusUnauthorized)
	assert.Equal(t, http.StatusUnauthorized, post(t, app, tokens, m.ID, m.ClientSecret, grant).Code)
	change("enable", `{"active":true}`)
	soon("/api/v1/patients", http.StatusOK)
}

func TestNobodyGainsRightsThroughAMachine(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	apitest.StaffWith(t, app.Env.DB, "staff-clerk@example.org", "accounts:create", "accounts:update", "accounts:read", "patients:read")
	m := machine(t, app, "powerful", "patients:read", "doctors:read")
	app.Run(t, []apitest.Scenario{
		{Name: "make one with more", As: "staff-clerk@example.org", Method: http.MethodPost, Path: accounts, Status: http.StatusForbidden,
			Body: map[string]any{"name": "mine", "role": "editor", "scopes": []string{"patients:read", "doctors:read"}}},
		{Name: "make one with as much", As: "staff-clerk@example.org", Method: http.MethodPost, Path: accounts, Status: http.StatusCreated,
			Body: map[string]any{"name": "mine", "role": "editor", "scopes": []string{"patients:read"}}},
		{Name: "a secret of one with more", As: "staff-clerk@example.org", Method: http.MethodPost, Path: accounts + "/" + m.ID + "/secrets",
			Body: map[string]any{}, Status: http.StatusForbidden, Excludes: []string{"phs_"}},
		{Name: "editor", As: apitest.Editor, Method: http.MethodPost, Path: accounts, Status: http.StatusForbidden,
			Body: map[string]any{"name": "x", "role": "editor", "scopes": []string{"patients:read"}}},
		{Name: "doctor", As: apitest.Doctor, Path: accounts, Status: http.StatusForbidden},
		{Name: "anonymous", Path: accounts, Status: http.StatusUnauthorized},
		{Name: "a scope the role lacks, an unknown role, no name", As: apitest.Admin, Method: http.MethodPost, Path: accounts,
			Body: map[string]any{"name": " ", "role": "nobody", "scopes": []string{"x"}}, Status: http.StatusUnprocessableEntity,
			WantErrors: []string{"/name blank", "/role not_found"}},
		{Name: "beyond the role", As: apitest.Admin, Method: http.MethodPost, Path: accounts,
			Body: map[string]any{"name": "y", "role": "editor", "scopes": []string{"patients:read", "audit:read"}}, Status: http.StatusUnprocessableEntity,
			WantErrors: []string{"/scopes/1 not_allowed"}},
		{Name: "name taken", As: apitest.Admin, Method: http.MethodPost, Path: accounts, Status: http.StatusConflict,
			Body: map[string]any{"name": "powerful", "role": "editor", "scopes": []string{"patients:read"}}, WantErrors: []string{"/name taken"}},
	})
}

// The tokens of others are for gateways; whether one is valid shows in nothing for the rest.
func TestOnlyGatewaysIntrospectTheTokensOfOthers(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	m := machine(t, app, "laboratory", "patients:read")
	other := machine(t, app, "pharmacy", "patients:read")
	for name, c := range map[string]struct {
		token  string
		status int
	}{
		"its own":           {accessToken(t, app, m.ID, m.ClientSecret), http.StatusOK},
		"another machine's": {accessToken(t, app, other.ID, other.ClientSecret), http.StatusForbidden},
		"a doctor's":        {app.Token(t, apitest.Doctor), http.StatusForbidden},
		"nonsense":          {"ey.ey.ey", http.StatusForbidden},
	} {
		answer := post(t, app, introspect, m.ID, m.ClientSecret, url.Values{"token": {c.token}})
		assert.Equal(t, c.status, answer.Code, name)
		if c.status == http.StatusForbidden {
			body := apitest.Decode[map[string]any](t, answer)
			assert.Equal(t, "insufficient_scope", body["error"], name)
			assert.NotContains(t, body, "active", name)
		}
	}
}

func TestIntrospection(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	m := machineOf(t, app, "gateway", "admin", "accounts:introspect")
	ask := func(bearer string) map[string]any {
		t.Helper()
		answer := post(t, app, introspect, m.ID, m.ClientSecret, url.Values{"token": {bearer}})
		require.Equal(t, http.StatusOK, answer.Code, answer.Body.String())
		return apitest.Decode[map[string]any](t, answer)
	}
	doctor := ask(app.Token(t, apitest.Doctor))
	assert.Equal(t, true, doctor["active"])
	assert.Equal(t, "doctor", doctor["user_type"])
	assert.Equal(t, w.Doctor.String(), doctor["reference_id"])
	assert.Equal(t, "predicthealth", doctor["aud"])
	assert.Contains(t, ask(app.Token(t, apitest.Editor))["scope"], "patients:read")
	assert.Equal(t, m.ID, ask(accessToken(t, app, m.ID, m.ClientSecret))["client_id"])
	inactive := map[string]any{"active": false}
	delete(doctor, "$schema")
	for name, bearer := range map[string]string{"nonsense": "ey.ey.ey", "its secret": m.ClientSecret} {
		assert.Equal(t, inactive, ask(bearer), name)
	}
	assert.Equal(t, http.StatusUnauthorized, post(t, app, introspect, m.ID, "wrong", url.Values{"token": {"x"}}).Code)
	assert.Equal(t, http.StatusBadRequest, post(t, app, introspect, m.ID, m.ClientSecret, url.Values{}).Code)
}
