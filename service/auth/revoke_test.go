package auth

import (
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/encryption"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/secondfactor"
	"github.com/predicthealth/predicthealth/service/throttle"
)

// testService is a Service whose workers don't work.
func testService(t *testing.T, env *testenv.Env) *Service {
	t.Helper()
	keys, err := EnsureKeys(t.TempDir())
	require.NoError(t, err)
	store := service.NewStore(env.Ent)
	pulse := NewPulse(store, env.Redis, Timeouts{Redis: wait.Patience, PostgreSQL: wait.Patience})
	settings := pulse.Settings()
	trail := audit.New(store, nil)
	secrets, err := encryption.Parse(encryption.NewKey())
	require.NoError(t, err)
	s, err := New(Options{
		Store: store, Redis: env.Redis, Trail: trail, Pulse: pulse, Settings: settings,
		Passwords: NewPasswords(settings), Factors: secondfactor.New(store, secrets), Guard: throttle.New(store, settings, trail),
		Keys: keys, Issuer: "issuer", Audience: "audience",
	})
	require.NoError(t, err)
	return s
}

// testSession opens a session of a user.
func testSession(t *testing.T, env *testenv.Env, user uuid.UUID) uuid.UUID {
	t.Helper()
	return fixture.Insert(t, env.DB, "sessions", fixture.Row{
		"user_id": user, "idle_expires_at": time.Now().Add(time.Hour), "expires_at": time.Now().Add(time.Hour),
	})
}

func TestEndSessions(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	s := testService(t, env)
	ctx := viewer.SystemContext(t.Context())
	user, other := fixture.User(t, env.DB, "doctor", fixture.Doctor(t, env.DB)), fixture.User(t, env.DB, "doctor", fixture.Doctor(t, env.DB))
	kept, first, second, foreign := testSession(t, env, user), testSession(t, env, user), testSession(t, env, user), testSession(t, env, other)
	require.NoError(t, env.Redis.Set(ctx, copyKey(first), "x", time.Minute).Err())
	_, err := s.pulse.know(ctx)
	require.NoError(t, err, "what was known before must not be what is judged by")
	ended, err := s.EndSessions(ctx, SessionFilter{AccountKind: viewer.Doctor, AccountID: user, Except: kept}, EndedByPasswordChange)
	require.NoError(t, err)
	assert.Equal(t, 2, ended)
	for session, want := range map[uuid.UUID]bool{kept: false, first: true, second: true, foreign: false} {
		k, err := s.pulse.know(ctx)
		require.NoError(t, err)
		assert.Equal(t, want, k.isRevoked(session))
		assert.Equal(t, want, fixture.Value[bool](t, env.DB, "SELECT end_reason IS NOT DISTINCT FROM 'password_changed' FROM sessions WHERE id = $1", session))
	}
	assert.Zero(t, env.Redis.Exists(ctx, copyKey(first)).Val())
	assert.Equal(t, 1, fixture.Value[int](t, env.DB, "SELECT count(*)::int FROM (SELECT action, result_count FROM audit_inbox UNION ALL SELECT action, result_count FROM audit_events) t WHERE action = 'session.end' AND result_count = 2"))

	ended, err = s.EndSessions(ctx, SessionFilter{AccountKind: viewer.Doctor, AccountID: user, ID: foreign}, EndedByRevocation)
	require.NoError(t, err)
	assert.Zero(t, ended, "a session of somebody else")
}

// Checking a password takes a while: whoever was disabled or changed the password meanwhile must not be let in.
func TestASignInThatWasOvertakenIsRefused(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	s := testService(t, env)
	ctx := viewer.SystemContext(t.Context())
	fixture.User(t, env.DB, "doctor", fixture.Doctor(t, env.DB), fixture.Row{"email": "ana@example.org"})
	testStaff := fixture.Row{"email": "ana@example.org", "first_name": "Ana", "last_name": "Staff", "role_id": fixture.Code(t, env.DB, "cms_roles", "editor")}
	fixture.Insert(t, env.DB, "cms_users", testStaff)
	for table, r := range map[string]realm{"users": userRealm{}, "cms_users": cmsRealm{}} {
		for _, change := range []string{"password_changed_at = now()", "password_changed_at = now() + interval '1 s'", "active = false"} {
			found, err := r.find(ctx, env.Ent, "ana@example.org")
			require.NoError(t, err)
			_, err = s.open(ctx, r, found, Login{}, time.Now())
			require.NoError(t, err)
			_, err = env.DB.ExecContext(ctx, "UPDATE "+table+" SET "+change) //nolint:gosec // they stand above
			require.NoError(t, err)
			_, err = s.open(ctx, r, found, Login{}, time.Now())
			assert.Equal(t, service.Unauthenticated, service.CodeOf(err), change)
		}
	}
}

func TestRevokeSecrets(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	s := testService(t, env)
	secret := uuid.New()
	require.NoError(t, s.RevokeSecrets(t.Context(), secret))
	k, err := s.pulse.know(t.Context())
	require.NoError(t, err)
	assert.True(t, k.isRevoked(secret))
}
