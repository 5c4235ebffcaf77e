package auth

import (
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

func TestSweeperKeepsWhatMatters(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	s := testService(t, env)
	user := fixture.User(t, env.DB, "doctor", fixture.Doctor(t, env.DB))
	now := time.Now()
	open := testSession(t, env, user)
	session := func(ended time.Duration) uuid.UUID {
		return fixture.Insert(t, env.DB, "sessions", fixture.Row{
			"user_id": user, "idle_expires_at": now, "expires_at": now, "ended_at": now.Add(ended), "end_reason": "logout",
		})
	}
	for _, id := range []uuid.UUID{open, session(-23 * time.Hour), session(-25 * time.Hour)} {
		fixture.Insert(t, env.DB, "refresh_tokens", fixture.Row{"session_id": id, "token_hash": id[:], "expires_at": now})
	}
	for range sweepBatch + 1 {
		fixture.Insert(t, env.DB, "sessions", fixture.Row{"user_id": user, "idle_expires_at": now, "expires_at": now})
	}
	for _, age := range []time.Duration{-time.Second, time.Minute} {
		_, err := env.DB.Exec("INSERT INTO revocations (subject_type, subject_id, expires_at) VALUES ('session', $1, $2)", uuid.New(), now.Add(age))
		require.NoError(t, err)
	}
	for i, age := range []time.Duration{-23 * time.Hour, -25 * time.Hour} {
		fixture.Insert(t, env.DB, "one_time_tokens", fixture.Row{
			"user_id": user, "purpose": "verify_email", "token_hash": []byte{byte(i)}, "email": "a@example.org", "expires_at": now.Add(age),
		})
	}
	require.NoError(t, s.Sweeper().Run(t.Context()))
	count := func(from string) int { return fixture.Value[int](t, env.DB, "SELECT count(*)::int FROM "+from) }
	assert.Equal(t, sweepBatch+1, count("sessions WHERE end_reason = 'expired'"))
	assert.Equal(t, 1, count("sessions WHERE ended_at IS NULL"))
	assert.Equal(t, 2, count("refresh_tokens"))
	assert.Equal(t, 1, count("revocations"))
	assert.Equal(t, 1, count("one_time_tokens"))
	assert.Equal(t, 2, count("audit_inbox WHERE action = 'session.expire' AND actor_type = 'system'"))
}
