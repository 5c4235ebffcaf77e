package throttle_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/setting"
	"github.com/predicthealth/predicthealth/service/throttle"
)

const (
	home   = "192.0.2.1"
	office = "198.51.100.7"
)

// bench is a guard on a database of its own, and a clock that can be moved.
type bench struct {
	*throttle.Guard
	env *testenv.Env
}

func newBench(t testing.TB) bench {
	t.Helper()
	env := testenv.New(t)
	store := service.NewStore(env.Ent)
	b := bench{throttle.New(store, setting.NewReader(store), audit.New(store, nil)), env}
	// Hours for minutes: what a test takes on a busy machine is nothing beside them.
	b.set(t, "auth.lockout.base_duration", `"1h"`)
	b.set(t, "auth.lockout.max_duration", `"60h"`)
	b.set(t, "auth.lockout.window", `"15h"`)
	b.set(t, "auth.lockout.account_window", `"120h"`)
	return b
}

// try reports whether an attempt was checked, and whether it succeeded.
func (b bench) try(t require.TestingT, who throttle.Account, ip string, right bool) (checked, ok bool) {
	ok, err := b.Try(context.Background(), who, ip, func(context.Context) (bool, error) {
		checked = true
		return right, nil
	})
	require.NoError(t, err)
	return checked, ok
}

// checks makes n wrong attempts and returns how many were checked.
func (b bench) checks(t require.TestingT, who throttle.Account, ip string, n int) (checked int) {
	for range n {
		if c, _ := b.try(t, who, ip, false); c {
			checked++
		}
	}
	return checked
}

// pass lets time pass for all that is counted.
func (b bench) pass(t require.TestingT, d time.Duration) {
	_, err := b.env.DB.Exec(`UPDATE login_throttles SET window_started_at = window_started_at - make_interval(secs => $1),
		locked_until = locked_until - make_interval(secs => $1)`, d.Seconds())
	require.NoError(t, err)
}

// set changes a setting; a guard that has been used sees it within a second.
func (b bench) set(t testing.TB, key, value string) {
	t.Helper()
	_, err := b.env.DB.Exec("UPDATE system_settings SET value = $2::jsonb WHERE key = $1", key, value)
	require.NoError(t, err)
}

func nobody() throttle.Account {
	return throttle.Account{Realm: throttle.Users, Name: uuid.NewString() + "@example.org"}
}

func (b bench) user(t testing.TB) throttle.Account {
	t.Helper()
	who := nobody()
	who.ID = fixture.User(t, b.env.DB, "doctor", fixture.Doctor(t, b.env.DB), fixture.Row{"email": who.Name})
	return who
}

func TestParallelGuessesCostWhatIsAllowed(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	for name, who := range map[string]throttle.Account{"known": b.user(t), "unknown": nobody()} {
		var checks atomic.Int32
		var guessing sync.WaitGroup
		for range 200 {
			guessing.Go(func() {
				ok, err := b.Try(t.Context(), who, home, func(context.Context) (bool, error) {
					checks.Add(1)
					return false, nil
				})
				assert.True(t, err == nil && !ok, err)
			})
		}
		guessing.Wait()
		assert.EqualValues(t, 5, checks.Load(), name)
	}
}

func TestALockIsForItsNetwork(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	who := b.user(t)
	assert.Equal(t, 5, b.checks(t, who, home, 100))
	_, ok := b.try(t, who, home, true)
	assert.False(t, ok, "the right password, locked out")
	_, ok = b.try(t, who, office, true)
	assert.True(t, ok, "what the lock refused must not have locked the others out")
	other := throttle.Account{Realm: throttle.Staff, Name: who.Name}
	_, ok = b.try(t, other, home, true)
	assert.True(t, ok, "another realm")
	many := nobody()
	assert.Equal(t, 5, b.checks(t, many, "2001:db8::1", 9))
	assert.Zero(t, b.checks(t, many, "2001:db8::ffff", 1), "the same /64")
	assert.Equal(t, 1, b.checks(t, many, "2001:db8:0:1::1", 1), "another /64")
}

func TestAnAccountIsLockedOverAllNetworks(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	who := b.user(t)
	checked := 0
	for i := range 20 {
		checked += b.checks(t, who, fmt.Sprintf("192.0.2.%d", i), 4)
	}
	assert.Equal(t, 50, checked)
	_, ok := b.try(t, who, office, true)
	assert.False(t, ok)
	assert.True(t, fixture.Value[bool](t, b.env.DB,
		"SELECT failed_logins = 50 AND last_failed_login_at <= now() AND locked_until > now() FROM users WHERE id = $1", who.ID))
	assert.Equal(t, 1, fixture.Value[int](t, b.env.DB,
		"SELECT count(*)::int FROM audit_inbox WHERE action = 'account.locked' AND entity_id = $1 AND payload ? 'account_locked_until'", who.ID.String()))

	b.pass(t, time.Hour)
	_, ok = b.try(t, who, office, true)
	assert.True(t, ok, "the lock is over")
	require.NoError(t, b.Unlock(t.Context(), who))
	assert.True(t, fixture.Value[bool](t, b.env.DB, "SELECT failed_logins = 0 AND locked_until IS NULL FROM users WHERE id = $1", who.ID))
	assert.Equal(t, 5, b.checks(t, who, "192.0.2.1", 9), "begins anew")
}

func TestLocksGrowUpToTheLongest(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	who := nobody()
	require.Equal(t, 5, b.checks(t, who, home, 9))
	for _, hours := range []int{1, 2, 4, 8, 16, 32, 60, 60} {
		b.pass(t, time.Duration(hours)*time.Hour-5*time.Minute)
		assert.Zero(t, b.checks(t, who, home, 1), "%d hours are not over", hours)
		b.pass(t, 5*time.Minute)
		assert.Equal(t, 1, b.checks(t, who, home, 9), "%d hours are over", hours)
	}
	b.pass(t, 75*time.Hour)
	assert.Equal(t, 5, b.checks(t, who, home, 9), "the window has passed since")
	b.pass(t, time.Hour)
	assert.Equal(t, 1, b.checks(t, who, home, 9), "the first lock again")
}

func TestASuccessForgetsItsNetwork(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	who := b.user(t)
	for range 20 { // 80 failures
		require.Equal(t, 4, b.checks(t, who, home, 4))
		_, ok := b.try(t, who, home, true)
		require.True(t, ok)
	}
	failures := "SELECT failures FROM login_throttles WHERE network = ''"
	assert.Zero(t, fixture.Value[int](t, b.env.DB, failures))
	require.Equal(t, 3, b.checks(t, who, office, 3))
	_, ok := b.try(t, who, home, true)
	require.True(t, ok)
	assert.Equal(t, 3, fixture.Value[int](t, b.env.DB, failures), "failures elsewhere stay")

	require.Equal(t, 1, b.checks(t, who, office, 1))
	_, ok = b.try(t, who, office, true)
	assert.True(t, ok, "the last attempt allowed")
	assert.Equal(t, 5, b.checks(t, who, office, 9), "and no lock stays behind")
}

func TestWhatCouldNotBeCheckedDoesNotCount(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	who := nobody()
	busy := errors.New("busy")
	for range 20 {
		_, err := b.Try(t.Context(), who, home, func(context.Context) (bool, error) { return false, busy })
		require.ErrorIs(t, err, busy)
	}
	assert.Equal(t, 5, b.checks(t, who, home, 9))
}

func TestThePolicyChangesWithinASecond(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	require.Equal(t, 5, b.checks(t, nobody(), home, 9))
	b.set(t, "auth.lockout.max_failures", "3")
	wait.Within(t, time.Second, func() bool { return b.checks(t, nobody(), home, 9) == 3 })
}

func TestSweeperKeepsWhatMatters(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	for hash, locked := range map[string]string{"old": "-10 days", "locked": "1 hour", "lately locked": "-23 hours"} {
		_, err := testenv.Owner(t, b.env).Exec(`INSERT INTO login_throttles (account_hash, locked_until, updated_at)
			VALUES (digest($1, 'sha256'), now() + $2::interval, now() - interval '10 days')`, hash, locked)
		require.NoError(t, err)
	}
	b.checks(t, nobody(), home, 1)
	require.NoError(t, b.Sweeper().Run(t.Context()))
	assert.Equal(t, 4, fixture.Value[int](t, b.env.DB, "SELECT count(*)::int FROM login_throttles"))
	assert.Zero(t, fixture.Value[int](t, b.env.DB, "SELECT count(*)::int FROM login_throttles WHERE account_hash = digest('old', 'sha256')"))
}
