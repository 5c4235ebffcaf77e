package fairshare_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/fairshare"
)

// takeAll takes all that a network gets.
func takeAll(shares *fairshare.Shares, network string) (taken int) {
	for shares.Take(network) == nil {
		taken++
	}
	return taken
}

func TestNetworksLeaveSomethingForOthers(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ greedy, left int }{
		"one": {1, 3000 * 2 / 3}, "two": {2, 3000 * 4 / 9}, "ten": {10, 52},
	} {
		shares := fairshare.NewShares(3000)
		for again := true; again; { // each takes as much as it can, until nobody gets more
			again = false
			for i := range c.greedy {
				again = takeAll(shares, fmt.Sprint(i)) > 0 || again
			}
		}
		require.ErrorIs(t, shares.Take("0"), fairshare.ErrShare, name)
		assert.InDelta(t, c.left/3, takeAll(shares, "newcomer"), 3, name)
	}
}

func TestPlacesComeBack(t *testing.T) {
	t.Parallel()
	shares := fairshare.NewShares(9)
	assert.Equal(t, 3, takeAll(shares, "a"))
	assert.Equal(t, 6, takeAll(shares, ""), "who speaks for many takes all that is left")
	require.ErrorIs(t, shares.Take("b"), fairshare.ErrNone)
	require.ErrorIs(t, shares.Take(""), fairshare.ErrNone)
	shares.Retake("a")
	shares.Give("a")
	require.ErrorIs(t, shares.Take("b"), fairshare.ErrNone)
	shares.Give("a")
	require.NoError(t, shares.Take("b"))
	shares.Give("b")
	for range 2 {
		shares.Give("a")
	}
	for range 6 {
		shares.Give("")
	}
	assert.Equal(t, 3, takeAll(shares, "b"), "all are free again")
}

func TestOnePlace(t *testing.T) {
	t.Parallel()
	shares := fairshare.NewShares(1)
	require.NoError(t, shares.Take("a"))
	require.ErrorIs(t, shares.Take("a"), fairshare.ErrNone)
}

func TestRateCountsEachNetwork(t *testing.T) {
	t.Parallel()
	rate := fairshare.NewRate(2, time.Hour)
	assert.True(t, rate.Allow("a"))
	assert.True(t, rate.Allow("a"))
	assert.False(t, rate.Allow("a"))
	assert.True(t, rate.Allow("b"))
	rate = fairshare.NewRate(0, time.Nanosecond)
	assert.False(t, rate.Allow("a"))
	rate = fairshare.NewRate(1, time.Nanosecond)
	for range 3 {
		assert.True(t, rate.Allow("a"), "in each period anew")
		time.Sleep(time.Nanosecond)
	}
}
