package throttle

import (
	"context"
	"time"

	"github.com/predicthealth/predicthealth/service/setting"
)

var (
	maxFailures        = setting.Int("auth.lockout.max_failures", 5)
	window             = setting.Duration("auth.lockout.window", 15*time.Minute)
	accountMaxFailures = setting.Int("auth.lockout.account_max_failures", 50)
	accountWindow      = setting.Duration("auth.lockout.account_window", 24*time.Hour)
	baseDuration       = setting.Duration("auth.lockout.base_duration", time.Minute)
	backoffFactor      = setting.Float("auth.lockout.backoff_factor", 2)
	maxDuration        = setting.Duration("auth.lockout.max_duration", time.Hour)
)

// limit is how many failures within a window lock an account.
type limit struct {
	failures int
	window   time.Duration
}

// policy is the lockout policy at one moment.
type policy struct {
	network, account limit
	base, max        time.Duration
	factor           float64
}

func (g *Guard) policy(ctx context.Context) (policy, error) {
	values, err := g.settings.Read(ctx)
	if err != nil {
		return policy{}, err
	}
	return policy{
		network: limit{setting.Get(values, maxFailures), setting.Get(values, window)},
		account: limit{setting.Get(values, accountMaxFailures), setting.Get(values, accountWindow)},
		base:    setting.Get(values, baseDuration),
		max:     setting.Get(values, maxDuration),
		factor:  setting.Get(values, backoffFactor),
	}, nil
}
