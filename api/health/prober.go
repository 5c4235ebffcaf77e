package health

import (
	"context"
	"sync/atomic"
	"time"

	"golang.org/x/sync/singleflight"
)

// Prober runs the checks for everybody who asks. However many ask, they run once in a while, and never twice at a time.
type Prober struct {
	checks       []Check
	timeout, age time.Duration
	running      singleflight.Group
	last         atomic.Pointer[dated]
}

// dated is a report and when it was made.
type dated struct {
	report
	at time.Time
}

// NewProber returns a Prober whose checks together may take as long as timeout. Their result answers until it reaches age.
func NewProber(checks []Check, timeout, age time.Duration) *Prober {
	return &Prober{checks: checks, timeout: timeout, age: age}
}

// report returns the last report, or a new one if that is too old. The checks go on when the caller who began them hangs up.
func (p *Prober) report(ctx context.Context) report {
	if last := p.recent(); last != nil {
		return last.report
	}
	made, _, _ := p.running.Do("", func() (any, error) { // has no errors
		if last := p.recent(); last != nil { // somebody else's checks have just ended
			return last.report, nil
		}
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), p.timeout)
		defer cancel()
		r := run(ctx, p.checks)
		p.last.Store(&dated{r, time.Now()})
		return r, nil
	})
	r, _ := made.(report)
	return r
}

func (p *Prober) recent() *dated {
	if last := p.last.Load(); last != nil && time.Since(last.at) < p.age {
		return last
	}
	return nil
}
