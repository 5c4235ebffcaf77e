package auth

import (
	"context"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/service"
)

func TestGateIsBounded(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		g := &gate{slots: make(chan struct{}, 2), mayWait: 5}
		var inside, done, turnedAway atomic.Int64
		for range 20 {
			go func() {
				if err := g.enter(t.Context()); err != nil {
					assert.Equal(t, service.Unavailable, service.CodeOf(err))
					turnedAway.Add(1)
					return
				}
				defer g.leave()
				assert.LessOrEqual(t, inside.Add(1), int64(2))
				time.Sleep(time.Second)
				inside.Add(-1)
				done.Add(1)
			}()
		}
		synctest.Wait()
		assert.EqualValues(t, 13, turnedAway.Load(), "two work, five wait")
		time.Sleep(10 * time.Second)
		assert.EqualValues(t, 7, done.Load())
		assert.Zero(t, g.waiting.Load())
		assert.EqualValues(t, 13, g.turnedAway.Load())
	})
}

func TestGateGivesUpWithTheRequest(t *testing.T) {
	t.Parallel()
	g := &gate{slots: make(chan struct{}, 1), mayWait: 1}
	require.NoError(t, g.enter(t.Context()))
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	require.ErrorIs(t, g.enter(ctx), context.DeadlineExceeded)
	assert.Zero(t, g.waiting.Load())
}

func TestFailuresAreToldInQuanta(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		p := NewPasswords(nil)
		heldBack := func(work time.Duration) time.Duration {
			began := time.Now()
			time.Sleep(work)
			p.HoldBack(t.Context(), began)
			return time.Since(began)
		}
		assert.Equal(t, 250*time.Millisecond, heldBack(0))
		assert.Equal(t, 250*time.Millisecond, heldBack(249*time.Millisecond))
		assert.Equal(t, 500*time.Millisecond, heldBack(251*time.Millisecond))
		p.meet(12)
		p.meet(11)
		assert.Equal(t, time.Second, heldBack(251*time.Millisecond), "an account's hash of a higher cost slows all")
	})
}
