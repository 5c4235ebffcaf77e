package auth

import (
	"context"
	"fmt"
	"time"
)

// signalPause bounds how often signals make an instance poll.
const signalPause = 20 * time.Millisecond

// Changed makes the Pulse of every instance, this one first, learn of a committed change at once instead of at its next
// poll. Call it from Store.AfterCommit when staff, service accounts, roles, settings or revocations have changed.
func (p *Pulse) Changed(ctx context.Context) {
	ctx = context.WithoutCancel(ctx)
	_ = p.poll(ctx) // else the next poll brings it
	ctx, cancel := context.WithTimeout(ctx, p.timeouts.Redis)
	defer cancel()
	_ = p.redis.Publish(ctx, p.channel(), "changed").Err() // as above
}

// listen polls when another instance signals a change. It returns when ctx ends; go-redis reconnects by itself.
func (p *Pulse) listen(ctx context.Context) error {
	subscription := p.redis.Subscribe(ctx, p.channel())
	defer func() { _ = subscription.Close() }() // signals that are lost do no harm
	signals := subscription.Channel()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-signals:
		}
		for len(signals) > 0 { // one poll is enough for all of them
			<-signals
		}
		_ = p.poll(ctx) // the polling worker reports failures
		select {
		case <-ctx.Done():
		case <-time.After(signalPause):
		}
	}
}

// channel returns the channel's name. There is one channel per logical database, because keys are per database too.
func (p *Pulse) channel() string { return fmt.Sprintf("predicthealth:pulse:%d", p.redis.Options().DB) }
