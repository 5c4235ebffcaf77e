package api

import (
	"cmp"
	"time"
)

// Timeouts are how long a request waits, for what. The zero value of each is its default.
type Timeouts struct {
	// Request is how long an operation may take: 30 seconds.
	Request time.Duration
	// Redis is how long to wait for it, which the API can do without: 50 milliseconds.
	Redis time.Duration
	// Pulse is how long to wait for PostgreSQL to tell who may do what: 2 seconds.
	Pulse time.Duration
	// Check is how long the checks of /readyz may take together: 2 seconds.
	Check time.Duration
	// CheckAge is how long the result of the checks answers /readyz: 1 second.
	CheckAge time.Duration
}

func (t Timeouts) check() time.Duration { return cmp.Or(t.Check, 2*time.Second) }

func (t Timeouts) checkAge() time.Duration { return cmp.Or(t.CheckAge, time.Second) }

func (t Timeouts) request() time.Duration { return cmp.Or(t.Request, 30*time.Second) }
