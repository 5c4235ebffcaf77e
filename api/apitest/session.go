package apitest

import (
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/google/uuid"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/fixture"
)

type grant struct {
	AccessToken  string `json:"access_token"`
	RefreshToken string `json:"refresh_token"`
}

// signIn opens a session of an account.
func (a *App) signIn(t testing.TB, email string) grant {
	t.Helper()
	path := "/api/v1/auth/login"
	if isStaff(email) {
		path = "/api/v1/cms/auth/login"
	}
	answer := a.Do(a.Request(t, Scenario{
		Method: http.MethodPost, Path: path, Body: map[string]string{"email": email, "password": Password},
	}))
	require.Equal(t, http.StatusOK, answer.Code, answer.Body.String())
	return Decode[grant](t, answer)
}

// SignIn signs an account in with its password, for tests of what that does. Token gives its access token from then on.
func (a *App) SignIn(t testing.TB, email string) {
	t.Helper()
	a.tokens[email] = a.signIn(t, email).AccessToken
}

// Token is an access token of a session of the account, opened once. No password is asked for: to compare one takes
// longer than most tests.
func (a *App) Token(t testing.TB, email string) string {
	t.Helper()
	if token, ok := a.tokens[email]; ok {
		return token
	}
	return a.Reopen(t, email)
}

// Reopen gives an account another session, whatever became of its last, and returns the access token.
func (a *App) Reopen(t testing.TB, email string) string {
	t.Helper()
	a.tokens[email] = a.sign(t, email, a.openSession(t, email))
	return a.tokens[email]
}

// openSession opens another session of an account and returns its id.
func (a *App) openSession(t testing.TB, email string) uuid.UUID {
	t.Helper()
	owner, table := "user_id", "users"
	if isStaff(email) {
		owner, table = "cms_user_id", "cms_users"
	}
	return fixture.Value[uuid.UUID](t, a.Env.DB, `INSERT INTO sessions (`+owner+`, last_seen_at, idle_expires_at, expires_at)
		SELECT id, now(), now() + interval '1 hour', now() + interval '12 hours' FROM `+table+` WHERE email = $1 RETURNING id`, email)
}

func isStaff(email string) bool {
	return email == Admin || email == Editor || strings.HasPrefix(email, "staff")
}

// ExpiredToken returns an access token that was good until a minute ago.
func (a *App) ExpiredToken(t testing.TB, email string) string {
	t.Helper()
	return a.signUntil(t, email, uuid.New(), time.Now().Add(-time.Minute))
}

// sign returns an access token (RFC 9068) of a session, as the program signs them for somebody who has just proved a second
// factor: what needs one is asked as if. Tests of that sign in.
func (a *App) sign(t testing.TB, email string, session uuid.UUID) string {
	t.Helper()
	return a.signUntil(t, email, session, time.Now().Add(10*time.Minute))
}

func (a *App) signUntil(t testing.TB, email string, session uuid.UUID, end time.Time) string {
	t.Helper()
	account := "SELECT id AS sub, user_type AS kind, reference_id AS record FROM users WHERE email = $1"
	if isStaff(email) {
		account = "SELECT id AS sub, 'cms_user' AS kind FROM cms_users WHERE email = $1"
	}
	claims := jwt.MapClaims{}
	for name, value := range Columns(t, a.Env.DB, account, email) {
		claims[name] = value
	}
	maps.Copy(claims, jwt.MapClaims{
		"iss": "predicthealth", "aud": "predicthealth", "iat": end.Add(-10 * time.Minute).Unix(), "exp": end.Unix(),
		"jti": uuid.NewString(), "sid": session, "auth_time": time.Now().Unix(), "amr": []string{"pwd", "otp", "mfa"},
	})
	token := jwt.NewWithClaims(jwt.SigningMethodEdDSA, claims)
	token.Header["kid"], token.Header["typ"] = a.Keys.Public()[0].KeyID, "at+jwt"
	files, err := filepath.Glob(filepath.Join(a.keysDir, "*.pem"))
	require.NoError(t, err)
	require.Len(t, files, 1)
	text, err := os.ReadFile(files[0])
	require.NoError(t, err)
	key, err := jwt.ParseEdPrivateKeyFromPEM(text)
	require.NoError(t, err)
	signed, err := token.SignedString(key)
	require.NoError(t, err)
	return signed
}

func refreshToken(email string) func(testing.TB, Ask) any {
	return func(t testing.TB, a Ask) any { return object{"refresh_token": a.App.signIn(t, email).RefreshToken} }
}

func session(t testing.TB, a Ask) string       { return a.App.openSession(t, a.Account).String() }
func editorSession(t testing.TB, a Ask) string { return a.App.openSession(t, Editor).String() }
