package auth

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/crypto/bcrypt"

	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

const password = "correct horse battery staple"

func TestASignInHashesAtARaisedCost(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	_, err := testenv.Owner(t, env).ExecContext(t.Context(), `UPDATE system_settings SET value = '11' WHERE key = 'auth.bcrypt.cost'`)
	require.NoError(t, err)
	s := testService(t, env)
	weak, err := bcrypt.GenerateFromPassword([]byte(password), 10)
	require.NoError(t, err)
	user := fixture.User(t, env.DB, "doctor", fixture.Doctor(t, env.DB), fixture.Row{"email": "ana@example.org"})
	fixture.Insert(t, env.DB, "user_credentials", fixture.Row{"user_id": user, "password_hash": string(weak)})
	staff := fixture.Insert(t, env.DB, "cms_users", fixture.Row{
		"email": "ed@example.org", "role_id": fixture.Code(t, env.DB, "cms_roles", "editor"), "first_name": "Ed", "last_name": "Itor",
	})
	fixture.Insert(t, env.DB, "cms_user_credentials", fixture.Row{"cms_user_id": staff, "password_hash": string(weak)})

	for name, c := range map[string]struct {
		login func() (*Grant, error)
		hash  string
	}{
		"user": {func() (*Grant, error) {
			return s.Login(t.Context(), Login{Email: "ana@example.org", Password: password})
		}, "SELECT password_hash FROM user_credentials"},
		"staff": {func() (*Grant, error) {
			return s.LoginCMS(t.Context(), Login{Email: "ed@example.org", Password: password})
		}, "SELECT password_hash FROM cms_user_credentials"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := c.login()
			require.NoError(t, err)
			hash := fixture.Value[string](t, env.DB, c.hash)
			cost, err := bcrypt.Cost([]byte(hash))
			require.NoError(t, err)
			assert.Equal(t, 11, cost)

			_, err = c.login()
			require.NoError(t, err, "the password stays")
			assert.Equal(t, hash, fixture.Value[string](t, env.DB, c.hash), "once is enough")
		})
	}
}
