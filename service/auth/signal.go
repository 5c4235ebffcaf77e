package auth

import (
	"context"
	"fmt"
	"time"
)

// signalPause bounds how often signals make an instance poll.
const signalPause = 20 * time.Millisecond

// Changed makes the Pulse of every instance, this one's first, learn what has been committed, instead of after its
// interval. Call it from Store.AfterCommit when accounts of staff or machines, roles, settings or revocations changed.
func (p *Pulse) Changed(ctx context.Context) {
	ctx = context.WithoutCancel(ctx)
	_ = p.poll(ctx) // else the next poll brings it
	ctx, cancel := context.WithTimeout(ctx, p.timeouts.Redis)
	defer cancel()
	_ = p.redis.Publish(ctx, p.channel(), "changed").Err() // the same
}

// listen polls when another instance signals a change. It returns when ctx ends: go-redis connects again by itself.
func (p *Pulse) listen(ctx context.Context) error {
	subscription := p.redis.Subscribe(ctx, p.channel())
	defer func() { _ = subscription.Close() }() // nothing is lost with it
	signals := subscription.Channel()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-signals:
		}
		for len(signals) > 0 { // one poll answers all
			<-signals
		}
		_ = p.poll(ctx) // the other worker tells of failures
		select {
		case <-ctx.Done():
		case <-time.After(signalPause):
		}
	}
}

// channel is one for each logical database, as keys are.
func (p *Pulse) channel() string { return fmt.Sprintf("predicthealth:pulse:%d", p.redis.Options().DB) }
