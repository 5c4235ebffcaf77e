// Package wait is how tests wait for what must happen, on a machine of any speed.
package wait

import (
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	// Patience is the longest that a test waits. Only a test that fails takes so long.
	Patience = 2 * time.Minute
	pause    = 5 * time.Millisecond
)

// Until asks again and again until something has happened, and ends the test when it doesn't. It asks in the test's own
// goroutine, so that the question may use require.
func Until(t require.TestingT, happened func() bool, message ...any) {
	helper(t)
	for began := time.Now(); !happened(); time.Sleep(pause) {
		if time.Since(began) > Patience {
			require.Fail(t, "It didn't happen within "+Patience.String(), message...)
		}
	}
}

// Within asks until what was done before the call is felt, and ends the test when it isn't by somebody who asks later
// than limit. It counts from when a question is asked: that the answer takes long on a busy machine is no fault.
func Within(t require.TestingT, limit time.Duration, felt func() bool, message ...any) {
	helper(t)
	for done := time.Now(); ; time.Sleep(pause) {
		asked := time.Since(done)
		if felt() {
			return
		}
		if asked > limit {
			require.Fail(t, "It wasn't felt after "+asked.String(), message...)
		}
	}
}

// Today is the day in UTC, one that lasts as long as the test: shortly before midnight it waits for the next.
func Today() time.Time {
	now := time.Now().UTC()
	next := now.Truncate(24 * time.Hour).Add(24 * time.Hour)
	if left := next.Sub(now); left < Patience {
		time.Sleep(left)
		return next
	}
	return next.Add(-24 * time.Hour)
}

func helper(t assert.TestingT) {
	if h, ok := t.(interface{ Helper() }); ok {
		h.Helper()
	}
}
