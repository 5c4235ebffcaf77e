package api_test

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api"
	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/internal/database"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

const (
	loginPath = "/api/v1/auth/login"
	listPath  = "/api/v1/patients"
)

// from asks from an address. A body makes it a POST.
func from(t *testing.T, app *apitest.App, ip, path, body string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	method := http.MethodGet
	if body != "" {
		method = http.MethodPost
	}
	request := httptest.NewRequestWithContext(t.Context(), method, path, strings.NewReader(body))
	request.RemoteAddr = "[" + ip + "]:1234"
	request.Header.Set("Content-Type", "application/json")
	for pair := range slices.Chunk(header, 2) {
		request.Header.Add(pair[0], pair[1])
	}
	return app.Do(request)
}

func credentials(email string) string {
	return `{"email": "` + email + `", "password": "` + apitest.Password + `"}`
}

// allowance is what a limit allows somebody, from the first request on.
type allowance struct {
	requests int // a minute
	began    time.Time
	passed   int
	refused  int
}

func allowed(requests int) *allowance {
	return &allowance{requests: requests, began: time.Now()}
}

// pass counts a request that the limit let pass.
func (a *allowance) pass(t *testing.T) {
	t.Helper()
	a.passed++
	// All at once, and one more for each share of the minute that has gone by: none on a machine of usual speed.
	given := int(time.Since(a.began) / (time.Minute / time.Duration(a.requests)))
	require.LessOrEqual(t, a.passed, a.requests+given, "beyond the limit")
}

// exhaust asks until the limit refuses, and returns the refusal.
func (a *allowance) exhaust(t *testing.T, ask func() *httptest.ResponseRecorder) *httptest.ResponseRecorder {
	t.Helper()
	for {
		answer := ask()
		if answer.Code == http.StatusTooManyRequests {
			a.refused++
			require.GreaterOrEqual(t, a.passed, a.requests, "short of the limit")
			return answer
		}
		a.pass(t)
	}
}

func TestSignInsAreLimitedByAddress(t *testing.T) {
	t.Parallel()
	app := apitest.New(t, apitest.Setting(t, "api.rate_limit.login_per_minute", "3"))
	apitest.NewWorld(t, app.Env.DB)
	signIn := func(ip string) *httptest.ResponseRecorder {
		return from(t, app, ip, loginPath, credentials(apitest.Doctor))
	}

	limit := allowed(3)
	first := signIn("2001:db8::1")
	require.Equal(t, http.StatusOK, first.Code)
	limit.pass(t)
	assert.Equal(t, "3", first.Header().Get("RateLimit-Limit"))
	assert.Equal(t, "2", first.Header().Get("RateLimit-Remaining"))
	assert.Contains(t, []string{"19", "20"}, first.Header().Get("RateLimit-Reset"))
	limit.exhaust(t, func() *httptest.ResponseRecorder { return signIn("2001:db8::2") }) // the same /64
	refused := limit.exhaust(t, func() *httptest.ResponseRecorder { return signIn("2001:db8::3") })
	assert.Equal(t, "application/problem+json", refused.Header().Get("Content-Type"))
	assert.Contains(t, refused.Body.String(), "/problems/rate_limited")
	assert.Equal(t, "0", refused.Header().Get("RateLimit-Remaining"))
	assert.Regexp(t, `^(1?\d|20)$`, refused.Header().Get("Retry-After"), "20 less what the attempts took")
	assert.InDelta(t, limit.passed, app.Metric(t, "predicthealth_bcrypt_total"), 0, "no password is checked beyond the limit")
	assert.InDelta(t, limit.refused, app.Metric(t, "predicthealth_rate_limited_total"), 0)

	limit.exhaust(t, func() *httptest.ResponseRecorder { // staff sign in from the same address
		return from(t, app, "2001:db8::1", "/api/v1/cms/auth/login", credentials(apitest.Admin))
	})
	assert.Equal(t, http.StatusOK, signIn("2001:db8:0:1::1").Code, "another /64")
	assert.Equal(t, http.StatusUnauthorized, from(t, app, "2001:db8::1", listPath, "").Code, "another limit")

	app.Set(t, "api.rate_limit.login_per_minute", "1000")
	wait.Within(t, time.Second, func() bool { return signIn("2001:db8::1").Code == http.StatusOK }, "settings are felt within a second")
}

// Whoever uses up the sign-ins of an address must not shut out those who are signed in there.
func TestSessionsGoOnWhereSignInsAreUsedUp(t *testing.T) {
	t.Parallel()
	app := apitest.New(t, apitest.Setting(t, "api.rate_limit.login_per_minute", "2"))
	apitest.NewWorld(t, app.Env.DB)
	limit := allowed(2)
	answer := from(t, app, "192.0.2.1", loginPath, credentials(apitest.Doctor))
	require.Equal(t, http.StatusOK, answer.Code)
	limit.pass(t)
	limit.exhaust(t, func() *httptest.ResponseRecorder {
		return from(t, app, "192.0.2.1", loginPath, credentials("nobody@example.org"))
	})
	token := apitest.Decode[map[string]any](t, answer)["refresh_token"].(string)
	refreshed := from(t, app, "192.0.2.1", "/api/v1/auth/refresh", `{"refresh_token": "`+token+`"}`)
	assert.Equal(t, http.StatusOK, refreshed.Code)
	assert.Equal(t, "100000", refreshed.Header().Get("RateLimit-Limit"), "it counts as any request")
}

func TestRequestsAreLimitedByAccount(t *testing.T) {
	t.Parallel()
	app := apitest.New(t, apitest.Setting(t, "api.rate_limit.requests_per_minute", "10"))
	apitest.NewWorld(t, app.Env.DB)
	doctor, patient := "Bearer "+app.Token(t, apitest.Doctor), "Bearer "+app.Token(t, apitest.Patient)
	ips := []string{"192.0.2.1", "192.0.2.2"}
	asks := 0
	allowed(10).exhaust(t, func() *httptest.ResponseRecorder { // wherever the account asks from
		asks++
		return from(t, app, ips[asks%2], listPath, "", "Authorization", doctor)
	})
	assert.Equal(t, http.StatusOK, from(t, app, ips[0], listPath, "", "Authorization", patient).Code, "another account")
	strangers := allowed(10)
	strangers.exhaust(t, func() *httptest.ResponseRecorder {
		return from(t, app, ips[0], listPath, "", "Authorization", "Bearer forged")
	})
	strangers.exhaust(t, func() *httptest.ResponseRecorder { return from(t, app, ips[0], "/.well-known/jwks.json", "") })
	assert.Equal(t, http.StatusOK, from(t, app, ips[0], listPath, "", "Authorization", patient).Code)
	for range 50 {
		assert.Equal(t, http.StatusOK, from(t, app, ips[0], "/livez", "").Code)
	}
}

// Only configured proxies say whom they speak for.
// Nobody floods a mailbox through us.
// Nobody learns by trying which addresses have accounts, not even from what a limit refuses.
func TestAnswersThatSomethingIsTakenAreLimited(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	cast := apitest.NewCast(t, app)
	app.Set(t, "api.rate_limit.taken_per_hour", "2")
	try := func(name, as, email string, status int, contains ...string) apitest.Scenario {
		body := map[string]any{
			"first_name": "N", "last_name": "N", "date_of_birth": "2000-01-01", "sex": "male",
			"account": map[string]any{"email": email},
		}
		if as != apitest.Doctor {
			body["doctor_id"] = cast.Doctor
		}
		s := apitest.Scenario{Name: name, As: as, Method: http.MethodPost, Path: listPath, Status: status, Contains: contains, Body: body}
		if status == http.StatusConflict {
			s.WantErrors = []string{"/account/email taken"}
		}
		return s
	}
	const created, taken, limited = http.StatusCreated, http.StatusConflict, http.StatusTooManyRequests
	known := try("", apitest.Doctor, apitest.OtherPatient, limited)
	wait.Within(t, wait.Patience, func() bool { return app.Do(app.Request(t, known)).Code == limited }, "the setting is known")
	app.Run(t, []apitest.Scenario{
		try("used up, for what is free too", apitest.Doctor, "free1@example.org", limited, "values"),
		{Name: "other requests pass", As: apitest.Doctor, Path: listPath, Status: http.StatusOK},
		try("another account has its own", apitest.Hospital, apitest.OtherPatient, taken),
		try("what is free doesn't count", apitest.Hospital, "free2@example.org", created),
		try("a doctor's", apitest.Hospital, apitest.OtherDoctor, taken),
		try("one too many", apitest.Hospital, apitest.OtherPatient, limited),
		try("staff", apitest.Admin, apitest.OtherPatient, taken),
		try("staff again", apitest.Admin, apitest.OtherPatient, taken),
		try("staff without a limit", apitest.Admin, apitest.OtherPatient, taken),
	})
}

func TestMailsAreLimited(t *testing.T) {
	t.Parallel()
	app := apitest.New(t, apitest.Setting(t, "api.rate_limit.mail_per_hour", "3"))
	apitest.NewWorld(t, app.Env.DB)
	ask := apitest.Scenario{Name: "within", Method: http.MethodPost, Path: "/api/v1/auth/forgot-password",
		Body: map[string]string{"email": apitest.Doctor}, Status: http.StatusAccepted}
	beyond := ask
	beyond.Name, beyond.Status, beyond.Contains = "beyond", http.StatusTooManyRequests, []string{"/problems/rate_limited"}
	unknown := beyond
	unknown.Body = map[string]string{"email": "nobody@example.org"}
	app.Run(t, []apitest.Scenario{ask, ask, ask, beyond, unknown})
	assert.LessOrEqual(t, fixture.Value[int](t, app.Env.DB, "SELECT count(*)::int FROM mail_queue"), 3)
}

func TestForwardedFor(t *testing.T) {
	t.Parallel()
	app := apitest.New(t, apitest.Setting(t, "api.rate_limit.login_per_minute", "2"), func(_ *apitest.App, d *api.Dependencies) {
		d.TrustedProxies = []string{"10.0.0.0/8", "fd00::/8"}
	})
	const forwarded = "X-Forwarded-For"
	for name, c := range map[string]struct {
		remote, ip string
		header     []string
	}{
		"no proxy":                     {"192.0.2.1", "192.0.2.1", nil},
		"a stranger's claim":           {"192.0.2.1", "192.0.2.1", []string{forwarded, "203.0.113.1"}},
		"a proxy":                      {"10.0.0.1", "203.0.113.2", []string{forwarded, "203.0.113.2"}},
		"a claim before the proxy's":   {"10.0.0.1", "203.0.113.3", []string{forwarded, "198.51.100.1, 203.0.113.3"}},
		"a claim on a line of its own": {"10.0.0.1", "203.0.113.4", []string{forwarded, "198.51.100.1", forwarded, "203.0.113.4"}},
		"several proxies":              {"10.0.0.1", "203.0.113.5", []string{forwarded, "198.51.100.1, 203.0.113.5, 10.9.9.9, 10.8.8.8"}},
		"a proxy that is not ours":     {"10.0.0.1", "198.51.100.9", []string{forwarded, "203.0.113.6, 198.51.100.9, 10.8.8.8"}},
		"IPv6":                         {"fd00::1", "2001:db8::6", []string{forwarded, "2001:db8::5, 2001:db8::6, fd00::2"}},
		"an IPv4 proxy in IPv6":        {"::ffff:10.0.0.1", "203.0.113.7", []string{forwarded, "203.0.113.7"}},
		"no address":                   {"10.0.0.1", "10.0.0.1", []string{forwarded, "203.0.113.8, garbage"}},
		"another header":               {"10.0.0.1", "10.0.0.1", []string{"X-Real-Ip", "203.0.113.9", "Forwarded", "for=203.0.113.9"}},
	} {
		logged := len(app.Log.String())
		from(t, app, c.remote, listPath, "", c.header...)
		assert.Contains(t, app.Log.String()[logged:], `"ip":"`+c.ip+`"`, name)
	}
	// What counts for limits is what the log says.
	claims := []string{"198.51.100.1", "198.51.100.2", "198.51.100.3", "198.51.100.4"}
	asks := 0
	allowed(2).exhaust(t, func() *httptest.ResponseRecorder {
		asks++
		return from(t, app, "10.0.0.1", loginPath, credentials("x"), forwarded, claims[asks%4]+", 203.0.113.77")
	})
}

// Whatever happens to Redis, what is locked stays locked and limits hold; without PostgreSQL too nobody passes.
func TestLimitsWithoutRedis(t *testing.T) {
	t.Parallel()
	servers := testenv.NewServers(t)
	db, err := database.Open(t.Context(), database.Options{URL: servers.PostgresURL})
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, db.Close()) })
	app := apitest.On(t, &testenv.Env{
		DB: db, Ent: ent.NewClient(ent.Driver(entsql.OpenDB(dialect.Postgres, db))), RedisURL: servers.RedisURL,
	}, apitest.Setting(t, "api.rate_limit.login_per_minute", "8"))
	apitest.NewWorld(t, db)
	for i := range 5 {
		body := strings.Replace(credentials(apitest.Doctor), apitest.Password, "wrong", 1)
		require.Equal(t, http.StatusUnauthorized, from(t, app, "192.0.2.1", loginPath, body).Code, i)
	}
	locked := func() {
		t.Helper()
		answer := from(t, app, "192.0.2.1", loginPath, credentials(apitest.Doctor))
		require.Equal(t, http.StatusUnauthorized, answer.Code, answer.Body.String())
	}
	limited := func() {
		t.Helper()
		allowed(8).exhaust(t, func() *httptest.ResponseRecorder {
			return from(t, app, "192.0.2.2", loginPath, credentials(apitest.Patient))
		})
	}
	locked()
	limited()
	servers.Redis.Kill()
	locked()
	limited()
	require.NoError(t, servers.Redis.Start(t.Context()))
	locked()

	servers.Redis.Kill()
	servers.Postgres.Kill()
	for path, body := range map[string]string{loginPath: credentials(apitest.Doctor), listPath: "", "/.well-known/jwks.json": ""} {
		answer := from(t, app, "192.0.2.3", path, body)
		assert.Equal(t, http.StatusServiceUnavailable, answer.Code, path)
		assert.Equal(t, "1", answer.Header().Get("Retry-After"), path)
	}
	assert.Equal(t, http.StatusOK, from(t, app, "192.0.2.3", "/livez", "").Code)
}

// Operations that strangers change something with, or try secrets at, count as signing in.
func TestWhatStrangersMayTryIsLimitedAsSignIns(t *testing.T) {
	t.Parallel()
	const general, signIn, mail = "100000", "1000", "100" // apitest's
	app := apitest.New(t)
	document := apitest.OpenAPI[struct {
		Paths map[string]map[string]operation `json:"paths"`
	}](t, app.Handler)
	tried := 0
	for path, operations := range document.Paths {
		op, ok := operations["post"]
		if !ok || len(op.Security) > 0 {
			continue
		}
		tried++
		limit := from(t, app, "192.0.2.1", path, "{}").Header().Get("RateLimit-Limit")
		switch op.OperationID {
		case "introspect-token", // by services, for each request that they get
			"refresh", "cms-refresh": // by account: strangers at the same address must not be in their way
			assert.Equal(t, general, limit, path)
			continue
		}
		assert.Contains(t, []string{signIn, mail}, limit, path)
	}
	assert.GreaterOrEqual(t, tried, 5)
}
