package audit

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// from returns the context of a request from an address.
func from(t *testing.T, ip string) context.Context {
	t.Helper()
	return WithRequest(t.Context(), Request{SourceIP: ip})
}

// condensedRecords returns the records that rest returns, by network.
func condensedRecords(t *testing.T, s *strangers, now time.Time) map[string]condensed {
	t.Helper()
	encoded, err := s.rest(now, false)
	require.NoError(t, err)
	all := map[string]condensed{}
	for _, text := range encoded {
		var r record
		require.NoError(t, json.Unmarshal(text, &r))
		require.Equal(t, "anonymous", r.ActorType)
		var c condensed
		require.NoError(t, json.Unmarshal(r.Payload, &c))
		all[c.Network+" "+r.Action] = c
	}
	return all
}

func TestStrangersAreCondensed(t *testing.T) {
	t.Parallel()
	var s strangers
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	failed := Event{Action: "auth.login", Outcome: Failure}
	single := 0
	for i := range 500 {
		if s.single(from(t, fmt.Sprintf("2001:db8::%d", i)), failed, now) { // all of one /64
			single++
		}
	}
	assert.Equal(t, keptSingly, single)
	assert.True(t, s.single(from(t, "192.0.2.1"), failed, now), "another network")
	assert.True(t, s.single(from(t, "2001:db8::1"), Event{Action: "auth.token", Outcome: Failure}, now), "another action")
	for range 50 {
		ctx := from(t, "2001:db8::1")
		assert.True(t, s.single(ctx, Event{Action: "auth.login"}, now), "not a failure")
		assert.True(t, s.single(ctx, Event{Action: "auth.login", Outcome: Denied, Actor: &Actor{Type: "user"}}, now), "not a stranger")
	}
	assert.Empty(t, condensedRecords(t, &s, now.Add(strangersPeriod-1)), "the minute is not over")
	assert.Equal(t, map[string]condensed{
		"2001:db8::/64 auth.login": {"2001:db8::/64", 500 - keptSingly, now, now},
	}, condensedRecords(t, &s, now.Add(strangersPeriod)))
	assert.Empty(t, condensedRecords(t, &s, now.Add(2*strangersPeriod)), "recorded once")
	assert.True(t, s.single(from(t, "2001:db8::1"), failed, now.Add(2*strangersPeriod)), "and counted anew")
}

// Whoever has many networks gets no more records than there are counts.
func TestManyStrangersAreCondensedTogether(t *testing.T) {
	t.Parallel()
	var s strangers
	now := time.Now()
	single := 0
	for i := range maxStrangers + 500 {
		if s.single(from(t, fmt.Sprintf("10.%d.%d.1", i/256, i%256)), Event{Action: "auth.login", Outcome: Failure}, now) {
			single++
		}
	}
	assert.Equal(t, maxStrangers+keptSingly, single)
	all := condensedRecords(t, &s, now.Add(strangersPeriod))
	require.Len(t, all, 1)
	assert.Equal(t, 500-keptSingly, all[" auth.login"].Count)
}
