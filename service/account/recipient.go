package account

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"time"

	"github.com/predicthealth/predicthealth/internal/ratelimit"
	"github.com/predicthealth/predicthealth/service/setting"
)

var mailsPerRecipient = setting.Int("api.rate_limit.recipient_per_hour", 5)

// mayWrite counts a mail that somebody who isn't signed in causes, and says whether its address may get it. The limits on
// callers would not keep many of them from flooding one mailbox. Only a digest of the address is stored, and the caller
// must not learn the result.
func (s *Service) mayWrite(ctx context.Context, address string) (bool, error) {
	values, err := s.options.Settings.Read(ctx)
	if err != nil {
		return false, err
	}
	sum := sha256.Sum256([]byte(address))
	limit := ratelimit.Limit{Name: "recipient", Requests: setting.Get(values, mailsPerRecipient), Period: time.Hour}
	taken, err := s.options.Limiter.Take(ctx, limit, hex.EncodeToString(sum[:]))
	return taken.Allowed, err
}
