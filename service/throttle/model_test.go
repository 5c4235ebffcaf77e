package throttle_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/predicthealth/predicthealth/service/throttle"
)

// counter is what one row must do, with hours for time.
type counter struct {
	limit, window              int
	failures, began, locks, at int // at is when the last lock ends; 0 when there was none
}

func (c *counter) locked(now int) bool { return now < c.at }

// reserve counts an attempt and reports whether it locks.
func (c *counter) reserve(now int) bool {
	if c.failures == 0 && c.began == 0 || now >= max(c.began, c.at)+c.window {
		c.failures, c.began, c.locks = 0, now, 0
	}
	c.failures++
	if c.failures < c.limit {
		return false
	}
	c.at = now + min(60, 1<<min(c.locks, 6))
	c.locks++
	return true
}

func (c *counter) release(n int, locked bool, now int) {
	c.failures = max(0, c.failures-n)
	if locked {
		c.locks, c.at = c.locks-1, now
	}
}

// The guard does what the model does, whatever happens in which order.
func TestGuardAndModelAgree(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	b.set(t, "auth.lockout.max_failures", "3")
	b.set(t, "auth.lockout.account_max_failures", "10")
	errBusy := errors.New("busy")
	rapid.Check(t, func(t *rapid.T) {
		_, err := b.env.DB.Exec("DELETE FROM login_throttles")
		require.NoError(t, err)
		who := throttle.Account{Realm: throttle.Users, Name: "someone@example.org"}
		now := 1 // hours
		account := counter{limit: 10, window: 120}
		networks := map[string]*counter{}
		for _, ip := range []string{home, office, "203.0.113.5"} {
			networks[ip] = &counter{limit: 3, window: 15}
		}
		ips := rapid.SampledFrom([]string{home, office, "203.0.113.5"})
		attempt := func(t *rapid.T, outcome string) {
			ip := ips.Draw(t, "ip")
			network := networks[ip]
			expected := !network.locked(now) && !account.locked(now)
			var netLocked, accountLocked bool
			if !network.locked(now) {
				netLocked = network.reserve(now)
				if account.locked(now) {
					network.release(1, netLocked, now)
				} else {
					accountLocked = account.reserve(now)
				}
			}
			checked := false
			_, err := b.Try(context.Background(), who, ip, func(context.Context) (bool, error) {
				checked = true
				if outcome == "busy" {
					return false, errBusy
				}
				return outcome == "right", nil
			})
			require.Equal(t, expected, checked)
			if !expected {
				return
			}
			switch outcome {
			case "right":
				failures := network.failures
				*network = counter{limit: network.limit, window: network.window}
				account.release(failures, accountLocked, now)
			case "busy":
				require.ErrorIs(t, err, errBusy)
				network.release(1, netLocked, now)
				account.release(1, accountLocked, now)
			}
		}
		t.Repeat(map[string]func(*rapid.T){
			"wrong": func(t *rapid.T) { attempt(t, "wrong") },
			"Wrong": func(t *rapid.T) { attempt(t, "wrong") },
			"right": func(t *rapid.T) { attempt(t, "right") },
			"busy":  func(t *rapid.T) { attempt(t, "busy") },
			"time": func(t *rapid.T) {
				hours := rapid.SampledFrom([]int{1, 2, 5, 15, 61, 121}).Draw(t, "hours")
				now += hours
				b.pass(t, time.Duration(hours)*time.Hour)
			},
		})
	})
}
