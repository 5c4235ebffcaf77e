package auth

import (
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/service"
)

// sessionModel is what a session ought to be.
type sessionModel struct {
	open bool
	// refresh are its refresh tokens in their order; the last is the unused one.
	refresh []string
	access  []string
	// fresh says that the last but one was used within the window.
	fresh bool
}

// A session against its model: whatever is done with its tokens in whatever order.
func TestSessionIsAsItsModel(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	s := testService(t, env)
	ctx := viewer.SystemContext(t.Context())
	user := fixture.User(t, env.DB, "doctor", fixture.Doctor(t, env.DB))
	account, err := userRealm{}.get(ctx, env.Ent, user)
	require.NoError(t, err)

	rapid.Check(t, func(t *rapid.T) {
		var m sessionModel
		var id uuid.UUID
		signIn := func(t *rapid.T) {
			grant, err := s.open(ctx, userRealm{}, account, Login{}, time.Now())
			require.NoError(t, err)
			c, err := s.tokens.verify(grant.AccessToken)
			require.NoError(t, err)
			id = c.SessionID
			m = sessionModel{open: true, refresh: []string{grant.RefreshToken}, access: []string{grant.AccessToken}}
		}
		refresh := func(t *rapid.T, token, want string) {
			grant, err := s.Refresh(ctx, Users, Refresh{Token: token})
			if !m.open {
				require.Equal(t, service.Unauthenticated, service.CodeOf(err))
				return
			}
			require.NoError(t, err)
			m.access = append(m.access, grant.AccessToken)
			if want != "" {
				require.Equal(t, want, grant.RefreshToken)
				return
			}
			require.NotContains(t, m.refresh, grant.RefreshToken)
			m.refresh, m.fresh = append(m.refresh, grant.RefreshToken), true
			// However slow the machine is, a replay is in time until the window is closed.
			_, err = env.DB.ExecContext(ctx, "UPDATE refresh_tokens SET used_at = used_at + interval '1 hour' WHERE token_hash = $1", hashOf(token))
			require.NoError(t, err)
		}
		end := func(reason EndReason) func(*rapid.T) {
			return func(t *rapid.T) {
				n, err := s.EndSessions(ctx, SessionFilter{AccountKind: viewer.Doctor, AccountID: user, ID: id}, reason)
				require.NoError(t, err)
				require.Equal(t, m.open, n == 1)
				m.open = false
			}
		}
		signIn(t)
		t.Repeat(map[string]func(*rapid.T){
			"sign in":  signIn,
			"log out":  end(EndedByLogout),
			"revoke":   end(EndedByRevocation),
			"refresh":  func(t *rapid.T) { refresh(t, m.refresh[len(m.refresh)-1], "") },
			"refresh ": func(t *rapid.T) { refresh(t, m.refresh[len(m.refresh)-1], "") }, // it is what happens most
			"replay": func(t *rapid.T) {
				if len(m.refresh) < 2 {
					t.Skip("nothing to replay")
				}
				m.open = m.open && m.fresh
				refresh(t, m.refresh[len(m.refresh)-2], m.refresh[len(m.refresh)-1])
			},
			"replay older": func(t *rapid.T) {
				if len(m.refresh) < 3 {
					t.Skip("nothing to replay")
				}
				m.open = false
				refresh(t, rapid.SampledFrom(m.refresh[:len(m.refresh)-2]).Draw(t, "token"), "")
			},
			"window closes": func(t *rapid.T) {
				_, err := env.DB.ExecContext(ctx, "UPDATE refresh_tokens SET used_at = used_at - $2::interval WHERE session_id = $1",
					id, "1 hour 10 seconds")
				require.NoError(t, err)
				m.fresh = false
			},
			"": func(t *rapid.T) {
				for _, token := range m.access {
					_, err := s.Authenticate(ctx, token)
					require.Equal(t, m.open, err == nil)
				}
				var open bool
				require.NoError(t, env.DB.QueryRowContext(ctx, "SELECT ended_at IS NULL FROM sessions WHERE id = $1", id).Scan(&open))
				require.Equal(t, m.open, open)
			},
		})
	})
}
