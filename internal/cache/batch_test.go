package cache

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

// What waits while an exchange is under way goes with the next one, and never with one that has begun.
func TestInvalidationsShareExchanges(t *testing.T) {
	t.Parallel()
	var exchanges [][]string
	begun, proceed := make(chan struct{}), make(chan error)
	b := &batches{renew: func(_ context.Context, tags []string) error {
		slices.Sort(tags)
		exchanges = append(exchanges, tags)
		begun <- struct{}{}
		return <-proceed
	}}
	var waiting sync.WaitGroup
	first := make(chan error, 1)
	waiting.Go(func() { first <- b.invalidate(t.Context(), []string{"patients"}) })
	<-begun
	results := make(chan error, 3)
	for _, tags := range [][]string{{"patients"}, {"patients", "doctors"}, {"doctors"}} {
		waiting.Go(func() { results <- b.invalidate(t.Context(), tags) })
	}
	wait.Until(t, func() bool {
		b.mu.Lock()
		defer b.mu.Unlock()
		return b.next != nil && b.next.waiting == 3
	})
	failed := errors.New("Redis is gone")
	proceed <- nil
	<-begun
	require.NoError(t, <-first)
	assert.Empty(t, results, "the second exchange is under way")
	proceed <- failed
	waiting.Wait()
	for range 3 {
		require.ErrorIs(t, <-results, failed)
	}
	assert.Equal(t, [][]string{{"patients"}, {"doctors", "patients"}}, exchanges)
}
